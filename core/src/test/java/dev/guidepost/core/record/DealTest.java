package dev.guidepost.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Deals, what they refuse and how they looked. */
class DealTest {

  private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);
  private static final List<StageVisit> VISITS =
      List.of(
          new StageVisit("Engaging", MAY_1),
          new StageVisit("Proposal", MAY_1.plusDays(5)),
          new StageVisit("Signed", MAY_1.plusDays(9)));

  static Deal.Builder open() {
    return Deal.builder()
        .id(DealId.of("d1"))
        .owner(PersonId.of("ana"))
        .stage("Proposal")
        .outcome(Outcome.OPEN)
        .opened(MAY_1);
  }

  static Deal.Builder won() {
    return open()
        .stage("Signed")
        .outcome(Outcome.WON)
        .closed(MAY_1.plusDays(9))
        .amount(Quantity.of(500))
        .listAmount(Quantity.of(550));
  }

  private static String refusal(Deal.Builder builder) {
    return assertThrows(IllegalArgumentException.class, builder::build).getMessage();
  }

  @Test
  void refusesClosingsThatCannotBe() {
    assertEquals(
        "deal d1 must have a day of closing if and only if it is closed, but was OPEN with"
            + " 2026-05-01",
        refusal(open().closed(MAY_1)));
    assertEquals(
        "deal d1 must have a day of closing if and only if it is closed, but was LOST without",
        refusal(open().outcome(Outcome.LOST)));
    assertEquals(
        "deal d1 must not close before it opens on 2026-05-01, but closed on 2026-04-30",
        refusal(won().closed(MAY_1.minusDays(1))));
    assertEquals(MAY_1, won().closed(MAY_1).build().closed().orElseThrow());
  }

  @Test
  void refusesNegativeAmountsAndStagesOutOfOrder() {
    assertTrue(refusal(won().amount(Quantity.of(-1))).startsWith("amounts of deal d1 must not be"));
    assertTrue(refusal(won().listAmount(Quantity.of(-1))).contains("Optional[500], Optional[-1]"));
    assertEquals(Quantity.ZERO, won().amount(Quantity.ZERO).build().amount().orElseThrow());
    List<StageVisit> reversed = List.of(VISITS.get(1), VISITS.get(0));
    assertTrue(
        refusal(open().visits(reversed)).startsWith("stages of deal d1 must be in order of time"));
    assertEquals(2, open().visits(List.of(VISITS.get(0), VISITS.get(0))).build().visits().size());
    assertThrows(IllegalArgumentException.class, () -> new StageVisit(" ", MAY_1));
    assertThrows(NullPointerException.class, () -> new StageVisit("Proposal", null));
  }

  @Test
  void refusesMissingParts() {
    assertThrows(IllegalStateException.class, () -> Deal.builder().build());
    Deal d = open().build();
    assertThrows(
        NullPointerException.class,
        () ->
            new Deal(
                d.id(),
                d.owner(),
                d.name(),
                d.account(),
                d.product(),
                d.stage(),
                d.visits(),
                null,
                d.opened(),
                Optional.of(MAY_1),
                d.amount(),
                d.listAmount()));
  }

  @Test
  void keepsItsVisits() {
    List<StageVisit> visits = new ArrayList<>(VISITS);
    Deal deal = open().visits(visits).build();
    visits.clear();
    assertEquals(VISITS, deal.visits());
    assertThrows(UnsupportedOperationException.class, () -> deal.visits().clear());
  }

  @Test
  void isCalledByNameThenAccountThenProduct() {
    Deal.Builder deal = open();
    assertEquals("d1", deal.build().label());
    assertEquals("d1", deal.product(" ").build().label());
    assertEquals("chair d1", deal.product("chair").build().label());
    assertEquals("Kelso", deal.account(AccountId.of("Kelso")).build().label());
    assertEquals("Kelso", deal.name("  ").build().label());
    assertEquals("Kelso renewal", deal.name("Kelso renewal").build().label());
  }

  @Test
  void hasAnAgeIfItsOpeningIsKnown() {
    assertEquals(OptionalInt.of(0), open().build().ageOn(MAY_1));
    assertEquals(OptionalInt.of(31), open().build().ageOn(LocalDate.of(2026, 6, 1)));
    assertEquals(OptionalInt.of(-1), open().build().ageOn(MAY_1.minusDays(1)));
    assertEquals(OptionalInt.empty(), open().opened(Optional.empty()).build().ageOn(MAY_1));
  }

  @Test
  void wasOtherBeforeItClosed() {
    Deal deal = won().visits(VISITS).build();
    assertEquals(Optional.empty(), deal.asOf(MAY_1.minusDays(1)));
    Deal first = deal.asOf(MAY_1).orElseThrow();
    assertEquals("Engaging", first.stage());
    assertEquals(VISITS.subList(0, 1), first.visits());
    assertEquals(Outcome.OPEN, first.outcome());
    assertEquals(Optional.empty(), first.closed());
    assertEquals(Optional.empty(), first.amount());
    assertEquals(Optional.of(Quantity.of(550)), first.listAmount());
    assertEquals("Proposal", deal.asOf(MAY_1.plusDays(8)).orElseThrow().stage());
    assertSame(deal, deal.asOf(MAY_1.plusDays(9)).orElseThrow());
  }

  @Test
  void showsNoStageItMayHaveReachedLater() {
    Deal undated = won().stage("Won").build();
    assertEquals(Deal.UNKNOWN_STAGE, undated.asOf(MAY_1.plusDays(8)).orElseThrow().stage());
    assertEquals("Won", undated.asOf(MAY_1.plusDays(9)).orElseThrow().stage());
    Deal later = open().visits(VISITS.subList(1, 2)).build();
    assertEquals(Deal.UNKNOWN_STAGE, later.asOf(MAY_1).orElseThrow().stage());
    assertEquals("Proposal", open().build().asOf(MAY_1).orElseThrow().stage());
  }

  @Test
  void keepsAnOutcomeWhenAStageWasDatedAfterIt() {
    Deal deal =
        won()
            .closed(MAY_1.plusDays(7))
            .visits(VISITS)
            .build()
            .asOf(MAY_1.plusDays(8))
            .orElseThrow();
    assertEquals(Outcome.WON, deal.outcome());
    assertEquals("Proposal", deal.stage());
    assertEquals(Optional.of(Quantity.of(500)), deal.amount());
  }

  @Test
  void countsAsOpenedWhenItsOpeningIsUnknown() {
    Deal deal = won().opened(Optional.empty()).build();
    assertEquals(Outcome.OPEN, deal.asOf(MAY_1.minusDays(99)).orElseThrow().outcome());
  }

  @Test
  void activitiesAreCounted() {
    PersonId ana = PersonId.of("ana");
    assertEquals(
        "count of activity a must be at least 1, but was 0",
        assertThrows(
                IllegalArgumentException.class,
                () -> new Activity("a", ana, StandardMetrics.CALLS, MAY_1, 0, Optional.empty()))
            .getMessage());
    assertEquals(
        "activity id must not be blank",
        assertThrows(
                IllegalArgumentException.class,
                () -> new Activity(" ", ana, StandardMetrics.CALLS, MAY_1, 1, Optional.empty()))
            .getMessage());
    assertThrows(
        NullPointerException.class,
        () -> new Activity("a", null, StandardMetrics.CALLS, MAY_1, 1, Optional.empty()));
  }
}
