package dev.guidepost.core.metric;

import java.util.regex.Pattern;

/**
 * The id of a metric: lower-case words joined by hyphens, such as {@code win-rate}.
 *
 * @param value the id, up to 200 characters
 */
public record MetricId(String value) implements Comparable<MetricId> {

  private static final int MAX_LENGTH = 200;
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /**
   * Creates an id.
   *
   * @param value the id
   * @throws IllegalArgumentException if it is not made of lower-case words joined by hyphens, or is
   *     too long
   */
  public MetricId {
    if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "metric id must be lower-case words joined by hyphens, up to "
              + MAX_LENGTH
              + " characters, but was \""
              + value
              + "\"");
    }
  }

  /**
   * Returns an id.
   *
   * @param value the id, such as {@code "win-rate"}
   * @return the id
   * @throws IllegalArgumentException if it is not made of lower-case words joined by hyphens, or is
   *     too long
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
