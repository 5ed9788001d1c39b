package dev.guidepost.targets.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.agreement.Commitments;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.planning.Goals;
import dev.guidepost.targets.planning.Planner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom to talk with, whose data to put right, whom to praise. */
class BriefTest {

  private final Firm firm = SignalBoardTest.withMeetings();

  private Brief brief(List<Commitment> commitments, UnitId unit) {
    Evidence evidence = firm.evidence();
    return Brief.of(
        ReviewSource.builder()
            .evidence(evidence)
            .planner(Planner.of(evidence, Goals.of(evidence, List.of()), .8))
            .board(SignalBoard.of(evidence))
            .commitments(Commitments.of(commitments))
            .build(),
        unit);
  }

  private static List<PersonId> people(List<Brief.Line> lines) {
    return lines.stream().map(Brief.Line::person).toList();
  }

  @Test
  void whoWorksAsUsualIsSaidToo() {
    Brief brief = brief(List.of(), Firm.COMPANY);
    assertEquals(
        "Sam p0, Sam p1, Sam p2, Sam p3, Sam p4, Sam p5 nothing unusual", brief.toString());
    assertEquals(3, brief(List.of(), Firm.EAST).usual().size());
    Expect.rejected("must", () -> brief(List.of(), UnitId.of("nowhere")));
  }

  @Test
  void everybodyStandsInOneList() {
    LocalDate from = Firm.START.plusWeeks(SignalBoardTest.WEEKS - 4);
    PersonId quick = firm.people.get(3);
    for (int week = SignalBoardTest.WEEKS - 4; week < SignalBoardTest.WEEKS; week++) {
      SignalBoardTest.sells(firm, quick, week, 12);
    }
    PersonId slow = firm.people.get(1);
    firm.deals.removeIf(
        deal -> deal.owner().equals(slow) && !deal.opened().orElseThrow().isBefore(from));
    PersonId quiet = firm.people.get(2);
    firm.activities.removeIf(
        activity -> activity.person().equals(quiet) && !activity.on().isBefore(from));
    PersonId steady = firm.people.get(4);
    List<Commitment> commitments = new ArrayList<>();
    for (int back = 1; back <= 6; back++) {
      LocalDate monday = LocalDate.of(2025, 11, 3).minusWeeks(back);
      commitments.add(
          new Commitment(
              steady,
              PersonId.of("boss"),
              StandardMetrics.MEETINGS,
              FiscalCalendar.calendarYear().period(Grain.WEEK, monday),
              back == 6 ? 99 : 2,
              monday));
    }
    Brief brief = brief(commitments, Firm.COMPANY);
    assertEquals(List.of(slow), people(brief.talk()));
    assertEquals(List.of(quiet), people(brief.fix()));
    assertEquals(List.of(quick, steady), people(brief.praise()));
    assertEquals(2, brief.usual().size());
    assertTrue(brief.toString().startsWith("talk: Sam p1 (opportunities "), brief::toString);
    assertTrue(
        brief
            .toString()
            .endsWith(
                "; fix data: Sam p2; praise: Sam p3 (opportunities up), Sam p4 (kept 5 weeks);"
                    + " Sam p0, Sam p5 nothing unusual"),
        brief::toString);
  }

  @Test
  void manyAreCounted() {
    for (int i = 6; i < 10; i++) {
      firm.seller("p" + i, Firm.EAST, 3, 3, 900);
      firm.meets(firm.people.get(i), 0, SignalBoardTest.WEEKS, 8, 3);
    }
    assertTrue(brief(List.of(), Firm.COMPANY).toString().contains(" and 4 more nothing unusual"));
    firm.organisation.unit(UnitId.of("empty"), "Empty", "team", Firm.COMPANY);
    assertEquals("nobody stands in this unit", brief(List.of(), UnitId.of("empty")).toString());
  }
}
