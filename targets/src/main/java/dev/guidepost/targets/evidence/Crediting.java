package dev.guidepost.targets.evidence;

import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.feed.RecordFacts;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is credited with which part of a deal: of one that is closed as its bookings are written to
 * the ledger, of an open one as they would be if it were won on the day on which it is expected to
 * close.
 *
 * <p>That day is the expected one if it is still to come, else the day after the as-of day. Only
 * shares count, which add up to the deal; overlay stands outside of bookings. A deal whose credit
 * cannot be told, or whose amount cannot be divided, counts for nobody, as its facts are rejected.
 *
 * <pre>{@code
 * evidence.crediting().parts(deal, Quantity.of(1_000)); // {ana=700, ben=300}
 * }</pre>
 */
public final class Crediting {

  private final RecordFacts facts;
  private final int scale;

  /**
   * Creates the crediting of facts.
   *
   * @param facts how facts are written
   * @param scale the decimals to which bookings are divided
   */
  Crediting(RecordFacts facts, int scale) {
    this.facts = Objects.requireNonNull(facts, "facts");
    this.scale = scale;
  }

  /**
   * Divides an amount of a deal.
   *
   * @param deal the deal as of the as-of day
   * @param amount what it brings
   * @return the part of each person and unit with a share, in the order of the ids, adding up to
   *     the amount; empty if that cannot be told; unmodifiable
   */
  public Map<PartyId, Quantity> parts(Deal deal, Quantity amount) {
    return credit(deal).map(credit -> divided(credit, amount)).orElse(Map.of());
  }

  private Map<PartyId, Quantity> divided(Credit credit, Quantity amount) {
    if (credit.shares().size() == 1) {
      return Map.of(credit.shares().firstKey(), amount);
    }
    try {
      return credit.divide(amount, Math.max(scale, amount.scale()));
    } catch (ArithmeticException beyondWhatCanBeBooked) {
      return Map.of();
    }
  }

  private Optional<Credit> credit(Deal deal) {
    try {
      return Optional.of(facts.creditOn(deal, day(deal)));
    } catch (IllegalArgumentException rejected) {
      return Optional.empty();
    }
  }

  private LocalDate day(Deal deal) {
    LocalDate next = facts.asOf().plusDays(1);
    return deal.closed().orElseGet(() -> deal.expectedClose().filter(next::isBefore).orElse(next));
  }
}
