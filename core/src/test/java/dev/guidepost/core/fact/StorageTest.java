package dev.guidepost.core.fact;

import static dev.guidepost.core.fact.Feed.ANA;
import static dev.guidepost.core.fact.Feed.MAY_1;
import static dev.guidepost.core.fact.Feed.MAY_2;
import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What lies beneath: chunks and what crosses them, dictionaries, texts of keys. */
class StorageTest {

  /** More than three chunks of facts. */
  private static final int MANY = 3 * IntColumn.CHUNK + 100;

  @Test
  void rowsCrossChunksAndSnapshotsKeepTheirs() {
    LedgerWriter writer = new LedgerWriter(Feed.CATALOG);
    List<Ledger> snapshots = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    int done = 0;
    for (int size = 1; done < MANY; size = size * 3 + 1) {
      try (Batch batch = writer.batch("b" + done, MAY_1)) {
        for (int i = 0; i < size; i++) {
          Batch.Row row = batch.row("key " + (done + i)).by(PersonId.of("p" + i % 70)).on(MAY_1);
          row.dim(PRODUCT, "x" + i % 5).put(BOOKINGS, done + i).put(BOOKINGS, -(done + i));
        }
        assertEquals(size, batch.commit().accepted());
      }
      done += size;
      snapshots.add(writer.snapshot());
      sizes.add(2 * done);
    }
    for (int s = 0; s < snapshots.size(); s++) {
      Ledger ledger = snapshots.get(s);
      assertEquals(sizes.get(s), ledger.size());
      assertEquals(sizes.get(s), ledger.count());
      for (int i = 0; i < ledger.size(); i += 997) {
        assertEquals(i % 2 == 0 ? i / 2 : -(i / 2), ledger.unscaledAmount(i) / 100);
        assertEquals(Optional.of("key " + i / 2), ledger.fact(i).sourceKey());
      }
    }
    try (Batch batch = writer.batch("again", MAY_2)) {
      for (int i = 0; i < done; i += 3) {
        batch.row("key " + i).by(ANA).on(MAY_1).put(BOOKINGS, 7);
      }
      BatchReport report = batch.commit();
      assertEquals(report.offered(), report.replaced());
    }
    Ledger after = writer.snapshot();
    Ledger before = snapshots.get(snapshots.size() - 1);
    assertEquals(before, after.known(MAY_1));
    assertNotEquals(before, after);
    assertEquals(2 * done, before.count());
    assertEquals(2 * done - (done + 2) / 3, after.count());
    assertEquals(before, before.merge(after.known(MAY_1)));
  }

  @Test
  void keysOfAnyTextComeBack() {
    List<String> texts = new ArrayList<>();
    texts.add("a");
    texts.add("\u00e9\u00df");
    texts.add("\u4f1a\u8bae");
    texts.add("deal \ud83d\ude00");
    texts.add("half \ud83d");
    texts.add("nul \u0000.");
    texts.add("x".repeat(70_000) + "y");
    texts.add("\u20ac".repeat(50_000));
    texts.add("x".repeat(70_000) + "z");
    LedgerWriter writer = new LedgerWriter(Feed.CATALOG);
    for (int time = 0; time < 2; time++) {
      try (Batch batch = writer.batch("b" + time, MAY_1)) {
        for (String text : texts) {
          batch.row(text).by(ANA).on(MAY_1).put(BOOKINGS, 1);
        }
        BatchReport report = batch.commit();
        assertEquals(time == 0 ? texts.size() : 0, report.accepted());
        assertEquals(time == 0 ? 0 : texts.size(), report.unchanged());
      }
    }
    assertEquals(
        texts,
        Feed.facts(writer.snapshot()).stream()
            .map(fact -> fact.sourceKey().orElseThrow())
            .toList());
  }

  @Test
  void aPersonAndAUnitOfOneValueAreTwo() {
    Dictionary<PartyId> parties = Dictionary.ofParties();
    for (int time = 0; time < 2; time++) {
      for (int i = 0; i < 100; i++) {
        assertEquals(2 * i, parties.code(PersonId.of("p" + i)));
        assertEquals(2 * i + 1, parties.code(UnitId.of("p" + i)));
      }
    }
    assertEquals(200, parties.size());
    assertEquals(Dictionary.NONE, parties.find(PersonId.of("other")));
    assertEquals(7, parties.find(UnitId.of("p3")));
    List<PartyId> frozen = parties.frozen();
    parties.code(PersonId.of("more"));
    assertEquals(200, frozen.size());
    assertEquals(UnitId.of("p99"), frozen.get(199));
    assertThrows(IndexOutOfBoundsException.class, () -> frozen.get(200));
  }

  @Test
  void sparseIntsAreNothingUntilSet() {
    SparseInts ints = new SparseInts();
    assertEquals(0, ints.get(0));
    ints.fill(IntColumn.CHUNK - 3, IntColumn.CHUNK + 3, 5);
    SparseInts frozen = ints.frozen();
    ints.fill(4 * IntColumn.CHUNK, 4 * IntColumn.CHUNK + 1, 6);
    assertEquals(0, ints.get(IntColumn.CHUNK - 4));
    assertEquals(5, ints.get(IntColumn.CHUNK - 3));
    assertEquals(5, frozen.get(IntColumn.CHUNK + 2));
    assertEquals(0, ints.get(2 * IntColumn.CHUNK));
    assertEquals(0, ints.get(IntColumn.CHUNK + 4000));
    assertEquals(6, ints.get(4 * IntColumn.CHUNK));
    assertEquals(0, frozen.get(4 * IntColumn.CHUNK));
  }

  @Test
  void packsMetricAndDay() {
    for (int metric : new int[] {0, 1, 4095}) {
      for (int day : new int[] {FactRules.FIRST_DAY, -1, 0, 20_000, FactRules.LAST_DAY}) {
        int packed = FactRules.pack(metric, day);
        assertEquals(metric, FactRules.metric(packed));
        assertEquals(day, FactRules.day(packed));
      }
    }
  }

  @Test
  void refusesMoreMetricsThanCodes() {
    List<Metric> metrics = new ArrayList<>();
    for (int i = 0; i <= 4096; i++) {
      metrics.add(
          Metric.builder()
              .id(MetricId.of("m" + i))
              .name("M")
              .definition("M.")
              .aggregation(new Aggregation.Sum())
              .unit(new UnitOfMeasure.Count("things"))
              .metricClass(MetricClass.ACTIVITY)
              .timing(Timing.LAGGING)
              .build());
    }
    Catalog tooMany = Catalog.of(metrics, List.of());
    assertEquals(
        "catalog of a ledger must have at most 4096 metrics, but has 4097",
        assertThrows(IllegalArgumentException.class, () -> new LedgerWriter(tooMany)).getMessage());
    LedgerWriter most = new LedgerWriter(Catalog.of(metrics.subList(0, 4096), List.of()));
    try (Batch batch = most.batch("b", MAY_1)) {
      batch.row().by(ANA).on(MAY_1.minusYears(1400)).put(MetricId.of("m4095"), 3);
      batch.commit();
    }
    assertEquals("[0626-05-01 ana m4095 3]", Feed.facts(most.snapshot()).toString());
    assertTrue(most.snapshot().includes(0));
    assertFalse(most.snapshot().known(MAY_1.minusDays(1)).includes(0));
  }

  private static KeyCodes codes(IntStream codes) {
    KeyCodes.Collector collector = new KeyCodes.Collector();
    codes.forEach(collector::add);
    return collector.all();
  }

  @Test
  void codesOfKeysTakeNoMoreThanTheirNumber() {
    assertSame(codes(IntStream.of()), codes(IntStream.of()));
    assertEquals(1, codes(IntStream.of(2_000_000)).ints());
    assertEquals(64, codes(IntStream.range(0, 2000)).ints());
    assertEquals(64, codes(IntStream.range(0, 2000).map(i -> 1999 - i)).ints());
    IntStream farApart = IntStream.concat(IntStream.range(0, 500), IntStream.of(3_000_000));
    assertEquals(501, codes(farApart).ints());
    Random random = new Random(5);
    for (int highest = 1; highest < 100_000; highest *= 3) {
      for (int parts = 1; parts <= 100; parts *= 10) {
        int bound = highest;
        int one = parts;
        int[] some =
            random.ints(0, highest).distinct().limit(Math.max(1, bound / (10L * one))).toArray();
        KeyCodes kept = codes(IntStream.of(some));
        assertEquals(some.length, kept.count());
        assertArrayEquals(IntStream.of(some).sorted().toArray(), kept.stream().sorted().toArray());
        assertTrue(kept.ints() <= some.length + 2, kept.ints() + " for " + some.length);
      }
    }
  }

  private static void endRow(Staging staged, String key) {
    staged.add(staged.parties.code(PersonId.of("ana")), FactRules.pack(0, 1), 5);
    staged.endRow(key);
  }

  @Test
  void batchesOfFewUnchangedRowsTakeFewInts() {
    Store store = new Store(0);
    Staging all = new Staging(0);
    IntStream.range(0, MANY).forEach(i -> endRow(all, "key " + i));
    assertEquals(0, store.take(all).unchanged().ints());
    assertEquals(MANY / 32 + 1, store.take(all).unchanged().ints(), 2);
    Staging one = new Staging(0);
    endRow(one, "key " + (MANY - 1));
    Store.Outcome again = store.take(one);
    assertEquals(1, again.unchanged().count());
    assertEquals(1, again.unchanged().ints());
  }
}
