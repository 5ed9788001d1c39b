package dev.guidepost.core.fact;

import com.google.common.collect.ImmutableMultiset;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * An immutable ledger of facts, in columns, thread-safe.
 *
 * <p>Facts have positions from 0 up to, but not including, {@link #size()}; a view ({@link
 * #known(LocalDate)}, {@link #where(Dimension, String)}, {@link #of(Collection)}, {@link
 * #by(Collection)}, {@link #in(Period)}) keeps the positions and includes only some of them, at the
 * cost of a few words. Positions that {@link #includes(int)} denies must be passed over.
 *
 * <p>A fact takes 16 bytes, each dimension of the catalog 4 more; a source key, where one was used,
 * 8 and its text. The day a fact became known costs nothing.
 *
 * <p>Two ledgers are equal if they have the same catalog and batches, and include the same facts
 * with the same history, in whatever order they were written.
 *
 * <pre>{@code
 * Ledger asOf = ledger.known(LocalDate.of(2026, 10, 30)); // what had been recorded by then
 * Ledger chairs = asOf.where(PRODUCT, "chair");
 * }</pre>
 */
public final class Ledger {

  private final Facts facts;
  private final IntColumn party;
  private final IntColumn what;
  private final LongColumn amount;
  private final SparseInts superseded;
  private final int size;
  private final int batches;
  private final int limit;
  private final Sieve sieve;

  Ledger(Catalog catalog, Store store) {
    this(new Facts(catalog, store));
  }

  private Ledger(Facts facts) {
    this(facts, facts.commits.size(), Sieve.OPEN);
  }

  private Ledger(Facts facts, int batches, Sieve sieve) {
    this.facts = facts;
    this.party = facts.party;
    this.what = facts.what;
    this.amount = facts.amount;
    this.superseded = facts.superseded;
    this.size = facts.size;
    this.batches = batches;
    this.limit = batches == 0 ? 0 : facts.commits.get(batches - 1).end();
    this.sieve = sieve;
  }

  private Ledger with(Sieve other) {
    return new Ledger(facts, batches, other);
  }

  /**
   * Returns what had been recorded by the end of a day: later rows and later corrections are left
   * out, a row corrected or withdrawn later is as it was.
   *
   * @param date the day, included; after that of an earlier call it changes nothing
   * @return a view of this ledger
   */
  public Ledger known(LocalDate date) {
    int number = batches;
    while (number > 0 && facts.commits.get(number - 1).known() > date.toEpochDay()) {
      number--;
    }
    return new Ledger(facts, number, sieve);
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
    int index = facts.dimension(dimension);
    return with(sieve.slice(facts.dimensions[index], facts.values.get(index).indexOf(value)));
  }

  /**
   * Returns this view before it was sliced by {@link #where(Dimension, String)}: the same known
   * day, metrics, participants and days, all values of dimensions.
   *
   * @return a view of this ledger
   */
  public Ledger unsliced() {
    return with(sieve.unsliced());
  }

  /**
   * Returns the facts of some metrics.
   *
   * @param metrics metrics of the catalog
   * @return a view of this ledger
   * @throws IllegalArgumentException if the catalog lacks a metric
   */
  public Ledger of(Collection<MetricId> metrics) {
    boolean[] wanted = new boolean[facts.catalog.metrics().size()];
    for (MetricId metric : metrics) {
      wanted[facts.catalog.metrics().indexOf(facts.catalog.metric(metric))] = true;
    }
    return with(sieve.metrics(wanted));
  }

  /**
   * Returns the facts of some participants.
   *
   * @param participants the participants; those without facts are passed over
   * @return a view of this ledger
   */
  public Ledger by(Collection<? extends PartyId> participants) {
    Set<PartyId> asked = Set.copyOf(participants);
    boolean[] wanted = new boolean[facts.parties.size()];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = asked.contains(facts.parties.get(i));
    }
    return with(sieve.parties(wanted));
  }

  /**
   * Returns the facts that happened in a period.
   *
   * @param period the days
   * @return a view of this ledger
   */
  public Ledger in(Period period) {
    return with(sieve.days(period.start().toEpochDay(), period.end().toEpochDay()));
  }

  /**
   * Returns a ledger with the batches of both, as one writer would have taken them in the order of
   * their known days.
   *
   * <p>A batch that is in both counts once. The outcome does not depend on which ledger is merged
   * into which, nor, of three or more, on which two are merged first.
   *
   * <pre>{@code
   * Ledger group = europe.merge(america);
   * }</pre>
   *
   * @param other a ledger of the same catalog
   * @return the merged ledger; what was known by a day is that of both
   * @throws IllegalArgumentException if the catalogs differ; if either is a view other than {@link
   *     #known(LocalDate)}; if a batch of one id has different content in the two; or if batches of
   *     which the other ledger lacks one each fed the same source key, as their order is not told
   */
  public Ledger merge(Ledger other) {
    return new Ledger(new Merge(whole(), other.whole()).merged());
  }

  private Facts.Known whole() {
    if (sieve != Sieve.OPEN) {
      throw new IllegalArgumentException(
          "ledger to merge must be whole or as known on a day, but was another view");
    }
    return new Facts.Known(facts, batches);
  }

  /**
   * Returns what became of the rows of each batch of this view, in the order of commits. A batch
   * delivered again is listed again if it changed something.
   *
   * @return the reports; unmodifiable
   */
  public List<BatchReport> reports() {
    return new Facts.Known(facts, batches).reports();
  }

  /**
   * Returns the values that occur in a dimension, also outside this view; a value's place in this
   * list is its code.
   *
   * @param dimension a dimension of the catalog
   * @return the values in order of first sight; unmodifiable
   * @throws IllegalArgumentException if the catalog lacks the dimension
   */
  public List<String> values(Dimension dimension) {
    return facts.values.get(facts.dimension(dimension));
  }

  /**
   * Returns the codes of the values in a dimension, by position.
   *
   * <pre>{@code
   * IntUnaryOperator product = ledger.codes(PRODUCT);
   * String value = ledger.values(PRODUCT).get(product.applyAsInt(position));
   * }</pre>
   *
   * @param dimension a dimension of the catalog
   * @return from a position to the place in {@link #values(Dimension)}; it throws {@link
   *     IndexOutOfBoundsException} where there is no such position
   * @throws IllegalArgumentException if the catalog lacks the dimension
   */
  public IntUnaryOperator codes(Dimension dimension) {
    IntColumn codes = facts.dimensions[facts.dimension(dimension)];
    return position -> codes.get(Objects.checkIndex(position, size));
  }

  /**
   * Returns the catalog that defines the metrics.
   *
   * @return the catalog
   */
  public Catalog catalog() {
    return facts.catalog;
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
    for (int i = 0; i < limit; i++) {
      count += includes(i) ? 1 : 0;
    }
    return count;
  }

  /**
   * Tells whether this view includes the fact at a position.
   *
   * @param position 0 to {@link #size()} - 1
   * @return true if the fact was known, not yet superseded, and is asked for
   * @throws IndexOutOfBoundsException if there is no such position
   */
  public boolean includes(int position) {
    Objects.checkIndex(position, size);
    if (position >= limit) {
      return false;
    }
    int by = superseded.get(position);
    return (by == 0 || by > batches) && (sieve == Sieve.OPEN || admits(position));
  }

  /** Tells whether the fact at a position is asked for, superseded or not. */
  private boolean admits(int position) {
    return sieve.admits(position, party.get(position), what.get(position));
  }

  /**
   * Returns all participants, also those outside this view; a participant's place in this list is
   * its code.
   *
   * @return the participants in order of first sight; unmodifiable
   */
  public List<PartyId> parties() {
    return facts.parties;
  }

  /**
   * Returns the code of the participant at a position.
   *
   * @param position 0 to {@link #size()} - 1
   * @return the place in {@link #parties()}
   * @throws IndexOutOfBoundsException if there is no such position
   */
  public int partyCode(int position) {
    return party.get(Objects.checkIndex(position, size));
  }

  /**
   * Returns the code of the metric at a position.
   *
   * @param position 0 to {@link #size()} - 1
   * @return the place in the catalog's {@link Catalog#metrics()}
   * @throws IndexOutOfBoundsException if there is no such position
   */
  public int metricCode(int position) {
    return FactRules.metric(what.get(Objects.checkIndex(position, size)));
  }

  /**
   * Returns the day at a position.
   *
   * @param position 0 to {@link #size()} - 1
   * @return the day, counted as {@link LocalDate#toEpochDay()} does
   * @throws IndexOutOfBoundsException if there is no such position
   */
  public int epochDay(int position) {
    return FactRules.day(what.get(Objects.checkIndex(position, size)));
  }

  /**
   * Returns the amount at a position.
   *
   * @param position 0 to {@link #size()} - 1
   * @return the digits, at the scale of the metric
   * @throws IndexOutOfBoundsException if there is no such position
   */
  public long unscaledAmount(int position) {
    return amount.get(Objects.checkIndex(position, size));
  }

  /**
   * Returns the fact at a position, whether this view includes it or not.
   *
   * @param position 0 to {@link #size()} - 1
   * @return the fact
   * @throws IndexOutOfBoundsException if there is no such position
   */
  public Fact fact(int position) {
    Metric definition = facts.catalog.metrics().get(metricCode(position));
    Map<Dimension, String> values = new LinkedHashMap<>();
    for (int i = 0; i < facts.dimensions.length; i++) {
      values.put(
          facts.catalog.dimensions().get(i),
          facts.values.get(i).get(facts.dimensions[i].get(position)));
    }
    int key = facts.key.get(position);
    return new Fact(
        facts.parties.get(partyCode(position)),
        definition.id(),
        LocalDate.ofEpochDay(epochDay(position)),
        Quantity.ofUnscaled(unscaledAmount(position), definition.scale()),
        values,
        key == 0 ? Optional.empty() : Optional.of(facts.keyTexts.text(key - 1)),
        LocalDate.ofEpochDay(facts.known(position)));
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Ledger that && sameAs(that));
  }

  private boolean sameAs(Ledger that) {
    Facts.Known mine = new Facts.Known(facts, batches);
    Facts.Known theirs = new Facts.Known(that.facts, that.batches);
    return facts.catalog.equals(that.facts.catalog)
        && ImmutableMultiset.copyOf(mine.reports())
            .equals(ImmutableMultiset.copyOf(theirs.reports()))
        && ImmutableMultiset.copyOf(mine.emptyTexts())
            .equals(ImmutableMultiset.copyOf(theirs.emptyTexts()))
        && new Match(facts, that.facts).same(part(mine), that.part(theirs));
  }

  private Match.Part part(Facts.Known known) {
    return new Match.Part(amount, 0, limit, this::admits, known::history);
  }

  @Override
  public int hashCode() {
    return 31 * facts.catalog.hashCode() + count();
  }

  /** Returns the number of facts in this view, and of participants in the ledger, on one line. */
  @Override
  public String toString() {
    return count() + " facts of " + facts.parties.size() + " participants";
  }
}
