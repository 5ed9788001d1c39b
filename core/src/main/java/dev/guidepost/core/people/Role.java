package dev.guidepost.core.people;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Apportionment;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.style.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * What a job asks for: by which metrics it is measured and how much each weighs, and how a newcomer
 * grows into it.
 *
 * <p>The weights add up to exactly 1, as they are fractions. {@link #requireIn(Catalog, LocalDate)}
 * checks that the metrics are there, are meant for the role and are in effect.
 *
 * <pre>{@code
 * Role inside = Role.builder().id(RoleId.of("inside")).label("Inside sales")
 *     .addMetrics(MetricWeight.percent(MEETINGS, 40), MetricWeight.percent(BOOKINGS, 60))
 *     .ramp(Ramp.parse("0.25 at 0, 1 at 182 calendar days, linear"))
 *     .build();
 * }</pre>
 *
 * @param id the id
 * @param label what people call it
 * @param metrics the metrics by which it is measured, each once, with weights that add up to
 *     exactly 1; empty for a role that is not measured; unmodifiable
 * @param ramp how a newcomer grows into it
 * @param hoursPerWeek how many hours a week there are for it, if that is known; above 0, 168 at
 *     most
 */
@Value.Builder
public record Role(
    RoleId id,
    String label,
    List<MetricWeight> metrics,
    Ramp ramp,
    Optional<Quantity> hoursPerWeek) {

  private static final Quantity HOURS_OF_A_WEEK = Quantity.of(168);

  /**
   * Creates a role.
   *
   * @param id the id
   * @param label what people call it
   * @param metrics the metrics by which it is measured, with their weights
   * @param ramp how a newcomer grows into it
   * @param hoursPerWeek how many hours a week there are for it
   * @throws IllegalArgumentException if the label is blank, a metric is named twice, the weights do
   *     not add up to exactly 1, or the hours are out of their bounds
   */
  public Role {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(ramp, "ramp");
    metrics = ImmutableList.copyOf(metrics);
    if (label.isBlank()) {
      throw new IllegalArgumentException("label of role " + id + " must not be blank");
    }
    Set<MetricId> named = new HashSet<>();
    for (MetricWeight weight : metrics) {
      if (!named.add(weight.metric())) {
        throw new IllegalArgumentException(
            "metric of role " + id + " must be named once, but " + weight.metric() + " was twice");
      }
    }
    if (!metrics.isEmpty() && !sum(metrics).equals(Fraction.of(1))) {
      throw new IllegalArgumentException(
          "weights of role "
              + id
              + " must add up to 1, but gave "
              + MetricWeight.text(sum(metrics))
              + ": "
              + print(metrics));
    }
    if (hoursPerWeek.isPresent()
        && (hoursPerWeek.get().signum() <= 0
            || hoursPerWeek.get().compareTo(HOURS_OF_A_WEEK) > 0)) {
      throw new IllegalArgumentException(
          "hours a week of role "
              + id
              + " must be above 0 and at most 168, but were "
              + hoursPerWeek.get());
    }
  }

  private static Fraction sum(List<MetricWeight> metrics) {
    try {
      return metrics.stream().map(MetricWeight::weight).reduce(Fraction.ZERO, Fraction::plus);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("weights must add up, but " + e.getMessage(), e);
    }
  }

  private static String print(List<MetricWeight> metrics) {
    return metrics.stream().map(MetricWeight::toString).collect(Collectors.joining(", "));
  }

  /**
   * Returns how much a metric weighs.
   *
   * @param metric the metric
   * @return its part of the whole; 0 for a metric by which the role is not measured
   */
  public Fraction weight(MetricId metric) {
    return metrics.stream()
        .filter(weight -> weight.metric().equals(metric))
        .map(MetricWeight::weight)
        .findFirst()
        .orElse(Fraction.ZERO);
  }

  /**
   * Returns how the weights make up the whole.
   *
   * @return parts in percent that add up to 100; where a weight is no percentage of 2 decimals, the
   *     last hundredth goes to the largest remainder; without parts for a role that is not measured
   */
  public Explanation explain() {
    Map<MetricId, BigDecimal> weights = new LinkedHashMap<>();
    for (MetricWeight metric : metrics) {
      weights.put(
          metric.metric(),
          new BigDecimal(metric.weight().numerator())
              .divide(new BigDecimal(metric.weight().denominator()), MathContext.DECIMAL128));
    }
    Map<MetricId, Quantity> percent =
        metrics.isEmpty()
            ? Map.of()
            : Apportionment.LARGEST_REMAINDER.split(Quantity.of(100), 2, weights);
    List<Explanation.Part> parts = new ArrayList<>();
    for (MetricWeight metric : metrics) {
      parts.add(
          new Explanation.Part(
              metric.metric().value(),
              Objects.requireNonNull(percent.get(metric.metric())),
              MetricWeight.text(metric.weight())));
    }
    return Explanation.of(label + ", weights in percent", parts);
  }

  /**
   * Returns what keeps the role from being measured by a catalog.
   *
   * @param catalog the catalog
   * @param day the day
   * @return a sentence for each metric that the catalog lacks, that is not meant for the role or
   *     not in effect on the day; in the order of the metrics; unmodifiable
   */
  public List<String> problems(Catalog catalog, LocalDate day) {
    ImmutableList.Builder<String> problems = ImmutableList.builder();
    for (MetricWeight weight : metrics) {
      Optional<Metric> metric = catalog.find(weight.metric());
      if (metric.isEmpty()) {
        problems.add(weight.metric() + " must be in the catalog, but is not");
      } else if (!metric.get().appliesTo(id)) {
        problems.add(
            weight.metric() + " must be meant for " + id + ", but is for " + metric.get().roles());
      } else if (!metric.get().effectiveOn(day)) {
        problems.add(weight.metric() + " must be in effect on " + day + ", but is not");
      }
    }
    return problems.build();
  }

  /**
   * Requires that a catalog can measure the role.
   *
   * @param catalog the catalog
   * @param day the day
   * @return this role
   * @throws IllegalArgumentException if there are {@link #problems(Catalog, LocalDate)}; it names
   *     all of them
   */
  public Role requireIn(Catalog catalog, LocalDate day) {
    List<String> problems = problems(catalog, day);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("role " + id + ": " + String.join("; ", problems));
    }
    return this;
  }

  /**
   * A role as a host keeps it.
   *
   * @param id its id
   * @param label what people call it
   * @param metrics such as {@code "meetings 40 %"}; unmodifiable
   * @param ramp such as {@code "0.25 at 0, 1 at 182 calendar days, linear"}
   * @param hoursPerWeek hours a week, or empty text
   */
  public record State(
      String id, String label, List<String> metrics, String ramp, String hoursPerWeek) {
    /**
     * Creates a state.
     *
     * @param id its id
     * @param label what people call it
     * @param metrics metrics with their weights
     * @param ramp how a newcomer grows into it
     * @param hoursPerWeek hours a week, or empty text
     */
    public State {
      metrics = Words.kept("metrics", metrics);
    }
  }

  /**
   * Returns the role as a host keeps it.
   *
   * @return the state, from which {@link #of(State)} makes an equal role
   */
  public State state() {
    return new State(
        id.value(),
        label,
        metrics.stream().map(MetricWeight::toString).toList(),
        ramp.toString(),
        hoursPerWeek.map(Quantity::toString).orElse(""));
  }

  /**
   * Returns the role of a state.
   *
   * @param state the state
   * @return the role
   * @throws IllegalArgumentException if a part of the state is no text of its kind or the parts do
   *     not go together
   */
  public static Role of(State state) {
    Words.requireWhole(state);
    return builder()
        .id(RoleId.of(state.id()))
        .label(state.label())
        .metrics(state.metrics().stream().map(MetricWeight::parse).toList())
        .ramp(Ramp.parse(state.ramp()))
        .hoursPerWeek(
            state.hoursPerWeek().isEmpty()
                ? Optional.empty()
                : Optional.of(Quantity.parse(state.hoursPerWeek())))
        .build();
  }

  /**
   * Returns the label, the id and the metrics, such as {@code "Hunter (hunter): meetings 100 %"}.
   */
  @Override
  public String toString() {
    return label + " (" + id + "): " + (metrics.isEmpty() ? "not measured" : print(metrics));
  }

  /**
   * Returns a builder; id and label must be set, the ramp is {@link Ramp#NONE} unless set.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Role}. */
  public static final class Builder extends RoleBuilder {
    Builder() {
      ramp(Ramp.NONE);
    }
  }
}
