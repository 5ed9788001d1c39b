package dev.guidepost.examples.bench;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.FactColumns;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PartyId;
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
import java.util.Collections;
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

  static final int ACCOUNTS = 50_000;

  /** A unit that is put below another one, and on which day. */
  static final int MOVED = 4;

  static final int TO = 3;
  static final int MOVE = 200;

  private static final ImmutableList<String> NAMES = IngestData.list(ACCOUNTS, i -> "account-" + i);

  private static final int SPAN = 8;
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
   * Makes data whose metrics are sums.
   *
   * @param size how many facts
   * @param accounts whether facts have an account
   */
  EngineData(int size, boolean accounts) {
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
    catalog = catalog(sums(), accounts);
    ledger = load();
  }

  /** Creates data of the same columns whose metrics are read in other ways, by number. */
  EngineData(EngineData other, List<Aggregation> aggregation) {
    party = other.party;
    metric = other.metric;
    day = other.day;
    amount = other.amount;
    account = other.account;
    parents = other.parents;
    teams = other.teams;
    organisation = other.organisation;
    catalog = catalog(aggregation, account.length > 0);
    ledger = load();
  }

  static List<Aggregation> sums() {
    return Collections.nCopies(METRICS, new Aggregation.Sum());
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

  /** Returns who a node is: first come all units, then all people. */
  PartyId node(int number) {
    return number < parents.length ? unit(number) : IngestData.PEOPLE.get(number - parents.length);
  }

  int nodes() {
    return parents.length + PEOPLE;
  }

  /** Returns the parent of a node, -1 of the root. */
  int parent(int node) {
    return node < parents.length ? parents[node] : teams[node - parents.length];
  }

  /** Returns the organisation with a unit of 512 people below another one from one day on. */
  Organisation reorganised() {
    return builder().reparent(unit(MOVED), unit(TO), IngestData.FIRST.plusDays(MOVE)).build();
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
    return writer().snapshot();
  }

  /** Returns a writer that has taken the columns in. */
  LedgerWriter writer() {
    LedgerWriter writer = new LedgerWriter(catalog);
    for (int from = 0; from < size(); from += BATCH) {
      int to = Math.min(size(), from + BATCH);
      FactColumns.Builder columns =
          columns(
              Arrays.copyOfRange(party, from, to),
              Arrays.copyOfRange(metric, from, to),
              Arrays.copyOfRange(day, from, to),
              Arrays.copyOfRange(amount, from, to));
      if (account.length > 0) {
        columns.dimension(ACCOUNT, NAMES, Arrays.copyOfRange(account, from, to));
      }
      take(writer, "batch " + from, columns);
    }
    return writer;
  }

  /** Takes in one more batch of facts, which have no account. */
  static void add(
      LedgerWriter writer, String name, int[] party, int[] metric, int[] day, long[] amount) {
    take(writer, name, columns(party, metric, day.clone(), amount));
  }

  private static FactColumns.Builder columns(int[] party, int[] metric, int[] day, long[] amount) {
    for (int i = 0; i < day.length; i++) {
      day[i] += (int) IngestData.FIRST.toEpochDay();
    }
    return FactColumns.builder(day.length)
        .parties(IngestData.PEOPLE, party)
        .metrics(IngestData.METRICS, metric)
        .days(day)
        .amounts(amount);
  }

  private static void take(LedgerWriter writer, String name, FactColumns.Builder columns) {
    try (Batch batch = writer.batch(name, IngestData.FIRST.plusYears(1))) {
      batch.columns(columns.build());
      batch.commit();
    }
  }
}
