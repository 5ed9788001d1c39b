package dev.guidepost.core.agreement;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.guidepost.core.closing.Closings;
import dev.guidepost.core.goal.PartyState;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.goal.TargetBookState;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.style.Words;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Numbers that somebody put in the place of computed ones, with author and reason: targets, rates
 * and forecasts, never what happened. Nothing is rewritten; a later entry for the same number comes
 * on top, and an override is lifted by an entry too. Immutable.
 *
 * <pre>{@code
 * Overrides all = Overrides.NONE.with(new Overrides.Entry(
 *     new Overrides.Subject(Overrides.Figure.FORECAST, east, BOOKINGS, q4),
 *     Optional.of(Quantity.of(1_250_000)), dana, "Kelso signs in January", november2));
 * all.apply(subject, Quantity.of(1_344_000), today).toString();
 * // "1,250,000 (overridden by dana on 2026-11-02: Kelso signs in January; computed 1,344,000)"
 * }</pre>
 */
public final class Overrides {

  /** No overrides. */
  public static final Overrides NONE = new Overrides(List.of(), Map.of(), Closings.NONE);

  private final ImmutableList<Entry> entries;

  /** The entries of each number, in the order given; not changed once set. */
  private final Map<Subject, ImmutableList<Entry>> bySubject;

  private final Closings closings;

  private Overrides(
      List<Entry> entries, Map<Subject, ImmutableList<Entry>> bySubject, Closings closings) {
    this.entries = ImmutableList.copyOf(entries);
    this.bySubject = bySubject;
    this.closings = closings;
  }

  /** What kind of number it is. */
  public enum Figure {
    /** A target that was computed. */
    TARGET,
    /** A rate that was estimated. */
    RATE,
    /** What is expected to come. */
    FORECAST,
    /** What happened. It cannot be overridden: a fact is corrected where it was recorded. */
    ACTUAL
  }

  /**
   * Which number it is.
   *
   * @param figure what kind of number, not what happened
   * @param party whose
   * @param metric of which metric
   * @param period in which period
   * @param scope the facts that count, by dimension; empty for all; unmodifiable, in order of names
   */
  public record Subject(
      Figure figure, PartyId party, MetricId metric, Period period, Map<Dimension, String> scope) {

    /**
     * Creates a subject.
     *
     * @param figure what kind of number
     * @param party whose
     * @param metric of which metric
     * @param period in which period
     * @param scope the facts that count
     * @throws IllegalArgumentException if it is what happened
     */
    public Subject {
      Objects.requireNonNull(party, "party");
      Objects.requireNonNull(metric, "metric");
      Objects.requireNonNull(period, "period");
      if (figure == Figure.ACTUAL) {
        throw new IllegalArgumentException(
            "override must be of a target, a rate or a forecast, but was of what happened: correct"
                + " the facts of "
                + metric
                + " of "
                + party
                + " where they are recorded");
      }
      Objects.requireNonNull(figure, "figure");
      scope = ImmutableSortedMap.copyOf(scope, Comparator.comparing(Dimension::name));
    }

    /**
     * Creates a subject for which all facts count.
     *
     * @param figure what kind of number
     * @param party whose
     * @param metric of which metric
     * @param period in which period
     * @throws IllegalArgumentException if it is what happened
     */
    public Subject(Figure figure, PartyId party, MetricId metric, Period period) {
      this(figure, party, metric, period, Map.of());
    }

    /**
     * Returns the subject of what a target asks for.
     *
     * @param key which target
     * @return the subject, of the target's scope
     */
    public static Subject of(Target.Key key) {
      return new Subject(Figure.TARGET, key.owner(), key.metric(), key.period(), key.scope());
    }

    /** Returns such as {@code "forecast of bookings {product=GTX} of east in 2026-Q4"}. */
    @Override
    public String toString() {
      return figure.name().toLowerCase(Locale.ROOT)
          + " of "
          + metric
          + (scope.isEmpty() ? "" : " " + scope)
          + " of "
          + party
          + " in "
          + period.label();
    }
  }

  /**
   * One override, or the end of one.
   *
   * @param subject which number
   * @param value what stands in its place; empty to let the computed one count again
   * @param by who says so
   * @param reason why
   * @param on when
   */
  public record Entry(
      Subject subject, Optional<Quantity> value, PersonId by, String reason, LocalDate on) {

    /**
     * Creates an entry.
     *
     * @param subject which number
     * @param value what stands in its place
     * @param by who says so
     * @param reason why
     * @param on when
     * @throws IllegalArgumentException if there is no reason
     */
    public Entry {
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(on, "on");
      if (reason.isBlank()) {
        throw new IllegalArgumentException(
            "override of " + subject + " must have a reason, but has none by " + by);
      }
    }
  }

  /**
   * A number, and what stands in its place if something does.
   *
   * @param computed the number as it was computed
   * @param override what stands in its place
   */
  public record Applied(Quantity computed, Optional<Entry> override) {

    /**
     * Creates a number.
     *
     * @param computed the number as it was computed
     * @param override what stands in its place
     */
    public Applied {
      Objects.requireNonNull(computed, "computed");
      override = override.filter(entry -> entry.value().isPresent());
    }

    /**
     * Returns the number to use.
     *
     * @return what stands in its place, or else the computed one
     */
    public Quantity value() {
      return override.flatMap(Entry::value).orElse(computed);
    }

    /** Returns the number, and who overrode it, when and why. */
    @Override
    public String toString() {
      return value().print()
          + override
              .map(
                  entry ->
                      " (overridden by "
                          + entry.by()
                          + " on "
                          + entry.on()
                          + ": "
                          + entry.reason()
                          + "; computed "
                          + computed.print()
                          + ")")
              .orElse("");
    }
  }

  /**
   * Returns the same overrides, of which those of targets of closed periods can no longer change.
   *
   * @param closed the closings
   * @return the overrides
   * @throws IllegalArgumentException if a target was overridden after its period was closed
   */
  public Overrides with(Closings closed) {
    entries.forEach(entry -> requireOpen(entry, closed));
    return new Overrides(entries, bySubject, closed);
  }

  /**
   * Returns these overrides and one more.
   *
   * @param entry the override, or the end of one
   * @return all of them
   * @throws IllegalArgumentException if it was said before an earlier one of the same number, ends
   *     one that is not there, or is of a target of a period that was closed by then
   */
  public Overrides with(Entry entry) {
    return and(List.of(entry));
  }

  private Overrides and(List<Entry> more) {
    Map<Subject, ImmutableList<Entry>> all = new HashMap<>(bySubject);
    for (Entry entry : more) {
      List<Entry> before = all.getOrDefault(entry.subject(), ImmutableList.of());
      if (!before.isEmpty()) {
        requireOrder(before.get(before.size() - 1), entry);
      }
      if (entry.value().isEmpty()
          && (before.isEmpty() || before.get(before.size() - 1).value().isEmpty())) {
        throw new IllegalArgumentException(
            "override must be there to be lifted, but there is none of " + entry.subject());
      }
      requireOpen(entry, closings);
      all.put(entry.subject(), ImmutableList.<Entry>builder().addAll(before).add(entry).build());
    }
    return new Overrides(
        ImmutableList.<Entry>builder().addAll(entries).addAll(more).build(), all, closings);
  }

  private static void requireOrder(Entry last, Entry entry) {
    if (entry.on().isBefore(last.on())) {
      throw new IllegalArgumentException(
          "overrides of "
              + entry.subject()
              + " must be recorded in order, but one of "
              + entry.on()
              + " came after one of "
              + last.on());
    }
  }

  private static void requireOpen(Entry entry, Closings closings) {
    if (entry.subject().figure() == Figure.TARGET) {
      closings.requireOpen(entry.subject().toString(), entry.subject().period(), entry.on());
    }
  }

  private Optional<Entry> last(Subject subject, LocalDate known) {
    return bySubject.getOrDefault(subject, ImmutableList.of()).stream()
        .filter(entry -> !entry.on().isAfter(known))
        .reduce((one, other) -> other);
  }

  /**
   * Returns the number to use in the place of a computed one.
   *
   * @param subject which number
   * @param computed the number as it was computed
   * @param known as of which day; later entries are left out
   * @return the number, which says by whom it was overridden if it was
   */
  public Applied apply(Subject subject, Quantity computed, LocalDate known) {
    return new Applied(computed, last(subject, known));
  }

  /**
   * Returns all entries.
   *
   * @return the entries, in the order given; unmodifiable
   */
  public List<Entry> entries() {
    return entries;
  }

  /**
   * Returns the overrides that a host kept.
   *
   * @param state as {@link #state()} gives it
   * @param closings the periods that were closed
   * @return the overrides
   * @throws IllegalArgumentException if a part of it is none, or as {@link #with(Entry)} does
   */
  public static Overrides of(State state, Closings closings) {
    Words.requireWhole(state);
    return NONE.with(closings).and(state.entries().stream().map(EntryState::read).toList());
  }

  /**
   * Returns what a host keeps; closings are kept on their own.
   *
   * @return the state, which {@link #of(State, Closings)} reads back to equal overrides
   */
  public State state() {
    return new State(entries.stream().map(EntryState::of).toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Overrides that
        && entries.equals(that.entries)
        && closings.equals(that.closings);
  }

  @Override
  public int hashCode() {
    return 31 * entries.hashCode() + closings.hashCode();
  }

  /** Returns how many entries there are. */
  @Override
  public String toString() {
    return entries.size() + " overrides";
  }

  /**
   * What a host keeps of overrides.
   *
   * @param entries the entries, in order
   */
  public record State(List<EntryState> entries) {

    /**
     * Creates a state.
     *
     * @param entries the entries
     */
    public State {
      entries = Words.kept("entries", entries);
    }
  }

  /**
   * What a host keeps of an entry.
   *
   * @param figure {@code "target"}, {@code "rate"} or {@code "forecast"}
   * @param party whose number
   * @param metric the id of the metric
   * @param period the period, as {@link Period#toString()} writes it
   * @param scope the facts that count; empty for all
   * @param value what stands in its place; empty to lift
   * @param by who says so
   * @param reason why
   * @param on when, such as {@code "2026-11-02"}
   */
  public record EntryState(
      String figure,
      PartyState party,
      String metric,
      String period,
      List<TargetBookState.ScopeState> scope,
      String value,
      String by,
      String reason,
      String on) {

    /**
     * Creates a state.
     *
     * @param figure what kind of number
     * @param party whose number
     * @param metric the id of the metric
     * @param period the period
     * @param scope the facts that count
     * @param value what stands in its place
     * @param by who says so
     * @param reason why
     * @param on when
     */
    public EntryState {
      scope = Words.kept("scope", scope);
    }

    private static EntryState of(Entry entry) {
      Subject subject = entry.subject();
      return new EntryState(
          subject.figure().name().toLowerCase(Locale.ROOT),
          PartyState.of(subject.party()),
          subject.metric().value(),
          subject.period().toString(),
          subject.scope().entrySet().stream()
              .map(part -> new TargetBookState.ScopeState(part.getKey().name(), part.getValue()))
              .toList(),
          entry.value().map(Quantity::toString).orElse(""),
          entry.by().value(),
          entry.reason(),
          entry.on().toString());
    }

    private Entry read() {
      for (Figure known : Figure.values()) {
        if (known.name().toLowerCase(Locale.ROOT).equals(figure)) {
          return new Entry(
              new Subject(
                  known, party.read(), MetricId.of(metric), Period.parse(period), readScope()),
              value.isEmpty() ? Optional.empty() : Optional.of(Quantity.parse(value)),
              PersonId.of(by),
              reason,
              Words.day("day of an override by " + by, on));
        }
      }
      throw new IllegalArgumentException(
          "figure must be target, rate or forecast, but was \"" + figure + "\"");
    }

    private Map<Dimension, String> readScope() {
      Map<Dimension, String> parts = new LinkedHashMap<>();
      for (TargetBookState.ScopeState part : scope) {
        if (parts.put(Dimension.of(part.dimension()), part.value()) != null) {
          throw new IllegalArgumentException(
              "dimensions of a scope must differ, but two are " + part.dimension());
        }
      }
      return parts;
    }
  }
}
