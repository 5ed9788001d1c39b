package dev.guidepost.examples.report;

import com.google.common.collect.Iterables;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes CSV that is safe to open in a spreadsheet.
 *
 * <p>UTF-8, lines that end in {@code \n}, quoted as RFC 4180 has it. A text that a spreadsheet
 * would run as a formula gets an apostrophe in front; a number stays as it is.
 *
 * <pre>{@code
 * SafeCsv.write(file, List.of("name", "change"), List.of(List.of("=1+1", "-12.5")));
 * // name,change
 * // '=1+1,-12.5
 * }</pre>
 */
public final class SafeCsv {

  /** What starts a formula, also in the full-width forms that some spreadsheets take as well. */
  private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  private SafeCsv() {}

  /**
   * Writes a file, in place of one that is there.
   *
   * @param file the file
   * @param header the names of the columns
   * @param rows the rows, each with as many cells as the header
   * @throws IllegalArgumentException if the header is empty or a row has more or fewer cells
   * @throws IOException if the file cannot be written
   */
  public static void write(Path file, List<String> header, Iterable<List<String>> rows)
      throws IOException {
    if (header.isEmpty()) {
      throw new IllegalArgumentException("header must have columns, but has none");
    }
    try (CsvWriter writer =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8)) {
      for (List<String> row : Iterables.concat(List.of(header), rows)) {
        if (row.size() != header.size()) {
          throw new IllegalArgumentException(
              "row must have " + header.size() + " cells, but has " + row.size() + ": " + row);
        }
        writer.writeRecord(row.stream().map(SafeCsv::cell).toList());
      }
    }
  }

  /**
   * Returns what is written for a cell, before quoting.
   *
   * @param text the text
   * @return the text, with an apostrophe in front if it starts like a formula and is no number
   */
  static String cell(String text) {
    boolean formula =
        !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches();
    return formula ? "'" + text : text;
  }
}
