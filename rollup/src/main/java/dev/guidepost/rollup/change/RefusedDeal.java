package dev.guidepost.rollup.change;

import dev.guidepost.core.id.DealId;
import java.util.Objects;

/**
 * A deal that is in neither outlook, as its amount cannot be divided.
 *
 * @param deal the deal
 * @param label what people call it
 * @param reason what must hold of which metric on which day, and what does not
 */
public record RefusedDeal(DealId deal, String label, String reason) {

  /**
   * Creates a refusal.
   *
   * @param deal the deal
   * @param label what people call it
   * @param reason what must hold and what does not
   */
  public RefusedDeal {
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
