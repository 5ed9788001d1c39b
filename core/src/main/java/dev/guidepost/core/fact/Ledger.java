package dev.guidepost.core.fact;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
 * <p>Two ledgers are equal if they have the same catalog and batches, which left the rows of the
 * same source keys unchanged, and include the same facts with the same history, in whatever order
 * they were written.
 *
 * <pre>{@code
 * Ledger asOf = ledger.known(LocalDate.of(2026, 10, 30)); // what had been recorded by then
 * Ledger chairs = asOf.where(PRODUCT, "chair");
 * }</pre>
 */
public final class Ledger {

  /** The first day that a fact can have, as {@link LocalDate#toEpochDay()}: in the year 534. */
  public static final int FIRST_DAY = FactRules.FIRST_DAY;

  /** The last day that a fact can have, as {@link LocalDate#toEpochDay()}: in the year 3405. */
  public static final int LAST_DAY = FactRules.LAST_DAY;

  private final Facts facts;
  private final IntColumn party;
  private final IntColumn what;
  private final LongColumn amount;
  private final SparseInts superseded;
  private final int size;
  private final int batches;
  private final int limit;

  /** The day by whose end all is known that this view has, null if it was not asked for one. */
  private final @Nullable LocalDate asked;

  /** The day of the first batch that was left out when this was written anew, null without one. */
  private final @Nullable LocalDate lost;

  private final Sieve sieve;
  private final Catalog catalog;
  private final Exchange.@Nullable Applied exchange;

  Ledger(Catalog catalog, Store store) {
    this(new Facts(catalog, store));
  }

  private Ledger(Facts facts) {
    this(facts, null, null);
  }

  /** Creates all that was written anew of what ledgers had known. */
  private Ledger(Facts facts, @Nullable LocalDate asked, @Nullable LocalDate lost) {
    this(facts, facts.commits.size(), asked, lost, Sieve.OPEN, null, facts.catalog, facts.amount);
  }

  private Ledger(
      Facts facts,
      int batches,
      @Nullable LocalDate asked,
      @Nullable LocalDate lost,
      Sieve sieve,
      Exchange.@Nullable Applied exchange,
      Catalog catalog,
      LongColumn amount) {
    this.facts = facts;
    this.asked = asked;
    this.lost = lost;
    this.catalog = catalog;
    this.exchange = exchange;
    this.party = facts.party;
    this.what = facts.what;
    this.amount = amount;
    this.superseded = facts.superseded;
    this.size = facts.size;
    this.batches = batches;
    this.limit = batches == 0 ? 0 : facts.commits.get(batches - 1).end();
    this.sieve = sieve;
  }

  /** Returns the view that lets through what another sieve does, less than this one. */
  private Ledger through(Sieve narrower) {
    return new Ledger(facts, batches, asked, lost, narrower, exchange, catalog, amount);
  }

  /** Returns a view that may include facts which this one does not. */
  private Ledger wider(int number, @Nullable LocalDate day, Sieve wide) {
    Ledger own = new Ledger(facts, number, day, lost, wide, null, facts.catalog, facts.amount);
    return exchange == null ? own : own.at(exchange.exchange());
  }

  private Ledger at(Exchange wanted) {
    if (exchange != null) {
      throw exchange.exchange().refusedAgain();
    }
    Linear linear = wanted.linear(facts.catalog);
    Ledger included = linear == null ? this : through(sieve.metrics(linear.withFacts()));
    return new Ledger(
        facts,
        batches,
        asked,
        lost,
        included.sieve,
        new Exchange.Applied(wanted, sieve.sliced(), linear),
        wanted.catalog(facts.catalog),
        wanted.amounts(included, facts));
  }

  /**
   * Returns what had been recorded by the end of a day: later rows and later corrections are left
   * out, a row corrected or withdrawn later is as it was.
   *
   * @param date the day, included; after that of an earlier call it changes nothing
   * @return a view of this ledger
   * @throws dev.guidepost.core.quantity.MissingRateException if this view is converted, and a fact
   *     that was replaced since then needs a rate that is missing or stale
   */
  public Ledger known(LocalDate date) {
    LocalDate day = asked == null || date.isBefore(asked) ? date : asked;
    return wider(new Facts.Known(facts, batches).by(date).batches(), day, sieve);
  }

  /**
   * Returns the day of whose end this view has what was known: the one it was asked for, the first
   * of several, or else that of the last batch; that also if it was asked for a later day, of which
   * nobody can tell what will have been recorded by then. Equal ledgers may have been asked for
   * other days.
   *
   * @return the day; empty of a ledger without batches that was not asked for one
   */
  public Optional<LocalDate> knownOn() {
    boolean whole = batches == facts.commits.size() && lost == null;
    return batches == 0 || (asked != null && !whole)
        ? Optional.ofNullable(asked)
        : Optional.of(facts.commits.get(batches - 1).report().known());
  }

  /**
   * Tells whether nothing had been recorded by the day of {@link #knownOn()}: then a sum of 0 does
   * not mean that nothing happened.
   *
   * @return true if this view is of no batch
   */
  public boolean knowsNothing() {
    return batches == 0;
  }

  /**
   * Tells whether this view has all that its writer had recorded by the end of a day, also after an
   * earlier {@link #known(LocalDate)}. What the writer takes after the snapshot is not asked for:
   * nothing tells a day on which nothing came from one that is still to come.
   *
   * @param date the day, included
   * @return false if it was made of what was known earlier, or {@linkplain #merge(Ledger) merged}
   *     or {@linkplain #with(Catalog) extended} from that, and something was recorded in between
   */
  public boolean knowsAll(LocalDate date) {
    return new Facts.Known(facts, facts.commits.size()).by(date).batches() <= batches
        && (lost == null || date.isBefore(lost));
  }

  /** Returns the day of the first batch that is left out here and not among some, or null. */
  private @Nullable LocalDate leftOut(List<BatchReport> some) {
    Set<BatchReport> there = Set.copyOf(some);
    LocalDate first =
        facts.commits.subList(batches, facts.commits.size()).stream()
            .map(Store.Commit::report)
            .filter(report -> !there.contains(report))
            .map(BatchReport::known)
            .findFirst()
            .orElse(null);
    return first == null ? lost : earlier(first, lost);
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
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
    Objects.requireNonNull(value, "value");
    int code = facts.values.get(index).indexOf(value);
    return through(sieve.slice(facts.dimensions[index], code, index, value));
  }

  /**
   * Returns this view before it was sliced by {@link #where(Dimension, String)}: the same known
   * day, metrics, participants, days and currency, all values of dimensions.
   *
   * @return a view of this ledger
   * @throws dev.guidepost.core.quantity.MissingRateException if it is converted, and a fact outside
   *     the slice needs a rate that is missing or stale
   */
  public Ledger unsliced() {
    return exchange != null && exchange.sliced()
        ? wider(batches, asked, sieve.unsliced())
        : through(sieve.unsliced());
  }

  /**
   * Tells whether {@link #where(Dimension, String)} left out other values of a dimension.
   *
   * @return true for a slice, also one that was converted
   */
  public boolean sliced() {
    return sieve.sliced() || (exchange != null && exchange.sliced());
  }

  /**
   * Returns the facts of some metrics; of one that is read from others, the facts of those. What is
   * read from any other metric cannot be measured on the view, as {@link #refusal(MetricId)} says.
   *
   * @param metrics metrics of the catalog
   * @return a view of this ledger
   * @throws IllegalArgumentException if the catalog lacks a metric
   */
  public Ledger of(Collection<MetricId> metrics) {
    boolean[] wanted = new boolean[catalog.metrics().size()];
    for (MetricId metric : metrics) {
      catalog.sources(metric).forEach(source -> wanted[catalog.code(source)] = true);
    }
    return through(sieve.metrics(wanted));
  }

  /**
   * Returns the facts of some participants. Others are not expected to report snapshots either.
   *
   * @param participants the participants, also without facts
   * @return a view of this ledger
   */
  public Ledger by(Collection<? extends PartyId> participants) {
    return through(sieve.parties(Set.copyOf(participants), facts.parties));
  }

  /**
   * Returns the facts that happened in a period. Metrics to date and snapshots that need other days
   * cannot be measured on the view.
   *
   * @param period the days
   * @return a view of this ledger
   */
  public Ledger in(Period period) {
    return through(sieve.days(period.start().toEpochDay(), period.end().toEpochDay()));
  }

  /**
   * Tells why a metric cannot be measured on this view: because {@link #of(Collection)} left out
   * facts that it is read from; because it does not move by as much as its amounts do and this is
   * an {@link #fxEffect(Conversion, Conversion)}; or because it is good within a band of money of
   * another currency.
   *
   * @param metric a metric of the catalog
   * @return what must hold and what does not; empty if nothing is left out
   * @throws IllegalArgumentException if the catalog lacks the metric
   */
  public Optional<String> refusal(MetricId metric) {
    return Answers.refusal(metric, facts.catalog, catalog, sieve, exchange);
  }

  /**
   * Tells whether {@link #in(Period)} left out none of some days.
   *
   * @param days the days
   * @return true if this view has all of them
   */
  public boolean covers(Period days) {
    return sieve.takesDays(days.start().toEpochDay(), days.end().toEpochDay());
  }

  /**
   * Tells whether {@link #by(Collection)} did not leave out a participant.
   *
   * @param participant the participant, also without facts
   * @return true if this view has all of theirs
   */
  public boolean covers(PartyId participant) {
    return sieve.takesParty(participant);
  }

  /**
   * Returns this view with all money in one currency: each amount converted at the rate of its own
   * day and rounded once, at the scale of its metric. The catalog has the same metrics, in that
   * currency; the dimension {@link Dimension#CURRENCY}, if it is declared, still says what each
   * fact was recorded in. A metric that is good within a band of money keeps its bounds, so that it
   * cannot be measured in another currency, as {@link #refusal(MetricId)} says. Takes time in
   * proportion to the ledger, and 8 bytes a fact.
   *
   * @param conversion how
   * @return a view of this ledger
   * @throws IllegalArgumentException if this view is converted already, or facts of a metric are an
   *     amount per money
   * @throws dev.guidepost.core.quantity.MissingRateException if a fact that this view includes
   *     needs a rate that is missing or stale; it names the first one and how many facts of that
   *     currency lack one
   * @throws ArithmeticException if an amount does not fit 64 bits, or digits would be lost though
   *     the rounding is {@link java.math.RoundingMode#UNNECESSARY}
   */
  public Ledger in(Conversion conversion) {
    return at(Exchange.to(conversion));
  }

  /**
   * Returns what the rates of exchange did: of each fact that is money, the amount at booking rates
   * less the amount at plan rates. It adds up exactly, so that at any level and for any period a
   * sum at booking rates is that at plan rates plus this.
   *
   * @param plan the conversion whose amounts are subtracted
   * @param booking the conversion from whose amounts they are
   * @return a view of this ledger that includes facts of money only, and answers only for metrics
   *     that move by as much as their amounts do: sums, means, snapshots but the least and largest,
   *     formulas that add these up or multiply them by a number, and these to date. It refuses
   *     others, such as a ratio: an effect on profit over one on sales is no effect on their margin
   * @throws IllegalArgumentException if the two are not into one currency, this view is converted
   *     already, or facts of a metric are an amount per money
   * @throws dev.guidepost.core.quantity.MissingRateException if a fact that this view includes
   *     needs a rate that is missing or stale
   * @throws ArithmeticException if an amount does not fit 64 bits, or digits would be lost though a
   *     rounding is {@link java.math.RoundingMode#UNNECESSARY}
   */
  public Ledger fxEffect(Conversion plan, Conversion booking) {
    return at(Exchange.effect(plan, booking));
  }

  /**
   * Returns the currencies of the facts that this view includes, for each metric that is money.
   * More than one, or another than the metric's own, cannot be added up before {@link
   * #in(Conversion)}. Takes time in proportion to the ledger.
   *
   * @return the codes in alphabetical order, by metric in the order of the catalog; a metric of
   *     which no fact is included is not there; unmodifiable
   */
  public Map<MetricId, Set<String>> currencies() {
    return Currencies.of(this, facts, exchange == null ? null : exchange.exchange());
  }

  /**
   * Returns a ledger with the batches of both, as one writer would have taken them in the order of
   * their known days.
   *
   * <p>A batch that is in both counts once; one that was delivered again without changing anything
   * is in neither ({@link LedgerWriter#batch}). The outcome does not depend on which ledger is
   * merged into which, nor, of three or more, on which two are merged first; but two of them may be
   * refused that a third, merged into either before, would have told the order of.
   *
   * <pre>{@code
   * Ledger group = europe.merge(america);
   * }</pre>
   *
   * @param other a ledger of the same catalog, which {@link #with(Catalog)} may give it
   * @return the merged ledger; what was known by a day is that of both; if one stops at a day by
   *     {@link #known(LocalDate)} and the other lacks what came after it, {@link #knownOn()} is the
   *     earlier such day, although later batches of the other are in it
   * @throws IllegalArgumentException if the catalogs differ; if either is a view other than {@link
   *     #known(LocalDate)}; if a batch of one id has different content in the two; or if batches of
   *     which the other ledger lacks one each fed the same source key, also with a row that changed
   *     nothing, as their order is not told
   */
  public Ledger merge(Ledger other) {
    Facts both = new Merge(whole("merge"), other.whole("merge")).merged();
    LocalDate mine = leftOut(other.reports());
    LocalDate theirs = other.leftOut(reports());
    return new Ledger(
        both,
        earlier(mine == null ? null : asked, theirs == null ? null : other.asked),
        earlier(mine, theirs));
  }

  /**
   * Returns this ledger with a catalog that has grown, such as by a metric that nobody had asked
   * for. What is recorded stays as it is, with its history; in a new dimension it has {@link
   * Dimension#NONE}, in {@link Dimension#CURRENCY} as if that had been there from the start. Takes
   * time and memory in proportion to the ledger.
   *
   * @param grown a catalog with all metrics and dimensions of this one's, defined alike, and more
   * @return a ledger of that catalog, which knows no more than this one
   * @throws IllegalArgumentException if the catalog lacks one of these or defines it otherwise, or
   *     this is a view other than {@link #known(LocalDate)}
   */
  public Ledger with(Catalog grown) {
    Rewriting.requireGrown(grown, catalog);
    Store store = new Rewriting(whole("extend"), grown).all();
    return new Ledger(new Facts(grown, store), asked, leftOut(List.of()));
  }

  /** Returns all there is, to be written again for some purpose. */
  Facts.Known whole(String purpose) {
    if (sieve != Sieve.OPEN || exchange != null) {
      throw new IllegalArgumentException(
          "ledger to " + purpose + " must be whole or as known on a day, but was another view");
    }
    return new Facts.Known(facts, batches);
  }

  /**
   * Tells whether another ledger is of the same history by the same view: another snapshot of one
   * writer, or what it had known on a day. What both have at a position is the same fact then,
   * which one may include and the other not.
   *
   * @param other the other ledger
   * @return true if they differ in nothing but what was recorded by then
   */
  public boolean sharesHistory(Ledger other) {
    return sharesWriter(other) && sieve.same(other.sieve) && sameExchange(other);
  }

  /**
   * Tells whether another ledger was written by the same writer, whatever view either is. One that
   * was merged or given another catalog was written anew.
   *
   * @param other the other ledger
   * @return true if both are of one writer
   */
  @SuppressWarnings("ReferenceEquality") // equal ledgers may have facts at other positions
  public boolean sharesWriter(Ledger other) {
    return facts.origin == other.facts.origin;
  }

  /**
   * Returns how many batches this view is of.
   *
   * @return the number of {@link #reports()}
   */
  public int batches() {
    return batches;
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
    return (int) IntStream.range(0, limit).filter(this::includes).count();
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
   * Returns the participants of whom a fact had become known, whether this view still includes one
   * or not, but for those whom {@link #by(Collection)} left out.
   *
   * @return the participants in order of first sight; unmodifiable
   */
  public List<PartyId> knownParties() {
    return new Facts.Known(facts, batches).parties().stream().filter(sieve::takesParty).toList();
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
    Metric definition = catalog.metrics().get(metricCode(position));
    return facts.fact(position, definition, unscaledAmount(position));
  }

  /**
   * Copies facts that this view includes into a block, some at a time, in place of those there.
   *
   * @param from the position to start at, 0 to {@code to} - 1
   * @param to the position to stop before, at most {@link #size()}
   * @param block takes the facts of the positions from {@code from} up to, but not including, the
   *     one returned, in their order; none if the view includes none of them
   * @return the position to go on at, after {@code from} and at most {@code to}
   * @throws IndexOutOfBoundsException if there are no such positions
   */
  public int read(int from, int to, FactBlock block) {
    Objects.checkIndex(from, Math.min(to, size));
    Objects.checkFromToIndex(from, to, size);
    block.size = 0;
    return from >= limit ? to : reading().read(from, Math.min(to, limit), block);
  }

  private Reading reading() {
    return new Reading(facts, amount, sieve, batches);
  }

  /**
   * Returns which facts came and which went between an earlier state of this ledger and this one:
   * the same writer's {@link LedgerWriter#snapshot()} of before, or what it had known, by the same
   * view. So whoever has gone through that one need not go through all of this one.
   *
   * <pre>{@code
   * LedgerChanges changes = writer.snapshot().changesSince(before);
   * changes.removed(block -> ...); // replaced or withdrawn since
   * changes.added(block -> ...);   // recorded since
   * }</pre>
   *
   * @param earlier the earlier state
   * @return what came and what went
   * @throws IllegalArgumentException if it is a ledger of another writer, a later state, or another
   *     view
   */
  public LedgerChanges changesSince(Ledger earlier) {
    String why = null;
    if (!sharesWriter(earlier)) {
      why = "one of another writer";
    } else if (earlier.batches > batches) {
      why = "a later one, of " + earlier.batches + " batches where this has " + batches;
    } else if (!sieve.same(earlier.sieve) || !sameExchange(earlier)) {
      why = "another view of it";
    }
    if (why != null) {
      throw new IllegalArgumentException(
          "earlier ledger must be a former state of this one by the same view, but was " + why);
    }
    return new LedgerChanges(earlier, this);
  }

  private boolean sameExchange(Ledger other) {
    return exchange == null
        ? other.exchange == null
        : other.exchange != null && exchange.exchange().same(other.exchange.exchange());
  }

  /** Returns the position after the last fact of this view's batches. */
  int limit() {
    return limit;
  }

  /** Returns how many runs of facts each batch up to the last of this view has superseded. */
  int goneEnd() {
    return facts.goneStart(batches);
  }

  /** Returns a position at which a run of superseded facts starts, or the one after its end. */
  int gone(int index) {
    return facts.gone.get(index);
  }

  /** Adds the fact at a position to a block if this view asks for it, superseded or not. */
  void copy(int position, FactBlock block) {
    if (sieve == Sieve.OPEN || admits(position)) {
      block.position[block.size] = position;
      block.party[block.size] = party.get(position);
      block.what[block.size] = what.get(position);
      block.amount[block.size++] = amount.get(position);
    }
  }

  /**
   * Returns the metrics of which this view includes a fact. Takes time in proportion to the ledger,
   * but for a ledger that has facts of every metric that takes any.
   *
   * @return the metrics in the order of the catalog; unmodifiable
   */
  public List<MetricId> metrics() {
    return reading().metrics(catalog, limit);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Ledger that && sameAs(that));
  }

  private boolean sameAs(Ledger that) {
    Facts.Known mine = new Facts.Known(facts, batches);
    Facts.Known theirs = new Facts.Known(that.facts, that.batches);
    return catalog.equals(that.catalog)
        && mine.sameBatches(theirs)
        && new Match(facts, that.facts).same(part(mine), that.part(theirs));
  }

  private Match.Part part(Facts.Known known) {
    return new Match.Part(amount, 0, limit, this::admits, known::history);
  }

  @Override
  public int hashCode() {
    return 31 * catalog.hashCode() + count();
  }

  /** Returns the number of facts in this view, and of participants in the ledger, on one line. */
  @Override
  public String toString() {
    return count() + " facts of " + facts.parties.size() + " participants";
  }
}
