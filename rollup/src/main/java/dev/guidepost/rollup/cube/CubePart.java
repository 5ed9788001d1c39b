package dev.guidepost.rollup.cube;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Sets;
import com.google.common.collect.Table;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.measure.Measuring;
import dev.guidepost.core.measure.Partial;
import dev.guidepost.core.measure.Scope;
import dev.guidepost.core.metric.Kept;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.engine.Held;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private final ImmutableTable<MetricId, Period, String> refused;
  private final ImmutableSet<PartyId> leftOut;

  /** Of which days the ledgers are, and whether nothing was known in any. */
  private final ImmutableSortedSet<String> known;

  private final boolean knowsNothing;

  private CubePart(
      Frame frame,
      Held held,
      SnapshotDays snapshots,
      Table<MetricId, Period, String> refused,
      Set<PartyId> leftOut,
      Set<String> known,
      boolean knowsNothing) {
    this.frame = frame;
    this.held = held;
    this.snapshots = snapshots;
    this.refused = ImmutableTable.copyOf(refused);
    this.leftOut = ImmutableSet.copyOf(leftOut);
    this.known = ImmutableSortedSet.copyOf(known);
    this.knowsNothing = knowsNothing;
  }

  static CubePart of(Frame frame, Ledger ledger, Held held) {
    Measuring measuring = Measuring.of(ledger, frame.calendar);
    Table<MetricId, Period, String> refused = HashBasedTable.create();
    SnapshotDays snapshots = new SnapshotDays();
    for (Metric metric : frame.catalog.metrics()) {
      for (Period period : frame.periods) {
        measuring
            .refusal(metric.id(), period)
            .or(() -> frame.placedBy.flatMap(placed -> snapshot(frame, metric)))
            .ifPresent(why -> refused.put(metric.id(), period, why));
      }
      if (metric.aggregation().kept() == Kept.SNAPSHOTS
          && refused.row(metric.id()).size() < frame.periods.size()) {
        Scope everywhere = new Scope(position -> true, Set.of());
        for (Period days : covered(frame, ledger)) {
          if (measuring.refusal(metric.id(), days).isEmpty()) {
            snapshots.add(
                metric.id(), (Partial.Snapshots) measuring.partial(metric.id(), days, everywhere));
          }
        }
      }
    }
    Set<PartyId> leftOut =
        Sets.filter(
            Sets.union(
                ImmutableSet.copyOf(frame.organisation.people()),
                ImmutableSet.copyOf(frame.organisation.units())),
            party -> !ledger.covers(party));
    Set<String> known = Set.of(Cube.known(ledger));
    return new CubePart(frame, held, snapshots, refused, leftOut, known, ledger.knowsNothing());
  }

  /** Returns the runs of days up to the end of the last period that a view does not leave out. */
  private static List<Period> covered(Frame frame, Ledger ledger) {
    List<Period> runs = new ArrayList<>();
    List<LocalDate> cuts = new ArrayList<>(List.of(LocalDate.MIN));
    for (int i = 0; i <= frame.axis.segments(); i++) {
      if (frame.axis.day(i).isAfter(LocalDate.MIN)) {
        cuts.add(frame.axis.day(i));
      }
    }
    for (int i = 1; i < cuts.size(); i++) {
      Period days = Period.custom(cuts.get(i - 1), cuts.get(i));
      if (ledger.covers(days)) {
        int last = runs.size() - 1;
        if (last >= 0 && runs.get(last).end().equals(days.start())) {
          runs.set(last, Period.custom(runs.get(last).start(), days.end()));
        } else {
          runs.add(days);
        }
      }
    }
    return runs;
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

  /**
   * Returns what is kept of the facts of both.
   *
   * @param other a part of other facts: a fact that is in both counts twice
   * @return both together; what either ledger does not answer for over a period cannot be read over
   *     it
   * @throws IllegalArgumentException if the parts are not of equal organisations, catalogs,
   *     calendars, dates, dimensions and lists of periods; it says which differ
   */
  public CubePart merge(CubePart other) {
    frame.requireSame(other.frame);
    SnapshotDays days = new SnapshotDays();
    days.add(snapshots);
    days.add(other.snapshots);
    Table<MetricId, Period, String> either = HashBasedTable.create(other.refused);
    either.putAll(refused);
    return new CubePart(
        frame,
        held.merge(other.held),
        days,
        either,
        Sets.intersection(leftOut, other.leftOut),
        Sets.union(known, other.known),
        knowsNothing && other.knowsNothing);
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

  /** Returns of which days the ledgers are, such as {@code "known on 2026-09-30"}. */
  String known() {
    return String.join(" and ", known);
  }

  boolean knowsNothing() {
    return knowsNothing;
  }

  /** Returns why some part's ledger does not answer for a metric, empty if all do. */
  Optional<String> refusal(MetricId metric, Period period) {
    return Optional.ofNullable(refused.get(metric, period));
  }

  /** Returns the snapshots of one place. */
  Partial snapshots(
      Metric metric, Period days, BiPredicate<PartyId, LocalDate> counts, Set<PartyId> standing) {
    return snapshots.partial(metric, days, counts, Sets.difference(standing, leftOut));
  }

  /** Returns what this is a part of on one line, and of which days the ledgers are. */
  @Override
  public String toString() {
    return "part of " + frame + ", " + known();
  }
}
