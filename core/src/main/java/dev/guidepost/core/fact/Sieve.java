package dev.guidepost.core.fact;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which facts a view lets through; what is null does not ask. */
final class Sieve {

  /** Lets everything through. */
  static final Sieve OPEN = new Sieve(null, null, Integer.MIN_VALUE, Integer.MAX_VALUE, null);

  private final boolean @Nullable [] metrics;
  private final boolean @Nullable [] parties;
  private final long from;
  private final long until;
  private final @Nullable Slice slice;

  private record Slice(IntColumn codes, int code, @Nullable Slice next) {}

  private Sieve(
      boolean @Nullable [] metrics,
      boolean @Nullable [] parties,
      long from,
      long until,
      @Nullable Slice slice) {
    this.metrics = metrics;
    this.parties = parties;
    this.from = from;
    this.until = until;
    this.slice = slice;
  }

  boolean admits(int position, int party, int what) {
    int day = FactRules.day(what);
    if (day < from
        || day >= until
        || (metrics != null && !metrics[FactRules.metric(what)])
        || (parties != null && !parties[party])) {
      return false;
    }
    for (Slice at = slice; at != null; at = at.next()) {
      if (at.codes().get(position) != at.code()) {
        return false;
      }
    }
    return true;
  }

  Sieve metrics(boolean[] wanted) {
    return new Sieve(both(metrics, wanted), parties, from, until, slice);
  }

  Sieve parties(boolean[] wanted) {
    return new Sieve(metrics, both(parties, wanted), from, until, slice);
  }

  Sieve days(long start, long end) {
    return new Sieve(metrics, parties, Math.max(from, start), Math.min(until, end), slice);
  }

  Sieve slice(IntColumn codes, int code) {
    return new Sieve(metrics, parties, from, until, new Slice(codes, code, slice));
  }

  boolean sliced() {
    return slice != null;
  }

  Sieve unsliced() {
    return new Sieve(metrics, parties, from, until, null);
  }

  private static boolean[] both(boolean @Nullable [] left, boolean[] right) {
    boolean[] both = Arrays.copyOf(right, right.length);
    for (int i = 0; left != null && i < both.length; i++) {
      both[i] &= left[i];
    }
    return both;
  }
}
