package dev.guidepost.core.fact;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way into a ledger: all that is right is recorded by {@link #commit()}, what is
 * wrong is reported with its place and reason.
 *
 * <p>What a caller cannot know in advance (a missing day, an amount that does not fit its metric, a
 * key twice in one batch) rejects the row. What a caller can know (a metric or dimension that the
 * catalog lacks) throws at once. Closing a batch without committing it drops it.
 */
public final class Batch implements AutoCloseable {

  private final LedgerWriter writer;
  private final String id;
  private final LocalDate known;
  private final boolean replay;
  private final List<PendingRow> rows = new ArrayList<>();
  private final List<BatchReport.Reject> rejects = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private @Nullable Row open;
  private long offered;
  private boolean done;

  Batch(LedgerWriter writer, String id, LocalDate known, boolean replay) {
    this.writer = writer;
    this.id = id;
    this.known = known;
    this.replay = replay;
  }

  String id() {
    return id;
  }

  LocalDate known() {
    return known;
  }

  /**
   * Starts the next row; the former one is finished.
   *
   * @param key the row's key in its source: the same key in a later batch replaces the row
   * @return the row
   * @throws IllegalStateException if the batch is committed or closed
   */
  public Row row(String key) {
    return start(key);
  }

  /**
   * Starts the next row, one without a key: it can be neither recognised nor replaced later.
   *
   * @return the row
   * @throws IllegalStateException if the batch is committed or closed
   */
  public Row row() {
    return start(null);
  }

  private Row start(@Nullable String key) {
    requireOpen();
    finishRow();
    offered++;
    open = new Row(key, key == null ? "row " + offered : key);
    return open;
  }

  /**
   * Records all rows that are right.
   *
   * @return what became of the rows
   * @throws IllegalStateException if the batch is committed or closed
   */
  public BatchReport commit() {
    requireOpen();
    finishRow();
    done = true;
    return writer.commit(this, rows, offered, rejects);
  }

  /** Drops the batch, unless it was committed. */
  @Override
  public void close() {
    done = true;
  }

  private void requireOpen() {
    if (done) {
      throw new IllegalStateException(
          "batch \"" + id + "\" must be open, but was committed or closed");
    }
  }

  private void finishRow() {
    Row row = open;
    open = null;
    if (row == null) {
      return;
    }
    String reason = row.reason;
    if (reason == null && row.pending.key == null && row.pending.facts.isEmpty()) {
      reason = "a row without a key must put an amount, but did not";
    }
    if (reason == null && row.pending.key == null && replay) {
      reason =
          "batch \"" + id + "\" was committed before: its rows without a key cannot be told apart";
    }
    if (reason == null && row.pending.key != null && !keys.add(row.pending.key)) {
      reason = "key must occur once in a batch, but \"" + row.pending.key + "\" occurred again";
    }
    if (reason == null) {
      rows.add(row.pending);
    } else {
      rejects.add(new BatchReport.Reject(row.place, reason));
    }
  }

  /** One row of a batch: facts of one source record. */
  public final class Row {

    private final PendingRow pending;
    private final String place;
    private @Nullable PartyId party;
    private @Nullable LocalDate day;
    private @Nullable String reason;

    private Row(@Nullable String key, String place) {
      this.pending = new PendingRow(key, writer.catalog().dimensions().size());
      this.place = place;
    }

    /**
     * Names the participant of the amounts put from here on.
     *
     * @param participant whose they are
     * @return this row
     */
    public Row by(PartyId participant) {
      party = participant;
      return this;
    }

    /**
     * Names the day of the amounts put from here on.
     *
     * @param date when it happened
     * @return this row
     */
    public Row on(LocalDate date) {
      day = date;
      return this;
    }

    /**
     * Names the row's value in a dimension; without one it is {@link Dimension#NONE}.
     *
     * @param dimension a dimension of the catalog
     * @param value the value; a blank one counts as none
     * @return this row
     * @throws IllegalArgumentException if the catalog lacks the dimension
     */
    public Row dim(Dimension dimension, String value) {
      pending.dimensions[writer.dimensionCode(dimension)] = value.isBlank() ? null : value;
      return this;
    }

    /**
     * Adds a whole amount.
     *
     * @param metric a metric of the catalog that takes facts
     * @param amount how much
     * @return this row
     * @throws IllegalArgumentException if the catalog lacks the metric or derives it
     */
    public Row put(MetricId metric, long amount) {
      return put(metric, Quantity.of(amount));
    }

    /**
     * Adds a decimal amount.
     *
     * @param metric a metric of the catalog that takes facts
     * @param amount how much
     * @return this row
     * @throws IllegalArgumentException if the catalog lacks the metric or derives it
     */
    public Row put(MetricId metric, BigDecimal amount) {
      try {
        return put(metric, Quantity.of(amount));
      } catch (ArithmeticException e) {
        return reject(metric + ": " + e.getMessage());
      }
    }

    /**
     * Adds an amount.
     *
     * @param metric a metric of the catalog that takes facts
     * @param amount how much
     * @return this row
     * @throws IllegalArgumentException if the catalog lacks the metric or derives it
     */
    public Row put(MetricId metric, Quantity amount) {
      Metric definition = writer.catalog().metric(metric);
      if (!definition.aggregation().takesFacts()) {
        throw new IllegalArgumentException(
            metric + " must take facts, but is derived: " + definition.aggregation());
      }
      if (party == null) {
        return reject(metric + " must have a participant, but had none");
      }
      if (day == null) {
        return reject(metric + " must have a day, but had none");
      }
      if (amount.signum() < 0 && !(definition.unit() instanceof UnitOfMeasure.Money)) {
        return reject(metric + " must not be negative, but was " + amount);
      }
      try {
        long digits = amount.unscaledAt(definition.scale());
        if (definition.aggregation() instanceof Aggregation.Distribution
            && digits != (int) digits) {
          return reject(metric + " must fit 32 bits, as it is a distribution, but was " + amount);
        }
        pending.facts.add(
            new PendingFact(party, metric, Math.toIntExact(day.toEpochDay()), digits));
        return this;
      } catch (ArithmeticException e) {
        return reject(metric + " at scale " + definition.scale() + ": " + e.getMessage());
      }
    }

    private Row reject(String why) {
      if (reason == null) {
        reason = why;
      }
      return this;
    }
  }

  /** A fact that waits for the commit. */
  record PendingFact(PartyId party, MetricId metric, int day, long amount) {}

  /** A row that waits for the commit. */
  static final class PendingRow {

    final @Nullable String key;
    final List<PendingFact> facts = new ArrayList<>(4);
    final @Nullable String[] dimensions;
    final int[] dimensionCodes;

    PendingRow(@Nullable String key, int dimensionCount) {
      this.key = key;
      this.dimensions = new String[dimensionCount];
      this.dimensionCodes = new int[dimensionCount];
    }

    String dimensionValue(int index) {
      String value = dimensions[index];
      return value == null ? Dimension.NONE : value;
    }
  }
}
