package dev.guidepost.examples.bench;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Facts to take in: of 10,000 people, 12 metrics and 365 days, in random order, with amounts of two
 * decimals and four dimensions, in blocks.
 *
 * @param seed where randomness starts
 * @param blocks how many blocks
 */
record IngestData(long seed, int blocks) {

  /** How many facts a block has: few enough that what a driver made of them is still at hand. */
  static final int BLOCK = 4_096;

  static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  static final ImmutableList<MetricId> METRICS = list(12, i -> MetricId.of("metric-" + i));
  static final ImmutableList<PersonId> PEOPLE =
      list(10_000, i -> PersonId.of("rep-" + (100_000 + i)));
  static final ImmutableList<Dimension> DIMENSIONS = list(4, i -> Dimension.of("dimension-" + i));
  static final ImmutableList<ImmutableList<String>> VALUES =
      list(4, d -> list(200 >> d, i -> "value-" + d + "-" + i));

  private static final int DAYS = 365;

  /** Makes the element with a number. */
  interface Made<T> {
    T of(int number);
  }

  static <T> ImmutableList<T> list(int size, Made<T> made) {
    ImmutableList.Builder<T> list = ImmutableList.builder();
    for (int i = 0; i < size; i++) {
      list.add(made.of(i));
    }
    return list.build();
  }

  /**
   * A block of facts, as columns of codes and numbers and as objects of which every row has its
   * own.
   */
  static final class Block {
    final int[] party = new int[BLOCK];
    final int[] metric = new int[BLOCK];
    final int[] day = new int[BLOCK];
    final long[] amount = new long[BLOCK];
    final int[][] value = new int[DIMENSIONS.size()][BLOCK];
    final String[] keys = new String[BLOCK];
    final String[] people = new String[BLOCK];
    final LocalDate[] days = new LocalDate[BLOCK];
    final BigDecimal[] amounts = new BigDecimal[BLOCK];
    final String[][] values = new String[DIMENSIONS.size()][BLOCK];
  }

  int size() {
    return blocks * BLOCK;
  }

  /** Makes the same blocks, one after the other, again and again in the same arrays. */
  void forEach(Consumer<Block> taker) {
    SplittableRandom random = new SplittableRandom(seed);
    Block block = new Block();
    for (int b = 0; b < blocks; b++) {
      for (int i = 0; i < BLOCK; i++) {
        block.party[i] = random.nextInt(PEOPLE.size());
        block.metric[i] = random.nextInt(METRICS.size());
        block.day[i] = (int) FIRST.toEpochDay() + random.nextInt(DAYS);
        block.amount[i] = random.nextLong(1, 1_000_000);
        block.keys[i] = "deal-" + (10_000_000 + b * BLOCK + i);
        block.people[i] = "rep-" + (100_000 + block.party[i]);
        block.days[i] = LocalDate.ofEpochDay(block.day[i]);
        block.amounts[i] = BigDecimal.valueOf(block.amount[i], 2);
        for (int d = 0; d < DIMENSIONS.size(); d++) {
          block.value[d][i] = random.nextInt(VALUES.get(d).size());
          block.values[d][i] = "value-" + d + "-" + block.value[d][i];
        }
      }
      taker.accept(block);
    }
  }

  /** Returns the sums by metric at two decimals, to hold every candidate against. */
  long[] sums() {
    long[] sums = new long[METRICS.size()];
    forEach(
        block -> {
          for (int i = 0; i < BLOCK; i++) {
            sums[block.metric[i]] += block.amount[i];
          }
        });
    return sums;
  }

  /** Returns a catalog of the metrics with some of the dimensions. */
  static Catalog catalog(int dimensions) {
    return Catalog.of(
        METRICS.stream()
            .map(
                id ->
                    Metric.builder()
                        .id(id)
                        .name("Metric " + id)
                        .definition("Money of kind " + id + ".")
                        .aggregation(new Aggregation.Sum())
                        .unit(new UnitOfMeasure.Money("USD"))
                        .scale(2)
                        .metricClass(MetricClass.RESULT)
                        .timing(Timing.LAGGING)
                        .build())
            .toList(),
        DIMENSIONS.subList(0, dimensions));
  }
}
