package dev.guidepost.targets.pipeline;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.explain.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a rate of creation makes of the pipeline: how many deals stand at each stage, as a band and
 * not only as a number.
 *
 * <p>On average that is rate times share that reaches the stage times mean stay (Little 1961). If
 * creations come at random (Poisson), the number at a stage is exactly Poisson and the stages are
 * independent (Eick, Massey and Whitt 1993), also while a pipeline fills: hence the bands. With the
 * rate of creation that a goal needs, this is the pipeline that would make the goal; with the
 * actual rate, the pipeline that things are coming to. Stale deals do not count.
 *
 * <pre>{@code
 * BenchmarkPipeline.steady(model, 4, .90);  // 4 deals a step
 * // Qualify 8.0 [4, 13], Demo 4.6 [1, 8], Proposal 3.5 [1, 7] 90 %
 * }</pre>
 *
 * @param model the stages
 * @param level the level of the bands, above 0 and below 1
 * @param bands what stands at each stage, in the order of the model; unmodifiable
 */
public record BenchmarkPipeline(StageModel model, double level, List<Band> bands) {

  /**
   * What stands at a stage.
   *
   * @param stage the stage's name
   * @param mean how many deals on average
   * @param low the lower end of the band
   * @param high the upper end, included
   */
  public record Band(String stage, double mean, long low, long high) {

    /**
     * Returns the place of an actual number in the distribution.
     *
     * @param actual how many deals there are
     * @return the chance of that many or fewer, 0 to 1
     */
    public double percentile(long actual) {
      return PoissonCounts.cdf(actual, mean);
    }

    /** Returns mean and band on one line. */
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s %.1f [%d, %d]", stage, mean, low, high);
    }
  }

  /**
   * Creates a benchmark; see {@link #steady} and {@link #after}.
   *
   * @param model the stages
   * @param level the level of the bands
   * @param bands what stands at each stage
   * @throws IllegalArgumentException if the level is out of bounds
   */
  public BenchmarkPipeline {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be above 0 and below 1, but was " + level);
    }
    bands = ImmutableList.copyOf(bands);
  }

  /**
   * Returns the pipeline that a steady creation comes to.
   *
   * @param model the stages
   * @param perStep how many deals are created in a step of the model, such as a day; 0 or more
   * @param level the level of the bands, above 0 and below 1
   * @return the benchmark
   * @throws IllegalArgumentException if rate or level is out of bounds
   */
  public static BenchmarkPipeline steady(StageModel model, double perStep, double level) {
    requireRate(perStep);
    List<Band> bands = new ArrayList<>();
    for (int j = 0; j < model.curves().size(); j++) {
      StageCurve curve = model.curves().get(j);
      bands.add(band(curve.stage(), perStep * model.reach(j) * curve.meanStay(), level));
    }
    return new BenchmarkPipeline(model, level, bands);
  }

  /**
   * Returns the pipeline after some steps of creation that found it empty, such as that of a new
   * person, or of a plan's creation alone.
   *
   * @param model the stages
   * @param creations how many deals are created in each step, at its start, 0 or more; the pipeline
   *     is that of the end of the last step
   * @param level the level of the bands, above 0 and below 1
   * @return the benchmark
   * @throws IllegalArgumentException if a rate or the level is out of bounds
   */
  public static BenchmarkPipeline after(StageModel model, double[] creations, double level) {
    int count = model.curves().size();
    double[] means = new double[count];
    double[][] there = new double[count][];
    for (int j = 0; j < count; j++) {
      there[j] = new double[model.curves().get(j).staleAge()];
    }
    for (double created : creations) {
      requireRate(created);
      step(model, there, created);
    }
    List<Band> bands = new ArrayList<>();
    for (int j = 0; j < count; j++) {
      means[j] = Arrays.stream(there[j]).sum();
      bands.add(band(model.curves().get(j).stage(), means[j], level));
    }
    return new BenchmarkPipeline(model, level, bands);
  }

  /** Moves all deals by a step and lets new ones in; position in a stage is age. */
  private static void step(StageModel model, double[][] there, double created) {
    double coming = 0;
    for (int j = 0; j < there.length; j++) {
      StageCurve curve = model.curves().get(j);
      double[] next = new double[there[j].length];
      double entering = coming + (j == 0 ? created : 0);
      double at = entering * (1 - curve.skipped());
      coming = entering * curve.skipped() + at * curve.going(0);
      if (next.length > 0) {
        next[0] = at * Math.max(0, 1 - curve.going(0) - curve.losing(0));
      }
      for (int age = 0; age < there[j].length; age++) {
        double go = curve.going(age + 1);
        coming += there[j][age] * go;
        if (age + 1 < next.length) {
          next[age + 1] = there[j][age] * Math.max(0, 1 - go - curve.losing(age + 1));
        }
      }
      there[j] = next;
    }
  }

  private static void requireRate(double perStep) {
    if (!(perStep >= 0 && perStep <= 1e6)) {
      throw new IllegalArgumentException("creation must be 0 or more, but was " + perStep);
    }
  }

  private static Band band(String stage, double mean, double level) {
    return new Band(
        stage,
        mean,
        PoissonCounts.quantile((1 - level) / 2, mean),
        PoissonCounts.quantile((1 + level) / 2, mean));
  }

  /**
   * Returns the band of a stage.
   *
   * @param stage the stage's name
   * @return the band
   * @throws IllegalArgumentException if there is no such stage
   */
  public Band of(String stage) {
    return bands.get(
        model
            .place(stage)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "stage must be one of " + bands + ", but was " + stage)));
  }

  /**
   * Returns how many deals of a steady pipeline are at a stage for longer than an age.
   *
   * @param stage the stage's name
   * @param age the age at the stage, in steps
   * @return the mean number; 0 from the stale age on
   * @throws IllegalArgumentException if there is no such stage
   */
  public double olderThan(String stage, int age) {
    Band band = of(stage);
    StageCurve curve = model.curves().get(model.place(stage).orElseThrow());
    double sum = 0;
    for (int a = Math.max(0, age + 1); a < curve.staleAge(); a++) {
      sum += curve.stillThere(a);
    }
    return curve.meanStay() == 0 ? 0 : band.mean() * sum / curve.meanStay();
  }

  /**
   * Returns how many deals stand in the pipeline on average.
   *
   * @return the sum over the stages
   */
  public double total() {
    return bands.stream().mapToDouble(Band::mean).sum();
  }

  /** Returns the bands on one line. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Band band : bands) {
      text.append(text.isEmpty() ? "" : ", ").append(band);
    }
    return text.append(String.format(Locale.ROOT, " %.0f %%", level * 100)).toString();
  }

  /**
   * Returns the bands as a table, with what the deals bring at a size.
   *
   * @param size what a won deal brings on average
   * @return a table, one line for each stage
   */
  public TextTable table(double size) {
    TextTable.Builder table = TextTable.builder("stage", "deals", "from", "to", "amount");
    for (Band band : bands) {
      table.row(
          band.stage(),
          String.format(Locale.ROOT, "%.1f", band.mean()),
          String.valueOf(band.low()),
          String.valueOf(band.high()),
          String.format(Locale.ROOT, "%,.0f", band.mean() * size));
    }
    return table.build();
  }
}
