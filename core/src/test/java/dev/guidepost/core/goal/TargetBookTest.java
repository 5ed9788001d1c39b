package dev.guidepost.core.goal;

import static dev.guidepost.core.goal.Sample.ANA;
import static dev.guidepost.core.goal.Sample.BEN;
import static dev.guidepost.core.goal.Sample.DANA;
import static dev.guidepost.core.goal.Sample.Q4;
import static dev.guidepost.core.goal.Sample.amount;
import static dev.guidepost.core.goal.Sample.bookings;
import static dev.guidepost.core.goal.Sample.day;
import static dev.guidepost.core.goal.Sample.period;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.closing.Closing;
import dev.guidepost.core.closing.Closings;
import dev.guidepost.core.id.GoalId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Versions of targets: in effect from a day, known from a day, never rewritten. */
class TargetBookTest {
  private static final Target QUOTA = bookings(ANA, 240_000).build();
  private static final Target LOWER = bookings(ANA, 200_000).build();
  private static final Target HIGHER = bookings(ANA, 250_000).build();
  private static final Target.Key KEY = QUOTA.key();
  private static final TargetBook BOOK =
      TargetBook.EMPTY
          .with(TargetVersion.of(QUOTA, day("2026-09-20"), DANA, "quota"))
          .with(change(LOWER, "2026-11-01", "2026-10-28", "two accounts moved to Ben"))
          .with(change(HIGHER, "2026-10-01", "2026-11-10", "a typing mistake"));

  private static TargetVersion change(Target target, String from, String known, String why) {
    return TargetVersion.builder()
        .target(target)
        .effectiveFrom(day(from))
        .known(day(known))
        .by(DANA)
        .reason(why)
        .build();
  }

  private static String refusal(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  private static Optional<Quantity> read(TargetBook book, String day) {
    return book.find(KEY, day(day)).map(Target::amount);
  }

  @Test
  void readsWhatIsInEffect() {
    assertEquals(Optional.of(amount("250000")), read(BOOK, "2026-10-31"));
    assertEquals(Optional.of(amount("200000")), read(BOOK, "2026-11-01"));
    assertEquals(Optional.of(amount("250000")), read(BOOK, "2026-01-01")); // its first day is meant
    assertEquals(Optional.of(amount("200000")), read(BOOK, "2027-05-01"));
    assertEquals(List.of(LOWER), BOOK.current(day("2026-12-31")));
    assertEquals(List.of(), BOOK.current(day("2027-01-01")));
    assertEquals(List.of(HIGHER), BOOK.targets(day("2026-06-01")));
    assertEquals(Optional.empty(), BOOK.find(bookings(BEN, 1).build().key(), day("2026-11-01")));
  }

  @Test
  void readsWhatWasKnown() {
    assertEquals(Optional.empty(), read(BOOK.asOf(day("2026-09-19")), "2026-11-01"));
    assertEquals(Optional.of(amount("240000")), read(BOOK.asOf(day("2026-10-27")), "2026-11-01"));
    assertEquals(Optional.of(amount("200000")), read(BOOK.asOf(day("2026-10-28")), "2026-11-01"));
    assertEquals(Optional.of(amount("240000")), read(BOOK.asOf(day("2026-11-09")), "2026-10-31"));
    assertEquals(BOOK, BOOK.asOf(LocalDate.MAX));
    assertEquals(
        "[240,000 from 2026-10-01 (dana on 2026-09-20: quota), 200,000 from 2026-11-01 (dana on"
            + " 2026-10-28: two accounts moved to Ben), 250,000 from 2026-10-01 (dana on"
            + " 2026-11-10: a typing mistake)]",
        BOOK.history(KEY).toString());
    assertEquals("1 targets, 3 versions", BOOK.toString());
  }

  @Test
  void isWithdrawnFromADay() {
    TargetBook left =
        BOOK.withdraw(KEY, day("2026-12-01"), day("2026-11-25"), DANA, "Ana moves to service");
    assertEquals(Optional.of(amount("200000")), read(left, "2026-11-30"));
    assertEquals(Optional.empty(), read(left, "2026-12-01"));
    assertEquals(List.of(), left.current(day("2026-12-05")));
    assertEquals(
        "withdrawn from 2026-12-01 (dana on 2026-11-25: Ana moves to service)",
        left.history(KEY).get(3).toString());
    assertEquals(left, TargetBook.of(left.state(), Closings.NONE));
    assertEquals(List.of(KEY), left.keys());
    assertTrue(
        refusal(() -> left.withdraw(KEY, day("2026-12-01"), day("2026-11-26"), DANA, "again"))
            .endsWith("does not on 2026-12-01"));
    assertEquals(
        Optional.empty(),
        read(
            left.withdraw(KEY, day("2026-11-28"), day("2026-11-26"), DANA, "sooner"),
            "2026-11-28"));
    Target.Key none = bookings(BEN, 1).build().key();
    assertTrue(
        refusal(() -> BOOK.withdraw(none, Q4.start(), Q4.start(), DANA, "gone"))
            .contains("must be there to be withdrawn"));
    assertTrue(
        refusal(
                () ->
                    TargetBook.EMPTY.with(
                        new TargetVersion(QUOTA, Q4.start(), Q4.start(), DANA, "gone", true)))
            .contains("must be there to be withdrawn"));
  }

  @Test
  void nothingIsRewritten() {
    assertTrue(
        refusal(() -> BOOK.with(change(QUOTA, "2026-10-01", "2026-11-09", "no")))
            .contains("must be recorded in order"));
    assertTrue(
        refusal(() -> BOOK.with(change(QUOTA, "2026-10-01", "2026-11-10", " ")))
            .contains("must have a reason"));
    assertTrue(
        refusal(() -> change(QUOTA, "2027-01-01", "2026-11-10", "late"))
            .contains("must hold from a day up to 2026-12-31"));
  }

  @Test
  void closedPeriodsStand() {
    Closings q4 = Closings.NONE.with(new Closing(Q4, day("2027-01-05"), DANA));
    TargetBook closed = BOOK.with(q4);
    assertEquals(
        Optional.of(amount("240000")),
        closed
            .with(change(QUOTA, "2026-12-01", "2027-01-05", "in time"))
            .find(KEY, day("2026-12-31"))
            .map(Target::amount));
    assertEquals(
        "target bookings of ana in 2026-Q4 must stay as it was, as 2026-Q4 closed on 2027-01-05 by"
            + " dana, but was to change on 2027-01-06",
        refusal(() -> closed.with(change(QUOTA, "2026-12-01", "2027-01-06", "too late"))));
    TargetBook late = BOOK.with(change(QUOTA, "2026-12-01", "2027-01-06", "too late"));
    assertThrows(IllegalArgumentException.class, () -> late.with(q4));
    assertThrows(IllegalArgumentException.class, () -> TargetBook.of(late.state(), q4));
    // A year goes on while its first quarters are closed, from an open day on only.
    Target year = bookings(ANA, 900_000).period(period("2026")).build();
    Closings q3 = Closings.NONE.with(new Closing(period("2026-Q3"), day("2026-10-05"), DANA));
    TargetBook open =
        TargetBook.EMPTY.with(q3).with(TargetVersion.of(year, day("2025-12-01"), DANA, ""));
    assertTrue(
        refusal(() -> open.with(change(year, "2026-09-30", "2026-10-06", "lower")))
            .startsWith("target bookings of ana in 2026 on 2026-09-30 must stay as it was"));
    assertEquals(
        2, open.with(change(year, "2026-10-01", "2026-10-06", "x")).history(year.key()).size());
  }

  /** A version reaches up to the next one, not only to the end of its first day's quarter. */
  @Test
  void nothingReachesIntoAClosedPeriod() {
    Target year = bookings(ANA, 1_000).period(period("2026")).build();
    Target half = bookings(ANA, 500).period(period("2026")).build();
    Closings q2 = Closings.NONE.with(new Closing(period("2026-Q2"), day("2026-07-05"), DANA));
    TargetBook book =
        TargetBook.EMPTY.with(q2).with(TargetVersion.of(year, day("2025-12-01"), DANA, ""));
    assertEquals(
        "target bookings of ana in 2026 on 2026-04-01 must stay as it was, as 2026-Q2 closed on"
            + " 2026-07-05 by dana, but was to change on 2026-08-01",
        refusal(() -> book.with(change(half, "2026-03-15", "2026-08-01", "less"))));
    assertTrue(
        refusal(
                () ->
                    book.withdraw(
                        year.key(), day("2026-03-15"), day("2026-08-01"), DANA, "he left"))
            .contains("on 2026-04-01 must stay as it was"));
    // Up to the version that holds in the second quarter, the first may still be changed.
    TargetBook second = book.with(change(half, "2026-04-01", "2026-04-02", "less"));
    assertEquals(
        3,
        second
            .with(change(half, "2026-03-15", "2026-08-01", "since March"))
            .history(year.key())
            .size());
    Closings q1 = Closings.NONE.with(new Closing(period("2026-Q1"), day("2026-04-05"), DANA));
    TargetBook early =
        TargetBook.EMPTY.with(q1).with(change(year, "2025-12-01", "2025-12-01", "quota"));
    assertTrue(
        refusal(() -> early.with(change(half, "2025-12-15", "2026-05-01", "less")))
            .contains("on 2026-01-01 must stay as it was"));
    assertTrue(
        refusal(
                () ->
                    early
                        .with(Closings.NONE)
                        .with(change(half, "2025-12-15", "2026-05-01", "less"))
                        .with(q1))
            .contains("on 2026-01-01 must stay as it was"));
  }

  @Test
  void keepsOneHistoryWhenItIsLinkedToAGoal() {
    Target linked = Target.builder().from(HIGHER).goal(GoalId.of("more")).build();
    TargetBook book = BOOK.with(change(linked, "2026-10-01", "2026-11-12", "serves a goal now"));
    assertEquals(4, book.history(KEY).size());
    assertEquals(List.of(linked), book.targets(day("2026-10-31")));
    assertEquals(book, TargetBook.of(book.state(), Closings.NONE));
  }

  /** What only the catalog knows: fewer losses are better, and nothing else has that metric. */
  @Test
  void isHeldAgainstTheCatalog() {
    Target.Builder losses =
        Target.builder().owner(ANA).metric(Sample.LOSSES.id()).period(Q4).amount(amount("35"));
    Target good = losses.threshold(amount("45")).stretch(amount("25")).build();
    assertEquals("losses of ana in 2026-Q4: threshold 45, 35, stretch 25", good.toString());
    TargetBook book = BOOK.with(TargetVersion.of(good, day("2026-09-01"), DANA, ""));
    assertEquals(List.of(), book.misfits(Sample.CATALOG));
    Target turned = losses.threshold(amount("25")).stretch(amount("45")).build();
    Target unknown = bookings(BEN, 1).metric(MetricId.of("unknown")).build();
    Target sliced = bookings(BEN, 1).putScope(Dimension.of("weather"), "fine").build();
    TargetBook bad =
        book.with(change(turned, "2026-10-05", "2026-10-05", "turned"))
            .withdraw(turned.key(), day("2026-10-06"), day("2026-10-06"), DANA, "wrong")
            .with(change(unknown, "2026-10-01", "2026-10-01", "x"))
            .with(change(sliced, "2026-10-01", "2026-10-01", "x"));
    assertEquals(
        List.of(
            "amount of losses of ana in 2026-Q4 must be as good as 25 where lower is better, but"
                + " was 35",
            "scope of bookings {weather=fine} of ben in 2026-Q4 must be by dimensions of the"
                + " catalog, but was by weather",
            "metric of unknown of ben in 2026-Q4 must be in the catalog, but is not"),
        bad.misfits(Sample.CATALOG).stream().map(TargetBook.Misfit::toString).toList());
    assertEquals(turned, bad.misfits(Sample.CATALOG).get(0).version().target());
  }

  @Test
  void takesManyVersionsAtOnce() {
    assertEquals(BOOK, TargetBook.EMPTY.with(BOOK.history(KEY)));
    assertTrue(
        refusal(
                () ->
                    TargetBook.EMPTY.with(
                        List.of(
                            BOOK.history(KEY).get(0),
                            BOOK.history(KEY).get(2),
                            BOOK.history(KEY).get(1))))
            .contains("must be recorded in order"));
  }

  /** A copy of the book for each version took time with the square of them: half a minute. */
  @Test
  void aLargeBookIsRestoredInOneGo() {
    List<TargetVersion> many =
        IntStream.range(0, 20_000)
            .mapToObj(i -> bookings(PersonId.of("p" + i), i).build())
            .map(target -> TargetVersion.of(target, day("2026-09-20"), DANA, ""))
            .toList();
    TargetBook book = TargetBook.EMPTY.with(many);
    assertTimeout(
        Duration.ofSeconds(15),
        () -> assertEquals(book, TargetBook.of(book.state(), Closings.NONE)));
  }

  @Test
  void namesADimensionThatComesTwice() {
    TargetBookState.KeyState key = TargetBookState.KeyState.of(KEY);
    TargetBookState.ScopeState product = new TargetBookState.ScopeState("product", "GTX");
    assertEquals(
        "scope of a target of ana must name a dimension once, but has product twice",
        refusal(
            () ->
                new TargetBookState.KeyState(
                        key.owner(), key.metric(), key.period(), List.of(product, product))
                    .read()));
  }

  @Test
  void comesBackFromItsState() {
    Target full =
        bookings(BEN, 100)
            .threshold(amount("80.5"))
            .stretch(amount("120"))
            .direction(Direction.HIGHER_IS_BETTER)
            .weight(amount("2.5"))
            .goal(GoalId.of("g"))
            .putScope(StandardMetrics.PRODUCT, "GTX")
            .basis(new Target.Derived("by potential"))
            .course(Course.milestones(new Course.Point(day("2026-10-31"), amount("30"))))
            .build();
    TargetBook book =
        BOOK.with(TargetVersion.of(full, day("2026-09-01"), DANA, ""))
            .with(
                TargetVersion.of(
                    bookings(DANA, 1)
                        .course(Course.curve(new Course.Point(day("2026-10-31"), amount("0.3"))))
                        .basis(new Target.Assumed("as last year"))
                        .build(),
                    day("2026-09-01"),
                    DANA,
                    ""))
            .with(
                TargetVersion.of(
                    bookings(ANA, 1).owner(Sample.EAST).course(Course.straightLine()).build(),
                    day("2026-09-01"),
                    DANA,
                    ""));
    TargetBook again = TargetBook.of(book.state(), Closings.NONE);
    assertEquals(book, again);
    assertEquals(book.hashCode(), again.hashCode());
    assertNotEquals(BOOK, book);
    assertNotEquals(
        BOOK, BOOK.with(Closings.NONE.with(new Closing(period("2025"), day("2026-02-01"), DANA))));
    assertFalse(BOOK.equals((Object) "book"));
  }

  @Test
  void refusesStatesThatAreNone() {
    TargetBookState.VersionState kept = BOOK.state().versions().get(0);
    TargetBookState.TargetState target = kept.target();
    assertTrue(refusedWith(kept, target, "declared", "why").contains("must be empty"));
    assertTrue(refusedWith(kept, target, "guessed", "").contains("must be one of"));
    assertTrue(refusedWith(kept, target, "derived", "").contains("how it was computed"));
    for (TargetBookState.CourseState course :
        List.of(
            new TargetBookState.CourseState("zigzag", List.of()),
            new TargetBookState.CourseState(
                "straight line", List.of(new TargetBookState.PointState("2026-10-01", "1"))))) {
      TargetBookState.TargetState bad =
          new TargetBookState.TargetState(
              target.key(),
              target.amount(),
              target.threshold(),
              target.stretch(),
              target.direction(),
              target.weight(),
              List.of(course),
              target.goal(),
              target.basis(),
              target.note());
      assertTrue(refused(kept, bad).contains("course must be milestones"));
    }
  }

  private static String refusedWith(
      TargetBookState.VersionState kept,
      TargetBookState.TargetState target,
      String basis,
      String note) {
    return refused(
        kept,
        new TargetBookState.TargetState(
            target.key(),
            target.amount(),
            target.threshold(),
            target.stretch(),
            target.direction(),
            target.weight(),
            target.course(),
            target.goal(),
            basis,
            note));
  }

  private static String refused(
      TargetBookState.VersionState kept, TargetBookState.TargetState target) {
    TargetBookState state =
        new TargetBookState(
            List.of(
                new TargetBookState.VersionState(
                    target, kept.from(), kept.known(), kept.by(), kept.reason(), false)));
    return refusal(() -> TargetBook.of(state, Closings.NONE));
  }
}
