package dev.guidepost.core.agreement;

import dev.guidepost.core.goal.PartyState;
import dev.guidepost.core.goal.TargetBookState;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.style.Words;
import dev.guidepost.core.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a host keeps of {@link Agreements}.
 *
 * @param trails the trails, those of one subject in order
 */
public record AgreementsState(List<TrailState> trails) {

  private static final String AMOUNT = "amount";
  private static final String METRICS = "metrics";
  private static final String WEEK = "week";

  /**
   * Creates a state.
   *
   * @param trails the trails
   */
  public AgreementsState {
    trails = Words.kept("trails", trails);
  }

  /**
   * What a host keeps of a trail.
   *
   * @param one who made the first offer
   * @param other to whom
   * @param steps the steps, in order
   */
  public record TrailState(String one, String other, List<StepState> steps) {

    /**
     * Creates a state.
     *
     * @param one who made the first offer
     * @param other to whom
     * @param steps the steps
     */
    public TrailState {
      steps = Words.kept("steps", steps);
    }

    static TrailState of(Agreement trail) {
      return new TrailState(
          trail.one().value(),
          trail.other().value(),
          trail.steps().stream().map(StepState::of).toList());
    }

    Agreement read() {
      return new Agreement(
          PersonId.of(one), PersonId.of(other), steps.stream().map(StepState::read).toList());
    }
  }

  /**
   * What a host keeps of a step.
   *
   * @param status where the trail stands after it: {@code "proposed"}, {@code "countered"}, {@code
   *     "agreed"} or {@code "withdrawn"}
   * @param by who took it
   * @param on when, such as {@code "2026-11-02"}
   * @param terms what was offered
   * @param why the reason
   */
  public record StepState(String status, String by, String on, TermsState terms, String why) {

    private static StepState of(Agreement.Step step) {
      return new StepState(
          step.status().name().toLowerCase(Locale.ROOT),
          step.by().value(),
          step.on().toString(),
          TermsState.of(step.terms()),
          step.why());
    }

    private Agreement.Step read() {
      for (Agreement.Status known : Agreement.Status.values()) {
        if (known.name().toLowerCase(Locale.ROOT).equals(status)) {
          return new Agreement.Step(
              known, PersonId.of(by), Words.day("day of a step by " + by, on), terms.read(), why);
        }
      }
      throw new IllegalArgumentException(
          "status must be proposed, countered, agreed or withdrawn, but was \"" + status + "\"");
    }
  }

  /**
   * What a host keeps of terms.
   *
   * @param kind {@code "amount"}, {@code "metrics"} or {@code "week"}
   * @param target the target that is offered, one for an amount
   * @param party who is measured, or does it; one unless for an amount
   * @param period the period, as {@link Period#toString()} writes it; empty for an amount
   * @param metrics the metrics, with their counts for a week
   */
  public record TermsState(
      String kind,
      List<TargetBookState.TargetState> target,
      List<PartyState> party,
      String period,
      List<CountState> metrics) {

    /**
     * Creates a state.
     *
     * @param kind what kind of terms they are
     * @param target the target that is offered
     * @param party who is measured, or does it
     * @param period the period
     * @param metrics the metrics
     */
    public TermsState {
      target = Words.kept("target", target);
      party = Words.kept("party", party);
      metrics = Words.kept("metrics", metrics);
    }

    private static TermsState of(Terms terms) {
      if (terms instanceof Terms.Amount amount) {
        return new TermsState(
            AMOUNT,
            List.of(TargetBookState.TargetState.of(amount.target())),
            List.of(),
            "",
            List.of());
      }
      if (terms instanceof Terms.Metrics metrics) {
        return new TermsState(
            METRICS,
            List.of(),
            List.of(PartyState.of(metrics.party())),
            metrics.period().toString(),
            metrics.metrics().stream().map(id -> new CountState(id.value(), 0)).toList());
      }
      Terms.Week week = (Terms.Week) terms;
      return new TermsState(
          WEEK,
          List.of(),
          List.of(PartyState.of(week.person())),
          week.week().toString(),
          week.counts().entrySet().stream()
              .map(entry -> new CountState(entry.getKey().value(), entry.getValue()))
              .toList());
    }

    private Terms read() {
      boolean fits =
          switch (kind) {
            case AMOUNT ->
                target.size() == 1 && party.isEmpty() && period.isEmpty() && metrics.isEmpty();
            case METRICS, WEEK -> target.isEmpty() && party.size() == 1;
            default -> false;
          };
      if (!fits) {
        throw new IllegalArgumentException(
            "terms must be an amount, metrics or a week with their parts, but were " + this);
      }
      if (kind.equals(AMOUNT)) {
        return new Terms.Amount(target.get(0).read());
      }
      Map<MetricId, Integer> counts = counts();
      if (kind.equals(METRICS)) {
        return new Terms.Metrics(party.get(0).read(), Period.parse(period), counts.keySet());
      }
      if (!(party.get(0).read() instanceof PersonId person)) {
        throw new IllegalArgumentException("week must be of a person, but was of " + party.get(0));
      }
      return new Terms.Week(person, Period.parse(period), counts);
    }

    /** The counts by metric; 0 each where metrics are only chosen. */
    private Map<MetricId, Integer> counts() {
      Map<MetricId, Integer> counts = new LinkedHashMap<>();
      for (CountState metric : metrics) {
        if (counts.put(MetricId.of(metric.metric()), metric.count()) != null) {
          throw new IllegalArgumentException(
              "metrics of terms must differ, but two are " + metric.metric());
        }
        if (kind.equals(METRICS) && metric.count() != 0) {
          throw new IllegalArgumentException(
              "count of a metric that is only chosen must be 0, but was " + metric);
        }
      }
      return counts;
    }
  }

  /**
   * What a host keeps of a metric in terms.
   *
   * @param metric the id of the metric
   * @param count how many in the week; 0 where only the metric is chosen
   */
  public record CountState(String metric, int count) {}
}
