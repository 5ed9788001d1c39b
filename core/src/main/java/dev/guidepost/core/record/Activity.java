package dev.guidepost.core.record;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Something a person did on a day: a call, a meeting.
 *
 * @param id its id in the source
 * @param person who did it
 * @param metric the activity metric it counts for, such as {@code meetings}
 * @param on the day
 * @param count how many, at least 1
 * @param deal the deal that came of it, if one did
 */
public record Activity(
    String id, PersonId person, MetricId metric, LocalDate on, int count, Optional<DealId> deal) {

  /**
   * Creates an activity.
   *
   * @param id its id in the source
   * @param person who did it
   * @param metric the activity metric it counts for
   * @param on the day
   * @param count how many
   * @param deal the deal that came of it
   * @throws IllegalArgumentException if the id is blank or the count below 1
   */
  public Activity {
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(deal, "deal");
    if (id.isBlank()) {
      throw new IllegalArgumentException("activity id must not be blank");
    }
    if (count < 1) {
      throw new IllegalArgumentException(
          "count of activity " + id + " must be at least 1, but was " + count);
    }
  }
}
