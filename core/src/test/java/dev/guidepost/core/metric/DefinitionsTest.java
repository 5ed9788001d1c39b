package dev.guidepost.core.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What metrics must be to one another, refused when they are defined, with the reason. */
class DefinitionsTest {

  private static final UnitOfMeasure COUNT = new UnitOfMeasure.Count("things");
  private static final UnitOfMeasure USD = new UnitOfMeasure.Money("USD");
  private static final UnitOfMeasure DAYS = new UnitOfMeasure.Days();
  private static final UnitOfMeasure SHARE = new UnitOfMeasure.Share();
  private static final Dimension ACCOUNT = Dimension.of("account");

  private static final Metric WINS = metric("wins", "sum", COUNT);
  private static final Metric CLOSED = metric("closed", "sum", COUNT);
  private static final Metric SALES = metric("sales", "sum", USD);
  private static final Metric COSTS = metric("costs", "sum", USD);
  private static final Metric OPEN = metric("open", "last snapshot", USD);
  private static final Metric SIZE = metric("size", "mean", USD);
  private static final Metric AGE = metric("age", "distribution", DAYS);
  private static final Metric RATE = metric("rate", "wins / closed", SHARE);

  private static Metric metric(String id, String aggregation, UnitOfMeasure unit) {
    return MetricTest.demos()
        .id(MetricId.of(id))
        .aggregation(Aggregation.parse(aggregation))
        .unit(unit)
        .build();
  }

  private static Catalog catalog(Metric... more) {
    List<Metric> all = new ArrayList<>(List.of(WINS, CLOSED, SALES, COSTS, OPEN, SIZE, AGE, RATE));
    all.addAll(Arrays.asList(more));
    return Catalog.of(all, List.of(ACCOUNT));
  }

  private static String refusal(Metric... more) {
    return assertThrows(IllegalArgumentException.class, () -> catalog(more)).getMessage();
  }

  private static String refusal(String aggregation, UnitOfMeasure unit) {
    return refusal(metric("x", aggregation, unit));
  }

  private static void accepts(String aggregation, UnitOfMeasure unit) {
    Metric metric = metric("x", aggregation, unit);
    assertEquals(metric, catalog(metric).metric(metric.id()));
  }

  @Test
  void inputsMustBeThereInAnyOrder() {
    assertEquals(
        "inputs of x must be in the catalog, but none is not", refusal("wins / none", SHARE));
    assertEquals(
        "inputs of x must be in the catalog, but none is not", refusal("= wins + none", COUNT));
    assertEquals(
        "inputs of x must be in the catalog, but closed-wins is not; blanks must stand around a"
            + " minus: closed - wins",
        refusal("= closed-wins", COUNT));
    assertEquals(
        "inputs of x must be in the catalog, but closed-lost is not",
        refusal("= closed-lost", COUNT));
    assertEquals(
        2,
        Catalog.of(List.of(metric("x", "= y", COUNT), metric("y", "sum", COUNT)), List.of())
            .metrics()
            .size());
    assertEquals(
        "quality of demos must be in the catalog, but none is not",
        refusal(MetricTest.demos().quality(MetricId.of("none")).build()));
    assertEquals(
        RATE.id(),
        catalog(MetricTest.demos().quality(RATE.id()).build())
            .metric(MetricId.of("demos"))
            .quality()
            .orElseThrow());
  }

  @Test
  void circlesAreRefusedWithTheirPath() {
    assertEquals("metric must not depend on itself, but x -> x", refusal("x / x", SHARE));
    assertEquals(
        "metric must not depend on itself, but b -> c -> d -> b",
        refusal(
            metric("a", "= b", COUNT),
            metric("b", "= wins + c", COUNT),
            metric("c", "= d * d", COUNT),
            metric("d", "= b", COUNT)));
    List<Metric> chain = new ArrayList<>(List.of(metric("a0", "sum", COUNT)));
    for (int i = 1; i < 34; i++) {
      chain.add(0, metric("a" + i, "= a" + (i - 1), COUNT));
    }
    assertEquals(
        "metrics must depend on one another over at most 32 steps, itself included, but a33 needs"
            + " more",
        refusal(chain.toArray(new Metric[0])));
    Collections.reverse(chain);
    assertEquals(
        "metrics must depend on one another over at most 32 steps, itself included, but a32 needs"
            + " more",
        refusal(chain.toArray(new Metric[0])));
    chain.subList(32, 34).clear();
    assertEquals(32, Catalog.of(chain, List.of()).metrics().size());
    Collections.reverse(chain);
    assertEquals(32, Catalog.of(chain, List.of()).metrics().size());
  }

  @Test
  void manyWaysToOneMetricAreCheckedOnce() {
    List<Metric> wide = new ArrayList<>(List.of(metric("a0", "sum", COUNT)));
    for (int i = 1; i < 32; i++) {
      wide.add(metric("a" + i, "= a" + (i - 1) + " + a" + (i - 1) + " - wins", COUNT));
    }
    Catalog catalog = catalog(wide.toArray(new Metric[0]));
    assertEquals(32, catalog.dependencies(MetricId.of("a31")).size());
    assertEquals(
        "parts of ratio x must have at most 9 decimals, but y may have more",
        refusal(
            MetricTest.demos().id(MetricId.of("z")).unit(COUNT).scale(5).build(),
            metric("y", "= z * 0.12345", COUNT),
            metric("x", "y / wins", SHARE)));
  }

  @Test
  void ratiosAreOfExactAmounts() {
    String reason =
        "parts of ratio x must each be one exact amount, as ratios of quotients do not add"
            + " up, but ";
    assertEquals(reason + "rate is \"wins / closed\"", refusal("rate / wins", SHARE));
    assertEquals(reason + "size is \"mean\"", refusal("sales / size", COUNT));
    assertEquals(reason + "age is \"distribution\"", refusal("age / wins", DAYS));
    Metric average = metric("average", "average snapshot", USD);
    assertEquals(
        reason + "average is \"average snapshot\"",
        refusal(average, metric("x", "average / sales", SHARE)));
    Metric half = metric("half", "= sales / 3", USD);
    assertEquals(
        reason + "half is \"= sales / 3\"", refusal(half, metric("x", "half / sales", SHARE)));
    accepts("open / sales", SHARE);
    Metric profit = metric("profit", "= sales - costs * 2", USD);
    catalog(profit, metric("x", "profit / sales", SHARE));
    Metric accounts = metric("accounts", "distinct account of wins", COUNT);
    catalog(accounts, metric("x", "sales / accounts", USD));
    catalog(metric("best", "max", USD), metric("x", "best / sales", SHARE));
  }

  @Test
  void unitsMustBeThoseOfTheResult() {
    assertEquals(
        "unit of x must be that of \"sales / wins\", USD, but was " + SHARE,
        refusal("sales / wins", SHARE));
    accepts("sales / wins", USD);
    assertEquals(
        "unit of x must be that of \"= sales * sales / size\", USD, but was " + DAYS,
        refusal("= sales * sales / size", DAYS));
    accepts("= sales * sales / costs", USD);
    assertTrue(refusal("= sales * sales", USD).contains("USD^2"));
    assertTrue(refusal("= 1 / sales", USD).contains("USD^-1"));
    assertTrue(refusal("= sales / sales", USD).contains("a plain number"));
    assertEquals(
        "formula of x must add like units, but has sales + wins: USD and things",
        refusal("= sales + wins", USD));
    assertEquals(
        "unit of x must be that of \"mean of sales by wins\", USD, but was " + COUNT,
        refusal("mean of sales by wins", COUNT));
    accepts("mean of sales by wins", USD);
  }

  @Test
  void ratiosAreNotAddedUp() {
    String reason =
        "formula of x must not add or subtract ratios or means, as only what they divide"
            + " adds up, but has ";
    assertEquals(reason + "size + size", refusal("= size + size", USD));
    assertEquals(reason + "rate - rate * rate", refusal("= rate - rate * rate", SHARE));
    assertEquals(reason + "rate + wins / closed", refusal("= rate + wins / closed", SHARE));
    accepts("= 1 - rate", SHARE);
    accepts("= rate * rate", SHARE);
    accepts("= sales / 2 + costs / 2", USD);
    accepts("= wins * rate * size", USD);
    assertEquals(
        "inputs of x must come to one value each, but age is a distribution",
        refusal("= age + age", DAYS));
    Metric pace = metric("pace", "wins / closed", SHARE);
    Metric toDate = metric("pace-to-date", "year to date of pace", SHARE);
    assertEquals(
        reason + "pace-to-date + rate",
        refusal(pace, toDate, metric("x", "= pace-to-date + rate", SHARE)));
  }

  @Test
  void amountsAndQuotientsAreNotAddedUp() {
    String reason =
        "formula of x must not add or subtract an amount and a quotient or product of amounts, but"
            + " has ";
    assertEquals(reason + "sales + size", refusal("= sales + size", USD));
    assertEquals(reason + "wins / closed + wins", refusal("= wins / closed + wins", SHARE));
    assertEquals(reason + "wins * closed - wins", refusal("= wins * closed - wins", COUNT));
    assertEquals(
        "formula of x must not come to a product of amounts that add up, but was \"= wins *"
            + " closed\"",
        refusal("= wins * closed", COUNT));
    assertEquals(
        "unit of x must not be a share, as \"= wins - closed\" is no quotient, but was",
        refusal("= wins - closed", SHARE));
    accepts("= wins + 1", COUNT);
    accepts("= (1 - rate) * closed + rate * wins", COUNT);
    accepts("= rate * sales + wins / closed * costs", USD);
    accepts("= wins * wins / closed", COUNT);
  }

  @Test
  void countsKeepTheirNoun() {
    Metric meetings = metric("meetings", "sum", new UnitOfMeasure.Count("meetings"));
    UnitOfMeasure times = new UnitOfMeasure.Count("times");
    assertEquals(
        "formula of x must add like units, but has wins + meetings: things and meetings",
        refusal(meetings, metric("x", "= wins + meetings", times)));
    assertEquals(
        "unit of x must count what \"= wins + closed\" does, things, but was times",
        refusal("= wins + closed", times));
    assertEquals(
        "unit of x must count what \"= wins * 2\" does, things, but was times",
        refusal("= wins * 2", times));
    assertEquals(
        "unit of x must count what \"wins / closed\" does, something for each of things, but was"
            + " things",
        refusal("wins / closed", COUNT));
    accepts("wins / closed", times);
    accepts("= (wins + closed) / 2", COUNT);
    catalog(meetings, metric("x", "meetings / wins", new UnitOfMeasure.Count("meetings")));
    catalog(meetings, metric("x", "meetings / wins", SHARE));
    catalog(meetings, metric("x", "= meetings * rate", COUNT));
  }

  @Test
  void scoresAreMadeOfScores() {
    UnitOfMeasure score = new UnitOfMeasure.Score(0, 10);
    String reason =
        "unit of x must not be a score, unless it is a mean or made of a score and numbers, but ";
    assertEquals(reason + "\"wins / closed\" is neither", refusal("wins / closed", score));
    assertEquals(reason + "\"= wins / closed\" is neither", refusal("= wins / closed", score));
    accepts("mean of wins by closed", score);
    Metric rating = metric("rating", "mean", score);
    for (String made : List.of("= 10 - rating", "= rating / 2 + 1", "= rating * rating / rating")) {
      catalog(rating, metric("x", made, score));
    }
    for (String made :
        List.of(
            "= wins / rating",
            "= rating * wins",
            "= rating * wins / closed",
            "= rating * rating",
            "= rating / rating",
            "= 10 / rating")) {
      assertEquals(
          reason + "\"" + made + "\" is neither", refusal(rating, metric("x", made, score)));
    }
    catalog(rating, metric("x", "= rating * wins", COUNT));
  }

  @Test
  void sharesAreOfAmountsOrOfShares() {
    assertEquals(
        "unit of x must not be a share, as 1 / rate divides a number by a share, but was",
        refusal("= 1 / rate", SHARE));
    assertEquals(
        "unit of x must not be a share, as 1 / (1 - rate) divides a number by a share, but was",
        refusal("= 1 / (1 - rate) - 1", SHARE));
    assertEquals(
        "unit of x must not be a share, as \"= 1 / wins\" divides no amount, but was",
        refusal("= 1 / wins", SHARE));
    Metric meetings = metric("meetings", "sum", new UnitOfMeasure.Count("meetings"));
    assertEquals(
        "formula of x must not add a number to so many for each of something else, but has"
            + " wins / meetings + 1",
        refusal(meetings, metric("x", "= wins / meetings + 1", SHARE)));
    assertEquals(
        "formula of x must not add a number to so many for each of something else, but has"
            + " 1 - wins / meetings",
        refusal(meetings, metric("x", "= 1 - wins / meetings", SHARE)));
    catalog(meetings, metric("x", "= wins / meetings", SHARE));
    Metric coverage = metric("coverage", "open / sales", new UnitOfMeasure.Count("times"));
    catalog(coverage, metric("x", "= 1 / coverage", SHARE));
    catalog(coverage, metric("x", "= rate * (1 / 2)", SHARE));
    catalog(coverage, metric("x", "= 1 - wins / closed", SHARE));
  }

  @Test
  void whatIsPickedIsNotAddedToSums() {
    Metric largest = metric("largest", "max", USD);
    Metric smallest = metric("smallest", "min", USD);
    Metric accounts = metric("accounts", "distinct account of wins", COUNT);
    for (String made :
        List.of(
            "sales + largest",
            "smallest - open",
            "wins / closed * sales + largest",
            "sales + largest * rate")) {
      assertEquals(
          "formula of x must not add or subtract a sum and the largest, the smallest or how many"
              + " different there are, as these do not add up over people, but has "
              + made,
          refusal(largest, smallest, metric("x", "= " + made, USD)));
    }
    assertTrue(
        refusal(accounts, metric("x", "= wins - accounts", COUNT))
            .endsWith("but has wins - accounts"));
    catalog(largest, smallest, metric("range", "= largest - smallest", USD));
    catalog(accounts, metric("x", "= accounts + 1", COUNT));
    catalog(accounts, metric("x", "= sales / accounts * wins + costs", USD));
    catalog(largest, metric("x", "= largest * rate", USD));
    catalog(largest, metric("x", "largest / sales", SHARE));
  }

  @Test
  void ratesNeitherAddUpNorAverage() {
    UnitOfMeasure pay = UnitOfMeasure.parse("USD per days");
    for (String aggregation : List.of("sum", "mean", "distribution")) {
      assertEquals(
          "x must be a ratio of two metrics or a snapshot, as rates such as USD per days neither"
              + " add up nor average, but was \""
              + aggregation
              + "\"",
          refusedAlone(aggregation, pay));
      assertEquals(
          "x must be a ratio of two metrics, as shares neither add up nor average, but was \""
              + aggregation
              + "\"",
          refusedAlone(aggregation, SHARE));
    }
    accepts("last snapshot", pay);
  }

  private static String refusedAlone(String aggregation, UnitOfMeasure unit) {
    return assertThrows(IllegalArgumentException.class, () -> metric("x", aggregation, unit))
        .getMessage();
  }

  @Test
  void weightedMeansAreOfSums() {
    assertEquals(
        "products and weights of x must be sums, but open is \"last snapshot\"",
        refusal("mean of open by wins", USD));
    assertEquals(
        "products and weights of x must be sums, but rate is \"wins / closed\"",
        refusal("mean of sales by rate", USD));
  }

  @Test
  void distinctCountsFactsOverADeclaredDimension() {
    accepts("distinct account of wins", COUNT);
    assertEquals(
        "metric counted by x must take facts, but rate is derived: \"wins / closed\"",
        refusal("distinct account of rate", COUNT));
    assertEquals(
        "dimension counted by x must be one of [account], but was city",
        refusal("distinct city of wins", COUNT));
    Metric accounts = metric("accounts", "distinct account of wins", COUNT);
    assertTrue(
        refusal(accounts, metric("x", "distinct account of accounts", COUNT))
            .endsWith("accounts is derived: \"distinct account of wins\""));
  }

  @Test
  void toDateIsOfWhatAddsUpOverTime() {
    accepts("year to date of sales", USD);
    accepts("month to date of age", DAYS);
    accepts("quarter to date of rate", SHARE);
    assertEquals(
        "metric to date of x must not be made of snapshots, as they do not add up over time, but"
            + " open is",
        refusal("year to date of open", USD));
    Metric net = metric("net", "= open - sales", USD);
    assertTrue(refusal(net, metric("x", "year to date of net", USD)).endsWith("but net is"));
    Metric toDate = metric("to-date", "year to date of sales", USD);
    assertEquals(
        "metric to date of x must not be to date itself, but to-date is",
        refusal(toDate, metric("x", "month to date of to-date", USD)));
    assertEquals(
        "unit and scale of x must be those of sales, "
            + USD
            + " and 0, but were "
            + COUNT
            + " and 0",
        refusal("year to date of sales", COUNT));
  }

  @Test
  void knowsWhatDependsOnWhat() {
    Metric net = metric("net", "= sales - costs", USD);
    Metric margin = metric("margin", "net / sales", SHARE);
    Catalog catalog = catalog(margin, net);
    assertEquals("[sales, costs, net]", catalog.dependencies(margin.id()).toString());
    assertEquals("[margin, net]", catalog.dependents(SALES.id()).toString());
    assertEquals("[sales, costs]", catalog.sources(margin.id()).toString());
    assertEquals("[sales]", catalog.sources(SALES.id()).toString());
    assertEquals(List.of(), catalog.dependencies(SALES.id()));
    assertEquals(List.of(), catalog.dependents(margin.id()));
    assertThrows(IllegalArgumentException.class, () -> catalog.dependents(MetricId.of("none")));
    assertEquals(1, catalog.code(CLOSED.id()));
  }

  @Test
  void knowsWhatAppliesToWhom() {
    RoleId hunter = RoleId.of("hunter");
    Metric forHunters =
        MetricTest.demos().addRoles(hunter).effectiveFrom(LocalDate.of(2026, 1, 1)).build();
    Catalog catalog = Catalog.of(List.of(forHunters, WINS), List.of());
    LocalDate day = LocalDate.of(2026, 1, 1);
    assertEquals(List.of(forHunters, WINS), catalog.applicableTo(hunter, day));
    assertEquals(List.of(WINS), catalog.applicableTo(hunter, day.minusDays(1)));
    assertEquals(List.of(WINS), catalog.applicableTo(RoleId.of("farmer"), day));
  }
}
