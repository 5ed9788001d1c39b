package dev.guidepost.targets.reach;

import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.Locale;

/** One way to close a {@link GoalGap}, all else as it is, with its number. */
public sealed interface GapOption {

  /**
   * Returns how large a change it is, to compare options.
   *
   * @return the change over what there is: of the time left, the opportunities, the target, the
   *     yield or the deal size; 0 or more
   */
  double change();

  /**
   * The goal is reached later.
   *
   * @param until the last day of the time it takes at the best month
   * @param weeks how many weeks later than the period's end that is
   * @param weeksLeft how many weeks the period has left
   */
  record MoreTime(LocalDate until, int weeks, double weeksLeft) implements GapOption {

    @Override
    public double change() {
      return weeksLeft <= 0 ? Double.POSITIVE_INFINITY : weeks / weeksLeft;
    }

    /** Returns the day. */
    @Override
    public String toString() {
      return "time: until " + until + ", " + weeks + (weeks == 1 ? " week" : " weeks") + " more";
    }
  }

  /**
   * Others open opportunities for the person, who works them.
   *
   * @param opportunities how many in all
   * @param perWeek how many a week that counts
   * @param own how many the person creates at the best month
   */
  record Help(long opportunities, double perWeek, long own) implements GapOption {

    @Override
    public double change() {
      return own == 0 ? Double.POSITIVE_INFINITY : (double) opportunities / own;
    }

    /** Returns how many. */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "help: %,d %s from others, %.1f a week",
          opportunities,
          opportunities == 1 ? "opportunity" : "opportunities",
          perWeek);
    }
  }

  /**
   * The target is lowered to what the confidence supports at the best month.
   *
   * @param amount what it would be, what is won already included
   * @param target what it is
   */
  record LowerTarget(Quantity amount, Quantity target) implements GapOption {

    @Override
    public double change() {
      return 1 - amount.toDouble() / target.toDouble();
    }

    /** Returns the amount. */
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "target: %s, %.0f %% less", amount.print(), change() * 100);
    }
  }

  /**
   * More of the deals are won, of live ones and of new ones.
   *
   * @param now the share won, 0 to 1
   * @param needed the share that would be needed, 0 to 1
   */
  record BetterYield(double now, double needed) implements GapOption {

    @Override
    public double change() {
      return now <= 0 ? Double.POSITIVE_INFINITY : needed / now - 1;
    }

    /** Returns both shares. */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "yield: %.0f %% won instead of %.0f %%", needed * 100, now * 100);
    }
  }

  /**
   * Deals bring more, live ones and new ones.
   *
   * @param now what a won deal brings on average
   * @param needed what it would have to bring
   */
  record LargerDeals(double now, double needed) implements GapOption {

    @Override
    public double change() {
      return now <= 0 ? Double.POSITIVE_INFINITY : needed / now - 1;
    }

    /** Returns both sizes. */
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "size: %,.0f a deal instead of %,.0f", needed, now);
    }
  }
}
