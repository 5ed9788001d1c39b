package dev.guidepost.examples.company;

import dev.guidepost.core.id.PlaceId;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.HolidayTable;
import dev.guidepost.core.time.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/**
 * The days of a company: which are worked, and how the season, growth and a crisis move selling.
 * Days are epoch days from {@link #origin} to {@link #last}, both included.
 */
final class Season {

  /** The standard deviation of the logarithm of a person's good and bad weeks, when breaking. */
  static final double SHOCK = 0.35;

  /** Where everybody works. */
  static final PlaceId PLACE = PlaceId.of("US");

  private static final int WARM_UP = DealProcess.DEADLINE + 10;
  private static final int AHEAD = 400;
  private static final double DAYS_A_MONTH = 365.25 / 12;

  final int origin;
  final int observedFrom;
  final int asOf;
  final int review;
  final int last;
  final boolean breaking;
  private final boolean changing;
  private final int crisis;
  private final boolean[] workday;
  private final double[] creating;
  private final double[] deciding;

  Season(CompanySpec spec) {
    this(spec, day(spec.asOf()));
  }

  /** The same days, but with records that go on to another as-of day. */
  Season(CompanySpec spec, int lastRecord) {
    breaking = spec.mode() == CompanySpec.Mode.BREAKING;
    changing = spec.mode() == CompanySpec.Mode.CHANGING;
    asOf = lastRecord;
    review = day(spec.asOf().with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
    observedFrom = day(spec.asOf().withDayOfMonth(1).minusMonths(spec.months() - 1L));
    origin = observedFrom - WARM_UP;
    last = day(spec.asOf()) + AHEAD;
    crisis = (observedFrom + day(spec.asOf())) / 2;
    workday = new boolean[last - origin + 1];
    creating = new double[workday.length];
    deciding = new double[workday.length];
    for (int day = origin; day <= last; day++) {
      LocalDate date = LocalDate.ofEpochDay(day);
      Period quarter = FiscalCalendar.calendarYear().period(Grain.QUARTER, date);
      int since = day - day(quarter.start());
      int until = day(quarter.lastDay()) - day;
      workday[day - origin] = date.getDayOfWeek().getValue() <= 5 && !holiday(date);
      creating[day - origin] = (until < 14 ? 0.92 : 1.0) * growth(day);
      deciding[day - origin] = (until < 21 ? 1.6 : since < 14 ? 0.75 : 1.0) * climate(day);
    }
  }

  static int day(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }

  /** Tells whether the company works on a day. */
  boolean workday(int day) {
    return workday[day - origin];
  }

  /** Returns the factor on calls and inbound interest. */
  double creating(int day) {
    return creating[day - origin];
  }

  /** Returns the factor on the hazard of winning in the last stage: the quarter's end pulls. */
  double deciding(int day) {
    return deciding[day - origin];
  }

  /** Returns the factor on the hazard of going on from a stage: another once the process is new. */
  double going(boolean lastStage, int day) {
    return !changing || day < crisis ? 1 : lastStage ? 0.6 : 1.5;
  }

  /** Returns the Monday of the week of a day. */
  static int monday(int day) {
    return day - Math.floorMod(day + 3, 7);
  }

  /** Returns the holidays that are no weekend, of all its days. */
  HolidayTable holidays() {
    HolidayTable.Builder table =
        HolidayTable.builder()
            .covering(PLACE, LocalDate.ofEpochDay(origin), LocalDate.ofEpochDay(last + 1L));
    for (int day = origin; day <= last; day++) {
      LocalDate date = LocalDate.ofEpochDay(day);
      if (!workday(day) && date.getDayOfWeek().getValue() <= 5) {
        table.holiday(PLACE, date, name(date));
      }
    }
    return table.build();
  }

  private static String name(LocalDate date) {
    return switch (date.getMonth()) {
      case JANUARY -> "New Year's Day";
      case MAY -> "May Day";
      case JULY -> "Independence Day";
      case SEPTEMBER -> "Labor Day";
      case NOVEMBER -> isThanksgiving(date) ? "Thanksgiving" : "Day after Thanksgiving";
      default -> "Christmas";
    };
  }

  private double growth(int day) {
    return breaking ? 0.6 * StrictMath.pow(1.03, (day - observedFrom) / DAYS_A_MONTH) : 1;
  }

  private double climate(int day) {
    if (!breaking) {
      return 1;
    }
    double drift = StrictMath.exp(-0.0004 * Math.max(0, day - observedFrom));
    return day >= crisis ? 0.6 * drift : drift;
  }

  private static boolean holiday(LocalDate date) {
    int day = date.getDayOfMonth();
    return switch (date.getMonth()) {
      case JANUARY, MAY -> day == 1;
      case JULY -> day == 4;
      case SEPTEMBER -> date.equals(date.with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
      case NOVEMBER -> isThanksgiving(date) || isThanksgiving(date.minusDays(1));
      case DECEMBER -> day >= 24 && day <= 26;
      default -> false;
    };
  }

  private static boolean isThanksgiving(LocalDate date) {
    return date.getMonth() == Month.NOVEMBER
        && date.equals(date.with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)));
  }
}
