package dev.guidepost.core.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.time.LocalDate;
import java.util.List;
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
                m.managed(),
                m.timing(),
                m.direction(),
                m.roles(),
                m.reportedBy(),
                m.quality(),
                m.effectiveFrom(),
                m.effectiveUntil()));
  }

  @Test
  void activitiesAreManageableAndResultsAreNot() {
    assertTrue(demos().build().manageable());
    assertFalse(demos().managed(false).build().manageable());
    assertFalse(demos().metricClass(MetricClass.OBJECTIVE).build().manageable());
    assertTrue(demos().metricClass(MetricClass.OBJECTIVE).managed(true).build().manageable());
    assertFalse(demos().metricClass(MetricClass.RESULT).managed(false).build().manageable());
    assertEquals(demos().build(), demos().managed(true).build());
    assertEquals(
        "demos must not be manageable, as results can only be measured, but was said to be",
        refusal(demos().metricClass(MetricClass.RESULT).managed(true)));
  }

  @Test
  void appliesToItsRolesOnItsDays() {
    RoleId inside = RoleId.of("inside");
    RoleId field = RoleId.of("field");
    assertTrue(demos().build().appliesTo(inside));
    Metric metric = demos().addRoles(field, RoleId.of("partner")).build();
    assertTrue(metric.appliesTo(field));
    assertFalse(metric.appliesTo(inside));
    assertEquals("[field, partner]", metric.roles().toString());
    assertThrows(UnsupportedOperationException.class, () -> metric.roles().clear());
    LocalDate start = LocalDate.of(2026, 1, 1);
    LocalDate end = LocalDate.of(2026, 7, 1);
    Metric half = demos().effectiveFrom(start).effectiveUntil(end).build();
    assertFalse(half.effectiveOn(start.minusDays(1)));
    assertTrue(half.effectiveOn(start));
    assertTrue(half.effectiveOn(end.minusDays(1)));
    assertFalse(half.effectiveOn(end));
    assertTrue(demos().build().effectiveOn(LocalDate.MIN));
    assertEquals(
        "demos must end after it starts, but was in effect from 2026-07-01 until 2026-07-01",
        refusal(demos().effectiveFrom(end).effectiveUntil(end)));
    assertEquals(
        "quality of demos must be another metric, but was itself",
        refusal(demos().quality(MetricId.of("demos"))));
  }

  @Test
  void refusesUnitsThatDoNotFit() {
    UnitOfMeasure share = new UnitOfMeasure.Share();
    for (Aggregation aggregation :
        List.of(
            new Aggregation.Sum(),
            new Aggregation.Mean(),
            new Aggregation.Snapshot(OverTime.LAST))) {
      assertEquals(
          "demos must be a ratio of two metrics, as shares neither add up nor average, but was \""
              + aggregation
              + "\"",
          refusal(demos().unit(share).aggregation(aggregation)));
    }
    assertEquals(share, demos().unit(share).aggregation(new Aggregation.Max()).build().unit());
    Aggregation accounts = new Aggregation.Distinct(MetricId.of("calls"), Dimension.of("account"));
    assertTrue(
        refusal(demos().aggregation(accounts).unit(new UnitOfMeasure.Days()))
            .startsWith("unit of demos must be a count without decimals"));
    assertTrue(
        refusal(demos().aggregation(accounts).scale(1))
            .startsWith("unit of demos must be a count without decimals"));
    assertEquals(accounts, demos().aggregation(accounts).build().aggregation());
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
