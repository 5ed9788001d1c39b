package dev.guidepost.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quoting, and cells that a spreadsheet would run. */
class SafeCsvTest {
  @TempDir Path folder;

  @Test
  void quotesAsTheStandardHasIt() throws IOException {
    Path file = folder.resolve("out.csv");
    SafeCsv.write(
        file,
        List.of("id", "note"),
        List.of(List.of("1", "plain"), List.of("2", "a, \"b\"\nc"), List.of("", "Zoë")));
    assertEquals("id,note\n1,plain\n2,\"a, \"\"b\"\"\nc\"\n,Zoë\n", Files.readString(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "=HYPERLINK(\"http://x\")",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "-",
        "-12.5 %",
        "--1",
        "\uFF1D1+1"
      })
  void keepsSpreadsheetsFromRunningText(String text) {
    assertEquals("'" + text, SafeCsv.cell(text));
  }

  @ParameterizedTest
  @CsvSource({"-12.5", "+3", "-.5", "-1e-7", "0", "10005534", "a=b", "Ana", "''", "'1 - 2'"})
  void leavesNumbersAndOtherTextAlone(String text) {
    assertEquals(text, SafeCsv.cell(text));
  }

  @Test
  void makesHeadersSafeToo() throws IOException {
    Path file = folder.resolve("out.csv");
    SafeCsv.write(file, List.of("=id", "-1"), List.of());
    assertEquals("'=id,-1\n", Files.readString(file));
  }

  @Test
  void refusesRaggedRowsAndNoColumns() {
    Path file = folder.resolve("out.csv");
    assertThrows(
        IllegalArgumentException.class,
        () -> SafeCsv.write(file, List.of("a"), List.of(List.of("1", "2"))));
    assertThrows(IllegalArgumentException.class, () -> SafeCsv.write(file, List.of(), List.of()));
  }

  @Property(tries = 300)
  void readsBackAsOneRecordThatRunsNothing(@ForAll String one, @ForAll String other)
      throws IOException {
    Path file = Files.createTempFile("safe", ".csv");
    try {
      SafeCsv.write(file, List.of("a", "b"), List.of(List.of(unpaired(one), unpaired(other))));
      List<CsvRecord> records;
      try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
        records = reader.stream().toList();
      }
      assertEquals(2, records.size());
      assertEquals(SafeCsv.cell(unpaired(one)), records.get(1).getField(0));
      assertEquals(SafeCsv.cell(unpaired(other)), records.get(1).getField(1));
    } finally {
      Files.delete(file);
    }
  }

  /** Halves of characters have no bytes in UTF-8. */
  private static String unpaired(String text) {
    return text.replaceAll("[\\ud800-\\udfff]", "?");
  }
}
