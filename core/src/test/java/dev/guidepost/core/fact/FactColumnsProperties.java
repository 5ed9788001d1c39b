package dev.guidepost.core.fact;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Columns and rows are two ways to the same ledger. */
class FactColumnsProperties {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final List<PartyId> PARTIES =
      List.of(PersonId.of("east"), UnitId.of("east"), PersonId.of("bob"));
  private static final List<MetricId> METRICS = List.of(WINS, BOOKINGS);
  private static final List<String> VALUES = List.of("chair", "", "desk");

  record Cell(int party, int metric, int day, long amount, int value, int key) {
    @Nullable String keyText() {
      return key == 0 ? null : "k" + key;
    }
  }

  @Provide
  Arbitrary<List<List<Cell>>> batches() {
    return Combinators.combine(
            Arbitraries.integers().between(-1, 3),
            Arbitraries.integers().between(0, 1),
            Arbitraries.integers().between(0, 3),
            Arbitraries.longs().between(-1, 200),
            Arbitraries.integers().between(-1, 3),
            Arbitraries.integers().between(0, 6))
        .as(Cell::new)
        .list()
        .ofMaxSize(12)
        .list()
        .ofMaxSize(4);
  }

  private static void rows(Batch batch, List<Cell> cells) {
    for (Cell cell : cells) {
      String key = cell.keyText();
      Batch.Row row = key == null ? batch.row() : batch.row(key);
      row.by(cell.party() < 0 || cell.party() == 3 ? null : PARTIES.get(cell.party()));
      row.on(START.plusDays(cell.day()));
      if (cell.value() >= 0 && cell.value() < 3) {
        row.dim(PRODUCT, VALUES.get(cell.value()));
      }
      row.put(
          METRICS.get(cell.metric()),
          Quantity.ofUnscaled(cell.amount(), cell.metric() == 0 ? 0 : 2));
    }
  }

  private static FactColumns columns(List<Cell> cells) {
    int first = (int) START.toEpochDay();
    return FactColumns.builder(cells.size())
        .parties(PARTIES, cells.stream().mapToInt(Cell::party).toArray())
        .metrics(METRICS, cells.stream().mapToInt(Cell::metric).toArray())
        .days(cells.stream().mapToInt(cell -> first + cell.day()).toArray())
        .amounts(cells.stream().mapToLong(Cell::amount).toArray())
        .dimension(PRODUCT, VALUES, cells.stream().mapToInt(Cell::value).toArray())
        .keys(cells.stream().map(Cell::keyText).toArray(String[]::new))
        .build();
  }

  @Property(tries = 400)
  void columnsAndRowsGiveTheSameLedger(@ForAll("batches") List<List<Cell>> batches) {
    LedgerWriter byRow = new LedgerWriter(Feed.CATALOG);
    LedgerWriter byColumn = new LedgerWriter(Feed.CATALOG);
    for (int i = 0; i < batches.size(); i++) {
      LocalDate known = START.plusDays(i);
      String id = "batch " + i % 3;
      try (Batch batch = byRow.batch(id, known);
          Batch block = byColumn.batch(id, known)) {
        rows(batch, batches.get(i));
        BatchReport one = batch.commit();
        BatchReport other = block.columns(columns(batches.get(i))).commit();
        assertEquals(one.toString(), other.toString());
        assertEquals(
            one.rejects().stream().map(BatchReport.Reject::reason).toList(),
            other.rejects().stream().map(BatchReport.Reject::reason).toList());
        assertEquals(one, BatchReport.of(one.state()));
      }
    }
    assertEquals(Feed.facts(byRow.snapshot()), Feed.facts(byColumn.snapshot()));
    assertEquals(byRow.snapshot().size(), byColumn.snapshot().size());
  }
}
