package dev.guidepost.core.fact;

import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import java.util.List;

/** Copies runs of facts into blocks; what a view leaves out is not copied. */
final class Reading {

  private final Facts facts;
  private final LongColumn amount;
  private final Sieve sieve;
  private final int batches;

  Reading(Facts facts, LongColumn amount, Sieve sieve, int batches) {
    this.facts = facts;
    this.amount = amount;
    this.sieve = sieve;
    this.batches = batches;
  }

  /** Fills a block from a position on, within one chunk, and returns the position after it. */
  int read(int from, int to, FactBlock block) {
    int end = Math.min(from + Math.min(to - from, FactBlock.CAPACITY), (from | IntColumn.MASK) + 1);
    int count = end - from;
    facts.what.copy(from, count, block.what);
    facts.party.copy(from, count, block.party);
    amount.copy(from, count, block.amount);
    for (int i = 0; i < count; i++) {
      block.position[i] = from + i;
    }
    block.size = count;
    if (sieve != Sieve.OPEN || facts.superseded.anyIn(from)) {
      keepIncluded(block);
    }
    return end;
  }

  private void keepIncluded(FactBlock block) {
    int kept = 0;
    for (int i = 0; i < block.size; i++) {
      int position = block.position[i];
      int by = facts.superseded.get(position);
      if ((by == 0 || by > batches)
          && (sieve == Sieve.OPEN || sieve.admits(position, block.party[i], block.what[i]))) {
        block.position[kept] = position;
        block.party[kept] = block.party[i];
        block.what[kept] = block.what[i];
        block.amount[kept++] = block.amount[i];
      }
    }
    block.size = kept;
  }

  /** Returns the metrics of which there is a fact below a position; stops when none is missing. */
  List<MetricId> metrics(Catalog catalog, int to) {
    boolean[] seen = new boolean[catalog.metrics().size()];
    int left = 0;
    for (int i = 0; i < seen.length; i++) {
      boolean takes = catalog.metrics().get(i).aggregation().takesFacts();
      left += takes && sieve.takesMetric(i) ? 1 : 0;
    }
    FactBlock block = new FactBlock();
    for (int at = 0; at < to && left > 0; ) {
      at = read(at, to, block);
      for (int i = 0; i < block.size; i++) {
        int metric = block.metricCode(i);
        left -= seen[metric] ? 0 : 1;
        seen[metric] = true;
      }
    }
    return catalog.metrics().stream().map(Metric::id).filter(id -> seen[catalog.code(id)]).toList();
  }
}
