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
 * <p>Entries stand in the order of (known, row), whatever order they were given in; of two with the
 * same day and row the one given later stands later. Nothing is ever overwritten: a new value is a
 * new entry, and {@link #asOf(LocalDate)} shows the history as it was.
 *
 * <pre>{@code
 * History<Quantity> amount = History.<Quantity>none()
 *     .with(LocalDate.of(2026, 3, 2), Quantity.of(400))
 *     .with(LocalDate.of(2026, 5, 9), Quantity.of(450));
 * amount.latest();                            // Optional[450]
 * amount.on(LocalDate.of(2026, 5, 8));        // Optional[400]
 * amount.on(LocalDate.of(2026, 3, 1));        // Optional.empty
 * }</pre>
 *
 * @param <T> what is known, an immutable value
 * @param always the value that the source does not date: it holds until the first entry
 * @param entries the dated values; unmodifiable
 */
public record History<T>(Optional<T> always, List<Entry<T>> entries) {

  private static final Comparator<Entry<?>> ORDER =
      Comparator.<Entry<?>, LocalDate>comparing(Entry::known).thenComparingInt(Entry::row);

  /**
   * A value from the day on which it was known.
   *
   * @param <T> what is known
   * @param known the day from whose end on it is known
   * @param row its place among those of the same day, such as the number of its row in the source
   * @param value the value; empty if it was taken away
   */
  public record Entry<T>(LocalDate known, int row, Optional<T> value) {
    /**
     * Creates an entry.
     *
     * @param known the day from whose end on it is known
     * @param row its place among those of the same day
     * @param value the value
     */
    public Entry {
      Objects.requireNonNull(known, "known");
      Objects.requireNonNull(value, "value");
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
   * Returns the value that is known last.
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
   * Returns the history as it was known at the end of a day.
   *
   * @param day the day
   * @return the entries known by then; this history itself if that is all of it
   */
  public History<T> asOf(LocalDate day) {
    int size = entries.size();
    while (size > 0 && entries.get(size - 1).known().isAfter(day)) {
      size--;
    }
    return size == entries.size() ? this : new History<>(always, entries.subList(0, size));
  }

  /** Whether something became known after a day. */
  boolean changesAfter(LocalDate day) {
    return !entries.isEmpty() && entries.get(entries.size() - 1).known().isAfter(day);
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
          .append(entry.known());
    }
    return text.length() == 0 ? "none" : text.toString();
  }
}
