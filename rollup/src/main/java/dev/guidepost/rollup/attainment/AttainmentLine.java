package dev.guidepost.rollup.attainment;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.goal.Assignment;
import dev.guidepost.core.goal.Attainment;
import dev.guidepost.core.goal.Score;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one person or unit was to reach, and what became of it.
 *
 * <pre>{@code
 * AttainmentLine east = attained.at("East");
 * east.own();      // 83.3 % (200,000 of 240,000), short
 * east.assigned(); // 48.8 % (200,000 of 410,000), short
 * east.over();     // 170,000: what those below are to reach beyond it
 * }</pre>
 *
 * @param party the person or unit
 * @param name what people call it
 * @param own its own target against what it did in the days of that target; empty without one
 * @param assignment the targets below a unit, added up, against its own target; against their own
 *     sum where the unit has none for their days; empty where there are none, and for a person
 * @param assigned what the unit did against that sum, in the days of those targets; empty where
 *     nothing adds up
 * @param actual what it did in the whole period: of a person all that is theirs, of a unit what
 *     counted there
 * @param withoutTarget how much of that nobody had a target for: for a unit nobody below it, where
 *     facts are placed by a dimension nor it itself for what is placed there, for a person neither;
 *     empty unless the metric is a sum
 * @param vacant whether it is a unit in which and below which nobody stands
 * @param notes what must be said of it, such as which days no target is for; unmodifiable
 * @param leftOut its own targets and those below it that do not count, each with the reason;
 *     unmodifiable
 */
public record AttainmentLine(
    PartyId party,
    String name,
    Optional<Attainment> own,
    Optional<Assignment> assignment,
    Optional<Attainment> assigned,
    Measurement actual,
    Optional<Quantity> withoutTarget,
    boolean vacant,
    List<String> notes,
    List<Assignment.LeftOut> leftOut) {

  /** The smallest share of the target first; where there is none, last. */
  public static final Comparator<AttainmentLine> LOWEST_FIRST =
      (one, other) -> Shares.lowestFirst(one.attainment(), other.attainment());

  /**
   * Creates a line.
   *
   * @param party the person or unit
   * @param name what people call it
   * @param own its own target against what it did
   * @param assignment the targets below a unit, added up
   * @param assigned what the unit did against their sum
   * @param actual what it did in the whole period
   * @param withoutTarget how much of that nobody had a target for
   * @param vacant whether nobody stands there
   * @param notes what must be said of it
   * @param leftOut its own targets and those below it that do not count
   */
  public AttainmentLine {
    Objects.requireNonNull(party, "party");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(own, "own");
    Objects.requireNonNull(assignment, "assignment");
    Objects.requireNonNull(assigned, "assigned");
    Objects.requireNonNull(actual, "actual");
    Objects.requireNonNull(withoutTarget, "withoutTarget");
    notes = ImmutableList.copyOf(notes);
    leftOut = ImmutableList.copyOf(leftOut);
  }

  /**
   * Returns what was reached of its own target, or else of the sum of those below.
   *
   * @return the attainment; empty if there is neither
   */
  public Optional<Attainment> attainment() {
    return own.or(() -> assigned);
  }

  /**
   * Returns what is assigned over or under its own target.
   *
   * @return the targets below less its own: above 0 if more is assigned than asked for; empty
   *     without either, and where its own is not for the days of those below
   * @throws ArithmeticException if it does not fit 64 bits
   */
  public Optional<Quantity> over() {
    return both().map(Assignment::gap);
  }

  /**
   * Returns how much of its own target is assigned.
   *
   * @return the targets below over its own; empty as {@link #over()} is
   * @throws ArithmeticException if a part does not fit 64 bits
   */
  public Optional<Ratio> share() {
    return both().map(Assignment::share);
  }

  /** The assignment to the own target, which it is not where that is for other days. */
  private Optional<Assignment> both() {
    return assignment.filter(
        below ->
            !below.parts().isEmpty()
                && own.flatMap(Attainment::target).filter(below.parent()::equals).isPresent());
  }

  /**
   * Tells which of target and actual amount there is. An amount of 0 is none.
   *
   * @return which
   */
  public Sides sides() {
    boolean target = attainment().isPresent();
    boolean some = actual.exact().filter(value -> value.signum() != 0).isPresent();
    return some
        ? (target ? Sides.BOTH : Sides.ACTUAL_ONLY)
        : (target ? Sides.TARGET_ONLY : Sides.NEITHER);
  }

  /** Returns name and id, such as {@code "East (east)"}; one of them if they are the same. */
  String label() {
    return label(name, party);
  }

  static String label(String name, PartyId party) {
    return name.equals(party.value()) ? name : name + " (" + party + ")";
  }

  /**
   * Returns such as {@code "East (east): 83.3 % (200,000 of 240,000), short; 410,000 of 240,000
   * assigned: 170,000 over"}.
   */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(label()).append(": ");
    line.append(
        attainment()
            .map(Attainment::toString)
            .orElseGet(() -> new Score.NotApplicable("no target") + " (" + actual + ")"));
    if (both().isPresent()) {
      Assignment below = both().get();
      line.append("; ").append(new Assignment(below.parent(), below.parts(), leftOut));
    } else if (!leftOut.isEmpty()) {
      line.append("; ").append(leftOut.size()).append(" left out");
    }
    notes.forEach(note -> line.append("; ").append(note));
    return line.toString();
  }
}
