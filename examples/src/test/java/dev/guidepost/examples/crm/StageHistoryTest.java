package dev.guidepost.examples.crm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.credit.Origin;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.examples.source.SalesRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports with a history of each deal. */
class StageHistoryTest {
  private static final String MAPPING = Exports.CHANGES.get(Exports.MAPPING_NAME);
  private static final String DEALS = Exports.CHANGES.get("deals.csv");
  private static final List<String> HISTORY =
      Exports.CHANGES.get("history.csv").lines().skip(1).toList();

  @TempDir Path folder;

  private SalesRecords read(String mapping, String deals, List<String> history) throws IOException {
    Files.writeString(folder.resolve("deals.csv"), deals);
    Files.writeString(
        folder.resolve("history.csv"),
        "deal,at,stage,amount,due\n" + String.join("\n", history) + "\n");
    Path file = folder.resolve("mapping.properties");
    Files.writeString(file, mapping);
    return CrmExport.read(folder, file, Optional.empty());
  }

  private static Deal deal(SalesRecords records, String id) {
    return records.deals().stream()
        .filter(deal -> deal.id().equals(DealId.of(id)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void changesStandByTimeWhateverTheOrderOfRows() throws IOException {
    SalesRecords records = read(MAPPING, DEALS, HISTORY);
    assertEquals("", Exports.rejects(records));
    assertEquals(10, records.offered());
    Deal back = deal(records, "back");
    assertEquals(PersonId.of("ana"), back.owner());
    assertEquals(Optional.of(Origin.INBOUND), back.origin());
    assertEquals(Optional.of(LocalDate.of(2026, 2, 23)), back.opened());
    assertEquals(Outcome.LOST, back.outcome());
    Deal before = back.asOf(LocalDate.of(2026, 3, 6)).orElseThrow();
    assertEquals(Outcome.WON, before.outcome());
    assertEquals(Optional.of(LocalDate.of(2026, 2, 23)), before.closed());
    assertEquals(Optional.of(Quantity.of(500)), before.amount(), "the later of the day");
    assertEquals(Optional.of(LocalDate.of(2026, 6, 30)), before.expectedClose());
    Deal open = deal(records, "open");
    assertEquals("Offer", open.stage());
    assertEquals(
        List.of("Offer", "New", "Offer"),
        open.visits().stream().map(visit -> visit.stage()).toList(),
        "rows of one minute stand as in the file, and the last one is the next day");
    assertEquals(
        Optional.empty(), open.asOf(LocalDate.of(2026, 2, 24)).orElseThrow().amount(), "emptied");
    assertEquals(Optional.of(Quantity.of(70)), open.amount());
    Deal bare = deal(records, "bare");
    assertEquals("New", bare.stage());
    assertEquals(Optional.of(LocalDate.of(2026, 7, 1)), bare.expectedClose());
    assertEquals(LocalDate.of(2026, 2, 23), records.observedFrom());
    assertEquals(LocalDate.of(2026, 3, 7), records.asOf());
  }

  /** The history holds; what a deal says otherwise is told with its place, and not swallowed. */
  @Test
  void whatADealSaysOtherwiseThanItsHistoryIsNoted() throws IOException {
    String mapping = MAPPING + "deals.amount = amount\ndeals.closed = closed\ndeals.name = note\n";
    String deals =
        """
        id,stage,due,source,amount,closed,note
        back,Lost,06/29/26,Web,999000,03/07/26,
        open,Offer,06/30/26,,many,,
        bare,New,07/01/26,,5,,
        """;
    SalesRecords records = read(mapping, deals, HISTORY);
    assertEquals("", Exports.rejects(records));
    assertEquals(
        List.of(
            "deals.csv:2 amount 999000: must be 500, as its last change says",
            "deals.csv:2 due 06/29/26: must be 2026-06-30, as its last change says",
            "deals.csv:3 amount many: must be a number with decimal mark . and no grouping"),
        notes(records));
    assertEquals(records.offered(), records.accepted());
    assertEquals(Optional.of(Quantity.of(500)), deal(records, "back").amount());
    assertEquals(
        List.of("deals.csv:2 closed 03/06/26: must be 2026-03-07, as its last change says"),
        notes(
            read(
                mapping,
                deals
                    .replace("06/29/26,Web,999000,03/07/26", "06/30/26,Web,500,03/06/26")
                    .replace("many", "70"),
                HISTORY)));
    assertEquals(List.of(), notes(read(MAPPING, DEALS, HISTORY)));
  }

  private static List<String> notes(SalesRecords records) {
    return records.notes().stream()
        .map(
            n -> n.file() + ":" + n.line() + " " + n.column() + " " + n.value() + ": " + n.reason())
        .toList();
  }

  @Test
  void shuffledRowsOfDifferentTimesGiveTheSameDeals() throws IOException {
    List<String> rows = new ArrayList<>(HISTORY);
    rows.remove(4);
    List<Deal> deals = read(MAPPING, DEALS, rows).deals();
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(rows, new Random(seed));
      assertEquals(deals, read(MAPPING, DEALS, rows).deals());
    }
  }

  @Test
  void rejectsChangesThatCannotBe() throws IOException {
    SalesRecords records =
        read(
            MAPPING,
            DEALS,
            List.of(
                "back,03/07/26 09:00 PM,Lost,500,06/30/26",
                "other,03/07/26 09:00 PM,Lost,500,06/30/26",
                "open,13/07/26 09:00 PM,New,500,06/30/26",
                "open,03/07/26 09:00 PM,Nowhere,500,06/30/26",
                "open,03/07/26 09:00 PM,New,-5,06/30/26",
                "open,03/08/26,New,5,06/30/26"));
    assertEquals(
        List.of(
            "history.csv:4 at must be a date of the form MM/dd/yy[ hh:mm a], from 1900 on",
            "history.csv:5 stage must be one of the stages [New, Offer, Won, Lost]",
            "history.csv:6 amount must not be negative",
            "deals.csv:3 stage must be the stage of its last change, New",
            "history.csv:3 deal must be a deal that was taken",
            "history.csv:7 deal must be a deal that was taken"),
        records.rejects().stream()
            .map(r -> r.file() + ":" + r.line() + " " + r.column() + " " + r.reason())
            .toList());
    assertEquals(records.offered(), records.accepted() + records.rejects().size());
  }

  @Test
  void aDealIsOpenedByItsFirstChange() throws IOException {
    String mapping = MAPPING + "deals.opened = due\n";
    SalesRecords records = read(mapping, DEALS, HISTORY);
    assertTrue(
        records.rejects().stream()
            .anyMatch(r -> r.reason().equals("must not be after its first change, on 2026-02-23")));
  }

  @Test
  void ownersAreAColumnOrOnePerson() {
    for (String mapping :
        List.of(MAPPING + "deals.owner = stage\n", MAPPING.replace("deals.owned-by = ana\n", ""))) {
      assertEquals(
          "mapping mapping.properties must have either deals.owner or deals.owned-by",
          assertThrows(ImportException.class, () -> read(mapping, DEALS, HISTORY)).getMessage());
    }
    String control = MAPPING.replace("owned-by = ana", "owned-by = a\\u0000b");
    assertTrue(
        assertThrows(ImportException.class, () -> read(control, DEALS, HISTORY))
            .getMessage()
            .startsWith("mapping mapping.properties must have the id of a person"));
    String none = MAPPING.replaceAll("(?m)^history.*\n", "");
    assertEquals(
        "mapping mapping.properties must have deals.closed, but that is missing or empty",
        assertThrows(ImportException.class, () -> read(none, DEALS, HISTORY)).getMessage());
  }
}
