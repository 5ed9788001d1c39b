package dev.guidepost.examples.fuzz;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must become of one row of a batch, told once more and otherwise: by decimal numbers. */
final class RowModel {
  private static final long DAYS = 1 << 19;
  private static final Pattern AROUND = Pattern.compile("^[\\x00- \\p{Z}]|[\\x00- \\p{Z}]\\z");

  private final Catalog catalog;
  private final @Nullable PartyId person;
  private final @Nullable LocalDate day;
  private final String currency;
  private final List<Entry> entries = new ArrayList<>();
  private boolean refused;

  /** A fact without its history. */
  record Entry(PartyId party, MetricId metric, LocalDate on, Quantity amount, String currency) {}

  RowModel(Catalog catalog, String person, String day, String currency) {
    this.catalog = catalog;
    this.person = Feed.person(person);
    this.day = Feed.day(day);
    this.currency = currency;
    refuseIf(!currency.isBlank() && !currency.matches("[A-Z]{3}"));
  }

  private void refuseIf(boolean wrong) {
    refused |= wrong;
  }

  boolean refuses() {
    return refused;
  }

  /** Returns the facts; what is no money has the currency of the row's money, if it is of one. */
  List<Entry> entries() {
    Set<String> money =
        entries.stream()
            .filter(entry -> isMoney(catalog, entry.metric()))
            .map(Entry::currency)
            .collect(Collectors.toSet());
    return entries.stream()
        .map(
            entry ->
                money.size() == 1 && entry.currency().equals(Dimension.NONE)
                    ? new Entry(
                        entry.party(),
                        entry.metric(),
                        entry.on(),
                        entry.amount(),
                        money.iterator().next())
                    : entry)
        .toList();
  }

  static boolean isMoney(Catalog catalog, MetricId metric) {
    return catalog.metric(metric).unit() instanceof UnitOfMeasure.Money;
  }

  private boolean takes(MetricId metric) {
    return catalog.metrics().stream()
        .anyMatch(known -> known.id().equals(metric) && known.aggregation().takesFacts());
  }

  /** Puts an amount; the currency is null where the put has none, blank where it is empty. */
  void put(MetricId metric, @Nullable BigDecimal amount, @Nullable String own) {
    boolean given = own != null && !own.isBlank();
    if (!takes(metric)
        || amount == null
        || person == null
        || day == null
        || (given && !own.matches("[A-Z]{3}"))) {
      refused = true;
      return;
    }
    Metric definition = catalog.metric(metric);
    boolean money = isMoney(catalog, metric);
    refuseIf(own != null && !money);
    refuseIf(Math.abs(2 * day.toEpochDay() + 1) >= 2 * DAYS);
    refuseIf(!money && amount.signum() < 0);
    refuseIf(
        !fits(
            amount,
            definition.scale(),
            definition.aggregation() instanceof Aggregation.Distribution ? 32 : 64));
    if (!refused) {
      String other = !currency.isBlank() ? currency : Dimension.NONE;
      String ofRow = !currency.isBlank() ? currency : definition.unit().toString();
      String ofMoney = own != null && given ? own : ofRow;
      entries.add(new Entry(person, metric, day, Quantity.of(amount), money ? ofMoney : other));
    }
  }

  void weigh(MetricId metric, @Nullable BigDecimal value, @Nullable BigDecimal weight) {
    boolean known = catalog.metrics().stream().anyMatch(one -> one.id().equals(metric));
    if (!known
        || value == null
        || weight == null
        || !(catalog.metric(metric).aggregation() instanceof Aggregation.WeightedMean mean)) {
      refused = true;
      return;
    }
    refuseIf(value.signum() < 0 || value.compareTo(BigDecimal.TEN) > 0); // score 0..10
    if (!isQuantity(value) || !isQuantity(weight)) {
      refused = true;
      return;
    }
    put(mean.products(), value.multiply(weight), null);
    put(mean.weights(), weight, null);
  }

  /** Tells whether an amount fits 64 bits with the decimals that it needs, at most nine. */
  private static boolean isQuantity(BigDecimal amount) {
    int scale = amount.stripTrailingZeros().scale();
    return scale <= Quantity.MAX_SCALE && fits(amount, Math.max(0, scale), 64);
  }

  private static boolean fits(BigDecimal amount, int scale, int bits) {
    BigDecimal plain = amount.stripTrailingZeros();
    if (plain.signum() != 0 && Math.abs((long) plain.scale()) > 100) {
      return false; // and not worth to be written out
    }
    try {
      BigInteger digits = plain.setScale(scale).unscaledValue();
      return digits.bitLength() < bits;
    } catch (ArithmeticException lost) {
      return false;
    }
  }

  /** Tells whether the row is taken, but for a key that came before. */
  boolean ends(String key, boolean withdrawn, boolean replay) {
    refuseIf(entries.isEmpty() && !withdrawn);
    refuseIf(key.isEmpty() && replay);
    refuseIf(AROUND.matcher(key).find());
    return !refused;
  }
}
