package dev.guidepost.targets.plan;

import dev.guidepost.core.credit.Origin;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.pipeline.CreationWeek;
import dev.guidepost.targets.rates.CreationRate;
import dev.guidepost.targets.reach.Sourcing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where a person's opportunities come from, by those of the recent weeks: what others bring is
 * counted on at its recent rate, and no more, so the person is asked for all of the rest.
 */
final class OriginMix {

  private final Map<Origin, Double> perWeek = new EnumMap<>(Origin.class);

  OriginMix(Evidence evidence, PersonId person, CreationRate rate) {
    List<Period> weeks = evidence.weeks();
    List<Period> recent =
        weeks.subList(Math.max(0, weeks.size() - Evidence.RECENT_WEEKS), weeks.size());
    Map<Origin, Integer> counts = new EnumMap<>(Origin.class);
    int known = 0;
    for (Deal deal : evidence.deals()) {
      if (deal.origin().isPresent()
          && deal.opened().isPresent()
          && isIn(recent, deal.opened().get())
          && deal.ownerOn(deal.opened().get()).equals(person)) {
        counts.merge(deal.origin().get(), 1, Integer::sum);
        known++;
      }
    }
    double all = rate.weeks() <= 0 ? 0 : rate.count() / rate.weeks();
    for (Map.Entry<Origin, Integer> entry : counts.entrySet()) {
      perWeek.put(entry.getKey(), all * entry.getValue() / known);
    }
  }

  private static boolean isIn(List<Period> weeks, LocalDate day) {
    return !weeks.isEmpty()
        && !day.isBefore(weeks.get(0).start())
        && weeks.stream().anyMatch(week -> week.contains(day));
  }

  /** Whether the recent opportunities say where they came from. */
  boolean known() {
    return !perWeek.isEmpty();
  }

  /**
   * Who owes which of the opportunities of each week; whole counts, fractions of others carried.
   */
  List<List<Sourcing>> byWeek(List<CreationWeek> weeks, long[] counts) {
    Map<Origin, Double> running = new EnumMap<>(Origin.class);
    List<List<Sourcing>> all = new ArrayList<>();
    for (int w = 0; w < counts.length; w++) {
      List<Sourcing> week = new ArrayList<>();
      long left = counts[w];
      for (Map.Entry<Origin, Double> entry : perWeek.entrySet()) {
        if (entry.getKey() != Origin.OWN) {
          double now =
              running.getOrDefault(entry.getKey(), 0.0)
                  + entry.getValue() * weeks.get(w).exposure();
          long whole = Math.min(left, (long) Math.floor(now + 1e-9));
          running.put(entry.getKey(), now - whole);
          left -= whole;
          if (whole > 0) {
            week.add(new Sourcing(entry.getKey(), entry.getValue(), whole));
          }
        }
      }
      if (left > 0) {
        week.add(new Sourcing(Origin.OWN, perWeek.getOrDefault(Origin.OWN, 0.0), left));
      }
      all.add(week);
    }
    return all;
  }
}
