package dev.guidepost.core.goal;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.GoalId;
import dev.guidepost.core.id.PriorityId;
import dev.guidepost.core.id.StrategyId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.style.Words;
import dev.guidepost.core.time.Grain;
import java.util.List;
import java.util.Locale;

/**
 * What a host keeps of a {@link GoalTree}.
 *
 * @param strategies the strategies, in order
 * @param goals the goals, in order
 */
public record GoalTreeState(List<StrategyState> strategies, List<GoalState> goals) {

  /**
   * Creates a state.
   *
   * @param strategies the strategies
   * @param goals the goals
   */
  public GoalTreeState {
    strategies = ImmutableList.copyOf(strategies);
    goals = ImmutableList.copyOf(goals);
  }

  /**
   * What a host keeps of a strategy.
   *
   * @param id its id
   * @param name its name
   * @param priorities its priorities
   */
  public record StrategyState(String id, String name, List<PriorityState> priorities) {

    /**
     * Creates a state.
     *
     * @param id its id
     * @param name its name
     * @param priorities its priorities
     */
    public StrategyState {
      priorities = ImmutableList.copyOf(priorities);
    }

    static StrategyState of(Strategy strategy) {
      return new StrategyState(
          strategy.id().value(),
          strategy.name(),
          strategy.priorities().stream()
              .map(
                  priority ->
                      new PriorityState(
                          priority.id().value(), priority.name(), priority.weight().toString()))
              .toList());
    }

    Strategy read() {
      return new Strategy(
          StrategyId.of(id),
          name,
          priorities.stream()
              .map(
                  kept ->
                      new Strategy.Priority(
                          PriorityId.of(kept.id()), kept.name(), Quantity.parse(kept.weight())))
              .toList());
    }
  }

  /**
   * What a host keeps of a priority.
   *
   * @param id its id
   * @param name its name
   * @param weight its weight, as {@link Quantity#toString()} writes it
   */
  public record PriorityState(String id, String name, String weight) {}

  /**
   * What a host keeps of a goal; each list of at most one holds what may be absent.
   *
   * @param id its id
   * @param name its name
   * @param owner whose it is
   * @param metric the id of its metric
   * @param priority the id of its priority
   * @param parent the id of the goal it serves
   * @param link what its metric comes to in the parent's
   * @param from its first day, such as {@code "2026-11-02"}
   * @param until the day from which on it is no longer pursued, such as {@code "2026-11-02"}, empty
   *     if it has no end
   */
  public record GoalState(
      String id,
      String name,
      PartyState owner,
      String metric,
      List<String> priority,
      List<String> parent,
      List<LinkState> link,
      String from,
      String until) {

    /**
     * Creates a state.
     *
     * @param id its id
     * @param name its name
     * @param owner whose it is
     * @param metric the id of its metric
     * @param priority the id of its priority
     * @param parent the id of the goal it serves
     * @param link what its metric comes to in the parent's
     * @param from its first day
     * @param until the day from which on it is no longer pursued
     */
    public GoalState {
      priority = ImmutableList.copyOf(priority);
      parent = ImmutableList.copyOf(parent);
      link = ImmutableList.copyOf(link);
    }

    static GoalState of(Goal goal) {
      return new GoalState(
          goal.id().value(),
          goal.name(),
          PartyState.of(goal.owner()),
          goal.metric().value(),
          goal.priority().stream().map(PriorityId::value).toList(),
          goal.parent().stream().map(GoalId::value).toList(),
          goal.link().stream().map(LinkState::of).toList(),
          goal.effectiveFrom().toString(),
          Words.text(goal.effectiveUntil()));
    }

    Goal read() {
      return new Goal(
          GoalId.of(id),
          name,
          owner.read(),
          MetricId.of(metric),
          PartyState.one("priority", priority).map(PriorityId::of),
          PartyState.one("parent", parent).map(GoalId::of),
          PartyState.one("link", link).map(LinkState::read),
          Words.day("first day of goal " + id, from),
          Words.dayIfAny("end of goal " + id, until));
    }
  }

  /**
   * What a host keeps of a link.
   *
   * @param from the metric it starts from
   * @param to the metric it leads to
   * @param factors its factors
   * @param repeat how often a shorter period stands for a longer one, at most one
   */
  public record LinkState(
      String from, String to, List<FactorState> factors, List<RepeatState> repeat) {

    /**
     * Creates a state.
     *
     * @param from the metric it starts from
     * @param to the metric it leads to
     * @param factors its factors
     * @param repeat how often a shorter period stands for a longer one
     */
    public LinkState {
      factors = ImmutableList.copyOf(factors);
      repeat = ImmutableList.copyOf(repeat);
    }

    static LinkState of(Link link) {
      return new LinkState(
          link.from().value(),
          link.to().value(),
          link.factors().stream().map(FactorState::of).toList(),
          link.repeat().stream().map(RepeatState::of).toList());
    }

    Link read() {
      return new Link(
          MetricId.of(from),
          MetricId.of(to),
          factors.stream().map(FactorState::read).toList(),
          PartyState.one("repetition", repeat).map(RepeatState::read));
    }
  }

  /**
   * What a host keeps of a factor.
   *
   * @param name its name
   * @param value how much, as {@link Quantity#toString()} writes it
   */
  public record FactorState(String name, String value) {

    static FactorState of(Link.Factor factor) {
      return new FactorState(factor.name(), factor.value().toString());
    }

    Link.Factor read() {
      return new Link.Factor(name, Quantity.parse(value));
    }
  }

  /**
   * What a host keeps of how often a shorter period stands for a longer one.
   *
   * @param name its name
   * @param part the shorter grain, such as {@code "month"}
   * @param whole the longer grain, such as {@code "quarter"}
   * @param times how many of the one make the other, as {@link Quantity#toString()} writes it
   */
  public record RepeatState(String name, String part, String whole, String times) {

    static RepeatState of(Link.Repeat repeat) {
      return new RepeatState(
          repeat.name(),
          repeat.part().name().toLowerCase(Locale.ROOT),
          repeat.whole().name().toLowerCase(Locale.ROOT),
          repeat.times().toString());
    }

    Link.Repeat read() {
      return new Link.Repeat(
          name,
          Words.parse("shorter grain of \"" + name + "\"", Grain.class, part),
          Words.parse("longer grain of \"" + name + "\"", Grain.class, whole),
          Quantity.parse(times));
    }
  }
}
