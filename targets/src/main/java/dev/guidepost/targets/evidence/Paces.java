package dev.guidepost.targets.evidence;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Histogram;
import dev.guidepost.core.stat.Credibility;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.org.Organisation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long each person's wins take against the company's, pooled by credibility. */
final class Paces {

  private static final double LEAST = 0.25;
  private static final double MOST = 4;

  private Paces() {}

  static Map<PersonId, Double> fit(Cube cube, Organisation organisation, Period days) {
    List<PersonId> people = new ArrayList<>();
    List<Credibility.Evidence> evidence = new ArrayList<>();
    double all = 0;
    long wins = 0;
    for (PersonId person : organisation.people()) {
      if (cube.measurement(person, StandardMetrics.WON_CYCLE_DAYS, days)
              instanceof Measurement.Spread spread
          && spread.histogram().total() > 0) {
        people.add(person);
        Histogram ages = spread.histogram();
        double squares = 0;
        long[] counts = ages.toArray();
        for (int age = 0; age < counts.length; age++) {
          squares += (double) counts[age] * age * age;
        }
        evidence.add(
            Credibility.Evidence.ofSums(
                ages.total(), (double) ages.total(), (double) ages.sum(), squares));
        all += ages.sum();
        wins += ages.total();
      }
    }
    Map<PersonId, Double> paces = new HashMap<>();
    Optional<Credibility> fit = Credibility.fit(evidence);
    if (fit.isPresent() && all > 0) {
      for (int i = 0; i < people.size(); i++) {
        double pace = fit.get().premiums().get(i) / (all / wins);
        paces.put(people.get(i), Math.min(MOST, Math.max(LEAST, pace)));
      }
    }
    return paces;
  }
}
