package dev.guidepost.core.people;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What held when, of one thing: the roles of a person, the territories of an account.
 *
 * <p>Made of {@link Dated} rows in any order, the same for any order and with rows given twice. A
 * row without an end lasts until a later row begins and does not come back afterwards; a row with
 * an end lasts to that end. Where rows with different values hold the same day, nobody can tell
 * which is right: the day has no value, and the stretch is one of the {@linkplain #clashes()
 * clashes}. What held on a day never depends on rows that begin after it.
 *
 * <pre>{@code
 * Timeline<RoleId> roles = Timeline.of(List.of(Dated.from(field, may1), Dated.always(inside)));
 * roles.at(april30); // Optional[inside]
 * roles.parts();     // [inside [..., 2026-05-01), field [2026-05-01, ...)]
 * }</pre>
 *
 * @param <V> the type of what held: immutable, with an {@code equals} and a {@code toString} that
 *     tell values apart
 */
public final class Timeline<V> {

  private static final Comparator<Dated<?>> ORDER =
      Comparator.<Dated<?>>comparingLong(Dated::first)
          .thenComparingLong(Dated::end)
          .thenComparing(row -> row.value().toString());

  private final ImmutableList<Dated<V>> rows;
  private final ImmutableList<Dated<V>> parts;
  private final ImmutableList<Dated<List<V>>> clashes;
  private final long[] starts;
  private final long[] clashStarts;

  private Timeline(Collection<Dated<V>> given) {
    rows = ImmutableList.sortedCopyOf(ORDER, new LinkedHashSet<>(given));
    List<Stretch<V>> stretches = stretches(rows);
    parts =
        stretches.stream()
            .filter(stretch -> stretch.values.size() == 1)
            .map(stretch -> stretch.dated(stretch.values.get(0)))
            .collect(ImmutableList.toImmutableList());
    clashes =
        stretches.stream()
            .filter(stretch -> stretch.values.size() > 1)
            .map(stretch -> stretch.<List<V>>dated(stretch.values))
            .collect(ImmutableList.toImmutableList());
    starts = parts.stream().mapToLong(Dated::first).toArray();
    clashStarts = clashes.stream().mapToLong(Dated::first).toArray();
  }

  /**
   * Returns the history that rows tell.
   *
   * @param <V> the type of what held
   * @param rows the rows, in any order
   * @return the history
   */
  public static <V> Timeline<V> of(Collection<Dated<V>> rows) {
    return new Timeline<>(rows);
  }

  /** The stretches on which the same values hold, in order, those without any left out. */
  private static <V> List<Stretch<V>> stretches(List<Dated<V>> rows) {
    NavigableMap<Long, List<Dated<V>>> begins = new TreeMap<>();
    rows.forEach(row -> begins.computeIfAbsent(row.first(), day -> new ArrayList<>()).add(row));
    NavigableMap<Long, List<Dated<V>>> ends = new TreeMap<>();
    for (Dated<V> row : rows) {
      Long next = row.until().isPresent() ? null : begins.higherKey(row.first());
      ends.computeIfAbsent(next == null ? row.end() : next, day -> new ArrayList<>()).add(row);
    }
    NavigableMap<Long, List<Dated<V>>> days = new TreeMap<>(begins);
    ends.keySet().forEach(day -> days.putIfAbsent(day, List.of()));
    Map<V, Integer> ranks = ranks(rows);
    List<V> values = List.copyOf(ranks.keySet());
    List<Stretch<V>> stretches = new ArrayList<>();
    NavigableMap<Integer, Integer> holding = new TreeMap<>(); // how many rows hold each value
    for (Map.Entry<Long, List<Dated<V>>> change : days.entrySet()) {
      for (Dated<V> ended : ends.getOrDefault(change.getKey(), List.of())) {
        holding.computeIfPresent(rank(ended, ranks), (rank, n) -> n == 1 ? null : n - 1);
      }
      change.getValue().forEach(begun -> holding.merge(rank(begun, ranks), 1, Integer::sum));
      Long until = days.higherKey(change.getKey());
      if (!holding.isEmpty() && until != null) {
        ImmutableList<V> held =
            holding.keySet().stream().map(values::get).collect(ImmutableList.toImmutableList());
        add(stretches, new Stretch<>(change.getKey(), until, held));
      }
    }
    return stretches;
  }

  private static <V> int rank(Dated<V> row, Map<V, Integer> ranks) {
    return Objects.requireNonNull(ranks.get(row.value()));
  }

  /** The places of the different values in the order of their texts. */
  private static <V> Map<V, Integer> ranks(List<Dated<V>> rows) {
    Map<V, String> texts = new LinkedHashMap<>();
    rows.forEach(row -> texts.computeIfAbsent(row.value(), Object::toString));
    Map<V, Integer> ranks = new LinkedHashMap<>();
    texts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(entry -> ranks.put(entry.getKey(), ranks.size()));
    return ranks;
  }

  private static <V> void add(List<Stretch<V>> stretches, Stretch<V> next) {
    int last = stretches.size() - 1;
    if (last >= 0
        && stretches.get(last).until == next.from
        && stretches.get(last).values.size() == next.values.size()
        && stretches.get(last).values.equals(next.values)) {
      stretches.set(last, new Stretch<>(stretches.get(last).from, next.until, next.values));
    } else {
      stretches.add(next);
    }
  }

  /**
   * Returns what held on a day.
   *
   * @param day the day
   * @return the value, or empty if no row holds the day, or rows with different values do
   */
  public Optional<V> at(LocalDate day) {
    return part(day).map(Dated::value);
  }

  /**
   * Returns what held on a day, with the days around it on which it held too.
   *
   * @param day the day
   * @return one of {@link #parts()}, or empty if none holds the day
   */
  public Optional<Dated<V>> part(LocalDate day) {
    return holding(parts, starts, day);
  }

  private static <T> Optional<Dated<T>> holding(
      List<Dated<T>> ordered, long[] starts, LocalDate day) {
    int found = Arrays.binarySearch(starts, day.toEpochDay());
    int at = found >= 0 ? found : -found - 2;
    return at < 0 ? Optional.empty() : Optional.of(ordered.get(at)).filter(p -> p.contains(day));
  }

  /**
   * Returns what held when: what the rows come to.
   *
   * @return parts that do not overlap, in order of time; of two that meet the values differ;
   *     unmodifiable
   */
  public List<Dated<V>> parts() {
    return parts;
  }

  /**
   * Returns when rows contradict each other.
   *
   * @return the values, at least two, and the days on which all of them are claimed, in order of
   *     time; unmodifiable
   */
  public List<Dated<List<V>>> clashes() {
    return clashes;
  }

  /**
   * Returns the contradiction of a day.
   *
   * @param day the day
   * @return one of {@link #clashes()}, or empty if the rows agree on the day or none holds it
   */
  public Optional<Dated<List<V>>> clash(LocalDate day) {
    return holding(clashes, clashStarts, day);
  }

  /** What rows say that held on a day: one value, several that contradict each other, or none. */
  List<V> claimed(LocalDate day) {
    return clash(day).map(Dated::value).orElseGet(() -> at(day).map(List::of).orElse(List.of()));
  }

  /** Since when a value has been claimed without a break, alone or with others. */
  long since(V value, LocalDate day) {
    long first = Long.MAX_VALUE;
    LocalDate at = day;
    while (claimed(at).contains(value)) {
      LocalDate inside = at;
      first = clash(at).map(Dated::first).orElseGet(() -> part(inside).orElseThrow().first());
      if (first == Long.MIN_VALUE) {
        return first;
      }
      at = LocalDate.ofEpochDay(first - 1);
    }
    return first;
  }

  /**
   * Returns what it was made of.
   *
   * @return the rows, each once, ordered by first day, end and text of the value; unmodifiable
   */
  public List<Dated<V>> rows() {
    return rows;
  }

  /** Returns whether the other is a history of the same rows. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Timeline<?> that && rows.equals(that.rows);
  }

  @Override
  public int hashCode() {
    return rows.hashCode();
  }

  /** Returns the parts, such as {@code "[inside [..., 2026-05-01), field [2026-05-01, ...)]"}. */
  @Override
  public String toString() {
    return parts.toString();
  }

  /** Days on which the same values hold. */
  private record Stretch<V>(long from, long until, ImmutableList<V> values) {

    <T> Dated<T> dated(T value) {
      return new Dated<>(
          value,
          from == Long.MIN_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(from)),
          until == Long.MAX_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(until)));
    }
  }
}
