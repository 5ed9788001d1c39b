package dev.guidepost.targets.evidence;

import dev.guidepost.core.feed.TeamworkMetrics;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Histogram;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.targets.funnel.CycleTimes;
import dev.guidepost.targets.rates.CreationRate;
import dev.guidepost.targets.rates.Pooling;
import dev.guidepost.targets.rates.SlicedRates;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rates that plans stand on, each with its evidence: win yield by motion and origin, creation
 * by origin, the pace of activities, sizes and cycle times.
 *
 * <p>What is asked for is learned with each call. Immutable and thread-safe.
 *
 * <pre>{@code
 * Rates rates = evidence.rates();
 * System.out.print(rates.card(ana).print());
 * rates.yieldsBy(TeamworkMetrics.MOTION).orElseThrow().print(ana);
 * }</pre>
 */
public final class Rates {

  private final Evidence evidence;
  private final Rollup rollup;
  private final Pooling pooling;

  Rates(Evidence evidence, Rollup rollup, Pooling pooling) {
    this.evidence = evidence;
    this.rollup = rollup;
    this.pooling = pooling;
  }

  /**
   * Returns the win yields by the values of a dimension, such as motion or origin. They are learned
   * anew with each call, which rolls the facts up once for each value.
   *
   * @param dimension a dimension that deals carry
   * @return the yields; empty if there is no complete cohort
   * @throws IllegalArgumentException if the catalog does not have the dimension; {@link
   *     TeamworkMetrics#addTo} adds motion and origin
   */
  public Optional<SlicedRates> yieldsBy(Dimension dimension) {
    return evidence
        .cohort()
        .map(
            window ->
                SlicedRates.fit(
                    rollup, dimension, StandardMetrics.WIN_YIELD, window, Evidence.LEVEL, pooling));
  }

  /**
   * Returns how many a week everybody does of late: meetings held, calls made, or opportunities.
   *
   * @param metric a metric that is a sum of counts, such as {@code meetings}
   * @return the rates of all who stand in a unit on the review day
   */
  public Map<PersonId, CreationRate> paceOf(MetricId metric) {
    return CreationRate.fit(
        evidence.today(),
        evidence.review(),
        metric,
        evidence.windows().weeks(),
        Evidence.RECENT_WEEKS,
        evidence.availability(),
        pooling);
  }

  /**
   * Returns how many opportunities a week everybody creates of late by the values of a dimension,
   * such as origin.
   *
   * @param dimension a dimension that deals carry
   * @return the rates by value, in order of the alphabet, and by person; without those of deals
   *     that have none; unmodifiable
   * @throws IllegalArgumentException if the catalog does not have the dimension
   */
  public Map<String, Map<PersonId, CreationRate>> creationBy(Dimension dimension) {
    Map<String, Map<PersonId, CreationRate>> rates = new TreeMap<>();
    for (String value : rollup.ledger().values(dimension)) {
      if (value.equals(Dimension.NONE)) {
        continue;
      }
      Cube slice = rollup.viewing(facts -> facts.where(dimension, value)).build();
      rates.put(
          value,
          CreationRate.fit(
              slice,
              evidence.review(),
              StandardMetrics.OPPORTUNITIES,
              evidence.windows().weeks(),
              Evidence.RECENT_WEEKS,
              evidence.availability(),
              pooling));
    }
    return Collections.unmodifiableMap(rates);
  }

  /**
   * Returns how long a person's or unit's wins took from opening.
   *
   * @param party a person or unit
   * @return the times of all wins that have a day of opening
   * @throws IllegalArgumentException if the organisation does not have the party
   */
  public CycleTimes cycleTimes(PartyId party) {
    return evidence
                .today()
                .measurement(party, StandardMetrics.WON_CYCLE_DAYS, evidence.windows().allDays())
            instanceof Measurement.Spread spread
        ? CycleTimes.of(spread.histogram())
        : CycleTimes.of(Histogram.EMPTY);
  }

  /**
   * Returns one person's rates; those by motion and by origin where the catalog has these
   * dimensions.
   *
   * @param person somebody who stands in a unit on the review day
   * @return the card
   * @throws IllegalArgumentException if the person stands in no unit on the review day
   */
  public RateCard card(PersonId person) {
    CreationRate creation = evidence.creationOf(person);
    Map<String, CreationRate> origins = new TreeMap<>();
    (tells(TeamworkMetrics.ORIGIN)
            ? creationBy(TeamworkMetrics.ORIGIN)
            : Map.<String, Map<PersonId, CreationRate>>of())
        .forEach(
            (origin, rates) ->
                Optional.ofNullable(rates.get(person))
                    .ifPresent(rate -> origins.put(origin, rate)));
    return new RateCard(
        person,
        evidence.organisation().name(person),
        evidence.yields().flatMap(rates -> rates.of(person)),
        tells(TeamworkMetrics.MOTION) ? yieldsBy(TeamworkMetrics.MOTION) : Optional.empty(),
        evidence.conversions().flatMap(rates -> rates.of(person)),
        creation,
        origins,
        pace(person, StandardMetrics.MEETINGS),
        pace(person, StandardMetrics.CALLS),
        evidence.sizes().mean(person),
        evidence.sizes().mix(person),
        cycleTimes(person),
        cycleTimes(evidence.organisation().root()));
  }

  private boolean tells(Dimension dimension) {
    return rollup.ledger().catalog().dimensions().contains(dimension);
  }

  /** Nobody's pace where nobody does it: the records know nothing of it. */
  private Optional<CreationRate> pace(PersonId person, MetricId metric) {
    return evidence
                .today()
                .sum(evidence.organisation().root(), metric, evidence.windows().allDays())
                .signum()
            == 0
        ? Optional.empty()
        : Optional.ofNullable(paceOf(metric).get(person));
  }
}
