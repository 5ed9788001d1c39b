/**
 * The tour: from records to the Monday review, in one run.
 *
 * <p>{@link dev.guidepost.examples.tour.Tour} reads a generated company or an export, {@link
 * dev.guidepost.examples.tour.Analysis} does all there is to do with the library, {@link
 * dev.guidepost.examples.tour.TourFiles} writes what came out.
 */
@NullMarked
package dev.guidepost.examples.tour;

import org.jspecify.annotations.NullMarked;
