package dev.guidepost.rollup.attainment;

import dev.guidepost.core.goal.Target;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;

/** Which days of a period the periods of some targets hold. */
final class Days {

  private final Period whole;
  private final BitSet held = new BitSet();

  Days(Period whole, List<Target> targets) {
    this.whole = whole;
    targets.forEach(target -> held.set(at(target.period().start()), at(target.period().end())));
  }

  /** The place of a day, or of the end it lies beyond. */
  private int at(LocalDate day) {
    long days = ChronoUnit.DAYS.between(whole.start(), day);
    return (int) Math.max(0, Math.min(whole.days(), days));
  }

  boolean all() {
    return held.cardinality() == whole.days();
  }

  /** Tells whether a day is held; the day must lie in the period. */
  boolean contains(int epochDay) {
    return held.get(epochDay - (int) whole.start().toEpochDay());
  }

  /** Tells whether all days of another part of the same period are held, too. */
  boolean containsAll(Days other) {
    BitSet more = (BitSet) other.held.clone();
    more.andNot(held);
    return more.isEmpty();
  }

  /** Returns such as {@code "275 of 365 days"}. */
  @Override
  public String toString() {
    return held.cardinality() + " of " + whole.days() + " days";
  }
}
