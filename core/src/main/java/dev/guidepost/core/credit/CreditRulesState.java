package dev.guidepost.core.credit;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.style.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@link CreditRules} as a host keeps them: records, lists, text and days only.
 *
 * @param rules the rules
 */
public record CreditRulesState(List<Rule> rules) {

  /**
   * One rule.
   *
   * @param id what it is called
   * @param from the first day
   * @param until the day from which on it holds no more; empty, or one
   * @param known the day it was known
   * @param motion such as {@code "renewal"}; blank for all
   * @param origin such as {@code "partner"}; blank for all
   * @param shares the shares of roles
   * @param overlay the overlay of roles
   */
  public record Rule(
      String id,
      LocalDate from,
      List<LocalDate> until,
      LocalDate known,
      String motion,
      String origin,
      List<Part> shares,
      List<Part> overlay) {
    /**
     * Copies the lists.
     *
     * @param id what it is called
     * @param from the first day
     * @param until the day from which on it holds no more
     * @param known the day it was known
     * @param motion the motion
     * @param origin the origin
     * @param shares the shares of roles
     * @param overlay the overlay of roles
     */
    public Rule {
      until = ImmutableList.copyOf(until);
      shares = ImmutableList.copyOf(shares);
      overlay = ImmutableList.copyOf(overlay);
    }
  }

  /**
   * The part of a role.
   *
   * @param role the role
   * @param share such as {@code "1 of 5"}
   */
  public record Part(String role, String share) {}

  /**
   * Copies the list.
   *
   * @param rules the rules
   */
  public CreditRulesState {
    rules = ImmutableList.copyOf(rules);
  }

  static CreditRulesState write(CreditRules rules) {
    return new CreditRulesState(rules.rules().stream().map(CreditRulesState::write).toList());
  }

  private static Rule write(CreditRule rule) {
    return new Rule(
        rule.id(),
        rule.effectiveFrom(),
        rule.effectiveUntil().stream().toList(),
        rule.known(),
        rule.motion().map(Motion::toString).orElse(""),
        rule.origin().map(Origin::toString).orElse(""),
        parts(rule.shares()),
        parts(rule.overlay()));
  }

  private static List<Part> parts(Map<RoleId, Ratio> parts) {
    return parts.entrySet().stream()
        .map(part -> new Part(part.getKey().value(), part.getValue().toString()))
        .toList();
  }

  static CreditRule read(Rule rule) {
    CreditRule.Builder builder =
        CreditRule.builder()
            .id(rule.id())
            .effectiveFrom(rule.from())
            .effectiveUntil(Words.only("until", rule.until()))
            .noted(rule.known())
            .motion(Optional.of(rule.motion()).filter(m -> !m.isEmpty()).map(Motion::parse))
            .origin(Optional.of(rule.origin()).filter(o -> !o.isEmpty()).map(Origin::parse));
    rule.shares()
        .forEach(part -> builder.putShares(RoleId.of(part.role()), Ratio.parse(part.share())));
    rule.overlay()
        .forEach(part -> builder.putOverlay(RoleId.of(part.role()), Ratio.parse(part.share())));
    return builder.build();
  }
}
