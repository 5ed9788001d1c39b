package dev.guidepost.targets.pipeline;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.time.DayFunction;
import dev.guidepost.targets.funnel.DealAgeing;
import dev.guidepost.targets.funnel.QuarterSeason;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The stages of a process one after another, each with its {@link StageCurve}: a semi-Markov chain,
 * in which a deal's chance depends on its stage and on how long it has been there (Howard 1971).
 *
 * <p>Chances by a date come from one pass backward in time over all stages and ages, exact for the
 * curves given, whatever the number of deals. A new deal begins at the first stage that it does not
 * skip.
 *
 * <pre>{@code
 * StageModel model = StageModel.of(List.of(qualify, demo, proposal));
 * model.within(6).of("Qualify", 2);          // of a deal that is 2 steps there: won within 6
 * model.until(today, end).ofNew(monday);     // of a deal that is opened on a day
 * }</pre>
 */
public final class StageModel {

  private final ImmutableList<StageCurve> curves;
  private final DayFunction ageing;
  private final DayFunction season;

  private StageModel(List<StageCurve> curves, DayFunction ageing, DayFunction season) {
    this.curves = ImmutableList.copyOf(curves);
    this.ageing = ageing;
    this.season = season;
  }

  /**
   * Returns the model of some stages.
   *
   * @param curves the stages in the order of the process, at least one
   * @return the model; every day counts, and there is no season
   * @throws IllegalArgumentException if there is no stage, or two have one name
   */
  public static StageModel of(List<StageCurve> curves) {
    Set<String> names = new HashSet<>();
    for (StageCurve curve : curves) {
      if (!names.add(curve.stage())) {
        throw new IllegalArgumentException(
            "stages must have different names, but two were " + curve.stage());
      }
    }
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("model must have a stage, but had none");
    }
    return new StageModel(curves, DayFunction.ALWAYS, DayFunction.ALWAYS);
  }

  /**
   * Returns the model for deals that do not grow older by one day every day, as holidays lie ahead.
   *
   * @param days by how much a deal grows older on a day, such as {@link
   *     DealAgeing#of(dev.guidepost.core.id.PersonId)}; fractions are carried to whole days
   * @return the model
   */
  public StageModel withAgeing(DayFunction days) {
    return new StageModel(curves, days, season);
  }

  /**
   * Returns the model with a season of winning: the chance to go on from the last stage times a
   * factor by day.
   *
   * @param fitted the season
   * @return the model
   */
  public StageModel withSeason(QuarterSeason fitted) {
    return new StageModel(curves, ageing, fitted::factor);
  }

  /** The same model with other curves for the same stages. */
  StageModel withCurves(List<StageCurve> others) {
    return new StageModel(others, ageing, season);
  }

  /**
   * Returns the stages.
   *
   * @return their curves in the order of the process; unmodifiable
   */
  public List<StageCurve> curves() {
    return curves;
  }

  /**
   * Returns the place of a stage.
   *
   * @param stage its name
   * @return its place from 0 on; empty if the model has no such stage
   */
  public OptionalInt place(String stage) {
    for (int i = 0; i < curves.size(); i++) {
      if (curves.get(i).stage().equals(stage)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * Returns the share of new deals that are won in the end, without season.
   *
   * @return 0 to 1
   */
  public double winYield() {
    double share = 1;
    for (StageCurve curve : curves) {
      share *= curve.skipped() + (1 - curve.skipped()) * curve.advances();
    }
    return share;
  }

  /**
   * Returns the share of new deals that are ever at a stage.
   *
   * @param place the stage's place, from 0 on
   * @return 0 to 1
   * @throws IndexOutOfBoundsException if there is no such stage
   */
  public double reach(int place) {
    double share = 1;
    for (int i = 0; i < place; i++) {
      StageCurve curve = curves.get(i);
      share *= curve.skipped() + (1 - curve.skipped()) * curve.advances();
    }
    return share * (1 - curves.get(place).skipped());
  }

  /**
   * Returns the chances to be won within some steps, each of them one step of age, without season.
   *
   * @param steps how many steps from now on, 0 or more
   * @return the chances
   * @throws IllegalArgumentException if the steps are negative
   */
  public StageChances within(int steps) {
    if (steps < 0) {
      throw new IllegalArgumentException("steps must be 0 or more, but was " + steps);
    }
    int[] older = new int[steps];
    double[] factors = new double[steps];
    Arrays.fill(older, 1);
    Arrays.fill(factors, 1);
    return new StageChances(this, LocalDate.EPOCH, older, factors);
  }

  /**
   * Returns the chances to be won before a day, with the season and the ageing; the curves must be
   * by days.
   *
   * @param today today: deals are as at its end
   * @param end the day after the last day that counts
   * @return the chances
   */
  public StageChances until(LocalDate today, LocalDate end) {
    int days = (int) Math.max(0, ChronoUnit.DAYS.between(today, end) - 1);
    int[] older = new int[days];
    double[] factors = new double[days];
    double running = 0;
    long before = 0;
    for (int i = 0; i < days; i++) {
      LocalDate day = today.plusDays(i + 1L);
      running += ageing.on(day);
      long total = (long) Math.floor(running + 1e-9);
      older[i] = (int) (total - before);
      before = total;
      factors[i] = season.on(day);
    }
    return new StageChances(this, today, older, factors);
  }

  /** Returns the stages on one line, such as {@code "Qualify 50 % > Demo 60 % > won: 30 %"}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (StageCurve curve : curves) {
      text.append(curve.stage())
          .append(String.format(Locale.ROOT, " %.0f %% > ", curve.advances() * 100));
    }
    return text.append(String.format(Locale.ROOT, "won: %.1f %%", winYield() * 100)).toString();
  }

  /**
   * Returns the model as lines, one for each stage.
   *
   * @return the curves, each with its evidence
   */
  public String print() {
    StringBuilder text = new StringBuilder();
    curves.forEach(curve -> text.append(curve).append('\n'));
    return text.append(this).append('\n').toString();
  }
}
