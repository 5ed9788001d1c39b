package dev.guidepost.examples.company;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.people.Role;
import java.util.BitSet;
import java.util.List;

/**
 * One seller, as the process knows them.
 *
 * @param index the number of the seller, from 0
 * @param id the id
 * @param name the label
 * @param role how they sell
 * @param traits what the role has in common
 * @param team the number of the team in which they started
 * @param hired the first day
 * @param left the day after the last one, {@link Integer#MAX_VALUE} while they stay
 * @param habits how they find deals
 * @param pace the factor on the hazards of going on
 * @param friction the factor on the hazards of losing
 * @param dealValue the median list value of a deal
 * @param leave spells of leave as pairs of first day and day after the last, in order
 * @param workdays the days on which they work, counted from {@code origin}
 * @param origin the day from which working days are counted
 */
record Seller(
    int index,
    PersonId id,
    String name,
    Role role,
    Traits traits,
    int team,
    int hired,
    int left,
    Habits habits,
    double pace,
    double friction,
    double dealValue,
    List<int[]> leave,
    BitSet workdays,
    int origin) {

  private static final int RAMP_DAYS = 26 * 7;
  private static final double RAMP_FROM = 0.25;

  /**
   * How a seller finds deals, once ramped up.
   *
   * @param slots how many calls fit into a day
   * @param call the chance that a slot is used
   * @param book the chance that a call leads to a meeting
   * @param convert the chance that a meeting that was held turns into an opportunity
   * @param inbound opportunities that come in by themselves, a day
   */
  record Habits(int slots, double call, double book, double convert, double inbound) {

    /** Returns opportunities in a week of five working days. */
    double weekly() {
      return 5 * (slots * call * book * Prospecting.HELD * convert + inbound);
    }
  }

  boolean works(int day) {
    return workdays.get(day - origin);
  }

  /** Returns the n-th working day after a day, or -1 if there is none. */
  int workdayAfter(int day, int n) {
    int at = day - origin;
    for (int i = 0; i < n && at >= 0; i++) {
      at = workdays.nextSetBit(at + 1);
    }
    return at < 0 ? -1 : at + origin;
  }

  /** Returns how many working days there are from a day up to, but not including, another. */
  int workdays(int from, int until) {
    return workdays.get(Math.max(0, from - origin), Math.max(0, until - origin)).cardinality();
  }

  /** Returns the share of a full creation rate: from a quarter up to all of it in 26 weeks. */
  double ramp(int day) {
    double grown = (day - hired) / (double) RAMP_DAYS;
    return Math.min(1, RAMP_FROM + (1 - RAMP_FROM) * Math.max(0, grown));
  }
}
