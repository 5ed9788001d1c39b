/**
 * Whether people can follow what is asked of them.
 *
 * <p>A {@link dev.guidepost.core.clarity.ClarityReview} reads a {@link
 * dev.guidepost.core.clarity.ClaritySheet} (goals, targets, agreements, commitments, metrics) by
 * twelve {@linkplain dev.guidepost.core.clarity.ClarityRule rules} and says who is asked for what,
 * why that is hard to follow, and what to do about it. What it could not check, it says too.
 */
@NullMarked
package dev.guidepost.core.clarity;

import org.jspecify.annotations.NullMarked;
