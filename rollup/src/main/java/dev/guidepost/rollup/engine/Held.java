package dev.guidepost.rollup.engine;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.MetricId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is held of facts by seat: rows, samples, and which values occurred. It is all that totals
 * are made of, and merges with what is held of other facts, in whatever order.
 *
 * <p>Immutable.
 */
public final class Held {

  private final Catalog catalog;
  private final Leaves leaves;
  private final TimeAxis axis;
  private final Adding sums;
  private final ImmutableList<Values.Counted> counted;
  private final int steps;

  private Held(
      Catalog catalog,
      Leaves leaves,
      TimeAxis axis,
      Adding sums,
      List<Values.Counted> counted,
      int steps) {
    this.catalog = catalog;
    this.leaves = leaves;
    this.axis = axis;
    this.sums = sums;
    this.counted = ImmutableList.copyOf(counted);
    this.steps = steps;
  }

  /**
   * Goes through the facts of a ledger.
   *
   * @param ledger the ledger, or a view of it
   * @param grouped its facts in order of participants, null to go through them as they are
   * @param leaves where its participants sit
   * @param axis the time axis
   * @param repeated whether each occurrence of a value is held, so that one can be taken off later
   * @param crew who does it
   * @param watch told once of each fact that is gone through, and where different values are
   *     counted once more, and then of {@link #steps()} that are left
   * @return what is held of them
   */
  public static Held of(
      Ledger ledger,
      @Nullable Grouped grouped,
      Leaves leaves,
      TimeAxis axis,
      boolean repeated,
      Crew crew,
      Watch watch) {
    List<MetricId> present = grouped == null ? ledger.metrics() : grouped.metrics();
    Columns columns = new Columns(ledger.catalog(), present, axis.segments());
    Owners owners = Owners.of(ledger, leaves.placedBy());
    Values values = new Values(ledger, owners, present, axis, leaves);
    int size = grouped == null ? ledger.size() : grouped.size();
    int steps = values.any() ? ledger.size() : 0;
    watch.expect(size + 2L * steps);
    List<Adding> parts =
        crew.through(
            size,
            () -> new Adding(columns, axis, leaves),
            (adding, from, to) -> {
              watch.check();
              if (grouped == null) {
                adding.add(ledger, owners, from, to);
              } else {
                adding.add(grouped, from, to);
              }
              watch.done(to - from);
            });
    Adding sums = parts.isEmpty() ? new Adding(columns, axis, leaves) : together(parts, crew);
    watch.check();
    List<Values.Counted> counted = values.find(repeated, crew, watch);
    watch.check();
    return new Held(ledger.catalog(), leaves, axis, sums, counted, steps);
  }

  private static Adding together(List<Adding> parts, Crew crew) {
    Adding all = parts.get(0);
    crew.through(
        parts.size() == 1 ? 0 : all.rows().slots(),
        () -> all,
        (one, from, to) ->
            parts.subList(1, parts.size()).forEach(other -> one.merge(other, from, to)));
    return all;
  }

  /**
   * Returns what is held of the facts of both.
   *
   * @param other what is held of other facts, by the same catalog, organisation and time axis
   * @return both together
   */
  public Held merge(Held other) {
    Leaves both = leaves.with(other.leaves);
    Set<MetricId> present = new LinkedHashSet<>(sums.rows().columns().present());
    present.addAll(other.sums.rows().columns().present());
    Columns columns = new Columns(catalog, List.copyOf(present), axis.segments());
    Adding all = new Adding(columns, axis, both);
    int[] mine = seats(leaves, both);
    int[] theirs = seats(other.leaves, both);
    take(all, this, mine);
    take(all, other, theirs);
    List<Values.Counted> values = new ArrayList<>();
    for (int i = 0; i < counted.size(); i++) {
      Map<String, Integer> names = new LinkedHashMap<>();
      counted.get(i).names().forEach(name -> names.putIfAbsent(name, names.size()));
      other.counted.get(i).names().forEach(name -> names.putIfAbsent(name, names.size()));
      Triples triples = new Triples(names.size(), axis.segments(), both.slots().size());
      take(triples, counted.get(i), names, mine);
      take(triples, other.counted.get(i), names, theirs);
      triples.sortDifferent();
      values.add(new Values.Counted(counted.get(i).metric(), List.copyOf(names.keySet()), triples));
    }
    return new Held(catalog, both, axis, all, values, 0);
  }

  /** Returns by slot the seat among others that is the same one, {@link Nodes#NONE} of no seat. */
  private static int[] seats(Leaves some, Leaves others) {
    Map<Object, Integer> places = new HashMap<>();
    for (int i = 0; i < others.parties().size(); i++) {
      places.put(others.parties().get(i), i);
    }
    int[] seats = new int[some.slots().size()];
    Arrays.fill(seats, Nodes.NONE);
    for (int i = 0; i < some.parties().size(); i++) {
      Stays mine = some.seats().of(i);
      Stays theirs = others.seats().of(places.getOrDefault(some.parties().get(i), 0));
      for (int stay = 0; stay < mine.size(); stay++) {
        seats[mine.place(stay)] = theirs.place(stay);
      }
    }
    return seats;
  }

  private static void take(Adding all, Held part, int[] seats) {
    for (int seat = 0; seat < seats.length; seat++) {
      if (seats[seat] != Nodes.NONE) {
        all.take(seats[seat], part.sums, seat, part.catalog);
      }
    }
  }

  private static void take(
      Triples all, Values.Counted part, Map<String, Integer> names, int[] seats) {
    Triples some = part.triples();
    for (int i = 0; i < some.size(); i++) {
      int value = names.getOrDefault(part.names().get(some.value(i)), 0);
      all.add(value, some.segment(i), seats[some.seat(i)]);
    }
  }

  /**
   * Returns how much work is left to do, as a watch is told of it.
   *
   * @return as many steps as facts were gone through for different values, 0 if none are counted
   */
  public int steps() {
    return steps;
  }

  /**
   * Returns where participants sit.
   *
   * @return the seats by which this is held
   */
  public Leaves leaves() {
    return leaves;
  }

  Catalog catalog() {
    return catalog;
  }

  TimeAxis axis() {
    return axis;
  }

  Adding sums() {
    return sums;
  }

  List<Values.Counted> counted() {
    return counted;
  }
}
