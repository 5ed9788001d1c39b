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
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.quantity.ExchangeRates;
import dev.guidepost.core.quantity.RateKind;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a view of a ledger can answer for, and what it cannot. */
class ViewsTest {

  private static final FiscalCalendar CALENDAR = FiscalCalendar.calendarYear();
  private static final Period MAY = CALENDAR.period("2026-05");
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final PersonId CEM = PersonId.of("cem");
  private static final List<PartyId> ALL = List.of(ANA, BEN, CEM);
  private static final MetricId SALES = MetricId.of("sales");
  private static final MetricId COSTS = MetricId.of("costs");
  private static final MetricId PROFIT = MetricId.of("profit");
  private static final MetricId LAST = MetricId.of("last");
  private static final MetricId TO_DATE = MetricId.of("sales-to-date");
  private static final MetricId HUNTED = MetricId.of("hunted");
  private static final Catalog CATALOG =
      Wide.CATALOG.with(
          Metric.builder()
              .id(HUNTED)
              .name("Hunted")
              .definition("What hunters hold.")
              .aggregation(Aggregation.parse("last snapshot"))
              .unit(Wide.DEALS)
              .metricClass(MetricClass.RESULT)
              .timing(Timing.LAGGING)
              .addRoles(RoleId.of("hunter"))
              .build());
  private static final Ledger LEDGER = ledger();

  private static Ledger ledger() {
    LedgerWriter writer = new LedgerWriter(CATALOG);
    LocalDate april = LocalDate.of(2026, 4, 30);
    LocalDate may = LocalDate.of(2026, 5, 4);
    try (Batch batch = writer.batch("one", LocalDate.of(2026, 6, 1))) {
      batch.row().by(ANA).on(april).put(SALES, 60).put(HUNTED, 3);
      batch.row().by(ANA).on(may).put(SALES, 100).put(COSTS, 20).put(LAST, 5).put(HUNTED, 4);
      batch.row().by(BEN).on(may).dim(Wide.ACCOUNT, "acme").put(SALES, 7).put(LAST, 6);
      batch.row().by(BEN).on(april).put(HUNTED, 1);
      assertEquals(List.of(), batch.commit().rejects());
    }
    return writer.snapshot();
  }

  private static String measured(Ledger view, MetricId metric) {
    return Measuring.of(view, CALENDAR).measure(metric, ALL, MAY).toString();
  }

  private static void refused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void aMetricIsRefusedWithoutItsInputs() {
    Ledger sales = LEDGER.of(List.of(SALES));
    Measuring measuring = Measuring.of(sales, CALENDAR);
    String message =
        "profit must be measured with all that it is read from, but this view of the ledger leaves"
            + " out [costs]";
    refused(message, () -> measuring.measure(PROFIT, MAY));
    refused(message, () -> measuring.measure(PROFIT, ALL, MAY));
    refused(message, () -> measuring.explain(PROFIT, ALL, MAY));
    refused(message, () -> measuring.facts(PROFIT, ALL, MAY));
    assertEquals(Optional.of(message), measuring.refusal(PROFIT, MAY));
    assertEquals(Optional.of(message), sales.refusal(PROFIT));
    assertThrows(
        IllegalArgumentException.class, () -> measuring.partial(COSTS, MAY, Scope.of(sales, ALL)));
    assertThrows(IllegalArgumentException.class, () -> sales.refusal(MetricId.of("none")));
    assertEquals(Optional.empty(), measuring.refusal(SALES, MAY));
    assertEquals("107 USD", measured(sales, SALES));
    assertEquals("167 USD", measured(sales, TO_DATE));
    assertEquals("1 deal", measured(sales, MetricId.of("accounts")));
  }

  @Test
  void aViewOfADerivedMetricHasItsInputs() {
    Ledger profit = LEDGER.of(List.of(PROFIT));
    assertEquals("67 USD", measured(profit, PROFIT));
    assertEquals(4, profit.count());
    assertEquals(Optional.empty(), profit.refusal(PROFIT));
    assertThrows(IllegalArgumentException.class, () -> measured(profit.of(List.of(SALES)), PROFIT));
    assertThrows(IllegalArgumentException.class, () -> measured(LEDGER.of(List.of()), SALES));
  }

  @Test
  void aMetricToDateIsRefusedWithoutItsDays() {
    Ledger may = LEDGER.in(MAY);
    String message =
        "sales-to-date must be measured with all days from 2026-01-01 until 2026-06-01, but this"
            + " view of the ledger leaves out some";
    refused(message, () -> measured(may, TO_DATE));
    refused(
        message.replace("sales-to-date", "pace"),
        () -> Measuring.of(may, CALENDAR).facts(MetricId.of("pace"), ALL, MAY));
    assertEquals("107 USD", measured(may, SALES));
    assertEquals("167 USD", measured(LEDGER.in(CALENDAR.period("2026")), TO_DATE));
    // Of what adds up, a part of the days is a part of the amount.
    assertEquals(
        "107 USD",
        Measuring.of(may, CALENDAR).measure(SALES, CALENDAR.period("2026-Q2")).toString());
  }

  @Test
  void snapshotsAreRefusedWithoutTheirDays() {
    Ledger may = LEDGER.in(MAY);
    assertEquals("11 USD (2 of 3 reported)", measured(may, LAST));
    refused(
        "last must be measured with all days from 2026-04-01 until 2026-07-01, but this view of the"
            + " ledger leaves out some",
        () -> Measuring.of(may, CALENDAR).measure(LAST, CALENDAR.period("2026-Q2")));
    assertEquals("4 deals (1 of 2 reported)", measured(LEDGER, HUNTED));
    refused(
        "hunted must be measured with all days until 2026-06-01, but this view of the ledger leaves"
            + " out some",
        () -> measured(may, HUNTED));
  }

  /** An effect on profit over one on sales is no effect on the margin. */
  @Test
  void anEffectIsMeasuredOfWhatMovesByAsMuchAsAmountsDo() {
    Catalog catalog =
        CATALOG
            .with(
                Wide.metric("half", "= (sales + profit) / 2 - 0.5 * costs", Wide.USD, 2),
                Wide.metric("squared", "= sales * sales / sales", Wide.USD, 2),
                Wide.metric("inverse", "= sales / (costs / profit)", Wide.USD, 2))
            .with(Dimension.CURRENCY);
    LedgerWriter writer = new LedgerWriter(catalog);
    LocalDate day = LocalDate.of(2026, 5, 4);
    try (Batch batch = writer.batch("one", day)) {
      Batch.Row row = batch.row().by(ANA).on(day).dim(Dimension.CURRENCY, "EUR");
      row.put(SALES, 100).put(COSTS, 20).put(LAST, 50).put(MetricId.of("deals"), 4);
      row.put(MetricId.of("mean"), 30).put(MetricId.of("largest"), 30);
      batch.commit();
    }
    ExchangeRates rates =
        ExchangeRates.against("USD")
            .quote("1 EUR = 1.10 USD from 2026-01-01 plan")
            .quote("1 EUR = 1.20 USD from 2026-01-01 booking")
            .build();
    Ledger effect =
        writer
            .snapshot()
            .fxEffect(
                Conversion.to("USD", RateKind.PLAN, rates, RoundingMode.UNNECESSARY),
                Conversion.to("USD", RateKind.BOOKING, rates, RoundingMode.UNNECESSARY));
    assertEquals("10 USD", measured(effect, SALES));
    assertEquals("6 USD", measured(effect, PROFIT));
    assertEquals("7 USD", measured(effect, MetricId.of("half")));
    assertEquals("10 USD", measured(effect, TO_DATE));
    assertEquals("3.00 USD (3 over 1)", measured(effect, MetricId.of("mean")));
    assertEquals("5 USD (1 of 3 reported)", measured(effect, LAST));
    refused(
        "margin must be money that moves by as much as its amounts do to be measured as an effect"
            + " of rates, but is \"profit / sales\" in share",
        () -> measured(effect, MetricId.of("margin")));
    for (String other :
        List.of(
            "deals",
            "size",
            "cover",
            "weighted",
            "accounts",
            "least",
            "most",
            "smallest",
            "largest",
            "age",
            "velocity",
            "margin-to-date",
            "pace",
            "squared",
            "inverse")) {
      assertTrue(effect.refusal(MetricId.of(other)).isPresent(), other);
      assertThrows(IllegalArgumentException.class, () -> measured(effect, MetricId.of(other)));
    }
    assertThrows(IllegalArgumentException.class, () -> measured(effect.of(Set.of(COSTS)), SALES));
  }

  @Test
  void onlyParticipantsOfTheViewAreExpectedToReport() {
    assertEquals("5 USD (1 of 1 reported)", measured(LEDGER.by(Set.of(ANA)), LAST));
    assertEquals("5 USD (1 of 2 reported)", measured(LEDGER.by(Set.of(ANA, CEM)), LAST));
    assertEquals(
        "- (0 of 1 reported)", measured(LEDGER.by(Set.of(ANA, CEM)).by(Set.of(BEN, CEM)), LAST));
    assertEquals("11 USD (2 of 3 reported)", measured(LEDGER, LAST));
  }
}
