package dev.guidepost.targets.plan;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.time.DayFunction;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.LivePipeline;
import dev.guidepost.targets.funnel.WinCurve;
import dev.guidepost.targets.rates.CreationRate;
import dev.guidepost.targets.rates.PersonalRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a person may still win in the period: the live deals and those to be created, under several
 * equally likely values of the person's true win yield.
 */
final class PersonForecast {

  private static final int BANDS = 5;
  private static final double USEFUL = 0.10;

  private final Evidence evidence;
  private final PersonId person;
  private final CreationRate creation;
  private final WinCurve meanCurve;
  private final double[] odds;
  private final List<LivePipeline> pipelines = new ArrayList<>();
  private final LivePipeline pipeline;
  private final List<Period> weeks;
  private final double[] available;
  private final double[][] opening;
  private final double[][] weekChances;
  private final double[] meanChances;

  PersonForecast(Evidence evidence, PersonId person, List<Period> weeks) {
    this.evidence = evidence;
    this.person = person;
    this.weeks = weeks;
    this.creation = evidence.creation(person).orElseThrow();
    Exposure days = evidence.exposure(person);
    this.available =
        weeks.stream()
            .mapToDouble(week -> evidence.availability().share(person, days, week))
            .toArray();
    this.opening = weeks.stream().map(week -> opening(days, week)).toArray(double[][]::new);
    Optional<PersonalRate> own = evidence.yields().flatMap(rates -> rates.of(person));
    double company = companyYield(evidence);
    double meanOdds = meanOdds(evidence, person);
    this.odds =
        own.map(
                rate -> {
                  double[] bands = rate.bands(BANDS);
                  for (int i = 0; i < bands.length; i++) {
                    bands[i] = oddsRatio(bands[i], company);
                  }
                  return bands;
                })
            .orElse(new double[] {1});
    WinCurve curve = curve(evidence, person);
    this.meanCurve = curve.withOdds(meanOdds);
    this.pipeline = pipeline(meanCurve);
    this.weekChances = new double[odds.length][];
    for (int i = 0; i < odds.length; i++) {
      WinCurve band = curve.withOdds(odds[i]);
      pipelines.add(pipeline(band));
      weekChances[i] = chances(band);
    }
    this.meanChances = chances(meanCurve);
  }

  private static double companyYield(Evidence evidence) {
    UnitId root = evidence.organisation().root();
    return evidence.yields().flatMap(rates -> rates.of(root)).map(PersonalRate::mean).orElse(0.5);
  }

  /** The odds of a person over the company's; 1 for one who stands in no unit. */
  private static double meanOdds(Evidence evidence, PersonId person) {
    return evidence
        .yields()
        .flatMap(rates -> rates.of(person))
        .map(rate -> oddsRatio(rate.mean(), companyYield(evidence)))
        .orElse(1.0);
  }

  private static double oddsRatio(double rate, double base) {
    double r = Math.min(1 - 1e-6, Math.max(1e-6, rate));
    double b = Math.min(1 - 1e-6, Math.max(1e-6, base));
    return r / (1 - r) / (b / (1 - b));
  }

  private static WinCurve curve(Evidence evidence, PersonId person) {
    return evidence
        .curve()
        .orElseThrow()
        .withPace(evidence.pace(person))
        .withAgeing(evidence.ageing().of(person));
  }

  private LivePipeline pipeline(WinCurve curve) {
    return pipeline(
        evidence,
        evidence.deals().stream().filter(deal -> deal.owner().equals(person)).toList(),
        curve);
  }

  /** Judges the deals of one owner, whether that person stands in a unit or not. */
  static LivePipeline pipeline(Evidence evidence, PersonId owner, List<Deal> deals) {
    return pipeline(evidence, deals, curve(evidence, owner).withOdds(meanOdds(evidence, owner)));
  }

  private static LivePipeline pipeline(Evidence evidence, List<Deal> deals, WinCurve curve) {
    return LivePipeline.of(
        deals, evidence.asOf(), evidence.period().end(), curve, evidence.sizes());
  }

  /**
   * How likely a deal of a week is opened on each of its days: on one that the person works; where
   * there is none, on one that the place works; else on any.
   */
  private double[] opening(Exposure days, Period week) {
    for (DayFunction counts :
        List.of(days, evidence.availability().workdays(person), DayFunction.ALWAYS)) {
      double[] weights = week.start().datesUntil(week.end()).mapToDouble(counts::on).toArray();
      double sum = Arrays.stream(weights).sum();
      if (sum > 0) {
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
      }
    }
    throw new IllegalStateException("week must have a day, but was " + week);
  }

  private double[] chances(WinCurve curve) {
    double[] chances = new double[weeks.size()];
    for (int i = 0; i < chances.length; i++) {
      LocalDate before = weeks.get(i).start().minusDays(1);
      for (int d = 0; d < opening[i].length; d++) {
        if (opening[i][d] > 0) {
          chances[i] +=
              curve.chance(-1, before.plusDays(d), evidence.period().end()) * opening[i][d];
        }
      }
    }
    return chances;
  }

  LivePipeline pipeline() {
    return pipeline;
  }

  /** How much of a week of the period the person can work. */
  double available(int week) {
    return available[week];
  }

  PersonId person() {
    return person;
  }

  /** Expected from live deals and from creation at the recent rate. */
  double expectedAtRecentRate() {
    double sum =
        pipeline.in(DealOutlook.State.LIVE).stream().mapToDouble(DealOutlook::expected).sum();
    for (int w = 0; w < weeks.size(); w++) {
      sum += meanChances[w] * available(w) * creation.perWeek() * evidence.sizes().mean(person);
    }
    return sum;
  }

  CreationRate creation() {
    return creation;
  }

  /** The share of new deals that are won in the end. */
  double eventualYield() {
    return meanCurve.chance(-1, meanCurve.staleAge() + 1, 1);
  }

  /** How many of the first weeks are useful: a fair share of deals opened in them win in time. */
  int usefulWeeks() {
    double least = USEFUL * eventualYield();
    int useful = 0;
    while (useful < meanChances.length && meanChances[useful] >= least) {
      useful++;
    }
    return useful;
  }

  AmountForecast live(Grid grid) {
    List<AmountForecast> bands = new ArrayList<>();
    for (int i = 0; i < odds.length; i++) {
      bands.add(live(grid, i));
    }
    return AmountForecast.mixture(bands);
  }

  private AmountForecast live(Grid grid, int band) {
    List<DealOutlook> live = pipelines.get(band).in(DealOutlook.State.LIVE);
    return AmountForecast.ofDeals(
        grid,
        live.stream().mapToDouble(deal -> deal.ifWon().toDouble()).toArray(),
        live.stream().mapToDouble(DealOutlook::chance).toArray());
  }

  AmountForecast atRecentRate(Grid grid) {
    List<AmountForecast> bands = new ArrayList<>();
    for (int i = 0; i < odds.length; i++) {
      double effective = 0;
      for (int w = 0; w < weeks.size(); w++) {
        effective += weekChances[i][w] * available(w);
      }
      bands.add(
          live(grid, i)
              .plus(
                  AmountForecast.ofRecentRate(
                      grid,
                      evidence.sizes(),
                      person,
                      creation.shape(),
                      creation.rate(),
                      effective)));
    }
    return AmountForecast.mixture(bands);
  }

  /** The live deals plus a number of new ones a week. */
  AmountForecast withCreation(Grid grid, long[] counts) {
    List<AmountForecast> bands = new ArrayList<>();
    for (int i = 0; i < odds.length; i++) {
      long total = 0;
      double wins = 0;
      for (int w = 0; w < Math.min(counts.length, weeks.size()); w++) {
        total += counts[w];
        wins += counts[w] * weekChances[i][w];
      }
      bands.add(
          live(grid, i)
              .plus(
                  AmountForecast.ofNewDeals(
                      grid, evidence.sizes(), person, total, total == 0 ? 0 : wins / total)));
    }
    return AmountForecast.mixture(bands);
  }
}
