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
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A feed in columns and the same rows one by one, which must agree: lines {@code
 * key|person|day|product|metric|digits|currency}, the day counted from 1970. A person, a metric or
 * a currency {@code #7} stands for the code itself, which may lie outside the dictionary.
 */
final class ColumnFeed {
  static final List<String> VALID =
      List.of(
          """
          1|ana|20574|Compass|bookings|105450|
          2|ben|20574||wins|1|EUR
          |ana|20575|Sextant|meetings|3
          3|cy|20576|Compass|won-cycle-days|33|
          """,
          """
          1|ana|20574|Compass|bookings|105450|EUR
          2|ben|20574||bookings|1|#0
          |#0|20575|Sextant|quota|3|#99
          5|#1|20575||costs-of-goods|-7|AUD
          3|cy|20576|Compass|#2|33|#-1
          """);

  private static final Catalog CATALOG =
      StandardMetrics.fullCatalog("USD", 2).with(Dimension.CURRENCY);
  private static final LocalDate KNOWN = LocalDate.of(2026, 10, 1);

  /** One line. */
  private record Line(
      @Nullable String key,
      String person,
      int day,
      String product,
      String metric,
      long digits,
      String currency) {}

  /** What the columns say of one line; what a code outside its dictionary means is missing. */
  private record Cells(
      @Nullable PartyId person, @Nullable MetricId metric, @Nullable String currency) {}

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
    List<Cells> cells = new ArrayList<>();
    BatchReport columns = columns(byColumns, lines, cells);
    BatchReport rows = rows(byRows, lines, cells);
    require(columns.offered() == lines.size(), "rows must be offered", columns);
    require(
        columns.offered() == columns.accepted() + columns.rejects().size(),
        "rows must be accounted for",
        columns);
    require(columns.accepted() == rows.accepted(), "must accept alike", columns, rows);
    require(columns.rejects().size() == rows.rejects().size(), "must reject alike", columns, rows);
    Ledger ledger = byColumns.snapshot();
    require(
        ImmutableMultiset.copyOf(Feed.facts(ledger))
            .equals(ImmutableMultiset.copyOf(Feed.facts(byRows.snapshot()))),
        "must record alike",
        lines);
    require(ledger.currencies().equals(byRows.snapshot().currencies()), "currencies", lines);
    require(ledger.merge(new LedgerWriter(CATALOG).snapshot()).equals(ledger), "nothing", lines);
    require(ledger.merge(ledger).equals(ledger), "the same batch must count once", lines);
    return all && rows.rejects().isEmpty();
  }

  private static @Nullable Line line(String[] fields) {
    try {
      if (!isCode(fields[4])
          && !CATALOG.metric(MetricId.of(fields[4])).aggregation().takesFacts()) {
        return null;
      }
      return new Line(
          fields[0].isEmpty() ? null : fields[0],
          fields[1].isEmpty() || isCode(fields[1]) ? fields[1] : PersonId.of(fields[1]).value(),
          Integer.parseInt(fields[2]),
          fields[3],
          fields[4],
          Long.parseLong(fields[5]),
          fields.length > 6 ? fields[6] : "");
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      return null;
    }
  }

  private static boolean isCode(String text) {
    return text.matches("#-?[0-9]{1,9}");
  }

  private static BatchReport columns(LedgerWriter writer, List<Line> lines, List<Cells> cells) {
    int size = lines.size();
    Codes<PartyId> people = new Codes<>(size);
    Codes<MetricId> metrics = new Codes<>(size);
    Codes<String> products = new Codes<>(size);
    Codes<String> currencies = new Codes<>(size);
    int[] days = new int[size];
    long[] amounts = new long[size];
    String[] keys = new String[size];
    metrics.list.add(StandardMetrics.WINS);
    for (int i = 0; i < size; i++) {
      Line line = lines.get(i);
      people.put(i, line.person(), PersonId::of);
      metrics.put(i, line.metric(), MetricId::of);
      products.put(i, line.product(), product -> product);
      currencies.put(i, line.currency(), currency -> currency);
      days[i] = line.day();
      amounts[i] = line.digits();
      keys[i] = line.key();
    }
    for (int i = 0; i < size; i++) {
      cells.add(new Cells(people.at(i), metrics.at(i), currencies.at(i)));
    }
    FactColumns columns =
        FactColumns.builder(size)
            .parties(people.list, people.codes)
            .metrics(metrics.list, metrics.codes)
            .days(days)
            .amounts(amounts)
            .dimension(StandardMetrics.PRODUCT, products.list, products.codes)
            .dimension(Dimension.CURRENCY, currencies.list, currencies.codes)
            .keys(keys)
            .build();
    try (Batch batch = writer.batch("columns", KNOWN)) {
      return batch.columns(columns).commit();
    }
  }

  private static BatchReport rows(LedgerWriter writer, List<Line> lines, List<Cells> cells) {
    try (Batch batch = writer.batch("rows", KNOWN)) {
      for (int i = 0; i < lines.size(); i++) {
        Line line = lines.get(i);
        Cells cell = cells.get(i);
        Batch.Row row = line.key() == null ? batch.row() : batch.row(line.key());
        row.by(cell.person())
            .on(LocalDate.ofEpochDay(line.day()))
            .dim(StandardMetrics.PRODUCT, line.product());
        if (cell.metric() == null) {
          row.put(StandardMetrics.WINS, -1); // no metric: rejected here for another reason
          continue;
        }
        row.dim(Dimension.CURRENCY, cell.currency());
        int scale = CATALOG.metric(cell.metric()).scale();
        row.put(cell.metric(), Quantity.ofUnscaled(line.digits(), scale));
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

    /** Gives a row a value, or a code as it is; a text that is empty gives none. */
    void put(int row, String text, Function<String, T> value) {
      if (isCode(text)) {
        codes[row] = Integer.parseInt(text.substring(1));
      } else if (text.isEmpty()) {
        codes[row] = -1;
      } else {
        T given = value.apply(text);
        if (!list.contains(given)) {
          list.add(given);
        }
        codes[row] = list.indexOf(given);
      }
    }

    @Nullable T at(int row) {
      return codes[row] < 0 || codes[row] >= list.size() ? null : list.get(codes[row]);
    }
  }
}
