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
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Fraction;
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
    assertEquals("no percentage of 0 (2 of 0), short", some.toString());
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

  /** What is short never reads 100 %, and what is made never less. */
  @ParameterizedTest
  @CsvSource({
    "240000, 239999, '99.9 % (239,999 of 240,000), short'",
    "20000, 19999, '99.9 % (19,999 of 20,000), short'",
    "20000, 20001, '100.0 % (20,001 of 20,000), target reached'",
    "-240000, -240001, '99.9 % (-240,001 of -240,000), short'",
  })
  void whatIsShortNeverReadsAsMade(long target, long actual, String text) {
    assertEquals(
        text,
        Attainment.of(BOOKINGS, bookings(ANA, target).build(), Quantity.of(actual)).toString());
  }

  @Test
  void printsWhatDoesNotFit() {
    Target target = bookings(ANA, -9_000_000_000_000_000_000L).build();
    Attainment far = Attainment.of(BOOKINGS, target, Quantity.of(9_000_000_000_000_000_000L));
    assertEquals(Optional.of(Level.TARGET), far.level());
    assertTrue(far.reached());
    assertEquals(
        "300.0 % (9,000,000,000,000,000,000 of -9,000,000,000,000,000,000), target reached",
        far.toString());
    assertThrows(ArithmeticException.class, far::score);
    assertThrows(ArithmeticException.class, far::advance);
  }

  @Test
  void weighsWithoutRoundingUpToAllOfIt() {
    Target all = bookings(ANA, 9_000_000_000_000L).build();
    Attainment nearly = Attainment.of(BOOKINGS, all, Quantity.of(8_999_999_999_999L));
    assertEquals(
        new Score.Known(new Ratio(amount("0.999999999"), Quantity.of(1))),
        Attainment.weighted(List.of(nearly)));
  }

  @Test
  void takesWhatWasMeasured() {
    Target target = bookings(ANA, 100).build();
    assertEquals(
        Attainment.of(BOOKINGS, target, amount("95.5")),
        Attainment.of(BOOKINGS, target, new Measurement.Total(BOOKINGS, amount("95.5"))));
    Target rate =
        Target.builder()
            .owner(ANA)
            .metric(Sample.WIN_RATE.id())
            .period(Sample.Q4)
            .amount(amount("0.333333334"))
            .build();
    Measurement third = new Measurement.Share(Sample.WIN_RATE, Ratio.of(1, 3));
    Attainment short9 = Attainment.of(Sample.WIN_RATE, rate, third);
    assertEquals(Optional.of(amount("0.333333333")), short9.actual());
    assertFalse(short9.reached());
    Metric fewer = with(Direction.LOWER_IS_BETTER);
    Attainment over =
        Attainment.of(
            fewer,
            visits("0.333333333"),
            new Measurement.Average(fewer, Quantity.of(1), Quantity.of(3)));
    assertEquals(Optional.of(amount("0.333333334")), over.actual());
    assertFalse(over.reached());
    Metric band = with(Direction.within(amount("0.1"), amount("0.666666666")));
    Measurement.Average twoThirds = new Measurement.Average(band, Quantity.of(2), Quantity.of(3));
    assertFalse(Attainment.of(band, visits("0.5"), twoThirds).reached());
    Measurement.Average large =
        new Measurement.Average(BOOKINGS, Quantity.of(5_000_000_000_000_000_000L), Quantity.of(3));
    assertEquals(
        Optional.of(Quantity.of(1_666_666_666_666_666_666L)),
        Attainment.of(BOOKINGS, target, large).actual());
  }

  /** Who has not reported may have more than is missing, or less than nothing. */
  @Test
  void snapshotsOfSomeAreNoVerdict() {
    Target target = bookings(ANA, 10).build();
    Measurement some = new Measurement.Snapshot(BOOKINGS, Fraction.of(50), 1, 2);
    assertEquals(
        "not enough data: not all reported: 50 USD (1 of 2 reported) (unknown of 10)",
        Attainment.of(BOOKINGS, target, some).toString());
    Measurement none = new Measurement.Snapshot(BOOKINGS, Fraction.ZERO, 0, 2);
    assertEquals(
        "not enough data: no value of bookings: - (0 of 2 reported) (unknown of 10)",
        Attainment.of(BOOKINGS, target, none).toString());
    Measurement all = new Measurement.Snapshot(BOOKINGS, Fraction.of(50), 2, 2);
    assertTrue(Attainment.of(BOOKINGS, target, all).reached());
  }

  @Test
  void nothingToMeasureByIsNotZero() {
    Target rate =
        Target.builder()
            .owner(ANA)
            .metric(Sample.WIN_RATE.id())
            .period(Sample.Q4)
            .amount(amount("0.3"))
            .build();
    assertEquals(
        "not enough data: no value of win-rate: - (0 of 0) (unknown of 0.3)",
        Attainment.of(Sample.WIN_RATE, rate, new Measurement.Share(Sample.WIN_RATE, Ratio.of(0, 0)))
            .toString());
    assertEquals(
        "measurement must be of win-rate, but was of bookings",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    Attainment.of(
                        Sample.WIN_RATE, rate, new Measurement.Total(BOOKINGS, Quantity.of(1))))
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
