package dev.guidepost.targets.plan;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.time.DayFunction;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.WinCurve;
import dev.guidepost.targets.rates.PersonalRate;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the lines of a plan: deals by name first, then counts, then what the manager owes. */
final class PlanLines {

  private static final int NAMED = 3;

  private final Evidence evidence;
  private final List<Period> weeks;
  private final PersonForecast forecast;
  private final CreationPlan creation;
  private final double confidence;
  private final PersonId person;
  private final List<PlanLine> lines = new ArrayList<>();

  PlanLines(
      Evidence evidence,
      List<Period> weeks,
      PersonForecast forecast,
      CreationPlan creation,
      double confidence) {
    this.evidence = evidence;
    this.weeks = weeks;
    this.forecast = forecast;
    this.creation = creation;
    this.confidence = confidence;
    this.person = forecast.person();
  }

  List<PlanLine> lines() {
    WinCurve curve = evidence.curve().orElseThrow();
    List<DealOutlook> live = forecast.pipeline().in(DealOutlook.State.LIVE);
    LocalDate soon = by(weeks.get(0));
    List<DealOutlook> late =
        live.stream()
            .filter(deal -> deal.age().orElse(0) > curve.lateAge())
            .sorted(Comparator.comparingInt((DealOutlook deal) -> -deal.age().orElse(0)))
            .toList();
    List<DealOutlook> advance =
        live.stream().filter(deal -> !late.contains(deal)).limit(NAMED).toList();
    for (DealOutlook deal : advance) {
      String why =
          String.format(
              Locale.ROOT,
              "%.0f %% of %s by %s, %s%d days old",
              deal.chance() * 100,
              deal.ifWon().round(0, RoundingMode.HALF_UP).print(),
              evidence.period().lastDay(),
              deal.deal().stage().equals(Deal.UNKNOWN_STAGE)
                  ? ""
                  : "in " + deal.deal().stage() + ", ",
              deal.age().orElse(0));
      add(PlanLine.Kind.ADVANCE, 0, deal.deal().label(), 1, soon, why, curve.toString());
    }
    for (DealOutlook deal : late.stream().limit(NAMED).toList()) {
      String why =
          String.format(
              Locale.ROOT,
              "%d days old, 9 in 10 wins come by %d: next step or close",
              deal.age().orElse(0),
              curve.lateAge());
      add(PlanLine.Kind.DECIDE, 0, deal.deal().label(), 1, soon, why, curve.toString());
    }
    int stale = forecast.pipeline().in(DealOutlook.State.STALE).size();
    if (stale > 0) {
      add(
          PlanLine.Kind.DECIDE,
          0,
          stale == 1 ? "1 stale deal" : stale + " stale deals",
          stale,
          soon,
          "older than any deal that was won (" + curve.staleAge() + " days): re-open or close",
          "counts as 0");
    }
    counts();
    manager(advance, soon);
    return lines;
  }

  /** The last day of a week that the person works; else that the place does; else of the week. */
  private LocalDate by(Period week) {
    for (DayFunction counts :
        List.of(evidence.exposure(person), evidence.availability().workdays(person))) {
      for (LocalDate day = week.lastDay(); week.contains(day); day = day.minusDays(1)) {
        if (counts.on(day) > 0) {
          return day;
        }
      }
    }
    return week.lastDay();
  }

  private void counts() {
    String rate =
        evidence.yields().flatMap(rates -> rates.of(person)).map(PersonalRate::toString).orElse("");
    double inbound = inboundPerWeek();
    for (int i = 0; i < weeks.size(); i++) {
      long create = creation.create().get(i);
      long seed = creation.seed().get(i);
      LocalDate by = by(weeks.get(i));
      if (create > 0) {
        String why =
            String.format(
                Locale.ROOT,
                "usual %.1f a week, best month %.1f",
                forecast.creation().perWeek(),
                forecast.creation().bestMonthPerWeek());
        add(PlanLine.Kind.CREATE, i, "opportunities", create, by, why, rate);
      }
      if (seed > 0) {
        add(
            PlanLine.Kind.SEED,
            i,
            "opportunities",
            seed,
            by,
            i < creation.usefulWeeks()
                ? "for the period after " + evidence.period().label()
                : "most deals opened now are won after " + evidence.period().label(),
            rate);
      }
      activities(i, create + seed, inbound, by);
    }
  }

  private void activities(int week, long create, double inbound, LocalDate by) {
    Optional<PersonalRate> conversion = evidence.conversions().flatMap(rates -> rates.of(person));
    long own = (long) Math.ceil(Math.max(0, create - inbound) - 1e-9);
    if (conversion.isEmpty() || own == 0 || conversion.get().mean() <= 0) {
      return;
    }
    long meetings = (long) Math.ceil(own / conversion.get().mean() - 1e-9);
    add(
        PlanLine.Kind.MEET,
        week,
        "meetings",
        meetings,
        by,
        own + " opportunities of one's own" + (inbound >= 0.5 ? ", the rest comes in" : ""),
        conversion.get().toString());
    double callsPerMeeting = callsPerMeeting();
    if (callsPerMeeting > 0) {
      add(
          PlanLine.Kind.CALL,
          week,
          "calls",
          (long) Math.ceil(meetings * callsPerMeeting - 1e-9),
          by,
          "for " + meetings + " meetings",
          String.format(Locale.ROOT, "%.1f calls a meeting of late", callsPerMeeting));
    }
  }

  /** Opportunities a week that did not come of the person's own meetings, of late. */
  private double inboundPerWeek() {
    double all = recent(StandardMetrics.OPPORTUNITIES);
    double own = recent(StandardMetrics.MEETINGS_CONVERTED);
    double weeksThere = forecast.creation().weeks();
    return weeksThere <= 0 ? 0 : Math.max(0, all - own) / weeksThere;
  }

  private double callsPerMeeting() {
    double meetings = recent(StandardMetrics.MEETINGS);
    return meetings == 0 ? 0 : recent(StandardMetrics.CALLS) / meetings;
  }

  private double recent(MetricId metric) {
    List<Period> all = evidence.weeks();
    double sum = 0;
    for (Period week : all.subList(Math.max(0, all.size() - Evidence.RECENT_WEEKS), all.size())) {
      sum += evidence.today().sum(person, metric, week).toDouble();
    }
    return sum;
  }

  private void manager(List<DealOutlook> advance, LocalDate soon) {
    Optional<Double> needed = creation.neededPerWeek();
    boolean capped = needed.isEmpty() || needed.get() > creation.perWeek() + 1e-9;
    if (capped && creation.goal() > 0) {
      String takes =
          needed
              .map(
                  rate ->
                      String.format(
                          Locale.ROOT, "%.0f %% would take %.1f a week", confidence * 100, rate))
              .orElse(
                  String.format(
                      Locale.ROOT,
                      "no number of new deals gives %.0f %% in time",
                      confidence * 100));
      add(
          PlanLine.Kind.MANAGER,
          0,
          "help or target",
          1,
          soon,
          takes + ": not asked; talk about help or target",
          String.format(
              Locale.ROOT, "best month %.1f a week", forecast.creation().bestMonthPerWeek()));
    } else if (!advance.isEmpty()) {
      add(
          PlanLine.Kind.MANAGER,
          0,
          advance.get(0).deal().label(),
          1,
          soon,
          "joins: the deal that is worth most to the goal",
          "");
    }
  }

  private void add(
      PlanLine.Kind kind,
      int week,
      String subject,
      long count,
      LocalDate by,
      String why,
      String evidenceText) {
    lines.add(new PlanLine(kind, weeks.get(week).start(), subject, count, by, why, evidenceText));
  }
}
