/**
 * Predictions scored against what happened.
 *
 * <p>{@link dev.guidepost.examples.backtest.Backtest} looks at companies as of past days, knowing
 * only what was known then, and holds the library's forecasts, those of peers and those without one
 * part of what is considered against the later records. A {@link
 * dev.guidepost.examples.backtest.Subject} is a company with the days on which it is looked at, a
 * {@link dev.guidepost.examples.backtest.Sighting} one such look.
 */
@NullMarked
package dev.guidepost.examples.backtest;

import org.jspecify.annotations.NullMarked;
