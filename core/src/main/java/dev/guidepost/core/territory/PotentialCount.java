package dev.guidepost.core.territory;

import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.quantity.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts potential once: of the estimate for a group, what the estimates of its members make is
 * counted with them, and the rest with the group. What is bought is held against the estimate that
 * covers the buyer.
 *
 * <p>Groups are settled when one of their accounts is asked for, so that one territory does not
 * cost a walk through all accounts.
 */
final class PotentialCount {

  private final Accounts accounts;
  private final Estimates estimates;
  private final Purchases purchases;
  private final LocalDate day;
  private final Map<AccountId, Settled> settled = new HashMap<>();
  private final Map<AccountId, Optional<AccountId>> nearest = new HashMap<>();

  /** A group: what its members leave of its estimate, what it is worth with them, and is bought. */
  private record Settled(BigDecimal rest, BigDecimal whole, BigDecimal bought) {}

  /** The accounts of a group, and the groups right inside it. */
  private record Members(List<AccountId> accounts, List<AccountId> groups) {}

  PotentialCount(Accounts accounts, Estimates estimates, Purchases purchases) {
    this.accounts = accounts;
    this.estimates = estimates;
    this.purchases = purchases;
    this.day = purchases.asOf();
  }

  private Optional<Potential> alone(AccountId account) {
    return estimates.at(account, false, purchases.product(), day);
  }

  private Optional<Potential> group(AccountId account) {
    return estimates.at(account, true, purchases.product(), day);
  }

  /** The account itself or the nearest one above that has an estimate for its group. */
  private Optional<AccountId> nearestGroup(AccountId account) {
    List<AccountId> path = new ArrayList<>();
    Optional<AccountId> at = Optional.of(account);
    while (at.isPresent() && !nearest.containsKey(at.get()) && group(at.get()).isEmpty()) {
      path.add(at.get());
      at = accounts.parent(at.get(), day);
    }
    Optional<AccountId> found =
        at.isPresent() ? nearest.getOrDefault(at.get(), at) : Optional.empty();
    path.forEach(below -> nearest.put(below, found));
    return found;
  }

  private Members members(AccountId group) {
    Members members = new Members(new ArrayList<>(), new ArrayList<>());
    Deque<AccountId> next = new ArrayDeque<>(List.of(group));
    while (!next.isEmpty()) {
      AccountId at = next.pop();
      if (!at.equals(group) && group(at).isPresent()) {
        members.groups().add(at);
      } else {
        members.accounts().add(at);
        next.addAll(accounts.children(at, day));
      }
    }
    return members;
  }

  /** Settles a group after those inside it. */
  private Settled settled(AccountId group) {
    Deque<AccountId> open = new ArrayDeque<>(List.of(group));
    while (!open.isEmpty()) {
      Members members = members(open.element());
      List<AccountId> first =
          members.groups().stream().filter(inner -> !settled.containsKey(inner)).toList();
      if (first.isEmpty()) {
        settle(open.pop(), members);
      } else {
        first.forEach(open::push);
      }
    }
    return Objects.requireNonNull(settled.get(group));
  }

  private void settle(AccountId group, Members members) {
    BigDecimal inside = BigDecimal.ZERO;
    BigDecimal bought = BigDecimal.ZERO;
    for (AccountId account : members.accounts()) {
      Optional<Potential> own = alone(account);
      if (own.isPresent()) {
        inside = inside.add(own.get().amount().toBigDecimal());
      } else {
        bought = bought.add(purchases.size(account).toBigDecimal());
      }
    }
    for (AccountId inner : members.groups()) {
      inside = inside.add(Objects.requireNonNull(settled.get(inner)).whole());
    }
    BigDecimal amount = group(group).orElseThrow().amount().toBigDecimal();
    settled.put(
        group,
        new Settled(
            amount.subtract(inside).max(BigDecimal.ZERO),
            amount.max(inside),
            bought.max(BigDecimal.ZERO)));
  }

  TerritoryProfile.Line line(AccountId account) {
    Optional<Potential> alone = alone(account);
    Optional<Potential> group = group(account);
    BigDecimal potential = BigDecimal.ZERO;
    BigDecimal won = BigDecimal.ZERO;
    Account standing = accounts.account(account, purchases);
    if (alone.isPresent()) {
      potential = alone.get().amount().toBigDecimal();
      won = standing.size().toBigDecimal().max(BigDecimal.ZERO).min(potential);
    }
    if (group.isPresent()) {
      Settled own = settled.containsKey(account) ? settled.get(account) : settled(account);
      potential = potential.add(own.rest());
      won = won.add(own.bought().min(own.rest()));
    }
    List<Potential> counting = Stream.concat(alone.stream(), group.stream()).toList();
    return new TerritoryProfile.Line(
        standing,
        counting,
        counting.stream().flatMap(own -> estimates.superseded(own, day).stream()).toList(),
        alone.isPresent() ? Optional.of(account) : nearestGroup(account),
        Quantity.of(potential),
        Quantity.of(won));
  }
}
