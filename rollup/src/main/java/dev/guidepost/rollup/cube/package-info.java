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
 * <p><b>Which tree.</b> People stand in several trees at once: by reporting line, by the territory
 * they hold. Each is an organisation, and the same facts are rolled up {@linkplain
 * dev.guidepost.rollup.cube.Rollup#over(Organisation) over} any of them. Over a tree of products,
 * or of whatever a dimension tells, a fact counts {@linkplain
 * dev.guidepost.rollup.cube.Rollup#over(Organisation, Dimension) where its value does}. The root is
 * the same over all of them.
 *
 * <p><b>What adds up.</b> A unit is its members and all units below it; a person is all that is
 * theirs, wherever they stood. What belongs to nobody stands on {@link
 * dev.guidepost.rollup.org.Organisation#UNASSIGNED}, right below the root; {@link
 * dev.guidepost.rollup.cube.Unassigned} tells by whom and why. A ratio is the sum of its numerators
 * over the sum of its denominators, at every level; a mean is its total over its count; a
 * distribution is the sum of histograms; a value that several below have is counted once. None of
 * them is ever averaged. All are kept in cells, but for snapshots, which {@link
 * dev.guidepost.core.measure.Measuring} chooses among the facts; it also reads every metric from
 * its parts, so that a metric means here what it means everywhere.
 *
 * <p><b>What changes.</b> A {@link dev.guidepost.rollup.cube.LiveCube} follows its ledger: a batch
 * changes the cells of its facts, and a snapshot shares all others with the next. It takes another
 * organisation with a batch, as one. {@link dev.guidepost.rollup.cube.Cube#over} asks what the same
 * facts would be in another organisation, such as one that is not decided yet, and moves only what
 * is of those who would stand elsewhere. Both are equal, cell by cell, to a roll-up from scratch.
 *
 * <p><b>How it is done.</b> Sums are exact at the metric's scale and the same, bit by bit, in any
 * order of facts and on any number of threads; one that does not fit 64 bits throws {@link
 * java.lang.ArithmeticException} naming its cell, when it is asked for. Work is done on the
 * caller's thread, with others if {@link dev.guidepost.rollup.cube.Rollup#on} lends an executor; it
 * tells how far it is and can be cancelled. Facts are gone through as they are, or {@linkplain
 * dev.guidepost.rollup.cube.Rollup#grouped() grouped} for many roll-ups of one ledger. Everything
 * here but the live cube is immutable, and all is thread-safe. A package of its own, which is not
 * exported, holds the engine; its description says where the leaf of a fact is chosen, what a move
 * and another organisation cost, what a snapshot shares with the next, how a cell is made exact and
 * how an aggregation is added.
 */
@NullMarked
package dev.guidepost.rollup.cube;

import dev.guidepost.core.metric.Dimension;
import dev.guidepost.rollup.org.Organisation;
import org.jspecify.annotations.NullMarked;
