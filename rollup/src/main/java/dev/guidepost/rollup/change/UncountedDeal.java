package dev.guidepost.rollup.change;

import dev.guidepost.core.id.DealId;
import java.util.Objects;

/**
 * A deal that adds nothing to an outlook in which it would count: its amount cannot be divided, or
 * it has none.
 *
 * @param deal the deal
 * @param label what people call it
 * @param reason what must hold of which metric on which day and what does not, or on which day it
 *     has no amount
 */
public record UncountedDeal(DealId deal, String label, String reason) {

  /**
   * Creates a deal that is not counted.
   *
   * @param deal the deal
   * @param label what people call it
   * @param reason why
   */
  public UncountedDeal {
    Objects.requireNonNull(deal, "deal");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(reason, "reason");
  }

  /** Returns it on one line, such as {@code "Elton Group (d7): bookings: amount must have ..."}. */
  @Override
  public String toString() {
    return Change.named(label, deal) + ": " + reason;
  }
}
