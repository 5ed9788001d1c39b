package dev.guidepost.rollup.attainment;

import java.util.Locale;

/** Which of target and actual amount there is. */
public enum Sides {
  /** Both. */
  BOTH,
  /** An actual amount that nobody had a target for. */
  ACTUAL_ONLY,
  /** A target of which nothing was reached, or nothing is known. */
  TARGET_ONLY,
  /** Neither. */
  NEITHER;

  /** Returns such as {@code "actual only"}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
