package dev.guidepost.targets.outlook;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.funnel.AmountForecast;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

/**
 * What a person or unit may still win on the days of a period that lie after the as-of day: the
 * number of wins and what they bring. What was won up to the as-of day is not in it.
 *
 * @param party the person or unit
 * @param name what people call it
 * @param asOf the last day whose records count
 * @param period the period
 * @param newBusiness whether deals count that are still to be opened, at the recent rate
 * @param considered what is considered
 * @param shock how much all chances of the period move together: the standard deviation of the
 *     logarithm of their common factor; 0 if deals are taken as independent
 * @param wins the number of wins, on a grid of step 1
 * @param bookings what they bring
 */
public record Forecast(
    PartyId party,
    String name,
    LocalDate asOf,
    Period period,
    boolean newBusiness,
    Considered considered,
    double shock,
    AmountForecast wins,
    AmountForecast bookings) {

  /**
   * Creates a forecast; see {@code Planner.forecasts} of the room {@code plan}.
   *
   * @param party the person or unit
   * @param name what people call it
   * @param asOf the last day whose records count
   * @param period the period
   * @param newBusiness whether deals count that are still to be opened
   * @param considered what is considered
   * @param shock how much all chances of the period move together
   * @param wins the number of wins
   * @param bookings what they bring
   */
  public Forecast {
    Objects.requireNonNull(party, "party");
    Objects.requireNonNull(considered, "considered");
    Objects.requireNonNull(wins, "wins");
    Objects.requireNonNull(bookings, "bookings");
  }

  /**
   * Returns the days that the forecast is about.
   *
   * @return those of the period after the as-of day
   */
  public Period days() {
    LocalDate next = asOf.plusDays(1);
    return next.isAfter(period.start()) ? Period.custom(next, period.end()) : period;
  }

  /**
   * Returns the forecast on one line, such as {@code "East, 2026-Q4 after 2026-10-30: 14.2 wins
   * [10, 19], 171,000 [118,000, 228,000] 80 %; with new business, considers all, deals
   * independent"}.
   */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s, %s after %s: %.1f wins [%.0f, %.0f], %,.0f [%,.0f, %,.0f] 80 %%; %s, considers %s, %s",
        name,
        period.label(),
        asOf,
        wins.mean(),
        wins.quantile(0.1),
        wins.quantile(0.9),
        bookings.mean(),
        bookings.quantile(0.1),
        bookings.quantile(0.9),
        newBusiness ? "with new business" : "nothing new",
        considered,
        shock == 0
            ? "deals independent"
            : String.format(Locale.ROOT, "a common shock of %.0f %%", shock * 100));
  }
}
