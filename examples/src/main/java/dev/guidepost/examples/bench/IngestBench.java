package dev.guidepost.examples.bench;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.FactColumns;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Takes a million facts in, in several ways, and weighs what is kept of them. */
public final class IngestBench {

  static final int BATCH = 100_000;

  private IngestBench() {}

  /** One way of taking the facts in; returns their sum as it was then read. */
  interface Candidate {
    Object take(IngestData data);

    default long total(Object taken, IngestData data) {
      return data.total;
    }
  }

  record Fact(String party, MetricId metric, LocalDate on, BigDecimal amount) {}

  static Ledger columns(IngestData data, int dimensions, boolean keys) {
    LedgerWriter writer = new LedgerWriter(data.catalog(dimensions));
    for (int from = 0; from < data.size; from += BATCH) {
      int to = Math.min(data.size, from + BATCH);
      try (Batch batch = writer.batch("batch-" + from, IngestData.FIRST.plusYears(1))) {
        FactColumns.Builder block =
            FactColumns.builder(to - from)
                .parties(data.people, Arrays.copyOfRange(data.party, from, to))
                .metrics(data.metrics, Arrays.copyOfRange(data.metric, from, to))
                .days(Arrays.copyOfRange(data.day, from, to))
                .amounts(Arrays.copyOfRange(data.amount, from, to));
        for (int d = 0; d < dimensions; d++) {
          block.dimension(
              data.dimensions.get(d),
              data.values.get(d),
              Arrays.copyOfRange(data.value[d], from, to));
        }
        if (keys) {
          block.keys(Arrays.copyOfRange(data.keys, from, to));
        }
        batch.columns(block.build()).commit();
      }
    }
    return writer.snapshot();
  }

  static Ledger rows(IngestData data, int dimensions, boolean keys) {
    LedgerWriter writer = new LedgerWriter(data.catalog(dimensions));
    for (int from = 0; from < data.size; from += BATCH) {
      int to = Math.min(data.size, from + BATCH);
      try (Batch batch = writer.batch("batch-" + from, IngestData.FIRST.plusYears(1))) {
        for (int i = from; i < to; i++) {
          Batch.Row row = keys ? batch.row(data.keys[i]) : batch.row();
          row.by(PersonId.of(data.partyTexts[i])).on(data.days[i]);
          for (int d = 0; d < dimensions; d++) {
            row.dim(data.dimensions.get(d), data.values.get(d).get(data.value[d][i]));
          }
          row.put(data.metrics.get(data.metric[i]), data.amounts[i]);
        }
        batch.commit();
      }
    }
    return writer.snapshot();
  }

  static List<Fact> list(IngestData data) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < data.size; i++) {
      facts.add(
          new Fact(
              data.partyTexts[i], data.metrics.get(data.metric[i]), data.days[i], data.amounts[i]));
    }
    return facts;
  }

  public static void main(String[] args) {
    IngestData data = new IngestData(1, 1_000_000);
    List<String> names =
        List.of("columns 0", "columns 4", "columns key", "rows 0", "rows 4", "rows key", "list");
    double[][] ns = new double[names.size()][15];
    Object keep = null;
    for (int round = 0; round < 15; round++) {
      for (int c = 0; c < names.size(); c++) {
        long start = System.nanoTime();
        keep =
            switch (c) {
              case 0 -> columns(data, 0, false);
              case 1 -> columns(data, 4, false);
              case 2 -> columns(data, 0, true);
              case 3 -> rows(data, 0, false);
              case 4 -> rows(data, 4, false);
              case 5 -> rows(data, 0, true);
              default -> list(data);
            };
        ns[c][round] = (System.nanoTime() - start) / (double) data.size;
      }
    }
    for (int c = 0; c < names.size(); c++) {
      double first = ns[c][0];
      Arrays.sort(ns[c]);
      System.out.printf(
          Locale.ROOT,
          "%-12s first %.1f median %.1f min %.1f%n",
          names.get(c),
          first,
          ns[c][7],
          ns[c][0]);
    }
    for (int c = 0; c < 4; c++) {
      long before = used();
      Ledger ledger = columns(data, c % 2 * 4, c > 1);
      long after = used();
      System.out.printf(
          Locale.ROOT,
          "%s %.2f B%n",
          ledger.size() + " " + c,
          (after - before) / (double) data.size);
    }
    System.out.println(System.identityHashCode(keep));
  }

  static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
