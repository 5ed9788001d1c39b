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
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way into a ledger: all that is right is recorded by {@link #commit()}, what is
 * wrong is reported with its place and reason.
 *
 * <p>A row that threw is rejected too, should the caller go on and commit: what it held already
 * never counts for the whole.
 *
 * <p>What a caller cannot know in advance (a missing participant, day or amount, an amount that
 * does not fit its metric, a blank key or one that comes twice in one batch) rejects the whole row,
 * with the first reason found. What a caller can know (a metric or dimension that the catalog
 * lacks) throws at once. Closing a batch without committing it drops it.
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

  boolean replay() {
    return replay;
  }

  /**
   * Starts the next row; the former one is finished.
   *
   * @param key the row's key in its source: the same key in a later batch replaces the row with all
   *     its facts; a row without amounts withdraws it
   * @return the row, to be used until the next one is started
   * @throws IllegalStateException if the batch is committed or closed
   */
  public Row row(String key) {
    return start(Objects.requireNonNull(key, "key"));
  }

  /**
   * Starts the next row, one without a key: it can be neither recognised nor replaced later, so
   * that it is rejected if a batch of the same id was committed before.
   *
   * @return the row, to be used until the next one is started
   * @throws IllegalStateException if the batch is committed or closed
   */
  public Row row() {
    return start(null);
  }

  private Row start(@Nullable String key) {
    requireOpen();
    finishRow();
    offered++;
    open = new Row(key, key == null || key.isBlank() ? "row " + offered : key);
    return open;
  }

  /**
   * Records all rows that are right.
   *
   * @return what became of the rows
   * @throws IllegalStateException if the batch is committed or closed; or if, since it was opened,
   *     a batch with a later known day or the same id was committed
   */
  public BatchReport commit() {
    requireOpen();
    writer.requireNext(this);
    finishRow();
    done = true;
    return writer.commit(this, rows, offered, rejects);
  }

  /** Drops the batch, unless it was committed. */
  @Override
  public void close() {
    done = true;
    open = null;
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
    if (reason == null && row.pending.key != null && row.pending.key.isBlank()) {
      reason = "key must not be blank";
    }
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

  /**
   * One row of a batch: facts of one source record.
   *
   * <p>Usable until the batch starts its next row, is committed or closed; from then on every
   * method throws {@link IllegalStateException}.
   */
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
     * @param participant whose they are; null if the source has none, which rejects the row if an
     *     amount is put
     * @return this row
     * @throws IllegalStateException if the row is finished
     */
    public Row by(@Nullable PartyId participant) {
      requireCurrent();
      party = participant;
      return this;
    }

    /**
     * Names the day of the amounts put from here on.
     *
     * @param date when it happened; null if the source has none, which rejects the row if an amount
     *     is put
     * @return this row
     * @throws IllegalStateException if the row is finished
     */
    public Row on(@Nullable LocalDate date) {
      requireCurrent();
      day = date;
      return this;
    }

    /**
     * Names the value in a dimension, for all amounts of the row; without one it is {@link
     * Dimension#NONE}.
     *
     * @param dimension a dimension of the catalog
     * @param value the value; null or a blank one counts as none
     * @return this row
     * @throws IllegalArgumentException if the catalog lacks the dimension
     * @throws IllegalStateException if the row is finished
     */
    public Row dim(Dimension dimension, @Nullable String value) {
      requireCurrent();
      int code;
      try {
        code = writer.dimensionCode(dimension);
      } catch (IllegalArgumentException e) {
        throw refused(e);
      }
      pending.dimensions[code] = value == null || value.isBlank() ? null : value;
      return this;
    }

    /**
     * Adds a whole amount. One that does not fit the metric's scale, or is negative though not of
     * money, rejects the row.
     *
     * @param metric a metric of the catalog that takes facts
     * @param amount how much
     * @return this row
     * @throws IllegalArgumentException if the catalog lacks the metric or derives it
     * @throws IllegalStateException if the row is finished
     */
    public Row put(MetricId metric, long amount) {
      return put(metric, Quantity.of(amount));
    }

    /**
     * Adds a decimal amount. One that does not fit the metric's scale exactly, or is negative
     * though not of money, rejects the row.
     *
     * @param metric a metric of the catalog that takes facts
     * @param amount how much; null if the source has none, which rejects the row
     * @return this row
     * @throws IllegalArgumentException if the catalog lacks the metric or derives it
     * @throws IllegalStateException if the row is finished
     */
    public Row put(MetricId metric, @Nullable BigDecimal amount) {
      Metric definition = requirePuttable(metric);
      if (amount == null) {
        return reject(metric + " must have an amount, but had none");
      }
      try {
        return add(definition, Quantity.of(amount));
      } catch (ArithmeticException e) {
        return reject(metric + ": " + e.getMessage());
      }
    }

    /**
     * Adds an amount. One that does not fit the metric's scale exactly, or is negative though not
     * of money, rejects the row.
     *
     * @param metric a metric of the catalog that takes facts
     * @param amount how much
     * @return this row
     * @throws IllegalArgumentException if the catalog lacks the metric or derives it
     * @throws IllegalStateException if the row is finished
     */
    public Row put(MetricId metric, Quantity amount) {
      return add(requirePuttable(metric), Objects.requireNonNull(amount, "amount"));
    }

    private Metric requirePuttable(MetricId metric) {
      requireCurrent();
      Metric definition;
      try {
        definition = writer.catalog().metric(metric);
      } catch (IllegalArgumentException e) {
        throw refused(e);
      }
      if (!definition.aggregation().takesFacts()) {
        throw refused(
            new IllegalArgumentException(
                metric + " must take facts, but is derived: " + definition.aggregation()));
      }
      return definition;
    }

    /**
     * A row that threw is rejected, should the caller go on: half a row must not count as whole.
     */
    private IllegalArgumentException refused(IllegalArgumentException mistake) {
      reject(String.valueOf(mistake.getMessage()));
      return mistake;
    }

    private Row add(Metric definition, Quantity amount) {
      MetricId metric = definition.id();
      if (party == null) {
        return reject(metric + " must have a participant, but had none");
      }
      if (day == null) {
        return reject(metric + " must have a day, but had none");
      }
      if (amount.signum() < 0 && !(definition.unit() instanceof UnitOfMeasure.Money)) {
        return reject(metric + " must not be negative, but was " + amount);
      }
      int epochDay = (int) day.toEpochDay();
      if (epochDay != day.toEpochDay()) {
        return reject(metric + " must have a day that fits 32 bits, but had " + day);
      }
      long unscaled;
      try {
        unscaled = amount.unscaledAt(definition.scale());
      } catch (ArithmeticException e) {
        return reject(metric + ": " + e.getMessage());
      }
      if (definition.aggregation() instanceof Aggregation.Distribution
          && unscaled != (int) unscaled) {
        return reject(metric + " must fit 32 bits, as it makes a distribution, but was " + amount);
      }
      pending.facts.add(new PendingFact(party, metric, epochDay, unscaled));
      return this;
    }

    private void requireCurrent() {
      if (open != this) {
        throw new IllegalStateException(
            place + " of batch \"" + id + "\" must be its current row, but was finished");
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
