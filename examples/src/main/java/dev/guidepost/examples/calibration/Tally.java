package dev.guidepost.examples.calibration;

import dev.guidepost.core.explain.TextTable;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was seen over all trials. */
final class Tally {

  /** Bounds of own trials: under 20, 20 to 60, over 60. */
  private static final int[] BANDS = {20, 61, Integer.MAX_VALUE};

  private final long[] intervals = new long[BANDS.length];
  private final long[] held = new long[BANDS.length];
  private final double[] widths = new double[BANDS.length];
  private final double[] errors = new double[BANDS.length];
  private long plans;
  private double plannedDifference;
  private double plannedDistance;
  private double nothingDifference;
  private double nothingDistance;
  private long companies;
  private double companyDifference;
  private double companyDistance;
  private double worstCompany;
  private double expectedBias;
  private final double[] createdBias = new double[2];
  private final long[] createdCompanies = new long[2];
  private final Map<String, long[]> planted = new TreeMap<>();
  private long charts;
  private long falselySignalled;
  private double falseRate;
  private long falseConversions;
  private long conversionLooks;

  void interval(long own, double value, double low, double high, double truth) {
    int band = 0;
    while (own >= BANDS[band]) {
      band++;
    }
    intervals[band]++;
    held[band] += low <= truth && truth <= high ? 1 : 0;
    widths[band] += high - low;
    errors[band] += value - truth;
  }

  void plan(double nothing, double nothingTruth, double planned, double plannedTruth) {
    plans++;
    plannedDifference += planned - plannedTruth;
    plannedDistance += Math.abs(planned - plannedTruth);
    nothingDifference += nothing - nothingTruth;
    nothingDistance += Math.abs(nothing - nothingTruth);
  }

  void expected(double forecast, double truth) {
    expectedBias += forecast / truth - 1;
  }

  /** What a plan's new deals are expected to bring in a company, with a season known or not. */
  void created(boolean season, double forecast, double truth) {
    int known = season ? 0 : 1;
    createdCompanies[known]++;
    createdBias[known] += forecast / truth - 1;
  }

  /**
   * How much too much is expected of new deals where the season is known; NaN without companies.
   */
  double createdBias() {
    return createdBias[0] / createdCompanies[0];
  }

  void company(double planned, double truth) {
    companies++;
    companyDifference += planned - truth;
    companyDistance += Math.abs(planned - truth);
    worstCompany = Math.max(worstCompany, Math.abs(planned - truth));
  }

  void planted(String kind, boolean found) {
    long[] counts = planted.computeIfAbsent(kind, key -> new long[2]);
    counts[0]++;
    counts[1] += found ? 1 : 0;
  }

  void chart(boolean signalled, double rate) {
    charts++;
    falselySignalled += signalled ? 1 : 0;
    falseRate += rate;
  }

  void conversion(boolean signalled) {
    conversionLooks++;
    falseConversions += signalled ? 1 : 0;
  }

  /** The share of intervals that held the truth: in one band, or in all of them for -1. */
  double coverage(int band) {
    long n = 0;
    long k = 0;
    for (int i = 0; i < BANDS.length; i++) {
      if (band < 0 || band == i) {
        n += intervals[i];
        k += held[i];
      }
    }
    return n == 0 ? Double.NaN : (double) k / n;
  }

  long intervals(int band) {
    return intervals[band];
  }

  double meanPlanDifference() {
    return plannedDifference / plans;
  }

  double meanCompanyDifference() {
    return companyDifference / companies;
  }

  double raisedShare() {
    return (double) planted.values().stream().mapToLong(counts -> counts[1]).sum()
        / planted.values().stream().mapToLong(counts -> counts[0]).sum();
  }

  /**
   * How many times as often as the rule's simulated rate people without a problem are signalled.
   */
  double falseAlarmRatio() {
    return falselySignalled / falseRate;
  }

  String print() {
    TextTable.Builder table = TextTable.builder("what", ">measured", ">goal", "on");
    String[] names = {"under 20 own deals", "20 to 60 own deals", "over 60 own deals"};
    long all = 0;
    double width = 0;
    for (int i = 0; i < BANDS.length; i++) {
      all += intervals[i];
      width += widths[i];
    }
    table.row(
        "80 % win-yield intervals that hold the truth",
        percent(coverage(-1)), "77-83 %", all + " people, mean width " + percent(width / all));
    for (int i = 0; i < BANDS.length; i++) {
      table.row(
          "  " + names[i],
          percent(coverage(i)),
          "70-90 %",
          intervals[i]
              + " people, mean width "
              + percent(widths[i] / intervals[i])
              + ", bias "
              + percent(errors[i] / intervals[i]));
    }
    table.row(
        "P(goal) with plan, person: mean difference",
        points(meanPlanDifference()),
        "< .050",
        plans + " plans, mean distance " + points(plannedDistance / plans));
    table.row(
        "P(goal) nothing new, person: mean difference",
        points(nothingDifference / plans),
        "",
        plans + " plans, mean distance " + points(nothingDistance / plans));
    table.row(
        "P(goal) with plan, company: mean difference",
        points(meanCompanyDifference()),
        "< .050",
        companies
            + " companies, mean distance "
            + points(companyDistance / companies)
            + ", worst "
            + points(worstCompany));
    table.row(
        "expected bookings nothing new, company: bias",
        percent(expectedBias / companies),
        "",
        companies + " companies");
    table.row(
        "expected bookings of new deals with plan, company: bias",
        percent(createdBias()),
        "",
        createdCompanies[0] + " companies whose season is known");
    table.row(
        "  without a season",
        percent(createdBias[1] / createdCompanies[1]),
        "",
        createdCompanies[1] + " companies under three quarters old");
    table.row("planted problems raised", percent(raisedShare()), ">= 90 %", "");
    planted.forEach(
        (kind, counts) ->
            table.row(
                "  " + kind,
                percent((double) counts[1] / counts[0]),
                ">= 90 %",
                counts[0] + " planted"));
    table.row(
        "charts without a problem signalled, x the rule's rate",
        String.format(Locale.ROOT, "%.2f", falseAlarmRatio()),
        "<= 1.50",
        falselySignalled + " of " + charts + ", rule " + percent(falseRate / charts));
    table.row(
        "conversion checks without a problem signalled",
        percent((double) falseConversions / Math.max(1, conversionLooks)),
        "0.27 %",
        conversionLooks + " people");
    return table.build().toString();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  private static String points(double difference) {
    return String.format(Locale.ROOT, "%.3f", difference);
  }
}
