package dev.guidepost.core.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.quantity.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas and their texts. */
class FormulaTest {

  private static final Formula A = Formula.of(MetricId.of("a"));
  private static final Formula B = Formula.of(MetricId.of("b"));

  private static String refusal(String text) {
    return assertThrows(IllegalArgumentException.class, () -> Formula.parse(text)).getMessage();
  }

  @Test
  void readsAsItIsBuilt() {
    Formula formula =
        A.minus(B.plus(Formula.of(2))).over(A).times(Formula.of(Quantity.parse("-.5")));
    assertEquals("(a - (b + 2)) / a * -0.5", formula.toString());
    assertEquals(formula, Formula.parse(formula.toString()));
    assertEquals(List.of(MetricId.of("a"), MetricId.of("b")), formula.metrics());
  }

  @ParameterizedTest
  @CsvSource({
    "a, a",
    "(((a))), a",
    "a+b*b, a + b * b",
    "a-1, a-1",
    "a -1, a - 1",
    "a - -1, a - -1",
    "(a) -1.50, a - 1.5",
    "-2 * a, -2 * a",
    "a / (b / a), a / (b / a)",
    "(a / b) / a, a / b / a",
    "a - (b - a), a - (b - a)",
    "a * (b + a), a * (b + a)",
    "  win-rate*2  , win-rate * 2",
  })
  void printsNoMoreParenthesesThanNeeded(String text, String printed) {
    assertEquals(printed, Formula.parse(text).toString());
    assertEquals(Formula.parse(text), Formula.parse(printed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a +",
        "+ a",
        "(a",
        "a)",
        "a b",
        "a 1",
        "1.2.3",
        "A",
        "a- b",
        "a ^ b",
        "a\n+ b",
        "99999999999999999999 * a",
        "a / 0",
        "a / 0.0",
        "()",
        "a--b"
      })
  void refusesOtherTexts(String text) {
    assertTrue(refusal(text).contains(" must "), () -> refusal(text));
  }

  @Test
  void saysWhatIsWrong() {
    String must = "formula must look like \"(bookings - costs) / bookings\", but ";
    assertEquals(must + "\"a +\" ended where a metric or a number must be", refusal("a +"));
    assertEquals(must + "\"a b\" ended before b", refusal("a b"));
    assertEquals(must + "\"(a\" had a parenthesis that is not closed", refusal("(a"));
    assertEquals(must + "\"a ^ b\" had \"^ b\"", refusal("a ^ b"));
    assertEquals("formula must not divide by 0, but did: a", refusal("a / 0"));
  }

  @Test
  void hasBounds() {
    String longest = "a" + " + a".repeat(Formula.MAX_TERMS - 1);
    assertEquals(longest, Formula.parse(longest).toString());
    assertEquals("formula must have at most 200 terms, but had more", refusal(longest + " + a"));
    assertTrue(refusal("a + ".repeat(20_000)).startsWith("formula must have at most 200 terms"));
    assertTrue(refusal("(".repeat(10_000)).contains("more than 200 parentheses"));
    Formula nested = A;
    for (int i = 1; i < Formula.MAX_TERMS; i++) {
      nested = A.minus(nested);
    }
    assertEquals(nested, Formula.parse(nested.toString()));
    Formula full = nested;
    assertThrows(IllegalArgumentException.class, () -> full.times(B));
  }
}
