package dev.guidepost.core.goal;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.PriorityId;
import dev.guidepost.core.id.StrategyId;
import dev.guidepost.core.quantity.Quantity;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What the company wants to become, and the few priorities by which it gets there.
 *
 * <pre>{@code
 * Strategy grow = new Strategy(StrategyId.of("grow"), "Grow in the mid-market", List.of(
 *     new Strategy.Priority(PriorityId.of("new"), "Win new accounts", Quantity.of(2)),
 *     new Strategy.Priority(PriorityId.of("keep"), "Keep those we have", Quantity.of(1))));
 * }</pre>
 *
 * @param id its id
 * @param name what people call it
 * @param priorities the priorities, in reading order, at least one; unmodifiable
 */
public record Strategy(StrategyId id, String name, List<Priority> priorities) {

  /**
   * Something to put before other things.
   *
   * @param id its id
   * @param name what people call it
   * @param weight how much it counts beside the other priorities of its strategy; above 0
   */
  public record Priority(PriorityId id, String name, Quantity weight) {

    /**
     * Creates a priority.
     *
     * @param id its id
     * @param name what people call it
     * @param weight how much it counts
     * @throws IllegalArgumentException if the name is blank or the weight not above 0
     */
    public Priority {
      Objects.requireNonNull(id, "id");
      if (name.isBlank()) {
        throw new IllegalArgumentException("name of priority " + id + " must not be blank");
      }
      if (weight.signum() <= 0) {
        throw new IllegalArgumentException(
            "weight of priority " + id + " must be above 0, but was " + weight);
      }
    }
  }

  /**
   * Creates a strategy.
   *
   * @param id its id
   * @param name what people call it
   * @param priorities the priorities
   * @throws IllegalArgumentException if the name is blank, there is no priority, or two share an id
   */
  public Strategy {
    Objects.requireNonNull(id, "id");
    priorities = ImmutableList.copyOf(priorities);
    if (name.isBlank()) {
      throw new IllegalArgumentException("name of strategy " + id + " must not be blank");
    }
    if (priorities.isEmpty()) {
      throw new IllegalArgumentException("strategy " + id + " must have a priority, but has none");
    }
    Set<PriorityId> ids = new HashSet<>();
    for (Priority priority : priorities) {
      if (!ids.add(priority.id())) {
        throw new IllegalArgumentException(
            "priorities of strategy " + id + " must differ, but two are " + priority.id());
      }
    }
  }

  /** Returns the name and how many priorities it has. */
  @Override
  public String toString() {
    return name + " (" + priorities.size() + " priorities)";
  }
}
