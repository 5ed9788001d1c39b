package dev.guidepost.core.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.metric.Formula.Combined;
import dev.guidepost.core.metric.Formula.Operator;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Grain;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Random formulas and aggregations are read back as they are written. */
class FormulaProperties {

  private static final Quantity LEAST = Quantity.ofUnscaled(Long.MIN_VALUE, 0);

  @Provide
  Arbitrary<MetricId> metrics() {
    Arbitrary<String> word =
        Arbitraries.strings().withCharRange('a', 'z').withCharRange('0', '9').ofMaxLength(6);
    Arbitrary<String> start = Arbitraries.strings().withCharRange('a', 'z').ofLength(1);
    Arbitrary<String> more =
        word.filter(text -> !text.isEmpty())
            .list()
            .ofMaxSize(3)
            .map(words -> words.isEmpty() ? "" : "-" + String.join("-", words));
    return Combinators.combine(start, word, more)
        .as((first, rest, words) -> MetricId.of(first + rest + words));
  }

  private Arbitrary<Formula> terms() {
    Arbitrary<Formula> constants =
        Combinators.combine(
                Arbitraries.longs(), Arbitraries.integers().between(0, Quantity.MAX_SCALE))
            .as((unscaled, scale) -> Formula.of(Quantity.ofUnscaled(unscaled, scale)));
    return Arbitraries.oneOf(metrics().map(Formula::of), constants);
  }

  /** Trees of up to 128 terms, some of them of one side only. */
  @Provide
  Arbitrary<Formula> formulas() {
    Arbitrary<Formula> trees =
        Arbitraries.integers()
            .between(0, 7)
            .flatMap(depth -> Arbitraries.recursive(this::terms, this::combined, depth));
    Arbitrary<Formula> chains =
        Combinators.combine(
                terms().list().ofMinSize(1).ofMaxSize(Formula.MAX_TERMS),
                Arbitraries.of(Operator.class),
                Arbitraries.of(true, false))
            .as(FormulaProperties::chain);
    return Arbitraries.frequencyOf(Tuple.of(4, trees), Tuple.of(1, chains));
  }

  private Arbitrary<Formula> combined(Arbitrary<Formula> inner) {
    return Combinators.combine(
            inner, Arbitraries.of(Operator.class), Arbitraries.oneOf(inner, terms()))
        .as(FormulaProperties::combine);
  }

  /** A formula must not divide by the constant 0. */
  private static Formula combine(Formula left, Operator operator, Formula right) {
    boolean zero = operator == Operator.OVER && right.equals(Formula.of(0));
    return new Combined(left, operator, zero ? Formula.of(LEAST) : right);
  }

  private static Formula chain(List<Formula> terms, Operator operator, boolean leftwards) {
    Formula chain = terms.get(0);
    for (Formula term : terms.subList(1, terms.size())) {
      chain = leftwards ? combine(chain, operator, term) : combine(term, operator, chain);
    }
    return chain;
  }

  @Property(tries = 500)
  void aFormulaIsReadBack(@ForAll("formulas") Formula formula) {
    String text = formula.toString();
    Formula again = Formula.parse(text);
    assertEquals(formula, again);
    assertEquals(formula.hashCode(), again.hashCode());
    assertEquals(text, again.toString());
    assertEquals(formula.metrics(), again.metrics());
  }

  @Property(tries = 200)
  void blanksAndParenthesesMayBeOtherwise(@ForAll("formulas") Formula formula) {
    assertEquals(formula, Formula.parse(full(formula, " ")));
    assertEquals(formula, Formula.parse("  " + full(formula, "   ")));
  }

  private static String full(Formula formula, String blank) {
    return formula instanceof Combined both
        ? "("
            + full(both.left(), blank)
            + blank
            + both.operator().sign()
            + blank
            + full(both.right(), blank)
            + ")"
        : formula.toString();
  }

  /** Without any one pair of parentheses it would be another formula, or none. */
  @Property(tries = 200)
  void hasNoParenthesesItDoesNotNeed(@ForAll("formulas") Formula formula) {
    String text = formula.toString();
    for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
      int close = open;
      for (int depth = 1; depth > 0; ) {
        close++;
        depth += text.charAt(close) == '(' ? 1 : text.charAt(close) == ')' ? -1 : 0;
      }
      String without =
          text.substring(0, open) + text.substring(open + 1, close) + text.substring(close + 1);
      assertFalse(reads(without, formula), without);
    }
  }

  private static boolean reads(String text, Formula formula) {
    try {
      return Formula.parse(text).equals(formula);
    } catch (IllegalArgumentException divides) { // by 0, as 0 / 0 / a does
      return false;
    }
  }

  @Provide
  Arbitrary<Aggregation> aggregations() {
    Arbitrary<Dimension> dimensions =
        Arbitraries.oneOf(
            Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(name -> !name.isBlank())
                .map(Dimension::of),
            Arbitraries.of("product", "of", "a of b", "of of of", " x ", "x\ny", "= a")
                .map(Dimension::of));
    Arbitrary<Grain> grains =
        Arbitraries.of(Grain.class).filter(grain -> grain != Grain.DAY && grain != Grain.CUSTOM);
    return Arbitraries.oneOf(
        Arbitraries.of(
            new Aggregation.Sum(),
            new Aggregation.Mean(),
            new Aggregation.Min(),
            new Aggregation.Max(),
            new Aggregation.Distribution()),
        Arbitraries.of(OverTime.class).map(Aggregation.Snapshot::new),
        Combinators.combine(metrics(), metrics()).as(Aggregation.RatioOf::new),
        Combinators.combine(metrics(), metrics())
            .filter((products, weights) -> !products.equals(weights))
            .as(Aggregation.WeightedMean::new),
        Combinators.combine(metrics(), dimensions).as(Aggregation.Distinct::new),
        Combinators.combine(metrics(), grains).as(Aggregation.ToDate::new),
        formulas().filter(formula -> !formula.metrics().isEmpty()).map(Aggregation.Derived::new));
  }

  @Property(tries = 1_000)
  void anAggregationIsReadBack(@ForAll("aggregations") Aggregation aggregation) {
    Aggregation again = Aggregation.parse(aggregation.toString());
    assertEquals(aggregation, again);
    assertEquals(aggregation.hashCode(), again.hashCode());
    assertEquals(aggregation.toString(), again.toString());
    assertEquals(aggregation.inputs(), again.inputs());
    assertTrue(aggregation.inputs().size() <= Formula.MAX_TERMS);
  }
}
