package dev.guidepost.targets.planning;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.EnumMultiset;
import com.google.common.collect.HashBasedTable;
import com.google.common.collect.Multiset;
import com.google.common.collect.Table;
import dev.guidepost.core.credit.Motion;
import dev.guidepost.core.credit.Origin;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Apportionment;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.pipeline.CreationWeek;
import dev.guidepost.targets.rates.CreationRate;
import dev.guidepost.targets.rates.Difference;
import dev.guidepost.targets.reach.AccountsNeeded;
import dev.guidepost.targets.reach.NextPeriod;
import dev.guidepost.targets.reach.QualityFocus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/** Parts of plans that stand on all people: the mix of wins by motion, and rates that differ. */
final class PlanParts {

  /** How many wins of everybody stand beside a person's own in the mix of motions. */
  private static final double COMMON_WINS = 10;

  private final Evidence evidence;
  private final Map<Motion, DoubleSummaryStatistics> wonByMotion = new EnumMap<>(Motion.class);
  private final Table<Motion, PersonId, Integer> winsByMotion = HashBasedTable.create();
  private final Supplier<List<Compared>> compared;
  private final Supplier<Map<PersonId, Multiset<Origin>>> origins;

  /** A rate compared between people. */
  private record Compared(MetricId metric, Period window, Difference difference) {}

  PlanParts(Evidence evidence) {
    this.evidence = evidence;
    for (Deal deal : evidence.deals()) {
      if (deal.outcome() == Outcome.WON
          && deal.motion().isPresent()
          && deal.amount().filter(amount -> amount.signum() > 0).isPresent()) {
        wonByMotion
            .computeIfAbsent(deal.motion().get(), motion -> new DoubleSummaryStatistics())
            .accept(deal.amount().get().toDouble());
        int before = countOf(deal.owner(), deal.motion().get());
        winsByMotion.put(deal.motion().get(), deal.owner(), before + 1);
      }
    }
    this.compared = Suppliers.memoize(this::compare);
    this.origins = Suppliers.memoize(() -> OriginMix.recent(evidence));
  }

  /** The wins that what is left of a goal takes on average; empty if no motion is known. */
  Optional<AccountsNeeded> accounts(PersonId person, double left) {
    if (left <= 0 || wonByMotion.isEmpty()) {
      return Optional.empty();
    }
    double all = wonByMotion.values().stream().mapToLong(DoubleSummaryStatistics::getCount).sum();
    double own = wonByMotion.keySet().stream().mapToInt(motion -> countOf(person, motion)).sum();
    double ratio = evidence.sizes().mean(person) / evidence.sizes().mean();
    Map<Motion, BigDecimal> shares = new EnumMap<>(Motion.class);
    Map<Motion, Double> sizes = new EnumMap<>(Motion.class);
    double mean = 0;
    for (Map.Entry<Motion, DoubleSummaryStatistics> entry : wonByMotion.entrySet()) {
      DoubleSummaryStatistics amounts = entry.getValue();
      double share =
          (countOf(person, entry.getKey()) + COMMON_WINS * amounts.getCount() / all)
              / (own + COMMON_WINS);
      double size = ratio * amounts.getAverage();
      shares.put(entry.getKey(), BigDecimal.valueOf(share));
      sizes.put(entry.getKey(), size);
      mean += share * size;
    }
    if (!(mean > 0)) {
      return Optional.empty();
    }
    SortedMap<Motion, Long> counts =
        Apportionment.LARGEST_REMAINDER.split((long) Math.ceil(left / mean - 1e-9), shares);
    List<AccountsNeeded.OfMotion> motions = new ArrayList<>();
    counts.forEach(
        (motion, count) -> {
          if (count > 0) {
            motions.add(
                new AccountsNeeded.OfMotion(motion, count, sizes.getOrDefault(motion, 0.0)));
          }
        });
    return Optional.of(new AccountsNeeded(motions, (long) all));
  }

  private int countOf(PersonId person, Motion motion) {
    Integer wins = winsByMotion.get(motion, person);
    return wins == null ? 0 : wins;
  }

  /** Where the person's opportunities come from. */
  OriginMix origins(PersonId person, CreationRate rate) {
    return new OriginMix(
        Objects.requireNonNull(origins.get())
            .getOrDefault(person, EnumMultiset.create(Origin.class)),
        rate);
  }

  /** The first rate of the person that is lower than that of all beyond chance. */
  Optional<QualityFocus> focus(PersonId person) {
    Cube cube = evidence.today();
    for (Compared one : Objects.requireNonNull(compared.get())) {
      Difference difference = one.difference();
      if (difference.beyondChance()
          && difference.driver().isEmpty()
          && difference.outside().contains(person)
          && cube.measurement(person, one.metric(), one.window()) instanceof Measurement.Share share
          && below(share.ratio(), difference.common())) {
        return Optional.of(
            new QualityFocus(
                one.metric(), share.ratio(), difference.common(), difference.people()));
      }
    }
    return Optional.empty();
  }

  private static boolean below(Ratio own, Ratio common) {
    return own.numerator().toDouble() * common.denominator().toDouble()
        < common.numerator().toDouble() * own.denominator().toDouble();
  }

  private List<Compared> compare() {
    List<Compared> rates = new ArrayList<>();
    evidence
        .conversions()
        .ifPresent(
            conversions ->
                rates.add(compare(StandardMetrics.MEETING_CONVERSION, conversions.window())));
    evidence.cohort().ifPresent(cohort -> rates.add(compare(StandardMetrics.WIN_YIELD, cohort)));
    return rates;
  }

  private Compared compare(MetricId metric, Period window) {
    return new Compared(
        metric, window, Difference.between(evidence.today(), metric, window, evidence.people()));
  }

  /**
   * From when on most new deals that are won are won after the period; empty if not planned so far.
   */
  Optional<NextPeriod> next(PersonForecast forecast, CreationPlan creation) {
    List<CreationWeek> weeks = creation.search().weeks();
    double half = forecast.eventualYield() / 2;
    int last = weeks.size();
    while (last > 0 && weeks.get(last - 1).exposure() == 0) {
      last--; // somebody who leaves, or is away to the end, has no next period
    }
    for (int w = 0; w < last; w++) {
      if (w >= forecast.weeksLeft() || forecast.meanChance(w) < half) {
        return Optional.of(
            new NextPeriod(
                weeks.get(w).week().start(),
                evidence.windows().calendar().next(evidence.period()).label(),
                Math.min(creation.cap(), creation.nextPerWeek()),
                creation.stays()));
      }
    }
    return Optional.empty();
  }
}
