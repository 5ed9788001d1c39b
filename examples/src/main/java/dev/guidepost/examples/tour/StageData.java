package dev.guidepost.examples.tour;

import dev.guidepost.core.closing.Closings;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.feed.PracticeMetrics;
import dev.guidepost.core.feed.StageFacts;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.practice.SalesProcess;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.time.Period;
import dev.guidepost.examples.source.SalesRecords;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.pipeline.StageFunnel;
import dev.guidepost.targets.review.Stages;
import java.util.ArrayList;
import java.util.List;

/** What the records say of the stages of a process. */
final class StageData {

  private StageData() {}

  /** The metrics of deals and activities, and those of stages. */
  static Catalog catalog(SalesRecords records) {
    return PracticeMetrics.addTo(
        StandardMetrics.catalog(records.currency(), records.moneyScale()),
        new UnitOfMeasure.Score(1, 5));
  }

  static StageFacts facts(SalesRecords records, SalesProcess process) {
    return new StageFacts(
        process, records.asOf(), records.observedFrom(), CreditRules.OWNER, Closings.NONE);
  }

  static Stages of(SalesRecords records, SalesProcess process, Evidence evidence) {
    LedgerWriter writer = new LedgerWriter(catalog(records));
    StageFacts facts = facts(records, process);
    try (Batch batch = writer.batch(records.title(), records.asOf())) {
      records.deals().forEach(deal -> facts.write(deal, batch));
      batch.commit();
    }
    List<Period> periods = new ArrayList<>(List.of(evidence.windows().allDays()));
    evidence.cohort().ifPresent(periods::add);
    Cube cube =
        Rollup.of(writer.snapshot())
            .over(records.organisation())
            .organisedOn(evidence.review())
            .periods(periods)
            .build();
    return new Stages(
        process,
        StageFunnel.fit(
            cube,
            process.on(records.asOf()).orElseThrow(),
            evidence.windows().allDays(),
            evidence.cohort(),
            Evidence.LEVEL));
  }
}
