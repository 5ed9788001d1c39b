package dev.guidepost.targets.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.targets.Expect;
import dev.guidepost.targets.pipeline.FunnelSteps.Rounding;
import org.junit.jupiter.api.Test;

class FunnelStepsTest {

  /** CASES C-F1: mysalesprocess.com/sales-math. */
  @Test
  void fourteenDealsTakeTwoThousandCalls() {
    FunnelSteps steps =
        FunnelSteps.of(14, Rounding.EACH_STEP)
            .from("proposals", .40)
            .from("second meetings", .50)
            .from("first meetings", .35)
            .from("calls", .10);
    assertEquals(35, steps.count("proposals"));
    assertEquals(70, steps.count("second meetings"));
    assertEquals(200, steps.count("first meetings"));
    assertEquals(2_000, steps.count("calls"));
    assertEquals(
        "14 <- 35 proposals (40 %) <- 70 second meetings (50 %) <- 200 first meetings (35 %)"
            + " <- 2,000 calls (10 %); rounded up at each step",
        steps.toString());
  }

  /** CASES C-F3: "Predictable revenue" pipeline-math.md; exact 640 / .33 = 1,939.39. */
  @Test
  void whereIsRoundedMatters() {
    double deals = 2_000_000 / 25_000.0;
    FunnelSteps each =
        FunnelSteps.of(deals, Rounding.EACH_STEP)
            .from("opportunities", .25)
            .from("meetings", .50)
            .from("replies", .33)
            .from("emails", .10);
    assertEquals(320, each.count("opportunities"));
    assertEquals(640, each.count("meetings"));
    assertEquals(1_940, each.count("replies"));
    assertEquals(19_400, each.count("emails"));
    assertEquals(4, Math.ceil(each.count("emails") / 6_000.0));
    FunnelSteps carried =
        FunnelSteps.of(deals, Rounding.AT_THE_END)
            .from("opportunities", .25)
            .from("meetings", .50)
            .from("replies", .33)
            .from("emails", .10);
    assertEquals(1_940, carried.count("replies"));
    assertEquals(19_394, carried.count("emails"));
    assertEquals(1_939.39, carried.steps().get(2).exact(), .01);
    assertEquals(
        1_920, FunnelSteps.of(640, Rounding.EACH_STEP).from("replies", 1 / 3.0).count("replies"));
  }

  @Test
  void refusesNonsense() {
    FunnelSteps none = FunnelSteps.of(1, Rounding.EACH_STEP);
    Expect.rejected("goal must be", () -> FunnelSteps.of(-1, Rounding.EACH_STEP));
    Expect.rejected("conversion of a", () -> none.from("a", 0));
    Expect.rejected("at most 1e15", () -> none.from("a", 1e-9).from("b", 1e-9));
    Expect.rejected("step must be one of", () -> none.count("a"));
  }
}
