package dev.guidepost.core.credit;

import dev.guidepost.core.id.PartyId;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@linkplain CreditRules rules of credit} look at in a deal: who worked it, and of what kind
 * it is.
 *
 * <pre>{@code
 * CreditCase found = CreditCase.of(ana).with(DealTeam.NOBODY.with(RoleId.of("sdr"), kim));
 * rules.creditOf(found, LocalDate.of(2026, 6, 30));   // ana 90 %, kim 10 %
 * }</pre>
 *
 * @param owner who works the deal and has what the rules leave
 * @param team who takes part beside the owner
 * @param motion whether it is new, an expansion or a renewal, if known
 * @param origin where it came from, if known
 */
public record CreditCase(
    PartyId owner, DealTeam team, Optional<Motion> motion, Optional<Origin> origin) {

  /**
   * Creates a case.
   *
   * @param owner who works the deal
   * @param team who takes part beside the owner
   * @param motion whether it is new, an expansion or a renewal
   * @param origin where it came from
   */
  public CreditCase {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(team, "team");
    Objects.requireNonNull(motion, "motion");
    Objects.requireNonNull(origin, "origin");
  }

  /**
   * Returns the case of a deal that its owner works alone, and of whose kind nothing is known.
   *
   * @param owner who works the deal
   * @return the case
   */
  public static CreditCase of(PartyId owner) {
    return new CreditCase(owner, DealTeam.NOBODY, Optional.empty(), Optional.empty());
  }

  /**
   * Returns the case with another team.
   *
   * @param others who takes part beside the owner
   * @return the case
   */
  public CreditCase with(DealTeam others) {
    return new CreditCase(owner, others, motion, origin);
  }

  /**
   * Returns the case of a deal of a motion.
   *
   * @param kind the motion
   * @return the case
   */
  public CreditCase with(Motion kind) {
    return new CreditCase(owner, team, Optional.of(kind), origin);
  }

  /**
   * Returns the case of a deal of an origin.
   *
   * @param from the origin
   * @return the case
   */
  public CreditCase with(Origin from) {
    return new CreditCase(owner, team, motion, Optional.of(from));
  }
}
