package dev.guidepost.targets.review;

import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.LivePipeline;
import dev.guidepost.targets.outlook.UnitOutlook;
import dev.guidepost.targets.pipeline.PipelineCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What should stand at each stage and what does, and what counts as nothing. */
final class PipelineSection {

  private final ReviewSource source;
  private final Evidence evidence;
  private final LivePipeline open;
  private final Optional<UnitOutlook> outlook;
  private final Optional<Target> target;
  private final Optional<PipelineCheck> check;

  PipelineSection(
      ReviewSource source, UnitId unit, Optional<UnitOutlook> outlook, LivePipeline open) {
    this.source = source;
    this.evidence = source.evidence();
    this.open = open;
    this.outlook = outlook;
    this.target = source.planner().goals().of(unit);
    this.check =
        target
            .map(goal -> goal.amount().toDouble())
            .filter(goal -> goal > 0)
            .flatMap(goal -> source.stages().flatMap(stages -> stages.check(evidence, unit, goal)));
  }

  WeeklyReview.Section section() {
    List<String> lines = new ArrayList<>();
    if (evidence.curve().isEmpty()) {
      lines.add(
          " not enough data: no won deal has a day of opening, so no open deal can be judged");
    } else {
      check.ifPresentOrElse(found -> stages(found, lines), () -> lines.add(" " + unchecked()));
      lines.add(live());
      lines.add(stale());
    }
    return new WeeklyReview.Section(
        check.isPresent()
            ? "PIPELINE  needed for the goal ["
                + Text.percent(Evidence.LEVEL)
                + " band] and live, by stage"
            : "PIPELINE",
        lines);
  }

  boolean isShort() {
    return check.flatMap(PipelineCheck::firstShort).isPresent();
  }

  /** What is to be talked about; empty if no stage is short, or that is not known. */
  Optional<String> finding(String name) {
    return check
        .flatMap(PipelineCheck::firstShort)
        .map(
            line ->
                String.format(
                    Locale.ROOT,
                    " %s: %s is the first stage short of need, by %.0f deals (section 3)",
                    name,
                    line.band().stage(),
                    line.missing()));
  }

  /** Why nothing is said of stages. */
  private String unchecked() {
    if (source.stages().isEmpty()) {
      return "By stage: this source names no process, so nothing is said of its stages";
    }
    return target.isEmpty()
        ? "By stage: no goal, so no pipeline is needed for it"
        : "By stage: not enough data: " + source.stages().get().lacking();
  }

  private void stages(PipelineCheck found, List<String> lines) {
    List<String> cells = found.lines().stream().map(PipelineSection::cell).toList();
    int width = cells.stream().mapToInt(String::length).max().orElse(0) + 3;
    int inARow = Math.max(1, WeeklyReview.WIDTH / width);
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      row.append(Text.column(" " + cells.get(i), width));
      if (i % inARow == inARow - 1 || i == cells.size() - 1) {
        lines.add(row.toString().stripTrailing());
        row.setLength(0);
      }
    }
  }

  private static String cell(PipelineCheck.Line line) {
    return String.format(
        Locale.ROOT,
        "%-10s %.0f [%d, %d]  %d%s",
        Text.clip(line.band().stage(), 10),
        line.band().mean(),
        line.band().low(),
        line.band().high(),
        line.actual(),
        line.isShort() ? " short" : "");
  }

  private String live() {
    List<DealOutlook> live = open.in(DealOutlook.State.LIVE);
    return String.format(
        Locale.ROOT,
        " Live: %,d deals, %s if all won, %s expected by %s%s",
        live.size(),
        Text.money(open.value(DealOutlook.State.LIVE)),
        outlook
            .map(result -> Text.money(result.live()))
            .orElseGet(() -> Text.money(live.stream().mapToDouble(DealOutlook::expected).sum())),
        evidence.period().lastDay(),
        check
            .filter(found -> found.elsewhere() > 0)
            .map(
                found ->
                    String.format(Locale.ROOT, "; %,d at none of these stages", found.elsewhere()))
            .orElse(""));
  }

  private String stale() {
    List<DealOutlook> undated = open.in(DealOutlook.State.UNDATED);
    int staleAge = evidence.curve().orElseThrow().staleAge();
    long stuck =
        check.map(found -> found.stale() - open.in(DealOutlook.State.STALE).size()).orElse(0L);
    Quantity value = open.value(DealOutlook.State.STALE);
    return String.format(
        Locale.ROOT,
        " Stale: %,d deals, %s, count as 0: none was won after %d days%s%s",
        open.in(DealOutlook.State.STALE).size(),
        Text.money(value),
        staleAge,
        stuck > 0 ? String.format(Locale.ROOT, "; %,d more stuck at a stage", stuck) : "",
        undated.isEmpty()
            ? ""
            : String.format(Locale.ROOT, "; %,d without a day of opening", undated.size()));
  }
}
