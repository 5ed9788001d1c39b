package dev.guidepost.examples.tour;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.territory.Purchases;
import dev.guidepost.core.territory.Territories;
import dev.guidepost.core.territory.TerritoryProfile;
import dev.guidepost.examples.source.Arrangements;
import dev.guidepost.examples.source.SalesRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of territories as they stand: who holds each, and what there is to win. */
final class TerritoryTable {

  static final List<String> COLUMNS =
      List.of(
          "territory_id",
          "territory",
          "holder_id",
          "holder",
          "accounts",
          "customers",
          "estimated",
          "potential",
          "installed_base",
          "bought_12_months",
          "white_space",
          "leads_per_week");

  private final Analysis analysis;

  TerritoryTable(Analysis analysis) {
    this.analysis = analysis;
  }

  /** A row for each territory, vacant ones too, and one for accounts in none, if there are any. */
  List<List<String>> rows() {
    Optional<Territories> territories =
        analysis.records().arrangements().map(Arrangements::territories);
    if (territories.isEmpty()) {
      return List.of();
    }
    Purchases bought = bought(analysis.records());
    List<List<String>> rows = new ArrayList<>();
    for (TerritoryProfile profile : territories.get().known(bought.asOf()).profiles(bought)) {
      if (!profile.id().equals(Territories.UNASSIGNED) || !profile.lines().isEmpty()) {
        rows.add(row(profile));
      }
    }
    return rows;
  }

  /** What accounts bought, of the deals as they were known on the last day. */
  private static Purchases bought(SalesRecords records) {
    Purchases.Builder bought = Purchases.builder(records.asOf(), records.currency());
    for (Deal deal : records.deals()) {
      deal.asOf(records.asOf())
          .filter(known -> known.outcome() == Outcome.WON)
          .ifPresent(won -> buy(won, bought));
    }
    return bought.build();
  }

  private static void buy(Deal won, Purchases.Builder bought) {
    if (won.account().isPresent() && won.closed().isPresent()) {
      bought.won(won.account().get(), won.closed().get());
      won.amount().ifPresent(sum -> bought.booked(won.account().get(), won.closed().get(), sum));
    }
  }

  private List<String> row(TerritoryProfile profile) {
    String nobody = profile.id().equals(Territories.UNASSIGNED) ? "(nobody)" : "(vacant)";
    return List.of(
        profile.id().value(),
        profile.label(),
        profile.holder().map(PersonId::value).orElse(""),
        profile.holder().map(analysis.records().organisation()::name).orElse(nobody),
        "" + profile.lines().size(),
        profile.customers().numerator().toString(),
        profile.estimated().numerator().toString(),
        profile.potential().toString(),
        profile.installedBase().toString(),
        profile.size().toString(),
        profile.whiteSpace().toString(),
        profile.leadsPerWeek().map(Object::toString).orElse(""));
  }
}
