package dev.guidepost.examples.tour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.agreement.Commitments;
import dev.guidepost.core.clarity.ClarityFinding;
import dev.guidepost.core.clarity.ClarityRule;
import dev.guidepost.core.fact.Fact;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.TerritoryId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.territory.Territories;
import dev.guidepost.core.time.Period;
import dev.guidepost.examples.crm.CrmExport;
import dev.guidepost.examples.crm.Exports;
import dev.guidepost.examples.source.SalesRecords;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.org.Organisation;
import dev.guidepost.targets.outlook.UnitOutlook;
import dev.guidepost.targets.review.Owed;
import dev.guidepost.targets.review.WeeklyReview;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour of a generated company, and of an export of another shape. */
class TourTest {
  private static final List<String> SUMS = List.of("bookings", "wins", "losses", "closed");

  @TempDir static Path shared;
  private static TourRun run;
  private static Analysis analysis;

  @TempDir Path folder;

  /** The tour as it is run, and beside it all that it shows, made anew of what it says it does. */
  @BeforeAll
  static void runOnce() {
    run = TourRun.of(shared);
    Properties settings = new Properties();
    settings.setProperty("tour.seed", "42");
    settings.setProperty("tour.asOf", "2026-10-30");
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    analysis = Analysis.of(Tour.records(settings, nowhere));
  }

  @Test
  void writesWhatItSays() throws IOException {
    run.check();
    assertEquals(3, run.health("rejected"));
    assertTrue(run.printed().startsWith("Generating a company from seed 42\n"), run.printed());
    String page = run.text("review.html");
    assertEquals(3, page.split("<svg ", -1).length, "one chart and one plan");
    assertTrue(page.contains("class=\"chances\""), page);
  }

  @Test
  void saysWhatWasPromisedAndWhatIsHardToFollow() throws IOException {
    WeeklyReview review = analysis.review(analysis.records().organisation().root());
    Set<Owed.Kind> kinds = EnumSet.noneOf(Owed.Kind.class);
    review.owed().forEach(owed -> kinds.add(owed.kind()));
    assertEquals(EnumSet.allOf(Owed.Kind.class), kinds);
    assertTrue(review.results().stream().anyMatch(Commitments.Result::kept));
    assertTrue(review.results().stream().anyMatch(result -> result.miss().isPresent()));
    Set<ClarityRule> rules =
        review.unclear().stream().map(ClarityFinding::rule).collect(Collectors.toSet());
    assertEquals(
        Set.of(
            ClarityRule.ACTIVITY_WITHOUT_QUALITY,
            ClarityRule.GOAL_WITHOUT_STRATEGY,
            ClarityRule.TARGET_WITHOUT_AGREEMENT),
        rules);
    int findings = review.unclear().size();
    assertTrue(findings < analysis.records().organisation().people().size(), "" + findings);
    assertTrue(review.print().lines().count() <= WeeklyReview.LINES, review::print);
    assertTrue(review.print().contains(" In the full review: answer owed"), review::print);
    String shown = analysis.reviewInFull(review.unit()).print();
    for (String word :
        List.of("done/agreed", " Missed: ", " Answer owed: ", " Reason owed: ", " Unclear: ")) {
      assertTrue(shown.contains(word), word + " in " + shown);
    }
    assertFalse(shown.contains("Not checked"), shown);
    assertTrue(shown.contains("  so far "), shown);
    String teams = analysis.review(analysis.defaultUnit()).print();
    assertTrue(teams.contains("  overridden: "), teams);
    String page = run.text("review.html");
    assertTrue(page.contains("<strong>Answer owed:</strong>"), page);
    assertTrue(page.contains("<strong>Unclear:</strong>"), page);
  }

  @Test
  void territoriesShowWhatThereIsToWin() throws IOException {
    Territories territories = analysis.records().arrangements().orElseThrow().territories();
    List<Map<String, String>> rows = run.rows("territories.csv");
    assertTrue(territories.ids().size() > 1);
    List<String> ids = rows.stream().map(row -> row.get("territory_id")).toList();
    List<String> all = new ArrayList<>(territories.ids().stream().map(TerritoryId::value).toList());
    all.add("unassigned");
    assertEquals(all, ids, "what other sellers' customers bought is in no territory");
    for (Map<String, String> row : rows) {
      boolean held = !row.get("holder_id").isEmpty();
      assertEquals(held, !row.get("holder").startsWith("("), row.toString());
      BigDecimal installed = new BigDecimal(row.get("installed_base"));
      assertTrue(installed.compareTo(new BigDecimal(row.get("bought_12_months"))) >= 0, "" + row);
      BigDecimal potential = new BigDecimal(row.get("potential"));
      assertTrue(potential.compareTo(new BigDecimal(row.get("white_space"))) >= 0, "" + row);
    }
  }

  @Test
  void takesAnySeed() throws IOException {
    TourRun other = TourRun.of(folder, "tour.seed", "7", "tour.unit", "company");
    other.check();
    assertTrue(other.text("review.txt").contains("seed 7"));
  }

  @Test
  void isTheSameEveryTime() throws IOException {
    WeeklyReview review = Tour.write(analysis, analysis.defaultUnit(), folder);
    TourRun again = new TourRun(true, review.print(), "", folder);
    for (String file : TourRun.TABLES.keySet()) {
      assertEquals(run.text(file), again.text(file), file);
    }
    assertEquals(run.text("review.html"), again.text("review.html"));
    assertEquals(run.text("review.txt"), again.text("review.txt"));
    assertTrue(run.printed().contains(review.print()), run.printed());
  }

  @Test
  void addsUpFromPeopleAndUnitsToTheCompany() throws IOException {
    Map<String, Map<String, String>> cells = run.rollup();
    Organisation organisation = analysis.records().organisation();
    List<String> people = organisation.people().stream().map(PartyId::value).toList();
    List<String> top = new ArrayList<>(List.of("unassigned"));
    for (UnitId unit : organisation.units()) {
      if (organisation.level(unit).equals("region")) {
        top.add(unit.value());
      }
    }
    assertEquals(3, top.size());
    Set<String> periods = new TreeSet<>();
    for (Map<String, String> row : cells.values()) {
      if (row.get("unit_id").equals("company") && SUMS.contains(row.get("metric"))) {
        BigDecimal whole = new BigDecimal(row.get("value"));
        assertEquals(0, whole.compareTo(sum(cells, top, row)), row.toString());
        assertEquals(0, whole.compareTo(sum(cells, people, row)), row.toString());
        periods.add(row.get("period"));
      }
    }
    assertTrue(periods.containsAll(Set.of("2025", "2026", "2026-Q4", "2026-10")), "" + periods);
  }

  /** The sum over some units; a party without facts has no row. */
  private static BigDecimal sum(
      Map<String, Map<String, String>> cells, List<String> units, Map<String, String> like) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String unit : units) {
      Map<String, String> row =
          cells.get(TourRun.key(unit, like.get("metric"), like.get("period")));
      sum = sum.add(new BigDecimal(row.get("value")));
    }
    return sum;
  }

  @Test
  void ratiosAreSumsOverSums() throws IOException {
    Map<String, Map<String, String>> cells = run.rollup();
    for (Map<String, String> row : cells.values()) {
      String metric = row.get("metric");
      if (metric.equals("win-rate") || metric.equals("average-deal-size")) {
        boolean rate = metric.equals("win-rate");
        String part = value(cells, row, rate ? "wins" : "bookings");
        String whole = value(cells, row, rate ? "closed" : "wins");
        assertEquals(0, new BigDecimal(part).compareTo(new BigDecimal(row.get("numerator"))));
        assertEquals(whole, row.get("denominator"));
        assertEquals(
            whole.equals("0")
                ? ""
                : new BigDecimal(part)
                    .divide(new BigDecimal(whole), 6, RoundingMode.HALF_UP)
                    .toPlainString(),
            row.get("value"),
            row.toString());
      } else if (metric.equals("won-cycle-days-median")) {
        assertEquals(value(cells, row, "wins"), row.get("denominator"), row.toString());
      }
    }
  }

  private static String value(
      Map<String, Map<String, String>> cells, Map<String, String> like, String metric) {
    return String.valueOf(
        cells.get(TourRun.key(like.get("unit_id"), metric, like.get("period"))).get("value"));
  }

  @Test
  void drillsDownToTheRowsBehindACell() throws IOException {
    Cube cube = analysis.evidence().asItWas();
    Map<String, Map<String, String>> cells = run.rollup();
    for (PartyId node : cube.nodes()) {
      for (MetricId metric : List.of(StandardMetrics.BOOKINGS, StandardMetrics.WINS)) {
        for (Period period : cube.periods()) {
          Map<String, String> row =
              cells.get(TourRun.key(node.value(), metric.value(), period.label()));
          if (row != null && period.label().startsWith("2026-Q")) {
            List<Fact> facts = cube.facts(node, metric, period);
            Quantity sum = facts.stream().map(Fact::amount).reduce(Quantity.ZERO, Quantity::plus);
            assertEquals(row.get("value"), sum.toString(), row.toString());
            assertTrue(facts.stream().allMatch(fact -> period.contains(fact.on())));
          }
        }
      }
    }
  }

  @Test
  void expectsWhatLiesInItsInterval() {
    Organisation organisation = analysis.records().organisation();
    for (UnitId unit : List.of(organisation.root(), analysis.defaultUnit())) {
      UnitOutlook outlook = analysis.planner().outlook(unit).orElseThrow();
      assertTrue(outlook.low().compareTo(outlook.total()) < 0, outlook.toString());
      assertTrue(outlook.high().compareTo(outlook.total()) > 0, outlook.toString());
    }
  }

  @Test
  void showsNamesThatRunNothing() throws IOException {
    SalesRecords records = analysis.records();
    Analysis hostile = Analysis.of(Hostile.of(records));
    UnitId unit = analysis.defaultUnit();
    String printed = Tour.write(hostile, unit, folder).print();
    new TourRun(true, printed + folder, "", folder).check();
    TourRun written = new TourRun(true, "", "", folder);
    String page = written.text("review.html");
    assertTrue(page.contains("&lt;b&gt;=cmd|&#39; /C calc&#39;!A0"), page);
    assertTrue(page.contains("=2+5&lt;/title&gt;&lt;script&gt;"), page);
    assertTrue(page.contains("@SUM(A1)&quot;&gt;&lt;img"), page);
    for (String markup : List.of("<b>=", "</title><script", "<img", "<i>")) {
      assertEquals(-1, page.indexOf(markup), markup);
    }
    assertEquals(Hostile.PERSON, written.rows("people.csv").get(0).get("person"));
    assertTrue(
        written.rows("rollup.csv").stream()
            .anyMatch(row -> "'".concat(Hostile.UNIT).equals(row.get("unit"))));
    assertTrue(
        written.rows("plan.csv").stream()
            .anyMatch(row -> "'".concat(Hostile.DEAL).equals(row.get("subject"))));
  }

  @Test
  void readsAnotherShapeByItsMappingAlone() throws IOException {
    TourRun other =
        TourRun.of(
            folder,
            "tour.data",
            Exports.SECOND.toString(),
            "tour.mapping",
            Exports.SECOND_MAPPING.toString());
    other.check();
    assertEquals(0, other.health("rejected"));
    assertTrue(other.text("review.txt").contains("Win yield: not enough data"), other.printed());
    assertTrue(other.text("review.html").contains("not enough data"));
    List<Map<String, String>> people = other.rows("people.csv");
    assertTrue(people.stream().allMatch(row -> row.get("win_yield").isEmpty()));
    assertEquals(
        List.of("P-101", "P-102"),
        people.stream()
            .filter(row -> "Anna Schmidt".equals(row.get("person")))
            .map(row -> row.get("person_id"))
            .toList());
    assertEquals(List.of(), other.rows("plan.csv"));
    moverLeaverJoiner(other);
  }

  /** What a mover won before stays with the old team, what he wins after counts for the new one. */
  private static void moverLeaverJoiner(TourRun other) throws IOException {
    SalesRecords records = CrmExport.read(Exports.SECOND, Exports.SECOND_MAPPING, Optional.empty());
    Organisation organisation = records.organisation();
    Map<String, Map<String, String>> cells = other.rollup();
    for (PersonId person : organisation.people()) {
      assertTrue(
          cells.containsKey(TourRun.key(person.value(), "wins", "2026"))
              || organisation.memberships(person).isEmpty(),
          person.value());
    }
    BigDecimal teams = BigDecimal.ZERO;
    for (UnitId unit : organisation.units()) {
      if (organisation.level(unit).equals("team")) {
        teams = teams.add(new BigDecimal(bookings(cells, unit.value())));
      }
    }
    BigDecimal rest = new BigDecimal(bookings(cells, "unassigned"));
    assertEquals(
        0, new BigDecimal(bookings(cells, "company")).compareTo(teams.add(rest)), "" + teams);
  }

  private static String bookings(Map<String, Map<String, String>> cells, String unit) {
    return String.valueOf(cells.get(TourRun.key(unit, "bookings", "2026")).get("value"));
  }
}
