package dev.guidepost.rollup.attainment;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.rollup.attainment.Acme.ANA;
import static dev.guidepost.rollup.attainment.Acme.AUGUST;
import static dev.guidepost.rollup.attainment.Acme.BEN;
import static dev.guidepost.rollup.attainment.Acme.CEM;
import static dev.guidepost.rollup.attainment.Acme.COMPANY;
import static dev.guidepost.rollup.attainment.Acme.DOT;
import static dev.guidepost.rollup.attainment.Acme.EAST;
import static dev.guidepost.rollup.attainment.Acme.EVE;
import static dev.guidepost.rollup.attainment.Acme.FAY;
import static dev.guidepost.rollup.attainment.Acme.JULY;
import static dev.guidepost.rollup.attainment.Acme.OCTOBER;
import static dev.guidepost.rollup.attainment.Acme.SEPTEMBER;
import static dev.guidepost.rollup.attainment.Acme.WEST;
import static dev.guidepost.rollup.attainment.Acme.book;
import static dev.guidepost.rollup.attainment.Acme.bookings;
import static dev.guidepost.rollup.attainment.Acme.period;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.goal.Assignment;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AttainmentTreeTest {

  private static final UnitId NORTH = UnitId.of("north");

  private static Acme.Feed feed() {
    return new Acme.Feed()
        .with(ANA, AUGUST, BOOKINGS, 400)
        .with(BEN, JULY, BOOKINGS, 60)
        .with(CEM, JULY, BOOKINGS, 30)
        .with(DOT, JULY, BOOKINGS, 20)
        .with(DOT, SEPTEMBER, BOOKINGS, 30)
        .with(EVE, SEPTEMBER, BOOKINGS, 45)
        .with(FAY, JULY, BOOKINGS, 45)
        .with(FAY, SEPTEMBER, BOOKINGS, 45);
  }

  private static AttainmentTree tree(Target... targets) {
    return Attainments.of(
            feed().rollup().periods(List.of(period("2026-Q3"))), book(targets), OCTOBER)
        .of(BOOKINGS, period("2026-Q3"));
  }

  private static final Target[] QUOTAS = {
    bookings(COMPANY, "2026-Q3", 1000),
    bookings(EAST, "2026-Q3", 300),
    bookings(ANA, "2026-Q3", 240),
    bookings(BEN, "2026-Q3", 170),
    bookings(CEM, "2026-Q3", 100),
    bookings(DOT, "2026-Q3", 100),
    bookings(FAY, "2026-Q3", 50)
  };

  /** Dynamics 365's own example: a parent of 300,000 with children of 410,000 (C-A9). */
  @Test
  void whatIsAssignedOverIsSaid() {
    AttainmentTree tree =
        tree(
            bookings(EAST, "2026-Q3", 300_000),
            bookings(ANA, "2026-Q3", 240_000),
            bookings(BEN, "2026-Q3", 170_000));
    AttainmentLine east = tree.at("East");
    assertEquals(Optional.of(Quantity.of(110_000)), east.over());
    assertEquals(Optional.of(Ratio.of(410_000, 300_000)), east.share());
    assertEquals(
        "East (east): 0.2 % (510 of 300,000), short; 410,000 of 300,000 assigned: 110,000 over",
        east.toString());
    assertEquals("0.1 % (510 of 410,000), short", east.assigned().orElseThrow().toString());
    assertTrue(tree.print().contains("110,000 (136.7 %)"), tree.print());
  }

  /** METHODS: an owner counts in the days of the own targets, so that the lines add up. */
  @Test
  void whoHasATargetCountsInItsDaysOnly() {
    Target july = bookings(BEN, "2026-07", 100);
    Acme.Feed feed =
        new Acme.Feed().with(ANA, JULY, BOOKINGS, 50).with(BEN, SEPTEMBER, BOOKINGS, 150);
    AttainmentTree tree =
        Attainments.of(
                feed.rollup().periods(List.of(period("2026-Q3"))),
                book(bookings(ANA, "2026-Q3", 100), july),
                OCTOBER)
            .of(BOOKINGS, period("2026-Q3"));
    assertEquals("25.0 % (50 of 200), short", line(tree, EAST));
    assertEquals(List.of("150 was done outside the days of targets"), tree.at(EAST).notes());
  }

  /** Nobody can tell who is below a unit that is not there: its target would count twice. */
  @Test
  void targetsOfUnitsThatAreNotThereAreLeftOut() {
    Target elsewhere = bookings(UnitId.of("south"), "2026-Q3", 900);
    AttainmentTree tree = tree(elsewhere, bookings(ANA, "2026-Q3", 240));
    assertEquals(Quantity.of(240), tree.at(COMPANY).assignment().orElseThrow().assigned());
    assertEquals(
        List.of(elsewhere), tree.leftOut().stream().map(Assignment.LeftOut::target).toList());
    String reason = tree.leftOut().get(0).reason();
    assertTrue(reason.contains("must be in this tree"), reason);
  }

  /** Dynamics 365's sample: two children of 100 and 200 win 400 each (C-A6). */
  @Test
  void aParentWithoutATargetHasTheSumOfThoseBelow() {
    Target[] targets = {bookings(ANA, "2026-Q3", 100), bookings(BEN, "2026-Q3", 200)};
    Acme.Feed feed =
        new Acme.Feed().with(ANA, AUGUST, BOOKINGS, 400).with(BEN, JULY, BOOKINGS, 400);
    AttainmentTree tree =
        Attainments.of(feed.rollup(), book(targets), OCTOBER).of(BOOKINGS, period("2026-Q3"));
    assertEquals("400.0 % (400 of 100), target reached", line(tree, ANA));
    assertEquals("200.0 % (400 of 200), target reached", line(tree, BEN));
    assertEquals("266.7 % (800 of 300), target reached", line(tree, EAST));
    assertEquals("266.7 % (800 of 300), target reached", line(tree, COMPANY));
    assertTrue(tree.at(EAST).own().isEmpty());
    assertTrue(tree.at(EAST).over().isEmpty());
    assertEquals(
        Optional.of(new Target.Derived("the sum of 2 targets, for 92 of 92 days")),
        tree.at(EAST).assigned().flatMap(all -> all.target()).map(Target::basis));
    assertEquals(Quantity.of(300), tree.at(EAST).assignment().orElseThrow().explain().total());
  }

  private static String line(AttainmentTree tree, PartyId party) {
    return tree.at(party).attainment().orElseThrow().toString();
  }

  @Test
  void aUnitWithATargetStandsForThoseBelowIt() {
    AttainmentTree tree = tree(QUOTAS);
    assertEquals(Quantity.of(510), tree.at(EAST).assignment().orElseThrow().assigned());
    assertEquals( // 300 of the east, 150 of the people of the west
        Quantity.of(450), tree.at(COMPANY).assignment().orElseThrow().assigned());
    assertEquals("67.5 % (675 of 1,000), short", tree.at(COMPANY).own().orElseThrow().toString());
    assertEquals(
        "150.0 % (675 of 450), target reached",
        tree.at(COMPANY).assigned().orElseThrow().toString());
  }

  /** Dot's target counts where she ends; what she did in the east counts there, and for her. */
  @Test
  void whoMovedIsMeasuredByAllThatIsTheirs() {
    AttainmentTree tree = tree(QUOTAS);
    assertEquals("50.0 % (50 of 100), short", line(tree, DOT));
    assertEquals(
        List.of("ana: 400", "ben: 60", "cem: 30", "dot: 20"),
        tree.contributions(EAST).stream().map(Contribution::toString).toList());
    assertEquals(
        List.of("dot: 30", "eve: 45, 45 without a target", "fay: 90"),
        tree.contributions(WEST).stream().map(Contribution::toString).toList());
    assertEquals(List.of(ANA, BEN, CEM), tree.people(EAST)); // Cem left from there
    assertEquals(List.of(DOT, EVE, FAY), tree.people(WEST));
    assertEquals(
        """
        Bookings of East (east), 2026-Q3  target here  counted here  all  attained  of target     no target  note
        Ana (ana)                                 240           400  400   166.7 %  own 240               0
        Ben (ben)                                 170            60   60    35.3 %  own 170               0
        Cem (cem)                                 100            30   30    30.0 %  own 100               0
        Dot (dot)                                   -            20   50    50.0 %  own 100               0  stands elsewhere
        total                                     510           510        100.0 %  assigned 510          0
        own target: East (east): 170.0 % (510 of 300), target reached; 510 of 300 assigned: 210 over
        3 people, 3 with a target; 1 of 3 reached it
        not enough people with a target to tell quartiles: 5 needed
        """,
        tree.print(EAST));
  }

  /** Fay leads the west and sells: her target is hers, and what she sells counts once. */
  @Test
  void aManagerWhoSellsCountsOnce() {
    AttainmentTree tree = tree(bookings(WEST, "2026-Q3", 200), bookings(FAY, "2026-Q3", 50));
    assertEquals("180.0 % (90 of 50), target reached", line(tree, FAY));
    assertEquals("82.5 % (165 of 200), short", line(tree, WEST));
    assertEquals(Quantity.of(50), tree.at(WEST).assignment().orElseThrow().assigned());
    assertEquals(Optional.of(Quantity.of(75)), tree.at(WEST).withoutTarget());
  }

  @Test
  void restatedAllCountsWhereItsOwnerStandsOnTheDate() {
    Attainments attained = Attainments.of(feed().rollup().organisedOn(JULY), book(QUOTAS), OCTOBER);
    AttainmentTree tree = attained.of(BOOKINGS, period("2026-Q3"));
    assertEquals(Quantity.of(610), tree.at(EAST).assignment().orElseThrow().assigned()); // and Dot
    assertEquals(List.of(ANA, BEN, CEM, DOT), tree.people(EAST));
    assertEquals(List.of(EVE), tree.people(Organisation.UNASSIGNED)); // has not joined yet
    assertEquals(JULY, tree.targetsOn());
    assertEquals(
        "Bookings, 2026-Q3, organised on 2026-07-01, targets of 2026-07-01, known on 2026-10-01",
        tree.toString());
    AttainmentTree later =
        Attainments.of(feed().rollup().organisedOn(SEPTEMBER), book(QUOTAS), OCTOBER)
            .of(BOOKINGS, period("2026-Q3"));
    assertEquals(Quantity.of(410), later.at(EAST).assignment().orElseThrow().assigned());
    assertEquals(List.of(CEM), later.people(Organisation.UNASSIGNED)); // has left
  }

  @Test
  void whatStandsWhereThereIsNoTargetOrNobody() {
    AttainmentTree tree = tree(bookings(NORTH, "2026-Q3", 70), bookings(ANA, "2026-Q3", 0));
    assertTrue(tree.at(NORTH).vacant());
    assertFalse(tree.at(EAST).vacant());
    assertFalse(tree.at(Organisation.UNASSIGNED).vacant());
    assertEquals(Sides.TARGET_ONLY, tree.at(NORTH).sides());
    assertEquals(Sides.BOTH, tree.at(ANA).sides());
    assertEquals(Sides.ACTUAL_ONLY, tree.at(BEN).sides());
    assertEquals(Sides.NEITHER, tree.at(Organisation.UNASSIGNED).sides());
    assertEquals("actual only", Sides.ACTUAL_ONLY.toString());
    assertEquals(
        List.of(BEN, CEM, DOT, EVE, FAY),
        tree.lines().stream()
            .filter(line -> line.sides() == Sides.ACTUAL_ONLY)
            .map(AttainmentLine::party)
            .filter(PersonId.class::isInstance)
            .toList());
    assertEquals("Ben (ben): not applicable: no target (60 USD)", tree.at(BEN).toString());
    assertEquals("no percentage of 0 (400 of 0), target reached", line(tree, ANA));
    assertEquals(Optional.of(Quantity.of(110)), tree.at(EAST).withoutTarget());
    assertTrue(tree.print().contains("North (north), vacant"));
    assertTrue(
        tree.print(COMPANY)
            .contains(
                "North (north)                              70             0    0     0.0 %  own 70               0  vacant"),
        tree.print(COMPANY));
  }

  /** A target and facts of people whom the organisation does not know stand on unassigned. */
  @Test
  void strangersAreSeen() {
    PersonId zed = PersonId.of("zed");
    Acme.Feed feed = new Acme.Feed().with(zed, JULY, BOOKINGS, 10).with(WEST, JULY, BOOKINGS, 5);
    AttainmentTree tree =
        Attainments.of(feed.rollup(), book(bookings(zed, "2026-Q3", 40)), OCTOBER)
            .of(BOOKINGS, period("2026-Q3"));
    assertEquals("25.0 % (10 of 40), short", line(tree, Organisation.UNASSIGNED));
    assertEquals("37.5 % (15 of 40), short", line(tree, COMPANY));
    assertTrue(
        tree.print(Organisation.UNASSIGNED)
            .contains(
                "zed                                       40            10    -         -  -                    0  not in the organisation"),
        tree.print(Organisation.UNASSIGNED));
    assertTrue(tree.print(WEST).contains("recorded on the unit"), tree.print(WEST));
    assertEquals(
        List.of("west: 5, 5 without a target"),
        tree.contributions(WEST).stream().map(Contribution::toString).toList());
  }

  /** July and August of Fay: 62 days, held against what she did in them. */
  @Test
  void windowsAddUpAndWhatTheyLeaveOutIsSaid() {
    AttainmentTree tree = tree(bookings(FAY, "2026-07", 50), bookings(FAY, "2026-08", 40));
    AttainmentLine fay = tree.at(FAY);
    assertEquals("50.0 % (45 of 90), short", line(tree, FAY));
    assertEquals(List.of("own targets are for 62 of 92 days"), fay.notes());
    assertEquals(Optional.of(Quantity.of(45)), fay.withoutTarget());
    AttainmentLine west = tree.at(WEST);
    assertEquals("50.0 % (45 of 90), short", line(tree, WEST)); // nobody else sold before September
    assertEquals(List.of("targets below are for 62 of 92 days"), west.notes());
    assertEquals(Optional.of(Quantity.of(120)), west.withoutTarget());
    assertTrue(tree.print().contains("West (west): targets below are for 62 of 92 days"));
  }

  /** August of the west and September of Fay: neither is over or under the other. */
  @Test
  void whatIsForOtherDaysIsNotHeldAgainstEachOther() {
    AttainmentLine west =
        tree(bookings(WEST, "2026-08", 20), bookings(FAY, "2026-09", 30)).at(WEST);
    assertEquals(Optional.empty(), west.over());
    assertEquals(Optional.empty(), west.share());
    assertEquals("0.0 % (0 of 20), short", west.own().orElseThrow().toString());
    assertEquals("400.0 % (120 of 30), target reached", west.assigned().orElseThrow().toString());
    AttainmentLine east = tree(bookings(EAST, "2026-Q3", 20), bookings(ANA, "2026-09", 5)).at(EAST);
    assertEquals(Optional.of(Quantity.of(-15)), east.over()); // the other months are not assigned
  }

  @Test
  void windowsThatTileThePeriodAreOneWhole() {
    Target[] months = {
      Target.builder().from(bookings(FAY, "2026-07", 50)).stretch(Quantity.of(60)).build(),
      Target.builder().from(bookings(FAY, "2026-08", 20)).stretch(Quantity.of(22)).build(),
      Target.builder().from(bookings(FAY, "2026-09", 10)).stretch(Quantity.of(11)).build()
    };
    AttainmentTree tree = tree(months);
    assertEquals("112.5 % (90 of 80), target reached", line(tree, FAY));
    assertEquals(List.of(), tree.at(FAY).notes());
    assertEquals(
        Optional.of(Quantity.of(93)),
        tree.at(FAY).own().flatMap(own -> own.target()).flatMap(Target::stretch));
    months[2] = bookings(FAY, "2026-09", 10);
    assertEquals(
        Optional.empty(),
        tree(months).at(FAY).own().flatMap(own -> own.target()).flatMap(Target::stretch));
  }

  /** Irregular windows that cross the ends of the period do not count, and are named. */
  @Test
  void whatDoesNotAddUpIsLeftOutWithTheReason() {
    AttainmentTree tree =
        tree(
            bookings(ANA, "2026-Q3", 240),
            bookings(ANA, "2026-07", 80),
            bookings(BEN, "2026", 500),
            bookings(EAST, "2026-08", 100));
    assertEquals(Quantity.of(240), tree.at(EAST).assignment().orElseThrow().assigned());
    assertEquals(
        List.of(
            "facts must count once, but bookings of ana in 2026-07 shares days and facts with"
                + " bookings of ana in 2026-Q3, which counts",
            "period of bookings of ben in 2026 must lie in quarter 2026-Q3 [2026-07-01, 2026-10-01),"
                + " but was year 2026 [2026-01-01, 2027-01-01)",
            "targets of east must be for all of 2026-Q3 to stand for those below it, but were for 31"
                + " of 92 days"),
        tree.at(COMPANY).leftOut().stream().map(Assignment.LeftOut::toString).sorted().toList());
    assertEquals(2, tree.at(EAST).leftOut().size());
    assertEquals(3, tree.leftOut().size());
    assertTrue(tree.at(BEN).own().isEmpty());
    assertEquals(3, tree.print().lines().filter(line -> line.startsWith("left out: ")).count());
  }

  @Test
  void onlyTheFirstOfManyLeftOutArePrinted() {
    Target[] targets =
        List.of(ANA, BEN, CEM, DOT, EVE, FAY).stream()
            .map(owner -> bookings(owner, "2026", 10))
            .toArray(Target[]::new);
    assertTrue(tree(targets).print().endsWith("\nand 1 more left out\n"));
  }

  @Test
  void linesAreSortedAndFilteredByStreams() {
    AttainmentTree tree = tree(QUOTAS);
    assertEquals(
        List.of("cem", "ben", "dot", "ana", "fay", "eve"),
        tree.lines().stream()
            .filter(line -> line.party() instanceof PersonId)
            .sorted(AttainmentLine.LOWEST_FIRST)
            .map(line -> line.party().value())
            .collect(Collectors.toList()));
    assertEquals(
        List.of(COMPANY, EAST, WEST, NORTH, Organisation.UNASSIGNED),
        tree.lines().stream().limit(5).map(AttainmentLine::party).toList());
    assertEquals(
        List.of(EAST, WEST),
        tree.lines(Acme.ORGANISATION.subunits(COMPANY, OCTOBER)).stream()
            .filter(line -> line.actual().exact().orElseThrow().signum() > 0)
            .map(AttainmentLine::party)
            .toList());
  }

  /** Sums that overflow on their way and fit in the end are exact. */
  @Test
  void largeAmountsThatCancelAreExact() {
    long large = 90_000_000_000_000_000L; // nine tenths of what fits, in cents
    AttainmentTree tree =
        Attainments.of(
                new Acme.Feed()
                    .with(ANA, JULY, BOOKINGS, large)
                    .with(ANA, AUGUST, BOOKINGS, large)
                    .with(ANA, SEPTEMBER, BOOKINGS, -large)
                    .rollup()
                    .periods(List.of(period("2026-Q3"))),
                book(bookings(ANA, "2026-07", 1)),
                OCTOBER)
            .of(BOOKINGS, period("2026-Q3"));
    assertEquals(
        List.of("ana: 90,000,000,000,000,000"),
        tree.contributions(EAST).stream().map(Contribution::toString).toList());
    assertEquals(Optional.of(Quantity.ZERO), tree.at(EAST).withoutTarget());
  }

  @Test
  void aLeaverStandsWhereHeWasLastAndWhoComesWhereSheBegins() {
    Organisation organisation =
        Organisation.builder(COMPANY, "Acme")
            .unit(EAST, "East", "region", COMPANY)
            .unit(WEST, "West", "region", COMPANY)
            .person(ANA, "Ana")
            .member(ANA, EAST, LocalDate.of(2026, 6, 1), LocalDate.of(2026, 7, 5))
            .member(ANA, WEST, LocalDate.of(2026, 7, 10), LocalDate.of(2026, 7, 20))
            .person(BEN, "Ben")
            .member(BEN, EAST, LocalDate.of(2026, 9, 1))
            .person(CEM, "Cem")
            .member(CEM, EAST, LocalDate.of(2026, 1, 1), JULY)
            .person(DOT, "Dot")
            .build();
    Attainments attained =
        Attainments.of(
            Rollup.of(feed().ledger()).over(organisation),
            book(
                bookings(ANA, "2026-Q3", 1),
                bookings(BEN, "2026-Q3", 2),
                bookings(CEM, "2026-Q3", 4),
                bookings(DOT, "2026-Q3", 8)),
            AUGUST);
    AttainmentTree tree = attained.of(BOOKINGS, period("2026-Q3"));
    assertEquals(List.of(ANA), tree.people(WEST));
    assertEquals(List.of(BEN), tree.people(EAST)); // known in August: she is to come
    assertEquals(List.of(CEM, DOT), tree.people(Organisation.UNASSIGNED));
    assertEquals(
        Quantity.of(12), tree.at(Organisation.UNASSIGNED).assignment().orElseThrow().assigned());
    assertEquals(AUGUST, tree.targetsOn());
  }
}
