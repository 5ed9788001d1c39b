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

  private static Arbitrary<Cell> cells() {
    return Combinators.combine(
            Arbitraries.integers().between(-1, 3),
            Arbitraries.integers().between(0, 1),
            Arbitraries.integers().between(0, 3),
            Arbitraries.longs().between(-1, 200),
            Arbitraries.integers().between(-1, 3),
            Arbitraries.integers().between(0, 6))
        .as(Cell::new);
  }

  @Provide
  Arbitrary<List<List<Cell>>> batches() {
    return cells().list().ofMaxSize(12).list().ofMaxSize(4);
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
    return columns(new Arrays(cells));
  }

  /** The arrays of columns, that can be filled again. */
  private static final class Arrays {
    private final int[] parties;
    private final int[] metrics;
    private final int[] days;
    private final long[] amounts;
    private final int[] values;
    private final @Nullable String[] keys;

    Arrays(List<Cell> cells) {
      parties = new int[cells.size()];
      metrics = new int[cells.size()];
      days = new int[cells.size()];
      amounts = new long[cells.size()];
      values = new int[cells.size()];
      keys = new String[cells.size()];
      fill(cells);
    }

    private void fill(List<Cell> cells) {
      for (int i = 0; i < cells.size(); i++) {
        Cell cell = cells.get(i);
        parties[i] = cell.party();
        metrics[i] = cell.metric();
        days[i] = (int) START.toEpochDay() + cell.day();
        amounts[i] = cell.amount();
        values[i] = cell.value();
        keys[i] = cell.keyText();
      }
    }
  }

  private static FactColumns columns(Arrays arrays) {
    return FactColumns.builder(arrays.parties.length)
        .parties(PARTIES, arrays.parties)
        .metrics(METRICS, arrays.metrics)
        .days(arrays.days)
        .amounts(arrays.amounts)
        .dimension(PRODUCT, VALUES, arrays.values)
        .keys(arrays.keys)
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

  @Provide
  Arbitrary<List<List<Cell>>> blocks() {
    return cells().list().ofSize(6).list().ofMinSize(1).ofMaxSize(8);
  }

  /** What a writer keeps from batch to batch, codes of participants and values, must not show. */
  @Property(tries = 400)
  void columnsFilledAgainAreTakenAsNewOnes(@ForAll("blocks") List<List<Cell>> blocks) {
    LedgerWriter filledAgain = new LedgerWriter(Feed.CATALOG);
    LedgerWriter eachNew = new LedgerWriter(Feed.CATALOG);
    Arrays arrays = new Arrays(blocks.get(0));
    FactColumns columns = columns(arrays);
    for (int i = 0; i < blocks.size(); i++) {
      arrays.fill(blocks.get(i));
      try (Batch batch = filledAgain.batch("batch " + i / 2, START.plusDays(i));
          Batch block = eachNew.batch("batch " + i / 2, START.plusDays(i));
          Batch dropped = filledAgain.batch("dropped", START.plusDays(i))) {
        dropped.columns(columns);
        if (i % 3 == 2) { // others in between
          batch.row("k9").by(PARTIES.get(i % 2)).on(START).dim(PRODUCT, "lamp").put(WINS, i);
          block.row("k9").by(PARTIES.get(i % 2)).on(START).dim(PRODUCT, "lamp").put(WINS, i);
          batch.columns(columns(blocks.get(0)));
          block.columns(columns(blocks.get(0)));
        }
        assertEquals(
            block.columns(columns(blocks.get(i))).commit(), batch.columns(columns).commit());
      }
    }
    assertEquals(eachNew.snapshot(), filledAgain.snapshot());
    assertEquals(Feed.facts(eachNew.snapshot()), Feed.facts(filledAgain.snapshot()));
  }
}
