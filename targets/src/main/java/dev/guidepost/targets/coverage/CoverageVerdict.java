package dev.guidepost.targets.coverage;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a multiple that is asked of everybody asks of one.
 *
 * @param need what is needed at the person's own rates
 * @param imposed the multiple that is asked for, above 0
 */
public record CoverageVerdict(CoverageNeed need, double imposed) {

  /** Differences below that print as none. */
  private static final double SLIGHT = 0.05;

  /**
   * Creates a verdict; see {@link CoverageNeed#against}.
   *
   * @param need what is needed
   * @param imposed the multiple that is asked for
   */
  public CoverageVerdict {
    Objects.requireNonNull(need, "need");
  }

  /**
   * Returns how much too much is asked.
   *
   * @return imposed less needed, negative if too little is asked; empty if no credible number would
   *     do
   */
  public OptionalDouble excess() {
    return need.multiple().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(imposed - need.multiple().getAsDouble());
  }

  /**
   * Returns the chance to reach the target with the imposed multiple.
   *
   * @return 0 to 1; empty if the need is on average
   */
  public OptionalDouble chance() {
    return need.chanceOf(imposed);
  }

  /**
   * Returns the verdict in words, such as {@code "a flat 3x asks 0.9x too little of Cai and gives
   * 61 %"}.
   */
  @Override
  public String toString() {
    String flat =
        "a flat "
            + (imposed == Math.rint(imposed)
                ? String.format(Locale.ROOT, "%.0fx", imposed)
                : String.format(Locale.ROOT, "%.1fx", imposed));
    String gives = chance().isEmpty() ? "" : " and gives " + percent(chance().getAsDouble());
    if (excess().isEmpty()) {
      return flat + " is not enough for " + need.who() + gives + ": no credible multiple is";
    }
    return flat + " asks " + asks() + gives;
  }

  /**
   * Returns how much is asked too much or too little, without what is asked.
   *
   * @return such as {@code "0.9x too little of Cai"}; {@code "not enough of Cai"} if no credible
   *     multiple is
   */
  public String asks() {
    if (excess().isEmpty()) {
      return "not enough of " + need.who();
    }
    double excess = excess().getAsDouble();
    return Math.abs(excess) < SLIGHT
        ? "as much of " + need.who() + " as it takes"
        : String.format(
            Locale.ROOT,
            "%.1fx too %s of %s",
            Math.abs(excess),
            excess < 0 ? "little" : "much",
            need.who());
  }

  private static String percent(double chance) {
    return chance > 0 && chance < 0.005
        ? "under 1 %"
        : chance < 1 && chance >= 0.995
            ? "over 99 %"
            : String.format(Locale.ROOT, "%.0f %%", chance * 100);
  }
}
