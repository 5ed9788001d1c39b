package dev.guidepost.core.fact;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.style.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What became of the rows of a batch: {@code offered = accepted + replaced + unchanged + rejected}.
 *
 * @param batch the batch's id
 * @param known the day on which its content became known
 * @param offered how many rows were offered
 * @param accepted how many were new
 * @param replaced how many replaced a former row of the same source key
 * @param unchanged how many were there already, with the same content
 * @param rejects those that were not taken, each with place and reason; unmodifiable
 */
public record BatchReport(
    String batch,
    LocalDate known,
    long offered,
    long accepted,
    long replaced,
    long unchanged,
    List<Reject> rejects) {

  /**
   * All of it as plain values that any mapper of records can write and read back equal.
   *
   * @param batch the batch's id
   * @param known the day on which its content became known, such as {@code "2026-11-21"}
   * @param offered how many rows were offered
   * @param accepted how many were new
   * @param replaced how many replaced a former row
   * @param unchanged how many were there already
   * @param rejects those that were not taken; unmodifiable
   */
  public record State(
      String batch,
      String known,
      long offered,
      long accepted,
      long replaced,
      long unchanged,
      List<Reject> rejects) {

    /**
     * Creates a state.
     *
     * @param batch the batch's id
     * @param known the day on which its content became known
     * @param offered how many rows were offered
     * @param accepted how many were new
     * @param replaced how many replaced a former row
     * @param unchanged how many were there already
     * @param rejects those that were not taken
     */
    public State {
      rejects = Words.kept("rejects", rejects);
    }
  }

  /**
   * Returns the report of a state that was kept.
   *
   * @param state as {@link #state()} gave it
   * @return a report equal to the one it came from
   * @throws IllegalArgumentException if the state does not add up or its known day is none
   */
  public static BatchReport of(State state) {
    Words.requireWhole(state);
    return new BatchReport(
        state.batch(),
        Words.day("known day of batch \"" + state.batch() + "\"", state.known()),
        state.offered(),
        state.accepted(),
        state.replaced(),
        state.unchanged(),
        state.rejects());
  }

  /**
   * Returns all of it as plain values, for the host to keep.
   *
   * @return the state, from which {@link #of(State)} makes an equal report
   */
  public State state() {
    return new State(batch, known.toString(), offered, accepted, replaced, unchanged, rejects);
  }

  /**
   * A row that was not taken.
   *
   * @param place where it stands, such as its source key or its number in the batch
   * @param reason what must hold and what was given
   */
  public record Reject(String place, String reason) {}

  /**
   * Creates a report.
   *
   * @param batch the batch's id
   * @param known the day on which its content became known
   * @param offered how many rows were offered
   * @param accepted how many were new
   * @param replaced how many replaced a former row
   * @param unchanged how many were there already
   * @param rejects those that were not taken
   * @throws IllegalArgumentException if a count is negative or the parts do not add up to the rows
   *     offered
   */
  public BatchReport {
    Objects.requireNonNull(batch, "batch");
    Objects.requireNonNull(known, "known");
    rejects = ImmutableList.copyOf(rejects);
    if (accepted < 0 || replaced < 0 || unchanged < 0) {
      throw new IllegalArgumentException(
          "counts of rows must not be negative, but were "
              + accepted
              + ", "
              + replaced
              + ", "
              + unchanged);
    }
    if (offered != accepted + replaced + unchanged + rejects.size()) {
      throw new IllegalArgumentException(
          "offered must be accepted + replaced + unchanged + rejected, but was "
              + offered
              + " against "
              + accepted
              + " + "
              + replaced
              + " + "
              + unchanged
              + " + "
              + rejects.size());
    }
  }

  /** Returns the counts on one line. */
  @Override
  public String toString() {
    return batch
        + ": "
        + offered
        + " offered = "
        + accepted
        + " accepted + "
        + replaced
        + " replaced + "
        + unchanged
        + " unchanged + "
        + rejects.size()
        + " rejected";
  }
}
