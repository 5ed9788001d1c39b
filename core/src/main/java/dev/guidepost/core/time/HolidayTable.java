package dev.guidepost.core.time;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import dev.guidepost.core.id.PlaceId;
import dev.guidepost.core.style.Words;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Dated holidays by place, each place with the days for which its holidays are known.
 *
 * <p>Immutable. A place that is not in the table, or a day outside what is covered, is an error and
 * never "no holiday": a plan for a year whose holidays nobody has loaded would silently promise too
 * much.
 *
 * <pre>{@code
 * PlaceId us = PlaceId.of("US");
 * Holidays holidays = HolidayTable.builder()
 *     .covering(us, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1))
 *     .holiday(us, LocalDate.of(2026, 7, 3), "Independence Day (observed)")
 *     .build();
 * holidays.on(us, LocalDate.of(2026, 7, 3)); // Optional[Independence Day (observed)]
 * holidays.on(us, LocalDate.of(2027, 1, 1)); // UnknownHolidaysException
 * }</pre>
 */
public final class HolidayTable implements Holidays {

  private final ImmutableSortedMap<PlaceId, Place> places;

  /** The holidays of a place, all of them inside what is covered. */
  private record Place(Period covered, ImmutableSortedMap<LocalDate, String> days) {}

  private HolidayTable(Map<PlaceId, Place> places) {
    this.places = ImmutableSortedMap.copyOf(places);
  }

  /**
   * What a host keeps of a table.
   *
   * @param places the places, ordered by their key
   */
  public record State(List<PlaceState> places) {
    /**
     * Creates a state.
     *
     * @param places the places
     */
    public State {
      places = Words.kept("places", places);
    }
  }

  /**
   * What a host keeps of one place.
   *
   * @param place its key
   * @param from the first day for which its holidays are known, such as {@code "2026-01-01"}
   * @param until the day after the last one
   * @param holidays its holidays, ordered by day
   */
  public record PlaceState(String place, String from, String until, List<HolidayState> holidays) {
    /**
     * Creates a state.
     *
     * @param place its key
     * @param from the first day for which its holidays are known
     * @param until the day after the last one
     * @param holidays its holidays
     */
    public PlaceState {
      holidays = Words.kept("holidays", holidays);
    }
  }

  /**
   * What a host keeps of one holiday.
   *
   * @param day the day on which it is observed, such as {@code "2026-07-03"}
   * @param name what people call it
   */
  public record HolidayState(String day, String name) {}

  /**
   * Returns a builder of a table.
   *
   * @return the builder, of a table that knows no place
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the table that a state was taken from.
   *
   * @param state as {@link #state()} gives it
   * @return the table
   * @throws IllegalArgumentException if a place is no {@link PlaceId} or comes twice, covers no
   *     day, or has a holiday outside what it covers or without a name, or a text is no day
   */
  public static HolidayTable of(State state) {
    Words.requireWhole(state);
    Builder builder = builder();
    for (PlaceState place : state.places()) {
      PlaceId id = PlaceId.of(place.place());
      builder.covering(id, day(id, place.from()), day(id, place.until()));
      for (HolidayState holiday : place.holidays()) {
        builder.holiday(id, day(id, holiday.day()), holiday.name());
      }
    }
    return builder.build();
  }

  private static LocalDate day(PlaceId place, String text) {
    return Words.day("day of the holidays of " + place, text);
  }

  /**
   * Returns what a host keeps.
   *
   * @return the state, which {@link #of(State)} reads back to an equal table
   */
  public State state() {
    return new State(
        places.entrySet().stream()
            .map(entry -> state(entry.getKey(), entry.getValue()))
            .collect(ImmutableList.toImmutableList()));
  }

  private static PlaceState state(PlaceId id, Place place) {
    return new PlaceState(
        id.value(),
        place.covered().start().toString(),
        place.covered().end().toString(),
        place.days().entrySet().stream()
            .map(day -> new HolidayState(day.getKey().toString(), day.getValue()))
            .collect(ImmutableList.toImmutableList()));
  }

  @Override
  public Optional<String> on(PlaceId place, LocalDate day) {
    Place known = places.get(place);
    if (known == null) {
      throw UnknownHolidaysException.ofPlace(place, day);
    }
    if (!known.covered().contains(day)) {
      throw UnknownHolidaysException.ofDay(place, day, known.covered());
    }
    return Optional.ofNullable(known.days().get(day));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HolidayTable that && places.equals(that.places);
  }

  @Override
  public int hashCode() {
    return places.hashCode();
  }

  /** Returns the number of holidays and the places, such as {@code "12 holidays of [US]"}. */
  @Override
  public String toString() {
    int holidays = places.values().stream().mapToInt(place -> place.days().size()).sum();
    return holidays + " holidays of " + places.keySet();
  }

  /** Collects places and their holidays. */
  public static final class Builder {

    private final Map<PlaceId, Period> covered = new TreeMap<>();
    private final Map<PlaceId, SortedMap<LocalDate, Set<String>>> days = new TreeMap<>();

    Builder() {}

    /**
     * Declares the days for which all holidays of a place are given.
     *
     * @param place the place
     * @param from the first day
     * @param until the day after the last one
     * @return this builder
     * @throws IllegalArgumentException if there is no day, or the place has been declared already
     */
    public Builder covering(PlaceId place, LocalDate from, LocalDate until) {
      Period before = covered.putIfAbsent(place, Period.custom(from, until));
      if (before != null) {
        throw new IllegalArgumentException(
            "place must be covered once, but " + place + " was already, for " + before.label());
      }
      return this;
    }

    /**
     * Adds a holiday. Several on one day are kept as one, with each name once.
     *
     * @param place the place
     * @param day the day on which it is observed
     * @param name what people call it
     * @return this builder
     * @throws IllegalArgumentException if the name is blank
     */
    public Builder holiday(PlaceId place, LocalDate day, String name) {
      if (name.isBlank()) {
        throw new IllegalArgumentException(
            "name of the holiday of " + place + " on " + day + " must not be blank");
      }
      days.computeIfAbsent(place, p -> new TreeMap<>())
          .computeIfAbsent(day, d -> new LinkedHashSet<>())
          .add(name);
      return this;
    }

    /**
     * Returns the table.
     *
     * @return the table
     * @throws IllegalArgumentException if a holiday lies outside what is covered for its place
     */
    public HolidayTable build() {
      Map<PlaceId, Place> places = new TreeMap<>();
      covered.forEach(
          (id, period) ->
              places.put(
                  id,
                  new Place(
                      period,
                      ImmutableSortedMap.copyOf(
                          Maps.transformValues(
                              days.getOrDefault(id, ImmutableSortedMap.of()),
                              names -> String.join("; ", names))))));
      days.forEach((id, holidays) -> holidays.keySet().forEach(day -> requireCovered(id, day)));
      return new HolidayTable(places);
    }

    private void requireCovered(PlaceId id, LocalDate day) {
      Period period = covered.get(id);
      if (period == null || !period.contains(day)) {
        throw new IllegalArgumentException(
            "holiday of "
                + id
                + " on "
                + day
                + " must lie in the days covered, but "
                + (period == null ? "none were" : "these were " + period.label()));
      }
    }
  }
}
