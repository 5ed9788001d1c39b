package dev.guidepost.core.record;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A visit that was on record and never was: a win entered by mistake, a closing on the wrong day.
 * Until the end of the day before it is known, the deal is seen with the visit; from then on
 * without.
 *
 * <pre>{@code
 * StageVisit wrong = new StageVisit("Won", LocalDate.of(2026, 3, 10), Outcome.WON);
 * LocalDate told = LocalDate.of(2026, 4, 5);
 * Deal.builder().from(deal).addWithdrawals(new Withdrawal(wrong, told))
 *     .addVisits(new StageVisit("Won", LocalDate.of(2026, 4, 2), Outcome.WON, told, 0)).build();
 * }</pre>
 *
 * @param visit the visit, as it was on record
 * @param known the day from whose end on it is known that it never was, not before the visit was
 *     known
 */
public record Withdrawal(StageVisit visit, LocalDate known) {

  /** By visit, then by the day it was known. */
  static final Comparator<Withdrawal> ORDER =
      Comparator.comparing(Withdrawal::visit, StageVisit.ORDER)
          .thenComparing(Withdrawal::known)
          .thenComparing(withdrawal -> withdrawal.visit().stage());

  /**
   * Creates a withdrawal.
   *
   * @param visit the visit
   * @param known the day from whose end on it is known that it never was
   * @throws IllegalArgumentException if that is before the visit was known
   */
  public Withdrawal {
    if (known.isBefore(visit.known())) {
      throw new IllegalArgumentException(
          "visit must not be taken back before it was known, but was on " + known + ": " + visit);
    }
  }
}
