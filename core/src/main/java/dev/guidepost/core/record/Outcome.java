package dev.guidepost.core.record;

/** What became of a deal. */
public enum Outcome {
  /** Neither won nor lost. */
  OPEN,
  /** The customer bought. */
  WON,
  /** The customer did not buy. */
  LOST
}
