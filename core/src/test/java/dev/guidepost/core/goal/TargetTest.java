package dev.guidepost.core.goal;

import static dev.guidepost.core.goal.Sample.ANA;
import static dev.guidepost.core.goal.Sample.Q4;
import static dev.guidepost.core.goal.Sample.amount;
import static dev.guidepost.core.goal.Sample.bookings;
import static dev.guidepost.core.goal.Sample.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.GoalId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a target is, and what it refuses. */
class TargetTest {

  private static String refusal(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  @Test
  void isAValueWithDefaults() {
    Target target = bookings(ANA, 240_000).build();
    assertEquals(target, bookings(ANA, 240_000).build());
    assertEquals(Quantity.of(1), target.weight());
    assertEquals(new Target.Declared(), target.basis());
    assertEquals(Map.of(), target.scope());
    assertEquals("bookings of ana in 2026-Q4: 240,000", target.toString());
    assertEquals(Quantity.of(-5), bookings(ANA, -5).build().amount());
    assertThrows(IllegalStateException.class, () -> Target.builder().build());
  }

  @Test
  void aScopeHasAValueForEachDimension() {
    for (String value : List.of("", " ")) {
      assertEquals(
          "scope of bookings of ana in 2026-Q4 must have a value for each dimension, (none) for"
              + " facts without one, but was {product="
              + value
              + "}",
          refusal(() -> bookings(ANA, 1).putScope(StandardMetrics.PRODUCT, value).build()));
    }
    bookings(ANA, 1).putScope(StandardMetrics.PRODUCT, Dimension.NONE).build();
  }

  @Test
  void saysWhatItIsOf() {
    Target target =
        bookings(ANA, 100)
            .putScope(StandardMetrics.PRODUCT, "GTX")
            .putScope(Dimension.of("area"), "north")
            .threshold(amount("80"))
            .stretch(amount("120"))
            .basis(new Target.Assumed("as last year"))
            .build();
    assertEquals(
        "bookings {area=north, product=GTX} of ana in 2026-Q4: threshold 80, 100, stretch 120"
            + " (assumed: as last year)",
        target.toString());
    assertEquals(
        List.of(Dimension.of("area"), StandardMetrics.PRODUCT),
        List.copyOf(target.scope().keySet()));
  }

  @Test
  void keepsItsKeyWhileTheAmountChanges() {
    assertEquals(bookings(ANA, 1).build().key(), bookings(ANA, 2).build().key());
    Target.Key key = bookings(ANA, 1).build().key();
    assertEquals(key, bookings(ANA, 1).goal(GoalId.of("g")).build().key());
    assertTrue(key.compareTo(bookings(Sample.BEN, 1).build().key()) < 0);
    assertEquals(0, key.compareTo(bookings(ANA, 2).build().key()));
    assertTrue(
        key.compareTo(bookings(ANA, 1).putScope(StandardMetrics.PRODUCT, "x").build().key()) < 0);
  }

  @Test
  void liesBetweenThresholdAndStretch() {
    assertEquals(
        "bookings of ana in 2026-Q4 must lie between threshold and stretch, but was 100 beside 120"
            + " and 150",
        refusal(() -> bookings(ANA, 100).threshold(amount("120")).stretch(amount("150")).build()));
    // Either order may be meant, as the metric may be one where lower is better.
    Target falling = bookings(ANA, 100).threshold(amount("120")).stretch(amount("90")).build();
    assertEquals(
        "amount of bookings of ana in 2026-Q4 must be as good as 120 where higher is better, but"
            + " was 100",
        refusal(() -> falling.direction(Sample.BOOKINGS)));
    assertEquals(
        "stretch of bookings of ana in 2026-Q4 must be as good as 100 where lower is better, but"
            + " was 120",
        refusal(
            () ->
                bookings(ANA, 100)
                    .stretch(amount("120"))
                    .direction(Direction.LOWER_IS_BETTER)
                    .build()));
    assertEquals(
        Direction.LOWER_IS_BETTER,
        bookings(ANA, 100)
            .threshold(amount("120"))
            .direction(Direction.LOWER_IS_BETTER)
            .build()
            .direction(Sample.BOOKINGS));
  }

  @Test
  void staysInsideABand() {
    Direction band = Direction.within(amount("3"), amount("5"));
    assertEquals(band, bookings(ANA, 4).direction(band).build().direction(Sample.BOOKINGS));
    assertEquals(
        "bookings of ana in 2026-Q4 must lie within 3 and 5, but was 6",
        refusal(() -> bookings(ANA, 6).direction(band).build()));
    assertTrue(
        refusal(() -> bookings(ANA, 4).direction(band).threshold(amount("3")).build())
            .contains("must have neither threshold nor stretch"));
    assertTrue(
        refusal(() -> bookings(ANA, 4).direction(band).stretch(amount("5")).build())
            .contains("must have neither threshold nor stretch"));
  }

  @Test
  void refusesWhatIsNone() {
    assertTrue(refusal(() -> bookings(ANA, 1).weight(Quantity.ZERO).build()).contains("above 0"));
    assertEquals(
        "assumption must say what was assumed, but was blank",
        refusal(() -> new Target.Assumed(" ")));
    assertEquals(
        "basis must say how it was computed, but was blank", refusal(() -> new Target.Derived("")));
    assertEquals("by potential", new Target.Derived("by potential").how());
    assertEquals(
        "course of bookings of ana in 2026-Q4 must stay in its period, but has a point on"
            + " 2027-01-01",
        refusal(
            () ->
                bookings(ANA, 1)
                    .course(Course.milestones(new Course.Point(Q4.end(), Quantity.of(1))))
                    .build()));
    assertEquals(
        "metric of bookings of ana in 2026-Q4 must be bookings, but was win-rate",
        refusal(() -> bookings(ANA, 1).build().direction(Sample.WIN_RATE)));
    assertThrows(
        NullPointerException.class, () -> new Target.Key(null, StandardMetrics.WINS, Q4, Map.of()));
    assertEquals(UnitId.of("east"), bookings(ANA, 1).owner(UnitId.of("east")).build().owner());
    assertEquals(day("2026-10-01"), Q4.start());
  }
}
