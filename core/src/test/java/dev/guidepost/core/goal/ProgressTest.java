package dev.guidepost.core.goal;

import static dev.guidepost.core.goal.Sample.ANA;
import static dev.guidepost.core.goal.Sample.BOOKINGS;
import static dev.guidepost.core.goal.Sample.Q4;
import static dev.guidepost.core.goal.Sample.amount;
import static dev.guidepost.core.goal.Sample.bookings;
import static dev.guidepost.core.goal.Sample.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.goal.Course.Point;
import dev.guidepost.core.id.PlaceId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.Formula;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.WorkingDays;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is to be there on the way, and what is. */
class ProgressTest {
  private static final Exposure WORKDAYS =
      Exposure.of("workday", WorkingDays.mondayToFriday().at(PlaceId.of("us")));

  private static Point point(String day, String amount) {
    return new Point(day(day), amount(amount));
  }

  private static String expected(Course course, String day) {
    return bookings(ANA, 100_000)
        .course(course)
        .build()
        .expected(day(day), WORKDAYS, 2, RoundingMode.HALF_EVEN)
        .map(Quantity::toString)
        .orElse("-");
  }

  @Test
  void milestonesAreDueOnTheirDays() {
    Course signs = Course.milestones(point("2026-10-31", "30000"), point("2026-11-30", "55000"));
    assertEquals("-", expected(signs, "2026-09-30"));
    assertEquals("-", expected(signs, "2026-10-30"));
    assertEquals("30000", expected(signs, "2026-10-31"));
    assertEquals("30000", expected(signs, "2026-11-29"));
    assertEquals("55000", expected(signs, "2026-12-30"));
    assertEquals("100000", expected(signs, "2026-12-31"));
    assertEquals("100000", expected(signs, "2027-03-01"));
  }

  /** Q4 2026 has 66 weekdays, of which 22 are in October, 21 in November and 23 in December. */
  @Test
  void straightLineCountsDays() {
    Course line = Course.straightLine();
    assertEquals("-", expected(line, "2026-09-30"));
    assertEquals("1515.15", expected(line, "2026-10-01"));
    assertEquals("33333.33", expected(line, "2026-10-31"));
    assertEquals("65151.52", expected(line, "2026-11-30"));
    assertEquals("100000", expected(line, "2026-12-31"));
  }

  /** The month of quarter shares of METHODS D4 rounded: a quarter that ends with most of it. */
  @Test
  void curveClimbsBetweenItsPoints() {
    Course curve = Course.curve(point("2026-10-31", "0.22"), point("2026-11-30", "0.5"));
    assertEquals("1000", expected(curve, "2026-10-01")); // 1 of 22 weekdays to 22 %
    assertEquals("22000", expected(curve, "2026-10-30"));
    assertEquals("22000", expected(curve, "2026-10-31"));
    assertEquals("22000", expected(curve, "2026-11-01")); // a Sunday
    assertEquals("23333.33", expected(curve, "2026-11-02")); // 1 of 21 weekdays to 50 %
    assertEquals("50000", expected(curve, "2026-11-30"));
    assertEquals("52173.91", expected(curve, "2026-12-01")); // 1 of 23 to all of it
    Course steep = Course.curve(point("2026-10-02", "0.1"), point("2026-10-04", "0.2"));
    assertEquals("10000", expected(steep, "2026-10-03")); // no day counts on the way
    assertEquals("20000", expected(steep, "2026-10-04"));
  }

  @Test
  void isHeldAgainstTheCourse() {
    Target target =
        bookings(ANA, 100_000)
            .course(Course.milestones(point("2026-10-31", "40000"), point("2026-11-30", "80000")))
            .build();
    Progress ahead =
        Progress.of(BOOKINGS, target, Quantity.of(95_000), day("2026-12-02"), WORKDAYS);
    assertEquals("on course: 95,000 of 80,000 due by 2026-12-02 (118.8 %)", ahead.toString());
    assertEquals(Optional.of(Quantity.of(15_000)), ahead.ahead());
    Progress behind =
        Progress.of(BOOKINGS, target, Quantity.of(70_000), day("2026-12-02"), WORKDAYS);
    assertEquals("behind: 70,000 of 80,000 due by 2026-12-02 (87.5 %)", behind.toString());
    assertEquals(Optional.of(false), behind.onCourse());
    Progress early = Progress.of(BOOKINGS, target, Quantity.of(7), day("2026-10-05"), WORKDAYS);
    assertEquals("not applicable: nothing is due yet (7 by 2026-10-05)", early.toString());
    assertEquals(Optional.empty(), early.onCourse());
    Progress none =
        Progress.of(
            BOOKINGS, bookings(ANA, 1).build(), Quantity.of(7), day("2026-10-05"), WORKDAYS);
    assertEquals(new Score.NotApplicable("no course"), none.score());
    Progress zero =
        Progress.of(
            BOOKINGS,
            bookings(ANA, 0).course(Course.straightLine()).build(),
            Quantity.of(7),
            day("2026-10-05"),
            WORKDAYS);
    assertEquals("on course: 7 of 0 due by 2026-10-05", zero.toString());
  }

  @Test
  void lowerIsBetterOnTheWayToo() {
    Metric losses = Sample.LOSSES;
    Target target =
        Target.builder()
            .owner(ANA)
            .metric(losses.id())
            .period(Q4)
            .amount(amount("33"))
            .course(Course.straightLine())
            .build();
    Progress progress = Progress.of(losses, target, amount("9"), day("2026-10-31"), WORKDAYS);
    assertEquals(Optional.of(amount("11")), progress.expected());
    assertEquals(Optional.of(amount("2")), progress.ahead());
    assertEquals("on course: 9 of 11 due by 2026-10-31 (118.2 %)", progress.toString());
  }

  /** Of 80 to 100 around 90, on the first of 66 weekdays 1.36 is due: 1, rounded. */
  @Test
  void aBandIsScaledToWhatIsDue() {
    Metric visits = Sample.with(Direction.within(amount("80"), amount("100")));
    Target band = Target.builder().from(Sample.visits("90")).course(Course.straightLine()).build();
    assertEquals("on course: 1 of 1 due by 2026-10-01 (100.0 %)", visits(visits, band, 1, 1));
    assertEquals("behind: 0 of 1 due by 2026-10-01 (11.1 %)", visits(visits, band, 0, 1));
    assertEquals("beyond: 95 of 10 due by 2026-10-09 (-738.9 %)", visits(visits, band, 95, 9));
    assertEquals("on course: 11 of 10 due by 2026-10-09 (100.0 %)", visits(visits, band, 11, 9));
    Target signs =
        Target.builder()
            .from(Sample.visits("90"))
            .course(Course.milestones(point("2026-10-31", "30")))
            .build();
    assertEquals("on course: 30 of 30 due by 2026-10-31 (100.0 %)", visits(visits, signs, 30, 31));
    assertEquals("on course: 27 of 30 due by 2026-10-31 (100.0 %)", visits(visits, signs, 27, 31));
    assertEquals("behind: 26 of 30 due by 2026-10-31 (97.8 %)", visits(visits, signs, 26, 31));
    Metric around = Sample.with(Direction.within(amount("-1"), amount("1")));
    Target none = Target.builder().from(Sample.visits("0")).course(Course.straightLine()).build();
    assertEquals("beyond: 2 of 0 due by 2026-10-05", visits(around, none, 2, 5));
    assertEquals("on course: -1 of 0 due by 2026-10-05", visits(around, none, -1, 5));
  }

  private static String visits(Metric metric, Target target, long actual, int day) {
    return Progress.of(
            metric, target, Quantity.of(actual), day("2026-10-01").plusDays(day - 1), WORKDAYS)
        .toString();
  }

  @Test
  void whatDoesNotAddUpHasMilestonesOnly() {
    Target.Builder rate =
        Target.builder().owner(ANA).metric(Sample.WIN_RATE.id()).period(Q4).amount(amount("0.35"));
    Target signs = rate.course(Course.milestones(point("2026-10-31", "0.3"))).build();
    assertEquals(
        Optional.of(true),
        Progress.of(Sample.WIN_RATE, signs, amount("0.31"), day("2026-11-02"), WORKDAYS)
            .onCourse());
    Target line = rate.course(Course.straightLine()).build();
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    Progress.of(Sample.WIN_RATE, line, amount("0.3"), day("2026-11-02"), WORKDAYS))
            .getMessage()
            .contains("must be milestones, as win-rate does not add up over time"));
  }

  @Test
  void refusesCoursesThatAreNone() {
    assertThrows(IllegalArgumentException.class, Course::milestones);
    assertThrows(
        IllegalArgumentException.class,
        () -> Course.milestones(point("2026-10-31", "1"), point("2026-10-31", "2")));
    assertThrows(IllegalArgumentException.class, () -> Course.curve(point("2026-10-31", "-0.1")));
    assertThrows(IllegalArgumentException.class, () -> Course.curve(point("2026-10-31", "1.1")));
    assertTrue(Course.straightLine().points().isEmpty());
  }

  private static String refused(Target.Builder target, Metric metric) {
    return assertThrows(IllegalArgumentException.class, () -> target.build().requireFit(metric))
        .getMessage();
  }

  @Test
  void refusesCoursesThatContradictThemselves() {
    assertEquals(
        "course of bookings of ana in 2026-Q4 must be 1000 on 2026-12-31, its last day, but was"
            + " 200",
        refused(
            bookings(ANA, 1_000).course(Course.milestones(point("2026-12-31", "200"))), BOOKINGS));
    assertEquals(
        "course of bookings of ana in 2026-Q4 must be 1 on 2026-12-31, its last day, but was 0.9",
        refused(bookings(ANA, 1_000).course(Course.curve(point("2026-12-31", "0.9"))), BOOKINGS));
    assertEquals(
        "course of bookings of ana in 2026-Q4 must not go back, as bookings adds up over time, but"
            + " was 5000 on 2026-11-15 and 1000 on 2026-12-31",
        refused(
            bookings(ANA, 1_000).course(Course.milestones(point("2026-11-15", "5000"))), BOOKINGS));
    assertEquals(
        "share of 2026-11-30 must be from 0.9 to 1, as a curve does not fall, but was 0.1",
        assertThrows(
                IllegalArgumentException.class,
                () -> Course.curve(point("2026-10-15", "0.9"), point("2026-11-30", "0.1")))
            .getMessage());
    // A budget of losses grows downwards, and ends where it is to end.
    bookings(ANA, -1_000)
        .course(Course.milestones(point("2026-11-15", "-500"), point("2026-12-31", "-1000")))
        .build()
        .requireFit(BOOKINGS);
    // A rate may be higher on the way than at the end.
    Target.builder()
        .owner(ANA)
        .metric(Sample.WIN_RATE.id())
        .period(Q4)
        .amount(amount("0.3"))
        .course(Course.milestones(point("2026-10-31", "0.35")))
        .build()
        .requireFit(Sample.WIN_RATE);
  }

  private static Target.Builder line(Metric metric) {
    return Target.builder()
        .owner(ANA)
        .metric(metric.id())
        .period(Q4)
        .amount(amount("10"))
        .course(Course.straightLine());
  }

  @Test
  void whatDoesNotClimbFromZeroHasNoLine() {
    Catalog catalog = StandardMetrics.fullCatalog("USD", 2);
    Metric left = catalog.metric(StandardMetrics.REMAINING_QUOTA);
    assertEquals(
        "course of remaining-quota of ana in 2026-Q4 must be milestones, as remaining-quota does"
            + " not add up over time from 0, but was StraightLine[]",
        refused(line(left), left));
    line(left)
        .course(Course.milestones(point("2026-11-15", "100")))
        .build()
        .requireFit(left); // it falls, as its own course says
    for (String formula :
        List.of("bookings - wins-quota", "bookings * 2 + wins / 4", "0.5 * bookings")) {
      Metric derived = derived(formula);
      line(derived).build().requireFit(derived);
    }
    for (String formula :
        List.of("bookings / wins", "1 - win-rate", "bookings * wins", "2 / wins")) {
      Metric derived = derived(formula);
      assertTrue(refused(line(derived), derived).contains("does not add up over time from 0"));
    }
    Metric quarter = Sample.with(new Aggregation.ToDate(BOOKINGS.id(), Grain.QUARTER));
    line(quarter).build().requireFit(quarter);
    Metric year = Sample.with(new Aggregation.ToDate(BOOKINGS.id(), Grain.YEAR));
    assertTrue(refused(line(year), year).contains("must be milestones"));
  }

  private static Metric derived(String formula) {
    return Sample.with(new Aggregation.Derived(Formula.parse(formula)));
  }
}
