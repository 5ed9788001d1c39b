package dev.guidepost.core.measure;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.OverTime;
import dev.guidepost.core.quantity.Fraction;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Chooses one snapshot of each participant and adds up what of it counts here. */
final class SnapshotChoice {

  private SnapshotChoice() {}

  static Measurement of(Metric shown, Metric metric, Partial.Snapshots snapshots) {
    OverTime over = ((Aggregation.Snapshot) metric.aggregation()).over();
    Set<PartyId> participants = new HashSet<>(snapshots.expected());
    Fraction amount = Fraction.ZERO;
    long reporters = 0;
    for (PartyId party : snapshots.here().keySet()) { // who has nothing here reports nothing here
      SortedMap<LocalDate, BigInteger> chosen = chosen(over, party, snapshots);
      if (!chosen.isEmpty()) {
        participants.add(party); // reports where the chosen snapshot stands, expected or not
        reporters++;
      }
      BigInteger sum = chosen.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
      int days = over == OverTime.AVERAGE ? days(party, snapshots) : 1;
      amount = amount.plus(new Fraction(sum, BigInteger.valueOf(days)));
    }
    Fraction scaled = amount.over(new Fraction(BigInteger.TEN.pow(metric.scale()), BigInteger.ONE));
    return new Measurement.Snapshot(shown, scaled, reporters, participants.size());
  }

  private static int days(PartyId party, Partial.Snapshots snapshots) {
    return Objects.requireNonNull(snapshots.all().get(party), party::value).size();
  }

  /** Returns the days that stand for the period if they do so here, and what counts of each. */
  static SortedMap<LocalDate, BigInteger> chosen(
      OverTime over, PartyId party, Partial.Snapshots snapshots) {
    SortedMap<LocalDate, BigInteger> here = snapshots.here().getOrDefault(party, new TreeMap<>());
    if (over == OverTime.AVERAGE) {
      return here;
    }
    LocalDate day = choose(over, snapshots.all().getOrDefault(party, new TreeMap<>()));
    return here.subMap(day, day.plusDays(1));
  }

  private static LocalDate choose(OverTime over, SortedMap<LocalDate, BigInteger> days) {
    if (over == OverTime.LAST) {
      return days.lastKey();
    }
    LocalDate best = days.firstKey();
    for (Map.Entry<LocalDate, BigInteger> day : days.entrySet()) {
      int sign = day.getValue().compareTo(days.get(best));
      if ((over == OverTime.MIN && sign < 0) || (over == OverTime.MAX && sign > 0)) {
        best = day.getKey();
      }
    }
    return best;
  }
}
