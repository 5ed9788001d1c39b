package dev.guidepost.rollup.attainment;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static dev.guidepost.rollup.attainment.Acme.COMPANY;
import static dev.guidepost.rollup.attainment.Acme.EAST;
import static dev.guidepost.rollup.attainment.Acme.JULY;
import static dev.guidepost.rollup.attainment.Acme.OCTOBER;
import static dev.guidepost.rollup.attainment.Acme.WEST;
import static dev.guidepost.rollup.attainment.Acme.book;
import static dev.guidepost.rollup.attainment.Acme.period;
import static dev.guidepost.rollup.attainment.Acme.target;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DistributionTest {

  /** People of one unit, each with a target of 100 and an amount. */
  private static AttainmentTree team(MetricId metric, long... amounts) {
    Organisation.Builder builder =
        Organisation.builder(COMPANY, "Acme")
            .unit(EAST, "East", "team", COMPANY)
            .unit(WEST, "West", "team", COMPANY);
    Acme.Feed feed = new Acme.Feed();
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < amounts.length; i++) {
      PersonId person = PersonId.of("p" + i);
      builder.person(person, "Ana").member(person, EAST);
      feed.with(person, JULY, metric, amounts[i]);
      targets.add(target(person, metric, "2026-Q3", 100).build());
    }
    return Attainments.of(
            Rollup.of(feed.ledger()).over(builder.build()).periods(List.of(period("2026-Q3"))),
            book(targets.toArray(Target[]::new)),
            OCTOBER)
        .of(metric, period("2026-Q3"));
  }

  /** w12: 103 % together hides that half of the team is under 55 %. */
  @Test
  void oneFigureHidesThatHalfAreFarBelow() {
    AttainmentTree tree = team(BOOKINGS, 30, 40, 50, 54, 144, 300);
    assertEquals(
        "103.0 % (618 of 600), target reached",
        tree.at(EAST).attainment().orElseThrow().toString());
    Distribution people = tree.distribution(EAST);
    assertEquals(Ratio.of(2, 6), people.reached());
    Distribution.Quartiles quartiles = people.quartiles().orElseThrow();
    assertEquals(Fraction.parse("13/25"), quartiles.median());
    assertEquals(Fraction.parse("2/5"), quartiles.lower()); // second of six
    assertEquals(Fraction.parse("36/25"), quartiles.upper()); // fifth of six
    assertEquals(Fraction.parse("3/10"), quartiles.least());
    assertEquals(Fraction.of(3), quartiles.most());
    assertEquals("2 of 6 reached it; quartiles 40.0 %, 52.0 %, 144.0 %", people.toString());
    assertTrue(
        tree.print()
            .contains(
                "East (east): 103.0 % together, but half of its people are at 52.0 % or less; one"
                    + " brings 48.5 %"),
        tree.print());
    assertEquals(
        """
        6 people, 6 with a target; 2 of 6 reached it
        half are at 52.0 % of their targets or less, a quarter at 40.0 % or less, a quarter at 144.0 % or more; all from 30.0 % to 300.0 %
        top one 48.5 %, top 2 of 6 71.8 %, Gini 0.45, Herfindahl 0.31
        """,
        people.print());
    assertEquals(Optional.empty(), people.alike()); // money: no test
  }

  @Test
  void wherePeopleAreNotSpreadNothingIsHidden() {
    assertTrue(!team(BOOKINGS, 101, 102, 103, 104, 105).print().contains("together"));
    assertTrue(!team(BOOKINGS, 1, 2, 3, 4, 5).print().contains("together"));
  }

  @Test
  void tooFewAreNoDistribution() {
    Distribution four = team(BOOKINGS, 1, 2, 3, 400).distribution(EAST);
    assertEquals(4, four.parties());
    assertTrue(four.quartiles().isEmpty());
    assertTrue(four.concentration().isEmpty());
    assertEquals("1 of 4 reached it; too few for quartiles", four.toString());
    assertTrue(
        four.print().contains("not enough people with a target to tell quartiles: 5 needed"));
  }

  @Test
  void unitsAreSpreadToo() {
    AttainmentTree tree = team(BOOKINGS, 30, 40, 50, 54, 144, 300);
    Distribution units = tree.distribution(List.of(EAST, WEST));
    assertEquals("units", units.noun());
    assertEquals(1, units.withTarget());
    assertEquals(Ratio.of(1, 1), units.reached());
    assertEquals(0, tree.distribution(WEST).parties());
    assertEquals(Ratio.of(0, 0), tree.distribution(WEST).reached());
  }

  /** Wins of 8 to 14 where 11 are expected of each: chance alone gives as much. */
  @Test
  void countsThatDifferByChanceAreNotToBeRanked() {
    Distribution alike = team(WINS, 8, 12, 11, 14, 10).distribution(EAST);
    assertEquals(Optional.of(true), alike.alike());
    assertTrue(
        alike.print().contains("no differences beyond chance (p = 0.77): not to be ranked"),
        alike.print());
    Distribution different = team(WINS, 2, 30, 11, 14, 10).distribution(EAST);
    assertEquals(Optional.of(false), different.alike());
    assertTrue(!different.print().contains("chance"));
    assertEquals(Optional.empty(), team(WINS, 1, 2, 0, 1, 3).distribution(EAST).alike()); // too few
    assertEquals(Optional.empty(), team(WINS, 90, 90, 90, 90).distribution(EAST).alike());
  }

  private static Concentration of(long... amounts) {
    return Concentration.of(Arrays.stream(amounts).mapToObj(Quantity::of).toList()).orElseThrow();
  }

  /** The vector and its coefficient 0.4620911 are those of the manual of R's package ineq. */
  @Test
  void theGiniCoefficientIsThatOfOthers() {
    Concentration incomes = of(541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261);
    assertEquals("0.4620911", incomes.gini().round(7, RoundingMode.HALF_UP).toPlainString());
    assertEquals(Fraction.ZERO, of(7, 7, 7).gini());
    assertEquals(Fraction.parse("3/4"), of(0, 0, 0, 9).gini()); // one of four has all
    assertEquals(10, incomes.parties());
    assertEquals(Fraction.parse("34165/66586"), incomes.fifth());
  }

  /** Shares of 30, 30, 20 and 20 percent: 2,600 points (US Department of Justice). */
  @Test
  void theHerfindahlIndexIsThatOfTheMergerGuidelines() {
    assertEquals(Fraction.parse("13/50"), of(30, 30, 20, 20).herfindahl());
    assertEquals(Fraction.parse("1/5"), of(3, 3, 3, 3, 3).herfindahl());
    assertEquals(Fraction.of(1), of(0, 5).herfindahl());
    assertEquals(Fraction.parse("3/10"), of(30, 30, 20, 20).top());
    assertEquals(Fraction.parse("3/10"), of(30, 30, 20, 20).fifth()); // one of four
    assertEquals(Quantity.of(100), of(30, 30, 20, 20).total());
  }

  @Test
  void sharesOfWhatIsNotThereOrNegativeAreNone() {
    assertTrue(Concentration.of(List.of()).isEmpty());
    assertTrue(Concentration.of(List.of(Quantity.ZERO, Quantity.ZERO)).isEmpty());
    assertTrue(Concentration.of(List.of(Quantity.of(5), Quantity.of(-1))).isEmpty());
    assertEquals(
        "top one 50.0 %, top 1 of 3 50.0 %, Gini 0.22, Herfindahl 0.39", of(1, 2, 3).toString());
  }
}
