package dev.guidepost.core.metric;

import dev.guidepost.core.metric.Formula.Combined;
import dev.guidepost.core.metric.Formula.Operator;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Checks what only the metrics together can show: that inputs exist and make no circle, and that
 * each is of a kind and unit that makes sense where it is used.
 */
final class Definitions {

  private static final int MAX_DEPTH = 32;

  private final Map<MetricId, Metric> byId;
  private final Collection<Dimension> dimensions;
  private final Map<MetricId, Nature> natures = new HashMap<>();
  private final Map<MetricId, Integer> depths = new HashMap<>();

  Definitions(Map<MetricId, Metric> byId, Collection<Dimension> dimensions) {
    this.byId = byId;
    this.dimensions = dimensions;
  }

  void check() {
    for (Metric metric : byId.values()) {
      check(metric, new ArrayList<>());
      if (metric.quality().isPresent() && !byId.containsKey(metric.quality().get())) {
        throw refused(
            "quality of",
            metric,
            "must be in the catalog, but " + metric.quality().get() + " is not");
      }
    }
  }

  /** Checks the inputs of a metric, then the metric itself. */
  private void check(Metric metric, List<MetricId> path) {
    if (natures.containsKey(metric.id())) {
      return;
    }
    int again = path.indexOf(metric.id());
    path.add(metric.id());
    if (again >= 0) {
      throw new IllegalArgumentException(
          "metric must not depend on itself, but "
              + String.join(
                  " -> ", path.subList(again, path.size()).stream().map(MetricId::value).toList()));
    }
    requireDepth(path.get(0), path.size());
    int depth = 1;
    for (MetricId input : metric.aggregation().inputs()) {
      Metric found = byId.get(input);
      if (found == null) {
        throw refused(
            "inputs of", metric, "must be in the catalog, but " + input + " is not" + hint(input));
      }
      check(found, path);
      depth = Math.max(depth, 1 + Objects.requireNonNull(depths.get(input)));
    }
    requireDepth(metric.id(), depth);
    depths.put(metric.id(), depth);
    natures.put(metric.id(), nature(metric));
    path.remove(path.size() - 1);
  }

  /** A minus without blanks is part of an id. */
  private String hint(MetricId input) {
    String text = input.value();
    for (int at = text.indexOf('-'); at > 0; at = text.indexOf('-', at + 1)) {
      String left = text.substring(0, at);
      String right = text.substring(at + 1);
      if (byId.keySet().stream().anyMatch(id -> id.value().equals(left))
          && byId.keySet().stream().anyMatch(id -> id.value().equals(right))) {
        return "; blanks must stand around a minus: " + left + " - " + right;
      }
    }
    return "";
  }

  private static void requireDepth(MetricId metric, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException(
          "metrics must depend on one another over at most "
              + MAX_DEPTH
              + " steps, itself included, but "
              + metric
              + " needs more");
    }
  }

  private Nature nature(Metric metric) {
    Aggregation aggregation = metric.aggregation();
    if (aggregation instanceof Aggregation.RatioOf ratio) {
      requireExact(metric, ratio.numerator());
      requireExact(metric, ratio.denominator());
      requireScores(metric);
      return withUnit(metric, of(ratio.numerator()).over(of(ratio.denominator())));
    }
    if (aggregation instanceof Aggregation.WeightedMean mean) {
      requireSum(metric, mean.products());
      requireSum(metric, mean.weights());
      return withUnit(metric, of(mean.products()).over(of(mean.weights())));
    }
    if (aggregation instanceof Aggregation.Derived derived) {
      requireScores(metric);
      if (metric.unit() instanceof UnitOfMeasure.Share) {
        requireNoInverse(metric, derived.formula());
      }
      return withUnit(metric, nature(metric, derived.formula()));
    }
    if (aggregation instanceof Aggregation.ToDate toDate) {
      requireCumulative(metric, toDate.of());
      return of(toDate.of()).cumulative();
    }
    if (aggregation instanceof Aggregation.Distinct distinct) {
      requireCountable(metric, distinct);
    }
    return Nature.ofFacts(metric);
  }

  private Nature nature(Metric metric, Formula formula) {
    if (formula instanceof Formula.Of term) {
      if (of(term.metric()).spread()) {
        throw refused(
            "inputs of",
            metric,
            "must come to one value each, but " + term.metric() + " is a distribution");
      }
      return of(term.metric());
    }
    if (formula instanceof Formula.Constant constant) {
      return Nature.number(constant.value().scale());
    }
    Combined both = (Combined) formula;
    Nature left = nature(metric, both.left());
    Nature right = nature(metric, both.right());
    if (both.operator() == Operator.PLUS || both.operator() == Operator.MINUS) {
      requireAddable(metric, both, left, right);
    }
    return left.combined(both.operator(), right);
  }

  private void requireAddable(Metric metric, Combined both, Nature left, Nature right) {
    if (left.quotient() && right.quotient()) {
      throw refused(
          "formula of",
          metric,
          "must not add or subtract ratios or means, as only what they divide adds up, but has "
              + both);
    }
    if (!left.like(right)) {
      throw refused(
          "formula of",
          metric,
          "must add like units, but has " + both + ": " + left.shown() + " and " + right.shown());
    }
    if (!left.constant() && !right.constant() && left.degree() != right.degree()) {
      throw refused(
          "formula of",
          metric,
          "must not add or subtract an amount and a quotient or product of amounts, but has "
              + both);
    }
    if (!left.constant() && !right.constant() && left.picked() != right.picked()) {
      throw refused(
          "formula of",
          metric,
          "must not add or subtract a sum and the largest, the smallest or how many different there"
              + " are, as these do not add up over people, but has "
              + both);
    }
    if ((left.constant() && isOfAnother(both.right()))
        || (right.constant() && isOfAnother(both.left()))) {
      throw refused(
          "formula of",
          metric,
          "must not add a number to so many for each of something else, but has " + both);
    }
  }

  /** Tells whether a formula divides what is counted by what is counted of something else. */
  private boolean isOfAnother(Formula formula) {
    if (!(formula instanceof Combined both)) {
      return false;
    }
    String counted = counted(both.left());
    String of = counted(both.right());
    boolean other = !counted.isEmpty() && !of.isEmpty() && !counted.equals(of);
    return (both.operator() == Operator.OVER && other)
        || isOfAnother(both.left())
        || isOfAnother(both.right());
  }

  /** Returns what a formula counts, empty if nothing or if that is left open. */
  private String counted(Formula formula) {
    if (formula instanceof Formula.Of term) {
      return of(term.metric()).noun();
    }
    if (!(formula instanceof Combined both)) {
      return "";
    }
    if (both.operator() == Operator.PLUS || both.operator() == Operator.MINUS) {
      String left = counted(both.left());
      return left.isEmpty() ? counted(both.right()) : left;
    }
    if (both.right().metrics().isEmpty()) {
      return counted(both.left());
    }
    boolean multiple = both.operator() == Operator.TIMES && both.left().metrics().isEmpty();
    return multiple ? counted(both.right()) : "";
  }

  private void requireExact(Metric ratio, MetricId part) {
    if (of(part).divided()) {
      throw refused(
          "parts of ratio",
          ratio,
          "must each be one exact amount, as ratios of quotients do not add up, but "
              + part
              + " is \""
              + get(part).aggregation()
              + "\"");
    }
    if (of(part).decimals() > Quantity.MAX_SCALE) {
      throw refused(
          "parts of ratio",
          ratio,
          "must have at most " + Quantity.MAX_SCALE + " decimals, but " + part + " may have more");
    }
  }

  private void requireSum(Metric metric, MetricId part) {
    if (!(get(part).aggregation() instanceof Aggregation.Sum)) {
      throw refused(
          "products and weights of",
          metric,
          "must be sums, but " + part + " is \"" + get(part).aggregation() + "\"");
    }
  }

  private void requireCountable(Metric metric, Aggregation.Distinct distinct) {
    if (!get(distinct.of()).aggregation().takesFacts()) {
      throw refused(
          "metric counted by",
          metric,
          "must take facts, but "
              + distinct.of()
              + " is derived: \""
              + get(distinct.of()).aggregation()
              + "\"");
    }
    if (!dimensions.contains(distinct.over())) {
      throw refused(
          "dimension counted by",
          metric,
          "must be one of " + dimensions + ", but was " + distinct.over());
    }
  }

  private void requireCumulative(Metric metric, MetricId of) {
    if (of(of).snapshots()) {
      throw refused(
          "metric to date of",
          metric,
          "must not be made of snapshots, as they do not add up over time, but " + of + " is");
    }
    if (of(of).toDate()) {
      throw refused("metric to date of", metric, "must not be to date itself, but " + of + " is");
    }
    Metric whole = get(of);
    if (!whole.unit().equals(metric.unit()) || whole.scale() != metric.scale()) {
      throw refused(
          "unit and scale of",
          metric,
          "must be those of "
              + of
              + ", "
              + whole.unit()
              + " and "
              + whole.scale()
              + ", but were "
              + metric.unit()
              + " and "
              + metric.scale());
    }
  }

  private static Nature withUnit(Metric metric, Nature found) {
    if (!Units.of(metric.unit()).equals(found.units())) {
      throw refused(
          "unit of",
          metric,
          "must be that of \""
              + metric.aggregation()
              + "\", "
              + found.units()
              + ", but was "
              + metric.unit());
    }
    requireMeaning(metric, found);
    return found.in(metric.unit());
  }

  /** Refuses a unit that is a plain number, as the result is, but not one of that kind. */
  private static void requireMeaning(Metric metric, Nature found) {
    UnitOfMeasure unit = metric.unit();
    if (found.degree() > 1) {
      throw refused(
          "formula of",
          metric,
          "must not come to a product of amounts that add up, but was \""
              + metric.aggregation()
              + "\"");
    }
    if (unit instanceof UnitOfMeasure.Share && (!found.quotient() || found.degree() < 0)) {
      throw refused(
          "unit of",
          metric,
          "must not be a share, as \""
              + metric.aggregation()
              + (found.quotient()
                  ? "\" divides no amount, but was"
                  : "\" is no quotient, but was"));
    }
    String noun = Units.noun(unit);
    boolean other = !found.noun().isEmpty() && !found.noun().equals(noun);
    boolean divisor = found.degree() <= 0 && found.per().equals(noun);
    if (unit instanceof UnitOfMeasure.Count && (other || divisor)) {
      throw refused(
          "unit of",
          metric,
          "must count what \""
              + metric.aggregation()
              + "\" does, "
              + (other ? found.noun() : "something for each of " + found.per())
              + ", but was "
              + unit);
    }
  }

  /** Refuses a score that is made of anything but one score and numbers, or is no mean. */
  private void requireScores(Metric metric) {
    if (!(metric.unit() instanceof UnitOfMeasure.Score)) {
      return;
    }
    boolean scores =
        metric.aggregation().inputs().stream()
            .allMatch(input -> get(input).unit() instanceof UnitOfMeasure.Score);
    boolean linear =
        metric.aggregation() instanceof Aggregation.Derived derived
            && powerOfInputs(derived.formula()) == 1;
    if (!scores || !linear) {
      throw refused(
          "unit of",
          metric,
          "must not be a score, unless it is a mean or made of a score and numbers, but \""
              + metric.aggregation()
              + "\" is neither");
    }
  }

  /** Returns how many inputs a formula multiplies, less those it divides by. */
  private static int powerOfInputs(Formula formula) {
    if (!(formula instanceof Combined both)) {
      return formula.metrics().size();
    }
    int left = powerOfInputs(both.left());
    int right = powerOfInputs(both.right());
    return switch (both.operator()) {
      case TIMES -> left + right;
      case OVER -> left - right;
      case PLUS, MINUS -> Math.max(left, right);
    };
  }

  /** Refuses to call a share what divides a number by shares, which comes to 1 or more. */
  private void requireNoInverse(Metric metric, Formula formula) {
    if (formula instanceof Combined both) {
      if (both.operator() == Operator.OVER
          && both.left().metrics().isEmpty()
          && !both.right().metrics().isEmpty()
          && both.right().metrics().stream()
              .allMatch(input -> get(input).unit() instanceof UnitOfMeasure.Share)) {
        throw refused(
            "unit of",
            metric,
            "must not be a share, as " + both + " divides a number by a share, but was");
      }
      requireNoInverse(metric, both.left());
      requireNoInverse(metric, both.right());
    }
  }

  private Nature of(MetricId id) {
    return Objects.requireNonNull(natures.get(id));
  }

  private Metric get(MetricId id) {
    return Objects.requireNonNull(byId.get(id));
  }

  private static IllegalArgumentException refused(String what, Metric metric, String why) {
    return new IllegalArgumentException(what + " " + metric.id() + " " + why);
  }
}
