package dev.guidepost.examples.company;

import com.google.common.collect.Sets;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.time.LocalDate;
import java.util.Set;

/**
 * What company to generate. The same spec gives the same company, bit for bit.
 *
 * <pre>{@code
 * GeneratedCompany company = GeneratedCompany.generate(CompanySpec.of(42).withSellers(80));
 * }</pre>
 *
 * @param seed where its randomness starts
 * @param mode whether it obeys what models of selling assume
 * @param sellers how many people sell or have sold, 1 to 5,000
 * @param regions how many regions, 1 to {@code teams}
 * @param teams how many teams, 1 to {@code sellers}
 * @param months how many months of records, the as-of month included, 6 to 60
 * @param asOf the last day of the records, included
 * @param currency the code of the currency of all amounts, three upper-case letters
 * @param moneyScale the number of decimals of amounts, 0 to 4
 * @param planted the problems that are planted; unmodifiable, in order of the enum
 */
public record CompanySpec(
    long seed,
    Mode mode,
    int sellers,
    int regions,
    int teams,
    int months,
    LocalDate asOf,
    String currency,
    int moneyScale,
    Set<Planted.Kind> planted) {

  /** Whether a company obeys what models of selling assume. */
  public enum Mode {
    /** Stable but for season, ramp and the planted problems; people independent of each other. */
    OBEYING,
    /**
     * Grows by 3 % a month, wins 40 % less easily from a day in the middle on and ever less easily
     * in between, and has good and bad weeks for each person.
     */
    BREAKING,
    /**
     * Sells by a new process from a day in the middle on: the first stages go by faster, the last
     * takes longer.
     */
    CHANGING
  }

  /** Checks the sizes. */
  public CompanySpec {
    requireBetween("sellers", sellers, 1, 5_000);
    requireBetween("teams", teams, 1, sellers);
    requireBetween("regions", regions, 1, teams);
    requireBetween("months", months, 6, 60);
    requireBetween("money scale", moneyScale, 0, 4);
    currency = new UnitOfMeasure.Money(currency).currency();
    planted = Sets.immutableEnumSet(planted);
  }

  private static void requireBetween(String what, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          what + " must be " + min + " to " + max + ", but was " + value);
    }
  }

  /**
   * Returns the spec of the usual company: 40 sellers in 6 teams and 2 regions, 20 months to Friday
   * 2026-10-30, obeying, with all problems planted.
   *
   * @param seed where its randomness starts
   * @return the spec
   */
  public static CompanySpec of(long seed) {
    return new CompanySpec(
        seed,
        Mode.OBEYING,
        40,
        2,
        6,
        20,
        LocalDate.of(2026, 10, 30),
        "USD",
        2,
        Set.of(Planted.Kind.values()));
  }

  /**
   * Returns the spec with another mode.
   *
   * @param other the mode
   * @return the changed spec
   */
  public CompanySpec withMode(Mode other) {
    return new CompanySpec(
        seed, other, sellers, regions, teams, months, asOf, currency, moneyScale, planted);
  }

  /**
   * Returns the spec with another number of sellers, and fewer teams and regions where these would
   * be too many.
   *
   * @param count how many sellers
   * @return the changed spec
   */
  public CompanySpec withSellers(int count) {
    int fewer = Math.min(teams, Math.max(1, count));
    return new CompanySpec(
        seed,
        mode,
        count,
        Math.min(regions, fewer),
        fewer,
        months,
        asOf,
        currency,
        moneyScale,
        planted);
  }

  /**
   * Returns the spec with another organisation.
   *
   * @param regionCount how many regions
   * @param teamCount how many teams
   * @return the changed spec
   */
  public CompanySpec withUnits(int regionCount, int teamCount) {
    return new CompanySpec(
        seed, mode, sellers, regionCount, teamCount, months, asOf, currency, moneyScale, planted);
  }

  /**
   * Returns the spec with another length of history.
   *
   * @param count how many months
   * @return the changed spec
   */
  public CompanySpec withMonths(int count) {
    return new CompanySpec(
        seed, mode, sellers, regions, teams, count, asOf, currency, moneyScale, planted);
  }

  /**
   * Returns the spec with another as-of day.
   *
   * @param day the last day of the records, included
   * @return the changed spec
   */
  public CompanySpec withAsOf(LocalDate day) {
    return new CompanySpec(
        seed, mode, sellers, regions, teams, months, day, currency, moneyScale, planted);
  }

  /**
   * Returns the spec with another currency.
   *
   * @param code the code of the currency
   * @param scale the number of decimals
   * @return the changed spec
   */
  public CompanySpec withMoney(String code, int scale) {
    return new CompanySpec(seed, mode, sellers, regions, teams, months, asOf, code, scale, planted);
  }

  /**
   * Returns the spec with other planted problems. The people stay who they are; only the problems
   * come and go.
   *
   * @param kinds the problems, possibly none
   * @return the changed spec
   */
  public CompanySpec withPlanted(Set<Planted.Kind> kinds) {
    return new CompanySpec(
        seed, mode, sellers, regions, teams, months, asOf, currency, moneyScale, kinds);
  }
}
