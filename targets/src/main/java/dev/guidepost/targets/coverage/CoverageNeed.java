package dev.guidepost.targets.coverage;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.targets.funnel.WinsForecast;
import dev.guidepost.targets.pipeline.CreationNeed;
import dev.guidepost.targets.pipeline.CreationSearch;
import dev.guidepost.targets.pipeline.CreationWeek;
import dev.guidepost.targets.pipeline.WholeCounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * How much live pipeline a target takes at a person's own rates, or at those of a team's people.
 *
 * <p>On average that is what is left of the target, less what will still be created and won in
 * time, over the share of the starting pipeline that is won in time. With a confidence it is more,
 * and the more so the fewer deals it takes: one over the conversion is right for nobody.
 *
 * <pre>{@code
 * CoverageNeed.onAverage("Ana", variant, 1_600_000, 1_600_000, 0, .22).multiple();   // 4.5
 * CoverageNeed.forWins("Cai", variant.byCount(), 10, 10, none, .25, .90).against(3);
 * // a flat 3x asks 2.5x too little of Cai and gives 20 %
 * }</pre>
 */
public final class CoverageNeed {

  private static final int MOST_DEALS = 5_000;
  private static final double SLIGHT = 1e-6;

  private final String who;
  private final CoverageVariant variant;
  private final double target;
  private final double remaining;
  private final OptionalDouble pipeline;
  private final OptionalDouble confidence;
  private final double conversion;
  private final double coming;
  private final double size;
  private final Optional<LongToDoubleFunction> chance;

  private CoverageNeed(
      String who,
      CoverageVariant variant,
      double[] target,
      OptionalDouble pipeline,
      OptionalDouble confidence,
      double conversion,
      double coming,
      double size,
      Optional<LongToDoubleFunction> chance) {
    this.who = who;
    this.variant = variant;
    this.target = variant.target() == CoverageVariant.Target.WHOLE ? target[0] : target[1];
    this.remaining = target[1];
    this.pipeline = pipeline;
    this.confidence = confidence;
    this.conversion = conversion;
    this.coming = coming;
    this.size = size;
    this.chance = chance;
  }

  /**
   * Returns what is needed on average, without any margin for chance.
   *
   * @param who whose coverage it is, as people call them
   * @param variant which coverage is meant
   * @param target the whole target, in money or wins as the variant says
   * @param remaining what is left of it
   * @param createAndClose what of it will be created and won in time, on average, 0 or more
   * @param conversion the share of the starting pipeline that is won in time, by value or count as
   *     the variant says, above 0 to 1
   * @return what is needed
   * @throws IllegalArgumentException if an argument is out of bounds
   */
  public static CoverageNeed onAverage(
      String who,
      CoverageVariant variant,
      double target,
      double remaining,
      double createAndClose,
      double conversion) {
    requireConversion(conversion);
    if (!(createAndClose >= 0) || !Double.isFinite(remaining) || !Double.isFinite(target)) {
      throw new IllegalArgumentException(
          "amounts must be numbers, and create-and-close 0 or more, but were "
              + target
              + ", "
              + remaining
              + ", "
              + createAndClose);
    }
    return new CoverageNeed(
        who,
        variant,
        new double[] {target, remaining},
        OptionalDouble.of(Math.max(0, remaining - createAndClose) / conversion),
        OptionalDouble.empty(),
        conversion,
        createAndClose,
        1,
        Optional.empty());
  }

  /**
   * Returns what is needed by count with a confidence.
   *
   * @param who whose coverage it is
   * @param variant which coverage is meant, by count
   * @param target the whole target in wins
   * @param remaining how many wins are left of it
   * @param createAndClose the wins of deals that are still to be created; its shock is that of all
   *     deals, such as the uncertainty of the person's rate
   * @param conversion the share of live deals that is won in time, above 0 to 1
   * @param confidence the chance to reach the target, above 0 and below 1
   * @return what is needed
   * @throws IllegalArgumentException if the variant is not by count or an argument is out of bounds
   */
  public static CoverageNeed forWins(
      String who,
      CoverageVariant variant,
      long target,
      long remaining,
      WinsForecast createAndClose,
      double conversion,
      double confidence) {
    require(variant, CoverageVariant.By.COUNT);
    CreationSearch search = search(variant, conversion, confidence);
    CreationNeed need = search.forWins(createAndClose, remaining);
    return new CoverageNeed(
        who,
        variant,
        new double[] {target, remaining},
        pipeline(need, 1),
        OptionalDouble.of(confidence),
        conversion,
        createAndClose.mean(),
        1,
        Optional.of(
            count -> search.chance(createAndClose, remaining, Math.min(MOST_DEALS, count))));
  }

  /**
   * Returns what is needed by value with a confidence. Live deals count as of the sizes that the
   * person's won deals have.
   *
   * @param who whose coverage it is
   * @param variant which coverage is meant, by value
   * @param target the whole target in money
   * @param goal what is left of it and from what: the sizes, what will be created and won in time
   *     ({@link CreationSearch.Money#besides}), and how uncertain the rate is; its open deals are
   *     what is asked for, and so are none
   * @param conversion the share of live deals that is won in time, above 0 to 1
   * @param confidence the chance to reach the target, above 0 and below 1
   * @return what is needed
   * @throws IllegalArgumentException if the variant is not by value, open deals are given, or an
   *     argument is out of bounds
   */
  public static CoverageNeed forAmount(
      String who,
      CoverageVariant variant,
      double target,
      CreationSearch.Money goal,
      double conversion,
      double confidence) {
    return forTeam(
        who, variant, target, List.of(new CoverageShare(goal, conversion, 1)), confidence);
  }

  /**
   * Returns what several people need together by value with a confidence: the fewest live deals,
   * each person having a given share of them, with which the convolution of what each of them
   * brings reaches the target. Live deals count as of the sizes that a person's won deals have.
   *
   * @param who whose coverage it is
   * @param variant which coverage is meant, by value
   * @param target the whole target in money
   * @param people at least one, with what is left of the target, the same for everybody
   * @param confidence the chance to reach the target, above 0 and below 1
   * @return what is needed; its conversion is that of the deals of all, by value
   * @throws IllegalArgumentException if the variant is not by value, there is nobody, what is left
   *     or the grid differs, shares do not add up to 1, or an argument is out of bounds
   */
  public static CoverageNeed forTeam(
      String who,
      CoverageVariant variant,
      double target,
      List<CoverageShare> people,
      double confidence) {
    require(variant, CoverageVariant.By.VALUE);
    requireTeam(people);
    List<CoverageShare> all = ImmutableList.copyOf(people);
    double left = all.get(0).goal().amount();
    double size = shares(all, CoverageShare::size);
    double won = shares(all, one -> one.size() * one.conversion());
    double[] shares = all.stream().mapToDouble(CoverageShare::share).toArray();
    TeamChance chance = new TeamChance(all);
    // Who has which share stands in the place of which week is how long.
    CreationSearch search =
        CreationSearch.of(
                all.stream()
                    .map(one -> new CreationWeek(variant.period(), one.share(), one.conversion()))
                    .toList(),
                confidence)
            .wholeRates()
            .ofPeople(all.size());
    CreationNeed need = search.search(String.format(Locale.ROOT, "%,.0f", left), chance::with);
    return new CoverageNeed(
        who,
        variant,
        new double[] {target, left},
        pipeline(need, size),
        OptionalDouble.of(confidence),
        size > 0 ? won / size : shares(all, CoverageShare::conversion),
        chance.expectedNew(),
        size,
        Optional.of(
            count ->
                chance.with(WholeCounts.carried((double) Math.min(search.most(), count), shares))));
  }

  /** The mean over people, each with the share that the person has. */
  private static double shares(List<CoverageShare> people, ToDoubleFunction<CoverageShare> of) {
    return people.stream().mapToDouble(one -> one.share() * of.applyAsDouble(one)).sum();
  }

  private static void requireTeam(List<CoverageShare> people) {
    double sum = people.stream().mapToDouble(CoverageShare::share).sum();
    if (people.isEmpty() || Math.abs(sum - 1) > SLIGHT) {
      throw new IllegalArgumentException(
          "shares must add up to 1, but were those of " + people.size() + " people, " + sum);
    }
    CreationSearch.Money first = people.get(0).goal();
    for (CoverageShare person : people) {
      if (person.goal().amount() != first.amount() || !person.goal().grid().equals(first.grid())) {
        throw new IllegalArgumentException(
            "what is left must be the same for everybody, but was "
                + first.amount()
                + " on "
                + first.grid()
                + " and "
                + person.goal().amount()
                + " on "
                + person.goal().grid());
      }
    }
  }

  private static CreationSearch search(
      CoverageVariant variant, double conversion, double confidence) {
    requireConversion(conversion);
    return CreationSearch.of(List.of(new CreationWeek(variant.period(), 1, conversion)), confidence)
        .wholeRates();
  }

  private static OptionalDouble pipeline(CreationNeed need, double size) {
    return need.units().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(need.total() * size);
  }

  static void requireConversion(double conversion) {
    if (!(conversion > 0 && conversion <= 1)) {
      throw new IllegalArgumentException("conversion must be above 0 to 1, but was " + conversion);
    }
  }

  private static void require(CoverageVariant variant, CoverageVariant.By by) {
    if (variant.by() != by) {
      throw new IllegalArgumentException("variant must be by " + by + ", but was: " + variant);
    }
  }

  /**
   * Returns whose coverage it is.
   *
   * @return as people call them
   */
  public String who() {
    return who;
  }

  /**
   * Returns which coverage it is.
   *
   * @return the variant
   */
  public CoverageVariant variant() {
    return variant;
  }

  /**
   * Returns how much live pipeline is needed.
   *
   * @return money or deals, as the variant says; 0 if the target is reached without; empty if no
   *     credible number would do
   */
  public OptionalDouble pipeline() {
    return pipeline;
  }

  /**
   * Returns how many live deals of the usual size are needed.
   *
   * @return the pipeline over the mean size, or the pipeline itself where it is by count, with its
   *     fraction if it is on average; empty if no credible number would do, or by value on average,
   *     where no size is known
   */
  public OptionalDouble deals() {
    boolean sized = variant.by() == CoverageVariant.By.COUNT || confidence.isPresent();
    return pipeline.isEmpty() || !sized
        ? OptionalDouble.empty()
        : OptionalDouble.of(pipeline.getAsDouble() / size);
  }

  /**
   * Returns the multiple that is needed.
   *
   * @return pipeline over target as the variant says; 0 if the target is reached; empty if no
   *     credible number would do
   */
  public OptionalDouble multiple() {
    return pipeline.isEmpty()
        ? pipeline
        : OptionalDouble.of(target <= 0 ? 0 : pipeline.getAsDouble() / target);
  }

  /**
   * Returns the confidence.
   *
   * @return the chance to reach the target; empty if the need is on average
   */
  public OptionalDouble confidence() {
    return confidence;
  }

  /**
   * Returns the chance that a multiple gives.
   *
   * @param multiple pipeline over target, 0 or more
   * @return the chance to reach the target with as much, in whole deals rounded down, 5,000 at
   *     most; empty if the need is on average
   * @throws IllegalArgumentException if the multiple is out of bounds
   */
  public OptionalDouble chanceOf(double multiple) {
    if (!(multiple >= 0 && multiple <= 1e6)) {
      throw new IllegalArgumentException("multiple must be 0 or more, but was " + multiple);
    }
    if (chance.isEmpty()) {
      return OptionalDouble.empty();
    }
    double count = Math.floor(multiple * Math.max(0, target) / size + 1e-9);
    return OptionalDouble.of(chance.get().applyAsDouble((long) count));
  }

  /**
   * Returns what is left of the target as parts that add up: what the pipeline needed brings on
   * average, what will still be created, and the margin that the confidence takes beyond both.
   *
   * @return the explanation, to whole units of money or tenths of a win; empty if no credible
   *     number would do
   */
  public Optional<Explanation> explain() {
    if (pipeline.isEmpty()) {
      return Optional.empty();
    }
    Quantity left = rounded(Math.max(0, remaining));
    Quantity live = rounded(pipeline.getAsDouble() * conversion);
    Quantity created = rounded(coming);
    return Optional.of(
        Explanation.of(
            "left for " + who,
            List.of(
                new Explanation.Part(
                    "live pipeline",
                    live,
                    String.format(
                        Locale.ROOT, "%.0f %% of %,.0f", conversion * 100, pipeline.getAsDouble())),
                new Explanation.Part("to create", created, "created and won in time, expected"),
                new Explanation.Part(
                    "margin",
                    left.minus(live).minus(created),
                    confidence.isEmpty()
                        ? "none: reached on average"
                        : String.format(
                            Locale.ROOT, "for %.0f %%", confidence.getAsDouble() * 100)))));
  }

  private Quantity rounded(double amount) {
    int scale = variant.by() == CoverageVariant.By.VALUE ? 0 : 1;
    return Quantity.of(BigDecimal.valueOf(amount).setScale(scale, RoundingMode.HALF_UP));
  }

  /**
   * Compares with a multiple that is asked of everybody.
   *
   * @param imposed the multiple, above 0
   * @return the verdict
   * @throws IllegalArgumentException if the multiple is not above 0 and at most 1,000,000
   */
  public CoverageVerdict against(double imposed) {
    if (!(imposed > 0 && imposed <= 1e6)) {
      throw new IllegalArgumentException("multiple must be above 0, but was " + imposed);
    }
    return new CoverageVerdict(this, imposed);
  }

  /** Returns multiple, confidence, conversion and variant on one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s needs %s%s: %,.0f left, %.0f %% of live deals won in time; %s",
        who,
        multiple().isEmpty()
            ? "no credible multiple"
            : String.format(Locale.ROOT, "%.1fx", multiple().getAsDouble()),
        confidence.isEmpty()
            ? " on average"
            : String.format(Locale.ROOT, " for %.0f %%", confidence.getAsDouble() * 100),
        Math.max(0, remaining),
        conversion * 100,
        variant);
  }
}
