package dev.guidepost.rollup.attainment;

import dev.guidepost.core.goal.Attainment;
import dev.guidepost.core.goal.Score;
import dev.guidepost.core.quantity.Fraction;
import java.util.Optional;

/** Shares of targets as exact numbers. */
final class Shares {

  private Shares() {}

  /** Returns the share attained, if there is one. */
  static Optional<Fraction> of(Attainment attainment) {
    return attainment.score() instanceof Score.Known known
        ? Optional.of(
            Fraction.of(known.ratio().numerator()).over(Fraction.of(known.ratio().denominator())))
        : Optional.empty();
  }

  /** Compares by the share attained; those without one come last. */
  static int lowestFirst(Optional<Attainment> one, Optional<Attainment> other) {
    Optional<Fraction> first = one.flatMap(Shares::of);
    Optional<Fraction> second = other.flatMap(Shares::of);
    return first.isPresent() && second.isPresent()
        ? first.get().compareTo(second.get())
        : Boolean.compare(first.isEmpty(), second.isEmpty());
  }

  static String percent(Fraction share) {
    return share.percent(1).toPlainString() + " %";
  }
}
