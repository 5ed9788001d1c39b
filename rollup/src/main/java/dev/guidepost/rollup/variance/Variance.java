package dev.guidepost.rollup.variance;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Amount;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Why the result of one person or unit moved: lines that add up to the change.
 *
 * <p>Immutable. {@link #explain()} goes by reasons, {@link #explainByPart()} and {@link
 * #explain(MetricId)} by those who stand right below; {@link #print()} shows both. Amounts are
 * added up whatever their size; reading one that does not fit 64 bits says whose it is, and whether
 * fewer decimals would do.
 */
public final class Variance {

  /** What all nodes have in common. */
  record Frame(
      Metric result,
      VarianceTree.Side before,
      VarianceTree.Side after,
      ImmutableList<VarianceTree.Heading> headings,
      ImmutableMap<PartyId, Integer> order,
      Fitting fitting) {}

  private final Frame frame;
  private final PartyId party;
  private final ImmutableList<BigInteger> columns;
  private final ImmutableList<Variance> parts;

  Variance(Frame frame, PartyId party, Tallies tallies) {
    this(frame, party, tallies.of(party), parts(frame, tallies.parts(party)));
  }

  private Variance(
      Frame frame, PartyId party, List<BigInteger> columns, ImmutableList<Variance> parts) {
    this.frame = frame;
    this.party = party;
    this.columns = ImmutableList.copyOf(columns);
    this.parts = parts;
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < frame.headings().size(); i++) {
      sum = sum.add(units(i));
    }
    if (!sum.equals(moved())) {
      throw new IllegalStateException(
          "lines of " + party + " must add up to " + moved() + ", but gave " + sum);
    }
  }

  /** Returns the parts right below a node, in the order of nodes, then those that are none. */
  private static ImmutableList<Variance> parts(
      Frame frame, Map<PartyId, List<BigInteger>> columns) {
    List<PartyId> order = new ArrayList<>(columns.keySet());
    order.sort(
        Comparator.comparing((PartyId part) -> frame.order().getOrDefault(part, Integer.MAX_VALUE))
            .thenComparing(Comparator.naturalOrder()));
    return order.stream()
        .map(
            part ->
                new Variance(
                    frame, part, Objects.requireNonNull(columns.get(part)), ImmutableList.of()))
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns what a line comes to, in units of the last decimal. */
  BigInteger units(int line) {
    return columns.get(Tallies.LINES + line);
  }

  private BigInteger moved() {
    return columns.get(Tallies.AFTER).subtract(columns.get(Tallies.BEFORE));
  }

  /** Returns the headings of the lines. */
  List<VarianceTree.Heading> headings() {
    return frame.headings();
  }

  private Quantity amount(BigInteger units, String what) {
    return frame.fitting().quantity(units, () -> what + " " + subject());
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
   * @throws ArithmeticException if it does not fit 64 bits
   */
  public Quantity before() {
    return amount(columns.get(Tallies.BEFORE), "earlier");
  }

  /**
   * Returns what the result came to after.
   *
   * @return the sum, as its cube has it; at the rates of each day if exchange rates are a line
   * @throws ArithmeticException if it does not fit 64 bits
   */
  public Quantity after() {
    return amount(columns.get(Tallies.AFTER), "later");
  }

  /**
   * Returns by how much the result moved.
   *
   * @return after less before
   * @throws ArithmeticException if it does not fit 64 bits
   */
  public Quantity change() {
    return amount(moved(), "change in");
  }

  /**
   * Returns all reasons, also those that moved nothing.
   *
   * @return the factors in the order of the drivers, the mix behind the first of them, then the
   *     other causes in the order of {@link Cause}; they add up to the change; unmodifiable
   * @throws ArithmeticException if one does not fit 64 bits; says which
   */
  public List<VarianceLine> lines() {
    return IntStream.range(0, frame.headings().size())
        .mapToObj(this::line)
        .collect(ImmutableList.toImmutableList());
  }

  private VarianceLine line(int index) {
    VarianceTree.Heading heading = frame.headings().get(index);
    Quantity amount = amount(units(index), heading.label() + " in");
    return new VarianceLine(heading.cause(), heading.factor(), heading.label(), amount);
  }

  /**
   * Returns what a factor did.
   *
   * @param factor one of the drivers
   * @return its line
   * @throws IllegalArgumentException if it is none of them
   * @throws ArithmeticException if it does not fit 64 bits
   */
  public VarianceLine line(MetricId factor) {
    return line(index(factor));
  }

  /**
   * Returns what a cause other than a factor did.
   *
   * @param cause the cause
   * @return its line
   * @throws IllegalArgumentException if there is no line of the cause alone: for a factor, a mix
   *     that was not asked for, or exchange rates that were not given
   * @throws ArithmeticException if it does not fit 64 bits
   */
  public VarianceLine line(Cause cause) {
    return line(index(cause));
  }

  private int index(MetricId factor) {
    return index(line -> line.factor().filter(factor::equals).isPresent(), factor);
  }

  private int index(Cause cause) {
    return index(line -> line.cause() == cause && cause != Cause.FACTOR, cause);
  }

  private int index(Predicate<VarianceTree.Heading> wanted, Object what) {
    for (int i = 0; i < frame.headings().size(); i++) {
      if (wanted.test(frame.headings().get(i))) {
        return i;
      }
    }
    List<String> labels = frame.headings().stream().map(VarianceTree.Heading::label).toList();
    throw new IllegalArgumentException("line must be one of " + labels + ", but was " + what);
  }

  /**
   * Explains the change by its reasons, with what the factors came to here before and after. Causes
   * that moved nothing are left out.
   *
   * @return an explanation whose parts add up to the change
   * @throws ArithmeticException if an amount does not fit 64 bits; says which
   */
  public Explanation explain() {
    List<Explanation.Part> shown = new ArrayList<>();
    for (VarianceLine line : lines()) {
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
   * @throws ArithmeticException if an amount does not fit 64 bits; says which
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
   * @throws ArithmeticException if an amount does not fit 64 bits; says which
   */
  public Explanation explain(MetricId factor) {
    return explain(index(factor));
  }

  /**
   * Explains what a cause other than a factor did by whose it is.
   *
   * @param cause the cause
   * @return an explanation whose parts add up to the line, in the order of nodes
   * @throws IllegalArgumentException as {@link #line(Cause)} does
   * @throws ArithmeticException if an amount does not fit 64 bits; says which
   */
  public Explanation explain(Cause cause) {
    return explain(index(cause));
  }

  private Explanation explain(int line) {
    List<Explanation.Part> shown = new ArrayList<>();
    for (Variance part : ownParts()) {
      if (part.units(line).signum() != 0) {
        shown.add(new Explanation.Part(part.label(), part.line(line).amount(), part.course()));
      }
    }
    VarianceLine whole = line(line);
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
    return print(columns.get(Tallies.BEFORE))
        + " to "
        + frame
            .fitting()
            .find(columns.get(Tallies.AFTER))
            .map(amount -> new Amount(amount, result().unit()).print())
            .orElse(VarianceTree.TOO_LARGE);
  }

  private String print(BigInteger units) {
    return frame
        .fitting()
        .find(units)
        .map(amount -> new Amount(amount, result().unit()).printNumber())
        .orElse(VarianceTree.TOO_LARGE);
  }

  private String text(BigInteger units) {
    return frame.fitting().find(units).map(Quantity::print).orElse(VarianceTree.TOO_LARGE);
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
    List<String> cells = new ArrayList<>(List.of(label, print(columns.get(Tallies.BEFORE))));
    shown.forEach(line -> cells.add(print(units(line))));
    cells.add(print(columns.get(Tallies.AFTER)));
    return cells.toArray(String[]::new);
  }

  /**
   * Returns those who stand right below as a table, line by line, with the total; without what is 0
   * for all of them, unless it is a factor or the mix. What does not fit 64 bits is shown as
   * {@value VarianceTree#TOO_LARGE}.
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
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < frame.headings().size(); i++) {
      VarianceTree.Heading heading = frame.headings().get(i);
      if (heading.cause() == Cause.FACTOR || units(i).signum() != 0) {
        shown.add(heading.label() + " " + text(units(i)));
      }
    }
    return text(moved()) + " = " + String.join(" + ", shown);
  }
}
