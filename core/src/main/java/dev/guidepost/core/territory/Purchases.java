package dev.guidepost.core.territory;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.time.Period;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * What accounts have bought, seen as of a day: since when each is a customer and how large it is.
 *
 * <p>Read from a ledger, so that a deal that is withdrawn or corrected changes it, and what was
 * known earlier can still be read: {@code Purchases.of(ledger.known(then), then)}. Exact and
 * immutable.
 *
 * <pre>{@code
 * Purchases bought = Purchases.of(ledger, june30);
 * bought.size(acme);          // bookings from 1 July of last year to 30 June
 * bought.installedBase(acme); // all bookings up to 30 June
 * bought.customerSince(acme); // Optional[2026-03-02]
 * }</pre>
 */
public final class Purchases {

  private final LocalDate asOf;
  private final String currency;
  private final Optional<String> product;
  private final Period twelveMonths;
  private final ImmutableSortedMap<AccountId, LocalDate> since;
  private final ImmutableSortedMap<AccountId, NavigableMap<LocalDate, BigDecimal>> bookings;
  private final BigDecimal unnamed;

  private Purchases(Builder builder) {
    asOf = builder.asOf;
    currency = builder.currency;
    product = builder.product;
    twelveMonths = builder.twelveMonths;
    since = ImmutableSortedMap.copyOf(builder.since);
    ImmutableSortedMap.Builder<AccountId, NavigableMap<LocalDate, BigDecimal>> copy =
        ImmutableSortedMap.naturalOrder();
    builder.bookings.forEach((id, days) -> copy.put(id, ImmutableSortedMap.copyOf(days)));
    bookings = copy.build();
    unnamed = builder.unnamed;
  }

  /**
   * Returns what a ledger says that accounts have bought.
   *
   * @param ledger a ledger with {@link StandardMetrics#BOOKINGS} and the dimension {@link
   *     StandardMetrics#ACCOUNT}, and with {@link StandardMetrics#WINS} if deals are won without an
   *     amount; the values of the dimension are ids of accounts
   * @param asOf the day as of which it is read; what happened later is not looked at
   * @return the purchases, in the currency of bookings
   * @throws IllegalArgumentException if the ledger is a slice of one, as what accounts could buy is
   *     more than what of that slice; if its catalog lacks bookings or the dimension, or bookings
   *     are in several currencies; or if there is no year before the day
   */
  public static Purchases of(Ledger ledger, LocalDate asOf) {
    if (ledger.sliced()) {
      throw new IllegalArgumentException(
          "ledger must be whole, but was sliced; for one product give its name");
    }
    return read(ledger, Optional.empty(), asOf);
  }

  /**
   * Returns what a ledger says that accounts have bought of one product, to be held against the
   * {@linkplain Potential#forProduct(String) estimates for that product}.
   *
   * @param ledger a whole ledger as for {@link #of(Ledger, LocalDate)}, with the dimension {@link
   *     StandardMetrics#PRODUCT}
   * @param product the product, as facts name it
   * @param asOf the day as of which it is read; what happened later is not looked at
   * @return the purchases of that product; a customer is who has bought it
   * @throws IllegalArgumentException if the product is blank or the ledger refused as by {@link
   *     #of(Ledger, LocalDate)}
   */
  public static Purchases of(Ledger ledger, String product, LocalDate asOf) {
    if (ledger.sliced()) {
      throw new IllegalArgumentException("ledger must be whole, but was sliced");
    }
    return read(ledger.where(StandardMetrics.PRODUCT, named(product)), Optional.of(product), asOf);
  }

  private static String named(String product) {
    if (product.isBlank()) {
      throw new IllegalArgumentException("product must not be blank");
    }
    return product;
  }

  private static Purchases read(Ledger ledger, Optional<String> product, LocalDate asOf) {
    Metric bookings = ledger.catalog().metric(StandardMetrics.BOOKINGS);
    if (!(bookings.unit() instanceof UnitOfMeasure.Money money)) {
      throw new IllegalArgumentException("bookings must be money, but are " + bookings.unit());
    }
    Set<String> foreign = ledger.currencies().getOrDefault(StandardMetrics.BOOKINGS, Set.of());
    if (!Set.of(money.currency()).containsAll(foreign)) {
      throw new IllegalArgumentException(
          "bookings must be in "
              + money.currency()
              + ", but are in "
              + foreign
              + "; convert them first, by Ledger.in(Conversion)");
    }
    Builder builder = builder(asOf, money.currency());
    product.ifPresent(builder::product);
    List<String> values = ledger.values(StandardMetrics.ACCOUNT);
    IntUnaryOperator account = ledger.codes(StandardMetrics.ACCOUNT);
    for (int i = 0; i < ledger.size(); i++) {
      if (!ledger.includes(i)) {
        continue;
      }
      MetricId metric = ledger.catalog().metrics().get(ledger.metricCode(i)).id();
      boolean booked = metric.equals(StandardMetrics.BOOKINGS);
      if (booked || metric.equals(StandardMetrics.WINS)) {
        LocalDate day = LocalDate.ofEpochDay(ledger.epochDay(i));
        Optional<AccountId> id = account(values.get(account.applyAsInt(i)));
        if (booked) {
          builder.add(id, day, Quantity.ofUnscaled(ledger.unscaledAmount(i), bookings.scale()));
        } else if (ledger.unscaledAmount(i) > 0) {
          id.ifPresent(won -> builder.won(won, day));
        }
      }
    }
    return builder.build();
  }

  private static Optional<AccountId> account(String value) {
    if (value.equals(Dimension.NONE)) {
      return Optional.empty();
    }
    try {
      return Optional.of(AccountId.of(value));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns a builder, for purchases that do not come from a ledger.
   *
   * @param asOf the day as of which they are read
   * @param currency the code of their currency
   * @return the builder
   * @throws IllegalArgumentException if the code is not three upper-case letters, or there is no
   *     year before the day or no day after it
   */
  public static Builder builder(LocalDate asOf, String currency) {
    return new Builder(asOf, new UnitOfMeasure.Money(currency).currency());
  }

  /**
   * Returns the day as of which they are read.
   *
   * @return the day
   */
  public LocalDate asOf() {
    return asOf;
  }

  /**
   * Returns the currency of all amounts.
   *
   * @return the code
   */
  public String currency() {
    return currency;
  }

  /**
   * Returns the product of which they are.
   *
   * @return the product; empty if they are of all
   */
  public Optional<String> product() {
    return product;
  }

  /**
   * Returns the accounts that have bought.
   *
   * @return the accounts with a win or bookings, in order; unmodifiable
   */
  public Set<AccountId> accounts() {
    return ImmutableSortedSet.<AccountId>naturalOrder()
        .addAll(since.keySet())
        .addAll(bookings.keySet())
        .build();
  }

  /**
   * Returns since when an account is a customer.
   *
   * @param account the account
   * @return the day of its first win, or of its first bookings above 0; empty while it is new
   */
  public Optional<LocalDate> customerSince(AccountId account) {
    return Optional.ofNullable(since.get(account));
  }

  /**
   * Returns how large an account is.
   *
   * @param account the account
   * @return its bookings in {@link #twelveMonths()}, exact; 0 for one that has bought nothing;
   *     negative if credits exceed what it bought
   * @throws ArithmeticException if the sum does not fit 64 bits
   */
  public Quantity size(AccountId account) {
    return bookings(account, twelveMonths());
  }

  /**
   * Returns what stands at an account: all that it bought, whenever.
   *
   * @param account the account
   * @return all its bookings up to and including the as-of day, as far back as the records go,
   *     exact; credits take away from it
   * @throws ArithmeticException if the sum does not fit 64 bits
   */
  public Quantity installedBase(AccountId account) {
    NavigableMap<LocalDate, BigDecimal> days = bookings.get(account);
    return days == null ? Quantity.ZERO : sum(days);
  }

  private static Quantity sum(Map<LocalDate, BigDecimal> days) {
    return Quantity.of(days.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /**
   * Returns the 12 months over which sizes are summed.
   *
   * @return the days up to and including the as-of day, from the day after that a year earlier
   */
  public Period twelveMonths() {
    return twelveMonths;
  }

  /**
   * Returns what an account bought in a period.
   *
   * @param account the account
   * @param period the period; days after the as-of day count nothing
   * @return the sum of its bookings, exact
   * @throws ArithmeticException if the sum does not fit 64 bits
   */
  public Quantity bookings(AccountId account, Period period) {
    NavigableMap<LocalDate, BigDecimal> days = bookings.get(account);
    return days == null
        ? Quantity.ZERO
        : sum(days.subMap(period.start(), true, period.end(), false));
  }

  /**
   * Returns the bookings of no account: those of {@link #twelveMonths()} whose facts name none.
   *
   * @return the sum, exact; with the sizes of {@link #accounts()} it makes all bookings
   * @throws ArithmeticException if the sum does not fit 64 bits
   */
  public Quantity unnamed() {
    return Quantity.of(unnamed);
  }

  /** Returns how many accounts have bought, and as of when, on one line. */
  @Override
  public String toString() {
    return "purchases"
        + product.map(only -> " of " + only).orElse("")
        + " of "
        + accounts().size()
        + " accounts as of "
        + asOf
        + " in "
        + currency;
  }

  /** Collects purchases, in any order. */
  public static final class Builder {

    private final LocalDate asOf;
    private final String currency;
    private final Map<AccountId, LocalDate> since = new TreeMap<>();
    private final Map<AccountId, NavigableMap<LocalDate, BigDecimal>> bookings = new TreeMap<>();
    private final Period twelveMonths;
    private Optional<String> product = Optional.empty();
    private BigDecimal unnamed = BigDecimal.ZERO;

    private Builder(LocalDate asOf, String currency) {
      this.asOf = Objects.requireNonNull(asOf, "asOf");
      this.currency = currency;
      try {
        twelveMonths = Period.custom(asOf.minusYears(1).plusDays(1), asOf.plusDays(1));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            "as-of day must have a year before it and a day after it, but was " + asOf, e);
      }
    }

    /**
     * Says of which product all purchases are.
     *
     * @param only the product
     * @return this builder
     * @throws IllegalArgumentException if the product is blank
     */
    public Builder product(String only) {
      product = Optional.of(named(only));
      return this;
    }

    /**
     * Adds a win, with or without an amount.
     *
     * @param account the account
     * @param day the day; one after the as-of day is left out
     * @return this builder
     */
    public Builder won(AccountId account, LocalDate day) {
      Objects.requireNonNull(account, "account");
      if (!day.isAfter(asOf)) {
        since.merge(account, day, (one, other) -> one.isBefore(other) ? one : other);
      }
      return this;
    }

    /**
     * Adds bookings; above 0 they are a win too.
     *
     * @param account the account
     * @param day the day; one after the as-of day is left out
     * @param amount how much, of either sign
     * @return this builder
     */
    public Builder booked(AccountId account, LocalDate day, Quantity amount) {
      return add(Optional.of(account), day, amount);
    }

    private Builder add(Optional<AccountId> account, LocalDate day, Quantity amount) {
      if (day.isAfter(asOf)) {
        return this;
      }
      if (account.isEmpty()) {
        unnamed = twelveMonths.contains(day) ? unnamed.add(amount.toBigDecimal()) : unnamed;
        return this;
      }
      bookings
          .computeIfAbsent(account.get(), id -> new TreeMap<>())
          .merge(day, amount.toBigDecimal(), BigDecimal::add);
      return amount.signum() > 0 ? won(account.get(), day) : this;
    }

    /**
     * Returns the purchases.
     *
     * @return the purchases
     */
    public Purchases build() {
      return new Purchases(this);
    }
  }
}
