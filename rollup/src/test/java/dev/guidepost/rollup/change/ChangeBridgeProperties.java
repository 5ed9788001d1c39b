package dev.guidepost.rollup.change;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.feed.RecordFacts;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.History;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Bridge;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is won changed by the same in the report of deals as in the bridge of bookings. */
class ChangeBridgeProperties {

  private static final Catalog CATALOG = StandardMetrics.catalog("USD", 2);
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final Period PERIOD = Period.custom(START.plusDays(20), START.plusDays(50));
  private static final UnitId ROOT = UnitId.of("root");

  private static LocalDate day(Random random) {
    return START.plusDays(random.nextInt(70));
  }

  private static PersonId person(Random random) {
    return PersonId.of("p" + random.nextInt(4)); // one of whom the organisation does not know
  }

  private static Organisation organisation(Random random) {
    Organisation.Builder builder = Organisation.builder(ROOT, "Root");
    for (int i = 0; i < 3; i++) {
      builder.unit(UnitId.of("u" + i), "U", "team", ROOT).person(PersonId.of("p" + i), "P");
    }
    builder.reparent(UnitId.of("u2"), UnitId.of("u" + random.nextInt(2)), day(random));
    for (int i = 0; i < 3; i++) {
      builder.member(PersonId.of("p" + i), UnitId.of("u" + random.nextInt(3)));
      builder.member(PersonId.of("p" + i), UnitId.of("u" + random.nextInt(3)), day(random));
    }
    return builder.build();
  }

  /** A deal that nobody expects to close until it has. */
  private static Deal deal(int number, Random random) {
    LocalDate opened = START.plusDays(random.nextInt(30));
    History<Quantity> amounts = History.of(Quantity.of(1 + random.nextInt(9)));
    History<PersonId> owners = History.of(person(random));
    List<StageVisit> visits = new ArrayList<>();
    for (int i = 1; i <= random.nextInt(6); i++) {
      LocalDate known = opened.plusDays(1 + random.nextInt(40));
      switch (random.nextInt(4)) {
        case 0 -> amounts = amounts.with(known, i, Quantity.of(1 + random.nextInt(9)));
        case 1 -> owners = owners.with(known, i, person(random));
        default -> {
          Outcome outcome = random.nextInt(4) == 0 ? Outcome.LOST : Outcome.WON;
          visits.add(new StageVisit("s" + i, known, outcome, known.plusDays(random.nextInt(9)), i));
        }
      }
    }
    return Deal.builder()
        .id(DealId.of("d" + number))
        .opened(opened)
        .amounts(amounts)
        .owners(owners)
        .visits(visits)
        .build();
  }

  private static Cube cube(Ledger ledger, Organisation organisation, LocalDate day) {
    return Rollup.of(ledger.known(day)).over(organisation).periods(List.of(PERIOD)).build();
  }

  @Property(tries = 300)
  void whatIsWonChangedAlike(@ForAll Random random) {
    Organisation organisation = organisation(random);
    List<Deal> deals = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      deals.add(deal(i, random));
    }
    LocalDate from = day(random);
    LocalDate to = from.plusDays(1 + random.nextInt(30));
    LedgerWriter writer = new LedgerWriter(CATALOG);
    for (LocalDate day : List.of(from, to)) {
      try (Batch batch = writer.batch("deals of " + day, day)) {
        RecordFacts facts = new RecordFacts(day, START);
        deals.forEach(deal -> facts.write(deal, batch));
        assertEquals(List.of(), batch.commit().rejects());
      }
    }
    Ledger ledger = writer.snapshot();
    ChangeReport report =
        ChangeReport.of(deals, CATALOG.metric(BOOKINGS))
            .over(organisation)
            .between(from, to, PERIOD);
    Bridge bridge =
        Bridge.between(
            cube(ledger, organisation, from), cube(ledger, organisation, to), BOOKINGS, PERIOD);
    for (Bridge.Line line : bridge.lines()) {
      OutlookChange change = report.at(line.unit());
      Quantity moved = change.effect(ChangeKind.MOVED);
      assertEquals(change.before(), line.left());
      assertEquals(change.after(), line.right());
      assertEquals(moved, line.movedIn().minus(line.movedOut()));
      assertEquals(change.difference().minus(moved), line.changed());
    }
  }
}
