package dev.guidepost.core.measure;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Histogram;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/** Keeps of the facts it is shown, one by one, what a metric needs; snapshots it does not keep. */
interface Keeper {

  /** Takes the fact at a position of the ledger. */
  void take(int position, long amount);

  /** Returns what is kept of the facts so far. */
  Partial kept();

  /** Returns the metric whose facts it is to be shown. */
  static MetricId subject(Metric metric) {
    return metric.aggregation() instanceof Aggregation.Distinct distinct
        ? distinct.of()
        : metric.id();
  }

  /** Returns one that has not been shown anything. */
  static Keeper of(Ledger ledger, Metric metric) {
    Aggregation aggregation = metric.aggregation();
    return switch (aggregation.kept()) {
      case SUM -> new Sums(false);
      case SUM_AND_COUNT -> new Sums(true);
      case HISTOGRAM -> new Bins();
      case VALUES -> new Values(ledger, ((Aggregation.Distinct) aggregation).over());
      case EXTREME -> new Extreme(aggregation instanceof Aggregation.Max);
      case SNAPSHOTS, NOTHING ->
          throw new IllegalArgumentException(
              metric.id() + " must keep something of facts, but is " + aggregation);
    };
  }

  /** A sum, with or without the count. */
  final class Sums implements Keeper {
    private final boolean counts;
    private final ExactSum sum = new ExactSum();

    private Sums(boolean counts) {
      this.counts = counts;
    }

    @Override
    public void take(int position, long amount) {
      sum.add(amount);
    }

    @Override
    public Partial kept() {
      return counts
          ? new Partial.SumAndCount(sum.total(), sum.count())
          : new Partial.Sum(sum.total());
    }
  }

  /** How often each amount occurs. */
  final class Bins implements Keeper {
    private final Map<Integer, Long> counts = new TreeMap<>();

    @Override
    public void take(int position, long amount) {
      counts.merge(Math.toIntExact(amount), 1L, Long::sum);
    }

    @Override
    public Partial kept() {
      return new Partial.Bins(Histogram.of(counts));
    }
  }

  /** The different values of a dimension. */
  final class Values implements Keeper {
    private final IntUnaryOperator codes;
    private final List<String> names;
    private final Set<String> values = new HashSet<>();

    private Values(Ledger ledger, Dimension over) {
      codes = ledger.codes(over);
      names = ledger.values(over);
    }

    @Override
    public void take(int position, long amount) {
      String value = names.get(codes.applyAsInt(position));
      if (!value.equals(Dimension.NONE)) {
        values.add(value);
      }
    }

    @Override
    public Partial kept() {
      return new Partial.Values(values);
    }
  }

  /** The smallest or the largest amount. */
  final class Extreme implements Keeper {
    private final boolean largest;
    private boolean any;
    private long found;

    private Extreme(boolean largest) {
      this.largest = largest;
    }

    @Override
    public void take(int position, long amount) {
      if (!any || largest == (amount > found)) {
        found = amount;
        any = true;
      }
    }

    @Override
    public Partial kept() {
      return new Partial.Extreme(any ? Optional.of(found) : Optional.empty(), largest);
    }
  }
}
