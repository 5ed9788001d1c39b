package dev.guidepost.targets.reach;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a number of opportunities a week is good for, and what it would take to reach the goal with
 * it: planning from the other end.
 *
 * @param person whose they are
 * @param period the period
 * @param perWeek opportunities created in a full week, as long as they can be won in time
 * @param opportunities how many that are in all, whole
 * @param confidence the chance asked for, above 0 and below 1
 * @param amount the most that is reached with that chance, what is won already included
 * @param chance the chance of the goal; empty without a goal
 * @param yield the share of deals that is won
 * @param neededYield the share that would have to be won for the goal; empty without a goal, or if
 *     even all deals won would not do
 * @param size what a won deal brings on average
 * @param neededSize what it would have to bring for the goal; empty without a goal, or if nothing
 *     is won with that chance
 */
public record Reach(
    PersonId person,
    Period period,
    double perWeek,
    long opportunities,
    double confidence,
    Quantity amount,
    OptionalDouble chance,
    double yield,
    OptionalDouble neededYield,
    double size,
    OptionalDouble neededSize) {

  /** Returns amount, chance and what the goal would take on one line. */
  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%.1f a week, %,d in all: %s with %.0f %%",
                perWeek,
                opportunities,
                amount.print(),
                confidence * 100));
    chance.ifPresent(
        likely -> text.append(String.format(Locale.ROOT, "; goal %.0f %% likely", likely * 100)));
    if (chance.isPresent() && chance.getAsDouble() < confidence) {
      text.append("; it would take ")
          .append(
              neededYield.isPresent()
                  ? String.format(
                      Locale.ROOT,
                      "%.0f %% won (now %.0f %%)",
                      neededYield.getAsDouble() * 100,
                      yield * 100)
                  : "more than every deal won");
      neededSize.ifPresent(
          needed ->
              text.append(
                  String.format(Locale.ROOT, " or %,.0f a deal (now %,.0f)", needed, size)));
    }
    return text.toString();
  }
}
