package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FalseAlarmsTest {

  /** METHODS A3.4: with known limits 10.275 % of charts alarm within 26 weeks. */
  @Test
  void tendsToTheRateOfKnownLimits() {
    FalseAlarms alarms = FalseAlarms.simulate(1500, 26, 6000, new SplittableRandom(20261121));
    assertEquals(0.1028, alarms.runShare(), 0.012);
    assertEquals(1 / 226.0, alarms.perLook(), 0.0008);
  }

  @Test
  void costsMoreWithAShortBaseline() {
    FalseAlarms alarms = FalseAlarms.simulate(20, 26, 6000, new SplittableRandom(20261121));
    assertTrue(alarms.runShare() > 0.2 && alarms.runShare() < 0.3, alarms.toString());
    assertEquals(alarms, FalseAlarms.simulate(20, 26, 6000, new SplittableRandom(20261121)));
  }

  @Test
  void rejectsNonsense() {
    SplittableRandom random = new SplittableRandom(1);
    Expect.rejected("baselineWeeks must be 2", () -> FalseAlarms.simulate(1, 1, 1, random));
    Expect.rejected("testWeeks must be 1", () -> FalseAlarms.simulate(2, 0, 1, random));
    Expect.rejected("runs must be 1", () -> FalseAlarms.simulate(2, 1, 0, random));
    Expect.rejected("runShare must lie", () -> new FalseAlarms(2, 0));
  }
}
