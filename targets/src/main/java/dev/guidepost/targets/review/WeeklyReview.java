package dev.guidepost.targets.review;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.agreement.Commitments;
import dev.guidepost.core.clarity.ClarityFinding;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.targets.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * The review of one unit: what the data is worth, what to talk about, what was agreed and done, who
 * owes what, what is hard to follow, the pipeline, one person's week, and only then results. People
 * are listed by name, never ranked.
 *
 * <p>What was promised stands here twice: as lines to be read, and as the rows that they were
 * written from.
 *
 * @param unit the unit
 * @param heading unit, day and period on one line
 * @param sections the sections in reading order, data health first; unmodifiable
 * @param focus the plan shown in full, if anybody has one
 * @param results what became of what was agreed for the last week, by name; without activities of
 *     people whose records stopped; unmodifiable
 * @param owed who owes what on the day of the review; unmodifiable
 * @param unclear what makes goals of the unit, the units below and its people hard to follow; empty
 *     too if that was not looked at; unmodifiable
 */
public record WeeklyReview(
    UnitId unit,
    String heading,
    List<Section> sections,
    Optional<Plan> focus,
    List<Commitments.Result> results,
    List<Owed> owed,
    List<ClarityFinding> unclear) {

  /** The longest line of {@link #print()}: {@value}. */
  public static final int WIDTH = 100;

  /** How many lines a review by {@link #of} has at most, as far as that can be: {@value}. */
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
   * Creates a review; see {@link #of}.
   *
   * @param unit the unit
   * @param heading unit, day and period on one line
   * @param sections the sections in reading order
   * @param focus the plan shown in full
   * @param results what became of what was agreed for the last week
   * @param owed who owes what
   * @param unclear what makes goals hard to follow
   */
  public WeeklyReview {
    sections = ImmutableList.copyOf(sections);
    results = ImmutableList.copyOf(results);
    owed = ImmutableList.copyOf(owed);
    unclear = ImmutableList.copyOf(unclear);
  }

  /**
   * Writes the review of a unit in at most {@value #LINES} lines, as far as that can be: what has
   * no room is counted or named, and stands in {@link #inFull}. Above nine people, those with a
   * finding are listed and the others counted.
   *
   * @param source what it is written from
   * @param unit a unit of the organisation
   * @return the review
   * @throws IllegalArgumentException if the organisation does not know the unit
   */
  public static WeeklyReview of(ReviewSource source, UnitId unit) {
    return new ReviewWriter(source, unit, false).write();
  }

  /**
   * Writes the review of a unit in as many lines as it takes, such as for a page.
   *
   * @param source what it is written from
   * @param unit a unit of the organisation
   * @return the review
   * @throws IllegalArgumentException if the organisation does not know the unit
   */
  public static WeeklyReview inFull(ReviewSource source, UnitId unit) {
    return new ReviewWriter(source, unit, true).write();
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
