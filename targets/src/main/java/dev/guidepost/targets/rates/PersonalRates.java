package dev.guidepost.targets.rates;

import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.stat.Beta;
import dev.guidepost.core.stat.BetaMixture;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
  private final ImmutableMap<PartyId, PersonalRate> rates;

  private PersonalRates(MetricId metric, Period window, ImmutableMap<PartyId, PersonalRate> rates) {
    this.metric = metric;
    this.window = window;
    this.rates = rates;
  }

  /**
   * Fits the rates of all units and people of a cube. The tree is that of the cube's organisation
   * date, or of the window's last day where the cube shows things as they were.
   *
   * @param cube a cube that keeps the window
   * @param metric a ratio metric of whole counts
   * @param window the period whose events and trials count
   * @param level the level of the intervals, such as .8
   * @return the rates; none at all if nobody has a trial in the window
   * @throws IllegalArgumentException if the metric is no ratio of counts or the cube lacks the
   *     window
   */
  public static PersonalRates fit(Cube cube, MetricId metric, Period window, double level) {
    Organisation organisation = cube.organisation();
    LocalDate day = cube.organisedOn().orElse(window.lastDay());
    Map<PartyId, PersonalRate> rates = new HashMap<>();
    Counts company = Counts.of(cube, organisation.root(), metric, window);
    if (company.trials > 0) {
      BetaMixture posterior =
          BetaMixture.of(Beta.jeffreys().update(company.events, company.trials));
      double own = company.trials / (company.trials + 1.0);
      rates.put(
          organisation.root(),
          new PersonalRate(
              organisation.root(), "", company.events, company.trials, own, posterior, level));
      Map<UnitId, List<PooledLevel.Part>> priors = new HashMap<>();
      priors.put(organisation.root(), List.of());
      List<UnitId> parents = List.of(organisation.root());
      while (!parents.isEmpty()) {
        Level children = new Level(cube, metric, window, level, parents, priors, rates);
        List<UnitId> below = new ArrayList<>();
        parents.forEach(parent -> below.addAll(organisation.subunits(parent, day)));
        children.fit(parent -> List.copyOf(organisation.subunits(parent, day)));
        children.fit(parent -> List.copyOf(organisation.members(parent, day)));
        parents = below;
      }
    }
    return new PersonalRates(metric, window, ImmutableMap.copyOf(rates));
  }

  /**
   * Returns the rates of all units and people by their own record alone, each from the Jeffreys
   * prior: what is left without pooling, to show what pooling is worth.
   *
   * @param cube a cube that keeps the window
   * @param metric a ratio metric of whole counts
   * @param window the period whose events and trials count
   * @param level the level of the intervals, such as .8
   * @return the rates; without a trial, anything from 0 to 1
   * @throws IllegalArgumentException if the metric is no ratio of counts or the cube lacks the
   *     window
   */
  public static PersonalRates unpooled(Cube cube, MetricId metric, Period window, double level) {
    Organisation organisation = cube.organisation();
    List<PartyId> parties = new ArrayList<>(organisation.units());
    parties.addAll(organisation.people());
    Map<PartyId, PersonalRate> rates = new HashMap<>();
    for (PartyId party : parties) {
      Counts own = Counts.of(cube, party, metric, window);
      rates.put(
          party,
          new PersonalRate(
              party,
              "",
              own.events,
              own.trials,
              1,
              BetaMixture.of(Beta.jeffreys().update(own.events, own.trials)),
              level));
    }
    return new PersonalRates(metric, window, ImmutableMap.copyOf(rates));
  }

  /** The children of some units on one level of the tree. */
  private record Level(
      Cube cube,
      MetricId metric,
      Period window,
      double level,
      List<UnitId> parents,
      Map<UnitId, List<PooledLevel.Part>> priors,
      Map<PartyId, PersonalRate> rates) {

    void fit(Function<UnitId, List<? extends PartyId>> childrenOf) {
      List<PooledLevel.Family> families = new ArrayList<>();
      for (UnitId parent : parents) {
        List<Long> events = new ArrayList<>();
        List<Long> trials = new ArrayList<>();
        for (PartyId child : childrenOf.apply(parent)) {
          Counts counts = Counts.of(cube, child, metric, window);
          events.add(counts.events);
          trials.add(counts.trials);
        }
        families.add(
            new PooledLevel.Family(priors.getOrDefault(parent, List.of()), events, trials));
      }
      List<List<PooledLevel.Child>> pooled = PooledLevel.pool(families);
      for (int f = 0; f < parents.size(); f++) {
        List<? extends PartyId> children = childrenOf.apply(parents.get(f));
        for (int i = 0; i < children.size(); i++) {
          put(parents.get(f), children.get(i), families.get(f), i, pooled.get(f).get(i));
        }
      }
    }

    private void put(
        UnitId parent, PartyId child, PooledLevel.Family family, int i, PooledLevel.Child pooled) {
      if (child instanceof UnitId unit) {
        priors.put(unit, pooled.before());
      }
      rates.put(
          child,
          new PersonalRate(
              child,
              cube.organisation().name(parent),
              family.events().get(i),
              family.trials().get(i),
              pooled.ownShare(),
              pooled.truth(),
              level));
    }
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

  /** Returns metric, window and number of rates on one line. */
  @Override
  public String toString() {
    return metric + " over " + window.label() + ": " + rates.size() + " rates";
  }

  /** Events and trials of a cell. */
  private record Counts(long events, long trials) {

    static Counts of(Cube cube, PartyId party, MetricId metric, Period window) {
      Measurement measurement = cube.measurement(party, metric, window);
      if (!(measurement instanceof Measurement.Share share)) {
        throw new IllegalArgumentException(
            "rate must be a ratio metric, but " + metric + " is " + measurement.metric());
      }
      Ratio ratio = share.ratio();
      long events = ratio.numerator().unscaledAt(0);
      long trials = ratio.denominator().unscaledAt(0);
      if (events < 0 || events > trials) {
        throw new IllegalArgumentException(
            "events of " + metric + " must be 0 to the trials, but " + party + " has " + ratio);
      }
      return new Counts(events, trials);
    }
  }
}
