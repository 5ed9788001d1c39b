package dev.guidepost.core.fact;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An immutable ledger of facts, in columns, thread-safe.
 *
 * <p>Facts have positions from 0 up to, but not including, {@link #size()}; a view ({@link
 * #known(LocalDate)}, {@link #where(Dimension, String)}) keeps the positions and includes only some
 * of them, at the cost of a few words. Positions that {@link #includes(int)} denies must be passed
 * over.
 *
 * <pre>{@code
 * Ledger asOf = ledger.known(LocalDate.of(2026, 10, 30)); // what had been recorded by then
 * Ledger chairs = asOf.where(PRODUCT, "chair");
 * }</pre>
 */
public final class Ledger {

  private final Catalog catalog;
  private final int size;
  private final int[] party;
  private final int[] metric;
  private final int[] day;
  private final long[] amount;
  private final int[] known;
  private final int[] superseded;
  private final int[] key;
  private final int[][] dimensions;
  private final List<PartyId> parties;
  private final List<String> keys;
  private final List<List<String>> dimensionValues;
  private final int knownBy;
  private final @Nullable Slice slice;

  private record Slice(int dimension, int code, @Nullable Slice next) {}

  Ledger(Catalog catalog, Columns columns) {
    this.catalog = catalog;
    this.size = columns.size;
    this.party = columns.party;
    this.metric = columns.metric;
    this.day = columns.day;
    this.amount = columns.amount;
    this.known = columns.known;
    this.superseded = Arrays.copyOf(columns.superseded, columns.size);
    this.key = columns.key;
    this.dimensions = columns.dimensions.clone();
    this.parties = ImmutableList.copyOf(columns.parties.values());
    this.keys = ImmutableList.copyOf(columns.keys.values());
    this.dimensionValues =
        columns.dimensionValues.stream()
            .<List<String>>map(values -> ImmutableList.copyOf(values.values()))
            .collect(ImmutableList.toImmutableList());
    this.knownBy = Columns.CURRENT - 1;
    this.slice = null;
  }

  private Ledger(Ledger base, int knownBy, @Nullable Slice slice) {
    this.catalog = base.catalog;
    this.size = base.size;
    this.party = base.party;
    this.metric = base.metric;
    this.day = base.day;
    this.amount = base.amount;
    this.known = base.known;
    this.superseded = base.superseded;
    this.key = base.key;
    this.dimensions = base.dimensions;
    this.parties = base.parties;
    this.keys = base.keys;
    this.dimensionValues = base.dimensionValues;
    this.knownBy = knownBy;
    this.slice = slice;
  }

  /**
   * Returns what had been recorded by the end of a day: later rows and later corrections are left
   * out, a row corrected or withdrawn later is as it was.
   *
   * @param date the day, included; after that of an earlier call it changes nothing
   * @return a view of this ledger
   */
  public Ledger known(LocalDate date) {
    long day = Math.max(Integer.MIN_VALUE, date.toEpochDay());
    return new Ledger(this, (int) Math.min(knownBy, day), slice);
  }

  /**
   * Returns the facts that have a value in a dimension.
   *
   * @param dimension a dimension of the catalog
   * @param value the value, {@link Dimension#NONE} for those without one
   * @return a view of this ledger; it includes nothing if no fact has the value
   * @throws IllegalArgumentException if the catalog lacks the dimension
   */
  public Ledger where(Dimension dimension, String value) {
    int index = dimensionIndex(dimension);
    return new Ledger(
        this, knownBy, new Slice(index, dimensionValues.get(index).indexOf(value), slice));
  }

  /**
   * Returns this view before it was sliced by {@link #where(Dimension, String)}: the same known
   * day, all values of dimensions.
   *
   * @return a view of this ledger
   */
  public Ledger unsliced() {
    return new Ledger(this, knownBy, null);
  }

  /**
   * Returns the codes of the values in a dimension, by position.
   *
   * @param dimension a dimension of the catalog
   * @return from a position to the place in {@link #values(Dimension)}; it throws {@link
   *     IndexOutOfBoundsException} where there is no such position
   * @throws IllegalArgumentException if the catalog lacks the dimension
   */
  public IntUnaryOperator codes(Dimension dimension) {
    int[] codes = dimensions[dimensionIndex(dimension)];
    return position -> codes[Objects.checkIndex(position, size)];
  }

  private int dimensionIndex(Dimension dimension) {
    int index = catalog.dimensions().indexOf(dimension);
    if (index < 0) {
      throw new IllegalArgumentException(
          "dimension must be one of " + catalog.dimensions() + ", but was " + dimension);
    }
    return index;
  }

  /**
   * Returns the values that occur in a dimension, also outside this view.
   *
   * @param dimension a dimension of the catalog
   * @return the values in order of first sight; unmodifiable
   * @throws IllegalArgumentException if the catalog lacks the dimension
   */
  public List<String> values(Dimension dimension) {
    return dimensionValues.get(dimensionIndex(dimension));
  }

  /**
   * Returns the catalog that defines the metrics.
   *
   * @return the catalog
   */
  public Catalog catalog() {
    return catalog;
  }

  /**
   * Returns the number of positions, included in this view or not.
   *
   * @return the number of positions
   */
  public int size() {
    return size;
  }

  /**
   * Returns how many facts this view includes.
   *
   * @return the number of facts
   */
  public int count() {
    int count = 0;
    for (int i = 0; i < size; i++) {
      count += includes(i) ? 1 : 0;
    }
    return count;
  }

  /**
   * Tells whether this view includes the fact at a position.
   *
   * @param position 0 to {@link #size()} - 1
   * @return true if the fact was known, not yet superseded, and has the values asked for
   * @throws IndexOutOfBoundsException if there is no such position
   */
  public boolean includes(int position) {
    if (superseded[position] <= knownBy || known[position] > knownBy) {
      return false;
    }
    for (Slice at = slice; at != null; at = at.next()) {
      if (dimensions[at.dimension()][position] != at.code()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns all participants, also those outside this view; a participant's place in this list is
   * its code.
   *
   * @return the participants in order of first sight; unmodifiable
   */
  public List<PartyId> parties() {
    return parties;
  }

  /**
   * Returns the code of the participant at a position.
   *
   * @param position 0 to {@link #size()} - 1
   * @return the place in {@link #parties()}
   * @throws IndexOutOfBoundsException if there is no such position
   */
  public int partyCode(int position) {
    return party[Objects.checkIndex(position, size)];
  }

  /**
   * Returns the code of the metric at a position.
   *
   * @param position 0 to {@link #size()} - 1
   * @return the place in the catalog's {@link Catalog#metrics()}
   * @throws IndexOutOfBoundsException if there is no such position
   */
  public int metricCode(int position) {
    return metric[Objects.checkIndex(position, size)];
  }

  /**
   * Returns the day at a position.
   *
   * @param position 0 to {@link #size()} - 1
   * @return the day, counted as {@link LocalDate#toEpochDay()} does
   * @throws IndexOutOfBoundsException if there is no such position
   */
  public int epochDay(int position) {
    return day[Objects.checkIndex(position, size)];
  }

  /**
   * Returns the amount at a position.
   *
   * @param position 0 to {@link #size()} - 1
   * @return the digits, at the scale of the metric
   * @throws IndexOutOfBoundsException if there is no such position
   */
  public long unscaledAmount(int position) {
    return amount[Objects.checkIndex(position, size)];
  }

  /**
   * Returns the fact at a position, whether this view includes it or not.
   *
   * @param position 0 to {@link #size()} - 1
   * @return the fact
   * @throws IndexOutOfBoundsException if there is no such position
   */
  public Fact fact(int position) {
    Metric definition = catalog.metrics().get(metricCode(position));
    Map<Dimension, String> values = new LinkedHashMap<>();
    for (int i = 0; i < dimensions.length; i++) {
      values.put(catalog.dimensions().get(i), dimensionValues.get(i).get(dimensions[i][position]));
    }
    return new Fact(
        parties.get(party[position]),
        definition.id(),
        LocalDate.ofEpochDay(day[position]),
        Quantity.ofUnscaled(amount[position], definition.scale()),
        values,
        key[position] < 0 ? Optional.empty() : Optional.of(keys.get(key[position])),
        LocalDate.ofEpochDay(known[position]));
  }

  /** Returns the number of facts in this view, and of participants in the ledger, on one line. */
  @Override
  public String toString() {
    return count() + " facts of " + parties.size() + " participants";
  }
}
