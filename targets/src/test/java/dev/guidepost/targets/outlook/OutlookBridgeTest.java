package dev.guidepost.targets.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.outlook.OutlookBridge.Kind;
import dev.guidepost.targets.outlook.OutlookBridge.Step;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlookBridgeTest {

  private static OutlookBridge bridge(long before, long after, Step... steps) {
    return new OutlookBridge(
        UnitId.of("east"),
        "East",
        FiscalCalendar.calendarYear().period("2026-Q4"),
        LocalDate.of(2026, 10, 23),
        LocalDate.of(2026, 10, 30),
        Quantity.of(before),
        Quantity.of(after),
        List.of(steps));
  }

  private static Step step(Kind kind, String subject, long effect) {
    return new Step(kind, subject, Quantity.of(effect));
  }

  private static final OutlookBridge BRIDGE =
      bridge(
          1_406_000,
          1_344_003,
          step(Kind.ROUNDING, "whole units", 3),
          step(Kind.PUSHED, "Elton", -20_000),
          step(Kind.PUSHED, "Kelso", -51_000),
          step(Kind.CREATED, "Adler", 23_000),
          step(Kind.PULLED_IN, "Orbit", 200),
          step(Kind.LOST, "Marn", -14_200));

  @Test
  void readsInOrderAndAddsUp() {
    assertEquals(
        "-62k: created +23k (1), lost -14k (1), pushed -71k (2), pulled in +200 (1)",
        BRIDGE.toString());
    assertEquals("pushed Kelso: -51,000", BRIDGE.of(Kind.PUSHED).get(0).toString());
    assertEquals(Quantity.of(-71_000), BRIDGE.effect(Kind.PUSHED));
    assertEquals(Quantity.ZERO, BRIDGE.effect(Kind.WON));
    assertEquals(Quantity.of(-61_997), BRIDGE.difference());
    assertEquals(BRIDGE.after(), BRIDGE.explain().total());
    assertEquals("Kelso and 1 more", BRIDGE.explain().parts().get(3).note());
    assertTrue(BRIDGE.print().endsWith("1,344,003\n"), BRIDGE::print);
  }

  @Test
  void theLargestKindsSummarizeIt() {
    assertEquals("-62k: pushed -71k (2), other +9,003", BRIDGE.summarize(1));
    assertEquals(
        "-62k: pushed -71k (2), created +23k (1), lost -14k (1), pulled in +200 (1), rounding +3"
            + " (1)",
        BRIDGE.summarize(9));
    assertEquals("no change", bridge(5, 5).summarize(3));
    assertEquals("no change", bridge(5, 5).toString());
    Expect.rejected("1 or more", () -> BRIDGE.summarize(0));
  }

  @Test
  void whatDoesNotAddUpIsRefused() {
    Expect.rejected("add up to 7", () -> bridge(5, 7, step(Kind.WON, "Elton", 1)));
  }
}
