package dev.guidepost.core.goal;

import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import java.util.Optional;

/** How an amount is held against another, whichever way is better. */
final class Scoring {

  private Scoring() {}

  /** Refuses amounts that contradict the way that is better. */
  static void requireFit(
      Target.Key key,
      Direction direction,
      Quantity amount,
      Optional<Quantity> threshold,
      Optional<Quantity> stretch) {
    if (direction instanceof Direction.Within within) {
      if (advance(within, amount, amount).signum() < 0) {
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
    if (advance(direction, better, worse).signum() < 0) {
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

  /** How far an amount is on the good side of a yardstick; negative if it falls short. */
  static Quantity advance(Direction direction, Quantity actual, Quantity yardstick) {
    if (direction instanceof Direction.Higher) {
      return actual.minus(yardstick);
    }
    if (direction instanceof Direction.Lower) {
      return yardstick.minus(actual);
    }
    Direction.Within band = (Direction.Within) direction;
    if (actual.compareTo(band.low()) < 0) {
      return actual.minus(band.low());
    }
    return actual.compareTo(band.high()) > 0 ? band.high().minus(actual) : Quantity.ZERO;
  }

  /** One plus the advance over the size of the yardstick. */
  static Score score(Direction direction, Quantity actual, Quantity yardstick) {
    if (yardstick.signum() == 0) {
      return new Score.NotApplicable("there is no percentage of 0");
    }
    Quantity size = yardstick.abs();
    return new Score.Known(new Ratio(size.plus(advance(direction, actual, yardstick)), size));
  }
}
