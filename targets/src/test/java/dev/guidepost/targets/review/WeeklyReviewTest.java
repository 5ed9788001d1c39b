package dev.guidepost.targets.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.agreement.Commitments;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.planning.Goals;
import dev.guidepost.targets.planning.Hindsight;
import dev.guidepost.targets.planning.Planner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in a review and how large it is; not how it is worded. */
class WeeklyReviewTest {

  private static WeeklyReview review(
      Firm firm, UnitId unit, List<Target> targets, List<Commitment> commitments) {
    return WeeklyReview.of(
        source(firm.evidence(), targets).commitments(Commitments.of(commitments)).build(), unit);
  }

  private static ReviewSource.Builder source(Evidence evidence, List<Target> targets) {
    return ReviewSource.builder()
        .evidence(evidence)
        .planner(Planner.of(evidence, Goals.of(evidence, targets), .8))
        .board(SignalBoard.of(evidence))
        .addHealth(DataHealth.of(evidence, person -> true, targets.size(), 0, 0).toString())
        .falseAlarmsPerLook(.01);
  }

  private static WeeklyReview review(Firm firm, UnitId unit) {
    return review(firm, unit, List.of(), List.of());
  }

  private static void bounded(WeeklyReview review) {
    String text = review.print();
    assertTrue(text.endsWith("\n"));
    for (String line : text.split("\n", -1)) {
      assertTrue(line.length() <= WeeklyReview.WIDTH, line);
      assertFalse(line.contains("NaN") || line.contains("Infinity"), line);
      assertFalse(line.contains("\r"), line);
    }
    assertEquals(review.heading(), review.toString());
    assertEquals("", review.sections().get(0).title(), "data health comes first");
    for (int i = 1; i < review.sections().size(); i++) {
      assertFalse(review.sections().get(i).title().isBlank());
      assertFalse(review.sections().get(i).lines().isEmpty());
    }
  }

  private static boolean names(WeeklyReview.Section section, String name) {
    return section.lines().stream().anyMatch(line -> line.contains(name));
  }

  @Test
  void refusesPartsOfAnotherDay() {
    Firm firm = SignalBoardTest.withMeetings();
    Evidence now = firm.evidence();
    firm.asOf = Firm.AS_OF.minusWeeks(1);
    Evidence before = firm.evidence();
    ReviewSource.Builder source = source(now, List.of());
    String must = " must be of the evidence as of " + now.asOf() + ", but was as of ";
    Planner stale = Planner.of(before, Goals.of(before, List.of()), .8);
    Expect.rejected("planner" + must + before.asOf(), () -> source.planner(stale).build());
    SignalBoard board = SignalBoard.of(before);
    Expect.rejected(
        "board" + must + before.asOf(), () -> source(now, List.of()).board(board).build());
    Hindsight hindsight = Hindsight.of(before);
    Expect.rejected(
        "hindsight" + must + before.asOf(),
        () -> source(now, List.of()).hindsight(hindsight).build());
  }

  @Test
  void saysNothingOfChanceUnlessToldHowLikelyItIs() {
    Evidence evidence = SignalBoardTest.withMeetings().evidence();
    ReviewSource.Builder source = source(evidence, List.of());
    assertTrue(WeeklyReview.of(source.build(), Firm.EAST).print().contains(" a week by chance"));
    String untold = WeeklyReview.of(source.falseAlarmsPerLook(0).build(), Firm.EAST).print();
    assertFalse(untold.contains("by chance"), untold);
  }

  @Test
  void hasAllSectionsForEachUnit() {
    Firm firm = SignalBoardTest.withMeetings();
    for (UnitId unit : List.of(Firm.COMPANY, Firm.EAST, Firm.WEST)) {
      WeeklyReview review = review(firm, unit);
      bounded(review);
      assertEquals(6, review.sections().size());
      assertEquals(unit, review.unit());
      assertTrue(review.focus().isPresent());
      for (PersonId person : firm.people) {
        boolean east = firm.people.indexOf(person) % 2 == 0;
        boolean member = unit.equals(Firm.COMPANY) || unit.equals(east ? Firm.EAST : Firm.WEST);
        assertEquals(member, names(review.sections().get(2), "Sam " + person.value()));
      }
    }
    Expect.rejected("unit must be one of", () -> review(firm, UnitId.of("nowhere")));
  }

  @Test
  void readsByTheWeeksOfTheCalendar() {
    Firm firm = SignalBoardTest.withMeetings();
    WeeklyReview monday = review(firm, Firm.EAST);
    assertTrue(monday.print().contains("   Mon 2025-"), monday::print);
    assertTrue(monday.print().contains("then fixed until Monday)"), monday::print);
    firm.calendar = FiscalCalendar.retail454();
    WeeklyReview sunday = review(firm, Firm.EAST);
    bounded(sunday);
    assertTrue(sunday.print().contains("   Sun 2025-"), sunday::print);
    assertTrue(sunday.print().contains("then fixed until Sunday)"), sunday::print);
  }

  @Test
  void listsThoseWithAFindingAmongMany() {
    Firm firm = SignalBoardTest.firm();
    for (int i = 6; i < 14; i++) {
      PersonId person = firm.person("p" + i, Firm.EAST);
      for (int week = 0; week < SignalBoardTest.WEEKS; week++) {
        SignalBoardTest.sells(firm, person, week, 3 + (week * 5 + i) % 3);
      }
    }
    PersonId slow = PersonId.of("p8");
    LocalDate from = Firm.START.plusWeeks(SignalBoardTest.WEEKS - 4);
    firm.deals.removeIf(
        deal -> deal.owner().equals(slow) && !deal.opened().orElseThrow().isBefore(from));
    WeeklyReview review = review(firm, Firm.COMPANY);
    bounded(review);
    WeeklyReview.Section agreed = review.sections().get(2);
    assertTrue(names(agreed, "Sam p8"));
    long named =
        firm.people.stream().filter(person -> names(agreed, "Sam " + person + " ")).count();
    assertEquals(1, named, agreed.lines().toString());
    assertEquals(1, agreed.lines().stream().filter(line -> line.contains("13 others")).count());
    assertEquals(slow, review.focus().orElseThrow().person());
    assertTrue(names(review.sections().get(1), "Sam p8"));
  }

  @Test
  void showsWhatWasAgreedAndDone() {
    Firm firm = SignalBoardTest.withMeetings();
    Evidence evidence = firm.evidence();
    List<Commitment> commitments = new ArrayList<>();
    var week = evidence.windows().weeks().get(evidence.windows().weeks().size() - 1);
    for (PersonId person : firm.people) {
      commitments.add(
          Commitment.builder()
              .person(person)
              .agreedWith(PersonId.of("boss"))
              .metric(StandardMetrics.MEETINGS)
              .week(week)
              .count(9)
              .agreedOn(week.start())
              .build());
    }
    List<Target> targets = new ArrayList<>();
    targets.add(Firm.target(evidence, Firm.COMPANY, 60_000));
    firm.people.forEach(person -> targets.add(Firm.target(evidence, person, 10_000)));
    WeeklyReview review = review(firm, Firm.COMPANY, targets, commitments);
    bounded(review);
    long done = 0;
    for (PersonId person : firm.people) {
      long own = evidence.today().sum(person, StandardMetrics.MEETINGS, week).unscaledAt(0);
      done += own;
      assertTrue(names(review.sections().get(2), own + "/9"));
    }
    assertTrue(names(review.sections().get(2), " " + done + "/" + 9 * firm.people.size() + " "));
  }

  @Test
  void saysWhatTheSilentHaveNotDoneAsUnknown() {
    Firm firm = SignalBoardTest.withMeetings();
    PersonId quiet = firm.people.get(1);
    LocalDate from = Firm.START.plusWeeks(SignalBoardTest.WEEKS - 2);
    firm.activities.removeIf(
        activity -> activity.person().equals(quiet) && !activity.on().isBefore(from));
    Evidence evidence = firm.evidence();
    var week = evidence.windows().weeks().get(evidence.windows().weeks().size() - 1);
    Commitment commitment =
        Commitment.builder()
            .person(quiet)
            .agreedWith(PersonId.of("boss"))
            .metric(StandardMetrics.MEETINGS)
            .week(week)
            .count(9)
            .agreedOn(week.start())
            .build();
    WeeklyReview review = review(firm, Firm.WEST, List.of(), List.of(commitment));
    bounded(review);
    assertTrue(names(review.sections().get(2), "-/9"));
    assertFalse(names(review.sections().get(2), " 0/9"));
  }

  @Test
  void staysWithinItsBoundsForAnyNamesAndAmounts() {
    Firm firm = new Firm();
    PersonId odd = PersonId.of("x".repeat(90));
    firm.organisation.person(odd, "Name \n with a break ".repeat(9)).member(odd, Firm.EAST);
    firm.sells(odd, 0, 43, 3, 3, 999_999_999_999L);
    firm.deals.add(
        firm.deal("o", odd)
            .name("Deal of a very long name ".repeat(9))
            .opened(Firm.AS_OF.minusDays(3))
            .build());
    bounded(review(firm, Firm.EAST));
    bounded(review(firm, Firm.COMPANY));
    bounded(review(firm, Firm.WEST));
  }

  @Test
  void takesCompaniesWithHardlyAnyData() {
    Firm undated = new Firm();
    PersonId ana = undated.person("ana", Firm.EAST);
    undated.deals.add(
        undated
            .deal("w", ana)
            .outcome(Outcome.WON)
            .closed(Firm.AS_OF.minusDays(9))
            .amount(Quantity.of(10))
            .build());
    WeeklyReview review = review(undated, Firm.COMPANY);
    bounded(review);
    assertTrue(review.focus().isEmpty());
    Firm one = new Firm();
    one.person("ana", Firm.EAST);
    one.open("o", ana, Firm.AS_OF);
    bounded(review(one, Firm.EAST));
    Firm nobody = new Firm();
    nobody.open("o", PersonId.of("stranger"), Firm.START);
    bounded(review(nobody, Firm.COMPANY));
    Firm allWon = new Firm();
    allWon.seller("ana", Firm.EAST, 2, 1, 100);
    allWon.seller("ben", Firm.EAST, 2, 1, 100);
    bounded(review(allWon, Firm.EAST));
    Firm onlyOneWin = new Firm();
    onlyOneWin.seller("ana", Firm.EAST, 2, 999, 100);
    bounded(review(onlyOneWin, Firm.EAST));
  }

  @Test
  void showsABridgeWhereSomebodyMoved() {
    Firm firm = SignalBoardTest.firm();
    PersonId mover = firm.undeclared("mover");
    firm.organisation.member(mover, Firm.EAST).member(mover, Firm.WEST, Firm.START.plusWeeks(30));
    firm.sells(mover, 0, 43, 3, 3, 1000);
    int plain = review(SignalBoardTest.firm(), Firm.WEST).sections().get(5).lines().size();
    WeeklyReview review = review(firm, Firm.WEST);
    bounded(review);
    assertEquals(plain + 1, review.sections().get(5).lines().size());
  }

  @Test
  void aFallOfEverybodyIsOneLine() {
    Firm firm = SignalBoardTest.firm();
    LocalDate from = Firm.START.plusWeeks(SignalBoardTest.WEEKS - 3);
    firm.deals.removeIf(
        deal ->
            !deal.opened().orElseThrow().isBefore(from) && deal.id().value().hashCode() % 4 != 0);
    for (UnitId unit : List.of(Firm.COMPANY, Firm.EAST)) {
      WeeklyReview review = review(firm, unit);
      bounded(review);
      assertTrue(names(review.sections().get(1), "Company: "), "units below are told");
      for (PersonId person : firm.people) {
        assertFalse(names(review.sections().get(1), "Sam " + person.value()));
      }
    }
  }

  @Test
  void keepsItShortWhereManySignal() {
    Firm firm = SignalBoardTest.withMeetings();
    for (int i = 6; i < 30; i++) {
      firm.meets(firm.person("p" + i, i % 2 == 0 ? Firm.EAST : Firm.WEST), 0, 43, 8, 3);
    }
    for (PersonId person : firm.people.subList(0, 10)) {
      firm.activities.removeIf(
          activity ->
              activity.person().equals(person)
                  && !activity.on().isBefore(Firm.START.plusWeeks(SignalBoardTest.WEEKS - 3)));
    }
    WeeklyReview review = review(firm, Firm.COMPANY);
    bounded(review);
    long owners = SignalBoard.of(firm.evidence()).signals().size();
    assertTrue(owners > 6, owners + " signals");
    assertTrue(review.sections().get(1).lines().size() < 20);
  }

  @Test
  void boundsLinesOfASection() {
    WeeklyReview.Section section = new WeeklyReview.Section("t", List.of("x".repeat(150), "y"));
    for (String line : section.lines()) {
      assertTrue(line.length() <= WeeklyReview.WIDTH);
    }
    assertEquals("y", section.lines().get(section.lines().size() - 1));
    assertEquals("ab  ", Text.column("ab", 4));
    assertEquals("ab..", Text.column("abcdef", 4));
  }

  /** Each deal keeps its own day, all doubts are named, and errors of the rest are called so. */
  @Test
  void saysDaysAndDoubts() {
    Firm firm = SignalBoardTest.withMeetings();
    firm.deals.removeIf(deal -> deal.closed().orElse(Firm.START).isAfter(Firm.AS_OF.minusDays(7)));
    for (PersonId person : firm.people) {
      for (int i = 0; i < 3; i++) {
        firm.open("o" + i + person.value(), person, Firm.AS_OF.minusDays(9 + i));
      }
    }
    Evidence evidence = firm.evidence();
    List<Target> targets = new ArrayList<>();
    firm.people.forEach(person -> targets.add(Firm.target(evidence, person, 30_000)));
    WeeklyReview review = review(firm, Firm.EAST, targets, List.of());
    bounded(review);
    List<String> advance =
        review.sections().get(4).lines().stream()
            .filter(line -> line.startsWith(" advance "))
            .toList();
    assertEquals(1, advance.size(), review::print);
    assertTrue(
        advance.get(0).matches(".*, (Tue|Wed|Thu|Fri)\\. .*, (Wed|Thu|Fri)"), advance.get(0));
    List<String> warnings =
        Planner.of(evidence, Goals.of(evidence, targets), .8)
            .outlook(Firm.EAST)
            .orElseThrow()
            .warnings();
    String text = review.print().replaceAll("\n +", " ");
    for (String warning : warnings) {
      assertTrue(text.contains(warning.replaceFirst(": .*", "")), text);
    }
    assertFalse(warnings.isEmpty());
    assertTrue(review.print().lines().count() <= WeeklyReview.LINES, review::print);
  }
}
