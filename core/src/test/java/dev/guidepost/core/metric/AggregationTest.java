package dev.guidepost.core.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Grain;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The closed set of aggregations, and the texts of definitions. */
class AggregationTest {

  private static final MetricId WINS = StandardMetrics.WINS;
  private static final MetricId CLOSED = StandardMetrics.CLOSED;

  private static String refusal(String text) {
    return assertThrows(IllegalArgumentException.class, () -> Aggregation.parse(text)).getMessage();
  }

  @ParameterizedTest
  @CsvSource({
    "sum, SUM, true",
    "last snapshot, SNAPSHOTS, true",
    "first snapshot, SNAPSHOTS, true",
    "average snapshot, SNAPSHOTS, true",
    "min snapshot, SNAPSHOTS, true",
    "max snapshot, SNAPSHOTS, true",
    "wins / closed, NOTHING, false",
    "mean, SUM_AND_COUNT, true",
    "mean of points by ratings, NOTHING, false",
    "distinct account of meetings, VALUES, false",
    "distinct a of of of meetings, VALUES, false",
    "min, EXTREME, true",
    "max, EXTREME, true",
    "distribution, HISTOGRAM, true",
    "= bookings - costs, NOTHING, false",
    "half-year to date of bookings, NOTHING, false",
    "week to date of mean-of, NOTHING, false",
  })
  void readsBackAndSaysWhatItKeeps(String text, Kept kept, boolean takesFacts) {
    Aggregation aggregation = Aggregation.parse(text);
    assertEquals(text, aggregation.toString());
    assertEquals(aggregation, Aggregation.parse(aggregation.toString()));
    assertEquals(kept, aggregation.kept());
    assertEquals(takesFacts, aggregation.takesFacts());
    assertEquals(takesFacts, aggregation.inputs().isEmpty());
  }

  @Test
  void namesItsInputs() {
    assertEquals(List.of(WINS, CLOSED), new Aggregation.RatioOf(WINS, CLOSED).inputs());
    assertEquals(List.of(WINS), new Aggregation.RatioOf(WINS, WINS).inputs());
    assertEquals(List.of(WINS), new Aggregation.ToDate(WINS, Grain.YEAR).inputs());
    assertEquals(List.of(WINS), new Aggregation.Distinct(WINS, StandardMetrics.PRODUCT).inputs());
    assertEquals(List.of(CLOSED, WINS), new Aggregation.WeightedMean(CLOSED, WINS).inputs());
    assertEquals(
        List.of(WINS, CLOSED),
        new Aggregation.Derived(Formula.parse("wins + closed - wins")).inputs());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Sum",
        "sums",
        "latest snapshot",
        "wins/closed",
        "Wins / closed",
        "wins / closed / wins",
        "mean of wins",
        "distinct of wins",
        "distinct   of wins",
        "distinct account of Wins",
        "day to date of wins",
        "custom to date of wins",
        "decade to date of wins",
        "= ",
        "= 5",
        "mean of wins by wins"
      })
  void refusesOtherTexts(String text) {
    assertTrue(refusal(text).contains(" must "), () -> refusal(text));
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertTrue(
        refusal("day to date of wins")
            .endsWith(
                "to date must be since the start of a week, month, quarter, half-year or year, but"
                    + " was since that of a DAY"));
    assertTrue(refusal("mean of wins by wins").endsWith("but were both wins"));
    assertEquals("formula must name a metric, but was 5", refusal("= 5"));
    assertThrows(NullPointerException.class, () -> new Aggregation.RatioOf(null, WINS));
    assertThrows(NullPointerException.class, () -> new Aggregation.RatioOf(WINS, null));
    assertThrows(NullPointerException.class, () -> new Aggregation.Snapshot(null));
  }

  @Test
  void timingReadsBack() {
    for (Timing timing :
        List.of(
            Timing.LEADING,
            Timing.LAGGING,
            Timing.leading(45),
            Timing.leading(Timing.MAX_LAG_DAYS))) {
      assertEquals(timing, Timing.parse(timing.toString()));
    }
    assertEquals("leading by 45 days", Timing.leading(45).toString());
    assertEquals(new Timing.Leading(OptionalInt.of(45)), Timing.leading(45));
    assertFalse(Timing.leading(45).equals(Timing.LEADING));
    for (String text : List.of("", "Leading", "leading by 0 days", "leading by 9999999999 days")) {
      assertThrows(IllegalArgumentException.class, () -> Timing.parse(text));
    }
    assertEquals(
        "lag must be 1 to 36525 days, but was 0",
        assertThrows(IllegalArgumentException.class, () -> Timing.leading(0)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> Timing.leading(1_000_000_000));
  }

  @Test
  void directionReadsBack() {
    Direction band = Direction.within(Quantity.parse("-1.5"), Quantity.of(3));
    for (Direction direction :
        List.of(Direction.HIGHER_IS_BETTER, Direction.LOWER_IS_BETTER, band)) {
      assertEquals(direction, Direction.parse(direction.toString()));
    }
    assertEquals("within -1.5 and 3", band.toString());
    for (String text : List.of("", "up", "within 3", "within x and 5", "within 5 and 3")) {
      assertThrows(IllegalArgumentException.class, () -> Direction.parse(text));
    }
    assertEquals(
        "band must not start above its end, but was 5 to 3",
        assertThrows(IllegalArgumentException.class, () -> Direction.parse("within 5 and 3"))
            .getMessage());
  }

  @Test
  void saysThatBlanksStandAroundASlash() {
    for (String text : List.of("contract-value/visits", "wins/ closed", "wins /closed")) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> Aggregation.parse(text)).getMessage();
      assertTrue(message.endsWith("but was \"" + text + "\"; blanks must stand around /"), message);
    }
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> Aggregation.parse("a/b/c"))
            .getMessage()
            .endsWith("but was \"a/b/c\""));
  }
}
