package dev.guidepost.core.measure;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Ordering;
import dev.guidepost.core.id.PartyId;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** What the kinds of {@link Partial} share. */
final class Partials {

  private Partials() {}

  @SuppressWarnings("unchecked")
  static <P extends Partial> P alike(P one, Partial other) {
    if (one.getClass() != other.getClass()) {
      throw new IllegalArgumentException(
          "what is kept must be of one kind, but was " + one + " and " + other);
    }
    return (P) other;
  }

  static <K extends Comparable<? super K>, V> SortedMap<K, V> merge(
      SortedMap<K, V> left, SortedMap<K, V> right, BinaryOperator<V> both) {
    SortedMap<K, V> merged = new TreeMap<>(left);
    right.forEach((key, value) -> merged.merge(key, value, both));
    return merged;
  }

  /** Returns a copy in order of participants and days; itself if it is such a copy. */
  static SortedMap<PartyId, SortedMap<LocalDate, BigInteger>> copy(
      SortedMap<PartyId, SortedMap<LocalDate, BigInteger>> byParty) {
    if (isCopy(byParty) && byParty.values().stream().allMatch(Partials::isCopy)) {
      return byParty;
    }
    ImmutableSortedMap.Builder<PartyId, SortedMap<LocalDate, BigInteger>> copy =
        ImmutableSortedMap.naturalOrder();
    byParty.forEach((party, days) -> copy.put(party, ImmutableSortedMap.copyOf(days)));
    return copy.buildOrThrow();
  }

  private static boolean isCopy(SortedMap<?, ?> map) {
    return map instanceof ImmutableSortedMap && map.comparator() == Ordering.natural();
  }
}
