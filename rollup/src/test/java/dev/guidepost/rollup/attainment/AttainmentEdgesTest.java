package dev.guidepost.rollup.attainment;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.LIVE_PIPELINE;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static dev.guidepost.core.metric.StandardMetrics.WIN_RATE;
import static dev.guidepost.rollup.attainment.Acme.ANA;
import static dev.guidepost.rollup.attainment.Acme.BEN;
import static dev.guidepost.rollup.attainment.Acme.CEM;
import static dev.guidepost.rollup.attainment.Acme.COMPANY;
import static dev.guidepost.rollup.attainment.Acme.DOT;
import static dev.guidepost.rollup.attainment.Acme.EAST;
import static dev.guidepost.rollup.attainment.Acme.EVE;
import static dev.guidepost.rollup.attainment.Acme.FAY;
import static dev.guidepost.rollup.attainment.Acme.JULY;
import static dev.guidepost.rollup.attainment.Acme.OCTOBER;
import static dev.guidepost.rollup.attainment.Acme.WEST;
import static dev.guidepost.rollup.attainment.Acme.book;
import static dev.guidepost.rollup.attainment.Acme.bookings;
import static dev.guidepost.rollup.attainment.Acme.period;
import static dev.guidepost.rollup.attainment.Acme.target;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.goal.Assignment;
import dev.guidepost.core.goal.Attainment;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.goal.TargetBook;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.Reporter;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Where it is easy to say too much: what is not known, has no share, or is placed elsewhere. */
class AttainmentEdgesTest {

  private static final Period Q3 = period("2026-Q3");
  private static final LocalDate LAST = LocalDate.of(2026, 9, 30);

  private static AttainmentTree tree(Acme.Feed feed, MetricId metric, Target... targets) {
    return Attainments.of(feed.rollup().periods(List.of(Q3)), book(targets), OCTOBER)
        .of(metric, Q3);
  }

  private static String message(Executable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  /** Ana's snapshot alone reads as if the east had reached its target; nobody knows about Ben. */
  @Test
  void aUnitIsNotJudgedWhileSomeHaveNotReported() {
    Acme.Feed feed =
        new Acme.Feed().with(ANA, LAST, LIVE_PIPELINE, 30).with(FAY, LAST, LIVE_PIPELINE, 12);
    AttainmentTree tree =
        tree(
            feed,
            LIVE_PIPELINE,
            target(EAST, LIVE_PIPELINE, "2026-Q3", 20).build(),
            target(ANA, LIVE_PIPELINE, "2026-Q3", 20).build());
    AttainmentLine east = tree.at(EAST);
    assertTrue(east.own().orElseThrow().level().isEmpty());
    assertEquals(
        "not enough data: not all reported: 30 deals (1 of 2 reported) (unknown of 20)",
        east.own().orElseThrow().toString());
    assertEquals(List.of("not reported by Ben (ben)"), east.notes());
    assertTrue(east.assigned().orElseThrow().level().isEmpty());
    assertEquals("150.0 % (30 of 20), target reached", tree.at(ANA).own().orElseThrow().toString());
    assertTrue(tree.at(WEST).notes().isEmpty()); // nothing is asked of it
    assertTrue(tree.print().contains("\nEast (east): not reported by Ben (ben)\n"), tree.print());
    assertTrue(tree.print(EAST).contains("unknown"), tree.print(EAST));
  }

  @Test
  void ofManyWhoDidNotReportSomeAreNamed() {
    Organisation.Builder organisation = Organisation.builder(COMPANY, "Acme");
    for (int i = 1; i <= 7; i++) {
      PersonId person = PersonId.of("p" + i);
      organisation.person(person, "p" + i).member(person, COMPANY);
    }
    Acme.Feed feed = new Acme.Feed().with(PersonId.of("p1"), LAST, LIVE_PIPELINE, 1);
    AttainmentTree tree =
        Attainments.of(
                Rollup.of(feed.ledger()).over(organisation.build()),
                book(target(COMPANY, LIVE_PIPELINE, "2026-Q3", 1).build()),
                OCTOBER)
            .of(LIVE_PIPELINE, Q3);
    assertEquals(
        List.of("not reported by p2, p3, p4, p5, p6 and 1 more"), tree.at(COMPANY).notes());
  }

  /** A row says which target its share is of: Dot's own is not one of the east. */
  @Test
  void aRowSaysWhichTargetItIsHeldAgainst() {
    Acme.Feed feed = new Acme.Feed().with(ANA, JULY, BOOKINGS, 40).with(DOT, JULY, BOOKINGS, 10);
    AttainmentTree tree =
        tree(
            feed,
            BOOKINGS,
            bookings(EAST, "2026-08", 30),
            bookings(ANA, "2026-Q3", 80),
            bookings(DOT, "2026-Q3", 20));
    assertEquals(
        """
        Bookings of Acme (acme), 2026-Q3  target here  counted here  all  attained  of target     no target  note
        East (east)                                80            50   50     0.0 %  own 30                0  own targets are for 31 of 92 days
        West (west)                                20             0    0     0.0 %  assigned 20           0
        North (north)                               -             0    0         -  -                     0  vacant
        unassigned                                  -             0    0         -  -                     0
        total                                     100            50         50.0 %  assigned 100          0
        left out: targets of east must be for all of 2026-Q3 to stand for those below it, but were for 31 of 92 days
        """,
        first(7, tree.print(COMPANY)));
  }

  private static String first(int lines, String text) {
    return text.lines().limit(lines).map(line -> line + "\n").collect(Collectors.joining());
  }

  @Test
  void aTargetOf0HasNoShareButIsReachedOrNot() {
    Acme.Feed feed = new Acme.Feed().with(ANA, JULY, BOOKINGS, 40).with(BEN, JULY, BOOKINGS, -5);
    AttainmentTree tree =
        tree(
            feed,
            BOOKINGS,
            bookings(EAST, "2026-Q3", 0),
            bookings(ANA, "2026-Q3", 0),
            bookings(BEN, "2026-Q3", 0),
            bookings(CEM, "2026-Q3", 0),
            bookings(DOT, "2026-Q3", 0),
            bookings(FAY, "2026-Q3", 10));
    assertEquals(
        "no percentage of 0 (40 of 0), target reached",
        tree.at(ANA).own().orElseThrow().toString());
    assertEquals(
        "no percentage of 0 (-5 of 0), short", tree.at(BEN).own().orElseThrow().toString());
    String[] rows = tree.print(EAST).split("\n", -1);
    assertTrue(rows[1].matches("Ana \\(ana\\) .* reached  own 0 .*"), rows[1]);
    assertTrue(rows[2].matches("Ben \\(ben\\) .* short  own 0 .*"), rows[2]);
    assertFalse(tree.print().contains("unknown"), tree.print());
    assertFalse(tree.print().contains("(-)"), tree.print());
    assertEquals(
        """
        6 people, 5 with a target; 3 of 5 reached it
        not enough shares to tell quartiles: 5 needed, and a target of 0 or an unknown amount has none
        """,
        first(2, tree.distribution(COMPANY).print()));
  }

  private static final UnitId ALL = UnitId.of("all");
  private static final UnitId CHAIR = UnitId.of("chair");
  private static final UnitId DESK = UnitId.of("desk");

  private static Attainments products() {
    Acme.Feed feed =
        new Acme.Feed()
            .with(ANA, JULY, BOOKINGS, Quantity.of(60), "chair")
            .with(BEN, JULY, BOOKINGS, Quantity.of(40), "desk")
            .with(DESK, JULY, BOOKINGS, Quantity.of(7), "chair") // a unit of that name sells, too
            .with(ANA, JULY, BOOKINGS, Quantity.of(3), "");
    Organisation tree =
        Organisation.builder(ALL, "All")
            .unit(CHAIR, "Chair", "product", ALL)
            .unit(DESK, "Desk", "product", ALL)
            .build();
    TargetBook book =
        book(
            bookings(CHAIR, "2026-Q3", 50),
            bookings(DESK, "2026-07", 20),
            bookings(ANA, "2026-Q3", 10),
            bookings(BEN, "2026-Q3", 10));
    return Attainments.of(
        Rollup.of(feed.ledger()).over(tree, PRODUCT).periods(List.of(Q3)), book, OCTOBER);
  }

  /** Facts placed by their products stand with these, whoever sold them. */
  @Test
  void inATreeOfProductsTargetsAreThoseOfProducts() {
    AttainmentTree tree = products().of(BOOKINGS, Q3);
    assertEquals(Optional.of(Quantity.ZERO), tree.at(CHAIR).withoutTarget());
    assertEquals(Optional.of(Quantity.ZERO), tree.at(DESK).withoutTarget());
    assertEquals(Optional.of(Quantity.of(3)), tree.at(ALL).withoutTarget());
    assertEquals(Optional.of(Quantity.of(3)), tree.at(Organisation.UNASSIGNED).withoutTarget());
    assertEquals(
        List.of("chair: 67"), tree.contributions(CHAIR).stream().map(Object::toString).toList());
    assertEquals(
        List.of("chair: 67", "desk: 40", "unassigned: 3, 3 without a target"),
        tree.contributions(ALL).stream().map(Object::toString).toList());
    assertEquals(
        "134.0 % (67 of 50), target reached", tree.at(CHAIR).own().orElseThrow().toString());
    assertEquals(List.of(), tree.people(ALL));
    assertTrue(tree.print(CHAIR).contains("placed here by product"), tree.print(CHAIR));
    assertFalse(tree.print(CHAIR).contains("people"), tree.print(CHAIR));
    assertTrue(
        tree.print(ALL).contains("\n2 units, 2 with a target; 2 of 2 reached it\n"),
        tree.print(ALL));
    assertEquals(
        List.of(
            "owner of bookings of ana in 2026-Q3 must be a unit, as facts are placed by product, but"
                + " is a person",
            "owner of bookings of ben in 2026-Q3 must be a unit, as facts are placed by product, but"
                + " is a person"),
        tree.leftOut().stream().map(Assignment.LeftOut::reason).sorted().toList());
  }

  /** A window that crosses the end of the period, and a phase beside its whole. */
  @Test
  void aLineNamesTheOwnTargetsThatDoNotCount() {
    AttainmentTree tree =
        tree(
            new Acme.Feed().with(FAY, JULY, BOOKINGS, 40),
            BOOKINGS,
            bookings(FAY, "2026-07", 20),
            bookings(FAY, "2026", 100),
            bookings(COMPANY, "2026-Q3", 80),
            bookings(COMPANY, "2026-08", 30));
    assertEquals(
        List.of(
            "period of bookings of fay in 2026 must lie in quarter 2026-Q3 [2026-07-01, 2026-10-01),"
                + " but was year 2026 [2026-01-01, 2027-01-01)"),
        tree.at(FAY).leftOut().stream().map(Assignment.LeftOut::reason).toList());
    assertEquals(
        "Fay (fay): 200.0 % (40 of 20), target reached; 1 left out; own targets are for 31 of 92"
            + " days",
        tree.at(FAY).toString());
    assertEquals(
        List.of(
            "facts must count once, but bookings of acme in 2026-08 shares days and facts with"
                + " bookings of acme in 2026-Q3, which counts",
            tree.at(FAY).leftOut().get(0).reason()),
        tree.at(COMPANY).leftOut().stream().map(Assignment.LeftOut::reason).toList());
    assertEquals(2, tree.leftOut().size());
  }

  /** July says nothing of the quarter's rate, and the line says so. */
  @Test
  void aRateOfOtherDaysIsNamed() {
    Target july = target(BEN, WIN_RATE, "2026-07", 1).build();
    Target quarter = target(EVE, WIN_RATE, "2026-Q3", 1).build();
    AttainmentTree tree = tree(new Acme.Feed(), WIN_RATE, july, quarter);
    assertEquals(
        List.of(
            "period of win-rate of ben in 2026-07 must be quarter 2026-Q3 [2026-07-01, 2026-10-01),"
                + " as win-rate does not add up, but was month 2026-07 [2026-07-01, 2026-08-01)"),
        tree.at(BEN).leftOut().stream().map(Assignment.LeftOut::reason).toList());
    assertEquals(List.of(), tree.at(EVE).leftOut());
    assertEquals(1, tree.leftOut().size());
  }

  /** What somebody is held to in spite of all is his own, though it is no part of the sum. */
  @Test
  void anOwnTargetThatIsNotAddedUpStillCountsForItsOwner() {
    Target odd =
        Target.builder()
            .from(bookings(ANA, "2026-Q3", 8))
            .direction(Direction.parse("lower is better"))
            .build();
    AttainmentTree tree = tree(new Acme.Feed().with(ANA, JULY, BOOKINGS, 9), BOOKINGS, odd);
    assertEquals(List.of(), tree.at(ANA).leftOut());
    assertEquals(Optional.of(Attainment.Level.SHORT), tree.at(ANA).own().orElseThrow().level());
    assertEquals(1, tree.at(EAST).leftOut().size());
  }

  @Test
  void whereThereIsNothingToMeasureItIsSaid() {
    assertEquals(
        "there must be a period to measure, of a target known on 2026-01-01 or given by"
            + " Rollup.periods, but there was neither",
        message(
            () ->
                Attainments.of(
                    new Acme.Feed().rollup(),
                    book(bookings(ANA, "2026-Q3", 4)),
                    LocalDate.of(2026, 1, 1))));
  }

  /** Whoever keeps a unit from being judged is named, also who stands in no unit or has moved. */
  @Test
  void whoeverIsMissingIsNamed() {
    Organisation organisation =
        Organisation.builder(COMPANY, "Acme")
            .unit(EAST, "East", "region", COMPANY)
            .unit(WEST, "West", "region", COMPANY)
            .person(ANA, "Ana")
            .member(ANA, EAST)
            .member(ANA, WEST, Acme.AUGUST)
            .person(CEM, "Cem")
            .member(CEM, WEST)
            .person(EVE, "Eve")
            .build();
    Acme.Feed feed =
        new Acme.Feed().with(ANA, JULY, LIVE_PIPELINE, 9).with(CEM, LAST, LIVE_PIPELINE, 4);
    AttainmentTree tree =
        Attainments.of(
                Rollup.of(feed.ledger()).over(organisation),
                book(
                    target(COMPANY, LIVE_PIPELINE, "2026-Q3", 8).build(),
                    target(WEST, LIVE_PIPELINE, "2026-Q3", 8).build()),
                OCTOBER)
            .of(LIVE_PIPELINE, Q3);
    assertEquals(List.of("not reported by Eve (eve)"), tree.at(COMPANY).notes());
    assertEquals(List.of("reported from another place by Ana (ana)"), tree.at(WEST).notes());
  }

  @Test
  void unitsThatDidNotReportAreNamed() {
    MetricId heads = MetricId.of("heads");
    LedgerWriter writer =
        new LedgerWriter(
            Acme.CATALOG.with(
                Metric.builder()
                    .from(Acme.CATALOG.metric(LIVE_PIPELINE))
                    .id(heads)
                    .name("Heads")
                    .reportedBy(Reporter.UNITS)
                    .build()));
    try (Batch batch = writer.batch("heads", OCTOBER)) {
      batch.row("1").by(EAST).on(LAST).put(heads, 9);
      batch.row("2").by(WEST).on(JULY.minusDays(1)).put(heads, 2);
      batch.commit();
    }
    AttainmentTree tree =
        Attainments.of(
                Rollup.of(writer.snapshot()).over(Acme.ORGANISATION),
                book(target(COMPANY, heads, "2026-Q3", 8).build()),
                OCTOBER)
            .of(heads, Q3);
    assertEquals(List.of("not reported by West (west)"), tree.at(COMPANY).notes());
  }

  /** On September 10 Cem is still there, and Eve is not yet expected. */
  @Test
  void whileAPeriodRunsThoseReportWhoStandThereNow() {
    LocalDate now = LocalDate.of(2026, 9, 10);
    Organisation organisation =
        Organisation.builder(COMPANY, "Acme")
            .unit(EAST, "East", "region", COMPANY)
            .unit(WEST, "West", "region", COMPANY)
            .person(ANA, "Ana")
            .member(ANA, EAST)
            .person(CEM, "Cem")
            .member(CEM, WEST)
            .leave(CEM, LocalDate.of(2026, 9, 20))
            .person(EVE, "Eve")
            .member(EVE, EAST, LocalDate.of(2026, 9, 25))
            .build();
    Acme.Feed feed = new Acme.Feed().with(ANA, JULY, LIVE_PIPELINE, Quantity.of(9), "", now);
    Attainments attained =
        Attainments.of(
            Rollup.of(feed.ledger()).over(organisation),
            book(
                target(EAST, LIVE_PIPELINE, "2026-Q3", 8).build(),
                target(WEST, LIVE_PIPELINE, "2026-Q3", 8).build()),
            now);
    AttainmentTree tree = attained.of(LIVE_PIPELINE, Q3);
    assertEquals("112.5 % (9 of 8), target reached", tree.at(EAST).own().orElseThrow().toString());
    assertEquals(List.of("not reported by Cem (cem)"), tree.at(WEST).notes());
    assertEquals(
        List.of(), tree.cube().missing(LIVE_PIPELINE, Q3, LAST).apply(WEST).stream().toList());
    assertTrue(attained.gaps(EAST, Exposure.CALENDAR_DAYS).get(0).attainment().reached());
  }

  /** Five of fifteen have a share: the others have targets of 0, and reached them. */
  @Test
  void quartilesSayOfHowManyTheyAre() {
    Organisation.Builder organisation = Organisation.builder(COMPANY, "Acme");
    Acme.Feed feed = new Acme.Feed();
    Target[] targets = new Target[15];
    for (int i = 0; i < targets.length; i++) {
      PersonId person = PersonId.of("p" + i);
      organisation.person(person, "p" + i).member(person, COMPANY);
      feed.with(person, JULY, WINS, i < 10 ? 1 : (i == 14 ? 100 : 7));
      targets[i] = target(person, WINS, "2026-Q3", i < 10 ? 0 : 10).build();
    }
    AttainmentTree tree =
        Attainments.of(Rollup.of(feed.ledger()).over(organisation.build()), book(targets), OCTOBER)
            .of(WINS, Q3);
    assertTrue(
        tree.print()
            .contains(
                "276.0 % together, but half of the 5 of its 15 people with a share are at 70.0 % or"
                    + " less; one brings"),
        tree.print());
    assertEquals(5, tree.distribution(COMPANY).shares());
    assertTrue(
        tree.distribution(COMPANY)
            .print()
            .contains("\nof the 5 whose target and amount give a share, half are at 70.0 % of"),
        tree.distribution(COMPANY).print());
  }

  /** Nobody has a target for either part, which only together fit 64 bits. */
  @Test
  void whatNobodyHadATargetForMayBeLargeOnTheWay() {
    long large = 9_000_000_000_000_000L;
    Acme.Feed feed = new Acme.Feed();
    for (int i = 0; i < 10; i++) {
      PersonId person = List.of(FAY, EVE).get(i % 2);
      feed.with(person, Acme.SEPTEMBER, BOOKINGS, large);
      feed.with(WEST, Acme.SEPTEMBER, BOOKINGS, -large);
    }
    feed.with(FAY, Acme.SEPTEMBER, BOOKINGS, large).with(EVE, Acme.SEPTEMBER, BOOKINGS, large);
    AttainmentTree tree = tree(feed, BOOKINGS, bookings(ANA, "2026-Q3", 5));
    assertEquals(Optional.of(Quantity.of(2 * large)), tree.at(WEST).withoutTarget());
  }
}
