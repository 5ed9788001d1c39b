package dev.guidepost.rollup.engine;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.fact.FactBlock;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Kept;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import java.util.Arrays;
import java.util.List;

/**
 * The facts of a ledger in the order of their {@linkplain Owners owners}, 12 bytes each: what is
 * added up in one row then follows each other, which is several times as fast as going from row to
 * row. An owner is called a party here, as it nearly always is.
 *
 * <p>A counting sort makes it, in two runs through the ledger. Facts of snapshots and of metrics
 * that the cells hold nothing of are left out.
 */
public final class Grouped {

  static final int DAY_BITS = 20;
  static final int DAY_MASK = (1 << DAY_BITS) - 1;

  private final int[] ends;
  final int[] what;
  final long[] amounts;
  private final ImmutableList<MetricId> metrics;

  /** How often each participant occurs in a range of positions, then where its next fact goes. */
  private static final class Part {
    private final int from;
    private final int to;
    private final int[] places;
    private final boolean[] seen;

    Part(int from, int to, int parties, int metrics) {
      this.from = from;
      this.to = to;
      places = new int[parties];
      seen = new boolean[metrics];
    }
  }

  private Grouped(int[] ends, List<MetricId> metrics) {
    this.ends = ends;
    this.metrics = ImmutableList.copyOf(metrics);
    int size = ends.length == 0 ? 0 : ends[ends.length - 1];
    what = new int[size];
    amounts = new long[size];
  }

  /**
   * Groups the facts that a ledger includes.
   *
   * @param ledger the ledger, or a view of it
   * @param owners whose its facts are
   * @param crew who does it
   * @param watch told twice of each position of the ledger
   * @return the grouping
   */
  public static Grouped of(Ledger ledger, Owners owners, Crew crew, Watch watch) {
    boolean[] kept = kept(ledger.catalog().metrics());
    watch.expect(2L * ledger.size());
    int parties = owners.all().size();
    Part[] parts = new Part[crew.threads()];
    for (int i = 0; i < parts.length; i++) {
      int from = (int) ((long) ledger.size() * i / parts.length);
      int to = (int) ((long) ledger.size() * (i + 1) / parts.length);
      parts[i] = new Part(from, to, parties, kept.length);
    }
    crew.run(
        parts.length,
        FactBlock::new,
        (block, i) ->
            forEach(
                ledger,
                parts[i],
                block,
                watch,
                kept,
                at -> parts[i].places[owners.of(block, at)]++));
    watch.check();
    Grouped grouped = new Grouped(ends(parts, parties), metrics(ledger.catalog(), parts));
    crew.run(
        parts.length,
        FactBlock::new,
        (block, i) ->
            forEach(
                ledger,
                parts[i],
                block,
                watch,
                kept,
                at -> grouped.put(parts[i].places[owners.of(block, at)]++, block, at)));
    return grouped;
  }

  private static boolean[] kept(List<Metric> metrics) {
    boolean[] kept = new boolean[metrics.size()];
    for (int i = 0; i < kept.length; i++) {
      Kept what = metrics.get(i).aggregation().kept();
      kept[i] = what != Kept.SNAPSHOTS;
    }
    return kept;
  }

  private static List<MetricId> metrics(Catalog catalog, Part[] parts) {
    return catalog.metrics().stream()
        .map(Metric::id)
        .filter(id -> Arrays.stream(parts).anyMatch(part -> part.seen[catalog.code(id)]))
        .toList();
  }

  /** What to do with a fact of a block. */
  private interface Visitor {
    void visit(int index);
  }

  private static void forEach(
      Ledger ledger, Part part, FactBlock block, Watch watch, boolean[] kept, Visitor visitor) {
    for (int at = part.from; at < part.to; ) {
      int start = at;
      watch.check();
      at = ledger.read(at, part.to, block);
      for (int i = 0; i < block.size(); i++) {
        int metric = block.metricCode(i);
        part.seen[metric] = true;
        if (kept[metric]) {
          visitor.visit(i);
        }
      }
      watch.done(at - start);
    }
  }

  /** Turns counts into places, part after part within a participant, and returns the ends. */
  private static int[] ends(Part[] parts, int parties) {
    int[] ends = new int[parties];
    int next = 0;
    for (int party = 0; party < parties; party++) {
      for (Part part : parts) {
        int count = part.places[party];
        part.places[party] = next;
        next += count;
      }
      ends[party] = next;
    }
    return ends;
  }

  private void put(int place, FactBlock block, int index) {
    what[place] =
        (block.metricCode(index) << DAY_BITS) | (block.epochDay(index) - Ledger.FIRST_DAY);
    amounts[place] = block.unscaledAmount(index);
  }

  /** Returns the metrics of all facts, those left out too, in the order of the catalog. */
  List<MetricId> metrics() {
    return metrics;
  }

  /** Returns the number of facts. */
  int size() {
    return what.length;
  }

  /** Returns the participant of the fact at a place. */
  int partyAt(int place) {
    int found = Arrays.binarySearch(ends, place + 1);
    int party = found >= 0 ? found : -found - 1;
    while (party > 0 && ends[party - 1] > place) {
      party--;
    }
    return party;
  }

  /** Returns the place of the first fact of a participant, or of who came later. */
  int start(int party) {
    return party == 0 ? 0 : end(party - 1);
  }

  /** Returns the place after the last fact of a participant, or of who came later. */
  int end(int party) {
    return party < ends.length ? ends[party] : what.length;
  }

  /** Returns the first of some places with a fact on some days, or the end of these places. */
  int find(int from, int to, long start, long end) {
    int[] all = what;
    int first = (int) Math.min(DAY_MASK, Math.max(0, start - Ledger.FIRST_DAY));
    int days = (int) Math.min(DAY_MASK, Math.max(first, end - Ledger.FIRST_DAY)) - first;
    int at = from;
    while (at < to && Integer.compareUnsigned((all[at] & DAY_MASK) - first, days) >= 0) {
      at++;
    }
    return at;
  }

  int metric(int place) {
    return what[place] >>> DAY_BITS;
  }

  int day(int place) {
    return (what[place] & DAY_MASK) + Ledger.FIRST_DAY;
  }

  long amount(int place) {
    return amounts[place];
  }
}
