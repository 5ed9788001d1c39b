package dev.guidepost.core.fact;

import dev.guidepost.core.fact.Batch.PendingFact;
import dev.guidepost.core.fact.Batch.PendingRow;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.MetricId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The one writer of a ledger: takes batches, publishes immutable snapshots.
 *
 * <p>Not thread-safe: one thread writes; the ledgers that {@link #snapshot()} returns may be read
 * by any number of threads, also while the writer goes on.
 *
 * <pre>{@code
 * LedgerWriter writer = new LedgerWriter(StandardMetrics.catalog("USD", 2));
 * try (Batch batch = writer.batch("crm-2026-11-21", knownOn)) {
 *   batch.row("deal-1").by(ana).on(wonOn).put(BOOKINGS, new BigDecimal("1054.50"));
 *   BatchReport report = batch.commit();
 * }
 * Ledger ledger = writer.snapshot();
 * }</pre>
 */
public final class LedgerWriter {

  private final Catalog catalog;
  private final Map<MetricId, Integer> metricCodes = new HashMap<>();
  private final Map<Dimension, Integer> dimensionCodes = new HashMap<>();
  private final Columns columns;
  private final Map<String, int[]> currentRows = new HashMap<>();
  private final Set<String> batches = new HashSet<>();
  private int lastKnown = Integer.MIN_VALUE;

  /**
   * Creates the writer of an empty ledger.
   *
   * @param catalog what may be recorded
   */
  public LedgerWriter(Catalog catalog) {
    this.catalog = catalog;
    for (int i = 0; i < catalog.metrics().size(); i++) {
      metricCodes.put(catalog.metrics().get(i).id(), i);
    }
    for (int i = 0; i < catalog.dimensions().size(); i++) {
      dimensionCodes.put(catalog.dimensions().get(i), i);
    }
    this.columns = new Columns(catalog.dimensions().size());
  }

  /**
   * Opens a batch of rows. Nothing is recorded before it is committed.
   *
   * <p>An id that was committed before is a replay: rows with the content that their key has now
   * are left unchanged, other rows with a key replace what stands, rows without a key are rejected.
   * Thus an old batch delivered again after newer ones brings its old rows back, known from the new
   * day.
   *
   * @param id the batch's id, such as the name of the nightly feed and its day
   * @param known the day on which its content became known
   * @return the batch
   * @throws IllegalArgumentException if the id is blank, or the known day is before that of a batch
   *     committed before or does not fit 32 bits
   */
  public Batch batch(String id, LocalDate known) {
    if (id.isBlank()) {
      throw new IllegalArgumentException("batch id must not be blank");
    }
    if (known.toEpochDay() <= Integer.MIN_VALUE || known.toEpochDay() >= Columns.CURRENT) {
      throw new IllegalArgumentException(
          "known day of batch \"" + id + "\" must fit 32 bits, but was " + known);
    }
    if (known.toEpochDay() < lastKnown) {
      throw new IllegalArgumentException(
          "known day of batch \""
              + id
              + "\" must not be before that of the former batch, "
              + LocalDate.ofEpochDay(lastKnown)
              + ", but was "
              + known);
    }
    return new Batch(this, id, known, batches.contains(id));
  }

  /**
   * Returns what has been committed so far.
   *
   * @return an immutable ledger
   */
  public Ledger snapshot() {
    return new Ledger(catalog, columns);
  }

  Catalog catalog() {
    return catalog;
  }

  int dimensionCode(Dimension dimension) {
    Integer code = dimensionCodes.get(dimension);
    if (code == null) {
      throw new IllegalArgumentException(
          "dimension must be one of " + catalog.dimensions() + ", but was " + dimension);
    }
    return code;
  }

  /** Refuses a batch that another one, committed since it was opened, has overtaken. */
  void requireNext(Batch batch) {
    if (batch.known().toEpochDay() < lastKnown) {
      throw new IllegalStateException(
          "batch \""
              + batch.id()
              + "\" known on "
              + batch.known()
              + " must be committed before one known on "
              + LocalDate.ofEpochDay(lastKnown));
    }
    if (batch.replay() != batches.contains(batch.id())) {
      throw new IllegalStateException(
          "batch \"" + batch.id() + "\" must be committed once, but was meanwhile");
    }
  }

  BatchReport commit(
      Batch batch, List<PendingRow> rows, long offered, List<BatchReport.Reject> rejects) {
    long accepted = 0;
    long replaced = 0;
    long unchanged = 0;
    int known = Math.toIntExact(batch.known().toEpochDay());
    for (PendingRow row : rows) {
      int[] before = row.key == null ? null : currentRows.get(row.key);
      if (before == null) {
        accepted++;
        append(row, known);
      } else if (same(row, before)) {
        unchanged++;
      } else {
        replaced++;
        for (int i = before[0]; i < before[1]; i++) {
          columns.superseded[i] = known;
        }
        append(row, known);
      }
    }
    batches.add(batch.id());
    lastKnown = Math.max(lastKnown, known);
    return new BatchReport(batch.id(), offered, accepted, replaced, unchanged, rejects);
  }

  private void append(PendingRow row, int known) {
    int from = columns.size;
    int key = row.key == null ? -1 : columns.keys.code(row.key);
    for (PendingFact fact : row.facts) {
      for (int i = 0; i < columns.dimensions.length; i++) {
        row.dimensionCodes[i] = columns.dimensionValues.get(i).code(row.dimensionValue(i));
      }
      columns.append(
          columns.parties.code(fact.party()),
          metricCode(fact.metric()),
          fact.day(),
          fact.amount(),
          known,
          key);
      for (int i = 0; i < columns.dimensions.length; i++) {
        columns.dimensions[i][columns.size - 1] = row.dimensionCodes[i];
      }
    }
    if (row.key != null) {
      currentRows.put(row.key, new int[] {from, columns.size});
    }
  }

  private int metricCode(MetricId metric) {
    return Objects.requireNonNull(metricCodes.get(metric));
  }

  private boolean same(PendingRow row, int[] range) {
    List<PendingFact> there = new ArrayList<>();
    for (int i = range[0]; i < range[1]; i++) {
      for (int d = 0; d < columns.dimensions.length; d++) {
        String value = columns.dimensionValues.get(d).values().get(columns.dimensions[d][i]);
        if (!value.equals(row.dimensionValue(d))) {
          return false;
        }
      }
      there.add(
          new PendingFact(
              columns.parties.values().get(columns.party[i]),
              catalog.metrics().get(columns.metric[i]).id(),
              columns.day[i],
              columns.amount[i]));
    }
    return there.equals(row.facts);
  }
}
