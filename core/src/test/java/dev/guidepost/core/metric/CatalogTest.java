package dev.guidepost.core.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a catalog refuses, and the ready one. */
class CatalogTest {

  private static final Catalog STANDARD = StandardMetrics.catalog("USD", 2);
  private static final Catalog FULL = StandardMetrics.fullCatalog("USD", 2);
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
        "metric demos must have one definition, but had scale \"0\" and \"2\"",
        refusal(DEMOS, other));
    assertEquals(
        "metric demos must have one definition, but had name \"Demos\" and \"Shows\"",
        refusal(DEMOS, MetricTest.demos().name("Shows").build()).replace(DEMOS.name(), "Demos"));
    assertThrows(IllegalArgumentException.class, () -> STANDARD.with(DEMOS).with(other));
    assertEquals(
        Catalog.of(List.of(DEMOS), List.of()), Catalog.of(List.of(DEMOS, DEMOS), List.of()));
    assertEquals(STANDARD.with(DEMOS), STANDARD.with(DEMOS).with(DEMOS));
  }

  @Test
  void isKeptAsAState() {
    Metric metric =
        MetricTest.demos()
            .metricClass(MetricClass.OBJECTIVE)
            .managed(true)
            .timing(Timing.leading(45))
            .direction(Direction.within(Quantity.of(3), Quantity.of(5)))
            .addRoles(RoleId.of("inside"), RoleId.of("field"))
            .reportedBy(Reporter.UNITS)
            .quality(StandardMetrics.WIN_RATE)
            .effectiveFrom(LocalDate.of(2026, 1, 1))
            .effectiveUntil(LocalDate.of(2027, 1, 1))
            .build();
    Catalog catalog = FULL.with(metric);
    assertEquals(catalog, Catalog.of(catalog.state()));
    assertEquals(catalog.state(), Catalog.of(catalog.state()).state());
    assertEquals(
        new Metric.State(
            "demos",
            "Demos",
            "Demos given, on the day.",
            "sum",
            0,
            "demos",
            "objective",
            true,
            "leading by 45 days",
            "within 3 and 5",
            List.of("field", "inside"),
            "units",
            "win-rate",
            "2026-01-01",
            "2027-01-01"),
        metric.state());
    assertEquals(List.of("product", "account"), catalog.state().dimensions());
  }

  @Test
  void refusesAStateThatMakesNoSense() {
    Metric.State good = DEMOS.state();
    assertEquals(
        "class of demos must be \"activity\", \"objective\" or \"result\", but was \"ACTIVITY\"",
        assertThrows(
                IllegalArgumentException.class,
                () -> Metric.of(state(good, "ACTIVITY", "people", "")))
            .getMessage());
    assertEquals(
        "day of demos must look like \"2026-11-02\", but was \"2026-13-01\"",
        assertThrows(
                IllegalArgumentException.class,
                () -> Metric.of(state(good, "activity", "people", "2026-13-01")))
            .getMessage());
    assertEquals(
        "reporter of demos must be \"people\" or \"units\", but was \"teams\"",
        assertThrows(
                IllegalArgumentException.class,
                () -> Metric.of(state(good, "activity", "teams", "")))
            .getMessage());
    Catalog.State state =
        new Catalog.State(List.of(STANDARD.metric(StandardMetrics.WIN_RATE).state()), List.of());
    assertThrows(IllegalArgumentException.class, () -> Catalog.of(state));
  }

  @Test
  void namesTheMetricOfAStateThatCannotBeRead() {
    for (String part : List.of("aggregation", "unit", "timing", "direction", "role", "quality")) {
      Metric.State bad = unreadable(DEMOS.state(), part);
      String message =
          assertThrows(IllegalArgumentException.class, () -> Metric.of(bad)).getMessage();
      assertTrue(message.startsWith(part + " of demos: "), message);
      assertTrue(message.contains(" must ") && message.contains(", but was "), message);
    }
  }

  /** Returns a state of which one part is a text that stands for nothing. */
  private static Metric.State unreadable(Metric.State good, String part) {
    return new Metric.State(
        good.id(),
        good.name(),
        good.definition(),
        part.equals("aggregation") ? "total" : good.aggregation(),
        good.scale(),
        part.equals("unit") ? "" : good.unit(),
        good.metricClass(),
        good.manageable(),
        part.equals("timing") ? "late" : good.timing(),
        part.equals("direction") ? "up" : good.direction(),
        part.equals("role") ? List.of(" ") : good.roles(),
        good.reportedBy(),
        part.equals("quality") ? " " : good.quality(),
        good.effectiveFrom(),
        good.effectiveUntil());
  }

  private static Metric.State state(
      Metric.State good, String metricClass, String reportedBy, String day) {
    return new Metric.State(
        good.id(),
        good.name(),
        good.definition(),
        good.aggregation(),
        good.scale(),
        good.unit(),
        metricClass,
        good.manageable(),
        good.timing(),
        good.direction(),
        good.roles(),
        reportedBy,
        good.quality(),
        day,
        good.effectiveUntil());
  }

  @Test
  void orderIsPartOfIt() {
    Metric wins = STANDARD.metric(StandardMetrics.WINS);
    assertNotEquals(
        Catalog.of(List.of(wins, DEMOS), List.of()), Catalog.of(List.of(DEMOS, wins), List.of()));
    assertEquals(
        Catalog.of(List.of(wins, DEMOS), List.of()),
        Catalog.of(List.of(wins), List.of()).with(DEMOS, wins));
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
    FULL.metrics().forEach(metric -> held.add(metric.id()));
    assertEquals(named, held);
    assertEquals(STANDARD.metrics(), FULL.metrics().subList(0, STANDARD.metrics().size()));
    assertEquals(List.of(StandardMetrics.PRODUCT), STANDARD.dimensions());
    assertEquals(List.of(StandardMetrics.PRODUCT, StandardMetrics.ACCOUNT), FULL.dimensions());
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
    FULL.metrics().forEach(metric -> assertTrue(metric.definition().endsWith("."), metric.name()));
    assertThrows(IllegalArgumentException.class, () -> StandardMetrics.catalog("", 2));
    assertThrows(IllegalArgumentException.class, () -> StandardMetrics.catalog("USD", 10));
  }
}
