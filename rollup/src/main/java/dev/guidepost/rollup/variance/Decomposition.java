package dev.guidepost.rollup.variance;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.rollup.factor.Lmdi;
import dev.guidepost.rollup.factor.Shapley;
import java.util.List;
import java.util.Optional;

/**
 * How the change of a product is divided among its factors, so that nothing is left over and no
 * factor depends on which comes first.
 *
 * <pre>{@code
 * List<Fraction> before = List.of(Fraction.of(10), Fraction.of(3));
 * List<Fraction> after = List.of(Fraction.of(12), Fraction.of(2));
 * Decomposition.SHAPLEY.effects(before, after); // Optional[[5, -11]]: from 30 to 24
 * }</pre>
 */
public enum Decomposition {
  /**
   * The mean over all orders in which the factors could have changed one after another (Shapley
   * 1953). Exact, for factors of any sign and for zeros: the one to take unless there is a reason.
   */
  SHAPLEY,

  /**
   * The logarithmic mean Divisia index, LMDI-I (Ang 2004): each factor by the logarithm of how many
   * times it became. To some 15 digits, what is missing to the sum being put to the largest effect.
   *
   * <p>Where the product was or becomes 0, the analytic limits hold (Ang and Liu 2007): all of the
   * change goes to the factor that is 0, and evenly to several. It has no answer where a factor
   * changes its sign.
   */
  LMDI;

  /** The most factors: {@value}. */
  public static final int MAX_FACTORS = 8;

  /**
   * Returns what each factor did to the product.
   *
   * @param before the factors before, 1 to {@value #MAX_FACTORS}
   * @param after the same factors after, in the same order
   * @return the effects in the order of the factors, which add up to the product after less that
   *     before; 0 for a factor that is the same; unmodifiable. Empty if the method has no answer
   * @throws IllegalArgumentException if there are none or too many, or not as many after as before
   * @throws ArithmeticException if a part of a fraction gets more than {@value Fraction#MAX_BITS}
   *     bits
   */
  public Optional<List<Fraction>> effects(List<Fraction> before, List<Fraction> after) {
    if (before.isEmpty() || before.size() > MAX_FACTORS || before.size() != after.size()) {
      throw new IllegalArgumentException(
          "factors must be 1 to "
              + MAX_FACTORS
              + ", as many after as before, but were "
              + before.size()
              + " and "
              + after.size());
    }
    Optional<List<Fraction>> effects =
        this == SHAPLEY ? Optional.of(Shapley.effects(before, after)) : Lmdi.effects(before, after);
    return effects.map(ImmutableList::copyOf);
  }
}
