package dev.guidepost.targets.plan;

import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.List;

/** The weeks of a plan. */
final class Weeks {

  private Weeks() {}

  /** The weeks of a calendar from the first day of one on that start before an end. */
  static List<Period> between(FiscalCalendar calendar, LocalDate first, LocalDate end) {
    return calendar.periods(Grain.WEEK, first, end.minusDays(1));
  }
}
