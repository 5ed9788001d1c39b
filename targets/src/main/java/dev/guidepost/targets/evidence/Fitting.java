package dev.guidepost.targets.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.people.Availability;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.targets.funnel.DealAgeing;
import dev.guidepost.targets.funnel.DealSizes;
import dev.guidepost.targets.funnel.QuarterSeason;
import dev.guidepost.targets.funnel.WinCurve;
import dev.guidepost.targets.outlook.Considered;
import dev.guidepost.targets.outlook.Considered.Part;
import dev.guidepost.targets.rates.CreationRate;
import dev.guidepost.targets.rates.PersonalRates;
import dev.guidepost.targets.rates.Pooling;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Learns curve and yields from what is considered. */
record Fitting(
    Considered considered,
    ImmutableList<Deal> deals,
    LocalDate observedFrom,
    LocalDate asOf,
    Pooling given) {

  /** The company's curve, with the season. */
  Optional<WinCurve> curve(Cube cube, Windows windows, DealAgeing ageing) {
    Optional<WinCurve> curve =
        considered.has(Part.CENSORING)
            ? WinCurve.fit(cube, cube.organisation().root(), windows.allDays())
            : WinCurve.ofClosed(deals, observedFrom);
    return curve
        .map(one -> considered.has(Part.AGE) ? one : one.ageless())
        .map(
            one ->
                considered.has(Part.SEASON)
                    ? one.withSeason(
                        QuarterSeason.fit(
                            byId(deals), one, ageing, windows.calendar(), observedFrom, asOf))
                    : one);
  }

  DealSizes sizes(Crediting crediting) {
    DealSizes sizes =
        DealSizes.fit(deals, deal -> crediting.parts(deal, deal.amount().orElse(Quantity.ZERO)));
    return considered.has(Part.OWN_SIZES) ? sizes : sizes.everybodys();
  }

  /** In one order, so that sums do not depend on the order of the records. */
  private static List<Deal> byId(List<Deal> deals) {
    return deals.stream().sorted(Comparator.comparing(Deal::id)).toList();
  }

  /** The yields of complete cohorts; without censoring, the win rates of what is closed. */
  Optional<PersonalRates> yields(Cube cube, Period allDays, Optional<Period> cohort) {
    return considered.has(Part.CENSORING)
        ? cohort.map(window -> rates(cube, StandardMetrics.WIN_YIELD, window))
        : Optional.of(rates(cube, StandardMetrics.WIN_RATE, allDays));
  }

  ImmutableMap<PersonId, CreationRate> creation(
      Cube cube, Windows windows, Availability availability) {
    return ImmutableMap.copyOf(
        CreationRate.fit(
            cube,
            windows.review(),
            StandardMetrics.OPPORTUNITIES,
            windows.weeks(),
            Evidence.RECENT_WEEKS,
            availability,
            pooling()));
  }

  /** Whether yields come out the same as they do for others. */
  boolean yieldsLike(Considered others) {
    return considered.has(Part.CENSORING) == others.has(Part.CENSORING)
        && considered.has(Part.POOLING) == others.has(Part.POOLING);
  }

  private Pooling pooling() {
    return considered.has(Part.POOLING) ? given : Pooling.NONE.fading(given.halfLife());
  }

  private PersonalRates rates(Cube cube, MetricId metric, Period window) {
    return PersonalRates.fit(cube, metric, window, Evidence.LEVEL, pooling());
  }
}
