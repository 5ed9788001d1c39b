package dev.guidepost.examples.fuzz;

import static dev.guidepost.examples.fuzz.FuzzTarget.require;
import static dev.guidepost.examples.fuzz.FuzzTarget.requireMessage;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.BatchReport;
import dev.guidepost.core.fact.Fact;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A feed into a ledger, as text: a line {@code batch|id|known} opens a batch, the lines below it
 * are rows {@code key|person|day|product|metric|amount|metric|amount...}, or a key alone, which is
 * withdrawn. What a field does not make is handed in as missing, and what the caller could have
 * known is left out after the refusal.
 */
final class Feed {
  static final List<String> VALID =
      List.of(
          """
          batch|crm-1|2026-10-01
          1|ana|2026-07-06|Compass|opportunities|45|cohort-wins|17
          2|ben|2026-07-06||opportunities|41
          3|ana|2026-09-30|Sextant|bookings|1054.50|wins|1|won-cycle-days|33
          |ana|2026-09-30||meetings|3
          batch|crm-2|2026-10-02
          2|ben|2026-07-07||opportunities|40
          3
          4|cy|2026-08-01|Compass|bookings|-20.5|average-deal-size|20.5
          batch|crm-1|2026-10-03
          1|ana|2026-07-06|Compass|opportunities|45|cohort-wins|17
          3|ana|2026-09-30|Sextant|bookings|1054.50|wins|1|won-cycle-days|33
          """);

  private static final Catalog CATALOG = StandardMetrics.catalog("USD", 2);

  private Feed() {}

  static boolean takes(String text) {
    LedgerWriter writer = new LedgerWriter(CATALOG);
    boolean taken = write(writer, text);
    Ledger ledger = writer.snapshot();
    require(facts(ledger).size() == ledger.count(), "facts must be counted", ledger.count());
    return taken;
  }

  /** Writes all batches of a text, and tells whether none was refused. */
  private static boolean write(LedgerWriter writer, String text) {
    boolean taken = true;
    for (List<String> batch : batches(text)) {
      taken &= commit(writer, batch);
    }
    return taken;
  }

  /** Returns the ledger that a text makes. */
  static Ledger ledger(String text) {
    LedgerWriter writer = new LedgerWriter(CATALOG);
    write(writer, text);
    return writer.snapshot();
  }

  /** Returns the lines of each batch of a text, the one that opens it first; no empty rows. */
  static List<List<String>> batches(String text) {
    List<List<String>> batches = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("batch|") || batches.isEmpty()) {
        batches.add(new ArrayList<>());
        batches.get(batches.size() - 1).add(line);
      } else if (!line.isEmpty()) {
        batches.get(batches.size() - 1).add(line);
      }
    }
    return batches;
  }

  static List<Fact> facts(Ledger ledger) {
    return IntStream.range(0, ledger.size())
        .filter(ledger::includes)
        .mapToObj(ledger::fact)
        .toList();
  }

  private static boolean commit(LedgerWriter writer, List<String> lines) {
    List<String> rows = lines.subList(1, lines.size());
    String[] head = (lines.get(0) + "||").split("\\|", -1);
    LocalDate known = day(head[2]);
    long before = writer.snapshot().count();
    try (Batch batch = writer.batch(head[1], known == null ? LocalDate.EPOCH : known)) {
      rows.forEach(row -> write(batch, row));
      BatchReport report = batch.commit();
      long rejected = report.rejects().size();
      require(report.offered() == rows.size(), "rows must be offered", rows.size(), report);
      require(
          report.offered() == report.accepted() + report.replaced() + report.unchanged() + rejected,
          "rows must be accounted for",
          report);
      report.rejects().forEach(reject -> require(!reject.reason().isBlank(), "reason", reject));
      replays(writer, head[1], known, rows);
      return true;
    } catch (IllegalArgumentException refused) {
      requireMessage(refused);
      require(writer.snapshot().count() == before, "a refused batch must leave nothing", head[1]);
      return false;
    }
  }

  /** The same batch again changes nothing. */
  private static void replays(
      LedgerWriter writer, String id, @Nullable LocalDate known, List<String> rows) {
    Ledger before = writer.snapshot();
    try (Batch again = writer.batch(id, known == null ? LocalDate.EPOCH : known)) {
      rows.forEach(row -> write(again, row));
      BatchReport report = again.commit();
      require(report.accepted() == 0 && report.replaced() == 0, "again", report);
    }
    require(facts(writer.snapshot()).equals(facts(before)), "again must change nothing", id);
  }

  private static void write(Batch batch, String line) {
    String[] fields = line.split("\\|", -1);
    if (isWithdrawal(line)) {
      batch.withdraw(line);
      return;
    }
    Batch.Row row = fields[0].isEmpty() ? batch.row() : batch.row(fields[0]);
    try {
      row.by(fields.length > 1 ? person(fields[1]) : null);
      row.on(fields.length > 2 ? day(fields[2]) : null);
      row.dim(StandardMetrics.PRODUCT, fields.length > 3 ? fields[3] : null);
      for (int i = 4; i + 1 < fields.length; i += 2) {
        row.put(MetricId.of(fields[i]), amount(fields[i + 1]));
      }
    } catch (IllegalArgumentException refused) {
      requireMessage(refused);
    }
  }

  /** Tells whether a line is a key and nothing else. */
  static boolean isWithdrawal(String line) {
    return !line.isEmpty() && line.indexOf('|') < 0;
  }

  static @Nullable PersonId person(String text) {
    try {
      return PersonId.of(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  static @Nullable BigDecimal amount(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
