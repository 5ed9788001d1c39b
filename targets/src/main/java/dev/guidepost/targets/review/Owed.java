package dev.guidepost.targets.review;

import dev.guidepost.core.id.PersonId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/**
 * Something that one person owes another on the day of a review. Ordered by kind, the oldest first.
 *
 * @param who who owes it
 * @param kind what kind of thing it is
 * @param to to whom
 * @param what what about: {@code "bookings 2026-Q4: 260,000 (as last year)"} for an answer, done of
 *     agreed such as {@code "4/6 meetings"} for a reason, {@code "6 meetings"} for work
 * @param since since when
 */
public record Owed(PersonId who, Kind kind, PersonId to, String what, LocalDate since)
    implements Comparable<Owed> {

  private static final Comparator<Owed> ORDER =
      Comparator.comparing(Owed::kind)
          .thenComparing(Owed::since)
          .thenComparing(Owed::who)
          .thenComparing(Owed::to)
          .thenComparing(Owed::what);

  /** What can be owed. */
  public enum Kind {
    /** An answer to an open offer: of a target, of metrics, or of a week's work. */
    ANSWER,
    /** The reason why a commitment of the last week was missed. */
    REASON,
    /** What both agreed on for the week that begins. */
    WORK
  }

  /**
   * Creates what is owed.
   *
   * @param who who owes it
   * @param kind what kind of thing it is
   * @param to to whom
   * @param what what about
   * @param since since when
   */
  public Owed {
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(since, "since");
  }

  /** Compares by kind, day, who, to whom and what. */
  @Override
  public int compareTo(Owed other) {
    return ORDER.compare(this, other);
  }

  /** Returns such as {@code "ana owes dana since 2026-09-20: bookings 2026-Q4: 260,000"}. */
  @Override
  public String toString() {
    return who + " owes " + to + " since " + since + ": " + what;
  }
}
