package dev.guidepost.targets.reach;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.credit.Motion;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How many wins what is left of a goal takes on average, by what they do for the customer: accounts
 * to win, growth in existing ones, renewals.
 *
 * @param motions the wins by motion, in order of motions; unmodifiable
 * @param wins how many won deals with a motion the mix stands on
 */
public record AccountsNeeded(List<OfMotion> motions, long wins) {

  /**
   * The wins of one motion.
   *
   * @param motion what they do for the customer
   * @param count how many are needed, whole, at least 1
   * @param size what one brings on average
   */
  public record OfMotion(Motion motion, long count, double size) {

    /** Returns count, what it is and size, such as {@code "3 new accounts at 12,000"}. */
    @Override
    public String toString() {
      String what =
          switch (motion) {
            case NEW -> count == 1 ? "new account" : "new accounts";
            case EXPANSION -> count == 1 ? "expansion" : "expansions";
            case RENEWAL -> count == 1 ? "renewal" : "renewals";
          };
      return String.format(Locale.ROOT, "%,d %s at %,.0f", count, what, size);
    }
  }

  /**
   * Creates needed wins.
   *
   * @param motions the wins by motion
   * @param wins how many won deals with a motion the mix stands on
   */
  public AccountsNeeded {
    motions = ImmutableList.copyOf(motions);
  }

  /**
   * Returns how many wins in all.
   *
   * @return the sum of the counts
   */
  public long total() {
    return motions.stream().mapToLong(OfMotion::count).sum();
  }

  /** Returns the wins by motion on one line. */
  @Override
  public String toString() {
    return motions.stream().map(OfMotion::toString).collect(Collectors.joining(", "));
  }
}
