package dev.guidepost.examples.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.examples.crm.Exports;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad exports and settings end in counted rejects or one clear message, never in a stack trace. */
class MalformedTourTest {
  private static final String DEALS = "deals.csv";

  @TempDir Path folder;

  /** What is wrong: a text in a file, or a setting; and the rejects or the message to come. */
  static List<Arguments> cases() {
    return List.of(
        file("nothing wrong", DEALS, "d1", "d1", 0, ""),
        file("missing column", DEALS, "id,owner", "id,Owner", -1, "must have column \"owner\""),
        file("bad date", DEALS, "2026-02-01,1'", "2026-02-30,1'", 1, "must be a date"),
        file("negative count", "activities.csv", "08,5", "08,-5", 1, "whole number of at least 1"),
        file("negative amount", DEALS, "1'200.50", "-1'200.50", 1, "must not be negative"),
        file("duplicate id", DEALS, "d3,", "d1,", 1, "must be unique"),
        file("unknown stage", DEALS, "offer,2026-02", "maybe,2026-02", 1, "one of the stages"),
        file("1 MB line", DEALS, "Fourth", "x".repeat(1 << 20), 1, "at most 100000 characters"),
        file(
            "day far ahead", DEALS, "2026-02-01,1'", "9999-02-01,1'", -1, "must not be after 2199"),
        file("day long ago", DEALS, "01-05,2026-02-01,1'", "01-05,1900-02-01,1'", 1, "before"),
        file("formula", DEALS, "2026-01-20,,", "=cmd|' /C calc'!A0,,", 1, "must be a date"),
        file("empty file", DEALS, Exports.SMALL.get(DEALS), "", -1, "is empty"),
        file("wrong encoding", DEALS, "Fourth", "F\u00fcnfte", -1, "must be encoded as UTF-8"),
        setting("no mapping", "tour.mapping", "", "tour.data and tour.mapping must be given"),
        setting("no data", "tour.data", " ", "tour.data and tour.mapping must be given"),
        setting("no such directory", "tour.data", "FOLDER/none", "none"),
        setting("no such mapping", "tour.mapping", "FOLDER/none.properties", "none.properties"),
        setting("directory as mapping", "tour.mapping", "FOLDER", "cannot be read"),
        setting("path that is none", "tour.data", "a\u0000b", "a"),
        setting("bad day", "tour.asOf", "30.10.2026", "tour.asOf must be a day"),
        setting("day before all", "tour.asOf", "1999-01-01", "as-of day must not be before"),
        setting("day out of reach", "tour.asOf", "+999999999-12-31", "tour.asOf must be a day"),
        setting("unknown unit", "tour.unit", "Atlantis", "tour.unit must be the id or name"),
        setting("unit of two", "tour.unit", "North", "team:East/North"),
        setting("person as unit", "tour.unit", "p1", "tour.unit must be the id or name"),
        setting("file in place of a directory", "tour.out", "FOLDER/deals.csv", "cannot write"),
        generated("bad seed", "tour.seed", "many", "tour.seed must be a whole number"),
        generated("day too early", "tour.asOf", "0001-01-01", "tour.asOf must be a day"),
        generated("day too late", "tour.asOf", "2200-01-01", "tour.asOf must be a day"));
  }

  private static Arguments file(
      String name, String file, String from, String to, int rejects, String reason) {
    return Arguments.of(name, List.of(file, from, to), List.of(), rejects, reason);
  }

  private static Arguments setting(String name, String setting, String value, String message) {
    return Arguments.of(name, List.of("", "", ""), List.of(setting, value), -1, message);
  }

  private static Arguments generated(String name, String setting, String value, String message) {
    return Arguments.of(
        name,
        List.of("", "", ""),
        List.of("tour.data", "", "tour.mapping", "", setting, value),
        -1,
        message);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void endsInRejectsOrOneMessage(
      String name, List<String> change, List<String> changed, int rejects, String said)
      throws IOException {
    Exports.write(folder, change.get(0), change.get(1), change.get(2));
    if (name.equals("wrong encoding")) {
      recode(folder.resolve(DEALS), StandardCharsets.ISO_8859_1);
    }
    List<String> settings = new ArrayList<>();
    settings.addAll(List.of("tour.data", "FOLDER", "tour.mapping", "FOLDER/mapping.properties"));
    settings.addAll(changed);
    TourRun run =
        TourRun.of(
            folder.resolve("out"),
            settings.stream()
                .map(text -> text.replace("FOLDER", folder.toString()))
                .toArray(String[]::new));
    String printed = run.printed() + run.errors();
    assertTrue(!printed.contains("Exception") && !printed.contains("\tat "), printed);
    if (rejects < 0) {
      assertEquals(false, run.finished(), printed);
      assertEquals(1, run.errors().lines().count(), run.errors());
      assertTrue(run.errors().startsWith("Tour stopped: "), run.errors());
      assertTrue(run.errors().contains(said.replace("FOLDER", folder.toString())), run.errors());
      return;
    }
    run.check();
    assertEquals(rejects, run.health("rejected"));
    assertEquals(17, run.health("offered"));
    if (rejects > 0) {
      String reason = String.valueOf(run.rows("rejects.csv").get(0).get("reason"));
      assertTrue(reason.contains(said), reason);
    }
  }

  private static void recode(Path file, Charset charset) throws IOException {
    Files.write(file, Files.readString(file).getBytes(charset));
  }
}
