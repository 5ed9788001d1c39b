package dev.guidepost.rollup.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.control.ChartResult;
import dev.guidepost.core.control.ControlChart;
import dev.guidepost.core.control.Rule;
import dev.guidepost.core.control.Signal;
import dev.guidepost.core.control.Status;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.people.Availability;
import dev.guidepost.core.time.HolidayTable;
import dev.guidepost.core.time.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlTreeTest {

  private static final int WEEKS = 34;

  private Weekly company;
  private PersonId ana;
  private PersonId ben;

  /** Four people in the east, four in the west. */
  @BeforeEach
  void hire() {
    company = new Weekly(WEEKS);
    ana = company.person("ana", Weekly.EAST);
    ben = company.person("ben", Weekly.EAST);
    for (String id : List.of("cem", "dia")) {
      company.person(id, Weekly.EAST);
    }
    for (String id : List.of("eva", "fay", "gus", "hal")) {
      company.person(id, Weekly.WEST);
    }
  }

  private static List<PartyId> owners(ControlTree tree) {
    return tree.signals().stream().map(Signal::owner).toList();
  }

  private static void inControl(ControlTree tree, List<PersonId> people) {
    for (PersonId person : people) {
      assertEquals(new Status(Status.Word.IN_CONTROL, ""), tree.status(person), person.value());
    }
  }

  @Test
  void raisesNothingWhereNothingHappens() {
    ControlTree tree = company.tree();
    assertEquals(List.of(), tree.signals());
    inControl(tree, company.people);
    assertEquals(26, tree.baseline());
    assertEquals(30, tree.weeks().size());
    assertEquals(Weekly.FIRST.plusWeeks(WEEKS - 30), tree.weeks().get(0).start());
    assertEquals(company.review, tree.weeks().get(29).end());
    assertEquals(12, tree.charts().size());
    assertEquals(Weekly.COMPANY, tree.charts().keySet().iterator().next());
    assertEquals(StandardMetrics.MEETINGS, tree.metric());
    assertEquals("meetings: 12 charts, 0 signals", tree.toString());
  }

  /** METHODS D3: common cause first. */
  @Test
  void aFallOfEverybodyIsOneSignalAtTheCompany() {
    ControlTree tree = company.times(WEEKS - 4, WEEKS, 0.25).tree();
    assertEquals(List.of(Weekly.COMPANY), owners(tree));
    Signal signal = tree.signals().get(0);
    assertEquals(Rule.BEYOND_LIMITS, signal.rule());
    assertEquals(company.weeks.get(WEEKS - 4), signal.period());
    assertTrue(signal.id().startsWith("company/meetings/beyond-limits/low/"), signal.id());
    assertEquals(new Status(Status.Word.OUT, "meetings"), tree.status(Weekly.COMPANY));
    inControl(tree, company.people);
    assertEquals(tree.signals(), company.tree().signals(), "the same again");
  }

  @Test
  void aRiseOfEverybodyIsOneSignalAtTheCompany() {
    ControlTree tree = company.times(WEEKS - 1, WEEKS, 3).tree();
    assertEquals(List.of(Weekly.COMPANY), owners(tree));
  }

  private static WorkingDays closed(LocalDate... days) {
    HolidayTable.Builder table =
        HolidayTable.builder()
            .covering(Availability.EVERYWHERE, Weekly.FIRST, Weekly.FIRST.plusWeeks(WEEKS + 1L));
    for (LocalDate day : days) {
      table.holiday(Availability.EVERYWHERE, day, "closed");
    }
    return WorkingDays.mondayToFriday().withHolidays(table.build());
  }

  /** METHODS A3.5: per effective exposure, never raw totals. */
  @Test
  void aWeekOfHolidaysIsNoFall() {
    company.times(WEEKS - 2, WEEKS - 1, 0.4);
    assertEquals(List.of(Weekly.COMPANY), owners(company.tree()), "three days were not worked");
    LocalDate monday = Weekly.FIRST.plusWeeks(WEEKS - 2);
    company.workingDays = closed(monday, monday.plusDays(1), monday.plusDays(2));
    ControlTree tree = company.tree();
    assertEquals(List.of(), owners(tree));
    ControlChart chart = assertInstanceOf(ControlChart.class, tree.charts().get(Weekly.COMPANY));
    ControlChart.Point before = chart.looks().get(1);
    ControlChart.Point shorter = chart.looks().get(2);
    assertEquals(.4 * before.center(), shorter.center(), 1e-9, "the limits move with the week");
    assertTrue(shorter.upper() < before.center());
    inControl(tree, company.people);
    company.times(WEEKS - 2, WEEKS - 1, 4);
    assertEquals(
        List.of(Weekly.COMPANY), owners(company.tree()), "more than usual in a short week");
    String text = company.tree().signals().get(0).message();
    assertTrue(text.endsWith(" for those there in the week of " + monday), text);
  }

  @Test
  void aWeekInWhichAllIsClosedIsNoEvidence() {
    LocalDate monday = Weekly.FIRST.plusWeeks(WEEKS - 2);
    LocalDate[] days = monday.datesUntil(monday.plusDays(5)).toArray(LocalDate[]::new);
    company.times(WEEKS - 2, WEEKS - 1, 0).workingDays = closed(days);
    ControlTree tree = company.tree();
    assertEquals(List.of(), owners(tree));
    inControl(tree, company.people);
  }

  @Test
  void whoeverIsAwayMovesTheLimitsOfTheCompany() {
    company.times(0, WEEKS, 3);
    for (PersonId person : company.people.subList(0, 4)) {
      company.leave(person, WEEKS - 1, WEEKS);
    }
    ControlTree tree = company.tree();
    assertEquals(List.of(), owners(tree));
    ControlChart chart = assertInstanceOf(ControlChart.class, tree.charts().get(Weekly.COMPANY));
    assertEquals(.5, chart.looks().get(3).center() / chart.looks().get(2).center(), .05);
  }

  @Test
  void aFallOfOneIsSignalledAtThatOneOnly() {
    ControlTree tree = company.set(ana, WEEKS - 2, WEEKS, 0).tree();
    assertEquals(List.of(ana), owners(tree));
    assertEquals(Status.Word.OUT, tree.status(ana).word());
    assertEquals(Status.Word.IN_CONTROL, tree.status(ben).word());
  }

  /** In a small team one share's fall is the others' rise. */
  @Test
  void aFallOfOneIsNotARiseOfThoseBeside() {
    Weekly small = new Weekly(WEEKS);
    List<PersonId> east =
        List.of(
            small.person("one", Weekly.EAST),
            small.person("two", Weekly.EAST),
            small.person("three", Weekly.EAST));
    for (int i = 0; i < 6; i++) {
      small.person("west" + i, Weekly.WEST);
    }
    small.times(0, WEEKS, 4).set(east.get(1), WEEKS - 4, WEEKS, 2);
    ControlTree tree = small.tree();
    assertTrue(owners(tree).contains(east.get(1)));
    inControl(tree, List.of(east.get(0), east.get(2)));
    assertEquals(Status.Word.IN_CONTROL, tree.status(Weekly.WEST).word());
  }

  @Test
  void ofTwoTheOneWhoseOwnCountMovedIsSignalled() {
    for (int index : new int[] {0, 1}) {
      Weekly pair = new Weekly(WEEKS);
      List<PersonId> east =
          List.of(pair.person("one", Weekly.EAST), pair.person("two", Weekly.EAST));
      pair.times(0, WEEKS, 2).set(east.get(index), WEEKS - 4, WEEKS, 0);
      ControlTree tree = pair.tree();
      assertEquals(Status.Word.OUT, tree.status(east.get(index)).word());
      inControl(tree, List.of(east.get(1 - index)));
    }
  }

  @Test
  void aFallOfATeamIsOneSignalAtTheTeam() {
    for (PersonId person : company.people.subList(4, 8)) {
      company.set(person, WEEKS - 4, WEEKS, 2);
    }
    ControlTree tree = company.tree();
    assertTrue(owners(tree).contains(Weekly.WEST), owners(tree).toString());
    assertEquals(Status.Word.IN_CONTROL, tree.status(Weekly.EAST).word());
    inControl(tree, company.people);
  }

  @Test
  void leaveIsNeitherAFallNorARise() {
    ControlTree tree =
        company.leave(ana, WEEKS - 3, WEEKS).leave(ben, WEEKS - 12, WEEKS - 9).tree();
    assertEquals(List.of(), tree.signals());
    inControl(tree, company.people);
  }

  @Test
  void aJoinerHasNotEnoughDataAndMovesNoColleague() {
    PersonId joiner = company.joiner("ina", Weekly.EAST, WEEKS - 8);
    ControlTree tree = company.set(joiner, WEEKS - 8, WEEKS, 25).tree();
    assertEquals(
        new Status(Status.Word.NOT_ENOUGH_DATA, "4 of 17 weeks to know what is usual"),
        tree.status(joiner));
    assertEquals(Status.Word.IN_CONTROL, tree.status(Weekly.EAST).word());
    inControl(tree, company.people.subList(0, 8));
  }

  @Test
  void aLeaverIsNotChartedAndMovesNoColleague() {
    PersonId leaver = company.leaver("ivo", Weekly.EAST, WEEKS - 3);
    ControlTree tree = company.tree();
    inControl(tree, company.people.subList(0, 8));
    assertEquals(Status.Word.IN_CONTROL, tree.status(Weekly.EAST).word());
    assertEquals(
        new Status(Status.Word.NOT_ENOUGH_DATA, "stands in no unit on " + company.review),
        tree.status(leaver));
    assertTrue(!tree.charts().containsKey(leaver));
  }

  @Test
  void aMoverIsJudgedWhereSheStandsAndMovesNobody() {
    PersonId mover = company.mover("ina", Weekly.EAST, Weekly.WEST, WEEKS - 3);
    ControlTree tree = company.tree();
    assertEquals(List.of(), tree.signals());
    inControl(tree, List.of(mover));
    inControl(tree, company.people);
  }

  @Test
  void somebodyWhoNeverCountedHasNotEnoughData() {
    PersonId quiet = company.person("ida", Weekly.EAST);
    ControlTree tree = company.set(quiet, 0, WEEKS, 0).tree();
    assertEquals(
        new Status(Status.Word.NOT_ENOUGH_DATA, "nothing counted in the baseline"),
        tree.status(quiet));
    assertEquals(List.of(), tree.signals());
  }

  @Test
  void twoOfThreeIsWatch() {
    ControlTree tree = company.set(ana, WEEKS - 4, WEEKS - 2, 1).tree();
    assertEquals(List.of(ana), owners(tree));
    assertEquals(Rule.TWO_OF_THREE, tree.signals().get(0).rule());
    assertEquals(new Status(Status.Word.WATCH, "meetings"), tree.status(ana));
  }

  @Test
  void baselineEndsFourWeeksBeforeTheReview() {
    for (int weeks : new int[] {4, 20, 21, 29, 30, 31, 60}) {
      Weekly some = new Weekly(weeks);
      PersonId person = some.person("one", Weekly.EAST);
      some.person("two", Weekly.EAST);
      ControlTree tree = some.tree();
      int expected = Math.min(26, weeks - 4);
      assertEquals(expected, tree.baseline());
      assertEquals(Math.min(30, weeks), tree.weeks().size());
      ChartResult chart = tree.charts().get(Weekly.COMPANY);
      if (expected < 17) {
        assertInstanceOf(ChartResult.NotEnoughData.class, chart);
        assertEquals(Status.Word.NOT_ENOUGH_DATA, tree.status(person).word());
        assertEquals(expected + " of 17 weeks to know what is usual", tree.status(person).reason());
      } else {
        ControlChart charted = assertInstanceOf(ControlChart.class, chart);
        assertEquals(4, charted.looks().size());
        assertEquals(expected, charted.baseline());
      }
    }
    assertEquals(0, company.tree(List.of(), company.review).baseline());
  }

  @Test
  void weeksAfterTheReviewArePassedOver() {
    ControlTree earlier = company.tree(company.weeks, company.review.minusWeeks(4));
    assertEquals(company.review.minusWeeks(4), earlier.weeks().get(29).end());
    assertEquals(26, earlier.baseline());
    assertEquals(
        List.of(),
        company
            .set(ana, WEEKS - 4, WEEKS, 0)
            .tree(company.weeks, company.review.minusWeeks(4))
            .signals());
  }

  @Test
  void aMissedWeekLeavesFewerLooks() {
    ControlTree tree = company.tree(company.weeks.subList(0, WEEKS - 1), company.review);
    assertEquals(29, tree.weeks().size());
    assertEquals(26, tree.baseline());
  }
}
