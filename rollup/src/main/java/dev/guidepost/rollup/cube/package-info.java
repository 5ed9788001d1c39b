/**
 * The roll-up: the facts of a ledger, added up the tree of an organisation, exactly.
 *
 * <p>{@link dev.guidepost.rollup.cube.Rollup} says what is rolled up: a ledger, an organisation,
 * the periods to keep, and whose tree counts. It builds a {@link dev.guidepost.rollup.cube.Cube},
 * which answers for every party, metric and period with a {@link
 * dev.guidepost.core.measure.Measurement}, and with the very facts that make it.
 *
 * <pre>{@code
 * Cube cube = Rollup.of(ledger.known(today)).over(organisation)
 *     .periods(List.of(q3, july, august, september))
 *     .build();
 * cube.at("East").in(q3).get(WIN_RATE); // 31.0 % (195 of 630)
 * cube.facts(east, WIN_RATE, q3);       // 825 facts: 195 wins and 630 closed deals
 * }</pre>
 *
 * <p><b>Whose tree.</b> As it was, a fact counts where its owner stood on its day; a later move
 * changes nothing that was. Organised on a date, all facts count where their owners stand on that
 * date. The two views differ by moves only, and a {@link dev.guidepost.rollup.cube.Bridge} shows
 * them, line by line.
 *
 * <p><b>What adds up.</b> A unit is its members and all units below it; a person is all that is
 * theirs, wherever they stood. What belongs to nobody stands on {@link
 * dev.guidepost.rollup.org.Organisation#UNASSIGNED}, right below the root. A ratio is the sum of
 * its numerators over the sum of its denominators, at every level; a mean is its total over its
 * count; a distribution is the sum of histograms. None of them is ever averaged. What cells do not
 * hold (snapshots, different values, extremes) is asked of the facts by {@link
 * dev.guidepost.core.measure.Measuring}, which also reads every metric from its parts.
 *
 * <p>Sums are exact 64-bit numbers at the metric's scale, the same in any order of facts; one that
 * does not fit throws {@link java.lang.ArithmeticException} naming its cell. Everything here is
 * immutable, thread-safe and works on the caller's thread.
 */
@NullMarked
package dev.guidepost.rollup.cube;

import org.jspecify.annotations.NullMarked;
