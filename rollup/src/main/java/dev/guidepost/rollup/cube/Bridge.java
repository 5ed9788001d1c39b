package dev.guidepost.rollup.cube;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.explain.TextTable;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Amount;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The way from a sum in one cube to the same sum in another cube of the same facts: per unit, what
 * moved in, what moved out and what changed.
 *
 * <p>The cubes may differ in whose tree counts (as it was, or organised on a date), in the
 * organisation itself (one that is planned, say), and in what was known of the facts. Immutable.
 * Each line adds up, and all come from one list of moves and one of changes, so that they add up
 * the tree as well.
 *
 * <pre>{@code
 * Bridge restating = Bridge.between(asItWas, restated, BOOKINGS, q3);
 * restating.line(teamB).toString();   // "team-b: 40 + 60 in - 0 out + 0 changed = 100"
 * restating.explain(teamB).print();   // the same, by who moved from where
 * Bridge.between(current, planned, BOOKINGS, q3).named("today", "planned").print();
 * Bridge.between(knownMonday, knownToday, BOOKINGS, q3).changes(); // came, went, corrected
 * }</pre>
 *
 * <p>Why deals changed is told by {@link dev.guidepost.rollup.change.ChangeReport}, for their
 * outlook; of what is won, and has one owner or shares that stay, its figures are those of a bridge
 * between two known days, as it was.
 */
public final class Bridge {

  private final Organisation leftTree;
  private final Organisation rightTree;
  private final Metric metric;
  private final Period period;
  private final String left;
  private final String right;
  private final ImmutableMap<UnitId, Line> lines;
  private final ImmutableList<Move> moves;
  private final ImmutableList<Change> changes;

  /** Why an amount is there on one side only, or another one on the other side. */
  public enum Reason {
    /** The right side has it, the left one does not: it was recorded since. */
    CAME,
    /** The left side has it, the right one does not: it was withdrawn since. */
    WENT,
    /** A row of the source has another amount, or another day, in or out of the period. */
    CORRECTED;

    /** Returns how people call it, such as {@code "came"}. */
    @Override
    public String toString() {
      return switch (this) {
        case CAME -> "came";
        case WENT -> "went";
        case CORRECTED -> "corrected";
      };
    }
  }

  /**
   * One unit in both cubes: {@code left + movedIn - movedOut + changed = right}.
   *
   * @param unit the unit
   * @param left the sum in the left cube, 0 if that does not have the unit
   * @param movedIn what counts here in the right cube and elsewhere in the left one
   * @param movedOut what counts here in the left cube and elsewhere in the right one
   * @param changed what came, less what went, and what amounts were corrected by
   * @param right the sum in the right cube, 0 if that does not have the unit
   */
  public record Line(
      UnitId unit,
      Quantity left,
      Quantity movedIn,
      Quantity movedOut,
      Quantity changed,
      Quantity right) {

    /**
     * Creates a line.
     *
     * @param unit the unit
     * @param left the sum in the left cube
     * @param movedIn what counts here in the right cube and elsewhere in the left one
     * @param movedOut what counts here in the left cube and elsewhere in the right one
     * @param changed what came, less what went, and what amounts were corrected by
     * @param right the sum in the right cube
     * @throws IllegalArgumentException if the line does not add up
     */
    public Line {
      BigDecimal sum = left.toBigDecimal().add(movedIn.toBigDecimal());
      sum = sum.subtract(movedOut.toBigDecimal()).add(changed.toBigDecimal());
      if (sum.compareTo(right.toBigDecimal()) != 0) {
        throw new IllegalArgumentException(
            "line must add up, but was " + text(unit, left, movedIn, movedOut, changed, right));
      }
    }

    /** Returns the line, such as {@code "team-b: 40 + 60 in - 0 out + 0 changed = 100"}. */
    @Override
    public String toString() {
      return text(unit, left, movedIn, movedOut, changed, right);
    }

    private static String text(
        UnitId unit, Quantity left, Quantity in, Quantity out, Quantity changed, Quantity right) {
      return unit
          + ": "
          + left.print()
          + " + "
          + in.print()
          + " in - "
          + out.print()
          + (changed.signum() < 0 ? " out - " : " out + ")
          + (changed.signum() < 0 ? changed.print().substring(1) : changed.print())
          + " changed = "
          + right.print();
    }
  }

  /**
   * An amount that counts at another place in the right cube: because its owner stands elsewhere,
   * because a unit above has another parent, or because it has another owner now.
   *
   * @param participant whose amount it is in the left cube
   * @param newParticipant whose it is in the right cube, nearly always the same
   * @param from the units it counted in, the root first; unmodifiable
   * @param to the units it counts in now, the root first; unmodifiable
   * @param amount how much, as the right cube has it
   */
  public record Move(
      PartyId participant,
      PartyId newParticipant,
      List<UnitId> from,
      List<UnitId> to,
      Quantity amount) {
    /**
     * Creates a move.
     *
     * @param participant whose amount it is in the left cube
     * @param newParticipant whose it is in the right cube
     * @param from the units it counted in
     * @param to the units it counts in now
     * @param amount how much
     */
    public Move {
      Objects.requireNonNull(participant, "participant");
      Objects.requireNonNull(newParticipant, "newParticipant");
      from = ImmutableList.copyOf(from);
      to = ImmutableList.copyOf(to);
    }
  }

  /**
   * What a sum changed by though nobody moved.
   *
   * @param participant whose amount it is
   * @param reason why
   * @param at the units it counts in, the root first: where it counted, of what came where it
   *     counts now; unmodifiable
   * @param amount by how much, negative if it is less
   */
  public record Change(PartyId participant, Reason reason, List<UnitId> at, Quantity amount) {
    /**
     * Creates a change.
     *
     * @param participant whose amount it is
     * @param reason why
     * @param at the units it counts in
     * @param amount by how much
     */
    public Change {
      Objects.requireNonNull(participant, "participant");
      Objects.requireNonNull(reason, "reason");
      at = ImmutableList.copyOf(at);
    }
  }

  /** What stands on unassigned where all is organised on a date, or placed by a dimension. */
  private final Optional<Unassigned> leftRest;

  private final Optional<Unassigned> rightRest;

  /** Whose tree counts and what was known, as far as it is the same on both sides. */
  private final String same;

  /** The same as far as it differs. */
  private final String leftState;

  private final String rightState;

  /** Whether the sides have names that do not tell what differs. */
  private final boolean named;

  private Bridge(Bridge from, String left, String right) {
    leftTree = from.leftTree;
    rightTree = from.rightTree;
    metric = from.metric;
    period = from.period;
    lines = from.lines;
    moves = from.moves;
    changes = from.changes;
    this.left = left;
    this.right = right;
    leftRest = from.leftRest;
    rightRest = from.rightRest;
    same = from.same;
    leftState = from.leftState;
    rightState = from.rightState;
    named = true;
  }

  private Bridge(Cube from, Cube to, Metric metric, Period period) {
    this.leftTree = from.organisation();
    this.rightTree = to.organisation();
    this.metric = metric;
    this.period = period;
    leftRest = Unassigned.rest(from, metric.id(), period);
    rightRest = Unassigned.rest(to, metric.id(), period);
    Set<String> both = new LinkedHashSet<>();
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    for (Function<Cube, String> told : List.<Function<Cube, String>>of(Cube::view, Cube::known)) {
      boolean alike = told.apply(from).equals(told.apply(to));
      (alike ? both : before).add(told.apply(from));
      (alike ? both : after).add(told.apply(to));
    }
    same = String.join(", ", both);
    leftState = String.join(", ", before);
    rightState = String.join(", ", after);
    left = before.isEmpty() ? "before" : leftState;
    right = after.isEmpty() ? "after" : rightState;
    named = false;
    Bridging facts = new Bridging(from, to, metric, period);
    moves = ImmutableList.copyOf(facts.moves());
    changes = ImmutableList.copyOf(facts.changes());
    lines = ImmutableMap.copyOf(facts.lines(moves, changes));
  }

  /**
   * Returns the bridge of a metric from one cube to another.
   *
   * @param left the cube to start from
   * @param right the cube to come to
   * @param metric a metric that is a sum
   * @param period a period that both cubes keep
   * @return the bridge
   * @throws IllegalArgumentException if the cubes do not keep their facts or are not of one ledger
   *     by one view, but for what was known of it; the metric is unknown or no sum; or a cube lacks
   *     the period
   * @throws ArithmeticException if a sum, a move, a change or a part of a line does not fit 64 bits
   */
  public static Bridge between(Cube left, Cube right, MetricId metric, Period period) {
    if (!left.keepsFacts() || !right.keepsFacts() || !left.ledger().sharesHistory(right.ledger())) {
      throw new IllegalArgumentException(
          "cubes must keep their facts and be of one ledger by one view, but were "
              + left
              + " and "
              + right);
    }
    Metric definition = left.ledger().catalog().metric(metric);
    if (!(definition.aggregation() instanceof Aggregation.Sum)) {
      throw new IllegalArgumentException(
          "metric must be a sum to be bridged, but "
              + metric
              + " is \""
              + definition.aggregation()
              + "\"");
    }
    left.kept(period);
    right.kept(period);
    return new Bridge(left, right, definition, period);
  }

  /**
   * Returns this bridge with other names for its sides; unless given, they are called after whose
   * tree counts, such as {@code "as it was"}, and after what was known, such as {@code "known on
   * 2026-09-30"}, as far as these differ, or {@code "before"} and {@code "after"} if nothing does.
   *
   * @param leftName what people call the left cube
   * @param rightName what people call the right cube
   * @return the changed bridge
   * @throws IllegalArgumentException if a name is blank or both are the same
   */
  public Bridge named(String leftName, String rightName) {
    if (leftName.isBlank() || rightName.isBlank() || leftName.equals(rightName)) {
      throw new IllegalArgumentException(
          "names of sides must be two, not blank, but were \""
              + leftName
              + "\" and \""
              + rightName
              + "\"");
    }
    return new Bridge(this, leftName, rightName);
  }

  /**
   * Returns the metric.
   *
   * @return the metric
   */
  public Metric metric() {
    return metric;
  }

  /**
   * Returns the period.
   *
   * @return the period
   */
  public Period period() {
    return period;
  }

  /**
   * Returns the lines of all units.
   *
   * @return the units of the left cube, the root first, then others of the right one, each in the
   *     order of their declaration; last {@link Organisation#UNASSIGNED}; unmodifiable
   */
  public List<Line> lines() {
    return lines.values().asList();
  }

  /**
   * Returns the line of one unit.
   *
   * @param unit a unit of either organisation
   * @return its line
   * @throws IllegalArgumentException if neither organisation has the unit
   */
  public Line line(UnitId unit) {
    Line line = lines.get(unit);
    if (line == null) {
      throw new IllegalArgumentException(
          "unit must be one of " + leftTree + " or " + rightTree + ", but was " + unit);
    }
    return line;
  }

  /**
   * Returns all that counts at another place in the right cube.
   *
   * @return the moves by participant, then by where from and where to; unmodifiable
   */
  public List<Move> moves() {
    return moves;
  }

  /**
   * Returns all that is there on one side only or with another amount.
   *
   * @return the changes by participant, reason and place; unmodifiable
   */
  public List<Change> changes() {
    return changes;
  }

  /**
   * Explains the right sum of a unit: the left one, each move in or out of the unit, and each
   * change in it.
   *
   * @param unit a unit of either organisation
   * @return the explanation; what moved out is negative
   * @throws IllegalArgumentException if neither organisation has the unit
   */
  public Explanation explain(UnitId unit) {
    List<Explanation.Part> parts = new ArrayList<>();
    parts.add(new Explanation.Part(left, line(unit).left(), ""));
    for (Move move : moves) {
      boolean was = move.from().contains(unit);
      boolean is = move.to().contains(unit);
      if (is && !was) {
        String from = "from " + whose(move.participant(), move) + names(move.from());
        parts.add(part(move.newParticipant(), "in", move.amount(), from));
      } else if (was && !is) {
        String to = "to " + whose(move.newParticipant(), move) + names(move.to());
        for (Quantity amount : negated(move.amount())) {
          parts.add(part(move.participant(), "out", amount, to));
        }
      }
    }
    for (Change change : changes) {
      if (change.at().contains(unit)) {
        String at = "in " + names(change.at());
        parts.add(part(change.participant(), change.reason().toString(), change.amount(), at));
      }
    }
    return Explanation.of(
        metric.name() + " of " + name(unit) + ", " + period.label() + ", " + sides(), parts);
  }

  /** Returns the opposite, of the least amount as two halves: that has none in 64 bits. */
  private static List<Quantity> negated(Quantity amount) {
    BigDecimal opposite = amount.toBigDecimal().negate();
    if (opposite.unscaledValue().bitLength() < Long.SIZE) {
      return List.of(Quantity.of(opposite));
    }
    Quantity half = Quantity.of(opposite.divide(BigDecimal.valueOf(2)));
    return List.of(half, half);
  }

  private Explanation.Part part(PartyId who, String what, Quantity amount, String note) {
    return new Explanation.Part(name(who) + " " + what, amount, note);
  }

  /** Returns who has it on the other side, if that is somebody else. */
  private String whose(PartyId party, Move move) {
    return move.participant().equals(move.newParticipant()) ? "" : name(party) + ", ";
  }

  private String name(PartyId party) {
    if (leftTree.contains(party)) {
      return leftTree.name(party);
    }
    return rightTree.contains(party) ? rightTree.name(party) : party.value();
  }

  private String names(List<UnitId> path) {
    return String.join(" > ", path.stream().map(this::name).toList());
  }

  /**
   * Returns the lines as a table; below it stands what is on {@link Organisation#UNASSIGNED}, by
   * whom and why, of a side that is organised on a date or placed by a dimension, then whose tree
   * counts and of which day the cubes are, as far as the names of the sides do not tell.
   *
   * @return the table, plain ASCII but for names, lines ending in {@code \n}
   */
  public String print() {
    TextTable.Builder table =
        TextTable.builder(
            metric.name() + ", " + period.label(),
            ">" + left,
            ">moved in",
            ">moved out",
            ">changed",
            ">" + right);
    for (Line line : lines.values()) {
      table.row(
          name(line.unit()),
          number(line.left()),
          number(line.movedIn()),
          number(line.movedOut()),
          number(line.changed()),
          number(line.right()));
    }
    return table.build()
        + leftRest.map(rest -> left + ", " + rest.line()).orElse("")
        + rightRest.map(rest -> right + ", " + rest.line()).orElse("")
        + states();
  }

  /** Returns a line of what the names of the sides do not tell. */
  private String states() {
    boolean tells = named && !leftState.isEmpty();
    String apart = tells ? left + " " + leftState + ", " + right + " " + rightState : "";
    String all = same + (same.isEmpty() || apart.isEmpty() ? "" : "; ") + apart;
    return all.isEmpty() ? "" : all + "\n";
  }

  private String number(Quantity sum) {
    return new Amount(sum, metric.unit()).printNumber();
  }

  /** Returns the names of the sides, and what they do not tell. */
  private String sides() {
    return side(left, leftState)
        + " to "
        + side(right, rightState)
        + (same.isEmpty() ? "" : ", " + same);
  }

  private String side(String name, String state) {
    return named && !state.isEmpty() ? name + " (" + state + ")" : name;
  }

  /** Returns metric, period, sides and the number of moves and changes on one line. */
  @Override
  public String toString() {
    return metric.name()
        + ", "
        + period.label()
        + ", "
        + sides()
        + ": "
        + moves.size()
        + " moves, "
        + changes.size()
        + " changes, "
        + lines.size()
        + " units";
  }
}
