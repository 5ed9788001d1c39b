package dev.guidepost.examples.backtest;

/**
 * A figure of the backtest: one less, or plain, the ratio of two sums over blocks of rows that may
 * go together, with its error by resampling whole blocks.
 *
 * @param value the figure; NaN if nothing was scored
 * @param error its standard error; NaN with fewer than two blocks
 * @param low the lower end of its 95 % interval (percentiles of the resampled figures)
 * @param high the upper end of its 95 % interval
 * @param count how many rows
 * @param blocks how many blocks
 */
record Figure(double value, double error, double low, double high, long count, int blocks) {}
