package dev.guidepost.examples.crm;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.guidepost.examples.crm.RecordCutter.Cut;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of an export, read record by record. */
final class CsvFiles {

  /** Takes a record or refuses it. */
  interface Taker {
    /**
     * Takes a record.
     *
     * @param row the record
     * @throws Refusal if it is not taken
     */
    void take(Row row) throws Refusal;
  }

  private final Path directory;
  private final Mapping mapping;
  private final Tally tally = new Tally();
  private final CsvReader.CsvReaderBuilder parser;

  CsvFiles(Path directory, Mapping mapping) {
    this.directory = directory;
    this.mapping = mapping;
    parser =
        CsvReader.builder()
            .fieldSeparator(mapping.formats().delimiter())
            .quoteCharacter(mapping.formats().quote());
  }

  Mapping mapping() {
    return mapping;
  }

  Tally tally() {
    return tally;
  }

  /**
   * Reads a file; each record is offered once, and rejected if it is broken or refused.
   *
   * @param fileKey the key that names the file; nothing is read if the mapping leaves it out
   * @param taker takes the records in order
   * @return how many records there were
   * @throws ImportException if the file cannot be read, has no header, lacks a mapped column or has
   *     another encoding
   */
  long read(Key fileKey, Taker taker) {
    Optional<String> name = mapping.value(fileKey);
    if (name.isEmpty()) {
      return 0;
    }
    long before = tally.offered();
    try (StrictDecoder decoder = open(name.get(), fileKey)) {
      RecordCutter cutter =
          new RecordCutter(decoder, mapping.formats().delimiter(), mapping.formats().quote());
      try {
        readRecords(name.get(), fileKey, cutter, taker);
      } catch (CharacterCodingException e) {
        throw wrongEncoding(name.get(), cutter.line());
      }
    } catch (CharacterCodingException e) {
      throw wrongEncoding(name.get(), 1);
    } catch (IOException e) {
      throw new ImportException(name.get() + " cannot be read: " + e.getMessage());
    }
    return tally.offered() - before;
  }

  private StrictDecoder open(String name, Key fileKey) throws IOException {
    try {
      Path root = directory.toAbsolutePath().normalize();
      Path file = root.resolve(name).normalize();
      if (file.startsWith(root) && Files.isRegularFile(file)) {
        return new StrictDecoder(Files.newInputStream(file), mapping.formats().charset());
      }
    } catch (InvalidPathException e) {
      throw missing(name, fileKey);
    }
    throw missing(name, fileKey);
  }

  private ImportException missing(String name, Key fileKey) {
    return new ImportException(
        "there must be a file "
            + name
            + " ("
            + fileKey.text()
            + ") in the folder of the export, "
            + directory
            + ", but there is none");
  }

  private ImportException wrongEncoding(String name, long line) {
    return new ImportException(
        name
            + " must be encoded as "
            + mapping.formats().charset()
            + ", as csv.encoding of the mapping says, but line "
            + line
            + " is not");
  }

  private void readRecords(String name, Key fileKey, RecordCutter cutter, Taker taker)
      throws IOException {
    List<String> header = header(name, fileKey, cutter);
    Map<String, Integer> places = places(name, fileKey, header);
    for (Optional<Cut> cut = cutter.next(); cut.isPresent(); cut = cutter.next()) {
      tally.offer();
      try {
        List<String> fields = fields(cut.get());
        if (fields.size() != header.size()) {
          throw new Refusal(
              "",
              cut.get().text(),
              "must have " + header.size() + " fields, as the header has, not " + fields.size());
        }
        taker.take(new Row(mapping, name, cut.get().line(), places, fields));
      } catch (Refusal refusal) {
        tally.reject(name, cut.get().line(), refusal);
      }
    }
  }

  private List<String> fields(Cut cut) throws Refusal {
    if (cut.problem().isPresent()) {
      throw new Refusal("", cut.text(), cut.problem().get());
    }
    try {
      return parser.ofSingleCsvRecord(cut.text()).getFields();
    } catch (CsvParseException e) {
      throw new Refusal("", cut.text(), "must be a record of CSV");
    }
  }

  private List<String> header(String name, Key fileKey, RecordCutter cutter) throws IOException {
    Optional<Cut> cut = cutter.next();
    if (cut.isEmpty()) {
      throw new ImportException(
          name + " is empty: it must start with a header that has " + wanted(fileKey).values());
    }
    try {
      return fields(cut.get()).stream().map(Row::stripped).toList();
    } catch (Refusal refusal) {
      throw new ImportException(
          name + " must start with a header, but in line 1 " + refusal.reason());
    }
  }

  private Map<String, String> wanted(Key fileKey) {
    return mapping.columns(fileKey.section());
  }

  private Map<String, Integer> places(String name, Key fileKey, List<String> header) {
    Map<String, Integer> places = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    wanted(fileKey)
        .forEach(
            (key, column) -> {
              int place = header.indexOf(column);
              if (place < 0) {
                missing.add("\"" + column + "\" (" + key + ")");
              } else if (header.lastIndexOf(column) != place) {
                throw new ImportException(
                    name + " must have column \"" + column + "\" (" + key + ") once, but has two");
              }
              places.put(key, place);
            });
    if (!missing.isEmpty()) {
      throw new ImportException(
          name
              + " must have column "
              + String.join(", ", missing)
              + ", but its columns are "
              + Tally.shortened(String.join(", ", header), 500));
    }
    return places;
  }
}
