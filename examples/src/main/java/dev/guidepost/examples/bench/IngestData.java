package dev.guidepost.examples.bench;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Facts to take in, as a data base delivers them: as columns of codes and numbers, and as objects
 * of which every row has its own.
 */
final class IngestData {

  static final int DIMENSIONS = 4;
  static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  private static final int PEOPLE = 10_000;
  private static final int METRICS = 12;
  private static final int DAYS = 365;
  private static final int[] VALUES = {200, 12, 8, 5};

  final int size;
  final List<MetricId> metrics = new ArrayList<>();
  final List<PersonId> people = new ArrayList<>();
  final List<Dimension> dimensions = new ArrayList<>();
  final List<List<String>> values = new ArrayList<>();

  final int[] party;
  final int[] metric;
  final int[] day;
  final long[] amount;
  final int[][] value;

  final String[] partyTexts;
  final LocalDate[] days;
  final BigDecimal[] amounts;
  final String[] keys;

  /** The sum of all amounts at two decimals, to hold every candidate against. */
  final long total;

  IngestData(long seed, int size) {
    this.size = size;
    for (int i = 0; i < METRICS; i++) {
      metrics.add(MetricId.of("metric-" + i));
    }
    for (int i = 0; i < PEOPLE; i++) {
      people.add(PersonId.of("rep-" + (100_000 + i)));
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      dimensions.add(Dimension.of("dimension-" + i));
      List<String> texts = new ArrayList<>();
      for (int j = 0; j < VALUES[i]; j++) {
        texts.add("value-" + i + "-" + j);
      }
      values.add(texts);
    }
    party = new int[size];
    metric = new int[size];
    day = new int[size];
    amount = new long[size];
    value = new int[DIMENSIONS][size];
    partyTexts = new String[size];
    days = new LocalDate[size];
    amounts = new BigDecimal[size];
    keys = new String[size];
    SplittableRandom random = new SplittableRandom(seed);
    long sum = 0;
    for (int i = 0; i < size; i++) {
      party[i] = random.nextInt(PEOPLE);
      metric[i] = random.nextInt(METRICS);
      day[i] = (int) FIRST.toEpochDay() + random.nextInt(DAYS);
      amount[i] = random.nextLong(100, 1_000_100);
      sum += amount[i];
      for (int d = 0; d < DIMENSIONS; d++) {
        value[d][i] = random.nextInt(VALUES[d]);
      }
      partyTexts[i] = "rep-" + (100_000 + party[i]);
      days[i] = LocalDate.ofEpochDay(day[i]);
      amounts[i] = BigDecimal.valueOf(amount[i], 2);
      keys[i] = "deal-" + (10_000_000 + i);
    }
    total = sum;
  }

  /** Returns a catalog of the metrics with some of the dimensions. */
  Catalog catalog(int dimensionCount) {
    ImmutableList.Builder<Metric> definitions = ImmutableList.builder();
    for (MetricId id : metrics) {
      definitions.add(
          Metric.builder()
              .id(id)
              .name("Metric " + id)
              .definition("Money of kind " + id + ".")
              .aggregation(new Aggregation.Sum())
              .unit(new UnitOfMeasure.Money("USD"))
              .scale(2)
              .direction(Direction.HIGHER_IS_BETTER)
              .metricClass(MetricClass.RESULT)
              .timing(Timing.LAGGING)
              .build());
    }
    return Catalog.of(definitions.build(), dimensions.subList(0, dimensionCount));
  }
}
