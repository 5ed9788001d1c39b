package dev.guidepost.examples.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The guide shows how to do what the library must be able to do, by the ids of its list. */
class CapabilityTest {
  /** How many capabilities each section of the list has, by the prefix of their ids. */
  private static final Map<String, Integer> SECTIONS =
      Map.of("0-", 20, "1-", 20, "2-", 12, "3-", 16, "4-", 12, "w", 13);

  /** The capabilities of an area of the list, as the list has it. */
  private static final Map<String, Set<String>> AREAS =
      Map.of(
          "metrics",
          Set.of("0-4", "1-8", "2-2", "3-6", "3-11", "4-1", "4-7"),
          "people",
          Set.of(
              "0-1", "0-2", "0-11", "0-17", "0-18", "1-1", "1-2", "1-4", "1-10", "1-13", "1-15",
              "2-11", "3-1", "3-10", "3-15", "4-2", "4-12"),
          "rollup",
          Set.of("0-15", "0-16", "1-5", "2-1", "3-7", "3-8"),
          "plans",
          Set.of(
              "0-9", "0-10", "0-19", "1-6", "1-14", "2-4", "2-10", "3-2", "3-3", "3-4", "3-5",
              "4-4", "4-11"));

  /** The areas that are complete: each of their capabilities must be shown. */
  private static final List<String> COMPLETE = List.of("metrics", "people", "rollup", "plans");

  /** What is answered of the other systems' mistakes. */
  private static final Set<String> ANSWERED =
      Set.of("w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "w9", "w10", "w11", "w12", "w13");

  private static Set<String> all() {
    Set<String> ids = new TreeSet<>();
    SECTIONS.forEach(
        (prefix, count) ->
            IntStream.rangeClosed(1, count).mapToObj(number -> prefix + number).forEach(ids::add));
    return ids;
  }

  private static Set<String> area(String name) {
    return Objects.requireNonNull(AREAS.get(name), name);
  }

  @Test
  void chaptersNameWhatThereIs() {
    for (Chapter chapter : Chapter.all()) {
      Set<String> unknown = new TreeSet<>(chapter.shows());
      unknown.removeAll(all());
      assertEquals(Set.of(), unknown, chapter.name());
    }
  }

  @Test
  void everyCapabilityOfACompleteAreaIsShown() {
    Assumptions.assumeTrue(Chapter.allThere(), "only some chapters are looked at");
    Set<String> missing = new TreeSet<>(ANSWERED);
    COMPLETE.forEach(area -> missing.addAll(area(area)));
    Chapter.all().forEach(chapter -> missing.removeAll(chapter.shows()));
    assertEquals(Set.of(), missing);
  }

  @Test
  void theIdsAreThoseOfTheList() throws IOException {
    Path list = Path.of(System.getProperty("guidepost.shared", "none"), "CAPABILITIES.md");
    if (!Files.exists(list)) {
      Assumptions.abort("shared data absent: the list of capabilities");
    }
    List<String> rows = Files.readAllLines(list);
    Set<String> ids = new TreeSet<>();
    Map<String, Set<String>> areas = new TreeMap<>();
    Pattern row = Pattern.compile("\\| (\\d-\\d+|w\\d+) \\|.*\\| ([^|]*) \\|");
    for (String line : rows) {
      Matcher matcher = row.matcher(line);
      if (matcher.matches()) {
        ids.add(matcher.group(1));
        areas.computeIfAbsent(matcher.group(2), area -> new TreeSet<>()).add(matcher.group(1));
      }
    }
    assertEquals(all(), ids);
    AREAS.forEach((area, shown) -> assertEquals(shown, areas.get(area), area));
  }
}
