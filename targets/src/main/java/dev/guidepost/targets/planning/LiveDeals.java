package dev.guidepost.targets.planning;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import dev.guidepost.targets.funnel.DaysAhead;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.LivePipeline;
import dev.guidepost.targets.funnel.WinCurve;
import dev.guidepost.targets.rates.PersonalRate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The open deals of one owner with their chances under several equally likely values of the owner's
 * true win yield, as far as they count for somebody: for the owner, another person or a unit.
 */
final class LiveDeals {

  private static final int BANDS = 5;

  private final Evidence evidence;
  private final PersonId owner;
  private final Period period;
  private final List<Deal> deals;
  private final Map<DealId, OpenDeals.Part> parts;
  private final WinCurve curve;
  private final DaysAhead ahead;
  private final double[] odds;
  private final WinCurve meanCurve;
  private final List<WinCurve> curves;
  private final LivePipeline pipeline;
  private final List<LivePipeline> bands;

  /**
   * Judges the open deals of an owner, whether that person stands in a unit or not.
   *
   * @param parts what counts of each
   */
  LiveDeals(
      Evidence evidence,
      PersonId owner,
      Period period,
      List<Deal> deals,
      Map<DealId, OpenDeals.Part> parts) {
    this.evidence = evidence;
    this.owner = owner;
    this.period = period;
    this.deals = deals;
    this.parts = parts;
    this.curve =
        evidence
            .curve()
            .orElseThrow()
            .withPace(evidence.pace(owner))
            .withAgeing(evidence.ageing().of(owner));
    this.ahead = curve.daysAhead(evidence.asOf(), period.end());
    this.odds = odds(evidence, owner);
    this.meanCurve = curve.withOdds(meanOdds());
    this.curves = Arrays.stream(odds).mapToObj(curve::withOdds).toList();
    this.pipeline = judge(meanCurve);
    this.bands = curves.stream().map(this::judge).toList();
  }

  private LiveDeals(LiveDeals same, Map<DealId, OpenDeals.Part> parts) {
    this.evidence = same.evidence;
    this.owner = same.owner;
    this.period = same.period;
    this.deals = same.deals;
    this.parts = parts;
    this.curve = same.curve;
    this.ahead = same.ahead;
    this.odds = same.odds;
    this.meanCurve = same.meanCurve;
    this.curves = same.curves;
    this.pipeline = same.pipeline.bringing(deal -> part(deal).amount());
    this.bands =
        same.bands.stream().map(band -> band.bringing(deal -> part(deal).amount())).toList();
  }

  /** The same deals as far as they count for others. */
  LiveDeals counting(Map<DealId, OpenDeals.Part> others) {
    return others.equals(parts) ? this : new LiveDeals(this, others);
  }

  private static double[] odds(Evidence evidence, PersonId owner) {
    double company = companyYield(evidence);
    return evidence
        .yields()
        .flatMap(rates -> rates.of(owner))
        .map(
            rate ->
                Arrays.stream(rate.bands(BANDS)).map(band -> oddsRatio(band, company)).toArray())
        .orElse(new double[] {1});
  }

  private static double companyYield(Evidence evidence) {
    UnitId root = evidence.organisation().root();
    return evidence.yields().flatMap(rates -> rates.of(root)).map(PersonalRate::mean).orElse(0.5);
  }

  /** The odds of an owner over the company's; 1 for one who stands in no unit. */
  private double meanOdds() {
    return evidence
        .yields()
        .flatMap(rates -> rates.of(owner))
        .map(rate -> oddsRatio(rate.mean(), companyYield(evidence)))
        .orElse(1.0);
  }

  private static double oddsRatio(double rate, double base) {
    double r = Math.min(1 - 1e-6, Math.max(1e-6, rate));
    double b = Math.min(1 - 1e-6, Math.max(1e-6, base));
    return r / (1 - r) / (b / (1 - b));
  }

  private OpenDeals.Part part(Deal deal) {
    return parts.getOrDefault(deal.id(), OpenDeals.Part.NONE);
  }

  /** The deals with their chances by another curve. */
  LivePipeline judge(WinCurve other) {
    return LivePipeline.of(deals, evidence.asOf(), period.start(), ahead, other, evidence.sizes())
        .bringing(deal -> part(deal).amount());
  }

  PersonId owner() {
    return owner;
  }

  WinCurve curve() {
    return curve;
  }

  /** The curve at the mean of what the owner's true win yield may be. */
  WinCurve meanCurve() {
    return meanCurve;
  }

  /** The curve under each value of the true win yield. */
  List<WinCurve> curves() {
    return curves;
  }

  DaysAhead ahead() {
    return ahead;
  }

  /** The odds of the owner over the company's under each value of the true win yield. */
  double[] odds() {
    return odds.clone();
  }

  /** The deals with their chances at the mean of what the true win yield may be. */
  LivePipeline pipeline() {
    return pipeline;
  }

  /** The deals with their chances under each value of the true win yield. */
  List<LivePipeline> bands() {
    return bands;
  }

  /** What counts of each deal. */
  Map<DealId, OpenDeals.Part> parts() {
    return parts;
  }

  /** How many live deals count, of those with some parts. */
  int counted(Predicate<OpenDeals.Part> which) {
    return (int)
        pipeline.in(DealOutlook.State.LIVE).stream()
            .map(deal -> part(deal.deal()))
            .filter(part -> part.shares() > 0)
            .filter(which)
            .count();
  }

  /** How many wins the live deals are, if all of them are won. */
  int shares() {
    return pipeline.in(DealOutlook.State.LIVE).stream()
        .mapToInt(deal -> part(deal.deal()).shares())
        .sum();
  }

  /** How many wins each of some deals is. */
  double[] shares(List<DealOutlook> live) {
    return live.stream().mapToDouble(deal -> part(deal.deal()).shares()).toArray();
  }

  /** What is expected of the live deals at the mean of what the true win yield may be. */
  double expected() {
    return pipeline.in(DealOutlook.State.LIVE).stream().mapToDouble(DealOutlook::expected).sum();
  }

  /** What the live deals above an amount bring if all of them are won. */
  double large(double above) {
    return pipeline.in(DealOutlook.State.LIVE).stream()
        .mapToDouble(deal -> deal.ifWon().toDouble())
        .filter(amount -> amount > above)
        .sum();
  }

  /** What live deals bring if the odds of all of them are a factor better. */
  AmountForecast amounts(Grid grid, double factor) {
    return mixture(
        live ->
            AmountForecast.ofDeals(
                grid,
                live.stream().mapToDouble(deal -> deal.ifWon().toDouble()).toArray(),
                chances(live, factor)));
  }

  /** How many are won if the odds of all of them are a factor better. */
  AmountForecast wins(Grid grid, double factor) {
    return wins(grid, factor, 1);
  }

  /**
   * How many are won.
   *
   * @param share how many of the wins count
   */
  AmountForecast wins(Grid grid, double factor, double share) {
    return mixture(
        live ->
            AmountForecast.ofDeals(
                grid,
                shares(live),
                Arrays.stream(chances(live, factor)).map(chance -> chance * share).toArray()));
  }

  private AmountForecast mixture(Function<List<DealOutlook>, AmountForecast> ofBand) {
    return AmountForecast.mixture(
        bands.stream().map(band -> ofBand.apply(band.in(DealOutlook.State.LIVE))).toList());
  }

  static double[] chances(List<DealOutlook> live, double factor) {
    return live.stream().mapToDouble(deal -> moved(deal.chance(), factor)).toArray();
  }

  /** A chance whose odds are a factor better. */
  static double moved(double chance, double factor) {
    return factor * chance / (1 + (factor - 1) * chance);
  }

  /** The open deals, each with its chance over all values of the true win yield, by deal. */
  Map<DealId, DealOutlook> open() {
    Map<DealId, DealOutlook> open = new LinkedHashMap<>();
    for (LivePipeline band : bands) {
      for (DealOutlook deal : band.deals()) {
        DealOutlook before = open.get(deal.deal().id());
        double chance = (before == null ? 0 : before.chance()) + deal.chance() / bands.size();
        open.put(
            deal.deal().id(),
            new DealOutlook(
                deal.deal(), deal.state(), deal.age(), Math.min(1, chance), deal.ifWon()));
      }
    }
    return open;
  }

  /** The deals of several owners together, each of them once. */
  static LivePipeline join(LiveDeals own, List<LiveDeals> others) {
    return others.isEmpty()
        ? own.pipeline
        : LivePipeline.join(
            Stream.concat(Stream.of(own), others.stream()).map(LiveDeals::pipeline).toList());
  }
}
