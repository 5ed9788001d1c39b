package dev.guidepost.targets.coverage;

import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;

/**
 * Which coverage is meant.
 *
 * <pre>{@code
 * CoverageVariant.on(today, q4);
 * // live deals due in 2026-Q4 / remaining target, by value, week 5
 * }</pre>
 *
 * @param period the period of the target
 * @param week the week of the period in which one looks, from 1 on
 * @param deals which deals count
 * @param target against what
 * @param by what is counted
 */
public record CoverageVariant(Period period, int week, Deals deals, Target target, By by) {

  private static final int WEEK = 7;

  /** Which live open deals count. */
  public enum Deals {
    /** Those that are expected to close in the period. */
    DUE,
    /** All of them. */
    LIVE
  }

  /** Against what. */
  public enum Target {
    /** What is left of the target. */
    REMAINING,
    /** The whole target, whatever is won already. */
    WHOLE
  }

  /** What is counted. */
  public enum By {
    /** What the deals bring if they are won. */
    VALUE,
    /** How many deals there are. */
    COUNT
  }

  /**
   * Creates a variant.
   *
   * @param period the period of the target
   * @param week the week of the period
   * @param deals which deals count
   * @param target against what
   * @param by what is counted
   * @throws IllegalArgumentException if the week is below 1
   */
  public CoverageVariant {
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(deals, "deals");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(by, "by");
    if (week < 1) {
      throw new IllegalArgumentException("week must be 1 or more, but was " + week);
    }
  }

  /**
   * Returns the coverage that is usually meant: live deals due in the period, against what is left
   * of the target, by value. Plans use it {@linkplain #ofAllLive() of all live deals}.
   *
   * @param day the day on which one looks; before the period counts as its first week
   * @param period the period of the target
   * @return the variant
   */
  public static CoverageVariant on(LocalDate day, Period period) {
    long days = Math.max(0, ChronoUnit.DAYS.between(period.start(), day));
    return new CoverageVariant(
        period,
        (int) Math.min(Integer.MAX_VALUE, days / WEEK + 1),
        Deals.DUE,
        Target.REMAINING,
        By.VALUE);
  }

  /**
   * Returns the same of all live deals, due in the period or not.
   *
   * @return the changed variant
   */
  public CoverageVariant ofAllLive() {
    return new CoverageVariant(period, week, Deals.LIVE, target, by);
  }

  /**
   * Returns the same against the whole target.
   *
   * @return the changed variant
   */
  public CoverageVariant ofWholeTarget() {
    return new CoverageVariant(period, week, deals, Target.WHOLE, by);
  }

  /**
   * Returns the same by number of deals.
   *
   * @return the changed variant
   */
  public CoverageVariant byCount() {
    return new CoverageVariant(period, week, deals, target, By.COUNT);
  }

  /** Returns all of it on one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s / %s target, by %s, week %d",
        deals == Deals.DUE ? "live deals due in " + period.label() : "all live deals",
        target == Target.REMAINING ? "remaining" : "whole",
        by == By.VALUE ? "value" : "count",
        week);
  }
}
