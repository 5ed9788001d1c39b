package dev.guidepost.targets.outlook;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How good past forecasts were, each beside the plainest one: the same days of last quarter
 * repeated. A host keeps the forecasts it showed, and adds what happened once the period is over.
 *
 * <p>Immutable. A record of few periods says little, as the forecasts of one period are off
 * together: {@link #toString()} names how many there are.
 *
 * <pre>{@code
 * TrackRecord record = TrackRecord.EMPTY
 *     .with(Entry.of(lastOutlook, won, repeated, random))
 *     .with(Entry.of(outlookBefore, wonBefore, repeatedBefore, random));
 * record; // 2 forecasts of 2 periods: 80 % held 2, on average 4 % too high; ...
 * }</pre>
 *
 * @param entries the forecasts with what happened, in the order given; unmodifiable
 */
public record TrackRecord(List<Entry> entries) {

  /** No forecast yet. */
  public static final TrackRecord EMPTY = new TrackRecord(List.of());

  private static final double LEVEL = 0.80;

  /**
   * Creates a track record.
   *
   * @param entries the forecasts with what happened
   */
  public TrackRecord {
    entries = ImmutableList.copyOf(entries);
  }

  /**
   * The bookings of one forecast, and what happened. All parts are of JDK types, so that a host can
   * keep them as they are.
   *
   * @param party the id of the person or unit
   * @param period the label of the period
   * @param asOf the as-of day of the forecast, as text
   * @param mean what was forecast
   * @param actual what was booked on the days that were forecast
   * @param repeated what was booked on the same days of last quarter, if it was known then
   * @param pit where in the forecast lay what happened, 0 to 1
   * @param crps the continuous ranked probability score
   */
  public record Entry(
      String party,
      String period,
      String asOf,
      double mean,
      double actual,
      Optional<Double> repeated,
      double pit,
      double crps) {

    /**
     * Creates an entry.
     *
     * @param party the id of the person or unit
     * @param period the label of the period
     * @param asOf the as-of day of the forecast, as text
     * @param mean what was forecast
     * @param actual what was booked on the days that were forecast
     * @param repeated what was booked on the same days of last quarter
     * @param pit where in the forecast lay what happened
     * @param crps the continuous ranked probability score
     * @throws IllegalArgumentException if a number is none, or the place is not in 0 to 1
     */
    public Entry {
      Objects.requireNonNull(repeated, "repeated");
      if (!(Double.isFinite(mean) && Double.isFinite(actual) && Double.isFinite(crps))) {
        throw new IllegalArgumentException(
            "mean, actual and score must be finite, but were "
                + mean
                + ", "
                + actual
                + ", "
                + crps);
      }
      if (!(pit >= 0 && pit <= 1)) {
        throw new IllegalArgumentException("pit must be in 0 to 1, but was " + pit);
      }
    }

    /**
     * Scores the bookings of a forecast.
     *
     * @param forecast the forecast
     * @param actual what was booked on {@link Forecast#days()}, 0 or more
     * @param repeated what was booked on the same days of last quarter, if that was observed
     * @param random where chance comes from, as what happened may lie on a value that is likely
     * @return the entry
     * @throws IllegalArgumentException if what was booked is below 0
     */
    public static Entry of(
        Forecast forecast, double actual, Optional<Double> repeated, SplittableRandom random) {
      return new Entry(
          forecast.party().value(),
          forecast.period().label(),
          forecast.asOf().toString(),
          forecast.bookings().mean(),
          actual,
          repeated,
          Score.pit(forecast.bookings(), actual, random.nextDouble()),
          Score.crps(forecast.bookings(), actual));
    }
  }

  /**
   * Returns the record with one forecast more.
   *
   * @param entry the forecast with what happened
   * @return the longer record
   */
  public TrackRecord with(Entry entry) {
    return new TrackRecord(ImmutableList.<Entry>builder().addAll(entries).add(entry).build());
  }

  /**
   * Returns the forecasts of one person or unit.
   *
   * @param party the id
   * @return the shorter record
   */
  public TrackRecord of(String party) {
    return new TrackRecord(entries.stream().filter(entry -> entry.party().equals(party)).toList());
  }

  /**
   * Returns how many periods were forecast.
   *
   * @return how many labels differ
   */
  public long periods() {
    return entries.stream().map(Entry::period).distinct().count();
  }

  /**
   * Returns how many of the middle intervals of a level held what happened.
   *
   * @param level the level, such as .8
   * @return 0 to the number of entries
   */
  public long held(double level) {
    return entries.stream().filter(entry -> Score.covers(entry.pit(), level)).count();
  }

  /**
   * Returns how much too high forecasts were on average.
   *
   * @return what was forecast over what happened, less 1; empty if nothing happened
   */
  public Optional<Double> bias() {
    double actual = entries.stream().mapToDouble(Entry::actual).sum();
    double mean = entries.stream().mapToDouble(Entry::mean).sum();
    return actual > 0 ? Optional.of(mean / actual - 1) : Optional.empty();
  }

  /**
   * Returns the mean absolute error of the forecasts' means, over what happened.
   *
   * @return the error as a share; empty if nothing happened
   */
  public Optional<Double> error() {
    return share(
        entries.stream().mapToDouble(one -> Math.abs(one.mean() - one.actual())).sum(), entries);
  }

  /**
   * Returns the mean absolute error of the same days of last quarter repeated, over what happened.
   *
   * @return the error as a share, of those entries that know last quarter; empty if none does or
   *     nothing happened
   */
  public Optional<Double> errorOfRepeated() {
    List<Entry> known = entries.stream().filter(one -> one.repeated().isPresent()).toList();
    return share(
        known.stream()
            .mapToDouble(one -> Math.abs(one.repeated().orElseThrow() - one.actual()))
            .sum(),
        known);
  }

  private static Optional<Double> share(double error, List<Entry> over) {
    double actual = over.stream().mapToDouble(Entry::actual).sum();
    return actual > 0 ? Optional.of(error / actual) : Optional.empty();
  }

  /**
   * Returns the record on one line, such as {@code "8 forecasts of 4 periods: 80 % held 6; off by
   * 12 %, 3 % too high; last quarter repeated off by 15 %"}.
   */
  @Override
  public String toString() {
    if (entries.isEmpty()) {
      return "no forecast of a period that is over";
    }
    return String.format(
        Locale.ROOT,
        "%s of %s: 80 %% held %d%s%s%s",
        counted(entries.size(), "forecast"),
        counted(periods(), "period"),
        held(LEVEL),
        error().map(off -> String.format(Locale.ROOT, "; off by %.0f %%", off * 100)).orElse(""),
        bias()
            .map(
                high ->
                    String.format(
                        Locale.ROOT,
                        ", %.0f %% too %s",
                        Math.abs(high) * 100,
                        high >= 0 ? "high" : "low"))
            .orElse(""),
        errorOfRepeated()
            .map(
                off ->
                    String.format(Locale.ROOT, "; last quarter repeated off by %.0f %%", off * 100))
            .orElse("; last quarter not known"));
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
