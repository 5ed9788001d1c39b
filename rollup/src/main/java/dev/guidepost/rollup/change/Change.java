package dev.guidepost.rollup.change;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One change of one deal, and what it does to the outlook of a person or a unit.
 *
 * @param deal the deal
 * @param label what people call it
 * @param kind what happened
 * @param effect by how much the outlook changed, negative if it is less; 0 of a deal that was in
 *     the outlook before it was won, or that nobody has given an amount
 * @param before the day on which it was to close, or had closed, as known on the first day
 * @param after the day on which it is to close, or closed, as known on the last day
 */
public record Change(
    DealId deal,
    String label,
    ChangeKind kind,
    Quantity effect,
    Optional<LocalDate> before,
    Optional<LocalDate> after) {

  /**
   * Creates a change.
   *
   * @param deal the deal
   * @param label what people call it
   * @param kind what happened
   * @param effect by how much the outlook changed
   * @param before the day on which it was to close
   * @param after the day on which it is to close
   */
  public Change {
    Objects.requireNonNull(deal, "deal");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(effect, "effect");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
  }

  /** Returns it on one line, such as {@code "Elton Group: pushed -70,000"}. */
  @Override
  public String toString() {
    return label + ": " + kind + " " + effect.print();
  }
}
