package dev.guidepost.targets.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.feed.RecordFacts;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.record.Deal;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.planning.Goals;
import dev.guidepost.targets.planning.Planner;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsWrittenTest {

  private static final LocalDate NEXT = Firm.AS_OF.plusWeeks(1);
  private static final PersonId ANA = PersonId.of("ana");

  private final Firm firm = new Firm();

  AsWrittenTest() {
    firm.seller("ana", Firm.EAST, 2, 3, 1000);
    firm.open("late", ANA, Firm.AS_OF.minusDays(9));
  }

  /** A ledger that took one batch as of each day, the last written some days later. */
  private Ledger grown(int daysLater, LocalDate... days) {
    LedgerWriter writer = new LedgerWriter(StandardMetrics.catalog("USD", 2));
    for (LocalDate day : days) {
      try (Batch batch = writer.batch("all", day.plusDays(daysLater))) {
        new RecordFacts(day, Firm.START).writeAll(firm.deals, List.of(), batch);
        batch.commit();
      }
    }
    return writer.snapshot();
  }

  private Evidence evidence(Ledger ledger, LocalDate asOf, List<Deal> deals) {
    return Evidence.of(ledger, deals, new RecordFacts(asOf, Firm.START))
        .over(firm.organisation.build())
        .fit();
  }

  @Test
  void refusesALedgerOfAnotherDay() {
    Ledger grown = grown(0, Firm.AS_OF, NEXT);
    Expect.rejected(
        "ledger must be written as of the as-of day 2025-10-31, but knows of deals on 2025-11-07:"
            + " pass ledger.known(2025-10-31)",
        () -> evidence(grown, Firm.AS_OF, firm.deals));
    assertEquals(
        evidence(grown(0, Firm.AS_OF), Firm.AS_OF, firm.deals).curve().toString(),
        evidence(grown.known(Firm.AS_OF), Firm.AS_OF, firm.deals).curve().toString());
    Expect.rejected(
        "ledger must be written as of the as-of day 2025-11-07, but its open deals are as of"
            + " 2025-10-31",
        () -> evidence(grown(0, Firm.AS_OF), NEXT, firm.deals));
  }

  /** What was closed since tells as well, also where nothing is open. */
  @Test
  void refusesWhatHappenedLater() {
    firm.deals.removeIf(deal -> deal.closed().isEmpty());
    firm.deals.removeIf(deal -> deal.opened().orElseThrow().isAfter(Firm.AS_OF.minusDays(90)));
    firm.closed("soon", ANA, Firm.AS_OF.minusDays(9), Firm.AS_OF.plusDays(3), true, 1000);
    Expect.rejected(
        "but knows of deals on 2025-11-03: pass ledger.known(2025-10-31)",
        () -> evidence(grown(0, NEXT), Firm.AS_OF, firm.deals));
  }

  @Test
  void takesWhatWasWrittenLaterOrLong() {
    assertEquals(
        evidence(grown(0, Firm.AS_OF), Firm.AS_OF, firm.deals).curve().toString(),
        evidence(grown(3, Firm.AS_OF), Firm.AS_OF, firm.deals).curve().toString(),
        "written on the Monday after");
    firm.deals.removeIf(deal -> deal.closed().isEmpty());
    firm.deals.removeIf(deal -> deal.closed().orElseThrow().isAfter(Firm.AS_OF));
    assertEquals(
        NEXT, evidence(grown(0, Firm.AS_OF), NEXT, firm.deals).asOf(), "nothing is open or came");
  }

  @Test
  void saysThatNoDealsWereGiven() {
    Evidence evidence = evidence(grown(0, Firm.AS_OF), Firm.AS_OF, List.of());
    assertEquals(
        "not enough data: no deals were given that were on record by 2025-10-31",
        Planner.of(evidence, Goals.of(evidence, List.of()), .8).plan(ANA).reason());
  }

  @Test
  void refusesGoalsOfOtherEvidence() {
    Evidence evidence = evidence(grown(0, Firm.AS_OF), Firm.AS_OF, firm.deals);
    Evidence next = evidence(grown(0, NEXT), NEXT, firm.deals);
    LocalDate summer = LocalDate.of(2025, 8, 29);
    Evidence before = evidence(grown(0, summer), summer, firm.deals);
    Expect.rejected(
        "goals must be of 2025-Q4, but were of 2025-Q3",
        () -> Planner.of(evidence, Goals.of(before, List.of()), .8));
    Expect.rejected(
        "goals must be picked as of 2025-11-07, but were as of 2025-10-31",
        () -> Planner.of(next, Goals.of(evidence, List.of()), .8));
  }
}
