package dev.guidepost.targets.pipeline;

import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.feed.PracticeMetrics;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.practice.ProcessVersion;
import dev.guidepost.core.practice.Stage;
import dev.guidepost.core.quantity.Histogram;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.targets.rates.PersonalRate;
import dev.guidepost.targets.rates.PersonalRates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The stages of a process version with their curves, for the company and for everybody in it: times
 * at a stage are the company's, and how often deals go on is partly the person's own record and
 * partly that of the units above, as {@link PersonalRates} pools it.
 *
 * <p>A stage with fewer than {@value #LEAST} stays that ended, or none that went on, is not enough
 * data. The model then begins after the last such stage; deals at or before it have to be judged by
 * age alone, and {@link #lacking()} says so.
 *
 * <pre>{@code
 * StageFacts stages =
 *     new StageFacts(process, asOf, observedFrom, CreditRules.OWNER, Closings.NONE);
 * deals.forEach(deal -> stages.write(deal, batch));         // beside RecordFacts.writeAll
 * Cube cube = Rollup.of(writer.snapshot()).over(organisation).periods(List.of(allDays, cohort)).build();
 * StageFunnel funnel =
 *     StageFunnel.fit(cube, process.on(asOf).orElseThrow(), allDays, Optional.of(cohort), 0.80);
 * System.out.print(funnel.print());
 * funnel.of(ana).map(StageModel::winYield);
 * }</pre>
 */
public final class StageFunnel {

  /** The fewest stays at a stage that must have ended: {@value}. */
  public static final int LEAST = 20;

  private final ImmutableMap<String, StageCurve> curves;
  private final ImmutableMap<String, String> lacking;
  private final ImmutableMap<String, PersonalRates> rates;
  private final List<String> modelled;
  private final PartyId root;

  private StageFunnel(
      Map<String, StageCurve> curves,
      Map<String, String> lacking,
      Map<String, PersonalRates> rates,
      List<String> stages,
      PartyId root) {
    this.curves = ImmutableMap.copyOf(curves);
    this.lacking = ImmutableMap.copyOf(lacking);
    this.rates = ImmutableMap.copyOf(rates);
    this.root = root;
    int from = 0;
    for (int i = 0; i < stages.size(); i++) {
      from = lacking.containsKey(stages.get(i)) ? i + 1 : from;
    }
    this.modelled = List.copyOf(stages.subList(from, stages.size()));
  }

  /**
   * Fits the stages of a version.
   *
   * @param cube a cube that keeps its facts and both periods, with the metrics of {@link
   *     PracticeMetrics}, whose rows {@link dev.guidepost.core.feed.StageFacts} writes
   * @param version the version; facts carry the names of its stages
   * @param entered the days of entry of the stays that count; from the first day of the version on
   *     for its own stays only
   * @param opened the days of opening of the deals that tell how often people's deals go on, old
   *     enough to be decided; empty if there are none, and everybody has the company's shares
   * @param level the level of intervals, such as .8
   * @return the funnel
   * @throws IllegalArgumentException if the cube lacks a period or a metric
   */
  public static StageFunnel fit(
      Cube cube, ProcessVersion version, Period entered, Optional<Period> opened, double level) {
    PartyId root = cube.organisation().root();
    Days days = new Days(cube, root, entered);
    Map<String, Histogram> entries = days.spread(PracticeMetrics.STAGE_ENTRY_DAYS);
    Map<String, Histogram> advanced = days.spread(PracticeMetrics.STAGE_ADVANCE_DAYS);
    Map<String, Histogram> lost = days.spread(PracticeMetrics.STAGE_LOSS_DAYS);
    Map<String, Histogram> open = days.spread(PracticeMetrics.STAGE_OPEN_DAYS);
    Map<String, Long> skips = days.sum(PracticeMetrics.STAGE_SKIPS);
    Map<String, Long> returns = days.sum(PracticeMetrics.STAGE_RETURNS);
    Map<String, StageCurve> curves = new LinkedHashMap<>();
    Map<String, String> lacking = new LinkedHashMap<>();
    Map<String, PersonalRates> rates = new LinkedHashMap<>();
    List<String> stages = new ArrayList<>();
    for (Stage stage : version.stages()) {
      String name = stage.name();
      if (stage.outcome() != Outcome.OPEN) {
        continue;
      }
      stages.add(name);
      Histogram went = advanced.getOrDefault(name, Histogram.EMPTY);
      Histogram ended = went.plus(lost.getOrDefault(name, Histogram.EMPTY));
      if (ended.total() < LEAST || went.total() == 0) {
        lacking.put(
            name,
            went.total() == 0 && ended.total() >= LEAST
                ? "not enough data: none of " + ended.total() + " stays went on"
                : "not enough data: "
                    + ended.total()
                    + " stays ended, "
                    + LEAST
                    + " needed"
                    + (entries.isEmpty() ? " (stages are written by StageFacts)" : ""));
        continue;
      }
      curves.put(
          name,
          StageCurve.fit(
              name,
              entries.getOrDefault(name, Histogram.EMPTY),
              went,
              lost.getOrDefault(name, Histogram.EMPTY),
              open.getOrDefault(name, Histogram.EMPTY),
              skips.getOrDefault(name, 0L),
              returns.getOrDefault(name, 0L)));
      opened.ifPresent(cohort -> rates.put(name, conversion(cube, name, cohort, level)));
    }
    return new StageFunnel(curves, lacking, rates, stages, root);
  }

  private static PersonalRates conversion(Cube cube, String stage, Period cohort, double level) {
    Rollup rollup =
        Rollup.of(cube.ledger().where(PracticeMetrics.STAGE, stage))
            .over(cube.organisation())
            .periods(List.of(cohort));
    Cube own = cube.organisedOn().map(rollup::organisedOn).orElse(rollup).build();
    return PersonalRates.fit(own, PracticeMetrics.STAGE_CONVERSION, cohort, level);
  }

  /** What a unit has by stage. */
  private record Days(Cube cube, PartyId unit, Period entered) {

    private Map<String, Measurement> pivot(MetricId metric) {
      return cube.pivot(unit, metric, entered, PracticeMetrics.STAGE);
    }

    Map<String, Histogram> spread(MetricId metric) {
      Map<String, Histogram> found = new LinkedHashMap<>();
      pivot(metric)
          .forEach(
              (stage, measured) -> {
                if (measured instanceof Measurement.Spread spread) {
                  found.put(stage, spread.histogram());
                }
              });
      return found;
    }

    Map<String, Long> sum(MetricId metric) {
      Map<String, Long> found = new LinkedHashMap<>();
      pivot(metric)
          .forEach(
              (stage, measured) -> {
                if (measured instanceof Measurement.Total total) {
                  found.put(stage, total.amount().unscaledAt(0));
                }
              });
      return found;
    }
  }

  /**
   * Returns the stages that can be modelled: those after the last one without enough data.
   *
   * @return the names in the order of the process; unmodifiable
   */
  public List<String> modelled() {
    return modelled;
  }

  /**
   * Returns the stages without enough data, each with the reason.
   *
   * @return the reasons by stage, in the order of the process; unmodifiable
   */
  public Map<String, String> lacking() {
    return lacking;
  }

  /**
   * Returns the company's model.
   *
   * @return the model of the stages that can be modelled; empty if there is none
   */
  public Optional<StageModel> company() {
    return modelled.isEmpty()
        ? Optional.empty()
        : Optional.of(StageModel.of(modelled.stream().map(this::curve).toList()));
  }

  private StageCurve curve(String stage) {
    StageCurve curve = curves.get(stage);
    if (curve == null) {
      throw new IllegalArgumentException("stage must be modelled, but was " + stage);
    }
    return curve;
  }

  /**
   * Returns the model of a person or unit.
   *
   * @param party a person or unit; one without a rate has the company's shares
   * @return the company's times with the party's odds of going on; empty if no stage can be
   *     modelled
   */
  public Optional<StageModel> of(PartyId party) {
    return company()
        .map(
            model ->
                model.withCurves(
                    modelled.stream()
                        .map(stage -> curve(stage).withOdds(oddsRatio(stage, party)))
                        .toList()));
  }

  private double oddsRatio(String stage, PartyId party) {
    Optional<PersonalRate> own = rate(stage, party);
    Optional<PersonalRate> all = rate(stage, root);
    return own.isEmpty() || all.isEmpty() ? 1 : odds(own.get().mean()) / odds(all.get().mean());
  }

  private static double odds(double share) {
    double inside = Math.min(1 - 1e-6, Math.max(1e-6, share));
    return inside / (1 - inside);
  }

  /**
   * Returns how often a party's deals go on from a stage.
   *
   * @param stage the stage's name
   * @param party a person or unit
   * @return the rate with its evidence; empty if there is not enough data
   */
  public Optional<PersonalRate> rate(String stage, PartyId party) {
    return Optional.ofNullable(rates.get(stage)).flatMap(fitted -> fitted.of(party));
  }

  /** Returns the company's model on one line, and how many stages lack data. */
  @Override
  public String toString() {
    return company().map(StageModel::toString).orElse("no stage can be modelled")
        + (lacking.isEmpty()
            ? ""
            : String.format(Locale.ROOT, "; not enough data for %s", lacking.keySet()));
  }

  /**
   * Returns the stages as lines, those without enough data with the reason.
   *
   * @return the lines
   */
  public String print() {
    StringBuilder text = new StringBuilder();
    lacking.forEach((stage, reason) -> text.append(stage + ": " + reason + '\n'));
    curves.values().forEach(curve -> text.append(curve).append('\n'));
    return text.append(this).append('\n').toString();
  }
}
