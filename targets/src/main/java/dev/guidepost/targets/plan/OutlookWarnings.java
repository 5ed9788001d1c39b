package dev.guidepost.targets.plan;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What makes the outlook of a unit less sure than its interval says. */
final class OutlookWarnings {

  private static final int QUARTERS = 4;
  private static final double CLEAR = 2.58;
  private static final double CUT_OFF = 3.3;
  private static final int SILENT_DAYS = 3;

  private final Evidence evidence;
  private final UnitId unit;

  OutlookWarnings(Evidence evidence, UnitId unit) {
    this.evidence = evidence;
    this.unit = unit;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    cutOff(lines);
    trend(lines);
    int quarters = evidence.windows().pastQuarters(evidence.facts().observedFrom()).size();
    if (quarters < QUARTERS) {
      lines.add(
          String.format(
              Locale.ROOT,
              "history is %s, under %d: the season is hardly known",
              quarters == 1 ? "1 full quarter" : quarters + " full quarters",
              QUARTERS));
    }
    return lines;
  }

  /** What some weeks brought, and how many working days they had. */
  private record Count(long count, double days) {

    double perWeek() {
      return days == 0 ? 0 : 5 * count / days;
    }

    /** How many deviations this is above another, if both come at one rate. */
    double above(Count other) {
      double all = count + other.count;
      double share = days / (days + other.days);
      double deviation = Math.sqrt(all * share * (1 - share));
      return deviation > 0 ? (count - all * share) / deviation : 0;
    }
  }

  private Count count(PartyId party, List<Period> weeks) {
    long count = 0;
    double days = 0;
    for (Period week : weeks) {
      count += evidence.today().sum(party, StandardMetrics.OPPORTUNITIES, week).unscaledAt(0);
      days += workingDays(week.start(), week.end());
    }
    return new Count(count, days);
  }

  private long workingDays(LocalDate from, LocalDate until) {
    return evidence
        .availability()
        .workingDays()
        .count(evidence.availability().place(), from, until);
  }

  /** At an edge everybody stops at once: the last records, or the whole last week, are missing. */
  private void cutOff(List<String> lines) {
    LocalDate last =
        evidence.deals().stream()
            .flatMap(deal -> deal.knownDays().stream())
            .filter(day -> !day.isAfter(evidence.asOf()))
            .max(LocalDate::compareTo)
            .orElse(evidence.asOf());
    if (workingDays(last.plusDays(1), evidence.asOf().plusDays(1)) >= SILENT_DAYS) {
      lines.add("no deal has a record after " + last + ": the end of the data looks cut off");
      return;
    }
    List<Period> weeks = evidence.weeks();
    int size = weeks.size();
    if (size > Evidence.RECENT_WEEKS) {
      PartyId company = evidence.organisation().root();
      Count end = count(company, weeks.subList(size - 1, size));
      Count usual = count(company, weeks.subList(size - 1 - Evidence.RECENT_WEEKS, size - 1));
      if (end.above(usual) < -CUT_OFF && end.perWeek() < usual.perWeek() / 2) {
        lines.add(
            String.format(
                Locale.ROOT,
                "the company opened %.0f in the last week, usual %.0f: the end of the data looks"
                    + " cut off",
                end.perWeek(),
                usual.perWeek()));
      }
    }
  }

  /** The recent rate is the mean of its weeks, and wrong for what is coming if they differ. */
  private void trend(List<String> lines) {
    List<Period> weeks = evidence.weeks();
    int size = weeks.size();
    int half = Evidence.RECENT_WEEKS / 2;
    if (size < 2 * half) {
      return;
    }
    Count first = count(unit, weeks.subList(size - 2 * half, size - half));
    Count second = count(unit, weeks.subList(size - half, size));
    double above = second.above(first);
    if (Math.abs(above) > CLEAR) {
      lines.add(
          String.format(
              Locale.ROOT,
              "creation is %s: %.0f a week, then %.0f in the last %d weeks; the outlook takes"
                  + " their mean",
              above > 0 ? "rising" : "falling",
              first.perWeek(),
              second.perWeek(),
              half));
    }
  }
}
