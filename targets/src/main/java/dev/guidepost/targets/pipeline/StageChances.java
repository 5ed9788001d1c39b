package dev.guidepost.targets.pipeline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * The chances to be won by one end, for any stage, any age at it, and any day of opening until
 * then.
 *
 * <p>One pass from the end backward: the chance of a deal that is at a stage at the end of a day is
 * that of going on tomorrow times the chance of entering the next stage then, and that of staying
 * times its own chance tomorrow. A deal may go through several stages in one day.
 *
 * <pre>{@code
 * StageChances chances = model.until(today, end);
 * chances.of("Proposal", 12);
 * chances.lastUseful("Proposal");  // 2026-12-29: entered later, no deal was ever won in time
 * }</pre>
 */
public final class StageChances {

  private final StageModel model;
  private final LocalDate today;
  private final double[][] now;

  /** By day from today on and stage: the chance of a deal that comes to the stage on that day. */
  private final double[][] entering;

  StageChances(StageModel model, LocalDate today, int[] older, double[] factors) {
    this.model = model;
    this.today = today;
    int count = model.curves().size();
    this.entering = new double[older.length + 1][count + 1];
    double[][] stay = new double[count][];
    for (int j = 0; j < count; j++) {
      stay[j] = new double[model.curves().get(j).staleAge() + 2];
    }
    enter(stay, entering[older.length], older.length == 0 ? 1 : factors[older.length - 1]);
    for (int d = older.length - 1; d >= 0; d--) {
      // From the end of day d (today for 0) to that of the day after it.
      double[] coming = entering[d + 1];
      for (int step = 0; step < older[d]; step++) {
        stay = before(stay, coming, factors[d]);
        // What comes to a stage with the first step of a day grows older with the second.
        coming = new double[count + 1];
        enter(stay, coming, factors[d]);
      }
      enter(stay, entering[d], d == 0 ? 1 : factors[d - 1]);
    }
    this.now = stay;
  }

  /** The chances of coming to the stages on a day, given those of being there at its end. */
  private void enter(double[][] stay, double[] into, double factor) {
    int count = model.curves().size();
    into[count] = 1;
    for (int j = count - 1; j >= 0; j--) {
      StageCurve curve = model.curves().get(j);
      double lose = curve.losing(0);
      double go = going(curve, j, 0, factor);
      double there = go * into[j + 1] + Math.max(0, 1 - go - lose) * stay[j][0];
      into[j] = Math.min(1, curve.skipped() * into[j + 1] + (1 - curve.skipped()) * there);
    }
  }

  private double going(StageCurve curve, int place, int age, double factor) {
    double go = curve.going(age);
    return place == model.curves().size() - 1 ? Math.min(1 - curve.losing(age), go * factor) : go;
  }

  private double[][] before(double[][] after, double[] coming, double factor) {
    double[][] stay = new double[after.length][];
    for (int j = 0; j < after.length; j++) {
      StageCurve curve = model.curves().get(j);
      stay[j] = new double[after[j].length];
      for (int age = 0; age < curve.staleAge(); age++) {
        double go = going(curve, j, age + 1, factor);
        double lose = curve.losing(age + 1);
        stay[j][age] =
            Math.min(1, go * coming[j + 1] + Math.max(0, 1 - go - lose) * after[j][age + 1]);
      }
    }
    return stay;
  }

  /**
   * Returns the model.
   *
   * @return what the chances were computed from
   */
  public StageModel model() {
    return model;
  }

  /**
   * Returns the day at whose end the deals are as given.
   *
   * @return today; 1970-01-01 for chances by steps
   */
  public LocalDate today() {
    return today;
  }

  /**
   * Returns the chance of a deal at a stage.
   *
   * @param stage the stage's name
   * @param age how long it has been there at the end of today, in steps of the curves, 0 or more
   * @return 0 to 1; 0 for a stale deal
   * @throws IllegalArgumentException if the model has no such stage, or the age is negative
   */
  public double of(String stage, int age) {
    int place =
        model
            .place(stage)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "stage must be one of the model "
                            + model.curves().stream().map(StageCurve::stage).toList()
                            + ", but was "
                            + stage));
    if (age < 0) {
      throw new IllegalArgumentException("age must be 0 or more, but was " + age);
    }
    return age >= now[place].length ? 0 : now[place][age];
  }

  /**
   * Returns the chance of a deal that is opened after some steps.
   *
   * @param steps how many steps from now, 0 or more
   * @return 0 to 1; 0 after the end
   * @throws IllegalArgumentException if the steps are negative
   */
  public double ofNew(int steps) {
    if (steps < 0) {
      throw new IllegalArgumentException("steps must be 0 or more, but was " + steps);
    }
    return steps >= entering.length ? 0 : entering[steps][0];
  }

  /**
   * Returns the chance of a deal that is opened on a day.
   *
   * @param opened the day, today or later
   * @return 0 to 1; 0 from the end on
   * @throws IllegalArgumentException if the day is before today
   */
  public double ofNew(LocalDate opened) {
    long days = ChronoUnit.DAYS.between(today, opened);
    return ofNew((int) Math.max(-1, Math.min(Integer.MAX_VALUE, days)));
  }

  /**
   * Returns how many steps from now on it is of use that a deal comes to a stage: later, none was
   * ever won in time.
   *
   * @param place the stage's place in the model, from 0 on
   * @return the last step with a chance above 0; -1 if there is none
   */
  public int lastUsefulStep(int place) {
    int last = entering.length - 1;
    while (last >= 0 && entering[last][place] <= 0) {
      last--;
    }
    return last;
  }

  /**
   * Returns the last day on which it is of use that a deal comes to a stage.
   *
   * @param stage the stage's name
   * @return the day; empty if no day from today on is
   * @throws IllegalArgumentException if the model has no such stage
   */
  public Optional<LocalDate> lastUseful(String stage) {
    of(stage, 0);
    int last = lastUsefulStep(model.place(stage).orElseThrow());
    return last < 0 ? Optional.empty() : Optional.of(today.plusDays(last));
  }

  /** Returns the chance of a new deal, and the last useful day of each stage, on one line. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "opened today %.1f %%; of use until", ofNew(0) * 100));
    for (StageCurve curve : model.curves()) {
      text.append(' ')
          .append(curve.stage())
          .append(' ')
          .append(lastUseful(curve.stage()).map(LocalDate::toString).orElse("never"))
          .append(',');
    }
    return text.substring(0, text.length() - 1);
  }
}
