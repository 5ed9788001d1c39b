package dev.guidepost.targets.plan;

import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.LivePipeline;
import dev.guidepost.targets.funnel.WinCurve;
import dev.guidepost.targets.rates.CreationRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns goals into plans: the smallest number of opportunities a week that reaches the goal with
 * the confidence asked for, given what is won and what is live.
 *
 * <p>The search is a bisection, as more opportunities never make a goal less likely. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * Planner planner = Planner.of(evidence, Goals.of(evidence, targets), 0.80);
 * Plan plan = planner.plan(ana);
 * UnitOutlook east = planner.outlook(UnitId.of("east"));
 * }</pre>
 */
public final class Planner {

  private static final double UNIT_REACH = 2.5;
  private static final int UNIT_CELLS = 2_400;
  private static final int OWN_CELLS = 600;
  private static final double OWN_SIZES = 4;

  private final Evidence evidence;
  private final Goals goals;
  private final double confidence;
  private final List<Period> weeks;
  private final LocalDate horizon;
  private final Forecasts forecasts;
  private final Map<PersonId, Outcome> outcomes = new ConcurrentHashMap<>();

  private Planner(Evidence evidence, Goals goals, double confidence) {
    this.evidence = evidence;
    this.goals = goals;
    this.confidence = confidence;
    int cycle = evidence.curve().map(WinCurve::medianWonAge).orElse(0);
    this.horizon = evidence.period().end().plusDays(cycle);
    this.forecasts = Forecasts.of(evidence, evidence.period());
    this.weeks = Weeks.between(evidence.calendar(), evidence.review(), horizon);
  }

  /**
   * Returns a planner.
   *
   * @param evidence what the records say
   * @param goals the goals of the period
   * @param confidence the chance of reaching the goal to plan for, above 0 and below 1
   * @return the planner
   * @throws IllegalArgumentException if the confidence is out of bounds
   */
  public static Planner of(Evidence evidence, Goals goals, double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence must be above 0 and below 1, but was " + confidence);
    }
    return new Planner(evidence, goals, confidence);
  }

  /**
   * Returns the goals planned for.
   *
   * @return the goals
   */
  public Goals goals() {
    return goals;
  }

  /**
   * Returns the end of the plans: the period's end plus one cycle.
   *
   * @return the day after the last day planned for
   */
  public LocalDate horizon() {
    return horizon;
  }

  /**
   * Plans for one person.
   *
   * @param person somebody who stands in a unit on the review day
   * @return the plan; without lines and with a reason if there is not enough data
   * @throws IllegalArgumentException if the person stands in no unit on the review day
   */
  public Plan plan(PersonId person) {
    CreationRate creation = requireSomewhere(person);
    Optional<Target> target = goals.of(person);
    if (evidence.curve().isEmpty() || !evidence.sizes().known()) {
      return unplanned(person, creation, target);
    }
    Quantity won = forecasts.won(person);
    Outcome outcome = outcome(person);
    PersonForecast forecast = outcome.forecast();
    CreationPlan search = outcome.creation();
    double goal = search.goal();
    AmountForecast live = outcome.live();
    AmountForecast planned = outcome.planned();
    Optional<Chances> chances =
        target.map(
            set ->
                new Chances(
                    live.chanceOfAtLeast(goal),
                    outcome.recent().chanceOfAtLeast(goal),
                    planned.chanceOfAtLeast(goal)));
    return new Plan(
        person,
        evidence.organisation().name(person),
        evidence.review(),
        evidence.period(),
        target,
        chances,
        new PlanLines(evidence, weeks, forecast, search, confidence).lines(),
        forecast.pipeline(),
        creation,
        search.perWeek(),
        search.neededPerWeek(),
        target.map(set -> why(set, won, live.mean(), planned.mean() - live.mean(), forecast)),
        "");
  }

  private Plan unplanned(PersonId person, CreationRate creation, Optional<Target> target) {
    return new Plan(
        person,
        evidence.organisation().name(person),
        evidence.review(),
        evidence.period(),
        target,
        Optional.empty(),
        List.of(),
        new LivePipeline(List.of()),
        creation,
        0,
        Optional.empty(),
        Optional.empty(),
        evidence.curve().isEmpty()
            ? "not enough data: no won deal has a day of opening"
            : "not enough data: no won deal has an amount");
  }

  private Explanation why(
      Target target, Quantity won, double live, double created, PersonForecast forecast) {
    Quantity fromLive = Forecasts.Expected.whole(live);
    Quantity fromNew = Forecasts.Expected.whole(created);
    Quantity rest = target.amount().minus(won).minus(fromLive).minus(fromNew);
    List<Explanation.Part> parts = new ArrayList<>();
    parts.add(new Explanation.Part("won", won, "booked in " + evidence.period().label()));
    int count = forecast.pipeline().in(DealOutlook.State.LIVE).size();
    parts.add(new Explanation.Part("live", fromLive, count + " live deals, expected"));
    parts.add(new Explanation.Part("to create", fromNew, "with the plan, expected"));
    if (rest.signum() != 0) {
      parts.add(
          new Explanation.Part(
              rest.signum() > 0 ? "gap" : "cushion",
              rest,
              rest.signum() > 0 ? "not covered on average" : "above the goal on average"));
    }
    return Explanation.of(evidence.period().label(), parts);
  }

  /**
   * Returns the outlook of a unit: the convolution of the forecasts of the people who stand in it,
   * at any depth, on the review day, as {@link #forecasts} has them.
   *
   * @param unit the unit
   * @return the outlook; empty if there is not enough data
   */
  public Optional<UnitOutlook> outlook(UnitId unit) {
    return new Outlooks(forecasts, goals).of(unit, person -> outcome(person).planned());
  }

  /**
   * Returns how much live pipeline a person has, and how much the goal takes.
   *
   * @param person somebody who stands in a unit on the review day
   * @return the cover at the confidence of the plans; empty without a goal or without enough data
   * @throws IllegalArgumentException if the person stands in no unit on the review day
   */
  public Optional<Cover> cover(PersonId person) {
    requireSomewhere(person);
    return forecasts.known()
        ? goals
            .of(person)
            .map(
                goal ->
                    Cover.of(
                        evidence,
                        forecasts.person(person),
                        goal,
                        forecasts.won(person),
                        confidence))
        : Optional.empty();
  }

  private CreationRate requireSomewhere(PersonId person) {
    return evidence
        .creation(person)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "person must stand in a unit on "
                        + evidence.review()
                        + ", but "
                        + person
                        + " does not"));
  }

  /**
   * Returns the open deals of a unit or person: those whose owners stand in the unit, at any depth,
   * on the review day. The root has all deals, also those of people who left.
   *
   * @param party a unit, {@link Organisation#UNASSIGNED} or a person
   * @return the open deals, each with its chance to be won in the period; none if no deal was won
   *     yet, as nothing is known of their chances
   * @throws IllegalArgumentException if the organisation does not have the party
   */
  public LivePipeline pipeline(PartyId party) {
    return forecasts.pipeline(party);
  }

  /**
   * Returns forecasts of what is won in a period, on its days after the as-of day.
   *
   * @param period a period that ends after the as-of day, such as the quarter planned for or the
   *     one after it; holidays must be known to its end
   * @return the forecasts of every person and unit
   * @throws IllegalArgumentException if the period ends by the as-of day
   */
  public Forecasts forecasts(Period period) {
    return period.equals(forecasts.period()) ? forecasts : Forecasts.of(evidence, period);
  }

  /** What may come of a person's deals: computed once, as units ask for it again. */
  private record Outcome(
      PersonForecast forecast,
      CreationPlan creation,
      AmountForecast live,
      AmountForecast recent,
      AmountForecast planned) {}

  private Outcome outcome(PersonId person) {
    return outcomes.computeIfAbsent(
        person,
        key -> {
          PersonForecast forecast = forecasts.person(person);
          CreationPlan search =
              CreationPlan.search(
                  evidence, forecast, goals.of(person), forecasts.won(person), confidence, weeks);
          return new Outcome(
              forecast,
              search,
              forecast.live(search.grid()),
              forecast.atRecentRate(search.grid()),
              forecast.withCreation(search.grid(), search.total()));
        });
  }

  /** A unit's grid, of what is expected at most. */
  static Grid unitGrid(double most, double size) {
    return Grid.holding(UNIT_REACH * most, UNIT_CELLS, size);
  }

  /** A person's grid: well beyond the goal, what is expected, and a few large deals. */
  static Grid grid(double goal, double expected, double size) {
    return Grid.holding(3 * Math.max(Math.max(goal, expected), OWN_SIZES * size), OWN_CELLS, size);
  }

  /** Returns what is planned for on one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "plans for %s at %.0f %%, from %s until %s%s",
        evidence.period().label(),
        confidence * 100,
        evidence.review(),
        horizon,
        goals.assumed() ? "; assumed goals: " + Goals.ASSUMPTION : "");
  }
}
