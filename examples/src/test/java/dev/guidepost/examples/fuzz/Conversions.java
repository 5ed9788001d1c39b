package dev.guidepost.examples.fuzz;

import static dev.guidepost.examples.fuzz.FuzzTarget.require;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.BatchReport;
import dev.guidepost.core.fact.Conversion;
import dev.guidepost.core.fact.Fact;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.ExchangeRates;
import dev.guidepost.core.quantity.MissingRateException;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.RateKind;
import dev.guidepost.core.quantity.RateQuote;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ledger in several currencies brought into one, as text: lines {@code to|currency|rounding},
 * {@code stale|kind|days}, {@code rate|quote} and {@code
 * fact|key|person|day|metric|amount|currency|known}. What each fact must come to, or that there is
 * no rate for it, is told by {@link RateModel}. Lines that say something else are left out.
 */
final class Conversions {
  static final List<String> VALID =
      List.of(
          """
          to|USD|HALF_EVEN
          stale|booking|31
          rate|1 USD = 1.39 AUD from 2026-01-01 booking
          rate|1 USD = 1.42 AUD from 2026-02-01 booking
          rate|1 EUR = 1.08 USD from 2026-01-01 booking
          rate|1 USD = 1.4 AUD from 2026-01-01 plan
          rate|1 EUR = 1.1 USD from 2026-01-01 plan
          fact|1|ana|2026-01-15|bookings|1054.50|AUD|2026-02-01
          fact|2|ben|2026-01-31|bookings|-99.99|EUR|2026-02-01
          fact|3|ana|2026-02-20|costs-of-goods|0.01|AUD|2026-03-01
          fact|1|ana|2026-01-15|bookings|1000|AUD|2026-03-02
          fact|4|cy|2026-01-01|live-pipeline-value|12345.67|USD|2026-03-02
          fact|5|cy|2026-01-01|wins|2||2026-03-02
          """,
          """
          to|EUR|UNNECESSARY
          rate|1 USD = 2 AUD from 2026-01-01 booking
          rate|1 EUR = 1.25 USD from 2026-01-01 booking
          rate|1 USD = 4 AUD from 2026-01-01 plan
          rate|1 EUR = 1.25 USD from 2026-01-01 plan
          fact|1|ana|2026-01-15|bookings|100|AUD|2026-02-01
          fact|2|ana|2026-01-15|bookings|7.77|EUR|2026-02-01
          """);

  private static final Catalog CATALOG =
      StandardMetrics.fullCatalog("USD", 2).with(Dimension.CURRENCY);

  private final RateModel model = new RateModel();
  private final ExchangeRates.Builder rates = ExchangeRates.against(RateModel.BASE);
  private final LedgerWriter writer = new LedgerWriter(CATALOG);
  private String currency = RateModel.BASE;
  private RoundingMode rounding = RoundingMode.HALF_EVEN;

  private Conversions() {}

  static boolean takes(String text) {
    Conversions read = new Conversions();
    for (String line : text.split("\n", -1)) {
      read.line(line.split("\\|", -1));
    }
    return read.converts();
  }

  private void line(String[] fields) {
    try {
      switch (fields[0]) {
        case "to" -> {
          currency = new UnitOfMeasure.Money(fields[1]).currency();
          rounding = RoundingMode.valueOf(fields[2]);
        }
        case "stale" -> {
          RateKind kind = RateKind.parse(fields[1]);
          int days = Integer.parseInt(fields[2]);
          rates.staleAfterDays(kind, days);
          model.stale(kind, days);
        }
        case "rate" -> {
          RateQuote quote = RateQuote.parse(fields[1]);
          rates.quote(quote);
          model.quote(quote);
        }
        case "fact" -> write(fields);
        default -> {
          // says nothing here
        }
      }
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException none) {
      // says nothing that can be used; what a feed refuses is tried elsewhere
    }
  }

  private void write(String[] fields) {
    PersonId person = Feed.person(fields[2]);
    LocalDate day = Feed.day(fields[3]);
    MetricId metric = MetricId.of(fields[4]);
    BigDecimal amount = Feed.amount(fields[5]);
    LocalDate known = Feed.day(fields[7]);
    try (Batch batch =
        writer.batch(
            "b" + writer.snapshot().reports().size(), known == null ? LocalDate.EPOCH : known)) {
      Batch.Row row = fields[1].isEmpty() ? batch.row() : batch.row(fields[1]);
      row.by(person).on(day).dim(Dimension.CURRENCY, fields[6]).put(metric, amount);
      BatchReport report = batch.commit();
      require(report.offered() == 1, "a row must be offered", report);
    }
  }

  private boolean converts() {
    Ledger ledger = writer.snapshot();
    ExchangeRates all = rates.build();
    Conversion plan = Conversion.to(currency, RateKind.PLAN, all, rounding);
    Conversion booking = Conversion.to(currency, RateKind.BOOKING, all, rounding);
    Optional<Ledger> planned = converted(ledger, plan);
    Optional<Ledger> booked = converted(ledger, booking);
    if (planned.isEmpty() || booked.isEmpty()) {
      return false;
    }
    boolean foreign = ledger.currencies().values().stream().anyMatch(one -> !isOwn(one));
    boolean moved = effect(ledger, plan, booking, planned.get(), booked.get());
    boolean then = knownThen(ledger, booking, booked.get());
    return moved && then && foreign; // without any, a text is not worth to be mutated
  }

  /** Converts, and compares each amount, or why there is none, with the model's. */
  private Optional<Ledger> converted(Ledger ledger, Conversion how) {
    List<Optional<Quantity>> expected = new ArrayList<>();
    boolean beyond = false;
    RateModel.@Nullable Missing missing = null;
    for (int i = 0; i < ledger.size(); i++) {
      Optional<Quantity> amount = Optional.empty();
      if (ledger.includes(i)) {
        Fact fact = ledger.fact(i);
        try {
          amount = Optional.of(model.amount(CATALOG, fact, how.kind(), currency, rounding));
        } catch (ArithmeticException e) {
          beyond = true;
        } catch (RateModel.Missing e) {
          missing = missing == null ? e : missing.and(e);
        }
      }
      expected.add(amount);
    }
    try {
      Ledger converted = ledger.in(how);
      require(!beyond && missing == null, "must be refused", how, ledger);
      for (int i = 0; i < ledger.size(); i++) {
        require(converted.includes(i) == ledger.includes(i), "must include the same", i);
        if (converted.includes(i)) {
          Quantity given = converted.fact(i).amount();
          require(expected.get(i).equals(Optional.of(given)), "amount", ledger.fact(i), given);
        }
      }
      converted.currencies().values().forEach(one -> require(isOwn(one), "currency", one));
      return Optional.of(converted);
    } catch (ArithmeticException refused) {
      require(beyond, "must fit", how, ledger, refused);
      return Optional.empty();
    } catch (MissingRateException refused) {
      require(missing != null && missing.isToldBy(refused), "must have a rate", missing, refused);
      return Optional.empty();
    }
  }

  private boolean isOwn(Set<String> currencies) {
    return currencies.equals(Set.of(currency));
  }

  /** Booking is plan plus effect, fact by fact and in total. */
  private static boolean effect(
      Ledger ledger, Conversion plan, Conversion booking, Ledger planned, Ledger booked) {
    Ledger effect;
    try {
      effect = ledger.fxEffect(plan, booking);
    } catch (ArithmeticException beyond) {
      require(String.valueOf(beyond.getMessage()).contains(" "), "must say why", beyond);
      return false;
    }
    BigDecimal less = BigDecimal.ZERO;
    BigDecimal more = BigDecimal.ZERO;
    BigDecimal change = BigDecimal.ZERO;
    for (int i = 0; i < ledger.size(); i++) {
      boolean money = ledger.includes(i) && RowModel.isMoney(CATALOG, ledger.fact(i).metric());
      require(effect.includes(i) == money, "must have an effect if money", i, ledger);
      if (money) {
        BigDecimal before = planned.fact(i).amount().toBigDecimal();
        BigDecimal after = booked.fact(i).amount().toBigDecimal();
        BigDecimal by = effect.fact(i).amount().toBigDecimal();
        require(after.compareTo(before.add(by)) == 0, "booking is plan + effect", i, effect);
        less = less.add(before);
        more = more.add(after);
        change = change.add(by);
      }
    }
    require(more.compareTo(less.add(change)) == 0, "total is plan + effect", more, less, change);
    return true;
  }

  /** What was known by a day, converted, is what is converted, as known by that day. */
  private static boolean knownThen(Ledger ledger, Conversion how, Ledger converted) {
    boolean all = true;
    for (BatchReport report : ledger.reports()) {
      Ledger then = ledger.known(report.known());
      try {
        Ledger before = then.in(how);
        require(converted.known(report.known()).equals(before), "known by", report, before);
      } catch (MissingRateException | ArithmeticException gone) {
        all = false; // a fact replaced since then cannot be converted
      }
    }
    return all;
  }
}
