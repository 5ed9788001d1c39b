package dev.guidepost.targets.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.feed.RecordFacts;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.people.Availability;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import dev.guidepost.targets.funnel.DealAgeing;
import dev.guidepost.targets.funnel.DealSizes;
import dev.guidepost.targets.funnel.WinCurve;
import dev.guidepost.targets.outlook.Considered;
import dev.guidepost.targets.rates.CreationRate;
import dev.guidepost.targets.rates.HalfLife;
import dev.guidepost.targets.rates.Peers;
import dev.guidepost.targets.rates.PersonalRates;
import dev.guidepost.targets.rates.Pooling;
import dev.guidepost.targets.rates.Winning;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the records of a company say, as of a day: fitted once, used for any number of plans.
 *
 * <p>As of a day means through its end. The review is dated the first day of the week after it, a
 * Monday unless the calendar's weeks start otherwise, and its period is the quarter that holds that
 * day. Win yields stand on complete cohorts: deals opened from the first day on which closings were
 * observed to the as-of day less the stale age, both included.
 *
 * <p>What was won counts for whoever is credited with it, and so does what is expected: a live deal
 * for everybody who would have a share if it closed on the day it is expected, see {@link
 * #crediting()}. Its chance is that of its owner's deals. Who has a share of the opportunities of
 * late has one of those to be created, with parts as large as those of the deals won. A deal is one
 * trial for everyone with a share. What units are credited with of deals still to be created is not
 * counted, as opportunities are created by people, and overlay is no bookings.
 *
 * <pre>{@code
 * RecordFacts facts = new RecordFacts(asOf, observedFrom);  // as the ledger was written with
 * Evidence evidence = Evidence.of(ledger, deals, facts).over(organisation)
 *     .by(calendar).availability(availability).fit();  // neither need be given
 * Planner.of(evidence, targets, 0.80).plan(ana);
 * }</pre>
 */
public final class Evidence {

  /** The level of all intervals: {@value}. */
  public static final double LEVEL = 0.80;

  /** How many of the last full weeks make the recent rate of creation: {@value}. */
  public static final int RECENT_WEEKS = 8;

  private final Windows windows;
  private final Cube asItWas;
  private final Cube today;
  private final Rollup rollup;
  private final ImmutableList<Deal> deals;
  private final ImmutableListMultimap<PersonId, Deal> owned;
  private final Availability availability;
  private final Considered considered;
  private final Pooling pooling;
  private final DealAgeing ageing;
  private final RecordFacts facts;
  private final Optional<Period> cohort;
  private final Optional<WinCurve> curve;
  private final Optional<PersonalRates> yields;
  private final Optional<PersonalRates> conversions;
  private final Crediting crediting;
  private final DealSizes sizes;
  private final Map<PersonId, Double> paces;
  private final ImmutableMap<PersonId, CreationRate> creation;

  private Evidence(Builder given, Organisation organisation) {
    Ledger ledger = given.ledger;
    LocalDate asOf = given.facts.asOf();
    this.availability = given.availability;
    this.considered = Considered.ALL;
    this.pooling = new Pooling(false, given.peers, given.halfLife);
    this.facts = given.facts;
    LocalDate observedFrom = facts.observedFrom();
    this.windows = Windows.of(ledger, facts, given.calendar, availability);
    this.deals =
        given.deals.stream()
            .flatMap(deal -> deal.asOf(asOf).stream())
            .collect(ImmutableList.toImmutableList());
    this.owned = Multimaps.index(deals, Deal::owner);
    this.ageing =
        DealAgeing.of(
            availability, organisation.people(), Period.custom(observedFrom, asOf.plusDays(1)));
    Period allDays = windows.allDays();
    Cube whole = Rollup.of(ledger).over(organisation).periods(List.of(allDays)).build();
    this.cohort = windows.cohort(deals, WinCurve.fit(whole, organisation.root(), allDays));
    Rollup rollup =
        Rollup.of(ledger).over(organisation).periods(windows.kept(cohort, given.halfLife));
    this.asItWas = rollup.asItWas().build();
    this.rollup = rollup.organisedOn(windows.review());
    this.today = this.rollup.build();
    this.crediting =
        new Crediting(
            facts, ledger.catalog().find(StandardMetrics.BOOKINGS).map(Metric::scale).orElse(0));
    Fitting fitting = new Fitting(considered, deals, observedFrom, asOf, pooling);
    this.curve = fitting.curve(today, windows, ageing);
    this.yields = fitting.yields(today, allDays, cohort);
    this.conversions =
        windows
            .conversion()
            .filter(
                window ->
                    today.sum(organisation.root(), StandardMetrics.MEETINGS, window).signum() > 0)
            .map(
                window ->
                    PersonalRates.fit(
                        today, StandardMetrics.MEETING_CONVERSION, window, LEVEL, pooling));
    this.sizes = fitting.sizes(crediting);
    this.paces = Paces.fit(today, organisation, allDays);
    this.creation = fitting.creation(today, windows, availability);
  }

  private Evidence(Evidence whole, Considered considered) {
    this.windows = whole.windows;
    this.asItWas = whole.asItWas;
    this.today = whole.today;
    this.rollup = whole.rollup;
    this.deals = whole.deals;
    this.owned = whole.owned;
    this.availability = whole.availability;
    this.considered = considered;
    this.pooling = whole.pooling;
    this.ageing = whole.ageing;
    this.facts = whole.facts;
    this.crediting = whole.crediting;
    this.cohort = whole.cohort;
    Fitting fitting = new Fitting(considered, deals, facts.observedFrom(), windows.asOf(), pooling);
    this.curve = fitting.curve(today, windows, ageing);
    this.yields =
        fitting.yieldsLike(whole.considered)
            ? whole.yields
            : fitting.yields(today, windows.allDays(), cohort);
    this.conversions = whole.conversions;
    this.sizes = fitting.sizes(crediting);
    this.paces = whole.paces;
    this.creation = fitting.creation(today, windows, availability);
  }

  /**
   * Returns what the same records say if something is left out, or taken in again.
   *
   * @param parts what to consider; {@link Considered#ALL} is what {@link Builder#fit} does
   * @return the evidence, which names what is left out
   */
  public Evidence considering(Considered parts) {
    return parts.equals(considered) ? this : new Evidence(this, parts);
  }

  /**
   * Starts from a ledger whose facts were derived from the same deals; who belongs where is still
   * to be given. A ledger that went on growing after the as-of day is cut back to it by {@link
   * Ledger#known}.
   *
   * @param ledger the facts, as they were written on the as-of day
   * @param deals the deals; they are seen as of the as-of day
   * @param facts the derivation with which they were written: its as-of day, included, and the
   *     first day on which closings were recorded
   * @return a builder
   */
  public static Builder of(Ledger ledger, List<Deal> deals, RecordFacts facts) {
    return new Builder(ledger, deals, facts);
  }

  /** Collects what evidence is fitted to; see {@link Evidence#of}. */
  public static final class Builder {

    private final Ledger ledger;
    private final List<Deal> deals;
    private final RecordFacts facts;
    private Optional<Organisation> organisation = Optional.empty();
    private FiscalCalendar calendar = FiscalCalendar.calendarYear();
    private Availability availability = Availability.ALWAYS;
    private Peers peers = Peers.TEAMS;
    private HalfLife halfLife = HalfLife.NONE;

    Builder(Ledger ledger, List<Deal> deals, RecordFacts facts) {
      this.ledger = Objects.requireNonNull(ledger, "ledger");
      this.deals = ImmutableList.copyOf(deals);
      this.facts = Objects.requireNonNull(facts, "facts");
    }

    /**
     * Sets who belongs where, and when.
     *
     * @param tree the organisation
     * @return this builder
     */
    public Builder over(Organisation tree) {
      organisation = Optional.of(tree);
      return this;
    }

    /**
     * Sets the fiscal calendar, which decides the weeks of the review and of the plans as well as
     * the quarter planned for.
     *
     * @param years the calendar; {@link FiscalCalendar#calendarYear()}, with weeks from Monday on,
     *     unless set
     * @return this builder
     */
    public Builder by(FiscalCalendar years) {
      calendar = Objects.requireNonNull(years, "calendar");
      return this;
    }

    /**
     * Sets who works when.
     *
     * @param people the availability; {@link Availability#ALWAYS} unless set. Its holidays must be
     *     known from the first day observed to the end of the plans: the end of the quarter that
     *     holds the review, and one cycle of deals more
     * @return this builder
     */
    public Builder availability(Availability people) {
      availability = Objects.requireNonNull(people, "availability");
      return this;
    }

    /**
     * Sets who does the same job as whom. Rates of people are then pooled with their peers across
     * the company, and with their team where somebody has none.
     *
     * @param groups the peers, such as those by role; {@link Peers#TEAMS} unless set
     * @return this builder
     */
    public Builder peers(Peers groups) {
      peers = Objects.requireNonNull(groups, "peers");
      return this;
    }

    /**
     * Sets by how much recent records weigh more in win yields, conversions and rates of creation.
     *
     * @param fading the half-life; {@link HalfLife#NONE} unless set, by which all cohorts count
     *     alike and the last {@value Evidence#RECENT_WEEKS} weeks make the rate of creation
     * @return this builder
     */
    public Builder halfLife(HalfLife fading) {
      halfLife = Objects.requireNonNull(fading, "half-life");
      return this;
    }

    /**
     * Learns what the records say.
     *
     * @return the evidence
     * @throws IllegalStateException if no organisation was given
     * @throws IllegalArgumentException if the ledger has no fact up to the as-of day, or knows more
     *     of the deals than that day, or its open deals are as of an earlier one
     * @throws dev.guidepost.core.time.UnknownHolidaysException if holidays are not known on a day
     *     that is needed
     */
    public Evidence fit() {
      return new Evidence(
          this,
          organisation.orElseThrow(
              () ->
                  new IllegalStateException("over(...) must be called before fit(), but was not")));
    }
  }

  /**
   * Returns what was considered.
   *
   * @return all, unless something was left out
   */
  public Considered considered() {
    return considered;
  }

  /**
   * Returns the derivation of the ledger's facts.
   *
   * @return as given to {@link #of}
   */
  public RecordFacts facts() {
    return facts;
  }

  /**
   * Returns the days that are looked at.
   *
   * @return weeks, quarters and what is compared with what
   */
  public Windows windows() {
    return windows;
  }

  /**
   * Returns who is credited with which part of a deal.
   *
   * @return the crediting, by the rules of the facts
   */
  public Crediting crediting() {
    return crediting;
  }

  /**
   * Returns with whose records rates are pooled, and how much older ones count.
   *
   * @return the pooling
   */
  public Pooling pooling() {
    return pooling;
  }

  /**
   * Returns the cube in which credit follows where people stood on the day.
   *
   * @return the cube; it keeps years, quarters, months, full weeks, the cohort and all days
   */
  public Cube asItWas() {
    return asItWas;
  }

  /**
   * Returns the cube under the organisation of the review day.
   *
   * @return the cube; it keeps the same periods
   */
  public Cube today() {
    return today;
  }

  /**
   * Returns the organisation.
   *
   * @return who belongs where, and when
   */
  public Organisation organisation() {
    return asItWas.organisation();
  }

  /**
   * Returns the deals as known on the as-of day.
   *
   * @return the deals; unmodifiable
   */
  public List<Deal> deals() {
    return deals;
  }

  /**
   * Returns the deals of an owner as known on the as-of day.
   *
   * @param owner whose they are on that day
   * @return the deals, in the order of all; unmodifiable
   */
  public List<Deal> deals(PersonId owner) {
    return owned.get(owner);
  }

  /**
   * Returns the as-of day.
   *
   * @return the last day whose records count
   */
  public LocalDate asOf() {
    return windows.asOf();
  }

  /**
   * Returns who works when.
   *
   * @return the availability
   */
  public Availability availability() {
    return availability;
  }

  /**
   * Returns the days that count for a person: those on which the person belongs to the company and
   * works.
   *
   * @param person a person of the organisation
   * @return {@code "workday"} times {@code "leave"} times {@code "present"}
   * @throws IllegalArgumentException if the organisation does not have the person
   */
  public Exposure exposure(PersonId person) {
    return availability.exposure(person).times("present", asItWas.organisation().presence(person));
  }

  /**
   * Returns by how much open deals grow older in a day.
   *
   * @return the ageing, by owner
   */
  public DealAgeing ageing() {
    return ageing;
  }

  /**
   * Returns the day of the review.
   *
   * @return the first day of the week after that of the as-of day: the first Monday after it,
   *     unless the calendar's weeks start otherwise
   */
  public LocalDate review() {
    return windows.review();
  }

  /**
   * Returns the period planned for.
   *
   * @return the quarter that holds the review
   */
  public Period period() {
    return windows.period();
  }

  /**
   * Returns the days of opening of the complete cohorts.
   *
   * @return the window of win yields; empty if there is not enough data for one
   */
  public Optional<Period> cohort() {
    return cohort;
  }

  /**
   * Returns the company's win curve.
   *
   * @return the curve; empty if no win has a day of opening
   */
  public Optional<WinCurve> curve() {
    return curve;
  }

  /**
   * Returns the win yields.
   *
   * @return the yields; empty if there is no complete cohort
   */
  public Optional<PersonalRates> yields() {
    return yields;
  }

  /**
   * Returns how often a person or unit wins, of deals closed on all days and of deals opened in the
   * complete cohorts, credited as organised on the review day.
   *
   * @param party a person or unit
   * @return both ratios
   * @throws IllegalArgumentException if the organisation does not have the party
   */
  public Winning winning(PartyId party) {
    return Winning.of(today, party, windows.allDays(), cohort);
  }

  /**
   * Returns all that is known of everybody's rates: by motion and origin, paces, sizes and cycle
   * times.
   *
   * @return the rates
   */
  public Rates rates() {
    return new Rates(this, rollup, pooling);
  }

  /**
   * Returns how often meetings lead to opportunities.
   *
   * @return the rates; empty if no meetings were recorded
   */
  public Optional<PersonalRates> conversions() {
    return conversions;
  }

  /**
   * Returns the sizes of won deals.
   *
   * @return the sizes; of a person those of the parts that the person is credited with
   */
  public DealSizes sizes() {
    return sizes;
  }

  /**
   * Returns how long a person's wins take, over how long the company's take: partly the person's
   * own record (Buhlmann-Straub credibility).
   *
   * @param person the person
   * @return the ratio of mean cycle times, above 0; 1 without a record
   */
  public double pace(PersonId person) {
    return paces.getOrDefault(person, 1.0);
  }

  /**
   * Returns how many opportunities a person creates a week of late.
   *
   * @param person the person
   * @return the rate; empty for one who stands in no unit on the review day
   */
  public Optional<CreationRate> creation(PersonId person) {
    return Optional.ofNullable(creation.get(person));
  }

  /**
   * Returns how many opportunities somebody who stands in a unit creates a week of late.
   *
   * @param person the person
   * @return the rate
   * @throws IllegalArgumentException if the person stands in no unit on the review day
   */
  public CreationRate creationOf(PersonId person) {
    return creation(person)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "person must stand in a unit on "
                        + review()
                        + ", but "
                        + person
                        + " does not"));
  }

  /**
   * Returns everybody who stands in a unit on the review day.
   *
   * @return the people, unit by unit; unmodifiable
   */
  public List<PersonId> people() {
    return creation.keySet().asList();
  }

  /** Returns as-of day, deals and people on one line, and what is left out, if something is. */
  @Override
  public String toString() {
    return "as of "
        + asOf()
        + ": "
        + deals.size()
        + " deals, "
        + creation.size()
        + " people"
        + (considered.equals(Considered.ALL) ? "" : "; considers " + considered);
  }
}
