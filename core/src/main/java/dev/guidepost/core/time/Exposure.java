package dev.guidepost.core.time;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.quantity.Apportionment;
import dev.guidepost.core.quantity.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/**
 * How much days count: the product of named day functions, such as workday, availability, ramp and
 * season.
 *
 * <p>Everything that counts days or spreads an amount over them asks an exposure, so that a count,
 * a pace and a prorated quota speak of the same days. Immutable, as far as its day functions are.
 *
 * <p>Sums and shares are exact: the value of a factor on a day is taken as the shortest decimal
 * that stands for it, of 15 digits or more (.1 is one tenth), and nothing is rounded before the
 * result.
 *
 * <pre>{@code
 * Exposure ana = Exposure.of("workday", workingDays.at(us)).times("availability", there);
 * ana.over(q1);                                                                  // 58.0
 * ana.prorate(Quantity.of(90_000), q1, sinceHired, 2, RoundingMode.HALF_EVEN);   // 45737.7
 * ana.explain(q1); // 58 = calendar days 90 + workday -29 + availability -3
 * }</pre>
 */
public final class Exposure implements DayFunction {

  /** Every calendar day counts in full; a product without factors. */
  public static final Exposure CALENDAR_DAYS = new Exposure(ImmutableList.of());

  private static final int EXPLAINED_DECIMALS = 2;
  private static final int CERTAIN_DIGITS = 15;

  private final ImmutableList<Factor> factors;

  private Exposure(ImmutableList<Factor> factors) {
    this.factors = factors;
  }

  /**
   * Returns an exposure of one factor.
   *
   * @param name what people call the factor, such as {@code "workday"}
   * @param factor how much each day counts
   * @return the exposure
   * @throws IllegalArgumentException if the name is blank
   */
  public static Exposure of(String name, DayFunction factor) {
    return CALENDAR_DAYS.times(name, factor);
  }

  /**
   * Returns this exposure with one more factor.
   *
   * <p>Factors are asked in the order they were given, and only up to the first that gives 0: the
   * ramp of a person need not be known on days they are not there.
   *
   * @param name what people call the factor, unique in the exposure
   * @param factor how much each day counts
   * @return the product
   * @throws IllegalArgumentException if the name is blank or taken
   */
  public Exposure times(String name, DayFunction factor) {
    Objects.requireNonNull(factor, "factor");
    if (name.isBlank() || names().contains(name)) {
      throw new IllegalArgumentException(
          "name of a factor must not be blank or one of " + names() + ", but was \"" + name + "\"");
    }
    return new Exposure(
        ImmutableList.<Factor>builder().addAll(factors).add(new Factor(name, factor)).build());
  }

  /**
   * Returns the names of the factors.
   *
   * @return the names, in the order they were given; unmodifiable
   */
  public List<String> names() {
    return factors.stream().map(Factor::name).toList();
  }

  /**
   * Returns how much a day counts.
   *
   * @param day the day
   * @return the product of the factors, 0 or more; 1 without factors; infinite if it is larger than
   *     any double
   * @throws IllegalArgumentException if a factor gives a number that is negative, infinite or none
   */
  @Override
  public double on(LocalDate day) {
    return over(day, day.plusDays(1));
  }

  /**
   * Returns how much the days of a period count, together.
   *
   * @param period the period
   * @return the sum over its days, 0 or more; infinite if it is larger than any double, which
   *     {@link #weight(Period)} holds
   * @throws IllegalArgumentException if a factor gives a number that is negative, infinite or none
   */
  public double over(Period period) {
    return weight(period).doubleValue();
  }

  /**
   * Returns how much the days of a range count, together.
   *
   * @param from the first day
   * @param until the day after the last one
   * @return the sum over the days; 0 if {@code until} is not after {@code from}; infinite if it is
   *     larger than any double
   * @throws IllegalArgumentException if a factor gives a number that is negative, infinite or none
   */
  public double over(LocalDate from, LocalDate until) {
    return sum(from, until).doubleValue();
  }

  /**
   * Returns how much the days of a period count, together and exactly: what {@link #over(Period)}
   * is the nearest double to.
   *
   * @param period the period
   * @return the sum over its days, 0 or more
   * @throws IllegalArgumentException if a factor gives a number that is negative, infinite or none
   */
  public BigDecimal weight(Period period) {
    return sum(period.start(), period.end());
  }

  /**
   * Returns how much each of some periods counts, exactly: the weights to split an amount by.
   *
   * @param parts the periods, in any order
   * @return the weight of each period, in the order of the periods; unmodifiable
   * @throws IllegalArgumentException if periods overlap, or a factor gives a number that is
   *     negative, infinite or none
   */
  public SortedMap<Period, BigDecimal> weights(Collection<Period> parts) {
    ImmutableSortedMap.Builder<Period, BigDecimal> weights = ImmutableSortedMap.naturalOrder();
    List<Period> sorted = parts.stream().sorted().toList();
    for (int i = 0; i < sorted.size(); i++) {
      Period part = sorted.get(i);
      if (i > 0 && part.start().isBefore(sorted.get(i - 1).end())) {
        throw new IllegalArgumentException(
            "periods must not overlap, but were " + sorted.get(i - 1) + " and " + part);
      }
      weights.put(part, weight(part));
    }
    return weights.buildOrThrow();
  }

  /**
   * Returns how much of a period's days a part of it makes.
   *
   * @param whole the period
   * @param part a period inside it
   * @return the share, 0 to 1
   * @throws IllegalArgumentException if {@code part} is not inside {@code whole}, no day of {@code
   *     whole} counts, or a factor gives a number that is negative, infinite or none
   */
  public double share(Period whole, Period part) {
    return weight(inside(whole, part))
        .divide(positive(whole), MathContext.DECIMAL128)
        .doubleValue();
  }

  /**
   * Returns the part of an amount that falls to a part of a period, by the days that count.
   *
   * @param total the amount of the whole period; its sign is kept
   * @param whole the period
   * @param part a period inside it, such as the rest of a quarter from the day of a hire on
   * @param scale the number of decimals of the result, 0 to {@value Quantity#MAX_SCALE}
   * @param rounding how the exact result is rounded, once
   * @return the amount times the weight of the part over that of the whole
   * @throws IllegalArgumentException if {@code part} is not inside {@code whole}, no day of {@code
   *     whole} counts, the scale is out of bounds, or a factor gives a number that is negative,
   *     infinite or none
   * @throws ArithmeticException if the rounding is {@link RoundingMode#UNNECESSARY} but digits
   *     would be lost, or the result does not fit 64 bits
   */
  public Quantity prorate(
      Quantity total, Period whole, Period part, int scale, RoundingMode rounding) {
    if (scale < 0 || scale > Quantity.MAX_SCALE) {
      throw new IllegalArgumentException(
          "scale must be 0 to " + Quantity.MAX_SCALE + ", but was " + scale);
    }
    return Quantity.of(
        total
            .toBigDecimal()
            .multiply(weight(inside(whole, part)))
            .divide(positive(whole), scale, rounding));
  }

  /**
   * Splits an amount over periods by the days that count, so that the parts add up to it, exactly.
   *
   * @param total the amount, of any sign
   * @param parts the periods, in any order; days between them get nothing
   * @param scale the number of decimals of the parts, 0 to {@value Quantity#MAX_SCALE}
   * @param method which parts get what is left after the whole units; ties go to the earlier period
   * @return the part of each period, in the order of the periods; unmodifiable
   * @throws IllegalArgumentException if periods overlap, no day of any counts, the scale is out of
   *     bounds, a factor gives a number that is negative, infinite or none, or the weight of a
   *     period, the sum of products of factors, has more than 1,100 digits on either side of the
   *     decimal mark
   * @throws ArithmeticException if the total has more decimals than {@code scale}, or does not fit
   *     64 bits with so many
   */
  public SortedMap<Period, Quantity> split(
      Quantity total, Collection<Period> parts, int scale, Apportionment method) {
    SortedMap<Period, BigDecimal> weights = weights(parts);
    if (weights.values().stream().noneMatch(weight -> weight.signum() > 0)) {
      throw new IllegalArgumentException(
          "periods must hold a day that counts, but none did of "
              + weights.keySet()
              + " by "
              + names());
    }
    return method.split(total, scale, weights);
  }

  private static Period inside(Period whole, Period part) {
    if (part.start().isBefore(whole.start()) || part.end().isAfter(whole.end())) {
      throw new IllegalArgumentException("part must lie in " + whole + ", but was " + part);
    }
    return part;
  }

  private BigDecimal positive(Period whole) {
    BigDecimal weight = weight(whole);
    if (weight.signum() == 0) {
      throw new IllegalArgumentException(
          "period must hold a day that counts, but none did of " + whole + " by " + names());
    }
    return weight;
  }

  /**
   * Returns how the days of a period come to what they count: its calendar days, then what each
   * factor takes away or adds, in the order of the factors.
   *
   * @param period the period
   * @return parts that add up to {@link #weight(Period)}; the running sums are rounded half up to 2
   *     decimals, and each part is the difference of two
   * @throws IllegalArgumentException if a factor gives a number that is negative, infinite or none
   * @throws ArithmeticException if a running sum does not fit 64 bits with 2 decimals
   */
  public Explanation explain(Period period) {
    BigDecimal[] sums = sums(period.start(), period.end());
    List<Explanation.Part> parts = new ArrayList<>();
    Quantity before = rounded(sums[0]);
    parts.add(new Explanation.Part("calendar days", before, period.label()));
    for (int i = 0; i < factors.size(); i++) {
      Quantity after = rounded(sums[i + 1]);
      parts.add(
          new Explanation.Part(
              factors.get(i).name(), after.minus(before), after.print() + " remain"));
      before = after;
    }
    return Explanation.of(toString(), parts);
  }

  private static Quantity rounded(BigDecimal sum) {
    return Quantity.of(sum.setScale(EXPLAINED_DECIMALS, RoundingMode.HALF_UP));
  }

  private BigDecimal sum(LocalDate from, LocalDate until) {
    return sums(from, until)[factors.size()];
  }

  /** The sums over some days of the products of no factor, of the first, of the first two... */
  private BigDecimal[] sums(LocalDate from, LocalDate until) {
    BigDecimal[] sums = new BigDecimal[factors.size() + 1];
    Arrays.fill(sums, BigDecimal.ZERO);
    Decimals decimals = new Decimals();
    for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
      BigDecimal product = BigDecimal.ONE;
      sums[0] = sums[0].add(product);
      for (int i = 0; i < factors.size() && product.signum() > 0; i++) {
        product = product.multiply(decimals.of(factors.get(i).on(day)));
        sums[i + 1] = sums[i + 1].add(product);
      }
    }
    return sums;
  }

  /** Returns the factors, such as {@code "workday x availability"}. */
  @Override
  public String toString() {
    return factors.isEmpty() ? "calendar days" : String.join(" x ", names());
  }

  /** A day function and what people call it. */
  private record Factor(String name, DayFunction function) {

    double on(LocalDate day) {
      double value = function.on(day);
      if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "factor \""
                + name
                + "\" must be 0 or more and finite, but was "
                + value
                + " on "
                + day);
      }
      return value;
    }
  }

  /**
   * Turns doubles into decimals: the one with the fewest digits, of 15 or more, that the double is
   * nearest to. Unlike the digits of {@link Double#toString(double)}, these are the same on every
   * version of Java. Remembers the last, as days are mostly like the day before.
   */
  private static final class Decimals {

    private double last;
    private BigDecimal decimal = BigDecimal.ZERO;

    BigDecimal of(double value) {
      if (value == 0 || value == 1) {
        return value == 0 ? BigDecimal.ZERO : BigDecimal.ONE;
      }
      if (value != last) {
        last = value;
        decimal = shortest(value);
      }
      return decimal;
    }

    private static BigDecimal shortest(double value) {
      BigDecimal exact = new BigDecimal(value);
      int digits = CERTAIN_DIGITS;
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      while (rounded.doubleValue() != value) {
        rounded = exact.round(new MathContext(++digits, RoundingMode.HALF_EVEN));
      }
      return rounded.stripTrailingZeros();
    }
  }
}
