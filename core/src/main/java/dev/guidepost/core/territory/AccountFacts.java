package dev.guidepost.core.territory;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

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
   * StandardMetrics#SATISFACTION_ANSWERS} on the day of the answer.
   *
   * @param survey the survey
   * @param batch the batch to write to; a later answer comes as the same row in a later batch
   */
  public void write(Survey survey, Batch batch) {
    if (survey.sent().isAfter(asOf)) {
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
        .filter(answer -> !answer.on().isAfter(asOf))
        .ifPresent(
            answer ->
                row.on(answer.on())
                    .put(
                        StandardMetrics.SATISFACTION,
                        answer.score().toBigDecimal(),
                        BigDecimal.ONE));
  }

  /**
   * Writes how the territories stand on the day, a row for each person who holds or has held one:
   * {@link StandardMetrics#TERRITORY_ACCOUNTS}, {@link StandardMetrics#TERRITORY_POTENTIAL} and
   * {@link StandardMetrics#POTENTIAL_WON}. Who no longer holds one gets 0, so that nothing is
   * counted twice after a move. Vacant territories are nobody's.
   *
   * @param territories the territories
   * @param purchases what accounts had bought by the day
   * @param batch the batch to write to
   * @throws IllegalArgumentException if the purchases are of another day or currency
   * @throws ArithmeticException if a sum does not fit 64 bits
   */
  public void write(Territories territories, Purchases purchases, Batch batch) {
    if (!purchases.asOf().equals(asOf)) {
      throw new IllegalArgumentException(
          "purchases must be as of " + asOf + ", but were as of " + purchases.asOf());
    }
    List<TerritoryProfile> profiles = territories.profiles(purchases);
    for (PersonId person : territories.holdersUntil(asOf)) {
      long accounts = 0;
      Quantity potential = Quantity.ZERO;
      Quantity won = Quantity.ZERO;
      for (TerritoryProfile profile : profiles) {
        if (profile.holder().filter(person::equals).isPresent()) {
          accounts += profile.lines().size();
          potential = potential.plus(profile.potential());
          won = won.plus(profile.won());
        }
      }
      batch
          .row("territories of " + person + " on " + asOf)
          .by(person)
          .on(asOf)
          .put(StandardMetrics.TERRITORY_ACCOUNTS, accounts)
          .put(StandardMetrics.TERRITORY_POTENTIAL, potential)
          .put(StandardMetrics.POTENTIAL_WON, won);
    }
  }
}
