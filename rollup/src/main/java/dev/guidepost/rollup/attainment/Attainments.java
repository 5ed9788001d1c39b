package dev.guidepost.rollup.attainment;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Multimaps;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.goal.Attainment;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.goal.TargetBook;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A roll-up joined with targets, on the same three dates.
 *
 * <p>What had been recorded by one day, of facts and of targets alike; the organisation as it was,
 * or on the date of the roll-up; and the periods of the roll-up and of all targets. Immutable and
 * thread-safe.
 *
 * <p>Facts are rolled up once, and once more for each scope that targets have, when it is first
 * asked for: targets of a product are measured on its facts.
 *
 * <pre>{@code
 * Attainments attained = Attainments.of(Rollup.of(ledger).over(organisation), targets, october15);
 * AttainmentTree q3 = attained.of(BOOKINGS, period);
 * q3.at("East");                // 83.3 % (200,000 of 240,000), short; 410,000 assigned: ...
 * attained.gaps(ana, workdays); // what is missing of her targets, the furthest behind first
 * }</pre>
 */
public final class Attainments {

  private static final ImmutableSortedMap<Dimension, String> ALL_FACTS =
      ImmutableSortedMap.of(); // by name

  private final TargetBook book;
  private final LocalDate known;
  private final ImmutableListMultimap<PartyId, Target.Key> keys;
  private final ImmutableMap<Map<Dimension, String>, Supplier<Cube>> cubes;

  private Attainments(Rollup rollup, TargetBook book, LocalDate known) {
    this.book = book.asOf(known);
    this.known = known;
    this.keys = Multimaps.index(this.book.keys(), Target.Key::owner);
    ImmutableSet.Builder<Period> periods = ImmutableSet.builder();
    periods.addAll(rollup.periods());
    this.book.keys().forEach(key -> periods.add(key.period()));
    Map<Map<Dimension, String>, Supplier<Cube>> byScope = new HashMap<>();
    ImmutableSet<Period> all = periods.build();
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          "there must be a period to measure, of a target known on "
              + known
              + " or given by Rollup.periods, but there was neither");
    }
    Rollup then = rollup.viewing(facts -> facts.known(known)).periods(all.asList());
    byScope.put(Map.of(), Suppliers.memoize(then::build));
    for (Target.Key key : this.book.keys()) {
      byScope.computeIfAbsent(key.scope(), scope -> Suppliers.memoize(() -> slice(then, scope)));
    }
    cubes = ImmutableMap.copyOf(byScope);
  }

  /**
   * Joins a roll-up with targets.
   *
   * @param rollup the facts, the organisation, and whose tree counts; periods beside those of
   *     targets, if any
   * @param book the targets with all their versions
   * @param known the day by the end of which facts and targets had been recorded
   * @return both together
   * @throws IllegalArgumentException if the ledger of the roll-up lacks facts that were recorded by
   *     that day, or leaves out values, days or participants, or there is neither a target known
   *     nor a period to roll up
   */
  public static Attainments of(Rollup rollup, TargetBook book, LocalDate known) {
    if (!rollup.ledger().knowsAll(known)) {
      throw new IllegalArgumentException(
          "ledger must have all that was known on "
              + known
              + ", as the targets do, but is a view of an earlier day: "
              + rollup.ledger());
    }
    Ledger ledger = rollup.ledger();
    boolean whole = !ledger.sliced() && ledger.covers(Period.custom(LocalDate.MIN, LocalDate.MAX));
    if (!whole || !ledger.parties().stream().allMatch(ledger::covers)) {
      throw new IllegalArgumentException(
          "ledger must have the facts of all values, days and participants, as targets are for all"
              + " of theirs, but is a view of some: "
              + ledger);
    }
    return new Attainments(rollup, book, known);
  }

  private static Cube slice(Rollup rollup, Map<Dimension, String> scope) {
    return rollup.viewing(facts -> where(facts, scope)).build();
  }

  private static Ledger where(Ledger facts, Map<Dimension, String> scope) {
    Ledger slice = facts;
    for (Map.Entry<Dimension, String> part : scope.entrySet()) {
      slice = slice.where(part.getKey(), part.getValue());
    }
    return slice;
  }

  /**
   * Returns the day by the end of which facts and targets were known.
   *
   * @return the day
   */
  public LocalDate known() {
    return known;
  }

  /**
   * Returns the targets as they were known.
   *
   * @return the book
   */
  public TargetBook targets() {
    return book;
  }

  /**
   * Returns the cube of all facts, of the periods of the roll-up and of all targets.
   *
   * @return the cube
   * @throws IllegalStateException if the roll-up has no organisation, or needs a calendar
   * @throws java.util.concurrent.CancellationException if the roll-up was cancelled
   */
  public Cube cube() {
    return cube(ALL_FACTS);
  }

  private Cube cube(Map<Dimension, String> scope) {
    Supplier<Cube> found = cubes.get(scope);
    if (found == null) {
      throw new IllegalArgumentException(
          "scope must be all facts or that of a target, but was " + scope);
    }
    return Objects.requireNonNull(found.get());
  }

  /**
   * Returns what became of the targets of a metric for all facts. Takes time in proportion to the
   * targets and, of a sum, to the ledger.
   *
   * @param metric a metric of the ledger's catalog
   * @param period a period of the roll-up or of a target
   * @return the attainments of all people and units
   * @throws IllegalArgumentException if the metric or the period is unknown
   * @throws IllegalStateException if the roll-up has no organisation, or needs a calendar
   * @throws ArithmeticException if targets to be added up, or a sum of facts, do not fit 64 bits
   * @throws java.util.concurrent.CancellationException if the roll-up was cancelled
   */
  public AttainmentTree of(MetricId metric, Period period) {
    return of(metric, period, ALL_FACTS);
  }

  /**
   * Returns what became of the targets of a metric and a scope, measured on the facts of that.
   *
   * @param metric a metric of the ledger's catalog
   * @param period a period of the roll-up or of a target
   * @param scope the values by dimension, as a target has it
   * @return the attainments of all people and units
   * @throws IllegalArgumentException if the metric or the period is unknown, no target has the
   *     scope, or the catalog lacks a dimension of it
   * @throws IllegalStateException if the roll-up has no organisation, or needs a calendar
   * @throws ArithmeticException if targets to be added up, or a sum of facts, do not fit 64 bits
   * @throws java.util.concurrent.CancellationException if the roll-up was cancelled
   */
  public AttainmentTree of(MetricId metric, Period period, Map<Dimension, String> scope) {
    Cube cube = cube(scope);
    Metric definition = cube.ledger().catalog().metric(metric);
    cube.at(cube.organisation().root()).in(period); // says which there are
    Map<Dimension, String> sorted =
        ImmutableSortedMap.copyOf(scope, Comparator.comparing(Dimension::name));
    return new AttainmentTree(cube, book, known, definition, period, sorted);
  }

  /**
   * Returns what is missing of the targets that a party has on the day of what is known: of all
   * metrics, periods and scopes.
   *
   * @param owner a person or unit of the organisation
   * @param days how much each day counts, such as the working days of the person
   * @return the gaps, the furthest behind first; unmodifiable
   * @throws IllegalArgumentException if the organisation does not have the owner, a metric or
   *     dimension of a target is not in the catalog, a target does not fit its metric, or facts are
   *     not in the currency of theirs
   * @throws IllegalStateException if the roll-up has no organisation, or needs a calendar
   * @throws ArithmeticException if an amount or a share does not fit 64 bits
   * @throws java.util.concurrent.CancellationException if the roll-up was cancelled
   */
  public List<Gap> gaps(PartyId owner, Exposure days) {
    cube().organisation().name(owner); // says who there is
    List<Gap> gaps = new ArrayList<>();
    for (Target.Key key : keys.get(owner)) {
      if (key.period().contains(known)) {
        book.find(key, known)
            .ifPresent(target -> gaps.add(Gap.of(attainment(target), known, days)));
      }
    }
    gaps.sort(Gap.FURTHEST_BEHIND_FIRST);
    return List.copyOf(gaps);
  }

  private Attainment attainment(Target target) {
    Cube cube = cube(target.scope());
    Metric metric = cube.ledger().catalog().metric(target.metric());
    return Attainment.of(
        metric,
        target,
        cube.byParty(target.metric(), target.period(), known).apply(target.owner()));
  }

  /** Returns what is joined, on one line. */
  @Override
  public String toString() {
    return book + ", known on " + known;
  }
}
