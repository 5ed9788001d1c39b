package dev.guidepost.targets.review;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.rollup.org.Organisation;
import dev.guidepost.targets.evidence.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the data is worth, before anything is concluded from it.
 *
 * <p>A seller is who owns a deal, and whoever else the caller says is there to sell. Other people
 * of the organisation, such as managers, are counted on a line of their own.
 *
 * <pre>{@code
 * DataHealth.of(evidence, person -> true, 0, 0, 0).toString();
 * // "8,800 deals, 30 of 35 sellers; open deals without amount 2,089, without date 500;
 * //  quotas 0, activities 0; 1,291 stale"
 * }</pre>
 *
 * @param checks the findings, in reading order; unmodifiable
 */
public record DataHealth(List<Check> checks) {

  /**
   * One finding.
   *
   * @param name what was counted
   * @param count how many
   * @param total out of how many
   * @param example one of them; empty if there is none
   */
  public record Check(String name, long count, long total, String example) {}

  /**
   * Creates the findings.
   *
   * @param checks the findings, in reading order
   */
  public DataHealth {
    checks = ImmutableList.copyOf(checks);
  }

  /**
   * Looks at deals and people as known on the as-of day.
   *
   * @param evidence what the records say
   * @param sells whether somebody is there to sell; asked of those who own no deal
   * @param quotas how many targets the source has
   * @param activities how many activities the source has
   * @param commitments how many commitments the source has
   * @return the findings
   */
  public static DataHealth of(
      Evidence evidence,
      Predicate<PersonId> sells,
      long quotas,
      long activities,
      long commitments) {
    List<Deal> deals = evidence.deals();
    Organisation organisation = evidence.organisation();
    Set<PersonId> owners = new HashSet<>();
    deals.forEach(deal -> owners.add(deal.owner()));
    Predicate<PersonId> homeless = person -> organisation.memberships(person).isEmpty();
    List<PersonId> beside =
        organisation.people().stream()
            .filter(person -> !owners.contains(person) && !sells.test(person))
            .toList();
    List<PersonId> sellers =
        organisation.people().stream().filter(person -> !beside.contains(person)).toList();
    Map<String, Integer> names = new HashMap<>();
    sellers.forEach(person -> names.merge(organisation.name(person), 1, Integer::sum));
    int stale = evidence.curve().map(curve -> curve.staleAge()).orElse(Integer.MAX_VALUE);
    List<Check> checks = new ArrayList<>();
    checks.add(new Check("deals", deals.size(), deals.size(), ""));
    Predicate<PersonId> idle = person -> !owners.contains(person);
    long active = sellers.stream().filter(idle.negate()).count();
    checks.add(new Check("sellers with deals", active, sellers.size(), ""));
    checks.add(people("sellers without deals", sellers, idle));
    checks.add(people("sellers in no unit", sellers, homeless));
    checks.add(
        people(
            "sellers who share a name",
            sellers,
            person -> names.getOrDefault(organisation.name(person), 0) > 1));
    checks.add(people("people who do not sell", organisation.people(), beside::contains));
    checks.add(open("open deals", deals, deal -> true));
    checks.add(open("open deals without date", deals, deal -> deal.opened().isEmpty()));
    checks.add(open("open deals without amount", deals, deal -> deal.amount().isEmpty()));
    checks.add(open("open deals without list price", deals, deal -> deal.listAmount().isEmpty()));
    checks.add(open("open deals without account", deals, deal -> deal.account().isEmpty()));
    checks.add(
        open(
            "stale open deals",
            deals,
            deal -> deal.ageOn(evidence.asOf()).stream().anyMatch(age -> age > stale)));
    checks.add(of("won deals without amount", deals, Outcome.WON, deal -> deal.amount().isEmpty()));
    checks.add(new Check("quotas", quotas, quotas, ""));
    checks.add(new Check("activities", activities, activities, ""));
    checks.add(new Check("commitments", commitments, commitments, ""));
    return new DataHealth(checks);
  }

  private static Check people(String name, List<PersonId> people, Predicate<PersonId> test) {
    List<PersonId> found = people.stream().filter(test).toList();
    return new Check(
        name, found.size(), people.size(), found.isEmpty() ? "" : found.get(0).value());
  }

  private static Check open(String name, List<Deal> deals, Predicate<Deal> test) {
    return of(name, deals, Outcome.OPEN, test);
  }

  private static Check of(String name, List<Deal> deals, Outcome outcome, Predicate<Deal> test) {
    List<Deal> among = deals.stream().filter(deal -> deal.outcome() == outcome).toList();
    List<Deal> found = among.stream().filter(test).toList();
    return new Check(
        name, found.size(), among.size(), found.isEmpty() ? "" : found.get(0).id().value());
  }

  /**
   * Returns a finding.
   *
   * @param name its name
   * @return how many were counted
   * @throws IllegalArgumentException if there is no finding of that name
   */
  public long count(String name) {
    return check(name).count();
  }

  private Check check(String name) {
    return checks.stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "check must be one of "
                        + checks.stream().map(Check::name).toList()
                        + ", but was "
                        + name));
  }

  /** Returns the findings that decide what can be concluded, on one line. */
  @Override
  public String toString() {
    Check sellers = check("sellers with deals");
    return String.format(
        Locale.ROOT,
        "%,d deals, %,d of %,d %s; open deals without amount %,d, without date %,d; quotas %,d,"
            + " activities %,d; %,d stale",
        count("deals"),
        sellers.count(),
        sellers.total(),
        sellers.total() == 1 ? "seller" : "sellers",
        count("open deals without amount"),
        count("open deals without date"),
        count("quotas"),
        count("activities"),
        count("stale open deals"));
  }
}
