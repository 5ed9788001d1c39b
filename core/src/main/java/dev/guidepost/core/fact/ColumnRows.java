package dev.guidepost.core.fact;

import dev.guidepost.core.metric.Dimension;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of {@link FactColumns}, going into a batch. */
final class ColumnRows {

  private final FactColumns columns;
  private final ColumnCodes codes;
  private final Batch batch;
  private final FactRules rules;
  private final Staging staging;
  private final int[] @Nullable [] values;
  private final int currencyAt;

  ColumnRows(FactColumns columns, Batch batch, LedgerWriter writer, Staging staging) {
    this.columns = columns;
    this.codes = staging.codes(columns, writer);
    this.batch = batch;
    this.rules = writer.rules();
    this.staging = staging;
    currencyAt = Currencies.dimension(writer.catalog());
    values = new int[staging.dimensions.length][];
    for (Map.Entry<Dimension, FactColumns.Values> entry : columns.dimensions().entrySet()) {
      values[writer.dimensionCode(entry.getKey())] = entry.getValue().codes;
    }
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
    if (metricCode < 0 || metricCode >= codes.metrics.length) {
      return "metric must be one of " + columns.metrics() + ", but had code " + metricCode;
    }
    int metric = codes.metrics[metricCode];
    int party = columns.partyCode(i);
    if (party < 0 || party >= codes.partyCount()) {
      return rules.id(metric) + " must have a participant, but had none";
    }
    int day = columns.day(i);
    long amount = columns.amount(i);
    String why = rules.refusal(metric, day, amount);
    if (why == null && codes.someBad) {
      why = badValue(i);
    }
    if (why != null) {
      return why;
    }
    staging.add(codes.party(columns, party), FactRules.pack(metric, day), amount);
    for (int d = 0; d < values.length; d++) {
      staging.setValue(d, value(d, i));
    }
    if (currencyAt >= 0) {
      staging.fillCurrency(currencyAt, value(currencyAt, i), rules);
    }
    return null;
  }

  /** Returns what is wrong with the values of a row, null if nothing is. */
  private @Nullable String badValue(int i) {
    for (Map.Entry<Dimension, FactColumns.Values> entry : columns.dimensions().entrySet()) {
      int code = entry.getValue().codes[i];
      List<String> texts = entry.getValue().values;
      String text = code < 0 || code >= texts.size() ? "" : texts.get(code);
      String bad = text.isBlank() ? null : Reasons.badValue(entry.getKey(), text);
      if (bad != null) {
        return bad;
      }
    }
    return null;
  }

  private int value(int dimension, int i) {
    int[] places = values[dimension];
    return places == null ? Staging.NO_VALUE : codes.value(dimension, places[i]);
  }
}
