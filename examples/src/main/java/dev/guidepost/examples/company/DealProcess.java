package dev.guidepost.examples.company;

import java.util.random.RandomGenerator;

/**
 * How a deal moves: each working day it may go on to the next stage, be lost, or be forgotten
 * without a word. How likely that is depends on seller, stage, the deal's hidden quality, how near
 * the buyer's hidden deadline is, and the day. At the deadline it is lost or forgotten, so nothing
 * is won at an age of {@link #DEADLINE} days or more.
 *
 * <p>Quality and deadline are one of a few hidden classes, so that chances are exact sums.
 */
final class DealProcess {

  /** The names of the stages, in order. */
  static final String[] STAGES = {"Discovery", "Evaluation", "Proposal", "Decision"};

  /** The ages at which buyers stop waiting. */
  static final int[] DEADLINES = {60, 100, 150};

  /** The largest of {@link #DEADLINES}. */
  static final int DEADLINE = 150;

  private static final double[] QUALITY = {0.10, 0.22, 0.36, 0.22, 0.10};
  private static final double[] KEENER = {0.62, 0.80, 1.00, 1.22, 1.45};
  private static final double[] WARIER = {1.60, 1.25, 1.00, 0.80, 0.62};
  private static final double[] FORGET = {0.008, 0.007, 0.006, 0.004};
  private static final int CLASSES = QUALITY.length * DEADLINES.length;
  private static final int HURRY = 20;
  private static final double HURRIED = 1.5;
  private static final int LAST_STAGE = STAGES.length - 1;

  private final Season season;

  DealProcess(Season season) {
    this.season = season;
  }

  private static int deadline(int hidden) {
    return DEADLINES[hidden % DEADLINES.length];
  }

  private static double weight(Seller seller, int hidden) {
    return QUALITY[hidden / DEADLINES.length]
        * seller.traits().deadlines[hidden % DEADLINES.length];
  }

  private boolean moves(Seller seller, int day) {
    return season.workday(day) && day < seller.left();
  }

  private double advance(Seller seller, int hidden, int stage, int age, int day) {
    double hazard =
        seller.traits().advance[stage] * seller.pace() * KEENER[hidden / DEADLINES.length];
    hazard *= season.going(stage == LAST_STAGE, day);
    if (age > deadline(hidden) - HURRY) {
      hazard *= HURRIED;
    }
    if (stage == LAST_STAGE) {
      hazard *= season.deciding(day);
    }
    return Math.min(0.8, hazard);
  }

  private static double lose(Seller seller, int hidden, int stage) {
    return Math.min(
        0.15, seller.traits().lose[stage] * seller.friction() * WARIER[hidden / DEADLINES.length]);
  }

  /** Draws the hidden class of a new deal. */
  static int hidden(RandomGenerator random, Seller seller) {
    int quality = Draws.pick(random, QUALITY);
    return quality * DEADLINES.length + Draws.pick(random, seller.traits().deadlines);
  }

  /** Moves a deal from its opening to a day, included. */
  void run(DealPath path, Seller seller, int hidden, int until, RandomGenerator random) {
    for (int day = path.opened + 1; day <= until; day++) {
      if (!moves(seller, day)) {
        continue;
      }
      int age = day - path.opened;
      double draw = random.nextDouble();
      if (age >= deadline(hidden)) {
        if (draw < 0.5) {
          path.close(day, false);
        }
        return;
      }
      double advance = advance(seller, hidden, path.stage, age, day);
      double lose = lose(seller, hidden, path.stage);
      if (draw < advance) {
        if (path.stage == LAST_STAGE) {
          path.close(day, true);
          return;
        }
        path.enter(day);
      } else if (draw < advance + lose) {
        path.close(day, false);
        return;
      } else if (draw < advance + lose + FORGET[path.stage]) {
        return;
      }
    }
  }

  /**
   * Returns, by age, the chance that a deal of a seller that opens on a day is won by then.
   *
   * @return element {@code n} is the chance to be won within {@code n} days of opening, for {@code
   *     n} up to {@code oldest}
   */
  double[] curve(Seller seller, int opened, int oldest) {
    double[][] active = new double[CLASSES][STAGES.length];
    for (int hidden = 0; hidden < CLASSES; hidden++) {
      active[hidden][0] = weight(seller, hidden);
    }
    double[] won = new double[oldest + 1];
    for (int age = 1; age <= oldest; age++) {
      won[age] = won[age - 1] + step(active, seller, opened, opened + age);
    }
    return won;
  }

  /** Moves what is active by a day and returns how much of it is won. */
  private double step(double[][] active, Seller seller, int opened, int day) {
    if (day > season.last || !moves(seller, day)) {
      return 0;
    }
    double won = 0;
    for (int hidden = 0; hidden < CLASSES; hidden++) {
      double[] mass = active[hidden];
      boolean late = day - opened >= deadline(hidden);
      for (int stage = LAST_STAGE; stage >= 0; stage--) {
        double here = mass[stage];
        if (here == 0) {
          continue;
        }
        if (late) {
          mass[stage] = 0;
          continue;
        }
        double advance = advance(seller, hidden, stage, day - opened, day);
        mass[stage] = here * (1 - advance - lose(seller, hidden, stage) - FORGET[stage]);
        if (stage == LAST_STAGE) {
          won += here * advance;
        } else {
          mass[stage + 1] += here * advance;
        }
      }
    }
    return won;
  }

  /**
   * Returns the chance that an open deal is won after a day, up to and including another, given
   * what its record shows at the end of that day: when it was opened, when it entered which stage,
   * and that it is open. Hidden are its class and whether it is forgotten; both are weighed by how
   * well they agree with the record.
   */
  double chance(DealPath path, Seller seller, int known, int end) {
    double[][] active = new double[CLASSES][STAGES.length];
    double forgotten = 0;
    double total = 0;
    for (int hidden = 0; hidden < CLASSES; hidden++) {
      double mass = weight(seller, hidden);
      double silent = 0;
      int stage = 0;
      for (int day = path.opened + 1; day <= known; day++) {
        if (!moves(seller, day)) {
          continue;
        }
        if (day - path.opened >= deadline(hidden)) {
          silent += mass / 2;
          mass = 0;
          if (stage < path.stage) {
            silent = 0;
          }
          break;
        }
        double advance = advance(seller, hidden, stage, day - path.opened, day);
        if (stage < path.stage && path.entered[stage + 1] == day) {
          mass *= advance;
          silent = 0;
          stage++;
        } else {
          silent += mass * FORGET[stage];
          mass *= 1 - advance - lose(seller, hidden, stage) - FORGET[stage];
        }
      }
      active[hidden][path.stage] = mass;
      total += mass;
      forgotten += silent;
    }
    double won = 0;
    int stop = Math.min(end, path.opened + DEADLINE);
    for (int day = known + 1; day <= stop; day++) {
      won += step(active, seller, path.opened, day);
    }
    return won / (total + forgotten);
  }
}
