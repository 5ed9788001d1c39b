package dev.guidepost.examples.backtest;

import dev.guidepost.targets.outlook.Score;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** All scored forecasts, and figures from them. */
final class Results {

  private final List<PartyRow> parties;
  private final List<DealRow> deals;

  /** Takes rows and adds the peer that is known only at the end: the mean of the other quarters. */
  Results(List<PartyRow> parties, List<DealRow> deals) {
    this.parties = withConstant(parties);
    this.deals = withConstantChance(deals);
  }

  /** A mean over all rows of a kind, but for those of one block. */
  private static final class Means {

    private final Map<String, double[]> all = new HashMap<>();
    private final Map<String, double[]> blocks = new HashMap<>();

    void add(String kind, String block, double value) {
      for (double[] sums :
          List.of(
              all.computeIfAbsent(kind, key -> new double[2]),
              blocks.computeIfAbsent(kind + "|" + block, key -> new double[2]))) {
        sums[0] += value;
        sums[1]++;
      }
    }

    double without(String kind, String block) {
      double[] sum = all.getOrDefault(kind, new double[2]);
      double[] own = blocks.getOrDefault(kind + "|" + block, new double[2]);
      return (sum[0] - own[0]) / (sum[1] - own[1]);
    }
  }

  private static String kind(PartyRow row) {
    return row.company() + "|" + row.kind() + "|" + row.level() + "|" + row.measure();
  }

  private static List<PartyRow> withConstant(List<PartyRow> rows) {
    Means means = new Means();
    rows.forEach(row -> means.add(kind(row), row.block(), row.actual()));
    List<PartyRow> all = new ArrayList<>();
    for (PartyRow row : rows) {
      double constant = means.without(kind(row), row.block());
      Map<Forecaster, Marks> marks = new EnumMap<>(row.marks());
      if (!Double.isNaN(constant)) {
        double score = Score.crps(constant, row.actual());
        marks.put(Forecaster.CONSTANT, new Marks(constant, score, Double.NaN));
      }
      all.add(
          new PartyRow(
              row.group(),
              row.block(),
              row.company(),
              row.asOf(),
              row.kind(),
              row.level(),
              row.measure(),
              row.actual(),
              marks));
    }
    return all;
  }

  private static List<DealRow> withConstantChance(List<DealRow> rows) {
    Means means = new Means();
    rows.forEach(row -> means.add(row.company() + row.kind(), row.block(), row.won() ? 1 : 0));
    List<DealRow> all = new ArrayList<>();
    for (DealRow row : rows) {
      double constant = means.without(row.company() + row.kind(), row.block());
      Map<Forecaster, Double> chances = new EnumMap<>(row.chances());
      if (!Double.isNaN(constant)) {
        chances.put(Forecaster.CONSTANT, constant);
      }
      all.add(
          new DealRow(
              row.group(),
              row.block(),
              row.company(),
              row.asOf(),
              row.kind(),
              row.age(),
              row.won(),
              chances));
    }
    return all;
  }

  /** Which forecasts of parties to look at. */
  static Predicate<PartyRow> of(Group group, String level, Measure measure) {
    return row -> row.group() == group && row.level().equals(level) && row.measure() == measure;
  }

  private Sums sums(
      Predicate<PartyRow> which,
      List<Forecaster> both,
      ToDoubleFunction<PartyRow> numerator,
      ToDoubleFunction<PartyRow> denominator) {
    Sums sums = new Sums();
    for (PartyRow row : parties) {
      if (which.test(row) && row.marks().keySet().containsAll(both)) {
        sums.add(row.block(), numerator.applyAsDouble(row), denominator.applyAsDouble(row));
      }
    }
    return sums;
  }

  private static Marks marks(PartyRow row, Forecaster one) {
    return row.marks().getOrDefault(one, new Marks(Double.NaN, Double.NaN, Double.NaN));
  }

  /** Returns the share of middle intervals of a level that held what happened. */
  Figure coverage(Predicate<PartyRow> which, Forecaster one, double level) {
    return sums(
            which,
            List.of(one),
            row -> Score.covers(marks(row, one).pit(), level) ? 1 : 0,
            row -> 1)
        .ratio();
  }

  /** Returns how much more was forecast than happened, as a share of what happened. */
  Figure bias(Predicate<PartyRow> which, Forecaster one) {
    return sums(which, List.of(one), row -> marks(row, one).mean() - row.actual(), PartyRow::actual)
        .ratio();
  }

  /** Returns by how much the score of one is below that of another, where both forecast. */
  Figure crpsBelow(Predicate<PartyRow> which, Forecaster one, Forecaster other) {
    return sums(
            which,
            List.of(one, other),
            row -> marks(row, one).crps(),
            row -> marks(row, other).crps())
        .below();
  }

  /** Returns the mean score. */
  Figure crps(Predicate<PartyRow> which, Forecaster one) {
    return sums(which, List.of(one), row -> marks(row, one).crps(), row -> 1).ratio();
  }

  private Sums dealSums(
      Predicate<DealRow> which,
      List<Forecaster> both,
      ToDoubleFunction<DealRow> numerator,
      ToDoubleFunction<DealRow> denominator) {
    Sums sums = new Sums();
    for (DealRow row : deals) {
      if (which.test(row) && row.chances().keySet().containsAll(both)) {
        sums.add(row.block(), numerator.applyAsDouble(row), denominator.applyAsDouble(row));
      }
    }
    return sums;
  }

  private static double chance(DealRow row, Forecaster one) {
    return row.chances().getOrDefault(one, Double.NaN);
  }

  /** Returns the mean Brier score. */
  Figure brier(Predicate<DealRow> which, Forecaster one) {
    return dealSums(which, List.of(one), row -> Score.brier(chance(row, one), row.won()), row -> 1)
        .ratio();
  }

  /** Returns the Brier skill of one over another: by how much its score is below the other's. */
  Figure brierSkill(Predicate<DealRow> which, Forecaster one, Forecaster other) {
    return dealSums(
            which,
            List.of(one, other),
            row -> Score.brier(chance(row, one), row.won()),
            row -> Score.brier(chance(row, other), row.won()))
        .below();
  }

  /** Returns the mean chance less the share won. */
  Figure meanDifference(Predicate<DealRow> which, Forecaster one) {
    return dealSums(which, List.of(one), row -> chance(row, one) - (row.won() ? 1 : 0), row -> 1)
        .ratio();
  }

  /** Returns the mean chance. */
  Figure meanChance(Predicate<DealRow> which, Forecaster one) {
    return dealSums(which, List.of(one), row -> chance(row, one), row -> 1).ratio();
  }

  /** Returns the share won. */
  Figure share(Predicate<DealRow> which) {
    return dealSums(which, List.of(), row -> row.won() ? 1 : 0, row -> 1).ratio();
  }

  /** Returns the forecasts of parties. */
  List<PartyRow> parties() {
    return parties;
  }

  /** Returns the chances of deals. */
  List<DealRow> deals() {
    return deals;
  }
}
