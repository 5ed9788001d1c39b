package dev.guidepost.core.credit;

import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.style.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@link CreditRules} as a host keeps them: records, lists and text only.
 *
 * @param rules the rules
 */
public record CreditRulesState(List<Rule> rules) {

  /**
   * One rule.
   *
   * @param id what it is called
   * @param from the first day, such as {@code "2026-11-02"}
   * @param until the day from which on it holds no more, such as {@code "2026-11-02"}, empty if it
   *     has no end
   * @param known the day it was known, such as {@code "2026-11-02"}
   * @param motion such as {@code "renewal"}; blank for all
   * @param origin such as {@code "partner"}; blank for all
   * @param shares the shares of roles
   * @param overlay the overlay of roles
   */
  public record Rule(
      String id,
      String from,
      String until,
      String known,
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
      shares = Words.kept("shares", shares);
      overlay = Words.kept("overlay", overlay);
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
    rules = Words.kept("rules", rules);
  }

  static CreditRulesState write(CreditRules rules) {
    return new CreditRulesState(rules.rules().stream().map(CreditRulesState::write).toList());
  }

  private static Rule write(CreditRule rule) {
    return new Rule(
        rule.id(),
        rule.effectiveFrom().toString(),
        Words.text(rule.effectiveUntil()),
        rule.known().toString(),
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
            .effectiveFrom(Words.day("first day of rule " + rule.id(), rule.from()))
            .effectiveUntil(Words.dayIfAny("end of rule " + rule.id(), rule.until()))
            .noted(Words.day("known day of rule " + rule.id(), rule.known()))
            .motion(Optional.of(rule.motion()).filter(m -> !m.isEmpty()).map(Motion::parse))
            .origin(Optional.of(rule.origin()).filter(o -> !o.isEmpty()).map(Origin::parse));
    rule.shares()
        .forEach(part -> builder.putShares(RoleId.of(part.role()), Ratio.parse(part.share())));
    rule.overlay()
        .forEach(part -> builder.putOverlay(RoleId.of(part.role()), Ratio.parse(part.share())));
    return builder.build();
  }
}
