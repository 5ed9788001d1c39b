package dev.guidepost.examples.crm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.examples.source.SalesRecords;
import dev.guidepost.rollup.org.Organisation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The sample "CRM sales opportunities" against its profile, which another program computed from the
 * raw files.
 */
class SalesOpportunitiesTest {
  private static Path folder;
  private static String profile;
  private static SalesRecords records;

  @BeforeAll
  static void readSample() throws IOException {
    folder =
        Path.of(System.getProperty("guidepost.shared", "none"), "data", "crm-sales-opportunities");
    if (!Files.isDirectory(folder)) {
      Assumptions.abort("shared data absent: the sample of sales opportunities");
    }
    profile = Files.readString(folder.resolve("expected_profile.json"));
    records = read(Optional.empty());
  }

  private static SalesRecords read(Optional<LocalDate> asOf) {
    return CrmExport.read(folder, Exports.FIRST_MAPPING, asOf);
  }

  @Test
  void takesEveryRecord() {
    assertEquals(8_800, records.deals().size());
    assertEquals(List.of(), records.rejects());
    assertEquals(8_800 + 7 + 35, records.offered());
    assertEquals(records.offered(), records.accepted());
    assertEquals(List.of(), records.activities());
    assertEquals(List.of(), records.targets());
    assertEquals("USD", records.currency());
    assertEquals("CRM sales opportunities", records.title());
  }

  @Test
  void knowsItsDays() {
    assertEquals(LocalDate.of(2017, 12, 31), records.asOf());
    assertEquals(LocalDate.of(2017, 3, 1), records.observedFrom());
    LocalDate october = LocalDate.of(2017, 10, 1);
    assertEquals(october, read(Optional.of(october)).asOf());
    assertEquals(records.deals(), read(Optional.of(october)).deals());
  }

  @Test
  void buildsTheOrganisation() {
    Organisation organisation = records.organisation();
    assertEquals(35, organisation.people().size());
    assertEquals(6, units("team"));
    assertEquals(3, units("region"));
    assertEquals(1 + 6 + 3, organisation.units().size());
    UnitId team = UnitId.of("team:Dustin Brinkmann");
    assertEquals("Dustin Brinkmann", organisation.name(team));
    assertEquals(5, organisation.members(team, records.asOf()).size());
    assertEquals(
        List.of(UnitId.of("company"), UnitId.of("region:Central"), team),
        organisation.path(team, records.asOf()));
    assertEquals(List.of(), organisation.members(Organisation.UNASSIGNED, records.asOf()));
  }

  private static long units(String level) {
    Organisation organisation = records.organisation();
    return organisation.units().stream()
        .filter(unit -> organisation.level(unit).equals(level))
        .count();
  }

  @Test
  void agreesWithTheProfile() {
    assertEquals(number("stages", "Won"), count("company", Outcome.WON));
    assertEquals(number("stages", "Lost"), count("company", Outcome.LOST));
    assertEquals(
        number("stages", "Engaging") + number("stages", "Prospecting"),
        count("company", Outcome.OPEN));
    assertEquals(number("won_value"), won("company"));
    assertEquals(10_005_534, won("company"));
    for (String region : List.of("Central", "East", "West")) {
      assertEquals(number("by_region", region, "won"), count("region:" + region, Outcome.WON));
      assertEquals(number("by_region", region, "won_value"), won("region:" + region));
    }
    for (String manager : List.of("Cara Losch", "Melvin Marxen", "Summer Sewald")) {
      assertEquals(number("by_manager", manager, "lost"), count("team:" + manager, Outcome.LOST));
      assertEquals(number("by_manager", manager, "won_value"), won("team:" + manager));
    }
  }

  @Test
  void joinsEveryListPriceAfterAliases() {
    assertTrue(records.deals().stream().allMatch(deal -> deal.listAmount().isPresent()));
    assertEquals(
        Optional.of(Quantity.of(4_821)),
        records.deals().stream()
            .filter(deal -> deal.id().value().equals("Z063OYW0"))
            .findFirst()
            .flatMap(Deal::listAmount));
    assertEquals(7, records.deals().stream().map(Deal::product).distinct().count());
  }

  @Test
  void takesNoAmountFromWhatWasNotWon() {
    for (Deal deal : records.deals()) {
      assertEquals(deal.outcome() == Outcome.WON, deal.amount().isPresent(), deal.toString());
    }
  }

  private static long count(String unit, Outcome outcome) {
    return in(unit).stream().filter(deal -> deal.outcome() == outcome).count();
  }

  private static long won(String unit) {
    return in(unit).stream()
        .filter(deal -> deal.outcome() == Outcome.WON)
        .map(deal -> deal.amount().orElseThrow().toBigDecimal())
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .longValueExact();
  }

  private static List<Deal> in(String unit) {
    return records.deals().stream()
        .filter(
            deal ->
                records.organisation().path(deal.owner(), records.asOf()).contains(UnitId.of(unit)))
        .toList();
  }

  /** Returns the whole number that stands in the profile below these names. */
  private static long number(String... names) {
    int at = 0;
    for (String name : names) {
      String quoted = "\"" + name + "\":";
      at = profile.indexOf(quoted, at) + quoted.length();
    }
    return Long.parseLong(profile.substring(at).strip().split("[^0-9]", 2)[0]);
  }
}
