package dev.guidepost.targets.planning;

import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.stat.Beta;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import dev.guidepost.core.time.UnknownHolidaysException;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.evidence.Windows;
import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import dev.guidepost.targets.funnel.WinCurve;
import dev.guidepost.targets.outlook.Chances;
import dev.guidepost.targets.outlook.Forecast;
import dev.guidepost.targets.outlook.UnitOutlook;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes the outlooks of units out of forecasts, and what stands beside them. */
final class Outlooks {

  private static final int LEAST_QUARTERS = 3;

  private final Forecasts forecasts;
  private final Evidence evidence;
  private final Goals goals;

  Outlooks(Forecasts forecasts, Goals goals) {
    this.forecasts = forecasts;
    this.evidence = forecasts.evidence();
    this.goals = goals;
  }

  /**
   * Returns the outlook of a unit.
   *
   * @param planned what a person's live deals and those of the plan bring, as far as they count
   */
  Optional<UnitOutlook> of(UnitId unit, Function<PersonForecast, AmountForecast> planned) {
    String name = evidence.organisation().name(unit);
    if (!forecasts.known()) {
      return Optional.empty();
    }
    Forecasts.Expected expected = forecasts.expected(unit);
    Optional<Target> target = goals.of(unit);
    double goal =
        target.map(set -> set.amount().minus(expected.won()).toDouble()).orElse(Double.NaN);
    Forecasts.Counted counted = forecasts.counted(unit);
    List<AmountForecast> plans =
        Stream.concat(
                counted.people().stream().map(planned),
                counted.others().stream().map(other -> forecasts.amounts(other, 1)))
            .toList();
    double withPlan = plans.stream().mapToDouble(AmountForecast::mean).sum();
    Optional<AmountForecast> live = forecasts.nothingNew(unit).map(Forecast::bookings);
    Optional<AmountForecast> recent = forecasts.atRecentRate(unit).map(Forecast::bookings);
    Optional<Chances> chances =
        target.map(
            set ->
                new Chances(
                    chance(live, goal),
                    chance(recent, goal),
                    sum(plans, withPlan, counted).chanceOfAtLeast(goal)));
    Quantity won = expected.won();
    return Optional.of(
        new UnitOutlook(
            unit,
            name,
            evidence.period(),
            won,
            expected.live(),
            expected.toCreate(),
            Forecasts.Expected.whole(withPlan).minus(expected.live()),
            won.plus(quantile(recent, 0.1)),
            won.plus(quantile(recent, 0.9)),
            repeated(unit).map(won::plus),
            target,
            chances,
            target.flatMap(set -> pace(unit, set)),
            goals.next(unit).or(() -> target).flatMap(set -> next(unit, set)),
            new OutlookWarnings(forecasts, unit).lines()));
  }

  private static double chance(Optional<AmountForecast> forecast, double goal) {
    return forecast.map(one -> one.chanceOfAtLeast(goal)).orElse(goal <= 0 ? 1.0 : 0.0);
  }

  private static Quantity quantile(Optional<AmountForecast> forecast, double p) {
    return Forecasts.Expected.whole(forecast.map(one -> one.quantile(p)).orElse(0.0));
  }

  private AmountForecast sum(List<AmountForecast> plans, double most, Forecasts.Counted counted) {
    Grid grid = Grids.unit(most, evidence.sizes().mean(), counted::large);
    AmountForecast sum = AmountForecast.nothing(grid);
    for (AmountForecast plan : plans) {
      sum = sum.plus(plan.onto(grid));
    }
    return sum;
  }

  private Optional<Quantity> repeated(UnitId unit) {
    return evidence
        .windows()
        .repeated()
        .map(days -> evidence.today().sum(unit, StandardMetrics.BOOKINGS, days));
  }

  /**
   * The share that past quarters had by the same day, each with its weight; one quarter that is
   * booked evenly is added, so that little history does not say too much.
   */
  private Optional<UnitOutlook.Pace> pace(UnitId unit, Target target) {
    Windows windows = evidence.windows();
    Cube cube = evidence.today();
    Period period = evidence.period();
    long day = ChronoUnit.DAYS.between(period.start(), evidence.asOf()) + 1;
    if (day < 1) {
      return Optional.empty();
    }
    List<Double> shares = new ArrayList<>();
    for (Period quarter : windows.pastQuarters()) {
      Optional<Period> soFar = windows.soFar(quarter);
      double all = cube.sum(unit, StandardMetrics.BOOKINGS, quarter).toDouble();
      if (all > 0 && soFar.isPresent()) {
        shares.add(cube.sum(unit, StandardMetrics.BOOKINGS, soFar.get()).toDouble() / all);
      }
    }
    int count = shares.size();
    if (count < LEAST_QUARTERS) {
      return Optional.empty();
    }
    double even = (double) day / period.days();
    double mean = (shares.stream().mapToDouble(share -> share).sum() + even) / (count + 1);
    double squares = shares.stream().mapToDouble(share -> (share - mean) * (share - mean)).sum();
    double off = student(count) * Math.sqrt(squares / count * (1 + 1.0 / count));
    double goal = target.amount().toDouble();
    return Optional.of(
        new UnitOutlook.Pace(
            day,
            Forecasts.Expected.whole(goal * mean),
            Forecasts.Expected.whole(goal * Math.max(0, mean - off)),
            Forecasts.Expected.whole(goal * Math.min(1, mean + off)),
            count));
  }

  /** The 90 % point of Student's t, by the beta distribution. */
  private static double student(double degrees) {
    double x = Beta.of(degrees / 2, 0.5).quantile(0.2);
    return Math.sqrt(degrees * (1 - x) / x);
  }

  /**
   * What is missing of its goal, or of the same, in the period after: linear in the rate of
   * creation.
   */
  private Optional<UnitOutlook.Next> next(UnitId unit, Target target) {
    Period after = evidence.windows().calendar().period(Grain.QUARTER, evidence.period().end());
    Forecasts forecast;
    List<PersonForecast> people;
    try {
      forecast = Forecasts.of(evidence, after);
      people = forecast.counted(unit).people();
    } catch (UnknownHolidaysException unknown) {
      return Optional.empty();
    }
    double perWeek = people.stream().mapToDouble(one -> one.creation().perWeek()).sum();
    Forecasts.Expected expected = forecast.expected(unit);
    double created = expected.toCreate().toDouble();
    double rest = target.amount().minus(expected.live()).toDouble();
    int age = evidence.curve().map(WinCurve::medianWonAge).orElse(0);
    LocalDate from =
        evidence.windows().calendar().period(Grain.WEEK, evidence.review().plusDays(age)).start();
    List<Period> weeks = evidence.windows().weeks();
    return weeks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new UnitOutlook.Next(
                after,
                goals.next(unit).isPresent() ? Optional.empty() : Optional.of(target.amount()),
                weeks.get(Math.max(0, weeks.size() - Evidence.RECENT_WEEKS)).start(),
                perWeek,
                created <= 0
                    ? Optional.empty()
                    : Optional.of(Math.max(0, perWeek * rest / created)),
                Math.max(0, rest - created) / evidence.sizes().mean(),
                from));
  }
}
