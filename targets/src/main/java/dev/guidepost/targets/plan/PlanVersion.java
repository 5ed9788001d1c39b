package dev.guidepost.targets.plan;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.outlook.Chances;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What is kept of a plan, to hold a later one against it: lines, chances, and what adds up to the
 * goal, deal by deal and week by week. What is expected is rounded to whole units of money; what is
 * booked is as booked, with its decimals.
 *
 * @param person whose plan it is
 * @param review the day from which it runs
 * @param period the period of the goal
 * @param target the goal; empty if there is none
 * @param won booked so far
 * @param live expected from live deals
 * @param created what is expected of the opportunities to create, week by week; unmodifiable
 * @param deals the deals that were open, or of which became known in the period that they are
 *     closed; unmodifiable
 * @param lines what to do; unmodifiable
 * @param chances how likely the goal was; empty without one
 */
public record PlanVersion(
    PersonId person,
    LocalDate review,
    Period period,
    Optional<Quantity> target,
    Quantity won,
    Quantity live,
    List<CreatedWeek> created,
    List<PlannedDeal> deals,
    List<PlanLine> lines,
    Optional<Chances> chances) {

  /**
   * The opportunities to create in a week.
   *
   * @param weekStart the first day of the week
   * @param count how many, 0 or more
   * @param expected what they bring in the period on average
   */
  public record CreatedWeek(LocalDate weekStart, long count, Quantity expected) {

    /**
     * Creates a week.
     *
     * @param weekStart the first day of the week
     * @param count how many
     * @param expected what they bring on average
     * @throws IllegalArgumentException if the count is negative
     */
    public CreatedWeek {
      Objects.requireNonNull(weekStart, "week");
      Objects.requireNonNull(expected, "expected");
      if (count < 0) {
        throw new IllegalArgumentException("count must be 0 or more, but was " + count);
      }
    }
  }

  /**
   * A deal as it stood.
   *
   * @param deal which
   * @param label what people call it
   * @param outcome what it was
   * @param stage its stage
   * @param expectedClose the day on which it closed, or was expected to, if one was noted
   * @param amount what it was to bring, or brought; 0 if nobody noted it
   * @param expected what it was expected to bring in the period on average; the amount once it is
   *     won, 0 once it is lost
   */
  public record PlannedDeal(
      DealId deal,
      String label,
      Outcome outcome,
      String stage,
      Optional<LocalDate> expectedClose,
      Quantity amount,
      Quantity expected) {

    /**
     * Creates a deal.
     *
     * @param deal which
     * @param label what people call it
     * @param outcome what it was
     * @param stage its stage
     * @param expectedClose the day on which it closed, or was expected to
     * @param amount what it was to bring, or brought
     * @param expected what it was expected to bring
     */
    public PlannedDeal {
      Objects.requireNonNull(deal, "deal");
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(expectedClose, "expected close");
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(expected, "expected");
    }
  }

  /**
   * Creates a version.
   *
   * @param person whose plan it is
   * @param review the day from which it runs
   * @param period the period of the goal
   * @param target the goal
   * @param won booked so far
   * @param live expected from live deals
   * @param created what is expected of the opportunities to create, week by week
   * @param deals the deals
   * @param lines what to do
   * @param chances how likely the goal was
   * @throws IllegalArgumentException if a deal is there twice
   */
  public PlanVersion {
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(review, "review");
    Objects.requireNonNull(period, "period");
    created = ImmutableList.copyOf(created);
    deals = ImmutableList.copyOf(deals);
    lines = ImmutableList.copyOf(lines);
    long different = deals.stream().map(PlannedDeal::deal).distinct().count();
    if (different != deals.size()) {
      throw new IllegalArgumentException(
          "deals of a plan must be different, but of " + deals.size() + " were " + different);
    }
  }

  /**
   * Returns what is expected of opportunities still to create.
   *
   * @return the sum over the weeks
   */
  public Quantity toCreate() {
    Quantity sum = Quantity.ZERO;
    for (CreatedWeek week : created) {
      sum = sum.plus(week.expected());
    }
    return sum;
  }

  /**
   * Returns what is expected of the period if the plan is followed.
   *
   * @return won, live and to create together
   */
  public Quantity expected() {
    return won.plus(live).plus(toCreate());
  }

  /**
   * Tells what changed since an earlier version, and why.
   *
   * @param earlier a version of the same person and period, of the same day or an earlier one
   * @return the differences
   * @throws IllegalArgumentException if it is of another person or period, or of a later day
   */
  public PlanDiff diff(PlanVersion earlier) {
    return PlanDiff.between(earlier, this);
  }

  /** Returns day, expected total and goal on one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "plan of %s on %s for %s: %s expected%s, %d lines",
        person,
        review,
        period.label(),
        expected().print(),
        target.map(goal -> " of " + goal.print()).orElse(""),
        lines.size());
  }
}
