package dev.guidepost.targets.rates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.stat.Beta;
import dev.guidepost.core.stat.BetaMixture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Laws of personal rates. */
class RatesProperties {

  private static PersonalRate rate(double mean, double strength) {
    return new PersonalRate(
        PersonId.of("ana"),
        "East",
        0,
        0,
        0,
        BetaMixture.of(Beta.ofMeanAndStrength(mean, strength)),
        0.8);
  }

  @Property(tries = 100)
  void moreWantedOrSurerNeverNeedsLess(
      @ForAll @DoubleRange(min = .05, max = .95) double mean,
      @ForAll @DoubleRange(min = 5, max = 500) double strength,
      @ForAll @IntRange(min = 1, max = 30) int wanted,
      @ForAll @DoubleRange(min = .05, max = .8) double confidence) {
    PersonalRate rate = rate(mean, strength);
    long needed = rate.trialsFor(wanted, confidence).orElse(Long.MAX_VALUE);
    assertTrue(needed >= wanted);
    assertTrue(rate.trialsFor(wanted + 1, confidence).orElse(Long.MAX_VALUE) >= needed);
    assertTrue(rate.trialsFor(wanted, confidence + .1).orElse(Long.MAX_VALUE) >= needed);
    if (needed < Long.MAX_VALUE) {
      assertTrue(rate.chanceOf(wanted, needed) >= confidence - 1e-9);
      assertTrue(rate.chanceOf(wanted, needed - 1) < confidence + 1e-9);
    }
  }

  @Property(tries = 100)
  void chancesComplement(
      @ForAll @DoubleRange(min = .05, max = .95) double mean,
      @ForAll @DoubleRange(min = 1, max = 500) double strength,
      @ForAll @IntRange(min = -2, max = 60) int wanted,
      @ForAll @IntRange(min = 0, max = 50) int count) {
    PersonalRate rate = rate(mean, strength);
    double chance = rate.chanceOf(wanted, count);
    assertTrue(chance >= 0 && chance <= 1);
    assertEquals(1, chance + rate.chanceOfAtMost(wanted - 1L, count), 1e-9);
    assertTrue(rate.chanceOf(wanted, count + 1L) >= chance - 1e-12);
    assertTrue(rate.chanceOf(wanted + 1L, count) <= chance + 1e-12);
  }

  @Property(tries = 100)
  void bandsAscendAroundTheMean(
      @ForAll @DoubleRange(min = .05, max = .95) double mean,
      @ForAll @DoubleRange(min = 5, max = 500) double strength,
      @ForAll @IntRange(min = 1, max = 20) int count) {
    double[] bands = rate(mean, strength).bands(count);
    assertEquals(count, bands.length);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      assertTrue(bands[i] > 0 && bands[i] < 1 && (i == 0 || bands[i] >= bands[i - 1]));
      sum += bands[i];
    }
    assertEquals(mean, sum / count, .1);
  }

  @Property(tries = 30)
  void moreOwnDataWeighMoreAndSayMore(
      @ForAll @IntRange(min = 1, max = 20) int tens, @ForAll @IntRange(min = 2, max = 6) int more) {
    Trials trials = new Trials();
    trials.person("few", "company", 3L * tens, 10L * tens);
    trials.person("many", "company", 3L * tens * more, 10L * tens * more);
    trials.person("low", "company", 10, 100).person("high", "company", 60, 100);
    PersonalRates rates = trials.fit();
    PersonalRate few = rates.of(PersonId.of("few")).orElseThrow();
    PersonalRate many = rates.of(PersonId.of("many")).orElseThrow();
    assertTrue(few.estimate().ownShare() < many.estimate().ownShare());
    assertTrue(
        many.estimate().high() - many.estimate().low()
            < few.estimate().high() - few.estimate().low());
    assertTrue(few.estimate().low() <= few.mean() && few.mean() <= few.estimate().high());
  }

  @Property(tries = 60)
  void differenceIsBoundedAndDoesNotDependOnOrder(
      @ForAll @IntRange(min = 0, max = 40) int a,
      @ForAll @IntRange(min = 0, max = 40) int b,
      @ForAll @IntRange(min = 0, max = 40) int c) {
    Difference one =
        new Trials()
            .person("a", "company", a, 40)
            .person("b", "company", b, 40)
            .person("c", "company", c, 40)
            .difference();
    Difference two =
        new Trials()
            .person("a", "company", c, 40)
            .person("b", "company", a, 40)
            .person("c", "company", b, 40)
            .difference();
    assertEquals(one.pValue().orElse(-1.0), two.pValue().orElse(-1.0), 1e-12);
    assertTrue(one.lowest() <= one.highest());
    one.pValue().ifPresent(p -> assertTrue(p >= 0 && p <= 1));
    assertEquals(one.pValue().orElse(1.0) < .05, one.beyondChance());
    assertTrue(!one.toString().contains("(p = .00)"), one.toString());
  }
}
