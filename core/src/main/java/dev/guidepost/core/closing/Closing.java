package dev.guidepost.core.closing;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.fact.Fact;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The end of a period's changes: from the day after it was closed, its targets, agreements and
 * credit rules stand as they were.
 *
 * <p>Facts are never frozen. What is recorded later still counts and is late; the figure at closing
 * is that of {@code ledger.known(closing.on())}, today's that of the ledger.
 *
 * @param period the period that is closed
 * @param on the day on which it was closed, not before the period's end
 * @param by who closed it
 */
public record Closing(Period period, LocalDate on, PersonId by) {

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
   * Tells whether a fact came in after the closing.
   *
   * @param fact the fact
   * @return true if it happened in the period and was recorded after the day of closing
   */
  public boolean late(Fact fact) {
    return period.contains(fact.on()) && fact.known().isAfter(on);
  }

  /**
   * Returns the facts that came in after the closing and count today: late ones, and late
   * corrections of earlier ones.
   *
   * @param ledger the ledger, or a view of it
   * @return the facts in the order of the ledger; unmodifiable
   */
  public List<Fact> late(Ledger ledger) {
    Ledger within = ledger.in(period);
    return IntStream.range(0, within.size())
        .filter(within::includes)
        .mapToObj(within::fact)
        .filter(this::late)
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns such as {@code "2026-Q3 closed on 2026-10-05 by dana"}. */
  @Override
  public String toString() {
    return period.label() + " closed on " + on + " by " + by;
  }
}
