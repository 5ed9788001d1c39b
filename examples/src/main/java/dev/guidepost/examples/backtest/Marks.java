package dev.guidepost.examples.backtest;

/**
 * How good one forecast was.
 *
 * @param mean its mean
 * @param crps its continuous ranked probability score
 * @param pit where in it lay what happened; NaN for a forecast that is a single number
 */
record Marks(double mean, double crps, double pit) {}
