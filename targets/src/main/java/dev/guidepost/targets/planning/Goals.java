package dev.guidepost.targets.planning;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.evidence.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * The bookings goals of the period planned for: those that were set, or, where the company has none
 * at all, the assumption that everybody repeats the last full quarter.
 *
 * <p>Targets of parts of the period, such as its months, are its goal if together they fill it
 * exactly. What serves nobody is {@link #unused()}, so that a wrong id does not go unseen.
 */
public final class Goals {

  /** What is assumed where no targets were set: {@value}. */
  public static final String ASSUMPTION = "repeat the last full quarter";

  private final ImmutableMap<PartyId, Target> set;
  private final ImmutableMap<PartyId, Target> next;
  private final ImmutableListMultimap<PartyId, Target> besides;
  private final ImmutableList<Target> apart;
  private final ImmutableList<Unused> unused;
  private final int given;
  private final Evidence evidence;

  /**
   * A target that serves nobody.
   *
   * @param target the target
   * @param why why not, such as {@code "nobody has the id bne"}
   */
  public record Unused(Target target, String why) {

    /** Returns target and reason on one line. */
    @Override
    public String toString() {
      return target + ": " + why;
    }
  }

  private Goals(Evidence evidence, List<Target> targets) {
    this.evidence = evidence;
    this.given = targets.size();
    GoalPeriod now = new GoalPeriod(evidence.period(), targets);
    GoalPeriod after =
        new GoalPeriod(evidence.windows().calendar().next(evidence.period()), targets);
    this.set = now.goals();
    this.next = after.goals();
    this.apart = now.apart();
    ImmutableListMultimap.Builder<PartyId, Target> others = ImmutableListMultimap.builder();
    ImmutableList.Builder<Unused> left = ImmutableList.builder();
    for (Target target : targets) {
      boolean besideGoal = !now.isOf(target) && target.period().contains(evidence.review());
      if (besideGoal) {
        others.put(target.owner(), target);
      }
      stranger(target.owner())
          .or(
              () ->
                  besideGoal || now.uses(target) || after.uses(target)
                      ? Optional.empty()
                      : Optional.of(
                          "is of "
                              + target.period().label()
                              + ", plans are for "
                              + evidence.period().label()))
          .ifPresent(why -> left.add(new Unused(target, why)));
    }
    this.besides = others.build();
    this.unused = left.build();
  }

  /**
   * Picks the goals of the period out of all targets.
   *
   * @param evidence what the records say
   * @param targets all targets; those of other metrics, periods and of a part of the facts are
   *     {@linkplain #besides besides}
   * @return the goals
   * @throws IllegalArgumentException if an owner has two targets for the period or the one after
   */
  public static Goals of(Evidence evidence, List<Target> targets) {
    return new Goals(evidence, targets);
  }

  private Optional<String> stranger(PartyId owner) {
    if (!evidence.organisation().contains(owner)) {
      return Optional.of("nobody has the id " + owner);
    }
    return owner instanceof PersonId person && evidence.creation(person).isEmpty()
        ? Optional.of("stands in no unit on " + evidence.review())
        : Optional.empty();
  }

  /**
   * Refuses evidence of another period or day than that by which the goals were picked.
   *
   * @throws IllegalArgumentException if it is
   */
  void requireOf(Evidence other) {
    if (!other.period().equals(evidence.period())) {
      throw new IllegalArgumentException(
          "goals must be of "
              + other.period().label()
              + ", but were of "
              + evidence.period().label());
    }
    if (!other.asOf().equals(evidence.asOf())) {
      throw new IllegalArgumentException(
          "goals must be picked as of " + other.asOf() + ", but were as of " + evidence.asOf());
    }
  }

  /**
   * Returns the other goals that a person or unit has on the day of the review: of other metrics,
   * of part of the facts, or of periods that only overlap the one planned for.
   *
   * @param party the person or unit
   * @return the goals in the order given; unmodifiable
   */
  public List<Target> besides(PartyId party) {
    return besides.get(party);
  }

  /**
   * Returns the targets that serve nobody: of an id that the organisation does not have, of people
   * who stand in no unit on the day of the review, and of other periods.
   *
   * @return the targets in the order given, each with why; unmodifiable
   */
  public List<Unused> unused() {
    return unused;
  }

  /**
   * Tells whether goals are assumed, as none were set.
   *
   * @return true if nobody has a target for the period
   */
  public boolean assumed() {
    return set.isEmpty();
  }

  /**
   * Says where the goal of a person or unit comes from, unless it was set.
   *
   * @param party the person or unit
   * @return one sentence; empty if the party's own target is used
   */
  public String statement(PartyId party) {
    if (set.containsKey(party)) {
      return "";
    }
    String label = evidence.period().label();
    if (!assumed()) {
      List<Target> own = apart.stream().filter(target -> target.owner().equals(party)).toList();
      return "No target of this "
          + (party instanceof PersonId ? "person" : "unit")
          + " for bookings in "
          + label
          + ", so no goal"
          + overlapping(own);
    }
    String none =
        given == 0
            ? "No targets in this source"
            : given
                + (given == 1 ? " target" : " targets")
                + " in this source, none for bookings in "
                + label;
    return of(party).isPresent()
        ? none + ". Assumed goal: " + ASSUMPTION + overlapping(apart)
        : none
            + ", and no full quarter was observed that could be repeated: no goal"
            + overlapping(apart);
  }

  /** Names targets that overlap the period and yet are not its goal; nothing if there are none. */
  private String overlapping(List<Target> targets) {
    Period period = evidence.period();
    long parts = targets.stream().filter(target -> within(target.period(), period)).count();
    return overlapping(parts, "parts of ") + overlapping(targets.size() - parts, "more than ");
  }

  private String overlapping(long count, String where) {
    return count == 0
        ? ""
        : ". "
            + count
            + (count == 1 ? " target" : " targets")
            + " for bookings in "
            + where
            + evidence.period().label()
            + (count == 1 ? " is" : " are")
            + " not used: give one for the quarter";
  }

  /** Whether a period lies in another. */
  static boolean within(Period part, Period whole) {
    return !part.start().isBefore(whole.start()) && !part.end().isAfter(whole.end());
  }

  /**
   * Returns the goal of a person or unit.
   *
   * @param party the person or unit
   * @return the goal; empty if others have one and this party has none, or if what would be
   *     repeated is nothing
   */
  public Optional<Target> of(PartyId party) {
    if (!assumed()) {
      return Optional.ofNullable(set.get(party));
    }
    if (!evidence.today().periods().contains(evidence.windows().lastFullPeriod())
        || !evidence.windows().lastFullPeriodObserved()) {
      return Optional.empty();
    }
    Quantity last =
        evidence.today().sum(party, StandardMetrics.BOOKINGS, evidence.windows().lastFullPeriod());
    return last.signum() <= 0
        ? Optional.empty()
        : Optional.of(
            Target.builder()
                .owner(party)
                .metric(StandardMetrics.BOOKINGS)
                .period(evidence.period())
                .amount(last)
                .basis(new Target.Assumed(ASSUMPTION))
                .build());
  }

  /**
   * Returns the goal that was set for the period after the one planned for.
   *
   * @param party the person or unit
   * @return the goal; empty if none was set
   */
  public Optional<Target> next(PartyId party) {
    return Optional.ofNullable(next.get(party));
  }

  /** Returns period, number of goals and what is unused on one line. */
  @Override
  public String toString() {
    return "goals for "
        + evidence.period().label()
        + ": "
        + (assumed() ? "assumed, " + ASSUMPTION : set.size() + " set")
        + (unused.isEmpty() ? "" : "; unused: " + unused.size() + " of " + given + " targets");
  }
}
