package dev.guidepost.targets.pipeline;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How many opportunities to create in which week to reach a goal; see {@link CreationSearch}.
 *
 * @param search what was looked for
 * @param goal the goal in words
 * @param units the smallest rate a full week that does, in parts of a deal as the search tries
 *     them; empty if none does, as no week is of use or more deals than are tried would be needed
 * @param chance the chance to reach the goal with it; that of nothing new where none does
 * @param asIs the chance to reach it if nothing new is created at all; not that at the recent rate
 *     of creation, which is what a review calls as is
 * @param counts how many in each week, whole; unmodifiable
 */
public record CreationNeed(
    CreationSearch search,
    String goal,
    OptionalLong units,
    double chance,
    double asIs,
    List<Long> counts) {

  /**
   * Creates a need.
   *
   * @param search what was looked for
   * @param goal the goal in words
   * @param units the smallest rate that does
   * @param chance the chance to reach the goal with it
   * @param asIs the chance if nothing new is created
   * @param counts how many in each week
   */
  public CreationNeed {
    counts = ImmutableList.copyOf(counts);
  }

  /**
   * Returns the rate.
   *
   * @return opportunities in a full week; empty if no rate does
   */
  public OptionalDouble perWeek() {
    return units.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) units.getAsLong() / search.parts());
  }

  /**
   * Returns how many in all weeks.
   *
   * @return the sum of the counts
   */
  public long total() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Returns the last week of which a deal can be won in time.
   *
   * @return the week; empty if none is of use
   */
  public Optional<Period> lastUsefulWeek() {
    return search.weeks().stream()
        .filter(week -> week.chance() > 0)
        .map(CreationWeek::week)
        .reduce((earlier, later) -> later);
  }

  /**
   * Returns what has to come before: such as the meetings of which the opportunities come.
   *
   * @param name what is counted
   * @param conversion how many of it lead to an opportunity, above 0 to 1: a rate of its own, of
   *     data that has it
   * @param lagDays how many days before the opportunity it happens on average, 0 or more
   * @return what is needed by week
   * @throws IllegalArgumentException if conversion or lag is out of bounds
   */
  public ActivityNeed before(String name, double conversion, int lagDays) {
    return ActivityNeed.of(
        name,
        conversion,
        lagDays,
        search.weeks(),
        counts.stream().mapToDouble(Long::doubleValue).toArray());
  }

  /**
   * Returns the weeks as parts that add up.
   *
   * @return the number of opportunities, by week
   */
  public Explanation explain() {
    List<Explanation.Part> parts = new ArrayList<>();
    for (int w = 0; w < counts.size(); w++) {
      CreationWeek week = search.weeks().get(w);
      parts.add(
          new Explanation.Part(
              week.week().start().toString(),
              Quantity.of(counts.get(w)),
              String.format(
                  Locale.ROOT,
                  "%.2f of a full week; %.1f %% won in time",
                  week.exposure(),
                  week.chance() * 100)));
    }
    return Explanation.of("opportunities for " + goal, parts);
  }

  /** Returns rate, chance and last useful week on one line. */
  @Override
  public String toString() {
    String until =
        lastUsefulWeek()
            .map(week -> "of use until the week of " + week.start())
            .orElse("no week is of use");
    return perWeek().isEmpty()
        ? String.format(
            Locale.ROOT,
            "%s would give %s with %.0f %%: %.0f %% as is; %s",
            search.mostPerWeek().isEmpty()
                ? "no number"
                : String.format(
                    Locale.ROOT, "no number up to %.1f a week", search.mostPerWeek().getAsDouble()),
            goal,
            search.confidence() * 100,
            chance * 100,
            until)
        : String.format(
            Locale.ROOT,
            "%.1f a week, %,d in all, for %s: %.0f %% likely, %.0f %% as is; %s",
            perWeek().getAsDouble(),
            total(),
            goal,
            chance * 100,
            asIs * 100,
            until);
  }

  /**
   * Returns the need and its weeks as lines.
   *
   * @return the lines
   */
  public String print() {
    StringBuilder text = new StringBuilder().append(this).append('\n');
    for (int w = 0; w < counts.size(); w++) {
      text.append(String.format(Locale.ROOT, "%6d  %s\n", counts.get(w), search.weeks().get(w)));
    }
    return text.toString();
  }
}
