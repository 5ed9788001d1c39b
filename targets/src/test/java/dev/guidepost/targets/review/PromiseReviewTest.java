package dev.guidepost.targets.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.agreement.Agreement;
import dev.guidepost.core.agreement.Agreements;
import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.agreement.Commitments;
import dev.guidepost.core.agreement.Miss;
import dev.guidepost.core.agreement.Terms;
import dev.guidepost.core.clarity.ClarityFinding;
import dev.guidepost.core.clarity.ClarityReport;
import dev.guidepost.core.clarity.ClarityRule;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.measure.Measuring;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.planning.Goals;
import dev.guidepost.targets.planning.Planner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a review says of promises and of clarity, and that it says nothing where nothing is. */
class PromiseReviewTest {
  private static final PersonId BOSS = PersonId.of("boss");
  private static final PersonId EASTERN = PersonId.of("p0");
  private static final PersonId WESTERN = PersonId.of("p1");
  private static final PersonId SECOND = PersonId.of("p2");
  private static final LocalDate REVIEW = Firm.AS_OF.plusDays(3);
  private static final LocalDate OCTOBER_6 = LocalDate.of(2025, 10, 6);
  private static final Period Q4 = FiscalCalendar.calendarYear().period("2025-Q4");
  private static final Period LAST_WEEK = FiscalCalendar.calendarYear().period("2025-W44");
  private static final Period THIS_WEEK = FiscalCalendar.calendarYear().period("2025-W45");

  private static Evidence evidence;
  private static Planner planner;
  private static SignalBoard board;

  @BeforeAll
  static void gather() {
    evidence = SignalBoardTest.withMeetings().evidence();
    planner = Planner.of(evidence, Goals.of(evidence, List.of()), .8);
    board = SignalBoard.of(evidence);
    assertEquals(REVIEW, evidence.review());
  }

  private static ReviewSource.Builder source() {
    return ReviewSource.builder().evidence(evidence).planner(planner).board(board);
  }

  private static WeeklyReview review(ReviewSource.Builder source, UnitId unit) {
    WeeklyReview review = WeeklyReview.of(source.build(), unit);
    for (String line : review.print().split("\n", -1)) {
      assertTrue(line.length() <= WeeklyReview.WIDTH, line);
    }
    return review;
  }

  /** The lines that start with a word, in one piece again; all lines of the table for none. */
  private static List<String> lines(WeeklyReview review, String... words) {
    List<String> whole = new ArrayList<>();
    for (String line : review.sections().get(2).lines()) {
      if (line.startsWith(" ".repeat(10)) && !whole.isEmpty()) {
        whole.add(whole.remove(whole.size() - 1) + " " + line.strip());
      } else {
        whole.add(line);
      }
    }
    return whole.stream()
        .filter(line -> List.of(words).stream().anyMatch(word -> line.startsWith(" " + word)))
        .toList();
  }

  private static Commitment meetings(PersonId person, Period week, int count) {
    return commitment(person, StandardMetrics.MEETINGS, week, count);
  }

  private static Commitment commitment(PersonId person, MetricId metric, Period week, int count) {
    return new Commitment(person, BOSS, metric, week, count, week.start());
  }

  private static Terms amount(PartyId owner, long amount) {
    return new Terms.Amount(
        new Target.Key(owner, StandardMetrics.BOOKINGS, Q4, Map.of()), Quantity.of(amount));
  }

  private static Agreement offer(PersonId by, PersonId to, PartyId owner, long amount) {
    return Agreement.propose(by, to, OCTOBER_6, amount(owner, amount), "as last year");
  }

  @Test
  void showsNothingOfWhatTheSourceDoesNotHave() {
    WeeklyReview review = review(source(), Firm.COMPANY);
    assertEquals(
        List.of(),
        lines(review, "Missed", "Answer", "Reason", "This week", "Unclear", "Not checked"));
    assertEquals(List.of(), review.results());
    assertEquals(List.of(), review.owed());
    assertEquals(List.of(), review.unclear());
  }

  @Test
  void namesWhoMustAnswerWhom() {
    Agreement countered =
        offer(BOSS, EASTERN, EASTERN, 260_000)
            .counter(
                EASTERN, OCTOBER_6.plusDays(1), amount(EASTERN, 240_000), "two accounts moved");
    Agreements agreements =
        Agreements.NONE
            .with(countered)
            .with(offer(BOSS, WESTERN, WESTERN, 99_000))
            .with(offer(BOSS, PersonId.of("head"), Firm.EAST, 700_000))
            .with(offer(BOSS, SECOND, SECOND, 80_000).agree(SECOND, OCTOBER_6));
    WeeklyReview east = review(source().agreements(agreements), Firm.EAST);
    assertEquals(
        List.of(
            new Owed(
                PersonId.of("head"),
                Owed.Kind.ANSWER,
                BOSS,
                "bookings 2025-Q4 of East: 700,000 (as last year)",
                OCTOBER_6),
            new Owed(
                BOSS,
                Owed.Kind.ANSWER,
                EASTERN,
                "bookings 2025-Q4 of Sam p0: 240,000 (two accounts moved)",
                OCTOBER_6.plusDays(1))),
        east.owed());
    assertEquals(
        "boss owes p0 since 2025-10-07: bookings 2025-Q4 of Sam p0: 240,000 (two accounts moved)",
        east.owed().get(1).toString());
    assertEquals(
        List.of(
            " Answer owed: head to boss since 2025-10-06 on bookings 2025-Q4 of East: 700,000 (as"
                + " last year)",
            " Answer owed: boss to Sam p0 since 2025-10-07 on bookings 2025-Q4 of Sam p0: 240,000"
                + " (two accounts moved)"),
        lines(east, "Answer owed"));
    WeeklyReview west = review(source().agreements(agreements), Firm.WEST);
    assertEquals(List.of(WESTERN), west.owed().stream().map(Owed::who).toList());
    assertEquals(
        List.of(
            " Answer owed: Sam p1 to boss since 2025-10-06 on bookings 2025-Q4: 99,000 (as last"
                + " year)"),
        lines(west, "Answer owed"));
    assertEquals(3, review(source().agreements(agreements), Firm.COMPANY).owed().size());
  }

  @Test
  void readsAgreementsAsTheyWereOnTheDayOfTheReview() {
    Agreement later = offer(BOSS, EASTERN, EASTERN, 260_000).agree(EASTERN, REVIEW.plusDays(1));
    Agreement unheard =
        Agreement.propose(SECOND, BOSS, REVIEW.plusDays(1), amount(SECOND, 1), "new");
    WeeklyReview review =
        review(source().agreements(Agreements.NONE.with(later).with(unheard)), Firm.COMPANY);
    assertEquals(List.of(EASTERN), review.owed().stream().map(Owed::who).toList());
  }

  @Test
  void namesMetricsAndWeeksThatWait() {
    Agreement metrics =
        Agreement.propose(
            EASTERN,
            BOSS,
            OCTOBER_6,
            new Terms.Metrics(EASTERN, Q4, Set.of(StandardMetrics.MEETINGS)),
            "what I can act on");
    Agreement week =
        Agreement.propose(
            BOSS,
            SECOND,
            REVIEW,
            new Terms.Week(SECOND, THIS_WEEK, Map.of(StandardMetrics.MEETINGS, 6)),
            "new accounts");
    WeeklyReview review =
        review(source().agreements(Agreements.NONE.with(metrics).with(week)), Firm.EAST);
    assertEquals(
        List.of(
            "metrics 2025-Q4 of Sam p0: [meetings] (what I can act on)",
            "week 2025-W45: {meetings=6} (new accounts)"),
        review.owed().stream().map(Owed::what).toList());
  }

  @Test
  void asksOnceForTheReasonOfWhatWasMissed() {
    Commitment kept = meetings(EASTERN, LAST_WEEK, 1);
    Commitment missed = meetings(WESTERN, LAST_WEEK, 90);
    Commitment told = meetings(SECOND, LAST_WEEK, 80);
    long done = evidence.today().sum(SECOND, StandardMetrics.MEETINGS, LAST_WEEK).unscaledAt(0);
    Commitments commitments =
        Commitments.of(List.of(kept, missed, told, meetings(EASTERN, THIS_WEEK, 5)))
            .explained(
                new Miss(
                    SECOND,
                    StandardMetrics.MEETINGS,
                    LAST_WEEK,
                    Miss.Reason.TIME,
                    "a tender",
                    LAST_WEEK.end()),
                done);
    WeeklyReview review = review(source().commitments(commitments), Firm.COMPANY);
    assertEquals(
        List.of(kept, missed, told),
        review.results().stream().map(Commitments.Result::commitment).toList());
    assertEquals(
        List.of(Owed.Kind.REASON, Owed.Kind.WORK), review.owed().stream().map(Owed::kind).toList());
    assertEquals(WESTERN, review.owed().get(0).who());
    assertTrue(review.owed().get(0).what().endsWith("/90 meetings"));
    assertEquals("5 meetings", review.owed().get(1).what());
    assertEquals(
        List.of(" Missed: Sam p2 meetings " + done + "/80 (time: a tender)"),
        lines(review, "Missed"));
    long few = evidence.today().sum(WESTERN, StandardMetrics.MEETINGS, LAST_WEEK).unscaledAt(0);
    assertEquals(
        List.of(
            " Reason owed: Sam p1 " + few + "/90 meetings",
            " This week: Sam p0, with boss: 5 meetings"),
        lines(review, "Reason owed", "This week"));
  }

  @Test
  void takesSeveralActivitiesOfOneWeekTogether() {
    Commitments commitments =
        Commitments.of(
            List.of(
                meetings(EASTERN, THIS_WEEK, 5),
                commitment(EASTERN, StandardMetrics.CALLS, THIS_WEEK, 30)));
    assertEquals(
        List.of(" This week: Sam p0, with boss: 30 calls, 5 meetings"),
        lines(review(source().commitments(commitments), Firm.EAST), "This week"));
  }

  @Test
  void namesSixAndCountsTheOthers() {
    Agreements agreements = Agreements.NONE;
    for (int i = 0; i < 8; i++) {
      agreements =
          agreements.with(
              Agreement.propose(
                  BOSS,
                  EASTERN,
                  OCTOBER_6.plusDays(i),
                  new Terms.Metrics(
                      EASTERN,
                      Period.custom(OCTOBER_6, OCTOBER_6.plusDays(1 + i)),
                      Set.of(StandardMetrics.WINS)),
                  "day " + i));
    }
    WeeklyReview review = review(source().agreements(agreements), Firm.EAST);
    assertEquals(8, review.owed().size());
    List<String> answers = lines(review, "Answer owed");
    assertEquals(7, answers.size());
    assertEquals(" Answer owed: and 2 more", answers.get(6));
  }

  private static ClarityFinding finding(PartyId party, int number) {
    return new ClarityFinding(
        ClarityRule.TOO_MANY_RESULT_GOALS, party, number + " result goals", "keep 3");
  }

  private static ClarityReport.Unchecked unchecked(String why, PartyId... parties) {
    return new ClarityReport.Unchecked(ClarityRule.OVER_CAPACITY, why, Set.of(parties));
  }

  @Test
  void namesSixForWhomItWasNotChecked() {
    PartyId[] all = evidence.people().toArray(PartyId[]::new);
    assertEquals(6, all.length);
    PartyId[] more = Arrays.copyOf(all, 8);
    more[6] = Firm.EAST;
    more[7] = Firm.WEST;
    ClarityReport report =
        new ClarityReport(
            REVIEW,
            List.of(),
            List.of(
                unchecked("nobody said how many hours there are", more),
                unchecked("nobody said what the goals are")));
    assertEquals(
        List.of(
            " Not checked: over-capacity: nobody said how many hours there are (East, Sam p0, Sam"
                + " p1, Sam p2, Sam p3, Sam p4 and 2 more); over-capacity: nobody said what the"
                + " goals are"),
        lines(review(source().clarity(report), Firm.COMPANY), "Not checked"));
  }

  @Test
  void refusesWhatWasHardToFollowOnAnotherDay() {
    ClarityReport old = new ClarityReport(LocalDate.of(2024, 1, 1), List.of(), List.of());
    assertEquals(
        "clarity must be of the day of the review, 2025-11-03, but was of 2024-01-01",
        assertThrows(IllegalArgumentException.class, () -> source().clarity(old).build())
            .getMessage());
  }

  @Test
  void aReasonGivenAfterTheReviewIsStillOwed() {
    Commitment missed = meetings(WESTERN, LAST_WEEK, 90);
    Miss late =
        new Miss(
            WESTERN,
            StandardMetrics.MEETINGS,
            LAST_WEEK,
            Miss.Reason.TIME,
            "a tender",
            REVIEW.plusDays(1));
    Commitments commitments = Commitments.of(List.of(missed)).explained(late, 0);
    WeeklyReview review = review(source().commitments(commitments), Firm.WEST);
    assertEquals(List.of(Owed.Kind.REASON), review.owed().stream().map(Owed::kind).toList());
    assertEquals(List.of(), lines(review, "Missed"));
    assertEquals(Optional.empty(), review.results().get(0).miss());
  }

  @Test
  void weeksMayStartOnAnotherDay() {
    Period sunday =
        new Period(
            Grain.WEEK, LAST_WEEK.start().minusDays(1), LAST_WEEK.end().minusDays(1), "Sunday");
    long done =
        Measuring.of(evidence.today().ledger(), FiscalCalendar.calendarYear())
            .measure(StandardMetrics.MEETINGS, List.of(EASTERN), sunday)
            .value(0)
            .orElseThrow()
            .longValueExact();
    Commitments commitments = Commitments.of(List.of(meetings(EASTERN, sunday, 90)));
    WeeklyReview review = review(source().commitments(commitments), Firm.EAST);
    assertEquals(done + "/90", new TableReader(review).cell("Sam p0", "meetings"));
    Period before = FiscalCalendar.calendarYear().previous(LAST_WEEK);
    assertEquals(
        List.of(),
        review(
                source().commitments(Commitments.of(List.of(meetings(EASTERN, before, 90)))),
                Firm.EAST)
            .results());
  }

  @Test
  void showsWhatIsHardToFollowToWhomItConcerns() {
    ClarityReport report =
        new ClarityReport(
            REVIEW,
            List.of(
                finding(Firm.COMPANY, 1),
                finding(Firm.EAST, 2),
                finding(EASTERN, 4),
                finding(WESTERN, 5),
                finding(UnitId.of("elsewhere"), 6)),
            List.of(
                unchecked("nobody said how many hours there are", EASTERN, WESTERN),
                unchecked("nobody said how many hours calls take", WESTERN)));
    WeeklyReview east = review(source().clarity(report), Firm.EAST);
    assertEquals(
        List.of(Firm.EAST, EASTERN), east.unclear().stream().map(ClarityFinding::party).toList());
    assertEquals(
        List.of(
            " Unclear: East: 2 result goals -> keep 3 [too-many-result-goals]",
            " Unclear: Sam p0: 4 result goals -> keep 3 [too-many-result-goals]",
            " Not checked: over-capacity: nobody said how many hours there are (Sam p0)"),
        lines(east, "Unclear", "Not checked"));
    WeeklyReview company = review(source().clarity(report), Firm.COMPANY);
    assertEquals(4, company.unclear().size());
  }

  @Test
  void saysThatItLookedAndHowMuchMoreThereIs() {
    ClarityReport clear = new ClarityReport(REVIEW, List.of(), List.of());
    assertEquals(
        List.of(" Unclear: nothing found that makes goals hard to follow"),
        lines(review(source().clarity(clear), Firm.EAST), "Unclear"));
    List<ClarityFinding> many =
        List.of(1, 2, 3, 4, 5, 6, 7, 8).stream().map(i -> finding(EASTERN, i)).toList();
    List<String> lines =
        lines(
            review(source().clarity(new ClarityReport(REVIEW, many, List.of())), Firm.EAST),
            "Unclear");
    assertEquals(7, lines.size());
    assertEquals(" Unclear: and 2 more", lines.get(6));
  }
}
