package dev.guidepost.core.record;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A deal: an opportunity from opening to closing.
 *
 * <p>A deal whose day of opening is unknown counts as a record, but has no age. An amount is what
 * was agreed; the list amount is what the offer would cost undiscounted and serves while no amount
 * is known.
 *
 * <pre>{@code
 * Deal deal = Deal.builder().id(DealId.of("d1")).owner(ana).stage("Proposal")
 *     .opened(LocalDate.of(2026, 9, 1)).outcome(Outcome.OPEN).build();
 * deal.ageOn(LocalDate.of(2026, 11, 2)); // OptionalInt[62]
 * }</pre>
 *
 * @param id its id
 * @param owner who works it
 * @param name its name, if it has one
 * @param account the customer, if known
 * @param product what is offered, if known
 * @param stage the stage in which it is, or was closed, as the source calls it
 * @param visits the dated entries into stages, in order of time; unmodifiable
 * @param outcome open, won or lost
 * @param opened the day on which it was opened, if known
 * @param closed the day on which it was won or lost; present if and only if it is not open
 * @param amount what was agreed, if known
 * @param listAmount its price at list, if known
 */
@Value.Builder
public record Deal(
    DealId id,
    PersonId owner,
    Optional<String> name,
    Optional<AccountId> account,
    Optional<String> product,
    String stage,
    List<StageVisit> visits,
    Outcome outcome,
    Optional<LocalDate> opened,
    Optional<LocalDate> closed,
    Optional<Quantity> amount,
    Optional<Quantity> listAmount) {

  /** The stage of a deal seen as of a day for which no stage is on record: {@value}. */
  public static final String UNKNOWN_STAGE = "(unknown)";

  /**
   * Creates a deal; see {@link #builder()}.
   *
   * @param id its id
   * @param owner who works it
   * @param name its name
   * @param account the customer
   * @param product what is offered
   * @param stage the stage
   * @param visits the dated entries into stages, in order of time
   * @param outcome open, won or lost
   * @param opened the day of opening
   * @param closed the day of closing
   * @param amount what was agreed
   * @param listAmount its price at list
   * @throws IllegalArgumentException if a closed deal has no day of closing or an open one has, if
   *     it closes before it opens, if visits are out of order, or an amount is negative
   */
  public Deal {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(outcome, "outcome");
    visits = ImmutableList.copyOf(visits);
    if (outcome == Outcome.OPEN ? closed.isPresent() : closed.isEmpty()) {
      throw new IllegalArgumentException(
          "deal "
              + id
              + " must have a day of closing if and only if it is closed, but was "
              + outcome
              + (closed.isPresent() ? " with " + closed.get() : " without"));
    }
    if (opened.isPresent() && closed.isPresent() && closed.get().isBefore(opened.get())) {
      throw new IllegalArgumentException(
          "deal "
              + id
              + " must not close before it opens on "
              + opened.get()
              + ", but closed on "
              + closed.get());
    }
    for (int i = 1; i < visits.size(); i++) {
      if (visits.get(i).entered().isBefore(visits.get(i - 1).entered())) {
        throw new IllegalArgumentException(
            "stages of deal " + id + " must be in order of time, but were " + visits);
      }
    }
    if (amount.orElse(Quantity.ZERO).signum() < 0
        || listAmount.orElse(Quantity.ZERO).signum() < 0) {
      throw new IllegalArgumentException(
          "amounts of deal "
              + id
              + " must not be negative, but were "
              + amount
              + ", "
              + listAmount);
    }
  }

  /**
   * Returns a builder; id, owner, stage and outcome must be set.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns what people call the deal: its name, else its account, else its product and id, else
   * its id. A blank name or product counts as none.
   *
   * @return the label
   */
  public String label() {
    return name.filter(text -> !text.isBlank())
        .or(() -> account.map(AccountId::value))
        .or(() -> product.filter(text -> !text.isBlank()).map(sold -> sold + " " + id))
        .orElse(id.value());
  }

  /**
   * Returns the age on a day: the days since opening.
   *
   * @param day the day
   * @return the age, negative before opening; empty if the day of opening is unknown
   */
  public OptionalInt ageOn(LocalDate day) {
    return opened.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(Math.toIntExact(ChronoUnit.DAYS.between(opened.get(), day)));
  }

  /**
   * Returns the deal as it was known at the end of a day: a later closing is not yet known, and
   * neither are later stages nor the amount agreed at closing.
   *
   * <p>The stage is that of the last visit by then. If something was still to come and no visit is
   * dated by then, it is {@link #UNKNOWN_STAGE}: the stage that the record ends with may be a later
   * one. What the record does not date (owner, name, account, product, list amount) is given as it
   * is.
   *
   * @param day the day, included
   * @return the deal, or empty if it was opened after that day; a deal whose day of opening is
   *     unknown counts as opened
   */
  public Optional<Deal> asOf(LocalDate day) {
    if (opened.isPresent() && opened.get().isAfter(day)) {
      return Optional.empty();
    }
    boolean closedLater = closed.isPresent() && closed.get().isAfter(day);
    List<StageVisit> seen = visits.stream().filter(visit -> !visit.entered().isAfter(day)).toList();
    if (!closedLater && seen.size() == visits.size()) {
      return Optional.of(this);
    }
    return Optional.of(
        new Deal(
            id,
            owner,
            name,
            account,
            product,
            seen.isEmpty() ? UNKNOWN_STAGE : seen.get(seen.size() - 1).stage(),
            seen,
            closedLater ? Outcome.OPEN : outcome,
            opened,
            closedLater ? Optional.empty() : closed,
            closedLater ? Optional.empty() : amount,
            listAmount));
  }

  /** Builds a {@link Deal}. */
  public static final class Builder extends DealBuilder {
    Builder() {}
  }
}
