package dev.guidepost.core.practice;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Rating;
import dev.guidepost.core.style.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Ratings of skills over time. They are shown, with their trend; nothing else is computed from
 * them, as what a skill does to a rate is not known until it has been tested.
 *
 * <p>A rating corrects another if it is by the same rater, of the same person, skill and day, on
 * the same scale, and was known later: the corrected one makes no trend.
 *
 * <pre>{@code
 * SkillRatings skills = new SkillRatings(List.of(
 *     new SkillRating(ana, "discovery", LocalDate.of(2026, 4, 1), Rating.parse("3 (1..5)"), lea),
 *     new SkillRating(ana, "discovery", LocalDate.of(2026, 10, 1), Rating.parse("4 (1..5)"), lea)));
 * skills.of(ana);   // [discovery 4 (1..5) on 2026-10-01, +1 since 2026-04-01]
 * }</pre>
 *
 * @param ratings the ratings, by day, day known, person, skill and rater; unmodifiable
 */
public record SkillRatings(List<SkillRating> ratings) {

  private static final Comparator<SkillRating> ORDER =
      Comparator.comparing(SkillRating::on)
          .thenComparing(SkillRating::known)
          .thenComparing(rating -> rating.person().value())
          .thenComparing(SkillRating::skill)
          .thenComparing(rating -> rating.by().value())
          .thenComparing(rating -> rating.rating().score());

  /**
   * The ratings as a host keeps them.
   *
   * @param ratings the ratings
   */
  public record State(List<Rated> ratings) {

    /**
     * One rating.
     *
     * @param person who was rated
     * @param skill what for
     * @param on the day, such as {@code "2026-11-02"}
     * @param rating such as {@code "4 (1..5)"}
     * @param by who rated
     * @param known the day it was known, such as {@code "2026-11-02"}
     */
    public record Rated(
        String person, String skill, String on, String rating, String by, String known) {}

    /**
     * Copies the list.
     *
     * @param ratings the ratings
     */
    public State {
      ratings = Words.kept("ratings", ratings);
    }
  }

  /**
   * Creates ratings.
   *
   * @param ratings the ratings in any order; one given twice counts once
   * @throws IllegalArgumentException if one rater gave two of the same person, skill and day on one
   *     scale that were known on the same day: nothing says which holds
   */
  public SkillRatings {
    ratings = ratings.stream().distinct().sorted(ORDER).collect(ImmutableList.toImmutableList());
    Set<SkillRating> seen = new HashSet<>();
    for (SkillRating rating : ratings) {
      if (!seen.add(at(rating, rating.known()))) {
        throw new IllegalArgumentException(
            "ratings of "
                + rating.person()
                + " for "
                + rating.skill()
                + " by "
                + rating.by()
                + " on "
                + rating.on()
                + " must be known on different days, but two were on "
                + rating.known());
      }
    }
  }

  /** What a rating shares with those that correct it or that it corrects, and a day. */
  private static SkillRating at(SkillRating rating, LocalDate known) {
    Rating any = new Rating(Quantity.of(rating.rating().scale().low()), rating.rating().scale());
    return new SkillRating(rating.person(), rating.skill(), rating.on(), any, rating.by(), known);
  }

  /**
   * Returns the ratings that were known at the end of a day.
   *
   * @param day the day
   * @return those known by then
   */
  public SkillRatings asOf(LocalDate day) {
    return new SkillRatings(ratings.stream().filter(r -> !r.known().isAfter(day)).toList());
  }

  /**
   * Returns where the skills of a person went.
   *
   * @param person the person
   * @return a trend for each skill that was rated, by name
   */
  public List<SkillTrend> of(PersonId person) {
    Map<SkillRating, SkillRating> last = new LinkedHashMap<>();
    ratings.stream()
        .filter(r -> r.person().equals(person))
        .forEach(r -> last.put(at(r, r.on()), r));
    List<SkillRating> own = last.values().stream().sorted(ORDER).toList();
    return own.stream()
        .map(SkillRating::skill)
        .distinct()
        .sorted()
        .map(skill -> trend(own.stream().filter(r -> r.skill().equals(skill)).toList()))
        .toList();
  }

  private static SkillTrend trend(List<SkillRating> ratings) {
    SkillRating latest = ratings.get(ratings.size() - 1);
    Optional<SkillRating> before =
        ratings.subList(0, ratings.size() - 1).stream()
            .filter(rating -> SkillTrend.comparable(latest, rating))
            .reduce((earlier, later) -> later);
    return new SkillTrend(latest, before, ratings.size());
  }

  /**
   * Returns what a host keeps.
   *
   * @return the state that {@link #of(State)} reads back
   */
  public State state() {
    return new State(
        ratings.stream()
            .map(
                r ->
                    new State.Rated(
                        r.person().value(),
                        r.skill(),
                        r.on().toString(),
                        r.rating().toString(),
                        r.by().value(),
                        r.known().toString()))
            .toList());
  }

  /**
   * Returns ratings from what a host kept.
   *
   * @param state the state
   * @return the ratings
   * @throws IllegalArgumentException if it is none that {@link #state()} could give
   */
  public static SkillRatings of(State state) {
    Words.requireWhole(state);
    return new SkillRatings(
        state.ratings().stream()
            .map(
                r ->
                    new SkillRating(
                        PersonId.of(r.person()),
                        r.skill(),
                        Words.day("day of a rating of " + r.person(), r.on()),
                        Rating.parse(r.rating()),
                        PersonId.of(r.by()),
                        Words.day("known day of a rating of " + r.person(), r.known())))
            .toList());
  }
}
