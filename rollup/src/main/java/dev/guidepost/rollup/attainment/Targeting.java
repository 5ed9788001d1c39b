package dev.guidepost.rollup.attainment;

import dev.guidepost.core.goal.Assignment;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Whose targets count at each unit: those of the nearest below that have one for the period. */
final class Targeting {

  /**
   * What an owner is to reach in the period.
   *
   * @param target the target itself, or the sum of those for parts of the period
   * @param days which days it is for
   * @param parts the targets it is made of; itself if it is one for the period
   */
  record Own(Target target, Days days, List<Target> parts) {}

  private final Catalog catalog;
  private final Metric metric;
  private final Period period;
  private final Map<Dimension, String> scope;
  private final Places places;
  private final boolean adds;
  private final Map<PartyId, Own> own = new LinkedHashMap<>();

  /** By owner those of its own targets that do not count for itself. */
  private final Map<PartyId, List<Assignment.LeftOut>> ownAside = new LinkedHashMap<>();

  private final Set<UnitId> above = new HashSet<>();

  /** By party whether its own targets stand for all below it, once all targets are known. */
  private final Map<PartyId, Boolean> standing = new ConcurrentHashMap<>();

  private final Map<UnitId, List<Assignment.Part>> parts = new HashMap<>();
  private final Map<UnitId, List<Assignment.LeftOut>> aside = new HashMap<>();

  Targeting(
      Catalog catalog,
      Metric metric,
      Period period,
      Map<Dimension, String> scope,
      List<Target> targets,
      Places places) {
    this.catalog = catalog;
    this.metric = metric;
    this.period = period;
    this.scope = scope;
    this.places = places;
    adds =
        Assignment.addsUp(catalog, metric.id())
            && !(metric.direction() instanceof Direction.Within);
    Map<PartyId, List<Target>> fitting = new LinkedHashMap<>();
    List<Assignment.LeftOut> unfit = new ArrayList<>();
    for (Target target : targets) {
      if (target.metric().equals(metric.id()) && overlaps(target.period())) {
        unfit(target)
            .ifPresentOrElse(
                reason -> unfit.add(new Assignment.LeftOut(target, reason)),
                () ->
                    fitting.computeIfAbsent(target.owner(), key -> new ArrayList<>()).add(target));
      }
    }
    Map<PartyId, Assignment> chosen = new LinkedHashMap<>();
    fitting.forEach(
        (owner, all) -> {
          Assignment some = choose(owner, all);
          chosen.put(owner, some);
          compose(owner, all, some).ifPresent(made -> own.put(owner, made));
          some.leftOut().forEach(this::setAside);
          targets(some).forEach(part -> above.addAll(places.above(owner, part.period())));
        });
    unfit.forEach(line -> add(ownAside, line.target().owner(), line));
    unfit.forEach(this::leave);
    chosen.values().forEach(this::assign);
  }

  private boolean overlaps(Period other) {
    return other.start().isBefore(period.end()) && period.start().isBefore(other.end());
  }

  /** Why a target cannot be measured here. */
  private Optional<String> unfit(Target target) {
    Optional<String> elsewhere = places.lacks(target.owner());
    if (elsewhere.isPresent()) {
      return Optional.of("owner of " + target.key() + " " + elsewhere.get());
    }
    if (!target.scope().equals(scope)) {
      return Optional.of(
          "scope of "
              + target.key()
              + " must be "
              + (scope.isEmpty() ? "all facts" : scope)
              + " to be measured here, but was "
              + (target.scope().isEmpty() ? "all facts" : target.scope()));
    }
    try {
      target.requireFit(metric);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Why a target that fits cannot be added to others. */
  private Optional<String> lone(Target target) {
    if (!adds) {
      return Optional.of(
          "metric of "
              + target.key()
              + " must add up over people to be assigned, but is \""
              + metric.aggregation()
              + "\", good where "
              + metric.direction());
    }
    return target.direction(metric).equals(metric.direction())
        ? Optional.empty()
        : Optional.of(
            "direction of "
                + target.key()
                + " must be \""
                + metric.direction()
                + "\" to be added up, but was \""
                + target.direction(metric)
                + "\"");
  }

  /** Those of an owner that count, each fact and day once; of what does not add up none. */
  private Assignment choose(PartyId owner, List<Target> all) {
    List<UnitId> path = places.above(owner, period);
    PartyId served = path.isEmpty() ? Organisation.UNASSIGNED : path.get(path.size() - 1);
    Target parent = sum(served, Quantity.ZERO, "nothing yet");
    List<Assignment.LeftOut> lone = new ArrayList<>();
    List<Target> some = new ArrayList<>();
    for (Target target : all) {
      lone(target)
          .ifPresentOrElse(
              reason -> lone.add(new Assignment.LeftOut(target, reason)), () -> some.add(target));
    }
    Assignment chosen =
        adds
            ? Assignment.among(catalog, parent, some)
            : new Assignment(parent, List.of(), List.of());
    lone.addAll(chosen.leftOut());
    return new Assignment(parent, chosen.parts(), lone);
  }

  /** The target for the very days of the period, or else the sum of those chosen. */
  private Optional<Own> compose(PartyId owner, List<Target> all, Assignment chosen) {
    Optional<Target> equal =
        all.stream().filter(target -> target.period().equals(period)).findFirst();
    if (equal.isPresent()) {
      List<Target> one = List.of(equal.get());
      return Optional.of(new Own(equal.get(), new Days(period, one), one));
    }
    for (Target target : all) {
      if (target.period().start().equals(period.start())
          && target.period().end().equals(period.end())) {
        return Optional.of(new Own(target, new Days(period, List.of(target)), List.of(target)));
      }
    }
    List<Target> counted = targets(chosen);
    if (counted.isEmpty()) {
      return Optional.empty();
    }
    Days days = new Days(period, counted);
    Target whole = sum(owner, chosen.assigned(), targets(counted.size(), days));
    return Optional.of(
        new Own(
            Target.builder()
                .from(whole)
                .threshold(sum(counted, Target::threshold))
                .stretch(sum(counted, Target::stretch))
                .build(),
            days,
            counted));
  }

  private static List<Target> targets(Assignment assignment) {
    return assignment.parts().stream().map(part -> part.child().target()).toList();
  }

  private static Optional<Quantity> sum(
      List<Target> targets, Function<Target, Optional<Quantity>> part) {
    Quantity sum = Quantity.ZERO;
    for (Target target : targets) {
      Optional<Quantity> one = part.apply(target);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.plus(one.get());
    }
    return Optional.of(sum);
  }

  private static String targets(int count, Days days) {
    return "the sum of " + count + (count == 1 ? " target" : " targets") + ", for " + days;
  }

  private Target sum(PartyId owner, Quantity amount, String how) {
    return Target.builder()
        .owner(owner)
        .metric(metric.id())
        .period(period)
        .scope(scope)
        .amount(amount)
        .basis(new Target.Derived(how))
        .build();
  }

  /** Lets what was chosen count at the units above, up to one that has a target itself. */
  private void assign(Assignment chosen) {
    for (Assignment.Part part : chosen.parts()) {
      Target target = part.child().target();
      standIn(target)
          .ifPresentOrElse(
              reason -> leave(new Assignment.LeftOut(target, reason)),
              () -> upwards(target, unit -> add(parts, unit, part)));
    }
    if (adds) { // else it is said once, by notAdded
      chosen.leftOut().forEach(this::leave);
    }
  }

  private void leave(Assignment.LeftOut line) {
    upwards(line.target(), unit -> add(aside, unit, line));
  }

  private static <K, T> void add(Map<K, List<T>> lists, K key, T one) {
    lists.computeIfAbsent(key, any -> new ArrayList<>()).add(one);
  }

  /** Lets the owner's line say what is not added up, unless it is the owner's target itself. */
  private void setAside(Assignment.LeftOut line) {
    Target target = line.target();
    Optional<Own> made = own(target.owner());
    if (made.isEmpty() || !made.get().parts().contains(target)) {
      add(
          ownAside,
          target.owner(),
          adds
              ? line
              : new Assignment.LeftOut(
                  target,
                  "period of "
                      + target.key()
                      + " must be "
                      + period
                      + ", as "
                      + metric.id()
                      + " does not add up, but was "
                      + target.period()));
    }
  }

  /** Why a unit's target does not stand for those below. */
  private Optional<String> standIn(Target target) {
    Own made = own.get(target.owner());
    return made == null || stands(target.owner())
        ? Optional.empty()
        : Optional.of(
            "targets of "
                + target.owner()
                + " must be for all of "
                + period.label()
                + " to stand for those below it, but were for "
                + made.days());
  }

  private void upwards(Target target, Consumer<UnitId> visitor) {
    List<UnitId> path = places.above(target.owner(), target.period());
    for (int i = path.size() - 1; i >= 0; i--) {
      visitor.accept(path.get(i));
      if (stands(path.get(i))) {
        return;
      }
    }
  }

  /** Tells whether the own targets of a party stand for all below it, when they are added up. */
  boolean stands(PartyId party) {
    return standing.computeIfAbsent(party, this::findStanding);
  }

  private boolean findStanding(PartyId party) {
    Own found = own.get(party);
    return found != null
        && isForAllBelow(party, found)
        && found.parts().stream().allMatch(part -> lone(part).isEmpty());
  }

  private boolean isForAllBelow(PartyId party, Own found) {
    return party instanceof PersonId || found.days().all() || !above.contains(party);
  }

  /** Tells whether a party has a target for a day of the period that counts for it. */
  boolean covers(PartyId party, int epochDay) {
    Own found = own.get(party);
    return found != null && found.days().contains(epochDay) && stands(party);
  }

  /** Returns the units above a party for the period, the root first. */
  List<UnitId> above(PartyId party) {
    return places.above(party, period);
  }

  /** Returns all that do not count for their owners. */
  List<Assignment.LeftOut> leftOut() {
    return ownAside.values().stream().flatMap(List::stream).toList();
  }

  /** Returns the own targets of a party that do not count for itself, with the reasons. */
  List<Assignment.LeftOut> leftOut(PartyId party) {
    return ownAside.getOrDefault(party, List.of());
  }

  Optional<Own> own(PartyId party) {
    return Optional.ofNullable(own.get(party));
  }

  /** Returns why nothing is added up, if nothing is. */
  Optional<String> notAdded() {
    return adds
        ? Optional.empty()
        : Optional.of(
            metric.id()
                + " must add up over people for targets to be added up, but is \""
                + metric.aggregation()
                + "\", good where "
                + metric.direction());
  }

  /** Returns what the targets below a unit come to, if there are any. */
  Optional<Assignment> assignment(UnitId unit) {
    List<Assignment.Part> below = parts.getOrDefault(unit, List.of());
    List<Assignment.LeftOut> without = aside.getOrDefault(unit, List.of());
    if (below.isEmpty() && without.isEmpty()) {
      return Optional.empty();
    }
    Assignment all = new Assignment(sum(unit, Quantity.ZERO, "nothing yet"), below, without);
    Target parent =
        own(unit)
            .filter(made -> made.days().containsAll(days(all)))
            .map(Own::target)
            .orElseGet(() -> sum(unit, all));
    return Optional.of(new Assignment(parent, below, without));
  }

  /** Returns what the targets below a unit come to as one. */
  Target sum(UnitId unit, Assignment assignment) {
    return sum(unit, assignment.assigned(), targets(assignment.parts().size(), days(assignment)));
  }

  Days days(Assignment assignment) {
    return new Days(period, targets(assignment));
  }

  /** Returns what of the targets below a unit is that of each party right below it. */
  Map<PartyId, Quantity> shares(UnitId unit) {
    Map<PartyId, Quantity> shares = new HashMap<>();
    for (Assignment.Part part : parts.getOrDefault(unit, List.of())) {
      Target target = part.child().target();
      List<UnitId> path = places.above(target.owner(), target.period());
      int at = path.indexOf(unit);
      PartyId below = at == path.size() - 1 ? target.owner() : path.get(at + 1);
      shares.merge(below, part.amount(), Quantity::plus);
    }
    return shares;
  }
}
