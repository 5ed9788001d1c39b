package dev.guidepost.core.metric;

import java.util.regex.Pattern;

/**
 * The id of a metric: lower-case words joined by hyphens, such as {@code win-rate}.
 *
 * @param value the id
 */
public record MetricId(String value) implements Comparable<MetricId> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /**
   * Creates an id.
   *
   * @param value the id
   * @throws IllegalArgumentException if it is not made of lower-case words joined by hyphens
   */
  public MetricId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "metric id must be lower-case words joined by hyphens, but was \"" + value + "\"");
    }
  }

  /**
   * Returns an id.
   *
   * @param value the id, such as {@code "win-rate"}
   * @return the id
   * @throws IllegalArgumentException if it is not made of lower-case words joined by hyphens
   */
  public static MetricId of(String value) {
    return new MetricId(value);
  }

  @Override
  public int compareTo(MetricId other) {
    return value.compareTo(other.value);
  }

  /** Returns the id, which {@link #of(String)} reads back. */
  @Override
  public String toString() {
    return value;
  }
}
