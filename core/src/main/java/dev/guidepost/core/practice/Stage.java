package dev.guidepost.core.practice;

import dev.guidepost.core.record.Outcome;

/**
 * A stage of a {@linkplain SalesProcess process}.
 *
 * <pre>{@code
 * Stage.open("Propose", "confirms the budget");
 * Stage.won("Won");
 * }</pre>
 *
 * @param name its name
 * @param outcome what a deal is while it is in it
 * @param exitEvent what the buyer does that can be confirmed, before a deal leaves it for a later
 *     one; empty if and only if a deal in it is closed
 */
public record Stage(String name, Outcome outcome, String exitEvent) {
  /**
   * Creates a stage.
   *
   * @param name its name
   * @param outcome what a deal is while it is in it
   * @param exitEvent what the buyer does before a deal leaves it
   * @throws IllegalArgumentException if the name is blank, a stage of open deals has no exit event,
   *     or one of closed deals has
   */
  public Stage {
    if (name.isBlank()) {
      throw new IllegalArgumentException("stage must have a name, but it was blank");
    }
    if ((outcome == Outcome.OPEN) == exitEvent.isBlank()) {
      throw new IllegalArgumentException(
          "stage "
              + name
              + (outcome == Outcome.OPEN
                  ? " must have an exit event, but had none"
                  : " must not have an exit event, as it ends the deal, but had: " + exitEvent));
    }
  }

  /**
   * Returns a stage of open deals.
   *
   * @param name its name
   * @param exitEvent what the buyer does before a deal leaves it for a later one
   * @return the stage
   * @throws IllegalArgumentException if either is blank
   */
  public static Stage open(String name, String exitEvent) {
    return new Stage(name, Outcome.OPEN, exitEvent);
  }

  /**
   * Returns a stage of won deals.
   *
   * @param name its name
   * @return the stage
   * @throws IllegalArgumentException if the name is blank
   */
  public static Stage won(String name) {
    return new Stage(name, Outcome.WON, "");
  }

  /**
   * Returns a stage of lost deals.
   *
   * @param name its name
   * @return the stage
   * @throws IllegalArgumentException if the name is blank
   */
  public static Stage lost(String name) {
    return new Stage(name, Outcome.LOST, "");
  }
}
