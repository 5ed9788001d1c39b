package dev.guidepost.core.agreement;

import static dev.guidepost.core.goal.Sample.ANA;
import static dev.guidepost.core.goal.Sample.BEN;
import static dev.guidepost.core.goal.Sample.DANA;
import static dev.guidepost.core.goal.Sample.EAST;
import static dev.guidepost.core.goal.Sample.Q4;
import static dev.guidepost.core.goal.Sample.bookings;
import static dev.guidepost.core.goal.Sample.day;
import static dev.guidepost.core.goal.Sample.period;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.agreement.Agreement.Status;
import dev.guidepost.core.agreement.Agreement.Step;
import dev.guidepost.core.closing.Closing;
import dev.guidepost.core.closing.Closings;
import dev.guidepost.core.goal.Course;
import dev.guidepost.core.goal.PartyState;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.goal.TargetBook;
import dev.guidepost.core.goal.TargetBookState;
import dev.guidepost.core.goal.TargetVersion;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What two people say to each other, step by step. */
class AgreementTest {
  private static final Target.Key KEY = bookings(ANA, 1).build().key();
  private static final Terms MORE = new Terms.Amount(KEY, Quantity.of(260_000));
  private static final Terms LESS = new Terms.Amount(KEY, Quantity.of(240_000));
  private static final Agreement OFFER =
      Agreement.propose(DANA, ANA, day("2026-09-20"), MORE, "last year + 8 %");
  private static final Agreement COUNTERED =
      OFFER.counter(ANA, day("2026-09-22"), LESS, "two accounts moved to Ben");
  private static final Agreement AGREED = COUNTERED.agree(DANA, day("2026-09-23"));

  private static String refusal(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  @Test
  void keepsWhoSaidWhatWhenAndWhy() {
    assertEquals(Status.PROPOSED, OFFER.status());
    assertEquals(Optional.of(ANA), OFFER.waitingFor());
    assertEquals(Optional.empty(), OFFER.agreed());
    assertEquals(Status.COUNTERED, COUNTERED.status());
    assertEquals(Optional.of(DANA), COUNTERED.waitingFor());
    assertEquals(Optional.of(LESS), AGREED.agreed());
    assertEquals(Optional.empty(), AGREED.waitingFor());
    assertEquals(
        "bookings of ana in 2026-Q4: agreed 240,000 by dana on 2026-09-23", AGREED.toString());
    assertEquals(
        "countered 240,000 by ana on 2026-09-22: two accounts moved to Ben",
        AGREED.steps().get(1).toString());
    Agreement gone = AGREED.withdraw(ANA, day("2026-10-20"), "the territory was split");
    assertEquals(Optional.empty(), gone.agreed());
    assertEquals(Optional.empty(), gone.waitingFor());
    assertEquals(Status.WITHDRAWN, OFFER.withdraw(ANA, day("2026-09-20"), "no").status());
    assertEquals(Optional.of(MORE), OFFER.agree(ANA, day("2026-09-20")).agreed());
  }

  @Test
  void readsBackInTime() {
    assertEquals(Optional.empty(), AGREED.asOf(day("2026-09-19")));
    assertEquals(Optional.of(OFFER), AGREED.asOf(day("2026-09-21")));
    assertEquals(Optional.of(AGREED), AGREED.asOf(day("2026-12-31")));
  }

  @Test
  void refusesIllegalSteps() {
    assertTrue(
        refusal(() -> OFFER.agree(DANA, day("2026-09-23"))).contains("the other one may accept"));
    assertTrue(refusal(() -> OFFER.agree(BEN, day("2026-09-23"))).contains("only dana or ana"));
    assertTrue(refusal(() -> OFFER.agree(ANA, day("2026-09-19"))).contains("must not come before"));
    assertTrue(
        refusal(() -> OFFER.counter(ANA, day("2026-09-22"), MORE, "same"))
            .contains("by other terms"));
    assertTrue(
        refusal(() -> OFFER.counter(DANA, day("2026-09-22"), LESS, "own"))
            .contains("the other one may counter"));
    assertTrue(
        refusal(() -> AGREED.counter(ANA, day("2026-09-25"), MORE, "again"))
            .contains("withdrawn first"));
    assertTrue(refusal(() -> AGREED.agree(ANA, day("2026-09-25"))).contains("an open offer"));
    Terms other = new Terms.Amount(bookings(BEN, 1).build().key(), Quantity.of(1));
    assertTrue(
        refusal(() -> OFFER.counter(ANA, day("2026-09-22"), other, "?"))
            .contains("about the same"));
    assertTrue(
        refusal(() -> OFFER.with(new Step(Status.AGREED, ANA, day("2026-09-22"), LESS, "")))
            .contains("as it is"));
    assertTrue(
        refusal(() -> OFFER.with(new Step(Status.WITHDRAWN, ANA, day("2026-09-22"), LESS, "x")))
            .contains("as it is"));
    assertTrue(
        refusal(() -> OFFER.with(new Step(Status.PROPOSED, ANA, day("2026-09-22"), LESS, "x")))
            .contains("not made again"));
    Agreement gone = OFFER.withdraw(DANA, day("2026-09-22"), "budget");
    assertTrue(refusal(() -> gone.withdraw(DANA, day("2026-09-22"), "twice")).contains("once"));
    assertTrue(refusal(() -> gone.agree(ANA, day("2026-09-22"))).contains("open offer"));
    assertEquals(
        "countered must have a reason, but had none by ana on 2026-09-22",
        refusal(() -> OFFER.counter(ANA, day("2026-09-22"), LESS, " ")));
    assertTrue(refusal(() -> new Agreement(ANA, DANA, List.of())).contains("has no step"));
    assertTrue(
        refusal(() -> new Agreement(ANA, ANA, OFFER.steps())).contains("two people must agree"));
    assertTrue(
        refusal(() -> new Agreement(ANA, DANA, OFFER.steps()))
            .contains("must start with an offer"));
    assertTrue(
        refusal(() -> new Agreement(DANA, ANA, AGREED.steps().subList(1, 3)))
            .contains("must start with an offer"));
  }

  @Test
  void agreesOnMetricsAndWeeksToo() {
    Terms.Metrics three =
        new Terms.Metrics(ANA, Q4, Set.of(StandardMetrics.MEETINGS, StandardMetrics.WIN_YIELD));
    Agreement metrics =
        Agreement.propose(ANA, DANA, day("2026-09-20"), three, "what I can act on")
            .agree(DANA, day("2026-09-21"));
    assertEquals(
        "metrics of ana in 2026-Q4: agreed [meetings, win-yield] by dana on 2026-09-21",
        metrics.toString());
    assertTrue(refusal(() -> new Terms.Metrics(ANA, Q4, Set.of())).contains("at least one"));
    Terms.Week week = week(Map.of(StandardMetrics.MEETINGS, 6));
    assertEquals("week 2026-W45 of ana", week.subject().toString());
    assertEquals(period("2026-W45"), week.subject().period());
    assertEquals(Q4, three.subject().period());
    assertEquals("{meetings=6}", week.toString());
    assertTrue(refusal(() -> week(Map.of())).contains("1 to 3 activities"));
    assertTrue(refusal(() -> week(Map.of(StandardMetrics.CALLS, 0))).contains("at least 1"));
    assertTrue(
        refusal(
                () ->
                    week(
                        Map.of(
                            StandardMetrics.CALLS,
                            1,
                            StandardMetrics.MEETINGS,
                            1,
                            StandardMetrics.WINS,
                            1,
                            StandardMetrics.LOSSES,
                            1)))
            .contains("1 to 3 activities"));
    assertTrue(
        refusal(() -> new Terms.Week(ANA, Q4, Map.of(StandardMetrics.CALLS, 1)))
            .contains("must be for a week"));
  }

  private static Terms.Week week(Map<dev.guidepost.core.metric.MetricId, Integer> counts) {
    return new Terms.Week(ANA, period("2026-W45"), counts);
  }

  @Test
  void booksGrowAndAreNeverRewritten() {
    Agreements all = Agreements.NONE.with(OFFER).with(AGREED);
    assertEquals(List.of(AGREED), all.all());
    assertEquals(Optional.of(AGREED), all.of(bookings(ANA, 99).build()));
    assertEquals(Optional.empty(), all.of(bookings(BEN, 99).build()));
    assertEquals(all, all.with(AGREED));
    assertTrue(refusal(() -> all.with(OFFER)).contains("must go on from what was said"));
    assertTrue(
        refusal(() -> all.with(OFFER.agree(ANA, day("2026-09-20"))))
            .contains("must go on from what was said"));
    assertTrue(
        refusal(() -> all.with(Agreement.propose(ANA, DANA, day("2026-09-25"), MORE, "new")))
            .contains("must go on from what was said"));
    Agreement gone = AGREED.withdraw(ANA, day("2026-10-20"), "the territory was split");
    Agreement anew = Agreement.propose(ANA, DANA, day("2026-10-21"), MORE, "new territory");
    Agreements again = all.with(gone).with(anew);
    assertEquals(List.of(gone, anew), again.all());
    assertEquals(Optional.of(anew), again.of(bookings(ANA, 99).build()));
    assertEquals(List.of(anew), again.waitingFor(DANA));
    assertEquals(List.of(), again.waitingFor(ANA));
    Agreement early = Agreement.propose(ANA, DANA, day("2026-10-19"), MORE, "too early");
    assertTrue(refusal(() -> all.with(gone).with(early)).contains("start after it was withdrawn"));
    assertEquals(Agreements.NONE.with(OFFER), again.asOf(day("2026-09-20")));
    assertEquals(Agreements.NONE, again.asOf(day("2026-09-19")));
    assertEquals("2 trails, 0 agreed", again.toString());
  }

  @Test
  void closedPeriodsStand() {
    Closings q4 = Closings.NONE.with(new Closing(Q4, day("2027-01-05"), DANA));
    Agreements closed = Agreements.NONE.with(OFFER).with(q4);
    assertEquals(1, closed.with(OFFER.agree(ANA, day("2027-01-05"))).all().size());
    assertTrue(
        refusal(() -> closed.with(OFFER.agree(ANA, day("2027-01-06"))))
            .startsWith("agreement on bookings of ana in 2026-Q4 must stay as it was"));
    Agreements late = Agreements.NONE.with(OFFER.agree(ANA, day("2027-01-06")));
    assertThrows(IllegalArgumentException.class, () -> late.with(q4));
    assertThrows(IllegalArgumentException.class, () -> Agreements.of(late.state(), q4));
    assertNotEquals(Agreements.NONE.with(OFFER), closed);
  }

  @Test
  void statesAreCheckedAgain() {
    Agreements all =
        Agreements.NONE
            .with(AGREED)
            .with(
                Agreement.propose(
                    ANA,
                    DANA,
                    day("2026-09-20"),
                    new Terms.Metrics(ANA, Q4, Set.of(StandardMetrics.MEETINGS)),
                    "what I can act on"))
            .with(
                Agreement.propose(
                    ANA,
                    DANA,
                    day("2026-11-02"),
                    week(Map.of(StandardMetrics.MEETINGS, 6)),
                    "as usual"));
    AgreementsState state = all.state();
    assertEquals(all, Agreements.of(state, Closings.NONE));
    assertEquals(all.hashCode(), Agreements.of(state, Closings.NONE).hashCode());
    assertFalse(all.equals((Object) "agreements"));
    AgreementsState.TrailState trail = state.trails().get(0);
    List<AgreementsState.StepState> steps = trail.steps();
    assertTrue(refused(List.of(steps.get(0), steps.get(0))).contains("not made again"));
    AgreementsState.StepState first = steps.get(0);
    assertTrue(
        refused(
                List.of(
                    new AgreementsState.StepState(
                        "nodded", first.by(), first.on(), first.terms(), first.why())))
            .contains("status must be"));
    AgreementsState.TermsState amount = first.terms();
    AgreementsState.TermsState week = state.trails().get(2).steps().get(0).terms();
    for (AgreementsState.TermsState bad :
        List.of(
            terms("price", List.of(), week),
            terms("amount", amount.target(), week),
            terms("week", amount.target(), week),
            new AgreementsState.TermsState(
                "week", List.of(), List.of(), week.period(), week.metrics()),
            new AgreementsState.TermsState(
                "metrics", amount.target(), week.party(), week.period(), List.of()),
            new AgreementsState.TermsState(
                "week",
                List.of(),
                List.of(new PartyState("unit", "east")),
                week.period(),
                week.metrics()),
            chosen(week, 0, 0),
            chosen(week, 0, 7))) {
      assertTrue(
          refused(
                  List.of(
                      new AgreementsState.StepState(
                          first.status(), first.by(), first.on(), bad, first.why())))
              .contains(" must "));
    }
  }

  /** Two metrics that somebody is measured by: meetings and, again, meetings. */
  private static AgreementsState.TermsState chosen(
      AgreementsState.TermsState week, int one, int other) {
    List<AgreementsState.CountState> metrics =
        one == other
            ? List.of(
                new AgreementsState.CountState("meetings", one),
                new AgreementsState.CountState("meetings", other))
            : List.of(
                new AgreementsState.CountState("meetings", one),
                new AgreementsState.CountState("calls", other));
    return new AgreementsState.TermsState(
        "metrics", List.of(), week.party(), week.period(), metrics);
  }

  @Test
  void aPersonsTermsAreAgreedWithThatPerson() {
    for (Terms terms :
        List.of(
            MORE,
            new Terms.Metrics(ANA, Q4, Set.of(StandardMetrics.MEETINGS)),
            week(Map.of(StandardMetrics.MEETINGS, 6)))) {
      assertTrue(
          refusal(() -> Agreement.propose(BEN, DANA, day("2026-09-20"), terms, "why not"))
              .endsWith(" must be agreed by ana and somebody else, but was between ben and dana"));
    }
    Terms unit = new Terms.Amount(bookings(ANA, 1).owner(EAST).build());
    assertEquals(
        Status.AGREED,
        Agreement.propose(BEN, DANA, day("2026-09-20"), unit, "as last year")
            .agree(DANA, day("2026-09-21"))
            .status());
  }

  @Test
  void aTargetIsAgreedOnWithAllItAsksFor() {
    Target whole =
        bookings(ANA, 240)
            .threshold(Quantity.of(180))
            .stretch(Quantity.of(280))
            .weight(Quantity.of(2))
            .direction(Direction.HIGHER_IS_BETTER)
            .course(Course.straightLine())
            .build();
    Terms.Amount terms = new Terms.Amount(whole);
    assertEquals(
        "240 (threshold 180, stretch 280, higher is better, weight 2, another course)",
        terms.toString());
    assertEquals(List.of(), terms.beside(whole));
    assertEquals(
        List.of(),
        terms.beside(
            Target.builder().from(whole).basis(new Target.Assumed("as last year")).build()));
    assertEquals(
        List.of(
            "250",
            "no threshold",
            "no stretch",
            "the metric's own direction",
            "weight 1",
            "no course"),
        terms.beside(bookings(ANA, 250).build()));
    Agreement trail = Agreement.propose(DANA, ANA, day("2026-09-20"), terms, "growth");
    Terms easier =
        new Terms.Amount(Target.builder().from(whole).threshold(Quantity.of(150)).build());
    assertEquals(easier, trail.counter(ANA, day("2026-09-21"), easier, "a late start").terms());
    Agreements all = Agreements.NONE.with(trail);
    assertEquals(all, Agreements.of(all.state(), Closings.NONE));
  }

  @Test
  void anAgreedTargetBecomesAVersion() {
    TargetVersion version = AGREED.version(Q4.start());
    assertEquals(
        "240,000 from 2026-10-01 (ana on 2026-09-23: two accounts moved to Ben)",
        version.toString());
    TargetBook book = TargetBook.EMPTY.with(version);
    assertEquals(Optional.of(version.target()), book.find(KEY, day("2026-10-01")));
    assertEquals(day("2026-11-01"), AGREED.version(day("2026-11-01")).effectiveFrom());
    assertTrue(refusal(() -> OFFER.version(Q4.start())).contains("must be agreed by both"));
    Agreement metrics =
        Agreement.propose(
                ANA,
                DANA,
                day("2026-09-20"),
                new Terms.Metrics(ANA, Q4, Set.of(StandardMetrics.MEETINGS)),
                "x")
            .agree(DANA, day("2026-09-20"));
    assertTrue(refusal(() -> metrics.version(Q4.start())).contains("must be agreed by both"));
  }

  @Test
  void saysHowWhatWasAgreedIsChanged() {
    assertTrue(
        refusal(() -> AGREED.counter(ANA, day("2026-10-01"), MORE, "more after all"))
            .endsWith("what was agreed is withdrawn first, and proposed anew"));
  }

  @Test
  void aWeekStandsOnceAgreedAndIsAgreedInTime() {
    Terms six = week(Map.of(StandardMetrics.MEETINGS, 6));
    Terms two = week(Map.of(StandardMetrics.MEETINGS, 2));
    Agreement offer = Agreement.propose(ANA, DANA, day("2026-11-02"), six, "as usual");
    Agreement agreed = offer.agree(DANA, day("2026-11-02"));
    assertTrue(
        refusal(() -> agreed.withdraw(ANA, day("2026-11-04"), "too much"))
            .endsWith("a week stands as it was agreed"));
    Agreement lowered =
        Agreement.propose(ANA, DANA, day("2026-11-04"), two, "less").agree(DANA, day("2026-11-04"));
    assertTrue(
        refusal(() -> Agreements.NONE.with(agreed).with(lowered))
            .contains("must go on from what was said"));
    assertEquals(Status.AGREED, offer.agree(DANA, day("2026-11-08")).status());
    String late = "week 2026-W45 of ana must be agreed on by 2026-11-08, but was";
    assertTrue(refusal(() -> offer.agree(DANA, day("2026-11-09"))).startsWith(late));
    assertTrue(refusal(() -> offer.counter(DANA, day("2026-11-09"), two, "x")).startsWith(late));
    assertTrue(
        refusal(() -> Agreement.propose(ANA, DANA, day("2026-12-09"), six, "x")).startsWith(late));
    assertEquals(Status.WITHDRAWN, offer.withdraw(ANA, day("2026-11-09"), "it is over").status());
  }

  @Test
  void weeksOfAPersonShareNoDay() {
    Period monday = period("2026-W45");
    Period sunday =
        new Period(Grain.WEEK, monday.start().minusDays(1), monday.end().minusDays(1), "Sunday");
    Terms six = week(Map.of(StandardMetrics.MEETINGS, 6));
    Terms other = new Terms.Week(ANA, sunday, Map.of(StandardMetrics.CALLS, 6));
    Agreement first = Agreement.propose(ANA, DANA, day("2026-10-30"), six, "as usual");
    Agreement second = Agreement.propose(ANA, DANA, day("2026-10-30"), other, "as usual");
    Agreements one = Agreements.NONE.with(first);
    assertTrue(refusal(() -> one.with(second)).startsWith("weeks of ana must not share days"));
    Agreement gone = first.withdraw(ANA, day("2026-10-31"), "weeks start on Sunday");
    assertEquals(2, one.with(gone).with(second).all().size());
    Terms bens = new Terms.Week(BEN, sunday, Map.of(StandardMetrics.CALLS, 6));
    assertEquals(
        2,
        one.with(List.of(Agreement.propose(BEN, DANA, day("2026-10-30"), bens, "as usual")))
            .all()
            .size());
    Period month = new Period(Grain.WEEK, monday.start(), monday.start().plusDays(28), "long");
    assertTrue(
        refusal(() -> new Terms.Week(ANA, month, Map.of(StandardMetrics.CALLS, 6)))
            .startsWith("commitment of ana must be for a week of 7 days, but was for week long"));
    Period first7 = new Period(Grain.WEEK, LocalDate.MIN, LocalDate.MIN.plusDays(7), "first");
    Terms edge = new Terms.Week(ANA, first7, Map.of(StandardMetrics.CALLS, 6));
    assertEquals(
        1,
        Agreements.NONE
            .with(Agreement.propose(ANA, DANA, LocalDate.MIN, edge, "as usual"))
            .all()
            .size());
  }

  @Test
  void thousandsOfTrailsComeBackInNoTime() {
    List<Agreement> trails = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      PersonId person = PersonId.of("p" + i);
      trails.add(
          Agreement.propose(
              DANA, person, day("2026-09-20"), new Terms.Amount(bookings(person, 1).build()), "w"));
    }
    Agreements all = Agreements.NONE.with(trails);
    AgreementsState state = all.state();
    assertEquals(
        all,
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> Agreements.of(state, Closings.NONE)));
  }

  private static AgreementsState.TermsState terms(
      String kind, List<TargetBookState.TargetState> target, AgreementsState.TermsState week) {
    return new AgreementsState.TermsState(
        kind, target, week.party(), week.period(), week.metrics());
  }

  private static String refused(List<AgreementsState.StepState> steps) {
    AgreementsState state =
        new AgreementsState(List.of(new AgreementsState.TrailState("dana", "ana", steps)));
    return refusal(() -> Agreements.of(state, Closings.NONE));
  }
}
