package dev.guidepost.core.credit;

import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;

/** Exact arithmetic of shares: fractions in lowest terms, of whole numbers of 64 bits. */
final class Shares {

  static final Ratio ALL = Ratio.of(1, 1);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Shares() {}

  /** Returns the share of a percentage such as {@code "33.5"}. */
  static Ratio percent(Object who, String percent) {
    BigDecimal value = Quantity.parse(percent).toBigDecimal();
    return of(who, new Ratio(Quantity.of(value), Quantity.of(100)));
  }

  /** Returns a share in lowest terms, which must be above 0 and at most all. */
  static Ratio of(Object who, Ratio share) {
    BigDecimal top = share.numerator().toBigDecimal();
    BigDecimal bottom = share.denominator().toBigDecimal();
    if (bottom.signum() <= 0 || top.signum() <= 0 || top.compareTo(bottom) > 0) {
      throw new IllegalArgumentException(
          "share of "
              + who
              + " must be above 0 and at most 100 %, but was "
              + (bottom.signum() == 0 ? share : text(share)));
    }
    int scale = Math.max(top.scale(), bottom.scale());
    return reduced(top.setScale(scale).unscaledValue(), bottom.setScale(scale).unscaledValue());
  }

  private static Ratio reduced(BigInteger top, BigInteger bottom) {
    BigInteger common = top.gcd(bottom).max(BigInteger.ONE);
    try {
      return Ratio.of(top.divide(common).longValueExact(), bottom.divide(common).longValueExact());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "shares must be fractions of whole numbers of 64 bits, but one was "
              + top
              + " of "
              + bottom,
          e);
    }
  }

  /** Returns the sum of shares, exactly; 0 of 1 if there is none. */
  static Ratio sum(Collection<Ratio> shares) {
    BigInteger top = BigInteger.ZERO;
    BigInteger bottom = BigInteger.ONE;
    for (Ratio share : shares) {
      BigInteger part = whole(share.denominator());
      top = top.multiply(part).add(whole(share.numerator()).multiply(bottom));
      bottom = bottom.multiply(part);
      BigInteger common = top.gcd(bottom);
      top = top.divide(common);
      bottom = bottom.divide(common);
    }
    return reduced(top, bottom);
  }

  /** Returns what shares leave of all; 0 of 1 if they leave nothing, negative if too much. */
  static Ratio rest(Collection<Ratio> shares) {
    Ratio sum = sum(shares);
    return reduced(
        whole(sum.denominator()).subtract(whole(sum.numerator())), whole(sum.denominator()));
  }

  /** Returns one of several even parts of a share. */
  static Ratio part(Ratio share, int parts) {
    return reduced(
        whole(share.numerator()), whole(share.denominator()).multiply(BigInteger.valueOf(parts)));
  }

  /** Returns a whole weight in proportion to the share, given a multiple of all denominators. */
  static BigDecimal weight(Ratio share, BigInteger common) {
    return new BigDecimal(
        whole(share.numerator()).multiply(common.divide(whole(share.denominator()))));
  }

  /** Returns the least common multiple of the denominators. */
  static BigInteger common(Collection<Ratio> shares) {
    BigInteger common = BigInteger.ONE;
    for (Ratio share : shares) {
      BigInteger bottom = whole(share.denominator());
      common = common.divide(common.gcd(bottom)).multiply(bottom);
    }
    return common;
  }

  /** Returns a share of an amount, rounded once. */
  static Quantity of(Quantity amount, Ratio share, int decimals, RoundingMode rounding) {
    return Quantity.of(
        amount
            .toBigDecimal()
            .multiply(share.numerator().toBigDecimal())
            .divide(share.denominator().toBigDecimal(), decimals, rounding));
  }

  /** Returns such as {@code "70 %"}, or {@code "1 of 3"} where a percentage would not end. */
  static String text(Ratio share) {
    try {
      return share
              .numerator()
              .toBigDecimal()
              .multiply(HUNDRED)
              .divide(share.denominator().toBigDecimal())
              .stripTrailingZeros()
              .toPlainString()
          + " %";
    } catch (ArithmeticException e) {
      return share.toString();
    }
  }

  private static BigInteger whole(Quantity quantity) {
    return quantity.toBigDecimal().toBigIntegerExact();
  }
}
