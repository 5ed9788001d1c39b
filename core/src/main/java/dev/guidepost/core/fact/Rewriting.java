package dev.guidepost.core.fact;

import dev.guidepost.core.fact.Facts.EmptyRow;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import java.util.List;
import java.util.stream.Stream;

/**
 * The batches of a ledger, to be written once more: to merge it with another, to give it a catalog
 * that has grown, to go on writing.
 */
final class Rewriting {

  private final Facts facts;
  private final Catalog catalog;
  private final FactRules rules;
  private final int batches;
  private final List<EmptyRow> empties;
  private final int[] metrics;

  /** The place of each dimension in the ledger that is written again, -1 if it is new. */
  private final int[] dimensions;

  /** What a ledger holds, for a catalog that has all of its metrics and dimensions. */
  Rewriting(Facts.Known known, Catalog catalog) {
    this.facts = known.facts();
    this.batches = known.batches();
    this.catalog = catalog;
    this.rules = new FactRules(catalog);
    this.empties = known.empties();
    this.metrics =
        facts.catalog.metrics().stream().mapToInt(metric -> catalog.code(metric.id())).toArray();
    this.dimensions =
        catalog.dimensions().stream().mapToInt(facts.catalog.dimensions()::indexOf).toArray();
  }

  /**
   * Refuses a catalog that lacks something of another.
   *
   * @throws IllegalArgumentException if it lacks a metric or dimension, or defines one otherwise
   */
  static void requireGrown(Catalog grown, Catalog from) {
    Catalog both = union(grown, from);
    if (!both.equals(grown)) {
      throw new IllegalArgumentException(
          "catalog must have all that the ledger's has, but lacks " + added(grown, both));
    }
  }

  /**
   * Refuses catalogs that are not the same.
   *
   * @throws IllegalArgumentException naming what differs
   */
  static void requireSame(Catalog left, Catalog right) {
    if (!left.equals(right)) {
      Catalog both = union(left, right);
      boolean onlyOrder = both.equals(left) && union(right, left).equals(right);
      throw new IllegalArgumentException(
          "catalogs of ledgers to merge must be the same, but "
              + (onlyOrder
                  ? "have another order"
                  : "one lacks " + added(left, both) + ", the other " + added(right, both))
              + "; give both one catalog first, by Ledger.with(Catalog)");
    }
  }

  private static Catalog union(Catalog first, Catalog then) {
    return Catalog.of(
        Stream.concat(first.metrics().stream(), then.metrics().stream()).toList(),
        Stream.concat(first.dimensions().stream(), then.dimensions().stream()).toList());
  }

  /** Returns the metrics and dimensions that a catalog lacks of a larger one. */
  private static List<String> added(Catalog catalog, Catalog larger) {
    Stream<String> more =
        larger.metrics().stream()
            .map(Metric::id)
            .filter(id -> catalog.find(id).isEmpty())
            .map(MetricId::value);
    return Stream.concat(
            more,
            larger.dimensions().stream()
                .filter(dimension -> !catalog.dimensions().contains(dimension))
                .map(Dimension::name))
        .toList();
  }

  /** Returns a store that holds all batches. */
  Store all() {
    Store store = new Store(dimensions.length);
    for (int batch = 0; batch < batches; batch++) {
      write(batch, store);
    }
    return store;
  }

  /** Writes one batch, with what became of its rows. */
  void write(int batch, Store store) {
    Store.Outcome outcome = store.take(staged(batch));
    store.commit(facts.commits.get(batch).report(), outcome.unchanged());
  }

  private Staging staged(int batch) {
    Staging staged = new Staging(dimensions.length);
    int end = facts.commits.get(batch).end();
    for (int i = facts.start(batch); i < end; ) {
      int key = facts.key.get(i);
      do {
        stage(staged, i);
        i++;
      } while (i < end && key != 0 && facts.key.get(i) == key);
      fillNewCurrency(staged);
      if (key == 0) {
        staged.endRow();
      } else {
        staged.endRow(facts.keyTexts.text(key - 1));
      }
    }
    empties.stream()
        .filter(row -> row.batch() == batch)
        .forEach(row -> staged.endRow(facts.keyTexts.text(row.key())));
    facts.commits.get(batch).unchanged().stream()
        .forEach(key -> staged.confirm(facts.keyTexts.text(key)));
    return staged;
  }

  private void stage(Staging staged, int position) {
    int what = facts.what.get(position);
    staged.add(
        staged.parties.code(facts.parties.get(facts.party.get(position))),
        FactRules.pack(metrics[FactRules.metric(what)], FactRules.day(what)),
        facts.amount.get(position));
    for (int d = 0; d < dimensions.length; d++) {
      int from = dimensions[d];
      staged.setValue(
          d,
          from < 0
              ? Staging.NO_VALUE
              : staged.valueCode(
                  d, facts.values.get(from).get(facts.dimensions[from].get(position))));
    }
  }

  /** Says of money what its currency is where that was not told before, as it was its metric's. */
  private void fillNewCurrency(Staging staged) {
    int at = Currencies.dimension(catalog);
    if (at >= 0 && dimensions[at] < 0) {
      staged.fillCurrency(at, Staging.NO_VALUE, rules);
    }
  }
}
