package dev.guidepost.rollup.attainment;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.quantity.Quantity;
import java.util.Objects;

/**
 * What one party brought to the unit right above it.
 *
 * @param party a person, a unit, or the unit itself for what was recorded on it, or is placed there
 *     by a dimension
 * @param amount what counts there, which is less than all of it for who stood elsewhere too
 * @param withoutTarget how much of that neither the party nor anybody below had a target for
 */
public record Contribution(PartyId party, Quantity amount, Quantity withoutTarget) {

  /**
   * Creates a contribution.
   *
   * @param party a person or unit
   * @param amount what counts there
   * @param withoutTarget how much of that nobody had a target for
   */
  public Contribution {
    Objects.requireNonNull(party, "party");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(withoutTarget, "withoutTarget");
  }

  /** Returns such as {@code "ana: 120,000"}, {@code ", 20,000 without a target"} behind it. */
  @Override
  public String toString() {
    return party
        + ": "
        + amount.print()
        + (withoutTarget.signum() == 0 ? "" : ", " + withoutTarget.print() + " without a target");
  }
}
