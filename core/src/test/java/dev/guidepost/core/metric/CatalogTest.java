package dev.guidepost.core.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.quantity.UnitOfMeasure;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a catalog refuses, and the ready one. */
class CatalogTest {

  private static final Catalog STANDARD = StandardMetrics.catalog("USD", 2);
  private static final Metric DEMOS = MetricTest.demos().build();

  private static String refusal(Metric... metrics) {
    return assertThrows(
            IllegalArgumentException.class, () -> Catalog.of(List.of(metrics), List.of()))
        .getMessage();
  }

  @Test
  void refusesASecondDefinition() {
    Metric other = MetricTest.demos().scale(2).build();
    assertEquals(
        "metric demos must have one definition, but had " + DEMOS + " and " + other,
        refusal(DEMOS, other));
    assertThrows(IllegalArgumentException.class, () -> STANDARD.with(DEMOS).with(other));
    assertEquals(
        Catalog.of(List.of(DEMOS), List.of()), Catalog.of(List.of(DEMOS, DEMOS), List.of()));
    assertEquals(STANDARD.with(DEMOS), STANDARD.with(DEMOS).with(DEMOS));
  }

  @Test
  void findsItsMetrics() {
    Catalog catalog = STANDARD.with(DEMOS);
    assertEquals(DEMOS, catalog.metric(DEMOS.id()));
    assertEquals(Optional.of(DEMOS), catalog.find(DEMOS.id()));
    assertEquals(Optional.empty(), STANDARD.find(DEMOS.id()));
    String message =
        assertThrows(IllegalArgumentException.class, () -> STANDARD.metric(DEMOS.id()))
            .getMessage();
    assertTrue(message.startsWith("metric must be one of [opportunities, bookings, wins,"));
    assertTrue(message.endsWith(", but was demos"));
    assertEquals(DEMOS, catalog.metrics().get(catalog.metrics().size() - 1));
  }

  @Test
  void keepsDimensionsOnceAndInOrder() {
    Dimension series = Dimension.of("series");
    Catalog catalog = STANDARD.with(series).with(StandardMetrics.PRODUCT);
    assertEquals(List.of(StandardMetrics.PRODUCT, series), catalog.dimensions());
    assertEquals(catalog, STANDARD.with(series));
    assertEquals(catalog.hashCode(), STANDARD.with(series).hashCode());
    assertNotEquals(catalog, STANDARD);
    assertNotEquals(STANDARD, STANDARD.with(DEMOS));
    assertNotEquals((Object) STANDARD, "catalog");
    assertThrows(UnsupportedOperationException.class, () -> catalog.dimensions().clear());
    assertThrows(UnsupportedOperationException.class, () -> catalog.metrics().clear());
    assertEquals(
        "metrics [demos], dimensions [series]",
        Catalog.of(List.of(DEMOS), List.of(series)).toString());
  }

  @Test
  void standardOneHasAllItNames() throws IllegalAccessException {
    Set<MetricId> named = new TreeSet<>();
    for (Field field : StandardMetrics.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == MetricId.class) {
        MetricId id = (MetricId) field.get(null);
        assertEquals(field.getName(), id.value().replace('-', '_').toUpperCase(Locale.ROOT));
        named.add(id);
      }
    }
    Set<MetricId> held = new TreeSet<>();
    STANDARD.metrics().forEach(metric -> held.add(metric.id()));
    assertEquals(named, held);
    assertEquals(List.of(StandardMetrics.PRODUCT), STANDARD.dimensions());
  }

  @Test
  void standardOneSaysWhatItMeans() {
    assertEquals(
        new Aggregation.RatioOf(StandardMetrics.WINS, StandardMetrics.CLOSED),
        STANDARD.metric(StandardMetrics.WIN_RATE).aggregation());
    assertEquals(
        new Aggregation.RatioOf(StandardMetrics.COHORT_WINS, StandardMetrics.OPPORTUNITIES),
        STANDARD.metric(StandardMetrics.WIN_YIELD).aggregation());
    for (Metric metric : STANDARD.metrics()) {
      boolean money = metric.unit().equals(new UnitOfMeasure.Money("USD"));
      assertEquals(money ? 2 : 0, metric.scale(), metric.name());
      assertEquals(
          metric.aggregation() instanceof Aggregation.Distribution,
          metric.unit() instanceof UnitOfMeasure.Days,
          metric.name());
      assertTrue(metric.definition().endsWith("."), metric.name());
      if (metric.metricClass() == MetricClass.ACTIVITY) {
        assertEquals(Timing.LEADING, metric.timing(), metric.name());
      }
      assertEquals(metric.metricClass() == MetricClass.ACTIVITY, metric.manageable());
    }
    assertEquals(Direction.LOWER_IS_BETTER, STANDARD.metric(StandardMetrics.LOSSES).direction());
    assertThrows(IllegalArgumentException.class, () -> StandardMetrics.catalog("", 2));
    assertThrows(IllegalArgumentException.class, () -> StandardMetrics.catalog("USD", 10));
  }
}
