package dev.guidepost.core.agreement;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.style.Words;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What people committed to, week by week: at most {@value #MOST} activities each, agreed by both on
 * one day, and fixed from then on. Immutable.
 *
 * <p>Every week stands for itself. What was missed is explained, once, by the one who missed it,
 * and does not pile up: the next week starts at what is agreed for it.
 *
 * <pre>{@code
 * Commitments all = Commitments.NONE.with(sixMeetings);
 * Commitments.Result result = all.result(sixMeetings, 4);        // 4/6
 * all = all.explained(Miss.builder().person(ana).metric(MEETINGS).week(week)
 *     .reason(Miss.Reason.TIME).words("a tender").on(monday).build(), 4);
 * all.result(sixMeetings, 4);                                     // 4/6 (time: a tender)
 * }</pre>
 */
public final class Commitments {

  /** The most activities that a person commits to in a week: {@value}. */
  public static final int MOST = 3;

  /** No commitments. */
  public static final Commitments NONE = new Commitments(Map.of(), Map.of(), Optional.empty());

  private record Week(PersonId person, Period week) {}

  private record Promise(PersonId person, MetricId metric, Period week) {

    private Promise(Miss miss) {
      this(miss.person(), miss.metric(), miss.week());
    }

    private Promise(Commitment commitment) {
      this(commitment.person(), commitment.metric(), commitment.week());
    }
  }

  /** In the order given, as are the reasons; neither is changed once set. */
  private final Map<Week, ImmutableList<Commitment>> weeks;

  private final Map<Promise, Miss> misses;
  private final Optional<Catalog> catalog;

  private Commitments(
      Map<Week, ImmutableList<Commitment>> weeks,
      Map<Promise, Miss> misses,
      Optional<Catalog> catalog) {
    this.weeks = weeks;
    this.misses = misses;
    this.catalog = catalog;
  }

  /**
   * What became of a commitment.
   *
   * @param commitment the commitment
   * @param done how many were done in its week, 0 or more
   * @param miss why it was missed, if that was said
   */
  public record Result(Commitment commitment, long done, Optional<Miss> miss) {

    /**
     * Creates a result.
     *
     * @param commitment the commitment
     * @param done how many were done
     * @param miss why it was missed
     * @throws IllegalArgumentException if fewer than none were done
     */
    public Result {
      requireDone(commitment, done);
    }

    /**
     * Tells whether it was kept.
     *
     * @return true if at least as many were done as agreed
     */
    public boolean kept() {
      return done >= commitment.count();
    }

    /** Returns done of agreed, such as {@code "4/6 (time: a tender)"}. */
    @Override
    public String toString() {
      return done
          + "/"
          + commitment.count()
          + (kept() ? "" : miss.map(why -> " (" + why + ")").orElse(""));
    }
  }

  private static void requireDone(Commitment commitment, long done) {
    if (done < 0) {
      throw new IllegalArgumentException(
          "done of " + commitment + " must be 0 or more, but was " + done);
    }
  }

  /**
   * Returns the commitments of a list.
   *
   * @param commitments the commitments, in any order
   * @return all of them
   * @throws IllegalArgumentException as {@link #with(Commitment)} does
   */
  public static Commitments of(List<Commitment> commitments) {
    return NONE.and(commitments);
  }

  /**
   * Returns the same commitments, which from now on are only to what can be done and counted.
   *
   * @param definitions the definitions of the metrics
   * @return the commitments
   * @throws IllegalArgumentException if one is to something else, as {@link
   *     Commitment#obstacle(Catalog)} says
   */
  public Commitments with(Catalog definitions) {
    Optional<Catalog> held = Optional.of(definitions);
    weeks.values().forEach(week -> week.forEach(one -> requireCounted(one, held)));
    return new Commitments(weeks, misses, held);
  }

  private static void requireCounted(Commitment commitment, Optional<Catalog> catalog) {
    Optional<String> obstacle = catalog.flatMap(commitment::obstacle);
    if (obstacle.isPresent()) {
      throw new IllegalArgumentException(
          "commitment must be to something that can be done and counted, but \""
              + commitment
              + "\" is not: "
              + obstacle.get());
    }
  }

  /**
   * Returns these commitments and one more.
   *
   * @param commitment the commitment
   * @return all of them
   * @throws IllegalArgumentException if the person committed to that activity in that week already,
   *     to {@value #MOST} others, for another week that shares days with it, or agreed on the week
   *     on another day: it is fixed; or it is nothing to do and count, by {@link #with(Catalog)}
   */
  public Commitments with(Commitment commitment) {
    return and(List.of(commitment));
  }

  private Commitments and(Collection<Commitment> commitments) {
    Map<Week, ImmutableList<Commitment>> more = new LinkedHashMap<>(weeks);
    for (Commitment commitment : commitments) {
      requireCounted(commitment, catalog);
      add(more, commitment);
    }
    return new Commitments(more, misses, catalog);
  }

  private static void add(Map<Week, ImmutableList<Commitment>> weeks, Commitment commitment) {
    for (Period near : Commitment.sharingDays(commitment.week())) {
      if (weeks.containsKey(new Week(commitment.person(), near))) {
        throw new IllegalArgumentException(
            "weeks of "
                + commitment.person()
                + " must not share days, but "
                + commitment.week()
                + " does with that from "
                + near.start()
                + " on");
      }
    }
    Week week = new Week(commitment.person(), commitment.week());
    List<Commitment> before = weeks.getOrDefault(week, ImmutableList.of());
    for (Commitment other : before) {
      if (!other.agreedOn().equals(commitment.agreedOn())
          || !other.agreedWith().equals(commitment.agreedWith())
          || other.metric().equals(commitment.metric())) {
        throw new IllegalArgumentException(
            "week must stay as agreed, but after \"" + other + "\" came \"" + commitment + "\"");
      }
    }
    if (before.size() >= MOST) {
      throw new IllegalArgumentException(
          "person must commit to at most "
              + MOST
              + " activities a week, but to "
              + before
              + " came \""
              + commitment
              + "\"");
    }
    weeks.put(week, ImmutableList.<Commitment>builder().addAll(before).add(commitment).build());
  }

  /**
   * Returns these commitments and those of a week that two people agreed on.
   *
   * @param trail the agreement on a week
   * @return all of them
   * @throws IllegalArgumentException if it is not about a week or not agreed, or as {@link
   *     #with(Commitment)} does
   */
  public Commitments with(Agreement trail) {
    Terms terms = trail.agreed().orElse(trail.terms());
    if (trail.agreed().isEmpty() || !(terms instanceof Terms.Week agreed)) {
      throw new IllegalArgumentException("week must be agreed by both, but was \"" + trail + "\"");
    }
    List<Commitment> week = new ArrayList<>();
    agreed
        .counts()
        .forEach(
            (metric, count) ->
                week.add(
                    new Commitment(
                        agreed.person(),
                        agreed.person().equals(trail.one()) ? trail.other() : trail.one(),
                        metric,
                        agreed.week(),
                        count,
                        trail.steps().get(trail.steps().size() - 1).on())));
    return and(week);
  }

  /**
   * Returns these commitments with the reason why one was missed. What was done is taken from the
   * caller as it is: these commitments have no facts to count. Measure it for person, metric and
   * week in the ledger as known when the reason was given.
   *
   * @param miss the reason, by the person who missed it
   * @param done how many were done in the week, as known when it was said
   * @return the commitments
   * @throws IllegalArgumentException if there was no such commitment, it was kept, or a reason was
   *     given already
   */
  public Commitments explained(Miss miss, long done) {
    Commitment commitment = committed(miss);
    requireDone(commitment, done);
    if (done >= commitment.count()) {
      throw new IllegalArgumentException(
          "commitment must be missed to have a reason, but "
              + done
              + " were done of "
              + commitment);
    }
    Map<Promise, Miss> more = new LinkedHashMap<>(misses);
    add(more, miss);
    return new Commitments(weeks, more, catalog);
  }

  private Commitment committed(Miss miss) {
    return of(miss.person(), miss.week()).stream()
        .filter(commitment -> commitment.metric().equals(miss.metric()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    miss.person()
                        + " must have committed to "
                        + miss.metric()
                        + " in "
                        + miss.week().label()
                        + " to miss it, but did not"));
  }

  private static void add(Map<Promise, Miss> misses, Miss miss) {
    Miss before = misses.putIfAbsent(new Promise(miss), miss);
    if (before != null) {
      throw new IllegalArgumentException(
          "reason must be given once, but after \"" + before + "\" came \"" + miss + "\"");
    }
  }

  /**
   * Returns what had been agreed and said by the end of a day.
   *
   * @param day the day
   * @return the commitments agreed on by then, with the reasons given by then
   */
  public Commitments asOf(LocalDate day) {
    Map<Week, ImmutableList<Commitment>> then = new LinkedHashMap<>(weeks);
    then.values().removeIf(week -> week.get(0).agreedOn().isAfter(day));
    Map<Promise, Miss> said = new LinkedHashMap<>(misses);
    said.values().removeIf(miss -> miss.on().isAfter(day));
    return new Commitments(then, said, catalog);
  }

  /**
   * Returns what a person committed to in a week.
   *
   * @param person the person
   * @param week the week
   * @return the commitments, at most {@value #MOST}, in the order given; unmodifiable
   */
  public List<Commitment> of(PersonId person, Period week) {
    return weeks.getOrDefault(new Week(person, week), ImmutableList.of());
  }

  /**
   * Returns all commitments.
   *
   * @return the commitments, by person and week in the order given; unmodifiable
   */
  public List<Commitment> all() {
    return weeks.values().stream().flatMap(List::stream).collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the commitments of the weeks that hold a day.
   *
   * @param day the day
   * @return the commitments in the order given; unmodifiable
   */
  public List<Commitment> current(LocalDate day) {
    return all().stream()
        .filter(commitment -> commitment.week().contains(day))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns all reasons that were given.
   *
   * @return the reasons in the order given; unmodifiable
   */
  public List<Miss> misses() {
    return ImmutableList.copyOf(misses.values());
  }

  /**
   * Returns what became of a commitment.
   *
   * @param commitment one of these commitments
   * @param done how many were done in its week, 0 or more
   * @return the result, with the reason if one was given
   * @throws IllegalArgumentException if fewer than none were done
   */
  public Result result(Commitment commitment, long done) {
    return new Result(commitment, done, Optional.ofNullable(misses.get(new Promise(commitment))));
  }

  /**
   * Returns what became of a person's week; no other week has a part in it.
   *
   * @param person the person
   * @param week the week
   * @param done how many were done of each
   * @return the results, in the order of the commitments; unmodifiable
   * @throws IllegalArgumentException if fewer than none were done
   */
  public List<Result> results(PersonId person, Period week, ToLongFunction<Commitment> done) {
    return of(person, week).stream()
        .map(commitment -> result(commitment, done.applyAsLong(commitment)))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the commitments that a host kept.
   *
   * @param state as {@link #state()} gives it
   * @return the commitments
   * @throws IllegalArgumentException if a part of it is none, or as {@link #with(Commitment)} does
   */
  public static Commitments of(CommitmentsState state) {
    Words.requireWhole(state);
    Commitments all =
        of(state.commitments().stream().map(CommitmentsState.CommitmentState::read).toList());
    Map<Promise, Miss> misses = new LinkedHashMap<>();
    for (CommitmentsState.MissState kept : state.misses()) {
      Miss miss = kept.read();
      all.committed(miss);
      add(misses, miss);
    }
    return new Commitments(all.weeks, misses, Optional.empty());
  }

  /**
   * Returns what a host keeps.
   *
   * @return the state, which {@link #of(CommitmentsState)} reads back to equal commitments
   */
  public CommitmentsState state() {
    return new CommitmentsState(
        all().stream().map(CommitmentsState.CommitmentState::of).toList(),
        misses().stream().map(CommitmentsState.MissState::of).toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Commitments that
        && all().equals(that.all())
        && misses().equals(that.misses());
  }

  @Override
  public int hashCode() {
    return 31 * all().hashCode() + misses().hashCode();
  }

  /** Returns how many commitments and reasons there are. */
  @Override
  public String toString() {
    return all().size() + " commitments, " + misses.size() + " reasons";
  }
}
