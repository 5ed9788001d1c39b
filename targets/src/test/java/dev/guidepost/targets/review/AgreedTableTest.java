package dev.guidepost.targets.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.agreement.Commitments;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.coverage.Cover;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.planning.Goals;
import dev.guidepost.targets.planning.Planner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table by name: a column for each metric agreed on, and the row of the unit. */
class AgreedTableTest {
  private static final PersonId BOSS = PersonId.of("boss");
  private static final PersonId FIRST = PersonId.of("p0");
  private static final PersonId SECOND = PersonId.of("p2");
  private static final Period LAST_WEEK = FiscalCalendar.calendarYear().period("2025-W44");
  private static final MetricId MEETINGS = StandardMetrics.MEETINGS;
  private static final MetricId OPPORTUNITIES = StandardMetrics.OPPORTUNITIES;
  private static final MetricId CALLS = StandardMetrics.CALLS;
  private static final MetricId CLOSED = StandardMetrics.CLOSED;

  private static Evidence plain;

  @BeforeAll
  static void gather() {
    plain = SignalBoardTest.withMeetings().evidence();
  }

  private static Commitment agreed(PersonId person, MetricId metric, int count) {
    return new Commitment(person, BOSS, metric, LAST_WEEK, count, LAST_WEEK.start());
  }

  private static WeeklyReview review(
      Evidence evidence, List<Target> targets, Commitment... commitments) {
    WeeklyReview review =
        WeeklyReview.of(
            ReviewSource.builder()
                .evidence(evidence)
                .planner(Planner.of(evidence, Goals.of(evidence, targets), .8))
                .board(SignalBoard.of(evidence))
                .commitments(Commitments.of(List.of(commitments)))
                .build(),
            Firm.EAST);
    review.print().lines().forEach(line -> assertTrue(line.length() <= WeeklyReview.WIDTH, line));
    assertTrue(review.print().lines().count() <= WeeklyReview.LINES, review::print);
    return review;
  }

  private static WeeklyReview review(Commitment... commitments) {
    return review(plain, List.of(), commitments);
  }

  private static long done(Evidence evidence, PartyId party, MetricId metric) {
    return evidence.today().sum(party, metric, LAST_WEEK).unscaledAt(0);
  }

  @Test
  void nothingAgreedHasNoColumn() {
    TableReader table = new TableReader(review());
    assertEquals(List.of(), table.agreed());
    assertTrue(table.titles().startsWith("proposed now"), table.titles());
  }

  @Test
  void oneMetricHasOneColumn() {
    TableReader table = new TableReader(review(agreed(FIRST, MEETINGS, 9)));
    assertEquals(List.of("meetings"), table.agreed());
    String own = done(plain, FIRST, MEETINGS) + "/9";
    assertEquals(own, table.cell("Sam p0", "meetings"));
    assertEquals("-", table.cell("Sam p2", "meetings"));
    assertEquals(own, table.cell("East", "meetings"));
    assertTrue(table.titles().startsWith("done/agreed  "), table.titles());
  }

  @Test
  void manyOfOneActivityHideNothingOfAnother() {
    int meetings = (int) done(plain, FIRST, MEETINGS);
    WeeklyReview review =
        review(
            agreed(FIRST, OPPORTUNITIES, 1),
            agreed(FIRST, MEETINGS, meetings + 9),
            agreed(SECOND, MEETINGS, 1));
    TableReader table = new TableReader(review);
    assertEquals(List.of("meetings", "opps"), table.agreed(), "activities first");
    assertEquals(meetings + "/" + (meetings + 9), table.cell("Sam p0", "meetings"));
    assertEquals(done(plain, FIRST, OPPORTUNITIES) + "/1", table.cell("Sam p0", "opps"));
    assertEquals("-", table.cell("Sam p2", "opps"));
    assertEquals("-", table.cell("Sam p4", "meetings"));
    long both = meetings + done(plain, SECOND, MEETINGS);
    assertEquals(both + "/" + (meetings + 10), table.cell("East", "meetings"));
    assertEquals(1, review.owed().size(), "the reason of one that was missed");
  }

  @Test
  void threeMetricsStandUnderOneTitle() {
    TableReader table =
        new TableReader(
            review(
                agreed(FIRST, MEETINGS, 9),
                agreed(FIRST, OPPORTUNITIES, 4),
                agreed(FIRST, CLOSED, 2),
                agreed(SECOND, OPPORTUNITIES, 5)));
    assertEquals(List.of("meetings", "opps", "closed"), table.agreed());
    assertTrue(table.titles().startsWith("last week done/agreed  proposed now"), table.titles());
    long both = done(plain, FIRST, OPPORTUNITIES) + done(plain, SECOND, OPPORTUNITIES);
    assertEquals(both + "/9", table.cell("East", "opps"));
  }

  @Test
  void aFourthIsNamedInTheTitle() {
    WeeklyReview review =
        review(
            agreed(FIRST, MEETINGS, 9),
            agreed(FIRST, OPPORTUNITIES, 4),
            agreed(FIRST, CALLS, 20),
            agreed(SECOND, MEETINGS, 9),
            agreed(SECOND, OPPORTUNITIES, 4),
            agreed(SECOND, CLOSED, 2),
            agreed(PersonId.of("p4"), CALLS, 20));
    assertEquals(List.of("calls", "meetings", "opps"), new TableReader(review).agreed());
    assertEquals(
        "AGREED, DONE, NEXT  (by name, not ranked; agreed too, without a column: closed)",
        review.sections().get(2).title());
    assertTrue(
        review.sections().get(2).lines().contains(" Not counted: Sam p2 2 closed"), review::print);
    assertFalse(new TableReader(review()).titles().contains("column"));
  }

  @Test
  void whatCannotBeCountedVanishesNowhere() {
    WeeklyReview review =
        review(
            agreed(FIRST, StandardMetrics.ACCOUNTS_WON, 900),
            agreed(SECOND, StandardMetrics.WIN_RATE, 1),
            agreed(PersonId.of("p4"), MetricId.of("unknown"), 3),
            agreed(FIRST, MEETINGS, 900));
    TableReader table = new TableReader(review);
    assertEquals(List.of("meetings", "win-rate", "accoun.."), table.agreed());
    assertEquals("-/900", table.cell("Sam p0", "accoun.."));
    assertEquals("-/1", table.cell("Sam p2", "win-rate"));
    assertEquals("-", table.cell("East", "win-rate"));
    assertTrue(review.sections().get(2).title().contains(": unknown)"), review::print);
    assertTrue(
        review.sections().get(2).lines().stream()
            .anyMatch(line -> line.startsWith(" Not counted: Sam p0 900 accounts-won; Sam p2 1 ")),
        review::print);
  }

  /** Nobody knows what the silent did, but of deals there are records. */
  @Test
  void whoseRecordsStoppedIsLeftOutOfTheSumOfActivities() {
    Firm firm = SignalBoardTest.withMeetings();
    LocalDate from = Firm.START.plusWeeks(SignalBoardTest.WEEKS - 2);
    firm.activities.removeIf(
        activity -> activity.person().equals(SECOND) && !activity.on().isBefore(from));
    Evidence evidence = firm.evidence();
    List<Target> targets = List.of(Firm.target(evidence, Firm.EAST, 30_000));
    WeeklyReview review =
        review(
            evidence,
            targets,
            agreed(FIRST, MEETINGS, 9),
            agreed(SECOND, MEETINGS, 9),
            agreed(SECOND, OPPORTUNITIES, 4));
    TableReader table = new TableReader(review);
    assertEquals("-/9", table.cell("Sam p2", "meetings"));
    assertEquals(done(evidence, SECOND, OPPORTUNITIES) + "/4", table.cell("Sam p2", "opps"));
    assertEquals(done(evidence, FIRST, MEETINGS) + "/9", table.cell("East", "meetings"));
    assertEquals(table.cell("Sam p2", "opps"), table.cell("East", "opps"));
  }

  private static String section(WeeklyReview review) {
    return String.join(" ", review.sections().get(2).lines()).replaceAll(" +", " ");
  }

  @Test
  void theUnitHasItsOwnCoverAndChances() {
    Firm firm = SignalBoardTest.withMeetings();
    for (PersonId person : firm.people) {
      firm.open("o" + person, person, Firm.AS_OF.minusDays(9));
    }
    Evidence evidence = firm.evidence();
    List<Target> targets = new ArrayList<>(List.of(Firm.target(evidence, Firm.EAST, 30_000)));
    Stream.of(FIRST, SECOND).forEach(one -> targets.add(Firm.target(evidence, one, 9_000)));
    Planner planner = Planner.of(evidence, Goals.of(evidence, targets), .8);
    WeeklyReview review = review(evidence, targets, agreed(FIRST, MEETINGS, 9));
    TableReader table = new TableReader(review);
    Cover cover = planner.cover(Firm.EAST).orElseThrow();
    assertEquals(
        String.format(Locale.ROOT, "%.1fx", cover.now().multiple().orElseThrow()),
        table.cell("East", "now"));
    assertEquals(
        String.format(Locale.ROOT, "%.1fx", cover.need().multiple().orElseThrow()),
        table.cell("East", "need"));
    assertTrue(table.row("East").contains(" % "), table.row("East"));
    assertTrue(table.row("East").endsWith(" of 3 signal"), table.row("East"));
    assertTrue(section(review).contains("East stands against 30,000"), review::print);
    WeeklyReview none = review(evidence, targets.subList(1, 3));
    assertTrue(none.print().contains("live cover"), none::print);
  }

  @Test
  void aUnitWithoutAGoalSaysWhyItHasNoCover() {
    Firm firm = SignalBoardTest.withMeetings();
    firm.open("o", FIRST, Firm.AS_OF.minusDays(9));
    Evidence evidence = firm.evidence();
    Period other = FiscalCalendar.calendarYear().period("2026-Q1");
    List<Target> targets = new ArrayList<>();
    targets.add(Firm.target(evidence, FIRST, 9_000));
    targets.add(
        Target.builder().from(Firm.target(evidence, Firm.EAST, 30_000)).period(other).build());
    WeeklyReview review = review(evidence, targets);
    TableReader table = new TableReader(review);
    assertEquals("-", table.cell("East", "need"));
    assertTrue(section(review).contains("East has no goal to cover"), review::print);
  }

  /**
   * Who left is not in the table, who joined is; leave changes neither what was agreed nor done.
   */
  @Test
  void takesLeaversJoinersAndLeave() {
    Firm firm = SignalBoardTest.withMeetings();
    PersonId left = firm.undeclared("left");
    firm.organisation.member(left, Firm.EAST, Firm.START, LAST_WEEK.end());
    PersonId joined = firm.undeclared("joined");
    firm.organisation.member(joined, Firm.EAST, LAST_WEEK.start());
    firm.meets(left, 30, SignalBoardTest.WEEKS, 8, 3).meets(joined, 42, 43, 4, 3);
    firm.leave.put(SECOND, List.of(LAST_WEEK));
    Evidence evidence = firm.evidence();
    WeeklyReview review =
        review(
            evidence,
            List.of(),
            agreed(left, MEETINGS, 8),
            agreed(joined, MEETINGS, 5),
            agreed(SECOND, MEETINGS, 7));
    TableReader table = new TableReader(review);
    assertFalse(section(review).contains("Sam left"), review::print);
    long own = done(evidence, joined, MEETINGS);
    assertEquals(own + "/5", table.cell("Sam joined", "meetings"));
    long away = done(evidence, SECOND, MEETINGS);
    assertEquals(away + "/7", table.cell("Sam p2", "meetings"));
    assertEquals((own + away) + "/12", table.cell("East", "meetings"));
  }
}
