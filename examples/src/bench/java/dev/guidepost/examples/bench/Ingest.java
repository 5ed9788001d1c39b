package dev.guidepost.examples.bench;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.FactColumns;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.examples.bench.IngestData.Block;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way of taking facts in. */
interface Ingest {

  /** Takes a block of facts. */
  void take(Block block);

  /** Ends the last batch, so that all facts can be read. */
  void end();

  /** Returns the sums by metric at two decimals, as they are read from what was taken. */
  long[] sums();

  /** Makes a new way of taking facts in, which holds none yet. */
  @FunctionalInterface
  interface Start {
    Ingest start();
  }

  /** A ledger, in batches of some hundred thousand facts. */
  final class IntoLedger implements Ingest {
    private static final int BLOCKS = 25;

    private final LedgerWriter writer;
    private final int dimensions;
    private final boolean keys;
    private final boolean columns;
    private Batch batch;
    private @Nullable FactColumns facts;
    private int blocks;

    IntoLedger(int dimensions, boolean keys, boolean columns) {
      this.writer = new LedgerWriter(IngestData.catalog(dimensions));
      this.dimensions = dimensions;
      this.keys = keys;
      this.columns = columns;
      this.batch = open();
    }

    private Batch open() {
      return writer.batch("batch " + blocks, IngestData.FIRST.plusYears(1));
    }

    @Override
    public void take(Block block) {
      if (columns) {
        if (facts == null) {
          facts = columnsOf(block); // of arrays that are filled again for each block
        }
        batch.columns(facts);
      } else {
        takeRows(block);
      }
      if (++blocks % BLOCKS == 0) {
        batch.commit();
        batch = open();
      }
    }

    private FactColumns columnsOf(Block block) {
      FactColumns.Builder builder =
          FactColumns.builder(IngestData.BLOCK)
              .parties(IngestData.PEOPLE, block.party)
              .metrics(IngestData.METRICS, block.metric)
              .days(block.day)
              .amounts(block.amount);
      for (int d = 0; d < dimensions; d++) {
        builder.dimension(IngestData.DIMENSIONS.get(d), IngestData.VALUES.get(d), block.value[d]);
      }
      if (keys) {
        builder.keys(block.keys);
      }
      return builder.build();
    }

    private void takeRows(Block block) {
      for (int i = 0; i < IngestData.BLOCK; i++) {
        Batch.Row row = keys ? batch.row(block.keys[i]) : batch.row();
        row.by(PersonId.of(block.people[i])).on(block.days[i]);
        for (int d = 0; d < dimensions; d++) {
          row.dim(IngestData.DIMENSIONS.get(d), block.values[d][i]);
        }
        row.put(IngestData.METRICS.get(block.metric[i]), block.amounts[i]);
      }
    }

    @Override
    public void end() {
      batch.commit();
    }

    Ledger ledger() {
      return writer.snapshot();
    }

    @Override
    public long[] sums() {
      Ledger ledger = ledger();
      long[] sums = new long[IngestData.METRICS.size()];
      for (int i = 0; i < ledger.size(); i++) {
        if (ledger.includes(i)) {
          sums[ledger.metricCode(i)] += ledger.unscaledAmount(i);
        }
      }
      return sums;
    }
  }

  /** A list of records, with all that a row gave and nothing checked. */
  final class IntoList implements Ingest {

    private record Fact(PersonId person, MetricId metric, LocalDate on, BigDecimal amount) {}

    private final List<Fact> facts = new ArrayList<>();

    @Override
    public void take(Block block) {
      for (int i = 0; i < IngestData.BLOCK; i++) {
        facts.add(
            new Fact(
                PersonId.of(block.people[i]),
                IngestData.METRICS.get(block.metric[i]),
                block.days[i],
                block.amounts[i]));
      }
    }

    @Override
    public void end() {}

    @Override
    public long[] sums() {
      long[] sums = new long[IngestData.METRICS.size()];
      for (Fact fact : facts) {
        sums[IngestData.METRICS.indexOf(fact.metric())] +=
            fact.amount().unscaledValue().longValue();
      }
      return sums;
    }
  }

  /** Arrays that grow: what a loop written by hand would keep of codes and numbers. */
  final class IntoArrays implements Ingest {
    private int[] party = {};
    private int[] metric = {};
    private int[] day = {};
    private long[] amount = {};
    private int size;

    @Override
    public void take(Block block) {
      int end = size + IngestData.BLOCK;
      if (end > party.length) {
        int room = Math.max(end, party.length + party.length / 2);
        party = Arrays.copyOf(party, room);
        metric = Arrays.copyOf(metric, room);
        day = Arrays.copyOf(day, room);
        amount = Arrays.copyOf(amount, room);
      }
      System.arraycopy(block.party, 0, party, size, IngestData.BLOCK);
      System.arraycopy(block.metric, 0, metric, size, IngestData.BLOCK);
      System.arraycopy(block.day, 0, day, size, IngestData.BLOCK);
      System.arraycopy(block.amount, 0, amount, size, IngestData.BLOCK);
      size = end;
    }

    @Override
    public void end() {}

    @Override
    public long[] sums() {
      long[] sums = new long[IngestData.METRICS.size()];
      for (int i = 0; i < size; i++) {
        sums[metric[i]] += amount[i];
      }
      return sums;
    }
  }
}
