package dev.guidepost.targets.funnel;

import com.google.common.collect.ImmutableSortedMap;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.PlaceId;
import dev.guidepost.core.people.Availability;
import dev.guidepost.core.people.Timeline;
import dev.guidepost.core.time.DayFunction;
import dev.guidepost.core.time.Period;
import dev.guidepost.core.time.WorkingDays;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * By how much open deals grow older in a day: not at all on a holiday of their owner's place, on
 * which nothing moves and nothing is won, and on other days by a little more than a day, so that
 * over the days observed ages are calendar days on average.
 *
 * <p>Win curves are by age in calendar days, and so hold the usual weekends and the usual share of
 * holidays. What lies ahead may hold more of them, such as the end of a year, or fewer. A holiday
 * takes a working day out of its week, so the days of rest after it count for less too: a week with
 * one holiday of five working days is four fifths of a week. Without holidays, every day is a day.
 *
 * <p>The leave of an owner does not count: buyers decide while the owner is away and colleagues
 * answer, and the curve holds what usual leave costs.
 *
 * <pre>{@code
 * DealAgeing ageing = DealAgeing.of(availability, organisation.people(), observed);
 * ageing.of(ana).on(christmas);                      // 0.0
 * WinCurve anas = curve.withAgeing(ageing.of(ana));
 * }</pre>
 */
public final class DealAgeing {

  private static final int WEEK = 7;
  private static final Timeline<PlaceId> USUAL = Timeline.of(List.of());
  private static final Comparator<Timeline<PlaceId>> BY_TEXT =
      Comparator.comparing(Timeline::toString);

  private final Availability availability;
  private final double usual;
  private final ImmutableSortedMap<Timeline<PlaceId>, DayFunction> byPlaces;

  private DealAgeing(
      Availability availability,
      Collection<Timeline<PlaceId>> places,
      LocalDate from,
      double usual) {
    this.availability = availability;
    this.usual = usual;
    ImmutableSortedMap.Builder<Timeline<PlaceId>, DayFunction> functions =
        ImmutableSortedMap.orderedBy(BY_TEXT);
    for (Timeline<PlaceId> place : places) {
      DayFunction counts = counts(availability, place, from);
      functions.put(place, day -> day.isBefore(from) ? 1 : counts.on(day) / usual);
    }
    this.byPlaces = functions.build();
  }

  /**
   * Learns how many holidays are usual.
   *
   * @param availability where people work; the holidays must be known on the days observed, and on
   *     those that are asked for later
   * @param owners the owners of deals, each counted once; whoever else is asked for works at the
   *     usual place
   * @param observed the days on which closings were observed
   * @return the ageing
   * @throws dev.guidepost.core.time.UnknownHolidaysException if it is not known which of the days
   *     observed are holidays
   */
  public static DealAgeing of(
      Availability availability, Collection<PersonId> owners, Period observed) {
    Map<Timeline<PlaceId>, Integer> places = new TreeMap<>(BY_TEXT);
    places.put(USUAL, owners.isEmpty() ? 1 : 0);
    owners.forEach(owner -> places.merge(availability.places(owner), 1, Integer::sum));
    long length = ChronoUnit.DAYS.between(observed.start(), observed.end());
    double counted = 0;
    long weight = 0;
    for (Map.Entry<Timeline<PlaceId>, Integer> place : places.entrySet()) {
      if (place.getValue() > 0) {
        DayFunction counts = counts(availability, place.getKey(), observed.start());
        double sum = observed.start().datesUntil(observed.end()).mapToDouble(counts::on).sum();
        counted += sum / length * place.getValue();
        weight += place.getValue();
      }
    }
    double usual = counted == 0 ? 1 : counted / weight;
    return new DealAgeing(availability, places.keySet(), observed.start(), usual);
  }

  /** A working day counts in full, a holiday not, a day of rest as the working days before it. */
  private static DayFunction counts(
      Availability availability, Timeline<PlaceId> places, LocalDate from) {
    WorkingDays days = availability.workingDays();
    return day -> {
      PlaceId place = places.at(day).orElse(availability.place());
      if (days.isWeekday(place, day)) {
        return days.isWorkday(place, day) ? 1 : 0;
      }
      LocalDate week = day.minusDays(WEEK - 1);
      int weekdays = 0;
      int worked = 0;
      for (LocalDate d = week.isBefore(from) ? from : week; d.isBefore(day); d = d.plusDays(1)) {
        weekdays += days.isWeekday(place, d) ? 1 : 0;
        worked += days.isWorkday(place, d) ? 1 : 0;
      }
      return weekdays == 0 ? 1 : (double) worked / weekdays;
    };
  }

  /**
   * Returns by how much the deals of an owner grow older in a day.
   *
   * @param owner the owner
   * @return 0 on a holiday of the place where the owner is on that day, about 1 on other days; 1 on
   *     days before those observed; the same for all owners of the same places
   */
  public DayFunction of(PersonId owner) {
    DayFunction own = byPlaces.get(availability.places(owner));
    return own != null ? own : Objects.requireNonNull(byPlaces.get(USUAL));
  }

  /** Returns the usual share of holidays on one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%.1f %% of days observed lost to holidays", (1 - usual) * 100);
  }
}
