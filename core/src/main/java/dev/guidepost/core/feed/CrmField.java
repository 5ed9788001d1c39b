package dev.guidepost.core.feed;

import dev.guidepost.core.record.Deal;
import java.time.LocalDate;

/** What an open deal should say of itself, so that others can rely on it. */
public enum CrmField {
  /** Who the customer is. */
  ACCOUNT,
  /** What it is worth. */
  AMOUNT,
  /** When it is expected to close, on a day that has not passed. */
  EXPECTED_CLOSE,
  /** What happens next, by a day that has not passed. */
  NEXT_STEP,
  /** In which stage it is. */
  STAGE,
  /** Where it came from. */
  ORIGIN;

  /**
   * Tells whether a deal says so.
   *
   * @param deal the deal, as it was known on the day
   * @param day the day
   * @return true if the field is filled, with a day that has not passed where it has one
   */
  public boolean filled(Deal deal, LocalDate day) {
    return switch (this) {
      case ACCOUNT -> deal.account().isPresent();
      case AMOUNT -> deal.amount().or(deal::listAmount).isPresent();
      case EXPECTED_CLOSE -> deal.expectedClose().filter(due -> !due.isBefore(day)).isPresent();
      case NEXT_STEP -> deal.nextStep().filter(step -> !step.overdueOn(day)).isPresent();
      case STAGE -> !deal.stage().equals(Deal.UNKNOWN_STAGE);
      case ORIGIN -> deal.origin().isPresent();
    };
  }
}
