package dev.guidepost.targets.funnel;

import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.stat.GammaPoisson;
import dev.guidepost.core.time.DayFunction;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How much more often deals are won in some weeks of the quarter than their ages say: position
 * within the quarter, pooled over all quarters and shrunk toward no season (gamma-Poisson; Casella
 * 1985).
 *
 * <p>Wins counted in each week of the quarter are held against those expected from the win curve
 * and the ages of the deals that were open, on the days on which deals grow older, so that a week
 * short of working days is no season. Under three quarters of history there is no season.
 */
public final class QuarterSeason {

  private static final int WEEKS = 14;
  private static final int LEAST_DAYS = 270;

  private final FiscalCalendar calendar;
  private final double[] factors;

  private QuarterSeason(FiscalCalendar calendar, double[] factors) {
    this.calendar = calendar;
    this.factors = factors;
  }

  /**
   * Returns no season: every factor is 1.
   *
   * @param calendar the fiscal calendar
   * @return the season
   */
  public static QuarterSeason none(FiscalCalendar calendar) {
    double[] flat = new double[WEEKS];
    Arrays.fill(flat, 1);
    return new QuarterSeason(calendar, flat);
  }

  /**
   * Fits the season.
   *
   * @param deals deals as known on the as-of day
   * @param curve the win curve, without season
   * @param ageing by how much deals grow older in a day, so that the season is net of holidays
   * @param calendar the fiscal calendar
   * @param observedFrom the first day on which closings were recorded
   * @param asOf the as-of day, included
   * @return the season; none under three quarters of history
   */
  public static QuarterSeason fit(
      List<Deal> deals,
      WinCurve curve,
      DealAgeing ageing,
      FiscalCalendar calendar,
      LocalDate observedFrom,
      LocalDate asOf) {
    if (ChronoUnit.DAYS.between(observedFrom, asOf) < LEAST_DAYS) {
      return none(calendar);
    }
    long[] won = new long[WEEKS];
    double[] expected = new double[WEEKS];
    int[] position = positions(calendar, observedFrom, asOf);
    Map<DayFunction, double[]> older = new HashMap<>();
    for (Deal deal : deals) {
      if (deal.opened().isEmpty()) {
        continue;
      }
      LocalDate opened = deal.opened().get();
      LocalDate last = deal.closed().orElse(asOf);
      LocalDate first = opened.isBefore(observedFrom) ? observedFrom : opened;
      double[] days =
          older.computeIfAbsent(
              ageing.of(deal.owner()), function -> values(function, observedFrom, asOf));
      int from = days(observedFrom, first);
      double age = days(opened, first);
      for (int i = from; i <= days(observedFrom, last) && age <= curve.staleAge(); i++) {
        expected[position[i]] += curve.hazard(age, days[i]);
        age += days[i];
      }
      if (deal.outcome() == Outcome.WON && !last.isBefore(observedFrom)) {
        won[position[days(observedFrom, last)]]++;
      }
    }
    return new QuarterSeason(calendar, shrunk(won, expected));
  }

  private static int days(LocalDate from, LocalDate to) {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
  }

  private static double[] values(DayFunction function, LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1)).mapToDouble(function::on).toArray();
  }

  private static int[] positions(FiscalCalendar calendar, LocalDate from, LocalDate to) {
    int[] positions = new int[days(from, to) + 1];
    Period quarter = calendar.period(Grain.QUARTER, from);
    for (int i = 0; i < positions.length; i++) {
      LocalDate day = from.plusDays(i);
      quarter = quarter.contains(day) ? quarter : calendar.period(Grain.QUARTER, day);
      positions[i] = Math.min(WEEKS - 1, days(quarter.start(), day) / 7);
    }
    return positions;
  }

  private static double[] shrunk(long[] won, double[] expected) {
    int used = expected[WEEKS - 1] > 0 ? WEEKS : WEEKS - 1;
    double[] factors = new double[WEEKS];
    Arrays.fill(factors, 1);
    long[] counts = Arrays.copyOf(won, used);
    double[] exposures = Arrays.copyOf(expected, used);
    if (Arrays.stream(exposures).anyMatch(exposure -> exposure <= 0)
        || Arrays.stream(counts).sum() == 0) {
      return factors;
    }
    GammaPoisson prior = GammaPoisson.fit(counts, exposures).prior();
    for (int i = 0; i < used; i++) {
      factors[i] = prior.update((double) counts[i], exposures[i]).mean();
    }
    return factors;
  }

  /**
   * Returns the factor on the chance to be won on a day.
   *
   * @param day the day
   * @return above 0; 1 for no season
   */
  public double factor(LocalDate day) {
    LocalDate start = calendar.period(Grain.QUARTER, day).start();
    return factors[Math.min(WEEKS - 1, days(start, day) / 7)];
  }

  /** Returns the factors of the 13 full weeks of a quarter on one line. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("by week of the quarter:");
    for (int i = 0; i < WEEKS - 1; i++) {
      text.append(String.format(Locale.ROOT, " %.2f", factors[i]));
    }
    return text.toString();
  }
}
