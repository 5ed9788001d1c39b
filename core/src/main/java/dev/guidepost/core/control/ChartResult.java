package dev.guidepost.core.control;

/** A chart, or the reason why there is none. */
public sealed interface ChartResult permits ControlChart, ChartResult.NotEnoughData {

  /**
   * There are too few points to know what is usual.
   *
   * @param reason what is missing
   */
  record NotEnoughData(String reason) implements ChartResult {

    /** Returns the reason after "not enough data". */
    @Override
    public String toString() {
      return "not enough data: " + reason;
    }
  }
}
