package dev.guidepost.core.fact;

import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why rows are not taken, in words. */
final class Reasons {

  private Reasons() {}

  /** Returns why a text cannot be the value of a dimension, or null if it can. */
  static @Nullable String badValue(Dimension dimension, String value) {
    if (dimension.equals(Dimension.CURRENCY) && !UnitOfMeasure.Money.isCode(value)) {
      return "currency must be three upper-case letters, but was \"" + value + "\"";
    }
    return isTrimmed(value) ? null : spaceAround(dimension.toString(), value);
  }

  /** Returns why a text cannot be a source key, or null if it can. */
  static @Nullable String badKey(String key) {
    if (isTrimmed(key)) {
      return null;
    }
    return key.isBlank() ? "key must not be blank" : spaceAround("key", key);
  }

  private static String spaceAround(String what, String text) {
    return what + " must not start or end with white space, but was \"" + text + "\"";
  }

  /** Tells whether a text is not blank and has no white space at its ends. */
  static boolean isTrimmed(String text) {
    int last = text.length() - 1;
    return last >= 0 && !isSpace(text.charAt(0)) && !isSpace(text.charAt(last));
  }

  /** White space in either sense that Java knows, as ids have it. */
  private static boolean isSpace(char character) {
    return character <= ' '
        || (character > '~'
            && (Character.isWhitespace(character) || Character.isSpaceChar(character)));
  }

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

  static String noMetric(List<Metric> metrics, MetricId metric) {
    return "metric must be one of "
        + metrics.stream().map(Metric::id).toList()
        + ", but was "
        + metric;
  }

  static String derived(Metric metric) {
    return metric.aggregation() instanceof Aggregation.WeightedMean
        ? metric.id()
            + " must have a value and a weight, as it is a weighted mean: put(metric, value,"
            + " weight)"
        : metric.id() + " must take facts, but is derived: " + metric.aggregation();
  }

  static String noMean(Metric metric) {
    return metric.id() + " must be a weighted mean, but is \"" + metric.aggregation() + "\"";
  }
}
