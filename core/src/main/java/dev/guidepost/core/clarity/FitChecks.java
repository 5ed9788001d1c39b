package dev.guidepost.core.clarity;

import dev.guidepost.core.goal.Target;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Whether the targets of one owner go together. */
record FitChecks(Carried carried, List<ClarityFinding> findings) {

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
    findings.add(new ClarityFinding(rule, carried.party(), what, remedy));
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

  /** Whether one is a phase of the other: all that differs is that its period is a part. */
  private static boolean phases(Target one, Target other) {
    return one.scope().equals(other.scope())
        && !one.period().equals(other.period())
        && (inside(one.period(), other.period()) || inside(other.period(), one.period()));
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
      return apart(one, first.get(), second.get()) || apart(other, second.get(), first.get());
    }
    return oppose(one.metric(), other.metric())
        && first.get().equals(second.get())
        && !(first.get() instanceof Direction.Within);
  }

  private boolean oppose(MetricId one, MetricId other) {
    return carried.sheet().opposing().contains(new ClaritySheet.Opposing(one, other))
        || carried.sheet().opposing().contains(new ClaritySheet.Opposing(other, one));
  }

  /** Whether what is good for the first is bad for the second. */
  private static boolean apart(Target one, Direction first, Direction second) {
    if (first instanceof Direction.Higher) {
      return second instanceof Direction.Lower
          || (second instanceof Direction.Within band && one.amount().compareTo(band.high()) > 0);
    }
    if (first instanceof Direction.Lower) {
      return second instanceof Direction.Within band && one.amount().compareTo(band.low()) < 0;
    }
    Direction.Within band = (Direction.Within) first;
    return second instanceof Direction.Within next && next.low().compareTo(band.high()) > 0;
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
