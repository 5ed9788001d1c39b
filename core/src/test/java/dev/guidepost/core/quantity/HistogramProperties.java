package dev.guidepost.core.quantity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of histograms, against the sorted values themselves. */
class HistogramProperties {

  @Provide
  Arbitrary<int[]> values() {
    return Arbitraries.integers().between(-5, 40).array(int[].class).ofMaxSize(60);
  }

  @Property
  void agreesWithTheSortedValues(@ForAll("values") int[] values) {
    Histogram histogram = Histogram.of(values);
    int[] sorted = values.clone();
    Arrays.sort(sorted);
    assertEquals(values.length, histogram.total());
    assertEquals(Arrays.stream(values).asLongStream().sum(), histogram.sum());
    for (int rank = 1; rank <= sorted.length; rank++) {
      assertEquals(sorted[rank - 1], histogram.atRank(rank));
    }
    for (int value = -6; value <= 41; value++) {
      int wanted = value;
      assertEquals(Arrays.stream(values).filter(v -> v == wanted).count(), histogram.count(value));
    }
    if (sorted.length > 0) {
      int n = sorted.length;
      assertEquals(
          new BigDecimal(sorted[(n - 1) / 2] + sorted[n / 2])
              .divide(BigDecimal.valueOf(2))
              .stripTrailingZeros()
              .toPlainString(),
          histogram.median().orElseThrow().toString());
      assertEquals(sorted[0], histogram.min());
      assertEquals(sorted[n - 1], histogram.max());
    }
  }

  @Property
  void quantileIsTheSmallestValueOfTheShare(
      @ForAll("values") int[] values, @ForAll @IntRange(min = 1, max = 1000) int permille) {
    if (values.length > 0) {
      int[] sorted = values.clone();
      Arrays.sort(sorted);
      int expected =
          IntStream.rangeClosed(1, sorted.length)
              .filter(rank -> rank * 1000L >= (long) permille * sorted.length)
              .map(rank -> sorted[rank - 1])
              .findFirst()
              .orElseThrow();
      assertEquals(expected, Histogram.of(values).quantile(permille / 1000.0));
    }
  }

  @Property
  void mergesInAnyOrder(
      @ForAll("values") int[] a, @ForAll("values") int[] b, @ForAll("values") int[] c) {
    int[] all =
        IntStream.concat(IntStream.of(a), IntStream.concat(IntStream.of(b), IntStream.of(c)))
            .toArray();
    Histogram x = Histogram.of(a);
    Histogram y = Histogram.of(b);
    Histogram z = Histogram.of(c);
    assertEquals(Histogram.of(all), x.plus(y).plus(z));
    assertEquals(Histogram.of(all), x.plus(y.plus(z)));
    assertEquals(x.plus(y), y.plus(x));
    assertEquals(x.plus(y).hashCode(), y.plus(x).hashCode());
  }

  @Property
  void arrayHoldsTheCounts(@ForAll("values") int[] values) {
    Histogram histogram = Histogram.of(values);
    if (values.length > 0 && histogram.min() < 0) {
      assertThrows(ArithmeticException.class, histogram::toArray);
    } else {
      long[] dense = histogram.toArray();
      assertArrayEquals(
          LongStream.range(0, dense.length).map(i -> histogram.count((int) i)).toArray(), dense);
      assertEquals(values.length, LongStream.of(dense).sum());
      assertEquals(values.length == 0 ? 0 : histogram.max() + 1, dense.length);
    }
  }
}
