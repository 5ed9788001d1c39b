package dev.guidepost.targets.rates;

import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import java.util.Map;
import java.util.Optional;

/**
 * One ratio metric for everybody, partially pooled down the tree: person, team, region, company.
 *
 * <p>The company's rate starts from the Jeffreys prior. Each level below starts from beta
 * distributions around the rates of the units above; how tightly is learned from how much the units
 * of that level differ (beta-binomial marginal likelihood: Kleinman 1973; Gelman et al., Bayesian
 * Data Analysis, 3rd ed., chapter 5), and the intervals average over what is not known of it. A
 * person without a record has the team's rate, and the statement says so.
 *
 * <pre>{@code
 * PersonalRates yields = PersonalRates.fit(cube, WIN_YIELD, cohort, 0.80);
 * yields.of(ana); // 35 % [28 %, 41 %] 80 %, 17 of 45 own; 52 % own record, 48 % East
 * }</pre>
 */
public final class PersonalRates {

  private final MetricId metric;
  private final Period window;
  private final HalfLife halfLife;
  private final ImmutableMap<PartyId, PersonalRate> rates;

  private PersonalRates(
      MetricId metric, Period window, HalfLife halfLife, Map<PartyId, PersonalRate> rates) {
    this.metric = metric;
    this.window = window;
    this.halfLife = halfLife;
    this.rates = ImmutableMap.copyOf(rates);
  }

  /**
   * Fits the rates of all units and people of a cube, people pooled with their teams and all
   * records alike. The tree is that of the cube's organisation date, or of the window's last day
   * where the cube shows things as they were.
   *
   * @param cube a cube that keeps the window
   * @param metric a ratio metric of whole counts
   * @param window the period whose events and trials count
   * @param level the level of the intervals, such as .8
   * @return the rates; none at all if nobody has a trial in the window
   * @throws IllegalArgumentException if the metric is no ratio of counts, the cube lacks the
   *     window, or the level is not inside (0, 1)
   */
  public static PersonalRates fit(Cube cube, MetricId metric, Period window, double level) {
    return fit(cube, metric, window, level, Pooling.TEAMS);
  }

  /**
   * Fits the rates of all units and people of a cube. Units are pooled down the tree; people with
   * their peers across the company where these are known, else with their team.
   *
   * @param cube a cube that keeps the window and, with a half-life, {@link HalfLife#pieces its
   *     pieces}
   * @param metric a ratio metric of whole counts
   * @param window the period whose events and trials count
   * @param level the level of the intervals, such as .8
   * @param pooling with whose record a rate is pooled, and how much older records count. Alone,
   *     each rate starts from the Jeffreys prior, so that without a trial it is anything from 0 to
   *     1
   * @return the rates; none at all if nobody has a trial in the window
   * @throws IllegalArgumentException if the metric is no ratio of counts, the cube lacks a period,
   *     or the level is not inside (0, 1)
   */
  public static PersonalRates fit(
      Cube cube, MetricId metric, Period window, double level, Pooling pooling) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must lie in (0, 1), but was " + level);
    }
    Descent descent = new Descent(cube, metric, window, level, pooling);
    return new PersonalRates(
        metric, window, pooling.halfLife(), pooling.alone() ? descent.alone() : descent.pooled());
  }

  /**
   * Returns the metric.
   *
   * @return the ratio that was fitted
   */
  public MetricId metric() {
    return metric;
  }

  /**
   * Returns the period whose events and trials count.
   *
   * @return the window
   */
  public Period window() {
    return window;
  }

  /**
   * Returns the rate of a person or unit.
   *
   * @param party a person or unit
   * @return the rate; empty if there is not enough data: nobody has a trial in the window, or the
   *     party did not stand in the tree
   */
  public Optional<PersonalRate> of(PartyId party) {
    return Optional.ofNullable(rates.get(party));
  }

  /**
   * Returns by how much recent records weigh more.
   *
   * @return the half-life
   */
  public HalfLife halfLife() {
    return halfLife;
  }

  /** Returns metric, window, number of rates and half-life on one line. */
  @Override
  public String toString() {
    return metric
        + " over "
        + window.label()
        + ": "
        + rates.size()
        + " rates"
        + (halfLife.fades() ? ", " + halfLife : "");
  }
}
