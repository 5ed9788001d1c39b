package dev.guidepost.targets.planning;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.targets.evidence.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The open deals by owner, and who would be credited with which part of each. */
final class OpenDeals {

  private final Map<PersonId, List<Deal>> byOwner = new LinkedHashMap<>();
  private final Map<DealId, Map<PartyId, Quantity>> parts = new HashMap<>();
  private final Map<PartyId, Set<PersonId>> owners = new HashMap<>();

  /**
   * What counts of a deal.
   *
   * @param amount the sum of the parts
   * @param shares how many have one: the deal is a win of each of them
   * @param shared whether others have parts of it too
   */
  record Part(Quantity amount, int shares, boolean shared) {

    static final Part NONE = new Part(Quantity.ZERO, 0, true);
  }

  OpenDeals(Evidence evidence) {
    for (Deal deal : evidence.deals()) {
      if (deal.outcome() == Outcome.OPEN) {
        byOwner.computeIfAbsent(deal.owner(), owner -> new ArrayList<>()).add(deal);
        Map<PartyId, Quantity> credited =
            evidence.crediting().parts(deal, evidence.sizes().ifWon(deal));
        parts.put(deal.id(), credited);
        for (PartyId party : credited.keySet()) {
          owners.computeIfAbsent(party, key -> new LinkedHashSet<>()).add(deal.owner());
        }
      }
    }
  }

  /** All owners, in the order of their first deals. */
  Set<PersonId> owners() {
    return byOwner.keySet();
  }

  /** The owners of the deals in which some have a share. */
  Set<PersonId> owners(Predicate<PartyId> counts) {
    Set<PersonId> found = new LinkedHashSet<>();
    for (PersonId owner : byOwner.keySet()) {
      boolean shared =
          of(owner).stream().anyMatch(deal -> credited(deal).keySet().stream().anyMatch(counts));
      if (shared) {
        found.add(owner);
      }
    }
    return found;
  }

  /** The owners of the deals in which one has a share. */
  Set<PersonId> owners(PartyId party) {
    return owners.getOrDefault(party, Set.of());
  }

  List<Deal> of(PersonId owner) {
    return byOwner.getOrDefault(owner, List.of());
  }

  /** Who would be credited with what of an open deal. */
  Map<PartyId, Quantity> credited(Deal deal) {
    return parts.getOrDefault(deal.id(), Map.of());
  }

  /** What some would be credited with of an open deal. */
  Part part(Deal deal, Predicate<PartyId> counts) {
    Quantity sum = Quantity.ZERO;
    int shares = 0;
    Map<PartyId, Quantity> all = credited(deal);
    for (Map.Entry<PartyId, Quantity> one : all.entrySet()) {
      if (counts.test(one.getKey())) {
        sum = shares == 0 ? one.getValue() : sum.plus(one.getValue());
        shares++;
      }
    }
    return shares == 0 ? Part.NONE : new Part(sum, shares, shares < all.size());
  }

  /** The same of all open deals of an owner. */
  Map<DealId, Part> parts(PersonId owner, Predicate<PartyId> counts) {
    Map<DealId, Part> found = new HashMap<>();
    for (Deal deal : of(owner)) {
      found.put(deal.id(), part(deal, counts));
    }
    return found;
  }
}
