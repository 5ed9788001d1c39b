package dev.guidepost.rollup.change;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.explain.TextTable;
import dev.guidepost.core.quantity.Amount;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * How the outlook of a person or a unit changed: {@code before + effects = after}.
 *
 * @param subject whose, of which period, between which days
 * @param unit the currency
 * @param before the outlook as known on the first day
 * @param after the outlook as known on the last day
 * @param changes what happened, by kind, the largest effect first, then by deal; unmodifiable
 * @param refused deals that count here on one of the days and are in neither outlook, as their
 *     amounts cannot be divided, in the order of ids; unmodifiable
 * @param withoutAmount deals that count here on one of the days and had no amount then, so that
 *     they are 0 in its outlook, in the order of ids; unmodifiable
 */
public record OutlookChange(
    String subject,
    UnitOfMeasure unit,
    Quantity before,
    Quantity after,
    List<Change> changes,
    List<UncountedDeal> refused,
    List<UncountedDeal> withoutAmount) {

  private static final Comparator<Change> ORDER =
      Comparator.comparing(Change::kind)
          .thenComparing(change -> change.effect().abs(), Comparator.reverseOrder())
          .thenComparing(Change::deal);

  /**
   * Creates a change of an outlook.
   *
   * @param subject whose, of which period, between which days
   * @param unit the currency
   * @param before the outlook as known on the first day
   * @param after the outlook as known on the last day
   * @param changes what happened, in any order
   * @param refused deals that are in neither outlook, in the order of ids
   * @param withoutAmount deals that had no amount, in the order of ids
   * @throws IllegalArgumentException if the changes do not add up to the difference
   */
  public OutlookChange {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(unit, "unit");
    changes = ImmutableList.sortedCopyOf(ORDER, changes);
    refused = ImmutableList.copyOf(refused);
    withoutAmount = ImmutableList.copyOf(withoutAmount);
    Quantity sum = before;
    for (Change change : changes) {
      sum = sum.plus(change.effect());
    }
    if (!sum.equals(after)) {
      throw new IllegalArgumentException(
          "changes must add up from " + before + " to " + after + ", but gave " + sum);
    }
  }

  /**
   * Returns by how much the outlook changed.
   *
   * @return after less before
   */
  public Quantity difference() {
    return after.minus(before);
  }

  /**
   * Returns the changes of one kind.
   *
   * @param kind the kind
   * @return the changes, the largest effect first; unmodifiable
   */
  public List<Change> of(ChangeKind kind) {
    return changes.stream().filter(change -> change.kind() == kind).toList();
  }

  /**
   * Returns the effect of all changes of one kind.
   *
   * @param kind the kind
   * @return the sum, 0 without any
   */
  public Quantity effect(ChangeKind kind) {
    return of(kind).stream().map(Change::effect).reduce(Quantity.ZERO, Quantity::plus);
  }

  /**
   * Explains the outlook of the last day: the one of the first day, and each change; deals that
   * were refused or had no amount come last, with 0 and the reason.
   *
   * @return the explanation, whose parts add up
   */
  public Explanation explain() {
    List<Explanation.Part> parts = new ArrayList<>();
    parts.add(new Explanation.Part("before", before, ""));
    for (Change change : changes) {
      String what = change.kind() + " " + Change.named(change.label(), change.deal());
      parts.add(new Explanation.Part(what, change.effect(), change.course()));
    }
    add(parts, "refused", refused);
    add(parts, "without amount", withoutAmount);
    return Explanation.of("Outlook of " + subject, parts);
  }

  private static void add(List<Explanation.Part> parts, String why, List<UncountedDeal> uncounted) {
    for (UncountedDeal deal : uncounted) {
      String what = why + " " + Change.named(deal.label(), deal.deal());
      parts.add(new Explanation.Part(what, Quantity.ZERO, deal.reason()));
    }
  }

  /**
   * Returns a line for each kind of change that occurred, and one each for deals that were refused
   * and for those that had no amount.
   *
   * @return the table, plain ASCII but for names, lines ending in {@code \n}
   */
  public String print() {
    TextTable.Builder table = TextTable.builder("Outlook of " + subject, ">deals", ">effect");
    table.row("before", "", number(before));
    for (ChangeKind kind : ChangeKind.values()) {
      if (!of(kind).isEmpty()) {
        table.row(kind.toString(), Integer.toString(of(kind).size()), signed(effect(kind)));
      }
    }
    table.row("after", "", number(after));
    if (!refused.isEmpty()) {
      table.row("refused", Integer.toString(refused.size()), "");
    }
    if (!withoutAmount.isEmpty()) {
      table.row("without amount", Integer.toString(withoutAmount.size()), "");
    }
    return table.build().toString();
  }

  private String number(Quantity amount) {
    return new Amount(amount, unit).printNumber();
  }

  private String signed(Quantity amount) {
    return (amount.signum() > 0 ? "+" : "") + number(amount);
  }

  /** Returns such as {@code "-62,000 USD: lost -14,000 (1), pushed -48,000 (3)"}. */
  @Override
  public String toString() {
    List<String> kinds = new ArrayList<>();
    for (ChangeKind kind : ChangeKind.values()) {
      if (!of(kind).isEmpty()) {
        kinds.add(kind + " " + signed(effect(kind)) + " (" + of(kind).size() + ")");
      }
    }
    Amount difference = new Amount(difference(), unit);
    return (difference().signum() > 0 ? "+" : "")
        + difference.print()
        + ": "
        + (kinds.isEmpty() ? "nothing happened" : String.join(", ", kinds))
        + (refused.isEmpty() ? "" : "; " + refused.size() + " refused")
        + (withoutAmount.isEmpty() ? "" : "; " + withoutAmount.size() + " without amount");
  }
}
