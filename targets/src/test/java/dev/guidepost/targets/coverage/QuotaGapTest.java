package dev.guidepost.targets.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.goal.Course;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.goal.TargetBook;
import dev.guidepost.core.goal.TargetVersion;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.attainment.Attainments;
import dev.guidepost.rollup.attainment.Gap;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * CASES C-PL6, from codingace.net/crmp/quota_gap.html: quota 100,000, booked 65,000, pipeline
 * 120,000, win rate 30 %, deals of 15,000, on day 45 of 90.
 */
class QuotaGapTest {

  private static final PersonId ANA = PersonId.of("ana");
  private static final UnitId COMPANY = UnitId.of("company");
  private static final Period QUARTER = FiscalCalendar.calendarYear().period("2026-Q1");

  /** The 45th of the 90 days of the quarter. */
  private static final LocalDate DAY = LocalDate.of(2026, 2, 14);

  private static Quantity cents(String amount) {
    return Quantity.parse(amount);
  }

  private static Quantity toCents(Fraction amount) {
    return Quantity.of(amount.round(2, RoundingMode.HALF_EVEN));
  }

  /** The gap by bookings without decimals, so that amounts a day are to the cent. */
  private static Gap gap() {
    LedgerWriter writer = new LedgerWriter(StandardMetrics.catalog("USD", 0));
    try (Batch batch = writer.batch("crm", DAY)) {
      batch.row("1").by(ANA).on(DAY.minusDays(20)).put(StandardMetrics.BOOKINGS, 65_000);
      batch.commit();
    }
    Target quota =
        Target.builder()
            .owner(ANA)
            .metric(StandardMetrics.BOOKINGS)
            .period(QUARTER)
            .amount(Quantity.of(100_000))
            .course(Course.straightLine())
            .build();
    Organisation organisation =
        Organisation.builder(COMPANY, "Company").person(ANA, "Ana").member(ANA, COMPANY).build();
    TargetBook book = TargetBook.EMPTY.with(TargetVersion.of(quota, QUARTER.start(), ANA, "quota"));
    return Attainments.of(Rollup.of(writer.snapshot()).over(organisation), book, DAY)
        .gaps(ANA, Exposure.CALENDAR_DAYS)
        .get(0);
  }

  @Test
  void gapAndPace() {
    Gap gap = gap();
    assertEquals(Optional.of(Quantity.of(35_000)), gap.missing());
    assertEquals(0, gap.daysGone().compareTo(BigDecimal.valueOf(45)));
    assertEquals(0, gap.daysLeft().compareTo(BigDecimal.valueOf(45)));
    assertEquals(Optional.of(cents("1444.44")), gap.pace());
    assertEquals(Optional.of(cents("777.78")), gap.perDay()); // 777.777..., rounded up as a need
    assertEquals(Optional.of(Quantity.of(130_000)), gap.projected());
    assertEquals(
        "bookings of ana in 2026-Q1: 35,000 missing, 777.78 a day for 45 days; on course: 65,000 of"
            + " 50,000 due by 2026-02-14 (130.0 %)",
        gap.toString());
  }

  @Test
  void pipelineAndDealsNeeded() {
    Quantity missing = gap().missing().orElseThrow();
    CoverageVariant usual = CoverageVariant.on(DAY, QUARTER);
    assertEquals(
        "3.4x: 120,000 / 35,000; live deals due in 2026-Q1 / remaining target, by value, week 7",
        new Coverage(usual, 120_000, missing.toDouble()).toString());
    assertEquals(
        Optional.of(new BigDecimal("3.43")), new Ratio(Quantity.of(120_000), missing).value(2));
    assertEquals(cents("116666.67"), toCents(Fraction.of(missing).over(Fraction.parse("3/10"))));
    CoverageNeed need = CoverageNeed.onAverage("Ana", usual, 100_000, missing.toDouble(), 0, .30);
    assertEquals(116_666.67, need.pipeline().getAsDouble(), .005);
    assertEquals(3.33, need.multiple().getAsDouble(), .005);
    Ratio deals = new Ratio(missing, Quantity.of(15_000));
    assertEquals(Optional.of(new BigDecimal("2.33")), deals.value(2));
    CoverageNeed whole =
        CoverageNeed.onAverage("Ana", usual.ofWholeTarget(), 100_000, missing.toDouble(), 0, .30);
    assertEquals(1.17, whole.multiple().getAsDouble(), .005);
  }
}
