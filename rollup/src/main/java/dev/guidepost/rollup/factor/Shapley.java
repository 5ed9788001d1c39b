package dev.guidepost.rollup.factor;

import dev.guidepost.core.quantity.Fraction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What each factor does to a product, on average over all orders in which the factors could have
 * changed one after another (Shapley 1953).
 *
 * <p>In an order in which {@code s} factors change before factor {@code k}, its effect is its own
 * change times these as they are after, times the others as they were before. Of all {@code n!}
 * orders, {@code s! (n - 1 - s)!} have one certain set of {@code s} before it. What the sets of one
 * size come to together is a coefficient of the polynomial {@code (before + after t)(...)} over the
 * other factors, so that no set has to be gone through.
 */
public final class Shapley {

  private Shapley() {}

  /**
   * Returns what each factor did.
   *
   * @param before the factors before, at least one
   * @param after the factors after, in the same order
   * @return the effects, which add up
   */
  public static List<Fraction> effects(List<Fraction> before, List<Fraction> after) {
    List<Fraction> effects = new ArrayList<>();
    for (int factor = 0; factor < before.size(); factor++) {
      Fraction change = after.get(factor).minus(before.get(factor));
      effects.add(change.signum() == 0 ? Fraction.ZERO : change.times(rest(before, after, factor)));
    }
    return effects;
  }

  /** Returns the mean of the products of all factors but one, over all orders. */
  private static Fraction rest(List<Fraction> before, List<Fraction> after, int without) {
    int others = before.size() - 1;
    Fraction[] bySize = new Fraction[others + 1];
    Arrays.fill(bySize, Fraction.ZERO);
    bySize[0] = Fraction.of(1);
    for (int factor = 0; factor <= others; factor++) {
      for (int size = others; factor != without && size >= 0; size--) {
        Fraction changed = size == 0 ? Fraction.ZERO : bySize[size - 1].times(after.get(factor));
        bySize[size] = bySize[size].times(before.get(factor)).plus(changed);
      }
    }
    Fraction sum = Fraction.ZERO;
    for (int size = 0; size <= others; size++) {
      BigInteger orders = factorial(size).multiply(factorial(others - size));
      sum = sum.plus(bySize[size].times(new Fraction(orders, factorial(others + 1))));
    }
    return sum;
  }

  private static BigInteger factorial(int number) {
    BigInteger product = BigInteger.ONE;
    for (int i = 2; i <= number; i++) {
      product = product.multiply(BigInteger.valueOf(i));
    }
    return product;
  }
}
