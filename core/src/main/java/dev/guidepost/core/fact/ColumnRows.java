package dev.guidepost.core.fact;

import dev.guidepost.core.metric.Dimension;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of {@link FactColumns}, going into a batch. */
final class ColumnRows {

  private static final int BAD = -1;

  private final FactColumns columns;
  private final Batch batch;
  private final FactRules rules;
  private final Staging staging;
  private final int[] metricCodes;
  private final int[] partyCodes;
  private final int[][] valueCodes;
  private final int[] @Nullable [] values;
  private final int currencyAt;
  private boolean someBad;

  ColumnRows(FactColumns columns, Batch batch, LedgerWriter writer, Staging staging) {
    this.columns = columns;
    this.batch = batch;
    this.rules = writer.rules();
    this.staging = staging;
    currencyAt = Currencies.dimension(writer.catalog());
    metricCodes = columns.metrics().stream().mapToInt(rules::code).toArray();
    partyCodes = new int[columns.parties().size()];
    Arrays.fill(partyCodes, Dictionary.NONE);
    int dimensions = staging.dimensions.length;
    valueCodes = new int[dimensions][];
    values = new int[dimensions][];
    for (Map.Entry<Dimension, FactColumns.Values> entry : columns.dimensions().entrySet()) {
      int at = writer.dimensionCode(entry.getKey());
      List<String> dictionary = entry.getValue().values;
      values[at] = entry.getValue().codes;
      valueCodes[at] = new int[dictionary.size()];
      for (int i = 0; i < dictionary.size(); i++) {
        String value = dictionary.get(i);
        if (!value.isBlank()) {
          boolean bad = Reasons.badValue(entry.getKey(), value) != null;
          valueCodes[at][i] = bad ? BAD : staging.valueCode(at, value);
          someBad |= bad;
        }
      }
    }
  }

  /** Tells whether these are the rows of columns, whose arrays may have been filled again. */
  @SuppressWarnings("ReferenceEquality")
  boolean isOf(FactColumns other) {
    return columns == other;
  }

  void add() {
    staging.reserve(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      String why = stage(i);
      if (why == null) {
        why = batch.take(columns.key(i), false);
      }
      if (why != null) {
        String key = columns.key(i);
        batch.reject(key == null || key.isBlank() ? "index " + i : key + " (index " + i + ")", why);
      }
    }
  }

  /** Stages the fact of a row, or returns why it cannot be. */
  private @Nullable String stage(int i) {
    int metricCode = columns.metricCode(i);
    if (metricCode < 0 || metricCode >= metricCodes.length) {
      return "metric must be one of " + columns.metrics() + ", but had code " + metricCode;
    }
    int metric = metricCodes[metricCode];
    int party = columns.partyCode(i);
    if (party < 0 || party >= partyCodes.length) {
      return rules.id(metric) + " must have a participant, but had none";
    }
    int day = columns.day(i);
    long amount = columns.amount(i);
    String why = rules.refusal(metric, day, amount);
    if (why != null) {
      return why;
    }
    if (someBad) {
      for (Map.Entry<Dimension, FactColumns.Values> entry : columns.dimensions().entrySet()) {
        int code = entry.getValue().codes[i];
        List<String> texts = entry.getValue().values;
        String text = code < 0 || code >= texts.size() ? "" : texts.get(code);
        String bad = text.isBlank() ? null : Reasons.badValue(entry.getKey(), text);
        if (bad != null) {
          return bad;
        }
      }
    }
    if (partyCodes[party] == Dictionary.NONE) {
      partyCodes[party] = staging.parties.code(columns.parties().get(party));
    }
    staging.add(partyCodes[party], FactRules.pack(metric, day), amount);
    for (int d = 0; d < values.length; d++) {
      staging.setValue(d, value(d, i));
    }
    if (currencyAt >= 0) {
      staging.fillCurrency(currencyAt, value(currencyAt, i), rules);
    }
    return null;
  }

  private int value(int dimension, int i) {
    int[] codes = values[dimension];
    if (codes == null) {
      return Staging.NO_VALUE;
    }
    int code = codes[i];
    int[] local = valueCodes[dimension];
    return code < 0 || code >= local.length ? Staging.NO_VALUE : local[code];
  }
}
