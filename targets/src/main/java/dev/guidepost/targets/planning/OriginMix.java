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
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a person's opportunities come from, by those of the recent weeks: what others bring is
 * counted on at its recent rate, and no more, so the person is asked for all of the rest.
 */
final class OriginMix {

  private static final double HALF = 0.5;

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
   * Who owes which of the opportunities of each week, in whole counts; the fractions of what others
   * bring are carried, and the rest is the person's own.
   *
   * @param planned how many a full week are planned in each week; what others do not bring of it is
   *     the person's own rate
   */
  List<List<Sourcing>> byWeek(List<CreationWeek> weeks, long[] counts, double[] planned) {
    Map<Origin, Double> running = started();
    double others = running.keySet().stream().mapToDouble(this::rate).sum();
    List<List<Sourcing>> all = new ArrayList<>();
    for (int w = 0; w < counts.length; w++) {
      List<Sourcing> week = new ArrayList<>();
      long left = counts[w];
      for (Map.Entry<Origin, Double> entry : running.entrySet()) {
        double rate = rate(entry.getKey());
        double now = entry.getValue() + rate * weeks.get(w).exposure();
        long whole = Math.min(left, (long) Math.floor(now + 1e-9));
        entry.setValue(now - whole);
        left -= whole;
        if (whole > 0) {
          week.add(new Sourcing(entry.getKey(), rate, whole));
        }
      }
      if (left > 0) {
        week.add(new Sourcing(Origin.OWN, Math.max(0, planned[w] - others), left));
      }
      all.add(week);
    }
    return all;
  }

  /**
   * With what each origin of others starts, so that already the first week, which is all that is
   * read of most plans, has what they bring on average: spread evenly around one half, so that
   * together they are rounded to the nearest; the largest fraction is the first to make a whole.
   */
  private Map<Origin, Double> started() {
    List<Origin> others =
        perWeek.keySet().stream()
            .filter(origin -> origin != Origin.OWN)
            .sorted(Comparator.comparingDouble(origin -> rate(origin) % 1))
            .toList();
    Map<Origin, Double> running = new EnumMap<>(Origin.class);
    for (int i = 0; i < others.size(); i++) {
      running.put(others.get(i), (i + HALF) / others.size());
    }
    return running;
  }

  private double rate(Origin origin) {
    return perWeek.getOrDefault(origin, 0.0);
  }
}
