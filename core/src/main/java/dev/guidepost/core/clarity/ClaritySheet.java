package dev.guidepost.core.clarity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.guidepost.core.agreement.Agreements;
import dev.guidepost.core.agreement.Commitments;
import dev.guidepost.core.goal.GoalTree;
import dev.guidepost.core.goal.TargetBook;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.immutables.value.Value;

/**
 * All that is asked of people, as a clarity review reads it. Only the catalog must be set.
 *
 * @param catalog the definitions of the metrics
 * @param goals strategies and goals
 * @param targets the targets
 * @param agreements what was agreed; metrics that a person agreed to be measured by are looked at
 * @param commitments what people committed to
 * @param followed metrics that people look at beside those, such as those of their role; by person;
 *     unmodifiable
 * @param opposing pairs of metrics of which one falls where the other is pushed up, such as
 *     discount and margin; unmodifiable
 * @param effort the hours that one of an activity takes; unmodifiable
 * @param hours the hours that people have
 */
@Value.Builder
public record ClaritySheet(
    Catalog catalog,
    GoalTree goals,
    TargetBook targets,
    Agreements agreements,
    Commitments commitments,
    Map<PersonId, Set<MetricId>> followed,
    List<Opposing> opposing,
    Map<MetricId, Quantity> effort,
    WeeklyHours hours) {

  /**
   * Two metrics of which one falls where the other is pushed up.
   *
   * @param one a metric
   * @param other another
   */
  public record Opposing(MetricId one, MetricId other) {

    /**
     * Creates a pair.
     *
     * @param one a metric
     * @param other another
     * @throws IllegalArgumentException if both are the same
     */
    public Opposing {
      Objects.requireNonNull(one, "one");
      if (one.equals(other)) {
        throw new IllegalArgumentException("two metrics must oppose, but were both " + one);
      }
    }
  }

  /**
   * Creates a sheet; see {@link #builder()}.
   *
   * @param catalog the definitions of the metrics
   * @param goals strategies and goals
   * @param targets the targets
   * @param agreements what was agreed
   * @param commitments what people committed to
   * @param followed metrics that people look at beside those
   * @param opposing pairs of metrics that oppose each other
   * @param effort the hours that one of an activity takes
   * @param hours the hours that people have
   * @throws IllegalArgumentException if an activity takes less than no hours
   */
  public ClaritySheet {
    Objects.requireNonNull(catalog, "catalog");
    Objects.requireNonNull(goals, "goals");
    Objects.requireNonNull(targets, "targets");
    Objects.requireNonNull(agreements, "agreements");
    Objects.requireNonNull(commitments, "commitments");
    Objects.requireNonNull(hours, "hours");
    ImmutableMap.Builder<PersonId, Set<MetricId>> copy = ImmutableMap.builder();
    followed.forEach((person, metrics) -> copy.put(person, ImmutableSortedSet.copyOf(metrics)));
    followed = copy.buildOrThrow();
    opposing = ImmutableList.copyOf(opposing);
    effort = ImmutableMap.copyOf(effort);
    effort.forEach(
        (metric, each) -> {
          if (each.signum() < 0) {
            throw new IllegalArgumentException(
                "hours of one of " + metric + " must be 0 or more, but were " + each);
          }
        });
  }

  /**
   * Returns a builder; the catalog must be set.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ClaritySheet}. */
  public static final class Builder extends ClaritySheetBuilder {
    Builder() {
      goals(GoalTree.EMPTY)
          .targets(TargetBook.EMPTY)
          .agreements(Agreements.NONE)
          .commitments(Commitments.NONE)
          .hours(WeeklyHours.UNKNOWN);
    }
  }
}
