package dev.guidepost.core.goal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.id.GoalId;
import dev.guidepost.core.id.PriorityId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.quantity.Quantity;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the company wants, from its strategies through priorities to goals and the goals that serve
 * them. Immutable.
 *
 * <pre>{@code
 * GoalTree tree = GoalTree.of(List.of(grow), List.of(eastNew, anaMeetings));
 * tree.line(anaMeetings.id());  // Grow in the mid-market > Win new accounts > New accounts in the
 *                               // East (east) > Meet buyers (ana)
 * tree.withoutStrategy(today);  // the goals that nobody can give a reason for
 * }</pre>
 */
public final class GoalTree {

  /** No strategy and no goal. */
  public static final GoalTree EMPTY = of(List.of(), List.of());

  private final ImmutableList<Strategy> strategies;
  private final ImmutableMap<GoalId, Goal> goals;
  private final ImmutableMap<GoalId, Reason> reasons;

  private GoalTree(Collection<Strategy> strategies, Collection<Goal> goals) {
    this.strategies = ImmutableList.copyOf(strategies);
    Map<PriorityId, Reason> byPriority = new HashMap<>();
    Set<Object> ids = new LinkedHashSet<>();
    for (Strategy strategy : strategies) {
      requireNew(ids, "strategies", strategy.id());
      for (Strategy.Priority priority : strategy.priorities()) {
        requireNew(ids, "priorities", priority.id());
        byPriority.put(priority.id(), new Reason(strategy, priority));
      }
    }
    Map<GoalId, Goal> byId = new LinkedHashMap<>();
    for (Goal goal : goals) {
      requireNew(ids, "goals", goal.id());
      byId.put(goal.id(), goal);
    }
    this.goals = ImmutableMap.copyOf(byId);
    this.goals.values().forEach(goal -> requireLinked(goal, ids));
    this.reasons = ImmutableMap.copyOf(reasons(byPriority));
  }

  /** Goes up from each goal as far as nobody has been before, so that each is passed once. */
  private Map<GoalId, Reason> reasons(Map<PriorityId, Reason> byPriority) {
    Map<GoalId, Reason> found = new HashMap<>();
    Set<GoalId> seen = new HashSet<>();
    for (Goal goal : goals.values()) {
      Set<GoalId> path = new LinkedHashSet<>();
      Optional<Goal> next = Optional.of(goal);
      while (next.isPresent() && !seen.contains(next.get().id())) {
        if (!path.add(next.get().id())) {
          throw new IllegalArgumentException(
              "goals must not serve one another in a circle, but " + path + " do");
        }
        next = next.get().parent().map(this::goal);
      }
      Optional<Reason> above = next.map(Goal::id).map(found::get);
      for (GoalId id : ImmutableList.copyOf(path).reverse()) {
        Optional<Reason> own = goal(id).priority().map(byPriority::get);
        above = own.isPresent() ? own : above;
        above.ifPresent(reason -> found.put(id, reason));
      }
      seen.addAll(path);
    }
    return found;
  }

  private static void requireNew(Set<Object> ids, String what, Object id) {
    if (!ids.add(id)) {
      throw new IllegalArgumentException("ids of " + what + " must differ, but two are " + id);
    }
  }

  private void requireLinked(Goal goal, Set<Object> ids) {
    goal.priority().ifPresent(id -> requireThere(goal, "priority", id, ids));
    if (goal.parent().isPresent()) {
      GoalId parent = goal.parent().get();
      requireThere(goal, "goal", parent, ids);
      requireConverted(goal, goal(parent));
    }
  }

  private static void requireThere(Goal goal, String what, Object id, Set<Object> ids) {
    if (!ids.contains(id)) {
      throw new IllegalArgumentException(
          what + " that goal " + goal.id() + " serves must be there, but was " + id);
    }
  }

  private static void requireConverted(Goal goal, Goal parent) {
    if (goal.link().isPresent()
        ? !goal.link().get().to().equals(parent.metric())
        : !goal.metric().equals(parent.metric())) {
      throw new IllegalArgumentException(
          "goal "
              + goal.id()
              + " must say what "
              + goal.metric()
              + " is in "
              + parent.metric()
              + " of "
              + parent.id()
              + ", but "
              + goal.link().map(given -> "was \"" + given + "\"").orElse("does not"));
    }
  }

  /**
   * Returns the tree of some strategies and goals.
   *
   * @param strategies the strategies, in reading order
   * @param goals the goals, in reading order; a goal and the one it serves may come in any order
   * @return the tree
   * @throws IllegalArgumentException if two strategies, priorities or goals share an id, a goal
   *     names a priority or goal that is not there, goals serve one another in a circle, or the
   *     metrics of a goal and the one it serves differ without a link
   */
  public static GoalTree of(Collection<Strategy> strategies, Collection<Goal> goals) {
    return new GoalTree(strategies, goals);
  }

  /**
   * Returns this tree with one goal more.
   *
   * @param goal the goal
   * @return the larger tree
   * @throws IllegalArgumentException as {@link #of(Collection, Collection)} does
   */
  public GoalTree with(Goal goal) {
    List<Goal> more = new ArrayList<>(goals.values());
    more.add(goal);
    return new GoalTree(strategies, more);
  }

  /**
   * Returns this tree with a goal that stops: it stays, with its past, and is no longer pursued.
   *
   * @param id the goal
   * @param until the day from which on it is no longer pursued
   * @return the tree
   * @throws IllegalArgumentException if there is no such goal, it was retired already, or the day
   *     is before its first
   */
  public GoalTree retire(GoalId id, LocalDate until) {
    Goal goal = goal(id);
    if (goal.effectiveUntil().isPresent()) {
      throw new IllegalArgumentException(
          "goal "
              + id
              + " must be pursued to be retired, but was until "
              + goal.effectiveUntil().get());
    }
    Goal retired =
        new Goal(
            id,
            goal.name(),
            goal.owner(),
            goal.metric(),
            goal.priority(),
            goal.parent(),
            goal.link(),
            goal.effectiveFrom(),
            Optional.of(until));
    return new GoalTree(
        strategies,
        goals.values().stream().map(other -> other.id().equals(id) ? retired : other).toList());
  }

  /**
   * Returns the strategies.
   *
   * @return the strategies, in the order given; unmodifiable
   */
  public List<Strategy> strategies() {
    return strategies;
  }

  /**
   * Returns the goals, retired ones too.
   *
   * @return the goals, in the order given; unmodifiable
   */
  public List<Goal> goals() {
    return goals.values().asList();
  }

  /**
   * Returns the goal of an id.
   *
   * @param id the id
   * @return the goal
   * @throws IllegalArgumentException if there is none, naming those there are
   */
  public Goal goal(GoalId id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "goal must be one of " + goals.keySet() + ", but was " + id));
  }

  /**
   * Returns the goal of an id, if there is one.
   *
   * @param id the id
   * @return the goal, or empty
   */
  public Optional<Goal> find(GoalId id) {
    return Optional.ofNullable(goals.get(id));
  }

  /**
   * Returns the goals that serve a goal directly.
   *
   * @param id the goal
   * @return the goals in the order given; unmodifiable
   */
  public List<Goal> serving(GoalId id) {
    return goals.values().stream()
        .filter(goal -> goal.parent().equals(Optional.of(id)))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the priority for which a goal is pursued: its own, or that of the nearest goal it
   * serves that has one.
   *
   * @param id the goal
   * @return the priority, or empty
   * @throws IllegalArgumentException if there is no such goal
   */
  public Optional<Strategy.Priority> priority(GoalId id) {
    return reason(id).map(Reason::priority);
  }

  /**
   * Returns the way from the strategy down to a goal.
   *
   * @param id the goal
   * @return the names of strategy, priority and goals, with {@code " > "} between them; from the
   *     highest goal on if no priority stands behind it
   * @throws IllegalArgumentException if there is no such goal
   */
  public String line(GoalId id) {
    List<String> names = new ArrayList<>();
    reason(id)
        .ifPresent(
            reason -> {
              names.add(reason.strategy().name());
              names.add(reason.priority().name());
            });
    List<Goal> path = new ArrayList<>(above(id));
    Collections.reverse(path);
    path.forEach(goal -> names.add(goal.toString()));
    return String.join(" > ", names);
  }

  /**
   * Returns the goals that are pursued though no priority stands behind them: those to find a
   * reason for, or to stop.
   *
   * @param day the day
   * @return the goals in the order given; unmodifiable
   */
  public List<Goal> withoutStrategy(LocalDate day) {
    return goals.values().stream()
        .filter(goal -> goal.pursuedOn(day) && priority(goal.id()).isEmpty())
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns what has stopped.
   *
   * @param day the day
   * @return the goals retired by that day, in the order given; unmodifiable
   */
  public List<Goal> retired(LocalDate day) {
    return goals.values().stream()
        .filter(goal -> goal.retiredBy(day))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns how much of a target the targets of the goals that serve its goal come to.
   *
   * <p>Each target that is given either counts or is left out with the reason: because it is linked
   * to no goal, to one that is not there or to one that does not serve the target's; because its
   * owner or metric is not that goal's, or the goal is not pursued at the end of its period; or
   * because it cannot be added up with the others, as {@link Assignment} says.
   *
   * @param catalog the definitions of the metrics
   * @param parent a target of a goal
   * @param targets targets to choose from
   * @param decimals the number of decimals of what each comes to, 0 to {@value Quantity#MAX_SCALE}
   * @param rounding how that is rounded, once for each
   * @return what they come to, the gap, and what was left out
   * @throws IllegalArgumentException if the parent has no goal, one that is not there, or one of
   *     another owner or metric, or its metric is not in the catalog or does not add up over people
   * @throws ArithmeticException if digits would be lost though the rounding is {@link
   *     RoundingMode#UNNECESSARY}, or an amount does not fit 64 bits
   */
  public Assignment assignment(
      Catalog catalog,
      Target parent,
      Collection<Target> targets,
      int decimals,
      RoundingMode rounding) {
    Assignment.requireDecimals(decimals);
    Goal served =
        goal(
            parent
                .goal()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "target must be that of a goal to be served, but was " + parent)));
    belongs(parent, served)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    Assigning assigning = new Assigning(catalog, parent);
    for (Target target : targets) {
      Optional<Goal> goal = target.goal().flatMap(this::find);
      Optional<String> reason =
          goal.isEmpty() ? Optional.of(unlinked(target)) : unserving(target, goal.get(), served);
      if (reason.isPresent()) {
        assigning.leave(target, reason.get());
      } else {
        assigning.take(target, goal.orElseThrow().link().orElse(Link.same(target.metric())));
      }
    }
    return assigning.result(decimals, rounding);
  }

  private static String unlinked(Target target) {
    return target.key()
        + " must be linked to a goal to count, but is "
        + target.goal().map(id -> "to " + id + ", which is not there").orElse("to none");
  }

  private static Optional<String> unserving(Target target, Goal goal, Goal served) {
    if (!goal.parent().equals(Optional.of(served.id()))) {
      return Optional.of(
          "goal of "
              + target.key()
              + " must serve \""
              + served
              + "\" to count, but is \""
              + goal
              + "\"");
    }
    LocalDate last = target.period().lastDay();
    if (!goal.pursuedOn(last)) {
      return Optional.of(
          "goal of "
              + target.key()
              + " must be pursued on "
              + last
              + " to count, but \""
              + goal
              + "\" was from "
              + goal.effectiveFrom()
              + goal.effectiveUntil().map(until -> " until " + until).orElse(" on"));
    }
    return belongs(target, goal);
  }

  private static Optional<String> belongs(Target target, Goal goal) {
    return target.owner().equals(goal.owner()) && target.metric().equals(goal.metric())
        ? Optional.empty()
        : Optional.of(
            target.key()
                + " must be "
                + goal.metric()
                + " of "
                + goal.owner()
                + ", as its goal \""
                + goal.name()
                + "\" is");
  }

  private record Reason(Strategy strategy, Strategy.Priority priority) {}

  private Optional<Reason> reason(GoalId id) {
    return Optional.ofNullable(reasons.get(goal(id).id()));
  }

  /** The goal, the one it serves, and so on. */
  private List<Goal> above(GoalId id) {
    List<Goal> path = new ArrayList<>();
    for (Optional<GoalId> next = Optional.of(id); next.isPresent(); ) {
      Goal goal = goal(next.get());
      path.add(goal);
      next = goal.parent();
    }
    return path;
  }

  /**
   * Returns the tree that a host kept.
   *
   * @param state as {@link #state()} gives it
   * @return the tree
   * @throws IllegalArgumentException if a part of it is none, or as {@link #of(Collection,
   *     Collection)} does
   */
  public static GoalTree of(GoalTreeState state) {
    return of(
        state.strategies().stream().map(GoalTreeState.StrategyState::read).toList(),
        state.goals().stream().map(GoalTreeState.GoalState::read).toList());
  }

  /**
   * Returns what a host keeps.
   *
   * @return the state, which {@link #of(GoalTreeState)} reads back to an equal tree
   */
  public GoalTreeState state() {
    return new GoalTreeState(
        strategies.stream().map(GoalTreeState.StrategyState::of).toList(),
        goals.values().stream().map(GoalTreeState.GoalState::of).toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GoalTree that
        && strategies.equals(that.strategies)
        && goals().equals(that.goals());
  }

  @Override
  public int hashCode() {
    return 31 * strategies.hashCode() + goals().hashCode();
  }

  /** Returns how many strategies and goals there are. */
  @Override
  public String toString() {
    return strategies.size() + " strategies, " + goals.size() + " goals";
  }
}
