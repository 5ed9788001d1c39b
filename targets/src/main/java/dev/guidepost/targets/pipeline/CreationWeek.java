package dev.guidepost.targets.pipeline;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.people.Availability;
import dev.guidepost.core.time.DayFunction;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A week in which opportunities can be created.
 *
 * @param week the week
 * @param exposure how much of a full week it is worth: working days, leave, ramp and season of
 *     creation together, 0 or more
 * @param chance how likely a deal that is opened in it is won in time, 0 to 1
 */
public record CreationWeek(Period week, double exposure, double chance) {

  /**
   * Creates a week.
   *
   * @param week the week
   * @param exposure how much of a full week it is worth
   * @param chance how likely a deal that is opened in it is won in time
   * @throws IllegalArgumentException if a part is out of bounds
   */
  public CreationWeek {
    if (!(exposure >= 0 && exposure <= 1e6)) {
      throw new IllegalArgumentException("exposure must be 0 or more, but was " + exposure);
    }
    if (!(chance >= 0 && chance <= 1)) {
      throw new IllegalArgumentException("chance must be 0 to 1, but was " + chance);
    }
  }

  /**
   * Returns the weeks of a person. Only days after today count, and a deal is as likely opened on
   * one working day of a week as on another.
   *
   * @param weeks the weeks, in order
   * @param person the person
   * @param availability who works when
   * @param exposure {@link Availability#exposure(PersonId)} times what else counts, each once:
   *     ramp, presence, a season of creation
   * @param chances the chances by the end asked for
   * @return one for each week; unmodifiable
   * @throws dev.guidepost.core.time.UnknownHolidaysException if it is not known which days are
   *     holidays
   */
  public static List<CreationWeek> of(
      List<Period> weeks,
      PersonId person,
      Availability availability,
      Exposure exposure,
      StageChances chances) {
    Exposure ahead = exposure.times("ahead", day -> day.isAfter(chances.today()) ? 1 : 0);
    return weeks.stream()
        .map(
            week ->
                new CreationWeek(
                    week,
                    availability.share(person, ahead, week),
                    chance(week, availability.workdays(person), chances)))
        .collect(ImmutableList.toImmutableList());
  }

  /** The mean chance over the working days that are left of a week, or over all days left. */
  private static double chance(Period week, DayFunction works, StageChances chances) {
    double sum = 0;
    double count = 0;
    for (DayFunction counts : List.of(works, DayFunction.ALWAYS)) {
      for (LocalDate day = week.start(); day.isBefore(week.end()); day = day.plusDays(1)) {
        if (day.isAfter(chances.today()) && counts.on(day) > 0) {
          sum += chances.ofNew(day);
          count++;
        }
      }
      if (count > 0) {
        return Math.min(1, sum / count);
      }
    }
    return 0;
  }

  /** Returns week, exposure and chance on one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "week of %s: %.2f of a full week, %.1f %% won in time",
        week.start(),
        exposure,
        chance * 100);
  }
}
