package dev.guidepost.core.agreement;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.goal.TargetVersion;
import dev.guidepost.core.id.PersonId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What two people said to each other about a target, a choice of metrics or a week, step by step:
 * proposed, countered as often as it takes, agreed or withdrawn.
 *
 * <p>Only a legal step extends the trail: an offer is answered by the other one, by other terms, or
 * accepted; withdrawn ends it, from any state. Creating one from steps that were stored checks
 * every step again. Immutable.
 *
 * <p>What is a person's (a target, the metrics to be measured by, a week) is agreed on by that
 * person and somebody else; nobody agrees on it for them. A week is agreed on by its last day, and
 * stands then as it is. What was agreed otherwise is changed by withdrawing it and starting anew.
 *
 * <pre>{@code
 * Agreement trail = Agreement.propose(dana, ana, september20, new Terms.Amount(key, Quantity.of(260_000)), "as last year + 8 %")
 *     .counter(ana, september22, new Terms.Amount(key, Quantity.of(240_000)), "two accounts moved to Ben")
 *     .agree(dana, september23);
 * trail.agreed(); // 240,000
 * }</pre>
 *
 * @param one who made the first offer
 * @param other to whom
 * @param steps the steps, in order, at least one; unmodifiable
 */
public record Agreement(PersonId one, PersonId other, List<Step> steps) {

  /** Where a trail stands, and what a step does. */
  public enum Status {
    /** A first offer was made. */
    PROPOSED,
    /** It was answered by other terms. */
    COUNTERED,
    /** The last offer was accepted by the other. */
    AGREED,
    /** It holds no longer, or was not wanted any more. */
    WITHDRAWN
  }

  /**
   * One step.
   *
   * @param status where the trail stands after it
   * @param by who took it
   * @param on when
   * @param terms what was offered; for agreed and withdrawn, what of
   * @param why the reason; may be empty for agreed only
   */
  public record Step(Status status, PersonId by, LocalDate on, Terms terms, String why) {

    /**
     * Creates a step.
     *
     * @param status where the trail stands after it
     * @param by who took it
     * @param on when
     * @param terms what was offered
     * @param why the reason
     * @throws IllegalArgumentException if there is no reason, unless it agrees
     */
    public Step {
      Objects.requireNonNull(status, "status");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(on, "on");
      Objects.requireNonNull(terms, "terms");
      if (why.isBlank() && status != Status.AGREED) {
        throw new IllegalArgumentException(
            status.name().toLowerCase(Locale.ROOT)
                + " must have a reason, but had none by "
                + by
                + " on "
                + on);
      }
    }

    /** Returns such as {@code "countered 240,000 by ana on 2026-09-22: two accounts moved"}. */
    @Override
    public String toString() {
      return status.name().toLowerCase(Locale.ROOT)
          + " "
          + terms
          + " by "
          + by
          + " on "
          + on
          + (why.isBlank() ? "" : ": " + why);
    }
  }

  /**
   * Creates an agreement of steps that were taken.
   *
   * @param one who made the first offer
   * @param other to whom
   * @param steps the steps, in order
   * @throws IllegalArgumentException if it is one person with themselves, neither is the person
   *     whose target, metrics or week it is, or a step is not legal after those before it
   */
  public Agreement {
    Objects.requireNonNull(one, "one");
    steps = ImmutableList.copyOf(steps);
    if (one.equals(other)) {
      throw new IllegalArgumentException("two people must agree, but was only " + one);
    }
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("agreement must start with an offer, but has no step");
    }
    requireFirst(one, steps.get(0));
    requireOwner(one, other, steps.get(0).terms().subject());
    for (int i = 1; i < steps.size(); i++) {
      requireNext(one, other, steps.subList(0, i), steps.get(i));
    }
  }

  private static void requireFirst(PersonId one, Step step) {
    if (step.status() != Status.PROPOSED || !step.by().equals(one)) {
      throw new IllegalArgumentException(
          "agreement must start with an offer of " + one + ", but was \"" + step + "\"");
    }
    requireInTime(step);
  }

  private static void requireOwner(PersonId one, PersonId other, Terms.Subject subject) {
    if (subject.owner() instanceof PersonId owner && !owner.equals(one) && !owner.equals(other)) {
      throw new IllegalArgumentException(
          subject
              + " must be agreed by "
              + owner
              + " and somebody else, but was between "
              + one
              + " and "
              + other);
    }
  }

  /** A week that is over can no longer be promised; an open offer may still be taken back. */
  private static void requireInTime(Step step) {
    Terms.Subject subject = step.terms().subject();
    if (subject instanceof Terms.OfWeek
        && step.status() != Status.WITHDRAWN
        && !step.on().isBefore(subject.period().end())) {
      throw new IllegalArgumentException(
          subject
              + " must be agreed on by "
              + subject.period().lastDay()
              + ", but was \""
              + step
              + "\"");
    }
  }

  private static void requireNext(PersonId one, PersonId other, List<Step> before, Step step) {
    Step last = before.get(before.size() - 1);
    Step offer = offer(before);
    if (!step.by().equals(one) && !step.by().equals(other)) {
      throw refused(last, step, "only " + one + " or " + other + " may take it");
    }
    if (step.on().isBefore(last.on())) {
      throw refused(last, step, "it must not come before");
    }
    if (!step.terms().subject().equals(last.terms().subject())) {
      throw refused(last, step, "it must be about the same");
    }
    requireInTime(step);
    boolean open = last.status() == Status.PROPOSED || last.status() == Status.COUNTERED;
    boolean answered = !step.by().equals(offer.by());
    boolean same = step.terms().equals(offer.terms());
    switch (step.status()) {
      case PROPOSED -> throw refused(last, step, "an offer is answered, not made again");
      case COUNTERED -> {
        if (last.status() == Status.AGREED) {
          throw refused(last, step, "what was agreed is withdrawn first, and proposed anew");
        }
        if (!open || !answered || same) {
          throw refused(last, step, "the other one may counter an open offer, by other terms");
        }
      }
      case AGREED -> {
        if (!open || !answered || !same) {
          throw refused(last, step, "the other one may accept an open offer, as it is");
        }
      }
      case WITHDRAWN -> {
        if (last.status() == Status.WITHDRAWN || !same) {
          throw refused(last, step, "what was offered may be withdrawn once, as it is");
        }
        if (last.status() == Status.AGREED && step.terms() instanceof Terms.Week) {
          throw refused(last, step, "a week stands as it was agreed");
        }
      }
    }
  }

  private static IllegalArgumentException refused(Step last, Step step, String rule) {
    return new IllegalArgumentException(
        "step must be legal after \"" + last + "\", but was \"" + step + "\": " + rule);
  }

  private static Step offer(List<Step> steps) {
    Step offer = steps.get(0);
    for (Step step : steps) {
      if (step.status() == Status.COUNTERED) {
        offer = step;
      }
    }
    return offer;
  }

  /**
   * Returns a trail that starts with an offer.
   *
   * @param by who makes it
   * @param to to whom
   * @param on when
   * @param terms what is offered
   * @param why the reason
   * @return the trail
   * @throws IllegalArgumentException if it is one person with themselves, neither is the person
   *     whose target, metrics or week it is, the week is over, or there is no reason
   */
  public static Agreement propose(PersonId by, PersonId to, LocalDate on, Terms terms, String why) {
    return new Agreement(by, to, List.of(new Step(Status.PROPOSED, by, on, terms, why)));
  }

  /**
   * Returns this trail with the other's own offer.
   *
   * @param by who makes it: the one to whom the last offer was made
   * @param on when, not before the last step
   * @param terms what is offered instead, about the same
   * @param why the reason
   * @return the longer trail
   * @throws IllegalArgumentException if the step is not legal, or there is no reason
   */
  public Agreement counter(PersonId by, LocalDate on, Terms terms, String why) {
    return with(new Step(Status.COUNTERED, by, on, terms, why));
  }

  /**
   * Returns this trail with the last offer accepted.
   *
   * @param by who accepts it: the one to whom it was made
   * @param on when, not before the last step
   * @return the longer trail
   * @throws IllegalArgumentException if the step is not legal
   */
  public Agreement agree(PersonId by, LocalDate on) {
    return with(new Step(Status.AGREED, by, on, terms(), ""));
  }

  /**
   * Returns this trail at its end: the offer, or what was agreed, holds no longer; what was agreed
   * for a week stands, and cannot be withdrawn.
   *
   * @param by which of the two withdraws
   * @param on when, not before the last step
   * @param why the reason
   * @return the longer trail
   * @throws IllegalArgumentException if the step is not legal, or there is no reason
   */
  public Agreement withdraw(PersonId by, LocalDate on, String why) {
    return with(new Step(Status.WITHDRAWN, by, on, terms(), why));
  }

  /**
   * Returns this trail with one step more.
   *
   * @param step the step
   * @return the longer trail
   * @throws IllegalArgumentException if the step is not legal
   */
  public Agreement with(Step step) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return new Agreement(one, other, more);
  }

  /**
   * Returns where it stands.
   *
   * @return the status after the last step
   */
  public Status status() {
    return steps.get(steps.size() - 1).status();
  }

  /**
   * Returns the terms of the last offer.
   *
   * @return the terms, agreed or not
   */
  public Terms terms() {
    return offer(steps).terms();
  }

  /**
   * Returns what is agreed.
   *
   * @return the terms; empty unless agreed, and not withdrawn since
   */
  public Optional<Terms> agreed() {
    return status() == Status.AGREED ? Optional.of(terms()) : Optional.empty();
  }

  /**
   * Returns what was agreed on a target as the version that a {@link
   * dev.guidepost.core.goal.TargetBook} takes: it holds for all of the target's period, or from a
   * day on where an earlier version is changed, was known on the day of the agreement, and has
   * author and reason of the offer that was accepted.
   *
   * @param effectiveFrom the first day for which it holds, such as the first of the target's period
   * @return the version
   * @throws IllegalArgumentException if the trail is not about a target or not agreed, or it would
   *     hold only from after the period on
   */
  public TargetVersion version(LocalDate effectiveFrom) {
    if (status() != Status.AGREED || !(terms() instanceof Terms.Amount amount)) {
      throw new IllegalArgumentException("target must be agreed by both, but was \"" + this + "\"");
    }
    Step offer = offer(steps);
    return TargetVersion.builder()
        .target(amount.target())
        .effectiveFrom(effectiveFrom)
        .known(steps.get(steps.size() - 1).on())
        .by(offer.by())
        .reason(offer.why())
        .build();
  }

  /**
   * Returns who owes the next step.
   *
   * @return the one to whom the last offer was made; empty if none is open
   */
  public Optional<PersonId> waitingFor() {
    if (status() == Status.AGREED || status() == Status.WITHDRAWN) {
      return Optional.empty();
    }
    return Optional.of(offer(steps).by().equals(one) ? other : one);
  }

  /**
   * Returns the trail as it was.
   *
   * @param day the day
   * @return the steps taken by the end of that day; empty if there was none
   */
  public Optional<Agreement> asOf(LocalDate day) {
    List<Step> then = steps.stream().filter(step -> !step.on().isAfter(day)).toList();
    return then.isEmpty() ? Optional.empty() : Optional.of(new Agreement(one, other, then));
  }

  /** Returns such as {@code "bookings of ana in 2026-Q4: agreed 240,000 by dana on 2026-09-23"}. */
  @Override
  public String toString() {
    return terms().subject() + ": " + steps.get(steps.size() - 1);
  }
}
