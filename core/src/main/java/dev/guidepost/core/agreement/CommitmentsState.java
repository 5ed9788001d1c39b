package dev.guidepost.core.agreement;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.style.Words;
import dev.guidepost.core.time.Period;
import java.util.List;
import java.util.Locale;

/**
 * What a host keeps of {@link Commitments}.
 *
 * @param commitments the commitments, in order
 * @param misses the reasons, in order
 */
public record CommitmentsState(List<CommitmentState> commitments, List<MissState> misses) {

  /**
   * Creates a state.
   *
   * @param commitments the commitments
   * @param misses the reasons
   */
  public CommitmentsState {
    commitments = Words.kept("commitments", commitments);
    misses = Words.kept("misses", misses);
  }

  /**
   * What a host keeps of a commitment.
   *
   * @param person who does it
   * @param agreedWith the manager
   * @param metric the activity
   * @param week the week, as {@link Period#toString()} writes it
   * @param count how many
   * @param agreedOn when both agreed, such as {@code "2026-11-02"}
   */
  public record CommitmentState(
      String person, String agreedWith, String metric, String week, int count, String agreedOn) {

    static CommitmentState of(Commitment commitment) {
      return new CommitmentState(
          commitment.person().value(),
          commitment.agreedWith().value(),
          commitment.metric().value(),
          commitment.week().toString(),
          commitment.count(),
          commitment.agreedOn().toString());
    }

    Commitment read() {
      return new Commitment(
          PersonId.of(person),
          PersonId.of(agreedWith),
          MetricId.of(metric),
          Period.parse(week),
          count,
          Words.day("day of agreement on a commitment of " + person, agreedOn));
    }
  }

  /**
   * What a host keeps of a reason.
   *
   * @param person who
   * @param metric the activity
   * @param week the week, as {@link Period#toString()} writes it
   * @param reason what kind of reason, such as {@code "time"}
   * @param words the person's own words
   * @param on when it was said, such as {@code "2026-11-02"}
   */
  public record MissState(
      String person, String metric, String week, String reason, String words, String on) {

    static MissState of(Miss miss) {
      return new MissState(
          miss.person().value(),
          miss.metric().value(),
          miss.week().toString(),
          miss.reason().name().toLowerCase(Locale.ROOT),
          miss.words(),
          miss.on().toString());
    }

    Miss read() {
      for (Miss.Reason known : Miss.Reason.values()) {
        if (known.name().toLowerCase(Locale.ROOT).equals(reason)) {
          return new Miss(
              PersonId.of(person),
              MetricId.of(metric),
              Period.parse(week),
              known,
              words,
              Words.day("day of the reason of " + person, on));
        }
      }
      throw new IllegalArgumentException(
          "reason must be one of "
              + List.of(Miss.Reason.values())
              + " in lower case, but was \""
              + reason
              + "\"");
    }
  }
}
