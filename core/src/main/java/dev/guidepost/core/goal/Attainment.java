package dev.guidepost.core.goal;

import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What was reached of a target.
 *
 * <p>The share attained is {@code 1 + advance / |target|}, where the advance is how far the actual
 * amount is on the good side of the target: for a metric where
 *
 * <ul>
 *   <li>higher is better, actual - target: {@code actual / target} for a target above 0; a loss of
 *       50 where one of 100 was allowed (-50 of -100) is 150 %, not 50 %;
 *   <li>lower is better, target - actual: {@code 2 - actual / target} for a target above 0, so that
 *       nothing at all is 200 % and twice what was allowed 0 %, a straight line without a pole;
 *   <li>a band is good, minus the distance to the band: 100 % inside, less on either side.
 * </ul>
 *
 * <p>Both forms for 0 and negative amounts agree with those of scorecards in use (<a
 * href="https://www.manula.com/manuals/stratec-informatica/gestao-estrategica-2-0/1/en/topic/calculos-de-desempenho">Stratec,
 * performance by polarity</a>), save that one formula holds for all signs, which makes the share
 * rise with a better actual amount, everywhere. It is neither floored nor capped. There is no
 * percentage of a target of 0: the share is not applicable, and {@link #level()} still tells
 * whether it was reached. Without a target nothing is applicable; without an actual amount there is
 * not enough data, which is not zero.
 *
 * <pre>{@code
 * Attainment.of(bookings, target, Quantity.of(800)).toString();
 * // "266.7 % (800 of 300), target reached"
 * }</pre>
 *
 * @param metric the definition of the metric
 * @param target what was to be reached, if anything
 * @param actual what was, if it is known
 * @param missing why it is not known; empty if it is
 */
public record Attainment(
    Metric metric, Optional<Target> target, Optional<Quantity> actual, String missing) {

  private static final int DECIMALS = 9;

  /** What was reached, from the least to the most. */
  public enum Level {
    /** Less than the threshold; less than the target if there is no threshold. */
    SHORT,
    /** The threshold, not the target. */
    THRESHOLD,
    /** The target, not the stretch. */
    TARGET,
    /** The stretch. */
    STRETCH
  }

  /**
   * Creates an attainment; see {@link #of(Metric, Target, Quantity)}.
   *
   * @param metric the definition of the metric
   * @param target what was to be reached
   * @param actual what was
   * @param missing why it is not known
   * @throws IllegalArgumentException if the target is one of another metric, or the actual amount
   *     is neither known nor said why it is not, or both
   */
  public Attainment {
    Objects.requireNonNull(metric, "metric");
    target.ifPresent(given -> given.direction(metric));
    if (actual.isPresent() != missing.isBlank()) {
      throw new IllegalArgumentException(
          "either an amount or the reason why there is none must be given for "
              + metric.id()
              + ", but was "
              + actual
              + " and \""
              + missing
              + "\"");
    }
  }

  /**
   * Returns what was reached of a target.
   *
   * @param metric the definition of the metric
   * @param target what was to be reached
   * @param actual what was, in the metric's unit; a share as a number
   * @return the attainment
   * @throws IllegalArgumentException if the target is one of another metric
   */
  public static Attainment of(Metric metric, Target target, Quantity actual) {
    return new Attainment(metric, Optional.of(target), Optional.of(actual), "");
  }

  /**
   * Returns what was reached of a target by what was measured.
   *
   * <p>A quotient that no decimal holds, such as a third, is rounded to {@value Quantity#MAX_SCALE}
   * decimals (fewer if 64 bits do not hold them) to the side that is no better, so that no target
   * is reached by rounding. Where nothing was recorded to divide by, to take the middle of or to
   * choose from, there is not enough data; a sum without facts is 0. Nor is there where some who
   * should have recorded a snapshot did not: what they have may change the verdict.
   *
   * <pre>{@code
   * Attainment.of(bookings, target, measuring.measure(BOOKINGS, List.of(ana), q4)).toString();
   * // "83.3 % (200,000 of 240,000), threshold reached"
   * }</pre>
   *
   * @param metric the definition of the metric
   * @param target what was to be reached
   * @param measured what was measured, for the owner and the period of the target
   * @return the attainment
   * @throws IllegalArgumentException if target or measurement are of another metric
   * @throws ArithmeticException if what was measured does not fit 64 bits
   */
  public static Attainment of(Metric metric, Target target, Measurement measured) {
    if (!measured.metric().id().equals(metric.id())) {
      throw new IllegalArgumentException(
          "measurement must be of " + metric.id() + ", but was of " + measured.metric().id());
    }
    Direction way = target.direction(metric);
    Optional<Ratio> incomplete =
        measured
            .reported()
            .filter(some -> some.numerator().compareTo(some.denominator()) < 0)
            .filter(some -> measured.exact().isPresent());
    if (incomplete.isPresent()) {
      return notEnoughData(metric, target, "not all reported: " + measured);
    }
    return measured
        .exact()
        .map(exact -> of(metric, target, rounded(way, exact)))
        .orElseGet(
            () -> notEnoughData(metric, target, "no value of " + metric.id() + ": " + measured));
  }

  /** Rounds to the side that is no better, so that what is missed stays missed. */
  private static Quantity rounded(Direction way, Fraction exact) {
    boolean down =
        way instanceof Direction.Within band
            ? exact.compareTo(Fraction.of(band.high())) <= 0
            : way instanceof Direction.Higher;
    RoundingMode rounding = down ? RoundingMode.FLOOR : RoundingMode.CEILING;
    int whole = exact.round(0, RoundingMode.DOWN).precision();
    int decimals = Math.max(0, Math.min(Quantity.MAX_SCALE, 18 - whole));
    return Quantity.of(exact.round(decimals, rounding));
  }

  /**
   * Returns that it is not known what was reached.
   *
   * @param metric the definition of the metric
   * @param target what was to be reached
   * @param reason why it is not known
   * @return the attainment
   * @throws IllegalArgumentException if the target is one of another metric, or the reason is blank
   */
  public static Attainment notEnoughData(Metric metric, Target target, String reason) {
    return new Attainment(metric, Optional.of(target), Optional.empty(), reason);
  }

  /**
   * Returns what was done where nothing was to be reached.
   *
   * @param metric the definition of the metric
   * @param actual what was done, in the metric's unit
   * @return the attainment
   */
  public static Attainment withoutTarget(Metric metric, Quantity actual) {
    return new Attainment(metric, Optional.empty(), Optional.of(actual), "");
  }

  /**
   * Returns the share of the target.
   *
   * @return the share; not applicable without a target and for one of 0; not enough data without an
   *     actual amount
   * @throws ArithmeticException if a part of the share does not fit 64 bits
   */
  public Score score() {
    if (target.isEmpty()) {
      return new Score.NotApplicable("no target");
    }
    return actual.isEmpty()
        ? new Score.NotEnoughData(missing)
        : scoring(target.get().amount()).score(actual.get());
  }

  /**
   * Returns what was reached: target or stretch, threshold, or less.
   *
   * @return the level; empty without a target or an actual amount
   */
  public Optional<Level> level() {
    if (target.isEmpty() || actual.isEmpty()) {
      return Optional.empty();
    }
    Level level = Level.SHORT;
    if (reached(Optional.of(target.get().amount()))) {
      level = reached(target.get().stretch()) ? Level.STRETCH : Level.TARGET;
    } else if (reached(target.get().threshold())) {
      level = Level.THRESHOLD;
    }
    return Optional.of(level);
  }

  private boolean reached(Optional<Quantity> yardstick) {
    return yardstick.isPresent()
        && scoring(yardstick.get()).advance(actual.orElseThrow()).signum() >= 0;
  }

  /**
   * Tells whether the target was reached.
   *
   * @return true if the level is target or stretch
   */
  public boolean reached() {
    return level().filter(level -> level.compareTo(Level.TARGET) >= 0).isPresent();
  }

  /**
   * Returns how far the actual amount is on the good side of the target.
   *
   * @return the distance, negative if it falls short, 0 anywhere inside a band; empty without a
   *     target or an actual amount
   * @throws ArithmeticException if the distance does not fit 64 bits
   */
  public Optional<Quantity> advance() {
    return target.isEmpty() || actual.isEmpty()
        ? Optional.empty()
        : Optional.of(scoring(target.get().amount()).distance(actual.get()));
  }

  private Scoring scoring(Quantity yardstick) {
    return Scoring.of(target.orElseThrow().direction(metric), yardstick);
  }

  /**
   * Returns the share of all targets of one owner, by their weights.
   *
   * @param parts what was reached of each, of one owner
   * @return the sum of weight times share over the sum of weights, to 9 decimals, half even, but
   *     never up to 1 where it is less; not applicable if any share is or there is none, else not
   *     enough data if any has not
   * @throws IllegalArgumentException if targets are of several owners: the mean over people hides
   *     more than it shows
   */
  public static Score weighted(List<Attainment> parts) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal weights = BigDecimal.ZERO;
    Optional<Score> unknown = Optional.empty();
    Optional<Target> first = Optional.empty();
    for (Attainment part : parts) {
      if (part.target().isEmpty()) {
        return part.score();
      }
      Target one = part.target().get();
      if (first.isPresent() && !first.get().owner().equals(one.owner())) {
        throw new IllegalArgumentException(
            "targets must be of one owner, but were of "
                + first.get().owner()
                + " and "
                + one.owner());
      }
      first = Optional.of(one);
      Score score = part.score();
      if (score instanceof Score.Known known) {
        BigDecimal weight = one.weight().toBigDecimal();
        sum =
            sum.add(
                weight
                    .multiply(known.ratio().numerator().toBigDecimal())
                    .divide(known.ratio().denominator().toBigDecimal(), MathContext.DECIMAL128));
        weights = weights.add(weight);
      } else if (unknown.isEmpty() || score instanceof Score.NotApplicable) {
        unknown = Optional.of(score);
      }
    }
    if (first.isEmpty()) {
      return new Score.NotApplicable("no target");
    }
    if (unknown.isPresent()) {
      return unknown.get();
    }
    BigDecimal share = sum.divide(weights, DECIMALS, RoundingMode.HALF_EVEN);
    if (sum.compareTo(weights) < 0 && share.compareTo(BigDecimal.ONE) == 0) {
      share = sum.divide(weights, DECIMALS, RoundingMode.DOWN);
    }
    return new Score.Known(new Ratio(Quantity.of(share), Quantity.of(1)));
  }

  /**
   * Returns share and amounts without the level, as of a period that is not over.
   *
   * @return such as {@code "83.3 % (200,000 of 240,000)"}; what is short never reads 100 %, as
   *     {@link Fraction#percent(int)} says
   */
  public String print() {
    String amounts =
        actual.map(Quantity::print).orElse("unknown")
            + target.map(given -> " of " + given.amount().print()).orElse("");
    boolean both = target.isPresent() && actual.isPresent();
    return (both ? scoring(target.get().amount()).print(actual.get()) : score().toString())
        + " ("
        + amounts
        + ")";
  }

  /**
   * Returns such as {@code "83.3 % (200,000 of 240,000), threshold reached"}: {@link #print()} with
   * the level.
   */
  @Override
  public String toString() {
    return print()
        + level()
            .map(
                level ->
                    level == Level.SHORT
                        ? ", short"
                        : ", " + level.name().toLowerCase(Locale.ROOT) + " reached")
            .orElse("");
  }
}
