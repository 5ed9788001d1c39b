package dev.guidepost.core.stat;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many deals are won, lost and still open by which age in days, from deals of which many are
 * still open: the estimator of Aalen and Johansen (Scandinavian Journal of Statistics 5, 1978) from
 * whole-day histograms.
 *
 * <p>With {@code n} deals under observation at an age, {@code w} of them won and {@code l} lost at
 * it, and {@code S} the share open before it, the share won rises by {@code S·w/n}, that lost by
 * {@code S·l/n}, and {@code S} falls by both. A loss ends a deal; it does not hide a win that would
 * have come, so treating losses as censored would overstate the wins. What is open at the last age
 * observed stays undecided: nothing is extrapolated.
 *
 * <p><b>Conventions.</b> A deal is under observation from its entry age to its exit age, <em>both
 * days included</em>. Entry is age 0 for a deal that was watched from its opening, also when it
 * closes on that day; a deal that was already open when the records begin enters at the age it had
 * on their first day, and only if it was open then (one that closes on that very day counts, one
 * that closed before does not). Within one age entries come first, then wins and losses, then
 * censorings: a deal still open at its age on the as-of date counts as under observation at that
 * age.
 *
 * <p>Where nobody is left under observation, or few entered late, the curve can drop to nothing at
 * a young age and stay there; {@link #atRisk} shows how many it stands on.
 *
 * <pre>{@code
 * CompetingRisks deals = CompetingRisks.builder()
 *     .won(0, 12).lost(0, 20).won(0, 25).open(0, 40).build();
 * deals.wonBy(30);           // 0.5
 * deals.wonBetween(15, 30);  // of those open after day 15: a third
 * }</pre>
 */
public final class CompetingRisks {

  private final long[] entries;
  private final long[] won;
  private final long[] lost;
  private final long[] censored;
  private final long[] risk;
  private final double[] survival;
  private final double[] wonBy;
  private final double[] lostBy;

  private CompetingRisks(long[] entries, long[] won, long[] lost, long[] censored) {
    int ages = Math.max(used(entries), Math.max(used(won), Math.max(used(lost), used(censored))));
    this.entries = Arrays.copyOf(entries, ages);
    this.won = Arrays.copyOf(won, ages);
    this.lost = Arrays.copyOf(lost, ages);
    this.censored = Arrays.copyOf(censored, ages);
    this.risk = new long[ages];
    this.survival = new double[ages];
    this.wonBy = new double[ages];
    this.lostBy = new double[ages];
    long watched = 0;
    double open = 1;
    double winners = 0;
    double losers = 0;
    for (int age = 0; age < ages; age++) {
      watched = Math.addExact(watched, this.entries[age]);
      long closed = Math.addExact(this.won[age], this.lost[age]);
      long left = watched - closed - this.censored[age];
      if (left < 0) {
        throw new IllegalArgumentException(
            "exits must not outnumber the deals entered by age " + age + ", but did by " + -left);
      }
      risk[age] = watched;
      if (closed > 0) {
        winners += open * this.won[age] / watched;
        losers += open * this.lost[age] / watched;
        open *= (double) (watched - closed) / watched;
      }
      survival[age] = open;
      wonBy[age] = winners;
      lostBy[age] = losers;
      watched = left;
    }
    if (watched > 0) {
      throw new IllegalArgumentException(
          "every deal entered must also exit, but " + watched + " did not");
    }
  }

  private static int used(long[] counts) {
    int length = 0;
    for (int i = 0; i < counts.length; i++) {
      if (Checks.nonNegative("count", counts[i]) > 0) {
        length = i + 1;
      }
    }
    return length;
  }

  /**
   * Returns the curves of four histograms; index is the age in days, and they may differ in length.
   *
   * @param entries deals that came under observation at each age
   * @param won deals won at each age
   * @param lost deals lost at each age
   * @param censored deals still open at each age when last seen
   * @return the curves
   * @throws IllegalArgumentException if a count is negative, more deals exit by some age than
   *     entered by it, or entries and exits differ in number
   */
  public static CompetingRisks of(long[] entries, long[] won, long[] lost, long[] censored) {
    return new CompetingRisks(entries, won, lost, censored);
  }

  /**
   * Returns a builder that takes deals one by one.
   *
   * @return a new builder without deals
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the share still open after the closings of an age: the product-limit estimate of Kaplan
   * and Meier (1958) for either end.
   *
   * @param age the age in days, zero or more
   * @return a share in [0, 1]; 1 without data; that of the last age beyond it
   * @throws IllegalArgumentException if the age is negative
   */
  public double survival(int age) {
    return at(survival, age, 1);
  }

  /**
   * Returns the share won by an age, that day included.
   *
   * @param age the age in days, zero or more
   * @return a share in [0, 1]; 0 without data; that of the last age beyond it
   * @throws IllegalArgumentException if the age is negative
   */
  public double wonBy(int age) {
    return at(wonBy, age, 0);
  }

  /**
   * Returns the share lost by an age, that day included.
   *
   * @param age the age in days, zero or more
   * @return a share in [0, 1]; 0 without data; that of the last age beyond it
   * @throws IllegalArgumentException if the age is negative
   */
  public double lostBy(int age) {
    return at(lostBy, age, 0);
  }

  /**
   * Returns the share neither won nor lost by an age. At the last age it is what the record cannot
   * tell; report it beside the share won.
   *
   * @param age the age in days, zero or more
   * @return {@code 1 - wonBy(age) - lostBy(age)}, in [0, 1]
   * @throws IllegalArgumentException if the age is negative
   */
  public double undecided(int age) {
    return Math.max(0, 1 - wonBy(age) - lostBy(age));
  }

  /**
   * Returns the chance that a deal still open after the closings of one age is won by a later one:
   * {@code (wonBy(ageEnd) - wonBy(age))/survival(age)}.
   *
   * @param age the age the deal has, zero or more
   * @param ageEnd the age to win by, not before {@code age}
   * @return a probability; 0 for a deal older than any that was won, and 0, not NaN, when no deal
   *     is seen to stay open that long
   * @throws IllegalArgumentException if an age is negative or {@code ageEnd < age}
   */
  public double wonBetween(int age, int ageEnd) {
    Checks.atLeast("age", age, 0);
    Checks.atLeast("ageEnd", ageEnd, age);
    double open = survival(age);
    return open > 0 ? Math.min(1, (wonBy(ageEnd) - wonBy(age)) / open) : 0;
  }

  /**
   * Returns the number of deals under observation at an age, before its closings.
   *
   * @param age the age in days, zero or more
   * @return a count; 0 beyond the last age
   * @throws IllegalArgumentException if the age is negative
   */
  public long atRisk(int age) {
    Checks.atLeast("age", age, 0);
    return age < risk.length ? risk[age] : 0;
  }

  /**
   * Returns the last age at which a deal was observed.
   *
   * @return the age in days; -1 without data
   */
  public int lastAge() {
    return risk.length - 1;
  }

  /**
   * Returns the curves of both groups of deals together, as if counted in one go.
   *
   * @param other the other group
   * @return the merged curves; equal in any order and grouping
   * @throws ArithmeticException if a count overflows
   */
  public CompetingRisks merge(CompetingRisks other) {
    return new CompetingRisks(
        sum(entries, other.entries),
        sum(won, other.won),
        sum(lost, other.lost),
        sum(censored, other.censored));
  }

  private static long[] sum(long[] a, long[] b) {
    long[] sum = Arrays.copyOf(a, Math.max(a.length, b.length));
    for (int i = 0; i < b.length; i++) {
      sum[i] = Math.addExact(sum[i], b[i]);
    }
    return sum;
  }

  private static double at(double[] curve, int age, double withoutData) {
    Checks.atLeast("age", age, 0);
    return curve.length == 0 ? withoutData : curve[Math.min(age, curve.length - 1)];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CompetingRisks that
        && Arrays.equals(entries, that.entries)
        && Arrays.equals(won, that.won)
        && Arrays.equals(lost, that.lost)
        && Arrays.equals(censored, that.censored);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(won) + Arrays.hashCode(censored);
  }

  @Override
  public String toString() {
    return "CompetingRisks[deals="
        + Arrays.stream(entries).sum()
        + ", won="
        + Arrays.stream(won).sum()
        + ", lost="
        + Arrays.stream(lost).sum()
        + ", lastAge="
        + lastAge()
        + "]";
  }

  /** Takes deals one by one; not safe for use by several threads at once. */
  public static final class Builder {

    private long[] entries = new long[64];
    private long[] won = new long[64];
    private long[] lost = new long[64];
    private long[] censored = new long[64];

    private Builder() {}

    /**
     * Adds a deal that was won.
     *
     * @param entryAge the age at which it came under observation, 0 when watched from its opening
     * @param age the age at which it was won, not before {@code entryAge}
     * @return this builder
     * @throws IllegalArgumentException if an age is negative or the win is before the entry
     */
    public Builder won(int entryAge, int age) {
      enter(entryAge, age);
      won[age]++;
      return this;
    }

    /**
     * Adds a deal that was lost.
     *
     * @param entryAge the age at which it came under observation, 0 when watched from its opening
     * @param age the age at which it was lost, not before {@code entryAge}
     * @return this builder
     * @throws IllegalArgumentException if an age is negative or the loss is before the entry
     */
    public Builder lost(int entryAge, int age) {
      enter(entryAge, age);
      lost[age]++;
      return this;
    }

    /**
     * Adds a deal that was still open when last seen.
     *
     * @param entryAge the age at which it came under observation, 0 when watched from its opening
     * @param age the age at which it was last seen open, not before {@code entryAge}
     * @return this builder
     * @throws IllegalArgumentException if an age is negative or it was last seen before the entry
     */
    public Builder open(int entryAge, int age) {
      enter(entryAge, age);
      censored[age]++;
      return this;
    }

    /**
     * Returns the curves of the deals added so far.
     *
     * @return the curves
     */
    public CompetingRisks build() {
      return new CompetingRisks(entries, won, lost, censored);
    }

    private void enter(int entryAge, int age) {
      Checks.atLeast("entryAge", entryAge, 0);
      Checks.atLeast("age", age, entryAge);
      if (age >= entries.length) {
        int length = Math.max(age + 1, 2 * entries.length);
        entries = Arrays.copyOf(entries, length);
        won = Arrays.copyOf(won, length);
        lost = Arrays.copyOf(lost, length);
        censored = Arrays.copyOf(censored, length);
      }
      entries[entryAge]++;
    }
  }
}
