package dev.guidepost.examples.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.examples.crm.CrmExport;
import dev.guidepost.examples.crm.Exports;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.WinCurve;
import dev.guidepost.targets.rates.Difference;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tour of the sample "CRM sales opportunities": each figure of its profile, which another
 * program computed from the raw files, and the first answers that an analyst asks for.
 */
class RealDataTourTest {
  @TempDir static Path shared;
  private static Path data;
  private static TourRun run;
  private static Analysis analysis;
  private static Evidence evidence;
  private static Map<?, ?> profile;
  private static Map<String, Map<String, String>> cells;
  private static final Map<String, String> SLICES = new LinkedHashMap<>();

  @TempDir Path folder;

  @BeforeAll
  static void runOnce() throws IOException {
    data =
        Path.of(System.getProperty("guidepost.shared", "none"), "data", "crm-sales-opportunities");
    if (!Files.isDirectory(data)) {
      Assumptions.abort("shared data absent: the sample of sales opportunities");
    }
    run = run(shared);
    analysis = Analysis.of(CrmExport.read(data, Exports.FIRST_MAPPING, Optional.empty()));
    evidence = analysis.evidence();
    profile = Json.object(Files.readString(data.resolve("expected_profile.json")));
    cells = run.rollup();
    for (Map<String, String> row : run.rows("slices.csv")) {
      String key = row.get("dimension") + "|" + row.get("value") + "|";
      SLICES.put(key + row.get("metric") + "|" + row.get("period"), row.get("amount"));
    }
  }

  private static TourRun run(Path directory, String... settings) {
    String[] all = new String[settings.length + 4];
    System.arraycopy(settings, 0, all, 4, settings.length);
    all[0] = "tour.data";
    all[1] = data.toString();
    all[2] = "tour.mapping";
    all[3] = Exports.FIRST_MAPPING.toString();
    return TourRun.of(directory, all);
  }

  @Test
  void writesWhatItSays() throws IOException {
    run.check();
    assertEquals(3, run.text("review.html").split("<svg ", -1).length, "one chart and one plan");
  }

  @Test
  void agreesOnStages() {
    Map<?, ?> stages = (Map<?, ?>) profile.get("stages");
    assertEquals(4, stages.size());
    stages.forEach(
        (stage, count) ->
            assertEquals(count.toString(), SLICES.get("stage|" + stage + "|deals|all")));
  }

  @Test
  void agreesOnTheCompany() {
    assertEquals(decimal("closed"), decimal(cell("company", "closed", "2017")));
    assertEquals(decimal("won_value"), decimal(cell("company", "bookings", "2017")));
    assertEquals(decimal("win_rate"), decimal(cell("company", "win-rate", "2017")));
    assertEquals(
        decimal("mean_won"),
        decimal(cell("company", "average-deal-size", "2017")).setScale(4, RoundingMode.HALF_UP));
    Map<?, ?> medians = (Map<?, ?>) profile.get("median_cycle_days");
    assertEquals(medians.get("won"), decimal(cell("company", "won-cycle-days-median", "2017")));
  }

  @Test
  void agreesOnRegionsManagersAndAgents() {
    assertEquals(3, agrees("by_region", name -> new String[] {"region:" + name, "2017"}));
    assertEquals(6, agrees("by_manager", name -> new String[] {"team:" + name, "2017"}));
    assertEquals(30, agrees("by_agent", name -> new String[] {name, "2017"}));
  }

  @Test
  void agreesOnMonthsAndQuarters() {
    assertEquals(10, agrees("by_close_month", name -> new String[] {"company", name}));
    assertEquals(4, agrees("by_close_quarter", name -> new String[] {"company", name}));
    assertEquals(24, agrees("by_manager_quarter", name -> ("team:" + name).split("\\|", -1)));
    assertEquals(12, agrees("by_region_quarter", name -> ("region:" + name).split("\\|", -1)));
  }

  /** Checks each figure of a part of the profile; returns how many names it has. */
  private static int agrees(String part, Function<String, String[]> place) {
    Map<?, ?> names = (Map<?, ?>) profile.get(part);
    names.forEach(
        (name, figures) -> {
          String[] at = place.apply(name.toString());
          agrees((Map<?, ?>) figures, metric -> cell(at[0], metric, at[1]));
        });
    return names.size();
  }

  private static void agrees(Map<?, ?> figures, Function<String, String> cell) {
    assertEquals(Set.of("closed", "won", "lost", "won_value", "win_rate"), figures.keySet());
    assertEquals(figures.get("closed"), decimal(cell.apply("closed")));
    assertEquals(figures.get("won"), decimal(cell.apply("wins")));
    assertEquals(figures.get("lost"), decimal(cell.apply("losses")));
    assertEquals(figures.get("won_value"), decimal(cell.apply("bookings")));
    BigDecimal rate = (BigDecimal) figures.get("win_rate");
    assertEquals(rate.setScale(6), decimal(cell.apply("win-rate")));
  }

  @Test
  void agreesOnProductsWithTheOneThatIsSpelledInTwoWays() {
    Map<?, ?> products = (Map<?, ?>) profile.get("by_product");
    assertEquals(7, products.size());
    for (Map.Entry<?, ?> product : products.entrySet()) {
      String name = product.getKey().equals("GTXPro") ? "GTX Pro" : product.getKey().toString();
      agrees(
          (Map<?, ?>) product.getValue(),
          metric -> String.valueOf(SLICES.get("product|" + name + "|" + metric + "|all")));
    }
    assertTrue(SLICES.containsKey("product|GTX Pro|bookings|all"), SLICES.keySet().toString());
    assertTrue(SLICES.keySet().stream().noneMatch(key -> key.contains("GTXPro")));
  }

  @Test
  void hasRowsForPeopleWithoutDeals() throws IOException {
    Set<String> idle =
        analysis.records().organisation().people().stream()
            .map(PersonId::value)
            .filter(name -> !((Map<?, ?>) profile.get("by_agent")).containsKey(name))
            .collect(Collectors.toSet());
    assertEquals(5, idle.size());
    for (String name : idle) {
      assertEquals("0", cell(name, "bookings", "2017"));
      assertEquals("", cell(name, "win-rate", "2017"));
      assertEquals("0", cells.get(TourRun.key(name, "win-rate", "2017")).get("denominator"));
    }
    assertEquals(35, run.rows("people.csv").size());
  }

  /** Answers 1 and 2. */
  @Test
  void tellsDataHealthAndBookings() throws IOException {
    assertEquals(8_800, run.health("deals"));
    assertEquals(30, run.health("sellers with deals"));
    assertEquals(5, run.health("sellers without deals"));
    assertEquals(2_089, run.health("open deals without amount"));
    assertEquals(500, run.health("open deals without date"));
    assertEquals(0, run.health("quotas"));
    assertEquals(0, run.health("activities"));
    assertEquals(1_291, run.health("stale open deals"));
    assertEquals(0, run.health("rejected"));
    assertEquals("10005534", cell("company", "bookings", "2017"));
    assertEquals("4238", cell("company", "wins", "2017"));
  }

  /** Answer 3. */
  @Test
  void tellsWinRateAndYield() throws IOException {
    Map<String, String> rate = cells.get(TourRun.key("company", "win-rate", "2017"));
    assertEquals(List.of("0.631501", "4238", "6711"), List.copyOf(rate.values()).subList(4, 7));
    Period cohort = evidence.cohort().orElseThrow();
    assertEquals(LocalDate.of(2017, 3, 1), cohort.start());
    assertEquals(LocalDate.of(2017, 8, 15), cohort.lastDay());
    assertEquals(
        "47.3 % (2,273 of 4,806)",
        evidence.today().measurement(root(), StandardMetrics.WIN_YIELD, cohort).toString());
    long opened = 0;
    long won = 0;
    long undecided = 0;
    for (Map<String, String> person : run.rows("people.csv")) {
      opened += Long.parseLong(person.get("opened"));
      won += Long.parseLong(person.get("won"));
      undecided += Long.parseLong(person.get("undecided"));
    }
    assertEquals(4_806, opened);
    assertEquals(2_273, won);
    assertEquals(22.6, 100.0 * undecided / opened, 0.05);
  }

  /** Answer 4, and what is behind the difference in yield. */
  @Test
  void tellsWhetherSellersDiffer() {
    Cube cube = evidence.today();
    List<PersonId> people = evidence.people();
    Period year = FiscalCalendar.calendarYear().period("2017");
    Difference rate = Difference.between(cube, StandardMetrics.WIN_RATE, year, people);
    assertEquals(30, rate.people());
    assertEquals(0.26, rate.pValue().orElseThrow(), 0.005);
    assertEquals("55 % to 70 %", percent(rate.lowest()) + " to " + percent(rate.highest()));
    Period cohort = evidence.cohort().orElseThrow();
    Difference yield = Difference.between(cube, StandardMetrics.WIN_YIELD, cohort, people);
    assertEquals(0.004, yield.pValue().orElseThrow(), 0.0005);
    Set<PersonId> open =
        open().stream()
            .filter(deal -> deal.opened().isPresent())
            .map(Deal::owner)
            .collect(Collectors.toSet());
    List<PersonId> owners = people.stream().filter(open::contains).toList();
    Difference among = Difference.between(cube, StandardMetrics.WIN_YIELD, cohort, owners);
    assertEquals(0.37, among.pValue().orElseThrow(), 0.005);
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  private static List<Deal> open() {
    return analysis.records().deals().stream()
        .filter(deal -> deal.outcome() == Outcome.OPEN)
        .toList();
  }

  /** Answer 5. */
  @Test
  void tellsWhatIsLive() {
    WinCurve curve = evidence.curve().orElseThrow();
    assertEquals(138, curve.staleAge());
    assertEquals(52.9, 100 * curve.wonBy(138), 0.05);
    List<Deal> dated = open().stream().filter(deal -> deal.opened().isPresent()).toList();
    assertEquals(1_589, dated.size());
    List<Deal> live =
        dated.stream()
            .filter(deal -> deal.ageOn(evidence.asOf()).orElseThrow() <= curve.staleAge())
            .toList();
    assertEquals(298, live.size());
    assertEquals(0.69, millionsAtList(live), 0.005);
    assertEquals(3.89, millionsAtList(dated), 0.005);
    long planned = 0;
    for (PersonId person : evidence.people()) {
      planned += analysis.planner().plan(person).pipeline().in(DealOutlook.State.LIVE).size();
    }
    assertEquals(298, planned);
  }

  private static double millionsAtList(List<Deal> deals) {
    return deals.stream()
            .map(deal -> deal.listAmount().orElseThrow())
            .reduce(Quantity.ZERO, Quantity::plus)
            .toDouble()
        / 1e6;
  }

  @Test
  void reviewsTheMondayAfterForThePeriodThatHoldsIt() throws IOException {
    assertEquals(LocalDate.of(2018, 1, 1), evidence.review());
    assertEquals("2018-Q1", evidence.period().label());
    assertEquals("2017-Q4", evidence.windows().lastFullPeriod().label());
    assertTrue(analysis.planner().goals().assumed());
    assertEquals(
        Quantity.of(2_802_496), analysis.planner().goals().of(root()).orElseThrow().amount());
    String review = run.text("review.txt");
    assertTrue(review.contains("2018-01-01") && review.contains("2018-Q1"), review);
    assertTrue(
        run.rows("plan.csv").stream()
            .noneMatch(row -> Set.of("meet", "call").contains(row.get("kind"))));
  }

  @Test
  void raisesOneSignalThatTheCompanyOwns() throws IOException {
    List<Map<String, String>> signals = run.rows("signals.csv");
    assertEquals(1, signals.size());
    assertEquals("company", signals.get(0).get("owner"));
    assertEquals("opportunities", signals.get(0).get("metric"));
    assertTrue(run.text("review.html").contains("below the usual range since 2017-12-04"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"team:Dustin Brinkmann", "East", "company"})
  void showsTheUnitAskedForByIdOrName(String unit) throws IOException {
    TourRun other = unit.equals("East") ? run(folder, "tour.unit", unit) : written(unit);
    other.check();
    String name = unit.equals("company") ? "Company" : unit.replaceFirst(".*:", "");
    assertTrue(other.text("review.html").contains("<h1>" + name + ", "), name);
    assertEquals(run.text("rollup.csv"), other.text("rollup.csv"));
  }

  /** What the tour writes of a unit, of records that are read and analysed already. */
  private TourRun written(String unit) throws IOException {
    String printed = Tour.write(analysis, analysis.unit(unit), folder).print();
    return new TourRun(true, printed + folder, "", folder);
  }

  private static UnitId root() {
    return analysis.records().organisation().root();
  }

  private static String cell(String unit, String metric, String period) {
    Map<String, String> row = cells.get(TourRun.key(unit, metric, period));
    return row == null ? "no row" : String.valueOf(row.get("value"));
  }

  private static BigDecimal decimal(String nameOrNumber) {
    return profile.get(nameOrNumber) instanceof BigDecimal figure
        ? figure
        : new BigDecimal(nameOrNumber);
  }
}
