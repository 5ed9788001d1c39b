/**
 * What a metric is multiplied and divided from, and what each factor does to it. Not a part of the
 * public API: {@code dev.guidepost.rollup.variance} is.
 *
 * <p>A {@linkplain dev.guidepost.rollup.factor.Reduction reduction} reads a metric of a catalog as
 * a {@linkplain dev.guidepost.rollup.factor.Product product} of {@linkplain
 * dev.guidepost.rollup.factor.Form sums}. Of the {@linkplain
 * dev.guidepost.rollup.factor.LeafFactors factors} of a leaf in two periods, {@link
 * dev.guidepost.rollup.factor.Shapley} and {@link dev.guidepost.rollup.factor.Lmdi} tell what each
 * did to the product; {@link dev.guidepost.rollup.factor.Remainders} round parts so that they still
 * add up.
 */
@NullMarked
package dev.guidepost.rollup.factor;

import org.jspecify.annotations.NullMarked;
