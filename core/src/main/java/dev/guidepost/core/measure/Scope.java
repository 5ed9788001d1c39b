package dev.guidepost.core.measure;

import com.google.common.collect.ImmutableSortedSet;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Metric;
import java.util.Collection;
import java.util.Comparator;
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

  /**
   * Returns those who stand here and record such a metric: of one that all people record, all
   * people; of another, those of the kind that records it who have done so at some time.
   *
   * @param metric a metric of snapshots
   * @param everReported who has recorded it up to the end of the period that is measured
   * @return who should have reported; unmodifiable
   */
  public Set<PartyId> reporters(Metric metric, Set<PartyId> everReported) {
    boolean everyone = FactScan.everyoneReports(metric);
    return expected.stream()
        .filter(party -> metric.reportedBy().includes(party))
        .filter(party -> everyone || everReported.contains(party))
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }
}
