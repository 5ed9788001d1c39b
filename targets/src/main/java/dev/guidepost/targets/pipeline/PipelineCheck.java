package dev.guidepost.targets.pipeline;

import com.google.common.collect.ImmutableList;
import dev.guidepost.targets.funnel.DealOutlook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The actual pipeline against the one that is needed: the first stage that is short, what is
 * missing, and what is stale.
 *
 * <pre>{@code
 * PipelineCheck check = PipelineCheck.of(needed, pipeline, meanSize);
 * check.firstShort();  // Evaluation: 38 of 57 [47, 67], 19 short
 * }</pre>
 *
 * @param benchmark what is needed
 * @param lines one for each stage, in the order of the model; unmodifiable
 * @param stale open deals that count as 0, for their stage or their age
 * @param elsewhere live deals that are at no stage of the model, or not known to be since when
 * @param size what a won deal brings on average
 */
public record PipelineCheck(
    BenchmarkPipeline benchmark, List<Line> lines, long stale, long elsewhere, double size) {

  /**
   * A stage.
   *
   * @param band what is needed
   * @param actual how many live deals stand there
   */
  public record Line(BenchmarkPipeline.Band band, long actual) {

    /**
     * Tells whether the stage is short beyond chance.
     *
     * @return true if there are fewer deals than the band holds
     */
    public boolean isShort() {
      return actual < band.low();
    }

    /**
     * Returns how many deals are missing to the mean.
     *
     * @return needed less actual; 0 if there are more than needed
     */
    public double missing() {
      return Math.max(0, band.mean() - actual);
    }

    /** Returns actual, needed and percentile on one line. */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s: %d of %.0f [%d, %d], %s",
          band.stage(),
          actual,
          band.mean(),
          band.low(),
          band.high(),
          isShort()
              ? String.format(Locale.ROOT, "%.0f short", missing())
              : String.format(Locale.ROOT, "percentile %.0f", band.percentile(actual) * 100));
    }
  }

  /**
   * Creates a check; see {@link #of}.
   *
   * @param benchmark what is needed
   * @param lines one for each stage
   * @param stale deals that count as 0
   * @param elsewhere live deals at no stage of the model
   * @param size what a won deal brings on average
   */
  public PipelineCheck {
    lines = ImmutableList.copyOf(lines);
  }

  /**
   * Checks counts.
   *
   * @param benchmark what is needed
   * @param actual how many live deals stand at each stage, by its name; none for a stage that is
   *     missing
   * @param stale how many open deals are stale
   * @param size what a won deal brings on average, 0 or more
   * @return the check
   * @throws IllegalArgumentException if a count or the size is negative
   */
  public static PipelineCheck of(
      BenchmarkPipeline benchmark, Map<String, Long> actual, long stale, double size) {
    if (stale < 0 || !(size >= 0) || actual.values().stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException(
          "counts and size must be 0 or more, but were " + actual + ", " + stale + ", " + size);
    }
    List<Line> lines = new ArrayList<>();
    long seen = 0;
    for (BenchmarkPipeline.Band band : benchmark.bands()) {
      long count = actual.getOrDefault(band.stage(), 0L);
      lines.add(new Line(band, count));
      seen += count;
    }
    long all = actual.values().stream().mapToLong(Long::longValue).sum();
    return new PipelineCheck(benchmark, lines, stale, all - seen, size);
  }

  /**
   * Checks open deals.
   *
   * @param benchmark what is needed
   * @param actual the deals, judged
   * @param size what a won deal brings on average, 0 or more
   * @return the check; live deals without a known stage are counted apart
   * @throws IllegalArgumentException if the size is negative
   */
  public static PipelineCheck of(BenchmarkPipeline benchmark, StagePipeline actual, double size) {
    Map<String, Long> counts = new HashMap<>();
    for (DealOutlook deal : actual.pipeline().in(DealOutlook.State.LIVE)) {
      String stage =
          Optional.ofNullable(actual.basis().get(deal.deal().id()))
              .flatMap(StagePipeline.Basis::stage)
              .orElse("");
      counts.merge(stage, 1L, Long::sum);
    }
    return of(benchmark, counts, actual.pipeline().in(DealOutlook.State.STALE).size(), size);
  }

  /**
   * Returns the first stage that is short beyond chance.
   *
   * @return the stage's line; empty if none is
   */
  public Optional<Line> firstShort() {
    return lines.stream().filter(Line::isShort).findFirst();
  }

  /**
   * Returns how many deals are missing at stages that are short.
   *
   * @return the sum over those stages
   */
  public double missing() {
    return lines.stream().filter(Line::isShort).mapToDouble(Line::missing).sum();
  }

  /**
   * Returns what the missing deals would bring if they were won.
   *
   * @return missing deals times mean size
   */
  public double missingAmount() {
    return missing() * size;
  }

  /** Returns the first short stage, what is missing and what is stale on one line. */
  @Override
  public String toString() {
    String stages =
        firstShort()
            .map(
                line ->
                    String.format(
                        Locale.ROOT,
                        "%s is the first stage short; %.0f deals, %,.0f missing",
                        line,
                        missing(),
                        missingAmount()))
            .orElse("no stage is short");
    return stages + String.format(Locale.ROOT, "; %d stale count as 0", stale);
  }

  /**
   * Returns the stages as lines.
   *
   * @return one line for each stage, then the conclusion
   */
  public String print() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    if (elsewhere > 0) {
      text.append(elsewhere).append(" live deals are at none of these stages\n");
    }
    return text.append(this).append('\n').toString();
  }
}
