package dev.guidepost.targets.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.PlanLine;
import dev.guidepost.targets.planning.Goals;
import dev.guidepost.targets.planning.Planner;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  private static Firm firm() {
    Firm firm = new Firm();
    firm.seller("ana", Firm.EAST, 2, 3, 1000);
    firm.seller("ben", Firm.EAST, 2, 4, 1000);
    firm.seller("cem", Firm.WEST, 3, 3, 2000);
    return firm;
  }

  private static Evidence asOf(LocalDate day) {
    Firm firm = firm();
    firm.asOf = day;
    return firm.evidence();
  }

  @Test
  void reviewsOnTheFirstMondayAfter() {
    LocalDate monday = LocalDate.of(2025, 11, 3);
    assertEquals(monday, asOf(LocalDate.of(2025, 10, 31)).review()); // a Friday
    assertEquals(monday, asOf(LocalDate.of(2025, 11, 2)).review()); // a Sunday
    assertEquals(monday.plusWeeks(1), asOf(monday).review());
    assertEquals(monday, asOf(LocalDate.of(2025, 10, 27)).review()); // the Monday before
  }

  @Test
  void weeksAreFullWhenTheirFridayIs() {
    LocalDate friday = LocalDate.of(2025, 10, 31);
    List<Period> weeks = asOf(friday).windows().weeks();
    assertEquals(Firm.START, weeks.get(0).start());
    assertEquals(43, weeks.size());
    assertEquals(friday.minusDays(4), weeks.get(42).start());
    assertEquals(42, asOf(friday.minusDays(1)).windows().weeks().size());
    assertEquals(43, asOf(friday.plusDays(2)).windows().weeks().size());
    Firm midweek = new Firm();
    PersonId ana = midweek.person("ana", Firm.EAST);
    midweek.open("a", ana, Firm.START.plusDays(1));
    assertEquals(Firm.START.plusWeeks(1), midweek.evidence().windows().weeks().get(0).start());
  }

  @Test
  void theCalendarDecidesWeeksAndQuarter() {
    LocalDate friday = LocalDate.of(2025, 10, 31);
    for (FiscalCalendar calendar :
        List.of(
            FiscalCalendar.retail454(),
            FiscalCalendar.calendarYear().weeksFrom(DayOfWeek.SUNDAY),
            FiscalCalendar.calendarYear().weeksFrom(DayOfWeek.WEDNESDAY))) {
      Firm firm = firm();
      firm.calendar = calendar;
      firm.asOf = friday;
      Evidence evidence = firm.evidence();
      Period current = calendar.period(Grain.WEEK, friday);
      assertEquals(current.end(), evidence.review());
      assertEquals(calendar.period(Grain.QUARTER, evidence.review()), evidence.period());
      List<Period> weeks = evidence.windows().weeks();
      for (int i = 0; i < weeks.size(); i++) {
        assertEquals(calendar.period(Grain.WEEK, weeks.get(i).start()), weeks.get(i));
        assertEquals(weeks.get(0).start().plusWeeks(i), weeks.get(i).start());
      }
      // Sunday weeks of this Friday are full; a week from Wednesday has working days to come.
      boolean full = current.start().getDayOfWeek() == DayOfWeek.SUNDAY;
      assertEquals(full ? current : calendar.previous(current), weeks.get(weeks.size() - 1));
      Planner planner = Planner.of(evidence, Goals.of(evidence, List.of()), 0.8);
      for (PersonId person : evidence.people()) {
        Plan plan = planner.plan(person);
        assertEquals(evidence.review(), plan.review());
        assertFalse(plan.lines().isEmpty());
        for (PlanLine line : plan.lines()) {
          Period week = calendar.period(Grain.WEEK, line.weekStart());
          assertEquals(week.start(), line.weekStart());
          assertTrue(line.by().isBefore(week.end()), line::toString);
        }
      }
    }
  }

  @Test
  void aQuarterThatEndsOnTheDayIsFull() {
    Evidence last = asOf(LocalDate.of(2025, 9, 30)); // a Tuesday
    assertEquals("2025-Q4", last.period().label());
    assertEquals("2025-Q3", last.windows().lastFullPeriod().label());
    Evidence before = asOf(LocalDate.of(2025, 9, 29)); // a Monday: the review is in October
    assertEquals("2025-Q4", before.period().label());
    assertEquals("2025-Q2", before.windows().lastFullPeriod().label());
    Evidence within = asOf(LocalDate.of(2025, 9, 26)); // the review is on September 29
    assertEquals("2025-Q3", within.period().label());
    assertEquals("2025-Q2", within.windows().lastFullPeriod().label());
    Firm fiscal = firm();
    fiscal.calendar = FiscalCalendar.startingIn(Month.FEBRUARY, FiscalCalendar.YearName.OF_END);
    Evidence year = fiscal.evidence();
    assertEquals(LocalDate.of(2025, 11, 1), year.period().start());
    assertEquals(LocalDate.of(2025, 11, 1), year.windows().lastFullPeriod().end());
  }

  @Test
  void cohortHoldsBothDays() {
    Firm firm = new Firm();
    PersonId ana = firm.person("ana", Firm.EAST);
    LocalDate asOf = firm.asOf;
    firm.closed("oldest", ana, asOf.minusDays(150), asOf.minusDays(50), true, 100); // age 100
    firm.open("last", ana, asOf.minusDays(100)).open("late", ana, asOf.minusDays(99));
    Evidence evidence = firm.evidence();
    Period cohort = evidence.cohort().orElseThrow();
    assertEquals(asOf.minusDays(150), cohort.start(), "the first opening, after observation began");
    assertEquals(asOf.minusDays(100), cohort.lastDay());
    assertEquals(
        "50.0 % (1 of 2)",
        evidence.today().measurement(ana, StandardMetrics.WIN_YIELD, cohort).toString());
    firm.observedFrom = asOf.minusDays(120);
    assertEquals(asOf.minusDays(120), firm.evidence().cohort().orElseThrow().start());
    firm.observedFrom = asOf.minusDays(100);
    assertEquals(1, firm.evidence().cohort().orElseThrow().days());
    firm.observedFrom = asOf.minusDays(99);
    Evidence none = firm.evidence();
    assertTrue(none.cohort().isEmpty());
    assertTrue(none.yields().isEmpty());
    assertTrue(none.curve().isPresent());
  }

  @Test
  void seesNothingAfterTheDay() {
    Firm firm = firm();
    Firm known = firm();
    known.deals.removeIf(deal -> deal.opened().map(day -> day.isAfter(firm.asOf)).orElse(false));
    Evidence all = firm.evidence();
    Evidence less = known.evidence();
    assertEquals(less.deals(), all.deals());
    assertTrue(
        all.deals().stream()
            .noneMatch(deal -> deal.closed().map(day -> day.isAfter(firm.asOf)).orElse(false)));
    assertTrue(all.deals().stream().anyMatch(deal -> deal.outcome() == Outcome.OPEN));
    assertEquals(less.curve().orElseThrow().toString(), all.curve().orElseThrow().toString());
    assertEquals(less.sizes().mean(), all.sizes().mean());
    assertEquals(firm.asOf.plusDays(1), all.windows().allDays().end());
    assertEquals(Firm.START, all.windows().allDays().start());
  }

  @Test
  void refusesALedgerWithoutFacts() {
    Firm empty = new Firm();
    empty.person("ana", Firm.EAST);
    Expect.rejected("ledger must have a fact up to the as-of day", empty::evidence);
    empty.open("later", PersonId.of("ana"), empty.asOf.plusDays(1));
    Expect.rejected("ledger must have a fact", empty::evidence);
  }

  @Test
  void knowsThePeopleOfTheReviewDay() {
    Firm firm = firm();
    PersonId joiner = firm.undeclared("joiner");
    firm.organisation.member(joiner, Firm.WEST, LocalDate.of(2025, 11, 3));
    PersonId leaver = firm.undeclared("leaver");
    firm.organisation.member(leaver, Firm.WEST, Firm.START, LocalDate.of(2025, 11, 1));
    firm.undeclared("nowhere");
    firm.sells(leaver, 0, 40, 1, 3, 500);
    Evidence evidence = firm.evidence();
    assertEquals(
        List.of("ana", "ben", "cem", "joiner"),
        evidence.people().stream().map(PersonId::value).toList());
    assertTrue(evidence.creation(leaver).isEmpty());
    Expect.rejected(
        "person must stand in a unit on " + evidence.review() + ", but " + leaver + " does not",
        () -> evidence.creationOf(leaver));
    assertEquals(evidence.creation(joiner).orElseThrow(), evidence.creationOf(joiner));
    assertEquals(0, evidence.creation(joiner).orElseThrow().weeks());
    assertTrue(evidence.yields().orElseThrow().of(joiner).isPresent());
    assertTrue(evidence.yields().orElseThrow().of(leaver).isEmpty());
    assertEquals("as of 2025-10-31", evidence.toString().substring(0, 16));
    assertEquals(firm.asOf, evidence.asOf());
  }

  @Test
  void looksAtConversionsOneWeekLate() {
    Firm firm = firm();
    assertTrue(firm.evidence().conversions().isEmpty(), "no meetings");
    firm.meets(PersonId.of("ana"), 0, 43, 6, 3);
    Evidence evidence = firm.evidence();
    assertTrue(evidence.conversions().isPresent());
    LocalDate settled = evidence.review().minusWeeks(1);
    Period look = evidence.windows().conversionLook().orElseThrow();
    assertEquals(settled, look.end());
    assertEquals(49, look.days());
    Period baseline = evidence.windows().conversionBaseline().orElseThrow();
    assertEquals(look.start(), baseline.end());
    assertEquals(26 * 7, baseline.days());
    Firm young = new Firm();
    young.open("a", young.person("ana", Firm.EAST), young.asOf.minusDays(4));
    assertTrue(young.evidence().windows().conversionLook().isEmpty());
    assertTrue(young.evidence().windows().conversionBaseline().isEmpty());
    assertFalse(young.evidence().curve().isPresent());
  }

  @Test
  void weeksOfAPlanStartBeforeItsEnd() {
    Windows civil = asOf(LocalDate.of(2025, 10, 31)).windows();
    LocalDate monday = LocalDate.of(2025, 11, 3);
    assertEquals(monday, civil.review());
    assertEquals(1, civil.weeksUntil(monday.plusDays(7)).size());
    assertEquals(2, civil.weeksUntil(monday.plusDays(8)).size());
    assertEquals(monday, civil.weeksUntil(monday.plusDays(1)).get(0).start());
    Firm sundays = firm();
    sundays.calendar = FiscalCalendar.retail454();
    Windows retail = sundays.evidence().windows();
    assertEquals(1, retail.weeksUntil(retail.review().plusDays(7)).size());
    assertEquals(retail.review(), retail.weeksUntil(retail.review().plusDays(1)).get(0).start());
  }
}
