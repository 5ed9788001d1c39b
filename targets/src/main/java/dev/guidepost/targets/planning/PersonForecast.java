package dev.guidepost.targets.planning;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import dev.guidepost.targets.funnel.DaysAhead;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.LivePipeline;
import dev.guidepost.targets.funnel.NewDeals;
import dev.guidepost.targets.funnel.WinCurve;
import dev.guidepost.targets.rates.CreationRate;
import dev.guidepost.targets.rates.PersonalRate;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a person may still win in the period: the live deals and those to be created, under several
 * equally likely values of the person's true win yield.
 */
final class PersonForecast {

  private static final int BANDS = 5;
  private static final double USEFUL = 0.10;
  private static final double FAR = 8;

  private final Evidence evidence;
  private final PersonId person;
  private final Period period;
  private final CreationRate creation;
  private final DaysAhead ahead;
  private final List<Deal> open;
  private final WinCurve curve;
  private final WinCurve meanCurve;
  private final double[] odds;
  private final List<WinCurve> curves;
  private final List<LivePipeline> pipelines;
  private final LivePipeline pipeline;
  private final Openings openings;
  private final double[][] weekChances;
  private final double[] meanChances;
  private final double[] leadChances;
  private final double meanLeadChance;

  /**
   * Forecasts the days of a period after the as-of day.
   *
   * @param weeks the weeks from the review on that start before the period's end
   */
  PersonForecast(Evidence evidence, PersonId person, Period period, List<Period> weeks) {
    this.evidence = evidence;
    this.person = person;
    this.period = period;
    this.open =
        evidence.deals(person).stream().filter(deal -> deal.outcome() == Outcome.OPEN).toList();
    this.creation = evidence.creation(person).orElseThrow();
    this.openings = new Openings(evidence, person, period.end(), weeks);
    Optional<PersonalRate> own = evidence.yields().flatMap(rates -> rates.of(person));
    double company = companyYield(evidence);
    this.odds =
        own.map(
                rate ->
                    Arrays.stream(rate.bands(BANDS))
                        .map(band -> oddsRatio(band, company))
                        .toArray())
            .orElse(new double[] {1});
    this.curve = curve(evidence, person);
    this.ahead = curve.daysAhead(evidence.asOf(), period.end());
    this.meanCurve = curve.withOdds(meanOdds(evidence, person));
    this.curves = Arrays.stream(odds).mapToObj(curve::withOdds).toList();
    this.pipeline = judge(meanCurve);
    this.pipelines = curves.stream().map(this::judge).toList();
    this.weekChances = curves.stream().map(this::chances).toArray(double[][]::new);
    this.leadChances = curves.stream().mapToDouble(this::leadChance).toArray();
    this.meanChances = chances(meanCurve);
    this.meanLeadChance = leadChance(meanCurve);
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

  /** Judges the deals of one owner, whether that person stands in a unit or not. */
  static LivePipeline pipeline(Evidence evidence, PersonId owner, List<Deal> deals, Period period) {
    return LivePipeline.of(
        deals,
        evidence.asOf(),
        period.start(),
        period.end(),
        curve(evidence, owner).withOdds(meanOdds(evidence, owner)),
        evidence.sizes());
  }

  private LivePipeline judge(WinCurve curve) {
    return LivePipeline.of(open, evidence.asOf(), period.start(), ahead, curve, evidence.sizes());
  }

  private double[] chances(WinCurve of) {
    double[][] chances = openings.chances(of, period.start(), ahead, ahead.size());
    return Arrays.stream(chances).mapToDouble(ends -> ends[0]).toArray();
  }

  private double leadChance(WinCurve of) {
    return openings.leadChance(of, period.start(), ahead);
  }

  /** The days that are forecast, and those of the same period that are over. */
  Period period() {
    return period;
  }

  /** The person's win curve at each of the equally likely values of the true win yield. */
  List<WinCurve> curves() {
    return curves;
  }

  LivePipeline pipeline() {
    return pipeline;
  }

  /** How many equally likely values of the true win yield there are. */
  int bands() {
    return odds.length;
  }

  /** The live deals with their chances at one of these values. */
  List<DealOutlook> live(int band) {
    return pipelines.get(band).in(DealOutlook.State.LIVE);
  }

  /** How likely a deal opened in each week is won in time at one of these values. */
  double[] weekChances(int band) {
    return weekChances[band].clone();
  }

  /** How much of a week of the period the person can work. */
  double available(int week) {
    return openings.available()[week];
  }

  PersonId person() {
    return person;
  }

  /** Expected from live deals and from creation at the recent rate. */
  double expectedAtRecentRate() {
    double sum =
        pipeline.in(DealOutlook.State.LIVE).stream().mapToDouble(DealOutlook::expected).sum();
    double effective = openings.effectiveWeeks(meanLeadChance, meanChances, LocalDate.MAX);
    return sum + effective * creation.perWeek() * evidence.sizes().mean(person);
  }

  /** Expected from live deals and from some new ones a week. */
  double expected(long[] counts) {
    double wins = 0;
    for (int w = 0; w < Math.min(counts.length, openings.weeks().size()); w++) {
      wins += counts[w] * meanChances[w];
    }
    return wins * evidence.sizes().mean(person)
        + pipeline.in(DealOutlook.State.LIVE).stream().mapToDouble(DealOutlook::expected).sum();
  }

  /** Expected from new deals of the first weeks, by the mean of what their chances may be. */
  double expectedOfNew(long[] counts, int first) {
    double wins = 0;
    for (double[] chances : weekChances) {
      for (int w = 0; w < first; w++) {
        wins += counts[w] * chances[w] / weekChances.length;
      }
    }
    return wins * evidence.sizes().mean(person);
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
    return live(grid, 1);
  }

  /** What live deals bring if the odds of all of them are a factor better. */
  AmountForecast live(Grid grid, double factor) {
    return mixture(band -> liveOf(grid, band, factor));
  }

  private AmountForecast liveOf(Grid grid, int band, double factor) {
    return live(grid, pipelines.get(band).in(DealOutlook.State.LIVE), factor);
  }

  private static AmountForecast live(Grid grid, List<DealOutlook> live, double factor) {
    return AmountForecast.ofDeals(
        grid,
        live.stream().mapToDouble(deal -> deal.ifWon().toDouble()).toArray(),
        chances(live, factor));
  }

  private static double[] chances(List<DealOutlook> live, double factor) {
    return live.stream().mapToDouble(deal -> moved(deal.chance(), factor)).toArray();
  }

  /** A chance whose odds are a factor better. */
  static double moved(double chance, double factor) {
    return factor * chance / (1 + (factor - 1) * chance);
  }

  private AmountForecast mixture(IntFunction<AmountForecast> ofBand) {
    return AmountForecast.mixture(IntStream.range(0, odds.length).mapToObj(ofBand).toList());
  }

  AmountForecast atRecentRate(Grid grid) {
    return atRecentRate(grid, 1);
  }

  /** Live deals and new ones, if the odds of the first and the wins of the second are better. */
  AmountForecast atRecentRate(Grid grid, double factor) {
    return mixture(
        band ->
            liveOf(grid, band, factor)
                .plus(
                    AmountForecast.ofRecentRate(
                        grid,
                        evidence.sizes(),
                        person,
                        creation.shape(),
                        creation.rate(),
                        factor * effectiveWeeks(band))));
  }

  /** What new deals bring at the recent rate. */
  AmountForecast created(Grid grid) {
    return mixture(
        band ->
            AmountForecast.ofRecentRate(
                grid,
                evidence.sizes(),
                person,
                creation.shape(),
                creation.rate(),
                effectiveWeeks(band)));
  }

  /** The weeks to come, each as far as it is worked and its deals are won in time. */
  private double effectiveWeeks(int band) {
    return effectiveWeeks(band, LocalDate.MAX);
  }

  /** The same of the days before a day alone. */
  private double effectiveWeeks(int band, LocalDate until) {
    return openings.effectiveWeeks(leadChances[band], weekChances[band], until);
  }

  /** The open deals, each with its chance over all values of the true win yield, by deal. */
  Map<DealId, DealOutlook> open() {
    Map<DealId, DealOutlook> all = new LinkedHashMap<>();
    for (LivePipeline band : pipelines) {
      for (DealOutlook deal : band.deals()) {
        DealOutlook before = all.get(deal.deal().id());
        double chance = (before == null ? 0 : before.chance()) + deal.chance() / pipelines.size();
        all.put(
            deal.deal().id(),
            new DealOutlook(
                deal.deal(), deal.state(), deal.age(), Math.min(1, chance), deal.ifWon()));
      }
    }
    return all;
  }

  /** How many wins one opportunity a week, opened before a day, would bring on average. */
  double winsOfOneAWeek(LocalDate until) {
    double wins = 0;
    for (int band = 0; band < odds.length; band++) {
      wins += effectiveWeeks(band, until) / odds.length;
    }
    return wins;
  }

  /** The mean size of the person's deals. */
  double size() {
    return evidence.sizes().mean(person);
  }

  /** What deals still to be created bring on average, at the recent rate. */
  double expectedNew() {
    return creation.perWeek() * (winsOfOneAWeek(LocalDate.MAX) * size());
  }

  /** How many are won: of the live deals, and of new ones if these count. */
  AmountForecast wins(boolean newBusiness, double factor) {
    double expected = 0;
    for (int band = 0; band < odds.length; band++) {
      expected = Math.max(expected, factor * effectiveWeeks(band) * creation.perWeek());
    }
    double most = newBusiness ? expected + FAR * Math.sqrt(expected * FAR) + FAR : 0;
    int live = pipeline.in(DealOutlook.State.LIVE).size();
    Grid grid = new Grid(1, live + 2 + (int) Math.ceil(most));
    return mixture(
        band -> {
          double[] chances = chances(pipelines.get(band).in(DealOutlook.State.LIVE), factor);
          double[] ones = new double[chances.length];
          Arrays.fill(ones, 1);
          AmountForecast wins = AmountForecast.ofDeals(grid, ones, chances);
          return newBusiness
              ? wins.plus(
                  AmountForecast.ofNewWins(
                      grid, creation.shape(), creation.rate(), factor * effectiveWeeks(band)))
              : wins;
        });
  }

  /** The live deals plus a number of new ones a week. */
  AmountForecast withCreation(Grid grid, long[] counts) {
    return creating(grid).apply(counts);
  }

  /** What live deals bring together with new ones, by how many of these are opened each week. */
  Function<long[], AmountForecast> creating(Grid grid) {
    NewDeals deals = NewDeals.of(grid, evidence.sizes(), person);
    List<AmountForecast> live =
        IntStream.range(0, odds.length).mapToObj(band -> liveOf(grid, band, 1)).toList();
    return counts ->
        mixture(band -> live.get(band).plus(deals.won(inTime(counts), weekChances[band])));
  }

  /** What the person's new deals bring, as far as it takes to tell the chance of an amount. */
  NewDeals newDeals(Grid grid, double amount) {
    return NewDeals.of(grid.upTo(amount), evidence.sizes(), person);
  }

  /** The chance of an amount by how many deals are opened each week. */
  ToDoubleFunction<long[]> towards(NewDeals deals, double amount) {
    return towards(1, band -> deals.towards(amount, liveOf(deals.grid(), band, 1)));
  }

  /**
   * The chance of an amount by how many times better the odds are to win each deal in the end, so
   * that more are won sooner as well.
   */
  DoubleUnaryOperator towardsByOdds(NewDeals deals, double amount, long[] counts) {
    long[] created = inTime(counts);
    return factor -> {
      double chance = 0;
      for (double one : odds) {
        WinCurve better = curve.withOdds(factor * one);
        AmountForecast live = live(deals.grid(), judge(better).in(DealOutlook.State.LIVE), 1);
        chance += deals.towards(amount, live).chance(created, chances(better)) / odds.length;
      }
      return chance;
    };
  }

  /**
   * The chance of a number of wins by how many deals are opened each week.
   *
   * @param share how many of the wins count
   */
  ToDoubleFunction<long[]> towardsWins(double share, double wins) {
    int live = pipeline.in(DealOutlook.State.LIVE).size();
    Grid grid = new Grid(1, 2 + (int) Math.max(live, Math.ceil(wins)));
    NewDeals deals = NewDeals.counted(grid);
    double[] ones = new double[live];
    Arrays.fill(ones, 1);
    return towards(
        share,
        band ->
            deals.towards(
                wins,
                AmountForecast.ofDeals(
                    grid,
                    ones,
                    parts(share, chances(pipelines.get(band).in(DealOutlook.State.LIVE), 1)))));
  }

  private ToDoubleFunction<long[]> towards(double share, IntFunction<NewDeals.Towards> ofBand) {
    List<NewDeals.Towards> bands = IntStream.range(0, odds.length).mapToObj(ofBand).toList();
    return counts -> {
      double chance = 0;
      for (int band = 0; band < odds.length; band++) {
        double[] chances = parts(share, weekChances[band]);
        chance += bands.get(band).chance(inTime(counts), chances) / odds.length;
      }
      return chance;
    };
  }

  private static double[] parts(double share, double[] chances) {
    return Arrays.stream(chances).map(chance -> chance * share).toArray();
  }

  /** The counts of the weeks that are forecast. */
  private long[] inTime(long[] counts) {
    return Arrays.copyOf(counts, openings.weeks().size());
  }

  /** How likely a deal opened in a week is won in time, at the person's mean yield. */
  double meanChance(int week) {
    return meanChances[week];
  }

  /** How many weeks of the period are left, from the review on. */
  int weeksLeft() {
    return openings.weeks().size();
  }
}
