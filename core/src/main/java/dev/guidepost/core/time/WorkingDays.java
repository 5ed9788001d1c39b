package dev.guidepost.core.time;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Sets;
import dev.guidepost.core.id.PlaceId;
import dev.guidepost.core.style.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which days are worked, by place: the working weekdays that are no holidays.
 *
 * <p>Immutable. Holidays are looked up on working weekdays only, so that a Saturday is no workday
 * whether or not its holidays are known.
 *
 * <pre>{@code
 * WorkingDays days = WorkingDays.mondayToFriday().withHolidays(holidays);
 * days.count(us, calendar.period("2026-Q1"));        // 61
 * days.plus(us, LocalDate.of(2026, 7, 2), 1);        // 2026-07-06
 * Exposure.of("workday", days.at(us)).over(quarter); // 61.0
 * }</pre>
 */
public final class WorkingDays {

  /** After so many days without work in a row, none is taken to follow. */
  private static final int LONGEST_REST = 1_000;

  private final ImmutableSet<DayOfWeek> weekdays;
  private final ImmutableSortedMap<PlaceId, ImmutableSet<DayOfWeek>> byPlace;
  private final Holidays holidays;

  private WorkingDays(
      ImmutableSet<DayOfWeek> weekdays,
      Map<PlaceId, ImmutableSet<DayOfWeek>> byPlace,
      Holidays holidays) {
    this.weekdays = weekdays;
    this.byPlace = ImmutableSortedMap.copyOf(byPlace);
    this.holidays = Objects.requireNonNull(holidays, "holidays");
  }

  /**
   * What a host keeps, beside the holidays.
   *
   * @param weekdays the working weekdays of all other places, such as {@code "MONDAY"}
   * @param places the places with working weekdays of their own, ordered by their key
   */
  public record State(List<String> weekdays, List<PlaceState> places) {
    /**
     * Creates a state.
     *
     * @param weekdays the working weekdays of all other places
     * @param places the places with working weekdays of their own
     */
    public State {
      weekdays = Words.kept("weekdays", weekdays);
      places = Words.kept("places", places);
    }
  }

  /**
   * What a host keeps of one place.
   *
   * @param place its key
   * @param weekdays its working weekdays, such as {@code "SUNDAY"}
   */
  public record PlaceState(String place, List<String> weekdays) {
    /**
     * Creates a state.
     *
     * @param place its key
     * @param weekdays its working weekdays
     */
    public PlaceState {
      weekdays = Words.kept("weekdays", weekdays);
    }
  }

  /**
   * Returns working days from Monday to Friday everywhere, without holidays.
   *
   * @return the working days
   */
  public static WorkingDays mondayToFriday() {
    return new WorkingDays(
        Sets.immutableEnumSet(
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY),
        Map.of(),
        Holidays.NONE);
  }

  /**
   * Returns the working days that a state was taken from.
   *
   * @param state as {@link #state()} gives it
   * @param holidays the holidays, which are not part of the state
   * @return the working days
   * @throws IllegalArgumentException if a weekday or a place is none, or a place comes twice or has
   *     no weekday
   */
  public static WorkingDays of(State state, Holidays holidays) {
    Words.requireWhole(state);
    WorkingDays days =
        mondayToFriday().withHolidays(holidays).withWeekdays(weekdays(state.weekdays()));
    for (PlaceState place : state.places()) {
      PlaceId id = PlaceId.of(place.place());
      if (days.byPlace.containsKey(id)) {
        throw new IllegalArgumentException("place must be given once, but " + id + " was twice");
      }
      days = days.withWeekdays(id, weekdays(place.weekdays()));
    }
    return days;
  }

  private static Set<DayOfWeek> weekdays(List<String> names) {
    return names.stream().map(WorkingDays::weekday).collect(Sets.toImmutableEnumSet());
  }

  private static DayOfWeek weekday(String name) {
    try {
      return DayOfWeek.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "weekday must be one such as MONDAY, but was \"" + name + "\"", e);
    }
  }

  /**
   * Returns what a host keeps, beside the holidays.
   *
   * @return the state, which {@link #of(State, Holidays)} reads back
   */
  public State state() {
    return new State(
        names(weekdays),
        byPlace.entrySet().stream()
            .map(place -> new PlaceState(place.getKey().value(), names(place.getValue())))
            .collect(ImmutableList.toImmutableList()));
  }

  private static List<String> names(Set<DayOfWeek> weekdays) {
    return weekdays.stream().map(DayOfWeek::name).toList();
  }

  /**
   * Returns these working days with other holidays.
   *
   * @param others what is asked for holidays instead
   * @return the working days
   */
  public WorkingDays withHolidays(Holidays others) {
    return new WorkingDays(weekdays, byPlace, others);
  }

  /**
   * Returns these working days with other weekdays at all places that have none of their own.
   *
   * @param worked the working weekdays
   * @return the working days
   * @throws IllegalArgumentException if there is no weekday
   */
  public WorkingDays withWeekdays(Set<DayOfWeek> worked) {
    return new WorkingDays(checked(worked), byPlace, holidays);
  }

  /**
   * Returns these working days with weekdays of its own at one place.
   *
   * @param place the place
   * @param worked its working weekdays, such as Sunday to Thursday
   * @return the working days
   * @throws IllegalArgumentException if there is no weekday
   */
  public WorkingDays withWeekdays(PlaceId place, Set<DayOfWeek> worked) {
    Map<PlaceId, ImmutableSet<DayOfWeek>> places = new TreeMap<>(byPlace);
    places.put(place, checked(worked));
    return new WorkingDays(weekdays, places, holidays);
  }

  private static ImmutableSet<DayOfWeek> checked(Set<DayOfWeek> worked) {
    if (worked.isEmpty()) {
      throw new IllegalArgumentException("working weekdays must be at least one, but were none");
    }
    return Sets.immutableEnumSet(worked);
  }

  /**
   * Tells whether a day is worked.
   *
   * @param place the place
   * @param day the day
   * @return true if it is a working weekday of the place and no holiday there
   * @throws UnknownHolidaysException if it is a working weekday and the holidays do not know it
   */
  public boolean isWorkday(PlaceId place, LocalDate day) {
    return isWeekday(place, day) && holidays.on(place, day).isEmpty();
  }

  /**
   * Tells whether a day would be worked if it were no holiday.
   *
   * @param place the place
   * @param day the day
   * @return true if it is a working weekday of the place, a holiday or not; holidays are not looked
   *     up
   */
  public boolean isWeekday(PlaceId place, LocalDate day) {
    return byPlace.getOrDefault(place, weekdays).contains(day.getDayOfWeek());
  }

  /**
   * Returns how many days of a period are worked.
   *
   * @param place the place
   * @param period the period
   * @return the number of working days, 0 or more
   * @throws UnknownHolidaysException if the holidays do not know one of its working weekdays
   */
  public int count(PlaceId place, Period period) {
    return count(place, period.start(), period.end());
  }

  /**
   * Returns how many days of a range are worked.
   *
   * @param place the place
   * @param from the first day
   * @param until the day after the last one
   * @return the number of working days; 0 if {@code until} is not after {@code from}
   * @throws UnknownHolidaysException if the holidays do not know one of its working weekdays
   */
  public int count(PlaceId place, LocalDate from, LocalDate until) {
    int count = 0;
    for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
      count += isWorkday(place, day) ? 1 : 0;
    }
    return count;
  }

  /**
   * Returns the day that lies a number of working days after, or before, a day.
   *
   * <p>With the day before a period starts, the result is the period's n-th working day.
   *
   * @param place the place
   * @param day the day to count from, worked or not; it is not counted itself
   * @param n how many working days after it, or before it where negative
   * @return the n-th working day after the day, or before it; the day itself for 0
   * @throws UnknownHolidaysException if the holidays do not know a working weekday on the way
   * @throws IllegalStateException if 1,000 days in a row are not worked
   */
  public LocalDate plus(PlaceId place, LocalDate day, int n) {
    int step = n < 0 ? -1 : 1;
    LocalDate reached = day;
    LocalDate worked = day;
    for (long left = Math.abs((long) n); left > 0; ) {
      reached = reached.plusDays(step);
      if (isWorkday(place, reached)) {
        worked = reached;
        left--;
      } else if (Math.abs(reached.toEpochDay() - worked.toEpochDay()) >= LONGEST_REST) {
        throw new IllegalStateException(
            "place must work one day in "
                + LONGEST_REST
                + ", but "
                + place
                + " did not to "
                + reached);
      }
    }
    return reached;
  }

  /**
   * Returns the working days of a place as a day function.
   *
   * @param place the place
   * @return 1 on a working day, 0 on any other; asked for a day that the holidays do not know, it
   *     throws {@link UnknownHolidaysException}
   */
  public DayFunction at(PlaceId place) {
    Objects.requireNonNull(place, "place");
    return day -> isWorkday(place, day) ? 1 : 0;
  }

  /**
   * Tells whether the other are the same weekdays everywhere, with equal holidays.
   *
   * @param other anything
   * @return true if they are
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof WorkingDays that
        && weekdays.equals(that.weekdays)
        && byPlace.equals(that.byPlace)
        && holidays.equals(that.holidays);
  }

  @Override
  public int hashCode() {
    return Objects.hash(weekdays, byPlace, holidays);
  }

  /** Returns the working weekdays, in general and by place. */
  @Override
  public String toString() {
    return "works on " + weekdays + (byPlace.isEmpty() ? "" : ", but at places on " + byPlace);
  }
}
