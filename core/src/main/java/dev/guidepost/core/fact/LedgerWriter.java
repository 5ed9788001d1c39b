package dev.guidepost.core.fact;

import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
  private final FactRules rules;
  private final Store store;
  private final Set<String> batches = new HashSet<>();
  private long lastKnown = Long.MIN_VALUE;
  private @Nullable Staging spare;

  /**
   * Creates the writer of an empty ledger.
   *
   * @param catalog what may be recorded
   * @throws IllegalArgumentException if the catalog has more than 4,096 metrics
   */
  public LedgerWriter(Catalog catalog) {
    this(catalog, new Store(catalog.dimensions().size()));
  }

  private LedgerWriter(Catalog catalog, Store store) {
    this.catalog = catalog;
    this.rules = new FactRules(catalog);
    this.store = store;
    for (Store.Commit commit : store.commits) {
      batches.add(commit.id());
      lastKnown = commit.known();
    }
  }

  /**
   * Returns a writer that goes on where a ledger ends, such as one that was merged or was given a
   * catalog that has grown: it knows the batches, their days and the source keys, and its snapshots
   * have the history. The ledger stays as it is. Takes time and memory in proportion to it.
   *
   * <pre>{@code
   * LedgerWriter writer = LedgerWriter.of(ledger.with(ledger.catalog().with(Dimension.of("region"))));
   * }</pre>
   *
   * @param ledger the ledger, whole or as {@link Ledger#known(java.time.LocalDate)} on a day
   * @return a writer whose {@link #snapshot()} is equal to the ledger
   * @throws IllegalArgumentException if the ledger is another view
   */
  public static LedgerWriter of(Ledger ledger) {
    return new LedgerWriter(
        ledger.catalog(), new Rewriting(ledger.whole("go on from"), ledger.catalog()).all());
  }

  /**
   * Opens a batch of rows. Nothing is recorded before it is committed.
   *
   * <p>An id that was committed before is a replay: rows with the content that their key has now
   * are left unchanged, other rows with a key replace what stands, rows without a key are rejected.
   * Thus an old batch delivered again after newer ones brings its old rows back, known from the new
   * day. A replay that changes nothing leaves no trace in the ledger.
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
    long day = known.toEpochDay();
    if (day != (int) day) {
      throw new IllegalArgumentException(
          "known day of batch \"" + id + "\" must fit 32 bits, but was " + known);
    }
    if (day < lastKnown) {
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
   * Returns what has been committed so far. It shares the columns with the writer, so that taking
   * one after every batch is cheap.
   *
   * @return an immutable ledger
   */
  public Ledger snapshot() {
    return new Ledger(catalog, store);
  }

  Catalog catalog() {
    return catalog;
  }

  FactRules rules() {
    return rules;
  }

  int dimensionCode(Dimension dimension) {
    int code = catalog.dimensions().indexOf(dimension);
    if (code < 0) {
      throw new IllegalArgumentException(
          "dimension must be one of " + catalog.dimensions() + ", but was " + dimension);
    }
    return code;
  }

  boolean stands(String key) {
    return store.stands(key);
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

  /** Returns where a batch collects its rows. */
  Staging staging() {
    Staging staged = spare == null ? new Staging(catalog.dimensions().size()) : spare;
    spare = null;
    return staged;
  }

  BatchReport commit(Batch batch, Staging staged, long offered, List<BatchReport.Reject> rejects) {
    Store.Outcome outcome = store.take(staged);
    BatchReport report =
        new BatchReport(
            batch.id(),
            batch.known(),
            offered,
            outcome.accepted(),
            outcome.replaced(),
            outcome.unchanged().count(),
            rejects);
    if (staged.clear(store.valueCount() * 2 + 1_000)) {
      spare = staged;
    }
    if (batches.add(batch.id()) || outcome.accepted() + outcome.replaced() > 0) {
      lastKnown = batch.known().toEpochDay();
      store.commit(report, outcome.unchanged());
    }
    return report;
  }
}
