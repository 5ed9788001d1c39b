package dev.guidepost.core.measure;

import dev.guidepost.core.metric.Formula;
import dev.guidepost.core.metric.Formula.Combined;
import dev.guidepost.core.quantity.Fraction;
import java.util.List;
import java.util.Optional;

/** What a formula comes to, exactly. */
final class FormulaValue {

  private FormulaValue() {}

  /** Returns the value; empty if a metric in the formula has none or it divides by zero. */
  static Optional<Fraction> of(Formula formula, List<Measurement> inputs) {
    if (formula instanceof Formula.Of term) {
      return inputs.stream()
          .filter(input -> input.metric().id().equals(term.metric()))
          .findFirst()
          .flatMap(Measurement::exact);
    }
    if (formula instanceof Formula.Constant constant) {
      return Optional.of(Fraction.of(constant.value()));
    }
    Combined both = (Combined) formula;
    Optional<Fraction> left = of(both.left(), inputs);
    Optional<Fraction> right = of(both.right(), inputs);
    return left.isEmpty() || right.isEmpty()
        ? Optional.empty()
        : combined(left.get(), both.operator(), right.get());
  }

  private static Optional<Fraction> combined(
      Fraction left, Formula.Operator operator, Fraction right) {
    return switch (operator) {
      case PLUS -> Optional.of(left.plus(right));
      case MINUS -> Optional.of(left.minus(right));
      case TIMES -> Optional.of(left.times(right));
      case OVER -> right.signum() == 0 ? Optional.empty() : Optional.of(left.over(right));
    };
  }
}
