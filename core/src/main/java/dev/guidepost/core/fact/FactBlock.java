package dev.guidepost.core.fact;

/**
 * Room for some facts that were copied out of a ledger, so that many can be gone through cheaply:
 * at some two nanoseconds a fact, where asking the ledger for each position takes several times as
 * much.
 *
 * <p>One block is filled again and again by {@link Ledger#read(int, int, FactBlock)}; it belongs to
 * one thread.
 *
 * <pre>{@code
 * FactBlock block = new FactBlock();
 * for (int at = 0; at < ledger.size(); ) {
 *   at = ledger.read(at, ledger.size(), block);
 *   for (int i = 0; i < block.size(); i++) {
 *     sums[block.metricCode(i)] += block.unscaledAmount(i);
 *   }
 * }
 * }</pre>
 */
public final class FactBlock {

  /** How many facts a block holds at most: few enough to stay near the processor. */
  public static final int CAPACITY = 1024;

  final int[] position = new int[CAPACITY];
  final int[] party = new int[CAPACITY];
  final int[] what = new int[CAPACITY];
  final long[] amount = new long[CAPACITY];
  int size;

  /** Creates an empty block. */
  public FactBlock() {}

  /**
   * Returns how many facts were read.
   *
   * @return 0 to {@link #CAPACITY}
   */
  public int size() {
    return size;
  }

  /**
   * Returns where a fact stands in its ledger.
   *
   * @param index 0 to {@link #size()} - 1; what lies beyond is left from before
   * @return its position
   */
  public int position(int index) {
    return position[index];
  }

  /**
   * Returns the code of a fact's participant.
   *
   * @param index 0 to {@link #size()} - 1
   * @return the place in {@link Ledger#parties()}
   */
  public int partyCode(int index) {
    return party[index];
  }

  /**
   * Returns the code of a fact's metric.
   *
   * @param index 0 to {@link #size()} - 1
   * @return the place in the catalog's {@link dev.guidepost.core.metric.Catalog#metrics()}
   */
  public int metricCode(int index) {
    return FactRules.metric(what[index]);
  }

  /**
   * Returns the day of a fact.
   *
   * @param index 0 to {@link #size()} - 1
   * @return the day, counted as {@link java.time.LocalDate#toEpochDay()} does, from {@link
   *     Ledger#FIRST_DAY} to {@link Ledger#LAST_DAY}
   */
  public int epochDay(int index) {
    return FactRules.day(what[index]);
  }

  /**
   * Returns the amount of a fact.
   *
   * @param index 0 to {@link #size()} - 1
   * @return the digits, at the scale of the metric
   */
  public long unscaledAmount(int index) {
    return amount[index];
  }
}
