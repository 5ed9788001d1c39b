package dev.guidepost.targets.review;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.practice.SalesProcess;
import dev.guidepost.core.record.Deal;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.WinCurve;
import dev.guidepost.targets.pipeline.BenchmarkPipeline;
import dev.guidepost.targets.pipeline.PipelineCheck;
import dev.guidepost.targets.pipeline.StageFunnel;
import dev.guidepost.targets.pipeline.StageModel;
import dev.guidepost.targets.pipeline.StagePipeline;
import dev.guidepost.targets.rates.CreationRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The stages of a process and what is known of them: what should stand at each of them for a goal,
 * and what does.
 *
 * <p>What should stand there is what stands there in the end if as much is created day by day as
 * the goal takes on average; the band is what chance alone makes of it.
 *
 * <pre>{@code
 * Stages stages = new Stages(process, StageFunnel.fit(cube, version, entered, cohort, 0.80));
 * stages.check(evidence, east, 1_395_000);  // Evaluation: 38 of 57 [47, 67], 19 short is the first ...
 * }</pre>
 *
 * @param process whose stages the deals go through
 * @param funnel what is known of the stages
 */
public record Stages(SalesProcess process, StageFunnel funnel) {

  /**
   * Creates the stages.
   *
   * @param process whose stages the deals go through
   * @param funnel what is known of the stages
   */
  public Stages {
    Objects.requireNonNull(process, "process");
    Objects.requireNonNull(funnel, "funnel");
  }

  /**
   * Holds the open deals of a unit's people against what a goal takes.
   *
   * @param evidence what the records say
   * @param unit the unit
   * @param goal what is to be booked in each period as long as that of the evidence, above 0
   * @return the check, with bands of 80 %; empty if no stage can be modelled or nothing is known of
   *     sizes
   * @throws IllegalArgumentException if the organisation does not have the unit or the goal is not
   *     above 0
   */
  public Optional<PipelineCheck> check(Evidence evidence, UnitId unit, double goal) {
    if (!(goal > 0 && goal < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("goal must be above 0, but was " + goal);
    }
    evidence.organisation().name(unit);
    Optional<StageModel> model = funnel.of(unit).filter(known -> known.winYield() > 0);
    if (model.isEmpty() || evidence.curve().isEmpty() || !evidence.sizes().known()) {
      return Optional.empty();
    }
    List<PersonId> people =
        evidence.people().stream()
            .filter(
                person -> evidence.organisation().path(person, evidence.review()).contains(unit))
            .toList();
    double size = size(evidence, people);
    double perDay = goal / size / model.get().winYield() / evidence.period().days();
    return Optional.of(
        PipelineCheck.of(
            BenchmarkPipeline.steady(model.get(), perDay, Evidence.LEVEL),
            pipeline(evidence, people),
            size));
  }

  /** What a win brings: of those who create more, more. */
  private static double size(Evidence evidence, List<PersonId> people) {
    double weight = 0;
    double sum = 0;
    for (PersonId person : people) {
      double perWeek = evidence.creation(person).map(CreationRate::perWeek).orElse(0.0);
      weight += perWeek;
      sum += perWeek * evidence.sizes().mean(person);
    }
    return weight > 0 ? sum / weight : evidence.sizes().mean();
  }

  /** Judges the open deals of some people by their stages. */
  StagePipeline pipeline(Evidence evidence, List<PersonId> people) {
    Map<PersonId, List<Deal>> deals =
        evidence.deals().stream().collect(Collectors.groupingBy(Deal::owner));
    WinCurve curve = evidence.curve().orElseThrow();
    List<StagePipeline> each = new ArrayList<>();
    for (PersonId person : people) {
      each.add(
          StagePipeline.of(
              deals.getOrDefault(person, List.of()),
              evidence.asOf(),
              evidence.period().end(),
              process,
              funnel,
              funnel.of(person).map(model -> model.withAgeing(evidence.ageing().of(person))),
              curve.withPace(evidence.pace(person)).withAgeing(evidence.ageing().of(person)),
              evidence.sizes()));
    }
    return StagePipeline.join(each);
  }

  /** Returns why no stage can be modelled, or which cannot. */
  String lacking() {
    return funnel.lacking().entrySet().stream()
        .map(gap -> String.format(Locale.ROOT, "%s (%s)", gap.getKey(), gap.getValue()))
        .collect(Collectors.joining("; "));
  }

  /** Returns the funnel on one line. */
  @Override
  public String toString() {
    return process.name() + ": " + funnel;
  }
}
