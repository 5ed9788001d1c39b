package dev.guidepost.targets.planning;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.DealOutlook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What makes the outlook of a unit less sure than its interval says. */
final class OutlookWarnings {

  private static final int QUARTERS = 4;
  private static final double CLEAR = 2.58;
  private static final double CUT_OFF = 3.3;
  private static final int SILENT_DAYS = 3;

  /** Fewer gaps do not tell how long one may be. */
  private static final int LEAST_GAPS = 20;

  private final Forecasts forecasts;
  private final Evidence evidence;
  private final UnitId unit;

  OutlookWarnings(Forecasts forecasts, UnitId unit) {
    this.forecasts = forecasts;
    this.evidence = forecasts.evidence();
    this.unit = unit;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    cutOff(lines);
    leftOut(lines);
    trend(lines);
    int quarters = evidence.windows().pastQuarters().size();
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
    LocalDate asOf = evidence.asOf();
    LocalDate observed = evidence.facts().observedFrom();
    LocalDate from = observed.isAfter(asOf.minusYears(1)) ? observed : asOf.minusYears(1);
    NavigableSet<LocalDate> days =
        evidence.deals().stream()
            .flatMap(deal -> deal.knownDays().stream())
            .filter(day -> !day.isAfter(asOf) && !day.isBefore(from))
            .collect(Collectors.toCollection(TreeSet::new));
    if (days.size() > LEAST_GAPS
        && workingDays(days.last().plusDays(1), asOf.plusDays(1)) > longestGap(days)) {
      lines.add(
          "no deal has a record after " + days.last() + ": the end of the data looks cut off");
      return;
    }
    List<Period> weeks = evidence.windows().weeks();
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

  /** How many working days in a row were without a record, at most; fewer say nothing. */
  private long longestGap(NavigableSet<LocalDate> days) {
    long longest = SILENT_DAYS - 1;
    LocalDate before = days.first();
    for (LocalDate day : days.tailSet(before, false)) {
      longest = Math.max(longest, workingDays(before.plusDays(1), day));
      before = day;
    }
    return longest;
  }

  /** Deals of people who left are live until somebody takes them over, but in no total. */
  private void leftOut(List<String> lines) {
    List<DealOutlook> live = forecasts.leftOut(unit).in(DealOutlook.State.LIVE);
    if (!live.isEmpty()) {
      double expected = live.stream().mapToDouble(DealOutlook::expected).sum();
      lines.add(
          String.format(
              Locale.ROOT,
              "%d live %s of people who stand in no unit not counted, %s expected: hand over",
              live.size(),
              live.size() == 1 ? "deal" : "deals",
              Forecasts.Expected.whole(expected).print()));
    }
  }

  /** The recent rate is the mean of its weeks, and wrong for what is coming if they differ. */
  private void trend(List<String> lines) {
    List<Period> weeks = evidence.windows().weeks();
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
                  + " the mean",
              above > 0 ? "rising" : "falling",
              first.perWeek(),
              second.perWeek(),
              half));
    }
  }
}
