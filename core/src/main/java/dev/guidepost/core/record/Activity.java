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
 * many of its people sat in them.
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
 * @param outcome what came of it, if known
 * @param quality how good it was, if somebody rated it
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
    Optional<ActivityOutcome> outcome,
    Optional<Rating> quality) {

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
   * @param outcome what came of it
   * @param quality how good it was
   * @throws IllegalArgumentException if the id is blank, the count below 1, or somebody took part
   *     in two ways
   */
  public Activity {
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(on, "on");
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
   * Tells whether it was a joint call.
   *
   * @return true if somebody coached
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
    return outcome.filter(result -> result == ActivityOutcome.NOT_HELD).isEmpty();
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
    }
  }
}
