package dev.guidepost.rollup.attainment;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.GROSS_MARGIN;
import static dev.guidepost.core.metric.StandardMetrics.LIVE_PIPELINE;
import static dev.guidepost.core.metric.StandardMetrics.LOSSES;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static dev.guidepost.core.metric.StandardMetrics.WIN_RATE;
import static dev.guidepost.rollup.attainment.Acme.ANA;
import static dev.guidepost.rollup.attainment.Acme.AUGUST;
import static dev.guidepost.rollup.attainment.Acme.BEN;
import static dev.guidepost.rollup.attainment.Acme.CEM;
import static dev.guidepost.rollup.attainment.Acme.COMPANY;
import static dev.guidepost.rollup.attainment.Acme.EAST;
import static dev.guidepost.rollup.attainment.Acme.FAY;
import static dev.guidepost.rollup.attainment.Acme.JULY;
import static dev.guidepost.rollup.attainment.Acme.OCTOBER;
import static dev.guidepost.rollup.attainment.Acme.SEPTEMBER;
import static dev.guidepost.rollup.attainment.Acme.book;
import static dev.guidepost.rollup.attainment.Acme.bookings;
import static dev.guidepost.rollup.attainment.Acme.period;
import static dev.guidepost.rollup.attainment.Acme.target;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.goal.Assignment;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.goal.TargetBook;
import dev.guidepost.core.goal.TargetVersion;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Rollup;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class AttainmentsTest {

  private static final Period Q3 = period("2026-Q3");

  private static AttainmentTree tree(Acme.Feed feed, MetricId metric, Target... targets) {
    return Attainments.of(feed.rollup().periods(List.of(Q3)), book(targets), OCTOBER)
        .of(metric, Q3);
  }

  private static String line(AttainmentTree tree, PartyId party) {
    return tree.at(party).attainment().orElseThrow().toString();
  }

  @Test
  void factsAndTargetsAreThoseOfOneKnownDay() {
    Acme.Feed feed =
        new Acme.Feed()
            .with(ANA, JULY, BOOKINGS, Quantity.of(10), "", JULY)
            .with(ANA, AUGUST, BOOKINGS, Quantity.of(20), "", SEPTEMBER);
    Target quota = bookings(ANA, "2026-Q3", 100);
    TargetBook book =
        book(quota)
            .with(
                TargetVersion.builder()
                    .target(Target.builder().from(quota).amount(Quantity.of(50)).build())
                    .effectiveFrom(AUGUST)
                    .known(SEPTEMBER)
                    .by(FAY)
                    .reason("two accounts moved")
                    .build());
    Attainments before = Attainments.of(feed.rollup(), book, AUGUST);
    assertEquals("10.0 % (10 of 100), short", line(before.of(BOOKINGS, Q3), ANA));
    assertEquals(AUGUST, before.known());
    assertEquals(1, before.targets().history(quota.key()).size());
    assertEquals(AUGUST, before.of(BOOKINGS, Q3).known());
    Attainments after = Attainments.of(feed.rollup(), book, SEPTEMBER);
    Rollup early = feed.rollup().viewing(facts -> facts.known(JULY));
    assertTrue(early.ledger().knowsAll(AUGUST)); // nothing came until September
    assertTrue(
        refusal(() -> Attainments.of(early, book, SEPTEMBER))
            .startsWith("ledger must have all that was known on 2026-09-01, as the targets do"));
    assertEquals("60.0 % (30 of 50), short", line(after.of(BOOKINGS, Q3), ANA));
    assertEquals("1 targets, 2 versions, known on 2026-09-01", after.toString());
    AttainmentTree restated =
        Attainments.of(feed.rollup().organisedOn(JULY), book, SEPTEMBER).of(BOOKINGS, Q3);
    assertEquals("30.0 % (30 of 100), short", line(restated, ANA)); // in effect from August on
  }

  @Test
  void whatIsWithdrawnLaterStillHeldThen() {
    Target quota = bookings(ANA, "2026-Q3", 100);
    TargetBook book =
        book(quota).withdraw(quota.key(), SEPTEMBER, AUGUST, FAY, "leads the team from then on");
    Rollup rollup = new Acme.Feed().with(ANA, JULY, BOOKINGS, 10).rollup();
    assertTrue(Attainments.of(rollup, book, AUGUST).of(BOOKINGS, Q3).at(ANA).own().isPresent());
    assertTrue(Attainments.of(rollup, book, OCTOBER).of(BOOKINGS, Q3).at(ANA).own().isEmpty());
    assertTrue(
        Attainments.of(rollup.organisedOn(AUGUST), book, OCTOBER)
            .of(BOOKINGS, Q3)
            .at(ANA)
            .own()
            .isPresent());
  }

  /** C-R1: 183 of 582 and 12 of 48 are 195 of 630, whatever the rates of the two are. */
  @Test
  void aRateIsThatOfItsSumsAndItsTargetsAreNotAddedUp() {
    Acme.Feed feed =
        new Acme.Feed()
            .with(ANA, JULY, WINS, 183)
            .with(ANA, JULY, LOSSES, 399)
            .with(BEN, JULY, WINS, 12)
            .with(BEN, JULY, LOSSES, 36);
    // closed deals are a metric of their own in the catalog
    feed.with(ANA, JULY, MetricId.of("closed"), 582).with(BEN, JULY, MetricId.of("closed"), 48);
    Target east = target(EAST, WIN_RATE, "2026-Q3", 1).amount(Quantity.parse("0.30")).build();
    Target ana = target(ANA, WIN_RATE, "2026-Q3", 1).amount(Quantity.parse("0.32")).build();
    Target july = target(BEN, WIN_RATE, "2026-07", 1).amount(Quantity.parse("0.2")).build();
    AttainmentTree tree = tree(feed, WIN_RATE, east, ana, july);
    assertEquals("103.2 % (0.309523809 of 0.3), target reached", line(tree, EAST));
    assertEquals("98.3 % (0.314432989 of 0.32), short", line(tree, ANA));
    assertTrue(tree.at(EAST).assignment().isEmpty());
    assertTrue(tree.at(COMPANY).attainment().isEmpty());
    assertTrue(tree.at(BEN).own().isEmpty()); // July says nothing of the quarter
    assertTrue(tree.at(EAST).withoutTarget().isEmpty());
    assertEquals(
        "win-rate must add up over people for targets to be added up, but is \"wins / closed\","
            + " good where higher is better",
        tree.notAdded().orElseThrow());
    assertTrue(tree.print().contains("win-rate must add up"), tree.print());
    assertEquals(
        """
        Win rate of East (east), 2026-Q3               actual  attained  of target   note
        Ana (ana)                         31.4 % (183 of 582)    98.3 %  own 32.0 %
        Ben (ben)                           25.0 % (12 of 48)         -  -
        Cem (cem)                                  - (0 of 0)         -  -
        East (east)                       31.0 % (195 of 630)   103.2 %  own 30.0 %
        3 people, 1 with a target; 0 of 1 reached it
        not enough people with a target to tell quartiles: 5 needed
        """,
        tree.print(EAST));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> tree.contributions(EAST));
    assertEquals(
        "metric must be a sum to be made of contributions, but win-rate is \"wins / closed\"",
        refused.getMessage());
  }

  @Test
  void snapshotsAddUpOverPeopleAndNotOverMonths() {
    LocalDate last = LocalDate.of(2026, 9, 30);
    Acme.Feed feed =
        new Acme.Feed().with(ANA, last, LIVE_PIPELINE, 30).with(BEN, last, LIVE_PIPELINE, 12);
    AttainmentTree tree =
        tree(
            feed,
            LIVE_PIPELINE,
            target(ANA, LIVE_PIPELINE, "2026-Q3", 40).build(),
            target(BEN, LIVE_PIPELINE, "2026-Q3", 10).build(),
            target(CEM, LIVE_PIPELINE, "2026-08", 10).build());
    assertEquals("84.0 % (42 of 50), short", line(tree, EAST));
    assertEquals(1, tree.leftOut().size());
    assertTrue(
        tree.leftOut().get(0).reason().contains("does not add up over time"), "" + tree.leftOut());
    assertTrue(tree.at(CEM).own().isEmpty());
  }

  /** Gross margin is bookings less costs: it adds up, but what makes a part of it is not told. */
  @Test
  void whatIsComputedFromSumsAddsUpForWholePeriodsOnly() {
    Acme.Feed feed = new Acme.Feed().with(ANA, JULY, BOOKINGS, 100).with(BEN, AUGUST, BOOKINGS, 20);
    AttainmentTree whole =
        tree(
            feed,
            GROSS_MARGIN,
            target(ANA, GROSS_MARGIN, "2026-Q3", 80).build(),
            target(BEN, GROSS_MARGIN, "2026-Q3", 80).build());
    assertEquals("75.0 % (120 of 160), short", line(whole, EAST));
    AttainmentTree part =
        tree(feed, GROSS_MARGIN, target(ANA, GROSS_MARGIN, "2026-07", 80).build());
    assertEquals(
        "not enough data: targets are for 31 of 92 days of what is no sum (unknown of 80)",
        line(part, ANA));
    assertEquals(
        "not enough data: targets are for 31 of 92 days of what is no sum (unknown of 80)",
        line(part, EAST));
    assertEquals(Sides.BOTH, part.at(ANA).sides());
    assertTrue(part.print(EAST).contains("unknown"));
  }

  @Test
  void aTargetOfASliceIsMeasuredOnThatSlice() {
    Acme.Feed feed =
        new Acme.Feed()
            .with(ANA, JULY, BOOKINGS, Quantity.of(60), "GTX")
            .with(ANA, JULY, BOOKINGS, Quantity.of(40), "MG");
    Target gtx = target(ANA, BOOKINGS, "2026-Q3", 50).putScope(PRODUCT, "GTX").build();
    Target all = bookings(ANA, "2026-Q3", 200);
    Attainments attained = Attainments.of(feed.rollup(), book(gtx, all), OCTOBER);
    AttainmentTree products = attained.of(BOOKINGS, Q3, Map.of(PRODUCT, "GTX"));
    assertEquals("120.0 % (60 of 50), target reached", line(products, ANA));
    assertEquals("120.0 % (60 of 50), target reached", line(products, COMPANY));
    assertEquals(Map.of(PRODUCT, "GTX"), products.scope());
    assertTrue(products.toString().startsWith("Bookings {product=GTX}, 2026-Q3, as it was"));
    assertEquals(
        List.of(
            "scope of bookings of ana in 2026-Q3 must be {product=GTX} to be measured here, but was"
                + " all facts"),
        products.at(EAST).leftOut().stream().map(Assignment.LeftOut::reason).toList());
    AttainmentTree tree = attained.of(BOOKINGS, Q3);
    assertEquals("50.0 % (100 of 200), short", line(tree, EAST));
    assertEquals(
        List.of(
            "scope of bookings {product=GTX} of ana in 2026-Q3 must be all facts to be measured"
                + " here, but was {product=GTX}"),
        tree.leftOut().stream().map(Assignment.LeftOut::reason).toList());
    assertSame(products.cube(), attained.of(BOOKINGS, Q3, gtx.scope()).cube()); // made once
    assertSame(attained.cube(), tree.cube());
    assertEquals(
        "scope must be all facts or that of a target, but was {product=MG}",
        assertThrows(
                IllegalArgumentException.class,
                () -> attained.of(BOOKINGS, Q3, Map.of(PRODUCT, "MG")))
            .getMessage());
  }

  /** Fewer losses are better; a target that says the opposite is no part of the sum. */
  @Test
  void onlyTargetsOfOneDirectionAreAddedUp() {
    Acme.Feed feed = new Acme.Feed().with(ANA, JULY, LOSSES, 3).with(BEN, JULY, LOSSES, 9);
    Target odd =
        target(BEN, LOSSES, "2026-Q3", 8).direction(Direction.parse("higher is better")).build();
    AttainmentTree tree = tree(feed, LOSSES, target(ANA, LOSSES, "2026-Q3", 4).build(), odd);
    assertEquals("125.0 % (3 of 4), target reached", line(tree, ANA));
    assertEquals("112.5 % (9 of 8), target reached", line(tree, BEN));
    assertEquals("-100.0 % (12 of 4), short", line(tree, EAST));
    assertEquals(
        "direction of losses of ben in 2026-Q3 must be \"lower is better\" to be added up, but was"
            + " \"higher is better\"",
        tree.leftOut().get(0).reason());
  }

  /** What is good within a band for each says nothing of the sum. */
  @Test
  void bandsAreNotAddedUp() {
    Direction band = Direction.parse("within 3 and 5");
    Target ana = target(ANA, LOSSES, "2026-Q3", 4).direction(band).build();
    AttainmentTree tree = tree(new Acme.Feed().with(ANA, JULY, LOSSES, 5), LOSSES, ana);
    assertEquals("100.0 % (5 of 4), target reached", line(tree, ANA));
    assertTrue(tree.at(EAST).assigned().isEmpty());
    assertEquals(1, tree.at(EAST).leftOut().size());
    assertEquals(
        "East (east): not applicable: no target (5 deals); 1 left out", tree.at(EAST).toString());
    assertTrue(tree.print(EAST).contains("Ana (ana)"));
  }

  /** A target that contradicts its metric does not sink the others. */
  @Test
  void aTargetThatDoesNotFitIsLeftOut() {
    Target wrong = target(BEN, BOOKINGS, "2026-Q3", 100).threshold(Quantity.of(120)).build();
    AttainmentTree tree =
        tree(
            new Acme.Feed().with(ANA, JULY, BOOKINGS, 3),
            BOOKINGS,
            bookings(ANA, "2026-Q3", 4),
            wrong);
    assertEquals("75.0 % (3 of 4), short", line(tree, EAST));
    assertTrue(tree.at(BEN).own().isEmpty());
    assertTrue(
        tree.leftOut().get(0).reason().startsWith("amount of bookings of ben in 2026-Q3 must be"),
        tree.leftOut().get(0).reason());
  }

  @Test
  void refusesWhatItDoesNotHave() {
    Attainments attained =
        Attainments.of(
            new Acme.Feed().with(ANA, JULY, BOOKINGS, 3).rollup(),
            book(bookings(ANA, "2026-Q3", 4)),
            OCTOBER);
    assertTrue(
        refusal(() -> attained.of(BOOKINGS, period("2026-Q4")))
            .startsWith("period must be one of [2026-Q3], but was quarter 2026-Q4"));
    assertTrue(refusal(() -> attained.of(MetricId.of("sales"), Q3)).contains("sales"));
    AttainmentTree tree = attained.of(BOOKINGS, Q3);
    assertTrue(refusal(() -> tree.at(PersonId.of("zed"))).startsWith("person must be one of"));
    assertTrue(refusal(() -> tree.at("Zed")).startsWith("\"Zed\" must be the id or name"));
    UnitId nowhere = UnitId.of("nowhere");
    assertTrue(refusal(() -> tree.people(nowhere)).startsWith("unit must be one of"));
    assertTrue(refusal(() -> tree.distribution(nowhere)).startsWith("unit must be one of"));
    assertTrue(refusal(() -> tree.contributions(nowhere)).startsWith("unit must be one of"));
    assertTrue(refusal(() -> tree.print(nowhere)).startsWith("unit must be one of"));
    assertEquals(
        "there must be a period to measure, of a target known on 2026-10-01 or given by"
            + " Rollup.periods, but there was neither",
        refusal(() -> Attainments.of(new Acme.Feed().rollup(), TargetBook.EMPTY, OCTOBER)));
    assertTrue(
        refusal(() -> attained.gaps(PersonId.of("zed"), Exposure.CALENDAR_DAYS))
            .startsWith("person must be one of"));
  }

  private static String refusal(Executable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  /** Targets are for all facts of theirs: held against some they would read as missed. */
  @Test
  void aViewOfSomeFactsIsRefused() {
    Acme.Feed feed =
        new Acme.Feed()
            .with(ANA, JULY, BOOKINGS, Quantity.of(60), "GTX")
            .with(ANA, JULY, BOOKINGS, Quantity.of(40), "MG");
    Rollup rollup = feed.rollup().grouped().periods(List.of(Q3));
    assertEquals(1, rollup.viewing(facts -> facts.where(PRODUCT, "MG")).ledger().count());
    assertEquals(List.of(Q3), rollup.viewing(facts -> facts.in(Q3)).periods());
    for (UnaryOperator<Ledger> view :
        List.<UnaryOperator<Ledger>>of(
            facts -> facts.where(PRODUCT, "MG"),
            facts -> facts.in(Q3),
            facts -> facts.by(List.of(BEN)))) {
      assertTrue(
          refusal(() -> Attainments.of(rollup.viewing(view), TargetBook.EMPTY, OCTOBER))
              .startsWith("ledger must have the facts of all values, days and participants"));
    }
    Attainments.of(rollup.viewing(facts -> facts.of(List.of(BOOKINGS))), TargetBook.EMPTY, OCTOBER);
  }
}
