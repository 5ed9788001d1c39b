package dev.guidepost.rollup.cube;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.measure.Partial;
import dev.guidepost.core.measure.Scope;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.Period;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * The snapshots of all participants by day, from which those of a node are chosen where facts are
 * not kept. Of each day the sum of all facts is there, which chooses, and that of those in the view
 * of the ledger, which counts.
 */
final class SnapshotDays {

  private final Map<MetricId, NavigableMap<PartyId, NavigableMap<LocalDate, Sums>>> byMetric =
      new HashMap<>();

  private record Sums(BigInteger all, BigInteger inView) {
    Sums plus(Sums more) {
      return new Sums(all.add(more.all), inView.add(more.inView));
    }
  }

  /** Adds the snapshots of a metric everywhere. */
  void add(MetricId metric, Partial.Snapshots everywhere) {
    everywhere
        .all()
        .forEach(
            (party, days) -> {
              SortedMap<LocalDate, BigInteger> here =
                  everywhere.here().getOrDefault(party, Collections.emptySortedMap());
              days.forEach(
                  (day, sum) ->
                      add(
                          metric,
                          party,
                          day,
                          new Sums(sum, here.getOrDefault(day, BigInteger.ZERO))));
            });
  }

  /** Adds all that another has; facts of a participant and day may be in both. */
  void add(SnapshotDays other) {
    other.byMetric.forEach(
        (metric, parties) ->
            parties.forEach(
                (party, days) -> days.forEach((day, sums) -> add(metric, party, day, sums))));
  }

  private void add(MetricId metric, PartyId party, LocalDate day, Sums sums) {
    byMetric
        .computeIfAbsent(metric, any -> new TreeMap<>())
        .computeIfAbsent(party, any -> new TreeMap<>())
        .merge(day, sums, Sums::plus);
  }

  /**
   * Returns the snapshots of one place.
   *
   * @param metric the metric
   * @param period the days
   * @param counts tells whether what a participant has on a day counts there
   * @param standing who stands there and is in the view of the ledger
   */
  Partial partial(
      Metric metric, Period period, BiPredicate<PartyId, LocalDate> counts, Set<PartyId> standing) {
    SortedMap<PartyId, SortedMap<LocalDate, BigInteger>> all = new TreeMap<>();
    SortedMap<PartyId, SortedMap<LocalDate, BigInteger>> here = new TreeMap<>();
    Set<PartyId> everReported = new HashSet<>();
    byMetric
        .getOrDefault(metric.id(), new TreeMap<>())
        .forEach(
            (party, days) -> {
              if (!days.headMap(period.end()).isEmpty()) {
                everReported.add(party);
              }
              days.subMap(period.start(), period.end())
                  .forEach(
                      (day, sums) -> {
                        put(all, party, day, sums.all());
                        if (counts.test(party, day)) {
                          put(here, party, day, sums.inView());
                        }
                      });
            });
    Scope scope = new Scope(position -> false, standing);
    return new Partial.Snapshots(all, here, scope.reporters(metric, everReported));
  }

  private static void put(
      SortedMap<PartyId, SortedMap<LocalDate, BigInteger>> sums,
      PartyId party,
      LocalDate day,
      BigInteger sum) {
    sums.computeIfAbsent(party, any -> new TreeMap<>()).put(day, sum);
  }
}
