package dev.guidepost.rollup.variance;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Amount;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.org.Organisation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Why the result of one person or unit moved: lines that add up to the change.
 *
 * <p>Immutable. {@link #explain()} goes by reasons, {@link #explainByPart()} and {@link
 * #explain(MetricId)} by those who stand right below; {@link #print()} shows both.
 */
public final class Variance {

  /** What all nodes have in common. */
  record Frame(
      Metric result,
      VarianceTree.Side before,
      VarianceTree.Side after,
      ImmutableList<VarianceTree.Heading> headings,
      int decimals) {}

  private final Frame frame;
  private final PartyId party;
  private final Quantity before;
  private final Quantity after;
  private final ImmutableList<VarianceLine> lines;
  private final ImmutableList<Variance> parts;

  Variance(Frame frame, PartyId party, Tallies tallies) {
    this(frame, party, tallies.of(party), parts(frame, tallies.parts(party)));
  }

  private Variance(
      Frame frame, PartyId party, List<BigInteger> columns, ImmutableList<Variance> parts) {
    this.frame = frame;
    this.party = party;
    this.parts = parts;
    this.before = amount(columns.get(Tallies.BEFORE));
    this.after = amount(columns.get(Tallies.AFTER));
    ImmutableList.Builder<VarianceLine> all = ImmutableList.builder();
    Quantity sum = Quantity.ZERO;
    for (int i = 0; i < frame.headings().size(); i++) {
      VarianceTree.Heading heading = frame.headings().get(i);
      Quantity amount = amount(columns.get(Tallies.LINES + i));
      all.add(new VarianceLine(heading.cause(), heading.factor(), heading.label(), amount));
      sum = sum.plus(amount);
    }
    this.lines = all.build();
    if (!sum.equals(change())) {
      throw new IllegalStateException(
          "lines of " + party + " must add up to " + change() + ", but gave " + sum);
    }
  }

  /** Returns the parts right below a node, in the order of nodes, then those that are none. */
  private static ImmutableList<Variance> parts(
      Frame frame, Map<PartyId, List<BigInteger>> columns) {
    Map<PartyId, List<BigInteger>> rest = new TreeMap<>(columns);
    ImmutableList.Builder<Variance> parts = ImmutableList.builder();
    List<PartyId> order = new ArrayList<>();
    for (Cube cube : List.of(frame.after().cube(), frame.before().cube())) {
      order.addAll(columns.isEmpty() ? List.of() : cube.nodes());
    }
    order.addAll(rest.keySet());
    for (PartyId part : order) {
      List<BigInteger> found = rest.remove(part);
      if (found != null) {
        parts.add(new Variance(frame, part, found, ImmutableList.of()));
      }
    }
    return parts.build();
  }

  private Quantity amount(BigInteger units) {
    return Quantity.ofUnscaled(units.longValueExact(), frame.decimals());
  }

  /**
   * Returns whose result it is.
   *
   * @return the person or unit
   */
  public PartyId party() {
    return party;
  }

  /**
   * Returns the metric whose change is explained.
   *
   * @return the result
   */
  public Metric result() {
    return frame.result();
  }

  /**
   * Returns the earlier period.
   *
   * @return the period
   */
  public Period from() {
    return frame.before().period();
  }

  /**
   * Returns the later period, or that of the actual against a plan.
   *
   * @return the period
   */
  public Period to() {
    return frame.after().period();
  }

  /**
   * Returns what the result came to before.
   *
   * @return the sum, as its cube has it; at the rates of each day if exchange rates are a line
   */
  public Quantity before() {
    return before;
  }

  /**
   * Returns what the result came to after.
   *
   * @return the sum, as its cube has it; at the rates of each day if exchange rates are a line
   */
  public Quantity after() {
    return after;
  }

  /**
   * Returns by how much the result moved.
   *
   * @return after less before
   */
  public Quantity change() {
    return after.minus(before);
  }

  /**
   * Returns all reasons, also those that moved nothing.
   *
   * @return the factors in the order of the drivers, the mix behind the first of them, then the
   *     other causes in the order of {@link Cause}; they add up to the change; unmodifiable
   */
  public List<VarianceLine> lines() {
    return lines;
  }

  /**
   * Returns what a factor did.
   *
   * @param factor one of the drivers
   * @return its line
   * @throws IllegalArgumentException if it is none of them
   */
  public VarianceLine line(MetricId factor) {
    return lines.get(index(line -> line.factor().filter(factor::equals).isPresent(), factor));
  }

  /**
   * Returns what a cause other than a factor did.
   *
   * @param cause the cause
   * @return its line
   * @throws IllegalArgumentException if there is no line of the cause alone: for a factor, a mix
   *     that was not asked for, or exchange rates that were not given
   */
  public VarianceLine line(Cause cause) {
    return lines.get(index(cause));
  }

  private int index(Cause cause) {
    return index(line -> line.cause() == cause && cause != Cause.FACTOR, cause);
  }

  private int index(Predicate<VarianceLine> wanted, Object what) {
    for (int i = 0; i < lines.size(); i++) {
      if (wanted.test(lines.get(i))) {
        return i;
      }
    }
    throw new IllegalArgumentException("line must be one of " + lines + ", but was " + what);
  }

  /**
   * Explains the change by its reasons, with what the factors came to here before and after. Causes
   * that moved nothing are left out.
   *
   * @return an explanation whose parts add up to the change
   */
  public Explanation explain() {
    List<Explanation.Part> shown = new ArrayList<>();
    for (VarianceLine line : lines) {
      boolean always = line.cause() == Cause.FACTOR || line.cause() == Cause.MIX;
      if (always || line.amount().signum() != 0) {
        shown.add(
            new Explanation.Part(
                line.label(), line.amount(), line.factor().map(this::course).orElse("")));
      }
    }
    return new Explanation(subject(), change(), shown, course());
  }

  /**
   * Explains the change by whose it is: of a unit, the units right below it and those who stand in
   * it itself.
   *
   * @return an explanation whose parts add up to the change, in the order of nodes
   */
  public Explanation explainByPart() {
    List<Explanation.Part> shown = new ArrayList<>();
    for (Variance part : ownParts()) {
      shown.add(new Explanation.Part(part.label(), part.change(), part.course()));
    }
    return new Explanation(subject(), change(), shown, course());
  }

  /**
   * Explains what a factor did by whose it is.
   *
   * @param factor one of the drivers
   * @return an explanation whose parts add up to the line, in the order of nodes
   * @throws IllegalArgumentException if it is none of them
   */
  public Explanation explain(MetricId factor) {
    return explain(lines.indexOf(line(factor)));
  }

  /**
   * Explains what a cause other than a factor did by whose it is.
   *
   * @param cause the cause
   * @return an explanation whose parts add up to the line, in the order of nodes
   * @throws IllegalArgumentException as {@link #line(Cause)} does
   */
  public Explanation explain(Cause cause) {
    return explain(index(cause));
  }

  private Explanation explain(int line) {
    List<Explanation.Part> shown = new ArrayList<>();
    for (Variance part : ownParts()) {
      Quantity amount = part.lines.get(line).amount();
      if (amount.signum() != 0) {
        shown.add(new Explanation.Part(part.label(), amount, part.course()));
      }
    }
    VarianceLine whole = lines.get(line);
    return new Explanation(whole.label() + " in " + subject(), whole.amount(), shown, "");
  }

  /** Returns the parts; of who has none, itself. */
  private List<Variance> ownParts() {
    return parts.isEmpty() ? List.of(this) : parts;
  }

  /** Returns what a factor came to here, such as {@code "42.0 % (42 of 100) to 27.0 % (...)"}. */
  private String course(MetricId factor) {
    List<String> values = new ArrayList<>();
    for (VarianceTree.Side side : List.of(frame.before(), frame.after())) {
      values.add(
          side.cube().organisation().contains(party)
              ? side.cube().measurement(party, factor, side.period()).toString()
              : "-");
    }
    return String.join(" to ", values);
  }

  private String course() {
    return print(before) + " to " + new Amount(after, result().unit()).print();
  }

  private String print(Quantity amount) {
    return new Amount(amount, result().unit()).printNumber();
  }

  private String subject() {
    return result().name() + " of " + label() + ", " + from().label() + " to " + to().label();
  }

  /** Returns name and id, such as {@code "East (east)"}; the id alone of a stranger. */
  String label() {
    if (party.equals(Organisation.UNASSIGNED)) {
      return party.value();
    }
    for (VarianceTree.Side side : List.of(frame.after(), frame.before())) {
      if (side.cube().organisation().contains(party)) {
        return side.cube().at(party).toString();
      }
    }
    return party.value();
  }

  /** Returns the node as a row of a table. */
  String[] cells(String label, List<Integer> shown) {
    List<String> cells = new ArrayList<>(List.of(label, print(before)));
    shown.forEach(line -> cells.add(print(lines.get(line).amount())));
    cells.add(print(after));
    return cells.toArray(String[]::new);
  }

  /**
   * Returns those who stand right below as a table, line by line, with the total; without what is 0
   * for all of them, unless it is a factor or the mix.
   *
   * @return the table, plain ASCII but for names, lines ending in {@code \n}
   */
  public String print() {
    String heading = result().name() + " of " + label();
    return VarianceTree.table(heading, this, ownParts(), this).toString();
  }

  /**
   * Returns the change and what moved it, such as {@code "-20,100 = Closed deals 66,925 + Win rate
   * -65,450 + Deal size -21,575"}.
   */
  @Override
  public String toString() {
    return change().print()
        + lines.stream()
            .filter(line -> line.cause() == Cause.FACTOR || line.amount().signum() != 0)
            .map(VarianceLine::toString)
            .collect(Collectors.joining(" + ", " = ", ""));
  }
}
