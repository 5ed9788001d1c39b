package dev.guidepost.core.measure;

import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.metric.Formula;
import dev.guidepost.core.metric.Formula.Combined;
import dev.guidepost.core.metric.Formula.Operator;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Measurements as parts that add up. */
final class Explaining {

  private Explaining() {}

  /** Returns what can be added up of a measurement: of a quotient what is divided. */
  private static Quantity amount(Measurement measured) {
    if (measured instanceof Measurement.Spread spread) {
      return Quantity.of(spread.histogram().total());
    }
    return measured
        .parts()
        .map(parts -> parts.numerator())
        .or(() -> measured.exact().map(value -> rounded(value, measured)))
        .orElse(Quantity.ZERO);
  }

  private static Quantity rounded(Fraction value, Measurement measured) {
    return MeasurementText.quantity(
        measured.metric().id(), value.round(measured.metric().scale(), RoundingMode.HALF_UP));
  }

  /** Returns what an amount does not say of a measurement. */
  private static String note(Measurement measured) {
    boolean plain =
        measured instanceof Measurement.Total || measured instanceof Measurement.Distinct;
    return plain ? "" : measured.toString();
  }

  private static Explanation.Part part(String label, Measurement measured) {
    return new Explanation.Part(label, amount(measured), note(measured));
  }

  /** Returns what a measurement comes to, if that is not the amount that its parts add up to. */
  private static String value(Measurement measured) {
    boolean amount =
        measured instanceof Measurement.Extreme
            || (measured instanceof Measurement.Derived
                && !(measured.metric().unit() instanceof UnitOfMeasure.Share)
                && measured.reported().isEmpty()
                && measured.exact().equals(Optional.of(Fraction.of(amount(measured)))));
    return amount ? "" : note(measured);
  }

  static Explanation itself(Measurement measured) {
    String name = measured.metric().name();
    Explanation.Part only = new Explanation.Part(what(measured), amount(measured), "");
    return Explanation.of(name, List.of(only), value(measured));
  }

  /** Returns what the amount of a measurement is of. */
  private static String what(Measurement measured) {
    if (measured instanceof Measurement.Spread) {
      return "facts";
    }
    if (measured.parts().isEmpty()) {
      return measured.metric().name();
    }
    List<MetricId> inputs = measured.metric().aggregation().inputs();
    return inputs.size() == 2 ? inputs.get(0).value() : "total"; // numerator or products first
  }

  /** Explains a formula by the terms that it adds and subtracts. */
  static Explanation terms(Measurement.Derived measured) {
    List<Explanation.Part> parts = new ArrayList<>();
    if (measured.exact().isEmpty()) {
      String inputs = inputs(measured.formula(), measured);
      parts.add(new Explanation.Part(measured.formula().toString(), Quantity.ZERO, inputs));
    } else {
      collect(measured.formula(), false, measured, parts);
    }
    return withRest(measured.metric().name(), measured, parts, "rounding of the terms");
  }

  /** Returns what the metrics of a term come to, if it is not one metric as it is. */
  private static String inputs(Formula term, Measurement.Derived measured) {
    List<MetricId> named = term.metrics();
    return term instanceof Formula.Of
        ? ""
        : measured.inputs().stream()
            .filter(input -> named.contains(input.metric().id()))
            .map(input -> input.metric().id() + " " + input)
            .collect(Collectors.joining(", "));
  }

  private static boolean addsUp(Formula formula) {
    return formula instanceof Combined both
        && (both.operator() == Operator.PLUS || both.operator() == Operator.MINUS);
  }

  private static void collect(
      Formula formula,
      boolean negative,
      Measurement.Derived measured,
      List<Explanation.Part> parts) {
    if (addsUp(formula) && formula instanceof Combined both) {
      collect(both.left(), negative, measured, parts);
      collect(both.right(), negative != (both.operator() == Operator.MINUS), measured, parts);
      return;
    }
    Fraction term = FormulaValue.of(formula, measured.inputs()).orElseThrow();
    Quantity amount = rounded(negative ? Fraction.ZERO.minus(term) : term, measured);
    parts.add(new Explanation.Part(formula.toString(), amount, inputs(formula, measured)));
  }

  /** Explains a measurement by those of parts; of an extreme by the first that has it. */
  static Explanation byPart(
      String subject, Measurement whole, Map<String, ? extends Measurement> each) {
    List<Explanation.Part> parts = new ArrayList<>();
    each.forEach(
        (label, measured) -> {
          boolean other =
              whole instanceof Measurement.Extreme
                  && !(parts.isEmpty() && measured.exact().equals(whole.exact()));
          if (!other) {
            parts.add(part(label, measured));
          }
        });
    boolean distinct = whole instanceof Measurement.Distinct;
    return withRest(subject, whole, parts, distinct ? "counted more than once" : "taken together");
  }

  private static Explanation withRest(
      String subject, Measurement whole, List<Explanation.Part> parts, String label) {
    BigDecimal rest = amount(whole).toBigDecimal();
    for (Explanation.Part part : parts) {
      rest = rest.subtract(part.amount().toBigDecimal());
    }
    if (rest.signum() != 0) {
      Quantity amount = MeasurementText.quantity(whole.metric().id(), rest);
      parts.add(new Explanation.Part(label, amount, ""));
    }
    return Explanation.of(subject, parts, value(whole));
  }
}
