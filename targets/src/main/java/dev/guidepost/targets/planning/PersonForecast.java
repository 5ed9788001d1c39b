package dev.guidepost.targets.planning;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.time.DayFunction;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import dev.guidepost.targets.funnel.DaysAhead;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.LivePipeline;
import dev.guidepost.targets.funnel.WinCurve;
import dev.guidepost.targets.rates.CreationRate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a person may still win in the period: the live deals and those to be created, under several
 * equally likely values of the person's true win yield. The live deals of others in which the
 * person has a share come with the chances that these others have, independent of the person's own.
 */
final class PersonForecast {

  private static final double USEFUL = 0.10;
  private static final double FAR = 8;

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
  private final List<LivePipeline> pipelines;
  private final List<Period> weeks;
  private final double[] available;
  private final double[][] opening;
  private final double[][] weekChances;
  private final double[] meanChances;

  /** The days after the as-of day and before the first week; not planned for, but worked. */
  private final Optional<Period> lead;

  private final double leadWeeks;
  private final double[] leadOpening;
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
    this.weeks = weeks;
    this.own = own;
    this.others = others;
    this.creation = evidence.creation(person).orElseThrow();
    Exposure days = evidence.exposure(person);
    this.available =
        weeks.stream()
            .mapToDouble(week -> evidence.availability().share(person, days, week))
            .toArray();
    this.opening = weeks.stream().map(week -> opening(days, week)).toArray(double[][]::new);
    this.lead = lead(evidence, period);
    this.leadWeeks = lead.map(first -> leadWeeks(evidence, person, days, first)).orElse(0.0);
    this.leadOpening = lead.map(first -> opening(days, first)).orElse(new double[0]);
    this.odds = own.odds();
    this.curve = own.curve();
    this.ahead = own.ahead();
    this.meanCurve = own.meanCurve();
    this.pipelines = own.bands();
    this.weekChances = new double[odds.length][];
    this.leadChances = new double[odds.length];
    for (int i = 0; i < odds.length; i++) {
      WinCurve band = curve.withOdds(odds[i]);
      weekChances[i] = chances(band);
      leadChances[i] = leadChance(band);
    }
    this.meanChances = chances(meanCurve);
    this.meanLeadChance = leadChance(meanCurve);
  }

  /** The same person where other parts of the live deals count. */
  private PersonForecast(PersonForecast same, LiveDeals own) {
    this.evidence = same.evidence;
    this.person = same.person;
    this.period = same.period;
    this.weeks = same.weeks;
    this.own = own;
    this.others = List.of();
    this.creation = same.creation;
    this.available = same.available;
    this.opening = same.opening;
    this.lead = same.lead;
    this.leadWeeks = same.leadWeeks;
    this.leadOpening = same.leadOpening;
    this.odds = same.odds;
    this.curve = same.curve;
    this.ahead = same.ahead;
    this.meanCurve = same.meanCurve;
    this.pipelines = own.bands();
    this.weekChances = same.weekChances;
    this.leadChances = same.leadChances;
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

  private static Optional<Period> lead(Evidence evidence, Period period) {
    LocalDate next = evidence.asOf().plusDays(1);
    LocalDate until = evidence.review().isBefore(period.end()) ? evidence.review() : period.end();
    return next.isBefore(until) ? Optional.of(Period.custom(next, until)) : Optional.empty();
  }

  /** How much of a full week the person can work on the days before the first. */
  private static double leadWeeks(Evidence evidence, PersonId person, Exposure days, Period lead) {
    LocalDate start = lead.start();
    long usual =
        start
            .datesUntil(start.plusWeeks(1))
            .filter(day -> evidence.availability().isWeekday(person, day))
            .count();
    return usual == 0 ? 0 : days.over(lead) / usual;
  }

  /** The same person's forecast until another day. */
  PersonForecast until(LocalDate end, List<Period> weeks) {
    Period longer = Period.custom(period.start(), end);
    return new PersonForecast(
        evidence,
        person,
        longer,
        weeks,
        own.in(longer),
        others.stream().map(other -> other.in(longer)).toList());
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
      chances[i] = chance(curve, i);
    }
    return chances;
  }

  private double leadChance(WinCurve curve) {
    return lead.map(days -> chance(curve, days, leadOpening)).orElse(0.0);
  }

  /** The chance of a deal opened on one of some days to be won in the period. */
  private double chance(WinCurve curve, Period days, double[] opened) {
    LocalDate before = days.start().minusDays(1);
    double chance = 0;
    for (int d = 0; d < opened.length; d++) {
      if (opened[d] > 0) {
        chance += curve.chance(-1, before.plusDays(d), period.start(), ahead) * opened[d];
      }
    }
    return chance;
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
    return available[week];
  }

  PersonId person() {
    return person;
  }

  /** Expected from live deals and from creation at the recent rate. */
  double expectedAtRecentRate() {
    double effective = leadWeeks * meanLeadChance;
    for (int w = 0; w < weeks.size(); w++) {
      effective += meanChances[w] * available(w);
    }
    return expectedLive() + effective * creation.perWeek() * evidence.sizes().mean(person);
  }

  private double expectedLive() {
    double live = own.expected();
    for (LiveDeals other : others) {
      live += other.expected();
    }
    return live;
  }

  /** Expected from live deals and from some new ones a week. */
  double expected(long[] counts) {
    double wins = 0;
    for (int w = 0; w < Math.min(counts.length, weeks.size()); w++) {
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
    double effective =
        leadWeeks
            * leadChances[band]
            * lead.map(days -> opened(days, leadOpening, until)).orElse(0.0);
    for (int w = 0; w < weeks.size(); w++) {
      effective += weekChances[band][w] * available(w) * opened(weeks.get(w), opening[w], until);
    }
    return effective;
  }

  /** The share of the deals of some days that is opened before a day. */
  private static double opened(Period days, double[] weights, LocalDate until) {
    return days.end().isAfter(until)
        ? Arrays.stream(weights)
            .limit(Math.max(0, ChronoUnit.DAYS.between(days.start(), until)))
            .sum()
        : 1;
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

  /**
   * The same if the odds to win each own deal in the end are a factor better, so that more are won
   * sooner as well; those of others stay as their owners' are.
   */
  AmountForecast withBetterOdds(Grid grid, double factor, long[] counts) {
    return withOthers(
        mixture(
            band -> {
              WinCurve better = curve.withOdds(factor * odds[band]);
              List<DealOutlook> live = own.judge(better).in(DealOutlook.State.LIVE);
              return live(grid, live, 1).plus(created(grid, counts, w -> chance(better, w)));
            }),
        1);
  }

  private double chance(WinCurve curve, int week) {
    return chance(curve, weeks.get(week), opening[week]);
  }

  /** What new deals bring by how many are opened each week, and the chance of each. */
  private AmountForecast created(Grid grid, long[] counts, IntToDoubleFunction chances) {
    long total = 0;
    double wins = 0;
    for (int w = 0; w < Math.min(counts.length, weeks.size()); w++) {
      if (counts[w] > 0) {
        total += counts[w];
        wins += counts[w] * chances.applyAsDouble(w);
      }
    }
    return AmountForecast.ofNewDeals(
        grid, evidence.sizes(), person, total, total == 0 ? 0 : wins / total);
  }

  /** What live deals bring together with new ones, by how many of these are opened each week. */
  Function<long[], AmountForecast> creating(Grid grid) {
    AmountForecast ofOthers = withOthers(AmountForecast.nothing(grid), 1);
    List<AmountForecast> live =
        IntStream.range(0, odds.length)
            .mapToObj(band -> liveOf(grid, band, 1))
            .map(mine -> others.isEmpty() ? mine : mine.plus(ofOthers))
            .toList();
    return counts ->
        mixture(band -> live.get(band).plus(created(grid, counts, w -> weekChances[band][w])));
  }

  /**
   * How many are won of live deals and new ones.
   *
   * @param share how many of the wins count
   * @param counts how many new ones are opened each week
   */
  AmountForecast winsCreating(double share, long[] counts) {
    int created = 0;
    for (int w = 0; w < Math.min(counts.length, weeks.size()); w++) {
      created += Math.toIntExact(counts[w]);
    }
    int size = created;
    Grid grid = new Grid(1, shares() + size + 2);
    AmountForecast wins =
        mixture(
            band -> {
              List<DealOutlook> live = pipelines.get(band).in(DealOutlook.State.LIVE);
              double[] ones = Arrays.copyOf(own.shares(live), live.size() + size);
              Arrays.fill(ones, live.size(), ones.length, 1);
              double[] chances = Arrays.copyOf(LiveDeals.chances(live, 1), ones.length);
              int at = live.size();
              for (int w = 0; w < Math.min(counts.length, weeks.size()); w++) {
                Arrays.fill(chances, at, at + (int) counts[w], weekChances[band][w]);
                at += (int) counts[w];
              }
              return AmountForecast.ofDeals(
                  grid, ones, Arrays.stream(chances).map(chance -> chance * share).toArray());
            });
    for (LiveDeals other : others) {
      wins = wins.plus(other.wins(grid, 1, share));
    }
    return wins;
  }

  /** How likely a deal opened in a week is won in time, at the person's mean yield. */
  double meanChance(int week) {
    return meanChances[week];
  }

  /** How many weeks of the period are left, from the review on. */
  int weeksLeft() {
    return weeks.size();
  }
}
