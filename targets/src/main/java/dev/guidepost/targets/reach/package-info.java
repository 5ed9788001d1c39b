/**
 * What somebody can reach, and what it would take to reach more.
 *
 * <p>A {@link dev.guidepost.targets.reach.Reach} starts from a number of opportunities a week and
 * says how much it is good for. Where a goal asks for more than the person's best month, a {@link
 * dev.guidepost.targets.reach.GoalGap} says so and lists {@link
 * dev.guidepost.targets.reach.GapOption}s, each with its number: more time, help, a lower target, a
 * better yield, larger deals. A {@link dev.guidepost.targets.reach.ServedGoal} is one of several
 * goals under the same capacity; {@link dev.guidepost.targets.reach.AccountsNeeded} are its wins by
 * motion, {@link dev.guidepost.targets.reach.Sourcing} tells who owes which opportunities, {@link
 * dev.guidepost.targets.reach.NextPeriod} from when on new ones count for the next goal, and {@link
 * dev.guidepost.targets.reach.QualityFocus} which rate differs from that of the others.
 */
@NullMarked
package dev.guidepost.targets.reach;

import org.jspecify.annotations.NullMarked;
