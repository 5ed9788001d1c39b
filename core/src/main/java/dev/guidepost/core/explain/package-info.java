/**
 * How a number says what stands behind it.
 *
 * <p>An {@link dev.guidepost.core.explain.Estimate} carries its interval, its sample and how much
 * of it is the person's own record. An {@link dev.guidepost.core.explain.Explanation} is a list of
 * parts that add up to a total, exactly. A {@link dev.guidepost.core.explain.TextTable} prints
 * either in plain ASCII.
 */
@NullMarked
package dev.guidepost.core.explain;

import org.jspecify.annotations.NullMarked;
