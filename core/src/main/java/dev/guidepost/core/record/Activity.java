package dev.guidepost.core.record;

import com.google.common.collect.ImmutableSortedSet;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.style.Words;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.immutables.value.Value;

/**
 * Something a person did on a day: a call, a meeting. Others may have taken part: somebody who
 * coached, which makes it a joint call, and people who supported it.
 *
 * <p>It counts once, for the person who led it, so that a team's meetings are its meetings however
 * many of its people sat in them. What came of it and how good it was are kept with the day on
 * which they were known, as is told later: {@link #asOf(LocalDate)} shows the activity as it was
 * known.
 *
 * <pre>{@code
 * Activity visit = Activity.builder().id("v7").person(ana).coaches(Set.of(lead))
 *     .metric(StandardMetrics.MEETINGS).on(LocalDate.of(2026, 11, 3))
 *     .outcome(ActivityOutcome.ADVANCED).build();
 * visit.joint(); // true
 * }</pre>
 *
 * @param id its id in the source
 * @param person who led it
 * @param coaches who came along to coach, such as the manager; by id; unmodifiable
 * @param supporters who else took part, such as a specialist; by id; unmodifiable
 * @param metric the activity metric it counts for, such as {@code meetings}
 * @param on the day
 * @param recorded the day from whose end on it is on record, if that is not the day itself
 * @param count how many, at least 1
 * @param deal the deal that it was about or that came of it, if one did
 * @param account the customer, if known
 * @param outcomes what came of it, as far as known
 * @param qualities how good it was, if somebody rated it
 */
@Value.Builder
public record Activity(
    String id,
    PersonId person,
    Set<PersonId> coaches,
    Set<PersonId> supporters,
    MetricId metric,
    LocalDate on,
    Optional<LocalDate> recorded,
    int count,
    Optional<DealId> deal,
    Optional<AccountId> account,
    History<ActivityOutcome> outcomes,
    History<Rating> qualities) {

  /**
   * Creates an activity; see {@link #builder()}.
   *
   * @param id its id in the source
   * @param person who led it
   * @param coaches who came along to coach
   * @param supporters who else took part
   * @param metric the activity metric it counts for
   * @param on the day
   * @param recorded the day from whose end on it is on record
   * @param count how many
   * @param deal the deal that it was about or that came of it
   * @param account the customer
   * @param outcomes what came of it
   * @param qualities how good it was
   * @throws IllegalArgumentException if the id is blank, the count below 1, or somebody took part
   *     in two ways
   */
  public Activity {
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(outcomes, "outcomes");
    Objects.requireNonNull(qualities, "qualities");
    coaches = ImmutableSortedSet.copyOf(coaches);
    supporters = ImmutableSortedSet.copyOf(supporters);
    recorded = recorded.filter(day -> !day.equals(on));
    if (id.isBlank()) {
      throw new IllegalArgumentException("activity id must not be blank");
    }
    if (count < 1) {
      throw new IllegalArgumentException(
          "count of activity " + id + " must be at least 1, but was " + count);
    }
    Set<PersonId> all =
        ImmutableSortedSet.<PersonId>naturalOrder()
            .add(person)
            .addAll(coaches)
            .addAll(supporters)
            .build();
    if (all.size() < 1 + coaches.size() + supporters.size()) {
      throw new IllegalArgumentException(
          "each person must take part in activity "
              + id
              + " in one way, but they were "
              + person
              + ", coached by "
              + coaches
              + ", supported by "
              + supporters);
    }
  }

  /**
   * Returns something that one person did alone.
   *
   * @param id its id in the source
   * @param person who did it
   * @param metric the activity metric it counts for
   * @param on the day
   * @return the activity, once
   * @throws IllegalArgumentException if the id is blank
   */
  public static Activity of(String id, PersonId person, MetricId metric, LocalDate on) {
    return builder().id(id).person(person).metric(metric).on(on).build();
  }

  /**
   * Returns a builder of a single one; id, person, metric and day must be set.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the people who took part.
   *
   * @return all of them, by id; unmodifiable
   */
  public SortedSet<PersonId> people() {
    return ImmutableSortedSet.<PersonId>naturalOrder()
        .add(person)
        .addAll(coaches)
        .addAll(supporters)
        .build();
  }

  /**
   * Returns what came of it.
   *
   * @return what is known last, if it is
   */
  public Optional<ActivityOutcome> outcome() {
    return outcomes.latest();
  }

  /**
   * Returns how good it was.
   *
   * @return the rating known last, if somebody rated it
   */
  public Optional<Rating> quality() {
    return qualities.latest();
  }

  /**
   * Tells whether somebody coached; a meeting with a coach is a joint call.
   *
   * @return true if somebody did
   */
  public boolean joint() {
    return !coaches.isEmpty();
  }

  /**
   * Tells whether it took place.
   *
   * @return false only if it is known that it did not
   */
  public boolean held() {
    return outcome().filter(result -> result == ActivityOutcome.NOT_HELD).isEmpty();
  }

  /**
   * Returns the activity as it was known at the end of a day.
   *
   * @param day the day, included
   * @return the activity, with the outcome and quality known by then; empty if it was not known
   */
  public Optional<Activity> asOf(LocalDate day) {
    if (known().isAfter(day)) {
      return Optional.empty();
    }
    return outcomes.changesAfter(day) || qualities.changesAfter(day)
        ? Optional.of(
            builder()
                .from(this)
                .outcomes(outcomes.asOf(day))
                .qualities(qualities.asOf(day))
                .build())
        : Optional.of(this);
  }

  /**
   * Returns the days on which something became known of it.
   *
   * @return the day from whose end on it is known, and all later ones; unmodifiable
   */
  public SortedSet<LocalDate> knownDays() {
    return ImmutableSortedSet.<LocalDate>naturalOrder()
        .add(known())
        .addAll(outcomes.days())
        .addAll(qualities.days())
        .build()
        .tailSet(known());
  }

  /**
   * Returns the day from whose end on it counts as known.
   *
   * @return the later of its day and the day it was recorded
   */
  public LocalDate known() {
    return recorded.filter(day -> day.isAfter(on)).orElse(on);
  }

  /**
   * Returns what a host keeps.
   *
   * @return the state that {@link #of(ActivityState)} reads back
   */
  public ActivityState state() {
    return ActivityState.write(this);
  }

  /**
   * Returns an activity from what a host kept.
   *
   * @param state the state
   * @return the activity
   * @throws IllegalArgumentException if it is none that {@link #state()} could give
   */
  public static Activity of(ActivityState state) {
    Words.requireWhole(state);
    return state.read();
  }

  /** Builds an {@link Activity}. */
  public static final class Builder extends ActivityBuilder {
    Builder() {
      count(1);
      outcomes(History.none());
      qualities(History.none());
    }

    /**
     * Sets an outcome of which the source does not record when it was known.
     *
     * @param outcome what came of it
     * @return this builder
     */
    public Builder outcome(ActivityOutcome outcome) {
      return outcomes(History.of(outcome));
    }

    /**
     * Sets a rating of which the source does not record when it was given.
     *
     * @param quality how good it was
     * @return this builder
     */
    public Builder quality(Rating quality) {
      return qualities(History.of(quality));
    }
  }
}
