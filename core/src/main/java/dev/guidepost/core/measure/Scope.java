package dev.guidepost.core.measure;

import com.google.common.collect.ImmutableSortedSet;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Whose facts are measured: some participants, or whatever counts at one node of a tree.
 *
 * @param counts tells for a position of the ledger whether its fact counts here; asked only for
 *     positions that the ledger includes, or would before it was sliced
 * @param expected who stands here, and so should have reported a snapshot if of the kind that does:
 *     see {@link dev.guidepost.core.metric.Reporter}; unmodifiable, in order
 */
public record Scope(IntPredicate counts, Set<PartyId> expected) {

  /**
   * Creates a scope.
   *
   * @param counts tells for a position of the ledger whether its fact counts here
   * @param expected who stands here
   */
  public Scope {
    Objects.requireNonNull(counts, "counts");
    expected = ImmutableSortedSet.copyOf(expected);
  }

  /**
   * Returns the scope of some participants, who stand there themselves.
   *
   * @param ledger the ledger
   * @param participants whose facts count; those without facts stand there too
   * @return the scope
   */
  public static Scope of(Ledger ledger, Collection<? extends PartyId> participants) {
    Set<PartyId> wanted = new HashSet<>(participants);
    boolean[] counts = new boolean[ledger.parties().size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = wanted.contains(ledger.parties().get(i));
    }
    return new Scope(position -> counts[ledger.partyCode(position)], wanted);
  }
}
