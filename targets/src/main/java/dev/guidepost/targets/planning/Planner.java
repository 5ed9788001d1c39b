package dev.guidepost.targets.planning;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableListMultimap;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.practice.SalesProcess;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import dev.guidepost.targets.coverage.Cover;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import dev.guidepost.targets.funnel.LivePipeline;
import dev.guidepost.targets.funnel.WinCurve;
import dev.guidepost.targets.outlook.Chances;
import dev.guidepost.targets.outlook.UnitOutlook;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.TeamPlan;
import dev.guidepost.targets.rates.CreationRate;
import dev.guidepost.targets.reach.Reach;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns goals into plans: the smallest number of opportunities a week that reaches the goal with
 * the confidence asked for, given what is won and what is live.
 *
 * <p>All goals of a person are served by one plan under one capacity: never more than the best
 * month is asked, and what a goal takes beyond it is a gap with options. A plan from another day is
 * that of another {@link Evidence}. A plan counts of each deal what the person would be credited
 * with: its lines name the deals that the person owns, and shares in those of others are in what is
 * expected. Immutable and thread-safe.
 *
 * <pre>{@code
 * Planner planner = Planner.of(evidence, targets, 0.80);
 * planner.goals().unused();         // targets that serve nobody, such as of a wrong id
 * Plan plan = planner.plan(ana);
 * plan.page();                      // this week, in at most seven lines
 * plan.diff(lastWeeksPlan);         // what changed and why
 * planner.reach(ana, 4);            // what 4 opportunities a week are good for
 * planner.plan(UnitId.of("east"));  // the team's plan, with its cushion
 * UnitOutlook east = planner.outlook(UnitId.of("east"));
 * }</pre>
 */
public final class Planner {

  private static final double MOST_PER_WEEK = 1_000;

  private final Evidence evidence;
  private final Goals goals;
  private final double confidence;
  private final List<Period> weeks;
  private final LocalDate horizon;
  private final Forecasts forecasts;
  private final Map<PersonId, Outcome> outcomes = new ConcurrentHashMap<>();

  /** What was asked for, as one review after another asks for it again. */
  private final Map<PersonId, Plan> plans = new ConcurrentHashMap<>();

  private final Map<PartyId, Cover> covers = new ConcurrentHashMap<>();
  private final PlanParts parts;
  private final BuyerSteps steps;
  private final Supplier<ImmutableListMultimap<PartyId, Deal>> closed;

  private Planner(
      Evidence evidence, Goals goals, double confidence, Optional<SalesProcess> process) {
    this.evidence = evidence;
    this.goals = goals;
    this.confidence = confidence;
    int cycle = evidence.curve().map(WinCurve::medianWonAge).orElse(0);
    this.horizon = evidence.period().end().plusDays(cycle);
    this.forecasts = Forecasts.of(evidence, evidence.period());
    this.weeks = evidence.windows().weeksUntil(horizon);
    this.parts = new PlanParts(evidence);
    this.steps = new BuyerSteps(process, evidence.review());
    this.closed = Suppliers.memoize(() -> PlanDraft.closed(evidence));
  }

  /**
   * Returns a planner that names what the buyer does next, stage by stage.
   *
   * @param process the sales process of the deals
   * @return a planner for the same goals
   */
  public Planner with(SalesProcess process) {
    return new Planner(evidence, goals, confidence, Optional.of(process));
  }

  /**
   * Returns a planner.
   *
   * @param evidence what the records say
   * @param goals the goals of the period, picked by the same evidence
   * @param confidence the chance of reaching the goal to plan for, above 0 and below 1
   * @return the planner
   * @throws IllegalArgumentException if the confidence is out of bounds, or the goals were picked
   *     by evidence of another period or as-of day
   */
  public static Planner of(Evidence evidence, Goals goals, double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence must be above 0 and below 1, but was " + confidence);
    }
    goals.requireOf(evidence);
    return new Planner(evidence, goals, confidence, Optional.empty());
  }

  /**
   * Returns a planner for the goals of the period among all targets; see {@link Goals#of}, and
   * {@link Goals#unused()} of {@link #goals()} for those that serve nobody.
   *
   * @param evidence what the records say
   * @param targets all targets
   * @param confidence the chance of reaching the goal to plan for, above 0 and below 1
   * @return the planner
   * @throws IllegalArgumentException if the confidence is out of bounds, or an owner has two
   *     targets for the period or the one after
   */
  public static Planner of(Evidence evidence, List<Target> targets, double confidence) {
    return of(evidence, Goals.of(evidence, targets), confidence);
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
    return plans.computeIfAbsent(person, this::make);
  }

  private Plan make(PersonId person) {
    CreationRate creation = evidence.creationOf(person);
    PlanDraft draft =
        new PlanDraft(
            evidence,
            person,
            goals.of(person),
            forecasts.won(person),
            Objects.requireNonNull(closed.get()).get(person));
    if (!known()) {
      return draft.none(
          creation,
          "not enough data: "
              + (evidence.deals().isEmpty()
                  ? "no deals were given that were on record by " + evidence.asOf()
                  : evidence.curve().isEmpty()
                      ? "no won deal has a day of opening"
                      : "no won deal has an amount"));
    }
    Outcome outcome = outcome(person);
    return draft.plan(
        outcome.forecast(),
        outcome.creation(),
        outcome.live().mean(),
        outcome.chances(outcome.creation().goal()),
        reaching(person, outcome).gap(),
        parts,
        steps);
  }

  private boolean known() {
    return evidence.curve().isPresent() && evidence.sizes().known();
  }

  /**
   * Tells what a number of opportunities a week is good for, and what it would take to reach the
   * goal with it.
   *
   * @param person somebody who stands in a unit on the review day
   * @param perWeek opportunities created in a full week, 0 to 1,000
   * @return what is reached; empty if there is not enough data
   * @throws IllegalArgumentException if the person stands in no unit on the review day, or the
   *     number is out of bounds
   */
  public Optional<Reach> reach(PersonId person, double perWeek) {
    if (!(perWeek >= 0 && perWeek <= MOST_PER_WEEK)) {
      throw new IllegalArgumentException(
          "opportunities a week must be 0 to 1,000, but were " + perWeek);
    }
    evidence.creationOf(person);
    return known()
        ? Optional.of(reaching(person, outcome(person)).reach(perWeek))
        : Optional.empty();
  }

  /**
   * Tells what a number of meetings a week is good for, all opportunities being one's own.
   *
   * @param person somebody who stands in a unit on the review day
   * @param meetings meetings held in a full week, 0 to 1,000
   * @return what is reached; empty if there is not enough data, or none on meetings
   * @throws IllegalArgumentException if the person stands in no unit on the review day, or the
   *     number is out of bounds
   */
  public Optional<Reach> reachWithMeetings(PersonId person, double meetings) {
    if (!(meetings >= 0 && meetings <= MOST_PER_WEEK)) {
      throw new IllegalArgumentException(
          "meetings a week must be 0 to 1,000, but were " + meetings);
    }
    evidence.creationOf(person);
    return evidence
        .conversions()
        .flatMap(rates -> rates.of(person))
        .flatMap(rate -> reach(person, meetings * rate.mean()));
  }

  private Reaching reaching(PersonId person, Outcome outcome) {
    return new Reaching(
        evidence,
        outcome.forecast(),
        outcome.creation(),
        confidence,
        forecasts.won(person),
        goals.of(person).map(Target::amount));
  }

  /**
   * Plans for a team: the plans of the people who stand in a unit, at any depth, on the review day,
   * added up, with the chance of all of them together.
   *
   * @param unit the unit
   * @return the plan; empty if there is not enough data
   * @throws IllegalArgumentException if the organisation does not have the unit
   */
  public Optional<TeamPlan> plan(UnitId unit) {
    Optional<UnitOutlook> outlook = outlook(unit);
    if (outlook.isEmpty()) {
      return Optional.empty();
    }
    List<Plan> plans = peopleOf(unit).stream().map(this::plan).toList();
    Forecasts.Counted counted = forecasts.countedForPeople(unit);
    List<TeamSearch.Member> members =
        counted.people().stream()
            .map(
                forecast ->
                    new TeamSearch.Member(
                        forecast,
                        grid(forecast),
                        outcome(forecast.person()).creation(),
                        goals.of(forecast.person()).isPresent(),
                        forecasts.won(forecast.person()).toDouble()))
            .toList();
    List<AmountForecast> others =
        counted.others().stream().map(other -> forecasts.amounts(other, 1)).toList();
    return Optional.of(
        new TeamSearch(members, others, confidence, evidence.sizes().mean(), counted::large)
            .plan(outlook.get(), evidence.review(), plans));
  }

  /** The grid of a person's plan; where more or less of the live deals counts, one for that. */
  private Grid grid(PersonForecast counted) {
    CreationPlan creation = outcome(counted.person()).creation();
    return counted == outcome(counted.person()).forecast()
        ? creation.grid()
        : CreationPlan.grid(evidence, counted, creation.goal());
  }

  /** What a person's live deals and those of the plan bring, as far as they count for a unit. */
  private AmountForecast planned(PersonForecast counted) {
    Outcome outcome = outcome(counted.person());
    return counted == outcome.forecast()
        ? outcome.planned()
        : counted.withCreation(grid(counted), outcome.creation().total());
  }

  private List<PersonId> peopleOf(UnitId unit) {
    return evidence.people().stream()
        .filter(person -> evidence.organisation().path(person, evidence.review()).contains(unit))
        .toList();
  }

  /**
   * Returns the outlook of a unit: the convolution of what counts there of the people who stand in
   * it, at any depth, on the review day, each deal once, as {@link #forecasts} has it.
   *
   * @param unit the unit
   * @return the outlook; empty if there is not enough data
   * @throws IllegalArgumentException if the organisation does not have the unit
   */
  public Optional<UnitOutlook> outlook(UnitId unit) {
    return new Outlooks(forecasts, goals).of(unit, this::planned);
  }

  /**
   * Returns how much live pipeline a person has, and how much the goal takes.
   *
   * @param person somebody who stands in a unit on the review day
   * @return the cover at the confidence of the plans; empty without a goal or without enough data
   * @throws IllegalArgumentException if the person stands in no unit on the review day
   */
  public Optional<Cover> cover(PersonId person) {
    evidence.creationOf(person);
    return coverOf(person);
  }

  /**
   * Returns how much live pipeline the people who stand in a unit, at any depth, on the review day
   * have, and how much the unit's goal takes at their rates.
   *
   * @param unit the unit
   * @return the cover at the confidence of the plans; empty without a goal of the unit, without
   *     people or without enough data
   * @throws IllegalArgumentException if the organisation does not have the unit
   */
  public Optional<Cover> cover(UnitId unit) {
    return coverOf(unit);
  }

  private Optional<Cover> coverOf(PartyId party) {
    String name = evidence.organisation().name(party);
    if (!forecasts.known()) {
      return Optional.empty();
    }
    Forecasts.Counted counted = forecasts.counted(party);
    return counted.people().isEmpty()
        ? Optional.empty()
        : goals
            .of(party)
            .map(
                goal ->
                    covers.computeIfAbsent(
                        party,
                        key ->
                            Covering.of(
                                evidence, name, counted, goal, forecasts.won(party), confidence)));
  }

  /**
   * Returns the open deals of a unit or person: those whose owners stand in the unit, at any depth,
   * on the review day, and those in which anybody who does has a share. The root has all deals,
   * also those of people who left.
   *
   * @param party a unit, {@link Organisation#UNASSIGNED} or a person
   * @return the open deals, each once, with its chance to be won in the period and what the party
   *     would be credited with; none if no deal was won yet, as nothing is known of their chances
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
      AmountForecast planned) {

    Chances chances(double goal) {
      return new Chances(
          live.chanceOfAtLeast(goal), recent.chanceOfAtLeast(goal), planned.chanceOfAtLeast(goal));
    }
  }

  private Outcome outcome(PersonId person) {
    return outcomes.computeIfAbsent(
        person,
        key -> {
          PersonForecast forecast = forecasts.person(person);
          CreationPlan search =
              CreationPlan.search(
                  evidence, forecast, goals, forecasts.won(person), confidence, weeks);
          return new Outcome(
              forecast,
              search,
              forecast.live(search.grid()),
              forecast.atRecentRate(search.grid()),
              forecast.withCreation(search.grid(), search.total()));
        });
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
