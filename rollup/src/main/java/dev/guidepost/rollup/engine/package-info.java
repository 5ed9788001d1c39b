/**
 * How facts become cells. Not a part of the public API: {@code dev.guidepost.rollup.cube} is.
 *
 * <p><b>Where a fact's leaf is chosen.</b> A leaf is a {@linkplain
 * dev.guidepost.rollup.engine.Seats seat}: a participant in a unit. {@code Seats.at} chooses it
 * from the fact's participant and day, once, and nothing else does. Over a tree of products or of
 * anything else that a dimension tells, {@linkplain dev.guidepost.rollup.engine.Owners the unit of
 * the fact's value} stands for the participant. The fact is added to the row of that seat and
 * nowhere else. A person is then the sum of the person's seats, and a unit the sum of the seats in
 * it and of the units below it. (A seat of an organisation, which one person has at a time, is a
 * unit here like any other.)
 *
 * <p><b>What a move costs and why.</b> A person who moves gets one more seat; facts of before stay
 * in the old one, as their days choose it. A unit that is put below another one cuts the
 * {@linkplain dev.guidepost.rollup.engine.TimeAxis time axis} on that day and makes one more
 * version of the {@code Tree}. Each version adds up its own segments below its own parents, so that
 * a cell over a period with a move is the sum of both. Neither touches a fact. Organised on one
 * date there is one seat each and one tree.
 *
 * <p><b>How a cell is made exact.</b> {@code Adding} adds each fact to {@code Rows}, modulo 2^64,
 * and notes how often a sum went beyond 64 bits and in which direction; both are the same in any
 * order and any parts, so threads and their partial rows change nothing. {@code Assembly} adds rows
 * to rows alike. {@code Totals} adds the cells of a period when it is read, and refuses a total
 * only if that does not fit 64 bits. Smallest and largest amounts are compared, histograms added.
 * For different values {@code Triples} keep which value occurred when and where; {@code Different}
 * counts each once at every node above one of its seats.
 *
 * <p><b>How an aggregation is added.</b> What it keeps of facts is a {@link
 * dev.guidepost.core.metric.Kept} of core. If that fits a number for each node and segment, {@code
 * Columns} gives it a column, {@code Adding} says how a fact changes a cell, and {@code Rows} how
 * two cells become one. If not, it is kept beside the rows as histograms are. {@code Totals} reads
 * it, and the cube hands it to core as a {@link dev.guidepost.core.measure.Partial}. What is read
 * from other metrics, such as a ratio, needs nothing here.
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
