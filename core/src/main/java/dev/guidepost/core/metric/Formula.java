package dev.guidepost.core.metric;

import com.google.common.collect.ImmutableSet;
import dev.guidepost.core.quantity.Quantity;
import java.util.List;
import java.util.Objects;

/**
 * How a derived metric is computed from what other metrics come to: an expression of metrics,
 * constants and the four operations.
 *
 * <p>It is evaluated exactly, as a fraction, and rounded once, where it is shown.
 *
 * <pre>{@code
 * Formula margin = Formula.of(BOOKINGS).minus(Formula.of(COSTS));
 * Formula lossRate = Formula.of(1).minus(Formula.of(WIN_RATE));
 * Formula.parse("opportunities * win-rate * average-deal-size / cycle-days");
 * }</pre>
 */
public sealed interface Formula {

  /** The most metrics and constants a formula may have: {@value}. */
  int MAX_TERMS = 200;

  /**
   * What a metric comes to.
   *
   * @param metric the metric
   */
  record Of(MetricId metric) implements Formula {
    /**
     * Creates a term.
     *
     * @param metric the metric
     */
    public Of {
      Objects.requireNonNull(metric, "metric");
    }

    /** Returns the metric's id. */
    @Override
    public String toString() {
      return metric.toString();
    }
  }

  /**
   * A number without a unit.
   *
   * @param value the number
   */
  record Constant(Quantity value) implements Formula {
    /**
     * Creates a term.
     *
     * @param value the number
     */
    public Constant {
      Objects.requireNonNull(value, "value");
    }

    /** Returns the plain decimal number. */
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** One of the four operations. */
  enum Operator {
    /** Adds two amounts of one unit. */
    PLUS('+', 1),
    /** Subtracts an amount from another one of its unit. */
    MINUS('-', 1),
    /** Multiplies. */
    TIMES('*', 2),
    /** Divides; nothing comes of a division by zero. */
    OVER('/', 2);

    private final char sign;
    private final int rank;

    Operator(char sign, int rank) {
      this.sign = sign;
      this.rank = rank;
    }

    /**
     * Returns the sign by which the operation is written.
     *
     * @return one of {@code + - * /}
     */
    public char sign() {
      return sign;
    }

    /** Returns 1 for plus and minus, 2 for what binds closer. */
    int rank() {
      return rank;
    }
  }

  /**
   * Two formulas and what is done with them.
   *
   * @param left the first
   * @param operator what is done
   * @param right the second
   */
  record Combined(Formula left, Operator operator, Formula right) implements Formula {
    /**
     * Creates a combination.
     *
     * @param left the first
     * @param operator what is done
     * @param right the second
     * @throws IllegalArgumentException if it divides by the constant 0 or has more than {@value
     *     Formula#MAX_TERMS} terms
     */
    public Combined {
      Objects.requireNonNull(operator, "operator");
      if (FormulaText.terms(left) + FormulaText.terms(right) > MAX_TERMS) {
        throw new IllegalArgumentException(
            "formula must have at most " + MAX_TERMS + " terms, but had more");
      }
      if (operator == Operator.OVER && right.equals(new Constant(Quantity.ZERO))) {
        throw new IllegalArgumentException("formula must not divide by 0, but did: " + left);
      }
    }

    /** Returns the expression with no more parentheses than it needs. */
    @Override
    public String toString() {
      return FormulaText.text(this);
    }
  }

  /**
   * Returns what a metric comes to.
   *
   * @param metric the metric
   * @return the formula
   */
  static Formula of(MetricId metric) {
    return new Of(metric);
  }

  /**
   * Returns a whole number.
   *
   * @param constant the number
   * @return the formula
   */
  static Formula of(long constant) {
    return new Constant(Quantity.of(constant));
  }

  /**
   * Returns a number.
   *
   * @param constant the number
   * @return the formula
   */
  static Formula of(Quantity constant) {
    return new Constant(constant);
  }

  /**
   * Returns the formula that a text stands for: metric ids, decimal numbers, {@code + - * /} with
   * blanks around them, and parentheses; {@code *} and {@code /} bind closer, and what binds alike
   * goes from left to right.
   *
   * @param text such as {@code "(bookings - costs) / bookings"}
   * @return the formula
   * @throws IllegalArgumentException if the text is no formula, divides by the constant 0 or has
   *     more than {@value #MAX_TERMS} terms
   */
  static Formula parse(String text) {
    return new FormulaText(text).parse();
  }

  /**
   * Returns this plus another.
   *
   * @param other what to add
   * @return the sum
   */
  default Formula plus(Formula other) {
    return new Combined(this, Operator.PLUS, other);
  }

  /**
   * Returns this minus another.
   *
   * @param other what to subtract
   * @return the difference
   */
  default Formula minus(Formula other) {
    return new Combined(this, Operator.MINUS, other);
  }

  /**
   * Returns this times another.
   *
   * @param other the factor
   * @return the product
   */
  default Formula times(Formula other) {
    return new Combined(this, Operator.TIMES, other);
  }

  /**
   * Returns this over another.
   *
   * @param other the divisor
   * @return the quotient
   * @throws IllegalArgumentException if it is the constant 0
   */
  default Formula over(Formula other) {
    return new Combined(this, Operator.OVER, other);
  }

  /**
   * Returns the metrics it names.
   *
   * @return the metrics from left to right, each once; unmodifiable
   */
  default List<MetricId> metrics() {
    ImmutableSet.Builder<MetricId> found = ImmutableSet.builder();
    FormulaText.collect(this, found);
    return found.build().asList();
  }
}
