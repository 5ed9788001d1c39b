package dev.guidepost.core.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.quantity.UnitOfMeasure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Definitions of metrics and their refusals. */
class MetricTest {

  static Metric.Builder demos() {
    return Metric.builder()
        .id(MetricId.of("demos"))
        .name("Demos")
        .definition("Demos given, on the day.")
        .aggregation(new Aggregation.Sum())
        .scale(0)
        .unit(new UnitOfMeasure.Count("demos"))
        .metricClass(MetricClass.ACTIVITY)
        .timing(Timing.LEADING)
        .direction(Direction.HIGHER_IS_BETTER);
  }

  private static String refusal(Metric.Builder builder) {
    return assertThrows(IllegalArgumentException.class, builder::build).getMessage();
  }

  @Test
  void isAValue() {
    assertEquals(demos().build(), demos().build());
    assertEquals("demos", demos().build().id().toString());
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertEquals("name and definition of demos must not be blank", refusal(demos().name(" ")));
    assertEquals("name and definition of demos must not be blank", refusal(demos().definition("")));
    assertEquals("scale of demos must be 0 to 9, but was -1", refusal(demos().scale(-1)));
    assertEquals("scale of demos must be 0 to 9, but was 10", refusal(demos().scale(10)));
    assertEquals(
        "scale of demos must be 0, as a distribution counts whole numbers, but was 1",
        refusal(demos().aggregation(new Aggregation.Distribution()).scale(1)));
    assertEquals(0, demos().aggregation(new Aggregation.Distribution()).build().scale());
  }

  @Test
  void refusesMissingParts() {
    Metric m = demos().build();
    assertThrows(IllegalStateException.class, () -> Metric.builder().build());
    assertThrows(
        NullPointerException.class,
        () ->
            new Metric(
                m.id(),
                m.name(),
                m.definition(),
                null,
                0,
                m.unit(),
                m.metricClass(),
                m.timing(),
                m.direction()));
  }

  @Test
  void onlyDerivedMetricsTakeNoFacts() {
    MetricId id = MetricId.of("demos");
    assertTrue(new Aggregation.Sum().takesFacts());
    assertTrue(new Aggregation.Mean().takesFacts());
    assertTrue(new Aggregation.Distribution().takesFacts());
    assertFalse(new Aggregation.RatioOf(id, id).takesFacts());
    assertThrows(NullPointerException.class, () -> new Aggregation.RatioOf(null, id));
    assertThrows(NullPointerException.class, () -> new Aggregation.RatioOf(id, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "win-rate", "q4-2026-x", "a1"})
  void idReadsBack(String text) {
    assertEquals(text, MetricId.of(text).toString());
    assertTrue(MetricId.of(text).compareTo(MetricId.of("zz")) < 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Win", "win rate", "-win", "win-", "win--rate", "4q", "a\n", "\u00e4"})
  void idRefusesOtherForms(String text) {
    assertEquals(
        "metric id must be lower-case words joined by hyphens, up to 200 characters, but was \""
            + text
            + "\"",
        assertThrows(IllegalArgumentException.class, () -> MetricId.of(text)).getMessage());
  }

  @Test
  void idRefusesEndlessText() {
    String longest = "a" + "-b".repeat(99);
    assertEquals(longest, MetricId.of(longest).value());
    assertThrows(IllegalArgumentException.class, () -> MetricId.of(longest + "-cc"));
    assertThrows(IllegalArgumentException.class, () -> MetricId.of("a" + "-b".repeat(1_000_000)));
  }

  @Test
  void dimensionIsItsName() {
    assertEquals(Dimension.of("series"), Dimension.of(Dimension.of("series").toString()));
    assertEquals(
        "dimension name must not be blank",
        assertThrows(IllegalArgumentException.class, () -> Dimension.of(" ")).getMessage());
  }
}
