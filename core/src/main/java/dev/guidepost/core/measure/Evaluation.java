package dev.guidepost.core.measure;

import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns what is kept of facts into measurements: the one way, wherever it is kept. */
final class Evaluation {

  private final Catalog catalog;
  private final FiscalCalendar calendar;
  private final ForeignMoney foreign;
  private final PartialSource source;
  private final Map<Cell, Measurement> derived = new HashMap<>();

  private record Cell(MetricId metric, Period period) {}

  Evaluation(Catalog catalog, FiscalCalendar calendar, ForeignMoney foreign, PartialSource source) {
    this.catalog = catalog;
    this.calendar = calendar;
    this.foreign = foreign;
    this.source = source;
  }

  /** Returns what a metric comes to; a derived one that many others need is evaluated once. */
  Measurement measure(MetricId id, Period period) {
    Metric metric = catalog.metric(id);
    if (metric.aggregation() instanceof Aggregation.Derived) {
      Cell cell = new Cell(id, period);
      Measurement found = derived.get(cell);
      if (found == null) {
        found = measure(metric, metric, period);
        derived.put(cell, found);
      }
      return found;
    }
    return measure(metric, metric, period);
  }

  /** Returns what a metric comes to, shown as another that is the same to date. */
  private Measurement measure(Metric metric, Metric shown, Period period) {
    Aggregation aggregation = metric.aggregation();
    if (aggregation instanceof Aggregation.RatioOf ratio) {
      return ratio(shown, measure(ratio.numerator(), period), measure(ratio.denominator(), period));
    }
    if (aggregation instanceof Aggregation.WeightedMean mean) {
      return new Measurement.Average(
          shown, exact(measure(mean.products(), period)), exact(measure(mean.weights(), period)));
    }
    if (aggregation instanceof Aggregation.Derived formula) {
      List<Measurement> inputs =
          aggregation.inputs().stream().map(input -> measure(input, period)).toList();
      return new Measurement.Derived(shown, formula.formula(), inputs);
    }
    if (aggregation instanceof Aggregation.ToDate toDate) {
      return measure(catalog.metric(toDate.of()), shown, calendar.toDate(toDate.since(), period));
    }
    foreign.requireNone(metric);
    return ofPartial(metric, shown, source.partial(metric, period));
  }

  private static Measurement ratio(Metric shown, Measurement numerator, Measurement denominator) {
    List<Measurement> without =
        Stream.of(numerator, denominator).filter(part -> part.exact().isEmpty()).toList();
    return without.isEmpty()
        ? new Measurement.Share(
            shown,
            new Ratio(exact(numerator), exact(denominator)),
            MeasurementText.leastComplete(List.of(numerator, denominator)))
        : new Measurement.Missing(shown, without);
  }

  /** Returns the value of what a catalog knows to be a decimal number. */
  private static Quantity exact(Measurement measured) {
    if (measured instanceof Measurement.Total total) {
      return total.amount();
    }
    Fraction value = measured.exact().orElseThrow();
    return MeasurementText.quantity(
        measured.metric().id(), value.round(Quantity.MAX_SCALE, RoundingMode.UNNECESSARY));
  }

  private static Measurement ofPartial(Metric metric, Metric shown, Partial partial) {
    if (partial instanceof Partial.Sum sum) {
      return new Measurement.Total(shown, quantity(metric, sum.total()));
    }
    if (partial instanceof Partial.SumAndCount both) {
      return new Measurement.Average(
          shown, quantity(metric, both.total()), Quantity.of(both.count()));
    }
    if (partial instanceof Partial.Bins bins) {
      return new Measurement.Spread(shown, bins.histogram());
    }
    if (partial instanceof Partial.Values values) {
      return new Measurement.Distinct(shown, values.values().size());
    }
    if (partial instanceof Partial.Different counted) {
      return new Measurement.Distinct(shown, counted.count());
    }
    if (partial instanceof Partial.Extreme extreme) {
      Optional<Quantity> amount =
          extreme.amount().map(found -> Quantity.ofUnscaled(found, metric.scale()));
      return new Measurement.Extreme(shown, amount);
    }
    return SnapshotChoice.of(shown, metric, (Partial.Snapshots) partial);
  }

  private static Quantity quantity(Metric metric, BigInteger total) {
    try {
      return Quantity.ofUnscaled(total.longValueExact(), metric.scale());
    } catch (ArithmeticException e) {
      throw new ArithmeticException(
          metric.id()
              + " must fit 64 bits at scale "
              + metric.scale()
              + ", but was "
              + total
              + "e-"
              + metric.scale());
    }
  }
}
