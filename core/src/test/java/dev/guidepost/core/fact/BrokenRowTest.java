package dev.guidepost.core.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A caller who catches a mistake and commits all the same must not lose a former row. */
class BrokenRowTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
  private static final PersonId ANA = PersonId.of("ana");

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing(Class<T> type) {
    return type.cast(null);
  }

  @Test
  void aRowThatThrewIsRejectedAndTheFormerOneStays() {
    LedgerWriter writer = new LedgerWriter(StandardMetrics.catalog("USD", 2));
    try (Batch batch = writer.batch("one", DAY)) {
      batch.row("k").by(ANA).on(DAY).put(StandardMetrics.BOOKINGS, 5);
      batch.commit();
    }
    try (Batch batch = writer.batch("two", DAY)) {
      Batch.Row row = batch.row("k").by(ANA).on(DAY);
      assertThrows(IllegalArgumentException.class, () -> row.put(MetricId.of("no-such-metric"), 6));
      Batch.Row other = batch.row("l").by(ANA).on(DAY);
      assertThrows(IllegalArgumentException.class, () -> other.dim(Dimension.of("no-such"), "x"));
      Batch.Row without = batch.row("m").by(ANA).on(DAY).put(StandardMetrics.WINS, 1);
      assertThrows(
          NullPointerException.class,
          () -> without.put(StandardMetrics.BOOKINGS, nothing(Quantity.class)));
      Batch.Row unnamed = batch.row("n").by(ANA).on(DAY).put(StandardMetrics.WINS, 1);
      assertThrows(NullPointerException.class, () -> unnamed.put(nothing(MetricId.class), 1));
      BatchReport report = batch.commit();
      assertEquals(4, report.rejects().size(), report.toString());
      assertEquals("k", report.rejects().get(0).place());
    }
    assertEquals(1, writer.snapshot().count());
  }
}
