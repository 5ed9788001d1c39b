package dev.guidepost.rollup.attainment;

import dev.guidepost.core.goal.Attainment;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.stat.ChiSquare;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How what was reached is spread over people, or over units: what one figure for all of them hides.
 *
 * <p>Attainments are never averaged: a few who are far above would hide all who are below. Nobody
 * is named or ranked.
 *
 * <pre>{@code
 * Distribution spread = attained.distribution(east);
 * spread.reached();                           // 2 of 6
 * spread.quartiles().orElseThrow().median();  // 137/250: half are at 54.8 % or less
 * spread.print();
 * }</pre>
 *
 * @param noun what they are called, such as {@code "people"}
 * @param parties how many they are
 * @param withTarget how many of them have a target
 * @param reached how many reached theirs, of those of whom it is known; as {@link
 *     Attainment#reached()} says, so never by rounding
 * @param shares of how many the share of their target is known; a target of 0 or an unknown amount
 *     has none
 * @param quartiles how the shares of their targets are spread; empty if there are fewer than
 *     {@value #LEAST} of them
 * @param concentration how much few bring, of all that is theirs; empty if there are fewer than
 *     {@value #LEAST}, nobody brings anything, an amount is negative or the metric is no sum
 * @param chance the probability of such differences, or greater ones, if all had brought the same
 *     share of their targets and nothing but chance told them apart; for counts of which five or
 *     more are expected of each on average, else empty
 */
public record Distribution(
    String noun,
    int parties,
    int withTarget,
    Ratio reached,
    int shares,
    Optional<Quartiles> quartiles,
    Optional<Concentration> concentration,
    Optional<Double> chance) {

  /** The fewest of whom quartiles and concentration are told: {@value}. */
  public static final int LEAST = 5;

  /** From this probability on, differences are no more than chance gives: {@value}. */
  public static final double CHANCE = 0.05;

  /** The fewest that are expected of each for the test of differences. */
  private static final double LEAST_EXPECTED = 5;

  /**
   * The shares attained, in five numbers, exactly.
   *
   * <p>The quartiles are by nearest rank: the smallest share that at least a quarter, or three
   * quarters, do not exceed (definition 1 of R. J. Hyndman and Y. Fan, "Sample quantiles in
   * statistical packages", 1996). The median is the middle one, or the mean of the two middle ones,
   * as of a {@link dev.guidepost.core.quantity.Histogram}.
   *
   * @param least the smallest
   * @param lower the lower quartile
   * @param median the median
   * @param upper the upper quartile
   * @param most the largest
   */
  public record Quartiles(
      Fraction least, Fraction lower, Fraction median, Fraction upper, Fraction most) {

    /**
     * Creates quartiles.
     *
     * @param least the smallest
     * @param lower the lower quartile
     * @param median the median
     * @param upper the upper quartile
     * @param most the largest
     */
    public Quartiles {
      Objects.requireNonNull(least, "least");
      Objects.requireNonNull(lower, "lower");
      Objects.requireNonNull(median, "median");
      Objects.requireNonNull(upper, "upper");
      Objects.requireNonNull(most, "most");
    }

    private static Quartiles of(List<Fraction> shares) {
      List<Fraction> sorted = shares.stream().sorted().toList();
      int n = sorted.size();
      return new Quartiles(
          sorted.get(0),
          sorted.get((n + 3) / 4 - 1),
          sorted.get((n - 1) / 2).plus(sorted.get(n / 2)).over(Fraction.of(2)),
          sorted.get((3 * n + 3) / 4 - 1),
          sorted.get(n - 1));
    }

    /** Returns the three quartiles, such as {@code "41.0 %, 54.8 %, 98.0 %"}. */
    @Override
    public String toString() {
      return Shares.percent(lower) + ", " + Shares.percent(median) + ", " + Shares.percent(upper);
    }
  }

  /**
   * Creates a distribution; see {@link #of(Metric, List)}.
   *
   * @param noun what they are called
   * @param parties how many they are
   * @param withTarget how many of them have a target
   * @param reached how many reached theirs
   * @param shares of how many the share of their target is known
   * @param quartiles how the shares of their targets are spread
   * @param concentration how much few bring
   * @param chance the probability of such differences by chance
   */
  public Distribution {
    Objects.requireNonNull(noun, "noun");
    Objects.requireNonNull(reached, "reached");
    Objects.requireNonNull(quartiles, "quartiles");
    Objects.requireNonNull(concentration, "concentration");
    Objects.requireNonNull(chance, "chance");
  }

  /**
   * Returns how some lines of one tree are spread.
   *
   * @param metric the definition of their metric
   * @param lines the lines of people, or of units of which none is above another
   * @return the distribution
   * @throws ArithmeticException if a share or a sum does not fit 64 bits
   */
  static Distribution of(Metric metric, List<AttainmentLine> lines) {
    List<Attainment> targeted = new ArrayList<>();
    List<Quantity> amounts = new ArrayList<>();
    for (AttainmentLine line : lines) {
      line.attainment().ifPresent(targeted::add);
      if (line.actual() instanceof Measurement.Total total) {
        amounts.add(total.amount());
      }
    }
    List<Fraction> shares = targeted.stream().flatMap(one -> Shares.of(one).stream()).toList();
    boolean people = lines.stream().allMatch(line -> line.party() instanceof PersonId);
    return new Distribution(
        people ? "people" : "units",
        lines.size(),
        targeted.size(),
        Ratio.of(
            targeted.stream().filter(Attainment::reached).count(),
            targeted.stream().filter(one -> one.level().isPresent()).count()),
        shares.size(),
        shares.size() < LEAST ? Optional.empty() : Optional.of(Quartiles.of(shares)),
        amounts.size() < LEAST ? Optional.empty() : Concentration.of(amounts),
        metric.unit() instanceof UnitOfMeasure.Count && !amounts.isEmpty()
            ? chance(metric, targeted)
            : Optional.empty());
  }

  /** The test of counts against targets, where these are above 0 and more is better. */
  private static Optional<Double> chance(Metric metric, List<Attainment> targeted) {
    List<Attainment> some =
        targeted.stream()
            .filter(one -> one.actual().filter(amount -> amount.signum() >= 0).isPresent())
            .filter(one -> one.target().orElseThrow().amount().signum() > 0)
            .toList();
    if (some.size() < LEAST
        || some.size() < targeted.size()
        || metric.scale() > 0
        || !(metric.direction() instanceof Direction.Higher)) {
      return Optional.empty();
    }
    long[] counts =
        some.stream().mapToLong(one -> one.actual().orElseThrow().unscaledAt(0)).toArray();
    double[] targets =
        some.stream().mapToDouble(one -> one.target().orElseThrow().amount().toDouble()).toArray();
    double leastExpected =
        Arrays.stream(counts).sum()
            * Arrays.stream(targets).min().orElseThrow()
            / Arrays.stream(targets).sum();
    return leastExpected < LEAST_EXPECTED
        ? Optional.empty()
        : ChiSquare.goodnessOfFit(counts, targets).map(ChiSquare::pValue);
  }

  /**
   * Tells whether they differ by no more than chance gives, so that nobody is to be told apart by
   * it.
   *
   * @return true if the {@link #chance()} is {@value #CHANCE} or more; empty if it is not known
   */
  public Optional<Boolean> alike() {
    return chance.map(probability -> probability >= CHANCE);
  }

  /**
   * Returns all of it in some lines of prose.
   *
   * @return the lines, each ending in {@code \n}
   */
  public String print() {
    StringBuilder text = new StringBuilder();
    text.append(parties).append(' ').append(noun).append(", ").append(withTarget);
    text.append(" with a target; ");
    text.append(reached.numerator().print()).append(" of ").append(reached.denominator().print());
    text.append(" reached it\n");
    text.append(
        quartiles
            .map(
                five ->
                    (shares < withTarget
                            ? "of the " + shares + " whose target and amount give a share, "
                            : "")
                        + "half are at "
                        + Shares.percent(five.median())
                        + " of their targets or less, a quarter at "
                        + Shares.percent(five.lower())
                        + " or less, a quarter at "
                        + Shares.percent(five.upper())
                        + " or more; all from "
                        + Shares.percent(five.least())
                        + " to "
                        + Shares.percent(five.most())
                        + "\n")
            .orElseGet(
                () ->
                    withTarget < LEAST
                        ? "not enough "
                            + noun
                            + " with a target to tell quartiles: "
                            + LEAST
                            + " needed\n"
                        : "not enough shares to tell quartiles: "
                            + LEAST
                            + " needed, and a target of 0 or an unknown amount has none\n"));
    concentration.ifPresent(few -> text.append(few).append('\n'));
    alike()
        .filter(same -> same)
        .ifPresent(
            same ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "no differences beyond chance (p = %.2f): not to be ranked\n",
                        chance.orElseThrow())));
    return text.toString();
  }

  /** Returns such as {@code "2 of 6 reached it; quartiles 41.0 %, 54.8 %, 98.0 %"}. */
  @Override
  public String toString() {
    return reached.numerator().print()
        + " of "
        + reached.denominator().print()
        + " reached it; "
        + quartiles.map(five -> "quartiles " + five).orElse("too few for quartiles");
  }
}
