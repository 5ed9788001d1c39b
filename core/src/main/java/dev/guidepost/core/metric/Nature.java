package dev.guidepost.core.metric;

import dev.guidepost.core.metric.Formula.Operator;

/**
 * What can be done with the value of a metric or of a part of a formula.
 *
 * @param units the powers of its units
 * @param quotient whether it is one amount over another, which does not add up over people
 * @param divided whether a division is needed to get at it, so that no decimal may hold it
 * @param spread whether it is a distribution, which is no one value
 * @param snapshots whether it is made of snapshots, which do not add up over time
 * @param toDate whether it is made of what is cumulative already
 * @param decimals the most decimals it may have if it is not divided
 */
record Nature(
    Units units,
    boolean quotient,
    boolean divided,
    boolean spread,
    boolean snapshots,
    boolean toDate,
    int decimals) {

  private static final int MANY = 1_000;

  /** A plain number. */
  static Nature number(int decimals) {
    return new Nature(Units.NUMBER, false, false, false, false, false, decimals);
  }

  /** A metric with facts of its own, or one that counts those of another. */
  static Nature ofFacts(Metric metric) {
    Aggregation aggregation = metric.aggregation();
    boolean mean = aggregation instanceof Aggregation.Mean;
    boolean spread = aggregation instanceof Aggregation.Distribution;
    boolean snapshot = aggregation instanceof Aggregation.Snapshot;
    boolean average = aggregation.equals(new Aggregation.Snapshot(OverTime.AVERAGE));
    return new Nature(
        Units.of(metric.unit()),
        mean,
        mean || spread || average,
        spread,
        snapshot,
        false,
        metric.scale());
  }

  /** One amount over another. */
  Nature over(Nature divisor) {
    return new Nature(
        units.over(divisor.units),
        true,
        true,
        false,
        snapshots || divisor.snapshots,
        toDate || divisor.toDate,
        MANY);
  }

  /** The same, cumulative. */
  Nature cumulative() {
    return new Nature(units, quotient, divided, spread, snapshots, true, decimals);
  }

  /** This and another as a formula combines them; a constant divisor makes no quotient. */
  Nature combined(Operator operator, Nature other, boolean constant) {
    Nature quotientOf = over(other);
    boolean anyQuotient = quotient || other.quotient;
    boolean anyDivided = divided || other.divided;
    return switch (operator) {
      case OVER -> constant ? quotientOf.withQuotient(anyQuotient) : quotientOf;
      case TIMES ->
          new Nature(
              units.times(other.units),
              anyQuotient,
              anyDivided,
              false,
              quotientOf.snapshots,
              quotientOf.toDate,
              Math.min(MANY, decimals + other.decimals));
      case PLUS, MINUS ->
          new Nature(
              units,
              anyQuotient,
              anyDivided,
              false,
              quotientOf.snapshots,
              quotientOf.toDate,
              Math.max(decimals, other.decimals));
    };
  }

  private Nature withQuotient(boolean isOne) {
    return new Nature(units, isOne, divided, spread, snapshots, toDate, decimals);
  }
}
