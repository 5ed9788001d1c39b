package dev.guidepost.rollup.cube;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.measure.Measuring;
import dev.guidepost.core.measure.Partial;
import dev.guidepost.core.measure.Scope;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Kept;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Histogram;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.engine.Held;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * What a roll-up keeps of some of the facts; merged with those of the others it makes the cube of
 * all.
 *
 * <p>So facts may lie in several ledgers, by region or by month, and be gone through apart. Merging
 * is associative and commutative, and the cube is the same, bit by bit, as that of one ledger with
 * all facts. It does not keep the facts. Immutable and thread-safe.
 *
 * <pre>{@code
 * Rollup rollup = Rollup.of(europe).over(organisation).periods(months);
 * CubePart part = rollup.part().merge(Rollup.of(america).over(organisation).periods(months).part());
 * Cube cube = part.cube();
 * }</pre>
 */
public final class CubePart {

  private final Frame frame;
  private final Held held;
  private final SnapshotDays snapshots;
  private final ImmutableMap<MetricId, String> refused;
  private final ImmutableSet<PartyId> leftOut;

  private CubePart(
      Frame frame,
      Held held,
      SnapshotDays snapshots,
      Map<MetricId, String> refused,
      Set<PartyId> leftOut) {
    this.frame = frame;
    this.held = held;
    this.snapshots = snapshots;
    this.refused = ImmutableMap.copyOf(refused);
    this.leftOut = ImmutableSet.copyOf(leftOut);
  }

  static CubePart of(Frame frame, Ledger ledger, Held held) {
    Measuring measuring = Measuring.of(ledger, frame.calendar);
    Map<MetricId, String> refused = new LinkedHashMap<>();
    SnapshotDays snapshots = new SnapshotDays();
    for (Metric metric : frame.catalog.metrics()) {
      refusal(measuring, frame, metric).ifPresent(why -> refused.put(metric.id(), why));
      if (frame.placedBy.isPresent()) {
        snapshot(frame, metric).ifPresent(why -> refused.put(metric.id(), why));
      }
      if (metric.aggregation().kept() == Kept.SNAPSHOTS && !refused.containsKey(metric.id())) {
        Period days =
            Period.custom(
                LocalDate.ofEpochDay(Ledger.FIRST_DAY), frame.axis.day(frame.axis.segments()));
        Scope everywhere = new Scope(position -> true, Set.of());
        snapshots.add(
            metric.id(), (Partial.Snapshots) measuring.partial(metric.id(), days, everywhere));
      }
    }
    Set<PartyId> leftOut =
        Sets.filter(
            Sets.union(
                ImmutableSet.copyOf(frame.organisation.people()),
                ImmutableSet.copyOf(frame.organisation.units())),
            party -> !ledger.covers(party));
    return new CubePart(frame, held, snapshots, refused, leftOut);
  }

  /** Returns why the ledger does not answer for a metric over the periods, empty if it does. */
  private static Optional<String> refusal(Measuring measuring, Frame frame, Metric metric) {
    try {
      for (Period period : frame.periods) {
        measuring.measure(metric.id(), period, (kept, days) -> ofNoFacts(kept));
      }
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Returns why a metric cannot be read without facts where these are placed by a dimension. */
  private static Optional<String> snapshot(Frame frame, Metric metric) {
    return Stream.concat(Stream.of(metric.id()), frame.catalog.dependencies(metric.id()).stream())
        .filter(id -> frame.catalog.metric(id).aggregation().kept() == Kept.SNAPSHOTS)
        .map(
            id ->
                "facts must be kept to choose snapshots of "
                    + id
                    + " placed by "
                    + frame.placedBy.orElseThrow()
                    + ", but a cube of parts has none")
        .findFirst();
  }

  private static Partial ofNoFacts(Metric metric) {
    Aggregation aggregation = metric.aggregation();
    return switch (aggregation.kept()) {
      case SUM, NOTHING -> new Partial.Sum(BigInteger.ZERO);
      case SUM_AND_COUNT -> new Partial.SumAndCount(BigInteger.ZERO, 0);
      case HISTOGRAM -> new Partial.Bins(Histogram.EMPTY);
      case VALUES -> new Partial.Different(0);
      case EXTREME -> new Partial.Extreme(Optional.empty(), aggregation instanceof Aggregation.Max);
      case SNAPSHOTS -> new Partial.Snapshots(new TreeMap<>(), new TreeMap<>(), Set.of());
    };
  }

  /**
   * Returns what is kept of the facts of both.
   *
   * @param other a part of other facts: a fact that is in both counts twice
   * @return both together; what either ledger does not answer for cannot be read
   * @throws IllegalArgumentException if the parts are not of one organisation object, catalog,
   *     calendar, date and list of periods
   */
  public CubePart merge(CubePart other) {
    frame.requireSame(other.frame);
    SnapshotDays days = new SnapshotDays();
    days.add(snapshots);
    days.add(other.snapshots);
    Map<MetricId, String> either = new HashMap<>(other.refused);
    either.putAll(refused);
    return new CubePart(
        frame, held.merge(other.held), days, either, Sets.intersection(leftOut, other.leftOut));
  }

  /**
   * Returns the cube of these facts, without the facts: it answers for all measurements, but {@link
   * Cube#facts}, {@link Cells#explain} and {@link Cube#pivot} throw {@link IllegalStateException}.
   * Of snapshots those who stand in the view of any part's ledger are expected to report.
   *
   * @return the cube
   */
  public Cube cube() {
    return new Cube(frame, held, this);
  }

  Frame frame() {
    return frame;
  }

  void requireAnswer(MetricId metric) {
    String why = refused.get(metric);
    if (why != null) {
      throw new IllegalArgumentException(why);
    }
  }

  boolean answers(MetricId metric) {
    return !refused.containsKey(metric);
  }

  /** Returns the snapshots of one place. */
  Partial snapshots(
      Metric metric, Period days, BiPredicate<PartyId, LocalDate> counts, Set<PartyId> standing) {
    return snapshots.partial(metric, days, counts, Sets.difference(standing, leftOut));
  }

  /** Returns what this is a part of on one line. */
  @Override
  public String toString() {
    return "part of " + frame;
  }
}
