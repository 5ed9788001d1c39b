package dev.guidepost.targets.plan;

import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import java.util.Locale;
import java.util.Optional;

/**
 * What a unit will book in a period: won so far, expected from live deals, and expected from deals
 * still to be created at the recent rate; the convolution of its people's forecasts.
 *
 * @param unit the unit
 * @param name what people call the unit
 * @param period the period
 * @param won booked so far
 * @param live expected from live deals, rounded to whole units of money
 * @param toCreate expected from deals to be created at the recent rate, rounded likewise
 * @param low the lower end of the 80 % interval of the total
 * @param high the upper end of the 80 % interval of the total
 * @param target the unit's goal, if it has one
 * @param chances how likely the goal is, if there is one
 */
public record UnitOutlook(
    UnitId unit,
    String name,
    Period period,
    Quantity won,
    Quantity live,
    Quantity toCreate,
    Quantity low,
    Quantity high,
    Optional<Target> target,
    Optional<Chances> chances) {

  /**
   * Returns the expected total.
   *
   * @return won, live and to create together
   */
  public Quantity total() {
    return won.plus(live).plus(toCreate);
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
                "; %.0f %% likely to reach %s",
                chances.get().recentRate() * 100,
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
}
