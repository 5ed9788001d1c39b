package dev.guidepost.core.record;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * What was known of something, and from which day on: the amount of a deal, its owner, the day it
 * is expected to close.
 *
 * <p>A value holds from the day on which it was known, unless an entry says from which earlier day
 * it held: {@link #on(LocalDate)} is what was known at the end of a day, {@link #at(LocalDate)}
 * what held on it by all that is known. Entries stand in the order of (from, known, row), whatever
 * order they were given in; of two with the same days and row the one given later stands later.
 * Nothing is ever overwritten: a new value is a new entry, and {@link #asOf(LocalDate)} shows the
 * history as it was.
 *
 * <pre>{@code
 * History<Quantity> amount = History.<Quantity>none()
 *     .with(LocalDate.of(2026, 3, 2), Quantity.of(400))
 *     .with(LocalDate.of(2026, 5, 9), Quantity.of(450));
 * amount.latest();                            // Optional[450]
 * amount.on(LocalDate.of(2026, 5, 8));        // Optional[400]
 * amount.on(LocalDate.of(2026, 3, 1));        // Optional.empty
 * amount.corrected(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 6, 1), Quantity.of(410))
 *     .at(LocalDate.of(2026, 4, 1));          // Optional[410]
 * }</pre>
 *
 * @param <T> what is known, an immutable value
 * @param always the value that the source does not date: it holds until the first entry
 * @param entries the dated values; unmodifiable
 */
public record History<T>(Optional<T> always, List<Entry<T>> entries) {

  private static final Comparator<Entry<?>> ORDER =
      Comparator.<Entry<?>, LocalDate>comparing(Entry::from)
          .thenComparing(Entry::known)
          .thenComparingInt(Entry::row);

  /**
   * A value and the days from which on it held and was known.
   *
   * @param <T> what is known
   * @param from the first day on which it held, not after it was known
   * @param known the day from whose end on it is known
   * @param row its place among those of the same day, such as the number of its row in the source
   * @param value the value; empty if it was taken away
   */
  public record Entry<T>(LocalDate from, LocalDate known, int row, Optional<T> value) {
    /**
     * Creates an entry.
     *
     * @param from the first day on which it held
     * @param known the day from whose end on it is known
     * @param row its place among those of the same day
     * @param value the value
     * @throws IllegalArgumentException if it was known before it held
     */
    public Entry {
      Objects.requireNonNull(value, "value");
      if (known.isBefore(from)) {
        throw new IllegalArgumentException(
            "value must not be known before it holds from " + from + ", but was on " + known);
      }
    }

    /**
     * Creates an entry that holds from the day on which it was known.
     *
     * @param known the day from whose end on it is known
     * @param row its place among those of the same day
     * @param value the value
     */
    public Entry(LocalDate known, int row, Optional<T> value) {
      this(known, known, row, value);
    }
  }

  /**
   * Creates a history.
   *
   * @param always the value that the source does not date
   * @param entries the dated values in any order
   */
  public History {
    Objects.requireNonNull(always, "always");
    entries = ImmutableList.sortedCopyOf(ORDER, entries);
  }

  /**
   * Returns a history in which nothing is known.
   *
   * @param <T> what there is to know
   * @return the history
   */
  public static <T> History<T> none() {
    return new History<>(Optional.empty(), List.of());
  }

  /**
   * Returns a history of a value that the source does not date.
   *
   * @param <T> what is known
   * @param value the value
   * @return the history
   */
  public static <T> History<T> of(T value) {
    return new History<>(Optional.of(value), List.of());
  }

  /**
   * Returns this history with another entry.
   *
   * @param known the day from whose end on the value is known
   * @param value the value
   * @return the longer history
   */
  public History<T> with(LocalDate known, T value) {
    return with(known, 0, value);
  }

  /**
   * Returns this history with another entry, one of several of a day.
   *
   * @param known the day from whose end on the value is known
   * @param row its place among those of the same day
   * @param value the value
   * @return the longer history
   */
  public History<T> with(LocalDate known, int row, T value) {
    return and(new Entry<>(known, row, Optional.of(value)));
  }

  /**
   * Returns this history with an entry that corrects it: a value that held before it was known. It
   * holds until the next entry that is from a later day.
   *
   * @param from the first day on which it held
   * @param known the day from whose end on this is known
   * @param value the value
   * @return the longer history
   * @throws IllegalArgumentException if it was known before it held
   */
  public History<T> corrected(LocalDate from, LocalDate known, T value) {
    return and(new Entry<>(from, known, 0, Optional.of(value)));
  }

  /**
   * Returns this history with an entry that takes the value away.
   *
   * @param known the day from whose end on there is none
   * @return the longer history
   */
  public History<T> without(LocalDate known) {
    return and(new Entry<>(known, 0, Optional.empty()));
  }

  private History<T> and(Entry<T> entry) {
    return new History<>(
        always, ImmutableList.<Entry<T>>builder().addAll(entries).add(entry).build());
  }

  /**
   * Returns the value that holds last.
   *
   * @return the value, or empty if there is none or it was taken away
   */
  public Optional<T> latest() {
    return entries.isEmpty() ? always : entries.get(entries.size() - 1).value();
  }

  /**
   * Returns the value as it was known at the end of a day.
   *
   * @param day the day
   * @return the value, or empty if none was known
   */
  public Optional<T> on(LocalDate day) {
    return asOf(day).latest();
  }

  /**
   * Returns the value that held on a day, by all that is known.
   *
   * @param day the day
   * @return the value of the last entry from that day or before, or else the undated one; empty if
   *     there is none or it was taken away
   */
  public Optional<T> at(LocalDate day) {
    return entries.stream()
        .filter(entry -> !entry.from().isAfter(day))
        .reduce((earlier, later) -> later)
        .map(Entry::value)
        .orElse(always);
  }

  /** Whether anything is said of a day. */
  boolean reaches(LocalDate day) {
    return always.isPresent() || entries.stream().anyMatch(entry -> !entry.from().isAfter(day));
  }

  /**
   * Returns the history as it was known at the end of a day.
   *
   * @param day the day
   * @return the entries known by then; this history itself if that is all of it
   */
  public History<T> asOf(LocalDate day) {
    return changesAfter(day)
        ? new History<>(
            always, entries.stream().filter(entry -> !entry.known().isAfter(day)).toList())
        : this;
  }

  /** Whether something became known after a day. */
  boolean changesAfter(LocalDate day) {
    for (Entry<T> entry : entries) {
      if (entry.known().isAfter(day)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the days on which something became known.
   *
   * @return the days, without the unknown day of the undated value; unmodifiable
   */
  public SortedSet<LocalDate> days() {
    return entries.stream()
        .map(Entry::known)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  /**
   * Returns all values there ever were.
   *
   * @return the undated value if there is one, then those of the entries in order
   */
  public Stream<T> values() {
    return Stream.concat(always.stream(), entries.stream().flatMap(e -> e.value().stream()));
  }

  /** Returns such as {@code "400 from 2026-03-02, 450 from 2026-05-09"}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(always.map(Object::toString).orElse(""));
    for (Entry<T> entry : entries) {
      text.append(text.length() == 0 ? "" : ", ")
          .append(entry.value().map(Object::toString).orElse("none"))
          .append(" from ")
          .append(entry.from())
          .append(entry.known().equals(entry.from()) ? "" : " known " + entry.known());
    }
    return text.length() == 0 ? "none" : text.toString();
  }
}
