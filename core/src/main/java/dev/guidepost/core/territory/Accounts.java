package dev.guidepost.core.territory;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.people.Dated;
import dev.guidepost.core.people.Finding;
import dev.guidepost.core.people.Timeline;
import dev.guidepost.core.style.Words;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The accounts of a company: what they are called, which belongs to which, and their segments, each
 * with its days.
 *
 * <p>Made of rows in any order. An account that is only named by other rows is called by its id.
 * Rows that contradict each other, or make a circle of accounts that belong to each other, are
 * {@linkplain #findings() findings}; on those days the accounts concerned have no parent.
 *
 * <pre>{@code
 * Accounts accounts = Accounts.builder()
 *     .account(acme, "Acme Group").account(acmeUk, "Acme UK")
 *     .parent(acmeUk, Dated.from(acme, march1))
 *     .segment(acmeUk, Dated.always("mid"))
 *     .build();
 * accounts.withThoseBelow(acme, june30); // [acme, acme-uk]
 * }</pre>
 */
public final class Accounts {

  private final ImmutableSortedMap<AccountId, String> names;
  private final ImmutableSortedMap<AccountId, Timeline<AccountId>> parents;
  private final ImmutableSortedMap<AccountId, Timeline<String>> segments;
  private final ImmutableListMultimap<AccountId, AccountId> children;
  private final Circles circles;

  private Accounts(Builder builder) {
    parents = ImmutableSortedMap.copyOf(Maps.transformValues(builder.parents, Timeline::of));
    segments = ImmutableSortedMap.copyOf(Maps.transformValues(builder.segments, Timeline::of));
    Map<AccountId, String> all = new TreeMap<>();
    builder.names.forEach((id, name) -> all.put(id, name.orElse(id.value())));
    names = ImmutableSortedMap.copyOf(all);
    ImmutableListMultimap.Builder<AccountId, AccountId> below = ImmutableListMultimap.builder();
    parents.forEach(
        (child, history) ->
            history.parts().stream()
                .map(Dated::value)
                .distinct()
                .forEach(parent -> below.put(parent, child)));
    children = below.build();
    circles = Circles.of(parents);
  }

  /**
   * Returns a builder of accounts.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the ids of all accounts.
   *
   * @return the ids, in order; unmodifiable
   */
  public Set<AccountId> ids() {
    return names.keySet();
  }

  /**
   * Returns what people call an account.
   *
   * @param account the account
   * @return its name; its id if it has none or is not known here
   */
  public String name(AccountId account) {
    return names.getOrDefault(account, account.value());
  }

  /**
   * Returns the account that an account belonged to.
   *
   * @param account the account
   * @param day the day
   * @return its parent; empty if it had none, several at once, or belonged to itself over others
   */
  public Optional<AccountId> parent(AccountId account, LocalDate day) {
    Timeline<AccountId> history = parents.get(account);
    return history == null || circles.hold(account, day) ? Optional.empty() : history.at(day);
  }

  /**
   * Returns the accounts that belonged to an account.
   *
   * @param account the account
   * @param day the day
   * @return those of which it was the parent, in order; unmodifiable
   */
  public List<AccountId> children(AccountId account, LocalDate day) {
    return children.get(account).stream()
        .filter(child -> parent(child, day).equals(Optional.of(account)))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns an account and all that belonged to it, over others too.
   *
   * @param account the account
   * @param day the day
   * @return each once, in order; unmodifiable
   */
  public Set<AccountId> withThoseBelow(AccountId account, LocalDate day) {
    Set<AccountId> found = new TreeSet<>();
    Deque<AccountId> next = new ArrayDeque<>(List.of(account));
    while (!next.isEmpty()) {
      AccountId at = next.pop();
      if (found.add(at)) {
        next.addAll(children(at, day));
      }
    }
    return ImmutableSortedSet.copyOf(found);
  }

  /**
   * Returns the segment of an account.
   *
   * @param account the account
   * @param day the day
   * @return its segment; empty if it had none, or several at once
   */
  public Optional<String> segment(AccountId account, LocalDate day) {
    Timeline<String> history = segments.get(account);
    return history == null ? Optional.empty() : history.at(day);
  }

  /**
   * Returns an account as it stood on the day of purchases.
   *
   * @param account the account, known here or not
   * @param purchases what accounts had bought
   * @return the account
   * @throws ArithmeticException if its size or installed base does not fit 64 bits
   */
  public Account account(AccountId account, Purchases purchases) {
    LocalDate day = purchases.asOf();
    return new Account(
        account,
        name(account),
        day,
        parent(account, day),
        segment(account, day),
        purchases.customerSince(account),
        purchases.size(account),
        purchases.installedBase(account));
  }

  /**
   * Returns what the rows say that cannot be right.
   *
   * @return accounts with several parents or segments at once, and circles of accounts that belong
   *     to each other, with their days; ordered by account and days; unmodifiable
   */
  public List<Finding> findings() {
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    for (AccountId account : names.keySet()) {
      Optional.ofNullable(parents.get(account))
          .ifPresent(history -> findings.addAll(Finding.clashes(account, "parent", history)));
      findings.addAll(circles.findings(account));
      Optional.ofNullable(segments.get(account))
          .ifPresent(history -> findings.addAll(Finding.clashes(account, "segment", history)));
    }
    return findings.build();
  }

  /**
   * What a host keeps.
   *
   * @param accounts all accounts, ordered by id
   * @param parents the rows of which belongs to which
   * @param segments the rows of segments
   */
  public record State(
      List<AccountState> accounts, List<Dated.State> parents, List<Dated.State> segments) {
    /**
     * Creates a state.
     *
     * @param accounts all accounts
     * @param parents the rows of which belongs to which
     * @param segments the rows of segments
     */
    public State {
      accounts = Words.kept("accounts", accounts);
      parents = Words.kept("parents", parents);
      segments = Words.kept("segments", segments);
    }
  }

  /**
   * What a host keeps of one account.
   *
   * @param id the id
   * @param name what people call it
   */
  public record AccountState(String id, String name) {}

  /**
   * Returns what a host keeps.
   *
   * @return the state, which {@link #of(State)} reads back
   */
  public State state() {
    List<AccountState> all = new ArrayList<>();
    names.forEach((id, name) -> all.add(new AccountState(id.value(), name)));
    List<Dated.State> parentRows = new ArrayList<>();
    parents.forEach((id, rows) -> rows.rows().forEach(row -> parentRows.add(row.state(id))));
    List<Dated.State> segmentRows = new ArrayList<>();
    segments.forEach((id, rows) -> rows.rows().forEach(row -> segmentRows.add(row.state(id))));
    return new State(all, parentRows, segmentRows);
  }

  /**
   * Returns the accounts that a state was taken from.
   *
   * @param state as {@link #state()} gives it
   * @return the accounts
   * @throws IllegalArgumentException if a part of the state is no text of its kind
   */
  public static Accounts of(State state) {
    Words.requireWhole(state);
    Builder builder = builder();
    state
        .accounts()
        .forEach(account -> builder.account(AccountId.of(account.id()), account.name()));
    for (Dated.State row : state.parents()) {
      builder.parent(AccountId.of(row.subject()), Dated.of(row, AccountId::of));
    }
    for (Dated.State row : state.segments()) {
      builder.segment(AccountId.of(row.subject()), Dated.of(row, text -> text));
    }
    return builder.build();
  }

  /** Returns whether the other has the same names, parents and segments on all days. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Accounts that
        && names.equals(that.names)
        && parents.equals(that.parents)
        && segments.equals(that.segments);
  }

  @Override
  public int hashCode() {
    return Objects.hash(names, parents, segments);
  }

  /** Returns how many accounts there are. */
  @Override
  public String toString() {
    return names.size() + " accounts";
  }

  /** Collects the rows of accounts, in any order. */
  public static final class Builder {

    private final Map<AccountId, Optional<String>> names = new TreeMap<>();
    private final Map<AccountId, List<Dated<AccountId>>> parents = new TreeMap<>();
    private final Map<AccountId, List<Dated<String>>> segments = new TreeMap<>();

    Builder() {}

    /**
     * Names an account.
     *
     * @param id the id
     * @param name what people call it; others may have the same name
     * @return this builder
     * @throws IllegalArgumentException if the name is blank, or the id has another name already
     */
    public Builder account(AccountId id, String name) {
      if (name.isBlank()) {
        throw new IllegalArgumentException("name of account " + id + " must not be blank");
      }
      Optional<String> before = names.getOrDefault(id, Optional.empty());
      if (before.isPresent() && !before.get().equals(name)) {
        throw new IllegalArgumentException(
            "account must have one name, but " + id + " has " + before.get() + " and " + name);
      }
      names.put(id, Optional.of(name));
      return this;
    }

    /**
     * Says to which account an account belongs.
     *
     * @param account the account
     * @param parent the one it belongs to, and when
     * @return this builder
     */
    public Builder parent(AccountId account, Dated<AccountId> parent) {
      names.putIfAbsent(account, Optional.empty());
      names.putIfAbsent(parent.value(), Optional.empty());
      parents.computeIfAbsent(account, id -> new ArrayList<>()).add(parent);
      return this;
    }

    /**
     * Says of which segment an account is.
     *
     * @param account the account
     * @param segment the segment, and when
     * @return this builder
     * @throws IllegalArgumentException if the segment is blank
     */
    public Builder segment(AccountId account, Dated<String> segment) {
      if (segment.value().isBlank()) {
        throw new IllegalArgumentException("segment of " + account + " must not be blank");
      }
      names.putIfAbsent(account, Optional.empty());
      segments.computeIfAbsent(account, id -> new ArrayList<>()).add(segment);
      return this;
    }

    /**
     * Returns the accounts.
     *
     * @return the accounts
     */
    public Accounts build() {
      return new Accounts(this);
    }
  }
}
