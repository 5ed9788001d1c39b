package dev.guidepost.rollup.variance;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.MetricId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A result that adds up, and the metrics whose product it is: bookings are closed deals, times win
 * rate, times deal size.
 *
 * <p>That they multiply to it is checked by their definitions, not by figures: all metrics are
 * taken down to sums, and what stands above and below a fraction line has to cancel. Opportunities
 * times a win rate of closed deals is no number of wins, and is refused with what is missing.
 *
 * <pre>{@code
 * Drivers drivers = Drivers.of(BOOKINGS, CLOSED, WIN_RATE, DEAL_SIZE); // DEAL_SIZE: bookings / wins
 * Drivers byProduct = drivers.by(PRODUCT);                             // with a line for the mix
 * }</pre>
 *
 * @param result the metric whose change is explained: a sum, or sums added up
 * @param factors the metrics whose product it is, each once, in the order of lines; unmodifiable
 * @param segments the dimension whose values are compared one by one, if there is one
 * @param mix whether the first factor is taken apart into total and shares
 */
public record Drivers(
    MetricId result, List<MetricId> factors, Optional<Dimension> segments, Mix mix) {

  /**
   * Creates drivers.
   *
   * @param result the metric whose change is explained
   * @param factors the metrics whose product it is
   * @param segments the dimension whose values are compared one by one, if there is one
   * @param mix whether the first factor is taken apart into total and shares
   * @throws IllegalArgumentException if a factor is there twice, there are fewer than 2 lines for
   *     factors and mix or more than {@value Decomposition#MAX_FACTORS}, or there is a mix within
   *     each participant but no dimension
   */
  public Drivers {
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(segments, "segments");
    factors = ImmutableList.copyOf(factors);
    if (ImmutableSet.copyOf(factors).size() < factors.size()) {
      throw new IllegalArgumentException("factors must each be there once, but were " + factors);
    }
    int lines = factors.size() + (mix == Mix.NONE ? 0 : 1);
    if (factors.isEmpty() || lines < 2 || lines > Decomposition.MAX_FACTORS) {
      throw new IllegalArgumentException(
          "factors of "
              + result
              + " must be 2 to "
              + Decomposition.MAX_FACTORS
              + ", a mix included, but were "
              + factors
              + (mix == Mix.NONE ? "" : " and a mix"));
    }
    if (mix == Mix.WITHIN_EACH && segments.isEmpty()) {
      throw new IllegalArgumentException(
          "segments must be given for a mix within each participant, but were not");
    }
  }

  /**
   * Returns drivers without segments and mix.
   *
   * @param result the metric whose change is explained
   * @param factors the metrics whose product it is, the volume first
   * @return the drivers
   * @throws IllegalArgumentException if a factor is there twice, or they are not 2 to {@value
   *     Decomposition#MAX_FACTORS}
   */
  public static Drivers of(MetricId result, MetricId... factors) {
    return new Drivers(result, List.of(factors), Optional.empty(), Mix.NONE);
  }

  /**
   * Returns these drivers compared value by value of a dimension, with a line for the mix of values
   * within each participant unless there is another mix already.
   *
   * @param dimension the dimension
   * @return the changed drivers
   * @throws IllegalArgumentException if there are too many lines
   */
  public Drivers by(Dimension dimension) {
    return new Drivers(
        result, factors, Optional.of(dimension), mix == Mix.NONE ? Mix.WITHIN_EACH : mix);
  }

  /**
   * Returns these drivers with another mix.
   *
   * @param wanted the mix
   * @return the changed drivers
   * @throws IllegalArgumentException if there are too many or too few lines, or the mix needs
   *     segments
   */
  public Drivers with(Mix wanted) {
    return new Drivers(result, factors, segments, wanted);
  }

  /**
   * Checks that a catalog has the metrics, and that by its definitions the factors multiply to the
   * result.
   *
   * @param catalog the catalog
   * @throws IllegalArgumentException if it lacks a metric or the dimension, a metric is not made of
   *     sums, the result does not add up, neither does a first factor to be taken apart, or the
   *     factors do not multiply to the result
   */
  public void check(Catalog catalog) {
    DriverTree.of(this, catalog);
  }

  /** Returns such as {@code "bookings = closed * win-rate * deal-size"}. */
  @Override
  public String toString() {
    return result
        + " = "
        + String.join(" * ", factors.stream().map(MetricId::value).toList())
        + segments.map(dimension -> " by " + dimension).orElse("");
  }
}
