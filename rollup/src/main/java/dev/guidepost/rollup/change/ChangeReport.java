package dev.guidepost.rollup.change;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What happened to the deals between two days, for any person or unit of an organisation.
 *
 * <p>Immutable and thread-safe. A deal counts in the outlook of a period if it was won in it, or is
 * open and expected to close in it, each as known at the end of a day; it counts for whoever has
 * credit. An open deal counts where they stand on that day, so that who moves takes it along; one
 * that is won where they stood when it closed, as in a roll-up as it was.
 *
 * <p>A deal whose amount on one of the days cannot be divided, as it has more decimals than the
 * metric or does not fit 64 bits with as many, is in neither outlook; {@link #refused()} has it
 * with the reason, and so has the change of every node where it would count. The others go on. One
 * that has no amount on a day is in its outlook with nothing; {@link #withoutAmount()} has it.
 *
 * <pre>{@code
 * ChangeReport report = ChangeReport.of(deals, catalog.metric(BOOKINGS)).over(organisation)
 *     .between(lastMonday, monday, q4);
 * report.at(east).toString();
 * // "-62,000 USD: pushed -71,000 (3), lost -14,000 (1), created +23,000 (4)"
 * report.at(east).explain().print(); // the same, deal by deal
 * }</pre>
 */
public final class ChangeReport {

  private final Deals deals;
  private final LocalDate from;
  private final LocalDate to;
  private final Period period;
  private final ImmutableList<Compared> compared;

  /** A deal, how it stood on both days, why it cannot be compared, and that it has no amount. */
  private record Compared(
      Deal deal,
      Optional<Standing> first,
      Optional<Standing> last,
      Optional<UncountedDeal> refused,
      Optional<UncountedDeal> withoutAmount) {}

  /**
   * Deals with their histories, and how their amounts are divided.
   *
   * <p>Immutable: each method returns another one.
   */
  public static final class Deals {
    private final ImmutableList<Deal> deals;
    private final Metric money;
    private final CreditRules rules;
    private final Organisation organisation;

    private Deals(
        ImmutableList<Deal> deals, Metric money, CreditRules rules, Organisation organisation) {
      this.deals = deals;
      this.money = money;
      this.rules = rules;
      this.organisation = organisation;
    }

    /**
     * Returns these deals with credit by rules; without, the owner of a deal has all of it.
     *
     * @param credit what deals without credit of their own follow
     * @return the changed deals
     */
    public Deals credited(CreditRules credit) {
      return new Deals(deals, money, Objects.requireNonNull(credit, "credit"), organisation);
    }

    /**
     * Returns these deals over an organisation.
     *
     * @param tree where people stand; who is not in it counts on {@link Organisation#UNASSIGNED}
     * @return the changed deals
     */
    public Deals over(Organisation tree) {
      return new Deals(deals, money, rules, Objects.requireNonNull(tree, "tree"));
    }

    /**
     * Returns what happened between two days.
     *
     * @param from the day at whose end the first outlook is taken
     * @param to the day at whose end the last outlook is taken, not before the first
     * @param period the period of both outlooks
     * @return the report
     * @throws IllegalArgumentException if the last day is before the first
     */
    public ChangeReport between(LocalDate from, LocalDate to, Period period) {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException(
            "last day must not be before the first, " + from + ", but was " + to);
      }
      return new ChangeReport(this, from, to, Objects.requireNonNull(period, "period"));
    }

    /** Returns how many deals there are on one line. */
    @Override
    public String toString() {
      return deals.size() + " deals over " + organisation;
    }
  }

  private ChangeReport(Deals deals, LocalDate from, LocalDate to, Period period) {
    this.deals = deals;
    this.from = from;
    this.to = to;
    this.period = period;
    this.compared =
        deals.deals.stream()
            .map(deal -> compared(deal, standing(deal, from), standing(deal, to)))
            .collect(ImmutableList.toImmutableList());
  }

  private Compared compared(Deal deal, Optional<Standing> first, Optional<Standing> last) {
    Optional<UncountedDeal> refused =
        reason(first, last, Standing::refusal)
            .map(why -> new UncountedDeal(deal.id(), deal.label(), deals.money.id() + ": " + why));
    return new Compared(
        deal,
        first,
        last,
        refused,
        reason(last, first, Standing::absence)
            .filter(why -> refused.isEmpty()) // in neither outlook, it is not there with nothing
            .map(why -> new UncountedDeal(deal.id(), deal.label(), why)));
  }

  private static Optional<String> reason(
      Optional<Standing> one, Optional<Standing> other, Function<Standing, Optional<String>> why) {
    return Stream.of(one, other)
        .flatMap(Optional::stream)
        .flatMap(standing -> why.apply(standing).stream())
        .findFirst();
  }

  private Optional<Standing> standing(Deal deal, LocalDate day) {
    return Standing.of(deal, day, period, deals.rules, deals.money.scale());
  }

  /**
   * Returns deals to compare; whose they are is told by an organisation of one unit until {@link
   * Deals#over(Organisation)} gives another.
   *
   * @param deals the deals with their histories, in any order
   * @param money the metric in whose currency and decimals amounts are divided, such as {@link
   *     dev.guidepost.core.metric.StandardMetrics#BOOKINGS}
   * @return the deals
   * @throws IllegalArgumentException if two deals have one id, or the metric is no money
   */
  public static Deals of(Collection<Deal> deals, Metric money) {
    if (!(money.unit() instanceof UnitOfMeasure.Money)) {
      throw new IllegalArgumentException(
          "metric must be money, but " + money.id() + " is in " + money.unit());
    }
    Set<DealId> ids = new HashSet<>();
    for (Deal deal : deals) {
      if (!ids.add(deal.id())) {
        throw new IllegalArgumentException("deal must occur once, but " + deal.id() + " is twice");
      }
    }
    return new Deals(
        ImmutableList.sortedCopyOf(Comparator.comparing(Deal::id), deals),
        money,
        CreditRules.OWNER,
        Organisation.builder(UnitId.of("all"), "All").build());
  }

  /**
   * Returns what happened for a person or a unit.
   *
   * @param party a person or unit of the organisation, or {@link Organisation#UNASSIGNED}
   * @return the difference of its outlooks
   * @throws IllegalArgumentException if the organisation does not have the party
   * @throws ArithmeticException if an outlook does not fit 64 bits
   */
  public OutlookChange at(PartyId party) {
    Organisation organisation = deals.organisation;
    String name = organisation.name(party);
    Comparing comparing = new Comparing((whose, day) -> countsAt(party, whose, day));
    List<UncountedDeal> refused = new ArrayList<>();
    List<UncountedDeal> withoutAmount = new ArrayList<>();
    for (Compared each : compared) {
      if (each.refused().isEmpty()) {
        Deal deal = each.deal();
        comparing.add(deal, each.first(), each.last(), from);
        reason(each.last(), each.first(), comparing::absence)
            .ifPresent(why -> withoutAmount.add(new UncountedDeal(deal.id(), deal.label(), why)));
      } else if (comparing.concerns(each.first(), each.last())) {
        refused.add(each.refused().get());
      }
    }
    return comparing.change(name + ", " + days(), deals.money.unit(), refused, withoutAmount);
  }

  /** Returns the period, whose tree counts and of which days the outlooks are. */
  private String days() {
    return period.label() + ", as it was, known on " + from + " and on " + to;
  }

  private boolean countsAt(PartyId node, PartyId whose, LocalDate day) {
    if (whose.equals(node)) {
      return true;
    }
    return node instanceof UnitId
        && (deals.organisation.contains(whose)
                ? deals.organisation.path(whose, day)
                : deals.organisation.path(Organisation.UNASSIGNED, day))
            .contains(node);
  }

  /**
   * Returns the deals that are in neither outlook, as their amounts cannot be divided.
   *
   * @return the deals with the reasons, in the order of ids; unmodifiable
   */
  public List<UncountedDeal> refused() {
    return compared.stream().flatMap(each -> each.refused().stream()).toList();
  }

  /**
   * Returns the deals that are in an outlook with nothing, as they have no amount on its day.
   *
   * @return the deals with the last such day, in the order of ids; unmodifiable
   */
  public List<UncountedDeal> withoutAmount() {
    return compared.stream().flatMap(each -> each.withoutAmount().stream()).toList();
  }

  /**
   * Returns the period of both outlooks.
   *
   * @return the period
   */
  public Period period() {
    return period;
  }

  /** Returns period and days on one line, and how many deals were refused or have no amount. */
  @Override
  public String toString() {
    return deals
        + counted(refused(), " refused")
        + counted(withoutAmount(), " without amount")
        + ", "
        + days();
  }

  private static String counted(List<UncountedDeal> some, String what) {
    return some.isEmpty() ? "" : ", " + some.size() + what;
  }
}
