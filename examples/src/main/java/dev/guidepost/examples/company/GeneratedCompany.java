package dev.guidepost.examples.company;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.people.Availability;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.HolidayTable;
import dev.guidepost.core.time.Period;
import dev.guidepost.core.time.WorkingDays;
import dev.guidepost.examples.source.SalesRecords;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * A company that was generated: what a source would know of it, what is true of it, and what may
 * become of it. Thread-safe.
 *
 * <pre>{@code
 * GeneratedCompany company = GeneratedCompany.generate(CompanySpec.of(42));
 * company.records().deals().size();
 * company.truth().chanceToWinWithin(person, 90);
 * Futures futures = company.futures(company.quarter().lastDay(), new Creation.AsUsual());
 * futures.draw(random).totalBookings();
 * }</pre>
 */
public final class GeneratedCompany {

  private record Ahead(LocalDate end, Creation creation) {}

  private final CompanySpec spec;
  private final Season season;
  private final Staff staff;
  private final Prospecting prospecting;
  private final DealProcess process;
  private final PriceList prices;
  private final List<History> histories;
  private final SalesRecords records;
  private final Truth truth;
  private final Map<Ahead, Futures> prepared = new ConcurrentHashMap<>();

  private GeneratedCompany(CompanySpec spec, Season season) {
    this.spec = spec;
    this.season = season;
    Cast cast = new Cast(spec);
    staff = new Staff(spec, season, cast);
    Events events = new Events(spec, season, cast);
    prospecting = new Prospecting(season, events);
    process = new DealProcess(season);
    prices = new PriceList(spec.moneyScale());
    histories = new ArrayList<>();
    for (Seller seller : staff.sellers) {
      histories.add(new History(spec.seed(), seller, season, prospecting, process));
    }
    Organisation organisation = staff.organisation();
    Quotas quotas = new Quotas(spec, season, staff, histories, organisation);
    records =
        new Export(spec, season, events, prices)
            .records(
                organisation,
                histories,
                quotas,
                new Talks(spec, season, staff, events, histories),
                staff.roster(availability()));
    truth = new Truth(season, process, histories, events.planted(Staff.COMPANY, staff.sellers));
  }

  /**
   * Generates the company of a spec.
   *
   * @param spec what company
   * @return the company, the same for the same spec
   */
  public static GeneratedCompany generate(CompanySpec spec) {
    return generateOn(spec, new Season(spec));
  }

  /** Generates the company on other days: those of a spec, but with records that go on longer. */
  static GeneratedCompany generateOn(CompanySpec spec, Season season) {
    return new GeneratedCompany(spec, season);
  }

  /**
   * Returns what it was generated from.
   *
   * @return the spec
   */
  public CompanySpec spec() {
    return spec;
  }

  /**
   * Returns what a source knows: deals are those that were not closed before the source began.
   *
   * @return the records
   */
  public SalesRecords records() {
    return records;
  }

  /**
   * Returns what is true of the company.
   *
   * @return the truth
   */
  public Truth truth() {
    return truth;
  }

  /**
   * Returns the quarter of the as-of day.
   *
   * @return the quarter
   */
  public Period quarter() {
    return FiscalCalendar.calendarYear().period(Grain.QUARTER, spec.asOf());
  }

  /**
   * Returns the day of the review.
   *
   * @return the first Monday after as-of
   */
  public LocalDate review() {
    return LocalDate.ofEpochDay(season.review);
  }

  /**
   * Returns the days from Monday to Friday that the company does not work.
   *
   * @return the holidays of its one place, {@code "US"}, known from 160 days before the records
   *     begin to 400 days after as-of
   */
  public HolidayTable holidays() {
    return season.holidays();
  }

  private Availability availability() {
    return Availability.builder()
        .workingDays(WorkingDays.mondayToFriday().withHolidays(holidays()))
        .place(Season.PLACE)
        .leave(leave())
        .build();
  }

  /**
   * Returns when people are on leave, that which is agreed for the future included.
   *
   * @return spells by seller, in order; unmodifiable
   */
  public Map<PersonId, List<Period>> leave() {
    ImmutableMap.Builder<PersonId, List<Period>> spells = ImmutableMap.builder();
    for (Seller seller : staff.sellers) {
      spells.put(
          seller.id(),
          seller.leave().stream()
              .map(
                  spell ->
                      Period.custom(LocalDate.ofEpochDay(spell[0]), LocalDate.ofEpochDay(spell[1])))
              .collect(ImmutableList.toImmutableList()));
    }
    return spells.build();
  }

  /**
   * Returns the manager of a seller on a day.
   *
   * @param person the seller
   * @param day the day
   * @return the manager of the team in which the seller is
   * @throws IllegalArgumentException if nobody of that id sells
   */
  public PersonId manager(PersonId person, LocalDate day) {
    Seller seller =
        staff.sellers.stream()
            .filter(one -> one.id().equals(person))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "person must be a seller of this company, but was " + person));
    return staff.managers.get(staff.team(seller, Season.day(day)));
  }

  /**
   * Prepares futures from as-of to an end.
   *
   * @param end the last day, included; at most 400 days after as-of
   * @param creation what is created
   * @return the futures, to draw from
   * @throws IllegalArgumentException if the end is not after as-of or too far off
   */
  public Futures futures(LocalDate end, Creation creation) {
    return prepared.computeIfAbsent(
        new Ahead(end, creation),
        ahead ->
            new Futures(
                spec.seed(), season, prospecting, process, prices, histories, end, creation));
  }

  /**
   * Draws a future to the end of the quarter.
   *
   * @param random where chance comes from
   * @param creation what is created
   * @return what happens after as-of
   * @throws IllegalArgumentException if as-of is the last day of the quarter
   */
  public Future future(RandomGenerator random, Creation creation) {
    return futures(quarter().lastDay(), creation).draw(random);
  }
}
