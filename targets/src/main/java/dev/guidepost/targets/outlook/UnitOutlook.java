package dev.guidepost.targets.outlook;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a unit will book in a period: won so far, expected from live deals, and expected from deals
 * still to be created at the recent rate; the convolution of what counts in it of each owner's
 * deals, a shared one once.
 *
 * <p>Beside it stands the plainest forecast there is, the same days of last quarter repeated, and
 * what makes it less sure than its interval says. How good past outlooks were tells {@link
 * dev.guidepost.targets.planning.Hindsight#record}.
 *
 * @param unit the unit
 * @param name what people call the unit
 * @param period the period
 * @param won booked so far
 * @param live expected from live deals, rounded to whole units of money
 * @param toCreate expected from deals to be created at the recent rate, rounded likewise
 * @param planned expected from deals that the plans ask for instead, rounded likewise
 * @param low the lower end of the 80 % interval of the total
 * @param high the upper end of the 80 % interval of the total
 * @param repeated the total if the days to come bring what the same days of last quarter did; empty
 *     if they were not observed
 * @param target the unit's goal, if it has one
 * @param chances how likely the goal is, if there is one
 * @param pace what was to be expected by now; empty without a goal, or before three quarters were
 *     observed
 * @param next what the period after will lack; empty without a goal of either period, or if its
 *     holidays are not known
 * @param warnings what makes the outlook doubtful, one a line; unmodifiable
 */
public record UnitOutlook(
    UnitId unit,
    String name,
    Period period,
    Quantity won,
    Quantity live,
    Quantity toCreate,
    Quantity planned,
    Quantity low,
    Quantity high,
    Optional<Quantity> repeated,
    Optional<Target> target,
    Optional<Chances> chances,
    Optional<Pace> pace,
    Optional<Next> next,
    List<String> warnings) {

  /**
   * What of the goal was to be expected by a day: the share that the unit's own past quarters had
   * by the same day, not a straight line.
   *
   * @param day the day of the period, from 1 on
   * @param expected the goal times the share
   * @param low the lower end of its 80 % interval
   * @param high the upper end of its 80 % interval
   * @param quarters how many past quarters it stands on
   */
  public record Pace(long day, Quantity expected, Quantity low, Quantity high, int quarters) {

    /** Returns such as {@code "391,000 by day 21 [310,000, 470,000], as in 6 quarters"}. */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s by day %d [%s, %s], as in %d quarters",
          expected.print(),
          day,
          low.print(),
          high.print(),
          quarters);
    }
  }

  /**
   * What the recent rate of creation means for the period after.
   *
   * @param period the period after
   * @param stays the goal of this period, which is taken for the one after as well; empty if that
   *     has one of its own
   * @param since from when on the recent rate is counted
   * @param perWeek how many opportunities the unit creates a week
   * @param needed how many it takes on average from now on; empty if no number would do
   * @param missing how many wins of the usual size are missing on average; 0 if none are
   * @param from the first day of the week in which half of what is created now is won
   */
  public record Next(
      Period period,
      Optional<Quantity> stays,
      LocalDate since,
      double perWeek,
      Optional<Double> needed,
      double missing,
      LocalDate from) {

    private static final double SMALL = 10;

    /**
     * Returns such as {@code "creating 21 a week since 2026-10-12, needed 30 if the goal stays
     * 1,395,000: 9 wins short from the week of 2027-01-25"}.
     */
    @Override
    public String toString() {
      String text =
          String.format(
              Locale.ROOT,
              "creating %s a week since %s, needed %s",
              rate(perWeek),
              since,
              needed.map(Next::rate).orElse("more than can still count")
                  + stays.map(goal -> " if the goal stays " + goal.print()).orElse(""));
      return missing < 0.5
          ? text + ": enough"
          : String.format(
              Locale.ROOT, "%s: %.0f wins short from the week of %s", text, missing, from);
    }

    private static String rate(double perWeek) {
      return String.format(Locale.ROOT, perWeek < SMALL ? "%.1f" : "%.0f", perWeek);
    }
  }

  /**
   * Creates an outlook; see {@link dev.guidepost.targets.planning.Planner#outlook}.
   *
   * @param unit the unit
   * @param name what people call the unit
   * @param period the period
   * @param won booked so far
   * @param live expected from live deals
   * @param toCreate expected from deals to be created at the recent rate
   * @param planned expected from deals that the plans ask for instead
   * @param low the lower end of the 80 % interval of the total
   * @param high the upper end of the 80 % interval of the total
   * @param repeated the total if the same days of last quarter are repeated
   * @param target the unit's goal
   * @param chances how likely the goal is
   * @param pace what was to be expected by now
   * @param next what the period after will lack
   * @param warnings what makes the outlook doubtful
   */
  public UnitOutlook {
    warnings = ImmutableList.copyOf(warnings);
  }

  /**
   * Returns the expected total.
   *
   * @return won, live and to create together
   */
  public Quantity total() {
    return won.plus(live).plus(toCreate);
  }

  /**
   * Returns the expected total if nothing new is created.
   *
   * @return won and live together
   */
  public Quantity nothingNew() {
    return won.plus(live);
  }

  /**
   * Returns the expected total if the plans are followed.
   *
   * @return won, live and planned together
   */
  public Quantity withPlan() {
    return won.plus(live).plus(planned);
  }

  /**
   * Returns the outlook on one line, such as {@code "1,344,000 [1,175,000, 1,510,000] 80 %: 482,000
   * won + 640,000 live + 222,000 to create; 35 % likely to reach 1,395,000"}.
   */
  @Override
  public String toString() {
    String goal =
        target.isPresent() && chances.isPresent()
            ? String.format(
                Locale.ROOT,
                "; %.0f %% likely to reach %s%s",
                chances.get().recentRate() * 100,
                target.get().basis() instanceof Target.Assumed ? "the assumed goal " : "",
                target.get().amount().print())
            : "";
    return total().print()
        + " ["
        + low.print()
        + ", "
        + high.print()
        + "] 80 %: "
        + won.print()
        + " won + "
        + live.print()
        + " live + "
        + toCreate.print()
        + " to create"
        + goal;
  }

  /**
   * Returns the outlook as lines: the total, the three numbers, what stands beside them, the period
   * after, and warnings.
   *
   * @return lines, each ending in {@code \n}
   */
  public String print() {
    StringBuilder text = new StringBuilder(name + ", " + period.label() + ": " + this + '\n');
    text.append("nothing new " + nothingNew().print())
        .append(", at the recent rate " + total().print())
        .append(", plan followed " + withPlan().print() + '\n')
        .append("last quarter's same days repeated: ")
        .append(repeated.map(Quantity::print).orElse("not observed") + '\n');
    pace.ifPresent(one -> text.append("won " + won.print() + ", expected " + one + '\n'));
    next.ifPresent(one -> text.append(one.period().label() + ": " + one + '\n'));
    warnings.forEach(warning -> text.append("warning: " + warning + '\n'));
    return text.toString();
  }
}
