package dev.guidepost.core.agreement;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.Objects;
import org.immutables.value.Value;

/**
 * What a person and the manager agreed the person does in one week. Fixed until the week ends;
 * missed counts never pile up.
 *
 * @param person who does it
 * @param agreedWith the manager
 * @param metric the activity or objective, such as {@code meetings}
 * @param week the week
 * @param count how many, at least 1
 * @param agreedOn when both agreed, not after the week
 */
@Value.Builder
public record Commitment(
    PersonId person,
    PersonId agreedWith,
    MetricId metric,
    Period week,
    int count,
    LocalDate agreedOn) {

  /**
   * Creates a commitment; see {@link #builder()}.
   *
   * @param person who does it
   * @param agreedWith the manager
   * @param metric the activity or objective
   * @param week the week
   * @param count how many
   * @param agreedOn when both agreed
   * @throws IllegalArgumentException if the person agreed with nobody else, the period is no week,
   *     the count below 1, or it was agreed after the week
   */
  public Commitment {
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(agreedWith, "agreedWith");
    Objects.requireNonNull(metric, "metric");
    if (person.equals(agreedWith)) {
      throw new IllegalArgumentException(
          "commitment must be agreed by two people, but was only by " + person);
    }
    if (week.grain() != Grain.WEEK) {
      throw new IllegalArgumentException(
          "commitment of " + person + " must be for a week, but was for " + week);
    }
    if (count < 1) {
      throw new IllegalArgumentException(
          "commitment of " + person + " must be at least 1, but was " + count);
    }
    if (!agreedOn.isBefore(week.end())) {
      throw new IllegalArgumentException(
          "commitment of "
              + person
              + " must be agreed by "
              + week.lastDay()
              + ", but was on "
              + agreedOn
              + " with "
              + agreedWith);
    }
  }

  /** Returns such as {@code "6 meetings of ana in 2026-W45, agreed with dana"}. */
  @Override
  public String toString() {
    return count
        + " "
        + metric
        + " of "
        + person
        + " in "
        + week.label()
        + ", agreed with "
        + agreedWith;
  }

  /**
   * Returns a builder; every part must be set.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Commitment}. */
  public static final class Builder extends CommitmentBuilder {
    Builder() {}
  }
}
