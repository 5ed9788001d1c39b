package dev.guidepost.core.agreement;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What is offered and agreed on: a target, the metrics to look at, a week's work. */
public sealed interface Terms {

  /** What terms are about; an offer is countered and accepted by terms about the same. */
  sealed interface Subject {

    /**
     * Returns whose target, metrics or week it is. A person agrees on it with somebody else; who
     * speaks for a unit is not known here.
     *
     * @return the person or unit
     */
    PartyId owner();

    /**
     * Returns the period it is about.
     *
     * @return the period
     */
    Period period();
  }

  /**
   * A target.
   *
   * @param key which
   */
  record OfTarget(Target.Key key) implements Subject {

    /**
     * Creates a subject.
     *
     * @param key which target
     */
    public OfTarget {
      Objects.requireNonNull(key, "key");
    }

    @Override
    public PartyId owner() {
      return key.owner();
    }

    @Override
    public Period period() {
      return key.period();
    }

    /** Returns such as {@code "bookings of ana in 2026-Q4"}. */
    @Override
    public String toString() {
      return key.toString();
    }
  }

  /**
   * The metrics somebody is measured by.
   *
   * @param party whom
   * @param period when
   */
  record OfMetrics(PartyId party, Period period) implements Subject {

    /**
     * Creates a subject.
     *
     * @param party who is measured
     * @param period when
     */
    public OfMetrics {
      Objects.requireNonNull(party, "party");
      Objects.requireNonNull(period, "period");
    }

    @Override
    public PartyId owner() {
      return party;
    }

    /** Returns such as {@code "metrics of ana in 2026-Q4"}. */
    @Override
    public String toString() {
      return "metrics of " + party + " in " + period.label();
    }
  }

  /**
   * What a person does in a week.
   *
   * @param person who
   * @param period the week
   */
  record OfWeek(PersonId person, Period period) implements Subject {

    /**
     * Creates a subject.
     *
     * @param person who
     * @param period the week
     * @throws IllegalArgumentException if the period is no week of seven days
     */
    public OfWeek {
      Objects.requireNonNull(person, "person");
      Commitment.requireWeek(person, period);
    }

    @Override
    public PartyId owner() {
      return person;
    }

    /** Returns such as {@code "week 2026-W45 of ana"}. */
    @Override
    public String toString() {
      return "week " + period.label() + " of " + person;
    }
  }

  /**
   * Returns what the terms are about.
   *
   * @return the subject
   */
  Subject subject();

  /**
   * How much a target is: its amount and all else it asks for, so that nothing of it holds that
   * nobody agreed to.
   *
   * @param target the target as it is offered; which goal it is linked to and where its amount
   *     comes from is not what the two agree on
   */
  record Amount(Target target) implements Terms {

    /**
     * Creates terms.
     *
     * @param target the target as it is offered
     */
    public Amount {
      Objects.requireNonNull(target, "target");
    }

    /**
     * Creates terms of an amount and nothing beside it.
     *
     * @param key which target
     * @param amount how much
     */
    public Amount(Target.Key key, Quantity amount) {
      this(
          Target.builder()
              .owner(key.owner())
              .metric(key.metric())
              .period(key.period())
              .scope(key.scope())
              .amount(amount)
              .build());
    }

    @Override
    public Subject subject() {
      return new OfTarget(target.key());
    }

    /**
     * Returns what a target asks for other than these terms.
     *
     * @param asked the target
     * @return each part that differs, such as {@code "240,000"}, {@code "threshold 180,000"},
     *     {@code "no stretch"}, {@code "lower is better"}, {@code "weight 2"} or {@code "another
     *     course"}; empty if these terms are all it asks for; unmodifiable
     */
    public List<String> beside(Target asked) {
      ImmutableList.Builder<String> parts = ImmutableList.builder();
      if (!asked.amount().equals(target.amount())) {
        parts.add(asked.amount().print());
      }
      if (!asked.threshold().equals(target.threshold())) {
        parts.add(
            asked.threshold().map(least -> "threshold " + least.print()).orElse("no threshold"));
      }
      if (!asked.stretch().equals(target.stretch())) {
        parts.add(asked.stretch().map(most -> "stretch " + most.print()).orElse("no stretch"));
      }
      if (!asked.direction().equals(target.direction())) {
        parts.add(asked.direction().map(Object::toString).orElse("the metric's own direction"));
      }
      if (!asked.weight().equals(target.weight())) {
        parts.add("weight " + asked.weight().print());
      }
      if (!asked.course().equals(target.course())) {
        parts.add(asked.course().isEmpty() ? "no course" : "another course");
      }
      return parts.build();
    }

    /** Returns such as {@code "240,000"} or {@code "240,000 (threshold 180,000)"}. */
    @Override
    public String toString() {
      List<String> parts = new Amount(target.key(), target.amount()).beside(target);
      return target.amount().print()
          + (parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")");
    }
  }

  /**
   * By which metrics somebody is measured.
   *
   * @param party whom
   * @param period when
   * @param metrics which, at least one; unmodifiable, in order of ids
   */
  record Metrics(PartyId party, Period period, Set<MetricId> metrics) implements Terms {

    /**
     * Creates terms.
     *
     * @param party who is measured
     * @param period when
     * @param metrics by which metrics
     * @throws IllegalArgumentException if there is none
     */
    public Metrics {
      Subject subject = new OfMetrics(party, period);
      metrics = ImmutableSortedSet.copyOf(metrics);
      if (metrics.isEmpty()) {
        throw new IllegalArgumentException(subject + " must be at least one, but were none");
      }
    }

    @Override
    public Subject subject() {
      return new OfMetrics(party, period);
    }

    /** Returns such as {@code "[meetings, win-yield]"}. */
    @Override
    public String toString() {
      return metrics.toString();
    }
  }

  /**
   * What a person does in a week.
   *
   * @param person who
   * @param week the week
   * @param counts how many of which activity, at least 1 of 1 to {@value Commitments#MOST}
   *     activities; unmodifiable, in order of ids
   */
  record Week(PersonId person, Period week, Map<MetricId, Integer> counts) implements Terms {

    /**
     * Creates terms.
     *
     * @param person who
     * @param week the week
     * @param counts how many of which activity
     * @throws IllegalArgumentException if the period is no week of seven days, there is no activity
     *     or more than {@value Commitments#MOST}, or a count is below 1
     */
    public Week {
      Subject subject = new OfWeek(person, week);
      counts = ImmutableSortedMap.copyOf(counts);
      if (counts.isEmpty() || counts.size() > Commitments.MOST) {
        throw new IllegalArgumentException(
            subject + " must have 1 to " + Commitments.MOST + " activities, but has " + counts);
      }
      if (counts.values().stream().anyMatch(count -> count < 1)) {
        throw new IllegalArgumentException(
            "counts of " + subject + " must be at least 1, but were " + counts);
      }
    }

    @Override
    public Subject subject() {
      return new OfWeek(person, week);
    }

    /** Returns such as {@code "{meetings=6}"}. */
    @Override
    public String toString() {
      return counts.toString();
    }
  }
}
