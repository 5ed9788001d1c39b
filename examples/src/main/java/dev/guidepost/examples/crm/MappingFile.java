package dev.guidepost.examples.crm;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys and values of a mapping file, each key known and given once.
 *
 * @param name the file's name, for messages
 * @param values the values by key
 */
record MappingFile(String name, SortedMap<String, String> values) {

  /** Keeps what is read in place of the last value of each key. */
  private static final class Entries extends Properties {
    private static final long serialVersionUID = 1L;

    private final HashSet<String> twice = new HashSet<>();

    @Override
    public synchronized Object put(Object key, Object value) {
      Object before = super.put(key, value);
      if (before != null) {
        twice.add(key.toString());
      }
      return before;
    }
  }

  /**
   * Reads a mapping file.
   *
   * @param file the file: properties in UTF-8
   * @return its keys and values
   * @throws ImportException if it cannot be read, has a key twice, or keys that are not known
   */
  static MappingFile read(Path file) {
    String name = String.valueOf(file.getFileName());
    Entries entries = new Entries();
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      entries.load(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
    } catch (CharacterCodingException e) {
      throw new ImportException("mapping " + name + " must be encoded as UTF-8");
    } catch (IOException e) {
      throw new ImportException("mapping " + name + " cannot be read: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new ImportException("mapping " + name + " must be properties: " + e.getMessage());
    }
    SortedMap<String, String> values = new TreeMap<>();
    for (String key : entries.stringPropertyNames()) {
      String value = entries.getProperty(key);
      values.put(key, value.isBlank() ? value : value.strip());
    }
    MappingFile mapping = new MappingFile(name, values);
    if (!entries.twice.isEmpty()) {
      throw mapping.wrong("must have each key once, but has twice: " + sorted(entries.twice));
    }
    mapping.requireKnown();
    return mapping;
  }

  private void requireKnown() {
    List<String> unknown = values.keySet().stream().filter(key -> !Key.known(key)).toList();
    if (!unknown.isEmpty()) {
      List<String> keys = Arrays.stream(Key.values()).map(Key::text).toList();
      throw wrong(
          "has keys that are not known: "
              + String.join(
                  ", ",
                  unknown.stream()
                      .map(key -> key + " (did you mean " + nearest(key, keys) + "?)")
                      .toList()));
    }
  }

  /** Returns an exception that starts with the name of the mapping. */
  ImportException wrong(String problem) {
    return new ImportException("mapping " + name + " " + problem);
  }

  /** Returns the value of a key, if it has one that is not empty. */
  Optional<String> value(Key key) {
    return Optional.ofNullable(values.get(key.text()))
        .or(key::fallback)
        .filter(value -> !value.isEmpty());
  }

  boolean has(Key key) {
    return values.containsKey(key.text());
  }

  String need(Key key) {
    return value(key)
        .orElseThrow(() -> wrong("must have " + key.text() + ", but that is missing or empty"));
  }

  /** Returns what stands in the place of each key of a family, with its value. */
  SortedMap<String, String> family(Key family) {
    SortedMap<String, String> found = new TreeMap<>();
    for (Map.Entry<String, String> entry : values.entrySet()) {
      family.nameIn(entry.getKey()).ifPresent(place -> found.put(place, entry.getValue()));
    }
    return found;
  }

  /** Returns the parts of a list: one record of CSV, so that a part may be quoted. */
  List<String> list(String key, String value) {
    if (value.isBlank()) {
      return List.of();
    }
    try {
      List<String> parts =
          CsvReader.builder()
              .trimWhitespacesAroundQuotes(true)
              .ofSingleCsvRecord(value)
              .getFields()
              .stream()
              .map(Row::stripped)
              .toList();
      if (!parts.contains("")) {
        return parts;
      }
    } catch (CsvParseException e) {
      throw noList(key, value);
    }
    throw noList(key, value);
  }

  private ImportException noList(String key, String value) {
    return wrong("must have names with commas between them in " + key + ", but has " + value);
  }

  static List<String> sorted(Collection<String> names) {
    return names.stream().sorted().toList();
  }

  /** Returns the candidate that takes the fewest changes of letters. */
  static String nearest(String given, List<String> candidates) {
    return candidates.stream()
        .min(Comparator.comparingInt(candidate -> distance(given, candidate)))
        .orElse("");
  }

  private static int distance(String from, String to) {
    int[] costs = new int[to.length() + 1];
    Arrays.setAll(costs, i -> i);
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = costs[0];
      costs[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = costs[j];
        costs[j] = Math.min(changed, 1 + Math.min(costs[j], costs[j - 1]));
      }
    }
    return costs[to.length()];
  }
}
