package dev.guidepost.targets.planning;

import dev.guidepost.core.credit.Origin;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.time.DayFunction;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.WinCurve;
import dev.guidepost.targets.pipeline.CreationWeek;
import dev.guidepost.targets.plan.PlanLine;
import dev.guidepost.targets.rates.PersonalRate;
import dev.guidepost.targets.reach.AccountsNeeded;
import dev.guidepost.targets.reach.GoalGap;
import dev.guidepost.targets.reach.QualityFocus;
import dev.guidepost.targets.reach.Sourcing;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Writes the lines of a plan: deals by name first, then counts, then what the manager owes. */
final class PlanLines {

  /** How the step of a line begins that says until when the person is away. */
  private static final int NAMED = 3;

  private final Evidence evidence;
  private final List<Period> weeks;
  private final PersonForecast forecast;
  private final CreationPlan creation;
  private final BuyerSteps steps;
  private final double confidence;
  private final PersonId person;
  private final List<PlanLine> lines = new ArrayList<>();

  PlanLines(Evidence evidence, PersonForecast forecast, CreationPlan creation, BuyerSteps steps) {
    this.evidence = evidence;
    this.weeks = creation.search().weeks().stream().map(CreationWeek::week).toList();
    this.forecast = forecast;
    this.creation = creation;
    this.steps = steps;
    this.confidence = creation.search().confidence();
    this.person = forecast.person();
  }

  /** All lines, in the order in which plans are read. */
  List<PlanLine> lines(
      List<List<Sourcing>> sourcing,
      Optional<AccountsNeeded> accounts,
      Optional<QualityFocus> focus,
      Optional<GoalGap> gap) {
    WinCurve curve = evidence.curve().orElseThrow();
    List<DealOutlook> live = owned(DealOutlook.State.LIVE);
    List<DealOutlook> late =
        live.stream()
            .filter(deal -> deal.age().orElse(0) > curve.lateAge())
            .sorted(Comparator.comparingInt((DealOutlook deal) -> -deal.age().orElse(0)))
            .toList();
    List<DealOutlook> advance =
        live.stream().filter(deal -> !late.contains(deal)).limit(NAMED).toList();
    boolean away = creation.search().weeks().get(0).exposure() == 0;
    if (!away) {
      advance(advance, curve);
      decide(late, curve);
    }
    counts(sourcing);
    accounts.ifPresent(this::accounts);
    if (away) {
      // The manager owes one thing a week; who is away is talked with when back.
      away(live);
      return lines;
    }
    focus.ifPresent(this::focus);
    if (creation.capped() && (creation.goal() > 0 || !creation.besides().isEmpty())) {
      talk(gap);
    } else if (!advance.isEmpty()) {
      join(advance.get(0).deal());
    }
    return lines;
  }

  /** The deals that the person owns: what is to be done with others is on their owners' lines. */
  private List<DealOutlook> owned(DealOutlook.State state) {
    return forecast.pipeline().in(state).stream()
        .filter(deal -> deal.deal().owner().equals(person))
        .toList();
  }

  /** What a deal brings the person; of a shared one beside what all of it is worth. */
  private String worth(DealOutlook deal) {
    String part = deal.ifWon().round(0, RoundingMode.HALF_UP).print();
    String whole = evidence.sizes().ifWon(deal.deal()).round(0, RoundingMode.HALF_UP).print();
    return part.equals(whole) ? part : part + " (the share in " + whole + ")";
  }

  /** Nothing is asked of somebody who is away all week: the manager looks after the first deal. */
  private void away(List<DealOutlook> live) {
    DayFunction works = evidence.exposure(person);
    LocalDate until =
        weeks
            .get(0)
            .start()
            .datesUntil(weeks.get(weeks.size() - 1).end())
            .filter(day -> works.on(day) > 0)
            .findFirst()
            .orElse(weeks.get(weeks.size() - 1).end())
            .minusDays(1);
    LocalDate soon = by(weeks.get(0));
    if (live.isEmpty()) {
      String why = "nothing is asked this week";
      add(PlanLine.Kind.MANAGER, 0, "nothing", PlanLine.AWAY + until, 1, soon, why, "");
    } else {
      add(
          PlanLine.Kind.MANAGER,
          live.get(0).deal(),
          PlanLine.AWAY + until + ": looks after",
          soon,
          "looks after it, as the owner is away: the deal that is worth most to the goal",
          "");
    }
  }

  private void advance(List<DealOutlook> advance, WinCurve curve) {
    List<LocalDate> days = days(weeks.get(0));
    for (int i = 0; i < advance.size(); i++) {
      DealOutlook deal = advance.get(i);
      String why =
          String.format(
              Locale.ROOT,
              "%.0f %% of %s by %s, %s%d days old",
              deal.chance() * 100,
              worth(deal),
              evidence.period().lastDay(),
              deal.deal().stage().equals(Deal.UNKNOWN_STAGE)
                  ? ""
                  : "in " + deal.deal().stage() + ", ",
              deal.age().orElse(0));
      // The most valuable deal comes first, and each has a day of its own where days suffice.
      LocalDate by = days.get(Math.max(0, days.size() - advance.size() + i));
      add(
          PlanLine.Kind.ADVANCE,
          deal.deal(),
          steps.of(deal.deal()),
          steps.due(deal.deal(), weeks.get(0)).orElse(by),
          why,
          curve.toString());
    }
  }

  private void decide(List<DealOutlook> late, WinCurve curve) {
    LocalDate soon = by(weeks.get(0));
    for (DealOutlook deal : late.stream().limit(NAMED).toList()) {
      String why =
          String.format(
              Locale.ROOT,
              "%d days old, 8 in 10 wins take %d to %d: next step or close",
              deal.age().orElse(0),
              curve.earlyAge(),
              curve.lateAge());
      add(PlanLine.Kind.DECIDE, deal.deal(), "next step or close", soon, why, curve.toString());
    }
    int stale = owned(DealOutlook.State.STALE).size();
    if (stale > 0) {
      add(
          PlanLine.Kind.DECIDE,
          0,
          stale == 1 ? "1 stale deal" : stale + " stale deals",
          "re-open or close",
          stale,
          soon,
          "older than any deal that was won (" + curve.staleAge() + " days): re-open or close",
          "counts as 0");
    }
  }

  /** The last day of a week that the person works; else that the place does; else of the week. */
  private LocalDate by(Period week) {
    List<LocalDate> days = days(week);
    return days.get(days.size() - 1);
  }

  /** The days of a week that the person works; else those that the place does; else its last. */
  private List<LocalDate> days(Period week) {
    for (DayFunction counts :
        List.of(evidence.exposure(person), evidence.availability().workdays(person))) {
      List<LocalDate> days =
          week.start().datesUntil(week.end()).filter(day -> counts.on(day) > 0).toList();
      if (!days.isEmpty()) {
        return days;
      }
    }
    return List.of(week.lastDay());
  }

  private void counts(List<List<Sourcing>> sourcing) {
    String rate =
        evidence.yields().flatMap(rates -> rates.of(person)).map(PersonalRate::toString).orElse("");
    double inbound = inboundPerWeek();
    for (int i = 0; i < weeks.size(); i++) {
      long create = creation.create().get(i);
      long seed = creation.seed().get(i);
      LocalDate by = by(weeks.get(i));
      List<Sourcing> from = i < sourcing.size() ? sourcing.get(i) : List.of();
      String origins = from.stream().map(Sourcing::toString).collect(Collectors.joining(", "));
      if (create > 0) {
        String why = forecast.creation().pace() + " a week";
        add(PlanLine.Kind.CREATE, i, "opportunities", origins, create, by, why, rate);
      }
      if (seed > 0) {
        add(
            PlanLine.Kind.SEED,
            i,
            "opportunities",
            create > 0 ? "" : origins,
            seed,
            by,
            i < creation.usefulWeeks()
                ? "for the period after " + evidence.period().label()
                : "most deals opened now are won after " + evidence.period().label(),
            rate);
      }
      double own =
          from.isEmpty()
              ? Math.ceil(Math.max(0, create + seed - inbound) - 1e-9)
              : from.stream()
                  .filter(one -> one.origin() == Origin.OWN)
                  .mapToLong(Sourcing::count)
                  .sum();
      activities(i, (long) own, create + seed, by);
    }
  }

  private void activities(int week, long own, long all, LocalDate by) {
    Optional<PersonalRate> conversion = evidence.conversions().flatMap(rates -> rates.of(person));
    if (conversion.isEmpty() || own == 0 || conversion.get().mean() <= 0) {
      return;
    }
    long meetings = (long) Math.ceil(own / conversion.get().mean() - 1e-9);
    add(
        PlanLine.Kind.MEET,
        week,
        "meetings",
        "",
        meetings,
        by,
        own + " opportunities of one's own" + (own < all ? ", the rest comes in" : ""),
        conversion.get().toString());
    double callsPerMeeting = callsPerMeeting();
    if (callsPerMeeting > 0) {
      add(
          PlanLine.Kind.CALL,
          week,
          "calls",
          "",
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
    List<Period> all = evidence.windows().weeks();
    double sum = 0;
    for (Period week : all.subList(Math.max(0, all.size() - Evidence.RECENT_WEEKS), all.size())) {
      sum += evidence.today().sum(person, metric, week).toDouble();
    }
    return sum;
  }

  private void accounts(AccountsNeeded needed) {
    if (needed.total() > 0) {
      add(
          PlanLine.Kind.ACCOUNTS,
          0,
          needed.toString(),
          "",
          needed.total(),
          evidence.period().lastDay().isBefore(weeks.get(0).start())
              ? by(weeks.get(0))
              : evidence.period().lastDay(),
          "what is left of the goal takes so many wins on average",
          String.format(Locale.ROOT, "mix of %,d wins with a motion", needed.wins()));
    }
  }

  private void focus(QualityFocus focus) {
    add(
        PlanLine.Kind.FOCUS,
        0,
        focus.metric().value(),
        "look at one together",
        1,
        by(weeks.get(0)),
        focus.toString(),
        "one thing at a time");
  }

  /** What goes beyond the best month is not asked. */
  private void talk(Optional<GoalGap> gap) {
    Optional<Double> needed = creation.neededPerWeek();
    String takes =
        GoalGap.takes(
            confidence,
            needed.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
            creation.search().mostPerWeek());
    add(
        PlanLine.Kind.MANAGER,
        0,
        "help or target",
        gap.flatMap(GoalGap::smallest).map(option -> "least change " + option).orElse(""),
        1,
        by(weeks.get(0)),
        takes + ": not asked; talk about help or target",
        forecast.creation().pace() + " a week");
  }

  private void join(Deal first) {
    LocalDate by =
        lines.stream()
            .filter(line -> line.deal().equals(Optional.of(first.id())))
            .map(PlanLine::by)
            .findFirst()
            .orElse(by(weeks.get(0)));
    add(
        PlanLine.Kind.MANAGER,
        first,
        "joins",
        by,
        "joins: the deal that is worth most to the goal",
        "");
  }

  private void add(
      PlanLine.Kind kind, Deal deal, String step, LocalDate by, String why, String proof) {
    Optional<DealId> id = Optional.of(deal.id());
    LocalDate week = weeks.get(0).start();
    lines.add(new PlanLine(kind, week, deal.label(), id, step, 1, by, why, proof));
  }

  private void add(
      PlanLine.Kind kind,
      int week,
      String subject,
      String step,
      long count,
      LocalDate by,
      String why,
      String proof) {
    LocalDate start = weeks.get(week).start();
    lines.add(new PlanLine(kind, start, subject, Optional.empty(), step, count, by, why, proof));
  }
}
