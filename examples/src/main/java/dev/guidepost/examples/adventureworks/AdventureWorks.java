package dev.guidepost.examples.adventureworks;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.BatchReport;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.goal.TargetBook;
import dev.guidepost.core.goal.TargetVersion;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Microsoft's sample AdventureWorks, 2011 to 2014: quotas of irregular windows, managers who sell,
 * territories that are swapped, and orders that name another territory than the one that was held.
 *
 * @param ledger the subtotals of the orders of sellers, on the day of the order
 * @param quotas a target for each seller and window
 * @param byLine a unit for each sales manager, of which the manager, who sells too, is a member
 * @param byTerritory three groups of ten territories; who holds one is its member
 * @param windows the windows of the quotas: each ends where the next starts; unmodifiable
 */
public record AdventureWorks(
    Ledger ledger,
    TargetBook quotas,
    Organisation byLine,
    Organisation byTerritory,
    List<Period> windows) {

  /** The subtotal of orders. */
  public static final MetricId SALES = MetricId.of("sales");

  /** The territory that an order names, by its number. */
  public static final Dimension TERRITORY = Dimension.of("territory");

  /** The unit above all others, in both organisations. */
  public static final UnitId ALL = UnitId.of("all");

  /** The day after the last one of the last quota. */
  public static final LocalDate END = LocalDate.of(2014, 6, 1);

  /** Copies the list. */
  public AdventureWorks {
    windows = ImmutableList.copyOf(windows);
  }

  /**
   * Reads the sample.
   *
   * @param folder where its files are
   * @return the sample
   * @throws IOException if a file cannot be read
   */
  public static AdventureWorks read(Path folder) throws IOException {
    List<NamedCsvRecord> orders =
        rows(folder.resolve("sales_order_header_rep_orders_2011_2014.csv"));
    List<NamedCsvRecord> quotas = rows(folder.resolve("quota_history_2011_dates.csv"));
    List<PersonId> sellers =
        orders.stream().map(order -> person(order, "sales_person_id")).distinct().toList();
    List<Period> windows = windows(quotas);
    return new AdventureWorks(
        ledger(orders),
        quotas(quotas, windows),
        byLine(rows(folder.resolve("employee_tree.csv")), sellers),
        byTerritory(
            Files.readAllLines(folder.resolve("SalesTerritory.csv")),
            rows(folder.resolve("territory_history_2011_dates.csv")),
            sellers),
        windows);
  }

  /**
   * Returns all windows together.
   *
   * @return the days from the first window's first up to {@link #END}
   */
  public Period all() {
    return Period.custom(windows.get(0).start(), END);
  }

  private static List<NamedCsvRecord> rows(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      return csv.stream().toList();
    }
  }

  private static LocalDate day(NamedCsvRecord row, String field) {
    return LocalDate.parse(row.getField(field));
  }

  private static PersonId person(NamedCsvRecord row, String field) {
    return PersonId.of(row.getField(field));
  }

  private static List<Period> windows(List<NamedCsvRecord> quotas) {
    List<LocalDate> starts =
        quotas.stream().map(quota -> day(quota, "quota_date")).distinct().sorted().toList();
    List<Period> windows = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      windows.add(Period.custom(starts.get(i), i + 1 == starts.size() ? END : starts.get(i + 1)));
    }
    return windows;
  }

  private static Ledger ledger(List<NamedCsvRecord> orders) {
    Metric sales =
        Metric.builder()
            .id(SALES)
            .name("Sales")
            .definition("Subtotals of orders, on the day of the order.")
            .aggregation(new Aggregation.Sum())
            .unit(new UnitOfMeasure.Money("USD"))
            .scale(4)
            .metricClass(MetricClass.RESULT)
            .timing(Timing.LAGGING)
            .build();
    LedgerWriter writer = new LedgerWriter(Catalog.of(List.of(sales), List.of(TERRITORY)));
    try (Batch batch = writer.batch("orders", END)) {
      for (NamedCsvRecord order : orders) {
        batch
            .row(order.getField("sales_order_id"))
            .by(person(order, "sales_person_id"))
            .on(day(order, "order_date"))
            .dim(TERRITORY, order.getField("territory_id"))
            .put(SALES, new BigDecimal(order.getField("sub_total")));
      }
      BatchReport report = batch.commit();
      if (!report.rejects().isEmpty()) {
        throw new IllegalArgumentException("orders must be right, but were " + report.rejects());
      }
    }
    return writer.snapshot();
  }

  /** Who set a quota is not told; it is known from its first day on. */
  private static TargetBook quotas(List<NamedCsvRecord> quotas, List<Period> windows) {
    Map<LocalDate, Period> byStart = new HashMap<>();
    windows.forEach(window -> byStart.put(window.start(), window));
    List<TargetVersion> versions = new ArrayList<>();
    for (NamedCsvRecord quota : quotas) {
      LocalDate day = day(quota, "quota_date");
      Target target =
          Target.builder()
              .owner(person(quota, "business_entity_id"))
              .metric(SALES)
              .period(Objects.requireNonNull(byStart.get(day)))
              .amount(Quantity.parse(quota.getField("sales_quota")))
              .build();
      versions.add(TargetVersion.of(target, day, PersonId.of("not told"), "quota"));
    }
    return TargetBook.EMPTY.with(versions);
  }

  private static Organisation byLine(List<NamedCsvRecord> employees, List<PersonId> sellers) {
    Organisation.Builder builder = Organisation.builder(ALL, "Sales");
    Map<PersonId, String> managers = new HashMap<>();
    Map<PersonId, String> titles = new HashMap<>();
    Set<PersonId> leading = new HashSet<>();
    for (NamedCsvRecord employee : employees) {
      PersonId id = person(employee, "business_entity_id");
      String title = employee.getField("job_title");
      managers.put(id, employee.getField("manager_id"));
      titles.put(id, title);
      if (title.endsWith("Sales Manager")) {
        leading.add(id);
        builder.unit(UnitId.of("team " + id), title, "team", ALL);
      }
    }
    for (PersonId seller : sellers) {
      builder.person(seller, titles.getOrDefault(seller, seller.value()));
      String leader = leading.contains(seller) ? seller.value() : managers.get(seller);
      builder.member(seller, UnitId.of("team " + leader));
    }
    return builder.build();
  }

  /** Last days are inclusive. */
  private static Organisation byTerritory(
      List<String> territories, List<NamedCsvRecord> stays, List<PersonId> sellers) {
    Organisation.Builder builder = Organisation.builder(ALL, "All territories");
    Set<String> groups = new HashSet<>();
    for (String line : territories) {
      List<String> fields = Splitter.on('\t').splitToList(line);
      UnitId group = UnitId.of(fields.get(3));
      if (groups.add(fields.get(3))) {
        builder.unit(group, fields.get(3), "group", ALL);
      }
      builder.unit(UnitId.of("territory " + fields.get(0)), fields.get(1), "territory", group);
    }
    sellers.forEach(seller -> builder.person(seller, seller.value()));
    for (NamedCsvRecord stay : stays) {
      UnitId territory = UnitId.of("territory " + stay.getField("territory_id"));
      PersonId holder = person(stay, "business_entity_id");
      LocalDate from = day(stay, "start_date");
      if (stay.getField("end_date").isEmpty()) {
        builder.member(holder, territory, from);
      } else {
        builder.member(holder, territory, from, day(stay, "end_date").plusDays(1));
      }
    }
    return builder.build();
  }
}
