package dev.guidepost.targets.rates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.stat.Beta;
import dev.guidepost.core.stat.BetaMixture;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference values: exact binomial and beta-binomial quantiles, computed with scipy. */
class NeededTest {
  private static final PersonId ANA = PersonId.of("ana");

  /** A rate that is known as well as it can be. */
  private static PersonalRate known(double rate) {
    return rate(1e6 * rate, 1e6 * (1 - rate));
  }

  private static PersonalRate rate(double alpha, double beta) {
    BetaMixture truth = BetaMixture.of(Beta.of(alpha, beta));
    return new PersonalRate(ANA, "East", 17, 45, 0.52, truth, 0.80);
  }

  @ParameterizedTest
  @CsvSource({
    ".70, 3, 1.33, 1.67, 2.00",
    ".70, 10, 1.4, 1.6, 1.8",
    ".70, 100, 1.43, 1.49, 1.53",
    ".25, 3, 3.67, 5.33, 6.67",
    ".25, 10, 3.9, 4.9, 5.5",
    ".25, 100, 3.99, 4.29, 4.45",
    ".10, 10, 9.7, 12.4, 14.0",
  })
  void coverageFollowsTheRateAndTheNumberOfWins(
      double rate, long wins, double half, double eighty, double ninety) {
    assertEquals(half, known(rate).needed(wins, 0.5).perEvent(), 0.005);
    assertEquals(eighty, known(rate).needed(wins, 0.8).perEvent(), 0.005);
    assertEquals(ninety, known(rate).needed(wins, 0.9).perEvent(), 0.005);
  }

  @Test
  void oneRuleForEverybodyAsksTooMuchOrTooLittle() {
    Needed.Rule strong = known(0.70).needed(10, 0.90).compareWith(3);
    assertEquals(0.99999, strong.chance(), 5e-6);
    assertEquals(OptionalLong.of(12), strong.excess());
    assertEquals(1.43, strong.needed().onAverage(), 0.005);
    assertEquals("18 (1.8 a win); 3 a win gives over 99 %; 70 % [70, 70], 52 % own", "" + strong);
    Needed.Rule weak = known(0.20).needed(10, 0.90).compareWith(3);
    assertEquals(0.0611, weak.chance(), 5e-5);
    assertEquals(OptionalLong.of(-39), weak.excess());
    assertEquals("69 (6.9 a win); 3 a win gives 6 %; 20 % [20, 20], 52 % own", weak.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "6, 14, .5, 33",
    "6, 14, .9, 61",
    "60, 140, .9, 47",
    "600, 1400, .9, 45",
    "14, 6, .9, 19",
    "2, 8, .9, 168"
  })
  void whatIsNotKnownOfTheRateTakesMore(double alpha, double beta, double confidence, long trials) {
    assertEquals(OptionalLong.of(trials), rate(alpha, beta).needed(10, confidence).trials());
  }

  @Test
  void saysWhereNoNumberIsCredible() {
    Needed hopeless = rate(0.2, 60).needed(10, 0.99);
    assertEquals(OptionalLong.empty(), hopeless.trials());
    assertEquals(Double.POSITIVE_INFINITY, hopeless.perEvent());
    assertEquals("no credible number; 0 % [0, 1], 52 % own", hopeless.toString());
    Needed.Rule rule = hopeless.compareWith(2.5);
    assertEquals(25, rule.trials());
    assertEquals(OptionalLong.empty(), rule.excess());
    assertEquals(
        "no credible number; 2.5 a win gives under 1 %; 0 % [0, 1], 52 % own", rule.toString());
  }

  @Test
  void roundsTheRulesTrialsUp() {
    assertEquals(3, known(0.5).needed(1, 0.5).compareWith(2.2).trials());
    assertEquals(33, known(0.5).needed(30, 0.5).compareWith(1.1).trials());
    Needed.Rule tooFew = known(0.5).needed(10, 0.6).compareWith(0.5);
    assertEquals(0.0, tooFew.chance());
    assertEquals("21 (2.1 a win); 0.5 a win gives 0 %; 50 % [50, 50], 52 % own", "" + tooFew);
  }

  @Test
  void refusesWhatIsNoRule() {
    Needed needed = known(0.5).needed(10, 0.9);
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 2e6}) {
      assertThrows(IllegalArgumentException.class, () -> needed.compareWith(bad));
    }
    assertThrows(IllegalArgumentException.class, () -> known(0.5).needed(0, 0.9));
    assertThrows(IllegalArgumentException.class, () -> known(0.5).needed(10, 1));
  }
}
