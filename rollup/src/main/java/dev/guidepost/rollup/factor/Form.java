package dev.guidepost.rollup.factor;

import com.google.common.collect.ImmutableSortedMap;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Fraction;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Sums added up, each so many times, such as bookings less costs; the first of them once, so that
 * two that differ by a number only are equal.
 *
 * @param terms how many times each sum counts, never 0; at least one; by id
 */
public record Form(SortedMap<MetricId, Fraction> terms) {

  /**
   * Creates a form.
   *
   * @param terms how many times each sum counts
   */
  public Form {
    terms = ImmutableSortedMap.copyOfSorted(terms);
  }

  /**
   * Returns the form of one sum.
   *
   * @param sum the metric
   * @return the sum, once
   */
  public static Form of(MetricId sum) {
    return new Form(new TreeMap<>(Map.of(sum, Fraction.of(1))));
  }

  /**
   * Returns what it comes to.
   *
   * @param sums what each sum comes to
   * @return the sum of the terms
   */
  public Fraction value(Function<MetricId, Fraction> sums) {
    Fraction value = Fraction.ZERO;
    for (Map.Entry<MetricId, Fraction> term : terms.entrySet()) {
      value = value.plus(term.getValue().times(sums.apply(term.getKey())));
    }
    return value;
  }

  /** Returns the id of one sum, or such as {@code "(bookings - costs)"}. */
  @Override
  public String toString() {
    if (terms.size() == 1) {
      return terms.firstKey().value();
    }
    StringBuilder text = new StringBuilder();
    terms.forEach(
        (sum, times) -> {
          boolean less = times.signum() < 0;
          Fraction size = less ? Fraction.ZERO.minus(times) : times;
          text.append(text.isEmpty() ? "(" : less ? " - " : " + ")
              .append(size.equals(Fraction.of(1)) ? "" : size + " * ")
              .append(sum);
        });
    return text.append(')').toString();
  }
}
