package dev.guidepost.rollup.variance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.rollup.factor.Remainders;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reference values computed with mpmath (40 digits) and by going through all orders of factors:
 * opportunities, win rate and deal size of three segments before and after.
 */
class DecompositionTest {

  private static final List<List<Fraction>> BEFORE =
      List.of(of("100", ".30", "20000"), of("60", ".25", "35000"), of("40", ".40", "12000"));
  private static final List<List<Fraction>> AFTER =
      List.of(of("110", ".24", "21000"), of("75", ".27", "30000"), of("20", ".45", "15000"));

  static List<Fraction> of(String... numbers) {
    return Stream.of(numbers)
        .map(text -> text.startsWith(".") ? "0" + text : text)
        .map(text -> Fraction.of(Quantity.parse(text)))
        .toList();
  }

  private static List<Fraction> effects(Decomposition by, List<Fraction> from, List<Fraction> to) {
    return by.effects(from, to).orElseThrow();
  }

  private static double toDouble(Fraction value) {
    return value.round(12, RoundingMode.HALF_EVEN).round(MathContext.DECIMAL64).doubleValue();
  }

  private static void assertClose(List<Double> expected, List<Fraction> effects) {
    for (int i = 0; i < expected.size(); i++) {
      double value = expected.get(i);
      assertEquals(value, toDouble(effects.get(i)), Math.abs(value) * 1e-12);
    }
    assertEquals(expected.size(), effects.size());
  }

  /** Adds up the effects of the three segments. */
  private static List<Fraction> total(Decomposition by, boolean mix) {
    List<List<Fraction>> each =
        IntStream.range(0, 3)
            .mapToObj(
                i ->
                    mix
                        ? effects(by, withMix(BEFORE, i), withMix(AFTER, i))
                        : effects(by, BEFORE.get(i), AFTER.get(i)))
            .toList();
    return IntStream.range(0, each.get(0).size())
        .mapToObj(at -> Remainders.sum(each.stream().map(effects -> effects.get(at)).toList()))
        .toList();
  }

  private static List<Fraction> withMix(List<List<Fraction>> segments, int at) {
    Fraction all = Remainders.sum(segments.stream().map(segment -> segment.get(0)).toList());
    List<Fraction> own = segments.get(at);
    return List.of(all, own.get(0).over(all), own.get(1), own.get(2));
  }

  @Test
  void shapleyIsTheReference() {
    assertEquals(
        of("55300", "-129200", "28300"),
        effects(Decomposition.SHAPLEY, BEFORE.get(0), AFTER.get(0)));
    assertEquals(
        of("126625", "43750", "-87875"),
        effects(Decomposition.SHAPLEY, BEFORE.get(1), AFTER.get(1)));
    assertEquals(
        of("-115000", "20000", "38000"),
        effects(Decomposition.SHAPLEY, BEFORE.get(2), AFTER.get(2)));
    assertEquals(of("66925", "-65450", "-21575"), total(Decomposition.SHAPLEY, false));
    assertEquals(Fraction.of(-20_100), Remainders.sum(total(Decomposition.SHAPLEY, true)));
  }

  @Test
  void logarithmicMeanIsTheReference() {
    assertClose(
        List.of(54984.4109988808, -128731.44046522523, 28147.029466344422),
        effects(Decomposition.LMDI, BEFORE.get(0), AFTER.get(0)));
    assertClose(
        List.of(126131.2057523508, 43501.99168779646, -87133.19744014725),
        effects(Decomposition.LMDI, BEFORE.get(1), AFTER.get(1)));
    assertClose(
        List.of(-112172.28637681587, 19060.875924367912, 36111.41045244796),
        effects(Decomposition.LMDI, BEFORE.get(2), AFTER.get(2)));
    assertClose(
        List.of(68943.33037441572, -66168.57285306085, -22874.757521354863),
        total(Decomposition.LMDI, false));
    assertClose(
        List.of(32198.598672854278, 36744.73170156144, -66168.57285306085, -22874.757521354863),
        total(Decomposition.LMDI, true));
    assertEquals(Fraction.of(-20_100), Remainders.sum(total(Decomposition.LMDI, true)));
  }

  @Test
  void whatBecomesNothingTakesAllOfTheChange() {
    List<Fraction> some = of("100", ".3", "20000");
    List<Fraction> none = of("0", ".2", "30000");
    assertEquals(of("-600000", "0", "0"), effects(Decomposition.LMDI, some, none));
    assertEquals(of("600000", "0", "0"), effects(Decomposition.LMDI, none, some));
    List<Fraction> twice = of("0", ".3", "0");
    assertEquals(of("-300000", "0", "-300000"), effects(Decomposition.LMDI, some, twice));
    List<Fraction> other = of("100", "0", "20000");
    assertEquals(of("0", "0", "0"), effects(Decomposition.LMDI, none, other));
    assertEquals(
        Fraction.of(-600_000), Remainders.sum(effects(Decomposition.SHAPLEY, some, twice)));
  }

  @Test
  void sameProductOrSameSign() {
    List<Fraction> from = of("2", "8");
    List<Fraction> to = of("4", "4");
    assertClose(
        List.of(16 * Math.log(2), -16 * Math.log(2)), effects(Decomposition.LMDI, from, to));
    assertEquals(of("0", "0"), effects(Decomposition.LMDI, from, from));
    List<Fraction> less = of("-2", "8");
    List<Fraction> lesser = of("-4", "4");
    assertClose(
        List.of(-16 * Math.log(2), 16 * Math.log(2)), effects(Decomposition.LMDI, less, lesser));
    assertEquals(Optional.empty(), Decomposition.LMDI.effects(from, of("-2", "-8")));
    assertEquals(Optional.empty(), Decomposition.LMDI.effects(from, of("-2", "8")));
    assertEquals(of("-32", "0"), effects(Decomposition.SHAPLEY, from, of("-2", "8")));
  }

  @Test
  void hugeAndTinyRatiosHaveLogarithms() {
    Fraction huge = new Fraction(BigInteger.TEN.pow(900), BigInteger.ONE);
    List<Fraction> from = List.of(Fraction.of(1), Fraction.of(3));
    List<Fraction> to = List.of(huge, Fraction.of(3));
    assertEquals(
        List.of(huge.minus(Fraction.of(1)).times(Fraction.of(3)), Fraction.ZERO),
        effects(Decomposition.LMDI, from, to));
  }

  @Test
  void refusesWhatIsNoProduct() {
    for (List<Fraction> factors :
        List.of(List.<Fraction>of(), Collections.nCopies(9, of("1").get(0)))) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> Decomposition.SHAPLEY.effects(factors, factors));
      assertTrue(refused.getMessage().contains("must be 1 to 8"), refused.getMessage());
    }
    assertThrows(
        IllegalArgumentException.class, () -> Decomposition.LMDI.effects(of("1"), of("1", "2")));
  }

  @Test
  void roundsToTheLargestRemainder() {
    assertEquals("[34, 33, 33]", Remainders.round(thirds(1), 2).toString());
    assertEquals("[-34, -33, -33]", Remainders.round(thirds(-1), 2).toString());
    Fraction half = Fraction.of(1).over(Fraction.of(2));
    List<Fraction> upAndDown = List.of(Fraction.ZERO, half, Fraction.ZERO.minus(half));
    assertEquals("[0, 1, -1]", Remainders.round(upAndDown, 0).toString());
    List<Fraction> downAndUp = List.of(Fraction.ZERO, Fraction.ZERO.minus(half), half);
    assertEquals("[0, -1, 1]", Remainders.round(downAndUp, 0).toString());
    assertEquals("[0, 0]", Remainders.round(List.of(Fraction.ZERO, Fraction.ZERO), 3).toString());
  }

  private static List<Fraction> thirds(int of) {
    return Collections.nCopies(3, Fraction.of(of).over(Fraction.of(3)));
  }
}
