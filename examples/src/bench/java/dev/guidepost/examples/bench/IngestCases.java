package dev.guidepost.examples.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Facts taken in, as columns and row by row.
 *
 * <p>A round's blocks are made right before they are taken, outside of the time measured. The sums
 * of what each has taken are compared in every round.
 */
final class IngestCases {

  private static final String ARRAYS = "by hand, arrays that grow";
  private static final String LIST = "by hand, list of records, unchecked";

  private final Options options;
  private final IngestData data;
  private final long[] sums;

  IngestCases(Options options) {
    this.options = options;
    data = new IngestData(1, Math.max(1, options.enough() / IngestData.BLOCK));
    sums = data.sums();
  }

  /** Measures all cases. */
  List<Figure> run() {
    return Stream.of(columns(), rows()).flatMap(List::stream).toList();
  }

  private List<Figure> columns() {
    Contest contest = new Contest("ingest of columns", data.size(), 0.07, options).floor(ARRAYS);
    add(contest, ARRAYS, Ingest.IntoArrays::new);
    add(
        contest,
        "library, columns",
        () -> new Ingest.IntoLedger(0, false, true),
        Goal.atMost(50),
        Goal.fasterThanDuck(5));
    add(contest, "library, columns, 4 dimensions", () -> new Ingest.IntoLedger(4, false, true));
    add(contest, "library, columns, source keys", () -> new Ingest.IntoLedger(0, true, true));
    add(contest, "DuckDB appender, codes and numbers", () -> new IntoDuck(true));
    return contest.run();
  }

  private List<Figure> rows() {
    Contest contest = new Contest("ingest of rows", data.size(), 0.08, options).floor(LIST);
    add(contest, LIST, Ingest.IntoList::new);
    add(
        contest,
        "library, String, LocalDate, BigDecimal",
        () -> new Ingest.IntoLedger(0, false, false),
        Goal.atMost(80),
        Goal.fasterThanDuck(5));
    add(contest, "library, rows, 4 dimensions", () -> new Ingest.IntoLedger(4, false, false));
    add(contest, "library, rows, source keys", () -> new Ingest.IntoLedger(0, true, false));
    add(contest, "DuckDB appender, objects", () -> new IntoDuck(false));
    return contest.run();
  }

  private void add(Contest contest, String name, Ingest.Start start, Goal... goals) {
    contest.addTimed(name, 1, () -> round(name, start), () -> round(name, start), goals);
  }

  /** Returns how long a fact took, in ns. */
  private double round(String name, Ingest.Start start) {
    Ingest ingest = start.start();
    long[] nanos = new long[1];
    data.forEach(block -> time(nanos, () -> ingest.take(block)));
    time(nanos, ingest::end);
    long[] taken = ingest.sums();
    if (!Arrays.equals(sums, taken)) {
      throw new IllegalStateException(
          name
              + ": sums must be "
              + Arrays.toString(sums)
              + ", but were "
              + Arrays.toString(taken));
    }
    return nanos[0] / (double) data.size();
  }

  private static void time(long[] nanos, Runnable work) {
    long start = System.nanoTime();
    work.run();
    nanos[0] += System.nanoTime() - start;
  }
}
