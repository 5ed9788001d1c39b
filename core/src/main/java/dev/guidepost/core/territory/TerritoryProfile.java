package dev.guidepost.core.territory;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.TerritoryId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A territory as it stood on a day: its accounts, what they could buy and what they do.
 *
 * <p>Potential is never counted twice: where there is an estimate for a group of accounts, members
 * with an estimate of their own count with theirs, and the account above with the rest. White space
 * is the potential that is not won; an account that buys more than was estimated makes up for none
 * of the others.
 *
 * @param id the territory, {@link Territories#UNASSIGNED} for accounts in none
 * @param label what people call it
 * @param on the day
 * @param holder who held it; empty while it was vacant
 * @param currency the code of the currency of all amounts
 * @param lines its accounts, ordered by id; unmodifiable
 * @param leadsPerWeek how many leads came in a week, if that is known
 */
public record TerritoryProfile(
    TerritoryId id,
    String label,
    LocalDate on,
    Optional<PersonId> holder,
    String currency,
    List<Line> lines,
    Optional<Quantity> leadsPerWeek) {

  /**
   * An account of a territory.
   *
   * @param account the account as it stood on the day
   * @param estimates its own estimates that count: for it alone, then for its group; unmodifiable
   * @param superseded earlier estimates about the same, in whose place those count, the latest
   *     first; unmodifiable
   * @param coveredBy the account whose estimate is for this one too; itself if it has one, empty if
   *     there is none
   * @param potential how much of its own estimates counts with it: all that is for it alone, and of
   *     that for its group what is left beside its members' own
   * @param won how much of that potential is bought already, by all accounts it is for
   */
  public record Line(
      Account account,
      List<Potential> estimates,
      List<Potential> superseded,
      Optional<AccountId> coveredBy,
      Quantity potential,
      Quantity won) {

    /**
     * Creates a line.
     *
     * @param account the account as it stood on the day
     * @param estimates its own estimates that count
     * @param superseded earlier estimates about the same
     * @param coveredBy the account whose estimate is for this one too
     * @param potential how much of its own estimates counts with it
     * @param won how much of that potential is bought already
     * @throws IllegalArgumentException if more is won than the potential
     */
    public Line {
      Objects.requireNonNull(account, "account");
      estimates = ImmutableList.copyOf(estimates);
      superseded = ImmutableList.copyOf(superseded);
      Objects.requireNonNull(coveredBy, "coveredBy");
      if (won.compareTo(potential) > 0) {
        throw new IllegalArgumentException(
            "won of " + account.id() + " must be at most " + potential + ", but was " + won);
      }
    }

    private String note() {
      if (estimates.isEmpty()) {
        return coveredBy.map(by -> "in the estimate of " + by).orElse("no estimate");
      }
      String counting =
          estimates.stream()
              .map(own -> said(own) + (own.group() ? ", rest of its group" : ""))
              .collect(Collectors.joining("; "));
      String before =
          superseded.stream()
              .map(own -> own.amount().print() + ", " + said(own))
              .collect(Collectors.joining("; "));
      return counting + (before.isEmpty() ? "" : "; instead of " + before);
    }

    private static String said(Potential estimate) {
      return estimate.source() + ", " + estimate.on();
    }
  }

  /**
   * Creates a profile.
   *
   * @param id the territory
   * @param label what people call it
   * @param on the day
   * @param holder who held it
   * @param currency the code of the currency of all amounts
   * @param lines its accounts
   * @param leadsPerWeek how many leads came in a week
   */
  public TerritoryProfile {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(holder, "holder");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(leadsPerWeek, "leadsPerWeek");
    lines = ImmutableList.copyOf(lines);
  }

  /**
   * Returns how many of the accounts are customers.
   *
   * @return customers of accounts
   */
  public Ratio customers() {
    return share(line -> !line.account().isNew());
  }

  /**
   * Returns for how many of the accounts there is an estimate, their own or that of a group.
   *
   * @return accounts with an estimate of accounts
   */
  public Ratio estimated() {
    return share(line -> line.coveredBy().isPresent());
  }

  private Ratio share(Function<Line, Boolean> counts) {
    return Ratio.of(lines.stream().filter(counts::apply).count(), lines.size());
  }

  /**
   * Returns how much the accounts could buy in 12 months.
   *
   * @return the sum of what counts with each, exact; says nothing of accounts without an estimate
   * @throws ArithmeticException if the sum does not fit 64 bits
   */
  public Quantity potential() {
    return sum(Line::potential);
  }

  /**
   * Returns how much of the potential is won.
   *
   * @return the sum over the accounts, exact; 0 to the potential
   * @throws ArithmeticException if the sum does not fit 64 bits
   */
  public Quantity won() {
    return sum(Line::won);
  }

  /**
   * Returns how large the accounts are: what they bought over 12 months.
   *
   * @return the sum of their sizes, exact, of those without an estimate too
   * @throws ArithmeticException if the sum does not fit 64 bits
   */
  public Quantity size() {
    return sum(line -> line.account().size());
  }

  /**
   * Returns the installed base: what the accounts bought up to the day, whenever.
   *
   * @return the sum of their installed bases, exact, of those without an estimate too
   * @throws ArithmeticException if the sum does not fit 64 bits
   */
  public Quantity installedBase() {
    return sum(line -> line.account().installedBase());
  }

  /**
   * Returns how much of the potential is still to be won.
   *
   * @return potential less won, 0 or more
   * @throws ArithmeticException if a sum does not fit 64 bits
   */
  public Quantity whiteSpace() {
    return potential().minus(won());
  }

  /**
   * Returns which share of the potential is won.
   *
   * @return won of potential
   * @throws ArithmeticException if a sum does not fit 64 bits
   */
  public Ratio penetration() {
    return new Ratio(won(), potential());
  }

  private Quantity sum(Function<Line, Quantity> amount) {
    return Quantity.of(
        lines.stream()
            .map(amount)
            .map(Quantity::toBigDecimal)
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /**
   * Returns where the potential comes from.
   *
   * @return a part for each account with source and day of its estimates, and what they stand
   *     instead of; they add up to {@link #potential()}
   * @throws ArithmeticException if the sum does not fit 64 bits
   */
  public Explanation explain() {
    return Explanation.of(
        "potential of " + label + " on " + on,
        lines.stream()
            .map(line -> new Explanation.Part(line.account().name(), line.potential(), line.note()))
            .collect(Collectors.toList()));
  }

  /**
   * Returns accounts, customers, potential and penetration on one line, such as {@code "East (ana):
   * 1 of 3 accounts customers, potential 500,000 USD (estimates for 3 of 3), won 24.0 %"}.
   */
  @Override
  public String toString() {
    return label
        + " ("
        + holder.map(PersonId::value).orElse("vacant")
        + "): "
        + customers()
        + " accounts customers, potential "
        + potential().print()
        + " "
        + currency
        + " (estimates for "
        + estimated()
        + "), won "
        + penetration().percent(1);
  }
}
