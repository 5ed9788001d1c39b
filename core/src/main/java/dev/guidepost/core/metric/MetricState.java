package dev.guidepost.core.metric;

import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.style.Words;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Metrics to and from what a host keeps of them. */
final class MetricState {

  private MetricState() {}

  static Metric.State of(Metric metric) {
    return new Metric.State(
        metric.id().value(),
        metric.name(),
        metric.definition(),
        metric.aggregation().toString(),
        metric.scale(),
        metric.unit().toString(),
        metric.metricClass().name().toLowerCase(Locale.ROOT),
        metric.manageable(),
        metric.timing().toString(),
        metric.direction().toString(),
        metric.roles().stream().map(RoleId::value).toList(),
        metric.reportedBy().name().toLowerCase(Locale.ROOT),
        metric.quality().map(MetricId::value).orElse(""),
        Words.text(metric.effectiveFrom()),
        Words.text(metric.effectiveUntil()));
  }

  /** Returns the first part in which two metrics of one id differ, such as "scale 0 and 2". */
  static String difference(Metric one, Metric other) {
    Map<String, Object> theirs = parts(of(other));
    for (Map.Entry<String, Object> part : parts(of(one)).entrySet()) {
      Object their = theirs.get(part.getKey());
      if (!part.getValue().equals(their)) {
        return part.getKey() + " \"" + part.getValue() + "\" and \"" + their + "\"";
      }
    }
    return one + " and " + other; // a difference that no part tells
  }

  private static Map<String, Object> parts(Metric.State state) {
    return ImmutableMap.<String, Object>builder()
        .put("aggregation", state.aggregation())
        .put("scale", state.scale())
        .put("unit", state.unit())
        .put("direction", state.direction())
        .put("roles", state.roles())
        .put("reporter", state.reportedBy())
        .put("quality", state.quality())
        .put("first day", state.effectiveFrom())
        .put("end", state.effectiveUntil())
        .put("class", state.metricClass())
        .put("manageable", state.manageable())
        .put("timing", state.timing())
        .put("name", state.name())
        .put("definition", state.definition())
        .buildOrThrow();
  }

  static Metric metric(Metric.State state) {
    return Metric.builder()
        .id(MetricId.of(state.id()))
        .name(state.name())
        .definition(state.definition())
        .aggregation(part(state, "aggregation", Aggregation::parse, state.aggregation()))
        .scale(state.scale())
        .unit(part(state, "unit", UnitOfMeasure::parse, state.unit()))
        .metricClass(metricClass(state))
        .managed(state.manageable())
        .timing(part(state, "timing", Timing::parse, state.timing()))
        .direction(part(state, "direction", Direction::parse, state.direction()))
        .roles(state.roles().stream().map(role -> part(state, "role", RoleId::of, role)).toList())
        .reportedBy(reporter(state))
        .quality(
            state.quality().isEmpty()
                ? Optional.empty()
                : Optional.of(part(state, "quality", MetricId::of, state.quality())))
        .effectiveFrom(Words.dayIfAny("day of " + state.id(), state.effectiveFrom()))
        .effectiveUntil(Words.dayIfAny("day of " + state.id(), state.effectiveUntil()))
        .build();
  }

  /** Returns what a text stands for, or says of which metric it does not. */
  private static <T> T part(
      Metric.State state, String name, Function<String, T> parse, String text) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + " of " + state.id() + ": " + e.getMessage(), e);
    }
  }

  private static MetricClass metricClass(Metric.State state) {
    for (MetricClass known : MetricClass.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(state.metricClass())) {
        return known;
      }
    }
    throw new IllegalArgumentException(
        "class of "
            + state.id()
            + " must be \"activity\", \"objective\" or \"result\", but was \""
            + state.metricClass()
            + "\"");
  }

  private static Reporter reporter(Metric.State state) {
    for (Reporter known : Reporter.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(state.reportedBy())) {
        return known;
      }
    }
    throw new IllegalArgumentException(
        "reporter of "
            + state.id()
            + " must be \"people\" or \"units\", but was \""
            + state.reportedBy()
            + "\"");
  }
}
