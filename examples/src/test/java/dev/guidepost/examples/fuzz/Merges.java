package dev.guidepost.examples.fuzz;

import static dev.guidepost.examples.fuzz.FuzzTarget.require;
import static dev.guidepost.examples.fuzz.FuzzTarget.requireMessage;

import com.google.common.collect.ImmutableMultiset;
import dev.guidepost.core.fact.BatchReport;
import dev.guidepost.core.fact.Ledger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Three ledgers that are merged, as text: a line {@code ledger} starts the next one, the lines
 * below it are a {@link Feed}. A merge may be refused, whichever way round alike; what it gives
 * depends neither on the order nor on which two are merged first.
 */
final class Merges {
  static final List<String> VALID =
      List.of(
          """
          batch|eu-1|2026-10-01
          1|ana|2026-07-06|Compass|opportunities|45
          |ana|2026-09-30||meetings|3
          batch|eu-2|2026-10-03
          1|ana|2026-07-06|Compass|opportunities|40
          3|ana|2026-09-30|Sextant
          ledger
          batch|us-1|2026-10-02
          4|cy|2026-08-01|Compass|bookings|-20.5
          5|ana|2026-07-06||wins|1|won-cycle-days|33
          ledger
          batch|us-1|2026-10-02
          4|cy|2026-08-01|Compass|bookings|-20.5
          5|ana|2026-07-06||wins|1|won-cycle-days|33
          batch|us-2|2026-10-04
          4|cy|2026-08-01
          5|ana|2026-07-06||wins|1|won-cycle-days|34
          6|ben|2026-08-02|Sextant|bookings|7
          """);

  private Merges() {}

  static boolean takes(String text) {
    String[] parts = text.split("(?m)^ledger$\n?", 4);
    Ledger one = Feed.ledger(parts[0]);
    Ledger two = Feed.ledger(parts.length > 1 ? parts[1] : "");
    Ledger three = Feed.ledger(parts.length > 2 ? parts[2] : "");
    Optional<Ledger> left = merged(one, two);
    Optional<Ledger> right = merged(two, three);
    Optional<Ledger> outer = merged(one, three);
    List<Optional<Ledger>> wholes =
        List.of(
            left.flatMap(both -> merged(both, three)),
            right.flatMap(both -> merged(one, both)),
            outer.flatMap(both -> merged(both, two)));
    List<Ledger> given = wholes.stream().flatMap(Optional::stream).toList();
    given.forEach(
        whole -> {
          require(whole.equals(given.get(0)), "must not depend on which come first", text);
          require(same(whole, given.get(0)), "must hold the same facts", text);
          require(reports(whole).equals(reports(one, two, three)), "must have all batches", text);
        });
    return given.size() == wholes.size() && saysMore(one, two, three);
  }

  /** Tells whether at least two ledgers have facts; other texts are not worth to be mutated. */
  private static boolean saysMore(Ledger one, Ledger two, Ledger three) {
    return Stream.of(one, two, three).filter(ledger -> ledger.count() > 0).count() > 1;
  }

  /** Merges both ways round, in which it must come to the same; empty if it is refused. */
  private static Optional<Ledger> merged(Ledger one, Ledger other) {
    Optional<Ledger> merged = merge(one, other);
    require(merged.equals(merge(other, one)), "must not depend on the order", one, other);
    if (merged.isEmpty()) {
      return merged;
    }
    Ledger both = merged.get();
    require(both.merge(one).equals(both) && other.merge(both).equals(both), "must be in it", both);
    Set<LocalDate> days = new HashSet<>();
    both.reports().forEach(report -> days.add(report.known()));
    for (LocalDate day : days) {
      merge(one.known(day), other.known(day))
          .ifPresent(
              then -> require(then.equals(both.known(day)), "must have been known by", day, both));
    }
    if (reports(one, other).size() == one.reports().size() + other.reports().size()
        && sharesNoKey(one, other)) {
      require(both.count() == one.count() + other.count(), "must have all facts", both);
    }
    return merged;
  }

  private static Optional<Ledger> merge(Ledger one, Ledger other) {
    try {
      return Optional.of(one.merge(other));
    } catch (IllegalArgumentException refused) {
      requireMessage(refused);
      return Optional.empty();
    }
  }

  /** Tells whether ledgers give the same facts; what is equal must be so fact by fact. */
  private static boolean same(Ledger one, Ledger other) {
    return ImmutableMultiset.copyOf(Feed.facts(one))
        .equals(ImmutableMultiset.copyOf(Feed.facts(other)));
  }

  private static boolean sharesNoKey(Ledger one, Ledger other) {
    Set<String> keys = keys(one);
    return keys(other).stream().noneMatch(keys::contains);
  }

  /** Returns the keys of all facts, also of those replaced; not of rows that never had one. */
  private static Set<String> keys(Ledger ledger) {
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < ledger.size(); i++) {
      ledger.fact(i).sourceKey().ifPresent(keys::add);
    }
    return keys;
  }

  /** Returns the reports of batches that are in any of the ledgers, each once per commit of it. */
  private static ImmutableMultiset<BatchReport> reports(Ledger... ledgers) {
    Map<List<Object>, BatchReport> byName = new HashMap<>();
    for (Ledger ledger : ledgers) {
      Map<String, Integer> seen = new HashMap<>();
      for (BatchReport report : ledger.reports()) {
        byName.put(List.of(report.batch(), seen.merge(report.batch(), 1, Integer::sum)), report);
      }
    }
    return ImmutableMultiset.copyOf(byName.values());
  }
}
