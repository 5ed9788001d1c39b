package dev.guidepost.examples.company;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Draws futures of a company from as-of to an end, from the process that made its past.
 *
 * <p>Open deals follow their exact law given what the records show of them; opportunities are
 * created as {@link Creation} says and then follow the law of new deals. Prepared once, drawn from
 * often; immutable and thread-safe.
 */
public final class Futures {

  /** An open deal and its chance to be won by the end. */
  private record OpenDeal(double chance, long list) {}

  private final Season season;
  private final Prospecting prospecting;
  private final PriceList prices;
  private final Creation creation;
  private final int end;
  private final long seed;
  private final List<History> histories;
  private final List<List<OpenDeal>> open = new ArrayList<>();
  private final double[][] chanceOfNew;

  Futures(
      long seed,
      Season season,
      Prospecting prospecting,
      DealProcess process,
      PriceList prices,
      List<History> histories,
      LocalDate until,
      Creation creation) {
    this.seed = seed;
    this.season = season;
    this.prospecting = prospecting;
    this.prices = prices;
    this.creation = creation;
    this.histories = histories;
    end = Season.day(until);
    if (end <= season.asOf || end > season.last) {
      throw new IllegalArgumentException(
          "end must be from "
              + LocalDate.ofEpochDay(season.asOf + 1L)
              + " to "
              + LocalDate.ofEpochDay(season.last)
              + ", but was "
              + until);
    }
    chanceOfNew = new double[histories.size()][];
    for (int i = 0; i < chanceOfNew.length; i++) {
      Seller seller = histories.get(i).seller;
      open.add(openDeals(process, histories.get(i)));
      chanceOfNew[i] = new double[end - season.asOf];
      for (int day = season.asOf + 1; day <= end; day++) {
        int age = Math.min(DealProcess.DEADLINE, end - day);
        chanceOfNew[i][day - season.asOf - 1] =
            creation instanceof Creation.Nothing ? 0 : process.curve(seller, day, age)[age];
      }
    }
  }

  private List<OpenDeal> openDeals(DealProcess process, History history) {
    List<OpenDeal> deals = new ArrayList<>();
    for (History.Deal deal : history.deals) {
      if (deal.path().open()) {
        double chance = process.chance(deal.path(), history.seller, season.asOf, end);
        if (chance > 0) {
          deals.add(new OpenDeal(chance, deal.list()));
        }
      }
    }
    return deals;
  }

  /**
   * Draws a future.
   *
   * @param random where chance comes from
   * @return what happens after as-of, up to and including the end
   */
  public Future draw(RandomGenerator random) {
    Map<PersonId, Integer> created = new LinkedHashMap<>();
    Map<PersonId, Integer> wins = new LinkedHashMap<>();
    Map<PersonId, Quantity> bookings = new LinkedHashMap<>();
    for (int i = 0; i < chanceOfNew.length; i++) {
      Tally tally = new Tally(random, histories.get(i).seller, chanceOfNew[i]);
      for (OpenDeal deal : open.get(i)) {
        if (random.nextDouble() < deal.chance) {
          tally.win(deal.list);
        }
      }
      create(random, histories.get(i), tally);
      PersonId person = histories.get(i).seller.id();
      created.put(person, tally.created);
      wins.put(person, tally.wins);
      bookings.put(person, prices.money(tally.bookings));
    }
    return new Future(LocalDate.ofEpochDay(end), created, wins, bookings);
  }

  private void create(RandomGenerator random, History history, Tally tally) {
    if (creation instanceof Creation.AsUsual) {
      createAsUsual(random, history, tally);
    } else if (creation instanceof Creation.Plan plan) {
      Map<LocalDate, Integer> weeks = plan.weekly().get(history.seller.id());
      if (weeks == null) {
        createAsUsual(random, history, tally);
      } else {
        weeks.forEach((week, count) -> createPlanned(history.seller, week, count, tally));
      }
    }
  }

  private void createPlanned(Seller seller, LocalDate week, int count, Tally tally) {
    int monday = Season.day(week);
    List<Integer> days = new ArrayList<>();
    List<Integer> companyDays = new ArrayList<>();
    for (int day = Math.max(monday, season.asOf + 1); day < monday + 7 && day <= end; day++) {
      if (seller.works(day)) {
        days.add(day);
      }
      if (season.workday(day)) {
        companyDays.add(day);
      }
    }
    List<Integer> chosen = days.isEmpty() ? companyDays : days;
    for (int i = 0; i < count && !chosen.isEmpty(); i++) {
      tally.open(chosen.get((2 * i + 1) * chosen.size() / (2 * count)));
    }
  }

  private void createAsUsual(RandomGenerator random, History history, Tally tally) {
    Seller seller = history.seller;
    for (int day : history.comingOpenings) {
      tally.open(day);
    }
    for (int day : history.agreedMeetings) {
      meet(random, seller, day, tally);
    }
    int week = Season.monday(season.asOf);
    double shock = History.shock(seed, season, seller, season.asOf);
    for (int day = season.asOf + 1; day <= end; day++) {
      if (season.breaking && Season.monday(day) != week) {
        week = Season.monday(day);
        shock = Draws.shock(random, Season.SHOCK);
      }
      if (seller.works(day)) {
        int inbound = prospecting.inbound(random, seller, day, shock);
        for (int i = 0; i < inbound; i++) {
          tally.open(day);
        }
        double chance =
            prospecting.callChance(seller, day, shock) * prospecting.bookChance(seller, day);
        int booked = Draws.binomial(random, seller.habits().slots(), chance);
        for (int i = 0; i < booked; i++) {
          meet(random, seller, Prospecting.meetingDay(random, seller, day), tally);
        }
      }
    }
  }

  private void meet(RandomGenerator random, Seller seller, int day, Tally tally) {
    if (day >= 0 && day <= end) {
      double chance = prospecting.holdChance(seller, day) * prospecting.convertChance(seller, day);
      if (random.nextDouble() < chance) {
        tally.open(Prospecting.openingDay(random, seller, day));
      }
    }
  }

  /** What one seller gets in one future. */
  private final class Tally {

    private final RandomGenerator random;
    private final Seller seller;
    private final double[] chances;
    private int created;
    private int wins;
    private long bookings;

    private Tally(RandomGenerator random, Seller seller, double[] chances) {
      this.random = random;
      this.seller = seller;
      this.chances = chances;
    }

    private void open(int day) {
      if (day < 0 || day > end) {
        return;
      }
      created++;
      if (random.nextDouble() < chances[day - season.asOf - 1]) {
        win(PriceList.list(random, seller, PriceList.product(random)));
      }
    }

    private void win(long list) {
      wins++;
      bookings += prices.agreed(list, PriceList.discount(random));
    }
  }
}
