package dev.guidepost.core.clarity;

import java.util.List;
import java.util.Locale;

/** What makes goals hard to follow. The ids are stable, so that a host can switch one off by it. */
public enum ClarityRule {

  /**
   * A person has more goals that can only be measured than anybody can keep in mind.
   *
   * <p>Found: bookings, margin, wins and new revenue of Ana in one quarter. Not found: three of
   * them, and one of them for each month too; or all four of a unit.
   */
  TOO_MANY_RESULT_GOALS,
  /**
   * A person is to look at more metrics each week than that takes.
   *
   * <p>Found: three commitments and three metrics followed. Not found: two and three; or a metric
   * in both, which counts once.
   */
  TOO_MANY_WEEKLY_METRICS,
  /**
   * One fact counts for two targets of one owner that are not phases of each other.
   *
   * <p>Found: bookings of the quarter, and bookings of one product in it. Not found: bookings of
   * two products; or of the quarter and of one of its months.
   */
  OVERLAPPING_SCOPES,
  /**
   * No actual amount meets both of two targets, or they push metrics the same way that are declared
   * to oppose each other.
   *
   * <p>Found: 10 visits or more, and 5 or fewer in the same days; 10 or more in November, and
   * within 1 and 5 in its quarter; or new revenue and margin rate both to rise, declared to oppose
   * each other. Not found: 10 visits or more, and within 1 and 10; 5 or more, and 10 or fewer; 30
   * or more in a quarter, and within 8 and 12 in November; bookings of 100 or more, and of one
   * product within 20 and 40.
   */
  CONFLICTING_DIRECTIONS,
  /**
   * What a person committed to takes more hours than the person has.
   *
   * <p>Found: 12 meetings of 2 hours in a week of three working days of 6 hours. Not found: 9 of
   * them; or hours that nobody said, which are reported as not checked.
   */
  OVER_CAPACITY,
  /**
   * A person is to reach a result, but nothing the person can do is agreed or looked at.
   *
   * <p>Found: bookings and nothing else. Not found: bookings, with a commitment to meetings or with
   * meetings looked at.
   */
  NO_LEADING_METRIC,
  /**
   * An activity is counted, and nothing shows whether it is done well.
   *
   * <p>Found: 6 meetings agreed, meeting conversion not looked at; or calls, which the catalog
   * pairs with nothing. Not found: meetings agreed and meeting conversion looked at.
   */
  ACTIVITY_WITHOUT_QUALITY,
  /**
   * Something is pursued that no priority stands behind.
   *
   * <p>Found: a goal without priority and parent; a target of no goal, of another person's, or of a
   * goal that is measured by something else, without a link between both. Not found: a goal that
   * serves one with a priority; or a person's target of a unit's goal, as a unit reaches it by its
   * people.
   */
  GOAL_WITHOUT_STRATEGY,
  /**
   * Something is still carried that was stopped.
   *
   * <p>Found: a target of a goal that was retired; a goal that serves such a one; or a commitment
   * to a metric no longer in effect. Not found: the retired goal itself, once nothing hangs on it.
   */
  RETIRED_CARRIED,
  /**
   * A target holds that owner and manager have not agreed on.
   *
   * <p>Found: 240,000 hold, but 260,000 were proposed and not answered; or 240,000 were agreed, and
   * a threshold holds that was not. Not found: 240,000 hold and were agreed.
   */
  TARGET_WITHOUT_AGREEMENT,
  /**
   * Threshold, amount, stretch or course of a target contradict the definition of its metric.
   *
   * <p>Found: threshold 25, amount 35 and stretch 45 of losses, of which fewer are better. Not
   * found: 45, 35 and 25 of them.
   */
  TARGET_CONTRADICTS_METRIC,
  /**
   * A person committed to something that is not done and counted.
   *
   * <p>Found: 3 wins, a result; or a conversion of meetings, a share. Not found: 6 meetings.
   */
  COMMITMENT_NOT_COUNTABLE;

  /**
   * Returns the id.
   *
   * @return such as {@code "too-many-result-goals"}
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns the rule of an id.
   *
   * @param id such as {@code "too-many-result-goals"}
   * @return the rule
   * @throws IllegalArgumentException if there is none, naming those there are
   */
  public static ClarityRule parse(String id) {
    for (ClarityRule rule : values()) {
      if (rule.id().equals(id)) {
        return rule;
      }
    }
    throw new IllegalArgumentException(
        "rule must be one of " + List.of(values()) + ", but was \"" + id + "\"");
  }

  /** Returns the id, which {@link #parse(String)} reads back. */
  @Override
  public String toString() {
    return id();
  }
}
