package dev.guidepost.core.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Amounts at the edge of 64 bits, and maps of callers in an order of their own. */
class OverflowTest {

  private static final FiscalCalendar CALENDAR = FiscalCalendar.calendarYear();
  private static final Period JANUARY = CALENDAR.period("2026-01");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");

  private static final Catalog CATALOG =
      Catalog.of(
          List.of(
              Wide.metric("x", "sum", Wide.USD, 0),
              Wide.metric("y", "sum", Wide.USD, 0),
              Wide.metric("open", "last snapshot", Wide.USD, 0),
              Wide.metric("apart", "= y - x", Wide.USD, 0),
              Wide.metric("cover", "open / x", Wide.SHARE, 0)),
          List.of());

  private static Measuring measuring(String metric, long amount, String other, long more) {
    LedgerWriter writer = new LedgerWriter(CATALOG);
    try (Batch batch = writer.batch("one", DAY)) {
      batch.row().by(ANA).on(DAY).put(MetricId.of(metric), Quantity.of(amount));
      batch.row().by(BEN).on(DAY).put(MetricId.of(other), Quantity.of(more));
      batch.row().by(ANA).on(DAY).put(MetricId.of("x"), metric.equals("x") ? 0 : 1);
      assertEquals(List.of(), batch.commit().rejects());
    }
    return Measuring.of(writer.snapshot(), CALENDAR);
  }

  @Test
  void whatDoesNotFitIsNamed() {
    Measuring both = measuring("x", Long.MIN_VALUE, "y", Long.MIN_VALUE);
    Measurement apart = both.measure(MetricId.of("apart"), JANUARY);
    assertEquals("0 USD", apart.toString());
    assertEquals(
        "apart: amount must fit 64 bits with at most 9 decimals, but was 9223372036854775808",
        assertThrows(ArithmeticException.class, apart::explain).getMessage());
    Measuring open = measuring("open", Long.MAX_VALUE, "open", Long.MAX_VALUE);
    assertEquals(
        "open: amount must fit 64 bits with at most 9 decimals, but was"
            + " 18446744073709551614.000000000",
        assertThrows(ArithmeticException.class, () -> open.measure(MetricId.of("cover"), JANUARY))
            .getMessage());
  }

  @Test
  void snapshotsAreInOrderHoweverTheirMapsAre() {
    SortedMap<LocalDate, BigInteger> days = new TreeMap<>(Comparator.reverseOrder());
    days.put(DAY, BigInteger.ONE);
    days.put(DAY.plusDays(1), BigInteger.TWO);
    Partial.Snapshots snapshots =
        new Partial.Snapshots(
            new TreeMap<>(Map.of(ANA, days)), new TreeMap<>(Map.of(ANA, days)), Set.of(ANA));
    assertEquals(DAY, snapshots.all().get(ANA).firstKey());
    assertEquals(
        "2 USD (1 of 1 reported)",
        measuring("x", 1, "y", 1)
            .measure(MetricId.of("open"), JANUARY, (metric, period) -> snapshots)
            .toString());
  }

  @Test
  void aStateNamesThePartThatItLacks() {
    Metric.State state = CATALOG.metrics().get(0).state();
    assertEquals(
        "timing of Metric.State must be kept, but is missing",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    Metric.of(
                        new Metric.State(
                            state.id(),
                            state.name(),
                            state.definition(),
                            state.aggregation(),
                            state.scale(),
                            state.unit(),
                            state.metricClass(),
                            state.manageable(),
                            null,
                            state.direction(),
                            state.roles(),
                            state.reportedBy(),
                            state.quality(),
                            state.effectiveFrom(),
                            state.effectiveUntil())))
            .getMessage());
  }
}
