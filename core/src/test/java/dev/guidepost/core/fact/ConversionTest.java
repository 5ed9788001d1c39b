package dev.guidepost.core.fact;

import static dev.guidepost.core.fact.Feed.ANA;
import static dev.guidepost.core.fact.Feed.BOB;
import static dev.guidepost.core.fact.Feed.amounts;
import static dev.guidepost.core.fact.Feed.facts;
import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.quantity.ExchangeRates;
import dev.guidepost.core.quantity.MissingRateException;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.RateKind;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Money of several currencies in one ledger. Rates of 2026: CASES.md C-R4. */
class ConversionTest {

  private static final Catalog CATALOG = Feed.CATALOG.with(Dimension.CURRENCY);
  private static final LocalDate JAN_31 = LocalDate.of(2026, 1, 31);
  private static final LocalDate FEB_1 = LocalDate.of(2026, 2, 1);
  private static final ExchangeRates RATES =
      ExchangeRates.against("USD")
          .quote("1 USD = 1.39 AUD from 2026-01-01 booking")
          .quote("1 USD = 1.42 AUD from 2026-02-01 booking")
          .quote("1 USD = 1.40 AUD from 2026-01-01 plan")
          .quote("1 EUR = 1.10 USD from 2026-01-01 booking")
          .quote("1 EUR = 1.20 USD from 2026-01-01 plan")
          .staleAfterDays(RateKind.BOOKING, 60)
          .build();
  private static final Conversion BOOKING =
      Conversion.to("USD", RateKind.BOOKING, RATES, RoundingMode.HALF_EVEN);
  private static final Conversion PLAN =
      Conversion.to("USD", RateKind.PLAN, RATES, RoundingMode.HALF_EVEN);

  private final LedgerWriter writer = new LedgerWriter(CATALOG);

  private Ledger write() {
    try (Batch batch = writer.batch("deals", FEB_1)) {
      batch.row("1").by(ANA).on(JAN_31).put(BOOKINGS, new BigDecimal("139"), "AUD").put(WINS, 1);
      batch.row("2").by(ANA).on(FEB_1).put(BOOKINGS, new BigDecimal("142"), "AUD").put(WINS, 1);
      batch.row("3").by(BOB).on(FEB_1).dim(Dimension.CURRENCY, "EUR").put(BOOKINGS, 10);
      batch.row("4").by(BOB).on(FEB_1).put(BOOKINGS, new BigDecimal("5.25"));
      batch.commit();
    }
    return writer.snapshot();
  }

  @Test
  void eachFactAtTheRateOfItsOwnDay() {
    Ledger ledger = write();
    assertEquals(List.of("139", "1", "142", "1", "10", "5.25"), amounts(ledger));
    assertEquals(List.of("100", "1", "100", "1", "11", "5.25"), amounts(ledger.in(BOOKING)));
    assertEquals(List.of("99.29", "1", "101.43", "1", "12", "5.25"), amounts(ledger.in(PLAN)));
    assertEquals(List.of("0.71", "-1.43", "-1", "0"), amounts(ledger.fxEffect(PLAN, BOOKING)));
    assertEquals("USD at plan rates", PLAN.toString());
  }

  @Test
  void theCurrencyStaysReadable() {
    Ledger ledger = write();
    Map<MetricId, Set<String>> mixed = Map.of(BOOKINGS, Set.of("AUD", "EUR", "USD"));
    assertEquals(mixed, ledger.currencies());
    assertEquals(Map.of(BOOKINGS, Set.of("USD")), ledger.in(BOOKING).currencies());
    assertEquals(
        List.of("100", "1", "100", "1"),
        amounts(ledger.in(BOOKING).where(Dimension.CURRENCY, "AUD")));
    assertEquals(
        "2026-01-31 ana bookings 139 {product=(none), currency=AUD} (1)",
        facts(ledger.of(List.of(BOOKINGS))).get(0).toString());
    // A count belongs to the money of its row.
    assertEquals(List.of("139", "1", "142", "1"), amounts(ledger.where(Dimension.CURRENCY, "AUD")));
    assertEquals(List.of(), amounts(ledger.where(Dimension.CURRENCY, Dimension.NONE)));
    assertEquals(Map.of(), ledger.of(List.of(WINS)).currencies());
    assertEquals(Map.of(BOOKINGS, Set.of("AUD")), ledger.by(List.of(ANA)).currencies());
  }

  private static String currencies(Ledger ledger) {
    return facts(ledger).stream()
        .map(fact -> fact.dimensions().get(Dimension.CURRENCY))
        .toList()
        .toString();
  }

  @Test
  void whatIsNoMoneyIsOfTheCurrencyOfItsRow() {
    try (Batch batch = writer.batch("b", FEB_1)) {
      batch.row("1").by(ANA).on(FEB_1).put(WINS, 1).put(BOOKINGS, BigDecimal.TEN, "EUR");
      batch.row("2").by(ANA).on(FEB_1).put(BOOKINGS, 5).put(WINS, 1).put(BOOKINGS, 6);
      batch.row("3").by(ANA).on(FEB_1).put(WINS, 1);
      batch
          .row("4")
          .by(ANA)
          .on(FEB_1)
          .put(BOOKINGS, BigDecimal.TEN, "EUR")
          .put(BOOKINGS, BigDecimal.TEN, "AUD")
          .put(WINS, 1);
      batch
          .row("5")
          .by(ANA)
          .on(FEB_1)
          .dim(Dimension.CURRENCY, "EUR")
          .put(BOOKINGS, BigDecimal.TEN, "AUD")
          .put(WINS, 1);
      assertEquals(List.of(), batch.commit().rejects());
    }
    Ledger ledger = writer.snapshot();
    assertEquals(
        "[EUR, EUR, USD, USD, USD, (none), EUR, AUD, (none), AUD, EUR]", currencies(ledger));
    assertEquals(ledger, ledger.merge(new LedgerWriter(CATALOG).snapshot()));
    Ledger merged = new LedgerWriter(CATALOG).snapshot().merge(ledger);
    assertEquals(currencies(ledger), currencies(merged));
  }

  @Test
  void anotherCurrencyThanTheMetricsMakesAnotherCatalog() {
    Ledger ledger = write();
    assertSame(ledger.catalog(), ledger.in(BOOKING).catalog());
    Ledger euros = ledger.in(Conversion.to("EUR", RateKind.BOOKING, RATES, RoundingMode.HALF_EVEN));
    assertEquals(new UnitOfMeasure.Money("EUR"), euros.catalog().metric(BOOKINGS).unit());
    assertEquals(ledger.catalog().metric(WINS), euros.catalog().metric(WINS));
    assertEquals(List.of("90.91", "1", "90.91", "1", "10", "4.77"), amounts(euros));
    assertNotEquals(ledger, euros);
  }

  @Test
  void correctionsAreConvertedToo() {
    write();
    try (Batch batch = writer.batch("later", FEB_1.plusDays(1))) {
      batch.row("1").by(ANA).on(JAN_31).put(BOOKINGS, new BigDecimal("278"), "AUD").put(WINS, 1);
      batch.commit();
    }
    Ledger converted = writer.snapshot().in(BOOKING);
    assertEquals(List.of("100", "1", "11", "5.25", "200", "1"), amounts(converted));
    assertEquals(List.of("100", "1", "100", "1", "11", "5.25"), amounts(converted.known(FEB_1)));
    assertEquals(
        List.of("0.71", "-1.43", "-1", "0"),
        amounts(writer.snapshot().fxEffect(PLAN, BOOKING).known(FEB_1)));
  }

  @Test
  void aMissingRateIsNamedWithItsFacts() {
    write();
    try (Batch batch = writer.batch("more", FEB_1)) {
      batch.row("5").by(ANA).on(FEB_1).put(BOOKINGS, BigDecimal.ONE, "CHF");
      batch.row("6").by(ANA).on(FEB_1).put(BOOKINGS, BigDecimal.TEN, "CHF");
      batch.row("7").by(ANA).on(FEB_1.plusDays(61)).put(BOOKINGS, BigDecimal.TEN, "AUD");
      batch.commit();
    }
    Ledger ledger = writer.snapshot();
    MissingRateException missing =
        assertThrows(MissingRateException.class, () -> ledger.in(BOOKING));
    assertEquals(
        "booking rate of CHF must be known to convert CHF to USD on 2026-02-01, but none was"
            + " published by then (2 conversions)",
        missing.getMessage());
    assertEquals(2, missing.conversions());
    assertEquals(Optional.empty(), missing.lastPublished());
    try (Batch batch = writer.batch("repair", FEB_1)) {
      batch.row("5").by(ANA).on(FEB_1).put(BOOKINGS, BigDecimal.ONE, "USD");
      batch.withdraw("6");
      batch.commit();
    }
    // What the batch before had is no matter of this view any more, but one fact is stale.
    MissingRateException stale =
        assertThrows(MissingRateException.class, () -> writer.snapshot().in(BOOKING));
    assertEquals(Optional.of(FEB_1), stale.lastPublished());
    assertEquals(1, stale.conversions());
    Ledger aud = writer.snapshot().where(Dimension.CURRENCY, "EUR").in(BOOKING);
    assertEquals(List.of("11"), amounts(aud));
    assertThrows(MissingRateException.class, aud::unsliced);
    assertThrows(MissingRateException.class, () -> writer.snapshot().fxEffect(PLAN, BOOKING));
    assertEquals(6, writer.snapshot().in(PLAN).of(List.of(BOOKINGS)).count());
  }

  @Test
  void viewsAndConversionsGoTogether() {
    Ledger ledger = write();
    assertEquals(
        amounts(ledger.in(BOOKING)),
        amounts(ledger.where(Dimension.CURRENCY, "AUD").in(BOOKING).unsliced()));
    assertEquals(
        amounts(ledger.in(BOOKING)),
        amounts(ledger.in(BOOKING).where(Dimension.CURRENCY, "AUD").unsliced()));
    assertEquals(ledger.in(BOOKING).by(List.of(ANA)), ledger.by(List.of(ANA)).in(BOOKING));
    assertEquals(
        "ledger to convert must be in the currencies of its facts, but was converted to USD at"
            + " booking rates",
        assertThrows(IllegalArgumentException.class, () -> ledger.in(BOOKING).in(PLAN))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> ledger.in(BOOKING).merge(ledger));
    Conversion euros = Conversion.to("EUR", RateKind.PLAN, RATES, RoundingMode.HALF_EVEN);
    assertEquals(
        "plan and booking must be in one currency, but were EUR at plan rates and USD at booking"
            + " rates",
        assertThrows(IllegalArgumentException.class, () -> ledger.fxEffect(euros, BOOKING))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> Conversion.to("usd", RateKind.PLAN, RATES, RoundingMode.UP));
  }

  @Test
  void currenciesAreChecked() {
    try (Batch batch = writer.batch("b", FEB_1)) {
      batch.row("1").by(ANA).on(FEB_1).put(BOOKINGS, BigDecimal.ONE, "eur");
      batch.row("2").by(ANA).on(FEB_1).dim(Dimension.CURRENCY, "Euro").put(BOOKINGS, 1);
      batch.row("3").by(ANA).on(FEB_1).put(BOOKINGS, BigDecimal.ONE, " ");
      batch.row("4").by(ANA).on(FEB_1).put(BOOKINGS, null, "EUR");
      Batch.Row row = batch.row("5").by(ANA).on(FEB_1);
      assertEquals(
          "wins must be money to have a currency, but is in deals",
          assertThrows(IllegalArgumentException.class, () -> row.put(WINS, BigDecimal.ONE, "EUR"))
              .getMessage());
      batch.columns(
          FactColumns.builder(4)
              .parties(List.of(ANA), new int[4])
              .metrics(List.of(BOOKINGS, WINS), new int[] {0, 0, 0, 1})
              .days(new int[4])
              .amounts(new long[] {100, 200, 300, 4})
              .dimension(Dimension.CURRENCY, List.of("EUR", "x"), new int[] {0, 1, -1, -1})
              .build());
      assertEquals(
          List.of(
              "1: bookings must have a currency of three upper-case letters, but had \"eur\"",
              "2: currency must be three upper-case letters, but was \"Euro\"",
              "4: bookings must have an amount, but had none",
              "5: wins must be money to have a currency, but is in deals",
              "index 1: currency must be three upper-case letters, but was \"x\""),
          batch.commit().rejects().stream()
              .map(reject -> reject.place() + ": " + reject.reason())
              .toList());
    }
    assertEquals(
        List.of("USD", "EUR", "USD", "(none)"),
        facts(writer.snapshot()).stream()
            .map(fact -> fact.dimensions().get(Dimension.CURRENCY))
            .toList());
  }

  @Test
  void withoutTheDimensionMoneyIsInItsMetricsCurrency() {
    LedgerWriter plain = new LedgerWriter(Feed.CATALOG);
    try (Batch batch = plain.batch("b", FEB_1)) {
      batch.row("1").by(ANA).on(FEB_1).put(BOOKINGS, BigDecimal.ONE, "EUR");
      batch.row("2").by(ANA).on(FEB_1).dim(PRODUCT, "x").put(BOOKINGS, new BigDecimal(11), "USD");
      assertEquals(
          "bookings must be in USD, as the catalog lacks the dimension currency, but was in EUR",
          batch.commit().rejects().get(0).reason());
    }
    Ledger ledger = plain.snapshot();
    assertEquals(Map.of(BOOKINGS, Set.of("USD")), ledger.currencies());
    Conversion euros = Conversion.to("EUR", RateKind.BOOKING, RATES, RoundingMode.HALF_EVEN);
    assertEquals(List.of("10"), amounts(ledger.in(euros)));
    assertEquals(Map.of(BOOKINGS, Set.of("EUR")), ledger.in(euros).currencies());
  }

  @Test
  void ratesOfMoneyAreConvertedByWhatTheyAreOf() {
    MetricId dayRate = MetricId.of("day-rate");
    MetricId perMoney = MetricId.of("deals-per-dollar");
    UnitOfMeasure usd = new UnitOfMeasure.Money("USD");
    Catalog catalog =
        CATALOG.with(metric(dayRate, new UnitOfMeasure.Per(usd, new UnitOfMeasure.Days())));
    LedgerWriter rates = new LedgerWriter(catalog);
    try (Batch batch = rates.batch("b", FEB_1)) {
      batch.row("1").by(ANA).on(FEB_1).put(dayRate, new BigDecimal(10), "EUR");
      batch.commit();
    }
    Conversion aud = Conversion.to("AUD", RateKind.BOOKING, RATES, RoundingMode.HALF_EVEN);
    assertEquals(List.of("15.62"), amounts(rates.snapshot().in(aud)));
    assertEquals(
        "AUD per days", rates.snapshot().in(aud).catalog().metric(dayRate).unit().toString());
    Catalog odd =
        catalog.with(
            metric(perMoney, new UnitOfMeasure.Per(new UnitOfMeasure.Count("deals"), usd)));
    assertEquals(
        "facts of deals-per-dollar must not be an amount per money to be converted, but are deals"
            + " per USD",
        assertThrows(IllegalArgumentException.class, () -> new LedgerWriter(odd).snapshot().in(aud))
            .getMessage());
  }

  private static Metric metric(MetricId id, UnitOfMeasure unit) {
    return Metric.builder()
        .id(id)
        .name("M")
        .definition("M.")
        .aggregation(new Aggregation.Max())
        .unit(unit)
        .scale(2)
        .metricClass(MetricClass.RESULT)
        .timing(Timing.LAGGING)
        .build();
  }

  @Test
  void whatAViewLeavesOutNeedNotBeConvertible() {
    write();
    try (Batch batch = writer.batch("typo", FEB_1)) {
      batch.row("5").by(BOB).on(FEB_1).put(BOOKINGS, new BigDecimal("92233720368547758"), "EUR");
      batch.commit();
    }
    assertThrows(ArithmeticException.class, () -> writer.snapshot().in(BOOKING));
    try (Batch batch = writer.batch("mended", FEB_1)) {
      batch.row("5").by(BOB).on(FEB_1).put(BOOKINGS, new BigDecimal("92"), "EUR");
      batch.commit();
    }
    assertEquals(
        List.of("100", "1", "100", "1", "11", "5.25", "101.2"),
        amounts(writer.snapshot().in(BOOKING)));
  }

  private static Metric money(String id, Aggregation aggregation, Direction direction) {
    return Metric.builder()
        .id(MetricId.of(id))
        .name(id)
        .definition("Money of " + id + ".")
        .aggregation(aggregation)
        .scale(0)
        .unit(new UnitOfMeasure.Money("USD"))
        .metricClass(MetricClass.RESULT)
        .timing(Timing.LAGGING)
        .direction(direction)
        .build();
  }

  private static Ledger ledger(Metric metric, long amount) {
    LedgerWriter own = new LedgerWriter(Catalog.of(List.of(metric), List.of(Dimension.CURRENCY)));
    try (Batch batch = own.batch("one", FEB_1)) {
      batch.row().by(ANA).on(FEB_1).put(metric.id(), BigDecimal.valueOf(amount), "USD");
      batch.commit();
    }
    return own.snapshot();
  }

  @Test
  void effectsAreOfWhatAddsUp() {
    Ledger largest =
        ledger(money("largest", new Aggregation.Max(), Direction.HIGHER_IS_BETTER), 142);
    Conversion toAud = Conversion.to("AUD", RateKind.BOOKING, RATES, RoundingMode.HALF_EVEN);
    Conversion planned = Conversion.to("AUD", RateKind.PLAN, RATES, RoundingMode.HALF_EVEN);
    assertEquals(List.of("202"), amounts(largest.in(toAud)));
    assertEquals(List.of(), amounts(largest.fxEffect(planned, toAud)));
  }

  @Test
  void refusesWhatAnotherCurrencyMakesMeaningless() {
    Conversion toAud = Conversion.to("AUD", RateKind.BOOKING, RATES, RoundingMode.HALF_EVEN);
    Ledger sizes =
        ledger(
            money("sizes", new Aggregation.Distribution(), Direction.HIGHER_IS_BETTER),
            Integer.MAX_VALUE);
    assertEquals(
        "sizes must fit 32 bits, as it makes a distribution, but 2147483647 USD came to 3049426779"
            + " AUD",
        assertThrows(ArithmeticException.class, () -> sizes.in(toAud)).getMessage());
  }

  /** The largest amount has no effect of rates, so that it needs none. */
  @Test
  void whatAnEffectLeavesOutNeedNotBeConvertible() {
    MetricId largest = MetricId.of("largest");
    LedgerWriter odd =
        new LedgerWriter(CATALOG.with(metric(largest, new UnitOfMeasure.Money("USD"))));
    try (Batch batch = odd.batch("b", FEB_1)) {
      batch
          .row("1")
          .by(ANA)
          .on(FEB_1)
          .put(BOOKINGS, new BigDecimal(142), "AUD")
          .put(largest, BigDecimal.TEN, "XTS");
      batch.commit();
    }
    Ledger ledger = odd.snapshot();
    assertThrows(MissingRateException.class, () -> ledger.in(BOOKING));
    assertEquals(amounts(ledger.of(List.of(BOOKINGS)).fxEffect(PLAN, BOOKING)), effects(ledger));
    assertEquals(1, effects(ledger).size());
  }

  private static List<String> effects(Ledger ledger) {
    return amounts(ledger.fxEffect(PLAN, BOOKING));
  }

  /** What else the ledger has is converted: a band is in the way of its own metric only. */
  @Test
  void aBandStaysInItsCurrency() {
    Metric band =
        money("band", new Aggregation.Mean(), Direction.within(Quantity.of(1), Quantity.of(2)));
    LedgerWriter banded = new LedgerWriter(CATALOG.with(band));
    try (Batch batch = banded.batch("b", FEB_1)) {
      batch.row("1").by(ANA).on(FEB_1).put(BOOKINGS, 10).put(band.id(), 1);
      batch.commit();
    }
    Ledger ledger = banded.snapshot();
    Conversion toAud = Conversion.to("AUD", RateKind.BOOKING, RATES, RoundingMode.HALF_EVEN);
    Ledger converted = ledger.in(toAud);
    assertEquals(List.of("14.2", "1"), amounts(converted));
    assertEquals(Optional.empty(), converted.refusal(BOOKINGS));
    assertEquals(
        Optional.of(
            "band must have no band to be measured in AUD, as its bounds are in USD, but is good"
                + " within 1 and 2"),
        converted.refusal(band.id()));
    assertEquals(Optional.empty(), ledger.refusal(band.id()));
    assertEquals(Optional.empty(), ledger.in(BOOKING).refusal(band.id()));
    assertEquals(List.of("14.2"), amounts(ledger.of(List.of(BOOKINGS)).in(toAud)));
  }
}
