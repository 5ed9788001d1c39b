package dev.guidepost.core.people;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.PlaceId;
import dev.guidepost.core.time.DayFunction;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.Period;
import dev.guidepost.core.time.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Who is on leave when.
 *
 * <p>Immutable. Where a share of a period is asked for, days of work are Monday to Friday, and what
 * keeps everybody from work alike, such as a public holiday, need not be given; with holidays, ask
 * an {@link Exposure} of working days and {@link #of(PersonId)}.
 *
 * <pre>{@code
 * Availability availability = Availability.of(Map.of(ana, List.of(firstWeekOfMay)));
 * availability.share(ana, firstWeekOfMay); // 0.0
 * }</pre>
 */
public final class Availability {

  private static final Exposure WEEKDAYS =
      Exposure.of("workday", WorkingDays.mondayToFriday().at(PlaceId.of("anywhere")));

  /** Everybody is always there. */
  public static final Availability ALWAYS = new Availability(Map.of());

  private final ImmutableMap<PersonId, ImmutableList<Period>> leave;

  private Availability(Map<PersonId, ? extends List<Period>> leave) {
    ImmutableMap.Builder<PersonId, ImmutableList<Period>> copy = ImmutableMap.builder();
    leave.forEach((person, periods) -> copy.put(person, ImmutableList.copyOf(periods)));
    this.leave = copy.build();
  }

  /**
   * Returns the availability that some leave makes.
   *
   * @param leave periods of leave by person; they may overlap
   * @return the availability
   */
  public static Availability of(Map<PersonId, ? extends List<Period>> leave) {
    return new Availability(leave);
  }

  /**
   * Tells whether a person is on leave.
   *
   * @param person the person
   * @param day the day
   * @return true if a period of leave holds the day
   */
  public boolean onLeave(PersonId person, LocalDate day) {
    return leave.getOrDefault(person, ImmutableList.of()).stream()
        .anyMatch(period -> period.contains(day));
  }

  /**
   * Returns the presence of a person as a day function, to be a factor of an {@link Exposure}.
   *
   * @param person the person
   * @return 0 on a day of leave, 1 on any other
   */
  public DayFunction of(PersonId person) {
    Objects.requireNonNull(person, "person");
    return day -> onLeave(person, day) ? 0 : 1;
  }

  /**
   * Returns how much of a period a person can work.
   *
   * @param person the person
   * @param period the period
   * @return the share of its days from Monday to Friday on which the person is not on leave, 0 to
   *     1; 1 for a period without such days
   */
  public double share(PersonId person, Period period) {
    if (!leave.containsKey(person)) {
      return 1;
    }
    double days = WEEKDAYS.over(period);
    return days == 0 ? 1 : WEEKDAYS.times("there", of(person)).over(period) / days;
  }

  /** Returns how many people have leave. */
  @Override
  public String toString() {
    return "leave of " + leave.size() + " people";
  }
}
