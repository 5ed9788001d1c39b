package dev.guidepost.examples.company;

import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.stat.Normal;
import java.util.random.RandomGenerator;

/**
 * Products, their list prices, and how much of one a customer asks for: the quantity that comes
 * next to a log-normal value, which is drawn from 200 equally likely quantiles so that its mean is
 * known exactly.
 */
final class PriceList {

  private static final String[] PRODUCTS = {"Beacon", "Compass", "Sextant", "Atlas"};
  private static final int[] PRICES = {450, 1_200, 2_900, 7_500};
  private static final double[] MIX = {0.30, 0.35, 0.25, 0.10};
  private static final double SPREAD = 0.55;
  private static final int LEAST_DISCOUNT = 0;
  private static final int DISCOUNTS = 21;
  private static final double[] QUANTILES = quantiles();

  private final int moneyScale;

  PriceList(int moneyScale) {
    this.moneyScale = moneyScale;
  }

  private static double[] quantiles() {
    double[] values = new double[200];
    for (int i = 0; i < values.length; i++) {
      values[i] = StrictMath.exp(SPREAD * Normal.quantile((i + 0.5) / values.length));
    }
    return values;
  }

  static int product(RandomGenerator random) {
    return Draws.pick(random, MIX);
  }

  static String name(int product) {
    return PRODUCTS[product];
  }

  /** Returns the price at list of what a customer asks a seller for, whole. */
  static long list(RandomGenerator random, Seller seller, int product) {
    return list(seller, product, random.nextInt(QUANTILES.length));
  }

  private static long list(Seller seller, int product, int quantile) {
    double value = seller.dealValue() * QUANTILES[quantile];
    return Math.max(1, Math.round(value / PRICES[product])) * PRICES[product];
  }

  /** Returns the discount agreed on at closing, in percent. */
  static int discount(RandomGenerator random) {
    return LEAST_DISCOUNT + random.nextInt(DISCOUNTS);
  }

  /** Returns the agreed amount in the smallest units of the currency. */
  long agreed(long list, int discount) {
    long hundredths = list * (100 - discount);
    long amount = hundredths;
    for (int scale = 2; scale < moneyScale; scale++) {
      amount *= 10;
    }
    return moneyScale >= 2 ? amount : Math.round(hundredths / (moneyScale == 1 ? 10.0 : 100.0));
  }

  Quantity money(long smallestUnits) {
    return Quantity.ofUnscaled(smallestUnits, moneyScale);
  }

  /** Returns the mean agreed amount of a seller's deals, exact but for the last rounding. */
  static double meanAgreed(Seller seller) {
    double mean = 0;
    for (int product = 0; product < PRICES.length; product++) {
      double sum = 0;
      for (int quantile = 0; quantile < QUANTILES.length; quantile++) {
        sum += list(seller, product, quantile);
      }
      mean += MIX[product] * sum / QUANTILES.length;
    }
    return mean * (1 - (LEAST_DISCOUNT + (DISCOUNTS - 1) / 2.0) / 100);
  }
}
