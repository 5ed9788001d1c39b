package dev.guidepost.examples.bench;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.rollup.cube.LiveCube;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Facts that come late: added in one round, taken back by as much in the next one. The figure is
 * that of one fact; what a whole batch costs beside it is divided by the facts of the batch.
 */
final class LateCase {

  private static final int BATCH = 4_096;
  private static final int FEW = 20;

  private final EngineData data;
  private final ByHand hand;
  private final Options options;
  private final int[] person;
  private final int[] metric;
  private final int[] day;
  private final int[] amount;

  LateCase(EngineData data, ByHand hand, Options options) {
    this.data = data;
    this.hand = hand;
    this.options = options;
    person = Same.random(1, BATCH, EngineData.PEOPLE);
    metric = Same.random(2, BATCH, EngineData.METRICS);
    day = Same.random(3, BATCH, EngineData.DAYS);
    amount = Same.random(4, BATCH, 1_000_000);
  }

  /** Takes one fact, with the sign of its round. */
  private interface Taking {
    void take(int person, int metric, int day, int amount);
  }

  List<Figure> run(DuckCells kept) {
    long[][] before = hand.unordered(1);
    Contest contest = new Contest("late fact", data.size(), 0.03, options).floor(ChangeCases.HAND);
    long[][] byHand = ChangeCases.copy(before);
    add(
        contest,
        ChangeCases.HAND,
        BATCH,
        (who, what, when, by) -> hand.addLate(byHand, who, what, when, by),
        before,
        () -> byHand);
    library(contest, after(before, BATCH));
    for (String table : List.of("kept", "plain")) {
      add(
          contest,
          "DuckDB, UPDATE of 18 rows" + (table.equals("kept") ? ", indexed" : ", no index"),
          FEW,
          (who, what, when, by) -> kept.add(table, who, what, when, by),
          before,
          () -> kept.cells(table));
    }
    add(
        contest,
        "DuckDB, INSERT of the fact, nothing kept",
        FEW,
        (who, what, when, by) ->
            kept.duck.change("insert into facts values (?, ?, ?, ?)", who, what, when, by),
        before,
        () -> kept.duck.cells(DuckQueries.rows(data.parents.length), 1)[0]);
    return contest.run();
  }

  /** Adds what the library does: a live cube applies what a batch of the ledger changed. */
  private void library(Contest contest, long[][] after) {
    add(contest, "library, applied and published", false, after);
    add(contest, "library, taken in, applied and published", true, after);
  }

  private void add(Contest contest, String name, boolean takenIn, long[][] after) {
    LedgerWriter writer = data.writer();
    LiveCube live = LiveCube.of(RollupCases.rollup(writer.snapshot(), data));
    int[] rounds = {0};
    DoubleSupplier round =
        () -> {
          long taking = System.nanoTime();
          EngineData.add(writer, "late " + rounds[0], person, metric, day, amounts(rounds[0]++));
          Ledger later = writer.snapshot();
          long applying = System.nanoTime();
          live.apply(later);
          return (System.nanoTime() - (takenIn ? taking : applying)) / (double) BATCH;
        };
    Goal[] goals = {Goal.atMost(150), Goal.fasterThanDuck("DuckDB, UPDATE", 4_000)};
    contest.addTimed(
        name,
        1,
        round,
        () -> {
          requireNumber(round.getAsDouble());
          Same.require(data, name, after, Same.cells(data, live.snapshot(), Same::sum));
        },
        takenIn ? new Goal[0] : goals);
  }

  private static void requireNumber(double figure) {
    if (Double.isNaN(figure)) {
      throw new IllegalStateException("a round must come to a number, but did not");
    }
  }

  private long[] amounts(int round) {
    long[] amounts = new long[BATCH];
    for (int i = 0; i < BATCH; i++) {
      amounts[i] = round % 2 == 0 ? amount[i] : -amount[i];
    }
    return amounts;
  }

  private void add(
      Contest contest,
      String name,
      int units,
      Taking taking,
      long[][] before,
      Supplier<long[][]> now) {
    int[] sign = {1};
    contest.add(
        name,
        name.startsWith(Contest.DUCK) ? 2 : 1,
        units,
        () -> {
          for (int i = 0; i < units; i++) {
            taking.take(person[i], metric[i], day[i], sign[0] * amount[i]);
          }
          sign[0] = -sign[0];
          return sign;
        },
        ignored -> Same.require(data, name, after(before, units), now.get()));
  }

  /** Returns what cells are after the first facts of the batch. */
  private long[][] after(long[][] before, int facts) {
    long[][] after = ChangeCases.copy(before);
    for (int i = 0; i < facts; i++) {
      hand.addLate(after, person[i], metric[i], day[i], amount[i]);
    }
    return after;
  }
}
