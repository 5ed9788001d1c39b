package dev.guidepost.rollup.change;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One change of one deal, and what it does to the outlook of a person or a unit.
 *
 * @param deal the deal
 * @param label what people call it
 * @param kind what happened
 * @param effect by how much the outlook changed, negative if it is less; 0 of a win, and of a deal
 *     that nobody has given an amount
 * @param outcome what the deal is on the last day: open, won or lost
 * @param before the day on which it was to close, or had closed, as known on the first day
 * @param after the day on which it is to close, or closed, as known on the last day
 */
public record Change(
    DealId deal,
    String label,
    ChangeKind kind,
    Quantity effect,
    Outcome outcome,
    Optional<LocalDate> before,
    Optional<LocalDate> after) {

  /**
   * Creates a change.
   *
   * @param deal the deal
   * @param label what people call it
   * @param kind what happened
   * @param effect by how much the outlook changed
   * @param outcome what the deal is on the last day
   * @param before the day on which it was to close
   * @param after the day on which it is to close
   */
  public Change {
    Objects.requireNonNull(deal, "deal");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(effect, "effect");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
  }

  /** Returns what people call a deal, and its id if that does not end with it. */
  static String named(String label, DealId deal) {
    return label.equals(deal.value()) || label.endsWith(" " + deal)
        ? label
        : label + " (" + deal + ")";
  }

  /** Returns such as {@code "to close 2027-01-20, was 2026-12-10"}. */
  String course() {
    String how =
        switch (outcome) {
          case OPEN -> "to close ";
          case WON -> "won ";
          case LOST -> "lost ";
        };
    List<String> days = new ArrayList<>();
    after.ifPresent(day -> days.add(how + day));
    before.filter(day -> !before.equals(after)).ifPresent(day -> days.add("was " + day));
    return String.join(", ", days);
  }

  /** Returns it on one line, such as {@code "Elton Group (d7): pushed -70,000"}. */
  @Override
  public String toString() {
    return named(label, deal) + ": " + kind + " " + effect.print();
  }
}
