package dev.guidepost.targets.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.targets.Expect;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class BenchmarkPipelineTest {

  private static final StageModel MODEL = Reference.MODEL;
  private static final BenchmarkPipeline STEADY = BenchmarkPipeline.steady(MODEL, 4, .90);

  /** METHODS A2.7, from a2_funnel.json: 4 a week. */
  @Test
  void isThePipelineOfTheReference() {
    double[] means = {8, 4.6, 3.48};
    long[][] bands = {{4, 13}, {1, 8}, {1, 7}};
    for (int j = 0; j < 3; j++) {
      BenchmarkPipeline.Band band = STEADY.bands().get(j);
      assertEquals(means[j], band.mean(), 1e-12);
      assertEquals(bands[j][0], band.low());
      assertEquals(bands[j][1], band.high());
    }
    assertEquals(16.08, STEADY.total(), 1e-12);
    assertEquals(.16263870234817135, STEADY.of("Demo").percentile(2), 1e-12);
    assertEquals(0, STEADY.of("Demo").percentile(-1));
    assertEquals(
        "Qualify 8.0 [4, 13], Demo 4.6 [1, 8], Proposal 3.5 [1, 7] 90 %", STEADY.toString());
    assertTrue(STEADY.table(10_000).toString().contains("80,000"), STEADY.table(1).toString());
  }

  @Test
  void fillsLikeTheReference() {
    Map<Integer, double[]> filling =
        Map.of(
            0, new double[] {4, 0, 0},
            1, new double[] {6.4, .8, 0},
            2, new double[] {7.6, 2.04, .096},
            4, new double[] {8, 4.08, 1.0776},
            8, new double[] {8, 4.6, 3.307199999999999},
            20, new double[] {8, 4.6, 3.48});
    filling.forEach(
        (week, means) -> {
          double[] creations = new double[week + 1];
          Arrays.fill(creations, 4);
          BenchmarkPipeline after = BenchmarkPipeline.after(MODEL, creations, .9);
          for (int j = 0; j < 3; j++) {
            assertEquals(means[j], after.bands().get(j).mean(), 1e-12, "week " + week);
          }
        });
    assertEquals(0, BenchmarkPipeline.after(MODEL, new double[0], .9).total());
  }

  @Test
  void tellsWhatIsOlderThanItShouldBe() {
    assertEquals(8, STEADY.olderThan("Qualify", -1), 1e-12);
    assertEquals(4 * (.6 + .3 + .1), STEADY.olderThan("Qualify", 0), 1e-12);
    assertEquals(4 * .1, STEADY.olderThan("Qualify", 2), 1e-12);
    assertEquals(0, STEADY.olderThan("Qualify", 3));
    Expect.rejected("stage must be one of", () -> STEADY.olderThan("Nowhere", 0));
  }

  @Test
  void findsTheFirstStageThatIsShort() {
    PipelineCheck check =
        PipelineCheck.of(STEADY, Map.of("Qualify", 9L, "Proposal", 0L, "Elsewhere", 3L), 5, 10_000);
    assertEquals("Demo", check.firstShort().orElseThrow().band().stage());
    assertEquals(4.6 + 3.48, check.missing(), 1e-12);
    assertEquals(80_800, check.missingAmount(), 1e-6);
    assertEquals(3, check.elsewhere());
    assertEquals(
        "Demo: 0 of 5 [1, 8], 5 short is the first stage short; 8 deals, 80,800 missing; 5 stale"
            + " count as 0",
        check.toString());
    assertTrue(check.print().startsWith("Qualify: 9 of 8 [4, 13], percentile 72\n"), check.print());
    PipelineCheck fine =
        PipelineCheck.of(STEADY, Map.of("Qualify", 4L, "Demo", 1L, "Proposal", 1L), 0, 0);
    assertEquals(Optional.empty(), fine.firstShort());
    assertEquals("no stage is short; 0 stale count as 0", fine.toString());
    assertEquals(0, fine.missing());
  }

  @Test
  void refusesNonsense() {
    Expect.rejected("creation must be", () -> BenchmarkPipeline.steady(MODEL, -1, .9));
    Expect.rejected(
        "creation must be", () -> BenchmarkPipeline.after(MODEL, new double[] {Double.NaN}, .9));
    Expect.rejected("level must be", () -> BenchmarkPipeline.steady(MODEL, 1, 1));
    Expect.rejected("counts and size", () -> PipelineCheck.of(STEADY, Map.of("Demo", -1L), 0, 0));
    Expect.rejected("counts and size", () -> PipelineCheck.of(STEADY, Map.of(), -1, 0));
    Expect.rejected("counts and size", () -> PipelineCheck.of(STEADY, Map.of(), 0, Double.NaN));
  }

  /** Little: what comes in goes out, in the end; and the band holds the mean. */
  @Property(tries = 100)
  void fillingComesToTheSteadyPipeline(@ForAll @DoubleRange(max = 300) double rate) {
    double[] creations = new double[20];
    Arrays.fill(creations, rate);
    BenchmarkPipeline filled = BenchmarkPipeline.after(MODEL, creations, .9);
    BenchmarkPipeline steady = BenchmarkPipeline.steady(MODEL, rate, .9);
    for (int j = 0; j < 3; j++) {
      BenchmarkPipeline.Band band = steady.bands().get(j);
      assertEquals(band.mean(), filled.bands().get(j).mean(), 1e-9 * (1 + rate));
      assertTrue(band.low() <= band.mean() && band.mean() <= band.high() + 1);
      assertTrue(band.percentile(band.high()) >= .95 - 1e-9);
      assertTrue(band.low() == 0 || band.percentile(band.low() - 1) <= .05);
    }
  }
}
