/**
 * How long things take beside their peers, on demand: figures to read, never tests.
 *
 * <p>{@link dev.guidepost.examples.bench.Benchmarks} runs all. A {@link
 * dev.guidepost.examples.bench.Contest} is one case: candidates that do the same to the same data
 * take turns, after the whole result of each was compared. What each took becomes a {@link
 * dev.guidepost.examples.bench.Figure}, and all figures one table.
 */
@NullMarked
package dev.guidepost.examples.bench;

import org.jspecify.annotations.NullMarked;
