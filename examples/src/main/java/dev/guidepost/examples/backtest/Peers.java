package dev.guidepost.examples.backtest;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What others would forecast from the same deals, as far as they were known.
 *
 * <p>Stage-weighted: an open deal is won with the share of closed deals that went through its stage
 * and were won, whenever that may be; stale deals count. Open/3: every open deal with a third.
 * Company rate: all deals are won and lost at the company's rates a day open (exponential times),
 * and every seller opens as many a day as the company's mean of the last 56 days.
 */
final class Peers {

  private static final int RECENT_DAYS = 56;

  private final Known known;
  private final Map<String, long[]> stages = new HashMap<>();
  private final long[] closed = new long[2];
  private final double winning;
  private final double losing;
  private final double created;

  Peers(Known known) {
    this.known = known;
    LocalDate first = known.subject().observedFrom();
    long wins = 0;
    long losses = 0;
    long open = 0;
    long recent = 0;
    Set<PersonId> sellers = new HashSet<>();
    for (Deal deal : known.deals()) {
      boolean won = deal.outcome() == Outcome.WON;
      LocalDate opened = deal.opened().orElseThrow();
      LocalDate last = deal.closed().orElse(known.asOf());
      LocalDate from = opened.isBefore(first) ? first : opened;
      if (last.isBefore(from)) {
        continue;
      }
      sellers.add(deal.owner());
      open += ChronoUnit.DAYS.between(from, last) + 1;
      recent += ChronoUnit.DAYS.between(opened, known.asOf()) < RECENT_DAYS ? 1 : 0;
      if (deal.outcome() != Outcome.OPEN) {
        wins += won ? 1 : 0;
        losses += won ? 0 : 1;
        count(closed, won);
        deal.visits().stream()
            .filter(visit -> visit.outcome() == Outcome.OPEN)
            .map(StageVisit::stage)
            .distinct()
            .forEach(stage -> count(stages.computeIfAbsent(stage, key -> new long[2]), won));
      }
    }
    this.winning = (double) wins / Math.max(1, open);
    this.losing = (double) losses / Math.max(1, open);
    this.created = (double) recent / RECENT_DAYS / Math.max(1, sellers.size());
  }

  private static void count(long[] counts, boolean won) {
    counts[0]++;
    counts[1] += won ? 1 : 0;
  }

  private static double share(long[] counts) {
    return counts[0] == 0 ? 0.5 : (double) counts[1] / counts[0];
  }

  /** Returns the chance of an open deal to be won on some days. */
  double chance(Forecaster peer, Deal deal, Period days) {
    return switch (peer) {
      case STAGE_WEIGHTED -> share(stages.getOrDefault(deal.stage(), closed));
      case OPEN_THIRD -> 1.0 / 3;
      case COMPANY_RATE -> wonBetween(before(days.start()), before(days.end()));
      default -> throw new IllegalArgumentException("peer must know deals, but was " + peer);
    };
  }

  /** Returns how many deals that a seller is still to open are won on some days. */
  double newWins(Forecaster peer, Period days) {
    double sum = 0;
    if (peer == Forecaster.COMPANY_RATE) {
      double from = before(days.start());
      double until = before(days.end());
      for (int day = 1; day <= until; day++) {
        sum += created * wonBetween(Math.max(0, from - day), until - day);
      }
    }
    return sum;
  }

  /** Days from the as-of day to the end of the day before another. */
  private double before(LocalDate day) {
    return ChronoUnit.DAYS.between(known.asOf(), day) - 1;
  }

  private double wonBetween(double from, double until) {
    double rate = winning + losing;
    return rate == 0
        ? 0
        : winning / rate * (Math.exp(-rate * from) - Math.exp(-rate * Math.max(from, until)));
  }

  /**
   * Returns the days of the last quarter that are repeated; empty if they were not all observed.
   */
  Optional<Period> repeated(Subject.Look look) {
    FiscalCalendar calendar = FiscalCalendar.calendarYear();
    Period quarter = look.period();
    Period last = calendar.previous(quarter);
    while (last.end().isAfter(look.asOf().plusDays(1))) {
      last = calendar.previous(last);
    }
    long gone = ChronoUnit.DAYS.between(quarter.start(), look.days().start());
    LocalDate start = last.start().plusDays(gone);
    return start.isBefore(known.subject().observedFrom()) || !start.isBefore(last.end())
        ? Optional.empty()
        : Optional.of(Period.custom(start, last.end()));
  }

  /** Tells whether a forecaster is the library, with or without a part. */
  static boolean isOurs(Forecaster one) {
    return one.isWithoutPart()
        || one == Forecaster.GUIDEPOST
        || one == Forecaster.NOTHING_NEW
        || one == Forecaster.SHOCK;
  }

  /** The peers that give every deal a chance. */
  static List<Forecaster> ofDeals() {
    return List.of(Forecaster.STAGE_WEIGHTED, Forecaster.OPEN_THIRD, Forecaster.COMPANY_RATE);
  }
}
