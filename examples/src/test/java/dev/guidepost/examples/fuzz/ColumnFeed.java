package dev.guidepost.examples.fuzz;

import static dev.guidepost.examples.fuzz.FuzzTarget.require;

import com.google.common.collect.ImmutableMultiset;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.BatchReport;
import dev.guidepost.core.fact.FactColumns;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed in columns and the same rows one by one, which must agree: lines {@code
 * key|person|day|product|metric|digits}, the day counted from 1970.
 */
final class ColumnFeed {
  static final List<String> VALID =
      List.of(
          """
          1|ana|20574|Compass|bookings|105450
          2|ben|20574||wins|1
          |ana|20575|Sextant|meetings|3
          3|cy|20576|Compass|won-cycle-days|33
          """);

  private static final Catalog CATALOG = StandardMetrics.catalog("USD", 2);
  private static final LocalDate KNOWN = LocalDate.of(2026, 10, 1);

  /** One line; a part that the text does not make is missing. */
  private record Line(
      @Nullable String key,
      @Nullable PartyId person,
      int day,
      String product,
      MetricId metric,
      long digits) {}

  private ColumnFeed() {}

  static boolean takes(String text) {
    List<Line> lines = new ArrayList<>();
    boolean all = true;
    for (String line : text.split("\n", -1)) {
      Line parsed = line(line.split("\\|", -1));
      if (parsed != null) {
        lines.add(parsed);
      }
      all &= parsed != null || line.isEmpty();
    }
    LedgerWriter byColumns = new LedgerWriter(CATALOG);
    LedgerWriter byRows = new LedgerWriter(CATALOG);
    BatchReport columns = columns(byColumns, lines);
    BatchReport rows = rows(byRows, lines);
    require(columns.offered() == lines.size(), "rows must be offered", columns);
    require(columns.accepted() == rows.accepted(), "must accept alike", columns, rows);
    require(columns.rejects().size() == rows.rejects().size(), "must reject alike", columns, rows);
    Ledger ledger = byColumns.snapshot();
    require(
        ImmutableMultiset.copyOf(Feed.facts(ledger))
            .equals(ImmutableMultiset.copyOf(Feed.facts(byRows.snapshot()))),
        "must record alike",
        lines);
    require(ledger.merge(new LedgerWriter(CATALOG).snapshot()).equals(ledger), "nothing", lines);
    require(ledger.merge(ledger).equals(ledger), "the same batch must count once", lines);
    return all && rows.rejects().isEmpty();
  }

  private static @Nullable Line line(String[] fields) {
    try {
      MetricId metric = MetricId.of(fields[4]);
      if (!CATALOG.metric(metric).aggregation().takesFacts()) {
        return null;
      }
      return new Line(
          fields[0].isEmpty() ? null : fields[0],
          fields[1].isEmpty() ? null : PersonId.of(fields[1]),
          Integer.parseInt(fields[2]),
          fields[3],
          metric,
          Long.parseLong(fields[5]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      return null;
    }
  }

  private static BatchReport columns(LedgerWriter writer, List<Line> lines) {
    int size = lines.size();
    Codes<PartyId> people = new Codes<>(size);
    Codes<MetricId> metrics = new Codes<>(size);
    Codes<String> products = new Codes<>(size);
    int[] days = new int[size];
    long[] amounts = new long[size];
    String[] keys = new String[size];
    metrics.list.add(StandardMetrics.WINS);
    for (int i = 0; i < size; i++) {
      Line line = lines.get(i);
      people.put(i, line.person());
      metrics.put(i, line.metric());
      products.put(i, line.product());
      days[i] = line.day();
      amounts[i] = line.digits();
      keys[i] = line.key();
    }
    FactColumns columns =
        FactColumns.builder(size)
            .parties(people.list, people.codes)
            .metrics(metrics.list, metrics.codes)
            .days(days)
            .amounts(amounts)
            .dimension(StandardMetrics.PRODUCT, products.list, products.codes)
            .keys(keys)
            .build();
    try (Batch batch = writer.batch("columns", KNOWN)) {
      return batch.columns(columns).commit();
    }
  }

  private static BatchReport rows(LedgerWriter writer, List<Line> lines) {
    try (Batch batch = writer.batch("rows", KNOWN)) {
      for (Line line : lines) {
        Batch.Row row = line.key() == null ? batch.row() : batch.row(line.key());
        int scale = CATALOG.metric(line.metric()).scale();
        row.by(line.person())
            .on(LocalDate.ofEpochDay(line.day()))
            .dim(StandardMetrics.PRODUCT, line.product())
            .put(line.metric(), Quantity.ofUnscaled(line.digits(), scale));
      }
      return batch.commit();
    }
  }

  /** A dictionary and the code of each row. */
  private static final class Codes<T> {
    final List<T> list = new ArrayList<>();
    final int[] codes;

    Codes(int size) {
      codes = new int[size];
    }

    void put(int row, @Nullable T value) {
      if (value != null && !list.contains(value)) {
        list.add(value);
      }
      codes[row] = value == null ? -1 : list.indexOf(value);
    }
  }
}
