/**
 * Coverage: how much live pipeline stands against a target, how much is needed, and what a multiple
 * that is asked of everybody asks of each.
 *
 * <p>There are many coverages, and a figure without its {@link
 * dev.guidepost.targets.coverage.CoverageVariant} means nothing. {@link
 * dev.guidepost.targets.coverage.Coverage} is what there is, {@link
 * dev.guidepost.targets.coverage.CoverageNeed} what is needed at a person's own rates, or at those
 * of a team's people, each with a {@link dev.guidepost.targets.coverage.CoverageShare}, with what
 * will still be created and won in time taken off; {@link
 * dev.guidepost.targets.coverage.CoverageVerdict} says of an imposed multiple whether it asks too
 * little or too much.
 */
@NullMarked
package dev.guidepost.targets.coverage;

import org.jspecify.annotations.NullMarked;
