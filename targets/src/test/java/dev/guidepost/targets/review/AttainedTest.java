package dev.guidepost.targets.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.agreement.Overrides;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.planning.Goals;
import dev.guidepost.targets.planning.Planner;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was reached so far, and which forecast stands in the place of the computed one. */
class AttainedTest {
  private static final PersonId FIRST = PersonId.of("p0");
  private static final PersonId SECOND = PersonId.of("p2");

  private static Evidence evidence;
  private static SignalBoard board;

  @BeforeAll
  static void gather() {
    evidence = SignalBoardTest.withMeetings().evidence();
    board = SignalBoard.of(evidence);
  }

  private static List<String> lines(List<Target> targets, Overrides overrides) {
    ReviewSource source =
        ReviewSource.builder()
            .evidence(evidence)
            .planner(Planner.of(evidence, Goals.of(evidence, targets), .8))
            .board(board)
            .overrides(overrides)
            .build();
    List<WeeklyReview.Section> sections = WeeklyReview.of(source, Firm.EAST).sections();
    return sections.get(sections.size() - 1).lines();
  }

  private static Quantity booked(PersonId person) {
    return evidence.today().sum(person, StandardMetrics.BOOKINGS, evidence.period());
  }

  private static Target.Builder around(PersonId person, int more) {
    return Target.builder()
        .from(Firm.target(evidence, person, 1))
        .amount(booked(person).plus(Quantity.of(more)));
  }

  @Test
  void saysHowFarTheUnitAndItsPeopleAre() {
    Target own = Firm.target(evidence, Firm.EAST, 1_000_000_000);
    Target beyond = around(FIRST, -2).stretch(booked(FIRST)).build();
    Target almost = around(SECOND, 2).threshold(booked(SECOND)).build();
    Target none = around(PersonId.of("p4"), 5).build();
    List<String> lines = lines(List.of(own, beyond, almost, none), Overrides.NONE);
    List<String> far = lines.stream().filter(line -> line.contains("  so far ")).toList();
    assertEquals(1, far.size(), lines.toString());
    assertTrue(far.get(0).startsWith(" 2025-Q4  so far 0."), far.get(0));
    String whole = String.join(" ", lines).replaceAll(" +", " ");
    assertTrue(
        whole.contains(
            " of 1,000,000,000) on day 34 of 92; reached by its people: 1 threshold, 1 stretch"),
        whole);
    assertTrue(
        lines(List.of(almost), Overrides.NONE)
            .contains(
                " 2025-Q4  so far without a target of the unit; reached by its people: 1 threshold"));
  }

  @Test
  void nobodyIsShortBeforeThePeriodIsOver() {
    Target own = Target.builder().from(around(FIRST, 1).build()).owner(Firm.EAST).build();
    String far =
        lines(List.of(own), Overrides.NONE).stream()
            .filter(line -> line.contains("  so far "))
            .findFirst()
            .orElseThrow();
    assertTrue(far.contains(", target reached") || !far.contains("reached"), far);
    List<String> none = lines(List.of(around(FIRST, 5).build()), Overrides.NONE);
    assertTrue(none.stream().noneMatch(line -> line.contains("short")), none.toString());
  }

  @Test
  void saysNothingOfWhatNobodySet() {
    assertTrue(
        lines(List.of(), Overrides.NONE).stream().noneMatch(line -> line.contains(" so far ")));
    Target turned =
        around(FIRST, 5).threshold(Quantity.of(900_000_000)).stretch(Quantity.of(1)).build();
    assertTrue(
        lines(List.of(turned), Overrides.NONE).stream()
            .noneMatch(line -> line.contains(" so far ")));
  }

  @Test
  void showsAnOverriddenForecastBesideTheComputedOne() {
    Target own = Firm.target(evidence, Firm.EAST, 9_000);
    Overrides.Subject forecast =
        new Overrides.Subject(
            Overrides.Figure.FORECAST, Firm.EAST, StandardMetrics.BOOKINGS, evidence.period());
    List<String> shown = lines(List.of(own), overridden(forecast, evidence.review()));
    List<String> found = shown.stream().filter(line -> line.contains("overridden")).toList();
    assertEquals(1, found.size(), shown.toString());
    assertTrue(found.get(0).startsWith(" 2025-Q4  overridden: 125k, computed "), found.get(0));
    assertTrue(
        found.get(0).endsWith(", by Sam p0 on 2025-11-03: Kelso signs in January"), found.get(0));
    assertTrue(
        lines(List.of(own), overridden(forecast, evidence.review().plusDays(1))).stream()
            .noneMatch(line -> line.contains("overridden")));
  }

  private static Overrides overridden(Overrides.Subject subject, LocalDate on) {
    return Overrides.NONE.with(
        new Overrides.Entry(
            subject, Optional.of(Quantity.of(125_000)), FIRST, "Kelso signs in January", on));
  }
}
