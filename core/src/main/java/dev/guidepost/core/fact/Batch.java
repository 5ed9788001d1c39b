package dev.guidepost.core.fact;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way into a ledger: all that is right is recorded by {@link #commit()}, what is
 * wrong is reported with its place and reason.
 *
 * <p>A row that threw is rejected too, should the caller go on and commit: what it held already
 * never counts for the whole.
 *
 * <p>What a caller cannot know in advance (a missing participant, day or amount, an amount that
 * does not fit its metric, no amount at all, a blank key, one with white space at an end or one
 * that comes twice in one batch) rejects the whole row, with the first reason found. What a caller
 * can know (a metric or dimension that the catalog lacks) throws at once. Closing a batch without
 * committing it drops it.
 *
 * <p>Rows come one by one, each with the amounts of one source record, or as {@linkplain
 * #columns(FactColumns) columns}; both may be mixed.
 */
public final class Batch implements AutoCloseable {

  private final LedgerWriter writer;
  private final FactRules rules;
  private final String id;
  private final LocalDate known;
  private final boolean replay;
  private final Staging staging;
  private final int[] rowValues;
  private final int currencyAt;
  private final List<BatchReport.Reject> rejects = new ArrayList<>();
  private @Nullable Row open;
  private long offered;
  private boolean done;

  Batch(LedgerWriter writer, String id, LocalDate known, boolean replay) {
    this.writer = writer;
    this.rules = writer.rules();
    this.id = id;
    this.known = known;
    this.replay = replay;
    int dimensions = writer.catalog().dimensions().size();
    this.staging = writer.staging();
    this.rowValues = new int[dimensions];
    this.currencyAt = Currencies.dimension(writer.catalog());
  }

  String id() {
    return id;
  }

  /**
   * Returns the catalog of the ledger that is written to.
   *
   * @return the catalog: which metrics and dimensions rows may have
   */
  public Catalog catalog() {
    return writer.catalog();
  }

  /**
   * Returns what was committed before, without the rows of this batch.
   *
   * @return the ledger as it stands
   */
  public Ledger standing() {
    return writer.snapshot();
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
   *     its facts, and {@link #withdraw(String)} takes it back
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
    Row row = new Row(key, offered);
    open = row;
    return row;
  }

  /**
   * Takes back the row of a key, for which the source has none any more; the row that is open is
   * finished. This counts as a row offered: it replaces the one that stands, and is unchanged where
   * none does, withdrawn before or never seen.
   *
   * @param key the row's key in its source; a blank one is rejected, and so is one that the batch
   *     has already
   * @return this batch
   * @throws IllegalStateException if the batch is committed or closed
   */
  public Batch withdraw(String key) {
    start(Objects.requireNonNull(key, "key")).withdrawn = true;
    finishRow();
    return this;
  }

  /**
   * Offers a row that its source gives but that cannot be recorded, so that it is reported as
   * rejected; the row that is open is finished. What stands of its key is left as it is.
   *
   * @param key the row's key in its source
   * @param reason why it cannot be recorded
   * @return this batch
   * @throws IllegalStateException if the batch is committed or closed
   */
  public Batch refuse(String key, String reason) {
    start(Objects.requireNonNull(key, "key")).reject(Objects.requireNonNull(reason, "reason"));
    finishRow();
    return this;
  }

  /**
   * Tells whether a row of a key stands in the ledger, and so whether there is anything to
   * withdraw.
   *
   * @param key the row's key in its source
   * @return true if a batch committed before recorded it and none withdrew it since
   */
  public boolean stands(String key) {
    return writer.stands(key);
  }

  /**
   * Adds rows in columns, one fact each; the row that is open is finished. The place of a rejected
   * one is {@code "index "} and its index, behind its key if it has one: {@code "d7 (index 12)"}.
   *
   * @param columns the rows
   * @return this batch
   * @throws IllegalArgumentException if the catalog lacks a metric or dimension of the columns, or
   *     derives a metric; then none of the rows is offered
   * @throws IllegalStateException if the batch is committed or closed
   */
  public Batch columns(FactColumns columns) {
    requireOpen();
    finishRow();
    new ColumnRows(columns, this, writer, staging).add();
    offered += columns.size();
    return this;
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
    return writer.commit(this, staging, offered, rejects);
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
    if (row != null) {
      for (int i = 0; i < rowValues.length; i++) {
        if (i == currencyAt) {
          staging.fillCurrency(i, rowValues[i], rules);
        } else {
          staging.fillRow(i, rowValues[i]);
        }
        rowValues[i] = Staging.NO_VALUE;
      }
      String why = row.reason != null ? row.reason : take(row.key, row.withdrawn);
      if (why != null) {
        reject(row.place(), why); // the place of a row that is right is never put into words
      }
    }
  }

  /** Takes the row whose facts were staged last, or returns why it cannot. */
  @Nullable String take(@Nullable String key, boolean withdrawn) {
    if (staging.rowSize() == 0 && !withdrawn) {
      return Reasons.noRow(key != null);
    }
    if (key != null) {
      String bad = Reasons.badKey(key);
      if (bad != null) {
        return bad;
      }
      return staging.endRow(key) ? null : Reasons.again(key);
    }
    if (replay) {
      return Reasons.keyless(id);
    }
    staging.endRow();
    return null;
  }

  /** Drops the row whose facts were staged last. */
  void reject(String place, String why) {
    staging.dropRow();
    rejects.add(new BatchReport.Reject(place, why));
  }

  /**
   * One row of a batch: facts of one source record.
   *
   * <p>Usable until the batch starts its next row, is committed or closed; from then on every
   * method throws {@link IllegalStateException}.
   */
  public final class Row {

    private final @Nullable String key;
    private final long number;
    private int party = Dictionary.NONE;
    private @Nullable LocalDate day;
    private @Nullable String reason;
    private boolean withdrawn;

    private Row(@Nullable String key, long number) {
      this.key = key;
      this.number = number;
    }

    private String place() {
      return key == null || key.isBlank() ? "row " + number : key;
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
      party = participant == null ? Dictionary.NONE : staging.parties.code(participant);
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
     * Dimension#NONE}, or as {@link #put(MetricId, BigDecimal, String)} says of the currency.
     *
     * @param dimension a dimension of the catalog
     * @param value the value; null or a blank one counts as none, one with white space at an end
     *     rejects the row
     * @return this row
     * @throws IllegalArgumentException if the catalog lacks the dimension
     * @throws IllegalStateException if the row is finished
     */
    public Row dim(Dimension dimension, @Nullable String value) {
      requireCurrent();
      int at;
      try {
        at = writer.dimensionCode(dimension);
      } catch (IllegalArgumentException e) {
        throw refused(e);
      }
      if (value == null || at == currencyAt || !Reasons.isTrimmed(value)) {
        if (value == null || value.isBlank()) {
          rowValues[at] = Staging.NO_VALUE;
          return this;
        }
        String bad = Reasons.badValue(dimension, value);
        if (bad != null) {
          return reject(bad);
        }
      }
      rowValues[at] = staging.valueCode(at, value);
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
      int code = requirePuttable(metric);
      if (amount == null) {
        return reject(Reasons.noAmount(metric));
      }
      try {
        return add(code, rules.unscaled(code, amount));
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
      int code = requirePuttable(metric);
      if (amount == null) {
        reject(Reasons.noAmount(metric));
        throw new NullPointerException("amount");
      }
      try {
        return add(code, rules.unscaled(code, amount));
      } catch (ArithmeticException e) {
        return reject(metric + ": " + e.getMessage());
      }
    }

    /**
     * Adds an amount of money in a currency that may differ from the metric's. That needs {@link
     * Dimension#CURRENCY} in the catalog; without it another currency rejects the row.
     *
     * <p>What else a row has, such as a count, is of the currency of the row's money too, or of
     * {@link Dimension#NONE} if that is of several.
     *
     * @param metric a metric of the catalog that takes facts and is money
     * @param amount how much; null if the source has none, which rejects the row
     * @param currency the code of the currency; null or a blank one counts as the row's, or else
     *     the metric's own
     * @return this row
     * @throws IllegalArgumentException if the catalog lacks the metric or derives it, or it is no
     *     money
     * @throws IllegalStateException if the row is finished
     */
    public Row put(MetricId metric, @Nullable BigDecimal amount, @Nullable String currency) {
      int code = requirePuttable(metric);
      String own = rules.currency(code);
      if (own == null) {
        throw refused(new IllegalArgumentException(Reasons.noMoney(rules.definition(code))));
      }
      if (currency == null || currency.isBlank()) {
        return put(metric, amount);
      }
      if (!UnitOfMeasure.Money.isCode(currency)) {
        return reject(Reasons.noCurrency(metric, currency));
      }
      if (currencyAt < 0) {
        return currency.equals(own)
            ? put(metric, amount)
            : reject(Reasons.foreign(metric, own, currency));
      }
      int before = staging.size;
      put(metric, amount);
      if (staging.size > before) {
        staging.setValue(currencyAt, staging.valueCode(currencyAt, currency));
      }
      return this;
    }

    /**
     * Adds a value that counts with a weight, for a {@linkplain
     * dev.guidepost.core.metric.Aggregation.WeightedMean weighted mean}: value times weight goes to
     * its products, exactly, and the weight to its weights.
     *
     * @param mean a metric of the catalog that is a weighted mean
     * @param value the value; null if the source has none, which rejects the row; one that the unit
     *     of the mean does not admit rejects it too
     * @param weight how much it counts; null if the source has none, which rejects the row
     * @return this row
     * @throws IllegalArgumentException if the catalog lacks the metric or it is no weighted mean
     * @throws IllegalStateException if the row is finished
     */
    public Row put(MetricId mean, @Nullable BigDecimal value, @Nullable BigDecimal weight) {
      requireCurrent();
      Metric definition;
      try {
        definition = writer.catalog().metric(mean);
      } catch (IllegalArgumentException e) {
        throw refused(e);
      }
      if (!(definition.aggregation() instanceof Aggregation.WeightedMean weighted)) {
        throw refused(new IllegalArgumentException(Reasons.noMean(definition)));
      }
      if (value == null || weight == null) {
        return reject(mean + " must have a value and a weight, but had not both");
      }
      BigDecimal product;
      try {
        if (!definition.unit().admits(Quantity.of(value))) {
          return reject(mean + " must be of " + definition.unit() + ", but was " + value);
        }
        product = Quantity.of(value).toBigDecimal().multiply(Quantity.of(weight).toBigDecimal());
      } catch (ArithmeticException e) {
        return reject(mean + ": " + e.getMessage());
      }
      if (day != null && !definition.effectiveOn(day)) {
        return reject(mean + " must have a day on which it is in effect, but had " + day);
      }
      return put(weighted.products(), product).put(weighted.weights(), weight);
    }

    private int requirePuttable(MetricId metric) {
      requireCurrent();
      if (metric == null) {
        reject("metric must not be null");
        throw new NullPointerException("metric");
      }
      try {
        return rules.code(metric);
      } catch (IllegalArgumentException e) {
        throw refused(e);
      }
    }

    /**
     * A row that threw is rejected, should the caller go on: half a row must not count as whole.
     */
    private IllegalArgumentException refused(IllegalArgumentException mistake) {
      reject(String.valueOf(mistake.getMessage()));
      return mistake;
    }

    private Row add(int metric, long unscaled) {
      if (party == Dictionary.NONE) {
        return reject(rules.id(metric) + " must have a participant, but had none");
      }
      if (day == null) {
        return reject(rules.id(metric) + " must have a day, but had none");
      }
      long epochDay = day.toEpochDay();
      String why = rules.refusal(metric, epochDay, unscaled);
      if (why != null) {
        return reject(why);
      }
      staging.add(party, FactRules.pack(metric, (int) epochDay), unscaled);
      if (currencyAt >= 0) {
        staging.setValue(currencyAt, Staging.NO_VALUE);
      }
      return this;
    }

    private void requireCurrent() {
      if (open != this) {
        throw new IllegalStateException(
            place() + " of batch \"" + id + "\" must be its current row, but was finished");
      }
    }

    private Row reject(String why) {
      if (reason == null) {
        reason = why;
      }
      return this;
    }
  }
}
