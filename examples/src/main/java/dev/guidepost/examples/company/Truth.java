package dev.guidepost.examples.company;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.people.Role;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is true of a generated company: chances and rates of the process itself, to which what was
 * estimated from its records can be compared. Thread-safe.
 */
public final class Truth {

  private final Season season;
  private final DealProcess process;
  private final Map<PersonId, History> histories;
  private final List<Planted> planted;
  private final Map<DealId, Integer> numbers = new HashMap<>();
  private final Map<DealId, History> owners = new HashMap<>();
  private final Map<Long, double[]> curves = new ConcurrentHashMap<>();

  Truth(Season season, DealProcess process, List<History> histories, List<Planted> planted) {
    this.season = season;
    this.process = process;
    this.planted = ImmutableList.copyOf(planted);
    ImmutableMap.Builder<PersonId, History> byPerson = ImmutableMap.builder();
    for (History history : histories) {
      byPerson.put(history.seller.id(), history);
      for (History.Deal deal : history.deals) {
        numbers.put(history.id(deal.number()), deal.number());
        owners.put(history.id(deal.number()), history);
      }
    }
    this.histories = byPerson.build();
  }

  private History history(PersonId person) {
    History history = histories.get(person);
    if (history == null) {
      throw new IllegalArgumentException(
          "person must be a seller of this company, but was " + person);
    }
    return history;
  }

  /**
   * Returns who sells, in a fixed order.
   *
   * @return the sellers; unmodifiable
   */
  public List<PersonId> sellers() {
    return ImmutableList.copyOf(histories.keySet());
  }

  /**
   * Returns the chance that a deal a person opens on a day is won within a number of days, over all
   * that is hidden of the deal.
   *
   * @param person the seller
   * @param opened the day of opening
   * @param days the number of days from the day of opening, not negative; beyond 150 nothing is won
   * @return the exact chance, 0 to 1
   * @throws IllegalArgumentException if nobody of that id sells, the days are negative, or the day
   *     is too far before or after the records
   */
  public double chanceToWinWithin(PersonId person, LocalDate opened, int days) {
    Seller seller = history(person).seller;
    int day = Season.day(opened);
    if (days < 0) {
      throw new IllegalArgumentException("days must not be negative, but was " + days);
    }
    if (day < season.origin || day > season.last - DealProcess.DEADLINE) {
      throw new IllegalArgumentException(
          "day of opening must be from "
              + LocalDate.ofEpochDay(season.origin)
              + " to "
              + LocalDate.ofEpochDay(season.last - DealProcess.DEADLINE)
              + ", but was "
              + opened);
    }
    long key = ((long) seller.index() << 32) | day;
    double[] curve =
        curves.computeIfAbsent(key, k -> process.curve(seller, day, DealProcess.DEADLINE));
    return curve[Math.min(days, DealProcess.DEADLINE)];
  }

  /**
   * Returns the mean chance of the deals that a person opened in a period, by as-of, to be won
   * within a number of days; of a deal on each of the person's working days if none was opened.
   *
   * @param person the seller
   * @param cohort when the deals were opened
   * @param days the number of days from the day of opening, not negative
   * @return the exact mean, 0 to 1
   * @throws IllegalArgumentException if nobody of that id sells, the days are negative, or no deal
   *     was opened and no day was worked
   */
  public double chanceToWinWithin(PersonId person, Period cohort, int days) {
    History history = history(person);
    double[] openings =
        history.deals.stream()
            .mapToInt(deal -> deal.path().opened)
            .filter(day -> cohort.contains(LocalDate.ofEpochDay(day)))
            .mapToDouble(day -> chanceToWinWithin(person, LocalDate.ofEpochDay(day), days))
            .toArray();
    if (openings.length == 0) {
      openings =
          cohort
              .start()
              .datesUntil(cohort.end())
              .filter(day -> history.seller.works(Season.day(day)))
              .mapToDouble(day -> chanceToWinWithin(person, day, days))
              .toArray();
    }
    int count = openings.length;
    return java.util.Arrays.stream(openings)
        .average()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "cohort must hold a deal or a working day of "
                        + person
                        + ", but "
                        + cohort
                        + " had "
                        + count));
  }

  /**
   * Returns the mean chance of the deals that a person opened under observation, up to as-of.
   *
   * @param person the seller
   * @param days the number of days from the day of opening, not negative
   * @return the exact mean, 0 to 1
   * @throws IllegalArgumentException as {@link #chanceToWinWithin(PersonId, Period, int)}
   */
  public double chanceToWinWithin(PersonId person, int days) {
    return chanceToWinWithin(
        person,
        Period.custom(
            LocalDate.ofEpochDay(season.observedFrom), LocalDate.ofEpochDay(season.asOf + 1L)),
        days);
  }

  /**
   * Returns the chance that a deal is won after as-of, up to and including a day, given all that
   * the records show of it.
   *
   * @param deal the deal
   * @param end the last day that counts
   * @return the exact chance, 0 to 1; 0 if it is closed
   * @throws IllegalArgumentException if the company has no such deal, or the end is too far off
   */
  public double chanceToWinBy(DealId deal, LocalDate end) {
    History history = owners.get(deal);
    Integer number = numbers.get(deal);
    if (history == null || number == null) {
      throw new IllegalArgumentException("deal must be one of this company, but was " + deal);
    }
    DealPath path = history.deals.get(number).path();
    return path.open() ? process.chance(path, history.seller, season.asOf, Season.day(end)) : 0;
  }

  /**
   * Returns how many opportunities a person opens in a week of five working days, ramped up, with
   * nothing planted and no season.
   *
   * @param person the seller
   * @return the expected number a week
   */
  public double usualWeeklyCreation(PersonId person) {
    return history(person).seller.habits().weekly();
  }

  /**
   * Returns how many meetings a person holds in such a week.
   *
   * @param person the seller
   * @return the expected number a week
   */
  public double usualWeeklyMeetings(PersonId person) {
    Seller.Habits habits = history(person).seller.habits();
    return 5 * habits.slots() * habits.call() * habits.book() * Prospecting.HELD;
  }

  /**
   * Returns the chance that a meeting of a person turns into an opportunity, with nothing planted.
   *
   * @param person the seller
   * @return the chance, 0 to 1
   */
  public double conversion(PersonId person) {
    return history(person).seller.habits().convert();
  }

  /**
   * Returns the mean agreed amount of a person's deals.
   *
   * @param person the seller
   * @return the exact mean in whole units of the currency
   */
  public double meanDealSize(PersonId person) {
    return PriceList.meanAgreed(history(person).seller);
  }

  /**
   * Returns how far a person's creation is on a day: a quarter on the first, all after 26 weeks.
   *
   * @param person the seller
   * @param day the day
   * @return the share of the usual rate, 0.25 to 1
   */
  public double ramp(PersonId person, LocalDate day) {
    return history(person).seller.ramp(Season.day(day));
  }

  /**
   * Returns how a person sells.
   *
   * @param person the seller
   * @return the role
   */
  public Role role(PersonId person) {
    return history(person).seller.role();
  }

  /**
   * Returns what was planted, that of the company first, then in order of the sellers.
   *
   * @return the planted problems; unmodifiable
   */
  public List<Planted> planted() {
    return planted;
  }
}
