package dev.guidepost.targets.planning;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.stat.Normal;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.LivePipeline;
import dev.guidepost.targets.outlook.Forecast;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What everybody may win in a period, on its days after the as-of day: with nothing new, and with
 * new deals at the recent rate. A unit's forecast is the convolution of its people's; live deals of
 * people who left are in no forecast, and the outlook of the company warns of them.
 *
 * <p>Deals are taken as independent given what is known, unless a common shock is asked for: then
 * all of the period's chances are better or worse together by one factor, log-normal, of which
 * nobody knows more than how much it varies. Immutable and thread-safe.
 *
 * <pre>{@code
 * Forecasts rest = planner.forecasts(evidence.period());
 * rest.atRecentRate(east);                 // 14.2 wins [10, 19], ...
 * rest.withShock(0.15).atRecentRate(east); // the same mean, wider
 * }</pre>
 */
public final class Forecasts {

  private static final int SHOCKS = 5;

  private final Evidence evidence;
  private final Period period;
  private final List<Period> weeks;
  private final double shock;
  private final Map<PersonId, PersonForecast> people;
  private final Map<Asked, AmountForecast> answers;

  /** What was asked of one person: worked out once, as all units above ask for it again. */
  private record Asked(PersonId person, boolean wins, boolean newBusiness, double factor) {}

  private Forecasts(
      Evidence evidence,
      Period period,
      List<Period> weeks,
      double shock,
      Map<PersonId, PersonForecast> people,
      Map<Asked, AmountForecast> answers) {
    this.evidence = evidence;
    this.period = period;
    this.weeks = weeks;
    this.shock = shock;
    this.people = people;
    this.answers = answers;
  }

  static Forecasts of(Evidence evidence, Period period) {
    if (!period.end().isAfter(evidence.asOf().plusDays(1))) {
      throw new IllegalArgumentException(
          "period must end after the as-of day " + evidence.asOf() + ", but was " + period);
    }
    List<Period> weeks =
        evidence.review().isBefore(period.end())
            ? evidence.windows().weeksUntil(period.end())
            : List.of();
    return new Forecasts(
        evidence, period, weeks, 0, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
  }

  /**
   * Returns the same forecasts with a common shock.
   *
   * @param deviation the standard deviation of the logarithm of the factor on all odds of the
   *     period, 0 to 1; 0 for none
   * @return the forecasts
   * @throws IllegalArgumentException if the deviation is out of bounds
   */
  public Forecasts withShock(double deviation) {
    if (!(deviation >= 0 && deviation <= 1)) {
      throw new IllegalArgumentException("shock must be in 0 to 1, but was " + deviation);
    }
    return new Forecasts(evidence, period, weeks, deviation, people, answers);
  }

  /**
   * Returns what live deals alone may bring.
   *
   * @param party a person or unit
   * @return the forecast; empty if there is not enough data, or nobody of the party stands in a
   *     unit on the review day
   * @throws IllegalArgumentException if the organisation does not have the party
   */
  public Optional<Forecast> nothingNew(PartyId party) {
    return forecast(party, false);
  }

  /**
   * Returns what live deals and new ones may bring, these being opened at the recent rate.
   *
   * @param party a person or unit
   * @return the forecast; empty if there is not enough data, or nobody of the party stands in a
   *     unit on the review day
   * @throws IllegalArgumentException if the organisation does not have the party
   */
  public Optional<Forecast> atRecentRate(PartyId party) {
    return forecast(party, true);
  }

  /**
   * Returns the open deals of a unit or person: those whose owners stand in the unit, at any depth,
   * on the review day. The root has all deals, also those of people who left.
   *
   * @param party a unit, {@link Organisation#UNASSIGNED} or a person
   * @return the open deals, each with its chance to be won in the period; none if no deal was won
   *     yet, as nothing is known of their chances
   * @throws IllegalArgumentException if the organisation does not have the party
   */
  public LivePipeline pipeline(PartyId party) {
    evidence.organisation().name(party);
    return pipeline(owner -> isOf(party, owner));
  }

  /** Returns the open deals of a party of which no total tells: their owners stand in no unit. */
  LivePipeline leftOut(PartyId party) {
    Set<PersonId> people = new HashSet<>(evidence.people());
    return pipeline(owner -> !people.contains(owner) && isOf(party, owner));
  }

  private LivePipeline pipeline(Predicate<PersonId> of) {
    if (evidence.curve().isEmpty()) {
      return new LivePipeline(List.of());
    }
    Map<PersonId, List<Deal>> byOwner = new LinkedHashMap<>();
    for (Deal deal : evidence.deals()) {
      if (of.test(deal.owner())) {
        byOwner.computeIfAbsent(deal.owner(), owner -> new ArrayList<>()).add(deal);
      }
    }
    List<LivePipeline> pipelines = new ArrayList<>();
    byOwner.forEach(
        (owner, deals) -> pipelines.add(PersonForecast.pipeline(evidence, owner, deals, period)));
    return LivePipeline.join(pipelines);
  }

  /** Whether a party is a person, or a unit in which the person stands on the review day. */
  boolean isOf(PartyId party, PersonId owner) {
    if (party.equals(owner) || party.equals(evidence.organisation().root())) {
      return true;
    }
    return evidence.organisation().contains(owner)
        ? evidence.organisation().path(owner, evidence.review()).contains(party)
        : party.equals(Organisation.UNASSIGNED);
  }

  private Optional<Forecast> forecast(PartyId party, boolean newBusiness) {
    evidence.organisation().name(party);
    if (!known()) {
      return Optional.empty();
    }
    List<PersonForecast> all = people(party);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Forecast(
            party,
            evidence.organisation().name(party),
            evidence.asOf(),
            period,
            newBusiness,
            evidence.considered(),
            shock,
            shocked(factor -> wins(all, newBusiness, factor)),
            shocked(factor -> bookings(all, newBusiness, factor))));
  }

  /** Whether enough is known to forecast anything. */
  boolean known() {
    return evidence.curve().isPresent() && evidence.sizes().known();
  }

  /** Returns what all this stands on. */
  Evidence evidence() {
    return evidence;
  }

  /** Returns the days that are forecast, and those of the same period that are over. */
  Period period() {
    return period;
  }

  /** Returns the people of a party who stand in a unit on the review day. */
  List<PersonForecast> people(PartyId party) {
    return evidence.people().stream()
        .filter(person -> isOf(party, person))
        .map(this::person)
        .toList();
  }

  /** Returns what was booked in the period so far. */
  Quantity won(PartyId party) {
    return evidence.today().periods().contains(period)
        ? evidence.today().sum(party, StandardMetrics.BOOKINGS, period)
        : Quantity.ZERO;
  }

  /** What a total is made of: live and to create in whole units of money. */
  record Expected(Quantity won, Quantity live, Quantity toCreate) {

    Quantity total() {
      return won.plus(live).plus(toCreate);
    }

    static Quantity whole(double amount) {
      return Quantity.of(BigDecimal.valueOf(amount).setScale(0, RoundingMode.HALF_UP));
    }
  }

  /** Returns what is won, and what is expected of live deals and of new ones. */
  Expected expected(PartyId party) {
    double live = 0;
    double created = 0;
    if (known()) {
      for (PersonForecast person : people(party)) {
        live += person.open().values().stream().mapToDouble(DealOutlook::expected).sum();
        created += person.expectedNew();
      }
    }
    return new Expected(won(party), Expected.whole(live), Expected.whole(created));
  }

  PersonForecast person(PersonId person) {
    return people.computeIfAbsent(person, key -> new PersonForecast(evidence, key, period, weeks));
  }

  /** The mixture over the common factor, in equally likely bands, on the widest of their grids. */
  private AmountForecast shocked(Function<Double, AmountForecast> of) {
    if (shock == 0) {
      return of.apply(1.0);
    }
    List<AmountForecast> bands = new ArrayList<>();
    for (int i = 0; i < SHOCKS; i++) {
      bands.add(of.apply(Math.exp(shock * Normal.quantile((i + 0.5) / SHOCKS))));
    }
    Grid widest = bands.get(SHOCKS - 1).grid();
    return AmountForecast.mixture(bands.stream().map(band -> band.onto(widest)).toList());
  }

  private AmountForecast wins(List<PersonForecast> people, boolean newBusiness, double factor) {
    List<AmountForecast> each =
        people.stream()
            .map(
                person ->
                    answers.computeIfAbsent(
                        new Asked(person.person(), true, newBusiness, factor),
                        key -> person.wins(newBusiness, factor)))
            .toList();
    if (each.size() == 1) {
      return each.get(0);
    }
    int cells = 2 + each.stream().mapToInt(wins -> wins.grid().cells() - 1).sum();
    return sum(each, new Grid(1, cells));
  }

  private AmountForecast bookings(List<PersonForecast> people, boolean newBusiness, double factor) {
    List<AmountForecast> each =
        people.stream()
            .map(
                person ->
                    answers.computeIfAbsent(
                        new Asked(person.person(), false, newBusiness, factor),
                        key -> bookings(person, newBusiness, factor)))
            .toList();
    if (each.size() == 1) {
      return each.get(0);
    }
    double most = people.stream().mapToDouble(PersonForecast::expectedAtRecentRate).sum();
    return sum(each, Grids.unit(most, evidence.sizes().mean()));
  }

  private AmountForecast bookings(PersonForecast person, boolean newBusiness, double factor) {
    Grid grid =
        Grids.person(0, person.expectedAtRecentRate(), evidence.sizes().mean(person.person()));
    return newBusiness ? person.atRecentRate(grid, factor) : person.live(grid, factor);
  }

  private static AmountForecast sum(List<AmountForecast> each, Grid grid) {
    AmountForecast sum = AmountForecast.nothing(grid);
    for (AmountForecast one : each) {
      sum = sum.plus(one.onto(grid));
    }
    return sum;
  }

  /** Returns what is forecast on one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s after %s, considers %s, %s",
        period.label(),
        evidence.asOf(),
        evidence.considered(),
        shock == 0
            ? "deals independent"
            : String.format(Locale.ROOT, "a common shock of %.0f %%", shock * 100));
  }
}
