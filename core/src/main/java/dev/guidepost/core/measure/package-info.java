/**
 * What metrics come to.
 *
 * <p>{@link dev.guidepost.core.measure.Measuring} answers for any metric of a catalog, some
 * participants and a period with a {@link dev.guidepost.core.measure.Measurement}, whose kind
 * follows from the metric's aggregation and which carries what stands behind its value: both parts
 * of a ratio, the histogram of a distribution, how many reported a snapshot.
 *
 * <p>There is one way from facts to a measurement. First a {@link
 * dev.guidepost.core.measure.Partial} is made of the facts that one {@link
 * dev.guidepost.core.measure.Scope} counts: a sum, a sum and a count, a histogram, a set, an
 * extreme or snapshots; partials of parts merge into that of the whole. Then ratios, means,
 * formulas and metrics to date are read from partials. A roll-up that keeps partials as a {@link
 * dev.guidepost.core.measure.PartialSource} takes part in the second step only, so it cannot mean
 * anything else by a metric.
 */
@NullMarked
package dev.guidepost.core.measure;

import org.jspecify.annotations.NullMarked;
