package dev.guidepost.targets.coverage;

import dev.guidepost.core.record.Deal;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.LivePipeline;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How much live pipeline stands against a target.
 *
 * <pre>{@code
 * Coverage.of(CoverageVariant.on(today, q4), pipeline, 240_000, 86_000);
 * // 1.9x: 292,600 / 154,000; live deals due in 2026-Q4 / remaining target, by value, week 5
 * }</pre>
 *
 * @param variant which coverage it is
 * @param pipeline the pipeline, in money or deals
 * @param target what stands against it, in the same
 */
public record Coverage(CoverageVariant variant, double pipeline, double target) {

  /**
   * Creates a coverage.
   *
   * @param variant which coverage it is
   * @param pipeline the pipeline
   * @param target what stands against it; nothing or less is reached
   * @throws IllegalArgumentException if the pipeline is negative, or either is no number
   */
  public Coverage {
    Objects.requireNonNull(variant, "variant");
    if (!(pipeline >= 0 && pipeline < Double.POSITIVE_INFINITY) || !Double.isFinite(target)) {
      throw new IllegalArgumentException(
          "pipeline must be 0 or more, and target a number, but were " + pipeline + ", " + target);
    }
  }

  /**
   * Returns the coverage of a person or unit.
   *
   * @param variant which coverage is meant
   * @param pipeline the open deals; stale and undated ones do not count
   * @param target the whole target, in money or wins as the variant says
   * @param won what of it is won, in the same
   * @return the coverage
   * @throws IllegalArgumentException if an amount is no number
   */
  public static Coverage of(
      CoverageVariant variant, LivePipeline pipeline, double target, double won) {
    List<DealOutlook> deals =
        pipeline.in(DealOutlook.State.LIVE).stream()
            .filter(deal -> counts(variant, deal.deal()))
            .toList();
    double sum =
        variant.by() == CoverageVariant.By.COUNT
            ? deals.size()
            : deals.stream().mapToDouble(deal -> deal.ifWon().toDouble()).sum();
    return new Coverage(
        variant,
        sum,
        variant.target() == CoverageVariant.Target.WHOLE ? target : Math.max(0, target - won));
  }

  private static boolean counts(CoverageVariant variant, Deal deal) {
    return variant.deals() == CoverageVariant.Deals.LIVE
        || deal.expectedClose().filter(variant.period()::contains).isPresent();
  }

  /**
   * Returns the multiple.
   *
   * @return pipeline over target; empty if there is nothing left to reach
   */
  public OptionalDouble multiple() {
    return target <= 0 ? OptionalDouble.empty() : OptionalDouble.of(pipeline / target);
  }

  /**
   * Returns what the pipeline brings on average.
   *
   * @param conversion the share of the pipeline that is won in time, 0 to 1
   * @return pipeline times conversion
   * @throws IllegalArgumentException if the conversion is out of bounds
   */
  public double expected(double conversion) {
    if (!(conversion >= 0 && conversion <= 1)) {
      throw new IllegalArgumentException("conversion must be 0 to 1, but was " + conversion);
    }
    return pipeline * conversion;
  }

  /** Returns multiple, parts and variant on one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %,.0f / %,.0f; %s",
        multiple().isEmpty() ? "reached" : String.format(Locale.ROOT, "%.1fx", pipeline / target),
        pipeline,
        target,
        variant);
  }
}
