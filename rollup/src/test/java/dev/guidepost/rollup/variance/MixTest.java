package dev.guidepost.rollup.variance;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.CLOSED;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static dev.guidepost.core.metric.StandardMetrics.WIN_RATE;
import static dev.guidepost.rollup.variance.DriversTest.DEAL_SIZE;
import static dev.guidepost.rollup.variance.Sales.Q2;
import static dev.guidepost.rollup.variance.Sales.Q3;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Conversion;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.quantity.ExchangeRates;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.RateKind;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.org.Organisation;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mix and exchange rates: the lines that have to be asked for. */
class MixTest {

  private static final UnitId TEAM = UnitId.of("team");
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final PersonId CEM = PersonId.of("cem");
  private static final Organisation ORGANISATION =
      Organisation.builder(TEAM, "Team")
          .person(ANA, "Ana")
          .person(BEN, "Ben")
          .person(CEM, "Cem")
          .member(ANA, TEAM)
          .member(BEN, TEAM)
          .member(CEM, TEAM)
          .build();
  private static final Drivers DRIVERS = Drivers.of(BOOKINGS, CLOSED, WIN_RATE, DEAL_SIZE);

  /** The reference of three segments, in hundredths so that wins are whole. */
  private static Sales reference(PersonId first, PersonId second, PersonId third) {
    return new Sales()
        .row(first, Q2, "chair", 10_000, 3_000, "600000")
        .row(first, Q3, "chair", 11_000, 2_640, "554400")
        .row(second, Q2, "desk", 6_000, 1_500, "525000")
        .row(second, Q3, "desk", 7_500, 2_025, "607500")
        .row(third, Q2, "lamp", 4_000, 1_600, "192000")
        .row(third, Q3, "lamp", 2_000, 900, "135000");
  }

  private static Variance team(Drivers drivers, Decomposition by, Cube cube) {
    return VarianceAnalysis.of(drivers).with(by).between(cube, Q2, Q3).at(TEAM);
  }

  @Test
  void referenceOfThreePeople() {
    Cube cube = reference(ANA, BEN, CEM).over(ORGANISATION);
    assertEquals(
        "-20,100 = Closed deals 66,925 + Win rate -65,450 + Deal size -21,575",
        team(DRIVERS, Decomposition.SHAPLEY, cube).toString());
    assertEquals(
        "-20,100 = Closed deals 68,943.33 + Win rate -66,168.57 + Deal size -22,874.76",
        team(DRIVERS, Decomposition.LMDI, cube).toString());
    assertEquals(
        "-20,100 = Closed deals 32,198.6 + mix 36,744.73 + Win rate -66,168.57"
            + " + Deal size -22,874.76",
        team(DRIVERS.with(Mix.ACROSS_ALL), Decomposition.LMDI, cube).toString());
  }

  @Test
  void referenceOfThreeProducts() {
    Cube cube = reference(ANA, ANA, ANA).over(ORGANISATION);
    assertEquals(
        "-20,100 = Closed deals 32,198.6 + mix 36,744.73 + Win rate -66,168.57"
            + " + Deal size -22,874.76",
        team(DRIVERS.by(PRODUCT), Decomposition.LMDI, cube).toString());
    assertEquals(
        "-20,100 = Closed deals 66,925 + Win rate -65,450 + Deal size -21,575",
        team(DRIVERS.by(PRODUCT).with(Mix.NONE), Decomposition.SHAPLEY, cube).toString());
  }

  /** Kitagawa's case: 50 % of 80 and 10 % of 20 become 55 % of 30 and 15 % of 70, times ten. */
  @Test
  void everyoneGetsBetterAndTheTeamWorse() {
    Cube cube =
        new Sales()
            .row(ANA, Q2, "chair", 800, 400, "0")
            .row(BEN, Q2, "chair", 200, 20, "0")
            .row(ANA, Q3, "chair", 300, 165, "0")
            .row(BEN, Q3, "chair", 700, 105, "0")
            .over(ORGANISATION);
    Drivers wins = Drivers.of(WINS, CLOSED, WIN_RATE);
    assertEquals(
        """
        Wins of Team (team)  2026-Q2  Closed deals     mix  Win rate  2026-Q3
        Ana (ana)                400             0  -262.5      27.5      165
        Ben (ben)                 20             0    62.5      22.5      105
        total                    420             0    -200        50      270
        """,
        team(wins.with(Mix.ACROSS_ALL), Decomposition.SHAPLEY, cube).print());
    assertEquals(
        "-150 = Closed deals -200 + Win rate 50",
        team(wins, Decomposition.SHAPLEY, cube).toString());
  }

  /** By hand, for Ana: 900 * ((.8 * .5 + .3 * .55) / 3 + (.8 * .55 + .3 * .5) / 6) = 258. */
  @Test
  void volumeAndMixAreTwoLines() {
    Cube cube =
        new Sales()
            .row(ANA, Q2, "chair", 80, 40, "0")
            .row(BEN, Q2, "chair", 20, 2, "0")
            .row(ANA, Q3, "chair", 300, 165, "0")
            .row(BEN, Q3, "chair", 700, 105, "0")
            .over(ORGANISATION);
    Drivers wins = Drivers.of(WINS, CLOSED, WIN_RATE).with(Mix.ACROSS_ALL);
    assertEquals(
        """
        Wins of Team (team)  2026-Q2  Closed deals      mix  Win rate  2026-Q3
        Ana (ana)                 40           258  -146.25     13.25      165
        Ben (ben)                  2          52.5    36.25     14.25      105
        total                     42         310.5     -110      27.5      270
        """,
        team(wins, Decomposition.SHAPLEY, cube).print());
  }

  private static Ledger foreign() {
    LedgerWriter writer = new LedgerWriter(DriversTest.CATALOG.with(Dimension.CURRENCY));
    try (Batch batch = writer.batch("facts", LocalDate.of(2026, 10, 1))) {
      long amount = 100;
      for (PersonId who : List.of(ANA, BEN)) {
        for (LocalDate on : List.of(Q2.start(), Q3.start())) {
          batch
              .row()
              .by(who)
              .on(on)
              .dim(Dimension.CURRENCY, who.equals(ANA) ? "EUR" : "USD")
              .put(CLOSED, 4)
              .put(WINS, 2)
              .put(BOOKINGS, amount);
          amount += 10;
        }
      }
      batch.commit();
    }
    return writer.snapshot();
  }

  @Test
  void ratesOfExchangeAreALine() {
    ExchangeRates rates =
        ExchangeRates.against("USD")
            .quote("1 EUR = 1.20 USD from 2026-01-01 plan")
            .quote("1 EUR = 1.10 USD from 2026-01-01 booking")
            .quote("1 EUR = 1.00 USD from 2026-07-01 booking")
            .build();
    Ledger ledger = foreign();
    Conversion plan = Conversion.to("USD", RateKind.PLAN, rates, RoundingMode.HALF_EVEN);
    Conversion booking = Conversion.to("USD", RateKind.BOOKING, rates, RoundingMode.HALF_EVEN);
    Cube constant = Sales.cube(ledger.in(plan), ORGANISATION);
    Cube booked = Sales.cube(ledger.in(booking), ORGANISATION);
    VarianceTree why = VarianceAnalysis.of(DRIVERS).booked(booked).between(constant, Q2, Q3);
    assertEquals(
        """
        Bookings of Team (team)  2026-Q2  Closed deals  Win rate  Deal size  exchange rates  2026-Q3
        Ana (ana)                    110             0         0         12             -12      110
        Ben (ben)                    120             0         0         10               0      130
        total                        230             0         0         22             -12      240
        """,
        why.at(TEAM).print());
    assertEquals(booked.sum(TEAM, BOOKINGS, Q3), why.at(TEAM).after());
    Cube effect = Sales.cube(ledger.fxEffect(plan, booking), ORGANISATION);
    assertEquals(
        effect.sum(TEAM, BOOKINGS, Q3).minus(effect.sum(TEAM, BOOKINGS, Q2)),
        why.at(TEAM).line(Cause.EXCHANGE).amount());
    assertEquals(Quantity.ZERO, why.at(BEN).line(Cause.EXCHANGE).amount());
  }
}
