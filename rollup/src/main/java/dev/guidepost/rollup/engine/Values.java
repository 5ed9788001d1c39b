package dev.guidepost.rollup.engine;

import dev.guidepost.core.fact.FactBlock;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Finds the different values of all metrics that count such, in one run through the ledger. */
final class Values {

  private final Ledger ledger;
  private final Owners owners;
  private final TimeAxis axis;
  private final Seats seats;
  private final int slots;
  private final List<Source> sources = new ArrayList<>();
  private final boolean any;

  /** By metric whose facts have the values, the sources that take them. */
  private final int[][] takers;

  /** What is counted: the values of a dimension on the facts of a metric. */
  private record Source(
      int metric, MetricId subject, int of, IntUnaryOperator codes, int none, List<String> names) {}

  /** The different values of a metric; triples have their places in the list of names. */
  record Counted(int metric, List<String> names, Triples triples) {}

  Values(Ledger ledger, Owners owners, List<MetricId> present, TimeAxis axis, Leaves leaves) {
    this.ledger = ledger;
    this.owners = owners;
    this.axis = axis;
    seats = leaves.seats();
    slots = leaves.slots().size();
    Catalog catalog = ledger.catalog();
    for (Metric metric : catalog.metrics()) {
      if (metric.aggregation() instanceof Aggregation.Distinct distinct) {
        List<String> values = ledger.values(distinct.over());
        sources.add(
            new Source(
                catalog.code(metric.id()),
                distinct.of(),
                catalog.code(distinct.of()),
                ledger.codes(distinct.over()),
                values.indexOf(Dimension.NONE),
                values));
      }
    }
    any = sources.stream().anyMatch(source -> present.contains(source.subject()));
    takers = new int[catalog.metrics().size()][];
    for (int metric = 0; metric < takers.length; metric++) {
      int code = metric;
      takers[metric] =
          IntStream.range(0, sources.size())
              .filter(source -> sources.get(source).of() == code)
              .toArray();
    }
  }

  /** Tells whether there is a fact whose value may count. */
  boolean any() {
    return any;
  }

  /**
   * Returns the different values of each metric that counts such.
   *
   * @param repeated whether one that occurs again in a segment and seat is there again
   */
  List<Counted> find(boolean repeated, Crew crew, Watch watch) {
    int size = any() ? ledger.size() : 0;
    List<Part> parts =
        crew.through(
            size,
            () -> new Part(repeated),
            (part, from, to) -> {
              watch.check();
              part.find(from, to);
              watch.done(to - from);
            });
    List<Counted> found = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      watch.check();
      Source source = sources.get(i);
      found.add(new Counted(source.metric(), source.names(), together(parts, i, crew)));
    }
    return found;
  }

  private Triples together(List<Part> parts, int source, Crew crew) {
    crew.run(parts.size(), () -> parts, (all, task) -> all.get(task).sort(source));
    Triples all = parts.isEmpty() ? triples(source) : parts.get(0).triples[source];
    for (int i = 1; i < parts.size(); i++) {
      all.merge(parts.get(i).triples[source]);
    }
    return all;
  }

  private Triples triples(int source) {
    return new Triples(sources.get(source).names().size(), axis.segments(), slots);
  }

  /** What one thread found. */
  private final class Part implements Taker {
    private final FactBlock block = new FactBlock();
    private final Triples[] triples = new Triples[sources.size()];
    private final boolean repeated;

    Part(boolean repeated) {
      this.repeated = repeated;
      for (int i = 0; i < triples.length; i++) {
        triples[i] = triples(i);
      }
    }

    void sort(int source) {
      if (repeated) {
        triples[source].sort();
      } else {
        triples[source].sortDifferent();
      }
    }

    void find(int from, int to) {
      for (int at = from; at < to; ) {
        at = ledger.read(at, to, block);
        forEach(block, this);
      }
    }

    @Override
    public void take(int source, int value, int segment, int seat) {
      triples[source].add(value, segment, seat);
    }
  }

  /** Takes a value: the number of who counts it, its code, and where it is. */
  interface Taker {
    void take(int source, int value, int segment, int seat);
  }

  /** Hands over the values of the facts in a block. */
  void forEach(FactBlock block, Taker taker) {
    for (int i = 0; i < block.size(); i++) {
      int[] into = takers[block.metricCode(i)];
      int segment = into.length == 0 ? TimeAxis.OUTSIDE : axis.segment(block.epochDay(i));
      if (segment >= 0) {
        int seat = seats.at(owners.of(block, i), block.epochDay(i));
        for (int number : into) {
          Source source = sources.get(number);
          int value = source.codes().applyAsInt(block.position(i));
          if (value != source.none()) {
            taker.take(number, value, segment, seat);
          }
        }
      }
    }
  }
}
