package dev.guidepost.core.territory;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.TerritoryId;
import dev.guidepost.core.people.Dated;
import dev.guidepost.core.people.Timeline;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.style.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The rows of territories, to and from what a host keeps of them. */
record TerritoriesState(
    Map<TerritoryId, String> labels,
    Map<TerritoryId, Timeline<PersonId>> holders,
    Map<AccountId, Timeline<TerritoryId>> assigned,
    Estimates potentials,
    Map<TerritoryId, Timeline<Quantity>> leads) {

  static <K extends Comparable<K>, V> ImmutableSortedMap<K, Timeline<V>> histories(
      Map<K, List<Dated<V>>> rows) {
    return ImmutableSortedMap.copyOf(Maps.transformValues(rows, Timeline::of));
  }

  Set<PersonId> holdersUntil(LocalDate day) {
    Set<PersonId> found = new TreeSet<>();
    for (Timeline<PersonId> history : holders.values()) {
      history.parts().stream()
          .filter(part -> !part.from().map(day::isBefore).orElse(false))
          .forEach(part -> found.add(part.value()));
    }
    return ImmutableSortedSet.copyOf(found);
  }

  TerritoriesState known(LocalDate day) {
    return new TerritoriesState(labels, holders, assigned, potentials.known(day), leads);
  }

  /** The accounts that were in no territory, of all that are named anywhere. */
  List<AccountId> unassigned(Accounts accounts, Purchases purchases) {
    Set<AccountId> all = new TreeSet<>(accounts.ids());
    all.addAll(assigned.keySet());
    all.addAll(potentials.accounts());
    all.addAll(purchases.accounts());
    all.removeIf(
        account ->
            assigned.containsKey(account)
                && assigned.get(account).at(purchases.asOf()).isPresent());
    return List.copyOf(all);
  }

  Territories.State of(String currency) {
    List<Territories.TerritoryState> all = new ArrayList<>();
    labels.forEach((id, label) -> all.add(new Territories.TerritoryState(id.value(), label)));
    List<Territories.PotentialState> estimates = new ArrayList<>();
    for (Potential own : potentials.all()) {
      estimates.add(
          new Territories.PotentialState(
              own.account().value(),
              own.amount().toString(),
              own.source(),
              own.on().toString(),
              own.group(),
              own.product().orElse(""),
              own.known().toString()));
    }
    return new Territories.State(
        currency, all, rows(holders), rows(assigned), estimates, rows(leads));
  }

  private static <K, V> List<Dated.State> rows(Map<K, Timeline<V>> histories) {
    List<Dated.State> rows = new ArrayList<>();
    histories.forEach((id, history) -> history.rows().forEach(row -> rows.add(row.state(id))));
    return rows;
  }

  static Territories territories(Territories.State state, Accounts accounts) {
    Territories.Builder builder = Territories.builder(accounts, state.currency());
    state.territories().forEach(own -> builder.territory(TerritoryId.of(own.id()), own.label()));
    for (Dated.State row : state.holders()) {
      builder.holder(TerritoryId.of(row.subject()), Dated.of(row, PersonId::of));
    }
    for (Dated.State row : state.accounts()) {
      builder.account(AccountId.of(row.subject()), Dated.of(row, TerritoryId::of));
    }
    for (Territories.PotentialState own : state.potentials()) {
      builder.potential(
          new Potential(
              AccountId.of(own.account()),
              Quantity.parse(own.amount()),
              own.source(),
              Words.day("day of the potential of " + own.account(), own.on()),
              own.group(),
              own.product().isEmpty() ? Optional.empty() : Optional.of(own.product()),
              Words.day("known day of the potential of " + own.account(), own.known())));
    }
    for (Dated.State row : state.leads()) {
      builder.leads(TerritoryId.of(row.subject()), Dated.of(row, Quantity::parse));
    }
    return builder.build();
  }
}
