package dev.guidepost.examples.backtest;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was won on some days, by everybody. Units are what they were on the day of the review: what
 * somebody wins who moves later counts where they stood, what somebody wins who was not there yet
 * where they came to.
 */
final class Won {

  private final Map<PartyId, double[]> sums = new HashMap<>();
  private final Set<DealId> deals = new HashSet<>();

  Won(Collection<Deal> all, Period days, Known known, LocalDate review) {
    Organisation organisation = known.organisation();
    for (Deal deal : all) {
      if (deal.outcome() != Outcome.WON || !days.contains(deal.closed().orElseThrow())) {
        continue;
      }
      deals.add(deal.id());
      PersonId owner = deal.owner();
      List<? extends PartyId> path =
          organisation.contains(owner)
              ? organisation.path(owner, review)
              : known.subject().organisation().path(owner, deal.closed().orElseThrow());
      double amount = deal.amount().map(given -> given.toDouble()).orElse(0.0);
      add(owner, amount);
      path.forEach(unit -> add(unit, amount));
    }
  }

  private void add(PartyId party, double amount) {
    double[] sum = sums.computeIfAbsent(party, key -> new double[2]);
    sum[0]++;
    sum[1] += amount;
  }

  /** Tells whether a deal was won. */
  boolean deal(DealId deal) {
    return deals.contains(deal);
  }

  /** Returns what somebody won. */
  double of(PartyId party, Measure measure) {
    double[] sum = sums.getOrDefault(party, new double[2]);
    return measure == Measure.WINS ? sum[0] : sum[1];
  }
}
