package dev.guidepost.examples.bench;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.FactColumns;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Facts to roll up: of 10,000 people in a tree of 1,431 units on five levels, each of eight below
 * it; 12 metrics, 365 days, in random order. As plain columns, and as a ledger of the same.
 */
final class EngineData {

  static final int PEOPLE = IngestData.PEOPLE.size();
  static final int METRICS = IngestData.METRICS.size();
  static final int DAYS = 365;
  static final Dimension ACCOUNT = Dimension.of("account");

  private static final int SPAN = 8;
  private static final int ACCOUNTS = 50_000;
  private static final int BATCH = 1 << 18;

  final int[] party;
  final int[] metric;
  final int[] day;
  final long[] amount;
  final int[] account;
  final Catalog catalog;
  final Ledger ledger;
  final Organisation organisation;

  /** By unit its parent, -1 of the root; units come before those below them. */
  final int[] parents;

  /** By person the unit. */
  final int[] teams;

  /**
   * Makes data.
   *
   * @param size how many facts
   * @param aggregation how metrics are read, by number
   * @param accounts whether facts have an account
   */
  EngineData(int size, List<Aggregation> aggregation, boolean accounts) {
    party = new int[size];
    metric = new int[size];
    day = new int[size];
    amount = new long[size];
    account = new int[accounts ? size : 0];
    SplittableRandom random = new SplittableRandom(size);
    for (int i = 0; i < size; i++) {
      party[i] = random.nextInt(PEOPLE);
      metric[i] = random.nextInt(METRICS);
      day[i] = random.nextInt(DAYS);
      amount[i] = random.nextLong(1, 1_000_000);
      if (accounts) {
        account[i] = random.nextInt(ACCOUNTS);
      }
    }
    List<Integer> levels = new ArrayList<>(List.of(PEOPLE));
    while (levels.get(0) > 1) {
      levels.add(0, (levels.get(0) + SPAN - 1) / SPAN);
    }
    int units = levels.stream().mapToInt(Integer::intValue).sum() - PEOPLE;
    parents = new int[units];
    parents[0] = -1;
    teams = new int[PEOPLE];
    int start = 1;
    for (int level = 1; level < levels.size(); level++) {
      int above = start - levels.get(level - 1);
      for (int i = 0; i < levels.get(level); i++) {
        (level == levels.size() - 1 ? teams : parents)[level == levels.size() - 1 ? i : start + i] =
            above + i / SPAN;
      }
      start += levels.get(level);
    }
    organisation = builder().build();
    catalog = catalog(aggregation, accounts);
    ledger = load();
  }

  int size() {
    return party.length;
  }

  static List<Period> periods() {
    List<Period> periods = new ArrayList<>();
    for (Grain grain : List.of(Grain.MONTH, Grain.QUARTER, Grain.YEAR)) {
      periods.addAll(
          FiscalCalendar.calendarYear()
              .periods(grain, IngestData.FIRST, IngestData.FIRST.plusDays(DAYS - 1)));
    }
    return periods;
  }

  static UnitId unit(int number) {
    return UnitId.of("unit-" + number);
  }

  /** Returns the organisation with a unit of 512 people below another one from day 200 on. */
  Organisation reorganised() {
    return builder().reparent(unit(4), unit(3), IngestData.FIRST.plusDays(200)).build();
  }

  private Organisation.Builder builder() {
    Organisation.Builder builder = Organisation.builder(unit(0), "Company");
    for (int i = 1; i < parents.length; i++) {
      builder.unit(unit(i), "Unit " + i, "unit", unit(parents[i]));
    }
    for (int i = 0; i < PEOPLE; i++) {
      builder
          .person(IngestData.PEOPLE.get(i), "Person " + i)
          .member(IngestData.PEOPLE.get(i), unit(teams[i]));
    }
    return builder;
  }

  private static Catalog catalog(List<Aggregation> aggregations, boolean accounts) {
    List<Metric> metrics = new ArrayList<>();
    for (int i = 0; i < aggregations.size(); i++) {
      metrics.add(
          Metric.builder()
              .id(i < METRICS ? IngestData.METRICS.get(i) : MetricId.of("derived-" + i))
              .name("Metric " + i)
              .definition("Metric number " + i + ".")
              .aggregation(aggregations.get(i))
              .unit(unitOf(aggregations.get(i)))
              .scale(i < METRICS ? 2 : 0)
              .metricClass(MetricClass.RESULT)
              .timing(Timing.LAGGING)
              .build());
    }
    return Catalog.of(metrics, accounts ? List.of(ACCOUNT) : List.of());
  }

  private static UnitOfMeasure unitOf(Aggregation aggregation) {
    return switch (aggregation.kept()) {
      case VALUES -> new UnitOfMeasure.Count("accounts");
      case NOTHING -> new UnitOfMeasure.Share();
      default -> new UnitOfMeasure.Money("USD");
    };
  }

  /** Returns a new ledger of the columns. */
  Ledger load() {
    LedgerWriter writer = new LedgerWriter(catalog);
    int first = (int) IngestData.FIRST.toEpochDay();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < ACCOUNTS && account.length > 0; i++) {
      names.add("account-" + i);
    }
    for (int from = 0; from < size(); from += BATCH) {
      int to = Math.min(size(), from + BATCH);
      int[] days = new int[to - from];
      for (int i = from; i < to; i++) {
        days[i - from] = first + day[i];
      }
      FactColumns.Builder columns =
          FactColumns.builder(to - from)
              .parties(IngestData.PEOPLE, Arrays.copyOfRange(party, from, to))
              .metrics(IngestData.METRICS, Arrays.copyOfRange(metric, from, to))
              .days(days)
              .amounts(Arrays.copyOfRange(amount, from, to));
      if (account.length > 0) {
        columns.dimension(ACCOUNT, names, Arrays.copyOfRange(account, from, to));
      }
      try (Batch batch = writer.batch("batch " + from, IngestData.FIRST.plusYears(1))) {
        batch.columns(columns.build());
        batch.commit();
      }
    }
    return writer.snapshot();
  }
}
