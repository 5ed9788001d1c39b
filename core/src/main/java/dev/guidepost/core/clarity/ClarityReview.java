package dev.guidepost.core.clarity;

import com.google.common.collect.ImmutableSortedSet;
import dev.guidepost.core.id.PartyId;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads goals, targets, commitments and metrics as the one who is to follow them, and says what
 * stands in the way. Immutable.
 *
 * <p>A review of a day reads what was known at its end: versions of targets, steps of agreements
 * and commitments that are dated later have no part in it, nor has a goal before its first day. The
 * other parts of a sheet carry no such day and are read as they are.
 *
 * <pre>{@code
 * ClarityReport report = ClarityReview.withDefaults().review(sheet, today);
 * report.of(ana);
 * // ana: 4 result goals: bookings, margin, wins, new-revenue -> keep the 3 that matter most
 * //     [too-many-result-goals]
 * }</pre>
 */
public final class ClarityReview {

  /** How many result goals a person has at most, unless set otherwise: {@value}. */
  public static final int RESULT_GOALS = 3;

  /** How many metrics a person looks at each week at most, unless set otherwise: {@value}. */
  public static final int WEEKLY_METRICS = 5;

  private static final ClarityReview DEFAULTS =
      new ClarityReview(RESULT_GOALS, WEEKLY_METRICS, EnumSet.allOf(ClarityRule.class));

  private final int resultGoals;
  private final int weeklyMetrics;
  private final ImmutableSortedSet<ClarityRule> rules;

  private ClarityReview(int resultGoals, int weeklyMetrics, Set<ClarityRule> rules) {
    this.resultGoals = resultGoals;
    this.weeklyMetrics = weeklyMetrics;
    this.rules = ImmutableSortedSet.copyOf(rules);
  }

  /**
   * Returns the review with all rules and the usual limits.
   *
   * @return the review
   */
  public static ClarityReview withDefaults() {
    return DEFAULTS;
  }

  /**
   * Returns this review with another limit.
   *
   * @param most how many result goals a person has at most, 0 or more
   * @return the review
   * @throws IllegalArgumentException if the limit is negative
   */
  public ClarityReview withResultGoals(int most) {
    return new ClarityReview(requireLimit(most), weeklyMetrics, rules);
  }

  /**
   * Returns this review with another limit.
   *
   * @param most how many metrics a person looks at each week at most, 0 or more
   * @return the review
   * @throws IllegalArgumentException if the limit is negative
   */
  public ClarityReview withWeeklyMetrics(int most) {
    return new ClarityReview(resultGoals, requireLimit(most), rules);
  }

  private static int requireLimit(int most) {
    if (most < 0) {
      throw new IllegalArgumentException("limit must be 0 or more, but was " + most);
    }
    return most;
  }

  /**
   * Returns this review without a rule.
   *
   * @param rule the rule
   * @return the review
   */
  public ClarityReview without(ClarityRule rule) {
    Set<ClarityRule> fewer = new TreeSet<>(rules);
    fewer.remove(rule);
    return new ClarityReview(resultGoals, weeklyMetrics, fewer);
  }

  /**
   * Reads what is asked of everybody.
   *
   * @param sheet what is asked
   * @param day the day, as known at its end; targets and commitments of periods that hold it are
   *     read
   * @return what was found
   */
  public ClarityReport review(ClaritySheet sheet, LocalDate day) {
    Known known = new Known(sheet, day);
    return review(known, known.parties());
  }

  /**
   * Reads what is asked of one person or unit.
   *
   * @param sheet what is asked
   * @param day the day, as known at its end; targets and commitments of periods that hold it are
   *     read
   * @param party the person or unit
   * @return what was found
   */
  public ClarityReport review(ClaritySheet sheet, LocalDate day, PartyId party) {
    return review(new Known(sheet, day), Set.of(party));
  }

  private ClarityReport review(Known known, Set<PartyId> parties) {
    Notes notes = new Notes();
    for (PartyId party : parties) {
      Carried carried = known.of(party);
      LoadChecks load = new LoadChecks(carried, notes);
      FitChecks fit = new FitChecks(carried, notes);
      ReasonChecks reason = new ReasonChecks(carried, notes);
      for (ClarityRule rule : rules) {
        switch (rule) {
          case TOO_MANY_RESULT_GOALS -> load.resultGoals(resultGoals);
          case TOO_MANY_WEEKLY_METRICS -> load.weeklyMetrics(weeklyMetrics);
          case OVERLAPPING_SCOPES -> fit.overlaps();
          case CONFLICTING_DIRECTIONS -> fit.conflicts();
          case OVER_CAPACITY -> load.capacity();
          case NO_LEADING_METRIC -> load.leading();
          case ACTIVITY_WITHOUT_QUALITY -> load.quality();
          case GOAL_WITHOUT_STRATEGY -> reason.strategy();
          case RETIRED_CARRIED -> reason.retired();
          case TARGET_WITHOUT_AGREEMENT -> reason.agreement();
          case TARGET_CONTRADICTS_METRIC -> fit.contradictions();
          case COMMITMENT_NOT_COUNTABLE -> load.countable();
        }
      }
    }
    return notes.report(known.day());
  }

  /** Returns the limits and how many rules are on. */
  @Override
  public String toString() {
    return "at most "
        + resultGoals
        + " result goals and "
        + weeklyMetrics
        + " weekly metrics a person, "
        + rules.size()
        + " rules";
  }
}
