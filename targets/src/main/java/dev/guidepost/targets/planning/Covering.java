package dev.guidepost.targets.planning;

import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.targets.coverage.Cover;
import dev.guidepost.targets.coverage.Coverage;
import dev.guidepost.targets.coverage.CoverageNeed;
import dev.guidepost.targets.coverage.CoverageVariant;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.LivePipeline;
import dev.guidepost.targets.funnel.WinsForecast.Shock;
import dev.guidepost.targets.pipeline.CreationSearch;
import java.util.List;

/** Holds live pipeline against what is left of a goal. */
final class Covering {

  private static final double LEAST = 0.001;

  private Covering() {}

  static Cover of(
      Evidence evidence, PersonForecast forecast, Target target, Quantity won, double confidence) {
    PersonId person = forecast.person();
    CoverageVariant variant = CoverageVariant.on(evidence.review(), evidence.period()).ofAllLive();
    LivePipeline open = new LivePipeline(List.copyOf(forecast.open().values()));
    double all = open.value(DealOutlook.State.LIVE).toDouble();
    double expected =
        open.in(DealOutlook.State.LIVE).stream().mapToDouble(DealOutlook::expected).sum();
    double conversion = all > 0 ? expected / all : forecast.eventualYield();
    double goal = target.amount().toDouble();
    double rest = goal - won.toDouble();
    Grid grid = Grids.person(rest, forecast.expectedNew(), evidence.sizes().mean(person));
    return new Cover(
        Coverage.of(variant, open, goal, won.toDouble()),
        CoverageNeed.forAmount(
            evidence.organisation().name(person),
            variant,
            goal,
            new CreationSearch.Money(
                rest,
                grid,
                List.of(),
                evidence.sizes(),
                person,
                forecast.created(grid),
                evidence
                    .yields()
                    .flatMap(rates -> rates.of(person))
                    .map(Shock::ofRate)
                    .orElse(Shock.NONE)),
            Math.min(1, Math.max(LEAST, conversion)),
            confidence));
  }
}
