package dev.guidepost.targets.planning;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.targets.evidence.Evidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bookings goals of the period planned for: those that were set, or, where the company has none
 * at all, the assumption that everybody repeats the last full quarter.
 */
public final class Goals {

  /** What is assumed where no targets were set: {@value}. */
  public static final String ASSUMPTION = "repeat the last full quarter";

  private final ImmutableMap<PartyId, Target> set;
  private final ImmutableListMultimap<PartyId, Target> besides;
  private final int given;
  private final Evidence evidence;

  private Goals(
      Map<PartyId, Target> set,
      ImmutableListMultimap<PartyId, Target> besides,
      int given,
      Evidence evidence) {
    this.set = ImmutableMap.copyOf(set);
    this.besides = besides;
    this.given = given;
    this.evidence = evidence;
  }

  /**
   * Picks the goals of the period out of all targets.
   *
   * @param evidence what the records say
   * @param targets all targets; those of other metrics, periods and of a part of the facts are
   *     {@linkplain #besides besides}
   * @return the goals
   * @throws IllegalArgumentException if an owner has two targets for the period
   */
  public static Goals of(Evidence evidence, List<Target> targets) {
    Map<PartyId, Target> set = new HashMap<>();
    ImmutableListMultimap.Builder<PartyId, Target> besides = ImmutableListMultimap.builder();
    for (Target target : targets) {
      if (target.metric().equals(StandardMetrics.BOOKINGS)
          && target.scope().isEmpty()
          && target.period().start().equals(evidence.period().start())
          && target.period().end().equals(evidence.period().end())) {
        Target before = set.put(target.owner(), target);
        if (before != null) {
          throw new IllegalArgumentException(
              "owner must have one target for "
                  + evidence.period().label()
                  + ", but "
                  + target.owner()
                  + " has "
                  + before.amount()
                  + " and "
                  + target.amount());
        }
      } else if (target.period().contains(evidence.review())) {
        besides.put(target.owner(), target);
      }
    }
    return new Goals(set, besides.build(), targets.size(), evidence);
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
      return "No target of this unit for bookings in " + label + ", so no goal";
    }
    String none =
        given == 0
            ? "No targets in this source"
            : given + " targets in this source, none for bookings in " + label;
    return of(party).isPresent()
        ? none + ". Assumed goal: " + ASSUMPTION
        : none + ", and no full quarter was observed that could be repeated: no goal";
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
}
