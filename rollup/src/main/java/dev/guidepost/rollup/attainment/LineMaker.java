package dev.guidepost.rollup.attainment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.goal.Assignment;
import dev.guidepost.core.goal.Attainment;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.org.Organisation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes the line of a party: its actual amount held against its targets and those below it. */
final class LineMaker {

  /** How many of those who did not report are named. */
  private static final int NAMED = 5;

  private final Cube cube;
  private final Metric metric;
  private final Targeting targeting;
  private final ImmutableMap<UnitId, Assignment> assignments;
  private final Optional<Coverage> coverage;
  private final Set<UnitId> staffed;
  private final Function<PartyId, Measurement> actuals;
  private final Function<PartyId, Set<PartyId>> missing;

  LineMaker(
      Cube cube,
      Metric metric,
      Targeting targeting,
      ImmutableMap<UnitId, Assignment> assignments,
      Optional<Coverage> coverage,
      Set<UnitId> staffed,
      Function<PartyId, Measurement> actuals,
      Function<PartyId, Set<PartyId>> missing) {
    this.cube = cube;
    this.metric = metric;
    this.targeting = targeting;
    this.assignments = assignments;
    this.coverage = coverage;
    this.staffed = staffed;
    this.actuals = actuals;
    this.missing = missing;
  }

  /** Returns the line of a party. */
  AttainmentLine line(PartyId party) {
    Measurement actual = actuals.apply(party);
    Optional<Attainment> own = targeting.own(party).map(target -> own(party, target, actual));
    Set<Assignment.LeftOut> leftOut = new LinkedHashSet<>(targeting.leftOut(party));
    Optional<Assignment> below = Optional.empty();
    Optional<Attainment> assigned = Optional.empty();
    List<String> notes = new ArrayList<>();
    targeting
        .own(party)
        .filter(target -> !target.days().all())
        .ifPresent(target -> notes.add("own targets are for " + target.days()));
    if (party instanceof UnitId unit) {
      below = Optional.ofNullable(assignments.get(unit));
      below.ifPresent(found -> leftOut.addAll(found.leftOut()));
      Optional<Assignment> some = below.filter(found -> !found.parts().isEmpty());
      assigned = some.map(found -> assigned(unit, found, actual));
      some.map(targeting::days)
          .filter(days -> !days.all())
          .ifPresent(days -> notes.add("targets below are for " + days));
      some.map(targeting::days)
          .filter(days -> days.all() && coverage.isPresent())
          .map(days -> less(actual, coverage.get().onDays(unit)))
          .filter(less -> less.signum() != 0)
          .ifPresent(less -> notes.add(less.print() + " was done outside the days of targets"));
      if (isIncomplete(actual) && (own.isPresent() || assigned.isPresent())) {
        addMissing(unit, notes);
      }
    }
    return new AttainmentLine(
        party,
        cube.organisation().name(party),
        own,
        below,
        assigned,
        actual,
        without(party, own, actual),
        party instanceof UnitId unit
            && !unit.equals(Organisation.UNASSIGNED)
            && !staffed.contains(unit)
            && cube.placedBy().isEmpty(),
        notes,
        ImmutableList.copyOf(leftOut));
  }

  private static boolean isIncomplete(Measurement actual) {
    return actual
        .reported()
        .filter(some -> some.numerator().compareTo(some.denominator()) < 0)
        .isPresent();
  }

  /** Says who should have recorded a snapshot and did not, or stood elsewhere when recording it. */
  private void addMissing(UnitId unit, List<String> notes) {
    Set<PartyId> parties = missing.apply(unit);
    List<String> silent = new ArrayList<>();
    List<String> elsewhere = new ArrayList<>();
    for (PartyId party : cube.nodes()) {
      if (parties.contains(party)) {
        boolean reported = !missing.apply(party).contains(party);
        (reported ? elsewhere : silent)
            .add(AttainmentLine.label(cube.organisation().name(party), party));
      }
    }
    named("not reported by ", silent).ifPresent(notes::add);
    named("reported from another place by ", elsewhere).ifPresent(notes::add);
  }

  private static Optional<String> named(String what, List<String> names) {
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            what
                + String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : ""));
  }

  /** What was done in the days of the own targets. */
  private Attainment own(PartyId party, Targeting.Own own, Measurement actual) {
    if (own.days().all()) {
      return Attainment.of(metric, own.target(), actual);
    }
    if (coverage.isEmpty()) {
      return Attainment.notEnoughData(
          metric, own.target(), "targets are for " + own.days() + " of what is no sum");
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Target part : own.parts()) {
      sum = sum.add(cube.sum(party, metric.id(), part.period()).toBigDecimal());
    }
    return Attainment.of(metric, own.target(), Quantity.of(sum));
  }

  /** What those in and below a unit did, of who has targets in the days of these. */
  private Attainment assigned(UnitId unit, Assignment below, Measurement actual) {
    Target sum = targeting.sum(unit, below);
    Days days = targeting.days(below);
    if (coverage.isPresent()) {
      return Attainment.of(metric, sum, coverage.get().onDays(unit));
    }
    return days.all()
        ? Attainment.of(metric, sum, actual)
        : Attainment.notEnoughData(metric, sum, "targets are for " + days + " of what is no sum");
  }

  private static Quantity less(Measurement actual, Quantity counted) {
    return ((Measurement.Total) actual).amount().minus(counted);
  }

  private Optional<Quantity> without(PartyId party, Optional<Attainment> own, Measurement actual) {
    return coverage.map(
        facts -> {
          if (party instanceof UnitId unit) {
            return facts.withoutTarget(unit);
          }
          Quantity all = ((Measurement.Total) actual).amount();
          return own.flatMap(Attainment::actual).map(all::minus).orElse(all);
        });
  }
}
