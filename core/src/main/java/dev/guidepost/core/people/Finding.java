package dev.guidepost.core.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something that records say and that cannot be right, with the days: an account in two
 * territories, a person in no role.
 *
 * <p>A finding stops nothing. Where records contradict each other, none of them counts on the days
 * of the finding; the rest goes on.
 *
 * @param subject what it is about, by its id
 * @param problem what is wrong, in words
 * @param from the first day, or empty if it was always so
 * @param until the day after the last, or empty if no end is known
 */
public record Finding(
    String subject, String problem, Optional<LocalDate> from, Optional<LocalDate> until) {

  /**
   * Creates a finding.
   *
   * @param subject what it is about, by its id
   * @param problem what is wrong, in words
   * @param from the first day, or empty if it was always so
   * @param until the day after the last, or empty if no end is known
   */
  public Finding {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(problem, "problem");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
  }

  /**
   * Returns the contradictions in a history.
   *
   * @param subject whose history it is
   * @param what what there must be one of on a day, such as {@code "territory"}
   * @param history the history
   * @return a finding for each clash, in order of time; unmodifiable
   */
  public static List<Finding> clashes(Object subject, String what, Timeline<?> history) {
    return history.clashes().stream().map(clash -> clash(subject, what, clash)).toList();
  }

  private static Finding clash(Object subject, String what, Dated<? extends List<?>> clash) {
    String claims =
        clash.value().stream().map(Object::toString).collect(Collectors.joining(" and "));
    return new Finding(
        subject.toString(), what + " is claimed to be " + claims, clash.from(), clash.until());
  }

  /**
   * Returns subject, problem and days on one line, such as {@code "acme: territory is claimed to be
   * east and west [2026-03-01, 2026-04-01)"}.
   */
  @Override
  public String toString() {
    return subject + ": " + problem + " " + Dated.days(from, until);
  }
}
