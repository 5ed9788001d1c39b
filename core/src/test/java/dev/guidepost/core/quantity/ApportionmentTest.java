package dev.guidepost.core.quantity;

import static dev.guidepost.core.quantity.Apportionment.LARGEST_REMAINDER;
import static dev.guidepost.core.quantity.Apportionment.WEBSTER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Exact splits, against published and computed ones. */
class ApportionmentTest {

  /** Weights by position, 10 to 99, so that keys and positions have one order. */
  private static Map<String, BigDecimal> weights(String... weights) {
    Map<String, BigDecimal> map = new TreeMap<>();
    for (int i = 0; i < weights.length; i++) {
      map.put("k" + (10 + i), new BigDecimal(weights[i]));
    }
    return map;
  }

  private static List<Long> split(Apportionment way, long total, String... weights) {
    return List.copyOf(way.split(total, weights(weights)).values());
  }

  private static List<Long> longs(long... values) {
    return Arrays.stream(values).boxed().toList();
  }

  @Test
  void givesTheReferenceSplits() {
    // a4_alloc.json, "apportion": computed by unit with exact fractions
    assertEquals(longs(4, 4, 2), split(LARGEST_REMAINDER, 10, "6", "6", "2"));
    assertEquals(longs(5, 5, 1), split(LARGEST_REMAINDER, 11, "6", "6", "2"));
    assertEquals(longs(5, 4, 1), split(WEBSTER, 10, "6", "6", "2"));
    assertEquals(longs(5, 5, 1), split(WEBSTER, 11, "6", "6", "2"));
    String[] six = {"47", "16", "158", "88", "99", "61"};
    assertEquals(longs(10, 3, 34, 19, 21, 13), split(LARGEST_REMAINDER, 100, six));
    assertEquals(longs(10, 3, 34, 19, 21, 13), split(WEBSTER, 100, six));
    String[] five = {"5670", "3850", "2420", "2300", "110"};
    assertEquals(longs(8, 5, 4, 3, 0), split(LARGEST_REMAINDER, 20, five));
    assertEquals(longs(8, 6, 3, 3, 0), split(WEBSTER, 20, five));
    for (Apportionment way : Apportionment.values()) {
      assertEquals(longs(34, 33, 33), split(way, 100, "1", "1", "1"));
      assertEquals(longs(3, 3, 4), split(way, 10, "333", "333", "334"));
      assertEquals(longs(0, 4, 3), split(way, 7, "0", "5", "5"));
    }
    // a4_alloc.json, "cents"
    assertEquals(
        longs(2999701, 2199780, 1799820, 1199880, 899910, 499950, 400960),
        split(LARGEST_REMAINDER, 10_000_001, "30", "22", "18", "12", "9", "5", "4.01"));
  }

  @Test
  void givesThePublishedSplits() {
    // Balinski and Young 1975, The Quota Method of Apportionment, examples 1 and 2
    String[] first = {"5117", "4400", "162", "161", "160"};
    assertEquals(longs(51, 44, 2, 2, 1), split(LARGEST_REMAINDER, 100, first));
    assertEquals(longs(51, 43, 2, 2, 2), split(WEBSTER, 100, first));
    String[] second = {"9061", "7179", "5259", "3319", "1182"};
    assertEquals(longs(9, 7, 5, 4, 1), split(LARGEST_REMAINDER, 26, second));
    assertEquals(longs(9, 8, 5, 3, 1), split(WEBSTER, 26, second));
    // mrexcel.com 609579: seasonality of 3 units, where rounding each gives 4
    for (Apportionment way : Apportionment.values()) {
      assertEquals(longs(0, 1, 1, 1), split(way, 3, ".17", ".23", ".3", ".3"));
      // docs.aimplan.com, top-down allocation: raised in proportion; all 0 means even
      assertEquals(longs(30, 20, 10), split(way, 60, "15", "10", "5"));
      assertEquals(longs(20, 20, 20), split(way, 60, "0", "0", "0"));
    }
    // apportR, population paradox: the second grows and gains from the last, which grows as well
    assertEquals(
        longs(8, 4, 10, 11, 17), split(LARGEST_REMAINDER, 50, "150", "78", "173", "204", "295"));
    assertEquals(
        longs(8, 5, 10, 11, 16), split(LARGEST_REMAINDER, 50, "150", "78", "181", "204", "296"));
  }

  @Test
  void splitsThirdsOfMoney() {
    Map<String, BigDecimal> thirds = weights("1", "1", "1");
    assertEquals(
        "{k10=33.34, k11=33.33, k12=33.33}",
        LARGEST_REMAINDER.split(Quantity.of(100), 2, thirds).toString());
    assertEquals(
        "{k10=-33.34, k11=-33.33, k12=-33.33}",
        LARGEST_REMAINDER.split(Quantity.of(-100), 2, thirds).toString());
    assertEquals(
        "{k10=50, k11=25, k12=25}",
        WEBSTER
            .split(
                Quantity.of(100),
                2,
                thirds,
                key -> key.equals("k10") ? Quantity.of(50) : Quantity.ZERO)
            .toString());
    assertEquals(
        "amount must have at most 1 decimals, but was 0.25",
        assertThrows(
                ArithmeticException.class, () -> WEBSTER.split(Quantity.parse("0.25"), 1, thirds))
            .getMessage());
  }

  @Test
  void breaksTiesByKey() {
    for (Apportionment way : Apportionment.values()) {
      SortedMap<?, Long> people =
          way.split(
              1, Map.of(PersonId.of("zoe"), BigDecimal.ONE, PersonId.of("ana"), BigDecimal.ONE));
      assertEquals("{ana=1, zoe=0}", people.toString());
      assertEquals(longs(1, 0, 0, 1, 0), split(way, 2, "2", "1", "1", "2", "2"));
      assertEquals(longs(2, 1, 1), split(way, 4, "11", "11", "11"));
      assertEquals(longs(1, 1, 0, 1), split(way, 3, "12", "12", "11", "12"));
      assertEquals(
          Map.of(UnitId.of("a"), -2L, UnitId.of("b"), -1L),
          way.split(-3, Map.of(UnitId.of("b"), BigDecimal.TEN, UnitId.of("a"), BigDecimal.TEN)));
    }
  }

  @Test
  void givesEveryoneTheMinimum() {
    // exact shares 8, 1.9, 0.1: the third's minimum takes the unit that 1.9 would be rounded up by,
    // where Webster takes it from the largest
    Map<String, BigDecimal> uneven = weights("80", "19", "1");
    assertEquals(
        longs(8, 1, 1), List.copyOf(LARGEST_REMAINDER.split(10, uneven, key -> 1).values()));
    assertEquals(longs(7, 2, 1), List.copyOf(WEBSTER.split(10, uneven, key -> 1).values()));
    for (Apportionment way : Apportionment.values()) {
      // the minimums of the small ones leave 4 for shares of 8 and 2 of 10
      assertEquals(
          longs(3, 1, 3, 3),
          List.copyOf(
              way.split(10, weights("8", "2", "0", "0"), key -> key.compareTo("k12") < 0 ? 0 : 3)
                  .values()));
      assertEquals(
          longs(-5, -5), List.copyOf(way.split(-10, weights("9", "1"), key -> 5).values()));
      assertEquals(longs(4, 3), List.copyOf(way.split(7, weights("1", "1"), key -> 3).values()));
      assertEquals(longs(1, 1), List.copyOf(way.split(2, weights("0", "0"), key -> 1).values()));
    }
  }

  @Test
  void holdsAtTheEndsOfTheRange() {
    String[] odd = {"1e-1100", "3e-1100"};
    assertEquals(
        longs(2305843009213693952L, 6917529027641081855L),
        split(LARGEST_REMAINDER, Long.MAX_VALUE, odd));
    assertEquals(
        longs(-2305843009213693952L, -6917529027641081856L), split(WEBSTER, Long.MIN_VALUE, odd));
    assertEquals(longs(0, 7), split(WEBSTER, 7, "1e-1100", "1e1000"));
    assertEquals(longs(0), split(WEBSTER, 0, "3"));
    assertEquals(Map.of(), WEBSTER.split(0, Map.<String, BigDecimal>of()));
  }

  @Test
  void refusesWhatCannotBeSplit() {
    assertEquals(
        "weights must not be empty to split 5",
        refused(() -> WEBSTER.split(5, Map.<String, BigDecimal>of())));
    assertEquals(
        "weight of k11 must not be negative, but was -0.1",
        refused(() -> split(WEBSTER, 5, "1", "-0.1")));
    String tooLong =
        "weight of k11 must have at most 1100 digits on either side of the decimal mark, but had"
            + " more";
    assertEquals(tooLong, refused(() -> split(WEBSTER, 5, "1", "1e1100")));
    assertEquals(tooLong, refused(() -> split(WEBSTER, 5, "1", "1e-2147483647")));
    assertEquals(
        "minimum of k10 must not be negative, but was -1",
        refused(() -> WEBSTER.split(5, weights("1"), key -> -1)));
    assertEquals(
        "minimums must add up to at most the total of 5, but gave 6",
        refused(() -> LARGEST_REMAINDER.split(-5, weights("1", "1"), key -> 3)));
  }

  private static String refused(Executable what) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, what).getMessage());
  }
}
