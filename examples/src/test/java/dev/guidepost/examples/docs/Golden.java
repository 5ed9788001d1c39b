package dev.guidepost.examples.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts in the repository that must be what the code gives today. */
final class Golden {
  private static final String REWRITE =
      "mvn -q test -pl examples -am -Dtest='GuideTest,QuestionsTest,ReadmeTest'"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.rewrite=true";

  private Golden() {}

  /** Compares a file with what it should hold, or writes it if golden.rewrite is true. */
  static void check(Path file, String expected) throws IOException {
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(file, expected);
    }
    assertEquals(
        expected,
        Files.readString(file),
        () -> file + " is not what the code gives; if the code is right, run: " + REWRITE);
  }
}
