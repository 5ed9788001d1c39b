package dev.guidepost.core.fact;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.id.PersonId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Laws of the ledger in random sequences of batches, against a plain map of rows. */
class LedgerProperties {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  /** A row: a key of few or none, whose it is (none rejects), an amount of wins, a product. */
  record RowOf(int key, int person, int wins, int product) {
    boolean good() {
      return person > 0 && wins >= 0;
    }

    @Nullable String keyText() {
      return key == 0 ? null : "k" + key;
    }

    String shown() {
      String by = "p" + person + " ";
      String dims = " {product=" + (product == 0 ? "(none)" : "x" + product) + "}";
      String key = keyText() == null ? "" : " (" + keyText() + ")";
      return "2026-01-01 "
          + by
          + "wins "
          + wins
          + dims
          + key
          + "|2026-01-01 "
          + by
          + "bookings -"
          + (wins + 1)
          + dims
          + key;
    }
  }

  /** A batch: an id of few, the days since the former one, its rows. */
  record BatchOf(int id, int days, List<RowOf> rows) {}

  @Provide
  Arbitrary<List<BatchOf>> feeds() {
    Arbitrary<RowOf> rows =
        Combinators.combine(
                Arbitraries.integers().between(0, 5),
                Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(-1, 3),
                Arbitraries.integers().between(0, 2))
            .as(RowOf::new);
    return Combinators.combine(
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(0, 2),
            rows.list().ofMaxSize(8))
        .as(BatchOf::new)
        .list()
        .ofMaxSize(8);
  }

  private static BatchReport write(LedgerWriter writer, String id, LocalDate known, BatchOf feed) {
    try (Batch batch = writer.batch(id, known)) {
      for (RowOf row : feed.rows()) {
        String key = row.keyText();
        Batch.Row open = (key == null ? batch.row() : batch.row(key)).on(START);
        open.by(row.person() == 0 ? null : PersonId.of("p" + row.person()));
        open.dim(PRODUCT, row.product() == 0 ? "" : "x" + row.product());
        open.put(WINS, row.wins()).put(BOOKINGS, -row.wins() - 1);
      }
      return batch.commit();
    }
  }

  private static List<String> shown(Ledger ledger) {
    List<String> lines = new ArrayList<>();
    Feed.facts(ledger).forEach(fact -> lines.add(fact.toString()));
    Collections.sort(lines);
    return lines;
  }

  private static List<String> shown(Map<String, RowOf> rows) {
    List<String> lines = new ArrayList<>();
    rows.values().forEach(row -> Collections.addAll(lines, row.shown().split("\\|")));
    Collections.sort(lines);
    return lines;
  }

  @Property(tries = 500)
  void accountsForEveryRowAndKeepsEveryDay(@ForAll("feeds") List<BatchOf> feeds) {
    LedgerWriter writer = new LedgerWriter(Feed.CATALOG);
    Map<String, RowOf> current = new TreeMap<>();
    Map<LocalDate, List<String>> history = new TreeMap<>();
    Set<Integer> ids = new HashSet<>();
    LocalDate known = START;
    int keyless = 0;
    for (BatchOf feed : feeds) {
      known = known.plusDays(feed.days());
      boolean replay = !ids.add(feed.id());
      long[] counts = new long[4];
      Set<String> keys = new HashSet<>();
      for (RowOf row : feed.rows()) {
        String key = row.keyText();
        boolean taken = row.good() && (key == null ? !replay : keys.add(key));
        if (!taken) {
          counts[3]++;
        } else {
          RowOf before = current.put(key == null ? "#" + keyless++ : key, row);
          counts[before == null ? 0 : before.equals(row) ? 2 : 1]++;
        }
      }
      BatchReport report = write(writer, "b" + feed.id(), known, feed);
      assertEquals(feed.rows().size(), report.offered());
      assertEquals(counts[0], report.accepted());
      assertEquals(counts[1], report.replaced());
      assertEquals(counts[2], report.unchanged());
      assertEquals(counts[3], report.rejects().size());
      history.put(known, shown(current));
    }
    Ledger ledger = writer.snapshot();
    assertEquals(shown(current), shown(ledger));
    history.forEach((day, lines) -> assertEquals(lines, shown(ledger.known(day)), day::toString));
    assertEquals(List.of(), shown(ledger.known(START.minusDays(1))));
    int sliced = 0;
    for (String value : ledger.values(PRODUCT)) {
      sliced += ledger.where(PRODUCT, value).count();
    }
    assertEquals(ledger.count(), sliced);
  }

  @Property(tries = 300)
  void theSameBatchAgainChangesNothing(@ForAll("feeds") List<BatchOf> feeds) {
    LedgerWriter writer = new LedgerWriter(Feed.CATALOG);
    LocalDate known = START;
    for (int i = 0; i < feeds.size(); i++) {
      known = known.plusDays(feeds.get(i).days());
      BatchReport first = write(writer, "b" + i, known, feeds.get(i));
      Ledger before = writer.snapshot();
      BatchReport again = write(writer, "b" + i, known.plusDays(i % 2), feeds.get(i));
      known = known.plusDays(i % 2);
      assertEquals(0, again.accepted() + again.replaced());
      assertEquals(first.offered(), again.offered());
      assertEquals(before.size(), writer.snapshot().size());
      assertEquals(before, writer.snapshot());
      assertEquals(before.reports(), writer.snapshot().reports());
      assertEquals(Feed.facts(before), Feed.facts(writer.snapshot()));
    }
  }
}
