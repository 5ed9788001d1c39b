package dev.guidepost.core.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Conversion;
import dev.guidepost.core.fact.Fact;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.ExchangeRates;
import dev.guidepost.core.quantity.RateKind;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is measured of, and traced to, facts of several currencies. */
class MixedMoneyTest {

  private static final FiscalCalendar CALENDAR = FiscalCalendar.calendarYear();
  private static final Period JANUARY = CALENDAR.period("2026-01");
  private static final PersonId ANA = PersonId.of("ana");
  private static final Catalog CATALOG = Wide.CATALOG.with(Dimension.CURRENCY);

  /** 100 USD on one day and 15,000 JPY, which is less, on the next. */
  private static Ledger mixed(String metric) {
    LedgerWriter writer = new LedgerWriter(CATALOG);
    LocalDate day = LocalDate.of(2026, 1, 5);
    MetricId id = MetricId.of(metric);
    try (Batch batch = writer.batch("one", day)) {
      batch.row().by(ANA).on(day).put(id, new BigDecimal(100), "USD");
      batch.row().by(ANA).on(day.plusDays(1)).put(id, new BigDecimal(15_000), "JPY");
      assertEquals(List.of(), batch.commit().rejects());
    }
    return writer.snapshot();
  }

  private static List<Fact> facts(Ledger ledger, String metric) {
    return Measuring.of(ledger, CALENDAR).facts(MetricId.of(metric), List.of(ANA), JANUARY);
  }

  private static final Conversion TO_USD =
      Conversion.to(
          "USD",
          RateKind.BOOKING,
          ExchangeRates.against("USD").quote("1 USD = 160 JPY from 2026-01-01 booking").build(),
          RoundingMode.HALF_EVEN);

  @Test
  void factsAreNotChosenAmongSeveralCurrencies() {
    for (String metric : List.of("largest", "smallest", "most", "least", "last", "average")) {
      Ledger ledger = mixed(metric);
      assertEquals(
          "facts of "
              + metric
              + " must be in USD, as the metric is, but are in [JPY, USD]; convert them first, by"
              + " Ledger.in(Conversion)",
          assertThrows(IllegalArgumentException.class, () -> facts(ledger, metric)).getMessage());
    }
    for (String metric : List.of("largest", "most")) {
      List<Fact> facts = facts(mixed(metric).in(TO_USD), metric);
      assertEquals(List.of("100"), facts.stream().map(fact -> fact.amount().toString()).toList());
    }
    assertEquals(2, facts(mixed("sales"), "sales").size());
  }

  @Test
  void whatIsOutsideAConvertedSliceIsConvertedOnce() {
    Ledger slice = mixed("last").where(Dimension.CURRENCY, "JPY").in(TO_USD);
    Unsliced unsliced = new Unsliced(slice);
    Ledger all = unsliced.of(MetricId.of("last"));
    assertEquals(2, all.count());
    assertSame(all, unsliced.of(MetricId.of("last")));
    assertNotSame(all, unsliced.of(MetricId.of("most")));
    assertEquals(
        "93.75 USD (1 of 1 reported)",
        Measuring.of(slice, CALENDAR).measure(MetricId.of("last"), JANUARY).toString());
  }
}
