package dev.guidepost.core.territory;

import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.quantity.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Counts potential once: of the estimate for a group, what the estimates of its members make is
 * counted with them, and the rest with the group. What is bought is held against the estimate that
 * covers the buyer.
 */
final class PotentialCount {

  private final Accounts accounts;
  private final Map<AccountId, Potential> estimates;
  private final LocalDate day;
  private final Map<AccountId, Quantity> counted = new HashMap<>();
  private final Map<AccountId, BigDecimal> bought = new HashMap<>();

  PotentialCount(Accounts accounts, Map<AccountId, Potential> estimates, LocalDate day) {
    this.accounts = accounts;
    this.estimates = estimates;
    this.day = day;
    Map<AccountId, BigDecimal> inside = new HashMap<>();
    for (Potential estimate : innermostFirst()) {
      BigDecimal amount = estimate.amount().toBigDecimal();
      BigDecimal members =
          estimate.group()
              ? inside.getOrDefault(estimate.account(), BigDecimal.ZERO)
              : BigDecimal.ZERO;
      BigDecimal rest = amount.subtract(members).max(BigDecimal.ZERO);
      counted.put(estimate.account(), Quantity.of(rest));
      groupAbove(estimate.account())
          .ifPresent(group -> inside.merge(group, rest.add(members), BigDecimal::add));
    }
  }

  private List<Potential> innermostFirst() {
    Map<AccountId, Integer> depths = new HashMap<>();
    estimates
        .keySet()
        .forEach(
            account -> {
              int depth = 0;
              for (Optional<AccountId> at = groupAbove(account);
                  at.isPresent();
                  at = groupAbove(at.get())) {
                depth++;
              }
              depths.put(account, depth);
            });
    return estimates.values().stream()
        .sorted(
            Comparator.comparing(
                    (Potential estimate) -> Objects.requireNonNull(depths.get(estimate.account())))
                .reversed())
        .toList();
  }

  /** The nearest account above that has an estimate for its group. */
  private Optional<AccountId> groupAbove(AccountId account) {
    Optional<AccountId> above = accounts.parent(account, day);
    while (above.isPresent()) {
      Potential estimate = estimates.get(above.get());
      if (estimate != null && estimate.group()) {
        return above;
      }
      above = accounts.parent(above.get(), day);
    }
    return above;
  }

  /** The account whose estimate is for this one too. */
  private Optional<AccountId> covering(AccountId account) {
    return estimates.containsKey(account) ? Optional.of(account) : groupAbove(account);
  }

  void buy(Set<AccountId> all, Purchases purchases) {
    for (AccountId account : all) {
      covering(account)
          .ifPresent(
              by -> bought.merge(by, purchases.size(account).toBigDecimal(), BigDecimal::add));
    }
  }

  TerritoryProfile.Line line(AccountId account, Purchases purchases) {
    Quantity potential = counted.getOrDefault(account, Quantity.ZERO);
    BigDecimal all = bought.getOrDefault(account, BigDecimal.ZERO).max(BigDecimal.ZERO);
    return new TerritoryProfile.Line(
        accounts.account(account, purchases),
        Optional.ofNullable(estimates.get(account)),
        covering(account),
        potential,
        Quantity.of(all.min(potential.toBigDecimal())));
  }
}
