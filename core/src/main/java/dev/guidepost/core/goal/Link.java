package dev.guidepost.core.goal;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Grain;
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
 *     .overTime("months in a quarter", Grain.MONTH, Grain.QUARTER, Quantity.of(3));
 * link.of(Quantity.of(20));       // 30240: 20 meetings
 * link.repeated(Quantity.of(20)); // 90720: 20 meetings a month, for a quarter
 * }</pre>
 *
 * @param from the metric of the goal that serves
 * @param to the metric of the goal that is served
 * @param factors what one of {@code from} is multiplied by, in reading order; unmodifiable
 * @param repeat how often a target of a shorter period that is the only one of its owner stands for
 *     a longer one; empty if each counts as it is
 */
public record Link(MetricId from, MetricId to, List<Factor> factors, Optional<Repeat> repeat) {

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
   * How one target of a shorter period stands for a longer one: twenty meetings a month for a
   * quarter, said once.
   *
   * @param name what people call it, such as {@code "months in a quarter"}
   * @param part the grain of the shorter period
   * @param whole the grain of the longer one
   * @param times how many of the one make the other; above 0, less where some do not count
   */
  public record Repeat(String name, Grain part, Grain whole, Quantity times) {

    /**
     * Creates a repetition.
     *
     * @param name what people call it
     * @param part the grain of the shorter period
     * @param whole the grain of the longer one
     * @param times how many of the one make the other
     * @throws IllegalArgumentException if the name is blank, the one grain is not below the other,
     *     one is custom, or the number is not above 0
     */
    public Repeat {
      if (name.isBlank()) {
        throw new IllegalArgumentException("name of a repetition must not be blank");
      }
      if (part.compareTo(whole) >= 0 || whole == Grain.CUSTOM) {
        throw new IllegalArgumentException(
            "repetition \""
                + name
                + "\" must be of a shorter grain in a longer one, but was of "
                + part
                + " in "
                + whole);
      }
      if (times.signum() <= 0) {
        throw new IllegalArgumentException(
            "repetition \"" + name + "\" must be above 0, but was " + times);
      }
    }

    /** Returns such as {@code "months in a quarter 3"}. */
    @Override
    public String toString() {
      return name + " " + times.print();
    }
  }

  /**
   * Creates a link.
   *
   * @param from the metric of the goal that serves
   * @param to the metric of the goal that is served
   * @param factors what one of {@code from} is multiplied by
   * @param repeat how often a target of a shorter period stands for a longer one
   */
  public Link {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(repeat, "repeat");
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
        repeat);
  }

  /**
   * Returns this link, by which one target of a shorter period may stand for a longer one. It does
   * if its period is of that grain and lies in one of the other, and it is the only target there of
   * its owner, metric and scope. Several of them, such as one for October and one for November, add
   * up as they are, and so does one of any other grain.
   *
   * @param name what people call it, such as {@code "months in a quarter"}
   * @param part the grain of the shorter period
   * @param whole the grain of the longer one
   * @param times how many of the one make the other; above 0
   * @return the link
   * @throws IllegalArgumentException if the name is blank, the one grain is not below the other,
   *     one is custom, or the number is not above 0
   */
  public Link overTime(String name, Grain part, Grain whole, Quantity times) {
    return new Link(from, to, factors, Optional.of(new Repeat(name, part, whole, times)));
  }

  /**
   * Returns what an amount comes to, exactly.
   *
   * @param amount an amount of {@code from}
   * @return the amount of {@code to}: times all factors, once
   */
  public BigDecimal of(Quantity amount) {
    BigDecimal product = amount.toBigDecimal();
    for (Factor factor : factors) {
      product = product.multiply(factor.value().toBigDecimal());
    }
    return product;
  }

  /**
   * Returns what an amount for the shorter period comes to in the longer one, exactly.
   *
   * @param amount an amount of {@code from}, for the shorter period
   * @return the amount of {@code to}: times all factors, as often as the link says; once if it does
   *     not
   */
  public BigDecimal repeated(Quantity amount) {
    BigDecimal once = of(amount);
    return repeat.map(over -> once.multiply(over.times().toBigDecimal())).orElse(once);
  }

  /** Returns the product with or without how often it is repeated. */
  String print(boolean repeated) {
    StringBuilder text = new StringBuilder(to + " = " + from);
    factors.forEach(factor -> text.append(" x ").append(factor));
    repeat.filter(over -> repeated).ifPresent(over -> text.append(" x ").append(over));
    return text.toString();
  }

  /** Returns such as {@code "bookings = meetings x win yield 0.35 x deal size 12,000"}. */
  @Override
  public String toString() {
    return print(true);
  }
}
