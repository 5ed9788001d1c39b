package dev.guidepost.core.credit;

import com.google.common.collect.ImmutableSortedMap;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.quantity.Ratio;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.immutables.value.Value;

/**
 * Which roles get which part of a kind of deal, from a day on.
 *
 * <p>The owner has what the shares of the roles leave. A role that nobody has on a deal leaves its
 * share to the owner, and several people in one role divide it evenly, so the shares of a deal
 * always come to 100 %.
 *
 * <pre>{@code
 * CreditRule rule = CreditRule.builder().id("partner-2026").effectiveFrom(LocalDate.of(2026, 1, 1))
 *     .origin(Origin.PARTNER).share(partnerManager, "20").overlay(specialist, "10").build();
 * }</pre>
 *
 * @param id what it is called
 * @param effectiveFrom the first day of closing for which it holds
 * @param effectiveUntil the day from which on it holds no more, if it ends
 * @param noted the day from whose end on it is known, if that is not {@code effectiveFrom}
 * @param motion the motion it is for; all if absent
 * @param origin the origin it is for; all if absent
 * @param shares the shares of roles, above 0, in lowest terms, together at most 1; unmodifiable
 * @param overlay the overlay of roles, above 0 and at most 1 each, in lowest terms; unmodifiable
 */
@Value.Builder
public record CreditRule(
    String id,
    LocalDate effectiveFrom,
    Optional<LocalDate> effectiveUntil,
    Optional<LocalDate> noted,
    Optional<Motion> motion,
    Optional<Origin> origin,
    Map<RoleId, Ratio> shares,
    Map<RoleId, Ratio> overlay) {

  /**
   * Creates a rule; see {@link #builder()}.
   *
   * @param id what it is called
   * @param effectiveFrom the first day of closing for which it holds
   * @param effectiveUntil the day from which on it holds no more
   * @param noted the day from whose end on it is known
   * @param motion the motion it is for
   * @param origin the origin it is for
   * @param shares the shares of roles
   * @param overlay the overlay of roles
   * @throws IllegalArgumentException if the id is blank, it ends before it starts, a part is not
   *     above 0 and at most 100 %, or the shares come to more than 100 %
   */
  public CreditRule {
    Objects.requireNonNull(motion, "motion");
    Objects.requireNonNull(origin, "origin");
    noted = noted.filter(day -> !day.equals(effectiveFrom));
    shares = lowest(shares);
    overlay = lowest(overlay);
    if (id.isBlank()) {
      throw new IllegalArgumentException("credit rule must have an id, but it was blank");
    }
    if (effectiveUntil.isPresent() && !effectiveUntil.get().isAfter(effectiveFrom)) {
      throw new IllegalArgumentException(
          "credit rule "
              + id
              + " must end after "
              + effectiveFrom
              + ", but ends on "
              + effectiveUntil.get());
    }
    if (Shares.rest(shares.values()).numerator().signum() < 0) {
      throw new IllegalArgumentException(
          "shares of credit rule "
              + id
              + " must come to at most 100 %, but came to "
              + Shares.text(Shares.sum(shares.values())));
    }
  }

  private static SortedMap<RoleId, Ratio> lowest(Map<RoleId, Ratio> parts) {
    ImmutableSortedMap.Builder<RoleId, Ratio> found = ImmutableSortedMap.naturalOrder();
    parts.forEach((role, part) -> found.put(role, Shares.of(role, part)));
    return found.buildOrThrow();
  }

  /**
   * Returns a builder; id and effectiveFrom must be set.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Tells whether it is for a deal that closes on a day.
   *
   * @param deal what is known of the deal
   * @param day the day
   * @return true if it holds on that day and is for the deal's motion and origin
   */
  public boolean covers(CreditCase deal, LocalDate day) {
    return !day.isBefore(effectiveFrom)
        && effectiveUntil.map(day::isBefore).orElse(true)
        && (motion.isEmpty() || motion.equals(deal.motion()))
        && (origin.isEmpty() || origin.equals(deal.origin()));
  }

  /**
   * Returns the day from whose end on the rule is known.
   *
   * @return the day noted, else the first day for which it holds
   */
  public LocalDate known() {
    return noted.orElse(effectiveFrom);
  }

  /** How many of motion and origin it names. */
  int precision() {
    return (motion.isPresent() ? 1 : 0) + (origin.isPresent() ? 1 : 0);
  }

  /** Builds a {@link CreditRule}. */
  public static final class Builder extends CreditRuleBuilder {
    Builder() {}

    /**
     * Gives a role a share.
     *
     * @param role the role
     * @param percent the percentage, such as {@code "20"}
     * @return this builder
     * @throws IllegalArgumentException if it is no number above 0 and at most 100
     */
    public Builder share(RoleId role, String percent) {
      return putShares(role, Shares.percent(role, percent));
    }

    /**
     * Gives a role overlay, outside of the total.
     *
     * @param role the role
     * @param percent the percentage, such as {@code "10"}
     * @return this builder
     * @throws IllegalArgumentException if it is no number above 0 and at most 100
     */
    public Builder overlay(RoleId role, String percent) {
      return putOverlay(role, Shares.percent(role, percent));
    }
  }
}
