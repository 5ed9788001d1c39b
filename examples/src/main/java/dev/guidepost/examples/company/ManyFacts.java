package dev.guidepost.examples.company;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Many facts of many people, to measure with: random people, metrics and days of the year 2026, and
 * a tree of teams of ten in regions of ten teams.
 *
 * @param ledger the facts
 * @param organisation who belongs where
 */
public record ManyFacts(Ledger ledger, Organisation organisation) {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 365;
  private static final int BATCH = 50_000;
  private static final int SPAN = 10;

  /**
   * Makes facts.
   *
   * @param seed where randomness starts
   * @param people how many people, at least 1
   * @param metrics how many metrics, each a sum, at least 1
   * @param facts how many facts, not negative
   * @return the ledger and the organisation, the same for the same arguments
   * @throws IllegalArgumentException if a number is too small
   */
  public static ManyFacts ledger(long seed, int people, int metrics, int facts) {
    if (people < 1 || metrics < 1 || facts < 0) {
      throw new IllegalArgumentException(
          "people and metrics must be at least 1 and facts not negative, but were "
              + people
              + ", "
              + metrics
              + ", "
              + facts);
    }
    List<Metric> definitions = new ArrayList<>();
    for (int i = 1; i <= metrics; i++) {
      definitions.add(metric(i));
    }
    List<PersonId> ids = new ArrayList<>();
    for (int i = 1; i <= people; i++) {
      ids.add(PersonId.of("p" + i));
    }
    LedgerWriter writer = new LedgerWriter(Catalog.of(definitions, List.of()));
    SplittableRandom random = new SplittableRandom(seed);
    for (int from = 0; from < facts; from += BATCH) {
      try (Batch batch = writer.batch("facts-" + from, FIRST.plusDays(DAYS))) {
        for (int i = from; i < facts && i < from + BATCH; i++) {
          batch
              .row()
              .by(ids.get(random.nextInt(people)))
              .on(FIRST.plusDays(random.nextInt(DAYS)))
              .put(definitions.get(random.nextInt(metrics)).id(), 1 + random.nextInt(1_000));
        }
        batch.commit();
      }
    }
    return new ManyFacts(writer.snapshot(), organisation(ids));
  }

  private static Metric metric(int number) {
    return Metric.builder()
        .id(MetricId.of("metric-" + number))
        .name("Metric " + number)
        .definition("Things of kind " + number + ".")
        .aggregation(new Aggregation.Sum())
        .unit(new UnitOfMeasure.Count("things"))
        .scale(0)
        .direction(Direction.HIGHER_IS_BETTER)
        .metricClass(MetricClass.ACTIVITY)
        .timing(Timing.LEADING)
        .build();
  }

  private static Organisation organisation(List<PersonId> people) {
    UnitId root = UnitId.of("company");
    Organisation.Builder builder = Organisation.builder(root, "Company");
    for (int i = 0; i < people.size(); i++) {
      UnitId region = UnitId.of("region-" + (1 + i / (SPAN * SPAN)));
      UnitId team = UnitId.of("team-" + (1 + i / SPAN));
      if (i % (SPAN * SPAN) == 0) {
        builder.unit(region, region.value(), "region", root);
      }
      if (i % SPAN == 0) {
        builder.unit(team, team.value(), "team", region);
      }
      builder.person(people.get(i), people.get(i).value()).member(people.get(i), team);
    }
    return builder.build();
  }
}
