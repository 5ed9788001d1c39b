package dev.guidepost.core.clarity;

import dev.guidepost.core.goal.Target;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Whether the targets of one owner go together. */
record FitChecks(Carried carried, Notes notes) {

  private static final Quantity BELOW_ZERO = Quantity.parse("-0.000000001");

  private void pairs(BiConsumer<Target, Target> check) {
    List<Target> targets = carried.targets();
    for (int i = 0; i < targets.size(); i++) {
      for (int j = i + 1; j < targets.size(); j++) {
        if (meet(targets.get(i), targets.get(j))) {
          check.accept(targets.get(i), targets.get(j));
        }
      }
    }
  }

  /** Whether a fact can be in both scopes. */
  private static boolean meet(Target one, Target other) {
    return one.scope().entrySet().stream()
        .allMatch(
            part ->
                part.getValue().equals(other.scope().getOrDefault(part.getKey(), part.getValue())));
  }

  private void found(ClarityRule rule, String what, String remedy) {
    notes.found(rule, carried.party(), what, remedy);
  }

  void overlaps() {
    pairs(
        (one, other) -> {
          if (one.metric().equals(other.metric()) && !phases(one, other)) {
            found(
                ClarityRule.OVERLAPPING_SCOPES,
                "one fact counts for " + LoadChecks.brief(one) + " and " + LoadChecks.brief(other),
                "make one target of both, or scopes that do not meet");
          }
        });
  }

  /** Whether one is a phase of the other: all that differs is that its days are a part. */
  private static boolean phases(Target one, Target other) {
    return one.scope().equals(other.scope())
        && !sameDays(one.period(), other.period())
        && (inside(one.period(), other.period()) || inside(other.period(), one.period()));
  }

  private static boolean sameDays(Period one, Period other) {
    return one.start().equals(other.start()) && one.end().equals(other.end());
  }

  private static boolean inside(Period part, Period whole) {
    return !part.start().isBefore(whole.start()) && !part.end().isAfter(whole.end());
  }

  void conflicts() {
    pairs(
        (one, other) -> {
          if (contradict(one, other)) {
            found(
                ClarityRule.CONFLICTING_DIRECTIONS,
                LoadChecks.brief(one)
                    + " ("
                    + way(one)
                    + ") against "
                    + LoadChecks.brief(other)
                    + " ("
                    + way(other)
                    + ")",
                "say which of both comes first, and drop or bound the other");
          }
        });
  }

  private boolean contradict(Target one, Target other) {
    Optional<Direction> first = direction(one);
    Optional<Direction> second = direction(other);
    if (first.isEmpty() || second.isEmpty()) {
      return false;
    }
    if (one.metric().equals(other.metric())) {
      boolean same = one.scope().equals(other.scope()) && sameDays(one.period(), other.period());
      return same
          ? above(one, other) || above(other, one)
          : aboveItsWhole(one, other) || aboveItsWhole(other, one);
    }
    return oppose(one.metric(), other.metric())
        && first.get().equals(second.get())
        && !(first.get() instanceof Direction.Within);
  }

  private boolean oppose(MetricId one, MetricId other) {
    return carried.sheet().opposing().contains(new ClaritySheet.Opposing(one, other))
        || carried.sheet().opposing().contains(new ClaritySheet.Opposing(other, one));
  }

  /** Whether the least that is good for the first is more than the most that is for the second. */
  private boolean above(Target one, Target other) {
    Optional<Quantity> least = least(one);
    Optional<Quantity> most = most(other);
    return least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0;
  }

  private Optional<Quantity> least(Target target) {
    return direction(target)
        .flatMap(
            way ->
                way instanceof Direction.Within band
                    ? Optional.of(band.low())
                    : way instanceof Direction.Higher
                        ? Optional.of(target.amount())
                        : Optional.empty());
  }

  private Optional<Quantity> most(Target target) {
    return direction(target)
        .flatMap(
            way ->
                way instanceof Direction.Within band
                    ? Optional.of(band.high())
                    : way instanceof Direction.Lower
                        ? Optional.of(target.amount())
                        : Optional.empty());
  }

  /**
   * Whether a part is to come to more than its whole may. Of other amounts a part tells nothing of
   * the whole: money may be given back, and a rate of a month be any beside that of its quarter.
   */
  private boolean aboveItsWhole(Target part, Target whole) {
    return inside(part.period(), whole.period())
        && part.scope().entrySet().containsAll(whole.scope().entrySet())
        && carried.sheet().catalog().find(part.metric()).filter(FitChecks::grows).isPresent()
        && above(part, whole);
  }

  /** Whether a metric never comes to less where more facts count. */
  private static boolean grows(Metric metric) {
    return metric.aggregation() instanceof Aggregation.Max
        || metric.aggregation() instanceof Aggregation.Distinct
        || (metric.aggregation() instanceof Aggregation.Sum && !metric.unit().admits(BELOW_ZERO));
  }

  void contradictions() {
    for (Target target : carried.targets()) {
      carried
          .sheet()
          .catalog()
          .find(target.metric())
          .flatMap(metric -> contradiction(target, metric))
          .ifPresent(
              what ->
                  found(
                      ClarityRule.TARGET_CONTRADICTS_METRIC,
                      what,
                      "set it as its metric is defined"));
    }
  }

  /** A target refuses the definition of its metric where it contradicts it, and says by what. */
  private static Optional<String> contradiction(Target target, Metric metric) {
    try {
      target.requireFit(metric);
      return Optional.empty();
    } catch (IllegalArgumentException contradiction) {
      return Optional.of(String.valueOf(contradiction.getMessage()));
    }
  }

  private Optional<Direction> direction(Target target) {
    return target
        .direction()
        .or(() -> carried.sheet().catalog().find(target.metric()).map(Metric::direction));
  }

  private String way(Target target) {
    return direction(target).map(Direction::toString).orElse("");
  }
}
