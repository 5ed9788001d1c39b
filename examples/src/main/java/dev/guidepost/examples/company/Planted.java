package dev.guidepost.examples.company;

import com.google.common.collect.ImmutableSet;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.Period;
import java.util.Set;

/**
 * A problem, or a success, that was planted in a company for others to find.
 *
 * @param owner whose it is: a person, or the unit in which all are hit alike
 * @param metric the metric in which it has its cause
 * @param kind what it is
 * @param window when: from its first day up to, but not including, the Monday of the review
 * @param moves the metrics of the owner that it moves, {@code metric} included; unmodifiable, in a
 *     fixed order
 */
public record Planted(
    PartyId owner, MetricId metric, Kind kind, Period window, Set<MetricId> moves) {

  /** What may be planted. */
  public enum Kind {
    /** For 5 weeks, meetings and inbound interest fall to 60 % for everyone in the company. */
    COMMON_FALL,
    /** For 4 weeks, a seller's meetings and opportunities fall to 15 % of what the others do. */
    CREATION_FALL,
    /** For 8 weeks, 30 % as many of a seller's meetings turn into opportunities. */
    CONVERSION_FALL,
    /** For 2 weeks, no activity of a seller is entered; the work itself goes on. */
    ACTIVITIES_MISSING,
    /** For 6 weeks, a seller keeps each commitment and opens 1.6 times the usual opportunities. */
    WELL_DONE
  }

  /** Copies the set. */
  public Planted {
    moves = ImmutableSet.copyOf(moves);
  }
}
