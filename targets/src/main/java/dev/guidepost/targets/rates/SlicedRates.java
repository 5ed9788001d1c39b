package dev.guidepost.targets.rates;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.guidepost.core.explain.Estimate;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.stat.ChiSquare;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One ratio metric for everybody, by the values of a dimension: win yield by motion or by origin.
 *
 * <p>Each value has rates of its own, pooled like any others. Whether a person's values differ at
 * all is a test of its own ({@link #pValue}): slices of a small record differ by chance alone.
 *
 * <pre>{@code
 * SlicedRates byMotion = SlicedRates.fit(rollup, MOTION, WIN_YIELD, cohort, 0.80, Pooling.TEAMS);
 * byMotion.print(ana);
 * // expansion  52 % [41 %, 63 %] 80 %, 14 of 25 own; ...
 * // new        31 % [24 %, 38 %] 80 %, 19 of 64 own; ...
 * // differ beyond chance (p = .04)
 * }</pre>
 */
public final class SlicedRates {

  private final Dimension dimension;
  private final Cube whole;
  private final Period window;
  private final MetricId metric;
  private final ImmutableSortedMap<String, PersonalRates> byValue;

  private SlicedRates(
      Dimension dimension,
      Cube whole,
      MetricId metric,
      Period window,
      Map<String, PersonalRates> byValue) {
    this.dimension = dimension;
    this.whole = whole;
    this.metric = metric;
    this.window = window;
    this.byValue = ImmutableSortedMap.copyOf(byValue);
  }

  /**
   * Fits rates for each value of a dimension; one cube is rolled up for each.
   *
   * @param rollup what is rolled up, over which organisation; its periods are replaced
   * @param dimension the dimension
   * @param metric a ratio metric of whole counts, whose facts carry the dimension
   * @param window the period whose events and trials count
   * @param level the level of the intervals, such as .8
   * @param pooling with whose record a rate is pooled, and how much older records count
   * @return the rates; none where no fact has a value
   * @throws IllegalArgumentException if the metric is no ratio of counts, or its facts cannot be
   *     told by the dimension
   */
  public static SlicedRates fit(
      Rollup rollup,
      Dimension dimension,
      MetricId metric,
      Period window,
      double level,
      Pooling pooling) {
    List<Period> kept = new ArrayList<>(pooling.halfLife().pieces(window));
    if (!kept.contains(window)) {
      kept.add(window);
    }
    Rollup one = rollup.periods(kept);
    Map<String, PersonalRates> byValue = new TreeMap<>();
    for (String value : rollup.ledger().values(dimension)) {
      if (value.equals(Dimension.NONE)) {
        continue;
      }
      Cube cube = one.viewing(facts -> facts.where(dimension, value)).build();
      PersonalRates rates = PersonalRates.fit(cube, metric, window, level, pooling);
      if (rates.of(cube.organisation().root()).isPresent()) {
        byValue.put(value, rates);
      }
    }
    return new SlicedRates(dimension, one.build(), metric, window, byValue);
  }

  /**
   * Returns the values that have a trial in the window.
   *
   * @return the values in order of the alphabet; unmodifiable
   */
  public List<String> values() {
    return ImmutableList.copyOf(byValue.keySet());
  }

  /**
   * Returns the rates of one value.
   *
   * @param value the value
   * @return the rates; empty if nobody has a trial of it in the window
   */
  public Optional<PersonalRates> of(String value) {
    return Optional.ofNullable(byValue.get(value));
  }

  /**
   * Returns how many trials of a party have no value.
   *
   * @param party a person or unit
   * @return trials of all facts less those of all values, 0 or more
   * @throws IllegalArgumentException if the organisation does not have the party
   */
  public long without(PartyId party) {
    long trials =
        whole.measurement(party, metric, window) instanceof Measurement.Share share
            ? share.ratio().denominator().unscaledAt(0)
            : 0;
    for (Estimate one : estimates(party)) {
      trials -= one.trials();
    }
    return trials;
  }

  /**
   * Returns how likely so much difference between a party's values is by chance: Pearson's
   * chi-square test of homogeneity.
   *
   * @param party a person or unit
   * @return the probability; empty if fewer than two values have a trial, or all events or none
   *     came off
   */
  public Optional<Double> pValue(PartyId party) {
    List<Estimate> tried = estimates(party).stream().filter(one -> one.trials() > 0).toList();
    return ChiSquare.homogeneity(
            tried.stream().mapToLong(Estimate::events).toArray(),
            tried.stream().mapToLong(Estimate::trials).toArray())
        .map(ChiSquare::pValue);
  }

  private List<Estimate> estimates(PartyId party) {
    return byValue.values().stream()
        .flatMap(rates -> rates.of(party).stream())
        .map(PersonalRate::estimate)
        .toList();
  }

  /**
   * Returns a party's rate of each value that it tried, one a line, how many trials have no value,
   * and whether the values differ.
   *
   * @param party a person or unit
   * @return the lines, each ending in a line break
   */
  public String print(PartyId party) {
    StringBuilder text = new StringBuilder();
    byValue.forEach(
        (value, rates) ->
            rates
                .of(party)
                .filter(rate -> rate.estimate().trials() > 0)
                .ifPresent(rate -> text.append(value).append("  ").append(rate).append('\n')));
    long without = without(party);
    if (without > 0) {
      text.append(String.format(Locale.ROOT, "%,d more without %s\n", without, dimension.name()));
    }
    return text.append(verdict(party)).append('\n').toString();
  }

  private String verdict(PartyId party) {
    return pValue(party)
        .map(
            p ->
                (p < Difference.SIGNIFICANT
                        ? "differ beyond chance ("
                        : "no difference beyond chance (")
                    + Difference.print(p)
                    + ")")
        .orElse("not enough data to compare");
  }

  /** Returns metric, dimension and values on one line. */
  @Override
  public String toString() {
    return metric + " by " + dimension.name() + " over " + window.label() + ": " + values();
  }
}
