/**
 * How facts become cells. Not a part of the public API: {@code dev.guidepost.rollup.cube} is.
 *
 * <p><b>Where a fact's leaf is chosen.</b> A leaf is a {@linkplain
 * dev.guidepost.rollup.engine.Seats seat}: a participant in a unit. {@code Seats} decides once,
 * from memberships and gaps, in which unit facts of a day count, and in which version of that unit;
 * {@code Seats.at} answers from this for the participant and day of a fact, and nothing else is
 * asked. Over a tree of products or of anything else that a dimension tells, {@linkplain
 * dev.guidepost.rollup.engine.Owners the unit of the fact's value} stands for the participant. The
 * fact is added to the row of that seat and nowhere else. A person is then the sum of the person's
 * seats, and a unit the sum of the seats in it and of the units below it. (A seat of an
 * organisation, which one person has at a time, is a unit here like any other.)
 *
 * <p><b>What a move costs and why.</b> A seat is a slot in one tree, {@code Slots}, that holds all
 * versions of the organisation: a unit has a slot, its {@code Places}, below each unit that it ever
 * stands below, and a participant a seat below each slot of a unit in which facts may count. So the
 * way up from a seat is the path of its facts and never changes; a cell need not be cut where the
 * organisation changes, only where a kept period starts or ends, as {@link
 * dev.guidepost.rollup.engine.TimeAxis} says. A person who moves gets one more seat, and so does
 * everybody below a unit that moves; facts of before stay where they are, as their days choose the
 * seat. A unit or person with several slots has one more, the sum of them. No move touches a fact;
 * it costs the row of each new slot, 8 bytes for each column and segment, once a fact counts there.
 * Organised on one date there is one seat and one slot each.
 *
 * <p><b>What another organisation costs.</b> {@code Leaves.over} finds who stands elsewhere by
 * comparing memberships and parents, and gives these alone other seats; all other slots are the
 * same numbers in both. {@code Shift} moves what is theirs: whole cells as they are, and facts only
 * in the cells in which the day of change lies. The differences are added up by slot, then up the
 * tree; where they come to 0, as above both parents of a unit that moved, the way ends.
 *
 * <p><b>What a snapshot shares with the next.</b> {@link dev.guidepost.rollup.engine.Totals} hold
 * an array of rows, one a slot, and never change. A {@code Draft} of the next totals copies that
 * array, which is a few bytes a slot, and a row when a fact first changes it: that of its seat and
 * of each slot above. All other rows, histograms and counts are the same objects in both. A fact
 * that came is added on the way up, one that went is taken off; {@code LedgerChanges} of core tells
 * both. What does not invert is found anew: a smallest or largest amount that went, among the facts
 * of its participant ({@link dev.guidepost.rollup.engine.PartyFacts}), then among the slots right
 * below each one above; how many different values there are, by taking the ways of each value that
 * came or went, before and after ({@code Occurrences}). Nobody sees a draft; totals are published
 * as one reference.
 *
 * <p><b>How a cell is made exact.</b> {@code Adding} adds each fact to {@code Rows}, modulo 2^64,
 * and notes how often a sum went beyond 64 bits and in which direction; both are the same in any
 * order and any parts, so threads and their partial rows change nothing, nor does it matter whether
 * a fact was added and taken off again. {@code Assembly} adds rows to rows alike. {@code Totals}
 * adds the cells of a period when it is read, and refuses a total only if that does not fit 64
 * bits. Smallest and largest amounts are compared, histograms added. For different values {@code
 * Triples} keep which value occurred when and where; {@code Different} counts each once at every
 * node above one of its seats.
 *
 * <p><b>How an aggregation is added.</b> What it keeps of facts is a {@link
 * dev.guidepost.core.metric.Kept} of core. If that fits a number for each node and segment, {@code
 * Columns} gives it a column, {@code Adding} says how a fact changes a cell, {@code Draft} how one
 * that comes or goes later does, {@code Shift} how one in another organisation does, and {@code
 * Rows} how two cells become one, also those of merged parts. If not, it is kept beside the rows as
 * histograms are, and {@code Held} merges it. {@code Totals} reads it, and {@code Cube.partial},
 * the one switch over all kinds that a compiler checks, hands it to core as a {@link
 * dev.guidepost.core.measure.Partial}. What is read from other metrics, such as a ratio, needs
 * nothing here.
 *
 * <p><b>Who does the work.</b> A {@linkplain dev.guidepost.rollup.engine.Crew crew} of threads
 * claims runs of facts. Each thread has an {@code Adding} of its own; these are merged seat by
 * seat, and rows that one thread alone made are taken over as they are. Facts come straight from
 * the ledger's columns or {@linkplain dev.guidepost.rollup.engine.Grouped in order of
 * participants}. A {@linkplain dev.guidepost.rollup.engine.Watch watch} tells how far it is and
 * stops it.
 */
@NullMarked
package dev.guidepost.rollup.engine;

import org.jspecify.annotations.NullMarked;
