package dev.guidepost.targets.planning;

import com.google.common.collect.ImmutableListMultimap;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.LivePipeline;
import dev.guidepost.targets.outlook.Chances;
import dev.guidepost.targets.pipeline.CreationWeek;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.PlanLine;
import dev.guidepost.targets.plan.PlanVersion;
import dev.guidepost.targets.rates.CreationRate;
import dev.guidepost.targets.reach.AccountsNeeded;
import dev.guidepost.targets.reach.GoalGap;
import dev.guidepost.targets.reach.Sourcing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts together the plan of one person, and what is kept of it. */
final class PlanDraft {

  private final Evidence evidence;
  private final PersonId person;
  private final Optional<Target> target;
  private final Quantity won;
  private final List<Deal> closed;

  /**
   * Starts a plan.
   *
   * @param closed of {@link #closed} those with which the person is credited
   */
  PlanDraft(
      Evidence evidence,
      PersonId person,
      Optional<Target> target,
      Quantity won,
      List<Deal> closed) {
    this.evidence = evidence;
    this.person = person;
    this.target = target;
    this.won = won;
    this.closed = closed;
  }

  /** The deals closed in the period, or known only then as closed, by who is credited with them. */
  static ImmutableListMultimap<PartyId, Deal> closed(Evidence evidence) {
    ImmutableListMultimap.Builder<PartyId, Deal> found = ImmutableListMultimap.builder();
    Period period = evidence.period();
    for (Deal deal : evidence.deals()) {
      if (deal.closed().isPresent()
          && (period.contains(deal.closed().get())
              || !deal.knownDays().tailSet(period.start()).isEmpty())) {
        evidence
            .crediting()
            .parts(deal, deal.amount().orElse(Quantity.ZERO))
            .keySet()
            .forEach(party -> found.put(party, deal));
      }
    }
    return found.build();
  }

  private Plan.Builder start(CreationRate creation, LivePipeline pipeline, PlanVersion version) {
    return Plan.builder()
        .person(person)
        .name(evidence.organisation().name(person))
        .review(evidence.review())
        .period(evidence.period())
        .target(target)
        .creation(creation)
        .pipeline(pipeline)
        .version(version);
  }

  /** The plan of somebody for whom nothing can be planned. */
  Plan none(CreationRate creation, String reason) {
    LivePipeline nothing = new LivePipeline(List.of());
    PlanVersion version = version(Quantity.ZERO, List.of(), nothing, List.of(), Optional.empty());
    return start(creation, nothing, version).reason(reason).build();
  }

  Plan plan(
      PersonForecast forecast,
      CreationPlan creation,
      double live,
      Chances chances,
      Optional<GoalGap> gap,
      PlanParts parts,
      BuyerSteps steps) {
    Optional<AccountsNeeded> accounts = parts.accounts(person, creation.goal());
    OriginMix mix = parts.origins(person, forecast.creation());
    List<List<Sourcing>> sourcing =
        mix.known()
            ? mix.byWeek(creation.search().weeks(), creation.total(), creation.totalPerWeek())
            : List.of();
    List<PlanLine> lines =
        new PlanLines(evidence, forecast, creation, steps)
            .lines(sourcing, accounts, parts.focus(person), gap);
    Optional<Chances> three = target.map(set -> chances);
    PlanVersion version =
        version(
            Forecasts.Expected.whole(live),
            created(forecast, creation),
            forecast.pipeline(),
            lines,
            three);
    return start(forecast.creation(), forecast.pipeline(), version)
        .chances(three)
        .lines(lines)
        .plannedPerWeek(creation.perWeek())
        .neededPerWeek(creation.neededPerWeek())
        .why(target.map(set -> why(version, set, forecast)))
        .gap(gap)
        .besides(creation.besides())
        .sourcing(sourcing.stream().findFirst().orElse(List.of()))
        .next(parts.next(forecast, creation))
        .accounts(accounts)
        .build();
  }

  private PlanVersion version(
      Quantity live,
      List<PlanVersion.CreatedWeek> created,
      LivePipeline pipeline,
      List<PlanLine> lines,
      Optional<Chances> chances) {
    return new PlanVersion(
        person,
        evidence.review(),
        evidence.period(),
        target.map(Target::amount),
        won,
        live,
        created,
        deals(pipeline),
        lines,
        chances);
  }

  /** What new deals bring, by week; rounded so that the weeks add up. */
  private static List<PlanVersion.CreatedWeek> created(
      PersonForecast forecast, CreationPlan creation) {
    List<CreationWeek> weeks = creation.search().weeks();
    long[] counts = creation.total();
    List<PlanVersion.CreatedWeek> created = new ArrayList<>();
    Quantity before = Quantity.ZERO;
    for (int w = 0; w < Math.min(counts.length, forecast.weeksLeft()); w++) {
      Quantity until = Forecasts.Expected.whole(forecast.expectedOfNew(counts, w + 1));
      created.add(
          new PlanVersion.CreatedWeek(weeks.get(w).week().start(), counts[w], until.minus(before)));
      before = until;
    }
    return created;
  }

  /**
   * The open deals of the person, and those closed in the period or known only then as closed, each
   * with what the person is credited with.
   */
  private List<PlanVersion.PlannedDeal> deals(LivePipeline pipeline) {
    List<PlanVersion.PlannedDeal> deals = new ArrayList<>();
    for (DealOutlook open : pipeline.deals()) {
      Quantity expected = Forecasts.Expected.whole(open.expected());
      deals.add(planned(open.deal(), open.deal().expectedClose(), expected));
    }
    for (Deal deal : closed) {
      boolean booked =
          deal.outcome() == Outcome.WON
              && deal.closed().filter(evidence.period()::contains).isPresent();
      Quantity amount = deal.amount().orElse(Quantity.ZERO);
      deals.add(
          planned(
              deal,
              deal.closed(),
              booked
                  ? evidence.crediting().parts(deal, amount).getOrDefault(person, Quantity.ZERO)
                  : Quantity.ZERO));
    }
    return deals;
  }

  private static PlanVersion.PlannedDeal planned(
      Deal deal, Optional<LocalDate> closing, Quantity expected) {
    return new PlanVersion.PlannedDeal(
        deal.id(),
        deal.label(),
        deal.outcome(),
        deal.stage(),
        closing,
        deal.amount().or(deal::listAmount).orElse(Quantity.ZERO),
        expected);
  }

  private Explanation why(PlanVersion version, Target set, PersonForecast forecast) {
    Quantity rest = set.amount().minus(version.expected());
    List<Explanation.Part> parts = new ArrayList<>();
    parts.add(new Explanation.Part("won", won, "booked in " + evidence.period().label()));
    int count = forecast.counted();
    int shared = forecast.shared();
    parts.add(
        new Explanation.Part(
            "live",
            version.live(),
            count
                + " live deals"
                + (shared == 0 ? "" : ", " + shared + " of them shared")
                + ", expected"));
    parts.add(new Explanation.Part("to create", version.toCreate(), "with the plan, expected"));
    if (rest.signum() != 0) {
      parts.add(
          new Explanation.Part(
              rest.signum() > 0 ? "gap" : "beyond the goal",
              rest,
              rest.signum() > 0 ? "not covered on average" : "more than the goal on average"));
    }
    return Explanation.of(evidence.period().label(), parts);
  }
}
