/**
 * What seller and manager look at on Monday, from the same numbers.
 *
 * <p>{@link dev.guidepost.targets.review.SignalBoard} gathers all signals of a company, each once
 * and at the right owner. {@link dev.guidepost.targets.review.WeeklyReview} writes the review of
 * one unit: what to talk about, what was agreed and done, the pipeline, one person's week, and only
 * then results.
 */
@NullMarked
package dev.guidepost.targets.review;

import org.jspecify.annotations.NullMarked;
