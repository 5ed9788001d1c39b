package dev.guidepost.examples.crm;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.record.Outcome;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an export means: which file and column holds what, and what its words stand for. */
final class Mapping {

  private static final Pattern LEVEL_NAME = Pattern.compile("[\\p{L}\\p{N}_ -]+");
  private static final List<Key> FILES =
      List.of(
          Key.DEALS,
          Key.HISTORY,
          Key.PRODUCTS,
          Key.PEOPLE,
          Key.ACTIVITIES,
          Key.TARGETS,
          Key.COMMITMENTS);

  private final MappingFile file;
  private final Formats formats;
  private final DateTimeFormatter dates;
  private final Pattern numbers;
  private final int moneyScale;
  private final Catalog catalog;
  private final List<String> levels;
  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
  private final Map<String, String> columns = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> aliases = new HashMap<>();
  private final Map<String, MetricId> kinds;
  private final Map<String, MetricId> metrics;

  private Mapping(MappingFile file) {
    this.file = file;
    formats = formats(file);
    dates = dates(file);
    numbers = formats.numbers();
    moneyScale = moneyScale(file);
    catalog = StandardMetrics.catalog(currency(file), moneyScale);
    levels = levels(file);
    readStages();
    readColumns();
    readAliases();
    kinds = words(Key.KINDS);
    metrics = words(Key.METRICS);
    for (MetricId metric : kinds.values()) {
      if (catalog.metric(metric).metricClass() != MetricClass.ACTIVITY) {
        throw file.wrong("must name an activity in kinds.<metric>, but names " + metric);
      }
    }
  }

  /**
   * Reads a mapping.
   *
   * @param path the mapping file
   * @return the mapping
   * @throws ImportException if it has any mistake
   */
  static Mapping read(Path path) {
    return new Mapping(MappingFile.read(path));
  }

  private static Formats formats(MappingFile file) {
    String encoding = file.need(Key.ENCODING);
    Charset charset;
    try {
      charset = Charset.forName(encoding);
    } catch (IllegalArgumentException e) {
      throw file.wrong("must name an encoding such as UTF-8 in csv.encoding, not " + encoding);
    }
    char delimiter = character(file, Key.DELIMITER);
    char quote = character(file, Key.QUOTE);
    char decimal = character(file, Key.DECIMAL);
    String grouping = file.value(Key.GROUPING).isEmpty() ? "" : character(file, Key.GROUPING) + "";
    if (delimiter == quote || "\r\n".indexOf(delimiter) >= 0 || "\r\n".indexOf(quote) >= 0) {
      throw file.wrong("must have a csv.delimiter and csv.quote that differ and break no line");
    }
    if (grouping.equals(String.valueOf(decimal)) || mark(decimal + grouping)) {
      throw file.wrong("must have a number.decimal and number.grouping that differ and no digits");
    }
    String ends = file.need(Key.DATE_ENDS);
    if (!ends.equals("included") && !ends.equals("excluded")) {
      throw file.wrong("must have included or excluded in date.ends, but has " + ends);
    }
    return new Formats(
        charset,
        delimiter,
        quote,
        decimal,
        grouping,
        file.need(Key.DATE_FORMAT),
        ends.equals("included"));
  }

  /** Tells whether any of the marks could be part of a number. */
  private static boolean mark(String marks) {
    return marks.chars().anyMatch(c -> c == '-' || Character.isDigit(c));
  }

  private static char character(MappingFile file, Key key) {
    String value = file.need(key);
    if (value.length() != 1) {
      throw file.wrong("must have one character in " + key.text() + ", but has \"" + value + "\"");
    }
    return value.charAt(0);
  }

  private static DateTimeFormatter dates(MappingFile file) {
    String pattern = file.need(Key.DATE_FORMAT);
    try {
      DateTimeFormatter formatter = Formats.dates(pattern);
      LocalDate day = LocalDate.of(2026, 11, 23);
      if (LocalDate.parse(formatter.format(day.atStartOfDay()), formatter).equals(day)) {
        return formatter;
      }
    } catch (java.time.DateTimeException | IllegalArgumentException e) {
      throw noDates(file, pattern);
    }
    throw noDates(file, pattern);
  }

  private static ImportException noDates(MappingFile file, String pattern) {
    return file.wrong(
        "must have a form of dates such as dd.MM.yyyy in date.format, not " + pattern);
  }

  private static String currency(MappingFile file) {
    String currency = file.need(Key.CURRENCY);
    try {
      return new UnitOfMeasure.Money(currency).currency();
    } catch (IllegalArgumentException e) {
      throw file.wrong(
          "must have three upper-case letters such as USD in currency, not " + currency);
    }
  }

  private static int moneyScale(MappingFile file) {
    String scale = file.need(Key.MONEY_SCALE);
    if (!scale.matches("[0-9]")) {
      throw file.wrong("must have a number of decimals, 0 to 9, in money.scale, not " + scale);
    }
    return Integer.parseInt(scale);
  }

  private static List<String> levels(MappingFile file) {
    List<String> levels = file.list(Key.LEVELS.text(), file.value(Key.LEVELS).orElse(""));
    for (String level : levels) {
      if (!LEVEL_NAME.matcher(level).matches()
          || levels.indexOf(level) != levels.lastIndexOf(level)) {
        throw file.wrong("must have plain and different names in people.units, not " + levels);
      }
    }
    return levels;
  }

  private void readStages() {
    Map<Key, Outcome> lists =
        Map.of(
            Key.STAGES_OPEN, Outcome.OPEN,
            Key.STAGES_WON, Outcome.WON,
            Key.STAGES_LOST, Outcome.LOST);
    file.need(Key.STAGES_WON);
    for (Key key : List.of(Key.STAGES_OPEN, Key.STAGES_WON, Key.STAGES_LOST)) {
      for (String stage : file.list(key.text(), file.value(key).orElse(""))) {
        if (outcomes.putIfAbsent(stage, lists.getOrDefault(key, Outcome.OPEN)) != null) {
          throw file.wrong("must have each stage in one list, but has twice: " + stage);
        }
      }
    }
  }

  private void readColumns() {
    file.need(Key.DEALS);
    for (Key named : FILES) {
      for (Key key : Key.values()) {
        if (key.column() && key.section().equals(named.section())) {
          readColumn(key, named);
        }
      }
    }
    requirePeriods();
    requireDeals();
    for (String level : levels) {
      String key = Key.LEVEL.of(level);
      columns.put(
          key,
          Optional.ofNullable(file.values().get(key))
              .filter(column -> !column.isEmpty())
              .orElseThrow(
                  () -> file.wrong("must have " + key + ", as people.units has " + level)));
    }
    requireIn("people.units", levels, file.family(Key.LEVEL), Key.LEVEL);
    Map<String, String> entered = file.family(Key.STAGE_ENTERED);
    requireIn("the stages", outcomes.keySet(), entered, Key.STAGE_ENTERED);
    entered.forEach((stage, column) -> columns.put(Key.STAGE_ENTERED.of(stage), column));
  }

  private void readColumn(Key key, Key named) {
    Optional<String> column = file.value(key);
    if (column.isPresent() && !file.has(named)) {
      throw file.wrong("must have " + named.text() + ", as it has " + key.text());
    }
    if (key.needed() && file.has(named)) {
      file.need(key);
    }
    column.ifPresent(name -> columns.put(key.text(), name));
  }

  private void requirePeriods() {
    boolean ends = file.has(Key.TARGET_START) && file.has(Key.TARGET_END);
    boolean anyEnd = file.has(Key.TARGET_START) || file.has(Key.TARGET_END);
    if (file.has(Key.TARGETS) && (file.has(Key.TARGET_PERIOD) ? anyEnd : !ends)) {
      throw file.wrong("must have either targets.period, or targets.start and targets.end");
    }
    if (!levels.isEmpty() && !file.has(Key.PEOPLE)) {
      throw file.wrong("must have people.file, as it has people.units");
    }
  }

  private void requireDeals() {
    if (file.value(Key.DEAL_OWNER).isPresent() == file.value(Key.DEALS_OWNED_BY).isPresent()) {
      throw file.wrong("must have either deals.owner or deals.owned-by");
    }
    try {
      file.value(Key.DEALS_OWNED_BY).ifPresent(PersonId::of);
    } catch (IllegalArgumentException e) {
      throw file.wrong("must have the id of a person in deals.owned-by: " + e.getMessage());
    }
    if (!file.has(Key.HISTORY)) {
      file.need(Key.DEAL_CLOSED);
    }
  }

  private void requireIn(
      String where, java.util.Collection<String> names, Map<String, String> family, Key key) {
    for (String name : family.keySet()) {
      if (!names.contains(name)) {
        throw file.wrong(
            "must have only names of " + where + ", " + names + ", in " + key.of(name));
      }
    }
  }

  private void readAliases() {
    file.family(Key.ALIAS)
        .forEach(
            (place, meaning) -> {
              String column =
                  columns.keySet().stream()
                      .filter(key -> place.startsWith(key + "."))
                      .findFirst()
                      .orElseThrow(
                          () ->
                              file.wrong(
                                  "must start alias."
                                      + place
                                      + " with the key of a column it has, such as "
                                      + MappingFile.nearest(place, List.copyOf(columns.keySet()))));
              aliases
                  .computeIfAbsent(column, key -> new HashMap<>())
                  .put(place.substring(column.length() + 1), meaning);
            });
  }

  /** Returns the words of a family with the metric that each stands for. */
  private Map<String, MetricId> words(Key family) {
    Map<String, MetricId> words = new HashMap<>();
    file.family(family)
        .forEach(
            (name, list) -> {
              Metric metric = metric(family.of(name), name);
              for (String word : file.list(family.of(name), list)) {
                MetricId before = words.put(word, metric.id());
                if (before != null) {
                  throw file.wrong("must have each word for a metric once, but has twice: " + word);
                }
              }
            });
    return words;
  }

  private Metric metric(String key, String id) {
    return catalog.metrics().stream()
        .filter(metric -> metric.id().value().equals(id))
        .findFirst()
        .orElseThrow(
            () -> file.wrong("must name one of " + metricNames() + " in " + key + ", not " + id));
  }

  private List<String> metricNames() {
    return catalog.metrics().stream().map(metric -> metric.id().value()).toList();
  }

  Optional<String> value(Key key) {
    return file.value(key);
  }

  String need(Key key) {
    return file.need(key);
  }

  Formats formats() {
    return formats;
  }

  int moneyScale() {
    return moneyScale;
  }

  /** Returns the levels of units, from the top down, without the company. */
  List<String> levels() {
    return levels;
  }

  /** Returns the column that a key names, if the mapping has it. */
  Optional<String> column(String key) {
    return Optional.ofNullable(columns.get(key));
  }

  /** Returns the columns of a file by key; dated stages are columns of the deals. */
  Map<String, String> columns(String section) {
    Map<String, String> found = new LinkedHashMap<>(columns);
    found
        .keySet()
        .removeIf(
            key ->
                !key.startsWith(section + ".")
                    && !(section.equals(Key.DEALS.section())
                        && Key.STAGE_ENTERED.nameIn(key).isPresent()));
    return found;
  }

  /** Returns the stages whose entries are dated, in the order of the lists of stages. */
  List<String> datedStages() {
    List<String> stages = new ArrayList<>(outcomes.keySet());
    stages.removeIf(stage -> !columns.containsKey(Key.STAGE_ENTERED.of(stage)));
    return stages;
  }

  /** Returns what a value of a column stands for: its alias, or else itself. */
  String meaning(String key, String given) {
    return aliases.getOrDefault(key, Map.of()).getOrDefault(given, given);
  }

  /** Returns what a stage means; refuses one that the mapping does not have. */
  Outcome outcome(String stage) {
    Outcome outcome = outcomes.get(stage);
    if (outcome == null) {
      throw new IllegalArgumentException("must be one of the stages " + outcomes.keySet());
    }
    return outcome;
  }

  /** Returns the metric of a kind of activity; refuses one that the mapping does not have. */
  Metric kind(String word) {
    return Optional.ofNullable(kinds.get(word))
        .map(catalog::metric)
        .or(() -> byId(word).filter(found -> found.metricClass() == MetricClass.ACTIVITY))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be one of the kinds " + MappingFile.sorted(kinds.keySet())));
  }

  /** Returns the metric of a word; refuses one that neither the mapping nor the catalog has. */
  Metric metric(String word) {
    return Optional.ofNullable(metrics.get(word))
        .map(catalog::metric)
        .or(() -> byId(word))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be one of "
                        + MappingFile.sorted(metrics.keySet())
                        + " or a metric of "
                        + metricNames()));
  }

  private Optional<Metric> byId(String id) {
    return catalog.metrics().stream().filter(metric -> metric.id().value().equals(id)).findFirst();
  }

  LocalDate date(String text) {
    return formats.date(text, dates);
  }

  LocalDateTime time(String text) {
    return formats.time(text, dates);
  }

  Quantity number(String text) {
    return formats.number(text, numbers);
  }
}
