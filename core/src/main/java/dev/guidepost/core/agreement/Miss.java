package dev.guidepost.core.agreement;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.immutables.value.Value;

/**
 * Why a commitment was missed, as the person says.
 *
 * @param person who
 * @param metric the activity
 * @param week the week
 * @param reason what kind of reason
 * @param words the person's own words; may be empty unless they are the reason
 * @param on when it was said
 */
@Value.Builder
public record Miss(
    PersonId person, MetricId metric, Period week, Reason reason, String words, LocalDate on) {

  /** What kind of reason it is. */
  public enum Reason {
    /** Other work took the time. */
    TIME,
    /** It did not work out: something to practise. */
    SKILL,
    /** The wrong accounts or people were approached. */
    TARGETING,
    /** There was nobody to approach. */
    LEADS,
    /** The person was away. */
    LEAVE,
    /** It was done but not recorded. */
    DATA,
    /** None of these: the words say it. */
    WORDS
  }

  /**
   * Creates a miss; see {@link #builder()}.
   *
   * @param person who
   * @param metric the activity
   * @param week the week
   * @param reason what kind of reason
   * @param words the person's own words
   * @param on when it was said
   * @throws IllegalArgumentException if the week was not over by then, or there are no words though
   *     they are the reason
   */
  public Miss {
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(reason, "reason");
    if (on.isBefore(week.end())) {
      throw new IllegalArgumentException(
          "week must be over before it was missed, but " + week.label() + " was not on " + on);
    }
    if (reason == Reason.WORDS && words.isBlank()) {
      throw new IllegalArgumentException(
          "words must say why " + metric + " of " + person + " were missed, but were blank");
    }
  }

  /** Returns such as {@code "time: a tender"}. */
  @Override
  public String toString() {
    String kind = reason.name().toLowerCase(Locale.ROOT);
    return words.isBlank() ? kind : reason == Reason.WORDS ? words : kind + ": " + words;
  }

  /**
   * Returns a builder; everything but words must be set.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Miss}. */
  public static final class Builder extends MissBuilder {
    Builder() {
      words("");
    }
  }
}
