package dev.guidepost.targets.planning;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a person may still win in the period: the live deals and those to be created, under several
 * equally likely values of the person's true win yield. The live deals of others in which the
 * person has a share come with the chances that these others have, independent of the person's own.
 */
final class PersonForecast {

  private static final double USEFUL = 0.10;
  private static final double FAR = 8;

  /** More wins than that are out of reach, whatever is tried. */
  private static final double MOST_WINS = 10_000;

  private final Evidence evidence;
  private final PersonId person;
  private final Period period;
  private final CreationRate creation;
  private final DaysAhead ahead;
  private final LiveDeals own;
  private final List<LiveDeals> others;
  private final WinCurve curve;
  private final WinCurve meanCurve;
  private final double[] odds;
  private final List<WinCurve> curves;
  private final List<LivePipeline> pipelines;
  private final Openings openings;
  private final double[][] weekChances;
  private final double[] meanChances;
  private final double[] leadChances;
  private final double meanLeadChance;

  /**
   * Forecasts the days of a period after the as-of day.
   *
   * @param weeks the weeks from the review on that start before the period's end
   * @param own the person's open deals
   * @param others those of others in which the person has a share
   */
  PersonForecast(
      Evidence evidence,
      PersonId person,
      Period period,
      List<Period> weeks,
      LiveDeals own,
      List<LiveDeals> others) {
    this.evidence = evidence;
    this.person = person;
    this.period = period;
    this.own = own;
    this.others = others;
    this.creation = evidence.creation(person).orElseThrow();
    this.openings = new Openings(evidence, person, period.end(), weeks);
    this.odds = own.odds();
    this.curve = own.curve();
    this.ahead = own.ahead();
    this.curves = own.curves();
    this.pipelines = own.bands();
    this.weekChances = curves.stream().map(this::chances).toArray(double[][]::new);
    this.leadChances = curves.stream().mapToDouble(this::leadChance).toArray();
    this.meanCurve = own.meanCurve();
    this.meanChances = chances(meanCurve);
    this.meanLeadChance = leadChance(meanCurve);
  }

  /** The same person where other parts of the live deals count. */
  private PersonForecast(PersonForecast same, LiveDeals own) {
    this.evidence = same.evidence;
    this.person = same.person;
    this.period = same.period;
    this.own = own;
    this.others = List.of();
    this.creation = same.creation;
    this.openings = same.openings;
    this.odds = same.odds;
    this.curve = same.curve;
    this.ahead = same.ahead;
    this.curves = same.curves;
    this.pipelines = own.bands();
    this.weekChances = same.weekChances;
    this.leadChances = same.leadChances;
    this.meanCurve = same.meanCurve;
    this.meanChances = same.meanChances;
    this.meanLeadChance = same.meanLeadChance;
  }

  /**
   * What a unit has of the person: what the person creates, and what counts there of the deals that
   * the person owns; without those of others, which count there with their owners.
   *
   * @param parts what counts in the unit of each deal
   * @return this forecast itself if nothing else counts
   */
  PersonForecast in(Map<DealId, OpenDeals.Part> parts) {
    return others.isEmpty() && parts.equals(own.parts())
        ? this
        : new PersonForecast(this, own.counting(parts));
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

  /** The person's open deals. */
  LiveDeals own() {
    return own;
  }

  /** The open deals of others in which the person has a share. */
  List<LiveDeals> others() {
    return others;
  }

  /** All deals that the person owns or has a share in, each with the person's part. */
  LivePipeline pipeline() {
    return LiveDeals.join(own, others);
  }

  /** How many live deals the person has a share in. */
  int counted() {
    return own.counted(part -> true)
        + others.stream().mapToInt(one -> one.counted(part -> true)).sum();
  }

  /** How many of them are others' too. */
  int shared() {
    return own.counted(part -> part.shared())
        + others.stream().mapToInt(one -> one.counted(part -> part.shared())).sum();
  }

  /** How many equally likely values of the true win yield there are. */
  int bands() {
    return odds.length;
  }

  /** The person's own live deals with their chances at one of these values. */
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
    double effective = openings.effectiveWeeks(meanLeadChance, meanChances, LocalDate.MAX);
    return expectedLive() + effective * creation.perWeek() * evidence.sizes().mean(person);
  }

  private double expectedLive() {
    double live = own.expected();
    for (LiveDeals other : others) {
      live += other.expected();
    }
    return live;
  }

  /** What the live deals above an amount bring if all of them are won. */
  double large(double above) {
    double large = own.large(above);
    for (LiveDeals other : others) {
      large += other.large(above);
    }
    return large;
  }

  /** Expected from live deals and from some new ones a week. */
  double expected(long[] counts) {
    double wins = 0;
    for (int w = 0; w < Math.min(counts.length, openings.weeks().size()); w++) {
      wins += counts[w] * meanChances[w];
    }
    return wins * evidence.sizes().mean(person) + expectedLive();
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
    return withOthers(mixture(band -> liveOf(grid, band, factor)), factor);
  }

  /** Adds what the live deals of others bring, on the same grid. */
  private AmountForecast withOthers(AmountForecast mine, double factor) {
    AmountForecast all = mine;
    for (LiveDeals other : others) {
      all = all.plus(other.amounts(mine.grid(), factor));
    }
    return all;
  }

  private AmountForecast liveOf(Grid grid, int band, double factor) {
    return live(grid, pipelines.get(band).in(DealOutlook.State.LIVE), factor);
  }

  private static AmountForecast live(Grid grid, List<DealOutlook> live, double factor) {
    return AmountForecast.ofDeals(
        grid,
        live.stream().mapToDouble(deal -> deal.ifWon().toDouble()).toArray(),
        LiveDeals.chances(live, factor));
  }

  /** A chance whose odds are a factor better. */
  static double moved(double chance, double factor) {
    return LiveDeals.moved(chance, factor);
  }

  private AmountForecast mixture(IntFunction<AmountForecast> ofBand) {
    return AmountForecast.mixture(IntStream.range(0, odds.length).mapToObj(ofBand).toList());
  }

  AmountForecast atRecentRate(Grid grid) {
    return atRecentRate(grid, 1);
  }

  /** Live deals and new ones, if the odds of the first and the wins of the second are better. */
  AmountForecast atRecentRate(Grid grid, double factor) {
    return withOthers(
        mixture(
            band ->
                liveOf(grid, band, factor)
                    .plus(
                        AmountForecast.ofRecentRate(
                            grid,
                            evidence.sizes(),
                            person,
                            creation.shape(),
                            creation.rate(),
                            factor * effectiveWeeks(band)))),
        factor);
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

  /** The open deals, each with its chance over all values of the true win yields, by deal. */
  Map<DealId, DealOutlook> open() {
    Map<DealId, DealOutlook> open = own.open();
    others.forEach(other -> open.putAll(other.open()));
    return open;
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
    Grid grid = new Grid(1, shares() + 2 + (int) Math.ceil(most));
    AmountForecast wins =
        mixture(
            band -> {
              List<DealOutlook> live = pipelines.get(band).in(DealOutlook.State.LIVE);
              AmountForecast won =
                  AmountForecast.ofDeals(grid, own.shares(live), LiveDeals.chances(live, factor));
              return newBusiness
                  ? won.plus(
                      AmountForecast.ofNewWins(
                          grid, creation.shape(), creation.rate(), factor * effectiveWeeks(band)))
                  : won;
            });
    for (LiveDeals other : others) {
      wins = wins.plus(other.wins(grid, factor));
    }
    return wins;
  }

  /** How many wins the live deals are, if all of them are won. */
  private int shares() {
    int shares = own.shares();
    for (LiveDeals other : others) {
      shares += other.shares();
    }
    return shares;
  }

  /** The live deals plus a number of new ones a week. */
  AmountForecast withCreation(Grid grid, long[] counts) {
    return creating(grid).apply(counts);
  }

  /** What live deals bring together with new ones, by how many of these are opened each week. */
  Function<long[], AmountForecast> creating(Grid grid) {
    NewDeals deals = NewDeals.of(grid, evidence.sizes(), person);
    AmountForecast ofOthers = withOthers(AmountForecast.nothing(grid), 1);
    List<AmountForecast> live =
        IntStream.range(0, odds.length)
            .mapToObj(band -> beside(ofOthers, liveOf(grid, band, 1)))
            .toList();
    return counts ->
        mixture(band -> live.get(band).plus(deals.won(inTime(counts), weekChances[band])));
  }

  /** What the person's new deals bring, as far as it takes to tell the chance of an amount. */
  NewDeals newDeals(Grid grid, double amount) {
    return NewDeals.of(grid.upTo(amount), evidence.sizes(), person);
  }

  /** The chance of an amount by how many deals are opened each week. */
  ToDoubleFunction<long[]> towards(NewDeals deals, double amount) {
    AmountForecast ofOthers = withOthers(AmountForecast.nothing(deals.grid()), 1);
    return towards(
        1, band -> deals.towards(amount, beside(ofOthers, liveOf(deals.grid(), band, 1))));
  }

  private AmountForecast beside(AmountForecast ofOthers, AmountForecast mine) {
    return others.isEmpty() ? mine : mine.plus(ofOthers);
  }

  /**
   * The chance of an amount by how many times better the odds are to win each own deal in the end,
   * so that more are won sooner as well; those of others stay as their owners' are.
   */
  DoubleUnaryOperator towardsByOdds(NewDeals deals, double amount, long[] counts) {
    long[] created = inTime(counts);
    AmountForecast ofOthers = withOthers(AmountForecast.nothing(deals.grid()), 1);
    return factor -> {
      double chance = 0;
      for (double one : odds) {
        WinCurve better = curve.withOdds(factor * one);
        AmountForecast live = live(deals.grid(), own.judge(better).in(DealOutlook.State.LIVE), 1);
        chance +=
            deals.towards(amount, beside(ofOthers, live)).chance(created, chances(better))
                / odds.length;
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
    Grid grid = new Grid(1, 2 + (int) Math.max(shares(), Math.min(MOST_WINS, Math.ceil(wins))));
    NewDeals deals = NewDeals.counted(grid);
    AmountForecast ofOthers = AmountForecast.nothing(grid);
    for (LiveDeals other : others) {
      ofOthers = ofOthers.plus(other.wins(grid, 1, share));
    }
    AmountForecast besides = ofOthers;
    return towards(
        share,
        band -> {
          List<DealOutlook> live = pipelines.get(band).in(DealOutlook.State.LIVE);
          double[] chances = parts(share, LiveDeals.chances(live, 1));
          AmountForecast mine = AmountForecast.ofDeals(grid, own.shares(live), chances);
          return deals.towards(wins, others.isEmpty() ? mine : mine.plus(besides));
        });
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
