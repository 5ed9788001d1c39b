package dev.guidepost.core.territory;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.ImmutableSortedMap;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.TerritoryId;
import dev.guidepost.core.people.Dated;
import dev.guidepost.core.people.Finding;
import dev.guidepost.core.people.Timeline;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.style.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which accounts are in which territory, who holds it, what the accounts could buy and how many
 * leads come in, each with its days.
 *
 * <p>Made of rows in any order. On a day an account is in one territory at most: while rows claim
 * it for several it is in none, which is one of the {@linkplain #findings() findings}, with its
 * days. Accounts in none are shown as those of {@link #UNASSIGNED}, so that sums always add up.
 * Moves keep their history: a past day is read as it was.
 *
 * <pre>{@code
 * Territories territories = Territories.builder(accounts, "USD")
 *     .territory(east, "East").holder(east, Dated.from(ana, january1))
 *     .account(acme, Dated.from(east, january1))
 *     .account(acme, Dated.from(west, july1))          // it moves
 *     .potential(Potential.of(acme, Quantity.of(200_000), "survey", january15))
 *     .leads(east, Dated.always(Quantity.of(12)))
 *     .build();
 * territories.profile(east, Purchases.of(ledger, june30)).whiteSpace();
 * }</pre>
 */
public final class Territories {

  /** The accounts that are in no territory. */
  public static final TerritoryId UNASSIGNED = TerritoryId.of("unassigned");

  private final Accounts accounts;
  private final String currency;
  private final TerritoriesState rows;
  private final ImmutableSetMultimap<TerritoryId, AccountId> everAssigned;

  private Territories(Accounts accounts, String currency, TerritoriesState rows) {
    this.accounts = accounts;
    this.currency = currency;
    this.rows = rows;
    ImmutableSetMultimap.Builder<TerritoryId, AccountId> ever = ImmutableSetMultimap.builder();
    rows.assigned()
        .forEach((account, own) -> own.parts().forEach(part -> ever.put(part.value(), account)));
    everAssigned = ever.build();
  }

  /**
   * Returns a builder of territories.
   *
   * @param accounts the accounts; others may be assigned too
   * @param currency the code of the currency of all potential
   * @return the builder
   * @throws IllegalArgumentException if the code is not three upper-case letters
   */
  public static Builder builder(Accounts accounts, String currency) {
    return new Builder(accounts, new UnitOfMeasure.Money(currency).currency());
  }

  /**
   * Returns the accounts.
   *
   * @return the accounts
   */
  public Accounts accounts() {
    return accounts;
  }

  /**
   * Returns the currency of all potential.
   *
   * @return the code
   */
  public String currency() {
    return currency;
  }

  /**
   * Returns the ids of all territories, without {@link #UNASSIGNED}.
   *
   * @return the ids, in order; unmodifiable
   */
  public Set<TerritoryId> ids() {
    return rows.labels().keySet();
  }

  /**
   * Returns in which territory an account was.
   *
   * @param account the account
   * @param day the day
   * @return the territory; empty if it was in none, or claimed for several
   */
  public Optional<TerritoryId> territory(AccountId account, LocalDate day) {
    return history(account).at(day);
  }

  /**
   * Returns the territories of an account over time.
   *
   * @param account the account
   * @return when it was in which; without parts for one that never was in any
   */
  public Timeline<TerritoryId> history(AccountId account) {
    Timeline<TerritoryId> history = rows.assigned().get(account);
    return history == null ? Timeline.of(List.of()) : history;
  }

  /**
   * Returns the accounts of a territory.
   *
   * @param territory the territory
   * @param day the day
   * @return the accounts that were in it, ordered by id; unmodifiable
   */
  public List<AccountId> accounts(TerritoryId territory, LocalDate day) {
    return everAssigned.get(territory).stream()
        .filter(account -> territory(account, day).equals(Optional.of(territory)))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns who held a territory.
   *
   * @param territory the territory
   * @param day the day
   * @return the person; empty while it was vacant, or several claimed it
   */
  public Optional<PersonId> holder(TerritoryId territory, LocalDate day) {
    Timeline<PersonId> history = rows.holders().get(territory);
    return history == null ? Optional.empty() : history.at(day);
  }

  /**
   * Returns the territories that a person held.
   *
   * @param person the person
   * @param day the day
   * @return the territories, ordered by id; unmodifiable
   */
  public List<TerritoryId> heldBy(PersonId person, LocalDate day) {
    return rows.holders().keySet().stream()
        .filter(id -> holder(id, day).equals(Optional.of(person)))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns who has held a territory so far.
   *
   * @param day the day
   * @return those who held one on the day or earlier, in order; unmodifiable
   */
  public Set<PersonId> holdersUntil(LocalDate day) {
    return rows.holdersUntil(day);
  }

  /**
   * Returns the estimates of an account's potential that count on a day.
   *
   * @param account the account
   * @param day the day
   * @return of each thing that is estimated (the account alone, with all below it, a product) the
   *     last on or before the day; none where two of one day differ; unmodifiable
   */
  public List<Potential> estimates(AccountId account, LocalDate day) {
    return rows.potentials().at(account, day);
  }

  /**
   * Returns the territories without estimates that became known later.
   *
   * @param day the day at whose end one looks
   * @return the territories with the estimates that were on record then; who holds what is as the
   *     rows say
   */
  public Territories known(LocalDate day) {
    return new Territories(accounts, currency, rows.known(day));
  }

  /**
   * Returns a territory as it stood on the day of purchases.
   *
   * @param territory the territory, or {@link #UNASSIGNED}
   * @param purchases what accounts had bought, in the same currency; if it is of one product,
   *     against the estimates for that product only
   * @return the profile
   * @throws IllegalArgumentException if there is no such territory, or the currencies differ
   * @throws ArithmeticException if a sum does not fit 64 bits
   */
  public TerritoryProfile profile(TerritoryId territory, Purchases purchases) {
    LocalDate day = purchases.asOf();
    if (territory.equals(UNASSIGNED)) {
      return profile(UNASSIGNED, rows.unassigned(accounts, purchases), counting(purchases), day);
    }
    if (!rows.labels().containsKey(territory)) {
      throw new IllegalArgumentException(
          "territory must be one of " + rows.labels().keySet() + ", but was " + territory);
    }
    return profile(territory, accounts(territory, day), counting(purchases), day);
  }

  /**
   * Returns all territories as they stood on the day of purchases.
   *
   * @param purchases what accounts had bought, in the same currency; if it is of one product,
   *     against the estimates for that product only
   * @return a profile of each, ordered by id, and that of {@link #UNASSIGNED} last; every account
   *     that is known here or has bought is in one of them; unmodifiable
   * @throws IllegalArgumentException if the currencies differ
   * @throws ArithmeticException if a sum does not fit 64 bits
   */
  public List<TerritoryProfile> profiles(Purchases purchases) {
    LocalDate day = purchases.asOf();
    PotentialCount count = counting(purchases);
    ImmutableList.Builder<TerritoryProfile> profiles = ImmutableList.builder();
    for (TerritoryId id : rows.labels().keySet()) {
      profiles.add(profile(id, accounts(id, day), count, day));
    }
    return profiles
        .add(profile(UNASSIGNED, rows.unassigned(accounts, purchases), count, day))
        .build();
  }

  private PotentialCount counting(Purchases purchases) {
    if (!purchases.currency().equals(currency)) {
      throw new IllegalArgumentException(
          "purchases must be in " + currency + ", but were in " + purchases.currency());
    }
    return new PotentialCount(accounts, rows.potentials(), purchases);
  }

  private TerritoryProfile profile(
      TerritoryId id, List<AccountId> own, PotentialCount count, LocalDate day) {
    String label = rows.labels().getOrDefault(id, id.value());
    Optional<Quantity> perWeek =
        Optional.ofNullable(rows.leads().get(id)).flatMap(known -> known.at(day));
    List<TerritoryProfile.Line> lines = own.stream().map(count::line).toList();
    return new TerritoryProfile(id, label, day, holder(id, day), currency, lines, perWeek);
  }

  /**
   * Returns what the rows say that cannot be right.
   *
   * @return accounts claimed for several territories, territories claimed by several people, two
   *     different numbers of leads or estimates from one day on, and accounts that are not among
   *     {@link #accounts()}, if there are any, with their days; unmodifiable
   */
  public List<Finding> findings() {
    return new TerritoryFindings(accounts, rows).all();
  }

  /**
   * What a host keeps, beside the accounts.
   *
   * @param currency the code of the currency of all potential
   * @param territories all territories, ordered by id
   * @param holders the rows of who holds which
   * @param accounts the rows of which account is in which
   * @param potentials the estimates
   * @param leads the rows of leads a week
   */
  public record State(
      String currency,
      List<TerritoryState> territories,
      List<Dated.State> holders,
      List<Dated.State> accounts,
      List<PotentialState> potentials,
      List<Dated.State> leads) {
    /**
     * Creates a state.
     *
     * @param currency the code of the currency of all potential
     * @param territories all territories
     * @param holders the rows of who holds which
     * @param accounts the rows of which account is in which
     * @param potentials the estimates
     * @param leads the rows of leads a week
     */
    public State {
      territories = Words.kept("territories", territories);
      holders = Words.kept("holders", holders);
      accounts = Words.kept("accounts", accounts);
      potentials = Words.kept("potentials", potentials);
      leads = Words.kept("leads", leads);
    }
  }

  /**
   * What a host keeps of one territory.
   *
   * @param id the id
   * @param label what people call it
   */
  public record TerritoryState(String id, String label) {}

  /**
   * What a host keeps of one estimate.
   *
   * @param account the id of the account
   * @param amount how much
   * @param source who or what says so
   * @param on the day of the estimate, such as {@code "2026-11-02"}
   * @param group whether it is for the account with all that belong to it
   * @param product the product it is for, or empty text
   * @param known the day from whose end on it is on record
   */
  public record PotentialState(
      String account,
      String amount,
      String source,
      String on,
      boolean group,
      String product,
      String known) {}

  /**
   * Returns what a host keeps, beside the accounts.
   *
   * @return the state, which {@link #of(State, Accounts)} reads back
   */
  public State state() {
    return rows.of(currency);
  }

  /**
   * Returns the territories that a state was taken from.
   *
   * @param state as {@link #state()} gives it
   * @param accounts the accounts, which are not part of the state
   * @return the territories
   * @throws IllegalArgumentException if a part of the state is no text of its kind
   */
  public static Territories of(State state, Accounts accounts) {
    Words.requireWhole(state);
    return TerritoriesState.territories(state, accounts);
  }

  /** Returns whether the other has the same accounts and territories on all days. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Territories that
        && accounts.equals(that.accounts)
        && state().equals(that.state());
  }

  @Override
  public int hashCode() {
    return Objects.hash(accounts, rows.labels(), rows.assigned());
  }

  /** Returns how many territories and accounts there are. */
  @Override
  public String toString() {
    return rows.labels().size() + " territories, " + rows.assigned().size() + " accounts in them";
  }

  /** Collects the rows of territories, in any order. */
  public static final class Builder {

    private final Accounts accounts;
    private final String currency;
    private final Map<TerritoryId, Optional<String>> labels = new TreeMap<>();
    private final Map<TerritoryId, List<Dated<PersonId>>> holders = new TreeMap<>();
    private final Map<AccountId, List<Dated<TerritoryId>>> assigned = new TreeMap<>();
    private final List<Potential> potentials = new ArrayList<>();
    private final Map<TerritoryId, List<Dated<Quantity>>> leads = new TreeMap<>();

    private Builder(Accounts accounts, String currency) {
      this.accounts = Objects.requireNonNull(accounts, "accounts");
      this.currency = currency;
    }

    /**
     * Names a territory.
     *
     * @param id the id
     * @param label what people call it
     * @return this builder
     * @throws IllegalArgumentException if the id is {@link #UNASSIGNED}, the label is blank, or the
     *     id has another label already
     */
    public Builder territory(TerritoryId id, String label) {
      if (label.isBlank()) {
        throw new IllegalArgumentException("label of territory " + id + " must not be blank");
      }
      Optional<String> before = labels.getOrDefault(named(id), Optional.empty());
      if (before.isPresent() && !before.get().equals(label)) {
        throw new IllegalArgumentException(
            "territory must have one label, but " + id + " has " + before.get() + " and " + label);
      }
      labels.put(id, Optional.of(label));
      return this;
    }

    private TerritoryId named(TerritoryId id) {
      if (id.equals(UNASSIGNED)) {
        throw new IllegalArgumentException(
            "territory must not be \"" + UNASSIGNED + "\", which stands for none");
      }
      labels.putIfAbsent(id, Optional.empty());
      return id;
    }

    /**
     * Says who holds a territory.
     *
     * @param territory the territory
     * @param holder the person, and when
     * @return this builder
     * @throws IllegalArgumentException if the territory is {@link #UNASSIGNED}
     */
    public Builder holder(TerritoryId territory, Dated<PersonId> holder) {
      holders.computeIfAbsent(named(territory), id -> new ArrayList<>()).add(holder);
      return this;
    }

    /**
     * Puts an account into a territory.
     *
     * @param account the account
     * @param territory the territory, and when; without an end, until it is put into another
     * @return this builder
     * @throws IllegalArgumentException if the territory is {@link #UNASSIGNED}
     */
    public Builder account(AccountId account, Dated<TerritoryId> territory) {
      named(territory.value());
      assigned.computeIfAbsent(account, id -> new ArrayList<>()).add(territory);
      return this;
    }

    /**
     * Adds an estimate of what an account could buy.
     *
     * @param estimate the estimate, in the currency of the territories
     * @return this builder
     */
    public Builder potential(Potential estimate) {
      potentials.add(Objects.requireNonNull(estimate, "estimate"));
      return this;
    }

    /**
     * Says how many leads come into a territory by themselves.
     *
     * @param territory the territory
     * @param perWeek how many a week, 0 or more, and when
     * @return this builder
     * @throws IllegalArgumentException if the territory is {@link #UNASSIGNED}, or the number
     *     negative
     */
    public Builder leads(TerritoryId territory, Dated<Quantity> perWeek) {
      if (perWeek.value().signum() < 0) {
        throw new IllegalArgumentException(
            "leads a week of " + territory + " must not be negative, but were " + perWeek.value());
      }
      leads.computeIfAbsent(named(territory), id -> new ArrayList<>()).add(perWeek);
      return this;
    }

    /**
     * Returns the territories.
     *
     * @return the territories
     */
    public Territories build() {
      Map<TerritoryId, String> names = new TreeMap<>();
      labels.forEach((id, label) -> names.put(id, label.orElse(id.value())));
      return new Territories(
          accounts,
          currency,
          new TerritoriesState(
              ImmutableSortedMap.copyOf(names),
              TerritoriesState.histories(holders),
              TerritoriesState.histories(assigned),
              new Estimates(potentials),
              TerritoriesState.histories(leads)));
    }
  }
}
