package dev.guidepost.targets.planning;

import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.pipeline.CreationNeed;
import dev.guidepost.targets.pipeline.CreationSearch;
import dev.guidepost.targets.pipeline.CreationWeek;
import dev.guidepost.targets.reach.ServedGoal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Goals of a person besides bookings: each as far as more opportunities serve it. */
final class BesideGoals {

  private final Evidence evidence;
  private final PersonForecast forecast;
  private final CreationSearch search;

  BesideGoals(Evidence evidence, PersonForecast forecast, CreationSearch search) {
    this.evidence = evidence;
    this.forecast = forecast;
    this.search = search;
  }

  /**
   * A goal with what it takes.
   *
   * @param target the goal
   * @param neededPerWeek opportunities a week; empty if no number would do
   * @param chance its chance by counts a week
   * @param reason why the plan cannot serve it; empty if it does
   * @param anyWeek whether a deal of any week of the period counts, however late
   */
  record Searched(
      Target target,
      Optional<Double> neededPerWeek,
      ToDoubleFunction<long[]> chance,
      String reason,
      boolean anyWeek) {

    boolean served() {
      return reason.isEmpty();
    }

    /** How likely it is with some counts. */
    ServedGoal with(long[] counts) {
      return served()
          ? new ServedGoal(
              target,
              neededPerWeek.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
              OptionalDouble.of(chance.applyAsDouble(counts)),
              "")
          : ServedGoal.not(target, reason);
    }
  }

  Searched search(Target target) {
    if (!target.period().start().equals(evidence.period().start())
        || !target.period().end().equals(evidence.period().end())) {
      return not(target, "the plan is for " + evidence.period().label());
    }
    if (!target.scope().isEmpty()) {
      return not(target, "it counts only part: " + target.scope());
    }
    if (target.metric().equals(StandardMetrics.WINS)) {
      return wins(target, 1);
    }
    if (target.metric().equals(StandardMetrics.ACCOUNTS_WON)) {
      Optional<Double> share = accountsPerWin();
      return share.isEmpty()
          ? not(target, "no won deal has an account")
          : wins(target, share.get());
    }
    if (target.metric().equals(StandardMetrics.OPPORTUNITIES)) {
      return opportunities(target);
    }
    return not(target, "it is not told how opportunities lead to " + target.metric());
  }

  private static Searched not(Target target, String reason) {
    return new Searched(target, Optional.empty(), counts -> 0, reason, false);
  }

  private Searched wins(Target target, double share) {
    double left = left(target);
    return searched(target, left <= 0 ? counts -> 1 : forecast.towardsWins(share, left));
  }

  /** Opportunities are not left to chance: as many as are missing, over all weeks of the period. */
  private Searched opportunities(Target target) {
    double left = left(target);
    ToDoubleFunction<long[]> chance =
        counts ->
            Arrays.stream(counts).limit(forecast.weeksLeft()).sum() >= left - 1e-9 ? 1.0 : 0.0;
    List<CreationWeek> all =
        search.weeks().stream()
            .limit(forecast.weeksLeft())
            .map(week -> new CreationWeek(week.week(), week.exposure(), 1))
            .toList();
    CreationNeed need =
        CreationSearch.of(all, search.confidence()).search(target.metric().value(), chance);
    return new Searched(target, CreationPlan.rate(need), chance, "", true);
  }

  private Searched searched(Target target, ToDoubleFunction<long[]> chance) {
    CreationNeed need = search.search(target.metric().value(), chance);
    return new Searched(target, CreationPlan.rate(need), chance, "", false);
  }

  private double left(Target target) {
    if (target.metric().equals(StandardMetrics.ACCOUNTS_WON)) {
      return target.amount().toDouble() - accountsWon(forecast.person());
    }
    Quantity done =
        evidence.today().periods().contains(evidence.period())
            ? evidence.today().sum(forecast.person(), target.metric(), evidence.period())
            : Quantity.ZERO;
    return target.amount().minus(done).toDouble();
  }

  /** The accounts of the deals won in the period with which a person is credited. */
  private long accountsWon(PersonId person) {
    return evidence.deals().stream()
        .filter(deal -> wonIn(deal, evidence.period()))
        .filter(deal -> evidence.crediting().parts(deal, Quantity.ZERO).containsKey(person))
        .map(Deal::account)
        .distinct()
        .count();
  }

  /** Different accounts won for each win with an account, of everybody in the last full quarter. */
  private Optional<Double> accountsPerWin() {
    Period last = evidence.windows().lastFullPeriod();
    long wins = evidence.deals().stream().filter(deal -> wonIn(deal, last)).count();
    return wins == 0 ? Optional.empty() : Optional.of((double) accounts(last).size() / wins);
  }

  /** The accounts won in a period, each once for each owner. */
  private Set<List<String>> accounts(Period period) {
    return evidence.deals().stream()
        .filter(deal -> wonIn(deal, period))
        .map(deal -> List.of(deal.owner().value(), deal.account().orElseThrow().value()))
        .collect(Collectors.toSet());
  }

  private static boolean wonIn(Deal deal, Period period) {
    return deal.outcome() == Outcome.WON
        && deal.account().isPresent()
        && deal.closed().filter(period::contains).isPresent();
  }
}
