package dev.guidepost.rollup.variance;

import dev.guidepost.core.quantity.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Amounts of any size as those of 64 bits, which are what is read in the end.
 *
 * @param decimals the number of decimals of the amounts
 * @param fewest the number of decimals that they have at least
 */
record Fitting(int decimals, int fewest) {

  /** Returns an amount given in units of the last decimal; empty if it does not fit. */
  Optional<Quantity> find(BigInteger units) {
    BigDecimal amount = new BigDecimal(units, decimals);
    return fits(amount) ? Optional.of(Quantity.of(amount)) : Optional.empty();
  }

  private static boolean fits(BigDecimal amount) {
    BigDecimal plain = amount.signum() == 0 ? amount : amount.stripTrailingZeros();
    return plain.setScale(Math.max(plain.scale(), 0)).unscaledValue().bitLength() < Long.SIZE;
  }

  /**
   * Returns an amount given in units of the last decimal.
   *
   * @param whose whose amount of what it is
   * @throws ArithmeticException if it does not fit, which says what to do
   */
  Quantity quantity(BigInteger units, Supplier<String> whose) {
    return find(units).orElseThrow(() -> refused(new BigDecimal(units, decimals), whose.get()));
  }

  private ArithmeticException refused(BigDecimal amount, String whose) {
    boolean helps = fewest < decimals && fits(amount.setScale(fewest, RoundingMode.HALF_EVEN));
    return new ArithmeticException(
        whose
            + " must fit 64 bits with "
            + decimals
            + " decimals, but was "
            + amount.toPlainString()
            + (helps ? "; take fewer decimals, such as " + fewest : ""));
  }
}
