package dev.guidepost.core.agreement;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a person and the manager agreed the person does in one week. Fixed until the week ends;
 * missed counts never pile up.
 *
 * <p>It is something that can be done and counted; as the definition of its metric says whether it
 * is, that is asked by {@link #obstacle(Catalog)}, and held to by {@link
 * Commitments#with(Catalog)}.
 *
 * @param person who does it
 * @param agreedWith the manager
 * @param metric the activity or objective, such as {@code meetings}
 * @param week the week, of seven days; any day may be its first
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

  private static final int DAYS = 7;

  /**
   * Creates a commitment; see {@link #builder()}.
   *
   * @param person who does it
   * @param agreedWith the manager
   * @param metric the activity or objective
   * @param week the week
   * @param count how many
   * @param agreedOn when both agreed
   * @throws IllegalArgumentException if the person agreed with nobody else, the period is no week
   *     of seven days, the count below 1, or it was agreed after the week
   */
  public Commitment {
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(agreedWith, "agreedWith");
    Objects.requireNonNull(metric, "metric");
    if (person.equals(agreedWith)) {
      throw new IllegalArgumentException(
          "commitment must be agreed by two people, but was only by " + person);
    }
    requireWeek(person, week);
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

  static void requireWeek(PersonId person, Period period) {
    if (period.grain() != Grain.WEEK
        || ChronoUnit.DAYS.between(period.start(), period.end()) != DAYS) {
      throw new IllegalArgumentException(
          "commitment of " + person + " must be for a week of 7 days, but was for " + period);
    }
  }

  /** Returns the other weeks that share days with a week. */
  static List<Period> sharingDays(Period week) {
    List<Period> near = new ArrayList<>();
    for (int away = 1 - DAYS; away < DAYS; away++) {
      long start = week.start().toEpochDay() + away;
      if (away != 0
          && start >= LocalDate.MIN.toEpochDay()
          && start + DAYS <= LocalDate.MAX.toEpochDay()) {
        near.add(
            new Period(
                Grain.WEEK,
                LocalDate.ofEpochDay(start),
                LocalDate.ofEpochDay(start + DAYS),
                week.label()));
      }
    }
    return near;
  }

  /**
   * Returns why it is nothing that a person can do and count: at most {@value Commitments#MOST}
   * activities a week are agreed on, not results.
   *
   * @param catalog the definitions of the metrics
   * @return such as {@code "accounts-won is a result"}; empty if it is an activity or objective
   *     that is counted in whole numbers
   */
  public Optional<String> obstacle(Catalog catalog) {
    Optional<Metric> found = catalog.find(metric);
    if (found.isEmpty()) {
      return Optional.of(metric + " is not in the catalog");
    }
    Metric definition = found.get();
    if (definition.metricClass() == MetricClass.RESULT) {
      return Optional.of(metric + " is a result, and nothing to do");
    }
    boolean whole =
        definition.scale() == 0
            && definition.unit() instanceof UnitOfMeasure.Count
            && (definition.aggregation() instanceof Aggregation.Sum
                || definition.aggregation() instanceof Aggregation.Distinct);
    return whole ? Optional.empty() : Optional.of(metric + " is not counted in whole numbers");
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
