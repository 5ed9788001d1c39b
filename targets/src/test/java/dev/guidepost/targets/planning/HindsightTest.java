package dev.guidepost.targets.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.History;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.core.record.Withdrawal;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.outlook.OutlookBridge;
import dev.guidepost.targets.outlook.OutlookBridge.Kind;
import dev.guidepost.targets.outlook.TrackRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Outlooks of days that are past, and the way from them to that of today. */
class HindsightTest {

  private static final LocalDate THEN = Firm.AS_OF.minusWeeks(1);
  private static final LocalDate MIDWEEK = Firm.AS_OF.minusDays(3);
  private static final LocalDate OPENED = LocalDate.of(2025, 10, 6);
  private static final LocalDate DECEMBER = LocalDate.of(2025, 12, 10);
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 20);

  private final Firm firm = new Firm();
  private final PersonId ana = firm.seller("ana", Firm.EAST, 3, 3, 900);
  private final PersonId ben = firm.seller("ben", Firm.EAST, 2, 4, 1_500);
  private final PersonId cai = firm.seller("cai", Firm.WEST, 4, 5, 400);

  /** The deals that were made with closings after the as-of day are no more open on the day. */
  private void known() {
    firm.deals.removeIf(deal -> deal.closed().filter(day -> day.isAfter(THEN)).isPresent());
  }

  private Deal.Builder open(String id, PersonId owner) {
    return Deal.builder()
        .id(DealId.of(id))
        .name("Deal " + id)
        .owners(History.of(owner))
        .opened(OPENED)
        .amounts(History.of(Quantity.of(10_000)))
        .expectedCloses(History.of(DECEMBER));
  }

  private static StageVisit closes(Outcome outcome, LocalDate day) {
    return new StageVisit(outcome == Outcome.WON ? "Won" : "Lost", day, outcome, day, 2);
  }

  private void add(Deal.Builder deal) {
    firm.deals.add(deal.build());
  }

  private static Set<String> subjects(OutlookBridge bridge, Kind kind) {
    return bridge.of(kind).stream()
        .map(OutlookBridge.Step::subject)
        .filter(subject -> subject.startsWith("Deal"))
        .collect(Collectors.toSet());
  }

  @Test
  void everyEventStandsUnderItsKind() {
    known();
    add(open("new", ana).opened(MIDWEEK));
    add(open("won", ana).visits(List.of(closes(Outcome.WON, MIDWEEK))));
    add(open("lost", ana).visits(List.of(closes(Outcome.LOST, MIDWEEK))));
    add(
        open("back", ana)
            .visits(
                List.of(
                    closes(Outcome.LOST, THEN.minusDays(3)),
                    new StageVisit("Proposal", MIDWEEK, Outcome.OPEN, MIDWEEK, 1))));
    add(open("pushed", ana).expectedCloses(History.of(DECEMBER).with(MIDWEEK, 1, JANUARY)));
    add(open("pulled", ana).expectedCloses(History.of(JANUARY).with(MIDWEEK, 1, DECEMBER)));
    add(
        open("dearer", ana)
            .amounts(History.of(Quantity.of(10_000)).with(MIDWEEK, 1, Quantity.of(16_000))));
    add(open("handed", ben).owners(History.of(ana).with(MIDWEEK, 1, cai)));
    add(open("plain", ben));
    for (int i = 0; i < 9; i++) {
      LocalDate start = Firm.START.plusWeeks(2L * i);
      firm.closed("late" + i, ben, start, start.plusDays(87 + i % 4), true, 1_500);
    }
    int stale = firm.evidence().curve().orElseThrow().staleAge();
    add(
        open("stale", ben)
            .opened(THEN.minusDays(stale - 6L))
            .amounts(History.of(Quantity.of(1_000_000_000L))));
    Hindsight hindsight = Hindsight.of(firm.evidence());
    OutlookBridge bridge = hindsight.since(THEN, Firm.EAST);
    assertEquals(Set.of("Deal new"), subjects(bridge, Kind.CREATED));
    assertEquals(Set.of("Deal won"), subjects(bridge, Kind.WON));
    assertEquals(Set.of("Deal lost"), subjects(bridge, Kind.LOST));
    assertEquals(Set.of("Deal back"), subjects(bridge, Kind.REOPENED));
    assertEquals(Set.of("Deal pushed"), subjects(bridge, Kind.PUSHED));
    assertEquals(Set.of("Deal pulled"), subjects(bridge, Kind.PULLED_IN));
    assertEquals(Set.of("Deal dearer"), subjects(bridge, Kind.AMOUNT));
    assertEquals(Set.of("Deal handed"), subjects(bridge, Kind.MOVED));
    assertEquals(Set.of("Deal stale"), subjects(bridge, Kind.STALE));
    assertTrue(subjects(bridge, Kind.CHANCE).stream().anyMatch(one -> one.contains("plain")));
    assertTrue(bridge.effect(Kind.LOST).signum() < 0);
    assertTrue(bridge.effect(Kind.PASSED).signum() < 0);
    assertTrue(bridge.effect(Kind.WON).signum() > 0);
    assertTrue(bridge.effect(Kind.MOVED).signum() < 0);
    assertTrue(hindsight.since(THEN, Firm.WEST).effect(Kind.MOVED).signum() > 0);
    assertTrue(hindsight.since(THEN, Firm.COMPANY).of(Kind.MOVED).isEmpty());
    assertEquals(bridge.after(), bridge.explain().total());
    assertTrue(bridge.toString().contains("won +"), bridge::toString);
    assertTrue(
        bridge.print().startsWith("Outlook of East, 2025-Q4, from 2025-10-24 to 2025-10-31"));
    assertEquals(hindsight.since(THEN, ana).after(), total(firm.evidence(), ana));
  }

  /**
   * A whale that West won teaches what deals bring, also those of East; no day that passed does.
   */
  @Test
  void daysThatPassedAddNoMoney() {
    known();
    firm.deals.add(firm.deal("unpriced", ana).opened(OPENED).build());
    add(open("plain", ben));
    firm.closed("whale", cai, OPENED.minusDays(30), MIDWEEK, true, 3_000_000);
    OutlookBridge bridge = Hindsight.of(firm.evidence()).since(THEN, Firm.EAST);
    assertTrue(bridge.effect(Kind.SIZE).toDouble() > 10_000, bridge::print);
    assertTrue(bridge.of(Kind.PASSED).size() == 2 && bridge.of(Kind.AMOUNT).isEmpty());
    bridge.of(Kind.PASSED).forEach(step -> assertTrue(step.effect().signum() < 0, step::toString));
    assertTrue(
        bridge.of(Kind.SIZE).stream().anyMatch(step -> step.subject().contains("unpriced")),
        bridge::print);
    for (OutlookBridge.Step step : bridge.of(Kind.CHANCE)) {
      assertTrue(Math.abs(step.effect().toDouble()) < 5_000, step::toString);
    }
  }

  /** Deals that went nowhere: entered without amount, dated wrongly, won without amount. */
  @Test
  void whatIsEnteredLaterIsNoMove() {
    known();
    LocalDate won = THEN.minusDays(4);
    add(
        open("blank", ana)
            .visits(List.of(closes(Outcome.WON, won)))
            .amounts(History.<Quantity>none().with(MIDWEEK, Quantity.of(50_000))));
    StageVisit wrong = new StageVisit("Won", LocalDate.of(2025, 9, 30), Outcome.WON);
    add(
        open("redated", ana)
            .opened(OPENED.minusDays(60))
            .visits(
                List.of(
                    new StageVisit("Proposal", OPENED.minusDays(60)),
                    new StageVisit("Won", LocalDate.of(2025, 10, 2), Outcome.WON, MIDWEEK, 0)))
            .withdrawals(List.of(new Withdrawal(wrong, MIDWEEK))));
    add(open("raised", ana).visits(List.of(closes(Outcome.WON, won))).amounts(raised()));
    add(open("gift", ana).visits(List.of(closes(Outcome.WON, MIDWEEK))).amounts(History.none()));
    OutlookBridge bridge = Hindsight.of(firm.evidence()).since(THEN, Firm.EAST);
    assertEquals(Set.of(), subjects(bridge, Kind.MOVED), bridge::print);
    assertEquals(Set.of("Deal redated"), subjects(bridge, Kind.CORRECTED));
    assertEquals(Set.of("Deal blank", "Deal raised", "Deal gift"), subjects(bridge, Kind.AMOUNT));
  }

  private static History<Quantity> raised() {
    return History.of(Quantity.of(10_000)).with(MIDWEEK, 1, Quantity.of(16_000));
  }

  private static Quantity total(Evidence evidence, PersonId person) {
    return Planner.of(evidence, Goals.of(evidence, List.of()), .8)
        .forecasts(evidence.period())
        .expected(person)
        .total();
  }

  @Test
  void endsAtTheOutlookThatIsPrinted() {
    firm.organisation.person(PersonId.of("dee"), "Dee").member(PersonId.of("dee"), Firm.EAST);
    Evidence evidence = firm.evidence();
    Planner planner = Planner.of(evidence, Goals.of(evidence, List.of()), .8);
    Hindsight hindsight = Hindsight.of(evidence);
    Evidence then = hindsight.on(THEN);
    assertSame(then, hindsight.on(THEN));
    assertEquals(THEN, then.asOf());
    Planner before = Planner.of(then, Goals.of(then, List.of()), .8);
    for (var unit : List.of(Firm.COMPANY, Firm.EAST, Firm.WEST)) {
      OutlookBridge bridge = hindsight.since(THEN, unit);
      assertEquals(planner.outlook(unit).orElseThrow().total(), bridge.after());
      assertEquals(before.outlook(unit).orElseThrow().total(), bridge.before());
    }
    assertTrue(hindsight.toString().startsWith("hindsight of as of"));
  }

  @Test
  void aQuarterThatHasJustBegunIsSeenFromTheOneBefore() {
    firm.asOf = LocalDate.of(2025, 10, 3);
    Evidence evidence = firm.evidence();
    OutlookBridge bridge = Hindsight.of(evidence).since(LocalDate.of(2025, 9, 12), Firm.COMPANY);
    assertEquals("2025-Q4", bridge.period().label());
    assertTrue(bridge.before().signum() > 0);
    assertTrue(bridge.effect(Kind.WON_BEFORE).signum() < 0, bridge::print);
    assertTrue(bridge.of(Kind.CORRECTED).isEmpty(), bridge::print);
  }

  @Test
  void somebodyWhoJoinsAndOneWhoMovesAreSteps() {
    PersonId dee = firm.undeclared("dee");
    firm.organisation.member(dee, Firm.EAST, MIDWEEK);
    PersonId eli = firm.undeclared("eli");
    firm.organisation.member(eli, Firm.EAST, Firm.START, MIDWEEK).member(eli, Firm.WEST, MIDWEEK);
    firm.sells(eli, 0, 43, 3, 3, 700);
    Hindsight hindsight = Hindsight.of(firm.evidence());
    List<String> east =
        hindsight.since(THEN, Firm.EAST).of(Kind.MOVED).stream()
            .map(OutlookBridge.Step::subject)
            .toList();
    assertTrue(east.contains("Sam dee"), east.toString());
    assertTrue(east.contains("Sam eli"), east.toString());
    assertEquals(Quantity.ZERO, hindsight.since(THEN, dee).before());
    assertTrue(hindsight.since(THEN, Firm.WEST).effect(Kind.MOVED).signum() > 0);
  }

  @Test
  void recordsHowGoodItWouldHaveBeen() {
    Hindsight hindsight = Hindsight.of(firm.evidence());
    TrackRecord record = hindsight.record(Firm.EAST);
    assertEquals(List.of("2025-Q3"), record.entries().stream().map(one -> one.period()).toList());
    TrackRecord.Entry entry = record.entries().get(0);
    assertEquals("2025-07-31", entry.asOf());
    assertTrue(entry.repeated().isPresent());
    assertTrue(entry.actual() > 0 && entry.mean() > 0);
    assertEquals(record, hindsight.record(Firm.EAST));
    assertTrue(hindsight.record(PersonId.of("ana")).error().isPresent());
    Expect.rejected("must", () -> hindsight.record(PersonId.of("nobody")));
    Expect.rejected("before the as-of day", () -> hindsight.on(Firm.AS_OF));
    Expect.rejected(
        "pass the as-of day of the earlier outlook, not the day of its review",
        () -> hindsight.since(Firm.AS_OF.plusDays(3), Firm.EAST));
    Expect.rejected("before the first observed", () -> hindsight.on(Firm.START.minusDays(1)));
    assertFalse(record.toString().isEmpty());
  }
}
