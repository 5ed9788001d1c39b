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
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * What everybody may win in a period, on its days after the as-of day: with nothing new, and with
 * new deals at the recent rate. What people who left are credited with is in no forecast, and the
 * outlook of the company warns of it.
 *
 * <p>A live deal counts for everybody who would be credited if it closed on the day it is expected,
 * with that part of its amount and as one win each, as {@link Evidence#crediting()} tells. A unit's
 * forecast is the convolution over the owners of its deals: one that several of its people share is
 * one event there, which brings the sum of their parts, and a win of each, as the metrics count it.
 * So the parts of people and units add up to the company's, and no unit counts a deal twice. New
 * deals that two people will share are taken as two, each with the part of one: the mean is right,
 * and the interval a little narrow.
 *
 * <p>Deals are taken as independent given what is known, unless a common shock is asked for: then
 * all of the period's chances are better or worse together by one factor, log-normal with mean 1,
 * of which nobody knows more than how much it varies: new deals bring the same on average, live
 * ones nearly so, as a factor on their odds is none on their chances. Immutable and thread-safe.
 *
 * <pre>{@code
 * Forecasts rest = planner.forecasts(evidence.period());
 * rest.atRecentRate(east);                 // 14.2 wins [10, 19], ...
 * rest.withShock(0.15).atRecentRate(east); // wider
 * }</pre>
 */
public final class Forecasts {

  private static final int SHOCKS = 5;

  private final Evidence evidence;
  private final Period period;
  private final List<Period> weeks;
  private final double shock;
  private final Known known;

  /** What was worked out once, as all units above ask for it again. */
  private record Known(
      OpenDeals deals,
      Map<PersonId, LiveDeals> owners,
      Map<PersonId, PersonForecast> people,
      Map<PartyId, Counted> parties,
      Map<Asked, AmountForecast> answers) {}

  /** What was asked of one person, as far as it counts for that person or a unit. */
  private record Asked(PersonForecast person, boolean wins, boolean newBusiness, double factor) {}

  /**
   * What counts for a party, each deal once.
   *
   * @param people those of the party who stand in a unit on the review day, with what they create
   * @param others the live deals of other owners that are not among those of the people
   */
  record Counted(List<PersonForecast> people, List<LiveDeals> others) {

    /** What the live deals above an amount bring if all of them are won. */
    double large(double above) {
      return DoubleStream.concat(
              people.stream().mapToDouble(one -> one.large(above)),
              others.stream().mapToDouble(one -> one.large(above)))
          .sum();
    }
  }

  private Forecasts(
      Evidence evidence, Period period, List<Period> weeks, double shock, Known known) {
    this.evidence = evidence;
    this.period = period;
    this.weeks = weeks;
    this.shock = shock;
    this.known = known;
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
    Known known =
        new Known(
            new OpenDeals(evidence),
            new ConcurrentHashMap<>(),
            new ConcurrentHashMap<>(),
            new ConcurrentHashMap<>(),
            new ConcurrentHashMap<>());
    return new Forecasts(evidence, period, weeks, 0, known);
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
    return new Forecasts(evidence, period, weeks, deviation, known);
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
   * on the review day, and those in which anybody who does has a share. The root has all deals,
   * also those of people who left.
   *
   * @param party a unit, {@link Organisation#UNASSIGNED} or a person
   * @return the open deals, each once, with its chance to be won in the period and what the party
   *     would be credited with; none if no deal was won yet, as nothing is known of their chances
   * @throws IllegalArgumentException if the organisation does not have the party
   */
  public LivePipeline pipeline(PartyId party) {
    evidence.organisation().name(party);
    return pipeline(owner -> isOf(party, owner), credited -> isOf(party, credited));
  }

  /** Returns what a party has of open deals that no total tells of: of those who left. */
  LivePipeline leftOut(PartyId party) {
    return pipeline(owner -> false, credited -> isOf(party, credited) && !counts(party, credited));
  }

  private LivePipeline pipeline(Predicate<PersonId> owning, Predicate<PartyId> credited) {
    if (evidence.curve().isEmpty()) {
      return new LivePipeline(List.of());
    }
    List<LivePipeline> pipelines = new ArrayList<>();
    for (PersonId owner : known.deals().owners()) {
      LivePipeline all = live(owner, credited).pipeline();
      List<DealOutlook> open =
          all.deals().stream()
              .filter(deal -> owning.test(owner) || part(deal.deal(), credited).shares() > 0)
              .toList();
      if (!open.isEmpty()) {
        pipelines.add(new LivePipeline(open, all.staleAge()));
      }
    }
    return LivePipeline.join(pipelines);
  }

  private OpenDeals.Part part(Deal deal, Predicate<PartyId> credited) {
    return known.deals().part(deal, credited);
  }

  /** Whether a party is another one, or a unit in which that stands on the review day. */
  boolean isOf(PartyId party, PartyId other) {
    if (party.equals(other) || party.equals(evidence.organisation().root())) {
      return true;
    }
    return evidence.organisation().contains(other)
        ? evidence.organisation().path(other, evidence.review()).contains(party)
        : party.equals(Organisation.UNASSIGNED);
  }

  /**
   * Whether what one is credited with is in the total of a party: of people who stand in a unit.
   */
  private boolean counts(PartyId party, PartyId credited) {
    return isOf(party, credited)
        && (credited instanceof PersonId person
            ? evidence.creation(person).isPresent()
            : evidence.organisation().contains(credited)
                && !credited.equals(Organisation.UNASSIGNED));
  }

  /** Returns what counts for a party, each deal once. */
  Counted counted(PartyId party) {
    // Not computed inside the map, as it asks the map of people.
    Counted found = known.parties().get(party);
    if (found == null) {
      found = gather(party, credited -> counts(party, credited));
      known.parties().put(party, found);
    }
    return found;
  }

  /** Returns the same of a unit without what units themselves are credited with. */
  Counted countedForPeople(PartyId party) {
    return gather(party, one -> one instanceof PersonId && counts(party, one));
  }

  private Counted gather(PartyId party, Predicate<PartyId> credited) {
    if (party instanceof PersonId person) {
      return new Counted(
          evidence.creation(person).isPresent() ? List.of(person(person)) : List.of(), List.of());
    }
    Set<PersonId> people = new LinkedHashSet<>();
    evidence.people().stream().filter(person -> isOf(party, person)).forEach(people::add);
    return new Counted(
        people.stream()
            .map(person -> person(person).in(known.deals().parts(person, credited)))
            .toList(),
        known.deals().owners(credited).stream()
            .filter(owner -> !people.contains(owner))
            .map(owner -> live(owner, credited))
            .toList());
  }

  private LiveDeals live(PersonId owner, Predicate<PartyId> credited) {
    return known
        .owners()
        .computeIfAbsent(
            owner,
            key ->
                new LiveDeals(
                    evidence,
                    owner,
                    period,
                    known.deals().of(owner),
                    known.deals().parts(owner, owner::equals)))
        .counting(known.deals().parts(owner, credited));
  }

  private Optional<Forecast> forecast(PartyId party, boolean newBusiness) {
    evidence.organisation().name(party);
    if (!known()) {
      return Optional.empty();
    }
    Counted all = counted(party);
    if (all.people().isEmpty()) {
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

  /**
   * Returns what all this stands on.
   *
   * @return what the records say
   */
  public Evidence evidence() {
    return evidence;
  }

  /** Returns the days that are forecast, and those of the same period that are over. */
  Period period() {
    return period;
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
      Counted counted = counted(party);
      for (PersonForecast person : counted.people()) {
        live += person.open().values().stream().mapToDouble(DealOutlook::expected).sum();
        created += person.expectedNew();
      }
      for (LiveDeals other : counted.others()) {
        live += other.open().values().stream().mapToDouble(DealOutlook::expected).sum();
      }
    }
    return new Expected(won(party), Expected.whole(live), Expected.whole(created));
  }

  PersonForecast person(PersonId person) {
    return known
        .people()
        .computeIfAbsent(
            person,
            key ->
                new PersonForecast(
                    evidence,
                    key,
                    period,
                    weeks,
                    live(key, key::equals),
                    known.deals().owners(key).stream()
                        .filter(owner -> !owner.equals(key))
                        .map(owner -> live(owner, key::equals))
                        .toList()));
  }

  /** The mixture over the common factor, in equally likely bands, on the widest of their grids. */
  private AmountForecast shocked(Function<Double, AmountForecast> of) {
    if (shock == 0) {
      return of.apply(1.0);
    }
    double[] factors = new double[SHOCKS];
    Arrays.setAll(factors, i -> Math.exp(shock * Normal.quantile((i + 0.5) / SHOCKS)));
    double mean = Arrays.stream(factors).sum() / SHOCKS;
    List<AmountForecast> bands = new ArrayList<>();
    for (double factor : factors) {
      bands.add(of.apply(factor / mean));
    }
    Grid widest = bands.get(SHOCKS - 1).grid();
    return AmountForecast.mixture(bands.stream().map(band -> band.onto(widest)).toList());
  }

  private AmountForecast wins(Counted counted, boolean newBusiness, double factor) {
    List<AmountForecast> each = new ArrayList<>();
    for (PersonForecast person : counted.people()) {
      each.add(
          known
              .answers()
              .computeIfAbsent(
                  new Asked(person, true, newBusiness, factor),
                  key -> person.wins(newBusiness, factor)));
    }
    for (LiveDeals other : counted.others()) {
      each.add(other.wins(new Grid(1, other.shares() + 2), factor));
    }
    if (each.size() == 1) {
      return each.get(0);
    }
    int cells = 2 + each.stream().mapToInt(wins -> wins.grid().cells() - 1).sum();
    return sum(each, new Grid(1, cells));
  }

  private AmountForecast bookings(Counted counted, boolean newBusiness, double factor) {
    List<AmountForecast> each = new ArrayList<>();
    for (PersonForecast person : counted.people()) {
      each.add(
          known
              .answers()
              .computeIfAbsent(
                  new Asked(person, false, newBusiness, factor),
                  key -> bookings(person, newBusiness, factor)));
    }
    for (LiveDeals other : counted.others()) {
      each.add(amounts(other, factor));
    }
    if (each.size() == 1) {
      return each.get(0);
    }
    double most =
        DoubleStream.concat(
                counted.people().stream().mapToDouble(PersonForecast::expectedAtRecentRate),
                counted.others().stream().mapToDouble(LiveDeals::expected))
            .sum();
    return sum(each, Grids.unit(most, evidence.sizes().mean(), counted::large));
  }

  /** What the live deals of somebody else's bring. */
  AmountForecast amounts(LiveDeals other, double factor) {
    Grid grid =
        Grids.person(0, other.expected(), evidence.sizes().mean(other.owner()), other::large);
    return other.amounts(grid, factor);
  }

  private AmountForecast bookings(PersonForecast person, boolean newBusiness, double factor) {
    Grid grid =
        Grids.person(
            0,
            person.expectedAtRecentRate(),
            evidence.sizes().mean(person.person()),
            person::large);
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
