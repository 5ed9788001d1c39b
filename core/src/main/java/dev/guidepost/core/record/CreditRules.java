package dev.guidepost.core.record;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.quantity.Ratio;
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
   * The rules as a host keeps them.
   *
   * @param rules the rules
   */
  public record State(List<Rule> rules) {

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
    public State {
      rules = ImmutableList.copyOf(rules);
    }
  }

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
   * @param deal the deal
   * @param day the day on which it closed, or on which one asks
   * @return the rule, or empty if none covers it
   */
  public Optional<CreditRule> ruleFor(Deal deal, LocalDate day) {
    return rules.stream().filter(rule -> rule.covers(deal, day)).max(PREFERENCE);
  }

  /**
   * Returns who gets which part of a deal: what was agreed for the deal itself, or else what the
   * rules say of the day on which it closed, or of the day on which one asks if it is open.
   *
   * @param deal the deal, as it was known on the day
   * @param day the day on which one asks; rules known later do not count
   * @return the credit
   */
  public Credit creditOf(Deal deal, LocalDate day) {
    if (deal.credit().isPresent()) {
      return deal.credit().get();
    }
    return rules.isEmpty()
        ? Credit.to(deal.owner())
        : asOf(day)
            .ruleFor(deal, deal.closed().orElse(day))
            .map(rule -> apply(rule, deal))
            .orElseGet(() -> Credit.to(deal.owner()));
  }

  private static Credit apply(CreditRule rule, Deal deal) {
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

  private static Map<PartyId, List<Ratio>> parts(Map<RoleId, Ratio> roles, Deal deal) {
    Map<PartyId, List<Ratio>> parts = new TreeMap<>();
    DealTeam team = deal.team().orElse(DealTeam.NOBODY);
    roles.forEach(
        (role, share) -> {
          List<PartyId> members = team.in(role);
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
   * @return the state that {@link #of(State)} reads back
   */
  public State state() {
    return new State(
        rules.stream()
            .map(
                rule ->
                    new State.Rule(
                        rule.id(),
                        rule.effectiveFrom(),
                        rule.effectiveUntil().stream().toList(),
                        rule.known(),
                        rule.motion().map(Motion::toString).orElse(""),
                        rule.origin().map(Origin::toString).orElse(""),
                        parts(rule.shares()),
                        parts(rule.overlay())))
            .toList());
  }

  private static List<State.Part> parts(Map<RoleId, Ratio> parts) {
    return parts.entrySet().stream()
        .map(part -> new State.Part(part.getKey().value(), part.getValue().toString()))
        .toList();
  }

  /**
   * Returns rules from what a host kept.
   *
   * @param state the state
   * @return the rules
   * @throws IllegalArgumentException if it is none that {@link #state()} could give
   */
  public static CreditRules of(State state) {
    List<CreditRule> rules = new ArrayList<>();
    for (State.Rule rule : state.rules()) {
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
      rules.add(builder.build());
    }
    return new CreditRules(rules);
  }
}
