package dev.guidepost.core.fact;

import static dev.guidepost.core.fact.Feed.ANA;
import static dev.guidepost.core.fact.Feed.BOB;
import static dev.guidepost.core.fact.Feed.MAY_1;
import static dev.guidepost.core.fact.Feed.MAY_2;
import static dev.guidepost.core.fact.Feed.MAY_3;
import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Dimension;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rows on their way: what one batch leaves behind for the next, and keys that look alike. */
class StagingTest {

  /** Texts that {@link String#hashCode()} does not tell apart. */
  private static List<String> alike(int doublings) {
    List<String> texts = List.of("");
    for (int i = 0; i < doublings; i++) {
      List<String> longer = new ArrayList<>();
      for (String text : texts) {
        longer.add(text + "Aa");
        longer.add(text + "BB");
      }
      texts = longer;
    }
    return texts;
  }

  @Test
  void keysOfOneHashAreToldApart() {
    List<String> keys = alike(10);
    assertEquals(1, new HashSet<>(keys.stream().map(String::hashCode).toList()).size());
    LedgerWriter writer = new LedgerWriter(Feed.CATALOG);
    try (Batch batch = writer.batch("b1", MAY_1)) {
      for (int i = 0; i < keys.size(); i++) {
        batch.row(keys.get(i)).by(ANA).on(MAY_1).put(BOOKINGS, i);
      }
      batch.row(keys.get(7)).by(ANA).on(MAY_1).put(BOOKINGS, 7);
      BatchReport report = batch.commit();
      assertEquals(keys.size(), report.accepted());
      assertEquals(
          List.of(
              new BatchReport.Reject(
                  keys.get(7),
                  "key must occur once in a batch, but \"" + keys.get(7) + "\" occurred again")),
          report.rejects());
    }
    try (Batch batch = writer.batch("b2", MAY_2)) {
      for (int i = keys.size() - 1; i >= 0; i--) {
        batch.row(keys.get(i)).by(ANA).on(MAY_1).put(BOOKINGS, i % 4 == 0 ? -i - 1 : i);
      }
      batch.row(keys.get(0) + "Aa").by(ANA).on(MAY_1).put(BOOKINGS, 1);
      BatchReport report = batch.commit();
      assertEquals(1, report.accepted());
      assertEquals(keys.size() / 4, report.replaced());
      assertEquals(keys.size() - keys.size() / 4, report.unchanged());
    }
    Ledger ledger = writer.snapshot();
    assertEquals(keys.size() + 1, ledger.count());
    for (Fact fact : Feed.facts(ledger.known(MAY_1))) {
      int key = keys.indexOf(fact.sourceKey().orElseThrow());
      assertEquals(Integer.toString(key), fact.amount().toString());
    }
    for (Fact fact : Feed.facts(ledger)) {
      int key = keys.indexOf(fact.sourceKey().orElseThrow());
      int expected = key < 0 ? 1 : key % 4 == 0 ? -key - 1 : key;
      assertEquals(Integer.toString(expected), fact.amount().toString());
    }
  }

  @Test
  void peopleAndValuesOfOneHashAreToldApart() {
    List<String> texts = alike(7);
    LedgerWriter writer = new LedgerWriter(Feed.CATALOG);
    for (int time = 0; time < 2; time++) {
      try (Batch batch = writer.batch("b" + time, MAY_1)) {
        for (int i = 0; i < texts.size(); i++) {
          batch
              .row("k" + i)
              .by(PersonId.of(texts.get(i)))
              .on(MAY_1)
              .dim(PRODUCT, texts.get(i))
              .put(WINS, i);
        }
        BatchReport report = batch.commit();
        assertEquals(time == 0 ? texts.size() : 0, report.accepted());
        assertEquals(time == 0 ? 0 : texts.size(), report.unchanged());
      }
    }
    Ledger ledger = writer.snapshot();
    assertEquals(texts.size(), ledger.parties().size());
    for (int i = 0; i < texts.size(); i++) {
      String wins = Integer.toString(i);
      assertEquals(List.of(wins), Feed.amounts(ledger.where(PRODUCT, texts.get(i))));
      assertEquals(List.of(wins), Feed.amounts(ledger.by(List.of(PersonId.of(texts.get(i))))));
    }
  }

  @Test
  void aDroppedBatchLeavesNothingForTheNext() {
    LedgerWriter writer = new LedgerWriter(Feed.CATALOG.with(Dimension.CURRENCY));
    BigDecimal ten = BigDecimal.TEN;
    try (Batch batch = writer.batch("b1", MAY_1)) {
      batch.row("a").by(ANA).on(MAY_1).dim(PRODUCT, "x").put(BOOKINGS, ten, "EUR");
      batch.row("b").by(BOB).on(MAY_1).dim(PRODUCT, "y").put(BOOKINGS, ten, "AUD").put(WINS, -1);
      batch.commit();
    }
    try (Batch dropped = writer.batch("b2", MAY_2)) { // collects where the first one did
      dropped.row("a").by(BOB).on(MAY_2).dim(PRODUCT, "z").put(BOOKINGS, ten, "JPY");
      dropped.row("c").by(PersonId.of("cy")).on(MAY_2).dim(PRODUCT, "w").put(WINS, 1);
      dropped.row().by(BOB).on(MAY_2).put(WINS, 1).put(WINS, 2);
    }
    Set<PersonId> both = Set.of(ANA, BOB);
    try (Batch batch = writer.batch("b2", MAY_2)) {
      batch.row("a").by(ANA).on(MAY_1).dim(PRODUCT, "x").put(BOOKINGS, ten, "EUR");
      batch.row("c").by(BOB).on(MAY_2).put(BOOKINGS, ten).put(WINS, 3);
      BatchReport report = batch.commit();
      assertEquals(1, report.unchanged());
      assertEquals(1, report.accepted());
      assertEquals(List.of(), report.rejects());
    }
    Ledger ledger = writer.snapshot();
    assertEquals(both, Set.copyOf(ledger.parties()));
    assertEquals(List.of("x", Dimension.NONE), ledger.values(PRODUCT));
    assertEquals(List.of("10", "10", "3"), Feed.amounts(ledger));
    assertEquals(List.of("10", "3"), Feed.amounts(ledger.where(Dimension.CURRENCY, "USD")));
  }

  @Test
  void twoOpenBatchesCollectApart() {
    LedgerWriter writer = new LedgerWriter(Feed.CATALOG);
    Feed.book(writer, "b1", MAY_1, "a", "1");
    try (Batch one = writer.batch("b2", MAY_2);
        Batch other = writer.batch("b3", MAY_3)) {
      one.row("b").by(ANA).on(MAY_1).put(BOOKINGS, 2);
      other.row("c").by(ANA).on(MAY_1).put(BOOKINGS, 3);
      one.row("d").by(ANA).on(MAY_1).put(BOOKINGS, 4);
      one.commit();
      other.commit();
    }
    assertEquals(List.of("1", "2", "4", "3"), Feed.amounts(writer.snapshot()));
  }

  @Test
  void aBatchOvertakenLeavesNothing() {
    LedgerWriter writer = new LedgerWriter(Feed.CATALOG);
    Feed.book(writer, "b1", MAY_1, "a", "1");
    try (Batch overtaken = writer.batch("b2", MAY_2)) {
      overtaken.row("x").by(BOB).on(MAY_1).put(BOOKINGS, 2);
      Feed.book(writer, "b3", MAY_3, "c", "3");
      assertThrows(IllegalStateException.class, overtaken::commit);
    }
    Feed.book(writer, "b4", MAY_3, "d", "4");
    assertEquals(List.of("1", "3", "4"), Feed.amounts(writer.snapshot()));
    assertEquals(List.of(ANA), writer.snapshot().parties());
  }

  @Test
  void clearedItKnowsWhatItKnewAndHoldsNothing() {
    Staging staging = new Staging(1);
    int ana = staging.parties.code(ANA);
    int chair = staging.valueCode(0, "chair");
    staging.add(ana, FactRules.pack(0, 1), 7);
    staging.setValue(0, chair);
    assertTrue(staging.endRow("k"));
    staging.add(ana, FactRules.pack(0, 1), 8);
    staging.endRow();
    staging.confirm("c");
    staging.add(ana, FactRules.pack(0, 1), 9); // a row that never ends
    assertTrue(staging.clear(100));
    assertEquals(0, staging.size);
    assertEquals(0, staging.rowSize());
    assertEquals(0, staging.keyed);
    assertEquals(0, staging.keyless);
    assertTrue(staging.confirmed.isEmpty());
    assertEquals(ana, staging.parties.code(ANA));
    assertEquals(chair, staging.valueCode(0, "chair"));
    assertTrue(staging.endRow("k"), "the key of the former batch must be free");
    assertEquals(0, staging.keyStart(0));
    assertFalse(staging.endRow("k"));
  }

  @Test
  void isNotKeptOnceLarge() {
    Staging knowsMany = new Staging(0);
    for (int i = 0; i < 11; i++) {
      knowsMany.parties.code(PersonId.of("p" + i));
    }
    assertTrue(knowsMany.clear(11));
    assertFalse(knowsMany.clear(10));
    Staging holdsMany = new Staging(0);
    holdsMany.reserve(1 << 18);
    assertFalse(holdsMany.clear(100));
    Staging longKey = new Staging(0);
    assertTrue(longKey.endRow("k".repeat(1 << 20)));
    assertFalse(longKey.clear(100));
  }

  @Test
  void oneIsSparedFromBatchToBatch() {
    LedgerWriter writer = new LedgerWriter(Feed.CATALOG);
    Feed.book(writer, "b1", MAY_1, "a", "1");
    Staging spare = writer.staging();
    assertNotSame(spare, writer.staging());
    Feed.book(writer, "b2", MAY_1, "b", "2");
    assertNotSame(spare, writer.staging());
    try (Batch batch = writer.batch("b3", MAY_1)) {
      writer.commit(batch, spare, 0, List.of());
    }
    assertSame(spare, writer.staging());
  }
}
