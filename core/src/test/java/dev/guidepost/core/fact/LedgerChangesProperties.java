package dev.guidepost.core.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.ExchangeRates;
import dev.guidepost.core.quantity.RateKind;
import dev.guidepost.core.time.Period;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What came and went is the difference of what two states include. */
class LedgerChangesProperties {

  private static final Dimension PRODUCT = Dimension.of("product");
  private static final Catalog CATALOG = StandardMetrics.catalog("USD", 2).with(PRODUCT);
  private static final List<MetricId> METRICS =
      List.of(StandardMetrics.WINS, StandardMetrics.CLOSED);
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final Conversion DOLLARS =
      Conversion.to(
          "USD", RateKind.PLAN, ExchangeRates.against("USD").build(), RoundingMode.HALF_EVEN);

  private record Copy(int position, int party, int metric, int day, long amount) {}

  /** Writes a batch of some rows: new ones, corrections, withdrawals, rows without a key. */
  private static void write(LedgerWriter writer, Random random, int number, boolean large) {
    try (Batch batch = writer.batch("batch " + number, FIRST.plusDays(number))) {
      for (int i = random.nextInt(large ? 3_000 : 12); i > 0; i--) {
        String key = "row " + random.nextInt(large ? 4_000 : 10);
        if (random.nextInt(6) == 0) {
          batch.withdraw(key);
        } else {
          var row = random.nextInt(5) == 0 ? batch.row() : batch.row(key);
          row.by(PersonId.of("person " + random.nextInt(4)))
              .on(FIRST.plusDays(random.nextInt(5)))
              .dim(PRODUCT, "product " + random.nextInt(3));
          METRICS.subList(0, 1 + random.nextInt(2)).forEach(m -> row.put(m, random.nextInt(4)));
        }
      }
      batch.commit();
    }
  }

  private static List<UnaryOperator<Ledger>> views() {
    return List.of(
        ledger -> ledger,
        ledger -> ledger.where(PRODUCT, "product 1"),
        ledger -> ledger.of(List.of(StandardMetrics.WINS)),
        ledger -> ledger.by(List.of(PersonId.of("person 1"), PersonId.of("nobody"))),
        ledger -> ledger.in(Period.custom(FIRST.plusDays(1), FIRST.plusDays(3))),
        ledger -> ledger.in(DOLLARS).where(PRODUCT, "product 2").where(PRODUCT, "product 1"));
  }

  private static Set<Copy> all(Ledger ledger) {
    Set<Copy> all = new HashSet<>();
    FactBlock block = new FactBlock();
    for (int at = 0; at < ledger.size(); ) {
      at = ledger.read(at, ledger.size(), block);
      add(block, all);
    }
    return all;
  }

  private static void add(FactBlock block, Set<Copy> all) {
    for (int i = 0; i < block.size(); i++) {
      assertTrue(
          all.add(
              new Copy(
                  block.position(i),
                  block.partyCode(i),
                  block.metricCode(i),
                  block.epochDay(i),
                  block.unscaledAmount(i))));
    }
  }

  private static void assertDifference(Ledger before, Ledger after) {
    Set<Copy> came = all(after);
    came.removeAll(all(before));
    Set<Copy> went = all(before);
    went.removeAll(all(after));
    LedgerChanges changes = after.changesSince(before);
    Set<Copy> added = new HashSet<>();
    changes.added(block -> add(block, added));
    Set<Copy> removed = new HashSet<>();
    changes.removed(block -> add(block, removed));
    assertEquals(came, added);
    assertEquals(went, removed);
    assertTrue(changes.size() >= came.size() + went.size());
  }

  @Property(tries = 60)
  void areTheDifferenceOfAnyTwoStatesByAnyView(@ForAll long seed) {
    Random random = new Random(seed);
    LedgerWriter writer = new LedgerWriter(CATALOG);
    List<Ledger> states = new ArrayList<>(List.of(writer.snapshot()));
    for (int batch = 0; batch < 5; batch++) {
      write(writer, random, batch, false);
      states.add(writer.snapshot());
    }
    states.add(states.get(5).known(FIRST.plusDays(5)));
    for (UnaryOperator<Ledger> view : views()) {
      for (int from = 0; from < states.size(); from++) {
        for (int to = from; to < states.size(); to++) {
          assertDifference(view.apply(states.get(from)), view.apply(states.get(to)));
        }
      }
    }
    Ledger known = states.get(5).known(FIRST.plusDays(2));
    assertDifference(states.get(1), known);
    assertDifference(known, states.get(5));
  }

  @Property(tries = 5)
  void areHandedOverInBlocks(@ForAll long seed) {
    Random random = new Random(seed);
    LedgerWriter writer = new LedgerWriter(CATALOG);
    List<Ledger> states = new ArrayList<>();
    for (int batch = 0; batch < 4; batch++) {
      write(writer, random, batch, true);
      states.add(writer.snapshot());
    }
    assertDifference(states.get(0), states.get(1));
    assertDifference(states.get(1), states.get(3));
  }

  @Example
  void areRefusedOfWhatIsNoEarlierState() {
    LedgerWriter writer = new LedgerWriter(CATALOG);
    Ledger before = writer.snapshot();
    write(writer, new Random(1), 0, true);
    Ledger after = writer.snapshot();
    assertEquals(
        "earlier ledger must be a former state of this one by the same view, but was a later one,"
            + " of 1 batches where this has 0",
        refused(before, after));
    assertEquals(
        "earlier ledger must be a former state of this one by the same view, but was one of another"
            + " writer",
        refused(after, LedgerWriter.of(after).snapshot()));
    List<UnaryOperator<Ledger>> views = views();
    for (UnaryOperator<Ledger> one : views) {
      for (UnaryOperator<Ledger> other : views) {
        if (one != other) {
          assertEquals(
              "earlier ledger must be a former state of this one by the same view, but was another"
                  + " view of it",
              refused(one.apply(after), other.apply(before)));
        }
      }
    }
    assertEquals(
        "at most " + after.size() + " facts that came or went",
        after.changesSince(before).toString());
  }

  private static String refused(Ledger ledger, Ledger earlier) {
    return assertThrows(IllegalArgumentException.class, () -> ledger.changesSince(earlier))
        .getMessage();
  }
}
