package dev.guidepost.examples.cases;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Files of published cases; the tests that read them are skipped where they are absent. */
final class Shared {
  private Shared() {}

  /** Returns a file, or skips the test. */
  static Path file(String name) {
    Path file = Path.of(System.getProperty("guidepost.shared", "none")).resolve(name);
    if (!Files.isRegularFile(file)) {
      Assumptions.abort("shared data absent: " + name);
    }
    return file;
  }

  /** Returns the records of a file with a header, or skips the test. */
  static List<NamedCsvRecord> rows(String name) throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file(name))) {
      return csv.stream().toList();
    }
  }
}
