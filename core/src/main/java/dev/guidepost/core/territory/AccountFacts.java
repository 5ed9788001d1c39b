package dev.guidepost.core.territory;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Derives ledger facts from surveys and territories, as of a day; what lies after it is not looked
 * at.
 *
 * <p>For ledgers of {@link StandardMetrics#fullCatalog(String, int)}: satisfaction with its
 * response rate, the accounts of a territory, and penetration by accounts and by potential.
 *
 * @param asOf the day as of which the records are read
 */
public record AccountFacts(LocalDate asOf) {

  /**
   * Whose the accounts are that nobody looks after: a participant that an organisation shows on its
   * line of what belongs to nobody.
   */
  public static final UnitId UNASSIGNED = UnitId.of("unassigned");

  /**
   * Creates a derivation.
   *
   * @param asOf the day as of which the records are read
   */
  public AccountFacts {
    Objects.requireNonNull(asOf, "asOf");
  }

  /**
   * Writes a survey as one row, by its owner: {@link StandardMetrics#SURVEYS_SENT} on the day it
   * was sent, {@link StandardMetrics#SATISFACTION_POINTS} and {@link
   * StandardMetrics#SATISFACTION_ANSWERS} on the day of the answer. What was not known at the end
   * of the as-of day is left out.
   *
   * @param survey the survey
   * @param batch the batch to write to; a later answer comes as the same row in a later batch
   */
  public void write(Survey survey, Batch batch) {
    if (survey.known().isAfter(asOf)) {
      return;
    }
    Batch.Row row =
        batch
            .row("survey " + survey.id())
            .by(survey.owner())
            .dim(StandardMetrics.ACCOUNT, survey.account().value())
            .on(survey.sent())
            .put(StandardMetrics.SURVEYS_SENT, 1);
    survey
        .answer()
        .filter(answer -> !answer.known().isAfter(asOf))
        .ifPresent(
            answer ->
                row.on(answer.on())
                    .put(
                        StandardMetrics.SATISFACTION,
                        answer.score().toBigDecimal(),
                        BigDecimal.ONE));
  }

  /**
   * Writes how the territories stand on the day, as known then: {@link
   * StandardMetrics#TERRITORY_ACCOUNTS}, {@link StandardMetrics#TERRITORY_POTENTIAL} and {@link
   * StandardMetrics#POTENTIAL_WON}.
   *
   * <p>A row for each person who holds or has held a territory, and one of {@link #UNASSIGNED} for
   * vacant territories and for accounts in none, so that the rows add up to all accounts. Who holds
   * none gets 0, and so does everybody else of whom the ledger has such a fact up to the day:
   * nothing is counted twice after a move or a correction. Days are written in their order; with an
   * earlier one, those after it are to be written again.
   *
   * @param territories the territories
   * @param purchases what accounts had bought by the day, of all products
   * @param batch the batch to write to
   * @throws IllegalArgumentException if the purchases are of another day or currency, or of one
   *     product
   * @throws ArithmeticException if a sum does not fit 64 bits
   */
  public void write(Territories territories, Purchases purchases, Batch batch) {
    if (!purchases.asOf().equals(asOf) || purchases.product().isPresent()) {
      throw new IllegalArgumentException(
          "purchases must be of all products as of " + asOf + ", but were " + purchases);
    }
    Map<PartyId, Sums> sums = new LinkedHashMap<>();
    territories.holdersUntil(asOf).forEach(person -> sums.put(person, Sums.NOTHING));
    for (TerritoryProfile profile : territories.known(asOf).profiles(purchases)) {
      if (profile.holder().isPresent() || !profile.lines().isEmpty()) {
        PartyId whose = profile.holder().<PartyId>map(person -> person).orElse(UNASSIGNED);
        sums.merge(whose, Sums.of(profile), Sums::plus);
      }
    }
    reported(batch.standing()).forEach(party -> sums.putIfAbsent(party, Sums.NOTHING));
    sums.forEach(
        (party, sum) ->
            batch
                .row("territories of " + key(party) + " on " + asOf)
                .by(party)
                .on(asOf)
                .put(StandardMetrics.TERRITORY_ACCOUNTS, sum.accounts())
                .put(StandardMetrics.TERRITORY_POTENTIAL, sum.potential())
                .put(StandardMetrics.POTENTIAL_WON, sum.won()));
  }

  private static String key(PartyId party) {
    return (party instanceof PersonId ? "person " : "unit ") + party;
  }

  /** Those of whom the ledger says how much of territories they had on some day so far. */
  private Set<PartyId> reported(Ledger ledger) {
    int accounts = ledger.catalog().code(StandardMetrics.TERRITORY_ACCOUNTS);
    Set<PartyId> found = new LinkedHashSet<>();
    for (int i = 0; i < ledger.size(); i++) {
      if (ledger.metricCode(i) == accounts
          && ledger.epochDay(i) <= asOf.toEpochDay()
          && ledger.includes(i)) {
        found.add(ledger.parties().get(ledger.partyCode(i)));
      }
    }
    return found;
  }

  /** What the territories of one participant come to. */
  private record Sums(long accounts, Quantity potential, Quantity won) {

    static final Sums NOTHING = new Sums(0, Quantity.ZERO, Quantity.ZERO);

    static Sums of(TerritoryProfile profile) {
      return new Sums(profile.lines().size(), profile.potential(), profile.won());
    }

    Sums plus(Sums other) {
      return new Sums(
          accounts + other.accounts, potential.plus(other.potential), won.plus(other.won));
    }
  }
}
