package dev.guidepost.targets.plan;

import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
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
  private final int given;
  private final Evidence evidence;

  private Goals(ImmutableMap<PartyId, Target> set, int given, Evidence evidence) {
    this.set = set;
    this.given = given;
    this.evidence = evidence;
  }

  /**
   * Picks the goals of the period out of all targets.
   *
   * @param evidence what the records say
   * @param targets all targets; those of other metrics and periods are passed over
   * @return the goals
   * @throws IllegalArgumentException if an owner has two targets for the period
   */
  public static Goals of(Evidence evidence, List<Target> targets) {
    Map<PartyId, Target> set = new HashMap<>();
    for (Target target : targets) {
      if (target.metric().equals(StandardMetrics.BOOKINGS)
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
      }
    }
    return new Goals(ImmutableMap.copyOf(set), targets.size(), evidence);
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
    if (!evidence.today().periods().contains(evidence.lastFullPeriod())
        || !evidence.lastFullPeriodObserved()) {
      return Optional.empty();
    }
    Quantity last =
        evidence.today().sum(party, StandardMetrics.BOOKINGS, evidence.lastFullPeriod());
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
