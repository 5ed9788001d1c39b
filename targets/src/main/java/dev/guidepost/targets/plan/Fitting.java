package dev.guidepost.targets.plan;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.targets.funnel.DealAgeing;
import dev.guidepost.targets.funnel.QuarterSeason;
import dev.guidepost.targets.funnel.WinCurve;
import dev.guidepost.targets.outlook.Considered;
import dev.guidepost.targets.outlook.Considered.Part;
import dev.guidepost.targets.rates.PersonalRates;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Learns curve and yields from what is considered. */
record Fitting(
    Considered considered, ImmutableList<Deal> deals, LocalDate observedFrom, LocalDate asOf) {

  /** The curve that was fitted to the cube, or what is left of it. */
  Optional<WinCurve> curve(Optional<WinCurve> fitted, DealAgeing ageing, FiscalCalendar calendar) {
    Optional<WinCurve> curve =
        considered.has(Part.CENSORING) ? fitted : WinCurve.ofClosed(deals, observedFrom);
    return curve
        .map(one -> considered.has(Part.AGE) ? one : one.ageless())
        .map(one -> considered.has(Part.SEASON) ? seasoned(one, ageing, calendar) : one);
  }

  private WinCurve seasoned(WinCurve curve, DealAgeing ageing, FiscalCalendar calendar) {
    return curve.withSeason(
        QuarterSeason.fit(byId(deals), curve, ageing, calendar, observedFrom, asOf));
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

  private PersonalRates rates(Cube cube, MetricId metric, Period window) {
    return considered.has(Part.POOLING)
        ? PersonalRates.fit(cube, metric, window, Evidence.LEVEL)
        : PersonalRates.unpooled(cube, metric, window, Evidence.LEVEL);
  }
}
