package dev.guidepost.rollup.variance;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static dev.guidepost.core.metric.StandardMetrics.WIN_RATE;
import static dev.guidepost.rollup.variance.DriversTest.DEAL_SIZE;
import static dev.guidepost.rollup.variance.Sales.Q2;
import static dev.guidepost.rollup.variance.Sales.Q3;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RateVarianceTest {

  private static final UnitId TEAM = UnitId.of("team");
  private static final UnitId OTHER = UnitId.of("other");
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final PersonId CEM = PersonId.of("cem");
  private static final PersonId DOT = PersonId.of("dot");
  private static final PersonId EVE = PersonId.of("eve");
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
  private static final Organisation ORGANISATION =
      Organisation.builder(UnitId.of("company"), "Acme")
          .unit(TEAM, "Team", "team", UnitId.of("company"))
          .unit(OTHER, "Other", "team", UnitId.of("company"))
          .person(ANA, "Ana")
          .person(BEN, "Ben")
          .person(CEM, "Cem")
          .person(DOT, "Dot")
          .person(EVE, "Ana")
          .member(ANA, TEAM)
          .member(BEN, TEAM)
          .member(CEM, TEAM, LocalDate.of(2020, 1, 1), JULY)
          .member(DOT, TEAM)
          .member(DOT, OTHER, JULY)
          .member(EVE, TEAM, JULY)
          .build();

  private static Fraction of(String fraction) {
    return Fraction.parse(fraction);
  }

  /** Kitagawa's case in METHODS: .42 to .27, rate +.05, mix -.20, centred mix -.09 and -.11. */
  @Test
  void kitagawaIsTheReference() {
    Cube cube =
        new Sales()
            .row(ANA, Q2, "chair", 800, 400, "0")
            .row(BEN, Q2, "chair", 200, 20, "0")
            .row(ANA, Q3, "chair", 300, 165, "0")
            .row(BEN, Q3, "chair", 700, 105, "0")
            .over(ORGANISATION);
    RateVariance why = RateAnalysis.of(WIN_RATE).between(TEAM, cube, Q2, Q3).orElseThrow();
    assertEquals(of("21/50"), why.before());
    assertEquals(of("27/100"), why.after());
    assertEquals(of("1/20"), why.of(Cause.FACTOR));
    assertEquals(of("-1/5"), why.of(Cause.MIX));
    assertEquals(of("-3/20"), why.change());
    assertEquals(
        List.of(of("11/400"), of("9/400")),
        why.parts().stream().map(RateVariance.Part::own).toList());
    assertEquals(
        List.of(of("-9/100"), of("-11/100")),
        why.parts().stream().map(RateVariance.Part::other).toList());
    assertEquals(
        """
        Win rate of Team (team)   share              ratio             its own  by its share  as
        Ana (ana)                80.0 %  to 30.0 %  50.0 %  to 55.0 %     2.75         -9.00  mix
        Ben (ben)                20.0 %  to 70.0 %  10.0 %  to 15.0 %     2.25        -11.00  mix
        total                                       42.0 %  to 27.0 %     5.00        -20.00
        """,
        why.print());
    assertEquals("42.0 % to 27.0 %: -15 = Win rate 5 + mix -20", why.toString());
    assertEquals(
        "Win rate of Team (team), 2026-Q2 to 2026-Q3, in percentage points",
        why.explain().subject());
    assertEquals(TEAM, why.party());
    assertEquals(WIN_RATE, why.rate().id());
  }

  @Test
  void whoIsThereOnOneSideOnlyIsALine() {
    Cube cube =
        new Sales()
            .row(ANA, Q2, "chair", 10, 5, "500")
            .row(ANA, Q3, "chair", 10, 6, "700")
            .row(CEM, Q2, "desk", 10, 1, "200")
            .row(DOT, Q2, "desk", 20, 10, "900")
            .row(DOT, Q3, "desk", 20, 5, "900")
            .row(EVE, Q3, "desk", 10, 2, "100")
            .row(BEN, Q3, "chair", 20, 10, "900")
            .over(ORGANISATION);
    RateVariance why = RateAnalysis.of(WIN_RATE).between(TEAM, cube, Q2, Q3).orElseThrow();
    assertEquals(
        "40.0 % to 45.0 %: 5 = Win rate 2.5 + mix 3.75 + entered -5.62 + left 8.12 + moved -3.75",
        why.toString());
    assertEquals(
        List.of("Ana (ana)", "Ben (ben)", "Cem (cem)", "Dot (dot)", "Ana (eve)"),
        why.parts().stream().map(RateVariance.Part::label).toList());
    assertEquals(Optional.empty(), why.parts().get(1).rateBefore());
    RateVariance product =
        RateAnalysis.of(DEAL_SIZE).by(PRODUCT).between(TEAM, cube, Q2, Q3).orElseThrow();
    assertEquals("100 USD to 94.44 USD: -5.56 = Deal size -19.97 + mix 14.41", product.toString());
    assertEquals("win-rate by people", RateAnalysis.of(WIN_RATE).toString());
    assertEquals("win-rate by product", RateAnalysis.of(WIN_RATE).by(PRODUCT).toString());
    RateVariance dot = RateAnalysis.of(WIN_RATE).between(DOT, cube, Q2, Q3).orElseThrow();
    assertEquals("50.0 % to 25.0 %: -25 = Win rate -25 + mix 0", dot.toString());
  }

  @Test
  void withoutAnythingToDivideByThereIsNoAnswer() {
    Cube cube =
        new Sales()
            .row(ANA, Q2, "chair", 10, 5, "100")
            .row(BEN, Q2, "chair", 0, 0, "50")
            .row(BEN, Q3, "chair", 2, 1, "50")
            .row(ANA, Q3, "chair", 10, 5, "100")
            .row(PersonId.of("stranger"), Q3, "chair", 1, 1, "1")
            .over(ORGANISATION);
    assertTrue(RateAnalysis.of(WIN_RATE).between(BEN, cube, Q2, Q3).isEmpty());
    assertTrue(RateAnalysis.of(WIN_RATE).between(OTHER, cube, Q2, Q3).isEmpty());
    RateVariance size = RateAnalysis.of(DEAL_SIZE).between(TEAM, cube, Q2, Q3).orElseThrow();
    assertEquals(
        "30 USD to 25 USD: -5 = Deal size 0 + mix 1.25 + not explained -6.25", size.toString());
    RateVariance all =
        RateAnalysis.of(WIN_RATE)
            .between(Organisation.UNASSIGNED, cube, Q3, cube, Q3)
            .orElseThrow();
    assertEquals("stranger", all.parts().get(0).label());
  }

  @Test
  void refusesWhatIsNoRatio() {
    Cube cube = new Sales().row(ANA, Q2, "chair", 10, 5, "100").over(ORGANISATION);
    refused(
        "rate must be one sum over another, but bookings is bookings",
        () -> RateAnalysis.of(BOOKINGS).between(TEAM, cube, Q2, Q3));
    refused(
        "must be one of",
        () -> RateAnalysis.of(WIN_RATE).between(UnitId.of("nowhere"), cube, Q2, Q3));
    Cube other = new Sales(DriversTest.catalog("EUR")).over(ORGANISATION);
    refused(
        "deal-size must be defined alike in both cubes",
        () -> RateAnalysis.of(DEAL_SIZE).between(TEAM, cube, Q2, other, Q3));
  }

  private static void refused(String message, Executable call) {
    String given = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(given.contains(message), given);
  }
}
