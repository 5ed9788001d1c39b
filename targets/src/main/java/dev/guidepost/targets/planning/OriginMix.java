package dev.guidepost.targets.planning;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.Multiset;
import dev.guidepost.core.credit.Origin;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.pipeline.CreationWeek;
import dev.guidepost.targets.rates.CreationRate;
import dev.guidepost.targets.reach.Sourcing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a person's opportunities come from, by those of the recent weeks: what others bring is
 * counted on at its recent rate, and no more, so the person is asked for all of the rest.
 */
final class OriginMix {

  private final Map<Origin, Double> perWeek = new EnumMap<>(Origin.class);

  /**
   * Spreads a rate over origins.
   *
   * @param origins where the person's recent opportunities came from, as far as is known
   */
  OriginMix(Multiset<Origin> origins, CreationRate rate) {
    double all = rate.weeks() <= 0 ? 0 : rate.count() / rate.weeks();
    for (Origin origin : origins.elementSet()) {
      perWeek.put(origin, all * origins.count(origin) / origins.size());
    }
  }

  /** Where everybody's opportunities of the recent weeks came from, as far as is known. */
  static Map<PersonId, Multiset<Origin>> recent(Evidence evidence) {
    List<Period> weeks = evidence.windows().weeks();
    List<Period> recent =
        weeks.subList(Math.max(0, weeks.size() - Evidence.RECENT_WEEKS), weeks.size());
    Map<PersonId, Multiset<Origin>> origins = new HashMap<>();
    for (Deal deal : evidence.deals()) {
      if (deal.origin().isPresent()
          && deal.opened().isPresent()
          && isIn(recent, deal.opened().get())) {
        origins
            .computeIfAbsent(
                deal.ownerOn(deal.opened().get()), owner -> EnumMultiset.create(Origin.class))
            .add(deal.origin().get());
      }
    }
    return origins;
  }

  private static boolean isIn(List<Period> weeks, LocalDate day) {
    return !weeks.isEmpty()
        && !day.isBefore(weeks.get(0).start())
        && weeks.stream().anyMatch(week -> week.contains(day));
  }

  /** Whether the recent opportunities say where they came from. */
  boolean known() {
    return !perWeek.isEmpty();
  }

  /**
   * Who owes which of the opportunities of each week; whole counts, fractions of others carried.
   */
  List<List<Sourcing>> byWeek(List<CreationWeek> weeks, long[] counts) {
    Map<Origin, Double> running = new EnumMap<>(Origin.class);
    List<List<Sourcing>> all = new ArrayList<>();
    for (int w = 0; w < counts.length; w++) {
      List<Sourcing> week = new ArrayList<>();
      long left = counts[w];
      for (Map.Entry<Origin, Double> entry : perWeek.entrySet()) {
        if (entry.getKey() != Origin.OWN) {
          double now =
              running.getOrDefault(entry.getKey(), 0.0)
                  + entry.getValue() * weeks.get(w).exposure();
          long whole = Math.min(left, (long) Math.floor(now + 1e-9));
          running.put(entry.getKey(), now - whole);
          left -= whole;
          if (whole > 0) {
            week.add(new Sourcing(entry.getKey(), entry.getValue(), whole));
          }
        }
      }
      if (left > 0) {
        week.add(new Sourcing(Origin.OWN, perWeek.getOrDefault(Origin.OWN, 0.0), left));
      }
      all.add(week);
    }
    return all;
  }
}
