package dev.guidepost.core.goal;

import dev.guidepost.core.quantity.Ratio;
import java.util.Objects;

/** A share that was attained, or the reason why there is none. */
public sealed interface Score {

  /**
   * A share.
   *
   * @param ratio how much of what; 1 is exactly what was asked for; below 0 where that is how it is
   */
  record Known(Ratio ratio) implements Score {

    /**
     * Creates a score.
     *
     * @param ratio how much of what
     * @throws IllegalArgumentException if it is of 0
     */
    public Known {
      if (ratio.denominator().signum() == 0) {
        throw new IllegalArgumentException("score must be of more than 0, but was " + ratio);
      }
    }

    /** Returns the share in percent, such as {@code "266.7 %"}. */
    @Override
    public String toString() {
      return ratio.percent(1);
    }
  }

  /**
   * There can be no share.
   *
   * @param reason why
   */
  record NotApplicable(String reason) implements Score {

    /**
     * Creates a score.
     *
     * @param reason why
     */
    public NotApplicable {
      Objects.requireNonNull(reason, "reason");
    }

    /** Returns such as {@code "not applicable: no target"}. */
    @Override
    public String toString() {
      return "not applicable: " + reason;
    }
  }

  /**
   * Nobody knows yet: never zero, and never well done.
   *
   * @param reason why
   */
  record NotEnoughData(String reason) implements Score {

    /**
     * Creates a score.
     *
     * @param reason why
     * @throws IllegalArgumentException if it is blank
     */
    public NotEnoughData {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("reason must say what is missing, but was blank");
      }
    }

    /** Returns such as {@code "not enough data: no deal has closed"}. */
    @Override
    public String toString() {
      return "not enough data: " + reason;
    }
  }
}
