/**
 * What became of targets: the cube joined with them, at every level.
 *
 * <p>{@link dev.guidepost.rollup.attainment.Attainments} joins a roll-up with a book of targets on
 * the same three dates, and gives for a metric and a period an {@link
 * dev.guidepost.rollup.attainment.AttainmentTree} with an {@link
 * dev.guidepost.rollup.attainment.AttainmentLine} for every person and unit.
 *
 * <pre>{@code
 * Attainments attained = Attainments.of(Rollup.of(ledger).over(organisation), targets, today);
 * AttainmentTree q3 = attained.of(BOOKINGS, period);
 * q3.at("East");          // 83.3 % (200,000 of 240,000), short; 410,000 of 240,000 assigned: ...
 * q3.distribution(east);  // 2 of 6 reached it; quartiles 41.0 %, 54.8 %, 98.0 %
 * }</pre>
 *
 * <p><b>Which target counts.</b> The version that was known by the day and is in effect on the day
 * of the organisation: the date of the restated view, or as it was the last day of the period, but
 * none after what is known. It counts once: as it was, in the unit where its owner stands at the
 * end of the target's own period, a leaver where he stood last; restated, where the owner stands on
 * the date.
 *
 * <p><b>What is added up.</b> Targets, never what was reached of them, and only those that {@link
 * dev.guidepost.core.goal.Assignment} adds: of one metric that adds up, of one scope, inside the
 * period, no phase beside its whole. A unit with a target for all of the period stands for those
 * below it; at the unit itself both are shown, and what is assigned over. Everything else is left
 * out with the reason. A rate has the targets that were set for it, and no sum of them.
 *
 * <p><b>Against what.</b> A target is held against what was done in its own days: where windows
 * leave days out, so does the amount, and the line says so. At a unit each who has targets counts
 * in the days of these, others on all days that any target below is for. A person is measured by
 * all that is theirs, a unit by what counted there on the day; {@linkplain
 * dev.guidepost.rollup.attainment.Contribution contributions} add up to it, also of people who
 * moved, and what nobody below had a target for is told apart. A manager who sells has a target as
 * a person and counts as a member, once; the target of the team is that of the unit. Where facts
 * are placed by a dimension, as over a tree of products, they stand with its units, whoever brought
 * them, and only targets of units count.
 *
 * <p><b>What is not known.</b> Where some have not recorded a snapshot, what the others have is no
 * verdict, and they are named. A target of 0 has no percentage, and is reached or not.
 *
 * <p><b>How it is spread.</b> One figure for many people hides most of them: a {@link
 * dev.guidepost.rollup.attainment.Distribution} tells how many reached theirs, the quartiles, and
 * how much hangs on few. Nobody is ranked.
 *
 * <p>A {@link dev.guidepost.rollup.attainment.Gap} is for one person on the spot: what is missing
 * of each target that runs, and what that comes to on each working day left.
 */
@NullMarked
package dev.guidepost.rollup.attainment;

import org.jspecify.annotations.NullMarked;
