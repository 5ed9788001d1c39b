package dev.guidepost.core.measure;

import java.math.BigInteger;

/** A sum of longs that cannot overflow, and how many there are. */
final class ExactSum {

  private long low;
  private BigInteger high = BigInteger.ZERO;
  private long count;

  void add(long amount) {
    count++;
    long sum = low + amount;
    if (((low ^ sum) & (amount ^ sum)) < 0) {
      high = high.add(BigInteger.valueOf(low)).add(BigInteger.valueOf(amount));
      sum = 0;
    }
    low = sum;
  }

  BigInteger total() {
    return high.add(BigInteger.valueOf(low));
  }

  long count() {
    return count;
  }
}
