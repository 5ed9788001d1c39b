package dev.guidepost.examples.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.examples.company.CompanySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The calibration over ten seeds, with room for chance; the run over 200 seeds is on demand ({@code
 * mvn -Pcalibrate}). Once for all JDKs, as they draw the same companies and futures.
 */
@Tag("once")
class CalibrationTest {

  private static final int SEEDS = 10;
  private static final int FUTURES = 200;

  private static Tally tally = new Tally();

  @BeforeAll
  static void run() {
    tally = Calibration.run(CompanySpec.Mode.OBEYING, 1, SEEDS, FUTURES);
  }

  @Test
  void intervalsHoldTheTruthAboutAsOftenAsStated() {
    // Some 390 people: two standard errors are 4 points, and a company's people go together.
    assertEquals(0.80, tally.coverage(-1), 0.03 + 0.05, tally.print());
    for (int band = 0; band < 3; band++) {
      double margin = 0.10 + 2 * Math.sqrt(0.16 / Math.max(1, tally.intervals(band)));
      assertEquals(0.80, tally.coverage(band), margin, "band " + band + "\n" + tally.print());
    }
  }

  @Test
  void plansAreAsLikelyAsTheySay() {
    // Some 390 plans with 200 futures each: the mean's standard error is about one point.
    assertEquals(0, tally.meanPlanDifference(), 0.05 + 0.02, tally.print());
  }

  /** The quarter ends with more holidays than usual, which open and new deals alike sit out. */
  @Test
  void newDealsBringWhatPlansExpectAlsoBeforeTheHolidays() {
    // Seven companies, each within about 3 %, and 200 futures: some 1.5 % is chance.
    assertEquals(0, tally.createdBias(), 0.03, tally.print());
  }

  @Test
  void plantedProblemsAreRaisedAndOthersAreLeftInPeace() {
    // 50 planted problems: nine in ten, less two standard errors.
    assertTrue(tally.raisedShare() >= 0.90 - 0.085, tally.print());
    assertTrue(tally.falseAlarmRatio() <= 1.5 + 0.4, tally.print());
  }

  @Test
  void printsWhatWasMeasuredBesideTheGoals() {
    String table = tally.print();
    assertTrue(table.contains("80 % win-yield intervals"), table);
    assertTrue(table.contains("77-83 %"), table);
    assertTrue(table.contains("mean width"), table);
  }
}
