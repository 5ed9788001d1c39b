/**
 * What happened to an outlook between two days: why it is another one now.
 *
 * <p>The outlook of a period, as known on a day, is what is won in it and what is open and expected
 * to close in it. A {@link dev.guidepost.rollup.change.ChangeReport} compares two of them deal by
 * deal: each {@link dev.guidepost.rollup.change.Change} is of one {@link
 * dev.guidepost.rollup.change.ChangeKind} and has its effect, and for every person and every unit
 * the effects add up to the difference. A {@link dev.guidepost.rollup.change.UncountedDeal} is left
 * out with its reason, and the others go on.
 */
@NullMarked
package dev.guidepost.rollup.change;

import org.jspecify.annotations.NullMarked;
