package dev.guidepost.examples.crm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mapping may say, and what it is told when it is wrong. */
class MappingTest {
  private static final Path README = Exports.MAPPINGS.resolve("README.md");

  @TempDir Path folder;

  @Test
  void documentsEveryKeyAndNoOther() throws IOException {
    Matcher rows = Pattern.compile("(?m)^\\| `([^`]+)` \\|").matcher(Files.readString(README));
    Set<String> documented =
        rows.results().map(row -> row.group(1)).collect(Collectors.toCollection(TreeSet::new));
    Set<String> accepted =
        Arrays.stream(Key.values()).map(Key::text).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(accepted, documented);
    for (String key : documented) {
      assertTrue(Key.known(key.replaceAll("<[a-z]+>", "x")), key);
    }
  }

  @Test
  void documentsDefaultsAndNeeds() throws IOException {
    String readme = Files.readString(README);
    for (Key key : Key.values()) {
      Matcher row =
          Pattern.compile("(?m)^\\| `" + Pattern.quote(key.text()) + "` \\| ([^|]*) \\|")
              .matcher(readme);
      assertTrue(row.find(), key.text());
      key.fallback()
          .filter(value -> !value.isEmpty())
          .ifPresent(value -> assertEquals("no (`" + value + "`)", row.group(1)));
      assertEquals(
          key.needed(),
          row.group(1).equals("yes") || row.group(1).equals("with the file"),
          key.text());
    }
  }

  @Test
  void readsTheSmallestMappingOfTheReadme() throws IOException {
    String mapping =
        Files.readString(README)
            .lines()
            .filter(line -> line.startsWith("    "))
            .collect(Collectors.joining("\n"));
    Path file = folder.resolve("smallest.properties");
    Files.writeString(file, mapping);
    assertEquals(Optional.of("Closed on"), Mapping.read(file).column("deals.closed"));
  }

  @Test
  void leavesTheWordsOfExportsToMappings() throws IOException {
    StringBuilder code = new StringBuilder();
    try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/guidepost/examples/crm"))) {
      for (Path file : files.toList()) {
        code.append(Files.readString(file));
      }
    }
    for (Path mapping : List.of(Exports.SECOND_MAPPING, Exports.FIRST_MAPPING)) {
      MappingFile read = MappingFile.read(mapping);
      for (String key : read.values().keySet()) {
        if (key.matches("(deals|stage|stages|products|people|activities|targets|kinds)\\..*")
            && !key.equals(Key.LEVELS.text())) {
          for (String word : read.list(key, read.values().get(key))) {
            assertFalse(code.indexOf("\"" + word + "\"") >= 0, key + " = " + word);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "currency = EUR|currenzy = EUR|has keys that are not known: currenzy (did you mean currency?)",
        "deals.owner|deal.owner|has keys that are not known: deal.owner (did you mean deals.owner?)",
        "currency = EUR|currency = euro|must have three upper-case letters such as USD in currency, not euro",
        "currency = EUR||must have currency, but that is missing or empty",
        "deals.stage = stage||must have deals.stage, but that is missing or empty",
        "people.id = id|people.id =|must have people.id, but that is missing or empty",
        "currency = EUR|currency = EUR\\ncurrency = USD|must have each key once, but has twice: [currency]",
        "currency|csv.encoding = utf-9\\ncurrency|must name an encoding such as UTF-8 in csv.encoding, not utf-9",
        "currency|csv.encoding = ?\\ncurrency|must name an encoding such as UTF-8 in csv.encoding, not ?",
        "currency|csv.delimiter = ;;\\ncurrency|must have one character in csv.delimiter, but has \";;\"",
        "currency|csv.quote = ,\\ncurrency|must have a csv.delimiter and csv.quote that differ and break no line",
        "currency|csv.quote = \\\\n\\ncurrency|must have a csv.delimiter and csv.quote that differ and break no line",
        "currency|csv.delimiter = \\\\r\\ncurrency|must have a csv.delimiter and csv.quote that differ and break no line",
        "number.grouping = '|number.grouping = .|must have a number.decimal and number.grouping that differ and no digits",
        "number.grouping = '|number.grouping = 0|must have a number.decimal and number.grouping that differ and no digits",
        "number.grouping = '|number.decimal = -|must have a number.decimal and number.grouping that differ and no digits",
        "currency|date.format = yyyy\\ncurrency|must have a form of dates such as dd.MM.yyyy in date.format, not yyyy",
        "currency|date.format = bad\\ncurrency|must have a form of dates such as dd.MM.yyyy in date.format, not bad",
        "currency|date.format = pec\\ncurrency|must have a form of dates such as dd.MM.yyyy in date.format, not pec",
        "currency|date.format = dd.MM.yy'\\ncurrency|must have a form of dates such as dd.MM.yyyy in date.format, not dd.MM.yy'",
        "currency|date.ends = open\\ncurrency|must have included or excluded in date.ends, but has open",
        "currency|money.scale = 10\\ncurrency|must have a number of decimals, 0 to 9, in money.scale, not 10",
        "region, team|region, team, region|must have plain and different names in people.units, not [region, team, region]",
        "region, team|a.b|must have plain and different names in people.units, not [a.b]",
        "region, team|region,,team|must have names with commas between them in people.units, but has region,,team",
        "region, team|\"region\"x, team|must have names with commas between them in people.units, but has \"region\"x, team",
        "region, team|region, team, desk|must have people.unit.desk, as people.units has desk",
        "region, team|region|must have only names of people.units, [region], in people.unit.team",
        "stage.offer.entered|stage.bid.entered|must have only names of the stages, [new, offer, won, lost], in stage.bid.entered",
        "stages.lost = lost|stages.lost = lost, won|must have each stage in one list, but has twice: won",
        "stages.won = won||must have stages.won, but that is missing or empty",
        "products.file = products.csv||must have products.file, as it has products.product",
        "targets.period = period||must have either targets.period, or targets.start and targets.end",
        "targets.period|targets.start|must have either targets.period, or targets.start and targets.end",
        "targets.period = period|targets.period = period\\ntargets.end = end|must have either targets.period, or targets.start and targets.end",
        "kinds.calls|kinds.wins|must name an activity in kinds.<metric>, but names wins",
        "kinds.calls = call|kinds.calls = call, demo|must have each word for a metric once, but has twice: demo",
        "alias.deals.product.Pmp|alias.deals.produkt.Pmp|must start alias.deals.produkt.Pmp with the key of a column it has, such as deals.product",
        "currency = EUR|currency = \\\\uXYZ1|must be properties: Malformed \\uxxxx encoding.",
      })
  void tellsMistakes(String from, String to, String problem) throws IOException {
    String changed =
        to == null ? "" : to.replace("\\n", "\n").replace("\\\n", "\\n").replace("\\\\", "\\");
    Exports.write(folder, Exports.MAPPING_NAME, from, changed);
    ImportException error =
        assertThrows(
            ImportException.class, () -> Mapping.read(folder.resolve(Exports.MAPPING_NAME)));
    assertEquals("mapping mapping.properties " + problem, error.getMessage());
  }

  @Test
  void namesTheMetricsThereAre() throws IOException {
    Exports.write(folder, Exports.MAPPING_NAME, "kinds.calls", "kinds.phone");
    Path mapping = folder.resolve(Exports.MAPPING_NAME);
    String message = assertThrows(ImportException.class, () -> Mapping.read(mapping)).getMessage();
    assertTrue(message.startsWith("mapping mapping.properties must name one of ["), message);
    assertTrue(message.contains(" calls, meetings, "), message);
    assertTrue(message.endsWith("] in kinds.phone, not phone"), message);
  }

  @Test
  void needsPeopleForUnits() throws IOException {
    Exports.write(folder, "", "", "");
    Path mapping = folder.resolve(Exports.MAPPING_NAME);
    Files.writeString(
        mapping, Files.readString(mapping).replaceAll("people.(file|id|name|from|until).*\n", ""));
    ImportException error = assertThrows(ImportException.class, () -> Mapping.read(mapping));
    assertTrue(error.getMessage().contains("must have people.file, as it has people.units"));
  }

  @Test
  void readsMappingsInUtf8Only() throws IOException {
    Path mapping = folder.resolve("m.properties");
    Files.write(mapping, "title = \u00fcber".getBytes(StandardCharsets.ISO_8859_1));
    ImportException error = assertThrows(ImportException.class, () -> Mapping.read(mapping));
    assertEquals("mapping m.properties must be encoded as UTF-8", error.getMessage());
    Path none = folder.resolve("none.properties");
    error = assertThrows(ImportException.class, () -> Mapping.read(none));
    assertTrue(error.getMessage().startsWith("mapping none.properties cannot be read: "));
    Files.writeString(mapping, "\uFEFF" + Exports.SMALL.get(Exports.MAPPING_NAME));
    assertEquals(Optional.of("EUR"), Mapping.read(mapping).value(Key.CURRENCY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\t", ";", "|"})
  void takesAnyDelimiter(String delimiter) throws IOException {
    Exports.write(
        folder, Exports.MAPPING_NAME, "currency", "csv.delimiter = " + delimiter + "\ncurrency");
    char expected = delimiter.equals("\\t") ? '\t' : delimiter.charAt(0);
    assertEquals(
        expected, Mapping.read(folder.resolve(Exports.MAPPING_NAME)).formats().delimiter());
  }

  @ParameterizedTest
  @CsvSource({
    "dd.MM.yyyy, 05.03.2017",
    "M/d/yyyy, 3/5/2017",
    "dd-MMM-yyyy, 05-Mar-2017",
    "uuuu-MM-dd HH:mm:ss, 2017-03-05 23:59:01",
    "dd.MM.yy, 05.03.17"
  })
  void takesOtherDates(String format, String date) throws IOException {
    Exports.write(
        folder, Exports.MAPPING_NAME, "currency", "date.format = " + format + "\ncurrency");
    assertEquals(
        java.time.LocalDate.of(2017, 3, 5),
        Mapping.read(folder.resolve(Exports.MAPPING_NAME)).date(date));
  }
}
