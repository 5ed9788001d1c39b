package dev.guidepost.targets.rates;

import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * By how much recent records weigh more than older ones: one that is a half-life old counts half,
 * one of two half-lives a quarter.
 *
 * <pre>{@code
 * HalfLife.ofWeeks(8).weight(56);  // 0.5
 * HalfLife.NONE.weight(5_000);     // 1.0
 * }</pre>
 *
 * @param weeks the half-life in weeks, 1 or more, as no rate is looked at by the day; infinite
 *     where all records count alike
 */
public record HalfLife(double weeks) {

  /** All records count alike. */
  public static final HalfLife NONE = new HalfLife(Double.POSITIVE_INFINITY);

  private static final int PIECE_DAYS = 28;

  /**
   * Creates a half-life.
   *
   * @param weeks the half-life in weeks
   * @throws IllegalArgumentException if it is not 1 week or more
   */
  public HalfLife {
    if (!(weeks >= 1)) {
      throw new IllegalArgumentException("half-life must be 1 week or more, but was " + weeks);
    }
  }

  /**
   * Returns a half-life.
   *
   * @param weeks the half-life in weeks
   * @return the half-life
   * @throws IllegalArgumentException if it is not 1 week or more
   */
  public static HalfLife ofWeeks(double weeks) {
    return new HalfLife(weeks);
  }

  /**
   * Tells whether recent records weigh more at all.
   *
   * @return false if all count alike
   */
  public boolean fades() {
    return weeks < Double.POSITIVE_INFINITY;
  }

  /**
   * Returns how much a record counts.
   *
   * @param daysOld how old it is, 0 or more
   * @return above 0, at most 1
   */
  public double weight(double daysOld) {
    return fades() ? Math.exp(-Math.log(2) * daysOld / (7 * weeks)) : 1;
  }

  /**
   * Returns how much the records of a period count, as if all were of its middle.
   *
   * @param period the period
   * @param end the day after the last day of all records
   * @return above 0, at most 1
   */
  public double weight(Period period, LocalDate end) {
    double age = ChronoUnit.DAYS.between(period.end(), end) + (period.days() - 1) / 2.0;
    return weight(Math.max(0, age));
  }

  /**
   * Cuts a period into the pieces of which each has one weight: four weeks each, counted back from
   * its end; the first may be shorter. A cube from which rates are learned has to keep them.
   *
   * @param period the period
   * @return the pieces in order of time; the period itself where all records count alike
   */
  public List<Period> pieces(Period period) {
    if (!fades()) {
      return List.of(period);
    }
    List<Period> pieces = new ArrayList<>();
    LocalDate end = period.end();
    while (end.isAfter(period.start())) {
      LocalDate start = end.minusDays(PIECE_DAYS);
      pieces.add(0, Period.custom(start.isAfter(period.start()) ? start : period.start(), end));
      end = start;
    }
    return List.copyOf(pieces);
  }

  /** Returns the half-life in words, such as {@code "half-life 8 weeks"}. */
  @Override
  public String toString() {
    return fades() ? String.format(Locale.ROOT, "half-life %.0f weeks", weeks) : "no half-life";
  }
}
