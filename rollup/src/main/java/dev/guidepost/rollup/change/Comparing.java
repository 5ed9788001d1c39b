package dev.guidepost.rollup.change;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Collects the changes of deals at one node. */
final class Comparing {

  private final BiPredicate<PartyId, LocalDate> node;
  private final List<Change> changes = new ArrayList<>();
  private Quantity before = Quantity.ZERO;
  private Quantity after = Quantity.ZERO;

  Comparing(BiPredicate<PartyId, LocalDate> node) {
    this.node = node;
  }

  /** Tells whether a deal counts here on either day. */
  boolean concerns(Optional<Standing> first, Optional<Standing> last) {
    return (first.isPresent() && first.get().concerns(node))
        || (last.isPresent() && last.get().concerns(node));
  }

  /** Returns that a deal counts here as it stood on a day, and had no amount then. */
  Optional<String> absence(Standing standing) {
    return standing.concerns(node) ? standing.absence() : Optional.empty();
  }

  /** Takes a deal as it stood on the first day and on the last. */
  void add(Deal deal, Optional<Standing> first, Optional<Standing> last, LocalDate from) {
    if (!concerns(first, last)) {
      return;
    }
    Quantity had = first.map(standing -> standing.at(node)).orElse(Quantity.ZERO);
    Quantity has = last.map(standing -> standing.at(node)).orElse(Quantity.ZERO);
    before = before.plus(had);
    after = after.plus(has);
    Standing now = last.orElseThrow(); // what was on record stays there
    if (first.isPresent() && first.get().counts && now.counts) {
      stayed(deal, first.get(), now, had, has);
    } else {
      put(deal, kind(deal, first, now, from), has.minus(had), first, now);
    }
    mark(first, now).ifPresent(kind -> put(deal, kind, Quantity.ZERO, first, now));
  }

  /** Returns what is noted beside the line that has the effect: a win, or one taken back. */
  private Optional<ChangeKind> mark(Optional<Standing> first, Standing now) {
    Optional<Standing> won = first.filter(standing -> standing.outcome == Outcome.WON);
    if (now.outcome == Outcome.WON) {
      return won.isEmpty() && now.credits(node) ? Optional.of(ChangeKind.WON) : Optional.empty();
    }
    return won.filter(was -> was.credits(node))
        .filter(
            was -> now.outcome == Outcome.LOST || was.counts == now.counts) // else it has a line
        .map(was -> ChangeKind.TAKEN_BACK);
  }

  /** In both outlooks: first the new amount for those who had it, then for those who have it. */
  private void stayed(Deal deal, Standing first, Standing now, Quantity had, Quantity has) {
    Optional<Standing> then = Optional.of(first);
    Quantity worth = first.part(now.amount, node).minus(had);
    if (worth.signum() != 0) {
      boolean more = now.amount.compareTo(first.amount) > 0; // a part may go the other way
      put(deal, more ? ChangeKind.MORE : ChangeKind.LESS, worth, then, now);
    }
    Quantity moved = has.minus(had).minus(worth);
    if (moved.signum() != 0) {
      put(deal, ChangeKind.MOVED, moved, then, now);
    }
  }

  /** Returns why a deal came into the outlook, or left it. */
  private static ChangeKind kind(
      Deal deal, Optional<Standing> first, Standing now, LocalDate from) {
    if (first.isEmpty()) {
      boolean late = deal.opened().map(opened -> !opened.isAfter(from)).orElse(false);
      return late ? ChangeKind.LATE : ChangeKind.CREATED;
    }
    Standing was = first.get();
    if (now.outcome == Outcome.LOST) {
      return ChangeKind.LOST;
    }
    if (was.outcome == Outcome.LOST) {
      return ChangeKind.REOPENED;
    }
    if (was.outcome == Outcome.WON && now.outcome == Outcome.OPEN) {
      return ChangeKind.TAKEN_BACK;
    }
    if (was.closing.isEmpty() || now.closing.isEmpty()) {
      return now.closing.isEmpty() ? ChangeKind.UNDATED : ChangeKind.DATED;
    }
    return now.closing.get().isBefore(was.closing.get()) ? ChangeKind.PULLED_IN : ChangeKind.PUSHED;
  }

  private void put(
      Deal deal, ChangeKind kind, Quantity effect, Optional<Standing> first, Standing now) {
    changes.add(
        new Change(
            deal.id(),
            deal.label(),
            kind,
            effect,
            now.outcome,
            first.flatMap(standing -> standing.closing),
            now.closing));
  }

  OutlookChange change(
      String subject,
      UnitOfMeasure unit,
      List<UncountedDeal> refused,
      List<UncountedDeal> withoutAmount) {
    return new OutlookChange(subject, unit, before, after, changes, refused, withoutAmount);
  }
}
