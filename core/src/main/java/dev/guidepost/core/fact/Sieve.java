package dev.guidepost.core.fact;

import com.google.common.collect.Sets;
import dev.guidepost.core.id.PartyId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which facts a view lets through; what is null does not ask. */
final class Sieve {

  /** Lets everything through. */
  static final Sieve OPEN = new Sieve(null, null, Long.MIN_VALUE, Long.MAX_VALUE, null);

  private final boolean @Nullable [] metrics;
  private final @Nullable Parties parties;
  private final long from;
  private final long until;
  private final @Nullable Slice slice;

  /** Some participants: who they are, and which codes those of them have that have facts. */
  private static final class Parties {
    private final Set<PartyId> asked;
    private final boolean[] codes;

    Parties(Set<PartyId> asked, boolean[] codes) {
      this.asked = asked;
      this.codes = codes;
    }
  }

  private record Slice(
      IntColumn codes, int code, int dimension, String value, @Nullable Slice next) {
    boolean same(@Nullable Slice other) {
      return other != null
          && dimension == other.dimension
          && value.equals(other.value)
          && (next == null ? other.next == null : next.same(other.next));
    }
  }

  private Sieve(
      boolean @Nullable [] metrics,
      @Nullable Parties parties,
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
        || (parties != null && !parties.codes[party])) {
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

  /** Lets through facts of some participants only, of all those at their codes. */
  Sieve parties(Set<PartyId> asked, List<PartyId> all) {
    Set<PartyId> both =
        parties == null ? asked : Set.copyOf(Sets.intersection(parties.asked, asked));
    boolean[] wanted = new boolean[all.size()];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = both.contains(all.get(i));
    }
    return new Sieve(metrics, new Parties(both, wanted), from, until, slice);
  }

  Sieve days(long start, long end) {
    return new Sieve(metrics, parties, Math.max(from, start), Math.min(until, end), slice);
  }

  /** Lets through facts that have a value, at its code, in the dimension of a number. */
  Sieve slice(IntColumn codes, int code, int dimension, String value) {
    return new Sieve(
        metrics, parties, from, until, new Slice(codes, code, dimension, value, slice));
  }

  /** Tells whether a sieve of another state of the ledger asks for the same. */
  boolean same(Sieve other) {
    return Arrays.equals(metrics, other.metrics)
        && (parties == null
            ? other.parties == null
            : other.parties != null && parties.asked.equals(other.parties.asked))
        && from == other.from
        && until == other.until
        && (slice == null ? other.slice == null : slice.same(other.slice));
  }

  boolean takesAllMetrics() {
    return metrics == null;
  }

  boolean takesMetric(int code) {
    return metrics == null || metrics[code];
  }

  boolean takesParty(PartyId party) {
    return parties == null || parties.asked.contains(party);
  }

  boolean takesDays(long start, long end) {
    return from <= start && end <= until;
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
