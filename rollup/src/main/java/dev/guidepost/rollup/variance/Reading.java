package dev.guidepost.rollup.variance;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/**
 * The sums of one period of a cube by participant, place and segment, from one pass through its
 * facts.
 */
final class Reading {

  /** What all is in where no dimension is asked for. */
  static final String WHOLE = "";

  private record Seat(List<UnitId> path, String segment) {}

  private final SortedMap<PartyId, Map<Seat, Amounts>> byParty = new TreeMap<>();

  /**
   * Reads a period.
   *
   * @throws IllegalArgumentException if the cube does not keep the period, or its view of the
   *     ledger cannot answer for one of the sums
   * @throws IllegalStateException if the cube does not keep facts: its cells do not tell the
   *     segments of a participant, nor who is below {@link
   *     dev.guidepost.rollup.org.Organisation#UNASSIGNED}
   */
  Reading(Cube cube, Period period, List<MetricId> sums, Optional<Dimension> segments) {
    if (cube.placedBy().isPresent()) {
      throw new IllegalArgumentException(
          "cube must have facts stand where their owners do to explain a change by them, but was "
              + cube);
    }
    sums.forEach(sum -> requireAnswer(cube, sum, period));
    if (!cube.keepsFacts()) {
      throw new IllegalStateException(
          "facts must be kept to tell why a result moved, but a cube of parts has none:"
              + " ask their ledgers");
    }
    Ledger ledger = cube.ledger();
    List<String> values = segments.map(ledger::values).orElse(List.of(WHOLE));
    IntUnaryOperator value = segments.map(ledger::codes).orElse(position -> 0);
    LocalDate[] starts = starts(cube, period);
    long[] days = Arrays.stream(starts).mapToLong(LocalDate::toEpochDay).toArray();
    int[] column = new int[ledger.catalog().metrics().size()];
    Arrays.fill(column, -1);
    sums.forEach(sum -> column[ledger.catalog().code(sum)] = sums.indexOf(sum));
    long end = period.end().toEpochDay();
    Map<Long, BigInteger[]> cells = new HashMap<>();
    for (int i = 0; i < ledger.size(); i++) {
      int sum = column[ledger.metricCode(i)];
      long day = ledger.epochDay(i);
      if (sum >= 0 && day >= days[0] && day < end && ledger.includes(i)) {
        int found = Arrays.binarySearch(days, day);
        long stretch = (long) ledger.partyCode(i) * days.length + (found < 0 ? -found - 2 : found);
        BigInteger[] cell =
            cells.computeIfAbsent(
                stretch * values.size() + value.applyAsInt(i), any -> zeros(sums.size()));
        cell[sum] = cell[sum].add(BigInteger.valueOf(ledger.unscaledAmount(i)));
      }
    }
    Standing standing = new Standing(cube, period);
    cells.forEach(
        (key, cell) -> {
          long stretch = key / values.size();
          PartyId party = ledger.parties().get((int) (stretch / days.length));
          LocalDate day = starts[(int) (stretch % days.length)];
          Seat seat = new Seat(standing.path(party, day), values.get((int) (key % values.size())));
          byParty
              .computeIfAbsent(party, any -> new LinkedHashMap<>())
              .merge(seat, amounts(ledger, sums, cell), Amounts::plus);
        });
  }

  private static void requireAnswer(Cube cube, MetricId sum, Period period) {
    try {
      cube.measurement(cube.organisation().root(), sum, period);
    } catch (ArithmeticException e) {
      // too large for the root to be read; nodes below it may not be
    }
  }

  /** Returns the days from which on everybody stands at one place until the next of them. */
  private static LocalDate[] starts(Cube cube, Period period) {
    SortedMap<LocalDate, Boolean> starts = new TreeMap<>(Map.of(period.start(), true));
    if (cube.organisedOn().isEmpty()) {
      cube.organisation().changes().stream()
          .filter(period::contains)
          .forEach(day -> starts.put(day, true));
    }
    return starts.keySet().toArray(LocalDate[]::new);
  }

  private static BigInteger[] zeros(int size) {
    BigInteger[] zeros = new BigInteger[size];
    Arrays.fill(zeros, BigInteger.ZERO);
    return zeros;
  }

  private static Amounts amounts(Ledger ledger, List<MetricId> sums, BigInteger[] cell) {
    Map<MetricId, Fraction> bySum = new LinkedHashMap<>();
    for (int i = 0; i < cell.length; i++) {
      int scale = ledger.catalog().metric(sums.get(i)).scale();
      bySum.put(sums.get(i), new Fraction(cell[i], BigInteger.TEN.pow(scale)));
    }
    return new Amounts(bySum);
  }

  /** Returns who has facts, in order. */
  Set<PartyId> parties() {
    return Collections.unmodifiableSet(byParty.keySet());
  }

  /** Returns the sums of a participant by the units in which they count, the root first. */
  Map<List<UnitId>, Amounts> byPath(PartyId party) {
    return by(party, Seat::path);
  }

  /** Returns the sums of a participant by segment, wherever they count. */
  Map<String, Amounts> bySegment(PartyId party) {
    return by(party, Seat::segment);
  }

  /** Returns the sums of a participant that count at a node, by segment. */
  Map<String, Amounts> at(PartyId node, PartyId party) {
    Map<String, Amounts> sums = new LinkedHashMap<>();
    byParty
        .getOrDefault(party, Map.of())
        .forEach(
            (seat, amounts) -> {
              if (party.equals(node) || (node instanceof UnitId && seat.path().contains(node))) {
                sums.merge(seat.segment(), amounts, Amounts::plus);
              }
            });
    return sums;
  }

  private <K> Map<K, Amounts> by(PartyId party, Function<Seat, K> part) {
    Map<K, Amounts> sums = new LinkedHashMap<>();
    byParty
        .getOrDefault(party, Map.of())
        .forEach((seat, amounts) -> sums.merge(part.apply(seat), amounts, Amounts::plus));
    return sums;
  }
}
