package dev.guidepost.core.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.time.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PurchasesTest {

  private static final AccountId ACME = AccountId.of("acme");
  private static final AccountId KELSO = AccountId.of("kelso");
  private static final PersonId ANA = PersonId.of("ana");
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);

  private static Quantity money(String text) {
    return Quantity.parse(text);
  }

  @Test
  void sizeIsTheBookingsOfTwelveMonths() {
    Purchases bought =
        Purchases.builder(JUNE, "USD")
            .booked(ACME, LocalDate.of(2025, 6, 30), money("1"))
            .booked(ACME, LocalDate.of(2025, 7, 1), money("10.25"))
            .booked(ACME, JUNE, money("100"))
            .booked(ACME, JUNE, money("-30"))
            .booked(ACME, JUNE.plusDays(1), money("1000"))
            .won(KELSO, JUNE)
            .won(KELSO, JUNE.minusDays(3))
            .won(AccountId.of("later"), JUNE.plusDays(1))
            .build();
    assertEquals(money("80.25"), bought.size(ACME));
    assertEquals(money("81.25"), bought.installedBase(ACME), "what is older stands there too");
    assertEquals(Quantity.ZERO, bought.installedBase(AccountId.of("nobody")));
    assertEquals(Optional.of(LocalDate.of(2025, 6, 30)), bought.customerSince(ACME));
    assertEquals(Optional.of(JUNE.minusDays(3)), bought.customerSince(KELSO), "without an amount");
    assertEquals(Quantity.ZERO, bought.size(KELSO));
    assertEquals(Set.of(ACME, KELSO), bought.accounts());
    assertEquals(
        money("1"),
        bought.bookings(ACME, Period.custom(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 7, 1))));
    assertEquals(
        Period.custom(LocalDate.of(2025, 7, 1), LocalDate.of(2026, 7, 1)), bought.twelveMonths());
    assertEquals("purchases of 2 accounts as of 2026-06-30 in USD", bought.toString());
    assertEquals(JUNE, bought.asOf());
    assertEquals("USD", bought.currency());
  }

  @Test
  void refusesDaysWithoutAYearAround() {
    assertEquals(
        "as-of day must have a year before it and a day after it, but was +999999999-12-31",
        assertThrows(IllegalArgumentException.class, () -> Purchases.builder(LocalDate.MAX, "USD"))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> Purchases.builder(LocalDate.MIN, "USD"));
    LocalDate last = LocalDate.MAX.minusDays(1);
    assertEquals(Quantity.ZERO, Purchases.builder(last, "USD").build().size(ACME));
  }

  @Test
  void aProductIsReadByItself() {
    LedgerWriter writer = new LedgerWriter(StandardMetrics.fullCatalog("USD", 2));
    try (Batch batch = writer.batch("1", JUNE)) {
      for (String product : List.of("desk", "chair")) {
        batch
            .row(product)
            .by(ANA)
            .on(JUNE)
            .dim(StandardMetrics.ACCOUNT, "acme")
            .dim(StandardMetrics.PRODUCT, product)
            .put(StandardMetrics.BOOKINGS, product.length())
            .put(StandardMetrics.WINS, 1);
      }
      batch.commit();
    }
    Ledger ledger = writer.snapshot();
    assertEquals(money("9"), Purchases.of(ledger, JUNE).size(ACME));
    Purchases desks = Purchases.of(ledger, "desk", JUNE);
    assertEquals(money("4"), desks.size(ACME));
    assertEquals(Optional.of("desk"), desks.product());
    assertEquals(Set.of(), Purchases.of(ledger, "lamp", JUNE).accounts());
    Ledger slice = ledger.where(StandardMetrics.PRODUCT, "desk");
    assertEquals(
        "ledger must be whole, but was sliced; for one product give its name",
        assertThrows(IllegalArgumentException.class, () -> Purchases.of(slice, JUNE)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> Purchases.of(slice, "desk", JUNE));
    assertThrows(IllegalArgumentException.class, () -> Purchases.of(ledger, " ", JUNE));
    assertEquals(money("9"), Purchases.of(slice.unsliced(), JUNE).size(ACME));
  }

  @Test
  void aCreditIsNoWin() {
    Purchases bought = Purchases.builder(JUNE, "USD").booked(ACME, JUNE, money("-5")).build();
    assertEquals(Optional.empty(), bought.customerSince(ACME));
    assertEquals(money("-5"), bought.size(ACME));
    assertThrows(IllegalArgumentException.class, () -> Purchases.builder(JUNE, "dollars"));
  }

  /** A win that is taken back, and one that becomes known late. */
  @Test
  void isReadFromWhatWasKnown() {
    LedgerWriter writer = new LedgerWriter(StandardMetrics.fullCatalog("USD", 2));
    try (Batch batch = writer.batch("1", JUNE)) {
      win(batch, "d1", "acme", JUNE.minusDays(10), 100);
      win(batch, "d2", "kelso", JUNE.minusDays(9), 50);
      win(batch, "d3", "", JUNE.minusDays(8), 7);
      win(batch, "d4", "x".repeat(201), JUNE.minusDays(8), 3); // too long for an id
      win(batch, "d5", "", JUNE.minusYears(2), 1000);
      batch.commit();
    }
    LocalDate july = LocalDate.of(2026, 7, 31);
    try (Batch batch = writer.batch("2", july)) {
      batch.withdraw("d2");
      win(batch, "d6", "acme", JUNE.minusYears(3), 900);
      batch
          .row("d7")
          .by(ANA)
          .on(JUNE)
          .dim(StandardMetrics.ACCOUNT, "marn")
          .put(StandardMetrics.WINS, 1)
          .put(StandardMetrics.LOSSES, 0);
      batch
          .row("d8")
          .by(ANA)
          .on(JUNE)
          .dim(StandardMetrics.ACCOUNT, "zero")
          .put(StandardMetrics.WINS, 0);
      batch.commit();
    }
    Purchases then = Purchases.of(writer.snapshot().known(JUNE), JUNE);
    assertEquals(Optional.of(JUNE.minusDays(9)), then.customerSince(KELSO));
    assertEquals(Optional.of(JUNE.minusDays(10)), then.customerSince(ACME));
    assertEquals(money("10"), then.unnamed(), "of the last 12 months");
    Purchases now = Purchases.of(writer.snapshot(), JUNE);
    assertEquals(Optional.empty(), now.customerSince(KELSO));
    assertEquals(Optional.of(JUNE.minusYears(3)), now.customerSince(ACME));
    assertEquals(money("100"), now.size(ACME));
    assertEquals(Optional.of(JUNE), now.customerSince(AccountId.of("marn")));
    assertEquals(Optional.empty(), now.customerSince(AccountId.of("zero")));
  }

  private static void win(Batch batch, String key, String account, LocalDate day, long amount) {
    batch
        .row(key)
        .by(ANA)
        .on(day)
        .dim(StandardMetrics.ACCOUNT, account)
        .put(StandardMetrics.BOOKINGS, amount)
        .put(StandardMetrics.WINS, 1);
  }

  @Test
  void refusesOtherCurrencies() {
    LedgerWriter writer =
        new LedgerWriter(StandardMetrics.fullCatalog("USD", 2).with(Dimension.CURRENCY));
    try (Batch batch = writer.batch("1", JUNE)) {
      batch
          .row("d1")
          .by(ANA)
          .on(JUNE)
          .dim(StandardMetrics.ACCOUNT, "acme")
          .put(StandardMetrics.BOOKINGS, BigDecimal.TEN, "EUR");
      batch.commit();
    }
    assertEquals(
        "bookings must be in USD, but are in [EUR]; convert them first, by Ledger.in(Conversion)",
        assertThrows(IllegalArgumentException.class, () -> Purchases.of(writer.snapshot(), JUNE))
            .getMessage());
  }

  @Test
  void refusesBookingsThatAreNoMoney() {
    Metric bookings = StandardMetrics.catalog("USD", 2).metric(StandardMetrics.BOOKINGS);
    Metric counted = Metric.builder().from(bookings).unit(new UnitOfMeasure.Count("deals")).build();
    Catalog catalog = Catalog.of(List.of(counted), List.of(StandardMetrics.ACCOUNT));
    assertEquals(
        "bookings must be money, but are deals",
        assertThrows(
                IllegalArgumentException.class,
                () -> Purchases.of(new LedgerWriter(catalog).snapshot(), JUNE))
            .getMessage());
  }
}
