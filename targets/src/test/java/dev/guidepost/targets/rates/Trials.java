package dev.guidepost.targets.rates;

import static dev.guidepost.core.metric.StandardMetrics.COHORT_WINS;
import static dev.guidepost.core.metric.StandardMetrics.OPPORTUNITIES;
import static dev.guidepost.core.metric.StandardMetrics.WIN_YIELD;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Wins and deals by person, over one year. */
final class Trials {

  static final UnitId ROOT = UnitId.of("company");
  static final Period YEAR = Period.custom(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));
  private static final LocalDate DAY = LocalDate.of(2026, 5, 5);

  final List<PersonId> people = new ArrayList<>();
  private final Organisation.Builder organisation = Organisation.builder(ROOT, "Company");
  private final LedgerWriter writer = new LedgerWriter(StandardMetrics.catalog("USD", 2));
  private final Batch batch = writer.batch("all", DAY);

  Trials unit(String id, String parent) {
    organisation.unit(UnitId.of(id), id, "unit", UnitId.of(parent));
    return this;
  }

  Trials person(String id, String unit, long events, long trials) {
    PersonId person = PersonId.of(id);
    people.add(person);
    organisation.person(person, id).member(person, UnitId.of(unit));
    put(person, events, trials);
    return this;
  }

  Trials put(PartyId party, long events, long trials) {
    if (trials > 0 || events > 0) {
      batch.row("r " + party).by(party).on(DAY).put(OPPORTUNITIES, trials).put(COHORT_WINS, events);
    }
    return this;
  }

  Cube cube() {
    if (!batch.commit().rejects().isEmpty()) {
      throw new AssertionError("rows must be right");
    }
    return Rollup.of(writer.snapshot())
        .over(organisation.build())
        .organisedOn(DAY)
        .periods(List.of(YEAR))
        .build();
  }

  PersonalRates fit() {
    return PersonalRates.fit(cube(), WIN_YIELD, YEAR, 0.8);
  }

  PersonalRate rate(String id) {
    return fit().of(PersonId.of(id)).orElseThrow();
  }

  Difference difference() {
    return Difference.between(cube(), WIN_YIELD, YEAR, people);
  }
}
