package dev.guidepost.examples.bench;

import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import dev.guidepost.examples.company.ManyFacts;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Rolls up a million facts over a whole tree and reads every sum of the company. */
final class RollupBench {

  private static final int PEOPLE = 2_000;
  private static final int METRICS = 8;
  private static final int FACTS = 1_000_000;
  private static final int ROUNDS = 7;
  private static final double GOAL_SECONDS = 2;

  private RollupBench() {}

  /**
   * Runs the rounds and prints one line.
   *
   * @return lines of comma-separated values: what, figure, unit, goal
   */
  static List<String> run() {
    ManyFacts many = ManyFacts.ledger(1, PEOPLE, METRICS, FACTS);
    List<Period> periods = new ArrayList<>();
    LocalDate first = LocalDate.of(2026, 1, 1);
    for (Grain grain : List.of(Grain.YEAR, Grain.QUARTER, Grain.MONTH, Grain.WEEK)) {
      periods.addAll(
          FiscalCalendar.calendarYear().periods(grain, first.minusYears(1), first.plusYears(1)));
    }
    double[] seconds = new double[ROUNDS];
    Quantity check = Quantity.ZERO;
    int nodes = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      Cube cube = Rollup.of(many.ledger()).over(many.organisation()).periods(periods).build();
      Quantity sum = Quantity.ZERO;
      for (Metric metric : many.ledger().catalog().metrics()) {
        for (Period period : periods) {
          sum = sum.plus(cube.sum(many.organisation().root(), metric.id(), period));
        }
      }
      seconds[i] = (System.nanoTime() - start) / 1e9;
      if (i > 0 && !sum.equals(check)) {
        throw new IllegalStateException("rounds must agree, but gave " + check + " and " + sum);
      }
      check = sum;
      nodes = cube.nodes().size();
    }
    double cold = seconds[0];
    Arrays.sort(seconds);
    System.out.printf(
        Locale.ROOT,
        "%,d facts, %,d nodes, %d metrics, %d periods, 1 thread: first %.2f s, median of %d %.2f s"
            + " (goal < %.0f s)%n",
        FACTS,
        nodes,
        METRICS,
        periods.size(),
        cold,
        ROUNDS,
        seconds[ROUNDS / 2],
        GOAL_SECONDS);
    return List.of(
        String.format(
            Locale.ROOT,
            "\"roll-up, 1M facts, 1 thread\",%.3f,s,%.0f",
            seconds[ROUNDS / 2],
            GOAL_SECONDS));
  }
}
