package dev.guidepost.targets.review;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.agreement.Commitments;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was done of what was agreed for the last week: a column for each metric agreed on, three at
 * most, as meetings and calls make no sum. Those that most people agreed on are shown, activities
 * before what they bring about.
 */
final class DoneColumns {

  private static final int MOST = 3;
  private static final int LABEL = 8;

  private final Promises promises;
  private final List<PersonId> people;
  private final Catalog catalog;
  private final ImmutableList<MetricId> shown;
  private final ImmutableList<MetricId> leftOut;

  DoneColumns(Promises promises, List<PersonId> people, Catalog catalog) {
    this.promises = promises;
    this.people = people;
    this.catalog = catalog;
    Multiset<MetricId> agreed = HashMultiset.create();
    for (PersonId person : people) {
      promises.agreed(person).forEach(commitment -> agreed.add(commitment.metric()));
    }
    List<MetricId> all =
        ImmutableList.sortedCopyOf(
            Comparator.comparing((MetricId metric) -> -agreed.count(metric))
                .thenComparing(this::place)
                .thenComparing(MetricId::value),
            agreed.elementSet());
    this.shown =
        all.stream()
            .limit(MOST)
            .sorted(
                Comparator.comparing(this::kind)
                    .thenComparing(this::place)
                    .thenComparing(MetricId::value))
            .collect(ImmutableList.toImmutableList());
    this.leftOut =
        all.stream()
            .filter(metric -> !shown.contains(metric))
            .collect(ImmutableList.toImmutableList());
  }

  /** Activities first; what the catalog lacks last. */
  private MetricClass kind(MetricId metric) {
    return catalog.find(metric).map(Metric::metricClass).orElse(MetricClass.RESULT);
  }

  private int place(MetricId metric) {
    return catalog.find(metric).isPresent() ? catalog.code(metric) : Integer.MAX_VALUE;
  }

  /** The metrics that have a column, in their order; none if nothing was agreed. */
  List<MetricId> shown() {
    return shown;
  }

  /** The metrics agreed on for which there is no room, those that most agreed on first. */
  List<MetricId> leftOut() {
    return leftOut;
  }

  /** What stands over a column. */
  static String label(MetricId metric) {
    return metric.equals(StandardMetrics.OPPORTUNITIES) ? "opps" : Text.clip(metric.value(), LABEL);
  }

  /** Done of agreed, {@code "-"} if nothing was agreed, and for what was done if nobody knows. */
  String of(PersonId person, MetricId metric) {
    Optional<Commitment> agreed =
        promises.agreed(person).stream()
            .filter(commitment -> commitment.metric().equals(metric))
            .findFirst();
    return agreed.isEmpty()
        ? "-"
        : result(person, metric).map(result -> "" + result.done()).orElse("-")
            + "/"
            + agreed.get().count();
  }

  private Optional<Commitments.Result> result(PersonId person, MetricId metric) {
    return promises.results(person).stream()
        .filter(result -> result.commitment().metric().equals(metric))
        .findFirst();
  }

  /** The same of all people together, without those of whom nobody knows what they did. */
  String ofAll(MetricId metric) {
    List<Commitments.Result> results =
        people.stream().flatMap(person -> result(person, metric).stream()).toList();
    long done = results.stream().mapToLong(Commitments.Result::done).sum();
    long agreed = results.stream().mapToLong(result -> result.commitment().count()).sum();
    return results.isEmpty() ? "-" : done + "/" + agreed;
  }

  /** Who agreed on something shown that counts, and is in no sum, as the records stopped. */
  List<PersonId> unknown() {
    return people.stream()
        .filter(
            person ->
                promises.agreed(person).stream()
                    .filter(commitment -> shown.contains(commitment.metric()))
                    .anyMatch(promises::unknown))
        .toList();
  }
}
