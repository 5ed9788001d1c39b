package dev.guidepost.core.territory;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.explain.TextTable;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.TerritoryId;
import dev.guidepost.core.people.Person;
import dev.guidepost.core.people.Roster;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.time.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * People and their territories side by side, so that a target can be judged by what there is to win
 * and who is there to win it: equal targets are right on like territories only.
 *
 * <p>Ordered by the ids of people, then vacant territories by theirs: it ranks nobody. Where less
 * than 4 of 5 accounts have an estimate of their potential, it says so instead of a ratio.
 *
 * <pre>{@code
 * TerritoryComparison side =
 *     TerritoryComparison.of(q3, territories.profiles(bought), roster, Map.of(ana, target, ben, target));
 * side.print();
 * side.between(ana, ben); // equal targets, but ana has 2.00 times the potential of ben
 * }</pre>
 */
public final class TerritoryComparison {

  private static final Quantity FOUR = Quantity.of(4);
  private static final Quantity FIVE = Quantity.of(5);

  private final Period period;
  private final Optional<LocalDate> on;
  private final String currency;
  private final ImmutableList<Line> lines;

  private TerritoryComparison(Period period, Optional<TerritoryProfile> first, List<Line> lines) {
    this.period = period;
    this.on = first.map(TerritoryProfile::on);
    this.currency = first.map(TerritoryProfile::currency).orElse("");
    this.lines = ImmutableList.copyOf(lines);
  }

  /**
   * Compares people and their territories.
   *
   * @param period the period of the targets, over whose days capacity is counted
   * @param profiles territories as they stood on one day; that of {@link Territories#UNASSIGNED} is
   *     left out
   * @param roster who is there when
   * @param targets the targets of people in the currency of the territories
   * @return the comparison, with a line for everybody who holds a territory or has a target, and
   *     for each vacant territory
   * @throws IllegalArgumentException if profiles are of several days or currencies
   * @throws dev.guidepost.core.time.UnknownHolidaysException if it is not known which days of the
   *     period are holidays where somebody works
   */
  public static TerritoryComparison of(
      Period period,
      List<TerritoryProfile> profiles,
      Roster roster,
      Map<PersonId, Quantity> targets) {
    requireOne(profiles, TerritoryProfile::on);
    requireOne(profiles, TerritoryProfile::currency);
    Map<PersonId, List<TerritoryProfile>> held = new TreeMap<>();
    targets.keySet().forEach(person -> held.put(person, new ArrayList<>()));
    List<Line> vacant = new ArrayList<>();
    for (TerritoryProfile profile : profiles) {
      if (profile.holder().isPresent()) {
        held.computeIfAbsent(profile.holder().get(), id -> new ArrayList<>()).add(profile);
      } else if (!profile.id().equals(Territories.UNASSIGNED)) {
        vacant.add(
            new Line(
                Optional.empty(),
                "(vacant)",
                List.of(profile),
                Optional.empty(),
                Optional.empty()));
      }
    }
    List<Line> lines = new ArrayList<>();
    Map<String, Long> names =
        roster.people().stream()
            .collect(Collectors.groupingBy(Person::name, Collectors.counting()));
    held.forEach(
        (person, own) ->
            lines.add(
                new Line(
                    Optional.of(person),
                    name(person, roster, names),
                    own,
                    Optional.ofNullable(targets.get(person)),
                    capacity(person, roster, period))));
    lines.addAll(vacant);
    return new TerritoryComparison(period, profiles.stream().findFirst(), lines);
  }

  private static void requireOne(
      List<TerritoryProfile> profiles, Function<TerritoryProfile, ?> part) {
    List<?> different = profiles.stream().map(part).distinct().toList();
    if (different.size() > 1) {
      throw new IllegalArgumentException(
          "profiles must be of one day and currency, but were of " + different);
    }
  }

  private static String name(PersonId person, Roster roster, Map<String, Long> names) {
    return roster
        .find(person)
        .map(who -> names.getOrDefault(who.name(), 0L) > 1 ? who.toString() : who.name())
        .orElse(person.value());
  }

  private static Optional<Quantity> capacity(PersonId person, Roster roster, Period period) {
    return roster
        .find(person)
        .map(who -> roster.exposure(person).weight(period))
        .map(days -> Quantity.of(days.setScale(2, RoundingMode.HALF_EVEN)));
  }

  /**
   * A person and the territories they held, or a vacant territory.
   *
   * @param person the person; empty for a vacant territory
   * @param name what people call them, with the id if others have the same name
   * @param territories the territories as they stood, ordered by id; unmodifiable
   * @param target the target of the period, if there is one
   * @param capacity how many days in full the person has in the period: those worked, each by how
   *     far the person has grown into the role, rounded half even to 2 decimals; empty for a vacant
   *     territory and for somebody who is not in the roster
   */
  public record Line(
      Optional<PersonId> person,
      String name,
      List<TerritoryProfile> territories,
      Optional<Quantity> target,
      Optional<Quantity> capacity) {

    /**
     * Creates a line.
     *
     * @param person the person
     * @param name what people call them
     * @param territories the territories as they stood
     * @param target the target of the period
     * @param capacity how many days in full the person has in the period
     */
    public Line {
      territories = ImmutableList.copyOf(territories);
    }

    /**
     * Returns how many of the accounts are customers.
     *
     * @return customers of accounts
     */
    public Ratio customers() {
      return sum(TerritoryProfile::customers);
    }

    /**
     * Returns for how many of the accounts there is an estimate.
     *
     * @return accounts with an estimate of accounts
     */
    public Ratio estimated() {
      return sum(TerritoryProfile::estimated);
    }

    private Ratio sum(Function<TerritoryProfile, Ratio> part) {
      return territories.stream().map(part).reduce(Ratio.of(0, 0), Ratio::plus);
    }

    private Quantity add(Function<TerritoryProfile, Quantity> part) {
      return Quantity.of(
          territories.stream()
              .map(part)
              .map(Quantity::toBigDecimal)
              .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private boolean enough() {
      Ratio estimated = estimated();
      return estimated.denominator().signum() > 0
          && estimated
                  .numerator()
                  .times(FIVE, 0, RoundingMode.UNNECESSARY)
                  .compareTo(estimated.denominator().times(FOUR, 0, RoundingMode.UNNECESSARY))
              >= 0;
    }

    /**
     * Returns how much the accounts could buy in 12 months.
     *
     * @return the sum over the territories; empty if less than 4 of 5 accounts have an estimate
     */
    public Optional<Quantity> potential() {
      return enough() ? Optional.of(add(TerritoryProfile::potential)) : Optional.empty();
    }

    /**
     * Returns how much of the potential is still to be won.
     *
     * @return the sum over the territories; empty if less than 4 of 5 accounts have an estimate
     */
    public Optional<Quantity> whiteSpace() {
      return enough() ? Optional.of(add(TerritoryProfile::whiteSpace)) : Optional.empty();
    }

    /**
     * Returns how many leads come in a week.
     *
     * @return the sum over the territories; empty if it is not known of one of them, or there is
     *     none
     */
    public Optional<Quantity> leadsPerWeek() {
      return !territories.isEmpty()
              && territories.stream().allMatch(own -> own.leadsPerWeek().isPresent())
          ? Optional.of(add(own -> own.leadsPerWeek().orElse(Quantity.ZERO)))
          : Optional.empty();
    }

    /**
     * Returns how much of the potential the target asks for.
     *
     * @return target of potential; empty without a target or a potential above 0
     */
    public Optional<Ratio> targetOfPotential() {
      return ratio(target, potential());
    }

    /**
     * Returns how much the target asks for a day of capacity.
     *
     * @return target of capacity; empty without a target or a capacity above 0
     */
    public Optional<Ratio> targetOfCapacity() {
      return ratio(target, capacity);
    }

    private static Optional<Ratio> ratio(Optional<Quantity> of, Optional<Quantity> whole) {
      return of.isPresent() && whole.isPresent() && whole.get().signum() > 0
          ? Optional.of(new Ratio(of.get(), whole.get()))
          : Optional.empty();
    }

    /**
     * Returns why a figure is missing.
     *
     * @return a sentence for each reason; empty if there is none; unmodifiable
     */
    public List<String> missing() {
      ImmutableList.Builder<String> missing = ImmutableList.builder();
      if (territories.isEmpty()) {
        missing.add("no territory");
      } else if (territories.stream().allMatch(own -> own.lines().isEmpty())) {
        missing.add("no accounts");
      } else if (!enough()) {
        missing.add("an estimate for " + estimated() + " accounts only");
      }
      if (person.isPresent() && target.isEmpty()) {
        missing.add("no target");
      }
      if (person.isPresent() && capacity.isEmpty()) {
        missing.add("not in the roster");
      }
      return missing.build();
    }

    /** Returns name and territories, such as {@code "Ana Brandt: [east]"}. */
    @Override
    public String toString() {
      return name + ": " + territories.stream().map(TerritoryProfile::id).toList();
    }
  }

  /**
   * Returns the day on which the territories stood as compared.
   *
   * @return the day of the profiles; empty without any
   */
  public Optional<LocalDate> on() {
    return on;
  }

  /**
   * Returns the lines.
   *
   * @return people ordered by id, then vacant territories ordered by id; unmodifiable
   */
  public List<Line> lines() {
    return lines;
  }

  /**
   * Returns the line of a person.
   *
   * @param person the person
   * @return the line
   * @throws IllegalArgumentException if the person holds no territory and has no target
   */
  public Line line(PersonId person) {
    return lines.stream()
        .filter(line -> line.person().equals(Optional.of(person)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "person must hold a territory or have a target, but " + person + " has none"));
  }

  /**
   * Compares two people.
   *
   * @param one a person
   * @param other another person
   * @return both lines and what they come to
   * @throws IllegalArgumentException if one of them holds no territory and has no target
   */
  public TerritoryDifference between(PersonId one, PersonId other) {
    return new TerritoryDifference(line(one), line(other));
  }

  /**
   * Returns where the potential of a person comes from.
   *
   * @param person the person
   * @return a part for each territory, which explains itself; they add up to the potential of all
   *     estimates
   * @throws IllegalArgumentException if the person holds no territory and has no target
   */
  public Explanation explain(PersonId person) {
    Line line = line(person);
    return Explanation.of(
        "potential of " + line.name(),
        line.territories().stream()
            .map(
                own ->
                    new Explanation.Part(
                        own.label(), own.potential(), "estimate for " + own.estimated()))
            .toList());
  }

  /**
   * Returns the lines as a table, with the reasons for what is missing below.
   *
   * @return the table, lines ending in {@code \n}
   */
  public String print() {
    TextTable.Builder table =
        TextTable.builder(
            period.label(),
            "territories" + on.map(day -> " on " + day).orElse(""),
            ">customers",
            ">potential",
            ">white space",
            ">leads/week",
            ">target",
            ">of potential",
            ">days",
            ">a day");
    StringBuilder missing = new StringBuilder();
    for (Line line : lines) {
      table.row(
          line.name(),
          String.join(
              ", ",
              line.territories().stream()
                  .map(TerritoryProfile::id)
                  .map(TerritoryId::value)
                  .toList()),
          line.customers().toString(),
          text(line.potential()),
          text(line.whiteSpace()),
          text(line.leadsPerWeek()),
          text(line.target()),
          line.targetOfPotential().map(ratio -> ratio.percent(1)).orElse("-"),
          text(line.capacity()),
          line.targetOfCapacity()
              .flatMap(ratio -> ratio.value(0))
              .map(Quantity::of)
              .map(Quantity::print)
              .orElse("-"));
      line.missing()
          .forEach(why -> missing.append(line.name()).append(": ").append(why).append('\n'));
    }
    return table.build().toString() + missing;
  }

  private static String text(Optional<Quantity> amount) {
    return amount.map(Quantity::print).orElse("-");
  }

  /** Returns period, day, currency and how many people are compared, on one line. */
  @Override
  public String toString() {
    long people = lines.stream().filter(line -> line.person().isPresent()).count();
    return period.label()
        + ": "
        + people
        + " people and "
        + (lines.size() - people)
        + " vacant territories in "
        + (currency.isEmpty() ? "no currency" : currency)
        + on.map(day -> " on " + day).orElse("");
  }
}
