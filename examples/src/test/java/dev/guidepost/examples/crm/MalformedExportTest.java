package dev.guidepost.examples.crm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.examples.source.SalesRecords;
import dev.guidepost.rollup.org.Organisation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad exports end in counted rejects or in one clear message. */
class MalformedExportTest {
  private static final String MAPPING = Exports.MAPPING_NAME;
  private static final String LONG = "x".repeat(1 << 20);

  @TempDir Path folder;

  @Test
  void takesAllOfTheSmallExport() throws IOException {
    SalesRecords records = Exports.read(Exports.write(folder, "", "", ""));
    assertEquals("", Exports.rejects(records));
    assertEquals(Exports.smallRecords(), records.offered());
    Organisation organisation = records.organisation();
    assertEquals(
        Optional.of(UnitId.of("team:East/North")),
        organisation.unitOf(PersonId.of("p1"), LocalDate.of(2026, 1, 31)));
    assertEquals(
        Optional.of(UnitId.of("team:West/North")),
        organisation.unitOf(PersonId.of("p1"), LocalDate.of(2026, 2, 1)));
    assertEquals("North", organisation.name(UnitId.of("team:West/North")));
    assertEquals(LocalDate.of(2026, 2, 1), records.observedFrom());
    assertEquals("activities.csv:2", records.activities().get(0).id());
  }

  static List<Arguments> rejected() {
    String deals = "deals.csv";
    return List.of(
        of(
            "bad date",
            deals,
            "2026-02-01,1'",
            "2026-02-30,1'",
            deals
                + ":2 [closed] \"2026-02-30\" must be a date of the form yyyy-MM-dd, from 1900 on"),
        of(
            "date in another form",
            deals,
            "2026-01-20,,",
            "20.01.2026,,",
            deals
                + ":5 [opened] \"20.01.2026\" must be a date of the form yyyy-MM-dd, from 1900 on"),
        of(
            "date long ago",
            deals,
            "2026-01-20,,",
            "0026-01-20,,",
            deals
                + ":5 [opened] \"0026-01-20\" must be a date of the form yyyy-MM-dd, from 1900 on"),
        of(
            "several wrong fields count once",
            deals,
            "won,2026-01-12,2026-01-05",
            "none,never,never",
            deals + ":2 [stage] \"none\" must be one of the stages [new, offer, won, lost]"),
        of(
            "duplicate id",
            deals,
            "d3,",
            "d1,",
            deals + ":5 [id] \"d1\" must be unique, but line 2 has it too"),
        of(
            "unknown stage",
            deals,
            "offer,2026-02",
            "Offer,2026-02",
            deals + ":5 [stage] \"Offer\" must be one of the stages [new, offer, won, lost]"),
        of("blank owner", deals, "d3,p2", "d3, ", deals + ":5 [owner] \"\" must not be blank"),
        of(
            "closed without a day",
            deals,
            "2026-03-01,0",
            ",0",
            deals + ":3 [closed] \"\" must not be blank, as the deal is closed"),
        of(
            "closed before opened",
            deals,
            "2026-03-01,0",
            "2026-01-06,0",
            deals
                + ":3 [closed] \"2026-01-06\" must not be before the deal was opened, on 2026-01-07"),
        of(
            "stage after closing",
            deals,
            "2026-01-12",
            "2026-02-02",
            deals
                + ":2 [offered] \"2026-02-02\" must not be after the deal was closed, on 2026-02-01"),
        of(
            "stage before opening",
            deals,
            "2026-01-12",
            "2025-12-12",
            deals
                + ":2 [offered] \"2025-12-12\" must not be before the deal was opened, on 2026-01-05"),
        of(
            "negative amount",
            deals,
            "1'200.50",
            "-1'200.50",
            deals + ":2 [amount] \"-1'200.50\" must not be negative"),
        of(
            "too many decimals",
            deals,
            "1'200.50",
            "1200.505",
            deals + ":2 [amount] \"1200.505\" must have at most 2 decimals"),
        of(
            "wrong groups",
            deals,
            "1'200.50",
            "12'00.50",
            deals
                + ":2 [amount] \"12'00.50\" must be a number with decimal mark . and grouping \"'\""),
        of(
            "no number",
            deals,
            "1'200.50",
            "NaN",
            deals + ":2 [amount] \"NaN\" must be a number with decimal mark . and grouping \"'\""),
        of(
            "over 64 bits",
            deals,
            "1'200.50",
            "99999999999999999999",
            deals
                + ":2 [amount] \"99999999999999999999\" amount must fit 64 bits with at most 9 decimals, but was 99999999999999999999"),
        of(
            "too few fields",
            deals,
            "d4,p3,Fourth,",
            "d4,p3,",
            deals + ":6 [] \"d4,p3,Bolt,,new,,,,\" must have 10 fields, as the header has, not 9"),
        of(
            "too many fields",
            deals,
            "new,,,,",
            "new,,,,,",
            deals
                + ":6 [] \"d4,p3,Fourth,Bolt,,new,,,,,\" must have 10 fields, as the header has, not 11"),
        of(
            "1 MB line",
            deals,
            "Fourth",
            LONG,
            deals
                + ":6 [] \"d4,p3,"
                + "x".repeat(74)
                + "...\" a record must have at most 100000 characters"),
        of(
            "1 MB line before others",
            deals,
            "First",
            LONG,
            deals
                + ":2 [] \"d1,p1,"
                + "x".repeat(74)
                + "...\" a record must have at most 100000 characters"),
        of(
            "1 MB in quotes",
            deals,
            "First",
            "\"" + LONG + "\"",
            deals
                + ":2 [] \"d1,p1,\""
                + "x".repeat(73)
                + "...\" a record must have at most 100000 characters"),
        of(
            "quote left open",
            deals,
            "First",
            "\"First",
            deals
                + ":2 [] \"d1,p1,\"First,Acme,Pump,won,2026-01-12,2026-01-05,2026-02-01,1'200.50 \" a quote must end its field"),
        of(
            "last quote left open",
            deals,
            "Fourth",
            "\"Fourth",
            deals + ":6 [] \"d4,p3,\"Fourth,Bolt,,new,,,, \" a quote must be closed"),
        of(
            "text after a quote",
            deals,
            "Fourth",
            "\"Four\"th",
            deals + ":6 [] \"d4,p3,\"Four\"t\" a quote must end its field"),
        of(
            "control character in an id",
            deals,
            "d4",
            "d\u0007",
            deals + ":6 [id] \"d \" DealId must not hold control characters, but was \"d\\u0007\""),
        of(
            "blank price",
            "products.csv",
            "1500",
            "",
            "products.csv:2 [price] \"\" must not be blank"),
        of(
            "product twice",
            "products.csv",
            "Valve",
            "Pump",
            "products.csv:3 [product] \"Pump\" must have one price, but stands here again"),
        of(
            "overlapping stays",
            "people.csv",
            "2026-01-31",
            "2026-02-01",
            "people.csv:3 [id] \"p1\" must be in one unit on a day, but line 2 overlaps"),
        of(
            "person twice",
            "people.csv",
            "p3,Bo,East,,2026-01-10",
            "p2,Bo,East,,",
            "people.csv:5 [id] \"p2\" must be in one unit on a day, but line 4 overlaps",
            1),
        of(
            "stay that ends before it starts",
            "people.csv",
            "p3,Bo,East,,2026-01-10,",
            "p3,Bo,East,,2026-01-10,2026-01-09",
            "people.csv:5 [until] \"2026-01-09\" must not end before it starts",
            1),
        of(
            "team without region",
            "people.csv",
            "p2,Ana,East,South",
            "p2,Ana,,South",
            "people.csv:4 [team] \"South\" must be blank, as the unit above it is",
            1),
        of(
            "unit name too long",
            "people.csv",
            "West",
            "W".repeat(250),
            "people.csv:3 [region] \""
                + "W".repeat(80)
                + "...\" UnitId must have at most 200 characters, but was \"region:"
                + "W".repeat(193)
                + "...\" of length 257"),
        of(
            "negative count",
            "activities.csv",
            "08,5",
            "08,-5",
            "activities.csv:2 [count] \"-5\" must be a whole number of at least 1"),
        of(
            "count of nothing",
            "activities.csv",
            "08,5",
            "08,0",
            "activities.csv:2 [count] \"0\" must be a whole number of at least 1"),
        of(
            "half a count",
            "activities.csv",
            "08,5",
            "08,1.5",
            "activities.csv:2 [count] \"1.5\" must be a whole number of at least 1"),
        of(
            "large count",
            "activities.csv",
            "08,5",
            "08,3000000000",
            "activities.csv:2 [count] \"3000000000\" must be a whole number of at least 1"),
        of(
            "unknown kind",
            "activities.csv",
            "visit",
            "mail",
            "activities.csv:3 [kind] \"mail\" must be one of the kinds [call, demo, visit]"),
        of(
            "metric that is no kind",
            "activities.csv",
            "visit",
            "bookings",
            "activities.csv:3 [kind] \"bookings\" must be one of the kinds [call, demo, visit]"),
        of(
            "unknown owner",
            "targets.csv",
            "team:South",
            "team:Sauth",
            "targets.csv:3 [owner] \"team:Sauth\" must be the id or name of a person or unit, but is of none"),
        of(
            "unassigned owner",
            "targets.csv",
            "team:South",
            "unassigned",
            "targets.csv:3 [owner] \"unassigned\" must be the id or name of a person or unit, but is of none"),
        of(
            "owner of two",
            "targets.csv",
            "Bo",
            "Ana",
            "targets.csv:4 [owner] \"Ana\" must be of one person or unit, but is of several; give one of [p1, p2]"),
        of(
            "no period",
            "targets.csv",
            "2026,",
            "soon,",
            "targets.csv:4 [period] \"soon\" period label must be like 2026, 2026-H1, 2026-Q4, 2026-11, 2026-W45 or 2026-11-02, but was \"soon\""),
        of(
            "target twice",
            "targets.csv",
            "team:South",
            "p1",
            "targets.csv:3 [owner] \"p1\" must have one target of a metric in a period, but has another"),
        of(
            "blank target",
            "targets.csv",
            "0.25",
            "",
            "targets.csv:4 [amount] \"\" must not be blank"),
        of(
            "blank commitment",
            "commitments.csv",
            "10",
            "",
            "commitments.csv:2 [count] \"\" must not be blank"),
        of(
            "agreed too late",
            "commitments.csv",
            "10,2026-01-05",
            "10,2026-01-12",
            "commitments.csv:2 [agreed] \"2026-01-12\" must not be after 2026-01-11"),
        of(
            "agreed alone",
            "commitments.csv",
            "p1,p3,calls",
            "p1,p1,calls",
            "commitments.csv:2 [manager] \"p1\" must be somebody else"),
        of(
            "agreed again",
            "commitments.csv",
            "10,2026-01-05",
            "10,2026-01-05\np1,p3,calls,2026-01-06,9,2026-01-05",
            "commitments.csv:3 [who] \"p1\" must commit to a metric once a week, but does again"),
        of(
            "agreed with another",
            "commitments.csv",
            "10,2026-01-05",
            "10,2026-01-05\np1,p2,meetings,2026-01-05,9,2026-01-05",
            "commitments.csv:3 [manager] \"p2\" must agree on a week with one, but did with p3"),
        of(
            "agreed on another day",
            "commitments.csv",
            "10,2026-01-05",
            "10,2026-01-05\np1,p3,meetings,2026-01-05,9,2026-01-07",
            "commitments.csv:3 [agreed] \"2026-01-07\" must agree on a week once, but did on 2026-01-05"),
        of(
            "four commitments",
            "commitments.csv",
            "10,2026-01-05",
            """
            10,2026-01-05
            p1,p3,meetings,2026-01-05,9,2026-01-05
            p1,p3,wins,2026-01-05,1,2026-01-05
            p1,p3,opportunities,2026-01-05,2,2026-01-05\
            """,
            "commitments.csv:5 [who] \"p1\" must commit to at most 3 metrics a week, but does to more"));
  }

  private static Arguments of(String what, String file, String from, String to, String expected) {
    return of(what, file, from, to, expected, 0);
  }

  private static Arguments of(
      String what, String file, String from, String to, String expected, int more) {
    return Arguments.of(what, file, from, to, expected, more);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void rejected(String what, String file, String from, String to, String expected, int more)
      throws IOException {
    SalesRecords records = Exports.read(Exports.write(folder, file, from, to));
    assertEquals(expected, Exports.line(records.rejects().get(0)));
    assertEquals(1 + more, records.rejects().size(), () -> Exports.rejects(records));
    assertEquals(records.offered(), records.accepted() + records.rejects().size());
    assertTrue(records.offered() >= Exports.smallRecords(), what);
  }

  static List<Arguments> stopped() {
    String deals = "deals.csv";
    return List.of(
        of(
            "missing column",
            deals,
            "id,owner",
            "id,Owner",
            "deals.csv must have column \"owner\" (deals.owner), but its columns are id, Owner, name, account, product, stage, offered, opened, closed, amount"),
        of(
            "column twice",
            deals,
            "name,account",
            "name,name",
            "deals.csv must have column \"name\" (deals.name) once, but has two"),
        of(
            "broken header",
            deals,
            "id,owner",
            "\"id\"s,owner",
            "deals.csv must start with a header, but in line 1 a quote must end its field"),
        of(
            "empty file",
            deals,
            Exports.SMALL.get(deals),
            "",
            "deals.csv is empty: it must start with a header that has [id, owner, name, account, product, stage, opened, closed, amount, offered]"),
        of(
            "blank file",
            deals,
            Exports.SMALL.get(deals),
            "\n \n\n",
            "deals.csv is empty: it must start with a header that has [id, owner, name, account, product, stage, opened, closed, amount, offered]"),
        of(
            "header only",
            deals,
            Exports.SMALL.get(deals),
            "id,owner,name,account,product,stage,offered,opened,closed,amount\n",
            "deals.csv must have deals, but has a header only"),
        of(
            "empty products",
            "products.csv",
            Exports.SMALL.get("products.csv"),
            "",
            "products.csv is empty: it must start with a header that has [product, price]"),
        of(
            "no deal can be taken",
            deals,
            "\nd",
            "\n\u0001,",
            "deals.csv must have deals that can be taken, but of 4 none can; the first, in line 2, must have 10 fields, as the header has, not 11"),
        of(
            "no stage is known",
            MAPPING,
            "deals.stage = stage",
            "deals.stage = id",
            "deals.csv must have deals that can be taken, but of 4 none can; the first, in line 2, has \"d1\" in id, which must be one of the stages [new, offer, won, lost]"),
        of(
            "missing file",
            MAPPING,
            "deals.csv",
            "sales.csv",
            "there must be a file sales.csv (deals.file) in the folder of the export, FOLDER, but there is none"),
        of(
            "file elsewhere",
            MAPPING,
            "deals.csv",
            "../deals.csv",
            "there must be a file ../deals.csv (deals.file) in the folder of the export, FOLDER, but there is none"),
        of(
            "no file name",
            MAPPING,
            "deals.csv",
            "a\\u0000b",
            "there must be a file a\u0000b (deals.file) in the folder of the export, FOLDER, but there is none"),
        of(
            "another delimiter",
            MAPPING,
            "currency",
            "csv.delimiter = ;\ncurrency",
            "people.csv must have column \"id\" (people.id), \"name\" (people.name), \"from\" (people.from), \"until\" (people.until), \"region\" (people.unit.region), \"team\" (people.unit.team), but its columns are id,name,region,team,from,until"),
        of(
            "one id for two units",
            "people.csv",
            "p3,Bo,East,",
            "p3,Bo,East,East/North",
            "units must have different ids, but two are team:East/North"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void stopped(String what, String file, String from, String to, String expected, int more)
      throws IOException {
    Exports.write(folder, file, from, to);
    ImportException stop = assertThrows(ImportException.class, () -> Exports.read(folder), what);
    assertEquals(expected.replace("FOLDER", folder.toString()), stop.getMessage());
  }

  @Test
  void saysWhichEncodingWasDeclaredAndWhereItIsAnother() throws IOException {
    Exports.write(folder, "deals.csv", "Fourth", "F\u00fcnfte");
    Path deals = folder.resolve("deals.csv");
    String text = Files.readString(deals);
    Files.write(deals, text.getBytes(StandardCharsets.ISO_8859_1));
    assertStops(
        "deals.csv must be encoded as UTF-8, as csv.encoding of the mapping says, but line 6 is not");
    Files.writeString(deals, "\u00fcber".concat(text), StandardCharsets.ISO_8859_1);
    assertStops(
        "deals.csv must be encoded as UTF-8, as csv.encoding of the mapping says, but line 1 is not");
  }

  @Test
  void takesAnyEncodingThatIsDeclared() throws IOException {
    for (String encoding : List.of("windows-1252", "UTF-16", "UTF-16LE")) {
      Exports.write(folder, MAPPING, "currency", "csv.encoding = " + encoding + "\ncurrency");
      for (String file : Exports.SMALL.keySet()) {
        if (!file.equals(MAPPING)) {
          String text = Exports.SMALL.get(file).replace("Fourth", "F\u00fcnfte");
          Files.write(folder.resolve(file), text.getBytes(encoding));
        }
      }
      SalesRecords records = Exports.read(folder);
      assertEquals("", Exports.rejects(records));
      assertEquals(Optional.of("F\u00fcnfte"), records.deals().get(3).name());
    }
  }

  @Test
  void refusesAByteOrderMarkOfAnotherEncoding() throws IOException {
    Exports.write(folder, MAPPING, "currency", "csv.encoding = windows-1252\ncurrency");
    Files.writeString(folder.resolve("people.csv"), "\uFEFFid");
    assertStops(
        "people.csv must be encoded as windows-1252, as csv.encoding of the mapping says, but line 1 is not");
  }

  @Test
  void readsEveryKindOfLineBreakAndCountsLines() throws IOException {
    for (String lineBreak : List.of("\r\n", "\r", "\n\n")) {
      Exports.write(folder, "deals.csv", "d4,p3", "d4,");
      Path deals = folder.resolve("deals.csv");
      Files.writeString(deals, Files.readString(deals).replace("\n", lineBreak));
      SalesRecords records = Exports.read(folder);
      assertEquals(1, records.rejects().size());
      assertEquals(lineBreak.equals("\n\n") ? 11 : 6, records.rejects().get(0).line());
    }
  }

  @Test
  void goesOnAfterQuotesLeftOpenInEitherKindOfLineBreak() throws IOException {
    for (String lineBreak : List.of("\n", "\r\n", "\r")) {
      StringBuilder text =
          new StringBuilder("id,owner,name,account,product,stage,offered,opened,closed,amount\n");
      text.append("d0,p1,\"open,,,new,,,,\n");
      for (int i = 1; i <= 20_000; i++) {
        text.append("d").append(i).append(",p1,,,,new,,,,\n");
      }
      Exports.write(folder, "", "", "");
      Files.writeString(folder.resolve("deals.csv"), text.toString().replace("\n", lineBreak));
      SalesRecords records = Exports.read(folder);
      assertEquals(20_000, records.deals().size());
      assertEquals(1, records.rejects().size());
      assertEquals(2, records.rejects().get(0).line());
    }
  }

  @Test
  void refusesAnAsOfDayBeforeAnythingIsObserved() throws IOException {
    Exports.write(folder, "", "", "");
    Path mapping = folder.resolve(MAPPING);
    Optional<LocalDate> early = Optional.of(LocalDate.of(2026, 1, 31));
    ImportException stop =
        assertThrows(ImportException.class, () -> CrmExport.read(folder, mapping, early));
    assertEquals(
        "the as-of day must not be before closings are observed, from 2026-02-01, but was"
            + " 2026-01-31",
        stop.getMessage());
  }

  @Test
  void needsADay() throws IOException {
    Files.writeString(folder.resolve("deals.csv"), "id,owner,stage,closed\nd1,p1,new,\n");
    Files.writeString(
        folder.resolve(MAPPING),
        """
        currency = EUR
        deals.file = deals.csv
        deals.id = id
        deals.owner = owner
        deals.stage = stage
        deals.closed = closed
        stages.open = new
        stages.won = won
        """);
    assertStops("deals or activities must have dates, but none has");
    Files.writeString(folder.resolve("deals.csv"), "id,owner,stage,closed\nd1,p1,won,2026-01-05");
    SalesRecords records = Exports.read(folder);
    assertEquals(List.of(PersonId.of("p1")), records.organisation().people());
    assertEquals("Export " + folder.getFileName(), records.title());
    Organisation organisation = records.organisation();
    assertEquals("Company", organisation.name(organisation.root()));
  }

  @Test
  void putsPeopleIntoTheCompanyWhereThereAreNoUnits() throws IOException {
    Exports.write(folder, "", "", "");
    Path mapping = folder.resolve(MAPPING);
    Files.writeString(
        mapping,
        Files.readString(mapping)
            .replaceAll("people.unit.*\n", "")
            .concat("date.ends = excluded\n"));
    Organisation organisation = Exports.read(folder).organisation();
    assertEquals(
        Optional.of(UnitId.of("company")),
        organisation.unitOf(PersonId.of("p2"), LocalDate.of(2026, 1, 1)));
    assertEquals(
        Optional.empty(), organisation.unitOf(PersonId.of("p1"), LocalDate.of(2026, 1, 31)));
  }

  private void assertStops(String message) {
    ImportException stop = assertThrows(ImportException.class, () -> Exports.read(folder));
    assertEquals(message, stop.getMessage());
  }
}
