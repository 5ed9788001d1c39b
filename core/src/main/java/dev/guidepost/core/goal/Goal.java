package dev.guidepost.core.goal;

import dev.guidepost.core.id.GoalId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PriorityId;
import dev.guidepost.core.metric.MetricId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Something to be achieved, for a reason: a metric, whose it is, the priority behind it, and the
 * goal it serves.
 *
 * <p>How much and by when is said by its {@linkplain Target targets}.
 *
 * <pre>{@code
 * Goal more = Goal.builder().id(GoalId.of("east-new")).name("New accounts in the East")
 *     .owner(UnitId.of("east")).metric(BOOKINGS).priority(PriorityId.of("new"))
 *     .effectiveFrom(LocalDate.of(2026, 1, 1)).build();
 * }</pre>
 *
 * @param id its id
 * @param name what people call it
 * @param owner whose goal it is
 * @param metric what it is measured by
 * @param priority the priority it was set for, if it was set for one
 * @param parent the goal it serves, if there is one
 * @param link what its metric comes to in the parent's; empty if both are the same
 * @param effectiveFrom the first day on which it is pursued
 * @param effectiveUntil the day from which on it no longer is, if it was retired
 */
@Value.Builder
public record Goal(
    GoalId id,
    String name,
    PartyId owner,
    MetricId metric,
    Optional<PriorityId> priority,
    Optional<GoalId> parent,
    Optional<Link> link,
    LocalDate effectiveFrom,
    Optional<LocalDate> effectiveUntil) {

  /**
   * Creates a goal; see {@link #builder()}.
   *
   * @param id its id
   * @param name what people call it
   * @param owner whose goal it is
   * @param metric what it is measured by
   * @param priority the priority it was set for
   * @param parent the goal it serves
   * @param link what its metric comes to in the parent's
   * @param effectiveFrom the first day on which it is pursued
   * @param effectiveUntil the day from which on it no longer is
   * @throws IllegalArgumentException if the name is blank, it is its own parent, converts another
   *     metric than its own or without a parent, or ends before it starts
   */
  public Goal {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(priority, "priority");
    Objects.requireNonNull(effectiveFrom, "effectiveFrom");
    if (name.isBlank()) {
      throw new IllegalArgumentException("name of goal " + id + " must not be blank");
    }
    if (parent.isPresent() && parent.get().equals(id)) {
      throw new IllegalArgumentException("goal " + id + " must serve another, but serves itself");
    }
    if (link.isPresent() && (parent.isEmpty() || !link.get().from().equals(metric))) {
      throw new IllegalArgumentException(
          "goal "
              + id
              + " must convert "
              + metric
              + " for the goal it serves, but "
              + (parent.isEmpty() ? "serves none" : "was \"" + link.get() + "\""));
    }
    if (effectiveUntil.isPresent() && effectiveUntil.get().isBefore(effectiveFrom)) {
      throw new IllegalArgumentException(
          "goal "
              + id
              + " must not end before it starts, but was from "
              + effectiveFrom
              + " until "
              + effectiveUntil.get());
    }
  }

  /**
   * Tells whether it is pursued on a day.
   *
   * @param day the day
   * @return true from {@code effectiveFrom} up to the day before {@code effectiveUntil}
   */
  public boolean pursuedOn(LocalDate day) {
    return !day.isBefore(effectiveFrom) && effectiveUntil.map(day::isBefore).orElse(true);
  }

  /**
   * Tells whether it was retired by a day.
   *
   * @param day the day
   * @return true from {@code effectiveUntil} on
   */
  public boolean retiredBy(LocalDate day) {
    return effectiveUntil.isPresent() && !day.isBefore(effectiveUntil.get());
  }

  /** Returns the name with whose goal it is, such as {@code "New accounts in the East (east)"}. */
  @Override
  public String toString() {
    return name + " (" + owner + ")";
  }

  /**
   * Returns a builder; id, name, owner, metric and first day must be set.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Goal}. */
  public static final class Builder extends GoalBuilder {
    Builder() {}
  }
}
