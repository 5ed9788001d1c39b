package dev.guidepost.targets.review;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.agreement.Agreements;
import dev.guidepost.core.agreement.Commitments;
import dev.guidepost.core.agreement.Overrides;
import dev.guidepost.core.clarity.ClarityReport;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.planning.Hindsight;
import dev.guidepost.targets.planning.Planner;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a review is written from, besides the unit. What the source does not have is left unset, and
 * nothing is shown of it.
 *
 * <pre>{@code
 * ReviewSource source = ReviewSource.builder().evidence(evidence).planner(planner)
 *     .board(SignalBoard.of(evidence)).commitments(commitments).agreements(agreements)
 *     .clarity(ClarityReview.withDefaults().review(sheet, evidence.review())).build();
 * }</pre>
 *
 * @param evidence what the records say
 * @param planner plans and goals, of the same as-of day as the evidence
 * @param board all signals, of the same as-of day
 * @param commitments what was agreed by week, and why it was missed; none unless set; what was
 *     agreed or said after the day of the review is left out
 * @param agreements what people said to each other; none unless set; steps after the day of the
 *     review are left out
 * @param overrides numbers that somebody put in the place of computed ones; none unless set; those
 *     of the outlook are shown beside it, entries after the day of the review are left out
 * @param clarity what makes goals hard to follow on the day of the review, if that was looked at
 * @param stages the stages of the process with what is known of them, if that was looked at
 * @param hindsight what the records said on past days, of the same as-of day; unless set, nothing
 *     is said of last week's outlook and of past errors
 * @param health what the data is worth, one finding a line; unmodifiable
 * @param falseAlarmsPerLook how likely one chart without a problem signals in one week, simulated
 *     for the baseline in use; 0 unless set: nothing is said about it
 */
@Value.Builder
public record ReviewSource(
    Evidence evidence,
    Planner planner,
    SignalBoard board,
    Commitments commitments,
    Agreements agreements,
    Overrides overrides,
    Optional<ClarityReport> clarity,
    Optional<Stages> stages,
    Optional<Hindsight> hindsight,
    List<String> health,
    double falseAlarmsPerLook) {

  /**
   * Creates a source; see {@link #builder()}.
   *
   * @param evidence what the records say
   * @param planner plans and goals
   * @param board all signals
   * @param commitments what was agreed by week
   * @param agreements what people said to each other
   * @param overrides numbers that somebody put in the place of computed ones
   * @param clarity what makes goals hard to follow
   * @param stages the stages of the process
   * @param hindsight what the records said on past days
   * @param health what the data is worth
   * @param falseAlarmsPerLook how likely one chart without a problem signals in one week
   * @throws IllegalArgumentException if planner, board or hindsight are of another as-of day than
   *     the evidence, or the clarity report is of another day than the review
   */
  public ReviewSource {
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(planner, "planner");
    Objects.requireNonNull(board, "board");
    Objects.requireNonNull(commitments, "commitments");
    Objects.requireNonNull(agreements, "agreements");
    Objects.requireNonNull(overrides, "overrides");
    requireSameDay("planner", planner.forecasts(evidence.period()).evidence(), evidence);
    requireSameDay("board", board.evidence(), evidence);
    hindsight.ifPresent(past -> requireSameDay("hindsight", past.evidence(), evidence));
    LocalDate review = evidence.review();
    clarity.ifPresent(
        report -> {
          if (!report.day().equals(review)) {
            throw new IllegalArgumentException(
                "clarity must be of the day of the review, "
                    + review
                    + ", but was of "
                    + report.day());
          }
        });
    health = ImmutableList.copyOf(health);
  }

  private static void requireSameDay(String part, Evidence of, Evidence evidence) {
    if (!of.asOf().equals(evidence.asOf())) {
      throw new IllegalArgumentException(
          part
              + " must be of the evidence as of "
              + evidence.asOf()
              + ", but was as of "
              + of.asOf());
    }
  }

  /**
   * Returns a builder; evidence, planner and board must be set.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ReviewSource}. */
  public static final class Builder extends ReviewSourceBuilder {
    Builder() {
      commitments(Commitments.NONE)
          .agreements(Agreements.NONE)
          .overrides(Overrides.NONE)
          .falseAlarmsPerLook(0);
    }
  }
}
