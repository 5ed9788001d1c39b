package dev.guidepost.core.goal;

import static dev.guidepost.core.goal.Sample.ANA;
import static dev.guidepost.core.goal.Sample.BEN;
import static dev.guidepost.core.goal.Sample.EAST;
import static dev.guidepost.core.goal.Sample.amount;
import static dev.guidepost.core.goal.Sample.bookings;
import static dev.guidepost.core.goal.Sample.period;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What targets below come to, beside the one above. */
class AssignmentTest {
  private static final Link LINK =
      Link.of(StandardMetrics.MEETINGS, StandardMetrics.BOOKINGS)
          .times("opportunities a meeting", amount("0.36"))
          .times("win yield", amount("0.35"))
          .times("deal size", Quantity.of(12_000));

  private static Target east(long amount) {
    return bookings(ANA, amount).owner(EAST).build();
  }

  private static Target meetings(PersonId owner, String period, long amount) {
    return Target.builder()
        .owner(owner)
        .metric(StandardMetrics.MEETINGS)
        .period(period(period))
        .amount(Quantity.of(amount))
        .build();
  }

  private static String refusal(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  /** CASES C-A9: 300,000 against 410,000 is over-assigned by 110,000. */
  @Test
  void namesWhatIsOver() {
    Assignment over =
        Assignment.of(
            east(300_000), List.of(bookings(ANA, 210_000).build(), bookings(BEN, 200_000).build()));
    assertEquals(Quantity.of(110_000), over.gap());
    assertEquals("410,000 of 300,000 assigned: 110,000 over", over.toString());
    assertEquals(Ratio.of(410_000, 300_000), over.share());
    assertEquals("410,000 = ana 2026-Q4 210,000 + ben 2026-Q4 200,000", over.explain().toString());
  }

  /** CASES C-A6: a goal of 300 from its children only, 100 and 200. */
  @Test
  void namesWhatFits() {
    Assignment exact =
        Assignment.of(east(300), List.of(bookings(ANA, 100).build(), bookings(BEN, 200).build()));
    assertEquals("300 of 300 assigned", exact.toString());
    assertEquals(Quantity.ZERO, exact.gap());
    assertEquals("0 of 300 assigned: 300 missing", Assignment.of(east(300), List.of()).toString());
  }

  /**
   * CASES C-A7: a goal of 8 with a stretch of 10; children of 5 with 6 and 3 with 4 (Microsoft SDK
   * sample, goals for a fiscal year).
   */
  @Test
  void addsUpStretchesToo() {
    Target parent = bookings(ANA, 8).owner(EAST).stretch(amount("10")).build();
    Target five = bookings(ANA, 5).stretch(amount("6")).build();
    Assignment fits =
        Assignment.of(parent, List.of(five, bookings(BEN, 3).stretch(amount("4")).build()));
    assertEquals(Quantity.ZERO, fits.gap());
    assertEquals(Optional.of(Quantity.ZERO), fits.stretchGap());
    assertEquals(
        Optional.empty(),
        Assignment.of(parent, List.of(five, bookings(BEN, 3).build())).stretchGap());
    assertEquals(Optional.empty(), Assignment.of(east(8), List.of(five)).stretchGap());
  }

  @Test
  void convertsMetricsAndPeriods() {
    assertEquals(
        "bookings = meetings x opportunities a meeting 0.36 x win yield 0.35 x deal size 12,000 x"
            + " months in a quarter 3",
        LINK.overTime("months in a quarter", Quantity.of(3)).toString());
    assertEquals(
        0, new BigDecimal("30240").compareTo(LINK.of(Quantity.of(20)))); // 20 x .36 x .35 x 12,000
    Assignment mixed =
        Assignment.of(
            east(300_000),
            List.of(
                new Assignment.Child(
                    meetings(ANA, "2026-10", 20),
                    LINK.overTime("months in a quarter", Quantity.of(3))),
                new Assignment.Child(meetings(BEN, "2026-10", 20), LINK),
                new Assignment.Child(meetings(BEN, "2026-11", 25), LINK),
                new Assignment.Child(
                    bookings(BEN, 50_000).build(), Link.same(StandardMetrics.BOOKINGS))),
            2,
            RoundingMode.HALF_EVEN);
    // 90,720 + 30,240 + 37,800 + 50,000
    assertEquals("208,760 of 300,000 assigned: 91,240 missing", mixed.toString());
    assertEquals(
        "20: bookings = meetings x opportunities a meeting 0.36 x win yield 0.35 x deal size 12,000"
            + " x months in a quarter 3",
        mixed.explain().parts().get(0).note());
    assertEquals("", mixed.explain().parts().get(3).note());
  }

  @Test
  void roundsEachOnce() {
    Link third =
        Link.of(StandardMetrics.MEETINGS, StandardMetrics.BOOKINGS)
            .times("value", amount("0.333333333"));
    List<Assignment.Child> children =
        List.of(
            new Assignment.Child(meetings(ANA, "2026-10", 10), third),
            new Assignment.Child(meetings(BEN, "2026-10", 10), third));
    assertEquals(
        amount("6.66"), Assignment.of(east(10), children, 2, RoundingMode.HALF_EVEN).assigned());
    assertThrows(
        ArithmeticException.class,
        () -> Assignment.of(east(10), children, 2, RoundingMode.UNNECESSARY));
  }

  @Test
  void refusesWhatWouldBeIgnoredElsewhere() {
    assertTrue(
        refusal(
                () ->
                    Assignment.of(
                        east(1), List.of(bookings(ANA, 1).period(period("2026")).build())))
            .contains("must lie in 2026-Q4, or its link say how many"));
    assertTrue(
        refusal(
                () ->
                    Assignment.of(
                        east(1), List.of(bookings(ANA, 1).period(period("2026-09")).build())))
            .contains("must lie in 2026-Q4"));
    assertTrue(
        refusal(() -> Assignment.of(east(1), List.of(meetings(ANA, "2026-10", 1))))
            .contains("must lead to bookings"));
    assertTrue(
        refusal(
                () ->
                    Assignment.of(
                        east(1), List.of(bookings(ANA, 1).build(), bookings(ANA, 2).build())))
            .contains("must be given once"));
    Link all = LINK.overTime("months in a quarter", Quantity.of(3));
    assertTrue(
        refusal(
                () ->
                    Assignment.of(
                        east(1),
                        List.of(
                            new Assignment.Child(meetings(ANA, "2026-10", 1), all),
                            new Assignment.Child(meetings(ANA, "2026-11", 1), all)),
                        0,
                        RoundingMode.HALF_EVEN))
            .contains("one target must stand for all of 2026-Q4, but ana has several of meetings"));
    assertTrue(
        refusal(() -> new Assignment.Child(bookings(ANA, 1).build(), LINK))
            .contains("must start from bookings"));
    assertTrue(
        refusal(() -> Assignment.of(east(1), List.of(), 10, RoundingMode.UP)).contains("0 to 9"));
    assertTrue(
        refusal(() -> Assignment.of(east(1), List.of(), -1, RoundingMode.UP)).contains("0 to 9"));
    assertTrue(refusal(() -> LINK.times(" ", Quantity.of(1))).contains("blank"));
    assertTrue(refusal(() -> LINK.times("nothing", Quantity.ZERO)).contains("above 0"));
  }
}
