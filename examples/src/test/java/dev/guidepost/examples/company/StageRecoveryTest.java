package dev.guidepost.examples.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.closing.Closings;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.feed.PracticeMetrics;
import dev.guidepost.core.feed.RecordFacts;
import dev.guidepost.core.feed.StageFacts;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.practice.SalesProcess;
import dev.guidepost.core.practice.Stage;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.Period;
import dev.guidepost.examples.source.SalesRecords;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.targets.funnel.DealAgeing;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.DealSizes;
import dev.guidepost.targets.funnel.LivePipeline;
import dev.guidepost.targets.funnel.WinCurve;
import dev.guidepost.targets.pipeline.StageFunnel;
import dev.guidepost.targets.pipeline.StagePipeline;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Chances of open deals by stage and by age alone, against the true ones: of a company whose deals
 * have hidden qualities and deadlines, which no model is told.
 */
class StageRecoveryTest {

  private static final SalesProcess PROCESS =
      SalesProcess.of(
          "generated",
          LocalDate.of(2020, 1, 1),
          Stage.open("Discovery", "names the need"),
          Stage.open("Evaluation", "tries it"),
          Stage.open("Proposal", "confirms the budget"),
          Stage.open("Decision", "names a date"),
          Stage.won("Won"),
          Stage.lost("Lost"));

  /** How far chances are from the true ones. */
  private static final class Score {
    double sum;
    double known;
    double absolute;
    int deals;

    void add(double chance, double truth) {
      sum += chance;
      known += truth;
      absolute += Math.abs(chance - truth);
      deals++;
    }

    double distance() {
      return absolute / deals;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = 42)
  void stagesTellMoreThanAgeAlone(long seed) {
    GeneratedCompany company =
        GeneratedCompany.generate(CompanySpec.of(seed).withPlanted(Set.of()));
    SalesRecords records = company.records();
    LocalDate asOf = records.asOf();
    LocalDate end = asOf.plusDays(60);
    Period all = Period.custom(records.observedFrom().minusDays(400), asOf.plusDays(1));
    Period cohort = Period.custom(records.observedFrom(), asOf.minusDays(DealProcess.DEADLINE));
    Cube cube = cube(records, List.of(all, cohort));
    WinCurve curve = WinCurve.fit(cube, records.organisation().root(), all).orElseThrow();
    StageFunnel funnel =
        StageFunnel.fit(cube, PROCESS.on(asOf).orElseThrow(), all, Optional.of(cohort), .8);
    assertEquals(Map.of(), funnel.lacking());
    DealSizes sizes = DealSizes.fit(records.deals());
    DealAgeing ageing =
        DealAgeing.of(
            records.availability(),
            records.organisation().people(),
            Period.custom(records.observedFrom(), asOf.plusDays(1)));
    Map<PersonId, List<Deal>> byOwner =
        records.deals().stream()
            .filter(deal -> deal.outcome() == Outcome.OPEN)
            .collect(Collectors.groupingBy(Deal::owner));
    Score byStage = new Score();
    Score byAge = new Score();
    byOwner.forEach(
        (owner, deals) -> {
          WinCurve own = curve.withAgeing(ageing.of(owner));
          StagePipeline judged =
              StagePipeline.of(
                  deals,
                  asOf,
                  end,
                  PROCESS,
                  funnel,
                  funnel.of(owner).map(model -> model.withAgeing(ageing.of(owner))),
                  own,
                  sizes);
          assertEquals(0, judged.byAgeAlone());
          score(judged.pipeline(), company, end, byStage);
          score(LivePipeline.of(deals, asOf, end, own, sizes), company, end, byAge);
        });
    String found =
        String.format(
            Locale.ROOT,
            "true %.1f wins; by stage %.1f, off by %.4f a deal; by age alone %.1f, %.4f",
            byStage.known,
            byStage.sum,
            byStage.distance(),
            byAge.sum,
            byAge.distance());
    // Measured: 0.008 by stage and 0.044 by age alone, over 1,763 open deals.
    assertTrue(byStage.distance() < .4 * byAge.distance(), found);
    assertEquals(byStage.known, byStage.sum, .10 * byStage.known, found);
  }

  private static void score(
      LivePipeline pipeline, GeneratedCompany company, LocalDate end, Score score) {
    for (DealOutlook deal : pipeline.deals()) {
      score.add(deal.chance(), company.truth().chanceToWinBy(deal.deal().id(), end.minusDays(1)));
    }
  }

  private static Cube cube(SalesRecords records, List<Period> periods) {
    LedgerWriter writer =
        new LedgerWriter(
            PracticeMetrics.addTo(
                StandardMetrics.catalog(records.currency(), records.moneyScale()),
                new UnitOfMeasure.Score(1, 5)));
    RecordFacts facts = new RecordFacts(records.asOf(), records.observedFrom());
    StageFacts stages =
        new StageFacts(
            PROCESS, records.asOf(), records.observedFrom(), CreditRules.OWNER, Closings.NONE);
    try (Batch batch = writer.batch("all", records.asOf())) {
      facts.writeAll(records.deals(), List.of(), batch);
      records.deals().forEach(deal -> stages.write(deal, batch));
      assertEquals(List.of(), batch.commit().rejects());
    }
    return Rollup.of(writer.snapshot())
        .over(records.organisation())
        .organisedOn(records.asOf())
        .periods(periods)
        .build();
  }
}
