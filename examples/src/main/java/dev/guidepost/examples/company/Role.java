package dev.guidepost.examples.company;

/** How a person sells. */
public enum Role {
  /** Sells from the desk: many calls, small deals, short cycles. */
  INSIDE,
  /** Sells at the customer's: few calls, large deals, long cycles. */
  FIELD,
  /** Sells more to those who are customers. */
  ACCOUNT_MANAGER,
  /** Sells through partners, from whom most of it comes in. */
  PARTNER_MANAGER
}
