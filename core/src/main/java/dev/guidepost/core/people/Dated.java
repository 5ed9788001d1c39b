package dev.guidepost.core.people;

import dev.guidepost.core.style.Words;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that held for a time: a row of a source system such as "in the role of hunter from 1
 * May".
 *
 * <p>Half-open: {@code from} is the first day, {@code until} the day after the last.
 *
 * <pre>{@code
 * Dated<RoleId> first = Dated.from(RoleId.of("inside"), may1); // inside [2026-05-01, ...)
 * }</pre>
 *
 * @param <V> the type of what held, immutable
 * @param value what held
 * @param from the first day, or empty if it always did
 * @param until the day after the last, or empty if no end is known
 */
public record Dated<V>(V value, Optional<LocalDate> from, Optional<LocalDate> until) {

  /**
   * A row as a host keeps it.
   *
   * @param subject the id of whose row it is
   * @param value the text of what held
   * @param from the first day, or empty text
   * @param until the day after the last, or empty text
   */
  public record State(String subject, String value, String from, String until) {}

  /**
   * Creates a row.
   *
   * @param value what held
   * @param from the first day, or empty if it always did
   * @param until the day after the last, or empty if no end is known
   * @throws IllegalArgumentException if it holds no day
   */
  public Dated {
    Objects.requireNonNull(value, "value");
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      throw new IllegalArgumentException(
          value + " must end after it starts, but was " + days(from, until));
    }
  }

  /**
   * Returns a row without a first day or an end.
   *
   * @param <V> the type of what holds
   * @param value what holds
   * @return the row
   */
  public static <V> Dated<V> always(V value) {
    return new Dated<>(value, Optional.empty(), Optional.empty());
  }

  /**
   * Returns a row without an end.
   *
   * @param <V> the type of what holds
   * @param value what holds
   * @param from the first day
   * @return the row
   */
  public static <V> Dated<V> from(V value, LocalDate from) {
    return new Dated<>(value, Optional.of(from), Optional.empty());
  }

  /**
   * Returns a row with a first day and an end.
   *
   * @param <V> the type of what holds
   * @param value what holds
   * @param from the first day
   * @param until the day after the last
   * @return the row
   * @throws IllegalArgumentException if it holds no day
   */
  public static <V> Dated<V> between(V value, LocalDate from, LocalDate until) {
    return new Dated<>(value, Optional.of(from), Optional.of(until));
  }

  /**
   * Tells whether it held on a day.
   *
   * @param day the day
   * @return true from the first day up to the day before {@code until}
   */
  public boolean contains(LocalDate day) {
    return !from.map(day::isBefore).orElse(false) && until.map(day::isBefore).orElse(true);
  }

  /**
   * Returns the row as a host keeps it.
   *
   * @param subject the id of whose row it is
   * @return the state, from which {@link #of(State, Function)} makes an equal row
   */
  public State state(Object subject) {
    return new State(subject.toString(), value.toString(), Words.text(from), Words.text(until));
  }

  /**
   * Returns the row of a state.
   *
   * @param <V> the type of what held
   * @param state the state
   * @param parse makes what held of its text
   * @return the row
   * @throws IllegalArgumentException if a text is no day, what held is refused, or the row holds no
   *     day
   */
  public static <V> Dated<V> of(State state, Function<String, V> parse) {
    return new Dated<>(
        parse.apply(state.value()),
        Words.dayIfAny("day of " + state.subject(), state.from()),
        Words.dayIfAny("day of " + state.subject(), state.until()));
  }

  /** The first day as a number, the smallest there is for none. */
  long first() {
    return from.map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
  }

  /** The day after the last as a number, the largest there is for none. */
  long end() {
    return until.map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
  }

  static String days(Optional<LocalDate> from, Optional<LocalDate> until) {
    return "["
        + from.map(LocalDate::toString).orElse("...")
        + ", "
        + until.map(LocalDate::toString).orElse("...")
        + ")";
  }

  /** Returns what held and the days, such as {@code "inside [2026-05-01, ...)"}. */
  @Override
  public String toString() {
    return value + " " + days(from, until);
  }
}
