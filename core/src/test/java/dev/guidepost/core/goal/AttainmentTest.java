package dev.guidepost.core.goal;

import static dev.guidepost.core.goal.Sample.ANA;
import static dev.guidepost.core.goal.Sample.BEN;
import static dev.guidepost.core.goal.Sample.BOOKINGS;
import static dev.guidepost.core.goal.Sample.amount;
import static dev.guidepost.core.goal.Sample.bookings;
import static dev.guidepost.core.goal.Sample.visits;
import static dev.guidepost.core.goal.Sample.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.goal.Attainment.Level;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What attainment is, for every direction and sign. */
class AttainmentTest {

  /**
   * The published cases: a goal of 300 from its children only, 100 and 200; each child wins 400
   * (CASES C-A6, Microsoft SDK sample, roll up all goals); a goal of 5 with an actual of 10 (C-A8,
   * override goal total).
   */
  @ParameterizedTest
  @CsvSource({"100, 400, 400.00 %", "200, 400, 200.00 %", "300, 800, 266.67 %", "5, 10, 200.00 %"})
  void agreesWithPublishedCases(long target, long actual, String percent) {
    Attainment attained =
        Attainment.of(BOOKINGS, bookings(ANA, target).build(), Quantity.of(actual));
    assertEquals(percent, ((Score.Known) attained.score()).ratio().percent(2));
    assertTrue(attained.reached());
  }

  /**
   * The rows with a target above or below 0 are those of the scorecard formulas of Stratec
   * (performance by polarity): actual / target and 200 - actual / target, and for a negative target
   * that is to be undercut actual / target; the loss that is smaller than allowed was worked out by
   * hand.
   */
  @ParameterizedTest
  @CsvSource({
    "higher is better, 100, 80, 80.0 %, SHORT",
    "higher is better, 100, 0, 0.0 %, SHORT",
    "higher is better, 100, -20, -20.0 %, SHORT",
    "higher is better, 100, 100, 100.0 %, TARGET",
    "higher is better, -100, -50, 150.0 %, TARGET",
    "higher is better, -100, -100, 100.0 %, TARGET",
    "higher is better, -100, -150, 50.0 %, SHORT",
    "higher is better, -1, 2, 400.0 %, TARGET",
    "lower is better, 100, 80, 120.0 %, TARGET",
    "lower is better, 100, 0, 200.0 %, TARGET",
    "lower is better, 100, 150, 50.0 %, SHORT",
    "lower is better, 100, 200, 0.0 %, SHORT",
    "lower is better, 100, 250, -50.0 %, SHORT",
    "lower is better, -100, -150, 150.0 %, TARGET",
    "lower is better, -100, -50, 50.0 %, SHORT",
    "within 3 and 5, 4, 3, 100.0 %, TARGET",
    "within 3 and 5, 4, 5, 100.0 %, TARGET",
    "within 3 and 5, 4, 2, 75.0 %, SHORT",
    "within 3 and 5, 4, 7, 50.0 %, SHORT",
    "within -1 and 1, 0.5, -2, -100.0 %, SHORT",
  })
  void holdsForEveryDirectionAndSign(
      String direction, String target, String actual, String percent, Level level) {
    Metric metric = with(Direction.parse(direction));
    Attainment attained = Attainment.of(metric, visits(target), amount(actual));
    assertEquals(percent, attained.score().toString());
    assertEquals(Optional.of(level), attained.level());
    assertEquals(level == Level.TARGET, attained.reached());
  }

  @Test
  void zeroHasNoPercentageButIsReachedOrNot() {
    Metric lower = with(Direction.LOWER_IS_BETTER);
    Attainment none = Attainment.of(lower, visits("0"), Quantity.ZERO);
    assertEquals(new Score.NotApplicable("there is no percentage of 0"), none.score());
    assertTrue(none.reached());
    assertEquals(Optional.of(Quantity.ZERO), none.advance());
    Attainment some = Attainment.of(lower, visits("0"), Quantity.of(2));
    assertFalse(some.reached());
    assertEquals(Optional.of(Quantity.of(-2)), some.advance());
    assertEquals("not applicable: there is no percentage of 0 (2 of 0), short", some.toString());
  }

  @Test
  void absentIsNotZero() {
    Attainment nothing = Attainment.withoutTarget(BOOKINGS, Quantity.of(5));
    assertEquals(new Score.NotApplicable("no target"), nothing.score());
    assertEquals(Optional.empty(), nothing.level());
    assertEquals(Optional.empty(), nothing.advance());
    assertFalse(nothing.reached());
    assertEquals("not applicable: no target (5)", nothing.toString());
    Attainment unknown =
        Attainment.notEnoughData(BOOKINGS, bookings(ANA, 100).build(), "no deal was recorded");
    assertEquals(new Score.NotEnoughData("no deal was recorded"), unknown.score());
    assertEquals(Optional.empty(), unknown.level());
    assertEquals(Optional.empty(), unknown.advance());
    assertEquals("not enough data: no deal was recorded (unknown of 100)", unknown.toString());
  }

  @Test
  void tellsThresholdAndStretch() {
    Target target = bookings(ANA, 240).threshold(amount("200")).stretch(amount("280")).build();
    for (String row : List.of("199 SHORT", "200 THRESHOLD", "240 TARGET", "280 STRETCH")) {
      String[] part = row.split(" ", -1);
      assertEquals(
          Optional.of(Level.valueOf(part[1])),
          Attainment.of(BOOKINGS, target, amount(part[0])).level());
    }
    assertEquals(
        "83.3 % (200 of 240), threshold reached",
        Attainment.of(BOOKINGS, target, amount("200")).toString());
    assertFalse(Attainment.of(BOOKINGS, target, amount("200")).reached());
    assertTrue(Attainment.of(BOOKINGS, target, amount("280")).reached());
    Target fewer =
        Target.builder()
            .owner(ANA)
            .metric(Sample.LOSSES.id())
            .period(Sample.Q4)
            .amount(amount("10"))
            .threshold(amount("12"))
            .stretch(amount("8"))
            .build();
    assertEquals(
        Optional.of(Level.THRESHOLD), Attainment.of(Sample.LOSSES, fewer, amount("11")).level());
    assertEquals(
        Optional.of(Level.STRETCH), Attainment.of(Sample.LOSSES, fewer, amount("8")).level());
  }

  @Test
  void weighsTheTargetsOfOneOwner() {
    Attainment big =
        Attainment.of(BOOKINGS, bookings(ANA, 100).weight(amount("3")).build(), amount("80"));
    Target few =
        Target.builder()
            .owner(ANA)
            .metric(Sample.LOSSES.id())
            .period(Sample.Q4)
            .amount(amount("10"))
            .build();
    Attainment small = Attainment.of(Sample.LOSSES, few, amount("8"));
    // (3 x .8 + 1 x 1.2) / 4
    assertEquals(
        new Score.Known(new Ratio(amount("0.9"), Quantity.of(1))),
        Attainment.weighted(List.of(big, small)));
    Attainment unknown = Attainment.notEnoughData(Sample.LOSSES, few, "nothing closed");
    assertEquals(unknown.score(), Attainment.weighted(List.of(big, unknown)));
    Attainment zero = Attainment.of(BOOKINGS, bookings(ANA, 0).build(), amount("8"));
    assertEquals(zero.score(), Attainment.weighted(List.of(unknown, zero, unknown)));
    Score none = new Score.NotApplicable("no target");
    assertEquals(none, Attainment.weighted(List.of()));
    assertEquals(
        none, Attainment.weighted(List.of(Attainment.withoutTarget(BOOKINGS, Quantity.ZERO))));
    Attainment bens = Attainment.of(BOOKINGS, bookings(BEN, 100).build(), amount("80"));
    assertEquals(
        "targets must be of one owner, but were of ana and ben",
        assertThrows(IllegalArgumentException.class, () -> Attainment.weighted(List.of(big, bens)))
            .getMessage());
  }

  @Test
  void refusesWhatContradictsItself() {
    Target target = bookings(ANA, 100).build();
    assertThrows(
        IllegalArgumentException.class, () -> Attainment.of(Sample.LOSSES, target, Quantity.of(1)));
    assertThrows(
        IllegalArgumentException.class, () -> Attainment.notEnoughData(BOOKINGS, target, " "));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Attainment(BOOKINGS, Optional.of(target), Optional.of(Quantity.ZERO), "why"));
    assertThrows(IllegalArgumentException.class, () -> new Score.Known(Ratio.of(1, 0)));
    assertThrows(IllegalArgumentException.class, () -> new Score.NotEnoughData(""));
  }
}
