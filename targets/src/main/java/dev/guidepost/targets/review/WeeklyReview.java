package dev.guidepost.targets.review;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.targets.plan.Evidence;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.Planner;
import java.util.List;
import java.util.Optional;

/**
 * The review of one unit: what the data is worth, what to talk about, what was agreed and done, the
 * pipeline, one person's week, and only then results. People are listed by name, never ranked.
 *
 * @param unit the unit
 * @param heading unit, day and period on one line
 * @param sections the sections in reading order, data health first; unmodifiable
 * @param focus the plan shown in full, if anybody has one
 */
public record WeeklyReview(
    UnitId unit, String heading, List<Section> sections, Optional<Plan> focus) {

  /** The longest line of {@link #print()}: {@value}. */
  public static final int WIDTH = 100;

  /** How many lines {@link #print()} aims at: {@value}. */
  public static final int LINES = 44;

  /**
   * A part of the review.
   *
   * @param title its title; empty for the health of the data
   * @param lines its lines, each of at most {@value #WIDTH} characters; unmodifiable
   */
  public record Section(String title, List<String> lines) {

    /**
     * Creates a section.
     *
     * @param title its title
     * @param lines its lines; longer ones are broken
     */
    public Section {
      lines =
          lines.stream()
              .flatMap(line -> Text.wrap(line, WIDTH).stream())
              .collect(ImmutableList.toImmutableList());
    }
  }

  /**
   * What a review is written from, besides the unit.
   *
   * @param evidence what the records say
   * @param planner plans and goals
   * @param board all signals
   * @param commitments what was agreed by week; empty if the source has none
   * @param health what the data is worth, one finding a line
   * @param falseAlarmsPerLook how likely one chart without a problem signals in one week, simulated
   *     for the baseline in use
   */
  public record Source(
      Evidence evidence,
      Planner planner,
      SignalBoard board,
      List<Commitment> commitments,
      List<String> health,
      double falseAlarmsPerLook) {

    /**
     * Creates a source.
     *
     * @param evidence what the records say
     * @param planner plans and goals
     * @param board all signals
     * @param commitments what was agreed by week
     * @param health what the data is worth
     * @param falseAlarmsPerLook how likely one chart without a problem signals in one week
     */
    public Source {
      commitments = ImmutableList.copyOf(commitments);
      health = ImmutableList.copyOf(health);
    }
  }

  /**
   * Creates a review; see {@link #of}.
   *
   * @param unit the unit
   * @param heading unit, day and period on one line
   * @param sections the sections in reading order
   * @param focus the plan shown in full
   */
  public WeeklyReview {
    sections = ImmutableList.copyOf(sections);
  }

  /**
   * Writes the review of a unit. Above nine people, those with a finding are listed and the others
   * counted.
   *
   * @param source what it is written from
   * @param unit a unit of the organisation
   * @return the review
   * @throws IllegalArgumentException if the organisation does not know the unit
   */
  public static WeeklyReview of(Source source, UnitId unit) {
    return new ReviewWriter(source, unit).write();
  }

  /**
   * Returns the review as text.
   *
   * @return lines of at most {@value #WIDTH} characters, each ending in {@code \n}
   */
  public String print() {
    StringBuilder text = new StringBuilder(Text.clip(heading, WIDTH)).append('\n');
    int number = 0;
    for (Section section : sections) {
      if (!section.title().isEmpty()) {
        text.append(Text.clip(++number + " " + section.title(), WIDTH)).append('\n');
      }
      section.lines().forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  /** Returns the heading. */
  @Override
  public String toString() {
    return heading;
  }
}
