package dev.guidepost.targets.funnel;

import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * An open deal and what may come of it by a date.
 *
 * @param deal the deal, open
 * @param state whether it counts
 * @param age its age in days on the as-of day, if its day of opening is known
 * @param chance the chance that it is won by the date, 0 to 1; 0 unless it is live
 * @param ifWon what it brings if it is won: all of it, or the part that counts for somebody
 */
public record DealOutlook(Deal deal, State state, OptionalInt age, double chance, Quantity ifWon) {

  /** Whether an open deal counts. */
  public enum State {
    /** Young enough to be won. */
    LIVE,
    /** Older than any deal that was won: counts as 0. */
    STALE,
    /** Without a day of opening: cannot be judged, counts as 0. */
    UNDATED
  }

  /**
   * Returns what the deal is worth on average.
   *
   * @return chance times amount
   */
  public double expected() {
    return chance * ifWon.toDouble();
  }

  /** The same deal where another part of it counts. */
  DealOutlook bringing(Quantity part) {
    return part.equals(ifWon) ? this : new DealOutlook(deal, state, age, chance, part);
  }

  /** Returns label, stage, age and chance on one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s (%s%s): %s",
        deal.label(),
        deal.stage(),
        age.isPresent() ? ", " + age.getAsInt() + " days" : "",
        state == State.LIVE
            ? String.format(Locale.ROOT, "%.0f %% of %s", chance * 100, ifWon.print())
            : state.name().toLowerCase(Locale.ROOT) + ", counts as 0");
  }
}
