package dev.guidepost.core.credit;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.quantity.Apportionment;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.style.Words;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who gets which part of a deal.
 *
 * <p><em>Shares</em> divide the deal: they add up to 100 %, exactly, so what the participants book
 * adds up to what the deal brought, at every level of a roll-up. <em>Overlay</em> is credit for
 * those who helped, such as a specialist or a manager: it stands outside of the total and is never
 * added to it.
 *
 * <p>Shares are fractions, so three even thirds are one whole. Money is divided by largest
 * remainders and adds up to the last cent.
 *
 * <pre>{@code
 * Credit credit = Credit.builder().share(ana, "70").share(ben, "30").overlay(cleo, "25").build();
 * credit.divide(Quantity.of(1_000), 2);                            // {ana=700, ben=300}
 * credit.overlay(Quantity.of(1_000), 2, RoundingMode.HALF_EVEN);   // {cleo=250}
 * Credit.evenly(List.of(ana, ben, cleo)).divide(Quantity.of(100), 2);
 *                                                 // {ana=33.34, ben=33.33, cleo=33.33}
 * }</pre>
 *
 * @param shares the share of each participant, above 0, in lowest terms, adding up to 1; at least
 *     one; in the order of the ids; unmodifiable
 * @param overlay the overlay of each who helped, above 0 and at most 1, in lowest terms; in the
 *     order of the ids; unmodifiable
 */
public record Credit(SortedMap<PartyId, Ratio> shares, SortedMap<PartyId, Ratio> overlay) {

  /**
   * Credit as a host keeps it.
   *
   * @param shares the shares
   * @param overlay the overlay
   */
  public record State(List<Part> shares, List<Part> overlay) {

    /**
     * One part.
     *
     * @param party the id of the person or unit
     * @param person whether it is a person
     * @param share such as {@code "7 of 10"}
     */
    public record Part(String party, boolean person, String share) {}

    /**
     * Copies the lists.
     *
     * @param shares the shares
     * @param overlay the overlay
     */
    public State {
      shares = Words.kept("shares", shares);
      overlay = Words.kept("overlay", overlay);
    }
  }

  /**
   * Creates credit.
   *
   * @param shares the share of each participant
   * @param overlay the overlay of each who helped
   * @throws IllegalArgumentException if the shares do not add up to 100 %, or a part is not above 0
   *     and at most 100 %
   */
  public Credit {
    shares = lowest(shares);
    overlay = lowest(overlay);
    Ratio sum = Shares.sum(shares.values());
    if (!sum.equals(Shares.ALL)) {
      throw new IllegalArgumentException(
          "shares must add up to 100 %, but came to "
              + Shares.text(sum)
              + (shares.isEmpty() ? "" : ": " + text(shares)));
    }
  }

  private static SortedMap<PartyId, Ratio> lowest(Map<PartyId, Ratio> parts) {
    ImmutableSortedMap.Builder<PartyId, Ratio> found = ImmutableSortedMap.naturalOrder();
    parts.forEach((party, part) -> found.put(party, Shares.of(party, part)));
    return found.buildOrThrow();
  }

  /**
   * Returns credit that goes to one alone.
   *
   * @param party the person or unit
   * @return the credit
   */
  public static Credit to(PartyId party) {
    return new Credit(ImmutableSortedMap.of(party, Shares.ALL), ImmutableSortedMap.of());
  }

  /**
   * Returns credit in even shares.
   *
   * @param parties the participants, in any order
   * @return the credit
   * @throws IllegalArgumentException if there is none, or one twice
   */
  public static Credit evenly(Collection<? extends PartyId> parties) {
    Builder builder = builder();
    parties.forEach(party -> builder.share(party, Ratio.of(1, parties.size())));
    return builder.build();
  }

  /**
   * Returns a builder.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Divides an amount by the shares.
   *
   * @param amount what is divided, of any sign
   * @param scale the number of decimals of the parts, 0 to {@value Quantity#MAX_SCALE}
   * @return the part of each participant, adding up to the amount, in the order of the ids;
   *     unmodifiable
   * @throws IllegalArgumentException if the scale is out of bounds
   * @throws ArithmeticException if the amount has more decimals, or does not fit 64 bits with so
   *     many
   */
  public SortedMap<PartyId, Quantity> divide(Quantity amount, int scale) {
    BigInteger common = Shares.common(shares.values());
    ImmutableMap.Builder<PartyId, BigDecimal> weights = ImmutableMap.builder();
    shares.forEach((party, share) -> weights.put(party, Shares.weight(share, common)));
    return Apportionment.LARGEST_REMAINDER.split(amount, scale, weights.buildOrThrow());
  }

  /**
   * Returns the overlay of an amount, each part rounded on its own, as they add up to nothing.
   *
   * @param amount the amount of the deal, of any sign
   * @param scale the number of decimals of the parts, 0 to {@value Quantity#MAX_SCALE}
   * @param rounding how to round
   * @return the part of each who helped, outside of the total; unmodifiable
   * @throws IllegalArgumentException if the scale is out of bounds
   * @throws ArithmeticException if the rounding is {@link RoundingMode#UNNECESSARY} but digits
   *     would be lost, or a part does not fit 64 bits
   */
  public SortedMap<PartyId, Quantity> overlay(Quantity amount, int scale, RoundingMode rounding) {
    if (scale < 0 || scale > Quantity.MAX_SCALE) {
      throw new IllegalArgumentException(
          "scale must be 0 to " + Quantity.MAX_SCALE + ", but was " + scale);
    }
    ImmutableSortedMap.Builder<PartyId, Quantity> parts = ImmutableSortedMap.naturalOrder();
    overlay.forEach((party, part) -> parts.put(party, Shares.of(amount, part, scale, rounding)));
    return parts.buildOrThrow();
  }

  /**
   * Explains how an amount is divided.
   *
   * @param subject what is divided, in words
   * @param amount the amount
   * @param scale the number of decimals of the parts
   * @return the parts of the participants, which add up to the amount; overlay is not among them
   * @throws IllegalArgumentException if the scale is out of bounds
   * @throws ArithmeticException if the amount has more decimals, or does not fit 64 bits with so
   *     many
   */
  public Explanation explain(String subject, Quantity amount, int scale) {
    List<Explanation.Part> parts = new ArrayList<>();
    divide(amount, scale)
        .forEach(
            (party, part) ->
                parts.add(new Explanation.Part(party.value(), part, Shares.text(shareOf(party)))));
    return Explanation.of(subject, parts);
  }

  /**
   * Returns the share of a party.
   *
   * @param party the party
   * @return the share, 0 of 1 for one who has none
   */
  public Ratio shareOf(PartyId party) {
    return shares.getOrDefault(party, Ratio.of(0, 1));
  }

  /**
   * Returns what a host keeps.
   *
   * @return the state that {@link #of(State)} reads back
   */
  public State state() {
    return new State(parts(shares), parts(overlay));
  }

  private static List<State.Part> parts(Map<PartyId, Ratio> parts) {
    return parts.entrySet().stream()
        .map(
            part ->
                new State.Part(
                    part.getKey().value(),
                    part.getKey() instanceof PersonId,
                    part.getValue().toString()))
        .toList();
  }

  /**
   * Returns credit from what a host kept.
   *
   * @param state the state
   * @return the credit
   * @throws IllegalArgumentException if it is none that {@link #state()} could give
   */
  public static Credit of(State state) {
    Words.requireWhole(state);
    Builder builder = builder();
    state.shares().forEach(part -> builder.share(party(part), Ratio.parse(part.share())));
    state.overlay().forEach(part -> builder.overlay(party(part), Ratio.parse(part.share())));
    return builder.build();
  }

  private static PartyId party(State.Part part) {
    return part.person() ? PersonId.of(part.party()) : UnitId.of(part.party());
  }

  /** Returns such as {@code "ana 70 %, ben 30 %; overlay cleo 25 %"}. */
  @Override
  public String toString() {
    return text(shares) + (overlay.isEmpty() ? "" : "; overlay " + text(overlay));
  }

  private static String text(Map<PartyId, Ratio> parts) {
    return parts.entrySet().stream()
        .map(part -> part.getKey() + " " + Shares.text(part.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** Builds {@link Credit}; the same party given twice is refused. */
  public static final class Builder {

    private final TreeMap<PartyId, Ratio> shares = new TreeMap<>();
    private final TreeMap<PartyId, Ratio> overlay = new TreeMap<>();

    Builder() {}

    /**
     * Gives a share.
     *
     * @param party the participant
     * @param percent the percentage, such as {@code "70"} or {@code "33.5"}
     * @return this builder
     * @throws IllegalArgumentException if it is no number above 0 and at most 100, or the party has
     *     a share
     */
    public Builder share(PartyId party, String percent) {
      return put(shares, "share", party, Shares.percent(party, percent));
    }

    /**
     * Gives a share.
     *
     * @param party the participant
     * @param share the share, such as 1 of 3
     * @return this builder
     * @throws IllegalArgumentException if it is not above 0 and at most 1, or the party has a share
     */
    public Builder share(PartyId party, Ratio share) {
      return put(shares, "share", party, Shares.of(party, share));
    }

    /**
     * Gives overlay, outside of the total.
     *
     * @param party who helped
     * @param percent the percentage, such as {@code "25"}
     * @return this builder
     * @throws IllegalArgumentException if it is no number above 0 and at most 100, or the party has
     *     overlay
     */
    public Builder overlay(PartyId party, String percent) {
      return put(overlay, "overlay", party, Shares.percent(party, percent));
    }

    /**
     * Gives overlay, outside of the total.
     *
     * @param party who helped
     * @param part the part, such as 1 of 4
     * @return this builder
     * @throws IllegalArgumentException if it is not above 0 and at most 1, or the party has overlay
     */
    public Builder overlay(PartyId party, Ratio part) {
      return put(overlay, "overlay", party, Shares.of(party, part));
    }

    private Builder put(Map<PartyId, Ratio> parts, String what, PartyId party, Ratio part) {
      if (parts.putIfAbsent(party, part) != null) {
        throw new IllegalArgumentException(
            what + " of " + party + " must be given once, but was again");
      }
      return this;
    }

    /**
     * Returns the credit.
     *
     * @return the credit
     * @throws IllegalArgumentException if the shares do not add up to 100 %
     */
    public Credit build() {
      return new Credit(shares, overlay);
    }
  }
}
