package dev.guidepost.core.people;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.PlaceId;
import dev.guidepost.core.style.Words;
import dev.guidepost.core.time.DayFunction;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.Holidays;
import dev.guidepost.core.time.Period;
import dev.guidepost.core.time.WorkingDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Who works when: the working days of each person's place, less leave.
 *
 * <p>Immutable. Whatever counts the days of a person, or spreads an amount over them, multiplies
 * further factors onto {@link #exposure(PersonId)}: that the person belongs to the company, a ramp,
 * a season. Leave has no day on which it became known: who looks back on a day sees all that is
 * known today, also leave that was taken later.
 *
 * <pre>{@code
 * Availability availability = Availability.builder()
 *     .workingDays(WorkingDays.mondayToFriday().withHolidays(holidays))
 *     .place(PlaceId.of("US"))              // of everybody who has no other
 *     .place(ben, PlaceId.of("DE"))
 *     .place(ben, PlaceId.of("AT"), july1)  // he moves
 *     .leave(ana, firstWeekOfMay)
 *     .build();
 * availability.exposure(ana).over(may);     // 15.0: 21 weekdays less a holiday and 5 days of leave
 * availability.share(ana, firstWeekOfMay);  // 0.0
 * }</pre>
 */
public final class Availability {

  /** The place of everybody unless another is declared: {@code "everywhere"}. */
  public static final PlaceId EVERYWHERE = PlaceId.of("everywhere");

  /** Everybody works Monday to Friday, without holidays or leave. */
  public static final Availability ALWAYS = builder().build();

  private final WorkingDays workingDays;
  private final PlaceId place;
  private final ImmutableSortedMap<PersonId, Timeline<PlaceId>> places;
  private final ImmutableSortedMap<PersonId, ImmutableList<Period>> leave;

  private Availability(Builder builder) {
    workingDays = builder.workingDays;
    place = builder.place;
    places = ImmutableSortedMap.copyOf(Maps.transformValues(builder.places, Timeline::of));
    ImmutableSortedMap.Builder<PersonId, ImmutableList<Period>> copy =
        ImmutableSortedMap.naturalOrder();
    builder.leave.forEach(
        (person, periods) ->
            copy.put(person, ImmutableList.sortedCopyOf(ImmutableList.copyOf(periods))));
    leave = copy.build();
  }

  /**
   * What a host keeps, beside the holidays.
   *
   * @param workingDays the working weekdays by place
   * @param place the place of everybody who has no other
   * @param places the people with a place of their own, ordered by person and first day
   * @param leave the leave, ordered by person and first day
   */
  public record State(
      WorkingDays.State workingDays,
      String place,
      List<PlaceState> places,
      List<LeaveState> leave) {
    /**
     * Creates a state.
     *
     * @param workingDays the working weekdays by place
     * @param place the place of everybody who has no other
     * @param places the people with a place of their own
     * @param leave the leave
     */
    public State {
      places = Words.kept("places", places);
      leave = Words.kept("leave", leave);
    }
  }

  /**
   * What a host keeps of where a person works.
   *
   * @param person the id of the person
   * @param place the key of the place
   * @param from the first day there, or empty text if the person always was
   */
  public record PlaceState(String person, String place, String from) {}

  /**
   * What a host keeps of one leave.
   *
   * @param person the id of the person
   * @param from the first day, such as {@code "2026-05-04"}
   * @param until the day after the last one
   */
  public record LeaveState(String person, String from, String until) {}

  /**
   * Returns a builder: at first of everybody working Monday to Friday, without holidays or leave.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the availability that a state was taken from.
   *
   * @param state as {@link #state()} gives it
   * @param holidays the holidays, which are not part of the state
   * @return the availability
   * @throws IllegalArgumentException if an id, weekday or day is none, a person comes to two places
   *     on one day, or a leave has no day
   */
  public static Availability of(State state, Holidays holidays) {
    Words.requireWhole(state);
    Builder builder =
        builder()
            .workingDays(WorkingDays.of(state.workingDays(), holidays))
            .place(PlaceId.of(state.place()));
    state
        .places()
        .forEach(
            own ->
                builder.place(
                    PersonId.of(own.person()),
                    Dated.of(
                        new Dated.State(own.person(), own.place(), own.from(), ""), PlaceId::of)));
    for (LeaveState away : state.leave()) {
      PersonId person = PersonId.of(away.person());
      builder.leave(person, Period.custom(day(person, away.from()), day(person, away.until())));
    }
    return builder.build();
  }

  private static LocalDate day(PersonId person, String text) {
    return Words.day("day of the leave of " + person, text);
  }

  /**
   * Returns what a host keeps, beside the holidays.
   *
   * @return the state, which {@link #of(State, Holidays)} reads back
   */
  public State state() {
    List<PlaceState> own = new ArrayList<>();
    places.forEach(
        (person, history) ->
            history.rows().stream()
                .map(row -> row.state(person))
                .map(row -> new PlaceState(row.subject(), row.value(), row.from()))
                .forEach(own::add));
    List<LeaveState> away = new ArrayList<>();
    leave.forEach(
        (person, periods) ->
            periods.forEach(
                period ->
                    away.add(
                        new LeaveState(
                            person.value(), period.start().toString(), period.end().toString()))));
    return new State(workingDays.state(), place.value(), own, away);
  }

  /**
   * Returns the working days by place.
   *
   * @return the working days
   */
  public WorkingDays workingDays() {
    return workingDays;
  }

  /**
   * Returns the place of everybody who has no other.
   *
   * @return the place
   */
  public PlaceId place() {
    return place;
  }

  /**
   * Returns where a person works on a day.
   *
   * @param person the person, known here or not
   * @param day the day
   * @return the person's own place, else {@link #place()}
   */
  public PlaceId place(PersonId person, LocalDate day) {
    Timeline<PlaceId> own = places.get(person);
    return own == null ? place : own.at(day).orElse(place);
  }

  /**
   * Returns the places of a person's own.
   *
   * @param person the person, known here or not
   * @return where the person works when; without parts for somebody who is always at {@link
   *     #place()}, as on days before the first part
   */
  public Timeline<PlaceId> places(PersonId person) {
    return places.getOrDefault(person, Timeline.of(List.of()));
  }

  /**
   * Returns the working days of a person's place, be the person on leave or not.
   *
   * @param person the person
   * @return 1 on a working day of the place at which the person is on that day, else 0; asked for a
   *     working weekday of which it is not known whether it is a holiday, it throws {@link
   *     dev.guidepost.core.time.UnknownHolidaysException}
   */
  public DayFunction workdays(PersonId person) {
    return places.containsKey(person)
        ? day -> workingDays.isWorkday(place(person, day), day) ? 1 : 0
        : workingDays.at(place);
  }

  /**
   * Tells whether a day is one of the working weekdays of a person's place, holidays among them.
   *
   * @param person the person
   * @param day the day
   * @return true if the place at which the person is on that day works on its day of the week
   */
  public boolean isWeekday(PersonId person, LocalDate day) {
    return workingDays.isWeekday(place(person, day), day);
  }

  /** How many working weekdays a week has at the person's place. */
  int weekdays(PersonId person, LocalDate day) {
    PlaceId at = place(person, day);
    return (int)
        day.datesUntil(day.plusWeeks(1)).filter(other -> workingDays.isWeekday(at, other)).count();
  }

  /**
   * Tells whether a person is on leave.
   *
   * @param person the person
   * @param day the day
   * @return true if a period of leave holds the day
   */
  public boolean onLeave(PersonId person, LocalDate day) {
    return holds(leave.getOrDefault(person, ImmutableList.of()), day);
  }

  private static boolean holds(List<Period> periods, LocalDate day) {
    for (Period period : periods) {
      if (period.contains(day)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the days that a person works.
   *
   * @param person the person
   * @return {@code "workday"}, 1 on a working day of the person's place, times {@code "leave"}, 0
   *     on a day of leave; asked for a working weekday of which it is not known whether it is a
   *     holiday, it throws {@link dev.guidepost.core.time.UnknownHolidaysException}
   */
  public Exposure exposure(PersonId person) {
    ImmutableList<Period> away = leave.getOrDefault(person, ImmutableList.of());
    return Exposure.of("workday", workdays(person)).times("leave", day -> holds(away, day) ? 0 : 1);
  }

  /**
   * Returns how much of a period a person works.
   *
   * @param person the person
   * @param period the period
   * @return the days of {@link #exposure(PersonId)} over the working weekdays of the person's
   *     place, holidays among them: a week with two holidays is .6 of a week for everybody who
   *     works five days; 0 to 1; 1 for a period without a working weekday
   * @throws dev.guidepost.core.time.UnknownHolidaysException if it is not known which of its
   *     working weekdays are holidays
   */
  public double share(PersonId person, Period period) {
    return share(person, exposure(person), period);
  }

  /**
   * Returns how much of a period counts for a person by an exposure that has more factors than are
   * known here.
   *
   * @param person the person
   * @param exposure {@link #exposure(PersonId)} times other factors
   * @param period the period
   * @return the days of the exposure over the working weekdays of the person's place, holidays
   *     among them, 0 or more; 1 for a period without a working weekday
   * @throws IllegalArgumentException if a factor gives a number that is negative, infinite or none
   */
  public double share(PersonId person, Exposure exposure, Period period) {
    int weekdays = 0;
    for (LocalDate day = period.start(); day.isBefore(period.end()); day = day.plusDays(1)) {
      weekdays += isWeekday(person, day) ? 1 : 0;
    }
    return weekdays == 0 ? 1 : exposure.over(period) / weekdays;
  }

  /**
   * Tells whether the other has the same working days, holidays, places and leave.
   *
   * @param other anything
   * @return true if it answers every question alike because it was told the same
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof Availability that
        && workingDays.equals(that.workingDays)
        && place.equals(that.place)
        && places.equals(that.places)
        && leave.equals(that.leave);
  }

  @Override
  public int hashCode() {
    return Objects.hash(workingDays, place, places, leave);
  }

  /** Returns working weekdays and how many people have leave, on one line. */
  @Override
  public String toString() {
    return workingDays + "; leave of " + leave.size() + " people";
  }

  /** Collects working days, places and leave. */
  public static final class Builder {

    private final Map<PersonId, List<Dated<PlaceId>>> places = new TreeMap<>();
    private final Map<PersonId, List<Period>> leave = new TreeMap<>();
    private WorkingDays workingDays = WorkingDays.mondayToFriday();
    private PlaceId place = EVERYWHERE;

    Builder() {}

    /**
     * Sets the working days, with their holidays.
     *
     * @param days the working days by place
     * @return this builder
     */
    public Builder workingDays(WorkingDays days) {
      workingDays = Objects.requireNonNull(days, "working days");
      return this;
    }

    /**
     * Sets the place of everybody who has no other.
     *
     * @param usual the place, {@link #EVERYWHERE} unless set
     * @return this builder
     */
    public Builder place(PlaceId usual) {
      place = Objects.requireNonNull(usual, "place");
      return this;
    }

    /**
     * Sets the place of one person, until a day from which another is set.
     *
     * @param person the person
     * @param own the place
     * @return this builder
     * @throws IllegalArgumentException if the person has another place already
     */
    public Builder place(PersonId person, PlaceId own) {
      return place(person, Dated.always(own));
    }

    /**
     * Sets the place of one person from a day on, until a later day from which another is set.
     *
     * @param person the person
     * @param own the place
     * @param from the first day there
     * @return this builder
     * @throws IllegalArgumentException if the person has another place from the same day on
     */
    public Builder place(PersonId person, PlaceId own, LocalDate from) {
      return place(person, Dated.from(own, from));
    }

    private Builder place(PersonId person, Dated<PlaceId> own) {
      List<Dated<PlaceId>> rows = places.computeIfAbsent(person, key -> new ArrayList<>());
      for (Dated<PlaceId> row : rows) {
        if (row.from().equals(own.from()) && !row.equals(own)) {
          throw new IllegalArgumentException(
              "person must have one place, but "
                  + person
                  + " has "
                  + row.value()
                  + " and "
                  + own.value()
                  + own.from().map(day -> " from " + day).orElse(""));
        }
      }
      rows.add(own);
      return this;
    }

    /**
     * Adds leave of a person.
     *
     * @param person the person
     * @param period the days; they may overlap those of other leave
     * @return this builder
     */
    public Builder leave(PersonId person, Period period) {
      leave
          .computeIfAbsent(person, key -> new ArrayList<>())
          .add(Period.custom(period.start(), period.end()));
      return this;
    }

    /**
     * Adds leave of several people.
     *
     * @param periods periods of leave by person; they may overlap
     * @return this builder
     */
    public Builder leave(Map<PersonId, ? extends List<Period>> periods) {
      periods.forEach((person, own) -> own.forEach(period -> leave(person, period)));
      return this;
    }

    /**
     * Returns the availability.
     *
     * @return the availability
     */
    public Availability build() {
      return new Availability(this);
    }
  }
}
