package dev.guidepost.core.territory;

import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.TerritoryId;
import dev.guidepost.core.people.Dated;
import dev.guidepost.core.people.Timeline;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.style.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Territories to and from what a host keeps of them. */
record TerritoriesState(
    Map<TerritoryId, String> labels,
    Map<TerritoryId, Timeline<PersonId>> holders,
    Map<AccountId, Timeline<TerritoryId>> assigned,
    Map<AccountId, Timeline<Potential>> potentials,
    Map<TerritoryId, Timeline<Quantity>> leads) {

  Territories.State of(String currency) {
    List<Territories.TerritoryState> all = new ArrayList<>();
    labels.forEach((id, label) -> all.add(new Territories.TerritoryState(id.value(), label)));
    List<Territories.PotentialState> estimates = new ArrayList<>();
    for (Timeline<Potential> history : potentials.values()) {
      for (Dated<Potential> row : history.rows()) {
        Potential own = row.value();
        estimates.add(
            new Territories.PotentialState(
                own.account().value(),
                own.amount().toString(),
                own.source(),
                own.on().toString(),
                own.group()));
      }
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
              own.group()));
    }
    for (Dated.State row : state.leads()) {
      builder.leads(TerritoryId.of(row.subject()), Dated.of(row, Quantity::parse));
    }
    return builder.build();
  }
}
