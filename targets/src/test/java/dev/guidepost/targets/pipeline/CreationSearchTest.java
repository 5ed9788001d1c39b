package dev.guidepost.targets.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.DealSizes;
import dev.guidepost.targets.funnel.WinsForecast;
import dev.guidepost.targets.funnel.WinsForecast.Shock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CreationSearchTest {

  private static final PersonId ANA = PersonId.of("ana");

  /** METHODS A2.6: 15 wins in 13 weeks take 6, 8 and 10 a week. */
  @Test
  void needsWhatTheReferenceNeeds() {
    WinsForecast open = Reference.forecast();
    List<CreationWeek> weeks = Reference.weeks(13);
    Map<Double, Double> needed = Map.of(.5, 6.0, .8, 8.0, .9, 10.0);
    needed.forEach(
        (confidence, perWeek) -> {
          CreationNeed need = CreationSearch.of(weeks, confidence).wholeRates().forWins(open, 15);
          assertEquals(perWeek, need.perWeek().getAsDouble());
          assertEquals(Math.round(11 * perWeek), need.total());
          assertEquals(List.of(0L, 0L), need.counts().subList(11, 13), "of no use any more");
          double tenths =
              CreationSearch.of(weeks, confidence).forWins(open, 15).perWeek().getAsDouble();
          assertTrue(tenths <= perWeek && tenths > perWeek - 1, confidence + ": " + tenths);
        });
    CreationNeed need = CreationSearch.of(weeks, .9).wholeRates().forWins(open, 15);
    assertEquals(Reference.MONDAY.plusWeeks(10), need.lastUsefulWeek().orElseThrow().start());
    assertEquals(
        "10.0 a week, 110 in all, for 15 wins: 95 % likely, 0 % as is; of use until the week of"
            + " 2026-12-14",
        need.toString());
    assertEquals(Quantity.of(110), need.explain().total());
    assertTrue(
        need.print()
            .contains("    10  week of 2026-10-05: 1.00 of a full week, 21.0 % won in time\n"),
        need.print());
  }

  /** METHODS A2.3: with 4 a week. */
  @Test
  void winsAreDistributedAsInTheReference() {
    double[] created = Reference.weeks(13).stream().mapToDouble(CreationWeek::chance).toArray();
    WinsForecast all = Reference.forecast();
    for (int i = 0; i < 4; i++) {
      all = all.plus(WinsForecast.of(Shock.NONE, created));
    }
    Map<Integer, Double> expected =
        Map.of(
            5,
            .9979852860079478,
            8,
            .948671185299909,
            10,
            .8085747252302138,
            12,
            .5601350792148994,
            15,
            .19003509584966724,
            18,
            .031456031629579315);
    for (Map.Entry<Integer, Double> wins : expected.entrySet()) {
      assertEquals(wins.getValue(), all.chanceOfAtLeast(wins.getKey()), 1e-12);
    }
  }

  private static List<CreationWeek> atOnce(double chance) {
    return Reference.weeks(new double[] {1}, new double[] {chance});
  }

  /**
   * METHODS A2.6, uncertain p: 10 wins at 90 % take 61 at Beta(6,14), 45 at Beta(600,1400), 168.
   */
  @Test
  void anUncertainYieldNeedsMore() {
    for (double[] beta : new double[][] {{6, 14, 61}, {600, 1400, 45}, {2, 8, 168}}) {
      Shock yield = new Shock(beta[0] + beta[1], 400);
      CreationNeed need =
          CreationSearch.of(atOnce(beta[0] / (beta[0] + beta[1])), .9)
              .wholeRates()
              .forWins(WinsForecast.none(yield), 10);
      assertEquals(Math.round(beta[2]), need.total(), Arrays.toString(beta));
    }
  }

  /** METHODS A2.6: money needs 68, 87 and 97 deals at p = .25 of LogN(10, .8) for 500,000. */
  @Test
  void moneyNeedsMoreThanItsMean() {
    List<Deal> won = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      won.add(
          Deal.builder()
              .id(DealId.of("d" + i))
              .owner(ANA)
              .stage("Won")
              .outcome(Outcome.WON)
              .closed(Firm.START)
              .amount(Quantity.of(Math.round(Math.exp(10 + .8 * normal((i + .5) / 4_000)))))
              .build());
    }
    DealSizes sizes = DealSizes.fit(won);
    assertEquals(30_333.26, sizes.mean(), 60);
    AmountForecast.Grid grid = new AmountForecast.Grid(500, 1_201);
    CreationSearch.Money goal =
        new CreationSearch.Money(
            500_000, grid, List.of(), sizes, ANA, AmountForecast.nothing(grid), Shock.NONE);
    Map.of(.5, 68L, .8, 87L, .9, 97L)
        .forEach(
            (confidence, deals) ->
                assertEquals(
                    deals,
                    CreationSearch.of(atOnce(.25), confidence)
                        .wholeRates()
                        .forAmount(goal)
                        .total()));
    assertEquals("500,000", CreationSearch.of(atOnce(.25), .5).forAmount(goal).goal());
  }

  /** A quantile of the normal distribution, by bisection of a series. */
  private static double normal(double p) {
    double low = -9;
    double high = 9;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (cdf(middle) < p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double cdf(double z) {
    double term = z;
    double sum = z;
    for (int i = 3; i < 400; i += 2) {
      term *= z * z / i;
      sum += term;
    }
    return .5 + sum * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  @Test
  void whatCannotBeReachedIsSaid() {
    CreationNeed none =
        CreationSearch.of(Reference.weeks(new double[] {1, 1}, new double[] {0, 0}), .8)
            .forWins(WinsForecast.of(Shock.NONE, .5), 3);
    assertTrue(none.perWeek().isEmpty());
    assertEquals(
        "no number would give 3 wins with 80 %: 0 % as is; no week is of use", none.toString());
    CreationNeed away =
        CreationSearch.of(Reference.weeks(new double[] {0}, new double[] {.5}), .8)
            .forWins(WinsForecast.none(Shock.NONE), 1);
    assertTrue(away.perWeek().isEmpty());
    CreationNeed reached = CreationSearch.of(List.of(), .8).forWins(Reference.forecast(), 0);
    assertEquals(0, reached.perWeek().getAsDouble());
    CreationNeed tooMany =
        CreationSearch.of(atOnce(1e-5), .8).forWins(WinsForecast.none(Shock.NONE), 3);
    assertTrue(tooMany.perWeek().isEmpty());
  }

  @Test
  void refusesNonsense() {
    Expect.rejected("confidence must be", () -> CreationSearch.of(List.of(), 1));
    Expect.rejected("most deals must be", () -> CreationSearch.of(List.of(), .5).upTo(0));
    Expect.rejected("most deals must be", () -> CreationSearch.of(List.of(), .5).upTo(5_000_001));
    Expect.rejected("parts must be", () -> new CreationSearch(List.of(), .5, 0, 9));
    Expect.rejected("chance must be", () -> atOnce(Double.NaN));
    Expect.rejected("exposure must be", () -> Reference.weeks(new double[] {-1}, new double[] {0}));
  }

  @Test
  void activitiesComeEarlierAndFractionsAreCarried() {
    List<CreationWeek> weeks =
        Reference.weeks(new double[] {1, 1, 0, 1, 1}, new double[] {.5, .5, .5, .5, .5});
    CreationNeed need =
        CreationSearch.of(weeks, .8).wholeRates().forWins(WinsForecast.none(Shock.NONE), 4);
    long perWeek = need.units().getAsLong();
    assertEquals(List.of(perWeek, perWeek, 0L, perWeek, perWeek), need.counts());
    ActivityNeed meetings = need.before("meetings", .3, 7);
    double each = perWeek / .3;
    assertEquals((long) Math.ceil(each), meetings.due(), "those of the first week were held");
    // Nobody works in the third week, so what the fourth takes is held in the second.
    assertEquals(0, meetings.counts().get(2));
    assertEquals(0, meetings.counts().get(4), "of no use for this goal");
    assertEquals(
        (long) Math.ceil(4 * each - 1e-9),
        meetings.total() + meetings.due(),
        "carried, never lost");
    ActivityNeed calls = meetings.before("calls", .1, 0);
    assertEquals(10 * meetings.total(), calls.total());
    assertEquals(0, calls.due());
    assertTrue(calls.toString().endsWith("calls, 10 % of which lead on 0 days later"));
    assertTrue(meetings.toString().contains("were due before the first week"));
    Expect.rejected("conversion of calls", () -> need.before("calls", 0, 7));
    Expect.rejected("lag of calls", () -> need.before("calls", .5, -1));
  }

  private static double[] falling(double[] chances) {
    List<Double> sorted = new ArrayList<>();
    Arrays.stream(chances).forEach(sorted::add);
    sorted.sort(Collections.reverseOrder());
    return sorted.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Provide
  Arbitrary<double[]> chances() {
    return Arbitraries.doubles().between(.05, .9).array(double[].class).ofSize(6);
  }

  @Provide
  Arbitrary<double[]> exposures() {
    return Arbitraries.doubles().between(0, 1).array(double[].class).ofSize(6);
  }

  /** More confidence and more wins never need less; better chances never need more. */
  @Property(tries = 150)
  void needsAreMonotone(
      @ForAll("chances") double[] given,
      @ForAll("exposures") double[] exposures,
      @ForAll @IntRange(min = 1, max = 8) int wins,
      @ForAll @DoubleRange(min = .1, max = .9) double confidence) {
    double[] chances = falling(given);
    exposures[0] = 1;
    List<CreationWeek> weeks = Reference.weeks(exposures, chances);
    WinsForecast open = WinsForecast.of(Shock.NONE, .3, .6);
    CreationNeed need = CreationSearch.of(weeks, confidence).forWins(open, wins);
    long units = need.units().getAsLong();
    assertTrue(need.chance() >= confidence);
    assertTrue(
        CreationSearch.of(weeks, confidence + .05).forWins(open, wins).units().getAsLong()
            >= units);
    assertTrue(
        CreationSearch.of(weeks, confidence).forWins(open, wins + 1).units().getAsLong() >= units);
    List<CreationWeek> better =
        Reference.weeks(exposures, Arrays.stream(chances).map(c -> c + .05).toArray());
    assertTrue(
        CreationSearch.of(better, confidence).forWins(open, wins).units().getAsLong() <= units);
    double exact = Arrays.stream(exposures).sum() * units / 10;
    assertTrue(need.total() >= exact - 1e-6 && need.total() < exact + 1, "whole and carried");
    assertEquals(Quantity.of(need.total()), need.explain().total());
  }
}
