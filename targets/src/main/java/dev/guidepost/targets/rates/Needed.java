package dev.guidepost.targets.rates;

import dev.guidepost.core.explain.Estimate;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * How many trials a number of events takes at a person's own rate, that rate's uncertainty
 * included: such as opportunities for wins.
 *
 * <p>One number of trials for each event ("three times coverage") is right for nobody: who wins
 * seven of ten needs half of it, who wins one of five far more; and few events take more for each
 * than many, as chance evens out less.
 *
 * <pre>{@code
 * Needed needed = yields.of(ana).orElseThrow().needed(10, 0.90);
 * needed.perEvent();      // 4.2
 * needed.compareWith(3);  // 42 (4.2 a win); 3 a win gives 60 %; 35 % [28, 41], 52 % own
 * }</pre>
 *
 * @param rate the rate
 * @param wanted how many events, at least 1
 * @param confidence the chance to reach, above 0 and below 1
 * @param trials the smallest number of trials with which that chance is reached; empty if 100,000
 *     do not suffice
 */
public record Needed(PersonalRate rate, long wanted, double confidence, OptionalLong trials) {

  /**
   * Creates a need; see {@link PersonalRate#needed(long, double)}.
   *
   * @param rate the rate
   * @param wanted how many events
   * @param confidence the chance to reach
   * @param trials the smallest number of trials with which that chance is reached
   * @throws IllegalArgumentException if wanted or confidence is out of bounds
   */
  public Needed {
    if (wanted < 1) {
      throw new IllegalArgumentException("events wanted must be at least 1, but was " + wanted);
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence must be above 0 and below 1, but was " + confidence);
    }
  }

  /**
   * What a flat rule asks for, and what it gives.
   *
   * @param needed what is needed at the person's own rate
   * @param perEvent how many trials for each event the rule asks for, above 0
   * @param trials how many that are in all, rounded up
   * @param chance the chance that they give the events wanted, 0 to 1
   */
  public record Rule(Needed needed, double perEvent, long trials, double chance) {

    /**
     * Returns how much more than needed the rule asks for.
     *
     * @return the rule's trials less those needed, negative if it asks for too little; empty if no
     *     number of trials suffices
     */
    public OptionalLong excess() {
      return needed.trials.isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of(trials - needed.trials.getAsLong());
    }

    /**
     * Returns need, rule and evidence on one line, such as {@code "42 (4.2 a win); 3 a win gives 60
     * %; 35 % [28, 41], 52 % own"}.
     */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s; %s a win gives %s; %s",
          needed.count(),
          perEvent == Math.rint(perEvent)
              ? String.format(Locale.ROOT, "%.0f", perEvent)
              : String.format(Locale.ROOT, "%.1f", perEvent),
          percent(chance),
          needed.evidence());
    }
  }

  /**
   * Compares with a flat rule.
   *
   * @param perEvent how many trials for each event it asks for, such as 3; above 0
   * @return what the rule gives
   * @throws IllegalArgumentException if the rule is not above 0, or asks for more than a million
   *     trials for each event
   */
  public Rule compareWith(double perEvent) {
    if (!(perEvent > 0 && perEvent <= 1e6)) {
      throw new IllegalArgumentException(
          "trials for each event must be above 0 and at most 1,000,000, but was " + perEvent);
    }
    long count = (long) Math.ceil(perEvent * wanted - 1e-9);
    return new Rule(this, perEvent, count, rate.chanceOf(wanted, count));
  }

  /**
   * Returns how many trials are needed for each event.
   *
   * @return trials over events wanted; infinite if no number of trials suffices
   */
  public double perEvent() {
    return trials.isEmpty() ? Double.POSITIVE_INFINITY : (double) trials.getAsLong() / wanted;
  }

  /**
   * Returns how many trials an event takes on average: what a great many events would take each,
   * without any margin for chance.
   *
   * @return one over the mean of the rate; infinite for a rate of 0
   */
  public double onAverage() {
    return 1 / rate.mean();
  }

  private String count() {
    return trials.isEmpty()
        ? "no credible number"
        : String.format(Locale.ROOT, "%,d (%.1f a win)", trials.getAsLong(), perEvent());
  }

  private String evidence() {
    Estimate estimate = rate.estimate();
    return String.format(
        Locale.ROOT,
        "%.0f %% [%.0f, %.0f], %.0f %% own",
        estimate.value() * 100,
        estimate.low() * 100,
        estimate.high() * 100,
        estimate.ownShare() * 100);
  }

  private static String percent(double chance) {
    return chance > 0 && chance < 0.005
        ? "under 1 %"
        : chance < 1 && chance >= 0.995
            ? "over 99 %"
            : String.format(Locale.ROOT, "%.0f %%", chance * 100);
  }

  /**
   * Returns need and evidence on one line, such as {@code "42 (4.2 a win); 35 % [28, 41], 52 %
   * own"}.
   */
  @Override
  public String toString() {
    return count() + "; " + evidence();
  }
}
