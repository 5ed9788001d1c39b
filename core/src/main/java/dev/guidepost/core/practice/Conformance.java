package dev.guidepost.core.practice;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.explain.TextTable;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Ratio;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Where deals went other ways than the {@linkplain SalesProcess process}. It says something of the
 * process and of how it is recorded before it says something of a person.
 *
 * <p>A deal of which nothing is on record between its opening and its closing, as of a source that
 * keeps no history, may have gone any way: its closing is counted as untold, and not judged.
 *
 * <pre>{@code
 * Conformance report = process.conformance(deals, LocalDate.of(2026, 11, 22));
 * report.of(Conformance.Kind.SKIPPED).forEach(System.out::println);
 * System.out.print(report);   // a table of the stages
 * }</pre>
 *
 * @param known the day at whose end one looked
 * @param stages how often each stage of the version of that day was left, by its order;
 *     unmodifiable
 * @param findings what was found, by day, deal and kind; unmodifiable
 * @param untold how many deals closed with no stage on record before, 0 or more
 */
public record Conformance(LocalDate known, List<Line> stages, List<Finding> findings, int untold) {

  /** What was found. */
  public enum Kind {
    /**
     * A stage was left for a later one, or the deal won, before the buyer did what the stage asks.
     */
    WITHOUT_EVENT,
    /**
     * A stage had not been entered when a later one was, or when the deal was won; once for each
     * deal and stage.
     */
    SKIPPED,
    /** The deal went back to an earlier stage, was opened again, or closed another way. */
    REVERSED,
    /** The process has no stage of that name. */
    UNKNOWN_STAGE
  }

  /**
   * One finding.
   *
   * @param kind what was found
   * @param deal the deal
   * @param owner who worked it on the day as of which one looked
   * @param stage the stage that was left, skipped, gone back to or not known, by the version of the
   *     day
   * @param on the day of the move
   * @param note what it is about, in words
   */
  public record Finding(
      Kind kind, DealId deal, PersonId owner, String stage, LocalDate on, String note) {
    /**
     * Creates a finding.
     *
     * @param kind what was found
     * @param deal the deal
     * @param owner who worked it
     * @param stage the stage
     * @param on the day of the move
     * @param note what it is about, in words
     */
    public Finding {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(deal, "deal");
      Objects.requireNonNull(owner, "owner");
      Objects.requireNonNull(stage, "stage");
      Objects.requireNonNull(on, "on");
      Objects.requireNonNull(note, "note");
    }

    /** Returns such as {@code "2026-03-02 d1 (ana): Propose without \"confirms the budget\""}. */
    @Override
    public String toString() {
      return on + " " + deal + " (" + owner + "): " + note;
    }
  }

  /**
   * A stage of open deals.
   *
   * @param stage its name
   * @param withEvent how often it was left for a later one with the buyer's event, of all times
   * @param skipped how many deals skipped it; of several stages that have become this one, all
   * @param reversed how often a deal came back to it from another one
   */
  public record Line(String stage, Ratio withEvent, int skipped, int reversed) {
    /**
     * Creates a line.
     *
     * @param stage its name
     * @param withEvent how often it was left with the buyer's event
     * @param skipped how often it was skipped
     * @param reversed how often a deal came back to it
     */
    public Line {
      Objects.requireNonNull(stage, "stage");
      Objects.requireNonNull(withEvent, "withEvent");
    }
  }

  /**
   * Creates a report.
   *
   * @param known the day at whose end one looked
   * @param stages how often each stage was left
   * @param findings what was found
   * @param untold how many deals closed with no stage on record before
   */
  public Conformance {
    Objects.requireNonNull(known, "known");
    stages = ImmutableList.copyOf(stages);
    findings = ImmutableList.copyOf(findings);
  }

  /**
   * Returns the findings of a kind.
   *
   * @param kind the kind
   * @return those findings, in order
   */
  public List<Finding> of(Kind kind) {
    return findings.stream().filter(finding -> finding.kind() == kind).toList();
  }

  /**
   * Returns how often stages were left with the buyer's event, of all times one was left for a
   * later one.
   *
   * @return sum over sum of the stages
   */
  public Ratio withEvent() {
    return stages.stream().map(Line::withEvent).reduce(Ratio.of(0, 0), Ratio::plus);
  }

  /** Returns a table of the stages, and a line of the untold closings if there are any. */
  @Override
  public String toString() {
    TextTable.Builder table =
        TextTable.builder("stage", ">left with event", ">skipped", ">reversed");
    for (Line line : stages) {
      table.row(
          line.stage(),
          line.withEvent().toString(),
          String.valueOf(line.skipped()),
          String.valueOf(line.reversed()));
    }
    return table.build()
        + (untold == 0
            ? ""
            : untold + " closed with no stage on record before, and are not judged\n");
  }
}
