package dev.guidepost.rollup.variance;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.CLOSED;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static dev.guidepost.core.metric.StandardMetrics.WIN_RATE;
import static dev.guidepost.rollup.variance.DriversTest.DEAL_SIZE;
import static dev.guidepost.rollup.variance.Sales.Q2;
import static dev.guidepost.rollup.variance.Sales.Q3;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Conversion;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.quantity.ExchangeRates;
import dev.guidepost.core.quantity.MissingRateException;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.RateKind;
import dev.guidepost.core.quantity.RateQuote;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The line of exchange rates against amounts that are converted and added up one by one. */
class ExchangeProperties {

  private static final List<String> CURRENCIES = List.of("USD", "EUR", "JPY", "CHF");
  private static final List<LocalDate> DAYS =
      List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 5, 20), LocalDate.of(2026, 8, 3));
  private static final VarianceAnalysis ANALYSIS =
      VarianceAnalysis.of(Drivers.of(BOOKINGS, CLOSED, WIN_RATE, DEAL_SIZE).by(PRODUCT));

  private record Row(PartyId who, LocalDate on, String currency, long cents) {}

  /** Facts in four currencies, and rates of each day against the euro for dollars. */
  private static final class Trade {
    final Organisation organisation;
    final Optional<LocalDate> organisedOn;
    final List<Row> rows = new ArrayList<>();
    final Map<String, BigDecimal> rates = new TreeMap<>();
    final Ledger ledger;

    Trade(long seed) {
      Random random = new Random(seed);
      organisation = new Company(seed, true).organisation;
      organisedOn =
          random.nextBoolean()
              ? Optional.empty()
              : Optional.of(Q2.start().plusDays(random.nextInt(180)));
      for (String currency : CURRENCIES) {
        for (RateKind kind : List.of(RateKind.PLAN, RateKind.BOOKING)) {
          for (LocalDate day : kind == RateKind.PLAN ? DAYS.subList(0, 1) : DAYS) {
            rates.put(currency + kind + day, BigDecimal.valueOf(1 + random.nextInt(30_000_000), 6));
          }
        }
      }
      ledger = write(random);
    }

    private Ledger write(Random random) {
      List<PartyId> parties = new ArrayList<>(organisation.people());
      parties.add(PersonId.of("stranger"));
      parties.add(UnitId.of("unit2"));
      LedgerWriter writer = new LedgerWriter(DriversTest.CATALOG.with(Dimension.CURRENCY));
      try (Batch batch = writer.batch("facts", LocalDate.of(2026, 10, 1))) {
        for (int i = random.nextInt(25); i > 0; i--) {
          PartyId who = parties.get(random.nextInt(parties.size()));
          Period quarter = random.nextBoolean() ? Q2 : Q3;
          LocalDate on = quarter.start().plusDays(random.nextInt(quarter.days()));
          String currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
          long cents = random.nextInt(2_000_000) - 200_000L;
          rows.add(new Row(who, on, currency, cents));
          Batch.Row row = batch.row().by(who).on(on).dim(PRODUCT, "p" + random.nextInt(2));
          row.dim(Dimension.CURRENCY, currency).put(CLOSED, 1 + random.nextInt(4));
          row.put(WINS, random.nextInt(3)).put(BOOKINGS, Quantity.ofUnscaled(cents, 2));
        }
        assertEquals(List.of(), batch.commit().rejects());
      }
      return writer.snapshot();
    }

    Conversion conversion(RateKind kind, Predicate<String> quoted) {
      ExchangeRates.Builder builder = ExchangeRates.against("EUR");
      for (String currency : CURRENCIES) {
        for (LocalDate day : kind == RateKind.PLAN ? DAYS.subList(0, 1) : DAYS) {
          if (!currency.equals("EUR") && quoted.test(currency)) {
            BigDecimal rate = rates.get(currency + kind + day);
            builder.quote(new RateQuote(kind, currency, "EUR", rate, day));
          }
        }
      }
      return Conversion.to("USD", kind, builder.build(), RoundingMode.HALF_EVEN);
    }

    Cube cube(Ledger converted) {
      Rollup rollup = Rollup.of(converted).over(organisation).periods(List.of(Q2, Q3));
      return organisedOn.map(rollup::organisedOn).orElse(rollup).build();
    }

    /** Converts each row that counts at a node by itself, and adds up. */
    Quantity sum(PartyId node, Period period, RateKind kind) {
      BigDecimal sum = BigDecimal.ZERO;
      for (Row row : rows) {
        if (period.contains(row.on()) && countsAt(node, row)) {
          sum = sum.add(converted(row, kind));
        }
      }
      return Quantity.of(sum);
    }

    private boolean countsAt(PartyId node, Row row) {
      PartyId placed = organisation.contains(row.who()) ? row.who() : Organisation.UNASSIGNED;
      return row.who().equals(node)
          || (node instanceof UnitId
              && organisation.path(placed, organisedOn.orElse(row.on())).contains(node));
    }

    private BigDecimal converted(Row row, RateKind kind) {
      BigDecimal amount = BigDecimal.valueOf(row.cents(), 2);
      return row.currency().equals("USD")
          ? amount
          : amount
              .multiply(rate(row.currency(), kind, row.on()))
              .divide(rate("USD", kind, row.on()), 2, RoundingMode.HALF_EVEN);
    }

    private BigDecimal rate(String currency, RateKind kind, LocalDate on) {
      int last = 0;
      while (kind == RateKind.BOOKING
          && last + 1 < DAYS.size()
          && !DAYS.get(last + 1).isAfter(on)) {
        last++;
      }
      return currency.equals("EUR") ? BigDecimal.ONE : rates.get(currency + kind + DAYS.get(last));
    }
  }

  private static boolean any(String currency) {
    return !currency.isEmpty();
  }

  @Property(tries = 150)
  void theLineIsWhatBookedMovedByBeyondWhatIsConstant(@ForAll long seed) {
    Trade trade = new Trade(seed);
    Conversion plan = trade.conversion(RateKind.PLAN, ExchangeProperties::any);
    Conversion booking = trade.conversion(RateKind.BOOKING, ExchangeProperties::any);
    Cube constant = trade.cube(trade.ledger.in(plan));
    Cube booked = trade.cube(trade.ledger.in(booking));
    Cube effect = trade.cube(trade.ledger.fxEffect(plan, booking));
    VarianceTree tree = ANALYSIS.booked(booked).between(constant, Q2, Q3);
    VarianceTree without = ANALYSIS.between(constant, Q2, Q3);
    for (PartyId node : tree.nodes()) {
      Variance why = tree.at(node);
      Quantity before = trade.sum(node, Q2, RateKind.BOOKING);
      Quantity after = trade.sum(node, Q3, RateKind.BOOKING);
      Quantity beyond =
          after
              .minus(trade.sum(node, Q3, RateKind.PLAN))
              .minus(before.minus(trade.sum(node, Q2, RateKind.PLAN)));
      assertEquals(before, why.before());
      assertEquals(after, why.after());
      assertEquals(beyond, why.line(Cause.EXCHANGE).amount());
      assertEquals(beyond, why.explain(Cause.EXCHANGE).total());
      assertEquals(
          effect.sum(node, BOOKINGS, Q3).minus(effect.sum(node, BOOKINGS, Q2)),
          why.line(Cause.EXCHANGE).amount());
      assertEquals(
          without.at(node).lines(),
          why.lines().stream().filter(line -> line.cause() != Cause.EXCHANGE).toList());
    }
    assertEquals(without.unexplained(), tree.unexplained());
  }

  @Property(tries = 50)
  void ratesThatDoNotMoveDoNothing(@ForAll long seed) {
    Trade trade = new Trade(seed);
    Cube constant =
        trade.cube(trade.ledger.in(trade.conversion(RateKind.PLAN, ExchangeProperties::any)));
    VarianceTree tree = ANALYSIS.booked(constant).between(constant, Q2, Q3);
    for (PartyId node : tree.nodes()) {
      assertEquals(Quantity.ZERO, tree.at(node).line(Cause.EXCHANGE).amount());
    }
  }

  /** There is no cube to compare with, so no line that leaves something out. */
  @Property(tries = 50)
  void aMissingRateIsNamedBeforeAnythingIsCompared(@ForAll long seed) {
    Trade trade = new Trade(seed);
    Conversion lacking = trade.conversion(RateKind.BOOKING, currency -> !currency.equals("JPY"));
    long yen = trade.rows.stream().filter(row -> row.currency().equals("JPY")).count();
    if (yen == 0) {
      assertEquals(trade.ledger.size(), trade.ledger.in(lacking).size());
    } else {
      String given =
          assertThrows(MissingRateException.class, () -> trade.ledger.in(lacking)).getMessage();
      assertTrue(given.contains("JPY"), given);
    }
  }
}
