package dev.guidepost.examples.company;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What one seller did from the origin to as-of, and what is on its way: meetings that are agreed
 * and opportunities that are about to be opened.
 */
final class History {

  /**
   * A day of calls.
   *
   * @param day the day
   * @param count how many calls, at least 1
   */
  record Calls(int day, int count) {}

  /**
   * A meeting that was held.
   *
   * @param number its number among the seller's
   * @param day the day
   * @param deal the number of the deal that came of it by as-of, or -1
   */
  record Meeting(int number, int day, int deal) {}

  /**
   * A deal with what only the generator knows.
   *
   * @param number its number among the seller's, in order of opening
   * @param path its course
   * @param product the number of its product
   * @param list its price at list, whole
   * @param discount what is taken off at closing, in percent
   * @param inbound whether it came in by itself, without a meeting
   */
  record Deal(int number, DealPath path, int product, long list, int discount, boolean inbound) {}

  /** An opportunity before it is opened. */
  private record Lead(int opens, int meeting, long seed) {}

  final Seller seller;
  final List<Calls> calls = new ArrayList<>();
  final List<Meeting> meetings = new ArrayList<>();
  final List<Deal> deals = new ArrayList<>();

  /** The days after as-of of meetings that are agreed. */
  final List<Integer> agreedMeetings = new ArrayList<>();

  /** The days after as-of on which opportunities of past meetings will be opened. */
  final List<Integer> comingOpenings = new ArrayList<>();

  private final List<Lead> leads = new ArrayList<>();
  private final List<Integer> held = new ArrayList<>();
  private final Map<Integer, Integer> convertedTo = new HashMap<>();
  private final long seed;
  private final Season season;
  private final Prospecting prospecting;

  History(long seed, Seller seller, Season season, Prospecting prospecting, DealProcess process) {
    this.seed = seed;
    this.seller = seller;
    this.season = season;
    this.prospecting = prospecting;
    for (int day = season.origin; day <= season.asOf; day++) {
      if (seller.works(day)) {
        workOn(day);
      }
    }
    openDeals(process);
    keepRecordOfMeetings();
  }

  /** Returns how good a seller's week is: 1 unless the company breaks the rules. */
  static double shock(long seed, Season season, Seller seller, int day) {
    if (!season.breaking) {
      return 1;
    }
    SplittableRandom week =
        Draws.stream(seed, Draws.Purpose.WEEK, seller.index(), Season.monday(day));
    return Draws.shock(week, Season.SHOCK);
  }

  private void workOn(int day) {
    SplittableRandom random = Draws.stream(seed, Draws.Purpose.DAY, seller.index(), day);
    double shock = shock(seed, season, seller, day);
    int made =
        Draws.binomial(random, seller.habits().slots(), prospecting.callChance(seller, day, shock));
    if (made > 0) {
      calls.add(new Calls(day, made));
    }
    int booked = Draws.binomial(random, made, prospecting.bookChance(seller, day));
    int inbound = prospecting.inbound(random, seller, day, shock);
    for (int i = 0; i < inbound; i++) {
      leads.add(new Lead(day, -1, random.nextLong()));
    }
    for (int i = 0; i < booked; i++) {
      meet(random, Prospecting.meetingDay(random, seller, day));
    }
  }

  private void meet(SplittableRandom random, int day) {
    double hold = random.nextDouble();
    double convert = random.nextDouble();
    int opens = day < 0 ? -1 : Prospecting.openingDay(random, seller, day);
    long dealSeed = random.nextLong();
    if (day > season.asOf) {
      agreedMeetings.add(day);
    } else if (day >= 0 && hold < prospecting.holdChance(seller, day)) {
      held.add(day);
      if (opens >= 0 && convert < prospecting.convertChance(seller, day)) {
        leads.add(new Lead(opens, held.size() - 1, dealSeed));
      }
    }
  }

  private void openDeals(DealProcess process) {
    leads.sort((a, b) -> Integer.compare(a.opens(), b.opens()));
    for (Lead lead : leads) {
      if (lead.opens() > season.asOf) {
        comingOpenings.add(lead.opens());
        continue;
      }
      SplittableRandom random = new SplittableRandom(lead.seed());
      int hidden = DealProcess.hidden(random, seller);
      int product = PriceList.product(random);
      long list = PriceList.list(random, seller, product);
      int discount = PriceList.discount(random);
      DealPath path = new DealPath(lead.opens());
      process.run(path, seller, hidden, season.asOf, random);
      int number = deals.size();
      deals.add(new Deal(number, path, product, list, discount, lead.meeting() < 0));
      if (lead.meeting() >= 0) {
        convertedTo.put(lead.meeting(), number);
      }
    }
  }

  private void keepRecordOfMeetings() {
    for (int i = 0; i < held.size(); i++) {
      meetings.add(new Meeting(i, held.get(i), convertedTo.getOrDefault(i, -1)));
    }
    meetings.sort((a, b) -> Integer.compare(a.day(), b.day()));
  }

  /** Returns the id of one of the seller's deals. */
  DealId id(int number) {
    return DealId.of(
        Names.numbered("d", seller.index() + 1, 2) + Names.numbered("-", number + 1, 4));
  }

  /** Returns how many meetings were held from a day up to, but not including, another. */
  int held(int from, int until) {
    int count = 0;
    for (Meeting meeting : meetings) {
      if (meeting.day() >= from && meeting.day() < until) {
        count++;
      }
    }
    return count;
  }

  /**
   * Returns how often something that is agreed on by week was done from a day up to, but not
   * including, another: meetings held, opportunities opened, or deals moved to a further stage.
   */
  int done(MetricId metric, int from, int until) {
    if (metric.equals(StandardMetrics.MEETINGS)) {
      return held(from, until);
    }
    int count = 0;
    for (Deal deal : deals) {
      DealPath path = deal.path();
      if (metric.equals(StandardMetrics.OPPORTUNITIES)) {
        count += path.opened >= from && path.opened < until ? 1 : 0;
      } else {
        count += path.advances(from, until);
      }
    }
    return count;
  }

  /** Returns what was won from a day up to, but not including, another, in whole units. */
  long bookings(int from, int until) {
    long sum = 0;
    for (Deal deal : deals) {
      if (deal.path().won && deal.path().closed >= from && deal.path().closed < until) {
        sum += deal.list() * (100 - deal.discount());
      }
    }
    return sum / 100;
  }

  /** Tells whether the source has a deal: those that closed before it began are gone. */
  boolean recorded(Deal deal) {
    return deal.path().closed >= season.observedFrom;
  }
}
