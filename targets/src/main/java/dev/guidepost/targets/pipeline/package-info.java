/**
 * Stages with conversion and time, forward and backward.
 *
 * <p>A {@link dev.guidepost.targets.pipeline.StageCurve} tells how likely a deal goes on from a
 * stage by how long it has been there; {@link dev.guidepost.targets.pipeline.StageFunnel} fits the
 * curves of a process version and gives everybody a {@link
 * dev.guidepost.targets.pipeline.StageModel}, whose {@link
 * dev.guidepost.targets.pipeline.StageChances} are by a date. {@link
 * dev.guidepost.targets.pipeline.StagePipeline} judges open deals by them.
 *
 * <p>Backward, {@link dev.guidepost.targets.pipeline.CreationNeed} is the smallest creation a week
 * that reaches a goal with a confidence, and {@link dev.guidepost.targets.pipeline.ActivityNeed}
 * the meetings and calls before it. {@link dev.guidepost.targets.pipeline.BenchmarkPipeline} is
 * what a rate of creation makes of the pipeline, as a band by stage, and {@link
 * dev.guidepost.targets.pipeline.PipelineCheck} holds the actual one against it.
 */
@NullMarked
package dev.guidepost.targets.pipeline;

import org.jspecify.annotations.NullMarked;
