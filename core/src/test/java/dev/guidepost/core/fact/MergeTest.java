package dev.guidepost.core.fact;

import static dev.guidepost.core.fact.Feed.ANA;
import static dev.guidepost.core.fact.Feed.BOB;
import static dev.guidepost.core.fact.Feed.MAY_1;
import static dev.guidepost.core.fact.Feed.MAY_2;
import static dev.guidepost.core.fact.Feed.MAY_3;
import static dev.guidepost.core.fact.Feed.amounts;
import static dev.guidepost.core.fact.Feed.book;
import static dev.guidepost.core.metric.StandardMetrics.CALLS;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.StandardMetrics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is merged, and what is refused because nobody could tell its order. */
class MergeTest {

  private static Ledger ledger(Consumer<LedgerWriter> feed) {
    LedgerWriter writer = new LedgerWriter(Feed.CATALOG);
    feed.accept(writer);
    return writer.snapshot();
  }

  private static void call(LedgerWriter writer, String batch, LocalDate known, String key) {
    try (Batch rows = writer.batch(batch, known)) {
      rows.row(key).by(BOB).on(MAY_1).dim(PRODUCT, "desk").put(CALLS, 3).put(CALLS, 4);
      rows.commit();
    }
  }

  private static void withdraw(LedgerWriter writer, String batch, LocalDate known, String key) {
    try (Batch rows = writer.batch(batch, known)) {
      rows.withdraw(key);
      rows.commit();
    }
  }

  private static Ledger withoutFacts(String key) {
    return ledger(
        writer -> {
          book(writer, "base", MAY_1, "k", "10");
          book(writer, "more", MAY_1, "l", "10");
          withdraw(writer, "one", MAY_1, key);
        });
  }

  private static String refusal(Ledger left, Ledger right) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> left.merge(right)).getMessage();
    assertThrows(IllegalArgumentException.class, () -> right.merge(left));
    return message;
  }

  @Test
  void batchesOfBothStandInTheOrderOfTheirKnownDays() {
    Ledger east =
        ledger(
            writer -> {
              book(writer, "east 1", MAY_1, "e", "10");
              book(writer, "east 2", MAY_3, "e", "11");
            });
    Ledger west = ledger(writer -> call(writer, "west 1", MAY_2, "w"));
    Ledger both = west.merge(east);
    assertEquals(List.of("10"), amounts(both.known(MAY_1)));
    assertEquals(List.of("10", "3", "4"), amounts(both.known(MAY_2)));
    assertEquals(List.of("3", "4", "11"), amounts(both));
    assertEquals(
        List.of("east 1", "west 1", "east 2"),
        both.reports().stream().map(BatchReport::batch).toList());
  }

  @Test
  void nothingMergesWithAnything() {
    Ledger nothing = ledger(writer -> {});
    Ledger some = ledger(writer -> book(writer, "one", MAY_1, "k", "10"));
    assertEquals(some, nothing.merge(some));
    assertEquals(some, some.merge(nothing));
    assertEquals(nothing, nothing.merge(nothing));
    assertEquals(nothing, some.known(MAY_1.minusDays(1)));
  }

  @Test
  void aBatchInBothCountsOnceAndOneSideMayKnowMore() {
    Ledger early = ledger(writer -> book(writer, "one", MAY_1, "k", "10"));
    Ledger late =
        ledger(
            writer -> {
              book(writer, "one", MAY_1, "k", "10");
              book(writer, "two", MAY_1, "k", "11");
              withdraw(writer, "three", MAY_2, "k");
            });
    assertEquals(late, early.merge(late));
    assertEquals(late, late.merge(early));
    assertEquals(List.of("11"), amounts(late.merge(early).known(MAY_1)));
    assertEquals(List.of(), amounts(late.merge(early)));
  }

  @Test
  void refusesABatchOfOtherContent() {
    Ledger ten = ledger(writer -> book(writer, "one", MAY_1, "k", "10"));
    assertEquals(
        "batch \"one\" must have the same content in both ledgers, but has one: 1 offered = 1"
            + " accepted + 0 replaced + 0 unchanged + 0 rejected and one: 1 offered = 1 accepted +"
            + " 0 replaced + 0 unchanged + 0 rejected",
        refusal(ten, ledger(writer -> book(writer, "one", MAY_1, "k", "11"))));
    refusal(ten, ledger(writer -> book(writer, "one", MAY_2, "k", "10")));
    refusal(ten, ledger(writer -> book(writer, "one", MAY_1, "l", "10")));
    refusal(ten, ledger(writer -> withdraw(writer, "one", MAY_1, "k")));
    refusal(
        ledger(writer -> withdraw(writer, "one", MAY_1, "l")),
        ledger(writer -> withdraw(writer, "one", MAY_1, "k")));
    refusal(ten, ledger(writer -> call(writer, "one", MAY_1, "k")));
  }

  /**
   * Which rows a batch left unchanged is part of a ledger, as it orders batches that are merged.
   */
  @Test
  void ledgersThatCannotBeMergedAreNotEqual() {
    Ledger base =
        ledger(
            writer -> {
              book(writer, "base", MAY_1, "k", "10");
              book(writer, "more", MAY_1, "l", "10");
            });
    Ledger[] left = new Ledger[2];
    for (int i = 0; i < 2; i++) {
      String key = i == 0 ? "k" : "l";
      left[i] =
          ledger(
              writer -> {
                book(writer, "base", MAY_1, "k", "10");
                book(writer, "more", MAY_1, "l", "10");
                book(writer, "again", MAY_2, key, "10");
              });
      assertEquals(left[i], left[i].merge(base));
      assertEquals(base, left[i].known(MAY_1));
    }
    assertNotEquals(left[0], left[1]);
    assertEquals(
        "batch \"again\" must have the same content in both ledgers, but left the row of source key"
            + " \"k\" unchanged in one only",
        refusal(left[0], left[1]));
    assertEquals(
        "batch \"one\" must have the same content in both ledgers, but left the row of source key"
            + " \"k\" without facts in one only",
        refusal(withoutFacts("l"), withoutFacts("k")));
  }

  @Test
  void refusesAKeyFedOnBothSides() {
    Ledger ten = ledger(writer -> book(writer, "one", MAY_1, "k", "10"));
    assertEquals(
        "source key \"k\" must be fed by the batches of one ledger, but was by \"one\" of"
            + " 2026-05-01 and by \"two\" of 2026-05-02",
        refusal(ten, ledger(writer -> book(writer, "two", MAY_2, "k", "10"))));
    refusal(ten, ledger(writer -> withdraw(writer, "two", MAY_2, "k")));
    refusal(
        ledger(
            writer -> {
              book(writer, "base", MAY_1, "k", "1");
              book(writer, "left", MAY_2, "k", "2");
            }),
        ledger(
            writer -> {
              book(writer, "base", MAY_1, "k", "1");
              book(writer, "right", MAY_2, "k", "3");
            }));
  }

  @Test
  void refusesAnOrderThatEachLedgerTellsOtherwise() {
    Ledger left =
        ledger(
            writer -> {
              book(writer, "base", MAY_1, "k", "1");
              book(writer, "x", MAY_1, "k", "2");
              book(writer, "y", MAY_1, "k", "3");
            });
    Ledger right =
        ledger(
            writer -> {
              book(writer, "base", MAY_1, "k", "1");
              book(writer, "y", MAY_1, "k", "3");
              book(writer, "x", MAY_1, "k", "2");
            });
    assertEquals(
        "batches that fed the same source keys must have one order, but [\"x\", \"y\"] of one day"
            + " have another in each ledger",
        refusal(left, right));
    assertNotEquals(left, right);
  }

  @Test
  void ordersOfOneDayThatShareNoKeyDoNotMatter() {
    Ledger left =
        ledger(
            writer -> {
              book(writer, "x", MAY_1, "k", "1");
              call(writer, "y", MAY_1, "l");
            });
    Ledger right =
        ledger(
            writer -> {
              call(writer, "y", MAY_1, "l");
              book(writer, "x", MAY_1, "k", "1");
            });
    assertEquals(left, right);
    assertEquals(left, left.merge(right));
    assertEquals(left, right.merge(left));
  }

  @Test
  void keepsReplaysThatChangedSomething() {
    Ledger replayed =
        ledger(
            writer -> {
              book(writer, "one", MAY_1, "k", "10");
              book(writer, "two", MAY_1, "k", "11");
              book(writer, "one", MAY_1, "k", "10");
              book(writer, "one", MAY_2, "k", "10");
            });
    assertEquals(
        List.of("one", "two", "one"), replayed.reports().stream().map(BatchReport::batch).toList());
    Ledger once = ledger(writer -> book(writer, "one", MAY_1, "k", "10"));
    assertEquals(replayed, once.merge(replayed));
    assertEquals(replayed, replayed.merge(once));
  }

  @Test
  void mergesWholeLedgersOfOneCatalogOnly() {
    Ledger whole = ledger(writer -> book(writer, "one", MAY_1, "k", "10"));
    Ledger other = new LedgerWriter(Feed.CATALOG.with(Dimension.of("series"))).snapshot();
    assertEquals(
        "catalogs of ledgers to merge must be the same, but one lacks [series], the other []; give"
            + " both one catalog first, by Ledger.with(Catalog)",
        refusal(whole, other));
    List<Metric> metrics = new ArrayList<>(Feed.CATALOG.metrics());
    Collections.reverse(metrics);
    Ledger reversed = new LedgerWriter(Catalog.of(metrics, Feed.CATALOG.dimensions())).snapshot();
    assertTrue(refusal(whole, reversed).contains("but have another order; give both"));
    Ledger euros = new LedgerWriter(StandardMetrics.catalog("EUR", 2)).snapshot();
    assertTrue(
        refusal(whole, euros)
            .startsWith("metric bookings must have one definition, but had unit \"USD\" and"),
        refusal(whole, euros));
    assertEquals(whole.with(other.catalog()), whole.with(other.catalog()).merge(other));
    assertEquals(
        "ledger to merge must be whole or as known on a day, but was another view",
        refusal(whole, whole.where(PRODUCT, Dimension.NONE)));
    assertEquals(whole, whole.known(MAY_1).merge(whole));
  }

  @Test
  void equalIsWhatHasTheSameHistory() {
    Ledger ten = ledger(writer -> book(writer, "one", MAY_1, "k", "10"));
    assertNotEquals(ten, ledger(writer -> book(writer, "two", MAY_1, "k", "10")));
    assertNotEquals(ten, ledger(writer -> book(writer, "one", MAY_2, "k", "10")));
    assertNotEquals(ten, ledger(writer -> book(writer, "one", MAY_1, "l", "10")));
    assertNotEquals(ten, ledger(writer -> call(writer, "one", MAY_1, "k")));
    assertNotEquals(ten, "ten");
    Ledger corrected =
        ledger(
            writer -> {
              book(writer, "one", MAY_1, "k", "9");
              book(writer, "two", MAY_2, "k", "10");
            });
    Ledger straight =
        ledger(
            writer -> {
              book(writer, "one", MAY_1, "k", "10");
              book(writer, "two", MAY_2, "k2", "10");
            });
    assertNotEquals(corrected, straight);
    assertEquals(ten.by(List.of(ANA)), ten);
    assertNotEquals(ten.by(List.of(BOB)), ten);
    assertNotEquals(
        ledger(writer -> withdraw(writer, "one", MAY_1, "k")),
        ledger(writer -> withdraw(writer, "two", MAY_1, "k")));
  }

  @Test
  void refusesAKeyThatOneSideOnlyConfirmed() {
    Ledger confirmed =
        ledger(
            writer -> {
              book(writer, "one", MAY_1, "k", "10");
              book(writer, "three", MAY_3, "k", "10");
            });
    Ledger changed =
        ledger(
            writer -> {
              book(writer, "one", MAY_1, "k", "10");
              book(writer, "two", MAY_2, "k", "11");
            });
    assertEquals(1, confirmed.reports().get(1).unchanged());
    String message = refusal(confirmed, changed);
    assertEquals(
        "source key \"k\" must be fed by the batches of one ledger, but was by \"three\" of "
            + MAY_3
            + " and by \"two\" of "
            + MAY_2,
        message);
    // What was confirmed stays so through merges, and confirmations of other keys merge.
    Ledger other = ledger(writer -> book(writer, "west", MAY_2, "w", "1"));
    Ledger both = other.merge(confirmed);
    assertEquals(both, confirmed.merge(other));
    assertEquals(both, both.merge(confirmed));
    refusal(both, changed);
  }

  @Test
  void aReplayWithoutChangeHoldsUpNoEarlierBatch() {
    LedgerWriter writer = new LedgerWriter(Feed.CATALOG);
    book(writer, "one", MAY_1, "k", "10");
    book(writer, "one", MAY_3, "k", "10");
    book(writer, "two", MAY_2, "l", "11");
    assertEquals(List.of("10", "11"), amounts(writer.snapshot()));
  }

  @Test
  void knowsNoMoreThanTheSideThatStopsFirst() {
    Ledger left =
        ledger(
            writer -> {
              book(writer, "one", MAY_1, "k", "10");
              book(writer, "three", MAY_3, "k", "12");
            });
    Ledger right = ledger(writer -> book(writer, "other", MAY_3, "l", "4"));
    Ledger both = left.known(MAY_2).merge(right);
    for (Ledger merged : List.of(both, right.merge(left.known(MAY_2)))) {
      assertEquals(Optional.of(MAY_2), merged.knownOn());
      assertTrue(merged.knowsAll(MAY_2));
      assertFalse(merged.knowsAll(MAY_3));
      assertEquals(Optional.of(MAY_1), merged.known(MAY_1).knownOn());
      assertFalse(merged.known(MAY_1).of(List.of()).knowsAll(MAY_3));
      assertFalse(merged.with(Feed.CATALOG).merge(right).knowsAll(MAY_3));
    }
    assertTrue(left.merge(right).knowsAll(MAY_3));
    assertEquals(Optional.of(MAY_3), left.merge(right).knownOn());
    assertTrue(left.known(MAY_2).merge(left).knowsAll(MAY_3));
    assertTrue(both.knowsAll(MAY_1) && !both.merge(left).knowsAll(MAY_3));
    assertEquals(Optional.of(MAY_3), left.known(MAY_3.plusDays(9)).merge(right).knownOn());
  }

  @Test
  void aGrownLedgerStopsWhereItDid() {
    Ledger ledger =
        ledger(
            writer -> {
              book(writer, "one", MAY_1, "k", "10");
              book(writer, "three", MAY_3, "k", "12");
            });
    Ledger grown = ledger.known(MAY_2).with(Feed.CATALOG);
    assertEquals(Optional.of(MAY_2), grown.knownOn());
    assertTrue(grown.knowsAll(MAY_2));
    assertFalse(grown.knowsAll(MAY_3));
    Ledger before = ledger.known(MAY_1.minusDays(1)).with(Feed.CATALOG);
    assertEquals(Optional.of(MAY_1.minusDays(1)), before.knownOn());
    assertFalse(before.knowsAll(MAY_1));
    assertTrue(ledger.with(Feed.CATALOG).knowsAll(MAY_3));
  }
}
