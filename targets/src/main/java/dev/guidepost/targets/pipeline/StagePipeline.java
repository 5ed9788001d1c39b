package dev.guidepost.targets.pipeline;

import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.practice.SalesProcess;
import dev.guidepost.core.practice.StageStay;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.DealSizes;
import dev.guidepost.targets.funnel.LivePipeline;
import dev.guidepost.targets.funnel.WinCurve;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Open deals judged by stage and by how long they have been there, and by age alone where the stage
 * does not say enough: the basis of each is told.
 *
 * <p>A deal that is at its stage for longer than any that went on is stale and counts as 0, and so
 * is one that is older than any that was won.
 *
 * @param pipeline the deals, each with its chance
 * @param basis on what the chance of each live or stale deal stands, by deal; unmodifiable
 */
public record StagePipeline(LivePipeline pipeline, Map<DealId, Basis> basis) {

  /**
   * On what a chance stands.
   *
   * @param stage the stage, if the deal was judged by it
   * @param days how long the deal has been there
   * @param reason why it was judged by age alone; empty if it was not
   */
  public record Basis(Optional<String> stage, OptionalInt days, String reason) {

    /** Returns stage and days, or why age alone was used. */
    @Override
    public String toString() {
      return stage.isPresent()
          ? String.format(Locale.ROOT, "%s for %d days", stage.get(), days.orElse(0))
          : "age alone: " + reason;
    }
  }

  /**
   * Creates a pipeline; see {@link #of}.
   *
   * @param pipeline the deals
   * @param basis on what the chance of each stands
   */
  public StagePipeline {
    basis = ImmutableMap.copyOf(basis);
  }

  /**
   * Judges the open deals of one owner.
   *
   * @param deals the owner's deals as known on the as-of day; closed ones are passed over
   * @param asOf the as-of day, included
   * @param end the day after the last day on which a win counts
   * @param process whose stages the deals go through
   * @param funnel what is known of the stages
   * @param model the owner's model, such as {@link StageFunnel#of} with the ageing of the owner's
   *     place; empty if no stage can be modelled
   * @param curve the owner's curve by age, used where the stage does not say enough
   * @param sizes what won deals bring
   * @return the deals, each with its basis
   */
  public static StagePipeline of(
      List<Deal> deals,
      LocalDate asOf,
      LocalDate end,
      SalesProcess process,
      StageFunnel funnel,
      Optional<StageModel> model,
      WinCurve curve,
      DealSizes sizes) {
    Optional<StageChances> chances = model.map(known -> known.until(asOf, end));
    List<DealOutlook> judged = new ArrayList<>();
    Map<DealId, Basis> basis = new LinkedHashMap<>();
    List<Deal> open = deals.stream().filter(deal -> deal.outcome() == Outcome.OPEN).toList();
    for (DealOutlook outlook : LivePipeline.of(open, asOf, end, curve, sizes).deals()) {
      if (outlook.state() == DealOutlook.State.UNDATED) {
        judged.add(outlook);
        continue;
      }
      Basis on = basis(outlook.deal(), asOf, process, funnel, chances);
      basis.put(outlook.deal().id(), on);
      judged.add(
          on.stage().isEmpty() || outlook.state() == DealOutlook.State.STALE
              ? outlook
              : byStage(outlook, on, chances.orElseThrow()));
    }
    return new StagePipeline(
        LivePipeline.join(List.of(new LivePipeline(judged, OptionalInt.of(curve.staleAge())))),
        basis);
  }

  private static DealOutlook byStage(DealOutlook outlook, Basis on, StageChances chances) {
    String stage = on.stage().orElseThrow();
    int days = on.days().orElseThrow();
    StageCurve curve = chances.model().curves().get(chances.model().place(stage).orElseThrow());
    boolean stale = days > curve.staleAge();
    return new DealOutlook(
        outlook.deal(),
        stale ? DealOutlook.State.STALE : DealOutlook.State.LIVE,
        outlook.age(),
        stale ? 0 : chances.of(stage, days),
        outlook.ifWon());
  }

  private static Basis basis(
      Deal deal,
      LocalDate asOf,
      SalesProcess process,
      StageFunnel funnel,
      Optional<StageChances> chances) {
    List<StageStay> stays = process.stays(deal, asOf);
    if (stays.isEmpty() || stays.get(stays.size() - 1).left().isPresent()) {
      return byAge("no day of entry into " + deal.stage());
    }
    StageStay last = stays.get(stays.size() - 1);
    if (chances.isEmpty() || chances.get().model().place(last.stage()).isEmpty()) {
      return byAge(
          funnel.lacking().entrySet().stream()
              .reduce((earlier, later) -> later)
              .map(lack -> lack.getKey() + ": " + lack.getValue())
              .orElse(last.stage() + " is not in the model"));
    }
    return new Basis(
        Optional.of(last.stage()),
        OptionalInt.of(Math.toIntExact(ChronoUnit.DAYS.between(last.entered(), asOf))),
        "");
  }

  private static Basis byAge(String reason) {
    return new Basis(Optional.empty(), OptionalInt.empty(), reason);
  }

  /**
   * Joins the pipelines of several owners, such as those of a team.
   *
   * @param pipelines pipelines without a common deal
   * @return all deals
   */
  public static StagePipeline join(List<StagePipeline> pipelines) {
    Map<DealId, Basis> all = new LinkedHashMap<>();
    pipelines.forEach(one -> all.putAll(one.basis()));
    return new StagePipeline(
        LivePipeline.join(pipelines.stream().map(StagePipeline::pipeline).toList()), all);
  }

  /**
   * Returns the number of deals that are not undated and were judged by age alone.
   *
   * @return the count
   */
  public long byAgeAlone() {
    return basis.values().stream().filter(on -> on.stage().isEmpty()).count();
  }

  /**
   * Returns the chances of the live deals.
   *
   * @return one for each live deal, in their order
   */
  public double[] chances() {
    return pipeline.in(DealOutlook.State.LIVE).stream().mapToDouble(DealOutlook::chance).toArray();
  }

  /** Returns the deals on one line, and how many were judged by age alone. */
  @Override
  public String toString() {
    return pipeline
        + String.format(
            Locale.ROOT,
            "; %,d by stage, %,d by age alone",
            basis.size() - byAgeAlone(),
            byAgeAlone());
  }

  /**
   * Returns the deals as lines: live ones by expected value, then stale and undated ones.
   *
   * @return one line for each deal
   */
  public String print() {
    StringBuilder text = new StringBuilder();
    for (DealOutlook deal : pipeline.deals()) {
      Basis on = basis.get(deal.deal().id());
      text.append(deal).append(on == null ? "" : "; " + on).append('\n');
    }
    return text.append(this).append('\n').toString();
  }
}
