package dev.guidepost.core.quantity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts of whole numbers at their edges. */
class HistogramTest {

  private static final Histogram DAYS = Histogram.of(90, 30, 60, 60);

  @Test
  void tellsWhatItHolds() {
    assertEquals(4, DAYS.total());
    assertEquals(2, DAYS.count(60));
    assertEquals(0, DAYS.count(61));
    assertEquals(30, DAYS.min());
    assertEquals(90, DAYS.max());
    assertEquals(240, DAYS.sum());
    assertEquals("4 values, 30 to 90, median 60", DAYS.toString());
    assertEquals("2 values, 1 to 2, median 1.5", Histogram.of(1, 2).toString());
  }

  @Test
  void mayBeEmpty() {
    assertSame(Histogram.EMPTY, Histogram.of());
    assertSame(Histogram.EMPTY, Histogram.of(Map.of(7, 0L)));
    assertEquals(Optional.empty(), Histogram.EMPTY.median());
    assertEquals("no values", Histogram.EMPTY.toString());
    assertEquals(0, Histogram.EMPTY.sum());
    assertArrayEquals(new long[0], Histogram.EMPTY.toArray());
    assertSame(DAYS, DAYS.plus(Histogram.EMPTY));
    assertSame(DAYS, Histogram.EMPTY.plus(DAYS));
    assertThrows(NoSuchElementException.class, Histogram.EMPTY::min);
    assertThrows(NoSuchElementException.class, Histogram.EMPTY::max);
    assertThrows(NoSuchElementException.class, () -> Histogram.EMPTY.quantile(.5));
    assertThrows(IllegalArgumentException.class, () -> Histogram.EMPTY.atRank(1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, -1, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesSharesOutOfBounds(double p) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> DAYS.quantile(p));
    assertEquals("p must be above 0 up to 1, but was " + p, e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 5, Long.MAX_VALUE})
  void refusesRanksOutOfBounds(long rank) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> DAYS.atRank(rank));
    assertEquals("rank must be 1 to 4, but was " + rank, e.getMessage());
  }

  @Test
  void takesBinaryFractionsForDecimalOnes() {
    Histogram ten = Histogram.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertEquals(3, ten.quantile(.1 + .2));
    assertEquals(1, ten.quantile(Double.MIN_VALUE));
    assertEquals(10, ten.quantile(1));
    Histogram many = Histogram.of(Map.of(1, 70_000_000_000_000L, 2, 930_000_000_000_000L));
    assertEquals(1, many.quantile(.07));
    assertEquals(2, many.quantile(.0701));
  }

  @Test
  void reachesToTheEnds() {
    Histogram full = Histogram.of(Map.of(7, Long.MAX_VALUE));
    assertEquals(Optional.of(Quantity.of(7)), full.median());
    assertEquals(7, full.quantile(1));
    assertThrows(ArithmeticException.class, full::sum);
    assertThrows(ArithmeticException.class, () -> full.plus(Histogram.of(8)));
    assertThrows(ArithmeticException.class, () -> full.plus(Histogram.of(7)));
    assertThrows(ArithmeticException.class, () -> Histogram.of(Map.of(1, 1L, 7, Long.MAX_VALUE)));
    Histogram wide = Histogram.of(Integer.MIN_VALUE, Integer.MAX_VALUE);
    assertEquals(Optional.of(Quantity.parse("-0.5")), wide.median());
    assertThrows(ArithmeticException.class, wide::toArray);
    assertThrows(ArithmeticException.class, () -> Histogram.of(Integer.MAX_VALUE).toArray());
  }

  @Test
  void refusesNegativeCounts() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Histogram.of(Map.of(3, -1L)));
    assertEquals("count of 3 must not be negative, but was -1", e.getMessage());
  }

  @Test
  void isAValue() {
    assertEquals(DAYS, Histogram.of(Map.of(30, 1L, 60, 2L, 90, 1L, 5, 0L)));
    assertEquals(DAYS.hashCode(), Histogram.of(30, 60, 60, 90).hashCode());
    assertNotEquals(DAYS, Histogram.of(30, 60, 90));
    assertNotEquals(DAYS, Histogram.of(30, 60, 60, 91));
    assertNotEquals((Object) DAYS, "4 values");
    long[] dense = DAYS.toArray();
    dense[30] = 9;
    assertEquals(1, DAYS.count(30));
  }

  @Test
  void quantilesAreExactForManyValues() {
    Histogram many = Histogram.of(Map.of(1, 2_000_000_000_000L, 9, 1L));
    assertEquals(9, many.quantile(1.0));
    assertEquals(1, many.quantile(0.999999));
    Histogram halves = Histogram.of(Map.of(1, 1L << 61, 9, 1L << 61));
    assertEquals(1, halves.quantile(0.5));
    assertEquals(9, halves.quantile(0.5 + 1e-11));
    assertEquals(2, Histogram.of(1, 2, 3).quantile(2 / 3.0));
    assertEquals(5, Histogram.of(1, 2, 3, 4, 5, 6).quantile(5 / 6.0));
    assertEquals(3, Histogram.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10).quantile(.1 + .2));
    assertEquals(1, Histogram.of(1, 2).quantile(Double.MIN_VALUE));
  }

  /** The k-th of n values is what k / n of them do not exceed, however the double is rounded. */
  @Test
  void takesSharesOfTheNumberOfValuesForRanks() {
    assertEquals(1, Histogram.of(Map.of(1, 1013L, 2, 124L)).quantile(1013 / 1137.0));
    for (int n = 1; n <= 1500; n++) {
      for (int k = 1; k < n; k++) {
        Histogram first = Histogram.of(Map.of(1, (long) k, 2, (long) (n - k)));
        int of = n;
        assertEquals(1, first.quantile(k / (double) n), () -> first + " of " + of);
      }
    }
  }

  @Test
  void aPartCanBeTakenOff() {
    assertEquals(Histogram.of(30, 60), DAYS.minus(Histogram.of(90, 60)));
    assertEquals(DAYS, DAYS.minus(Histogram.EMPTY));
    assertSame(Histogram.EMPTY, DAYS.minus(DAYS));
    assertSame(Histogram.EMPTY, Histogram.EMPTY.minus(Histogram.EMPTY));
    assertEquals(DAYS, DAYS.plus(Histogram.of(-7, 90)).minus(Histogram.of(90, -7)));
    for (Histogram more :
        new Histogram[] {Histogram.of(60, 60, 60), Histogram.of(91), Histogram.of(31)}) {
      assertThrows(IllegalArgumentException.class, () -> DAYS.minus(more));
    }
    assertEquals(
        "histogram to take off must be a part of this one, but 60 occurs 3 times where this has 2",
        assertThrows(IllegalArgumentException.class, () -> DAYS.minus(Histogram.of(60, 60, 60)))
            .getMessage());
  }
}
