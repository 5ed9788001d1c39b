package dev.guidepost.targets.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.closing.Closings;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.feed.PracticeMetrics;
import dev.guidepost.core.feed.StageFacts;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.practice.SalesProcess;
import dev.guidepost.core.practice.Stage;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.pipeline.PipelineCheck;
import dev.guidepost.targets.pipeline.StageFunnel;
import dev.guidepost.targets.planning.Goals;
import dev.guidepost.targets.planning.Hindsight;
import dev.guidepost.targets.planning.Planner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands at each stage, against what the goal takes. */
class StagesTest {

  private static final SalesProcess PROCESS =
      SalesProcess.of(
          "walk",
          Firm.START.minusYears(1),
          Stage.open("Qualify", "names who decides"),
          Stage.open("Demo", "confirms the result"),
          Stage.won("Won"),
          Stage.lost("Lost"));

  private final Firm firm = new Firm();
  private final PersonId ana = firm.person("ana", Firm.EAST);
  private final PersonId cai = firm.person("cai", Firm.WEST);

  /** Every deal is at the first stage for 10 days; of two one goes on, and is won after 20 more. */
  private Evidence evidence(LocalDate until) {
    int count = 0;
    for (LocalDate day = Firm.START; day.isBefore(until); day = day.plusDays(1)) {
      for (PersonId person : List.of(ana, cai)) {
        firm.deals.add(deal("d" + count, person, day, count % 4 < 2));
        count++;
      }
    }
    return firm.evidence();
  }

  private static Deal deal(String id, PersonId person, LocalDate opened, boolean goes) {
    LocalDate second = opened.plusDays(10);
    LocalDate end = goes ? opened.plusDays(30) : second;
    List<StageVisit> visits = new ArrayList<>();
    visits.add(new StageVisit("Qualify", opened));
    if (goes && !second.isAfter(Firm.AS_OF)) {
      visits.add(new StageVisit("Demo", second));
    }
    boolean closed = !end.isAfter(Firm.AS_OF);
    if (closed) {
      visits.add(new StageVisit(goes ? "Won" : "Lost", end, goes ? Outcome.WON : Outcome.LOST));
    }
    Deal.Builder deal =
        Deal.builder().id(DealId.of(id)).owner(person).opened(opened).visits(visits);
    return (closed && goes ? deal.amount(Quantity.of(1_000)) : deal).build();
  }

  private Stages stages(Evidence evidence) {
    LedgerWriter writer =
        new LedgerWriter(
            PracticeMetrics.addTo(
                StandardMetrics.catalog("USD", 2), new UnitOfMeasure.Score(1, 5)));
    StageFacts facts =
        new StageFacts(PROCESS, Firm.AS_OF, Firm.START, CreditRules.OWNER, Closings.NONE);
    try (Batch batch = writer.batch("all", Firm.AS_OF)) {
      firm.deals.forEach(deal -> facts.write(deal, batch));
      batch.commit();
    }
    Cube cube =
        Rollup.of(writer.snapshot())
            .over(evidence.organisation())
            .organisedOn(evidence.review())
            .periods(List.of(evidence.windows().allDays()))
            .build();
    return new Stages(
        PROCESS,
        StageFunnel.fit(
            cube,
            PROCESS.on(Firm.AS_OF).orElseThrow(),
            evidence.windows().allDays(),
            Optional.empty(),
            .8));
  }

  private static String pipeline(ReviewSource.Builder source) {
    return String.join("\n", WeeklyReview.of(source.build(), Firm.EAST).sections().get(3).lines());
  }

  private static ReviewSource.Builder source(Evidence evidence, long goal) {
    return ReviewSource.builder()
        .evidence(evidence)
        .planner(
            Planner.of(
                evidence, Goals.of(evidence, List.of(Firm.target(evidence, Firm.EAST, goal))), .8))
        .board(SignalBoard.of(evidence));
  }

  @Test
  void asMuchIsNeededAsStandsThereWhereCreationIsRight() {
    Evidence evidence = evidence(Firm.AS_OF.plusDays(1));
    Stages stages = stages(evidence);
    // One deal a day of each, half of them won, 1,000 each: 46,000 a quarter of 92 days.
    PipelineCheck check = stages.check(evidence, Firm.EAST, 46_000).orElseThrow();
    assertEquals(10, check.lines().get(0).band().mean(), 1.5, check::print);
    assertEquals(10, check.lines().get(1).band().mean(), 1.5, check::print);
    assertTrue(check.firstShort().isEmpty(), check::print);
    String lines = pipeline(source(evidence, 46_000).stages(stages));
    assertTrue(lines.contains(" Qualify ") && lines.contains(" Demo "), lines);
    assertFalse(lines.contains("short"), lines);
    assertTrue(stages.toString().startsWith("walk: Qualify "), stages::toString);
    Expect.rejected("above 0", () -> stages.check(evidence, Firm.EAST, 0));
  }

  @Test
  void theFirstStageThatIsShortIsAFinding() {
    Evidence evidence = evidence(Firm.AS_OF.minusDays(9));
    Stages stages = stages(evidence);
    WeeklyReview review =
        WeeklyReview.of(
            source(evidence, 46_000).stages(stages).hindsight(Hindsight.of(evidence)).build(),
            Firm.EAST);
    String text = review.print();
    assertTrue(text.contains(" East: Qualify is the first stage short of need, by "), text);
    assertTrue(text.contains(" short"), text);
    assertTrue(text.contains(" Since 2025-10-24  "), text);
    assertTrue(text.lines().count() <= WeeklyReview.LINES, text);
  }

  @Test
  void saysWhyNothingIsSaidOfStages() {
    Evidence evidence = evidence(Firm.AS_OF.plusDays(1));
    assertTrue(pipeline(source(evidence, 46_000)).contains("names no process"));
    firm.deals.removeIf(deal -> deal.owner().equals(ana) || deal.owner().equals(cai));
    Stages few = stages(evidence);
    assertTrue(few.check(evidence, Firm.EAST, 46_000).isEmpty());
    assertTrue(pipeline(source(evidence, 46_000).stages(few)).contains("0 stays ended, 20 needed"));
    assertTrue(
        String.join(
                "\n",
                WeeklyReview.of(source(evidence, 46_000).stages(few).build(), Firm.WEST)
                    .sections()
                    .get(3)
                    .lines())
            .contains("no goal, so no pipeline"));
  }
}
