package dev.guidepost.rollup.change;

import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** How a deal stood as known on a day, and whether it counts in the outlook of a period. */
final class Standing {

  final Outcome outcome;

  /** The day on which it closed, or while it is open is to close. */
  final Optional<LocalDate> closing;

  final Quantity amount;
  final boolean counts;
  private final boolean hasAmount;
  private final Credit credit;
  private final LocalDate day;

  /** The day by whose tree it counts: that of closing if it is won, as in a roll-up as it was. */
  private final LocalDate placed;

  private final int scale;

  private Standing(Deal deal, LocalDate day, Period period, CreditRules rules, int scale) {
    this.day = day;
    this.scale = scale;
    outcome = deal.outcome();
    closing = outcome == Outcome.OPEN ? deal.expectedClose() : deal.closed();
    placed = outcome == Outcome.WON ? closing.orElse(day) : day;
    amount = deal.amount().orElse(Quantity.ZERO);
    hasAmount = deal.amount().isPresent();
    credit = deal.creditBy(rules, day);
    counts = outcome != Outcome.LOST && closing.map(period::contains).orElse(false);
  }

  /** Returns how a deal stood, or empty if it was not on record. */
  static Optional<Standing> of(
      Deal deal, LocalDate day, Period period, CreditRules rules, int scale) {
    return deal.asOf(day).map(known -> new Standing(known, day, period, rules, scale));
  }

  /** Returns what counts at a node, by where its participants stood. */
  Quantity at(BiPredicate<PartyId, LocalDate> node) {
    return counts ? part(amount, node) : Quantity.ZERO;
  }

  /** Returns what of an amount would have counted at a node. */
  Quantity part(Quantity of, BiPredicate<PartyId, LocalDate> node) {
    Quantity sum = Quantity.ZERO;
    for (Map.Entry<PartyId, Quantity> share : credit.divide(of, scale).entrySet()) {
      sum = node.test(share.getKey(), placed) ? sum.plus(share.getValue()) : sum;
    }
    return sum;
  }

  /** Tells whether it counts and anybody at a node has a part in it. */
  boolean concerns(BiPredicate<PartyId, LocalDate> node) {
    return counts && credits(node);
  }

  /** Tells whether anybody at a node has a part in it, wherever it counts. */
  boolean credits(BiPredicate<PartyId, LocalDate> node) {
    return credit.shares().keySet().stream().anyMatch(party -> node.test(party, placed));
  }

  /** Returns that it counts but has no amount; empty if it has one, or does not count. */
  Optional<String> absence() {
    return counts && !hasAmount ? Optional.of("no amount as known on " + day) : Optional.empty();
  }

  /** Returns why its amount cannot be divided; empty if it can, or does not count. */
  Optional<String> refusal() {
    try {
      if (counts) {
        amount.unscaledAt(scale);
      }
      return Optional.empty();
    } catch (ArithmeticException e) {
      return Optional.of(e.getMessage() + " as known on " + day);
    }
  }
}
