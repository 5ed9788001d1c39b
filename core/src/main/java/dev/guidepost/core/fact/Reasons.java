package dev.guidepost.core.fact;

import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;

/** Why rows are not taken, in words. */
final class Reasons {

  private Reasons() {}

  static String noRow(boolean keyed) {
    return "a row must put an amount, but did not"
        + (keyed ? "; withdraw(key) takes back what stands" : "");
  }

  static String again(String key) {
    return "key must occur once in a batch, but \"" + key + "\" occurred again";
  }

  static String keyless(String batch) {
    return "batch \""
        + batch
        + "\" was committed before: its rows without a key cannot be told apart";
  }

  static String noAmount(MetricId metric) {
    return metric + " must have an amount, but had none";
  }

  static String noCurrency(MetricId metric, String text) {
    return metric + " must have a currency of three upper-case letters, but had \"" + text + "\"";
  }

  static String foreign(MetricId metric, String own, String currency) {
    return metric
        + " must be in "
        + own
        + ", as the catalog lacks the dimension "
        + Dimension.CURRENCY
        + ", but was in "
        + currency;
  }

  static String noMoney(Metric metric) {
    return metric.id() + " must be money to have a currency, but is in " + metric.unit();
  }

  static String noMean(Metric metric) {
    return metric.id() + " must be a weighted mean, but is \"" + metric.aggregation() + "\"";
  }
}
