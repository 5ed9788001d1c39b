package dev.guidepost.core.fact;

import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.quantity.UnitOfMeasure;
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
        boolean bad = at == currencyAt && !value.isBlank() && !UnitOfMeasure.Money.isCode(value);
        valueCodes[at][i] =
            bad ? BAD : value.isBlank() ? Staging.NO_VALUE : staging.valueCode(at, value);
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
        why = batch.take(columns.key(i));
      }
      if (why != null) {
        batch.reject("index " + i, why);
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
    if (currencyAt >= 0 && value(currencyAt, i) == BAD) {
      return "currency must be three upper-case letters, but was another text";
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
