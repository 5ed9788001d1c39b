package dev.guidepost.core.quantity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import dev.guidepost.core.style.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Dated rates of exchange against one base currency.
 *
 * <p>Immutable. A quote holds from its own day until the day before the next quote of the same
 * currency and kind; the last one holds on, and any quote no longer than the kind's staleness limit
 * says. Rates of two other currencies go across the base and over nothing else. A conversion
 * multiplies and divides exactly and rounds once, at a scale and in a mode that the caller names.
 *
 * <pre>{@code
 * ExchangeRates rates = ExchangeRates.against("USD")
 *     .quote("1 USD = 1.39 AUD from 2026-01-01 booking")
 *     .quote("1 USD = 1.42 AUD from 2026-02-01 booking")
 *     .staleAfterDays(RateKind.BOOKING, 31)
 *     .build();
 * rates.convert(Quantity.of(100), "USD", "AUD", RateKind.BOOKING,
 *     LocalDate.of(2026, 1, 31), 2, RoundingMode.HALF_EVEN); // 139
 * }</pre>
 */
public final class ExchangeRates {

  /**
   * All of it as plain values that any mapper of records can write and read back equal.
   *
   * @param base the base currency
   * @param quotes the quotes, in the order of {@link ExchangeRates#quotes()}; unmodifiable
   * @param limits the staleness limits, by kind; unmodifiable
   */
  public record State(String base, List<Quoted> quotes, List<Limit> limits) {

    /**
     * One quote.
     *
     * @param kind {@code "booking"}, {@code "plan"} or {@code "average"}
     * @param of the currency of which there is one
     * @param in the currency it is worth so much of
     * @param rate how much one {@code of} is worth in {@code in}
     * @param from the first day it holds, such as {@code "2026-01-01"}
     */
    public record Quoted(String kind, String of, String in, BigDecimal rate, String from) {}

    /**
     * How long quotes of a kind hold.
     *
     * @param kind {@code "booking"}, {@code "plan"} or {@code "average"}
     * @param days after how many days a quote is stale
     */
    public record Limit(String kind, int days) {}

    /**
     * Creates a state.
     *
     * @param base the base currency
     * @param quotes the quotes
     * @param limits the staleness limits
     */
    public State {

      quotes = Words.kept("quotes", quotes);
      limits = Words.kept("limits", limits);
    }
  }

  private static final Comparator<RateQuote> IN_TIME =
      Comparator.comparing(RateQuote::from)
          .thenComparing(RateQuote::kind)
          .thenComparing(RateQuote::of)
          .thenComparing(RateQuote::in);

  private record Series(String currency, RateKind kind) {}

  private final String base;
  private final ImmutableMap<RateKind, Integer> limits;
  private final ImmutableMap<Series, ImmutableSortedMap<LocalDate, RateQuote>> series;

  private ExchangeRates(Builder builder) {
    base = builder.base;
    limits = Maps.immutableEnumMap(builder.limits);
    ImmutableMap.Builder<Series, ImmutableSortedMap<LocalDate, RateQuote>> copies =
        ImmutableMap.builder();
    builder.series.forEach((key, dated) -> copies.put(key, ImmutableSortedMap.copyOf(dated)));
    series = copies.buildOrThrow();
  }

  /**
   * Returns a builder of rates against a base currency.
   *
   * @param base the code of the currency that every quote names on one side
   * @return the builder
   * @throws IllegalArgumentException if the code is not three upper-case letters
   */
  public static Builder against(String base) {
    UnitTexts.requireCurrency("base currency", base);
    return new Builder(base);
  }

  /**
   * Returns the rates of a state that was kept.
   *
   * @param state as {@link #state()} gave it
   * @return rates equal to those it came from
   * @throws IllegalArgumentException if the state is not valid
   */
  public static ExchangeRates of(State state) {
    Words.requireWhole(state);
    Builder builder = against(state.base());
    for (State.Quoted quoted : state.quotes()) {
      builder.quote(
          new RateQuote(
              RateKind.parse(quoted.kind()),
              quoted.of(),
              quoted.in(),
              quoted.rate(),
              Words.day("day of a quote", quoted.from())));
    }
    for (State.Limit limit : state.limits()) {
      builder.staleAfterDays(RateKind.parse(limit.kind()), limit.days());
    }
    return builder.build();
  }

  /**
   * Returns all of it as plain values, for the host to keep.
   *
   * @return the state, from which {@link #of(State)} makes equal rates
   */
  public State state() {
    return new State(
        base,
        quotes().stream()
            .map(
                quote ->
                    new State.Quoted(
                        quote.kind().toString(),
                        quote.of(),
                        quote.in(),
                        quote.rate(),
                        quote.from().toString()))
            .toList(),
        limits.entrySet().stream()
            .map(limit -> new State.Limit(limit.getKey().toString(), limit.getValue()))
            .toList());
  }

  /**
   * Returns the currency that every quote names on one side.
   *
   * @return its code
   */
  public String base() {
    return base;
  }

  /**
   * Returns the currencies that have at least one quote of any kind, and the base.
   *
   * @return their codes, in alphabetical order; unmodifiable
   */
  public Set<String> currencies() {
    return series.keySet().stream()
        .map(Series::currency)
        .collect(
            () -> ImmutableSortedSet.<String>naturalOrder().add(base),
            ImmutableSortedSet.Builder::add,
            (left, right) -> left.addAll(right.build()))
        .build();
  }

  /**
   * Returns all quotes.
   *
   * @return the quotes by day, then kind, then currencies; unmodifiable
   */
  public List<RateQuote> quotes() {
    return series.values().stream()
        .flatMap(dated -> dated.values().stream())
        .sorted(IN_TIME)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns after how many days a quote of a kind is stale.
   *
   * @param kind the kind
   * @return the limit, or empty if quotes of that kind hold without limit
   */
  public OptionalInt staleAfterDays(RateKind kind) {
    Integer days = limits.get(kind);
    return days == null ? OptionalInt.empty() : OptionalInt.of(days);
  }

  /**
   * Returns the rate of a day: that of the last quote up to the day, or of the last quotes of two
   * currencies across the base.
   *
   * @param from the currency of the amounts to convert
   * @param to the currency of the result
   * @param kind which kind of rate; kinds never stand in for each other
   * @param on the day
   * @return the rate, which is 1 without any quote if both currencies are the same
   * @throws IllegalArgumentException if a currency is not three upper-case letters
   * @throws MissingRateException if no quote was published up to the day, or the last one is stale
   */
  public ExchangeRate rate(String from, String to, RateKind kind, LocalDate on) {
    UnitTexts.requireCurrency("currency", from);
    UnitTexts.requireCurrency("currency", to);
    BigDecimal numerator = BigDecimal.ONE;
    BigDecimal denominator = BigDecimal.ONE;
    ImmutableList.Builder<RateQuote> used = ImmutableList.builder();
    if (!from.equals(to)) {
      for (String currency : List.of(from, to)) {
        if (!currency.equals(base)) {
          RateQuote quote = quote(currency, from, to, kind, on);
          used.add(quote);
          // 1 of = rate in; what is divided by is what is left behind
          if (quote.of().equals(from) || quote.in().equals(to)) {
            numerator = numerator.multiply(quote.rate());
          } else {
            denominator = denominator.multiply(quote.rate());
          }
        }
      }
    }
    return new ExchangeRate(from, to, kind, on, numerator, denominator, used.build());
  }

  private RateQuote quote(String currency, String from, String to, RateKind kind, LocalDate on) {
    ImmutableSortedMap<LocalDate, RateQuote> dated = series.get(new Series(currency, kind));
    Map.Entry<LocalDate, RateQuote> last = dated == null ? null : dated.floorEntry(on);
    Integer limit = limits.get(kind);
    if (last == null) {
      throw new MissingRateException(from, to, currency, kind, on, null, 1);
    }
    if (limit != null && ChronoUnit.DAYS.between(last.getKey(), on) > limit) {
      throw new MissingRateException(from, to, currency, kind, on, last.getKey(), 1);
    }
    return last.getValue();
  }

  /**
   * Returns an amount in another currency at the rate of a day, rounded once.
   *
   * @param amount an amount of {@code from}, of any sign
   * @param from the currency of the amount
   * @param to the currency of the result
   * @param kind which kind of rate
   * @param on the day whose rate counts, usually the day of the transaction
   * @param scale the number of decimals of the result, 0 to {@value Quantity#MAX_SCALE}
   * @param rounding how to round
   * @return the amount in {@code to}; the same amount, unrounded, if both are one currency
   * @throws IllegalArgumentException if a currency is not three upper-case letters or the scale is
   *     out of bounds
   * @throws MissingRateException if no quote was published up to the day, or the last one is stale
   * @throws ArithmeticException if the rounding is {@link RoundingMode#UNNECESSARY} but digits
   *     would be lost, or the result does not fit 64 bits
   */
  public Quantity convert(
      Quantity amount,
      String from,
      String to,
      RateKind kind,
      LocalDate on,
      int scale,
      RoundingMode rounding) {
    return rate(from, to, kind, on).convert(amount, scale, rounding);
  }

  /**
   * Returns a builder that holds everything of these rates, to add tomorrow's quotes to.
   *
   * @return a new builder
   */
  public Builder toBuilder() {
    Builder builder = new Builder(base);
    quotes().forEach(builder::quote);
    builder.limits.putAll(limits);
    return builder;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExchangeRates that
        && base.equals(that.base)
        && limits.equals(that.limits)
        && series.equals(that.series);
  }

  @Override
  public int hashCode() {
    return Objects.hash(base, limits, series);
  }

  /** Returns one line, such as {@code "2 quotes of AUD against USD"}. */
  @Override
  public String toString() {
    Set<String> others = new TreeSet<>(currencies());
    others.remove(base);
    int count = quotes().size();
    return count
        + (count == 1 ? " quote" : " quotes")
        + (others.isEmpty() ? "" : " of " + String.join(", ", others))
        + " against "
        + base;
  }

  /** Builds {@link ExchangeRates}. */
  public static final class Builder {

    private final String base;
    private final Map<RateKind, Integer> limits = new EnumMap<>(RateKind.class);
    private final Map<Series, TreeMap<LocalDate, RateQuote>> series = new LinkedHashMap<>();

    private Builder(String base) {
      this.base = base;
    }

    /**
     * Adds a quote; the same quote again changes nothing.
     *
     * @param quote the quote, with the base on one side, either way round
     * @return this
     * @throws IllegalArgumentException if the base is on neither side, or another quote of the same
     *     currency, kind and day is there already
     */
    public Builder quote(RateQuote quote) {
      if (!quote.of().equals(base) && !quote.in().equals(base)) {
        throw new IllegalArgumentException(
            "quote must name the base currency " + base + " on one side, but was " + quote);
      }
      String currency = quote.of().equals(base) ? quote.in() : quote.of();
      RateQuote before =
          series
              .computeIfAbsent(new Series(currency, quote.kind()), key -> new TreeMap<>())
              .putIfAbsent(quote.from(), quote);
      if (before != null && !before.equals(quote)) {
        throw new IllegalArgumentException(
            "quote must be the only one of its day, but was " + quote + " beside " + before);
      }
      return this;
    }

    /**
     * Adds a quote given as text.
     *
     * @param text such as {@code "1 USD = 1.39 AUD from 2026-01-01 booking"}
     * @return this
     * @throws IllegalArgumentException if the text is no quote, the base is on neither side, or
     *     another quote of the same currency, kind and day is there already
     */
    public Builder quote(String text) {
      return quote(RateQuote.parse(text));
    }

    /**
     * Says after how many days a quote is too old to be used, even if no newer one is there.
     *
     * @param kind the kind of rate it is said for
     * @param days a quote holds on its own day and this many days after, 0 or more
     * @return this
     * @throws IllegalArgumentException if {@code days} is negative
     */
    public Builder staleAfterDays(RateKind kind, int days) {
      Objects.requireNonNull(kind, "kind");
      if (days < 0) {
        throw new IllegalArgumentException("days must not be negative, but was " + days);
      }
      limits.put(kind, days);
      return this;
    }

    /**
     * Returns the rates; the builder can go on.
     *
     * @return immutable rates
     */
    public ExchangeRates build() {
      return new ExchangeRates(this);
    }
  }
}
