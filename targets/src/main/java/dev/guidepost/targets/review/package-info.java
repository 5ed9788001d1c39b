/**
 * What seller and manager look at on Monday, from the same numbers.
 *
 * <p>{@link dev.guidepost.targets.review.SignalBoard} gathers all signals of a company, each once
 * and at the right owner. {@link dev.guidepost.targets.review.WeeklyReview} writes the review of
 * one unit from a {@link dev.guidepost.targets.review.ReviewSource}: what to talk about, what was
 * agreed and done, who {@linkplain dev.guidepost.targets.review.Owed owes} what, what is hard to
 * follow, the pipeline by its {@link dev.guidepost.targets.review.Stages}, one person's week, and
 * only then results. A {@link dev.guidepost.targets.review.Brief} is its top on one line.
 */
@NullMarked
package dev.guidepost.targets.review;

import org.jspecify.annotations.NullMarked;
