package dev.guidepost.examples.cases;

import static dev.guidepost.core.quantity.Apportionment.LARGEST_REMAINDER;
import static dev.guidepost.core.quantity.Apportionment.WEBSTER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.guidepost.core.quantity.Apportionment;
import dev.guidepost.examples.tour.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Splits as censuses, textbooks and other programs made them. */
class ApportionmentCasesTest {

  private static Map<?, ?> cases() throws IOException {
    return Json.object(Files.readString(Shared.file("data/apportionment/cases.json")));
  }

  private static List<Map<?, ?>> cases(String group) throws IOException {
    List<Map<?, ?>> found = new ArrayList<>();
    ((List<?>) cases().get(group)).forEach(one -> found.add((Map<?, ?>) one));
    return found;
  }

  private static Map<?, ?> object(Map<?, ?> parent, String name) {
    return (Map<?, ?>) parent.get(name);
  }

  private static long number(Object value) {
    return ((BigDecimal) value).longValueExact();
  }

  private static Map<String, BigDecimal> weights(Map<?, ?> population) {
    Map<String, BigDecimal> weights = new TreeMap<>();
    population.forEach((key, value) -> weights.put((String) key, (BigDecimal) value));
    return weights;
  }

  private static Map<String, Long> parts(Map<?, ?> expected) {
    Map<String, Long> parts = new TreeMap<>();
    expected.forEach((key, value) -> parts.put((String) key, number(value)));
    return parts;
  }

  /** Keys in the order of a list, of which there are at most ten. */
  private static <T> Map<Integer, T> byPosition(List<?> list, Class<T> type) {
    Map<Integer, T> map = new LinkedHashMap<>();
    list.forEach(value -> map.put(map.size(), type.cast(value)));
    return map;
  }

  private static List<Long> longs(Object list) {
    return ((List<?>) list).stream().map(ApportionmentCasesTest::number).toList();
  }

  @Test
  void showsTheAlabamaParadox() throws IOException {
    Map<?, ?> one = cases("largest_remainder").get(0);
    assertEquals("alabama-paradox-1880", one.get("id"));
    Map<String, BigDecimal> states = weights(object(one, "population"));
    Map<String, Long> at299 = LARGEST_REMAINDER.split(299, states, state -> 1);
    Map<String, Long> at300 = LARGEST_REMAINDER.split(300, states, state -> 1);
    assertEquals(parts(object(object(one, "expect"), "299")), at299);
    assertEquals(parts(object(object(one, "expect"), "300")), at300);
    assertEquals(8, at299.get("Alabama"));
    assertEquals(7, at300.get("Alabama"));
    // which Webster's method never does
    Map<String, Long> webster = WEBSTER.split(300, states, state -> 1);
    WEBSTER
        .split(299, states, state -> 1)
        .forEach((state, seats) -> assertTrue(seats <= webster.get(state), state));
  }

  @Test
  void showsTheNewStatesParadox() throws IOException {
    Map<?, ?> one = cases("largest_remainder").get(1);
    assertEquals("new-states-paradox-1907", one.get("id"));
    assertEquals(
        parts(object(object(one, "expect"), "386")),
        LARGEST_REMAINDER.split(386, weights(object(one, "population_before")), state -> 1));
    assertEquals(
        parts(object(object(one, "expect"), "391")),
        LARGEST_REMAINDER.split(391, weights(object(one, "population_after")), state -> 1));
  }

  @Test
  void showsThePopulationParadox() throws IOException {
    Map<?, ?> one = cases("largest_remainder").get(2);
    assertEquals("population-paradox-toy", one.get("id"));
    List<?> populations = (List<?>) one.get("population");
    List<?> expected = (List<?>) one.get("expect");
    for (int i = 0; i < 2; i++) {
      assertEquals(
          parts((Map<?, ?>) expected.get(i)),
          LARGEST_REMAINDER.split(
              number(one.get("units")), weights((Map<?, ?>) populations.get(i))));
    }
  }

  @Test
  void dividesTheHousesOf1790And1832() throws IOException {
    Map<?, ?> first = cases("largest_remainder").get(3);
    assertEquals("hamilton-1790-120", first.get("id"));
    assertEquals(
        parts(object(first, "expect")),
        LARGEST_REMAINDER.split(120, weights(object(first, "population"))));
    Map<?, ?> later = cases("divisor").get(0);
    assertEquals("webster-1832-240", later.get("id"));
    assertEquals(
        parts(object(later, "expect_computed")),
        WEBSTER.split(240, weights(object(later, "population"))));
  }

  @Test
  void dividesTheExamplesOfBalinskiAndYoung() throws IOException {
    for (Map<?, ?> one : cases("balinski_young")) {
      Map<Integer, BigDecimal> votes = byPosition((List<?>) one.get("votes"), BigDecimal.class);
      long units = number(one.get("units"));
      Map<?, ?> expected = object(one, "expect");
      assertEquals(
          longs(expected.get("largest_remainder")),
          List.copyOf(LARGEST_REMAINDER.split(units, votes).values()));
      assertEquals(
          longs(expected.get("webster")), List.copyOf(WEBSTER.split(units, votes).values()));
    }
  }

  @Test
  void breaksTiesByTheFirstKey() throws IOException {
    int checked = 0;
    for (Map<?, ?> one : cases("ties")) {
      Map<Integer, BigDecimal> votes = byPosition((List<?>) one.get("votes"), BigDecimal.class);
      long units = number(one.get("units"));
      Object expected =
          one.containsKey("expect") ? one.get("expect") : one.get("expect_first_listed");
      if (expected instanceof List<?>) {
        for (Apportionment way : Apportionment.values()) {
          assertEquals(longs(expected), List.copyOf(way.split(units, votes).values()));
          checked++;
        }
      } else if (expected instanceof Map<?, ?> byMethod) {
        assertEquals(
            longs(byMethod.get("webster")), List.copyOf(WEBSTER.split(units, votes).values()));
        checked++;
      }
    }
    assertEquals(9, checked);
  }

  /** Five censuses; the columns were computed by another program. */
  @Test
  void dividesTheHouseOfFiveCensuses() throws IOException {
    Map<String, List<NamedCsvRecord>> byCensus = new TreeMap<>();
    for (NamedCsvRecord row : Shared.rows("data/apportionment/us_house_1960_2000.csv")) {
      byCensus.computeIfAbsent(row.getField("census"), year -> new ArrayList<>()).add(row);
    }
    assertEquals(5, byCensus.size());
    for (List<NamedCsvRecord> rows : byCensus.values()) {
      assertEquals(50, rows.size());
      Map<String, BigDecimal> people = new TreeMap<>();
      rows.forEach(
          row ->
              people.put(
                  row.getField("state"), new BigDecimal(row.getField("apportionment_population"))));
      for (int least = 0; least <= 1; least++) {
        long minimum = least;
        assertEquals(
            column(rows, "computed_largest_remainder"),
            LARGEST_REMAINDER.split(435, people, state -> minimum));
        assertEquals(
            column(rows, "computed_webster"), WEBSTER.split(435, people, state -> minimum));
      }
    }
  }

  private static Map<String, Long> column(List<NamedCsvRecord> rows, String name) {
    Map<String, Long> column = new TreeMap<>();
    rows.forEach(row -> column.put(row.getField("state"), Long.valueOf(row.getField(name))));
    return column;
  }

  @Test
  void givesTheReferenceSplits() throws IOException {
    Map<?, ?> reference = Json.object(Files.readString(Shared.file("reference/a4_alloc.json")));
    List<?> all = (List<?>) reference.get("apportion");
    assertEquals(7, all.size());
    for (Object each : all) {
      Map<?, ?> one = (Map<?, ?>) each;
      Map<Integer, BigDecimal> weights = byPosition((List<?>) one.get("w"), BigDecimal.class);
      long units = number(one.get("n"));
      assertEquals(
          longs(one.get("hamilton")),
          List.copyOf(LARGEST_REMAINDER.split(units, weights).values()));
      assertEquals(longs(one.get("webster")), List.copyOf(WEBSTER.split(units, weights).values()));
    }
  }
}
