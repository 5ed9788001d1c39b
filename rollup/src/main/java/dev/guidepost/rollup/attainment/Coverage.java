package dev.guidepost.rollup.attainment;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each unit's sum is made of: fact by fact, who right below brought it, and whether anybody
 * below had a target for its day.
 */
final class Coverage {

  /** A sum that does not overflow on its way. */
  private static final class Sum {
    private long low;
    private BigInteger rest = BigInteger.ZERO;

    void add(long amount) {
      long sum = low + amount;
      if (((low ^ sum) & (amount ^ sum)) < 0) { // overflowed
        rest = rest.add(BigInteger.valueOf(low));
        sum = amount;
      }
      low = sum;
    }

    void add(Sum other) {
      rest = rest.add(other.rest);
      add(other.low);
    }

    Quantity at(int scale) {
      return Quantity.of(new BigDecimal(rest.add(BigInteger.valueOf(low)), scale));
    }
  }

  /** What one party brought to a unit: all, and what of it nobody had a target for. */
  private static final class Brought {
    private final Sum all = new Sum();
    private final Sum without = new Sum();
  }

  private final Metric metric;
  private final Map<UnitId, Map<PartyId, Brought>> brought = new HashMap<>();
  private final Map<UnitId, Sum> onDays = new HashMap<>();

  /**
   * Goes through the facts of a sum in a period.
   *
   * @param partial the units whose targets below are not for all days of the period, and for which
   */
  Coverage(
      Cube cube, Metric metric, Period period, Targeting targeting, Map<UnitId, Days> partial) {
    this.metric = metric;
    Ledger ledger = cube.ledger();
    int code = ledger.catalog().code(metric.id());
    int first = (int) period.start().toEpochDay();
    int end = first + period.days();
    for (int i = 0; i < ledger.size(); i++) {
      int day = ledger.epochDay(i);
      if (ledger.metricCode(i) == code && day >= first && day < end && ledger.includes(i)) {
        List<UnitId> path = cube.path(i);
        UnitId seat = path.get(path.size() - 1);
        PartyId owner =
            cube.placedBy().isPresent() ? seat : ledger.parties().get(ledger.partyCode(i));
        boolean covered =
            (cube.placedBy().isPresent() || !owner.equals(seat)) && targeting.covers(owner, day);
        add(owner, covered, day, ledger.unscaledAmount(i), path, targeting, partial);
      }
    }
  }

  private void add(
      PartyId owner,
      boolean owned,
      int day,
      long amount,
      List<UnitId> path,
      Targeting targeting,
      Map<UnitId, Days> partial) {
    UnitId seat = path.get(path.size() - 1);
    boolean covered = owned;
    boolean targeted = !owner.equals(seat) && targeting.stands(owner);
    boolean counts = covered;
    PartyId below = owner;
    for (int i = path.size() - 1; i >= 0; i--) {
      UnitId unit = path.get(i);
      Brought here =
          brought
              .computeIfAbsent(unit, key -> new LinkedHashMap<>())
              .computeIfAbsent(below, key -> new Brought());
      here.all.add(amount);
      if (!covered) {
        here.without.add(amount);
      }
      Days days = partial.get(unit);
      if (targeted ? counts : days == null || days.contains(day)) {
        onDays.computeIfAbsent(unit, key -> new Sum()).add(amount);
      }
      if (targeting.stands(unit)) {
        targeted = true;
        counts = targeting.covers(unit, day);
      }
      covered |= targeting.covers(unit, day);
      below = unit;
    }
  }

  /**
   * Returns what those right below a unit brought, and the unit itself; in order of first sight.
   */
  Map<PartyId, Contribution> at(UnitId unit) {
    Map<PartyId, Contribution> found = new LinkedHashMap<>();
    brought
        .getOrDefault(unit, Map.of())
        .forEach(
            (party, sums) ->
                found.put(
                    party,
                    new Contribution(
                        party, sums.all.at(metric.scale()), sums.without.at(metric.scale()))));
    return found;
  }

  /** Returns what of a unit's sum nobody below had a target for, nor where it is placed. */
  Quantity withoutTarget(UnitId unit) {
    Sum sum = new Sum();
    brought.getOrDefault(unit, Map.of()).values().forEach(party -> sum.add(party.without));
    return sum.at(metric.scale());
  }

  /**
   * Returns what counts of a unit's sum against the targets below it: of who has targets, what was
   * done in their days; of others, what was done on a day that any of them is for.
   */
  Quantity onDays(UnitId unit) {
    Sum sum = onDays.get(unit);
    return sum == null ? Quantity.ZERO : sum.at(metric.scale());
  }
}
