package dev.guidepost.examples.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the guide to the truth: its code runs and prints what it shows. {@code -Dguide.only=20}
 * runs the chapters whose names start so.
 */
class GuideTest {
  private static final int WIDEST = 130;

  @TestFactory
  Stream<DynamicTest> printsWhatItShows() {
    return Chapter.all().stream()
        .map(chapter -> DynamicTest.dynamicTest(chapter.name(), () -> printsWhatItShows(chapter)));
  }

  private static void printsWhatItShows(Chapter chapter) throws IOException {
    if (chapter.missing().isPresent()) {
      Assumptions.abort("shared data absent: " + chapter.missing().get());
    }
    Golden.check(chapter.file(), chapter.run());
  }

  @Test
  void theFirstChapterLeadsToEveryOther() {
    Assumptions.assumeTrue(Chapter.allThere(), "only some chapters are looked at");
    List<Chapter> chapters = Chapter.all();
    Chapter start = chapters.get(0);
    assertEquals("00-start.md", start.name());
    List<Path> others = chapters.subList(1, chapters.size()).stream().map(Chapter::file).toList();
    List<Path> linked = start.links().stream().filter(others::contains).toList();
    assertEquals(others, linked, "must link every chapter once, in order");
    assertTrue(start.links().stream().allMatch(Files::exists), "must link to what is there");
  }

  @TestFactory
  Stream<DynamicTest> readsWell() {
    return Chapter.all().stream()
        .map(chapter -> DynamicTest.dynamicTest(chapter.name(), () -> readsWell(chapter)));
  }

  private static void readsWell(Chapter chapter) {
    chapter.shows();
    assertTrue(chapter.hasCode(), "a chapter must show code");
    List<String> wide = chapter.written().lines().filter(line -> line.length() > WIDEST).toList();
    assertEquals(List.of(), wide, "lines must have at most " + WIDEST + " characters");
    for (Path link : chapter.links()) {
      assertTrue(Files.exists(link), "must link to what is there, but links to " + link);
    }
  }
}
