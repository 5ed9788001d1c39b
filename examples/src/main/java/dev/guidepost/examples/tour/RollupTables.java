package dev.guidepost.examples.tour;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.targets.evidence.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rows of the roll-up and of its slices. */
final class RollupTables {

  static final List<String> ROLLUP =
      List.of("unit_id", "unit", "metric", "period", "value", "numerator", "denominator");

  static final List<String> SLICES = List.of("dimension", "value", "metric", "period", "amount");

  private static final String MEDIAN = "won-cycle-days-median";

  private static final List<MetricId> METRICS =
      List.of(
          StandardMetrics.BOOKINGS,
          StandardMetrics.WINS,
          StandardMetrics.LOSSES,
          StandardMetrics.CLOSED,
          StandardMetrics.WIN_RATE,
          StandardMetrics.AVERAGE_DEAL_SIZE,
          StandardMetrics.WON_CYCLE_DAYS);

  private static final List<MetricId> SLICED =
      List.of(
          StandardMetrics.BOOKINGS,
          StandardMetrics.WINS,
          StandardMetrics.LOSSES,
          StandardMetrics.CLOSED,
          StandardMetrics.WIN_RATE);

  private final Analysis analysis;
  private final Evidence evidence;
  private final List<Period> periods;

  RollupTables(Analysis analysis) {
    this.analysis = analysis;
    this.evidence = analysis.evidence();
    Set<Grain> grains = Set.of(Grain.YEAR, Grain.QUARTER, Grain.MONTH);
    this.periods =
        evidence.asItWas().periods().stream()
            .filter(period -> grains.contains(period.grain()))
            .filter(period -> !period.start().isAfter(evidence.asOf()))
            .toList();
  }

  List<List<String>> rollup() {
    Cube cube = evidence.asItWas();
    List<List<String>> rows = new ArrayList<>();
    for (PartyId node : cube.nodes()) {
      for (MetricId metric : METRICS) {
        for (Period period : periods) {
          Measurement measured = cube.measurement(node, metric, period);
          boolean median = measured instanceof Measurement.Spread;
          rows.add(
              List.of(
                  id(node),
                  analysis.records().organisation().name(node),
                  median ? MEDIAN : metric.value(),
                  period.label(),
                  value(measured),
                  measured.parts().map(ratio -> ratio.numerator().toString()).orElse(""),
                  measured instanceof Measurement.Spread spread
                      ? "" + spread.histogram().total()
                      : measured.parts().map(ratio -> ratio.denominator().toString()).orElse("")));
        }
      }
    }
    return rows;
  }

  private String id(PartyId node) {
    UnitId root = analysis.records().organisation().root();
    return node.equals(root) ? "company" : node.value();
  }

  private static String value(Measurement measured) {
    if (measured instanceof Measurement.Total amount) {
      return amount.amount().toString();
    }
    int decimals = measured instanceof Measurement.Spread ? 1 : 6;
    return measured.value(decimals).map(value -> value.toPlainString()).orElse("");
  }

  List<List<String>> slices() {
    List<List<String>> rows = new ArrayList<>();
    UnitId root = analysis.records().organisation().root();
    List<Period> kept = new ArrayList<>(periods);
    kept.add(evidence.windows().allDays());
    for (String product :
        analysis.ledger().values(StandardMetrics.PRODUCT).stream().sorted().toList()) {
      Ledger slice = analysis.ledger().where(StandardMetrics.PRODUCT, product);
      Cube cube = Rollup.of(slice).over(analysis.records().organisation()).periods(kept).build();
      for (MetricId metric : SLICED) {
        for (Period period : kept) {
          rows.add(
              List.of(
                  StandardMetrics.PRODUCT.name(),
                  product,
                  metric.value(),
                  period.equals(evidence.windows().allDays()) ? "all" : period.label(),
                  value(cube.measurement(root, metric, period))));
        }
      }
    }
    Map<String, Long> stages = new TreeMap<>();
    for (Deal deal : analysis.records().deals()) {
      stages.merge(deal.stage(), 1L, Long::sum);
    }
    stages.forEach(
        (stage, count) -> rows.add(List.of("stage", stage, "deals", "all", count.toString())));
    return rows;
  }
}
