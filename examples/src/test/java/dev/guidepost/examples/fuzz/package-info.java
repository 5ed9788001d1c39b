/**
 * Mutated valid input for everything that reads text, on demand: {@code mvn -Pfuzz verify}.
 *
 * <p>{@link dev.guidepost.examples.fuzz.Fuzz} runs each {@link
 * dev.guidepost.examples.fuzz.FuzzTarget} for a while in little memory. A target either takes an
 * input, keeping its laws, or refuses it in the documented way; anything else is a finding, shown
 * with the seed and the smallest input that gives it. A short run of each target is an ordinary
 * test.
 */
@NullMarked
package dev.guidepost.examples.fuzz;

import org.jspecify.annotations.NullMarked;
