package dev.guidepost.core.metric;

import dev.guidepost.core.metric.Formula.Operator;
import dev.guidepost.core.quantity.UnitOfMeasure;

/**
 * What can be done with the value of a metric or of a part of a formula.
 *
 * <p>The degree tells amounts that add up over people (1) from quotients, which do not (0 or less):
 * a product has the sum of the degrees of its factors, a quotient their difference. So a rate times
 * an amount is an amount, one amount over another is a quotient, and two amounts multiplied (2) are
 * neither.
 *
 * @param units the powers of its units
 * @param noun what is counted, empty if nothing is, or a formula leaves it open
 * @param per for each of what that is counted, empty if for none
 * @param degree 1 for an amount that adds up, 0 or less for a quotient or a plain number
 * @param picked whether it is an amount made of the largest, the smallest or how many different
 *     ones there are, which is no sum over people
 * @param constant whether it is a number, without any metric
 * @param divided whether a division is needed to get at it, so that no decimal may hold it
 * @param spread whether it is a distribution, which is no one value
 * @param snapshots whether it is made of snapshots, which do not add up over time
 * @param toDate whether it is made of what is cumulative already
 * @param decimals the most decimals it may have if it is not divided
 */
record Nature(
    Units units,
    String noun,
    String per,
    int degree,
    boolean picked,
    boolean constant,
    boolean divided,
    boolean spread,
    boolean snapshots,
    boolean toDate,
    int decimals) {

  private static final int MANY = 1_000;

  /** A plain number. */
  static Nature number(int decimals) {
    return new Nature(Units.NUMBER, "", "", 0, false, true, false, false, false, false, decimals);
  }

  /** A metric with facts of its own, or one that counts those of another. */
  static Nature ofFacts(Metric metric) {
    Aggregation aggregation = metric.aggregation();
    boolean mean = aggregation instanceof Aggregation.Mean;
    boolean spread = aggregation instanceof Aggregation.Distribution;
    boolean average = aggregation.equals(new Aggregation.Snapshot(OverTime.AVERAGE));
    boolean addsUp =
        !(mean
            || metric.unit() instanceof UnitOfMeasure.Per
            || metric.unit() instanceof UnitOfMeasure.Share
            || metric.unit() instanceof UnitOfMeasure.Score);
    return new Nature(
        Units.of(metric.unit()),
        Units.noun(metric.unit()),
        "",
        addsUp ? 1 : 0,
        addsUp && (aggregation.kept() == Kept.EXTREME || aggregation.kept() == Kept.VALUES),
        false,
        mean || spread || average,
        spread,
        aggregation instanceof Aggregation.Snapshot,
        false,
        metric.scale());
  }

  /** Tells whether it is one amount over another, or a mean: what does not add up over people. */
  boolean quotient() {
    return degree <= 0 && !constant;
  }

  /** Returns its units, or what is counted. */
  String shown() {
    return units.equals(Units.NUMBER) && !noun.isEmpty() ? noun : units.toString();
  }

  /** Tells whether it and another are of like units, and count the same if both count. */
  boolean like(Nature other) {
    return units.equals(other.units)
        && (noun.isEmpty() || other.noun.isEmpty() || noun.equals(other.noun));
  }

  /** One amount over another; over a number it counts what it did. */
  Nature over(Nature divisor) {
    return new Nature(
        units.over(divisor.units),
        divisor.constant ? noun : "",
        divisor.constant ? per : divisor.noun,
        degree - divisor.degree,
        (picked || divisor.picked) && degree - divisor.degree > 0,
        constant && divisor.constant,
        true,
        false,
        snapshots || divisor.snapshots,
        toDate || divisor.toDate,
        MANY);
  }

  /** The same, cumulative. */
  Nature cumulative() {
    return new Nature(
        units, noun, per, degree, picked, constant, divided, spread, snapshots, true, decimals);
  }

  /** The same as a metric of a unit, which says what is counted. */
  Nature in(UnitOfMeasure unit) {
    return new Nature(
        units,
        Units.noun(unit),
        "",
        degree,
        picked,
        constant,
        divided,
        spread,
        snapshots,
        toDate,
        decimals);
  }

  /** This and another as a formula combines them. */
  Nature combined(Operator operator, Nature other) {
    return switch (operator) {
      case OVER -> over(other);
      case TIMES -> times(other);
      case PLUS, MINUS -> plus(other);
    };
  }

  private Nature times(Nature other) {
    Nature only = constant ? other : this;
    boolean scaled = constant || other.constant;
    return new Nature(
        units.times(other.units),
        scaled ? only.noun : "",
        scaled ? only.per : "",
        degree + other.degree,
        picked || other.picked,
        constant && other.constant,
        divided || other.divided,
        false,
        snapshots || other.snapshots,
        toDate || other.toDate,
        Math.min(MANY, decimals + other.decimals));
  }

  private Nature plus(Nature other) {
    return new Nature(
        units,
        noun.isEmpty() ? other.noun : noun,
        per.isEmpty() ? other.per : per,
        constant ? other.degree : degree,
        picked || other.picked,
        constant && other.constant,
        divided || other.divided,
        false,
        snapshots || other.snapshots,
        toDate || other.toDate,
        Math.max(decimals, other.decimals));
  }
}
