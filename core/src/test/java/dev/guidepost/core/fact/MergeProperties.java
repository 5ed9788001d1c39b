package dev.guidepost.core.fact;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.guidepost.core.id.PersonId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of ledgers that are written apart and merged. */
class MergeProperties {

  private static final int SOURCES = 3;
  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  /** A row: a key of few or none, whose it is (none rejects), an amount (none withdraws). */
  record RowOf(int key, int person, int wins, int product) {}

  /** A batch of one source: an id of few, the days since the former batch, its rows. */
  record BatchOf(int source, int id, int days, List<RowOf> rows) {}

  @Provide
  Arbitrary<List<BatchOf>> feeds() {
    Arbitrary<RowOf> rows =
        Combinators.combine(
                Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(0, 2),
                Arbitraries.integers().between(-1, 2),
                Arbitraries.integers().between(0, 1))
            .as(RowOf::new);
    return Combinators.combine(
            Arbitraries.integers().between(0, SOURCES - 1),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 1),
            rows.list().ofMaxSize(5))
        .as(BatchOf::new)
        .list()
        .ofMaxSize(10);
  }

  /** How many batches of each source each of some ledgers has, in tenths. */
  @Provide
  Arbitrary<List<List<Integer>>> shares() {
    return Arbitraries.of(0, 3, 7, 10).list().ofSize(SOURCES).list().ofSize(3);
  }

  private static void write(LedgerWriter writer, LocalDate known, BatchOf feed) {
    try (Batch batch = writer.batch("source " + feed.source() + " of " + feed.id(), known)) {
      for (RowOf row : feed.rows()) {
        if (row.key() > 0 && row.wins() < 0) {
          batch.withdraw(feed.source() + "-" + row.key());
          continue;
        }
        Batch.Row open = row.key() == 0 ? batch.row() : batch.row(feed.source() + "-" + row.key());
        open.by(row.person() == 0 ? null : PersonId.of("p" + row.person())).on(START);
        open.dim(PRODUCT, row.product() == 0 ? "" : "x");
        if (row.wins() >= 0) {
          open.put(WINS, row.wins()).put(BOOKINGS, -row.wins());
        }
      }
      batch.commit();
    }
  }

  /** Writes the first tenths of the batches of each source. */
  private static Ledger ledger(List<BatchOf> feeds, List<Integer> tenths) {
    LedgerWriter writer = new LedgerWriter(Feed.CATALOG);
    int[] seen = new int[SOURCES];
    LocalDate known = START;
    for (BatchOf feed : feeds) {
      known = known.plusDays(feed.days());
      long all = feeds.stream().filter(other -> other.source() == feed.source()).count();
      if (seen[feed.source()]++ < all * tenths.get(feed.source()) / 10.0) {
        write(writer, known, feed);
      }
    }
    return writer.snapshot();
  }

  @Property(tries = 400)
  void anyGroupingGivesTheSame(
      @ForAll("feeds") List<BatchOf> feeds, @ForAll("shares") List<List<Integer>> shares) {
    List<Integer> most = new ArrayList<>();
    for (int source = 0; source < SOURCES; source++) {
      int place = source;
      most.add(shares.stream().mapToInt(share -> share.get(place)).max().orElseThrow());
    }
    Ledger whole = ledger(feeds, most);
    List<Ledger> parts = shares.stream().map(share -> ledger(feeds, share)).toList();
    Ledger a = parts.get(0);
    Ledger b = parts.get(1);
    Ledger c = parts.get(2);
    Ledger merged = a.merge(b).merge(c);
    assertEquals(whole, merged);
    assertEquals(whole.hashCode(), merged.hashCode());
    assertEquals(merged, a.merge(b.merge(c)));
    assertEquals(merged, c.merge(a).merge(b));
    assertEquals(merged, merged.merge(merged));
    assertEquals(merged, merged.merge(b));
    for (int day = -1; day < 10; day++) {
      LocalDate known = START.plusDays(day);
      assertEquals(whole.known(known), merged.known(known));
      assertEquals(whole.known(known), a.known(known).merge(b.known(known)).merge(c.known(known)));
    }
  }

  @Property(tries = 300)
  void whatWasKnownByADayIsTheLedgerOfItsBatches(@ForAll("feeds") List<BatchOf> feeds) {
    LedgerWriter writer = new LedgerWriter(Feed.CATALOG);
    List<Ledger> snapshots = new ArrayList<>();
    List<LocalDate> days = new ArrayList<>();
    LocalDate known = START;
    for (BatchOf feed : feeds) {
      known = known.plusDays(feed.days());
      write(writer, known, feed);
      snapshots.add(writer.snapshot());
      days.add(known);
    }
    Ledger last = writer.snapshot();
    for (int i = 0; i < days.size(); i++) {
      if (i + 1 == days.size() || days.get(i).isBefore(days.get(i + 1))) {
        assertEquals(snapshots.get(i), last.known(days.get(i)));
        assertEquals(snapshots.get(i).reports(), last.known(days.get(i)).reports());
      }
    }
  }

  @Property(tries = 300)
  void oneMoreFactIsAnotherLedger(@ForAll("feeds") List<BatchOf> feeds) {
    LedgerWriter writer = new LedgerWriter(Feed.CATALOG);
    LocalDate known = START;
    for (BatchOf feed : feeds) {
      known = known.plusDays(feed.days());
      write(writer, known, feed);
    }
    Ledger before = writer.snapshot();
    try (Batch batch = writer.batch("more", known)) {
      batch.row().by(Feed.ANA).on(START).put(WINS, 1);
      batch.commit();
    }
    assertNotEquals(before, writer.snapshot());
    assertNotEquals(writer.snapshot(), before);
  }
}
