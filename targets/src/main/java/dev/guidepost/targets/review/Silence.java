package dev.guidepost.targets.review;

import dev.guidepost.core.control.Rule;
import dev.guidepost.core.control.Signal;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.evidence.Evidence;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds people who entered activities as usual and then none at all, while their deals went on:
 * data, not performance.
 */
final class Silence {

  private static final int SILENT_WEEKS = 2;
  private static final int USUAL_WEEKS = 8;
  private static final double LEAST_USUAL = 3;

  private Silence() {}

  static Map<PersonId, Signal> find(Evidence evidence) {
    Map<PersonId, Signal> found = new HashMap<>();
    List<Period> weeks = evidence.windows().weeks();
    if (weeks.size() < SILENT_WEEKS + USUAL_WEEKS) {
      return found;
    }
    List<Period> recent = SignalBoard.last(weeks, SILENT_WEEKS);
    List<Period> before =
        weeks.subList(weeks.size() - SILENT_WEEKS - USUAL_WEEKS, weeks.size() - SILENT_WEEKS);
    for (PersonId person : evidence.people()) {
      double usual = activities(evidence, person, before) / USUAL_WEEKS;
      LocalDate since = recent.get(0).start();
      boolean there =
          recent.stream().allMatch(week -> evidence.availability().share(person, week) > 0.5);
      if (there
          && usual >= LEAST_USUAL
          && activities(evidence, person, recent) == 0
          && moved(evidence, person, since)) {
        found.put(
            person,
            Signal.of(
                person,
                StandardMetrics.MEETINGS,
                Rule.NO_DATA,
                recent.get(0),
                0,
                1,
                Math.ceil(usual),
                evidence.organisation().name(person)
                    + ": data, not performance: deals moved, no activity entered since "
                    + since
                    + "; nothing judged"));
      }
    }
    return found;
  }

  private static double activities(Evidence evidence, PersonId person, List<Period> weeks) {
    double sum = 0;
    for (Period week : weeks) {
      sum +=
          evidence.today().sum(person, StandardMetrics.MEETINGS, week).toDouble()
              + evidence.today().sum(person, StandardMetrics.CALLS, week).toDouble();
    }
    return sum;
  }

  private static boolean moved(Evidence evidence, PersonId person, LocalDate since) {
    for (Deal deal : evidence.deals()) {
      if (deal.owner().equals(person)
          && (deal.opened().stream().anyMatch(day -> !day.isBefore(since))
              || deal.closed().stream().anyMatch(day -> !day.isBefore(since))
              || deal.visits().stream().anyMatch(visit -> !visit.entered().isBefore(since)))) {
        return true;
      }
    }
    return false;
  }
}
