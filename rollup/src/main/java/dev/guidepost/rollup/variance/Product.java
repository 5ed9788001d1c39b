package dev.guidepost.rollup.variance;

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
record Product(Fraction number, Map<Form, Integer> powers) {

  private static final Fraction ONE = Fraction.of(1);

  Product {
    powers = ImmutableMap.copyOf(powers);
  }

  static Product of(Fraction number) {
    return new Product(number, Map.of());
  }

  static Product of(MetricId sum) {
    return new Product(ONE, Map.of(Form.of(sum), 1));
  }

  Product times(Product other) {
    return new Product(number.times(other.number), powers(other, 1));
  }

  /** Returns the quotient; a formula does not divide by the number 0. */
  Product over(Product other) {
    return new Product(number.over(other.number), powers(other, -1));
  }

  private Map<Form, Integer> powers(Product other, int sign) {
    Map<Form, Integer> all = new LinkedHashMap<>(powers);
    other.powers.forEach((form, power) -> all.merge(form, sign * power, Integer::sum));
    all.values().removeIf(power -> power == 0);
    return all;
  }

  /** Returns this plus so many times another, empty if either does not add up. */
  Optional<Product> plus(Product other, int times) {
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

  /** Returns how many times each sum counts, if this is sums added up; else it does not add up. */
  Optional<SortedMap<MetricId, Fraction>> terms() {
    if (number.signum() == 0 || powers.size() != 1 || !powers.containsValue(1)) {
      return Optional.empty();
    }
    SortedMap<MetricId, Fraction> terms = new TreeMap<>();
    powers.keySet().iterator().next().terms().forEach((id, by) -> terms.put(id, by.times(number)));
    return Optional.of(terms);
  }

  /** Returns what is multiplied, or what is divided by, if that is one form. */
  Optional<Product> part(boolean above) {
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

  /** Returns the sums it is made of. */
  Set<MetricId> sums() {
    ImmutableSet.Builder<MetricId> sums = ImmutableSet.builder();
    powers.keySet().forEach(form -> sums.addAll(form.terms().keySet()));
    return sums.build();
  }

  /** Returns what it comes to, given what each sum comes to; empty if it divides by 0. */
  Optional<Fraction> value(Function<MetricId, Fraction> sums) {
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
