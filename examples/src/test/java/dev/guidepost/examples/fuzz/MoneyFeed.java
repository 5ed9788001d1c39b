package dev.guidepost.examples.fuzz;

import static dev.guidepost.examples.fuzz.FuzzTarget.require;
import static dev.guidepost.examples.fuzz.FuzzTarget.requireMessage;

import com.google.common.collect.ImmutableMultiset;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.BatchReport;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.examples.fuzz.RowModel.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A feed with money of several currencies and values that weigh: a line {@code batch|id|known}
 * opens a batch, the lines below it are rows {@code key|person|day|currency|put|put...}, and a put
 * is {@code metric~amount}, {@code metric~amount~currency} or {@code metric~value*weight}; a key
 * alone is withdrawn. What must come in is told by {@link RowModel}.
 */
final class MoneyFeed {
  static final List<String> VALID =
      List.of(
          """
          batch|eu-1|2026-10-01
          1|ana|2026-07-06|EUR|bookings~1054.50|wins~1
          2|ben|2026-07-06||bookings~41~GBP|costs-of-goods~12.25|meetings~3
          3|ana|2026-09-30|AUD|bookings~7~USD|bookings~8|satisfaction~6.5*40
          |ana|2026-09-30|JPY|quota~300000|satisfaction~9*2|won-cycle-days~33
          batch|eu-2|2026-10-02
          2|ben|2026-07-07||bookings~41~GBP
          3
          9
          4|cy|2026-08-01|JPY|live-pipeline-value~-20.5~CHF
          batch|eu-1|2026-10-03
          1|ana|2026-07-06|EUR|bookings~1054.50|wins~1
          """);

  private static final Catalog CATALOG =
      StandardMetrics.fullCatalog("USD", 2).with(Dimension.CURRENCY);

  private final LedgerWriter writer = new LedgerWriter(CATALOG);
  private final Map<String, ImmutableMultiset<Entry>> byKey = new HashMap<>();
  private final List<Entry> keyless = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private MoneyFeed() {}

  static boolean takes(String text) {
    MoneyFeed feed = new MoneyFeed();
    boolean taken = true;
    for (List<String> batch : Feed.batches(text)) {
      taken &= feed.commit(batch);
    }
    feed.requireEntries();
    return taken && feed.hasForeignMoney();
  }

  /** Without any, a text is not worth to be mutated. */
  private boolean hasForeignMoney() {
    return writer.snapshot().currencies().values().stream()
        .anyMatch(currencies -> !currencies.equals(Set.of("USD")));
  }

  private boolean commit(List<String> lines) {
    List<String> rows = lines.subList(1, lines.size());
    String[] head = (lines.get(0) + "||").split("\\|", -1);
    LocalDate known = Feed.day(head[2]);
    long rejected = 0;
    long neverSeen = 0;
    try (Batch batch = writer.batch(head[1], known == null ? LocalDate.EPOCH : known)) {
      Set<String> keys = new HashSet<>();
      Map<String, ImmutableMultiset<Entry>> keyed = new HashMap<>();
      List<Entry> others = new ArrayList<>();
      for (String line : rows) {
        String[] fields = (line + "|||").split("\\|", -1);
        RowModel model = new RowModel(CATALOG, fields[1], fields[2], fields[3]);
        boolean withdrawn = Feed.isWithdrawal(line);
        if (withdrawn) {
          batch.withdraw(line);
        } else {
          write(batch, fields, model);
        }
        boolean hasKey = !fields[0].isEmpty();
        if (!model.ends(fields[0], withdrawn, ids.contains(head[1]))
            || (hasKey && !keys.add(fields[0]))) {
          rejected++;
        } else if (withdrawn && !byKey.containsKey(line)) {
          neverSeen++;
        } else if (hasKey) {
          keyed.put(fields[0], ImmutableMultiset.copyOf(model.entries()));
        } else {
          others.addAll(model.entries());
        }
      }
      BatchReport report = batch.commit();
      ids.add(head[1]);
      require(report.offered() == rows.size(), "rows must be offered", rows.size(), report);
      require(report.rejects().size() == rejected, "rows to reject", rejected, report);
      requireCounts(report, neverSeen, keyed, others);
      byKey.putAll(keyed);
      keyless.addAll(others);
      requireEntries();
      return rejected == 0;
    } catch (IllegalArgumentException refused) {
      requireMessage(refused);
      return false;
    }
  }

  private void requireCounts(
      BatchReport report,
      long neverSeen,
      Map<String, ImmutableMultiset<Entry>> keyed,
      List<Entry> others) {
    long replaced = report.replaced() + report.unchanged();
    long before = keyed.keySet().stream().filter(byKey::containsKey).count();
    require(replaced == before + neverSeen, "keys known before", before, neverSeen, report);
    long same =
        keyed.entrySet().stream()
            .filter(row -> row.getValue().equals(byKey.get(row.getKey())))
            .count();
    require(report.unchanged() <= same + neverSeen, "rows that are the same", same, report);
    require(
        report.offered() == report.accepted() + replaced + report.rejects().size(),
        "rows must be accounted for",
        report);
    require(report.accepted() >= keyed.size() - before, "new rows", report, others);
  }

  /** What the ledger holds is what the model holds. */
  private void requireEntries() {
    ImmutableMultiset.Builder<Entry> expected = ImmutableMultiset.builder();
    expected.addAll(keyless);
    byKey.values().forEach(expected::addAll);
    Ledger ledger = writer.snapshot();
    List<Entry> held =
        Feed.facts(ledger).stream()
            .map(
                fact ->
                    new Entry(
                        fact.party(),
                        fact.metric(),
                        fact.on(),
                        fact.amount(),
                        fact.dimensions().getOrDefault(Dimension.CURRENCY, "missing")))
            .toList();
    ImmutableMultiset<Entry> all = expected.build();
    require(ImmutableMultiset.copyOf(held).equals(all), "entries must be as told", all, held);
    Map<MetricId, Set<String>> currencies = new HashMap<>();
    for (Entry entry : held) {
      if (RowModel.isMoney(CATALOG, entry.metric())) {
        currencies.computeIfAbsent(entry.metric(), id -> new HashSet<>()).add(entry.currency());
      }
    }
    require(ledger.currencies().equals(currencies), "currencies", currencies, ledger.currencies());
  }

  private static void write(Batch batch, String[] fields, RowModel model) {
    Batch.Row row = fields[0].isEmpty() ? batch.row() : batch.row(fields[0]);
    row.by(Feed.person(fields[1])).on(Feed.day(fields[2])).dim(Dimension.CURRENCY, fields[3]);
    for (int i = 4; i < fields.length; i++) {
      String[] put = fields[i].split("~", -1);
      MetricId metric;
      try {
        metric = MetricId.of(put[0]);
      } catch (IllegalArgumentException none) {
        continue;
      }
      String[] weighted = put.length == 2 ? put[1].split("\\*", -1) : new String[0];
      try {
        if (put.length > 2) {
          model.put(metric, Feed.amount(put[1]), put[2]);
          row.put(metric, Feed.amount(put[1]), put[2]);
        } else if (weighted.length == 2) {
          model.weigh(metric, Feed.amount(weighted[0]), Feed.amount(weighted[1]));
          row.put(metric, Feed.amount(weighted[0]), Feed.amount(weighted[1]));
        } else if (put.length == 2) {
          model.put(metric, Feed.amount(put[1]), null);
          row.put(metric, Feed.amount(put[1]));
        }
      } catch (IllegalArgumentException refused) {
        requireMessage(refused);
        require(model.refuses(), "must be refused only where it must", fields[i], refused);
      }
    }
  }
}
