package dev.guidepost.core.record;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;

/** Deals to start a test from. */
public final class DealSamples {

  private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);
  private static final PersonId ANA = PersonId.of("ana");

  private DealSamples() {}

  /** A deal of Ana, opened on 2026-05-01. */
  public static Deal.Builder base() {
    return Deal.builder().id(DealId.of("d1")).owner(ANA).opened(MAY_1);
  }

  /** One that is open. */
  public static Deal.Builder open() {
    return base().stage("Proposal").outcome(Outcome.OPEN);
  }

  /** One won on 2026-05-10 for 500, at list 550. */
  public static Deal.Builder won() {
    return open()
        .stage("Signed")
        .outcome(Outcome.WON)
        .closed(MAY_1.plusDays(9))
        .amount(Quantity.of(500))
        .listAmount(Quantity.of(550));
  }
}
