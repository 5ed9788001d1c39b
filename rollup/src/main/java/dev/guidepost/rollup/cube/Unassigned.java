package dev.guidepost.rollup.cube;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Membership;
import dev.guidepost.rollup.org.Organisation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What of a sum stands on {@link Organisation#UNASSIGNED}: whose it is, and why it stands nowhere
 * else.
 *
 * <pre>{@code
 * Unassigned rest = restated.unassigned(BOOKINGS, q3);
 * rest.toString();          // "300 = Cem Kaya (cem) 300 (left on 2026-07-01, 3 facts)"
 * rest.facts(Reason.LEFT);  // 3
 * byProduct.unassigned(BOOKINGS, q3); // "55 = without product 35 (2 facts) + lamp 20 (not in the
 *                                     //  tree, 1 fact)"
 * }</pre>
 *
 * @param metric the metric
 * @param period the days
 * @param parts by whom or what, by reason, those with most facts first; unmodifiable
 */
public record Unassigned(Metric metric, Period period, List<Part> parts) {

  private static final int SHOWN = 5;

  /** Why something stands in no unit. */
  public enum Reason {
    /** The person had left by the day of the fact, or by that on which all is organised. */
    LEFT,
    /** The person was still to come. */
    TO_COME,
    /** The person was never placed in a unit, or was in none between two stays. */
    WITHOUT_UNIT,
    /** The organisation does not have the participant. */
    UNKNOWN_PARTY,
    /** The fact has no value in the dimension by which facts are placed. */
    WITHOUT_VALUE,
    /** The tree does not have the value by which the fact is placed. */
    UNKNOWN_VALUE
  }

  /**
   * What is of one participant or value, for one reason.
   *
   * @param reason why
   * @param label whose, such as {@code "Cem Kaya (cem)"}, or the value
   * @param note the reason in words, such as {@code "left on 2026-07-01"}
   * @param amount how much
   * @param facts how many facts
   */
  public record Part(Reason reason, String label, String note, Quantity amount, int facts) {

    /**
     * Creates a part.
     *
     * @param reason why
     * @param label whose
     * @param note the reason in words, may be empty
     * @param amount how much
     * @param facts how many facts
     */
    public Part {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(note, "note");
      Objects.requireNonNull(amount, "amount");
    }

    private String notes() {
      return (note.isEmpty() ? "" : note + ", ") + facts + (facts == 1 ? " fact" : " facts");
    }

    /** Returns it on one line, such as {@code "lamp 20 (not in the tree, 1 fact)"}. */
    @Override
    public String toString() {
      return label + " " + amount.print() + " (" + notes() + ")";
    }
  }

  /**
   * Creates what stands on no unit.
   *
   * @param metric the metric
   * @param period the days
   * @param parts by whom or what
   */
  public Unassigned {
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(period, "period");
    parts = ImmutableList.copyOf(parts);
  }

  /** Whose, why and since when, of one or more facts. */
  private record Whose(Reason reason, String label, String note) {}

  /** Returns what stands there in a view that tells, empty if that is 0, or as it was. */
  static Optional<Unassigned> rest(Cube cube, MetricId metric, Period period) {
    boolean tells =
        cube.keepsFacts() && (cube.organisedOn().isPresent() || cube.placedBy().isPresent());
    if (!tells || cube.sum(Organisation.UNASSIGNED, metric, period).signum() == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(cube.unassigned(metric, period));
    } catch (ArithmeticException e) {
      return Optional.empty(); // a part that does not fit is refused when it is asked for
    }
  }

  /** Goes through the facts of a cube that keeps them. */
  static Unassigned of(Cube cube, Metric metric, Period period) {
    Ledger ledger = cube.ledger();
    int code = ledger.catalog().code(metric.id());
    int nowhere = cube.placement().code(Organisation.UNASSIGNED);
    Map<Whose, BigInteger> sums = new HashMap<>();
    Map<Whose, Integer> facts = new HashMap<>();
    for (int i = 0; i < ledger.size(); i++) {
      if (ledger.metricCode(i) == code
          && ledger.includes(i)
          && period.contains(LocalDate.ofEpochDay(ledger.epochDay(i)))
          && cube.standing().unit(i) == nowhere) {
        Whose whose = whose(cube, i);
        sums.merge(whose, BigInteger.valueOf(ledger.unscaledAmount(i)), BigInteger::add);
        facts.merge(whose, 1, Integer::sum);
      }
    }
    List<Part> parts = new ArrayList<>();
    sums.forEach(
        (whose, sum) ->
            parts.add(
                new Part(
                    whose.reason(),
                    whose.label(),
                    whose.note(),
                    Quantity.of(new BigDecimal(sum, metric.scale())),
                    facts.getOrDefault(whose, 0))));
    parts.sort(
        Comparator.comparing(Part::reason)
            .thenComparing(Part::facts, Comparator.reverseOrder())
            .thenComparing(Part::label));
    return new Unassigned(metric, period, parts);
  }

  private static Whose whose(Cube cube, int position) {
    Ledger ledger = cube.ledger();
    if (cube.placedBy().isPresent()) {
      Dimension dimension = cube.placedBy().get();
      String value = ledger.values(dimension).get(ledger.codes(dimension).applyAsInt(position));
      return value.equals(Dimension.NONE)
          ? new Whose(Reason.WITHOUT_VALUE, "without " + dimension, "")
          : new Whose(Reason.UNKNOWN_VALUE, value, "not in the tree");
    }
    PartyId party = ledger.parties().get(ledger.partyCode(position));
    Organisation organisation = cube.organisation();
    if (!organisation.contains(party)) {
      return new Whose(Reason.UNKNOWN_PARTY, party.value(), "not in the organisation");
    }
    String label = organisation.name(party) + " (" + party + ")";
    LocalDate day =
        cube.organisedOn().orElseGet(() -> LocalDate.ofEpochDay(ledger.epochDay(position)));
    List<Membership> stays =
        party instanceof PersonId person ? organisation.memberships(person) : List.of();
    if (stays.isEmpty()) {
      return new Whose(Reason.WITHOUT_UNIT, label, "in no unit");
    }
    LocalDate first = stays.get(0).from().orElse(LocalDate.MIN);
    LocalDate last = stays.get(stays.size() - 1).until().orElse(LocalDate.MAX);
    if (!day.isBefore(last)) {
      return new Whose(Reason.LEFT, label, "left on " + last);
    }
    return day.isBefore(first)
        ? new Whose(Reason.TO_COME, label, "comes on " + first)
        : new Whose(Reason.WITHOUT_UNIT, label, "in no unit for a time");
  }

  /**
   * Returns all of it.
   *
   * @return the sum of the parts
   * @throws ArithmeticException if it does not fit 64 bits
   */
  public Quantity amount() {
    return sum(parts);
  }

  /**
   * Returns what is there for a reason.
   *
   * @param reason the reason
   * @return the sum of its parts, 0 without any
   * @throws ArithmeticException if it does not fit 64 bits
   */
  public Quantity amount(Reason reason) {
    return sum(parts.stream().filter(part -> part.reason() == reason).toList());
  }

  private static Quantity sum(List<Part> some) {
    return Quantity.of(exact(some));
  }

  private static BigDecimal exact(List<Part> some) {
    return some.stream()
        .map(part -> part.amount().toBigDecimal())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Returns a sum as {@link Quantity#print()} does, also one that only with others fits. */
  private static String print(List<Part> some) {
    BigDecimal sum = exact(some).stripTrailingZeros();
    return String.format(Locale.ROOT, "%,." + Math.max(0, sum.scale()) + "f", sum);
  }

  /**
   * Returns how many facts are there for a reason.
   *
   * @param reason the reason
   * @return the number of facts
   */
  public int facts(Reason reason) {
    return parts.stream().filter(part -> part.reason() == reason).mapToInt(Part::facts).sum();
  }

  /**
   * Explains the sum by whose it is and why it stands there.
   *
   * @return the explanation, whose parts add up
   * @throws ArithmeticException if the sum does not fit 64 bits
   */
  public Explanation explain() {
    return Explanation.of(
        metric.name() + " on " + Organisation.UNASSIGNED + ", " + period.label(),
        parts.stream()
            .map(part -> new Explanation.Part(part.label(), part.amount(), part.notes()))
            .toList());
  }

  /** Returns the line that a table has below it. */
  String line() {
    return metric.name() + " on " + Organisation.UNASSIGNED + ": " + this + "\n";
  }

  /** Returns the sum and its first parts on one line. */
  @Override
  public String toString() {
    String shown =
        parts.stream().limit(SHOWN).map(Part::toString).collect(Collectors.joining(" + "));
    if (parts.size() <= SHOWN) {
      return print(parts) + (parts.isEmpty() ? "" : " = " + shown);
    }
    List<Part> more = parts.subList(SHOWN, parts.size());
    return print(parts)
        + " = "
        + shown
        + " + "
        + more.size()
        + " more "
        + print(more)
        + " ("
        + more.stream().mapToInt(Part::facts).sum()
        + " facts)";
  }
}
