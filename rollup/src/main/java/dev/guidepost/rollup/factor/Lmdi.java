package dev.guidepost.rollup.factor;

import com.google.common.collect.Comparators;
import dev.guidepost.core.quantity.Fraction;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What each factor does to a product by the logarithmic mean Divisia index, LMDI-I (Ang 2004): the
 * logarithm of how many times it became, times the logarithmic mean {@code (b - a) / ln(b / a)} of
 * the product before and after.
 *
 * <p>Where a product is 0 the limits hold that it tends to as what is 0 does (Ang and Liu 2007):
 * the whole change goes to the factor that became or was 0, to several of them alike, and none to
 * the others. No small number is put in for 0.
 */
public final class Lmdi {

  private Lmdi() {}

  /**
   * Returns what each factor did.
   *
   * @param before the factors before, at least one
   * @param after the factors after, in the same order
   * @return the effects, which add up; empty if a factor changes its sign
   */
  public static Optional<List<Fraction>> effects(List<Fraction> before, List<Fraction> after) {
    if (Comparators.lexicographical(Comparator.<Fraction>naturalOrder()).compare(before, after)
        > 0) {
      // Computed one way only, as logarithms of a ratio and of its inverse may differ in a digit.
      return ordered(after, before).map(back -> back.stream().map(Fraction.ZERO::minus).toList());
    }
    return ordered(before, after);
  }

  private static Optional<List<Fraction>> ordered(List<Fraction> before, List<Fraction> after) {
    Fraction from = product(before);
    Fraction to = product(after);
    if (from.signum() == 0 || to.signum() == 0) {
      return Optional.of(limits(before, after, to.minus(from)));
    }
    List<Double> logs = new ArrayList<>();
    for (int factor = 0; factor < before.size(); factor++) {
      Fraction times = after.get(factor).over(before.get(factor));
      if (times.signum() < 0) {
        return Optional.empty();
      }
      logs.add(log(times));
    }
    Fraction mean = from.equals(to) ? from : to.minus(from).times(exactly(1 / log(to.over(from))));
    List<Fraction> effects = new ArrayList<>();
    logs.forEach(log -> effects.add(mean.times(exactly(log))));
    return Optional.of(addingUp(effects, to.minus(from)));
  }

  private static List<Fraction> limits(
      List<Fraction> before, List<Fraction> after, Fraction change) {
    List<Fraction> zero =
        before.stream().map(Fraction::signum).toList().contains(0) ? before : after;
    Fraction share =
        change.signum() == 0
            ? Fraction.ZERO
            : change.over(Fraction.of(zero.stream().filter(each -> each.signum() == 0).count()));
    return zero.stream().map(each -> each.signum() == 0 ? share : Fraction.ZERO).toList();
  }

  /** Puts what rounding of logarithms left over, a few units in the 16th digit, to the largest. */
  private static List<Fraction> addingUp(List<Fraction> effects, Fraction change) {
    int largest =
        IntStream.range(0, effects.size())
            .boxed()
            .max(Comparator.comparing(at -> abs(effects.get(at))))
            .orElseThrow();
    List<Fraction> adjusted = new ArrayList<>(effects);
    Fraction over = change.minus(Remainders.sum(effects));
    adjusted.set(largest, effects.get(largest).plus(over));
    return adjusted;
  }

  private static Fraction abs(Fraction number) {
    return number.signum() < 0 ? Fraction.ZERO.minus(number) : number;
  }

  private static Fraction product(List<Fraction> factors) {
    return factors.stream().reduce(Fraction.of(1), Fraction::times);
  }

  /** Returns the natural logarithm of a ratio above 0, to the last digits also near 1. */
  private static double log(Fraction ratio) {
    Fraction more = ratio.minus(Fraction.of(1));
    if (abs(more).compareTo(new Fraction(BigInteger.ONE, BigInteger.TWO)) < 0) {
      return Math.log1p(
          new BigDecimal(more.numerator())
              .divide(new BigDecimal(more.denominator()), MathContext.DECIMAL128)
              .doubleValue());
    }
    return log(ratio.numerator()) - log(ratio.denominator());
  }

  private static double log(BigInteger number) {
    int shift = Math.max(0, number.bitLength() - 1000);
    return Math.log(number.shiftRight(shift).doubleValue()) + shift * Math.log(2);
  }

  private static Fraction exactly(double number) {
    BigDecimal decimal = new BigDecimal(number);
    return new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }
}
