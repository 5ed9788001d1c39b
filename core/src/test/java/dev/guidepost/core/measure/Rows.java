package dev.guidepost.core.measure;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Random rows of one fact each, some of them corrected later. */
final class Rows {

  static final LocalDate START = LocalDate.of(2025, 12, 20);
  static final LocalDate FIRST_KNOWN = LocalDate.of(2026, 3, 1);
  static final LocalDate THEN_KNOWN = LocalDate.of(2026, 3, 2);
  static final List<PartyId> PARTIES =
      List.of(PersonId.of("ana"), PersonId.of("ben"), UnitId.of("ana"), PersonId.of("cem"));

  /** One fact. */
  record Row(
      String key, PartyId party, LocalDate on, MetricId metric, Quantity amount, String account) {}

  private static final List<Metric> WITH_FACTS =
      Wide.CATALOG.metrics().stream().filter(m -> m.aggregation().takesFacts()).toList();

  private final Random random;
  final List<Row> first = new ArrayList<>();
  final List<Row> corrections = new ArrayList<>();

  Rows(long seed) {
    random = new Random(seed);
    int size = random.nextInt(120);
    for (int i = 0; i < size; i++) {
      first.add(row("row " + i));
      if (random.nextInt(5) == 0) {
        corrections.add(row("row " + i));
      }
    }
  }

  private Row row(String key) {
    Metric metric = WITH_FACTS.get(random.nextInt(WITH_FACTS.size()));
    boolean money = metric.unit() instanceof UnitOfMeasure.Money;
    long amount = money ? random.nextInt(2000) - 500 : random.nextInt(9);
    int account = random.nextInt(4);
    return new Row(
        key,
        PARTIES.get(random.nextInt(PARTIES.size())),
        START.plusDays(random.nextInt(40)),
        metric.id(),
        Quantity.ofUnscaled(amount, metric.scale()),
        account == 0 ? Dimension.NONE : "account" + account);
  }

  Period period() {
    LocalDate start = START.plusDays(random.nextInt(40));
    return Period.custom(start, start.plusDays(1 + random.nextInt(30)));
  }

  /** The rows as they stand once the corrections are known. */
  List<Row> corrected() {
    TreeMap<String, Row> byKey = new TreeMap<>();
    first.forEach(row -> byKey.put(row.key(), row));
    corrections.forEach(row -> byKey.put(row.key(), row));
    return List.copyOf(byKey.values());
  }

  Ledger ledger() {
    return ledger(first, corrections);
  }

  static Ledger ledger(List<Row> first, List<Row> corrections) {
    LedgerWriter writer = new LedgerWriter(Wide.CATALOG);
    write(writer.batch("first", FIRST_KNOWN), first);
    write(writer.batch("then", THEN_KNOWN), corrections);
    return writer.snapshot();
  }

  private static void write(Batch batch, List<Row> rows) {
    for (Row row : rows) {
      batch
          .row(row.key())
          .by(row.party())
          .on(row.on())
          .dim(Wide.ACCOUNT, row.account().equals(Dimension.NONE) ? "" : row.account())
          .put(row.metric(), row.amount());
    }
    if (!batch.commit().rejects().isEmpty()) {
      throw new AssertionError("rows must be right");
    }
  }
}
