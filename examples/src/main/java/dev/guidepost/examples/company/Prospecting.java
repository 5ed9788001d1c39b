package dev.guidepost.examples.company;

import java.util.random.RandomGenerator;

/**
 * How opportunities come about: calls on working days, meetings two to eight working days after a
 * call, opportunities on the day of a meeting or shortly after it, and some that come in by
 * themselves.
 */
final class Prospecting {

  /** The share of meetings that are held when nothing is wrong. */
  static final double HELD = 0.85;

  private static final int INBOUND_TRIALS = 3;
  private static final double[] OPENING_LAG = {0.60, 0.25, 0.15};

  private final Season season;
  private final Events events;

  Prospecting(Season season, Events events) {
    this.season = season;
    this.events = events;
  }

  private double effort(Seller seller, int day, double shock) {
    return seller.ramp(day) * season.creating(day) * shock;
  }

  /** Returns the chance that a slot of a day is used for a call. */
  double callChance(Seller seller, int day, double shock) {
    return Math.min(0.95, seller.habits().call() * effort(seller, day, shock));
  }

  /** Returns the chance that a call of a day leads to a meeting. */
  double bookChance(Seller seller, int day) {
    return Math.min(0.95, seller.habits().book() * events.booking(seller, day));
  }

  /** Returns the chance that a meeting of a day is held. */
  double holdChance(Seller seller, int day) {
    return HELD * events.holding(seller, day);
  }

  /** Returns the chance that a meeting that was held on a day turns into an opportunity. */
  double convertChance(Seller seller, int day) {
    return seller.habits().convert() * events.converting(seller, day);
  }

  /** Draws how many opportunities come in by themselves on a working day. */
  int inbound(RandomGenerator random, Seller seller, int day, double shock) {
    double expected =
        seller.habits().inbound()
            * effort(seller, day, shock)
            * events.holding(seller, day)
            * events.booking(seller, day);
    return Draws.binomial(random, INBOUND_TRIALS, Math.min(0.95, expected / INBOUND_TRIALS));
  }

  /** Draws the day of a meeting that was agreed on a day; -1 if it is never. */
  static int meetingDay(RandomGenerator random, Seller seller, int callDay) {
    return seller.workdayAfter(callDay, 2 + random.nextInt(7));
  }

  /** Draws the day on which the opportunity of a meeting is opened; -1 if it is never. */
  static int openingDay(RandomGenerator random, Seller seller, int meetingDay) {
    return seller.workdayAfter(meetingDay, Draws.pick(random, OPENING_LAG));
  }
}
