package dev.guidepost.examples.backtest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a run measured, as it is kept in a file: settings, checks by which a smaller run can tell
 * whether it does the same, and figures by name.
 *
 * @param settings what was run, by name, in order
 * @param checks sums of scores by look, in order
 * @param figures the figures by name, in order
 */
record Figures(
    Map<String, String> settings, Map<String, String> checks, Map<String, Figure> figures) {

  private static final String SETTING = "setting";
  private static final String CHECK = "check";
  private static final String FIGURE = "figure";
  private static final int PARTS = 8;

  /** Returns an empty collection. */
  static Figures empty() {
    return new Figures(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  /** Returns a figure; one that was not measured is not a number. */
  Figure figure(String name) {
    return figures.getOrDefault(
        name, new Figure(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0));
  }

  /** Returns a setting. */
  String setting(String name) {
    return Objects.requireNonNull(settings.get(name), name);
  }

  /** Returns the lines of the file. */
  String write() {
    List<String> lines = new ArrayList<>();
    settings.forEach((name, value) -> lines.add(SETTING + ";" + name + ";" + value));
    checks.forEach((name, value) -> lines.add(CHECK + ";" + name + ";" + value));
    figures.forEach(
        (name, one) ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "%s;%s;%.6f;%.6f;%.6f;%.6f;%d;%d",
                    FIGURE,
                    name,
                    one.value(),
                    one.error(),
                    one.low(),
                    one.high(),
                    one.count(),
                    one.blocks())));
    return lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  /** Reads the lines of the file. */
  static Figures read(String text) {
    Figures read = empty();
    text.lines()
        .forEach(
            line -> {
              String[] words = line.split(";", 3);
              switch (words[0]) {
                case SETTING -> read.settings.put(words[1], words[2]);
                case CHECK -> read.checks.put(words[1], words[2]);
                default -> read.figures.put(words[1], figure(line.split(";", -1)));
              }
            });
    return read;
  }

  private static Figure figure(String[] parts) {
    if (parts.length != PARTS || !parts[0].equals(FIGURE)) {
      throw new IllegalArgumentException(
          "line must be a setting, check or figure, but was " + String.join(";", parts));
    }
    return new Figure(
        Double.parseDouble(parts[2]),
        Double.parseDouble(parts[3]),
        Double.parseDouble(parts[4]),
        Double.parseDouble(parts[5]),
        Long.parseLong(parts[6]),
        Integer.parseInt(parts[7]));
  }
}
