package dev.guidepost.rollup.engine;

import dev.guidepost.core.fact.FactBlock;
import org.jspecify.annotations.Nullable;

/**
 * The same facts in another organisation: those of who stands elsewhere are taken off where they
 * were and added where they would be, first in the seats, then, added up, in the slots above them.
 */
final class Shift {

  private final Leaves from;
  private final Leaves to;
  private final int[] moved;
  private final PartyFacts facts;
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
    columns = totals.columns();
    axis = totals.axis();
    draft = new Draft(totals, to);
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

  /** Moves the facts of some days, of those in order, from one seat to another. */
  private void move(int party, long start, long end, int was, int is) {
    draft.extremes().lose(party, was);
    draft.extremes().lose(party, is);
    Grouped all = facts.base();
    Rows sums = new Rows(columns, 1);
    long[] row = sums.row(0);
    boolean any = false;
    for (int i = all.start(party); i < all.end(party); i++) {
      int day = all.day(i);
      int segment = day < start || day >= end ? TimeAxis.OUTSIDE : axis.segment(day);
      if (segment < 0) {
        continue;
      }
      any = true;
      int metric = all.metric(i);
      if (columns.sum(metric) != Columns.NONE) {
        sums.add(row, 0, columns.sum(metric) + segment, all.amount(i));
      }
      if (columns.counts(metric)) {
        row[columns.count(metric) + segment]++;
      }
      if (columns.spread(metric) != Columns.NONE) {
        draft.sample(was, metric, segment, all.amount(i), false);
        draft.sample(is, metric, segment, all.amount(i), true);
      }
    }
    if (any) {
      move(was, is, sums);
    }
  }

  /** Moves facts that came or went since those in order. */
  private void move(FactBlock block, boolean[] parties, boolean coming) {
    for (int i = 0; i < block.size(); i++) {
      int party = block.partyCode(i);
      int day = block.epochDay(i);
      int segment = axis.segment(day);
      if (!parties[party] || segment < 0) {
        continue;
      }
      int was = from.seats().at(party, day);
      int is = to.seats().at(party, day);
      if (was != is) {
        move(block, i, segment, coming ? was : is, coming ? is : was);
      }
    }
  }

  private void move(FactBlock block, int index, int segment, int was, int is) {
    int metric = block.metricCode(index);
    if (columns.spread(metric) != Columns.NONE) {
      draft.sample(was, metric, segment, block.unscaledAmount(index), false);
      draft.sample(is, metric, segment, block.unscaledAmount(index), true);
    }
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
    draft.own(is);
    draft.rows().add(is, sums, 0, 0, columns.added());
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
