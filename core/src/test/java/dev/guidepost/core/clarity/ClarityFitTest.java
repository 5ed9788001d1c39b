package dev.guidepost.core.clarity;

import static dev.guidepost.core.clarity.ClaritySample.DEMOS;
import static dev.guidepost.core.clarity.ClaritySample.NOVEMBER;
import static dev.guidepost.core.clarity.ClaritySample.SAME_DAYS;
import static dev.guidepost.core.clarity.ClaritySample.assertFound;
import static dev.guidepost.core.clarity.ClaritySample.book;
import static dev.guidepost.core.clarity.ClaritySample.found;
import static dev.guidepost.core.clarity.ClaritySample.sheet;
import static dev.guidepost.core.clarity.ClaritySample.target;
import static dev.guidepost.core.goal.Sample.ANA;
import static dev.guidepost.core.goal.Sample.BEN;
import static dev.guidepost.core.goal.Sample.amount;
import static dev.guidepost.core.goal.Sample.bookings;
import static dev.guidepost.core.goal.Sample.day;
import static dev.guidepost.core.goal.Sample.period;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.goal.Target;
import dev.guidepost.core.goal.TargetBook;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which targets of one owner do not go together, and which do. */
class ClarityFitTest {
  @Test
  void overlappingScopes() {
    Target all = target("bookings", 100).build();
    Target gtx = target("bookings", 50).putScope(StandardMetrics.PRODUCT, "GTX").build();
    Target mg = target("bookings", 50).putScope(StandardMetrics.PRODUCT, "MG").build();
    Target october = target("bookings", 30).period(period("2026-11")).build();
    assertFound(ClarityRule.OVERLAPPING_SCOPES, sheet().targets(book(gtx, mg)));
    assertFound(ClarityRule.OVERLAPPING_SCOPES, sheet().targets(book(all, october)));
    assertFound(
        ClarityRule.OVERLAPPING_SCOPES,
        sheet().targets(book(all, bookings(BEN, 1).build(), target("a", 1).build())));
    assertFound(
        ClarityRule.OVERLAPPING_SCOPES,
        sheet().targets(book(all, gtx)),
        "ana: one fact counts for bookings 2026-Q4 and bookings {product=GTX} 2026-Q4 -> make one"
            + " target of both, or scopes that do not meet [overlapping-scopes]");
    Target across =
        target("bookings", 90).period(Period.custom(day("2026-09-01"), day("2026-12-01"))).build();
    assertEquals(
        1,
        found(ClarityRule.OVERLAPPING_SCOPES, sheet().targets(book(all, across)).build()).size());
  }

  @Test
  void conflictingDirections() {
    Target up = target("a", 10).build();
    Target down = custom(target("a", 5).direction(Direction.LOWER_IS_BETTER)).build();
    assertFound(ClarityRule.CONFLICTING_DIRECTIONS, sheet().targets(book(up)));
    assertFound(
        ClarityRule.CONFLICTING_DIRECTIONS,
        sheet().targets(book(up, down)),
        "ana: a 2026-Q4 (higher is better) against a 2026-10-01..2026-12-31 (lower is better) ->"
            + " say which of both comes first, and drop or bound the other"
            + " [conflicting-directions]");
    assertEquals(0, conflicts(down, target("a", 5).build()));
    assertEquals(0, conflicts(down, target("a", 4).build()));
    assertEquals(1, conflicts(custom(band(1, 3)).build(), up)); // 10 is above the band
    assertEquals(0, conflicts(custom(band(1, 10)).build(), up));
    assertEquals(1, conflicts(band(6, 9).build(), down)); // 5 is below it
    assertEquals(0, conflicts(band(4, 9).build(), down));
    assertEquals(1, conflicts(band(6, 9).build(), custom(band(2, 5)).build()));
    assertEquals(0, conflicts(band(4, 9).build(), custom(band(2, 5)).build()));
    assertEquals(0, conflicts(up, target("b", 9).build()));
    assertEquals(0, conflicts(up, target("unknown", 9).build()));
    assertEquals(0, conflicts(target("unknown", 9).build(), custom(target("unknown", 1)).build()));
  }

  /** 30 in a quarter, and 8 to 12 in a month of it, can well be met together. */
  @Test
  void aPartConflictsOnlyIfItMustExceedItsWhole() {
    Target quarter = target("a", 30).build();
    assertEquals(0, conflicts(quarter, band(8, 12).period(NOVEMBER).build()));
    assertEquals(
        0,
        conflicts(
            quarter, target("a", 5).period(NOVEMBER).direction(Direction.LOWER_IS_BETTER).build()));
    assertEquals(1, conflicts(band(1, 5).build(), target("a", 10).period(NOVEMBER).build()));
    assertEquals(1, conflicts(band(10, 30).build(), band(31, 40).period(NOVEMBER).build()));
    assertEquals(0, conflicts(band(10, 31).build(), band(31, 40).period(NOVEMBER).build()));
    Target gtx = band(20, 40).putScope(StandardMetrics.PRODUCT, "GTX").build();
    assertEquals(0, conflicts(target("a", 100).build(), gtx));
    assertEquals(1, conflicts(band(1, 19).build(), gtx));
    assertEquals(
        0, conflicts(band(1, 19).period(NOVEMBER).build(), gtx)); // neither is part of the other
    Period across = Period.custom(day("2026-09-01"), day("2026-12-01"));
    assertEquals(0, conflicts(band(1, 5).build(), target("a", 10).period(across).build()));
  }

  @Test
  void ofAmountsThatMayFallNoPartTellsOfItsWhole() {
    Target low =
        bookings(ANA, 3).direction(Direction.within(Quantity.of(1), Quantity.of(5))).build();
    Target november = bookings(ANA, 10).period(NOVEMBER).build();
    ClaritySheet.Builder sheet =
        ClaritySheet.builder().catalog(StandardMetrics.fullCatalog("USD", 2));
    assertFound(ClarityRule.CONFLICTING_DIRECTIONS, sheet.targets(book(low, november)));
    Target rate =
        bookings(ANA, 0)
            .metric(StandardMetrics.WIN_RATE)
            .amount(amount(".2"))
            .direction(Direction.within(amount(".1"), amount(".3")))
            .build();
    Target higher =
        bookings(ANA, 0)
            .metric(StandardMetrics.WIN_RATE)
            .period(NOVEMBER)
            .amount(amount(".4"))
            .build();
    assertFound(ClarityRule.CONFLICTING_DIRECTIONS, sheet.targets(book(rate, higher)));
    Target accounts =
        bookings(ANA, 2)
            .metric(StandardMetrics.ACCOUNTS_WON)
            .direction(Direction.LOWER_IS_BETTER)
            .build();
    Target more = bookings(ANA, 3).metric(StandardMetrics.ACCOUNTS_WON).period(NOVEMBER).build();
    assertEquals(
        1,
        found(ClarityRule.CONFLICTING_DIRECTIONS, sheet.targets(book(accounts, more)).build())
            .size());
  }

  private static Target.Builder band(long low, long high) {
    return target("a", low).direction(Direction.within(Quantity.of(low), Quantity.of(high)));
  }

  /** The same days as another period, so that both targets can stand beside each other. */
  private static Target.Builder custom(Target.Builder target) {
    return target.period(SAME_DAYS);
  }

  private static int conflicts(Target one, Target other) {
    return found(ClarityRule.CONFLICTING_DIRECTIONS, sheet().targets(book(one, other)).build())
        .size();
  }

  @Test
  void opposingMetricsPushedTheSameWay() {
    ClaritySheet.Opposing pair = new ClaritySheet.Opposing(MetricId.of("a"), MetricId.of("b"));
    ClaritySheet.Opposing turned = new ClaritySheet.Opposing(MetricId.of("b"), MetricId.of("a"));
    TargetBook both = book(target("a", 1).build(), target("b", 1).build());
    for (ClaritySheet.Opposing one : List.of(pair, turned)) {
      assertEquals(
          1,
          found(ClarityRule.CONFLICTING_DIRECTIONS, sheet().targets(both).addOpposing(one).build())
              .size());
    }
    TargetBook apart =
        book(target("a", 1).build(), target("b", 1).direction(Direction.LOWER_IS_BETTER).build());
    assertFound(ClarityRule.CONFLICTING_DIRECTIONS, sheet().targets(apart).addOpposing(pair));
    assertThrows(IllegalArgumentException.class, () -> new ClaritySheet.Opposing(DEMOS, DEMOS));
  }

  @Test
  void targetContradictsMetric() {
    Catalog catalog = StandardMetrics.fullCatalog("USD", 2);
    Target turned =
        bookings(ANA, 35)
            .metric(StandardMetrics.LOSSES)
            .threshold(Quantity.of(25))
            .stretch(Quantity.of(45))
            .build();
    Target straight =
        Target.builder().from(turned).threshold(Quantity.of(45)).stretch(Quantity.of(25)).build();
    assertFound(
        ClarityRule.TARGET_CONTRADICTS_METRIC,
        ClaritySheet.builder().catalog(catalog).targets(book(straight)));
    assertFound(
        ClarityRule.TARGET_CONTRADICTS_METRIC,
        ClaritySheet.builder().catalog(catalog).targets(book(turned)),
        "ana: amount of losses of ana in 2026-Q4 must be as good as 25 where lower is better, but"
            + " was 35 -> set it as its metric is defined [target-contradicts-metric]");
  }

  @Test
  void theSameDaysAreNoPhase() {
    assertEquals(
        1,
        found(
                ClarityRule.OVERLAPPING_SCOPES,
                sheet()
                    .targets(book(target("a", 9).build(), custom(target("a", 8)).build()))
                    .build())
            .size());
  }
}
