package dev.guidepost.targets.pipeline;

import dev.guidepost.core.closing.Closings;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.feed.PracticeMetrics;
import dev.guidepost.core.feed.RecordFacts;
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
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import dev.guidepost.targets.Firm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A company whose deals go through three stages as a semi-Markov chain that is known. */
final class Walkers {

  static final LocalDate START = LocalDate.of(2024, 1, 1);
  static final LocalDate AS_OF = LocalDate.of(2025, 12, 31);
  static final SalesProcess PROCESS =
      SalesProcess.of(
          "walk",
          START.minusYears(1),
          Stage.open("Qualify", "names who decides"),
          Stage.open("Demo", "confirms the result"),
          Stage.open("Proposal", "confirms the budget"),
          Stage.won("Won"),
          Stage.lost("Lost"));

  /** How many days until a deal goes on, and until it is lost, by stage; each as likely. */
  private static final int[][] TO_ADVANCE = {{3, 6, 10, 15, 20}, {5, 9, 14, 22}, {4, 8, 16, 30}};

  private static final int[][] TO_LOSS = {{8, 16, 24, 30}, {10, 20, 40}, {12, 25, 45}};

  private static final List<String> NAMES = List.of("Qualify", "Demo", "Proposal");
  static final PersonId ANA = PersonId.of("ana");
  static final PersonId BEN = PersonId.of("ben");
  static final PersonId CAI = PersonId.of("cai");

  final List<Deal> deals = new ArrayList<>();
  private final Random random;

  Walkers(long seed) {
    random = new Random(seed);
  }

  /** The true model of somebody whose deals go on from the first stage with a share. */
  static StageModel truth(double first) {
    double[] advances = {first, .6, .7};
    List<StageCurve> curves = new ArrayList<>();
    for (int j = 0; j < NAMES.size(); j++) {
      curves.add(
          StageCurve.declared(NAMES.get(j), advances[j], times(TO_ADVANCE[j]), times(TO_LOSS[j])));
    }
    return StageModel.of(curves);
  }

  private static double[] times(int[] days) {
    double[] shares = new double[days[days.length - 1] + 1];
    for (int day : days) {
      shares[day] += 1.0 / days.length;
    }
    return shares;
  }

  /** Opens deals of a person on every so manyth day. */
  Walkers opens(PersonId person, double first, int everyDays, int from) {
    for (LocalDate day = START.plusDays(from); !day.isAfter(AS_OF); day = day.plusDays(everyDays)) {
      walk(person, first, day);
    }
    return this;
  }

  private void walk(PersonId person, double first, LocalDate opened) {
    double[] advances = {first, .6, .7};
    List<StageVisit> visits = new ArrayList<>();
    LocalDate day = opened;
    for (int j = 0; j < NAMES.size() && !day.isAfter(AS_OF); j++) {
      visits.add(new StageVisit(NAMES.get(j), day, Outcome.OPEN, day, visits.size()));
      boolean goes = random.nextDouble() < advances[j];
      int[] days = goes ? TO_ADVANCE[j] : TO_LOSS[j];
      day = day.plusDays(days[random.nextInt(days.length)]);
      if ((!goes || j == NAMES.size() - 1) && !day.isAfter(AS_OF)) {
        visits.add(
            new StageVisit(
                goes ? "Won" : "Lost", day, goes ? Outcome.WON : Outcome.LOST, day, visits.size()));
        break;
      }
    }
    deals.add(
        Deal.builder()
            .id(DealId.of("d" + deals.size()))
            .owner(person)
            .opened(opened)
            .visits(visits)
            .amount(Quantity.of(1_000))
            .build());
  }

  static Period allDays() {
    return Period.custom(START, AS_OF.plusDays(1));
  }

  /** Opened long enough ago to be decided. */
  static Period cohort() {
    return Period.custom(START, AS_OF.minusDays(110));
  }

  Cube cube() {
    LedgerWriter writer =
        new LedgerWriter(
            PracticeMetrics.addTo(
                StandardMetrics.catalog("USD", 2), new UnitOfMeasure.Score(1, 5)));
    RecordFacts facts = new RecordFacts(AS_OF, START);
    StageFacts stages = new StageFacts(PROCESS, AS_OF, START, CreditRules.OWNER, Closings.NONE);
    try (Batch batch = writer.batch("all", AS_OF)) {
      for (Deal deal : deals) {
        facts.write(deal, batch);
        stages.write(deal, batch);
      }
      if (!batch.commit().rejects().isEmpty()) {
        throw new AssertionError("rows must be right");
      }
    }
    Organisation organisation =
        Organisation.builder(Firm.COMPANY, "Company")
            .unit(Firm.EAST, "East", "team", Firm.COMPANY)
            .person(ANA, "Sam")
            .member(ANA, Firm.EAST)
            .person(BEN, "Sam")
            .member(BEN, Firm.EAST)
            .person(CAI, "Cai")
            .member(CAI, Firm.EAST, AS_OF.minusDays(30))
            .build();
    return Rollup.of(writer.snapshot())
        .over(organisation)
        .organisedOn(AS_OF)
        .periods(List.of(allDays(), cohort()))
        .build();
  }

  StageFunnel funnel() {
    return StageFunnel.fit(
        cube(), PROCESS.on(AS_OF).orElseThrow(), allDays(), Optional.of(cohort()), .8);
  }
}
