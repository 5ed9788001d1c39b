package dev.guidepost.core.credit;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.style.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rules by which deals are credited, where nothing else was agreed for a deal.
 *
 * <p>Of the rules that cover a deal on its day, the one that names most of motion and origin holds;
 * of several such, the one that holds since the latest day, then the one known last, then the one
 * whose id comes last. Without any the owner has it all.
 *
 * <p>Rules are not rewritten: a change is another rule from a later day, and {@link
 * #asOf(LocalDate)} gives those known at the end of a day, such as the day on which a period was
 * closed.
 *
 * @param rules the rules, by the day they were known and id; unmodifiable
 */
public record CreditRules(List<CreditRule> rules) {

  /** No rule: each deal is its owner's. */
  public static final CreditRules OWNER = new CreditRules(List.of());

  private static final Comparator<CreditRule> PREFERENCE =
      Comparator.comparingInt(CreditRule::precision)
          .thenComparing(CreditRule::effectiveFrom)
          .thenComparing(CreditRule::known)
          .thenComparing(CreditRule::id);

  /**
   * Creates rules.
   *
   * @param rules the rules in any order
   * @throws IllegalArgumentException if two have the same id
   */
  public CreditRules {
    Set<String> ids = new HashSet<>();
    for (CreditRule rule : rules) {
      if (!ids.add(rule.id())) {
        throw new IllegalArgumentException(
            "credit rules must have different ids, but two were " + rule.id());
      }
    }
    rules =
        ImmutableList.sortedCopyOf(
            Comparator.comparing(CreditRule::known).thenComparing(CreditRule::id), rules);
  }

  /**
   * Returns rules.
   *
   * @param rules the rules in any order
   * @return the rules
   * @throws IllegalArgumentException if two have the same id
   */
  public static CreditRules of(CreditRule... rules) {
    return new CreditRules(List.of(rules));
  }

  /**
   * Returns the rules as they were known at the end of a day.
   *
   * @param day the day
   * @return those known by then
   */
  public CreditRules asOf(LocalDate day) {
    return new CreditRules(rules.stream().filter(rule -> !rule.known().isAfter(day)).toList());
  }

  /**
   * Returns the rule for a deal.
   *
   * @param deal what is known of the deal
   * @param day the day on which it closed, or on which one asks
   * @return the rule, or empty if none covers it
   */
  public Optional<CreditRule> ruleFor(CreditCase deal, LocalDate day) {
    return rules.stream().filter(rule -> rule.covers(deal, day)).max(PREFERENCE);
  }

  /**
   * Returns who gets which part of a deal.
   *
   * @param deal what is known of the deal
   * @param day the day on which it closed, or on which one asks
   * @return the credit by the rule for it, all of it the owner's if there is none
   */
  public Credit creditOf(CreditCase deal, LocalDate day) {
    return ruleFor(deal, day)
        .map(rule -> apply(rule, deal))
        .orElseGet(() -> Credit.to(deal.owner()));
  }

  private static Credit apply(CreditRule rule, CreditCase deal) {
    Map<PartyId, List<Ratio>> shares = parts(rule.shares(), deal);
    List<Ratio> given = new ArrayList<>();
    shares.values().forEach(given::addAll);
    Ratio rest = Shares.rest(given);
    if (rest.numerator().signum() > 0) {
      shares.computeIfAbsent(deal.owner(), owner -> new ArrayList<>()).add(rest);
    }
    Map<PartyId, Ratio> overlay = new TreeMap<>();
    parts(rule.overlay(), deal)
        .forEach((party, list) -> overlay.put(party, capped(Shares.sum(list))));
    return new Credit(summed(shares), new TreeMap<>(overlay));
  }

  private static Map<PartyId, List<Ratio>> parts(Map<RoleId, Ratio> roles, CreditCase deal) {
    Map<PartyId, List<Ratio>> parts = new TreeMap<>();
    roles.forEach(
        (role, share) -> {
          List<PartyId> members = deal.team().in(role);
          for (PartyId member : members) {
            parts
                .computeIfAbsent(member, party -> new ArrayList<>())
                .add(Shares.part(share, members.size()));
          }
        });
    return parts;
  }

  private static TreeMap<PartyId, Ratio> summed(Map<PartyId, List<Ratio>> parts) {
    TreeMap<PartyId, Ratio> sums = new TreeMap<>();
    parts.forEach((party, list) -> sums.put(party, Shares.sum(list)));
    return sums;
  }

  /** Overlay of several roles together is at most all of the deal. */
  private static Ratio capped(Ratio part) {
    return part.numerator().compareTo(part.denominator()) > 0 ? Shares.ALL : part;
  }

  /**
   * Returns what a host keeps.
   *
   * @return the state that {@link #of(CreditRulesState)} reads back
   */
  public CreditRulesState state() {
    return CreditRulesState.write(this);
  }

  /**
   * Returns rules from what a host kept.
   *
   * @param state the state
   * @return the rules
   * @throws IllegalArgumentException if it is none that {@link #state()} could give
   */
  public static CreditRules of(CreditRulesState state) {
    Words.requireWhole(state);
    return new CreditRules(state.rules().stream().map(CreditRulesState::read).toList());
  }
}
