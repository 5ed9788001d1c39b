package dev.guidepost.targets.rates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.stat.Beta;
import dev.guidepost.core.stat.BetaMixture;
import dev.guidepost.core.stat.Binomials;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.targets.Expect;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PersonalRatesTest {

  private static PersonalRate of(Beta beta) {
    return new PersonalRate(PersonId.of("ana"), "East", 0, 0, 0, BetaMixture.of(beta), 0.9);
  }

  /** METHODS A1.1, fixed prior, from a1_rates.json: 14 of 40 and 5 of 25. */
  @Test
  void doesTheArithmeticOfAFixedPrior() {
    PersonalRate first = of(new Beta(6, 14).update(14, 40));
    assertEquals(1.0 / 3, first.mean(), 1e-12);
    assertEquals(0.237229271458289, first.estimate().low(), 1e-7);
    assertEquals(0.435807181236386, first.estimate().high(), 1e-7);
    PersonalRate second = of(new Beta(6, 14).update(5, 25));
    assertEquals(0.244444444444444, second.mean(), 1e-12);
    assertEquals(0.146981945508333, second.estimate().low(), 1e-7);
    assertEquals(0.354948798042081, second.estimate().high(), 1e-7);
  }

  /** METHODS C3: 3 of 3 is not better than 45 of 100, and 0 of 4 does not need infinitely many. */
  @Test
  void smallSamplesDoNotLead() {
    assertEquals(0.391304347826087, of(new Beta(6, 14).update(3, 3)).mean(), 1e-12);
    assertEquals(0.425, of(new Beta(6, 14).update(45, 100)).mean(), 1e-12);
    assertEquals(0.25, of(new Beta(6, 14).update(0, 4)).mean(), 1e-12);
    Trials trials = new Trials().unit("east", "company");
    trials.person("lucky", "east", 3, 3).person("good", "east", 45, 100);
    for (int i = 0; i < 8; i++) {
      trials.person("p" + i, "east", 27 + i, 100);
    }
    PersonalRates rates = trials.fit();
    assertTrue(
        rates.of(PersonId.of("lucky")).orElseThrow().mean()
            < rates.of(PersonId.of("good")).orElseThrow().mean());
  }

  /** METHODS A2.6, from a2_funnel.json. */
  @Test
  void invertsWithTheRatesOwnUncertainty() {
    double[] levels = {.5, .8, .9};
    long[][] needed = {{33, 49, 61}, {32, 41, 47}, {32, 40, 45}, {14, 17, 19}, {54, 109, 168}};
    Beta[] rates = {
      new Beta(6, 14), new Beta(60, 140), new Beta(600, 1400), new Beta(14, 6), new Beta(2, 8)
    };
    for (int r = 0; r < rates.length; r++) {
      for (int i = 0; i < levels.length; i++) {
        assertEquals(OptionalLong.of(needed[r][i]), of(rates[r]).trialsFor(10, levels[i]));
      }
    }
  }

  /** METHODS A2.6: with a record of millions the rate is as good as known. */
  @Test
  void invertsAKnownRateExactly() {
    PersonalRate quarter = new Trials().person("a", "company", 25_000_000, 100_000_000).rate("a");
    PersonalRate seventy = new Trials().person("a", "company", 70_000_000, 100_000_000).rate("a");
    double[] levels = {.5, .8, .9};
    long[] wanted = {3, 10, 30, 100};
    long[][] ofQuarter = {{11, 16, 20}, {39, 49, 55}, {119, 136, 145}, {399, 429, 445}};
    long[][] ofSeventy = {{4, 5, 6}, {14, 16, 18}, {43, 46, 49}, {143, 149, 153}};
    for (int k = 0; k < wanted.length; k++) {
      for (int i = 0; i < levels.length; i++) {
        assertEquals(OptionalLong.of(ofQuarter[k][i]), quarter.trialsFor(wanted[k], levels[i]));
        assertEquals(OptionalLong.of(ofSeventy[k][i]), seventy.trialsFor(wanted[k], levels[i]));
      }
    }
    // METHODS C10: 40 at 25 % make 10 with .560, 55 with .911; 3x for 70 % is .99999.
    assertEquals(.560, quarter.chanceOf(10, 40), 5e-4);
    assertEquals(.911, quarter.chanceOf(10, 55), 5e-4);
    assertEquals(.99999, seventy.chanceOf(10, 30), 1e-5);
  }

  @Test
  void saysWhenNoNumberIsCredible() {
    assertEquals(OptionalLong.empty(), of(new Beta(.01, 1)).trialsFor(10, .99));
    Expect.rejected("must", () -> of(new Beta(1, 1)).trialsFor(1, 1));
    Expect.rejected("must", () -> of(new Beta(1, 1)).trialsFor(-1, .5));
    Expect.rejected("count must be at least 1", () -> of(new Beta(1, 1)).bands(0));
    Expect.rejected("count must be at least 1", () -> of(new Beta(1, 1)).bands(-1));
  }

  @Test
  void startsTheRootFromJeffreys() {
    PersonalRates rates = new Trials().unit("east", "company").person("ana", "east", 7, 20).fit();
    PersonalRate company = rates.of(Trials.ROOT).orElseThrow();
    Beta jeffreys = new Beta(7.5, 13.5);
    assertEquals(7.5 / 21, company.mean(), 1e-12);
    assertEquals(jeffreys.quantile(.1), company.estimate().low(), 1e-6);
    assertEquals(jeffreys.quantile(.9), company.estimate().high(), 1e-6);
    assertEquals(20.0 / 21, company.estimate().ownShare(), 1e-12);
    assertEquals(Trials.ROOT, company.party());
    assertEquals("36 % [23 %, 49 %] 80 %, 7 of 20 own; 95 % own record", company.toString());
    assertEquals(StandardMetrics.WIN_YIELD, rates.metric());
    assertEquals(Trials.YEAR, rates.window());
    assertEquals("win-yield over 2026-01-01..2026-12-31: 3 rates", rates.toString());
  }

  @Test
  void givesANewcomerTheTeamsRate() {
    Trials trials = new Trials().unit("east", "company").unit("west", "company");
    trials.person("new", "east", 0, 0);
    for (int i = 0; i < 6; i++) {
      trials.person("e" + i, "east", 30 + 4 * i, 100).person("w" + i, "west", 55 + 3 * i, 100);
    }
    PersonalRates rates = trials.fit();
    PersonalRate newcomer = rates.of(PersonId.of("new")).orElseThrow();
    PersonalRate team = rates.of(UnitId.of("east")).orElseThrow();
    // The mean of the team's people, where the team's own is that of its deals.
    assertEquals(team.mean(), newcomer.mean(), .01);
    assertEquals(0, newcomer.estimate().ownShare());
    assertEquals(0, newcomer.estimate().trials());
    assertTrue(newcomer.toString().endsWith("0 of 0 own; 0 % own record, 100 % east"));
    PersonalRate old = rates.of(PersonId.of("e0")).orElseThrow();
    assertTrue(width(newcomer) > width(old));
    assertTrue(rates.of(PersonId.of("stranger")).isEmpty());
  }

  private static double width(PersonalRate rate) {
    return rate.estimate().high() - rate.estimate().low();
  }

  @Test
  void poolsPeopleWhoDoNotDiffer() {
    Trials trials = new Trials().unit("east", "company");
    for (int i = 0; i < 10; i++) {
      trials.person("p" + i, "east", 12, 40);
    }
    PersonalRates rates = trials.fit();
    PersonalRate one = rates.of(PersonId.of("p3")).orElseThrow();
    assertEquals(.3, one.mean(), .005);
    assertTrue(one.estimate().ownShare() < .25, one.toString());
    Trials apart = new Trials().unit("east", "company");
    for (int i = 0; i < 10; i++) {
      apart.person("p" + i, "east", i % 2 == 0 ? 4 : 36, 40);
    }
    assertTrue(apart.rate("p3").estimate().ownShare() > .85);
  }

  @Test
  void fitsTwoAndThreeLevels() {
    Trials flat = new Trials();
    Trials deep = new Trials().unit("r1", "company").unit("r2", "company");
    deep.unit("t1", "r1").unit("t2", "r1").unit("t3", "r2");
    for (int i = 0; i < 9; i++) {
      flat.person("p" + i, "company", 5 + i, 30);
      deep.person("p" + i, "t" + (1 + i % 3), 5 + i, 30);
    }
    deep.person("boss", "r2", 1, 4); // a person beside units
    PersonalRates one = flat.fit();
    PersonalRates three = deep.fit();
    assertEquals("win-yield over 2026-01-01..2026-12-31: 10 rates", one.toString());
    assertEquals("win-yield over 2026-01-01..2026-12-31: 16 rates", three.toString());
    for (PersonId person : deep.people) {
      PersonalRate rate = three.of(person).orElseThrow();
      assertTrue(rate.mean() > 0 && rate.mean() < 1);
    }
    PersonalRate boss = three.of(PersonId.of("boss")).orElseThrow();
    assertTrue(boss.toString().endsWith("% r2"), boss.toString());
  }

  @Test
  void saysNothingWithoutTrials() {
    PersonalRates rates = new Trials().person("ana", "company", 0, 0).fit();
    assertTrue(rates.of(PersonId.of("ana")).isEmpty());
    assertTrue(rates.of(Trials.ROOT).isEmpty());
  }

  @Test
  void takesAllOrNoneWon() {
    for (long won : new long[] {0, 40}) {
      PersonalRates rates =
          new Trials().person("a", "company", won, 40).person("b", "company", 0, 0).fit();
      PersonalRate rate = rates.of(PersonId.of("a")).orElseThrow();
      assertTrue(rate.mean() > 0 && rate.mean() < 1);
      assertEquals(won == 0 ? 0 : 1, rate.mean(), .03);
    }
  }

  @Test
  void alonePoolsNothing() {
    Cube cube = new Trials().person("a", "company", 3, 10).person("b", "company", 0, 0).cube();
    PersonalRates rates =
        PersonalRates.fit(cube, StandardMetrics.WIN_YIELD, Trials.YEAR, .8, Pooling.NONE);
    assertEquals(3.5 / 11, rates.of(PersonId.of("a")).orElseThrow().mean(), 1e-12);
    assertEquals(.5, rates.of(PersonId.of("b")).orElseThrow().mean(), 1e-12);
    assertEquals(1, rates.of(PersonId.of("a")).orElseThrow().estimate().ownShare());
  }

  @Test
  void refusesNonsense() {
    Expect.rejected(
        "events of win-yield must be 0 to the trials",
        () -> new Trials().person("ana", "company", 3, 2).fit());
    Cube cube = new Trials().person("ana", "company", 1, 2).cube();
    Expect.rejected(
        "rate must be a ratio metric",
        () -> PersonalRates.fit(cube, StandardMetrics.WINS, Trials.YEAR, .8));
    Expect.rejected(
        "level must lie in (0, 1), but was 1.0",
        () -> PersonalRates.fit(cube, StandardMetrics.WIN_YIELD, Trials.YEAR, 1));
    Expect.rejected(
        "period must be",
        () ->
            PersonalRates.fit(
                cube,
                StandardMetrics.WIN_YIELD,
                dev.guidepost.core.time.Period.custom(
                    Trials.YEAR.start(), Trials.YEAR.start().plusDays(1)),
                .8));
  }

  /** Simulated companies whose people's true rates are beta-distributed around their team's. */
  @Test
  void intervalsHoldTheTruthAsOftenAsTheySay() {
    SplittableRandom random = new SplittableRandom(20261121);
    int[] held = new int[3];
    int[] looked = new int[3];
    for (int company = 0; company < 60; company++) {
      double mean = .2 + .3 * random.nextDouble();
      double strength = 8 + 92 * random.nextDouble();
      Trials trials = new Trials();
      double[] truth = new double[36];
      for (int t = 0; t < 2; t++) {
        trials.unit("t" + t, "company");
        double team = Beta.ofMeanAndStrength(mean, 400).quantile(random.nextDouble());
        for (int i = 18 * t; i < 18 * t + 18; i++) {
          truth[i] = Beta.ofMeanAndStrength(team, strength).quantile(random.nextDouble());
          long opened = i % 3 == 0 ? 3 + random.nextInt(17) : 20 + random.nextInt(100);
          long won = Binomials.quantile(random.nextDouble(), opened, truth[i]);
          trials.person("p" + i, "t" + t, won, opened);
        }
      }
      PersonalRates rates = trials.fit();
      for (int i = 0; i < 36; i++) {
        PersonalRate rate = rates.of(PersonId.of("p" + i)).orElseThrow();
        long own = rate.estimate().trials();
        int band = own < 20 ? 0 : own <= 60 ? 1 : 2;
        looked[band]++;
        held[band] +=
            rate.estimate().low() <= truth[i] && truth[i] <= rate.estimate().high() ? 1 : 0;
      }
    }
    int allHeld = held[0] + held[1] + held[2];
    int all = looked[0] + looked[1] + looked[2];
    double margin = 2 * Math.sqrt(.8 * .2 / all);
    String what = allHeld + " of " + all;
    assertTrue((double) allHeld / all >= .77 - margin, what);
    assertTrue((double) allHeld / all <= .83 + margin, what);
    for (int band = 0; band < 3; band++) {
      double share = (double) held[band] / looked[band];
      assertTrue(looked[band] > 100 && share >= .70 && share <= .90, band + ": " + share);
    }
  }
}
