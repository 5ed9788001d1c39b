package dev.guidepost.core.fact;

import static dev.guidepost.core.fact.Feed.ANA;
import static dev.guidepost.core.fact.Feed.BOB;
import static dev.guidepost.core.fact.Feed.MAY_1;
import static dev.guidepost.core.fact.Feed.MAY_2;
import static dev.guidepost.core.fact.Feed.MAY_3;
import static dev.guidepost.core.fact.Feed.amounts;
import static dev.guidepost.core.fact.Feed.facts;
import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A catalog that grows under a ledger, and a writer that goes on from one. */
class GrowingTest {

  private static final MetricId CALLS = MetricId.of("chats");
  private static final Dimension REGION = Dimension.of("region");
  private static final Metric CALL =
      Metric.builder()
          .id(CALLS)
          .name("Calls")
          .definition("Calls held.")
          .aggregation(new Aggregation.Sum())
          .unit(new UnitOfMeasure.Count("calls"))
          .metricClass(MetricClass.ACTIVITY)
          .timing(Timing.LAGGING)
          .build();
  private static final Catalog GROWN = Feed.CATALOG.with(CALL).with(REGION);

  private static void first(LedgerWriter writer) {
    try (Batch batch = writer.batch("first", MAY_1)) {
      batch.row("1").by(ANA).on(MAY_1).dim(PRODUCT, "desk").put(BOOKINGS, 10).put(WINS, 1);
      batch.row("2").by(BOB).on(MAY_1).put(BOOKINGS, 20);
      batch.row("3");
      batch.row().by(BOB).on(MAY_1).put(WINS, 7);
      batch.row("4").by(BOB).on(MAY_1).put(WINS, -1);
      batch.commit();
    }
  }

  private static void second(LedgerWriter writer) {
    try (Batch batch = writer.batch("second", MAY_2)) {
      batch.row("1").by(ANA).on(MAY_1).dim(PRODUCT, "desk").put(BOOKINGS, 10).put(WINS, 1);
      batch.row("2").by(BOB).on(MAY_1).put(BOOKINGS, 25);
      batch.commit();
    }
  }

  private static Ledger both(Catalog catalog) {
    LedgerWriter writer = new LedgerWriter(catalog);
    first(writer);
    second(writer);
    return writer.snapshot();
  }

  private static void refused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void aCatalogGrowsUnderALedger() {
    Ledger ledger = both(Feed.CATALOG);
    Ledger grown = ledger.with(GROWN);
    assertEquals(both(GROWN), grown);
    assertEquals(GROWN, grown.catalog());
    assertEquals(ledger.reports(), grown.reports());
    assertEquals(amounts(ledger), amounts(grown));
    assertEquals(amounts(ledger.known(MAY_1)), amounts(grown.known(MAY_1)));
    assertEquals(4, grown.where(REGION, Dimension.NONE).count());
    assertEquals(ledger, ledger.with(Feed.CATALOG));
    assertEquals(both(Feed.CATALOG).known(MAY_1).with(GROWN), grown.known(MAY_1));
  }

  @Test
  void anyOrderOfTheGrownCatalogWillDo() {
    List<Metric> metrics = new ArrayList<>(GROWN.metrics());
    Collections.reverse(metrics);
    List<Dimension> dimensions = new ArrayList<>(GROWN.dimensions());
    Collections.reverse(dimensions);
    Catalog reversed = Catalog.of(metrics, dimensions);
    assertEquals(both(reversed), both(Feed.CATALOG).with(reversed));
  }

  @Test
  void moneyHasTheCurrencyOfItsMetricInANewDimension() {
    Catalog grown = Feed.CATALOG.with(Dimension.CURRENCY);
    Ledger ledger = both(Feed.CATALOG).with(grown);
    assertEquals(both(grown), ledger);
    assertEquals(both(grown).currencies(), ledger.currencies());
    assertEquals(
        "2026-05-01 ana bookings 10 {product=desk, currency=USD} (1)",
        facts(ledger.by(List.of(ANA))).get(0).toString());
  }

  @Test
  void aWriterGoesOnWhereALedgerEnds() {
    LedgerWriter original = new LedgerWriter(Feed.CATALOG);
    first(original);
    Ledger before = original.snapshot();
    LedgerWriter writer = LedgerWriter.of(before);
    assertEquals(before, writer.snapshot());
    second(writer);
    assertEquals(both(Feed.CATALOG), writer.snapshot());
    assertEquals(amounts(before), amounts(writer.snapshot().known(MAY_1)));
    assertEquals(1, original.snapshot().reports().size());
    refused(
        "known day of batch \"third\" must not be before that of the former batch, 2026-05-02, but"
            + " was 2026-05-01",
        () -> writer.batch("third", MAY_1));
    second(writer); // a replay that changes nothing
    assertEquals(2, writer.snapshot().reports().size());
    LedgerWriter grown = LedgerWriter.of(before.with(GROWN));
    try (Batch batch = grown.batch("calls", MAY_3)) {
      batch.row("2").by(BOB).on(MAY_1).dim(REGION, "east").put(CALLS, 3);
      assertEquals(1, batch.commit().replaced());
    }
    assertEquals(List.of("3"), amounts(grown.snapshot().where(REGION, "east")));
    assertEquals(amounts(before), amounts(grown.snapshot().known(MAY_1)));
    assertEquals(
        List.of("first", "calls"),
        grown.snapshot().reports().stream().map(BatchReport::batch).toList());
  }

  @Test
  void aWriterGoesOnFromWhatWasKnown() {
    LedgerWriter writer = LedgerWriter.of(both(Feed.CATALOG).known(MAY_1));
    second(writer);
    assertEquals(both(Feed.CATALOG), writer.snapshot());
    LedgerWriter none = LedgerWriter.of(both(Feed.CATALOG).known(LocalDate.of(2020, 1, 1)));
    first(none);
    second(none);
    assertEquals(both(Feed.CATALOG), none.snapshot());
  }

  @Test
  void refusesWhatIsNoGrownCatalog() {
    Ledger grown = both(GROWN);
    refused(
        "catalog must have all that the ledger's has, but lacks [chats, region]",
        () -> grown.with(Feed.CATALOG));
    Metric other = Metric.builder().from(CALL).scale(2).build();
    refused(
        "metric chats must have one definition, but had scale \"2\" and \"0\"",
        () -> grown.with(Feed.CATALOG.with(other).with(REGION)));
    refused(
        "ledger to extend must be whole or as known on a day, but was another view",
        () -> grown.by(List.of(ANA)).with(GROWN));
    refused(
        "ledger to go on from must be whole or as known on a day, but was another view",
        () -> LedgerWriter.of(grown.of(List.of(CALLS))));
  }
}
