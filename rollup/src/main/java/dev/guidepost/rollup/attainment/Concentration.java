package dev.guidepost.rollup.attainment;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How much of a sum few bring. Nobody is named: it says what hangs on few, not who is best.
 *
 * <p>The Gini coefficient is the mean difference of all pairs over twice the mean (C. Gini,
 * "Variabilita e mutabilita", 1912), here {@code (2 * sum of i * x(i) - (n + 1) * sum of x) / (n *
 * sum of x)} over the ascending amounts: 0 if all bring the same, {@code 1 - 1/n} if one brings
 * all. The Herfindahl-Hirschman index is the sum of squared shares (A. O. Hirschman, "The paternity
 * of an index", 1964): {@code 1/n} to 1; the merger guidelines of the US Department of Justice
 * write it times 10,000. Both are exact.
 *
 * <pre>{@code
 * Concentration four = Concentration.of(amounts).orElseThrow(); // 30, 30, 20, 20
 * four.herfindahl(); // 13/50: 2,600 as the merger guidelines write it
 * }</pre>
 *
 * @param parties how many there are
 * @param total what they bring together, above 0
 * @param top the share of the largest amount
 * @param fifth the share of the largest fifth of them, rounded up to whole parties
 * @param gini the Gini coefficient, 0 up to, but not including, 1
 * @param herfindahl the Herfindahl-Hirschman index, above 0 up to 1
 */
public record Concentration(
    int parties, Quantity total, Fraction top, Fraction fifth, Fraction gini, Fraction herfindahl) {

  /**
   * Creates a concentration; see {@link #of(List)}.
   *
   * @param parties how many there are
   * @param total what they bring together
   * @param top the share of the largest amount
   * @param fifth the share of the largest fifth of them
   * @param gini the Gini coefficient
   * @param herfindahl the Herfindahl-Hirschman index
   */
  public Concentration {
    Objects.requireNonNull(total, "total");
    Objects.requireNonNull(top, "top");
    Objects.requireNonNull(fifth, "fifth");
    Objects.requireNonNull(gini, "gini");
    Objects.requireNonNull(herfindahl, "herfindahl");
  }

  /**
   * Returns how much few bring of what all do.
   *
   * @param amounts what each brings
   * @return the concentration; empty if nobody brings anything, or an amount is negative, as there
   *     are then no shares
   * @throws ArithmeticException if the total does not fit 64 bits
   */
  public static Optional<Concentration> of(List<Quantity> amounts) {
    List<BigInteger> sorted =
        amounts.stream()
            .map(amount -> amount.toBigDecimal().movePointRight(Quantity.MAX_SCALE))
            .map(BigDecimal::toBigIntegerExact)
            .sorted()
            .collect(ImmutableList.toImmutableList());
    int n = sorted.size();
    BigInteger total = BigInteger.ZERO;
    BigInteger ranked = BigInteger.ZERO;
    BigInteger squares = BigInteger.ZERO;
    BigInteger fifth = BigInteger.ZERO;
    for (int i = 0; i < n; i++) {
      BigInteger amount = sorted.get(i);
      total = total.add(amount);
      ranked = ranked.add(amount.multiply(BigInteger.valueOf(i + 1L)));
      squares = squares.add(amount.multiply(amount));
      fifth = i < n - fifth(n) ? fifth : fifth.add(amount);
    }
    if (total.signum() <= 0 || sorted.get(0).signum() < 0) {
      return Optional.empty();
    }
    BigInteger uneven = ranked.shiftLeft(1).subtract(total.multiply(BigInteger.valueOf(n + 1L)));
    return Optional.of(
        new Concentration(
            n,
            Quantity.of(new BigDecimal(total, Quantity.MAX_SCALE)),
            new Fraction(sorted.get(n - 1), total),
            new Fraction(fifth, total),
            new Fraction(uneven, total.multiply(BigInteger.valueOf(n))),
            new Fraction(squares, total.multiply(total))));
  }

  private static int fifth(int parties) {
    return (parties + 4) / 5;
  }

  /** Returns such as {@code "top one 41.2 %, top 2 of 6 63.0 %, Gini 0.41, Herfindahl 0.28"}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "top one %s, top %d of %d %s, Gini %s, Herfindahl %s",
        Shares.percent(top),
        fifth(parties),
        parties,
        Shares.percent(fifth),
        decimals(gini),
        decimals(herfindahl));
  }

  private static String decimals(Fraction value) {
    return value.round(2, RoundingMode.HALF_UP).toPlainString();
  }
}
