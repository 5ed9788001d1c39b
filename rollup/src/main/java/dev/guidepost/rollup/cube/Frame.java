package dev.guidepost.rollup.cube;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Kept;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.engine.TimeAxis;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a cube is of, but for the facts: metrics, organisation, whose tree counts, and periods. */
final class Frame {

  final Catalog catalog;
  final Organisation organisation;
  final Optional<LocalDate> organisedOn;

  /** The dimension whose values place facts, empty for participants. */
  final Optional<Dimension> placedBy;

  final ImmutableSet<Period> periods;
  final FiscalCalendar calendar;
  final TimeAxis axis;

  /** The periods for which different values are counted: those kept, and some to date. */
  final ImmutableList<Period> counted;

  /** The segments of the periods that are kept, and of all that are read. */
  private final ImmutableMap<Period, Span> kept;

  private final ImmutableMap<Period, Span> spans;

  /** A period as a run of segments, from one up to, but not including, another. */
  record Span(int from, int to) {}

  Frame(
      Catalog catalog,
      Organisation organisation,
      Optional<LocalDate> organisedOn,
      Optional<Dimension> placedBy,
      List<Period> periods,
      FiscalCalendar calendar) {
    this.catalog = catalog;
    this.organisation = organisation;
    this.organisedOn = organisedOn;
    this.placedBy = placedBy;
    this.periods = ImmutableSet.copyOf(periods);
    this.calendar = calendar;
    counted = withToDate(this::countsDifferent);
    List<Period> read = withToDate(metric -> true);
    axis = new TimeAxis(read);
    spans = spans(read);
    kept = spans(this.periods);
  }

  private ImmutableMap<Period, Span> spans(Collection<Period> some) {
    return some.stream()
        .collect(
            ImmutableMap.toImmutableMap(
                period -> period, period -> new Span(axis.first(period), axis.end(period))));
  }

  private Frame(Frame from, Organisation organisation) {
    this.organisation = organisation;
    catalog = from.catalog;
    organisedOn = from.organisedOn;
    placedBy = from.placedBy;
    periods = from.periods;
    calendar = from.calendar;
    axis = from.axis;
    counted = from.counted;
    kept = from.kept;
    spans = from.spans;
  }

  /** Returns this frame over another organisation. */
  Frame over(Organisation other) {
    return new Frame(this, other);
  }

  /** Returns the periods kept and, where some metrics to date need more days, those too. */
  private ImmutableList<Period> withToDate(Predicate<MetricId> some) {
    Set<Period> all = new LinkedHashSet<>(periods);
    for (Metric metric : catalog.metrics()) {
      if (metric.aggregation() instanceof Aggregation.ToDate toDate && some.test(metric.id())) {
        periods.forEach(period -> all.add(calendar.toDate(toDate.since(), period)));
      }
    }
    return ImmutableList.copyOf(all);
  }

  /** Tells whether a metric of the catalog keeps a smallest or largest amount. */
  boolean hasExtremes() {
    return catalog.metrics().stream()
        .anyMatch(metric -> metric.aggregation().kept() == Kept.EXTREME);
  }

  /** Tells whether a metric is read from one that counts different values. */
  private boolean countsDifferent(MetricId metric) {
    return catalog.dependencies(metric).stream()
        .anyMatch(input -> catalog.metric(input).aggregation() instanceof Aggregation.Distinct);
  }

  /** Returns the segments of a period that is kept, or that a metric to date needs. */
  Span span(Period period) {
    return Objects.requireNonNull(spans.get(period));
  }

  /**
   * Returns the segments of a period that is kept.
   *
   * @throws IllegalArgumentException if it is not
   */
  Span kept(Period period) {
    Span span = kept.get(period);
    if (span == null) {
      List<String> shown = periods.stream().limit(12).map(Period::label).toList();
      throw new IllegalArgumentException(
          "period must be one of "
              + shown
              + (shown.size() < periods.size()
                  ? " and " + (periods.size() - shown.size()) + " more"
                  : "")
              + ", but was "
              + period);
    }
    return span;
  }

  /** Refuses another frame than this one, as what is in them does not merge. */
  void requireSame(Frame other) {
    Optional<String> differs =
        Stream.of(
                differs("organisation", organisation, other.organisation),
                differs("catalog", catalog, other.catalog),
                differs("calendar", calendar, other.calendar),
                differs("date of organisation", organisedOn, other.organisedOn),
                differs("dimension to be placed by", placedBy, other.placedBy),
                differs("list of periods", periods.asList(), other.periods.asList()))
            .flatMap(Optional::stream)
            .findFirst();
    if (differs.isPresent()) {
      throw new IllegalArgumentException(
          "parts must be of one " + differs.get() + ", but were of " + this + " and " + other);
    }
  }

  private static Optional<String> differs(String what, Object mine, Object theirs) {
    return mine.equals(theirs) ? Optional.empty() : Optional.of(what);
  }

  /** Returns what a cube is of on one line. */
  @Override
  public String toString() {
    return organisation
        + ", "
        + catalog.metrics().size()
        + " metrics, "
        + periods.size()
        + " periods, "
        + view();
  }

  /** Returns whose tree counts, and by what facts are placed if not by their participants. */
  String view() {
    return organisedOn.map(date -> "organised on " + date).orElse("as it was")
        + placedBy.map(dimension -> ", placed by " + dimension).orElse("");
  }
}
