/**
 * Exact amounts, what they are amounts of, and how they are split and converted.
 *
 * <p>{@link dev.guidepost.core.quantity.Quantity} is a decimal number kept as a scaled {@code
 * long}: counts, money and days are added, subtracted and compared without rounding, and an
 * overflow throws instead of wrapping. {@link dev.guidepost.core.quantity.UnitOfMeasure} says what
 * an amount is an amount of, and {@link dev.guidepost.core.quantity.Amount} is the two together: it
 * never mixes units. {@link dev.guidepost.core.quantity.Ratio} keeps its two parts, so that "31.0
 * %" never loses the "195 of 630" it stands for; a {@link dev.guidepost.core.quantity.Fraction}
 * holds what no decimal does, until it is rounded. {@link dev.guidepost.core.quantity.Histogram}
 * counts whole numbers (days, mostly) and merges by addition, so that medians of a team are exact.
 *
 * <p>{@link dev.guidepost.core.quantity.Apportionment} splits a total so that the parts add up to
 * it. {@link dev.guidepost.core.quantity.ExchangeRates} holds dated quotes ({@link
 * dev.guidepost.core.quantity.RateQuote}) of three kinds and converts across one base; what it
 * cannot convert it refuses with a {@link dev.guidepost.core.quantity.MissingRateException}.
 *
 * <p>Rounding happens once, at the edge, and is named by the caller.
 */
@NullMarked
package dev.guidepost.core.quantity;

import org.jspecify.annotations.NullMarked;
