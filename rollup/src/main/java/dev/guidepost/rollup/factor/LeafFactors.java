package dev.guidepost.rollup.factor;

import dev.guidepost.core.quantity.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The factors of one leaf in both periods, as they are compared.
 *
 * <p>A factor without a value in one period counts as it is in the other, and does nothing; one
 * without a value in both counts as 0, as there is nothing that it could have been multiplied with.
 *
 * @param before the factors before, without gaps
 * @param after the factors after, without gaps
 * @param gaps whether each factor has no value before or after
 */
public record LeafFactors(List<Fraction> before, List<Fraction> after, List<Boolean> gaps) {

  /**
   * Compares the factors of two periods.
   *
   * @param before the factors before, empty for one without a value
   * @param after the factors after, in the same order
   * @return both, with gaps filled
   */
  public static LeafFactors of(List<Optional<Fraction>> before, List<Optional<Fraction>> after) {
    List<Fraction> from = new ArrayList<>();
    List<Fraction> to = new ArrayList<>();
    List<Boolean> gaps = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      Optional<Fraction> one = before.get(i);
      Optional<Fraction> other = after.get(i);
      from.add(one.or(() -> other).orElse(Fraction.ZERO));
      to.add(other.or(() -> one).orElse(Fraction.ZERO));
      gaps.add(one.isEmpty() || other.isEmpty());
    }
    return new LeafFactors(from, to, gaps);
  }

  /**
   * Tells whether the factors multiply to the result in both periods.
   *
   * @param resultBefore what the result came to before
   * @param resultAfter what it came to after
   * @return true if both products are the results
   */
  public boolean make(Fraction resultBefore, Fraction resultAfter) {
    return product(before).equals(resultBefore) && product(after).equals(resultAfter);
  }

  private static Fraction product(List<Fraction> factors) {
    return factors.stream().reduce(Fraction.of(1), Fraction::times);
  }

  /**
   * Returns the first factor without a value.
   *
   * @return its place, -1 if all have one
   */
  public int firstGap() {
    return gaps.indexOf(true);
  }

  /**
   * Returns the first factor that is negative on one side and positive on the other.
   *
   * @return its place; there must be one
   */
  public int firstChangeOfSign() {
    int at = 0;
    while (before.get(at).signum() * after.get(at).signum() >= 0) {
      at++;
    }
    return at;
  }
}
