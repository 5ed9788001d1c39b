package dev.guidepost.core.goal;

import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How an amount is held against another, whichever way is better.
 *
 * @param direction which way is better
 * @param yardstick what the amount is held against
 * @param scale by how much the ends of a band are multiplied
 * @param shift what is added to the ends of a band
 */
record Scoring(Direction direction, Quantity yardstick, Fraction scale, Fraction shift) {

  private static final Fraction ONE = Fraction.of(1);

  /** Held against a target as it is. */
  static Scoring of(Direction direction, Quantity yardstick) {
    return new Scoring(direction, yardstick, ONE, Fraction.ZERO);
  }

  /**
   * Held against what is due of an aim: the band around the aim shrinks or grows as what is due
   * does, so that what is due lies in it as the aim does. A band around 0 has no proportion to keep
   * and is moved instead.
   */
  static Scoring due(Direction direction, Quantity aim, Quantity due) {
    return aim.signum() == 0
        ? new Scoring(direction, due, ONE, Fraction.of(due))
        : new Scoring(direction, due, Fraction.of(due).over(Fraction.of(aim)), Fraction.ZERO);
  }

  /** Refuses amounts that contradict the way that is better. */
  static void requireFit(
      Target.Key key,
      Direction direction,
      Quantity amount,
      Optional<Quantity> threshold,
      Optional<Quantity> stretch) {
    if (direction instanceof Direction.Within within) {
      if (of(within, amount).advance(amount).signum() < 0) {
        throw new IllegalArgumentException(key + " must lie " + direction + ", but was " + amount);
      }
      if (threshold.isPresent() || stretch.isPresent()) {
        throw new IllegalArgumentException(
            key + " must have neither threshold nor stretch, as it is good " + direction);
      }
    } else {
      threshold.ifPresent(least -> requireAhead(key, "amount", direction, amount, least));
      stretch.ifPresent(most -> requireAhead(key, "stretch", direction, most, amount));
    }
  }

  private static void requireAhead(
      Target.Key key, String what, Direction direction, Quantity better, Quantity worse) {
    if (of(direction, worse).advance(better).signum() < 0) {
      throw new IllegalArgumentException(
          what
              + " of "
              + key
              + " must be as good as "
              + worse
              + " where "
              + direction
              + ", but was "
              + better);
    }
  }

  /** How far an amount is on the good side of the yardstick; negative if it falls short. */
  Fraction advance(Quantity actual) {
    Fraction reached = Fraction.of(actual);
    Fraction mark = Fraction.of(yardstick);
    if (direction instanceof Direction.Higher) {
      return reached.minus(mark);
    }
    if (direction instanceof Direction.Lower) {
      return mark.minus(reached);
    }
    Direction.Within band = (Direction.Within) direction;
    Fraction one = end(band.low());
    Fraction other = end(band.high());
    Fraction low = one.compareTo(other) <= 0 ? one : other; // what is due may have the other sign
    Fraction high = one.compareTo(other) <= 0 ? other : one;
    if (reached.compareTo(low) < 0) {
      return reached.minus(low);
    }
    return reached.compareTo(high) > 0 ? high.minus(reached) : Fraction.ZERO;
  }

  private Fraction end(Quantity end) {
    return Fraction.of(end).times(scale).plus(shift);
  }

  /** Whether an amount lies above a band. */
  boolean above(Quantity actual) {
    return direction instanceof Direction.Within
        && advance(actual).signum() < 0
        && actual.compareTo(yardstick) > 0;
  }

  /** The advance as an amount: rounded away from zero, so that no distance is lost. */
  Quantity distance(Quantity actual) {
    return Quantity.of(rounded(advance(actual)));
  }

  private static BigDecimal rounded(Fraction exact) {
    return exact.round(Quantity.MAX_SCALE, RoundingMode.UP);
  }

  /** One plus the advance over the size of the yardstick. */
  Score score(Quantity actual) {
    if (yardstick.signum() == 0) {
      return new Score.NotApplicable("there is no percentage of 0");
    }
    BigDecimal size = yardstick.toBigDecimal().abs();
    return new Score.Known(
        new Ratio(Quantity.of(size.add(rounded(advance(actual)))), Quantity.of(size)));
  }

  /** What the score prints as, also where its parts do not fit 64 bits. */
  String print(Quantity actual) {
    if (yardstick.signum() == 0) {
      return "no percentage of 0";
    }
    Fraction mark = Fraction.of(yardstick);
    Fraction size = mark.signum() < 0 ? Fraction.ZERO.minus(mark) : mark;
    return ONE.plus(advance(actual).over(size)).percent(1).toPlainString() + " %";
  }
}
