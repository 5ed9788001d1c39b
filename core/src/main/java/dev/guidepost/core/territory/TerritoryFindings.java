package dev.guidepost.core.territory;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.TerritoryId;
import dev.guidepost.core.people.Dated;
import dev.guidepost.core.people.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the rows of territories say that cannot be right. */
record TerritoryFindings(Accounts accounts, TerritoriesState rows) {

  List<Finding> all() {
    ImmutableList.Builder<Finding> all = ImmutableList.builder();
    rows.assigned().forEach((id, own) -> all.addAll(Finding.clashes(id, "territory", own)));
    rows.holders().forEach((id, own) -> all.addAll(Finding.clashes(id, "holder", own)));
    all.addAll(rows.potentials().clashes());
    rows.leads().forEach((id, own) -> all.addAll(Finding.clashes(id, "leads a week", own)));
    if (!accounts.ids().isEmpty()) {
      rows.assigned()
          .forEach(
              (id, own) -> {
                if (!accounts.ids().contains(id)) {
                  all.add(stranger(id, own.rows()));
                }
              });
      all.addAll(rows.potentials().strangers(accounts));
    }
    return all.build();
  }

  private static Finding stranger(AccountId account, List<Dated<TerritoryId>> rows) {
    boolean open = rows.stream().anyMatch(row -> row.until().isEmpty());
    return new Finding(
        account.value(),
        "has a territory, but is not among the accounts",
        rows.get(0).from(),
        open
            ? Optional.empty()
            : rows.stream().flatMap(row -> row.until().stream()).max(Comparator.naturalOrder()));
  }
}
