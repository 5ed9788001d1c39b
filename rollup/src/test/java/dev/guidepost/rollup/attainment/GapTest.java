package dev.guidepost.rollup.attainment;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.LOSSES;
import static dev.guidepost.core.metric.StandardMetrics.MEETINGS;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static dev.guidepost.core.metric.StandardMetrics.WIN_RATE;
import static dev.guidepost.rollup.attainment.Acme.ANA;
import static dev.guidepost.rollup.attainment.Acme.BEN;
import static dev.guidepost.rollup.attainment.Acme.book;
import static dev.guidepost.rollup.attainment.Acme.bookings;
import static dev.guidepost.rollup.attainment.Acme.period;
import static dev.guidepost.rollup.attainment.Acme.target;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.goal.Attainment;
import dev.guidepost.core.goal.Course;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PlaceId;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.WorkingDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GapTest {

  /** 14 September 2026, a Monday: 54 working days of the quarter are over, 12 are left. */
  private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);

  private static final Exposure WORKDAYS =
      Exposure.of("working days", WorkingDays.mondayToFriday().at(PlaceId.of("everywhere")));

  private static List<Gap> gaps(Acme.Feed feed, Target... targets) {
    return Attainments.of(feed.rollup(), book(targets), TODAY).gaps(ANA, WORKDAYS);
  }

  private static Acme.Feed feed() {
    LocalDate july = LocalDate.of(2026, 7, 1);
    return new Acme.Feed()
        .with(ANA, july, BOOKINGS, Quantity.of(60), "GTX", july)
        .with(ANA, july, BOOKINGS, Quantity.of(40), "MG", july)
        .with(ANA, july, MEETINGS, Quantity.of(60), "", july)
        .with(ANA, july, LOSSES, Quantity.of(3), "", july)
        .with(BEN, july, BOOKINGS, Quantity.of(900), "", july);
  }

  @Test
  void theFurthestBehindIsFirst() {
    List<Gap> gaps =
        gaps(
            feed(),
            bookings(ANA, "2026-Q3", 220),
            target(ANA, BOOKINGS, "2026-Q3", 66).putScope(PRODUCT, "GTX").build(),
            target(ANA, MEETINGS, "2026-Q3", 66).build(),
            target(ANA, LOSSES, "2026-Q3", 2).build(),
            target(ANA, WIN_RATE, "2026-Q3", 1).amount(Quantity.parse("0.3")).build(),
            bookings(ANA, "2026-Q2", 1_000),
            bookings(BEN, "2026-Q3", 1));
    assertEquals(
        List.of(
            "losses of ana in 2026-Q3: 1 missing; behind: 3 of 2 due by 2026-09-14 (50.0 %)",
            "bookings of ana in 2026-Q3: 120 missing, 10 a day for 12 days; behind: 100 of 180 due by"
                + " 2026-09-14 (55.6 %)",
            "bookings {product=GTX} of ana in 2026-Q3: 6 missing, 0.5 a day for 12 days; on course:"
                + " 60 of 54 due by 2026-09-14 (111.1 %)",
            "meetings of ana in 2026-Q3: 6 missing, 0.5 a day for 12 days; on course: 60 of 54 due by"
                + " 2026-09-14 (111.1 %)",
            "win-rate of ana in 2026-Q3: not enough data: no value of win-rate: - (0 of 0)"),
        gaps.stream().map(Gap::toString).toList());
    Gap bookings = gaps.get(1);
    assertEquals(Optional.of(Fraction.parse("4/11")), bookings.behind());
    assertEquals(Optional.of(Quantity.of(120)), bookings.missing());
    assertEquals(0, bookings.daysLeft().compareTo(BigDecimal.valueOf(12)));
    assertEquals(Optional.of(Quantity.of(10)), bookings.perDay());
    assertEquals(0, bookings.daysGone().compareTo(BigDecimal.valueOf(54)));
    assertEquals(Optional.of(Quantity.parse("1.8519")), bookings.pace()); // 100 in 54 days
    assertEquals(Optional.of(Quantity.parse("122.22")), bookings.projected());
    assertEquals(Optional.of(Quantity.of(4)), gaps.get(0).projected()); // 3 and 2/3 losses
    assertEquals(Optional.empty(), gaps.get(4).projected()); // a rate does not add up
    assertEquals(Optional.empty(), gaps.get(4).pace());
    assertEquals(Optional.empty(), gaps.get(0).perDay()); // nobody can lose fewer
    assertEquals(Optional.empty(), gaps.get(4).behind());
  }

  @Test
  void aCourseSaysWhatIsDue() {
    Target quota =
        target(ANA, BOOKINGS, "2026-Q3", 220)
            .course(Course.milestones(new Course.Point(LocalDate.of(2026, 9, 20), Quantity.of(90))))
            .build();
    assertEquals(
        List.of(
            "bookings of ana in 2026-Q3: 120 missing, 10 a day for 12 days; not applicable: nothing"
                + " is due yet (100 by 2026-09-14)"),
        gaps(feed(), quota).stream().map(Gap::toString).toList());
    assertEquals( // nothing is due, so all of the target is what is missing
        Optional.of(Fraction.parse("6/11")), gaps(feed(), quota).get(0).behind());
  }

  @Test
  void whatIsReachedHasNothingMissing() {
    List<Gap> gaps = gaps(feed(), bookings(ANA, "2026-Q3", 100), bookings(ANA, "2026-09", 0));
    assertEquals(
        "bookings of ana in 2026-Q3: nothing missing; on course: 100 of 81.82 due by 2026-09-14"
            + " (122.2 %)",
        gaps.get(1).toString());
    assertEquals(Optional.of(Fraction.ZERO), gaps.get(0).behind()); // a target of 0
    assertEquals(List.of(), gaps(feed(), bookings(BEN, "2026-Q3", 100)));
  }

  @Test
  void onTheLastDayNoneIsLeft() {
    LocalDate last = LocalDate.of(2026, 9, 30);
    Gap gap =
        Attainments.of(feed().rollup(), book(bookings(ANA, "2026-Q3", 220)), last)
            .gaps(ANA, WORKDAYS)
            .get(0);
    assertEquals(
        "bookings of ana in 2026-Q3: 120 missing; behind: 100 of 220 due by 2026-09-30 (45.5 %)",
        gap.toString());
    Exposure away = Exposure.of("away", day -> 0);
    Gap none =
        Attainments.of(feed().rollup(), book(bookings(ANA, "2026-Q3", 220)), TODAY)
            .gaps(ANA, away)
            .get(0);
    assertEquals("bookings of ana in 2026-Q3: 120 missing", none.toString());
    assertTrue(none.progress().isEmpty());
    assertEquals(Optional.empty(), none.pace());
    assertEquals(Optional.of(Quantity.of(100)), gap.projected());
  }

  @Test
  void aGapIsOfATarget() {
    Attainment without = Attainment.withoutTarget(Acme.CATALOG.metric(BOOKINGS), Quantity.of(3));
    assertEquals(
        "gap must be of a target, but was of not applicable: no target (3)",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new Gap(
                        without,
                        Optional.empty(),
                        Optional.empty(),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        Optional.empty()))
            .getMessage());
    assertEquals(
        period("2026-Q3"), gaps(feed(), bookings(ANA, "2026-Q3", 5)).get(0).target().period());
  }
}
