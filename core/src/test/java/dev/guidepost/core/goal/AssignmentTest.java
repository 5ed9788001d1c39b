package dev.guidepost.core.goal;

import static dev.guidepost.core.goal.Sample.ANA;
import static dev.guidepost.core.goal.Sample.BEN;
import static dev.guidepost.core.goal.Sample.EAST;
import static dev.guidepost.core.goal.Sample.Q4;
import static dev.guidepost.core.goal.Sample.amount;
import static dev.guidepost.core.goal.Sample.bookings;
import static dev.guidepost.core.goal.Sample.period;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Formula;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What targets below come to, beside the one above. */
class AssignmentTest {
  private static final Catalog CATALOG = StandardMetrics.fullCatalog("USD", 2);
  private static final Link LINK =
      Link.of(StandardMetrics.MEETINGS, StandardMetrics.BOOKINGS)
          .times("opportunities a meeting", amount("0.36"))
          .times("win yield", amount("0.35"))
          .times("deal size", Quantity.of(12_000));

  private static Target east(long amount) {
    return bookings(ANA, amount).owner(EAST).build();
  }

  private static Target meetings(PersonId owner, String period, long amount) {
    return Target.builder()
        .owner(owner)
        .metric(StandardMetrics.MEETINGS)
        .period(period(period))
        .amount(Quantity.of(amount))
        .build();
  }

  private static String refusal(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  /** CASES C-A9: 300,000 against 410,000 is over-assigned by 110,000. */
  @Test
  void namesWhatIsOver() {
    Assignment over =
        Assignment.of(
            CATALOG,
            east(300_000),
            List.of(bookings(ANA, 210_000).build(), bookings(BEN, 200_000).build()));
    assertEquals(Quantity.of(110_000), over.gap());
    assertEquals("410,000 of 300,000 assigned: 110,000 over", over.toString());
    assertEquals(Ratio.of(410_000, 300_000), over.share());
    assertEquals("410,000 = ana 2026-Q4 210,000 + ben 2026-Q4 200,000", over.explain().toString());
  }

  /** Of many, those count that can be added up; what cannot is named, and nothing is thrown. */
  @Test
  void choosesAmongMany() {
    Target october = bookings(ANA, 100).period(period("2026-10")).build();
    Target year = bookings(BEN, 900).period(period("2026")).build();
    Assignment some =
        Assignment.among(
            CATALOG,
            east(300),
            List.of(october, bookings(ANA, 210).build(), year, meetings(BEN, "2026-10", 20)));
    assertEquals("210 of 300 assigned: 90 missing; 3 left out", some.toString());
    assertEquals(
        List.of(october, year),
        some.leftOut().stream().map(Assignment.LeftOut::target).limit(2).toList());
    assertTrue(Assignment.addsUp(CATALOG, StandardMetrics.LIVE_PIPELINE));
    assertFalse(Assignment.addsUp(CATALOG, StandardMetrics.WIN_RATE));
    Target rate = bookings(ANA, 1).owner(EAST).metric(StandardMetrics.WIN_RATE).build();
    assertTrue(
        refusal(() -> Assignment.among(CATALOG, rate, List.of()))
            .contains("must add up over people to be assigned"));
  }

  /** CASES C-A6: a goal of 300 from its children only, 100 and 200. */
  @Test
  void namesWhatFits() {
    Assignment exact =
        Assignment.of(
            CATALOG, east(300), List.of(bookings(ANA, 100).build(), bookings(BEN, 200).build()));
    assertEquals("300 of 300 assigned", exact.toString());
    assertEquals(Quantity.ZERO, exact.gap());
    assertEquals(
        "0 of 300 assigned: 300 missing", Assignment.of(CATALOG, east(300), List.of()).toString());
  }

  /**
   * CASES C-A7: a goal of 8 with a stretch of 10; children of 5 with 6 and 3 with 4 (Microsoft SDK
   * sample, goals for a fiscal year).
   */
  @Test
  void addsUpStretchesToo() {
    Target parent = bookings(ANA, 8).owner(EAST).stretch(amount("10")).build();
    Target five = bookings(ANA, 5).stretch(amount("6")).build();
    Assignment fits =
        Assignment.of(
            CATALOG, parent, List.of(five, bookings(BEN, 3).stretch(amount("4")).build()));
    assertEquals(Quantity.ZERO, fits.gap());
    assertEquals(Optional.of(Quantity.ZERO), fits.stretchGap());
    assertEquals(
        Optional.empty(),
        Assignment.of(CATALOG, parent, List.of(five, bookings(BEN, 3).build())).stretchGap());
    assertEquals(Optional.empty(), Assignment.of(CATALOG, east(8), List.of(five)).stretchGap());
  }

  @Test
  void convertsMetricsAndPeriods() {
    assertEquals(
        "bookings = meetings x opportunities a meeting 0.36 x win yield 0.35 x deal size 12,000 x"
            + " months in a quarter 3",
        LINK.overTime("months in a quarter", Grain.MONTH, Grain.QUARTER, Quantity.of(3))
            .toString());
    assertEquals(
        0, new BigDecimal("30240").compareTo(LINK.of(Quantity.of(20)))); // 20 x .36 x .35 x 12,000
    Assignment mixed =
        Assignment.of(
            CATALOG,
            east(300_000),
            List.of(
                new Assignment.Child(
                    meetings(ANA, "2026-10", 20),
                    LINK.overTime(
                        "months in a quarter", Grain.MONTH, Grain.QUARTER, Quantity.of(3))),
                new Assignment.Child(meetings(BEN, "2026-10", 20), LINK),
                new Assignment.Child(meetings(BEN, "2026-11", 25), LINK),
                new Assignment.Child(
                    bookings(BEN, 50_000).build(), Link.same(StandardMetrics.BOOKINGS))),
            2,
            RoundingMode.HALF_EVEN);
    // 90,720 + 30,240 + 37,800 + 50,000
    assertEquals("208,760 of 300,000 assigned: 91,240 missing", mixed.toString());
    assertEquals(
        "20: bookings = meetings x opportunities a meeting 0.36 x win yield 0.35 x deal size 12,000"
            + " x months in a quarter 3",
        mixed.explain().parts().get(0).note());
    assertEquals("", mixed.explain().parts().get(3).note());
  }

  @Test
  void roundsEachOnce() {
    Link third =
        Link.of(StandardMetrics.MEETINGS, StandardMetrics.BOOKINGS)
            .times("value", amount("0.333333333"));
    List<Assignment.Child> children =
        List.of(
            new Assignment.Child(meetings(ANA, "2026-10", 10), third),
            new Assignment.Child(meetings(BEN, "2026-10", 10), third));
    assertEquals(
        amount("6.66"),
        Assignment.of(CATALOG, east(10), children, 2, RoundingMode.HALF_EVEN).assigned());
    assertThrows(
        ArithmeticException.class,
        () -> Assignment.of(CATALOG, east(10), children, 2, RoundingMode.UNNECESSARY));
  }

  @Test
  void refusesWhatWouldBeIgnoredElsewhere() {
    assertTrue(
        refusal(
                () ->
                    Assignment.of(
                        CATALOG, east(1), List.of(bookings(ANA, 1).period(period("2026")).build())))
            .contains("must lie in quarter 2026-Q4"));
    assertTrue(
        refusal(
                () ->
                    Assignment.of(
                        CATALOG,
                        east(1),
                        List.of(bookings(ANA, 1).period(period("2026-09")).build())))
            .contains("must lie in quarter 2026-Q4"));
    assertTrue(
        refusal(() -> Assignment.of(CATALOG, east(1), List.of(meetings(ANA, "2026-10", 1))))
            .contains("must lead to bookings"));
    assertTrue(
        refusal(
                () ->
                    Assignment.of(
                        CATALOG,
                        east(1),
                        List.of(bookings(ANA, 1).build(), bookings(ANA, 2).build())))
            .contains("must be given once"));
    assertTrue(
        refusal(() -> new Assignment.Child(bookings(ANA, 1).build(), LINK))
            .contains("must start from bookings"));
    assertTrue(
        refusal(() -> Assignment.of(CATALOG, east(1), List.of(), 10, RoundingMode.UP))
            .contains("0 to 9"));
    assertTrue(
        refusal(() -> Assignment.of(CATALOG, east(1), List.of(), -1, RoundingMode.UP))
            .contains("0 to 9"));
    assertTrue(refusal(() -> LINK.times(" ", Quantity.of(1))).contains("blank"));
    assertTrue(refusal(() -> LINK.times("nothing", Quantity.ZERO)).contains("above 0"));
  }

  private static final Link MONTHS =
      LINK.overTime("months in a quarter", Grain.MONTH, Grain.QUARTER, Quantity.of(3));

  private static Assignment meetings(Target... targets) {
    List<Assignment.Child> children =
        Arrays.stream(targets).map(target -> new Assignment.Child(target, MONTHS)).toList();
    return Assignment.of(CATALOG, east(300_000), children, 0, RoundingMode.HALF_EVEN);
  }

  /** One month of the quarter stands for all of it; two are two, and three are the quarter. */
  @Test
  void monthsAddUpAndOneAloneStandsForTheQuarter() {
    Target october = meetings(ANA, "2026-10", 20);
    assertEquals(Quantity.of(90_720), meetings(october).assigned());
    assertTrue(meetings(october).parts().get(0).repeated());
    Target november = meetings(ANA, "2026-11", 25);
    assertEquals(Quantity.of(68_040), meetings(october, november).assigned()); // 45 meetings
    assertEquals(
        List.of("20", "25"),
        meetings(october, november).explain().parts().stream()
            .map(part -> part.note().substring(0, 2))
            .toList());
    assertFalse(
        meetings(october, november).explain().parts().get(0).note().contains("months in a"));
    assertEquals(
        Quantity.of(98_280),
        meetings(october, november, meetings(ANA, "2026-12", 20)).assigned()); // 65 meetings
    assertEquals( // 45 meetings of Ana, three times 10 of Ben
        Quantity.of(113_400), meetings(october, november, meetings(BEN, "2026-12", 10)).assigned());
  }

  @Test
  void whatIsNoMonthCountsOnce() {
    assertEquals(Quantity.of(90_720), meetings(meetings(ANA, "2026-Q4", 60)).assigned());
    Target week = meetings(ANA, "2026-W45", 20);
    assertEquals(Quantity.of(30_240), meetings(week).assigned());
    assertEquals(
        "period of meetings of ana in 2030-01 must lie in quarter 2026-Q4 [2026-10-01, 2027-01-01),"
            + " but was month 2030-01 [2030-01-01, 2030-02-01)",
        refusal(() -> meetings(meetings(ANA, "2030-01", 20))));
    Target year = bookings(ANA, 300_000).owner(EAST).period(period("2026")).build();
    Assignment.Child october = new Assignment.Child(meetings(ANA, "2026-10", 20), MONTHS);
    assertEquals(
        Quantity.of(30_240),
        Assignment.of(CATALOG, year, List.of(october), 0, RoundingMode.HALF_EVEN).assigned());
  }

  private static String refused(Target parent, Target... children) {
    return refusal(() -> Assignment.of(CATALOG, parent, List.of(children)));
  }

  @Test
  void nothingCountsTwice() {
    Target quarter = bookings(ANA, 300).build();
    Target october = bookings(ANA, 100).period(period("2026-10")).build();
    String phase =
        "facts must count once, but bookings of ana in 2026-10 shares days and facts with bookings"
            + " of ana in 2026-Q4, which counts";
    assertEquals(phase, refused(east(300), quarter, october));
    assertEquals(phase, refused(east(300), october, quarter));
    Target gtx = bookings(ANA, 100).putScope(StandardMetrics.PRODUCT, "GTX").build();
    Target mg = bookings(ANA, 100).putScope(StandardMetrics.PRODUCT, "MG").build();
    assertEquals(
        "facts must count once, but bookings {product=GTX} of ana in 2026-Q4 shares days and facts"
            + " with bookings of ana in 2026-Q4, which counts",
        refused(east(300), quarter, gtx));
    assertEquals(Quantity.of(200), Assignment.of(CATALOG, east(300), List.of(gtx, mg)).assigned());
    assertEquals(
        "targets must serve another, but bookings of east in 2026-Q4 was to serve itself",
        refused(east(300), east(300)));
    // The unit's own months are those of its people, who must not be added to them.
    Target own = bookings(ANA, 100).owner(EAST).period(period("2026-10")).build();
    Target next = bookings(ANA, 100).owner(EAST).period(period("2026-11")).build();
    assertEquals(
        Quantity.of(200), Assignment.of(CATALOG, east(300), List.of(own, next)).assigned());
    assertTrue(
        refused(east(300), own, quarter).contains("of east in 2026-10 shares days and facts"));
  }

  @Test
  void factsOutsideTheScopeDoNotServe() {
    Target gtx = bookings(ANA, 300).owner(EAST).putScope(StandardMetrics.PRODUCT, "GTX").build();
    Target other = bookings(ANA, 300).putScope(StandardMetrics.PRODUCT, "OTHER").build();
    assertEquals(
        "scope of bookings {product=OTHER} of ana in 2026-Q4 must lie in that of bookings"
            + " {product=GTX} of east in 2026-Q4, but was {product=OTHER}",
        refused(gtx, other));
    assertTrue(refused(gtx, bookings(ANA, 300).build()).contains("but was {}"));
    Target inside =
        bookings(ANA, 300)
            .putScope(StandardMetrics.PRODUCT, "GTX")
            .putScope(StandardMetrics.ACCOUNT, "kelso")
            .build();
    assertEquals("300 of 300 assigned", Assignment.of(CATALOG, gtx, List.of(inside)).toString());
    // A link says what all meetings come to in bookings of one product.
    assertEquals(
        1,
        Assignment.of(
                CATALOG,
                gtx,
                List.of(new Assignment.Child(meetings(ANA, "2026-Q4", 1), LINK)),
                0,
                RoundingMode.HALF_EVEN)
            .parts()
            .size());
  }

  private static Target of(PersonId owner, MetricId metric, Period period) {
    return Target.builder()
        .owner(owner)
        .metric(metric)
        .period(period)
        .amount(amount("0.3"))
        .build();
  }

  @Test
  void onlyWhatAddsUpIsAddedUp() {
    Target rate = Target.builder().from(of(ANA, StandardMetrics.WIN_YIELD, Q4)).owner(EAST).build();
    assertTrue(
        refused(rate, of(ANA, StandardMetrics.WIN_YIELD, Q4))
            .startsWith(
                "metric of win-yield of east in 2026-Q4 must add up over people to be assigned, but"
                    + " is \""));
    assertTrue(
        refusal(
                () ->
                    Assignment.of(
                        CATALOG,
                        east(300),
                        List.of(
                            new Assignment.Child(
                                of(ANA, StandardMetrics.WIN_YIELD, Q4),
                                Link.of(StandardMetrics.WIN_YIELD, StandardMetrics.BOOKINGS))),
                        0,
                        RoundingMode.HALF_EVEN))
            .startsWith("metric of win-yield of ana in 2026-Q4 must add up"));
    Target due =
        Target.builder().from(of(ANA, StandardMetrics.DUE_PIPELINE, Q4)).owner(EAST).build();
    assertEquals(
        amount("0.6"),
        Assignment.of(
                CATALOG,
                due,
                List.of(
                    of(ANA, StandardMetrics.DUE_PIPELINE, Q4),
                    of(BEN, StandardMetrics.DUE_PIPELINE, Q4)))
            .assigned());
    assertTrue(
        refused(due, of(ANA, StandardMetrics.DUE_PIPELINE, period("2026-10")))
            .contains("must be 2026-Q4, as due-pipeline does not add up over time, but was month"));
    assertTrue(
        refusal(
                () ->
                    Assignment.of(
                        CATALOG,
                        east(1),
                        List.of(
                            new Assignment.Child(
                                of(ANA, MetricId.of("unknown"), Q4),
                                Link.of(MetricId.of("unknown"), StandardMetrics.BOOKINGS))),
                        0,
                        RoundingMode.HALF_EVEN))
            .contains("must be in the catalog"));
    assertThrows(
        IllegalArgumentException.class,
        () -> Assignment.of(CATALOG, of(ANA, MetricId.of("unknown"), Q4), List.of()));
  }

  @Test
  void whatIsComputedAddsUpAsItsTermsDo() {
    for (String row :
        List.of(
            "ALL wins - wins-quota",
            "PEOPLE wins + due-pipeline",
            "NONE wins * win-rate",
            "ALL wins / 2")) {
      String[] part = row.split(" ", 2);
      Catalog catalog = CATALOG.with(Sample.with(new Aggregation.Derived(Formula.parse(part[1]))));
      assertEquals(Additivity.valueOf(part[0]), Additivity.of(catalog, MetricId.of("visits")), row);
    }
    Aggregation toDate = new Aggregation.ToDate(StandardMetrics.WINS, Grain.YEAR);
    assertEquals(
        Additivity.PEOPLE, Additivity.of(CATALOG.with(Sample.with(toDate)), MetricId.of("visits")));
    Aggregation distinct =
        new Aggregation.Distinct(StandardMetrics.MEETINGS, StandardMetrics.ACCOUNT);
    assertEquals(
        Additivity.NONE, Additivity.of(CATALOG.with(Sample.with(distinct)), MetricId.of("visits")));
  }

  @Test
  void repetitionsAreOfAShorterGrainInALonger() {
    Quantity three = Quantity.of(3);
    assertTrue(
        refusal(() -> LINK.overTime("x", Grain.QUARTER, Grain.MONTH, three)).contains("shorter"));
    assertTrue(
        refusal(() -> LINK.overTime("x", Grain.MONTH, Grain.CUSTOM, three)).contains("shorter"));
    assertTrue(
        refusal(() -> LINK.overTime(" ", Grain.MONTH, Grain.QUARTER, three)).contains("blank"));
    assertTrue(
        refusal(() -> LINK.overTime("x", Grain.MONTH, Grain.QUARTER, Quantity.ZERO))
            .contains("above 0"));
    assertEquals(0, LINK.of(three).compareTo(LINK.repeated(three)));
    assertTrue(refusal(() -> new Assignment.LeftOut(east(1), " ")).contains("must not be blank"));
  }
}
