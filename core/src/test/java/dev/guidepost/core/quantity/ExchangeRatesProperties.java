package dev.guidepost.core.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Laws of conversions. */
class ExchangeRatesProperties {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  @Provide
  Arbitrary<List<RateQuote>> quotes() {
    Arbitrary<BigDecimal> rates =
        Arbitraries.bigDecimals().between(new BigDecimal("0.01"), new BigDecimal("150")).ofScale(6);
    Arbitrary<RateQuote> quotes =
        Combinators.combine(
                Arbitraries.of(RateKind.class),
                Arbitraries.of("AUD", "EUR", "JPY"),
                Arbitraries.of(true, false),
                rates,
                Arbitraries.integers().between(0, 30))
            .as(
                (kind, currency, perBase, rate, day) ->
                    new RateQuote(
                        kind,
                        perBase ? "USD" : currency,
                        perBase ? currency : "USD",
                        rate,
                        START.plusDays(day)));
    return quotes
        .list()
        .ofMaxSize(40)
        .uniqueElements(
            quote ->
                List.of(
                    quote.kind(),
                    quote.from(),
                    quote.of().equals("USD") ? quote.in() : quote.of()));
  }

  @Provide
  Arbitrary<String> currencies() {
    return Arbitraries.of("USD", "AUD", "EUR", "JPY");
  }

  private static ExchangeRates rates(List<RateQuote> quotes) {
    ExchangeRates.Builder builder = ExchangeRates.against("USD");
    quotes.forEach(builder::quote);
    return builder.build();
  }

  /** All three kinds of three currencies from the first day on. */
  private static ExchangeRates complete(List<RateQuote> quotes) {
    ExchangeRates.Builder builder = rates(quotes).toBuilder();
    for (String currency : List.of("AUD", "EUR", "JPY")) {
      for (RateKind kind : RateKind.values()) {
        builder.quote(
            new RateQuote(kind, currency, "USD", BigDecimal.valueOf(7, 1), START.minusDays(1)));
      }
    }
    return builder.build();
  }

  @Property
  void oneCurrencyIsItself(
      @ForAll("quotes") List<RateQuote> quotes,
      @ForAll("currencies") String currency,
      @ForAll RateKind kind,
      @ForAll long amount,
      @ForAll RoundingMode rounding) {
    Quantity money = Quantity.ofUnscaled(amount, 4);
    assertEquals(money, rates(quotes).convert(money, currency, currency, kind, START, 2, rounding));
  }

  /** Found by looking through all quotes instead of the index. */
  @Property
  void takesTheLastQuoteUpToTheDayUnlessItIsStale(
      @ForAll("quotes") List<RateQuote> quotes,
      @ForAll RateKind kind,
      @ForAll @IntRange(min = -1, max = 40) int day,
      @ForAll @IntRange(max = 20) int limit) {
    LocalDate on = START.plusDays(day);
    ExchangeRates rates = rates(quotes).toBuilder().staleAfterDays(kind, limit).build();
    Optional<RateQuote> last =
        quotes.stream()
            .filter(quote -> quote.kind() == kind && !quote.from().isAfter(on))
            .filter(quote -> quote.of().equals("EUR") || quote.in().equals("EUR"))
            .reduce((one, other) -> one.from().isAfter(other.from()) ? one : other);
    if (last.isPresent() && !on.isAfter(last.get().from().plusDays(limit))) {
      assertEquals(List.of(last.get()), rates.rate("EUR", "USD", kind, on).quotes());
      assertEquals(List.of(last.get()), rates.rate("USD", "EUR", kind, on).quotes());
    } else {
      MissingRateException missing =
          assertThrows(MissingRateException.class, () -> rates.rate("USD", "EUR", kind, on));
      assertEquals(last.map(RateQuote::from), missing.lastPublished());
    }
  }

  @Property
  void holdsBetweenStarts(
      @ForAll("quotes") List<RateQuote> quotes,
      @ForAll RateKind kind,
      @ForAll @IntRange(min = 0, max = 40) int day) {
    LocalDate on = START.plusDays(day);
    ExchangeRates rates = complete(quotes);
    ExchangeRate rate = rates.rate("AUD", "JPY", kind, on);
    LocalDate since = rate.quotes().stream().map(RateQuote::from).max(LocalDate::compareTo).get();
    for (LocalDate earlier = since; earlier.isBefore(on); earlier = earlier.plusDays(1)) {
      assertEquals(rate.quotes(), rates.rate("AUD", "JPY", kind, earlier).quotes());
    }
  }

  /** The exact value of an amount at the quotes, as numerator and denominator, done by hand. */
  private static BigDecimal[] exact(ExchangeRate rate, Quantity amount) {
    BigDecimal numerator = amount.toBigDecimal();
    BigDecimal denominator = BigDecimal.ONE;
    String at = rate.from();
    for (RateQuote quote : rate.quotes()) {
      if (quote.of().equals(at)) {
        numerator = numerator.multiply(quote.rate());
        at = quote.in();
      } else {
        denominator = denominator.multiply(quote.rate());
        at = quote.of();
      }
    }
    assertEquals(rate.to(), at);
    return new BigDecimal[] {numerator, denominator};
  }

  @Property
  void roundsTheExactValueOnce(
      @ForAll("quotes") List<RateQuote> quotes,
      @ForAll("currencies") String from,
      @ForAll("currencies") String to,
      @ForAll RateKind kind,
      @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long cents,
      @ForAll @IntRange(max = 4) int scale,
      @ForAll("roundings") RoundingMode rounding) {
    Quantity amount = Quantity.ofUnscaled(cents, 2);
    LocalDate on = START.plusDays(15);
    ExchangeRates rates = complete(quotes);
    ExchangeRate rate = rates.rate(from, to, kind, on);
    BigDecimal[] exact = exact(rate, amount);
    if (!from.equals(to)) {
      Quantity converted = rates.convert(amount, from, to, kind, on, scale, rounding);
      assertEquals(Quantity.of(exact[0].divide(exact[1], scale, rounding)), converted);
      // less than one unit of the last place from the exact value
      BigDecimal off = converted.toBigDecimal().multiply(exact[1]).subtract(exact[0]).abs();
      assertTrue(off.compareTo(exact[1].movePointLeft(scale)) < 0);
    }
  }

  @Provide
  Arbitrary<RoundingMode> roundings() {
    return Arbitraries.of(RoundingMode.class).filter(mode -> mode != RoundingMode.UNNECESSARY);
  }

  /** There and back: half a unit at the way back's rate, and half a unit at the end. */
  @Property
  void comesBackWithinWhatRoundingMayCost(
      @ForAll("quotes") List<RateQuote> quotes,
      @ForAll("currencies") String from,
      @ForAll("currencies") String to,
      @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long cents) {
    Quantity amount = Quantity.ofUnscaled(cents, 2);
    ExchangeRates rates = complete(quotes);
    LocalDate on = START.plusDays(15);
    Quantity there =
        rates.convert(amount, from, to, RateKind.BOOKING, on, 2, RoundingMode.HALF_EVEN);
    Quantity back = rates.convert(there, to, from, RateKind.BOOKING, on, 2, RoundingMode.HALF_EVEN);
    ExchangeRate home = rates.rate(to, from, RateKind.BOOKING, on);
    // |back - amount| <= 0.005 x rate + 0.005
    BigDecimal bound = home.numerator().add(home.denominator()).multiply(new BigDecimal("0.005"));
    BigDecimal off = back.minus(amount).toBigDecimal().abs().multiply(home.denominator());
    assertTrue(off.compareTo(bound) <= 0);
  }

  /** Plan and effect make the booking rate's amount, one by one and in the sum. */
  @Property
  void bookingIsPlanAndEffect(
      @ForAll("quotes") List<RateQuote> quotes,
      @ForAll List<@LongRange(min = -1_000_000_000L, max = 1_000_000_000L) Long> amounts) {
    ExchangeRates rates = complete(quotes);
    Quantity booked = Quantity.ZERO;
    Quantity planned = Quantity.ZERO;
    Quantity effect = Quantity.ZERO;
    for (int i = 0; i < amounts.size(); i++) {
      LocalDate on = START.plusDays(i % 35);
      Quantity amount = Quantity.ofUnscaled(amounts.get(i), 2);
      Quantity atBooking =
          rates.convert(amount, "JPY", "EUR", RateKind.BOOKING, on, 2, RoundingMode.HALF_UP);
      Quantity atPlan =
          rates.convert(amount, "JPY", "EUR", RateKind.PLAN, on, 2, RoundingMode.HALF_UP);
      booked = booked.plus(atBooking);
      planned = planned.plus(atPlan);
      effect = effect.plus(atBooking.minus(atPlan));
    }
    assertEquals(booked, planned.plus(effect));
  }

  @Property
  void keepsItsStateEqual(
      @ForAll("quotes") List<RateQuote> quotes, @ForAll @IntRange(max = 400) int limit) {
    ExchangeRates rates = rates(quotes).toBuilder().staleAfterDays(RateKind.AVERAGE, limit).build();
    assertEquals(rates, ExchangeRates.of(rates.state()));
    assertEquals(rates.state(), ExchangeRates.of(rates.state()).state());
    assertEquals(rates, rates.toBuilder().build());
    for (RateQuote quote : quotes) {
      assertEquals(quote, RateQuote.parse(quote.toString()));
    }
    assertEquals(rates.hashCode(), ExchangeRates.of(rates.state()).hashCode());
  }
}
