package dev.guidepost.core.measure;

import com.google.common.collect.ImmutableSortedSet;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Kept;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.OverTime;
import dev.guidepost.core.quantity.Histogram;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * What is kept of some of the facts of a metric; merged with that of the other facts it is what is
 * kept of all.
 *
 * <p>There is one kind for each {@link Kept}, and {@link Different} for values that were counted
 * where they are kept. Merging is associative and commutative, so that facts may be gone through in
 * any order and in any parts. Amounts are whole numbers at the metric's scale: 105450 for 1054.50
 * of a metric with two decimals.
 */
public sealed interface Partial {

  /**
   * Returns what is kept of the facts of both.
   *
   * @param other what is kept of facts of the same metric that are not among those of this one
   * @return both together
   * @throws IllegalArgumentException if the other is of another kind
   */
  Partial merge(Partial other);

  /**
   * One sum.
   *
   * @param total the sum, 0 without facts
   */
  record Sum(BigInteger total) implements Partial {
    @Override
    public Partial merge(Partial other) {
      return new Sum(total.add(Partials.alike(this, other).total));
    }
  }

  /**
   * A sum and a count.
   *
   * @param total the sum
   * @param count how many facts there are
   */
  record SumAndCount(BigInteger total, long count) implements Partial {
    @Override
    public Partial merge(Partial other) {
      SumAndCount that = Partials.alike(this, other);
      return new SumAndCount(total.add(that.total), Math.addExact(count, that.count));
    }
  }

  /**
   * How often each whole amount occurs.
   *
   * @param histogram the counts
   */
  record Bins(Histogram histogram) implements Partial {
    @Override
    public Partial merge(Partial other) {
      return new Bins(histogram.plus(Partials.alike(this, other).histogram));
    }
  }

  /**
   * A set of values of a dimension.
   *
   * @param values the values, unmodifiable, in order
   */
  record Values(Set<String> values) implements Partial {
    /**
     * Creates a set of values.
     *
     * @param values the values
     */
    public Values {
      values = ImmutableSortedSet.copyOf(values);
    }

    @Override
    public Partial merge(Partial other) {
      return new Values(
          ImmutableSortedSet.<String>naturalOrder()
              .addAll(values)
              .addAll(Partials.alike(this, other).values)
              .build());
    }
  }

  /**
   * How many different values of a dimension there are, where it is not kept which: two of them do
   * not merge, as the same value may be in both.
   *
   * @param count how many, not negative
   */
  record Different(long count) implements Partial {
    /**
     * Refuses to merge.
     *
     * @throws IllegalArgumentException always
     */
    @Override
    public Partial merge(Partial other) {
      throw new IllegalArgumentException(
          "different values must be known to be merged, but " + this + " only counts them");
    }
  }

  /**
   * The smallest or the largest amount.
   *
   * @param amount the amount, empty without facts
   * @param largest whether it is the largest
   */
  record Extreme(Optional<Long> amount, boolean largest) implements Partial {
    @Override
    public Partial merge(Partial other) {
      Extreme that = Partials.alike(this, other);
      if (that.largest != largest) {
        throw new IllegalArgumentException(
            "extremes must both be the largest or both the smallest, but were "
                + this
                + " and "
                + other);
      }
      if (amount.isEmpty() || that.amount.isEmpty()) {
        return amount.isEmpty() ? that : this;
      }
      boolean mine = largest == (amount.get() > that.amount.get());
      return mine ? this : that;
    }
  }

  /**
   * Snapshots: the sum of facts by participant and day.
   *
   * <p>Unlike of other kinds, two that are merged may both know all facts of a participant on a
   * day, as {@code all} holds the facts of every place; such a day counts once.
   *
   * @param all of all facts of all participants, wherever they count and whatever they are sliced
   *     by: these choose the snapshot; unmodifiable, in order
   * @param here of those facts that count here, on each day on which a participant has facts that
   *     would without slicing: 0 if all of them are sliced away; unmodifiable, in order
   * @param expected who should have reported; unmodifiable, in order
   */
  record Snapshots(
      SortedMap<PartyId, SortedMap<LocalDate, BigInteger>> all,
      SortedMap<PartyId, SortedMap<LocalDate, BigInteger>> here,
      Set<PartyId> expected)
      implements Partial {
    /**
     * Creates snapshots, in order of participants and days however the maps given are sorted.
     *
     * @param all of all facts of the participants
     * @param here of those facts that count here
     * @param expected who should have reported
     */
    public Snapshots {
      all = Partials.copy(all);
      here = Partials.copy(here);
      expected = ImmutableSortedSet.copyOf(expected);
    }

    /**
     * Returns the snapshots of both: of other participants, other days or other places.
     *
     * @param other snapshots of the same metric and ledger, whose facts that count are not among
     *     those of this one
     * @return both together
     * @throws IllegalArgumentException if the other is of another kind, or has another sum of all
     *     facts of a participant on a day
     */
    @Override
    public Partial merge(Partial other) {
      Snapshots that = Partials.alike(this, other);
      return new Snapshots(
          Partials.merge(all, that.all, (one, same) -> Partials.merge(one, same, Snapshots::once)),
          Partials.merge(
              here, that.here, (one, more) -> Partials.merge(one, more, BigInteger::add)),
          ImmutableSortedSet.<PartyId>naturalOrder()
              .addAll(expected)
              .addAll(that.expected)
              .build());
    }

    /**
     * Returns who should have reported here and did not, or whose snapshot stands elsewhere.
     *
     * @param metric the metric of which these are snapshots
     * @return those of {@link #expected()} of whom nothing was chosen here; unmodifiable, in order
     */
    public Set<PartyId> missing(Metric metric) {
      OverTime over = ((Aggregation.Snapshot) metric.aggregation()).over();
      return expected.stream()
          .filter(
              party ->
                  !here.containsKey(party) || SnapshotChoice.chosen(over, party, this).isEmpty())
          .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    }

    private static BigInteger once(BigInteger one, BigInteger same) {
      if (!one.equals(same)) {
        throw new IllegalArgumentException(
            "snapshots to merge must agree on all facts of a participant on a day, but add up to "
                + one
                + " and "
                + same);
      }
      return one;
    }
  }
}
