package dev.guidepost.examples.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.guidepost.targets.review.WeeklyReview;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * One run of the tour.
 *
 * @param finished whether it came to its end
 * @param printed what it printed
 * @param errors what it printed as errors
 * @param directory where it wrote
 */
record TourRun(boolean finished, String printed, String errors, Path directory) {

  /** The columns of each table. */
  static final Map<String, String> TABLES =
      Map.of(
          "rollup.csv", "unit_id,unit,metric,period,value,numerator,denominator",
          "slices.csv", "dimension,value,metric,period,amount",
          "people.csv",
              "person_id,person,opened,won,lost,undecided,win_yield,low80,high80,own_share,"
                  + "opps_per_win_10_90",
          "plan.csv", "person_id,person,week_start,kind,subject,count,by,why,evidence",
          "signals.csv", "id,owner,metric,rule,period,value,lower,upper,message",
          "rejects.csv", "file,line,column,value,reason",
          "notes.csv", "file,line,column,value,reason",
          "health.csv", "check,count,total,example",
          "territories.csv",
              "territory_id,territory,holder_id,holder,accounts,customers,estimated,potential,"
                  + "installed_base,bought_12_months,white_space,leads_per_week");

  /** Runs the tour with some settings, as name and value in turn. */
  static TourRun of(Path directory, String... settings) {
    Properties properties = new Properties();
    properties.setProperty("tour.out", directory.toString());
    for (int i = 0; i < settings.length; i += 2) {
      properties.setProperty(settings[i], settings[i + 1]);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    boolean finished =
        Tour.run(
            properties,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8));
    return new TourRun(
        finished,
        out.toString(StandardCharsets.UTF_8),
        errors.toString(StandardCharsets.UTF_8),
        directory);
  }

  /** The text of a file; fails unless it is valid UTF-8 with lines that end in \n alone. */
  String text(String file) throws IOException {
    try {
      String text = Files.readString(directory.resolve(file), StandardCharsets.UTF_8);
      assertEquals(-1, text.indexOf('\r'), file);
      assertTrue(text.endsWith("\n"), file);
      return text;
    } catch (CharacterCodingException e) {
      throw new AssertionError(file + " must be UTF-8", e);
    }
  }

  /** The rows of a table by column. */
  List<Map<String, String>> rows(String file) throws IOException {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().ofCsvRecord(directory.resolve(file), StandardCharsets.UTF_8)) {
      List<CsvRecord> records = reader.stream().toList();
      List<String> header = records.get(0).getFields();
      return records.stream()
          .skip(1)
          .map(
              row -> {
                assertEquals(header.size(), row.getFieldCount(), file);
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 0; i < header.size(); i++) {
                  cells.put(header.get(i), row.getField(i));
                }
                return cells;
              })
          .toList();
    }
  }

  /** The value of a cell of the roll-up, for all rows by {@link #key}. */
  Map<String, Map<String, String>> rollup() throws IOException {
    Map<String, Map<String, String>> cells = new LinkedHashMap<>();
    for (Map<String, String> row : rows("rollup.csv")) {
      String key = key(row.get("unit_id"), row.get("metric"), row.get("period"));
      assertEquals(null, cells.put(key, row), key);
    }
    return cells;
  }

  static String key(String unit, String metric, String period) {
    return unit + "|" + metric + "|" + period;
  }

  /** A count of health.csv. */
  long health(String check) throws IOException {
    return rows("health.csv").stream()
        .filter(row -> row.get("check").equals(check))
        .mapToLong(row -> Long.parseLong(row.get("count")))
        .findFirst()
        .orElseThrow();
  }

  /** Checks what holds for each run that came to its end. */
  void check() throws IOException {
    assertEquals("", errors);
    assertTrue(finished);
    for (Map.Entry<String, String> table : TABLES.entrySet()) {
      assertEquals(table.getValue(), text(table.getKey()).lines().findFirst().orElseThrow());
      for (Map<String, String> row : rows(table.getKey())) {
        row.values().forEach(TourRun::checkCell);
      }
    }
    assertEquals(health("offered"), health("accepted") + health("rejected"));
    assertEquals(health("rejected"), rows("rejects.csv").size());
    assertEquals(health("noted"), rows("notes.csv").size());
    List<String> review = text("review.txt").lines().toList();
    assertTrue(review.size() <= WeeklyReview.LINES, () -> review.size() + " lines");
    review.forEach(line -> assertTrue(line.length() <= 100, line));
    assertTrue(printed.contains(text("review.txt")), "the review is printed");
    assertTrue(printed.contains(directory.toString()), "says where it wrote");
    checkPage(text("review.html"));
  }

  /** No cell starts a formula, unless it is a number. */
  private static void checkCell(String cell) {
    assertTrue(
        cell.isEmpty() || "=+-@\t".indexOf(cell.charAt(0)) < 0 || cell.matches("[+-][0-9.]+"),
        cell);
  }

  /** The page is one file for any screen, runs nothing and loads nothing. */
  private static void checkPage(String page) {
    assertTrue(page.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"), page);
    for (String part :
        List.of(
            "<meta charset=\"utf-8\">",
            "<meta name=\"viewport\"",
            "<title>",
            "prefers-color-scheme: dark",
            "</html>")) {
      assertTrue(page.contains(part), part);
    }
    String loads = page.replace("http://www.w3.org/2000/svg", "");
    for (String part :
        List.of("http:", "https:", "<script", "<link", "<img", "<iframe", "@import", "url(")) {
      assertEquals(-1, loads.toLowerCase(java.util.Locale.ROOT).indexOf(part), part);
    }
    assertEquals(-1, page.replaceAll(">[^<]*<", "><").indexOf(" on"), "no handlers");
    int drawings = page.split("<svg ", -1).length;
    assertEquals(drawings, page.split("<svg role=\"img\" aria-labelledby=", -1).length);
    assertEquals(drawings, page.split("</desc>", -1).length);
  }
}
