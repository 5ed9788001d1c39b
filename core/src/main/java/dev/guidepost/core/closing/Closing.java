package dev.guidepost.core.closing;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import dev.guidepost.core.fact.Fact;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The end of a period's changes: from the day after it was closed, its targets, agreements and
 * credit rules stand as they were.
 *
 * <p>Facts are never frozen. What is recorded later still counts and is late; the figure at closing
 * is that of {@code ledger.known(closing.on())}, today's that of the ledger. What came and what
 * went in between are {@link #late(Ledger)}, so that the figure of a sum at closing and these lines
 * make today's.
 *
 * @param period the period that is closed
 * @param on the day on which it was closed, not before the period's end
 * @param by who closed it
 */
public record Closing(Period period, LocalDate on, PersonId by) {

  /**
   * A fact that came or went after the closing.
   *
   * @param fact the fact
   * @param gone whether it counted at closing and no longer does, as it was withdrawn, moved to
   *     another period or corrected; else it counts today and did not at closing
   */
  public record Late(Fact fact, boolean gone) {

    /**
     * Creates a line.
     *
     * @param fact the fact
     * @param gone whether it counted at closing and no longer does
     */
    public Late {
      Objects.requireNonNull(fact, "fact");
    }

    /**
     * Returns what it changes.
     *
     * @return the amount of the fact, with the other sign if it is gone
     * @throws ArithmeticException if that does not fit 64 bits
     */
    public Quantity change() {
      return gone ? fact.amount().negated() : fact.amount();
    }

    /** Returns the fact on one line, after {@code "gone: "} if it is. */
    @Override
    public String toString() {
      return (gone ? "gone: " : "") + fact;
    }
  }

  /**
   * Creates a closing.
   *
   * @param period the period that is closed
   * @param on the day on which it was closed
   * @param by who closed it
   * @throws IllegalArgumentException if the period was not over by then
   */
  public Closing {
    Objects.requireNonNull(by, "by");
    if (on.isBefore(period.end())) {
      throw new IllegalArgumentException(
          "period must be over to be closed, but " + period + " was closed on " + on);
    }
  }

  /**
   * Returns what differs from the closing: facts of the period that count today and did not then,
   * and facts that counted then and no longer do. A correction is both. A row that was recorded
   * again with the same fact in it changes nothing and is not listed.
   *
   * @param ledger the ledger, or a view of it
   * @return the lines in the order in which the ledger took the facts; unmodifiable
   * @throws dev.guidepost.core.quantity.MissingRateException if the view is converted, and a fact
   *     that was replaced since then needs a rate that is missing or stale
   */
  public List<Late> late(Ledger ledger) {
    Ledger today = ledger.in(period);
    Ledger then = today.known(on);
    Multiset<Fact> went = HashMultiset.create();
    Multiset<Fact> came = HashMultiset.create();
    for (int i = 0; i < today.size(); i++) {
      if (then.includes(i) != today.includes(i)) {
        (then.includes(i) ? went : came).add(said(today.fact(i)));
      }
    }
    Multiset<Fact> kept = HashMultiset.create(Multisets.intersection(went, came));
    Multiset<Fact> again = HashMultiset.create(kept);
    ImmutableList.Builder<Late> lines = ImmutableList.builder();
    for (int i = 0; i < today.size(); i++) {
      if (then.includes(i) != today.includes(i)) {
        boolean gone = then.includes(i);
        if (!(gone ? kept : again).remove(said(today.fact(i)))) {
          lines.add(new Late(today.fact(i), gone));
        }
      }
    }
    return lines.build();
  }

  /** What a fact says, whenever it was recorded. */
  private static Fact said(Fact fact) {
    return new Fact(
        fact.party(),
        fact.metric(),
        fact.on(),
        fact.amount(),
        fact.dimensions(),
        fact.sourceKey(),
        fact.on());
  }

  /** Returns such as {@code "2026-Q3 closed on 2026-10-05 by dana"}. */
  @Override
  public String toString() {
    return period.label() + " closed on " + on + " by " + by;
  }
}
