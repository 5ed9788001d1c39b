package dev.guidepost.core.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Conversion;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.Reporter;
import dev.guidepost.core.quantity.ExchangeRates;
import dev.guidepost.core.quantity.Histogram;
import dev.guidepost.core.quantity.RateKind;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.FiscalCalendar.YearName;
import dev.guidepost.core.time.Period;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What metrics come to, by hand. */
class MeasuringTest {

  private static final FiscalCalendar CALENDAR = FiscalCalendar.calendarYear();
  private static final Period JANUARY = CALENDAR.period("2026-01");
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final PersonId CEM = PersonId.of("cem");
  private static final List<PartyId> ALL = List.of(ANA, BEN, CEM);

  private record Entry(PartyId who, String day, String metric, String amount, String account) {}

  private static Entry entry(PartyId who, String day, String metric, String amount) {
    return new Entry(who, day, metric, amount, "");
  }

  private static Ledger ledger(Catalog catalog, Entry... entries) {
    LedgerWriter writer = new LedgerWriter(catalog);
    try (Batch batch = writer.batch("one", LocalDate.of(2026, 12, 31))) {
      for (Entry entry : entries) {
        batch
            .row()
            .by(entry.who())
            .on(LocalDate.parse(entry.day()))
            .dim(Wide.ACCOUNT, entry.account())
            .put(MetricId.of(entry.metric()), new BigDecimal(entry.amount()));
      }
      assertEquals(List.of(), batch.commit().rejects());
    }
    return writer.snapshot();
  }

  private static Measurement measure(Ledger ledger, String metric) {
    return Measuring.of(ledger, CALENDAR).measure(MetricId.of(metric), ALL, JANUARY);
  }

  /** CASES C-R3: balances A 1,000 to 1,500, B 2,000 to 2,500 over January: 4,000, not 7,000. */
  private static final Ledger BALANCES = balances(Wide.CATALOG);

  private static Ledger balances(Catalog catalog) {
    List<Entry> entries = new ArrayList<>();
    for (String metric : List.of("last", "first", "average", "least", "most")) {
      entries.add(entry(ANA, "2026-01-01", metric, "1000"));
      entries.add(entry(ANA, "2026-01-31", metric, "1500"));
      entries.add(entry(BEN, "2026-01-01", metric, "2000"));
      entries.add(entry(BEN, "2026-01-31", metric, "2500"));
    }
    return ledger(catalog, entries.toArray(new Entry[0]));
  }

  @Test
  void snapshotsAddUpOverPeopleOnly() {
    assertEquals("4,000 USD (2 of 3 reported)", measure(BALANCES, "last").toString());
    assertEquals("3,000 USD (2 of 3 reported)", measure(BALANCES, "first").toString());
    assertEquals("3,500 USD (2 of 3 reported)", measure(BALANCES, "average").toString());
    assertEquals("3,000 USD (2 of 3 reported)", measure(BALANCES, "least").toString());
    assertEquals("4,000 USD (2 of 3 reported)", measure(BALANCES, "most").toString());
    assertEquals(Optional.of(Ratio.of(2, 3)), measure(BALANCES, "last").reported());
    Period february = CALENDAR.period("2026-02");
    Measurement none = Measuring.of(BALANCES, CALENDAR).measure(MetricId.of("last"), ALL, february);
    assertEquals("- (0 of 3 reported)", none.toString());
    assertEquals(Optional.empty(), none.exact());
  }

  /** The facts have no decimals, but their average has. */
  @Test
  void anAverageOfSnapshotsIsShownWithDecimals() {
    Metric tickets = Wide.metric("tickets", "average snapshot", Wide.DEALS, 0);
    Ledger ledger =
        ledger(
            Wide.CATALOG.with(tickets),
            entry(ANA, "2026-01-01", "tickets", "4"),
            entry(ANA, "2026-01-02", "tickets", "5"),
            entry(ANA, "2026-01-03", "tickets", "5"),
            entry(BEN, "2026-01-03", "tickets", "2"));
    assertEquals("6.67 deals (2 of 3 reported)", measure(ledger, "tickets").toString());
    assertEquals(
        "2 deals (1 of 1 reported)",
        Measuring.of(ledger, CALENDAR).measure(tickets.id(), List.of(BEN), JANUARY).toString());
  }

  @Test
  void aMissingSnapshotIsNotZero() {
    Ledger zero = ledger(Wide.CATALOG, entry(ANA, "2026-01-05", "last", "0"));
    assertEquals("0 USD (1 of 3 reported)", measure(zero, "last").toString());
    Ledger none = ledger(Wide.CATALOG, entry(ANA, "2026-01-05", "sales", "100"));
    Measurement cover = measure(none, "cover");
    assertEquals("- (no last)", cover.toString());
    assertEquals(Optional.empty(), cover.value(2));
    assertEquals(Optional.of(Ratio.of(0, 3)), cover.reported());
    assertEquals(Optional.empty(), cover.parts());
    assertEquals("- (no last): 0 = cover 0", cover.explain().toString());
    Ledger both =
        ledger(
            Wide.CATALOG,
            entry(ANA, "2026-01-05", "sales", "100"),
            entry(ANA, "2026-01-05", "last", "250"));
    assertEquals("250.0 % (250 of 100; 1 of 3 reported)", measure(both, "cover").toString());
    assertEquals(
        "- (1 of 3 reported)",
        measure(ledger(Wide.CATALOG, entry(ANA, "2026-01-05", "average", "0")), "velocity")
            .toString());
  }

  @Test
  void theSnapshotIsChosenBeforeSlicing() {
    Ledger ledger =
        ledger(
            Wide.CATALOG,
            new Entry(ANA, "2026-01-10", "last", "70", "acme"),
            new Entry(ANA, "2026-01-10", "last", "30", "kelso"),
            new Entry(ANA, "2026-01-20", "last", "50", "kelso"));
    Ledger acme = ledger.where(Wide.ACCOUNT, "acme");
    assertEquals("50 USD (1 of 3 reported)", measure(ledger, "last").toString());
    assertEquals("0 USD (1 of 3 reported)", measure(acme, "last").toString());
    assertEquals(List.of(), Measuring.of(acme, CALENDAR).facts(MetricId.of("last"), ALL, JANUARY));
    assertEquals(1, Measuring.of(ledger, CALENDAR).facts(MetricId.of("last"), ALL, JANUARY).size());
  }

  @Test
  void toDateFollowsTheCalendar() {
    Ledger ledger =
        ledger(
            Wide.CATALOG,
            entry(ANA, "2025-03-31", "sales", "1"),
            entry(ANA, "2025-04-01", "sales", "10"),
            entry(ANA, "2026-01-01", "sales", "100"),
            entry(ANA, "2026-02-01", "sales", "1000"));
    MetricId toDate = MetricId.of("sales-to-date");
    assertEquals("100 USD", Measuring.of(ledger, CALENDAR).measure(toDate, JANUARY).toString());
    FiscalCalendar april = FiscalCalendar.startingIn(Month.APRIL, YearName.OF_START);
    Measurement fiscal = Measuring.of(ledger, april).measure(toDate, JANUARY);
    assertEquals("110 USD", fiscal.toString());
    assertEquals(toDate, fiscal.metric().id());
    assertEquals(2, Measuring.of(ledger, april).facts(toDate, ALL, JANUARY).size());
  }

  @Test
  void sumsMayPassThroughAnyPartialSum() {
    String most = "92233720368547758.07";
    Ledger ledger =
        ledger(
            Wide.CATALOG,
            entry(ANA, "2026-01-01", "sales", most),
            entry(ANA, "2026-01-02", "sales", most),
            entry(BEN, "2026-01-03", "sales", "-" + most),
            entry(BEN, "2026-01-03", "sales", "-5"));
    assertEquals("92,233,720,368,547,753.07 USD", measure(ledger, "sales").toString());
    String message =
        assertThrows(
                ArithmeticException.class,
                () ->
                    Measuring.of(ledger, CALENDAR)
                        .measure(MetricId.of("sales"), List.of(ANA), JANUARY))
            .getMessage();
    assertEquals("sales must fit 64 bits at scale 2, but was 18446744073709551614e-2", message);
  }

  @Test
  void explainsByParticipant() {
    Ledger ledger =
        ledger(
            Wide.CATALOG,
            new Entry(ANA, "2026-01-01", "sales", "40", "acme"),
            new Entry(BEN, "2026-01-02", "sales", "60", "acme"),
            new Entry(BEN, "2026-01-02", "sales", "20", "kelso"),
            entry(ANA, "2026-01-02", "deals", "1"),
            entry(BEN, "2026-01-02", "deals", "2"),
            entry(BEN, "2026-01-02", "costs", "10"),
            entry(ANA, "2026-01-02", "age", "30"),
            entry(BEN, "2026-01-02", "largest", "7"),
            entry(CEM, "2026-01-02", "largest", "9"),
            entry(ANA, "2026-01-02", "largest", "9"));
    assertEquals("120 = ana 40 + ben 80 + cem 0", explained(ledger, "sales"));
    assertEquals("40.00 USD (120 of 3): 120 = ana 40 + ben 80 + cem 0", explained(ledger, "size"));
    assertEquals(
        "2 = ana 1 + ben 2 + cem 0 + counted more than once -1", explained(ledger, "accounts"));
    assertEquals("30 days median (1): 1 = ana 1 + ben 0 + cem 0", explained(ledger, "age"));
    assertEquals("9 = ana 9", explained(ledger, "largest"));
    assertEquals("100 = ana 40 + ben 60 + cem 0", explained(ledger, "profit"));
    var why = Measuring.of(ledger, CALENDAR).explain(MetricId.of("size"), ALL, JANUARY);
    assertEquals("size, 2026-01", why.subject());
    assertEquals("40.00 USD (80 of 2)", why.parts().get(1).note());
    assertEquals("100 = sales 120 + costs * 2 -20", measure(ledger, "profit").explain().toString());
    assertEquals(
        "40.00 USD (120 of 3): 120 = sales 120", measure(ledger, "size").explain().toString());
    assertEquals("costs 10 USD", measure(ledger, "profit").explain().parts().get(1).note());
    assertEquals("30 days median (1): 1 = facts 1", measure(ledger, "age").explain().toString());
    assertEquals("120 USD", measure(ledger, "sales").toString());
    assertEquals("120 = sales 120", measure(ledger, "sales").explain().toString());
    assertEquals(
        "40.00 USD (120 over 3): 120 = sales 120",
        measure(ledger, "weighted").explain().toString());
    assertEquals(
        "- (0 of 3 reported): 0 = profit * size / average 0",
        measure(ledger, "velocity").explain().toString());
    assertEquals(
        "profit 100 USD, size 40.00 USD (120 of 3), average - (0 of 3 reported)",
        measure(ledger, "velocity").explain().parts().get(0).note());
  }

  private static String explained(Ledger ledger, String metric) {
    return Measuring.of(ledger, CALENDAR).explain(MetricId.of(metric), ALL, JANUARY).toString();
  }

  @Test
  void explainsWhereRoundedTermsDoNotAddUp() {
    Metric thirds = Wide.metric("thirds", "= sales / 3 + costs / 3 - 0 * sales", Wide.USD, 0);
    Ledger ledger =
        ledger(
            Wide.CATALOG.with(thirds),
            entry(ANA, "2026-01-01", "sales", "1"),
            entry(ANA, "2026-01-01", "costs", "1"));
    assertEquals(
        "1 USD: 1 = sales / 3 0 + costs / 3 0 + 0 * sales 0 + rounding of the terms 1",
        measure(ledger, "thirds").explain().toString());
    assertEquals("1 USD", measure(ledger, "thirds").toString());
  }

  @Test
  void foreignMoneyIsRefusedWithTheRemedy() {
    Catalog catalog = Wide.CATALOG.with(Dimension.CURRENCY);
    LedgerWriter writer = new LedgerWriter(catalog);
    try (Batch batch = writer.batch("one", LocalDate.of(2026, 12, 31))) {
      batch
          .row("1")
          .by(ANA)
          .on(LocalDate.of(2026, 1, 2))
          .put(MetricId.of("sales"), BigDecimal.TEN, "EUR")
          .put(MetricId.of("deals"), 1);
      batch.row("2").by(ANA).on(LocalDate.of(2026, 1, 2)).put(MetricId.of("sales"), 10);
      batch.row("3").by(ANA).on(LocalDate.of(2026, 1, 2)).put(MetricId.of("last"), 10);
      batch
          .row("4")
          .by(ANA)
          .on(LocalDate.of(2026, 1, 2))
          .put(MetricId.of("last"), BigDecimal.ONE, "EUR");
      batch.commit();
    }
    Ledger ledger = writer.snapshot();
    String message =
        "facts of sales must be in USD, as the metric is, but are in [EUR, USD];"
            + " convert them first, by Ledger.in(Conversion)";
    for (String metric : List.of("sales", "size", "profit", "sales-to-date")) {
      assertEquals(
          message,
          assertThrows(IllegalArgumentException.class, () -> measure(ledger, metric)).getMessage());
    }
    assertEquals("1 deal", measure(ledger, "deals").toString());
    assertEquals("0 deals", measure(ledger, "accounts").toString());
    Ledger dollars = ledger.where(Dimension.CURRENCY, "USD");
    assertEquals("10 USD", measure(dollars, "sales").toString());
    assertThrows(IllegalArgumentException.class, () -> measure(dollars, "last"));
    Ledger euros = ledger.where(Dimension.CURRENCY, "EUR");
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> measure(euros, "sales"))
            .getMessage()
            .contains("must be in USD, as the metric is, but are in [EUR]"));
  }

  @Test
  void partialsOfDifferentKindsDoNotMerge() {
    Partial sum = new Partial.Sum(BigInteger.ONE);
    Partial bins = new Partial.Bins(Histogram.EMPTY);
    assertEquals(
        "what is kept must be of one kind, but was Sum[total=1] and Bins[histogram=no values]",
        assertThrows(IllegalArgumentException.class, () -> sum.merge(bins)).getMessage());
    Partial most = new Partial.Extreme(Optional.of(1L), true);
    Partial least = new Partial.Extreme(Optional.of(1L), false);
    assertThrows(IllegalArgumentException.class, () -> most.merge(least));
    Partial count = new Partial.SumAndCount(BigInteger.ONE, Long.MAX_VALUE);
    assertThrows(ArithmeticException.class, () -> count.merge(count));
    assertEquals(
        Set.of(ANA, BEN),
        ((Partial.Snapshots)
                new Partial.Snapshots(new TreeMap<>(), new TreeMap<>(), Set.of(ANA))
                    .merge(new Partial.Snapshots(new TreeMap<>(), new TreeMap<>(), Set.of(BEN))))
            .expected());
  }

  @Test
  void refusesWhatTheCatalogDoesNotHave() {
    Measuring measuring = Measuring.of(BALANCES, CALENDAR);
    assertThrows(
        IllegalArgumentException.class, () -> measuring.measure(MetricId.of("none"), JANUARY));
    assertEquals(
        "size must keep something of facts, but is sales / deals",
        assertThrows(
                IllegalArgumentException.class,
                () -> measuring.partial(MetricId.of("size"), JANUARY, Scope.of(BALANCES, ALL)))
            .getMessage());
    assertEquals("measuring 20 facts of 2 participants", measuring.toString());
  }

  @Test
  void aFormulaOverManyWaysIsEvaluatedOnce() {
    List<Metric> more = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String from = i == 0 ? "deals" : "d" + (i - 1);
      more.add(Wide.metric("d" + i, "= " + from + " / 2 + " + from + " / 2", Wide.DEALS, 0));
    }
    Catalog catalog = Wide.CATALOG;
    for (Metric metric : more) {
      catalog = catalog.with(metric);
    }
    Ledger ledger = ledger(catalog, entry(ANA, "2026-01-01", "deals", "3"));
    assertEquals("3 deals", measure(ledger, "d29").toString());
  }

  private static final Catalog BY_CURRENCY = Wide.CATALOG.with(Dimension.CURRENCY);

  private static Ledger inTwoCurrencies() {
    LedgerWriter writer = new LedgerWriter(BY_CURRENCY);
    LocalDate day = LocalDate.of(2026, 1, 2);
    try (Batch batch = writer.batch("one", day)) {
      batch.row().by(ANA).on(day).dim(Wide.ACCOUNT, "chair").put(MetricId.of("sales"), 10);
      batch.row().by(ANA).on(day).dim(Wide.ACCOUNT, "chair").put(MetricId.of("last"), 4);
      batch
          .row()
          .by(ANA)
          .on(day)
          .dim(Wide.ACCOUNT, "desk")
          .put(MetricId.of("sales"), BigDecimal.ONE, "CHF");
      assertEquals(List.of(), batch.commit().rejects());
    }
    return writer.snapshot();
  }

  /** A fact outside the slice, of another metric, needs no rate. */
  @Test
  void aConvertedSliceIsMeasured() {
    Conversion book =
        Conversion.to(
            "USD", RateKind.BOOKING, ExchangeRates.against("USD").build(), RoundingMode.HALF_EVEN);
    Ledger chairs = inTwoCurrencies().where(Wide.ACCOUNT, "chair").in(book);
    assertEquals("10 USD", measure(chairs, "sales").toString());
    assertEquals("4 USD (1 of 3 reported)", measure(chairs, "last").toString());
  }

  @Test
  void whatIsKeptOfForeignMoneyIsRefusedToo() {
    Ledger ledger = inTwoCurrencies();
    Measuring measuring = Measuring.of(ledger, CALENDAR);
    assertThrows(
        IllegalArgumentException.class,
        () -> measuring.partial(MetricId.of("sales"), JANUARY, Scope.of(ledger, ALL)));
  }

  /** The day of a participant that both parts know counts once. */
  @Test
  void snapshotsMergeByScope() {
    Ledger ledger =
        ledger(
            Wide.CATALOG,
            entry(ANA, "2026-07-01", "most", "60"),
            entry(BEN, "2026-07-01", "most", "10"),
            entry(ANA, "2026-08-01", "most", "100"));
    Measuring measuring = Measuring.of(ledger, CALENDAR);
    MetricId most = MetricId.of("most");
    Period july = CALENDAR.period("2026-07");
    Period august = CALENDAR.period("2026-08");
    Scope ana = Scope.of(ledger, List.of(ANA));
    Scope ben = Scope.of(ledger, List.of(BEN));
    Partial merged =
        measuring
            .partial(most, july, ana)
            .merge(measuring.partial(most, july, ben))
            .merge(measuring.partial(most, august, ana))
            .merge(measuring.partial(most, august, ben));
    Period quarter = CALENDAR.period("2026-Q3");
    Scope both = Scope.of(ledger, List.of(ANA, BEN));
    assertEquals(measuring.partial(most, quarter, both), merged);
    assertEquals(
        "110 USD (2 of 2 reported)",
        measuring.measure(most, quarter, (metric, days) -> merged).toString());
    Partial other =
        Measuring.of(ledger(Wide.CATALOG, entry(ANA, "2026-07-01", "most", "61")), CALENDAR)
            .partial(most, july, ana);
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> merged.merge(other))
            .getMessage()
            .contains("6000 and 6100"));
  }

  @Test
  void whoReportsIsPartOfTheMetric() {
    PartyId east = UnitId.of("east");
    Metric last = Wide.CATALOG.metric(MetricId.of("last"));
    Metric.Builder again =
        Metric.builder()
            .name("x")
            .definition("x")
            .aggregation(last.aggregation())
            .unit(last.unit())
            .metricClass(last.metricClass())
            .timing(last.timing());
    Metric byUnit = again.id(MetricId.of("by-unit")).reportedBy(Reporter.UNITS).build();
    Metric byHunters =
        again
            .id(MetricId.of("by-hunters"))
            .reportedBy(Reporter.PEOPLE)
            .addRoles(RoleId.of("hunter"))
            .build();
    Ledger ledger =
        ledger(
            Wide.CATALOG.with(byUnit, byHunters),
            entry(east, "2026-01-05", "by-unit", "3"),
            entry(east, "2026-01-05", "last", "3"),
            entry(ANA, "2025-12-05", "by-hunters", "1"),
            entry(BEN, "2026-01-05", "by-hunters", "2"));
    List<PartyId> all = List.of(ANA, BEN, CEM, east, UnitId.of("west"));
    Measuring measuring = Measuring.of(ledger, CALENDAR);
    assertEquals(
        "3 USD (1 of 1 reported)", measuring.measure(byUnit.id(), all, JANUARY).toString());
    assertEquals(
        "2 USD (1 of 2 reported)", measuring.measure(byHunters.id(), all, JANUARY).toString());
    assertEquals("3 USD (1 of 4 reported)", measuring.measure(last.id(), all, JANUARY).toString());
  }
}
