package dev.guidepost.rollup.factor;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.quantity.Fraction;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds parts of any sign so that they add up to their total rounded: each to the unit below, and
 * the units left over to the largest remainders, of equal ones to the first.
 *
 * <p>A part that is whole stays as it is. Parts of a negative total are rounded as those of the
 * positive one, with the sign put back, so that the way back is the way there.
 */
public final class Remainders {

  private Remainders() {}

  /**
   * Returns the parts in units of the last decimal.
   *
   * @param parts the exact parts
   * @param decimals to how many decimals to round
   * @return the rounded parts, in order
   */
  public static List<BigInteger> round(List<Fraction> parts, int decimals) {
    if (isMirrored(parts)) {
      List<Fraction> mirrored = parts.stream().map(Fraction.ZERO::minus).toList();
      return roundUp(mirrored, decimals).stream().map(BigInteger::negate).toList();
    }
    return roundUp(parts, decimals);
  }

  private static boolean isMirrored(List<Fraction> parts) {
    int sign = sum(parts).signum();
    return sign != 0
        ? sign < 0
        : parts.stream().mapToInt(Fraction::signum).filter(each -> each != 0).findFirst().orElse(1)
            < 0;
  }

  private static List<BigInteger> roundUp(List<Fraction> parts, int decimals) {
    List<BigInteger> units = new ArrayList<>();
    List<Fraction> remainders = new ArrayList<>();
    BigInteger left = units(sum(parts), decimals, RoundingMode.HALF_EVEN);
    for (Fraction part : parts) {
      BigInteger below = units(part, decimals, RoundingMode.FLOOR);
      units.add(below);
      remainders.add(part.minus(new Fraction(below, BigInteger.TEN.pow(decimals))));
      left = left.subtract(below);
    }
    IntStream.range(0, parts.size())
        .boxed()
        .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
        .limit(left.longValueExact())
        .forEach(at -> units.set(at, units.get(at).add(BigInteger.ONE)));
    return ImmutableList.copyOf(units);
  }

  /**
   * Returns a number in units of the last decimal.
   *
   * @param number the number
   * @param decimals to how many decimals to round
   * @param rounding how
   * @return the units
   */
  public static BigInteger units(Fraction number, int decimals, RoundingMode rounding) {
    return number.round(decimals, rounding).unscaledValue();
  }

  /**
   * Returns the sum of parts.
   *
   * @param parts the parts
   * @return their sum, 0 of none
   */
  public static Fraction sum(List<Fraction> parts) {
    return parts.stream().reduce(Fraction.ZERO, Fraction::plus);
  }
}
