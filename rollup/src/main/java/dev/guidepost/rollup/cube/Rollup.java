package dev.guidepost.rollup.cube;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.engine.Crew;
import dev.guidepost.rollup.engine.Held;
import dev.guidepost.rollup.engine.Leaves;
import dev.guidepost.rollup.engine.PartyFacts;
import dev.guidepost.rollup.engine.Totals;
import dev.guidepost.rollup.engine.Watch;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is to be rolled up: a ledger, an organisation, the periods to keep, and whose tree counts.
 *
 * <p>Immutable: each method returns another roll-up, so one can be kept and varied.
 *
 * <pre>{@code
 * Rollup quarter = Rollup.of(ledger).over(organisation).periods(List.of(q3));
 * Cube asItWas = quarter.build();
 * Cube restated = quarter.organisedOn(LocalDate.of(2026, 9, 30)).build();
 * }</pre>
 */
public final class Rollup {

  private final Ledger ledger;
  private final @Nullable Tree tree;
  private final Optional<LocalDate> organisedOn;
  private final ImmutableList<Period> periods;
  private final @Nullable FiscalCalendar calendar;
  private final Running running;

  /** Made by the first cube, and kept for others that differ in periods only. */
  private final Supplier<Leaves> leaves;

  /** How it is done: the facts in order of their participants or as they are, by whom, watched. */
  record Running(
      Optional<PartyFacts> grouped,
      Crew crew,
      DoubleConsumer listener,
      BooleanSupplier cancelled) {}

  /** Over what it is done, and the dimension by whose values facts stand in it, if by any. */
  private record Tree(Organisation organisation, Optional<Dimension> placedBy) {}

  private Rollup(
      Ledger ledger,
      @Nullable Tree tree,
      Optional<LocalDate> organisedOn,
      ImmutableList<Period> periods,
      @Nullable FiscalCalendar calendar,
      Running running,
      @Nullable Supplier<Leaves> made) {
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.tree = tree;
    this.organisedOn = organisedOn;
    this.periods = periods;
    this.calendar = calendar;
    this.running = running;
    this.leaves =
        made != null
            ? made
            : Suppliers.memoize(() -> leaves(ledger, Objects.requireNonNull(tree), organisedOn));
  }

  private static Leaves leaves(Ledger ledger, Tree tree, Optional<LocalDate> organisedOn) {
    return new Leaves(ledger, tree.organisation(), organisedOn, tree.placedBy());
  }

  private Rollup with(Running changed) {
    return new Rollup(ledger, tree, organisedOn, periods, calendar, changed, leaves);
  }

  /**
   * Returns the roll-up of a ledger, as it was; organisation and periods are still to be given.
   *
   * @param ledger the facts, or a view of them such as {@link Ledger#known(LocalDate)}
   * @return the roll-up
   */
  public static Rollup of(Ledger ledger) {
    return new Rollup(
        ledger,
        null,
        Optional.empty(),
        ImmutableList.of(),
        null,
        new Running(Optional.empty(), Crew.ALONE, done -> {}, () -> false),
        null);
  }

  /**
   * Returns this roll-up of another view of its ledger, with the rest as it is. Facts that were
   * {@link #grouped()} are not, in the returned one.
   *
   * <pre>{@code
   * Rollup then = quarter.viewing(facts -> facts.known(LocalDate.of(2026, 10, 15)));
   * Rollup chairs = quarter.viewing(facts -> facts.where(PRODUCT, "chair"));
   * }</pre>
   *
   * @param view takes the ledger, or the view of it, and returns the one to roll up
   * @return the changed roll-up
   */
  public Rollup viewing(UnaryOperator<Ledger> view) {
    return new Rollup(
        view.apply(ledger),
        tree,
        organisedOn,
        periods,
        calendar,
        new Running(Optional.empty(), running.crew(), running.listener(), running.cancelled()),
        null);
  }

  /**
   * Returns what is rolled up.
   *
   * @return the ledger, or the view of it
   */
  public Ledger ledger() {
    return ledger;
  }

  /**
   * Returns the periods to keep.
   *
   * @return the periods in the order given; empty before they are; unmodifiable
   */
  public List<Period> periods() {
    return periods;
  }

  /**
   * Returns this roll-up over an organisation, in which each fact counts where its owner stands.
   *
   * @param organisation the organisation
   * @return the changed roll-up
   */
  public Rollup over(Organisation organisation) {
    return over(new Tree(organisation, Optional.empty()));
  }

  /**
   * Returns this roll-up over a tree of products, or of whatever else a dimension tells: each fact
   * counts in the unit whose id is its value in the dimension. A fact whose value is none of the
   * units, or that has no value, stands on {@link Organisation#UNASSIGNED}, so that the root has
   * the same total as over any other tree.
   *
   * <pre>{@code
   * Organisation products = Organisation.builder(UnitId.of("all"), "All products")
   *     .unit(UnitId.of("seating"), "Seating", "line", UnitId.of("all"))
   *     .unit(UnitId.of("chair"), "Chair", "product", UnitId.of("seating"))
   *     .build();
   * Cube byProduct = rollup.over(products, PRODUCT).build();
   * byProduct.at("Seating").in(q3).get(BOOKINGS);
   * }</pre>
   *
   * @param organisation the tree, without people; it may change over time
   * @param placedBy a dimension of the ledger's catalog
   * @return the changed roll-up
   * @throws IllegalArgumentException if the catalog lacks the dimension, or the tree has people
   */
  public Rollup over(Organisation organisation, Dimension placedBy) {
    ledger.values(placedBy);
    if (!organisation.people().isEmpty()) {
      throw new IllegalArgumentException(
          "organisation must have no people to have facts placed by "
              + placedBy
              + ", but was "
              + organisation);
    }
    return over(new Tree(organisation, Optional.of(placedBy)));
  }

  /** Returns this roll-up over another organisation, by whatever facts are placed in this one. */
  Rollup moved(Organisation other) {
    return placedBy().map(by -> over(other, by)).orElseGet(() -> over(other));
  }

  private Rollup over(Tree other) {
    Objects.requireNonNull(other.organisation(), "organisation");
    Rollup over = new Rollup(ledger, other, organisedOn, periods, calendar, running, null);
    boolean otherwise = !other.placedBy().equals(placedBy());
    return running.grouped().isPresent() && otherwise ? over.grouped() : over;
  }

  private Optional<Dimension> placedBy() {
    return tree == null ? Optional.empty() : tree.placedBy();
  }

  /**
   * Returns this roll-up by a calendar, which tells where the periods of metrics to date start. It
   * has to be given if the ledger's catalog has such metrics.
   *
   * @param years the calendar
   * @return the changed roll-up
   */
  public Rollup by(FiscalCalendar years) {
    return new Rollup(
        ledger,
        tree,
        organisedOn,
        periods,
        Objects.requireNonNull(years, "years"),
        running,
        leaves);
  }

  /**
   * Returns this roll-up with each fact counted where its owner stood on the fact's day, and units
   * under the parents they had on that day. This is the default.
   *
   * @return the changed roll-up
   */
  public Rollup asItWas() {
    return new Rollup(ledger, tree, Optional.empty(), periods, calendar, running, null);
  }

  /**
   * Returns this roll-up with all facts, whatever their day, counted where their owners stand on
   * one date, under the tree of that date. Who is a member of no unit on it stands on {@link
   * Organisation#UNASSIGNED}.
   *
   * @param date the date
   * @return the changed roll-up
   */
  public Rollup organisedOn(LocalDate date) {
    return new Rollup(ledger, tree, Optional.of(date), periods, calendar, running, null);
  }

  /**
   * Returns this roll-up with the periods to keep, in place of those before.
   *
   * @param kept periods of any grain, also overlapping; one that occurs again counts once
   * @return the changed roll-up
   * @throws IllegalArgumentException if there are none
   */
  public Rollup periods(List<Period> kept) {
    if (kept.isEmpty()) {
      throw new IllegalArgumentException("periods must be at least one, but were none");
    }
    return new Rollup(
        ledger, tree, organisedOn, ImmutableSet.copyOf(kept).asList(), calendar, running, leaves);
  }

  /**
   * Returns this roll-up with its work shared by several threads: the one that calls, which always
   * takes part, and helpers that run on an executor. The outcome is the same, bit by bit.
   *
   * <p>The caller waits for no helper to start, only for those at work to end. So an executor that
   * runs helpers on the caller's own thread, late or never, that rejects them, or whose only thread
   * is the caller, does no harm. Without this method the caller works alone.
   *
   * @param executor runs helpers; nothing of the work is left on it that does more than return
   * @param threads how many threads work, the caller among them; more than 256 count as 256
   * @return the changed roll-up
   * @throws IllegalArgumentException if there is not at least one thread
   */
  public Rollup on(Executor executor, int threads) {
    Objects.requireNonNull(executor, "executor");
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, but were " + threads);
    }
    return by(new Crew(executor, threads, Crew.CLAIM));
  }

  /** Returns this roll-up done by a crew. */
  Rollup by(Crew crew) {
    return with(new Running(running.grouped(), crew, running.listener(), running.cancelled()));
  }

  /**
   * Returns this roll-up that tells how far it has come while it works.
   *
   * @param listener takes the part of the facts that is gone through, from 0 to 1, never less than
   *     before; called some thousand facts apart, on the threads that work, one at a time. What it
   *     throws ends the work
   * @return the changed roll-up
   */
  public Rollup reporting(DoubleConsumer listener) {
    Objects.requireNonNull(listener, "listener");
    return with(new Running(running.grouped(), running.crew(), listener, running.cancelled()));
  }

  /**
   * Returns this roll-up that stops when it is told to: {@link #build()} and {@link #grouped()}
   * then throw {@link java.util.concurrent.CancellationException} and leave nothing behind.
   *
   * @param cancelled true to stop; asked some thousand facts apart, on the threads that work
   * @return the changed roll-up
   */
  public Rollup cancelledBy(BooleanSupplier cancelled) {
    Objects.requireNonNull(cancelled, "cancelled");
    return with(new Running(running.grouped(), running.crew(), running.listener(), cancelled));
  }

  /**
   * Puts the facts in order of their participants, at once, and returns this roll-up with them. It
   * does so again, also at once, when it is put over a tree that places facts by something else.
   *
   * <p>It takes about as long as one roll-up of facts as they are, and 12 bytes a fact for as long
   * as a roll-up holds them. Each roll-up made from the returned one shares them: over other
   * periods, another organisation or organised on another date it then takes a fraction of the
   * time, a sixth of it for ten million facts. So it pays from the second cube of one ledger on;
   * and {@link Cube#over} then takes the time of what moves.
   *
   * <pre>{@code
   * Rollup year = Rollup.of(ledger).grouped().over(organisation).periods(months);
   * Cube asItWas = year.build();
   * Cube restated = year.organisedOn(today).build();
   * Cube planned = year.over(reorganised).build();
   * }</pre>
   *
   * @return the changed roll-up
   * @throws java.util.concurrent.CancellationException if it was cancelled
   */
  public Rollup grouped() {
    return with(PartyFacts.of(ledger, placedBy(), running.crew(), watch()));
  }

  /** Returns this roll-up with its facts in order. */
  private Rollup with(PartyFacts facts) {
    return with(
        new Running(Optional.of(facts), running.crew(), running.listener(), running.cancelled()));
  }

  /** Returns this roll-up of a later state of its ledger. */
  Rollup at(Ledger later) {
    Running there =
        new Running(
            running.grouped().map(facts -> facts.at(later)),
            running.crew(),
            running.listener(),
            running.cancelled());
    return new Rollup(later, tree, organisedOn, periods, calendar, there, null);
  }

  /**
   * Adds up all facts within the periods; the time it takes grows with facts, and with units times
   * metrics times cuts of the time axis.
   *
   * @return the cube
   * @throws IllegalStateException if organisation or periods were not given, or no calendar though
   *     the catalog has a metric to date
   * @throws java.util.concurrent.CancellationException if it was cancelled
   */
  public Cube build() {
    Frame frame = frame("build()");
    Watch watch = watch();
    Totals totals = new Totals(held(frame, false, watch), frame.counted, running.crew(), watch);
    return new Cube(frame, this, totals);
  }

  /**
   * Adds up all facts within the periods as {@link #build()} does, to be merged with those of other
   * ledgers.
   *
   * @return what is kept of these facts
   * @throws IllegalStateException if organisation or periods were not given, or no calendar though
   *     the catalog has a metric to date
   * @throws java.util.concurrent.CancellationException if it was cancelled
   */
  public CubePart part() {
    Frame frame = frame("part()");
    Watch watch = watch();
    Held held = held(frame, false, watch);
    watch.done(held.steps());
    return CubePart.of(frame, ledger, held);
  }

  /** Returns what the cube is of, refused if something was not given before a method was called. */
  Frame frame(String asked) {
    if (tree == null || periods.isEmpty()) {
      throw new IllegalStateException(
          "over(...) and periods(...) must be called before "
              + asked
              + ", but "
              + (tree == null ? "over" : "periods")
              + " was not");
    }
    return new Frame(
        ledger.catalog(),
        tree.organisation(),
        organisedOn,
        tree.placedBy(),
        periods,
        requireCalendar(asked));
  }

  /** Goes through the facts; repeated to hold each occurrence of a value. */
  Held held(Frame frame, boolean repeated, Watch watch) {
    return Held.of(
        ledger,
        running.grouped().flatMap(PartyFacts::whole).orElse(null),
        Objects.requireNonNull(leaves.get()),
        frame.axis,
        repeated,
        running.crew(),
        watch);
  }

  /** Returns a watch over the next piece of work. */
  Watch watch() {
    return new Watch(running.listener(), running.cancelled());
  }

  Crew crew() {
    return running.crew();
  }

  /** Returns the facts in order of their participants, if they were put so. */
  Optional<PartyFacts> facts() {
    return running.grouped();
  }

  private FiscalCalendar requireCalendar(String asked) {
    for (Metric metric : ledger.catalog().metrics()) {
      if (calendar == null && metric.aggregation() instanceof Aggregation.ToDate) {
        throw new IllegalStateException(
            "by(...) must be called before "
                + asked
                + ", as "
                + metric.id()
                + " is to date, but was not");
      }
    }
    return calendar == null ? FiscalCalendar.calendarYear() : calendar;
  }

  /** Returns what is rolled up on one line. */
  @Override
  public String toString() {
    return "roll-up of "
        + ledger
        + (tree == null ? "" : " over " + tree.organisation())
        + placedBy().map(dimension -> ", placed by " + dimension).orElse("")
        + organisedOn.map(date -> ", organised on " + date).orElse(", as it was")
        + ", "
        + periods.size()
        + " periods";
  }
}
