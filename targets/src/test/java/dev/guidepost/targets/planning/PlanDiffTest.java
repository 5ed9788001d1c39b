package dev.guidepost.targets.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.PlanDiff;
import dev.guidepost.targets.plan.PlanLine;
import dev.guidepost.targets.plan.PlanVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlanDiffTest {

  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final LocalDate THEN = Firm.AS_OF;
  private static final LocalDate NOW = Firm.AS_OF.plusWeeks(2);

  private static Firm firm(LocalDate asOf) {
    Firm firm = new Firm();
    firm.seller("ana", Firm.EAST, 2, 3, 1000);
    firm.seller("ben", Firm.EAST, 2, 4, 1000);
    firm.asOf = asOf;
    return firm;
  }

  private static Plan plan(Firm firm, PersonId person, long goal) {
    Evidence evidence = firm.evidence();
    return Planner.of(
            evidence, Goals.of(evidence, List.of(Firm.target(evidence, person, goal))), .8)
        .plan(person);
  }

  private static Quantity part(PlanDiff diff, String label) {
    return diff.why().parts().stream()
        .filter(part -> part.label().equals(label))
        .map(Explanation.Part::amount)
        .findFirst()
        .orElse(Quantity.ZERO);
  }

  /** What holds for all differences. */
  private static void sound(PlanDiff diff) {
    Quantity sum = Quantity.ZERO;
    for (Explanation.Part part : diff.why().parts()) {
      sum = sum.plus(part.amount());
    }
    Quantity goals =
        diff.now()
            .target()
            .orElse(Quantity.ZERO)
            .minus(diff.before().target().orElse(Quantity.ZERO));
    assertEquals(diff.now().expected().minus(diff.before().expected()).minus(goals), sum);
  }

  /** One company, seen on two days: deals open, close, slip, come and change hands in between. */
  private static Firm history(LocalDate asOf, long seed, int deals) {
    Firm firm = firm(asOf);
    Random random = new Random(seed);
    for (int i = 0; i < deals; i++) {
      LocalDate opened = THEN.minusDays(random.nextInt(40)).plusDays(random.nextInt(20));
      int fate = random.nextInt(4);
      LocalDate closed = THEN.plusDays(1 + random.nextInt(12));
      LocalDate close = opened.isAfter(closed) ? opened : closed;
      long amount = 500 + 100L * random.nextInt(20);
      if (fate < 2) {
        firm.closed("h" + i, ANA, opened, close, fate == 0, amount);
      } else {
        firm.open("h" + i, fate == 2 ? ANA : BEN, opened);
      }
    }
    return firm;
  }

  @Property(tries = 15)
  void changesAddUp(
      @ForAll @IntRange(max = 1000) int seed,
      @ForAll @IntRange(max = 25) int deals,
      @ForAll @IntRange(min = 1, max = 20) int thousands,
      @ForAll @IntRange(min = 1, max = 20) int later) {
    Plan before = plan(history(THEN, seed, deals), ANA, 1000L * thousands);
    Plan now = plan(history(NOW, seed, deals), ANA, 1000L * later);
    PlanDiff diff = now.diff(before);
    sound(diff);
    assertEquals(
        Quantity.of(1000L * (thousands - later)),
        part(diff, "goal"),
        "less is asked, more is over");
    assertEquals(before.explain().total(), before.target().orElseThrow().amount());
    assertEquals(now.explain().total(), now.target().orElseThrow().amount());
  }

  /**
   * A closing that is entered weeks late, with a day before the period, hands nothing to others.
   */
  @Test
  void namesWhatWasClosedBeforeThePeriod() {
    LocalDate early = LocalDate.of(2025, 10, 10);
    LocalDate closed = LocalDate.of(2025, 9, 29);
    LocalDate entered = early.plusDays(4);
    Plan[] plans = new Plan[2];
    for (int i = 0; i < 2; i++) {
      Firm firm = firm(early.plusWeeks(i));
      for (Outcome outcome : List.of(Outcome.WON, Outcome.LOST)) {
        firm.deals.add(
            Deal.builder()
                .id(DealId.of("late " + outcome))
                .owner(ANA)
                .opened(closed.minusDays(20))
                .addVisits(new StageVisit("Proposal", closed.minusDays(20)))
                .addVisits(new StageVisit("Over", closed, outcome, entered, 0))
                .amount(Quantity.of(20_000))
                .build());
      }
      plans[i] = plan(firm, ANA, 60_000);
    }
    PlanDiff diff = plans[1].diff(plans[0]);
    sound(diff);
    assertTrue(part(diff, "won before the period").signum() < 0, diff.print());
    assertTrue(part(diff, "lost before the period").signum() < 0, diff.print());
    assertEquals(Quantity.ZERO, part(diff, "to others"), diff.print());
  }

  @Test
  void nothingChangesAgainstItself() {
    Plan plan = plan(firm(THEN), ANA, 9000);
    PlanDiff diff = plan.diff(plan);
    sound(diff);
    assertTrue(diff.why().parts().isEmpty(), diff.toString());
    assertTrue(diff.lines().isEmpty());
    assertEquals("0; 0 lines differ", diff.toString());
  }

  @Test
  void tellsWhatHappenedToEachDeal() {
    Firm then = firm(THEN);
    Firm now = firm(NOW);
    LocalDate opened = THEN.minusDays(12);
    for (Firm firm : List.of(then, now)) {
      boolean later = firm == now;
      LocalDate day = THEN.plusDays(5);
      if (later) {
        firm.closed("won", ANA, opened, day, true, 3000).closed("lost", ANA, opened, day, false, 0);
      } else {
        firm.open("won", ANA, opened).open("lost", ANA, opened);
      }
      firm.deals.add(
          firm.deal("slips", ANA)
              .opened(opened)
              .expectedClose(later ? THEN.plusDays(80) : THEN.plusDays(20))
              .build());
      firm.deals.add(
          firm.deal("moves", ANA).opened(opened).stage(later ? "Decision" : "Proposal").build());
      firm.open("waits", ANA, opened).open("handed", later ? BEN : ANA, opened);
      if (later) {
        firm.open("fresh", ANA, THEN.plusDays(3));
      }
    }
    Plan before = plan(then, ANA, 9000);
    Plan after = plan(now, ANA, 9000);
    PlanDiff diff = after.diff(before);
    sound(diff);
    for (String less : List.of("lost", "to others", "weeks gone")) {
      assertTrue(part(diff, less).signum() < 0, less + " in " + diff.print());
    }
    for (String more : List.of("won", "new deals")) {
      assertTrue(part(diff, more).signum() > 0, more + " in " + diff.print());
    }
    assertEquals(Quantity.ZERO, part(diff, "goal"));
    for (String label : List.of("slipped", "moved on")) {
      assertTrue(
          diff.why().parts().stream()
              .anyMatch(part -> part.label().equals(label) && part.note().startsWith("1 deal: ")),
          label + " in " + diff.print());
    }
    assertTrue(
        diff.lines().stream().anyMatch(line -> line.toString().startsWith("- advance ")),
        diff.print());
    assertTrue(diff.lines().stream().anyMatch(line -> line.now().isPresent()), diff.print());
    assertTrue(diff.print().contains("weeks gone"));
    PlanVersion version = before.version();
    assertEquals(Outcome.OPEN, version.deals().get(0).outcome());
    assertTrue(version.toString().startsWith("plan of ana on 2025-11-03 for 2025-Q4: "));
  }

  @Test
  void printsThisWeekAndOneLineAKindOfLaterWeeks() {
    LocalDate monday = LocalDate.of(2025, 11, 3);
    PlanVersion version = plan(firm(THEN), ANA, 9_000).version();
    PlanDiff diff =
        meetings(version, monday.plusWeeks(1), 10, 10, 10, 10, 10)
            .diff(meetings(version, monday, 9, 9, 8, 9, 9, 10));
    assertEquals(4, diff.lines().size(), diff.print());
    assertEquals(
        diff.why().print()
            + "~ meet 9 meetings, week of 2025-11-10 -> meet 10 meetings, week of 2025-11-10\n"
            + "~ meet: 36 -> 40 from 2025-11-17 until 2025-12-12\n",
        diff.print());
    PlanDiff moved =
        meetings(version, monday.plusWeeks(1), 9, 9, 8, 9, 10)
            .diff(meetings(version, monday, 9, 9, 8, 9, 9, 10));
    assertEquals(2, moved.lines().size(), moved.toString());
    assertEquals(moved.why().print(), moved.print(), "only the weeks differ");
  }

  private static PlanVersion meetings(PlanVersion version, LocalDate review, int... counts) {
    List<PlanLine> lines = new ArrayList<>();
    for (int w = 0; w < counts.length; w++) {
      LocalDate week = review.plusWeeks(w);
      lines.add(
          new PlanLine(
              PlanLine.Kind.MEET,
              week,
              "meetings",
              Optional.empty(),
              "",
              counts[w],
              week.plusDays(4),
              "for the goal",
              ""));
    }
    return new PlanVersion(
        version.person(),
        review,
        version.period(),
        version.target(),
        version.won(),
        version.live(),
        version.created(),
        version.deals(),
        lines,
        version.chances());
  }

  @Test
  void aSubjectThatTellsHowManyIsNotCountedTwice() {
    PlanLine accounts =
        new PlanLine(
            PlanLine.Kind.ACCOUNTS,
            THEN,
            "5 new accounts at 900",
            Optional.empty(),
            "",
            7,
            THEN,
            "the goal",
            "");
    assertEquals(
        "+ accounts 5 new accounts at 900, week of " + THEN,
        new PlanDiff.LineChange(Optional.empty(), Optional.of(accounts)).toString());
  }

  @Test
  void refusesOthersAndLaterOnes() {
    Plan before = plan(firm(THEN), ANA, 9000);
    Plan now = plan(firm(NOW), ANA, 9000);
    Expect.rejected("earlier plan must not be after", () -> before.diff(now));
    Expect.rejected("earlier plan must be of ana", () -> now.diff(plan(firm(THEN), BEN, 1)));
    Plan nextQuarter = plan(firm(LocalDate.of(2026, 1, 16)), ANA, 9000);
    Expect.rejected("earlier plan must be of ana for 2026-Q1", () -> nextQuarter.diff(before));
    Expect.rejected(
        "count must be 0 or more", () -> new PlanVersion.CreatedWeek(THEN, -1, Quantity.ZERO));
    PlanVersion version = before.version();
    PlanVersion.PlannedDeal deal = version.deals().get(0);
    Expect.rejected(
        "deals of a plan must be different",
        () ->
            new PlanVersion(
                ANA,
                THEN,
                version.period(),
                version.target(),
                version.won(),
                version.live(),
                version.created(),
                List.of(deal, deal),
                version.lines(),
                version.chances()));
  }
}
