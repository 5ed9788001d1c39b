package dev.guidepost.core.metric;

import com.google.common.collect.ImmutableSet;
import dev.guidepost.core.time.Grain;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Aggregations as text. */
final class AggregationText {

  static final String SNAPSHOT = " snapshot";
  static final String OVER = " / ";
  static final String MEAN_OF = "mean of ";
  static final String BY = " by ";
  static final String DISTINCT = "distinct ";
  static final String OF = " of ";
  static final String FORMULA = "= ";
  static final String TO_DATE = " to date of ";

  private static final Pattern SNAPSHOTS = Pattern.compile("([a-z]+) snapshot");
  private static final Pattern RATIO = Pattern.compile("(\\S+) / (\\S+)");
  private static final Pattern UNSPACED = Pattern.compile("[^ /]+(/ ?| /)[^ /]+");
  private static final Pattern WEIGHTED = Pattern.compile("mean of (\\S+) by (\\S+)");
  private static final Pattern DISTINCT_OF =
      Pattern.compile("distinct (.+) of (\\S+)", Pattern.DOTALL);
  private static final Pattern TO_DATE_OF = Pattern.compile("([a-z-]+) to date of (\\S+)");

  private AggregationText() {}

  static List<MetricId> distinct(MetricId first, MetricId second) {
    return ImmutableSet.of(first, second).asList();
  }

  /** Returns a grain or the like as a word, such as {@code "half-year"}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E extends Enum<E>> E named(Class<E> type, String word) {
    List<E> all = List.of(type.getEnumConstants());
    return all.stream()
        .filter(constant -> word(constant).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\""
                        + word
                        + "\" must be one of "
                        + all.stream().map(AggregationText::word).toList()));
  }

  static Aggregation parse(String text) {
    return switch (text) {
      case "sum" -> new Aggregation.Sum();
      case "mean" -> new Aggregation.Mean();
      case "min" -> new Aggregation.Min();
      case "max" -> new Aggregation.Max();
      case "distribution" -> new Aggregation.Distribution();
      default -> parseParts(text);
    };
  }

  private static Aggregation parseParts(String text) {
    if (text.startsWith(FORMULA)) {
      return new Aggregation.Derived(Formula.parse(text.substring(FORMULA.length())));
    }
    try {
      Matcher matcher = DISTINCT_OF.matcher(text);
      if (matcher.matches()) {
        return new Aggregation.Distinct(
            MetricId.of(matcher.group(2)), Dimension.of(matcher.group(1)));
      }
      matcher = SNAPSHOTS.matcher(text);
      if (matcher.matches()) {
        return new Aggregation.Snapshot(named(OverTime.class, matcher.group(1)));
      }
      matcher = WEIGHTED.matcher(text);
      if (matcher.matches()) {
        return new Aggregation.WeightedMean(
            MetricId.of(matcher.group(1)), MetricId.of(matcher.group(2)));
      }
      matcher = TO_DATE_OF.matcher(text);
      if (matcher.matches()) {
        return new Aggregation.ToDate(
            MetricId.of(matcher.group(2)), named(Grain.class, matcher.group(1)));
      }
      matcher = RATIO.matcher(text);
      if (matcher.matches()) {
        return new Aggregation.RatioOf(
            MetricId.of(matcher.group(1)), MetricId.of(matcher.group(2)));
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(message(text) + ": " + e.getMessage(), e);
    }
    throw new IllegalArgumentException(message(text));
  }

  private static String message(String text) {
    return "aggregation must look like \"sum\", \"last snapshot\", \"wins / closed\", \"mean\","
        + " \"mean of points by ratings\", \"distinct account of meetings\", \"min\","
        + " \"max\", \"distribution\", \"= bookings - costs\" or \"year to date of"
        + " bookings\", but was \""
        + text
        + "\""
        + (UNSPACED.matcher(text).matches() ? "; blanks must stand around /" : "");
  }
}
