package dev.guidepost.core.agreement;

import static dev.guidepost.core.goal.Sample.DANA;
import static dev.guidepost.core.goal.Sample.EAST;
import static dev.guidepost.core.goal.Sample.Q4;
import static dev.guidepost.core.goal.Sample.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.agreement.Overrides.Entry;
import dev.guidepost.core.agreement.Overrides.Figure;
import dev.guidepost.core.agreement.Overrides.Subject;
import dev.guidepost.core.closing.Closing;
import dev.guidepost.core.closing.Closings;
import dev.guidepost.core.goal.Attainment;
import dev.guidepost.core.goal.Sample;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Numbers put in the place of computed ones, never hidden. */
class OverridesTest {
  private static final Subject FORECAST =
      new Subject(Figure.FORECAST, EAST, StandardMetrics.BOOKINGS, Q4);
  private static final Subject TARGET =
      new Subject(Figure.TARGET, EAST, StandardMetrics.BOOKINGS, Q4);
  private static final Quantity COMPUTED = Quantity.of(1_344_000);

  private static Entry entry(Subject subject, long value, String on) {
    return new Entry(
        subject,
        value == 0 ? Optional.empty() : Optional.of(Quantity.of(value)),
        DANA,
        "Kelso signs in January",
        day(on));
  }

  private static final Overrides ONE =
      Overrides.NONE.with(entry(FORECAST, 1_250_000, "2026-11-02"));

  private static String refusal(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  @Test
  void isShownAsOverridden() {
    assertEquals(
        "1,250,000 (overridden by dana on 2026-11-02: Kelso signs in January; computed 1,344,000)",
        ONE.apply(FORECAST, COMPUTED, day("2026-11-30")).toString());
    assertEquals("1,344,000", ONE.apply(FORECAST, COMPUTED, day("2026-11-01")).toString());
    assertEquals("1,344,000", ONE.apply(TARGET, COMPUTED, day("2026-11-30")).toString());
    Overrides lifted = ONE.with(entry(FORECAST, 0, "2026-11-20"));
    assertEquals(COMPUTED, lifted.apply(FORECAST, COMPUTED, day("2026-11-20")).value());
    assertEquals(
        Quantity.of(1_250_000), lifted.apply(FORECAST, COMPUTED, day("2026-11-19")).value());
    assertEquals(2, lifted.entries().size());
    assertEquals("2 overrides", lifted.toString());
  }

  /**
   * CASES C-A8 (Microsoft SDK sample, override goal total) sets the actual of a goal of 5 to 10 and
   * reads 200 %. The percentage is the same here, but what happened cannot be overridden.
   */
  @Test
  void whatHappenedCannotBeOverridden() {
    Attainment attained =
        Attainment.of(Sample.BOOKINGS, Sample.bookings(Sample.ANA, 5).build(), Quantity.of(10));
    assertEquals("200.0 % (10 of 5), target reached", attained.toString());
    assertEquals(
        "override must be of a target, a rate or a forecast, but was of what happened: correct the"
            + " facts of bookings of east where they are recorded",
        refusal(() -> new Subject(Figure.ACTUAL, EAST, StandardMetrics.BOOKINGS, Q4)));
  }

  @Test
  void refusesWhatRewrites() {
    assertTrue(
        refusal(() -> ONE.with(entry(FORECAST, 1, "2026-11-01"))).contains("recorded in order"));
    assertTrue(
        refusal(() -> ONE.with(entry(TARGET, 0, "2026-11-01")))
            .contains("must be there to be lifted"));
    assertTrue(
        refusal(
                () ->
                    ONE.with(entry(FORECAST, 0, "2026-11-03"))
                        .with(entry(FORECAST, 0, "2026-11-04")))
            .contains("must be there to be lifted"));
    assertTrue(
        refusal(() -> new Entry(TARGET, Optional.empty(), DANA, " ", day("2026-11-01")))
            .contains("must have a reason"));
  }

  @Test
  void targetsOfClosedPeriodsStand() {
    Closings q4 = Closings.NONE.with(new Closing(Q4, day("2027-01-05"), DANA));
    Overrides closed = ONE.with(q4);
    assertEquals(2, closed.with(entry(TARGET, 1, "2027-01-05")).entries().size());
    assertEquals(2, closed.with(entry(FORECAST, 1, "2027-01-06")).entries().size());
    assertTrue(
        refusal(() -> closed.with(entry(TARGET, 1, "2027-01-06")))
            .startsWith("target of bookings of east in 2026-Q4 must stay as it was"));
    assertThrows(
        IllegalArgumentException.class, () -> ONE.with(entry(TARGET, 1, "2027-01-06")).with(q4));
    assertNotEquals(ONE, closed);
  }

  @Test
  void comesBackFromItsState() {
    Overrides two =
        ONE.with(entry(FORECAST, 0, "2026-11-20"))
            .with(
                entry(
                    new Subject(Figure.RATE, Sample.ANA, StandardMetrics.WIN_YIELD, Q4),
                    1,
                    "2026-11-20"));
    assertEquals(two, Overrides.of(two.state(), Closings.NONE));
    assertEquals(two.hashCode(), Overrides.of(two.state(), Closings.NONE).hashCode());
    assertFalse(ONE.equals((Object) "overrides"));
    Overrides.EntryState kept = ONE.state().entries().get(0);
    for (String figure : List.of("actual", "guess")) {
      Overrides.State bad =
          new Overrides.State(
              List.of(
                  new Overrides.EntryState(
                      figure,
                      kept.party(),
                      kept.metric(),
                      kept.period(),
                      kept.scope(),
                      kept.value(),
                      kept.by(),
                      kept.reason(),
                      kept.on())));
      assertTrue(refusal(() -> Overrides.of(bad, Closings.NONE)).contains("must be"), figure);
    }
  }

  @Test
  void scopesAreOverriddenApart() {
    Target gtx = Sample.bookings(Sample.ANA, 50).putScope(StandardMetrics.PRODUCT, "GTX").build();
    Subject part = Subject.of(gtx.key());
    Subject whole = Subject.of(Sample.bookings(Sample.ANA, 90).build().key());
    assertEquals("target of bookings {product=GTX} of ana in 2026-Q4", part.toString());
    Overrides one = Overrides.NONE.with(entry(part, 40, "2026-11-02"));
    assertEquals(Quantity.of(40), one.apply(part, gtx.amount(), day("2026-11-02")).value());
    assertEquals(Quantity.of(90), one.apply(whole, Quantity.of(90), day("2026-11-02")).value());
    assertEquals(one, Overrides.of(one.state(), Closings.NONE));
    Overrides.EntryState kept = one.state().entries().get(0);
    Overrides.State twice =
        new Overrides.State(
            List.of(
                new Overrides.EntryState(
                    kept.figure(),
                    kept.party(),
                    kept.metric(),
                    kept.period(),
                    List.of(kept.scope().get(0), kept.scope().get(0)),
                    kept.value(),
                    kept.by(),
                    kept.reason(),
                    kept.on())));
    assertTrue(
        refusal(() -> Overrides.of(twice, Closings.NONE))
            .contains("dimensions of a scope must differ"));
  }
}
