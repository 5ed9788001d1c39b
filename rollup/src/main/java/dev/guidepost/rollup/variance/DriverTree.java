package dev.guidepost.rollup.variance;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.rollup.factor.Product;
import dev.guidepost.rollup.factor.Reduction;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Drivers by the definitions of a catalog: what result and factors are made of.
 *
 * @param result the result, in sums
 * @param factors the factors, in sums, which multiply to it
 * @param sums the sums of result and factors, in the order of first use
 * @param decimals the number of decimals that the result has at most
 */
record DriverTree(Product result, List<Product> factors, List<MetricId> sums, int decimals) {

  DriverTree {
    factors = ImmutableList.copyOf(factors);
    sums = ImmutableList.copyOf(sums);
  }

  static DriverTree of(Drivers drivers, Catalog catalog) {
    Reduction reduction = new Reduction(catalog);
    MetricId id = drivers.result();
    Product result = reduction.of(id);
    SortedMap<MetricId, Fraction> terms =
        result
            .terms()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "result must add up for its change to be explained, but "
                            + id
                            + " is "
                            + result));
    List<Product> factors = drivers.factors().stream().map(reduction::of).toList();
    Product product = factors.stream().reduce(Product.of(Fraction.of(1)), Product::times);
    if (!product.equals(result)) {
      throw new IllegalArgumentException(
          "factors of "
              + id
              + " must multiply to "
              + result
              + ", but "
              + String.join(" * ", drivers.factors().stream().map(MetricId::value).toList())
              + " comes to "
              + product
              + (product.number().signum() == 0
                  ? ""
                  : "; what is missing is a factor that is " + result.over(product)));
    }
    if (drivers.mix() != Mix.NONE && factors.get(0).terms().isEmpty()) {
      throw new IllegalArgumentException(
          "first factor must add up to be taken apart into total and mix, but "
              + drivers.factors().get(0)
              + " is "
              + factors.get(0));
    }
    drivers.segments().ifPresent(dimension -> requireDimension(catalog, drivers));
    ImmutableSet.Builder<MetricId> sums = ImmutableSet.<MetricId>builder().addAll(result.sums());
    factors.forEach(factor -> sums.addAll(factor.sums()));
    return new DriverTree(result, factors, sums.build().asList(), decimals(id, terms, catalog));
  }

  private static void requireDimension(Catalog catalog, Drivers drivers) {
    if (!catalog.dimensions().contains(drivers.segments().orElseThrow())) {
      throw new IllegalArgumentException(
          "segments must be one of "
              + catalog.dimensions()
              + ", but were "
              + drivers.segments().orElseThrow());
    }
  }

  /** Returns the decimals of amounts, with those of the numbers by which they are multiplied. */
  private static int decimals(MetricId id, Map<MetricId, Fraction> terms, Catalog catalog) {
    int most = 0;
    for (Map.Entry<MetricId, Fraction> term : terms.entrySet()) {
      Metric metric = catalog.metric(term.getKey());
      BigInteger below = term.getValue().denominator();
      int decimals = 0;
      while (BigInteger.TEN.pow(decimals).mod(below).signum() != 0
          && decimals <= Quantity.MAX_SCALE) {
        decimals++;
      }
      most = Math.max(most, metric.scale() + decimals);
    }
    if (most > Quantity.MAX_SCALE) {
      throw new IllegalArgumentException(
          "result must have at most " + Quantity.MAX_SCALE + " decimals, but " + id + " has more");
    }
    return most;
  }
}
