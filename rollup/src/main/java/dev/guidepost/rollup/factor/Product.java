package dev.guidepost.rollup.factor;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Fraction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A number times powers of forms: what a metric is made of, with all that cancels gone. Two metrics
 * that always come to the same have equal products.
 *
 * @param number the number
 * @param powers how often each form is a factor, negative for a divisor, never 0
 */
public record Product(Fraction number, Map<Form, Integer> powers) {

  private static final Fraction ONE = Fraction.of(1);

  /**
   * Creates a product.
   *
   * @param number the number
   * @param powers how often each form is a factor
   */
  public Product {
    powers = ImmutableMap.copyOf(powers);
  }

  /**
   * Returns a number as a product.
   *
   * @param number the number
   * @return the product without forms
   */
  public static Product of(Fraction number) {
    return new Product(number, Map.of());
  }

  /**
   * Returns a sum as a product.
   *
   * @param sum the metric
   * @return the product with it as the only factor
   */
  public static Product of(MetricId sum) {
    return new Product(ONE, Map.of(Form.of(sum), 1));
  }

  /**
   * Returns the product with another.
   *
   * @param other what to multiply by
   * @return this times the other
   */
  public Product times(Product other) {
    return new Product(number.times(other.number), powers(other, 1));
  }

  /**
   * Returns the quotient.
   *
   * @param other what to divide by; a formula does not divide by the number 0
   * @return this over the other
   */
  public Product over(Product other) {
    return new Product(number.over(other.number), powers(other, -1));
  }

  private Map<Form, Integer> powers(Product other, int sign) {
    Map<Form, Integer> all = new LinkedHashMap<>(powers);
    other.powers.forEach((form, power) -> all.merge(form, sign * power, Integer::sum));
    all.values().removeIf(power -> power == 0);
    return all;
  }

  /**
   * Returns this plus so many times another.
   *
   * @param other what to add
   * @param times how many times, 1 or -1
   * @return the sum; empty if either does not add up, or nothing is left
   */
  public Optional<Product> plus(Product other, int times) {
    Optional<SortedMap<MetricId, Fraction>> mine = terms();
    Optional<SortedMap<MetricId, Fraction>> theirs = other.terms();
    if (mine.isEmpty() || theirs.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<MetricId, Fraction> sum = new TreeMap<>(mine.get());
    theirs.get().forEach((id, by) -> sum.merge(id, by.times(Fraction.of(times)), Fraction::plus));
    sum.values().removeIf(by -> by.signum() == 0);
    if (sum.isEmpty()) {
      return Optional.empty();
    }
    Fraction first = Objects.requireNonNull(sum.get(sum.firstKey()));
    sum.replaceAll((id, by) -> by.over(first));
    return Optional.of(new Product(first, Map.of(new Form(sum), 1)));
  }

  /**
   * Returns how many times each sum counts.
   *
   * @return the terms by id, if this is sums added up; else empty, as it does not add up
   */
  public Optional<SortedMap<MetricId, Fraction>> terms() {
    if (number.signum() == 0 || powers.size() != 1 || !powers.containsValue(1)) {
      return Optional.empty();
    }
    SortedMap<MetricId, Fraction> terms = new TreeMap<>();
    powers.keySet().iterator().next().terms().forEach((id, by) -> terms.put(id, by.times(number)));
    return Optional.of(terms);
  }

  /**
   * Returns what is multiplied, or what is divided by.
   *
   * @param above true for what is multiplied, with the number
   * @return the part if it is one form, else empty
   */
  public Optional<Product> part(boolean above) {
    List<Form> found = new ArrayList<>();
    powers.forEach(
        (form, power) -> {
          for (int i = Math.abs(power); i > 0 && above == power > 0; i--) {
            found.add(form);
          }
        });
    return found.size() == 1
        ? Optional.of(new Product(above ? number : ONE, Map.of(found.get(0), 1)))
        : Optional.empty();
  }

  /**
   * Returns the sums it is made of.
   *
   * @return the metrics of all forms; unmodifiable
   */
  public Set<MetricId> sums() {
    ImmutableSet.Builder<MetricId> sums = ImmutableSet.builder();
    powers.keySet().forEach(form -> sums.addAll(form.terms().keySet()));
    return sums.build();
  }

  /**
   * Returns what it comes to.
   *
   * @param sums what each sum comes to
   * @return the value; empty if it divides by 0
   */
  public Optional<Fraction> value(Function<MetricId, Fraction> sums) {
    Fraction value = number;
    for (Map.Entry<Form, Integer> factor : powers.entrySet()) {
      Fraction form = factor.getKey().value(sums);
      for (int i = factor.getValue(); i > 0; i--) {
        value = value.times(form);
      }
      if (factor.getValue() < 0 && form.signum() == 0) {
        return Optional.empty();
      }
      for (int i = factor.getValue(); i < 0; i++) {
        value = value.over(form);
      }
    }
    return Optional.of(value);
  }

  /** Returns such as {@code "opportunities * bookings / closed"}. */
  @Override
  public String toString() {
    List<String> above = new ArrayList<>();
    StringBuilder below = new StringBuilder();
    powers.forEach(
        (form, power) -> {
          for (int i = 0; i < Math.abs(power); i++) {
            if (power > 0) {
              above.add(form.toString());
            } else {
              below.append(" / ").append(form);
            }
          }
        });
    if (above.isEmpty() || !number.equals(ONE)) {
      above.add(0, number.toString());
    }
    return String.join(" * ", above) + below;
  }
}
