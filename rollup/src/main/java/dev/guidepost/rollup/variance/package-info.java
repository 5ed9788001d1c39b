/**
 * Why a figure moved: the change of a result between two periods, or between a plan and what became
 * of it, by the drivers that multiply to it.
 *
 * <p>{@link dev.guidepost.rollup.variance.Drivers} name a result and its factors, such as bookings
 * as closed deals times win rate times deal size. A {@link
 * dev.guidepost.rollup.variance.VarianceAnalysis} compares two cubes, or two periods of one, and
 * gives a {@link dev.guidepost.rollup.variance.VarianceTree} with a {@link
 * dev.guidepost.rollup.variance.Variance} for every person and unit, which has a {@link
 * dev.guidepost.rollup.variance.VarianceLine} for each reason.
 *
 * <pre>{@code
 * VarianceTree why = VarianceAnalysis.of(Drivers.of(BOOKINGS, CLOSED, WIN_RATE, DEAL_SIZE))
 *     .between(cube, q2, q3);
 * why.at("East").explain(); // -20,100 = Closed deals 66,925 + Win rate -65,450 + Deal size -21,575
 * }</pre>
 *
 * <p><b>Where it is computed.</b> For each participant (and each value of a dimension, if one is
 * given) who is there in both periods, over all that is theirs; and only then added up the tree. So
 * a line of a unit is the sum of that line over its people, at every level, and cannot say the
 * opposite of all of them. Lines are rounded there too, by the largest remainder, so that they add
 * up to the change at every node, to the last digit.
 *
 * <p><b>Whom it does not compare.</b> Who is there in one period only has entered or left, with all
 * that is theirs. Who changed unit is compared as one person, and what the factors did counts where
 * the person ends; that part of either period which counts elsewhere, as it was on its day, stands
 * on the line for moves, and adds up to 0 over all units.
 *
 * <p><b>What has no value.</b> A win rate of no deals is no rate. A factor without a value in one
 * period counts as unchanged, and one without a value in both does nothing; what became of it is
 * the doing of the others. Where factors then do not multiply to the result, such as bookings
 * without a win, its change is not explained, and is listed with the reason.
 *
 * <p>A {@link dev.guidepost.rollup.variance.RateVariance} does the same for a ratio, which does not
 * add up: what its parts did themselves, and what their shares did (Kitagawa 1955).
 */
@NullMarked
package dev.guidepost.rollup.variance;

import org.jspecify.annotations.NullMarked;
