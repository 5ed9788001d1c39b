/**
 * What is to be reached, and why.
 *
 * <p>A {@link dev.guidepost.core.goal.Strategy} has priorities, a priority has {@linkplain
 * dev.guidepost.core.goal.Goal goals}, and a goal is served by others, each by its own metric;
 * {@link dev.guidepost.core.goal.GoalTree} holds them together. How much and by when is said by the
 * one {@link dev.guidepost.core.goal.Target}, whose versions a {@link
 * dev.guidepost.core.goal.TargetBook} keeps: effective from a day, known from a day, never
 * rewritten. Once a period is closed ({@link dev.guidepost.core.closing.Closings}) its targets
 * stand.
 *
 * <p>{@link dev.guidepost.core.goal.Attainment} holds an actual amount against a target, {@link
 * dev.guidepost.core.goal.Progress} against the {@link dev.guidepost.core.goal.Course} to it, and
 * {@link dev.guidepost.core.goal.Assignment} the targets below against the one above, where a
 * {@link dev.guidepost.core.goal.Link} says what meetings are in bookings and months in a quarter.
 *
 * <p>What only the definition of a metric tells, such as which way is better, a book is held
 * against by {@link dev.guidepost.core.goal.TargetBook#misfits}.
 */
@NullMarked
package dev.guidepost.core.goal;

import org.jspecify.annotations.NullMarked;
