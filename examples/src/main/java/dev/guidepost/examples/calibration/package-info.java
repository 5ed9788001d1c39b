/**
 * Whether the numbers hold what they promise: over many generated companies whose truth is known.
 *
 * <p>{@link dev.guidepost.examples.calibration.Calibration} compares the intervals of win yields
 * with the true chances, the probabilities of plans with simulated futures, and the signals with
 * what was planted.
 */
@NullMarked
package dev.guidepost.examples.calibration;

import org.jspecify.annotations.NullMarked;
