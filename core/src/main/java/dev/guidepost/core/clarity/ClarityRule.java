package dev.guidepost.core.clarity;

import java.util.List;
import java.util.Locale;

/** What makes goals hard to follow. The ids are stable, so that a host can switch one off by it. */
public enum ClarityRule {

  /** A person has more goals that can only be measured than anybody can keep in mind. */
  TOO_MANY_RESULT_GOALS,
  /** A person is to look at more metrics each week than that takes. */
  TOO_MANY_WEEKLY_METRICS,
  /** One fact counts for two targets of one owner that are not phases of each other. */
  OVERLAPPING_SCOPES,
  /** One target is met by what misses another. */
  CONFLICTING_DIRECTIONS,
  /** What a person committed to takes more hours than the person has. */
  OVER_CAPACITY,
  /** A person is to reach a result, but nothing the person can do is agreed or looked at. */
  NO_LEADING_METRIC,
  /** An activity is counted, and nothing shows whether it is done well. */
  ACTIVITY_WITHOUT_QUALITY,
  /** Something is pursued that no priority stands behind. */
  GOAL_WITHOUT_STRATEGY,
  /** Something is still carried that was stopped. */
  RETIRED_CARRIED,
  /** A target holds that owner and manager have not agreed on. */
  TARGET_WITHOUT_AGREEMENT;

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
