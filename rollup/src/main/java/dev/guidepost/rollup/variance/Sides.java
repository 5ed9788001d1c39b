package dev.guidepost.rollup.variance;

import com.google.common.collect.ImmutableSortedSet;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.rollup.factor.Product;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Both sides of a comparison: what there was, and who was there.
 *
 * @param before the facts of the earlier side
 * @param after the facts of the later side
 * @param standingBefore where participants stand before
 * @param standingAfter where participants stand after
 * @param booked the facts of both sides at the rates of each day, if these make a line
 * @param result the result, in sums
 */
record Sides(
    Reading before,
    Reading after,
    Standing standingBefore,
    Standing standingAfter,
    Optional<Booked> booked,
    Product result) {

  /** The facts of both sides at the rates of each day. */
  record Booked(Reading before, Reading after) {}

  /** Returns whoever has facts, in order. */
  Set<PartyId> parties() {
    ImmutableSortedSet.Builder<PartyId> parties = ImmutableSortedSet.naturalOrder();
    parties.addAll(before.parties()).addAll(after.parties());
    booked.ifPresent(both -> parties.addAll(both.before.parties()).addAll(both.after.parties()));
    return parties.build();
  }

  boolean isThereBefore(PartyId party) {
    return isThere(party, standingBefore, before);
  }

  boolean isThereAfter(PartyId party) {
    return isThere(party, standingAfter, after);
  }

  /**
   * Who is a member in neither period, such as a stranger, and whom the organisation of a side does
   * not know, is there where they have facts.
   */
  private boolean isThere(PartyId party, Standing standing, Reading reading) {
    boolean isMember = standingBefore.isMember(party) || standingAfter.isMember(party);
    boolean byStanding = isMember && standing.knows(party);
    return byStanding ? standing.isMember(party) : reading.parties().contains(party);
  }

  /** Returns the units in which a participant ends, the root first. */
  List<UnitId> home(PartyId party) {
    return standingAfter.home(party);
  }

  /**
   * Returns what rates of exchange added before and after to what counts at constant ones, by the
   * units in which it counts; empty if there is no such line.
   */
  Map<List<UnitId>, List<Fraction>> exchange(PartyId party) {
    Map<List<UnitId>, List<Fraction>> more = new LinkedHashMap<>();
    booked.ifPresent(
        both -> {
          Map<List<UnitId>, Fraction> from = more(both.before(), before, party);
          Map<List<UnitId>, Fraction> to = more(both.after(), after, party);
          from.forEach(
              (path, amount) ->
                  more.put(path, List.of(amount, to.getOrDefault(path, Fraction.ZERO))));
          to.forEach((path, amount) -> more.putIfAbsent(path, List.of(Fraction.ZERO, amount)));
        });
    return more;
  }

  private Map<List<UnitId>, Fraction> more(Reading booked, Reading constant, PartyId party) {
    Map<List<UnitId>, Fraction> more = new LinkedHashMap<>();
    booked.byPath(party).forEach((path, sums) -> more.put(path, value(sums)));
    constant
        .byPath(party)
        .forEach(
            (path, sums) -> more.merge(path, Fraction.ZERO.minus(value(sums)), Fraction::plus));
    return more;
  }

  private Fraction value(Amounts sums) {
    return result.value(sums).orElseThrow();
  }
}
