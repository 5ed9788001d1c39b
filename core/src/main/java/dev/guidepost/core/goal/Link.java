package dev.guidepost.core.goal;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a goal serves another: what an amount of its metric is declared to come to in the other's,
 * and in another length of time.
 *
 * <p>It is a product of named factors, so that everybody can see by which rates meetings stand for
 * bookings. Exact: nothing is rounded before the result.
 *
 * <pre>{@code
 * Link link = Link.of(MEETINGS, BOOKINGS)
 *     .times("opportunities a meeting", Quantity.parse(".36"))
 *     .times("win yield", Quantity.parse(".35"))
 *     .times("deal size", Quantity.of(12_000))
 *     .overTime("months in a quarter", Quantity.of(3));
 * link.of(Quantity.of(20)); // 90720: 20 meetings a month, for a quarter
 * }</pre>
 *
 * @param from the metric of the goal that serves
 * @param to the metric of the goal that is served
 * @param factors what one of {@code from} is multiplied by, in reading order; unmodifiable
 * @param time how many of the period of the one target make that of the other; empty if the period
 *     of the target that serves lies inside that of the target it serves, and counts as it is
 */
public record Link(MetricId from, MetricId to, List<Factor> factors, Optional<Factor> time) {

  /**
   * One factor.
   *
   * @param name what people call it, such as {@code "win yield"}
   * @param value how much; above 0, a share as a number
   */
  public record Factor(String name, Quantity value) {

    /**
     * Creates a factor.
     *
     * @param name what people call it
     * @param value how much
     * @throws IllegalArgumentException if the name is blank or the value not above 0
     */
    public Factor {
      if (name.isBlank()) {
        throw new IllegalArgumentException("name of a factor must not be blank");
      }
      if (value.signum() <= 0) {
        throw new IllegalArgumentException(
            "factor \"" + name + "\" must be above 0, but was " + value);
      }
    }

    /** Returns such as {@code "win yield 0.35"}. */
    @Override
    public String toString() {
      return name + " " + value.print();
    }
  }

  /**
   * Creates a link.
   *
   * @param from the metric of the goal that serves
   * @param to the metric of the goal that is served
   * @param factors what one of {@code from} is multiplied by
   * @param time how many of the one period make the other
   */
  public Link {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(time, "time");
    factors = ImmutableList.copyOf(factors);
  }

  /**
   * Returns a link without factors yet: one of the one metric is one of the other.
   *
   * @param from the metric of the goal that serves
   * @param to the metric of the goal that is served
   * @return the link
   */
  public static Link of(MetricId from, MetricId to) {
    return new Link(from, to, List.of(), Optional.empty());
  }

  /**
   * Returns the link of a metric into itself.
   *
   * @param metric the metric
   * @return the link
   */
  public static Link same(MetricId metric) {
    return of(metric, metric);
  }

  /**
   * Returns this link with one more factor.
   *
   * @param name what people call it
   * @param value how much; above 0, a share as a number
   * @return the product
   * @throws IllegalArgumentException if the name is blank or the value not above 0
   */
  public Link times(String name, Quantity value) {
    return new Link(
        from,
        to,
        ImmutableList.<Factor>builder().addAll(factors).add(new Factor(name, value)).build(),
        time);
  }

  /**
   * Returns this link between targets of periods that differ in length.
   *
   * @param name what people call it, such as {@code "months in a quarter"}
   * @param value how many of the one period make the other; above 0
   * @return the link
   * @throws IllegalArgumentException if the name is blank or the value not above 0
   */
  public Link overTime(String name, Quantity value) {
    return new Link(from, to, factors, Optional.of(new Factor(name, value)));
  }

  /**
   * Returns what an amount comes to, exactly.
   *
   * @param amount an amount of {@code from}
   * @return the amount of {@code to}: times all factors
   */
  public BigDecimal of(Quantity amount) {
    BigDecimal product = amount.toBigDecimal();
    for (Factor factor : factors) {
      product = product.multiply(factor.value().toBigDecimal());
    }
    return time.isPresent() ? product.multiply(time.get().value().toBigDecimal()) : product;
  }

  /** Returns such as {@code "bookings = meetings x win yield 0.35 x deal size 12,000"}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(to + " = " + from);
    factors.forEach(factor -> text.append(" x ").append(factor));
    time.ifPresent(factor -> text.append(" x ").append(factor));
    return text.toString();
  }
}
