package dev.guidepost.rollup.engine;

import dev.guidepost.core.fact.FactBlock;
import org.jspecify.annotations.Nullable;

/**
 * The same facts in another organisation: what is of those who stand elsewhere is taken off where
 * it was and added where it would be, first in the seats, then, added up, in the slots above them.
 *
 * <p>Sums of whole segments move as they are. Only where a day of change lies within a segment the
 * facts of the participant are gone through, to tell those of before from those of after; so they
 * are for histograms and extremes.
 */
final class Shift {

  private final Leaves from;
  private final Leaves to;
  private final int[] moved;
  private final PartyFacts facts;
  private final Owners owners;
  private final Columns columns;
  private final TimeAxis axis;
  private final Draft draft;

  /** By slot above seats what comes less what goes. */
  private final Rows differences;

  private Shift(Totals totals, Leaves.Other other, PartyFacts facts) {
    from = totals.leaves();
    to = other.leaves();
    moved = other.moved();
    this.facts = facts;
    owners = facts.owners();
    columns = totals.columns();
    axis = totals.axis();
    draft = new Draft(totals, to, owners);
    differences = new Rows(columns, to.slots().size());
  }

  /**
   * Moves facts.
   *
   * @param totals their totals so far
   * @param other where their participants sit, and who sits elsewhere
   * @param facts the facts
   * @param different how many different values there are in the other organisation
   * @return their totals in the other organisation
   */
  static Totals shift(
      Totals totals, Leaves.Other other, PartyFacts facts, @Nullable Different[] different) {
    Shift shift = new Shift(totals, other, facts);
    shift.moveFacts();
    shift.moveSums();
    return shift.draft.end(facts, different);
  }

  private void moveFacts() {
    boolean[] parties = new boolean[to.parties().size()];
    for (int party : moved) {
      parties[party] = true;
      Stays was = from.seats().of(party);
      Stays is = to.seats().of(party);
      long start = Stays.ALWAYS;
      while (start != Long.MAX_VALUE) {
        int here = was.index(start);
        int there = is.index(start);
        long end = Math.min(was.end(here), is.end(there));
        if (was.place(here) != is.place(there)) {
          move(party, start, end, was.place(here), is.place(there));
        }
        start = end;
      }
    }
    facts.changes().removed(block -> move(block, parties, false));
    facts.changes().added(block -> move(block, parties, true));
  }

  /** Moves what is of some days from one seat to another. */
  private void move(int party, long start, long end, int was, int is) {
    draft.extremes().lose(party, was);
    draft.extremes().lose(party, is);
    if (columns.spreads() > 0) {
      moveSamples(party, start, end, was, is);
    }
    long from = Math.max(start, axis.start(0));
    long until = Math.min(end, axis.start(axis.segments()));
    if (draft.rows().get(was) == null || from >= until) {
      return;
    }
    Rows sums = new Rows(columns, 1);
    int first = axis.firstFrom(from);
    int last = axis.lastUntil(until);
    for (int column = 0; column < columns.added() && first < last; column += columns.segments()) {
      sums.add(0, draft.rows(), was, column + first, column + last);
    }
    if (first > last) {
      addFacts(sums, party, from, until); // both lie within one segment
    } else {
      addFacts(sums, party, from, Math.min(until, axis.start(first)));
      addFacts(sums, party, Math.max(from, axis.start(last)), until);
    }
    move(was, is, sums);
  }

  /** Adds up the facts of some days within a segment, of those in order. */
  private void addFacts(Rows sums, int party, long start, long end) {
    if (start >= end) {
      return;
    }
    Grouped all = facts.base();
    long[] row = sums.row(0);
    int to = all.end(party);
    for (int i = all.find(all.start(party), to, start, end);
        i < to;
        i = all.find(i + 1, to, start, end)) {
      int segment = axis.segment(all.day(i));
      int metric = all.metric(i);
      if (segment >= 0 && columns.sum(metric) != Columns.NONE) {
        sums.add(row, 0, columns.sum(metric) + segment, all.amount(i));
      }
      if (segment >= 0 && columns.counts(metric)) {
        row[columns.count(metric) + segment]++;
      }
    }
  }

  private void moveSamples(int party, long start, long end, int was, int is) {
    Grouped all = facts.base();
    for (int i = all.start(party); i < all.end(party); i++) {
      int metric = all.metric(i);
      int day = all.day(i);
      if (columns.spread(metric) != Columns.NONE && day >= start && day < end) {
        moveSample(was, is, metric, axis.segment(day), all.amount(i));
      }
    }
  }

  private void moveSample(int was, int is, int metric, int segment, long amount) {
    if (segment >= 0) {
      draft.sample(was, metric, segment, amount, false);
      draft.sample(is, metric, segment, amount, true);
    }
  }

  /** Moves facts that came or went since those in order. */
  private void move(FactBlock block, boolean[] parties, boolean coming) {
    for (int i = 0; i < block.size(); i++) {
      int party = owners.of(block, i);
      int day = block.epochDay(i);
      int segment = axis.segment(day);
      if (!parties[party] || segment < 0) {
        continue;
      }
      Stays was = from.seats().of(party);
      Stays is = to.seats().of(party);
      int here = was.index(day);
      int there = is.index(day);
      if (was.place(here) == is.place(there)) {
        continue;
      }
      int left = coming ? was.place(here) : is.place(there);
      int taken = coming ? is.place(there) : was.place(here);
      int metric = block.metricCode(i);
      if (columns.spread(metric) != Columns.NONE) {
        moveSample(left, taken, metric, segment, block.unscaledAmount(i));
      }
      long start = Math.max(was.start(here), is.start(there));
      long end = Math.min(was.end(here), is.end(there));
      if (start > axis.start(segment) || end < axis.start(segment + 1)) {
        move(block, i, segment, left, taken);
      }
    }
  }

  private void move(FactBlock block, int index, int segment, int was, int is) {
    int metric = block.metricCode(index);
    Rows sums = new Rows(columns, 1);
    long[] row = sums.row(0);
    if (columns.sum(metric) != Columns.NONE) {
      row[columns.sum(metric) + segment] = block.unscaledAmount(index);
    }
    if (columns.counts(metric)) {
      row[columns.count(metric) + segment] = 1;
    }
    move(was, is, sums);
  }

  /** Moves sums from one seat to another; a person's own stay the same. */
  private void move(int was, int is, Rows sums) {
    Slots slots = to.slots();
    draft.own(was);
    draft.rows().subtract(was, sums, 0);
    differences.subtract(slots.parent(was), sums, 0);
    differences.add(slots.parent(is), sums, 0, 0, columns.added());
    if (slots.node(was) != slots.node(is)) {
      if (slots.sum(was) != Nodes.NONE) {
        differences.subtract(slots.sum(was), sums, 0);
      }
      if (slots.sum(is) != Nodes.NONE) {
        differences.add(slots.sum(is), sums, 0, 0, columns.added());
      }
    }
    draft.give(is, sums);
  }

  /** Adds the differences of slots to those above them, and all to the totals; 0 ends the way. */
  private void moveSums() {
    Slots slots = to.slots();
    for (int slot = slots.size() - 1; slot >= 0; slot--) {
      if (!differences.isZero(slot)) {
        addTo(slots.parent(slot), slot);
        addTo(slots.sum(slot), slot);
      }
    }
    for (int slot = 0; slot < slots.size(); slot++) {
      if (!differences.isZero(slot)) {
        draft.own(slot);
        draft.rows().add(slot, differences, slot, 0, columns.added());
      }
    }
  }

  private void addTo(int slot, int other) {
    if (slot != Nodes.NONE) {
      differences.add(slot, differences, other, 0, columns.added());
    }
  }
}
