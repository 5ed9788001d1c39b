package dev.guidepost.rollup.attainment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.goal.Assignment;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.goal.TargetBook;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What became of the targets of one metric and period, for every person and unit.
 *
 * <p>Immutable. Every line is read where it stands: a unit's actual amount is that of the cube,
 * held against its own target and against the sum of those below; no attainment is made of others.
 *
 * <pre>{@code
 * AttainmentTree attained = attainments.of(BOOKINGS, q3);
 * attained.at("East");                      // its line
 * attained.lines().stream()                 // any of them, in any order
 *     .filter(line -> line.sides() == Sides.ACTUAL_ONLY).toList();
 * attained.distribution(east).quartiles();  // of the people there
 * attained.print();                         // all units
 * }</pre>
 */
public final class AttainmentTree {

  private final Cube cube;
  private final Metric metric;
  private final Period period;
  private final Map<Dimension, String> scope;
  private final LocalDate known;
  private final LocalDate targetsOn;
  private final Targeting targeting;
  private final ImmutableMap<UnitId, Assignment> assignments;
  private final Optional<Coverage> coverage;
  private final Map<UnitId, List<PersonId>> people = new HashMap<>();
  private final LineMaker lines;

  /**
   * Joins a cube with targets.
   *
   * @param cube of facts of the scope, known by the day
   * @param book as known on the day
   */
  AttainmentTree(
      Cube cube,
      TargetBook book,
      LocalDate known,
      Metric metric,
      Period period,
      Map<Dimension, String> scope) {
    this.cube = cube;
    this.known = known;
    this.metric = metric;
    this.period = period;
    this.scope = scope;
    LocalDate day = cube.organisedOn().orElse(period.lastDay());
    targetsOn = day.isAfter(known) ? known : day;
    Places places = new Places(cube, known);
    List<Target> targets = book.targets(targetsOn);
    targeting = new Targeting(cube.ledger().catalog(), metric, period, scope, targets, places);
    ImmutableMap.Builder<UnitId, Assignment> assigned = ImmutableMap.builder();
    Map<UnitId, Days> partial = new HashMap<>();
    for (PartyId node : cube.nodes()) {
      if (node instanceof UnitId unit) {
        Optional<Assignment> below = targeting.assignment(unit);
        below.ifPresent(found -> assigned.put(unit, found));
        below
            .filter(found -> !found.parts().isEmpty())
            .map(targeting::days)
            .filter(days -> !days.all())
            .ifPresent(days -> partial.put(unit, days));
      }
    }
    assignments = assigned.buildOrThrow();
    coverage =
        metric.aggregation() instanceof Aggregation.Sum
                && cube.refusal(metric.id(), period).isEmpty()
            ? Optional.of(new Coverage(cube, metric, period, targeting, partial))
            : Optional.empty();
    lines =
        new LineMaker(
            cube,
            metric,
            targeting,
            assignments,
            coverage,
            places.staffed(period),
            cube.byParty(metric.id(), period, known),
            cube.missing(metric.id(), period, known));
    for (PersonId person : cube.organisation().people()) {
      List<UnitId> above = places.above(person, period);
      if (!above.contains(Organisation.UNASSIGNED) || lines.line(person).sides() != Sides.NEITHER) {
        above.forEach(unit -> people.computeIfAbsent(unit, key -> new ArrayList<>()).add(person));
      }
    }
  }

  /**
   * Returns the metric.
   *
   * @return the metric
   */
  public Metric metric() {
    return metric;
  }

  /**
   * Returns the period.
   *
   * @return the period
   */
  public Period period() {
    return period;
  }

  /**
   * Returns which facts and targets these are.
   *
   * @return values by dimension; empty for all facts; unmodifiable
   */
  public Map<Dimension, String> scope() {
    return scope;
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
   * Returns the day on which the targets are in effect that count: the day of the organisation, or
   * as it was the last of the period, but none after what is known.
   *
   * @return the day
   */
  public LocalDate targetsOn() {
    return targetsOn;
  }

  /**
   * Returns the cube of the actual amounts.
   *
   * @return the cube, of the facts of the scope
   */
  public Cube cube() {
    return cube;
  }

  /**
   * Returns why the targets of different people are not added up, if they are not.
   *
   * @return such as that the metric is a rate; empty if they are
   */
  public Optional<String> notAdded() {
    return targeting.notAdded();
  }

  /**
   * Returns the line of a party.
   *
   * @param party a person or unit of the organisation, or {@link Organisation#UNASSIGNED}
   * @return its line
   * @throws IllegalArgumentException if the organisation does not have the party, or facts needed
   *     for it are not in the currency of the metric
   * @throws ArithmeticException if an amount does not fit 64 bits
   */
  public AttainmentLine at(PartyId party) {
    return lines.line(party);
  }

  /**
   * Returns the line of the party with an id or a name.
   *
   * @param idOrName an id or a name, as {@link Cube#at(String)} takes it
   * @return its line
   * @throws IllegalArgumentException if there is no such party, or more than one, or facts needed
   *     for it are not in the currency of the metric
   * @throws ArithmeticException if an amount does not fit 64 bits
   */
  public AttainmentLine at(String idOrName) {
    return at(cube.at(idOrName).party());
  }

  /**
   * Returns the lines of all parties.
   *
   * @return the root, the other units in the order of their declaration, {@link
   *     Organisation#UNASSIGNED}, then people in the order of theirs; unmodifiable
   * @throws IllegalArgumentException if facts needed are not in the currency of the metric
   * @throws ArithmeticException if an amount does not fit 64 bits
   */
  public List<AttainmentLine> lines() {
    return lines(cube.nodes());
  }

  /**
   * Returns the lines of some parties, such as {@code organisation.subunits(east, day)} or {@link
   * #people(UnitId)}.
   *
   * @param parties people or units of the organisation
   * @return their lines in the same order; unmodifiable
   * @throws IllegalArgumentException if the organisation does not have one of them, or facts needed
   *     are not in the currency of the metric
   * @throws ArithmeticException if an amount does not fit 64 bits
   */
  public List<AttainmentLine> lines(Collection<? extends PartyId> parties) {
    return parties.stream().map(lines::line).collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the people who stand in a unit or below it: on the day of the organisation, or as it
   * was on the last day of the period that is known of; who left before it stands where he did last
   * in the period. Without those who are in no unit unless they have a target or an amount.
   *
   * @param unit a unit of the organisation, or {@link Organisation#UNASSIGNED}
   * @return the people in the order of their declaration; unmodifiable
   * @throws IllegalArgumentException if the organisation does not have the unit
   */
  public List<PersonId> people(UnitId unit) {
    cube.organisation().level(unit); // says who there is
    return ImmutableList.copyOf(people.getOrDefault(unit, List.of()));
  }

  /**
   * Returns how what the people of a unit reached is spread, each with all that is theirs.
   *
   * @param unit a unit of the organisation, or {@link Organisation#UNASSIGNED}
   * @return the distribution over {@link #people(UnitId)}
   * @throws IllegalArgumentException if the organisation does not have the unit, or facts needed
   *     are not in the currency of the metric
   * @throws ArithmeticException if an amount, a share or a sum does not fit 64 bits
   */
  public Distribution distribution(UnitId unit) {
    return Distribution.of(metric, lines(people(unit)));
  }

  /**
   * Returns how what some parties reached is spread, such as the units of a level.
   *
   * @param parties people, or units of which none stands above another; each counts once
   * @return the distribution
   * @throws IllegalArgumentException if the organisation does not have one of them, or facts needed
   *     are not in the currency of the metric
   * @throws ArithmeticException if an amount does not fit 64 bits
   */
  public Distribution distribution(Collection<? extends PartyId> parties) {
    return Distribution.of(metric, lines(new LinkedHashSet<>(parties)));
  }

  /** Returns what sums are made of, refused if the facts cannot be added up. */
  private Optional<Coverage> measured() {
    cube.refusal(metric.id(), period)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    return coverage;
  }

  /**
   * Returns what makes a unit's sum: what each party right below brought there, and what was
   * recorded on the unit itself. It adds up to the unit's actual amount, also of people who moved.
   *
   * @param unit a unit of the organisation, or {@link Organisation#UNASSIGNED}
   * @return the contributions by party, in the order of the cube's nodes; unmodifiable
   * @throws IllegalArgumentException if the organisation does not have the unit, the metric is no
   *     sum, or facts needed are not in its currency
   * @throws ArithmeticException if an amount does not fit 64 bits
   */
  public List<Contribution> contributions(UnitId unit) {
    cube.organisation().level(unit); // says who there is
    Map<PartyId, Contribution> found =
        new LinkedHashMap<>(
            measured()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "metric must be a sum to be made of contributions, but "
                                + metric.id()
                                + " is \""
                                + metric.aggregation()
                                + "\""))
                .at(unit));
    ImmutableList.Builder<Contribution> ordered = ImmutableList.builder();
    for (PartyId node : cube.nodes()) {
      Contribution one = found.remove(node);
      if (one != null) {
        ordered.add(one);
      }
    }
    return ordered.addAll(found.values()).build(); // strangers
  }

  /**
   * Returns all targets that do not count for their owner, or are not added up at some unit.
   *
   * @return each once, with the reason; in the order of units, then owners; unmodifiable
   */
  public List<Assignment.LeftOut> leftOut() {
    Set<Assignment.LeftOut> all = new LinkedHashSet<>();
    assignments.values().forEach(below -> all.addAll(below.leftOut()));
    all.addAll(targeting.leftOut());
    return ImmutableList.copyOf(all);
  }

  /**
   * Returns all units as a table, each with how its people are spread, and what must be said below.
   *
   * @return the table, plain ASCII but for names, lines ending in {@code \n}
   * @throws IllegalArgumentException if facts needed are not in the currency of the metric
   * @throws ArithmeticException if an amount, a share or a sum does not fit 64 bits
   */
  public String print() {
    return new AttainmentTable(this).print();
  }

  /**
   * Returns a unit as a table of those right below it: what each was to reach, what counted there
   * and what is theirs in all, what was attained of which target; then how its people are spread,
   * or the units below it where facts are placed by a dimension.
   *
   * @param unit a unit of the organisation, or {@link Organisation#UNASSIGNED}
   * @return the table, plain ASCII but for names, lines ending in {@code \n}
   * @throws IllegalArgumentException if the organisation does not have the unit, or facts needed
   *     are not in the currency of the metric
   * @throws ArithmeticException if an amount, a share or a sum does not fit 64 bits
   */
  public String print(UnitId unit) {
    return new AttainmentTable(this).print(unit);
  }

  /** Tells whether the metric is a sum, of which can be told what it is made of. */
  boolean isSum() {
    return coverage.isPresent();
  }

  /** Returns what of the targets below a unit is that of each party right below it. */
  Map<PartyId, Quantity> assigned(UnitId unit) {
    return targeting.shares(unit);
  }

  /** Tells whether a party stands right below a unit for the period. */
  boolean standsIn(PartyId party, UnitId unit) {
    List<UnitId> above = targeting.above(party);
    return !above.isEmpty() && above.get(above.size() - 1).equals(unit);
  }

  /** Returns what it is of and the three dates, on one line. */
  @Override
  public String toString() {
    return metric.name()
        + (scope.isEmpty() ? "" : " " + scope)
        + ", "
        + period.label()
        + ", "
        + cube.organisedOn().map(date -> "organised on " + date).orElse("as it was")
        + ", targets of "
        + targetsOn
        + ", known on "
        + known;
  }
}
