package dev.guidepost.core.fact;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of a snapshot, which share their chunks with the writer and never change. */
final class Facts {

  final Catalog catalog;
  final int size;
  final IntColumn party;
  final IntColumn what;
  final LongColumn amount;
  final IntColumn[] dimensions;
  final List<PartyId> parties;
  final List<List<String>> values;
  final SparseInts key;
  final KeyTexts keyTexts;
  final SparseInts superseded;
  final IntColumn empty;
  final IntColumn gone;
  final Object origin;
  final ImmutableList<Store.Commit> commits;

  /** The currency of each metric that is money. */
  private final @Nullable String[] money;

  private final int currencyDimension;

  /** A row with a key but without facts: the key's code and the place of its batch. */
  record EmptyRow(int key, int batch) {}

  /** Facts as they were known after a number of batches. */
  record Known(Facts facts, int batches) {

    /** Returns what of these was known by the end of a day. */
    Known by(LocalDate date) {
      int number = batches;
      while (number > 0 && facts.commits.get(number - 1).known() > date.toEpochDay()) {
        number--;
      }
      return new Known(facts, number);
    }

    /** Returns those who have a fact; codes are given at first sight. */
    List<PartyId> parties() {
      if (batches == facts.commits.size()) {
        return facts.parties;
      }
      int count = 0;
      for (int i = 0; i < facts.start(batches); i++) {
        count = Math.max(count, facts.party.get(i) + 1);
      }
      return facts.parties.subList(0, count);
    }

    /** Returns what became of the rows of each batch. */
    List<BatchReport> reports() {
      return facts.commits.subList(0, batches).stream().map(Store.Commit::report).toList();
    }

    /** Returns the days on which the fact at a position became known and was superseded. */
    long history(int position) {
      int by = facts.superseded.get(position);
      boolean gone = by != 0 && by <= batches;
      int until = gone ? facts.commits.get(by - 1).known() : Integer.MAX_VALUE;
      return ((long) facts.known(position) << 32) | Integer.toUnsignedLong(until);
    }

    /** Returns the rows without facts, in the order of their batches. */
    List<EmptyRow> empties() {
      List<EmptyRow> rows = new ArrayList<>();
      for (int i = 0; i < facts.empty.size(); i += 2) {
        int batch = facts.empty.get(i + 1) - 1;
        if (batch < batches) {
          rows.add(new EmptyRow(facts.empty.get(i), batch));
        }
      }
      return rows;
    }

    /** Tells whether the same became of the rows of batches, in whatever order these were. */
    boolean sameBatches(Known that) {
      return ImmutableMultiset.copyOf(reports()).equals(ImmutableMultiset.copyOf(that.reports()))
          && ImmutableMultiset.copyOf(emptyTexts())
              .equals(ImmutableMultiset.copyOf(that.emptyTexts()))
          && unchangedTexts().equals(that.unchangedTexts());
    }

    /** Returns id, known day and keys of each batch that left rows unchanged. */
    private ImmutableMultiset<List<Object>> unchangedTexts() {
      return facts.commits.subList(0, batches).stream()
          .filter(commit -> commit.unchanged().count() > 0)
          .map(commit -> List.<Object>of(commit.id(), commit.known(), facts.unchangedKeys(commit)))
          .collect(ImmutableMultiset.toImmutableMultiset());
    }

    /** Returns key and known day of the rows without facts. */
    private List<String> emptyTexts() {
      return empties().stream()
          .map(row -> facts.keyTexts.text(row.key()) + " " + facts.commits.get(row.batch()).known())
          .toList();
    }
  }

  Facts(Catalog catalog, Store store) {
    this.catalog = catalog;
    size = store.party.size();
    party = store.party.frozen();
    what = store.what.frozen();
    amount = store.amount.frozen();
    dimensions = new IntColumn[store.dimensions.length];
    for (int i = 0; i < dimensions.length; i++) {
      dimensions[i] = store.dimensions[i].frozen();
    }
    parties = store.parties.frozen();
    values = store.values.stream().map(Dictionary::frozen).collect(ImmutableList.toImmutableList());
    key = store.key.frozen();
    keyTexts = store.keyTexts.frozen();
    superseded = store.superseded.frozen();
    empty = store.empty.frozen();
    gone = store.gone.frozen();
    origin = store.origin;
    commits = ImmutableList.copyOf(store.commits);
    money = new String[catalog.metrics().size()];
    for (int i = 0; i < money.length; i++) {
      money[i] = Currencies.of(catalog.metrics().get(i).unit());
    }
    currencyDimension = Currencies.dimension(catalog);
  }

  /**
   * Returns the place of a dimension in the catalog.
   *
   * @throws IllegalArgumentException if the catalog lacks it
   */
  int dimension(Dimension dimension) {
    int index = catalog.dimensions().indexOf(dimension);
    if (index < 0) {
      throw new IllegalArgumentException(
          "dimension must be one of " + catalog.dimensions() + ", but was " + dimension);
    }
    return index;
  }

  /** Returns the currency of the fact at a position, null if it is no money. */
  @Nullable String currency(int position) {
    String own = money[FactRules.metric(what.get(position))];
    return own == null || currencyDimension < 0
        ? own
        : values.get(currencyDimension).get(dimensions[currencyDimension].get(position));
  }

  /** Returns the fact at a position with an amount that may be exchanged. */
  Fact fact(int position, Metric definition, long unscaled) {
    Map<Dimension, String> byDimension = new LinkedHashMap<>();
    for (int i = 0; i < dimensions.length; i++) {
      byDimension.put(catalog.dimensions().get(i), values.get(i).get(dimensions[i].get(position)));
    }
    int keyCode = key.get(position);
    return new Fact(
        parties.get(party.get(position)),
        definition.id(),
        LocalDate.ofEpochDay(FactRules.day(what.get(position))),
        Quantity.ofUnscaled(unscaled, definition.scale()),
        byDimension,
        keyCode == 0 ? Optional.empty() : Optional.of(keyTexts.text(keyCode - 1)),
        LocalDate.ofEpochDay(known(position)));
  }

  /** Returns the texts of the keys whose rows a batch left unchanged, sorted. */
  List<String> unchangedKeys(Store.Commit commit) {
    return commit.unchanged().stream().mapToObj(keyTexts::text).sorted().toList();
  }

  /** Returns the place of the batch with the fact at a position. */
  int batch(int position) {
    int low = 0;
    int high = commits.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (commits.get(middle).end() <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns the day on which the fact at a position became known. */
  int known(int position) {
    return commits.get(batch(position)).known();
  }

  /** Returns where in {@link #gone} what a batch superseded starts. */
  int goneStart(int batch) {
    return batch == 0 ? 0 : commits.get(batch - 1).goneEnd();
  }

  /** Returns the position of the first fact of a batch. */
  int start(int batch) {
    return batch == 0 ? 0 : commits.get(batch - 1).end();
  }
}
