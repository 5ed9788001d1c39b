package dev.guidepost.examples.company;

import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.Map;

/**
 * One future: what is won after as-of.
 *
 * @param end the last day, included
 * @param created how many opportunities are opened, by person, in order of the sellers
 * @param wins how many deals are won, by person, in the same order
 * @param bookings what they are worth, by person, in the same order
 */
public record Future(
    LocalDate end,
    Map<PersonId, Integer> created,
    Map<PersonId, Integer> wins,
    Map<PersonId, Quantity> bookings) {

  /** Copies the maps. */
  public Future {
    created = ImmutableMap.copyOf(created);
    wins = ImmutableMap.copyOf(wins);
    bookings = ImmutableMap.copyOf(bookings);
  }

  /**
   * Returns how many deals are won by anybody.
   *
   * @return the sum of {@code wins}
   */
  public int totalWins() {
    return wins.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * Returns what all wins are worth.
   *
   * @return the sum of {@code bookings}
   */
  public Quantity totalBookings() {
    return bookings.values().stream().reduce(Quantity.ZERO, Quantity::plus);
  }
}
