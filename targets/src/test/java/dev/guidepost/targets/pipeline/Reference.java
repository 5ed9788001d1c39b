package dev.guidepost.targets.pipeline;

import dev.guidepost.core.time.Period;
import dev.guidepost.targets.funnel.WinsForecast;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** METHODS A2.2, from a2_funnel.json: three stages by weeks. */
final class Reference {

  static final StageModel MODEL =
      StageModel.of(
          List.of(
              StageCurve.declared("Qualify", .5, 0, .4, .3, .2, .1),
              StageCurve.declared("Demo", .6, 0, .2, .4, .3, .1),
              StageCurve.declared("Proposal", .7, 0, .1, .3, .3, .2, .1)));

  static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);

  private Reference() {}

  /** Open deals as stage, age, count; then their chances by 13 weeks. */
  static double[] open() {
    StageChances chances = MODEL.within(13);
    double[] all = new double[18];
    int at = 0;
    for (int[] deals : new int[][] {{0, 0, 6}, {0, 1, 4}, {1, 0, 3}, {1, 2, 2}, {2, 1, 3}}) {
      double chance = chances.of(MODEL.curves().get(deals[0]).stage(), deals[1]);
      Arrays.fill(all, at, at + deals[2], chance);
      at += deals[2];
    }
    return all;
  }

  static List<CreationWeek> weeks(int count) {
    StageChances chances = MODEL.within(count);
    List<CreationWeek> weeks = new ArrayList<>();
    for (int w = 0; w < count; w++) {
      LocalDate start = MONDAY.plusWeeks(w);
      weeks.add(new CreationWeek(Period.custom(start, start.plusWeeks(1)), 1, chances.ofNew(w)));
    }
    return weeks;
  }

  static List<CreationWeek> weeks(double[] exposures, double[] chances) {
    List<CreationWeek> weeks = new ArrayList<>();
    for (int w = 0; w < exposures.length; w++) {
      LocalDate start = MONDAY.plusWeeks(w);
      weeks.add(
          new CreationWeek(Period.custom(start, start.plusWeeks(1)), exposures[w], chances[w]));
    }
    return weeks;
  }

  static WinsForecast forecast() {
    return WinsForecast.of(WinsForecast.Shock.NONE, open());
  }
}
