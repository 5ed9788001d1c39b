package dev.guidepost.core.fact;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.quantity.ExchangeRates;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.RateKind;
import dev.guidepost.core.quantity.RateQuote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of conversions, against one conversion after the other. */
class ConversionProperties {

  private static final Catalog CATALOG = Feed.CATALOG.with(Dimension.CURRENCY);
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final List<String> CURRENCIES = List.of("USD", "AUD", "EUR");

  record Booking(int key, int person, int day, long cents, int currency) {}

  @Provide
  Arbitrary<List<Booking>> bookings() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 5),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 40),
            Arbitraries.longs().between(-1_000_000, 1_000_000),
            Arbitraries.integers().between(0, 2))
        .as(Booking::new)
        .list()
        .ofMaxSize(20);
  }

  @Provide
  Arbitrary<ExchangeRates> rates() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("0.01"), new BigDecimal("200"))
        .ofScale(5)
        .list()
        .ofSize(8)
        .map(
            rates -> {
              ExchangeRates.Builder builder = ExchangeRates.against("USD");
              for (int i = 0; i < 8; i++) {
                builder.quote(
                    new RateQuote(
                        i % 2 == 0 ? RateKind.BOOKING : RateKind.PLAN,
                        i % 4 < 2 ? "USD" : "EUR",
                        i % 4 < 2 ? "AUD" : "USD",
                        rates.get(i),
                        START.plusDays(i < 4 ? 0 : 20)));
              }
              return builder.build();
            });
  }

  @Property(tries = 150)
  void bookingIsPlanPlusEffectForAnyoneAndAnyDay(
      @ForAll("bookings") List<Booking> bookings,
      @ForAll("rates") ExchangeRates rates,
      @ForAll @IntRange(max = 2) int target,
      @ForAll RoundingMode mode) {
    RoundingMode rounding = mode == RoundingMode.UNNECESSARY ? RoundingMode.HALF_EVEN : mode;
    String currency = CURRENCIES.get(target);
    LedgerWriter writer = new LedgerWriter(CATALOG);
    for (int i = 0; i < bookings.size(); i++) {
      Booking booking = bookings.get(i);
      try (Batch batch = writer.batch("b" + i, START.plusDays(i / 4))) {
        Batch.Row row = booking.key() == 0 ? batch.row() : batch.row("k" + booking.key());
        row.by(PersonId.of("p" + booking.person())).on(START.plusDays(booking.day()));
        row.put(
            BOOKINGS, BigDecimal.valueOf(booking.cents(), 2), CURRENCIES.get(booking.currency()));
        row.put(WINS, booking.key());
        batch.commit();
      }
    }
    Ledger whole = writer.snapshot();
    Conversion plan = Conversion.to(currency, RateKind.PLAN, rates, rounding);
    Conversion booked = Conversion.to(currency, RateKind.BOOKING, rates, rounding);
    for (int day = -1; day < 6; day++) {
      Ledger ledger = whole.known(START.plusDays(day));
      for (PersonId person : List.of(PersonId.of("p0"), PersonId.of("p1"), PersonId.of("p2"))) {
        Ledger own = ledger.by(List.of(person));
        assertEquals(
            total(own.in(booked)), total(own.in(plan)).plus(total(own.fxEffect(plan, booked))));
        assertEquals(own.in(booked), ledger.in(booked).by(List.of(person)));
      }
      assertEquals(ledger.in(booked), whole.in(booked).known(START.plusDays(day)));
      Quantity expected = Quantity.ZERO;
      for (Fact fact : Feed.facts(ledger.of(List.of(BOOKINGS)))) {
        expected =
            expected.plus(
                rates.convert(
                    fact.amount(),
                    fact.dimensions().getOrDefault(Dimension.CURRENCY, "?"),
                    currency,
                    RateKind.BOOKING,
                    fact.on(),
                    2,
                    rounding));
      }
      assertEquals(expected, total(ledger.in(booked)));
      assertEquals(
          Feed.amounts(ledger.of(List.of(WINS))),
          Feed.amounts(ledger.in(booked).of(List.of(WINS))));
    }
  }

  private static Quantity total(Ledger ledger) {
    return Feed.facts(ledger.of(List.of(BOOKINGS))).stream()
        .map(Fact::amount)
        .reduce(Quantity.ZERO, Quantity::plus);
  }
}
