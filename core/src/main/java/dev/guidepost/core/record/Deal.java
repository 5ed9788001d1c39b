package dev.guidepost.core.record;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.closing.Closings;
import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.credit.DealTeam;
import dev.guidepost.core.credit.Motion;
import dev.guidepost.core.credit.Origin;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.style.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * A deal: an opportunity from opening to closing, and on, should a win be taken back.
 *
 * <p>What changes over its life is kept with the day on which it was known: the stages it went
 * through, skipped or came back to, won and lost among them; owner, amount, expected close, term,
 * next step, team and agreed credit. {@link #asOf(LocalDate)} shows the deal as it was known at the
 * end of a day, and never uses what was known later. {@link #stage()}, {@link #outcome()}, {@link
 * #amount()} and the like are what is known last. A visit that never was is {@linkplain Withdrawal
 * taken back}.
 *
 * <p>A source that keeps no history gives what it has to the {@link Builder}. A deal whose day of
 * opening is unknown counts as a record, but has no age. The list amount is what the offer would
 * cost undiscounted and serves while no amount is known.
 *
 * <pre>{@code
 * Deal deal = Deal.builder().id(DealId.of("d1")).owner(ana).stage("Proposal")
 *     .opened(LocalDate.of(2026, 9, 1)).build();
 * deal.ageOn(LocalDate.of(2026, 11, 2)); // OptionalInt[62]
 * }</pre>
 *
 * @param id its id
 * @param name its name, if it has one
 * @param account the customer, if known
 * @param product what is offered, if known
 * @param motion whether it is new, an expansion or a renewal, if known
 * @param origin where it came from, if known
 * @param opened the day on which it was opened, if known
 * @param recorded the day from whose end on it is on record, if that is not the day of opening
 * @param undatedStage the stage in which it stands, if no visit is dated for it; only of an open
 *     deal
 * @param visits the dated entries into stages, by day of entry, day known and row; unmodifiable
 * @param withdrawals entries that were taken back, which are not among the visits; unmodifiable
 * @param events what the buyer did, by day; unmodifiable
 * @param owners who works it; somebody from the day on which it is on record
 * @param amounts what it is worth: what was agreed once it is won, before that what was offered
 * @param listAmount its price at list, if known
 * @param cost what delivering it costs, if known
 * @param expectedCloses the day on which it is expected to close
 * @param terms for how long the customer is bound
 * @param nextSteps what is to happen next
 * @param teams who takes part beside the owner
 * @param credits who gets which part of it, if that was agreed for this deal
 */
@Value.Builder
public record Deal(
    DealId id,
    Optional<String> name,
    Optional<AccountId> account,
    Optional<String> product,
    Optional<Motion> motion,
    Optional<Origin> origin,
    Optional<LocalDate> opened,
    Optional<LocalDate> recorded,
    Optional<String> undatedStage,
    List<StageVisit> visits,
    List<Withdrawal> withdrawals,
    List<BuyerEvent> events,
    History<PersonId> owners,
    History<Quantity> amounts,
    Optional<Quantity> listAmount,
    Optional<Quantity> cost,
    History<LocalDate> expectedCloses,
    History<Term> terms,
    History<NextStep> nextSteps,
    History<DealTeam> teams,
    History<Credit> credits) {

  /** The stage of a deal seen as of a day for which no stage is on record: {@value}. */
  public static final String UNKNOWN_STAGE = "(unknown)";

  /**
   * Creates a deal; see {@link #builder()}.
   *
   * @param id its id
   * @param name its name
   * @param account the customer
   * @param product what is offered
   * @param motion whether it is new, an expansion or a renewal
   * @param origin where it came from
   * @param opened the day of opening
   * @param recorded the day from whose end on it is on record
   * @param undatedStage the stage in which it stands, if no visit is dated for it
   * @param visits the dated entries into stages, in any order; those taken back are left out
   * @param withdrawals entries that were taken back, in any order
   * @param events what the buyer did, in any order
   * @param owners who works it
   * @param amounts what it is worth
   * @param listAmount its price at list
   * @param cost what delivering it costs
   * @param expectedCloses the day on which it is expected to close
   * @param terms for how long the customer is bound
   * @param nextSteps what is to happen next
   * @param teams who takes part beside the owner
   * @param credits who gets which part of it
   * @throws IllegalArgumentException if it enters a stage before it opens, visits have the same
   *     days and row, it is closed without a day, has nobody as owner, or an amount is negative
   */
  public Deal {
    Objects.requireNonNull(id, "id");
    withdrawals = ImmutableList.sortedCopyOf(Withdrawal.ORDER, withdrawals);
    visits = DealRules.standing(id, visits, withdrawals);
    events = ImmutableList.sortedCopyOf(BuyerEvent.ORDER, events);
    DealRules.check(id, opened, undatedStage, visits, withdrawals);
    DealRules.checkOwners(id, opened, recorded, owners);
    DealRules.checkAmounts(
        id,
        Stream.of(amounts.values(), listAmount.stream(), cost.stream()).flatMap(given -> given));
  }

  /**
   * Returns a builder.
   *
   * @return the builder; id and owner must be set
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns who works the deal.
   *
   * @return the owner known last
   */
  public PersonId owner() {
    return owners.latest().orElseThrow();
  }

  /**
   * Returns who worked the deal on a day, by all that is known.
   *
   * @param day the day
   * @return the owner of that day; before any is dated, that of the day on which it is on record
   */
  public PersonId ownerOn(LocalDate day) {
    return DealRules.heldOn(this, owners, day).orElseThrow();
  }

  /**
   * Returns the stage in which the deal is.
   *
   * @return the undated stage if there is one, else that of the last visit, else {@link
   *     #UNKNOWN_STAGE}
   */
  public String stage() {
    return undatedStage.orElse(
        visits.isEmpty() ? UNKNOWN_STAGE : visits.get(visits.size() - 1).stage());
  }

  /**
   * Returns what became of the deal.
   *
   * @return what it is in the stage of its last visit; open if there is none
   */
  public Outcome outcome() {
    return visits.isEmpty() ? Outcome.OPEN : visits.get(visits.size() - 1).outcome();
  }

  /**
   * Returns the day on which the deal was won or lost, for good as far as is known.
   *
   * @return the day of the first of the last visits with the same outcome; empty if it is open
   */
  public Optional<LocalDate> closed() {
    return DealRules.closed(visits);
  }

  /**
   * Returns what the deal is worth.
   *
   * @return the amount known last, if one is
   */
  public Optional<Quantity> amount() {
    return amounts.latest();
  }

  /**
   * Returns the day on which the deal is expected to close.
   *
   * @return the day known last, if one is; it may have passed
   */
  public Optional<LocalDate> expectedClose() {
    return expectedCloses.latest();
  }

  /**
   * Returns for how long the customer is bound.
   *
   * @return the term known last, if one is
   */
  public Optional<Term> term() {
    return terms.latest();
  }

  /**
   * Returns what is to happen next.
   *
   * @return the step known last, if there is one
   */
  public Optional<NextStep> nextStep() {
    return nextSteps.latest();
  }

  /**
   * Returns who takes part beside the owner.
   *
   * @return the team known last, if there is one
   */
  public Optional<DealTeam> team() {
    return teams.latest();
  }

  /**
   * Returns who gets which part, if that was agreed for this deal; else {@link CreditRules} say.
   *
   * @return the credit known last
   */
  public Optional<Credit> credit() {
    return credits.latest();
  }

  /**
   * Returns who gets which part of the deal, as {@link #creditOn} says of the day on which it
   * closed, or of the given day while it is open.
   *
   * @param rules the rules; those known after the day do not count
   * @param day the day on which one asks; the deal should be {@linkplain #asOf(LocalDate) as of} it
   * @return the credit
   */
  public Credit creditBy(CreditRules rules, LocalDate day) {
    return creditOn(closed().orElse(day), rules, Closings.NONE, day);
  }

  /**
   * Returns who gets which part of what counts on a day: what was agreed for the deal, or else what
   * rules say of the owner and team of that day.
   *
   * @param on the day on which it counts, such as that of closing
   * @param rules the rules; those known after the as-of day do not count, nor those known after the
   *     day was closed
   * @param closings the periods that were closed
   * @param asOf the day as of which one asks; the deal should be as of it
   * @return the credit
   * @throws IllegalArgumentException if shares of the rules cannot be divided among the team
   */
  public Credit creditOn(LocalDate on, CreditRules rules, Closings closings, LocalDate asOf) {
    return credit().orElseGet(() -> DealRules.credit(this, on, rules, closings, asOf));
  }

  /**
   * Returns what people call it: its name, else its account, else its product and id, else its id.
   *
   * @return the label; a blank name or product counts as none
   */
  public String label() {
    return DealRules.label(this);
  }

  /**
   * Returns the age on a day: the days since opening.
   *
   * @param day the day
   * @return the age, negative before opening, bounded by 32 bits; empty if the opening is unknown
   */
  public OptionalInt ageOn(LocalDate day) {
    return DealRules.age(opened, day);
  }

  /**
   * Returns the deal as it was known at the end of a day: what was known later is not there.
   *
   * <p>The stage is that of the last visit known by then. If visits were still to come and none was
   * known, it is {@link #UNKNOWN_STAGE}: the stage that the record ends with may be a later one.
   * What the record does not date (name, motion, undated values of histories) is given as it is.
   *
   * @param day the day, included
   * @return the deal; empty if it was opened or put on record later, as far as those days are known
   */
  public Optional<Deal> asOf(LocalDate day) {
    return DealRules.asOf(this, day);
  }

  /**
   * Returns the day from whose end on the deal is on record.
   *
   * @return the later of the days of opening and of recording, as known
   */
  public Optional<LocalDate> onRecord() {
    return opened.isEmpty() || (recorded.isPresent() && recorded.get().isAfter(opened.get()))
        ? recorded
        : opened;
  }

  /**
   * Returns the days on which something became known of the deal.
   *
   * @return the day from which on it is on record, and all later ones; unmodifiable
   */
  public SortedSet<LocalDate> knownDays() {
    return DealRules.knownDays(this);
  }

  /**
   * Returns what a host keeps.
   *
   * @return the state that {@link #of(DealState)} reads back
   */
  public DealState state() {
    return DealStates.write(this);
  }

  /**
   * Returns a deal from what a host kept.
   *
   * @param state the state
   * @return the deal
   * @throws IllegalArgumentException if it is none that {@link #state()} could give
   */
  public static Deal of(DealState state) {
    Words.requireWhole(state);
    return DealStates.read(state);
  }

  /**
   * Builds a {@link Deal}: from histories, or from what a source has that keeps none.
   *
   * <p>{@link #stage}, {@link #outcome} and {@link #closed(LocalDate)} together say how the deal
   * stands: closed, they become its last visit, known on that day; open, the stage becomes the
   * undated one unless it is that of the last visit. An {@linkplain #amount(Quantity) amount} of a
   * closed deal counts as known on the day of closing, that of an open one as not dated.
   */
  public static final class Builder extends DealBuilder {
    private final DealStanding standing = new DealStanding();

    Builder() {
      amounts(History.none());
      expectedCloses(History.none());
      terms(History.none());
      nextSteps(History.none());
      teams(History.none());
      credits(History.none());
    }

    /**
     * Sets an owner of no recorded day.
     *
     * @param owner who works it
     * @return this builder
     */
    public Builder owner(PersonId owner) {
      return owners(History.of(owner));
    }

    /**
     * Sets the stage in which it is, or was closed.
     *
     * @param stage its name
     * @return this builder
     */
    public Builder stage(String stage) {
      standing.stage = Optional.of(stage);
      return this;
    }

    /**
     * Sets what became of it; open if not set.
     *
     * @param outcome open, won or lost
     * @return this builder
     */
    public Builder outcome(Outcome outcome) {
      standing.outcome = Optional.of(outcome);
      return this;
    }

    /**
     * Sets the day of closing.
     *
     * @param closed the day
     * @return this builder
     */
    public Builder closed(LocalDate closed) {
      return closed(Optional.of(closed));
    }

    /**
     * Sets the day on which it was won or lost.
     *
     * @param closed the day; present if and only if it is not open
     * @return this builder
     */
    public Builder closed(Optional<LocalDate> closed) {
      standing.closed = closed;
      return this;
    }

    /**
     * Sets an amount whose day the source does not record.
     *
     * @param amount what it is worth
     * @return this builder
     */
    public Builder amount(Quantity amount) {
      return amount(Optional.of(amount));
    }

    /**
     * Sets an amount whose day the source does not record.
     *
     * @param amount what it is worth; empty for none
     * @return this builder
     */
    public Builder amount(Optional<Quantity> amount) {
      standing.amount = Optional.of(amount.map(History::of).orElseGet(History::none));
      return this;
    }

    /**
     * Sets a day of expected closing of which the source does not record when it was known.
     *
     * @param day the day on which it is expected to close
     * @return this builder
     */
    public Builder expectedClose(LocalDate day) {
      return expectedCloses(History.of(day));
    }

    /**
     * Sets a term of which the source does not record when it was known.
     *
     * @param term for how long the customer is bound
     * @return this builder
     */
    public Builder term(Term term) {
      return terms(History.of(term));
    }

    /**
     * Sets a next step of which the source does not record when it was known.
     *
     * @param what what is to happen
     * @param due the day by which
     * @return this builder
     */
    public Builder nextStep(String what, LocalDate due) {
      return nextSteps(History.of(new NextStep(what, due)));
    }

    /**
     * Sets a team of which the source does not record when it was known.
     *
     * @param team who takes part beside the owner
     * @return this builder
     */
    public Builder team(DealTeam team) {
      return teams(History.of(team));
    }

    /**
     * Sets credit of which the source does not record when it was agreed.
     *
     * @param credit who gets which part
     * @return this builder
     */
    public Builder credit(Credit credit) {
      return credits(History.of(credit));
    }

    /**
     * Returns the deal.
     *
     * @return the deal
     * @throws IllegalStateException if id or owner is missing
     * @throws IllegalArgumentException if it is closed without a day or before its last visit, has
     *     a day though open, or as the constructor does
     */
    @Override
    public Deal build() {
      return standing.complete(super.build());
    }
  }
}
