package dev.guidepost.core.agreement;

import static dev.guidepost.core.goal.Sample.ANA;
import static dev.guidepost.core.goal.Sample.BEN;
import static dev.guidepost.core.goal.Sample.DANA;
import static dev.guidepost.core.goal.Sample.Q4;
import static dev.guidepost.core.goal.Sample.day;
import static dev.guidepost.core.goal.Sample.period;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.goal.Sample;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Three a week, fixed, and every week for itself. */
class CommitmentsTest {
  private static final Period WEEK = period("2026-W45");
  private static final Commitment MEETINGS = commitment(ANA, StandardMetrics.MEETINGS, 6);
  private static final Commitment CALLS = commitment(ANA, StandardMetrics.CALLS, 30);
  private static final Commitments BOTH = Commitments.of(List.of(MEETINGS, CALLS));

  private static Commitment commitment(PersonId person, MetricId metric, int count) {
    return new Commitment(person, DANA, metric, WEEK, count, WEEK.start());
  }

  private static Miss.Builder miss() {
    return Miss.builder()
        .person(ANA)
        .metric(StandardMetrics.MEETINGS)
        .week(WEEK)
        .reason(Miss.Reason.TIME)
        .on(WEEK.end());
  }

  private static String refusal(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  @Test
  void atMostThreeAWeek() {
    Commitments three = BOTH.with(commitment(ANA, StandardMetrics.OPPORTUNITIES, 3));
    assertTrue(
        refusal(() -> three.with(commitment(ANA, StandardMetrics.WINS, 1)))
            .startsWith("person must commit to at most 3 activities a week"));
    assertEquals(4, three.with(commitment(BEN, StandardMetrics.WINS, 1)).all().size());
    assertEquals(3, three.of(ANA, WEEK).size());
    assertEquals(List.of(), three.of(ANA, period("2026-W46")));
    assertEquals(List.of(MEETINGS, CALLS), BOTH.current(WEEK.lastDay()));
    assertEquals(List.of(), BOTH.current(WEEK.end()));
    assertEquals("2 commitments, 0 reasons", BOTH.toString());
  }

  @Test
  void fixedUntilTheWeekEnds() {
    assertTrue(
        refusal(() -> BOTH.with(commitment(ANA, StandardMetrics.MEETINGS, 3)))
            .startsWith("week must stay as agreed"));
    assertTrue(
        refusal(
                () ->
                    BOTH.with(
                        new Commitment(
                            ANA,
                            DANA,
                            StandardMetrics.OPPORTUNITIES,
                            WEEK,
                            1,
                            WEEK.start().plusDays(2))))
            .startsWith("week must stay as agreed"));
    assertTrue(
        refusal(
                () ->
                    BOTH.with(
                        new Commitment(
                            ANA, BEN, StandardMetrics.OPPORTUNITIES, WEEK, 1, WEEK.start())))
            .startsWith("week must stay as agreed"));
  }

  @Test
  void comesOfAnAgreement() {
    Terms.Week terms = new Terms.Week(ANA, WEEK, Map.of(StandardMetrics.MEETINGS, 6));
    Agreement offer = Agreement.propose(DANA, ANA, day("2026-10-30"), terms, "as usual");
    Commitments agreed = Commitments.NONE.with(offer.agree(ANA, WEEK.start()));
    assertEquals(List.of(MEETINGS), agreed.all());
    Agreement own = Agreement.propose(ANA, DANA, day("2026-10-30"), terms, "as usual");
    assertEquals(List.of(MEETINGS), Commitments.NONE.with(own.agree(DANA, WEEK.start())).all());
    assertTrue(refusal(() -> Commitments.NONE.with(offer)).contains("must be agreed by both"));
    Agreement target =
        Agreement.propose(
                DANA,
                ANA,
                day("2026-09-30"),
                new Terms.Amount(Sample.bookings(ANA, 1).build().key(), Quantity.of(1)),
                "?")
            .agree(ANA, day("2026-09-30"));
    assertTrue(refusal(() -> Commitments.NONE.with(target)).contains("must be agreed by both"));
    assertEquals(Q4, Sample.Q4);
  }

  @Test
  void theOneWhoMissedItSaysWhy() {
    assertEquals("4/6", BOTH.result(MEETINGS, 4).toString());
    Commitments told = BOTH.explained(miss().words("a tender").build(), 4);
    Commitments.Result result = told.result(MEETINGS, 4);
    assertFalse(result.kept());
    assertEquals("4/6 (time: a tender)", result.toString());
    assertEquals("30/30", told.result(CALLS, 30).toString());
    assertTrue(told.result(CALLS, 30).kept());
    assertEquals("6/6", told.result(MEETINGS, 6).toString()); // recorded late: kept after all
    assertEquals(1, told.misses().size());
    assertEquals(
        "[4/6 (time: a tender), 7/30]",
        told.results(ANA, WEEK, item -> item.equals(CALLS) ? 7 : 4).toString());
    assertTrue(refusal(() -> told.explained(miss().build(), 4)).contains("must be given once"));
    assertTrue(refusal(() -> BOTH.explained(miss().build(), 6)).contains("must be missed"));
    assertTrue(refusal(() -> BOTH.explained(miss().build(), -1)).contains("0 or more"));
    assertTrue(refusal(() -> BOTH.result(CALLS, -1)).contains("0 or more"));
    assertTrue(
        refusal(() -> BOTH.explained(miss().person(BEN).build(), 0))
            .contains("must have committed"));
    assertTrue(
        refusal(() -> miss().on(WEEK.lastDay()).build())
            .contains("must be over before it was missed"));
    assertTrue(refusal(() -> miss().reason(Miss.Reason.WORDS).build()).contains("must say why"));
    assertEquals("snow", miss().reason(Miss.Reason.WORDS).words("snow").build().toString());
    assertEquals("leave", miss().reason(Miss.Reason.LEAVE).build().toString());
  }

  @Test
  void comesBackFromItsState() {
    Commitments told = BOTH.explained(miss().words("a tender").build(), 4);
    assertEquals(told, Commitments.of(told.state()));
    assertEquals(told.hashCode(), Commitments.of(told.state()).hashCode());
    assertNotEquals(BOTH, told);
    assertNotEquals(Commitments.NONE, BOTH);
    assertFalse(BOTH.equals((Object) "commitments"));
    CommitmentsState.MissState kept = told.state().misses().get(0);
    CommitmentsState unknown =
        new CommitmentsState(
            told.state().commitments(),
            List.of(
                new CommitmentsState.MissState(
                    kept.person(), kept.metric(), kept.week(), "weather", "", kept.on())));
    assertTrue(refusal(() -> Commitments.of(unknown)).contains("must be one of"));
    CommitmentsState without = new CommitmentsState(List.of(), told.state().misses());
    assertTrue(refusal(() -> Commitments.of(without)).contains("must have committed"));
    CommitmentsState twice = new CommitmentsState(told.state().commitments(), List.of(kept, kept));
    assertTrue(refusal(() -> Commitments.of(twice)).contains("must be given once"));
  }

  private static Period sunday() {
    return new Period(Grain.WEEK, WEEK.start().minusDays(1), WEEK.end().minusDays(1), "Sunday");
  }

  @Test
  void aWeekHasSevenDaysAndSharesNoneWithAnother() {
    Period month = new Period(Grain.WEEK, WEEK.start(), WEEK.start().plusDays(28), "long");
    assertTrue(
        refusal(() -> new Commitment(ANA, DANA, StandardMetrics.CALLS, month, 1, WEEK.start()))
            .startsWith("commitment of ana must be for a week of 7 days, but was for week long"));
    Commitment other = new Commitment(ANA, DANA, StandardMetrics.CALLS, sunday(), 1, WEEK.start());
    assertEquals(
        "weeks of ana must not share days, but week Sunday [2026-11-01, 2026-11-08) does with that"
            + " from 2026-11-02 on",
        refusal(() -> BOTH.with(other)));
    assertTrue(refusal(() -> Commitments.of(List.of(other, MEETINGS))).contains("share days"));
    Commitment bens = new Commitment(BEN, DANA, StandardMetrics.CALLS, sunday(), 1, WEEK.start());
    assertEquals(3, BOTH.with(bens).all().size());
    Commitment next =
        new Commitment(ANA, DANA, StandardMetrics.CALLS, period("2026-W46"), 1, WEEK.start());
    assertEquals(3, BOTH.with(next).all().size());
  }

  @Test
  void isReadAsItWasKnown() {
    Commitments told = BOTH.explained(miss().on(WEEK.end().plusDays(2)).build(), 4);
    assertEquals(BOTH, told.asOf(WEEK.end().plusDays(1)));
    assertEquals(told, told.asOf(WEEK.end().plusDays(2)));
    assertEquals(BOTH, told.asOf(WEEK.start()));
    assertEquals(Commitments.NONE, told.asOf(WEEK.start().minusDays(1)));
  }

  @Test
  void isToWhatCanBeDoneAndCounted() {
    Catalog catalog = StandardMetrics.fullCatalog("USD", 2);
    Commitments counted = BOTH.with(catalog);
    assertEquals(BOTH, counted);
    assertEquals(3, counted.with(commitment(ANA, StandardMetrics.OPPORTUNITIES, 1)).all().size());
    assertEquals(
        "commitment must be to something that can be done and counted, but \"5000 bookings of ana"
            + " in 2026-W45, agreed with dana\" is not: bookings is a result, and nothing to do",
        refusal(() -> counted.with(commitment(ANA, StandardMetrics.BOOKINGS, 5000))));
    assertTrue(
        refusal(() -> counted.with(commitment(ANA, MetricId.of("nonsense"), 1)))
            .endsWith("nonsense is not in the catalog"));
    assertTrue(
        refusal(() -> counted.with(commitment(ANA, StandardMetrics.MEETING_CONVERSION, 1)))
            .endsWith("meeting-conversion is not counted in whole numbers"));
    Commitments before = BOTH.with(commitment(BEN, StandardMetrics.BOOKINGS, 5000));
    assertTrue(refusal(() -> before.with(catalog)).contains("is a result"));
  }

  @Test
  void thousandsComeBackInNoTime() {
    List<Commitment> all = new ArrayList<>();
    List<CommitmentsState.MissState> missed = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      all.add(commitment(PersonId.of("p" + i), StandardMetrics.MEETINGS, 6));
      missed.add(
          new CommitmentsState.MissState(
              "p" + i, "meetings", WEEK.toString(), "time", "", WEEK.end().toString()));
    }
    CommitmentsState state =
        new CommitmentsState(Commitments.of(all).state().commitments(), missed);
    assertEquals(
        20_000,
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Commitments.of(state))
            .misses()
            .size());
  }
}
