package dev.guidepost.core.fact;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.MetricId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Facts in columns, as a data base or a column file has them: one row with one fact at each index.
 *
 * <p>Participants, metrics and values of dimensions are codes into lists, so that each is looked up
 * once; a code outside its list means that there is none. Arrays are not copied: they must not
 * change before {@link Batch#columns(FactColumns)} returns, and may be longer than the columns. A
 * reader that fills the same arrays block after block best offers the same object again and again:
 * then participants and values are looked up once a batch.
 *
 * <pre>{@code
 * FactColumns block = FactColumns.builder(3)
 *     .parties(List.of(ana, bob), new int[] {0, 1, 0})
 *     .metric(BOOKINGS)
 *     .days(new int[] {20574, 20574, 20575})        // LocalDate.toEpochDay
 *     .amounts(new long[] {105450, 99900, -1250})   // 1054.50, 999, -12.50 at two decimals
 *     .dimension(PRODUCT, List.of("chair"), new int[] {0, 0, -1})
 *     .build();
 * }</pre>
 */
public final class FactColumns {

  private final int size;
  private final ImmutableList<PartyId> parties;
  private final int[] partyCodes;
  private final ImmutableList<MetricId> metrics;
  private final int @Nullable [] metricCodes;
  private final int[] days;
  private final long[] amounts;
  private final Map<Dimension, Values> dimensions;
  private final @Nullable String @Nullable [] keys;

  /** The values of a dimension, and the code of each row. */
  static final class Values {
    final List<String> values;
    final int[] codes;

    Values(List<String> values, int[] codes) {
      this.values = values;
      this.codes = codes;
    }
  }

  private FactColumns(Builder builder) {
    size = builder.size;
    parties = ImmutableList.copyOf(builder.parties);
    partyCodes = builder.require("parties", builder.partyCodes);
    metrics = ImmutableList.copyOf(builder.metrics);
    if (metrics.isEmpty()) {
      throw new IllegalArgumentException("metric or metrics must be given, but were not");
    }
    metricCodes = builder.metricCodes;
    days = builder.require("days", builder.days);
    amounts = builder.requireAmounts();
    dimensions = new LinkedHashMap<>(builder.dimensions);
    keys = builder.keys;
  }

  /**
   * Returns a builder; parties, a metric or metrics, days and amounts must be given.
   *
   * @param size the number of rows, not negative; each array must have at least as many cells
   * @return the builder
   * @throws IllegalArgumentException if the size is negative
   */
  public static Builder builder(int size) {
    return new Builder(size);
  }

  /**
   * Returns the number of rows.
   *
   * @return the number of rows
   */
  public int size() {
    return size;
  }

  List<PartyId> parties() {
    return parties;
  }

  int partyCode(int index) {
    return partyCodes[index];
  }

  List<MetricId> metrics() {
    return metrics;
  }

  /** Returns the place of the metric in the list; 0 for all rows if there is one for all. */
  int metricCode(int index) {
    return metricCodes == null ? 0 : metricCodes[index];
  }

  int day(int index) {
    return days[index];
  }

  long amount(int index) {
    return amounts[index];
  }

  Map<Dimension, Values> dimensions() {
    return dimensions;
  }

  @Nullable String key(int index) {
    return keys == null ? null : keys[index];
  }

  /** Returns the number of rows, such as {@code "3 rows"}. */
  @Override
  public String toString() {
    return size + " rows";
  }

  /** Builds {@link FactColumns}. */
  public static final class Builder {
    private final int size;
    private List<PartyId> parties = List.of();
    private int @Nullable [] partyCodes;
    private List<MetricId> metrics = List.of();
    private int @Nullable [] metricCodes;
    private int @Nullable [] days;
    private long @Nullable [] amounts;
    private final Map<Dimension, Values> dimensions = new LinkedHashMap<>();
    private @Nullable String @Nullable [] keys;

    Builder(int size) {
      if (size < 0) {
        throw new IllegalArgumentException("size must not be negative, but was " + size);
      }
      this.size = size;
    }

    /**
     * Sets whose the facts are.
     *
     * @param dictionary the participants
     * @param codes the place of each row's participant in the dictionary; outside of it, -1 for
     *     instance, the row has none and is rejected
     * @return this builder
     * @throws IllegalArgumentException if there are fewer codes than rows
     */
    public Builder parties(List<? extends PartyId> dictionary, int[] codes) {
      parties = ImmutableList.copyOf(dictionary);
      partyCodes = requireLength("parties", codes);
      return this;
    }

    /**
     * Sets the metric of all rows.
     *
     * @param metric the metric
     * @return this builder
     */
    public Builder metric(MetricId metric) {
      metrics = ImmutableList.of(metric);
      metricCodes = null;
      return this;
    }

    /**
     * Sets what is measured.
     *
     * @param dictionary the metrics, at least one
     * @param codes the place of each row's metric in the dictionary; outside of it the row is
     *     rejected
     * @return this builder
     * @throws IllegalArgumentException if there are fewer codes than rows
     */
    public Builder metrics(List<MetricId> dictionary, int[] codes) {
      metrics = ImmutableList.copyOf(dictionary);
      metricCodes = requireLength("metrics", codes);
      return this;
    }

    /**
     * Sets when it happened.
     *
     * @param epochDays the days, counted as {@link java.time.LocalDate#toEpochDay()} does
     * @return this builder
     * @throws IllegalArgumentException if there are fewer days than rows
     */
    public Builder days(int[] epochDays) {
      days = requireLength("days", epochDays);
      return this;
    }

    /**
     * Sets how much.
     *
     * @param unscaled the digits of the amounts, at the scale of their metric
     * @return this builder
     * @throws IllegalArgumentException if there are fewer amounts than rows
     */
    public Builder amounts(long[] unscaled) {
      requireLength("amounts", unscaled.length);
      amounts = unscaled;
      return this;
    }

    /**
     * Sets the values in a dimension; without them all rows have {@link Dimension#NONE}.
     *
     * @param dimension the dimension
     * @param dictionary its values; a blank one counts as none, one with white space at an end
     *     rejects the rows that have it
     * @param codes the place of each row's value in the dictionary; outside of it, -1 for instance,
     *     it is {@link Dimension#NONE}
     * @return this builder
     * @throws IllegalArgumentException if there are fewer codes than rows
     */
    public Builder dimension(Dimension dimension, List<String> dictionary, int[] codes) {
      dimensions.put(
          dimension,
          new Values(ImmutableList.copyOf(dictionary), requireLength(dimension.toString(), codes)));
      return this;
    }

    /**
     * Sets the rows' keys in their source; see {@link Batch#row(String)}.
     *
     * @param sourceKeys the keys, null for a row without one
     * @return this builder
     * @throws IllegalArgumentException if there are fewer keys than rows
     */
    public Builder keys(@Nullable String[] sourceKeys) {
      requireLength("keys", sourceKeys.length);
      keys = sourceKeys;
      return this;
    }

    /**
     * Builds the columns.
     *
     * @return the columns
     * @throws IllegalArgumentException if parties, metric or metrics, days or amounts are not given
     */
    public FactColumns build() {
      return new FactColumns(this);
    }

    private int[] requireLength(String what, int[] cells) {
      requireLength(what, cells.length);
      return cells;
    }

    private void requireLength(String what, int length) {
      if (length < size) {
        throw new IllegalArgumentException(
            what + " must have a cell for each of " + size + " rows, but had " + length);
      }
    }

    private int[] require(String what, int @Nullable [] cells) {
      if (cells == null) {
        throw new IllegalArgumentException(what + " must be given, but were not");
      }
      return cells;
    }

    private long[] requireAmounts() {
      if (amounts == null) {
        throw new IllegalArgumentException("amounts must be given, but were not");
      }
      return amounts;
    }
  }
}
