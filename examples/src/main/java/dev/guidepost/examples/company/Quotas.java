package dev.guidepost.examples.company;

import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.feed.PracticeMetrics;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.people.Role;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What people agreed to reach, set the way companies do: a seller's quota for a quarter is the mean
 * of the full quarters before it, up to four, and 2 % on top, in whole thousands; a unit stands
 * against 93 % of what its sellers do. Commitments are what was usual in the last 8 weeks:
 * meetings, and opportunities and advances of deals where they come to one at least.
 */
final class Quotas {

  /** What sellers and managers agree on by week. */
  static final List<MetricId> AGREED_ON =
      List.of(StandardMetrics.MEETINGS, StandardMetrics.OPPORTUNITIES, PracticeMetrics.ADVANCES);

  /** How many of these: with what a role is measured by, nobody looks at more than five a week. */
  private static final Map<Role, Integer> HOW_MANY =
      Map.of(Roles.INSIDE, 3, Roles.FIELD, 2, Roles.PARTNER_MANAGER, 2, Roles.ACCOUNT_MANAGER, 1);

  private static final double GROWTH = 1.02;
  private static final double UNIT_SHARE = 0.93;
  private static final double THRESHOLD = 0.75;
  private static final double STRETCH = 1.2;
  private static final int USUAL_WEEKS = 8;
  private static final int COMMITTED_WEEKS = 26;
  private static final int FEWEST_DAYS = 10;
  private static final double AGREED_EARLY = 0.5;

  private final CompanySpec spec;
  private final Season season;
  private final Staff staff;
  private final List<History> histories;
  private final Organisation organisation;

  Quotas(
      CompanySpec spec,
      Season season,
      Staff staff,
      List<History> histories,
      Organisation organisation) {
    this.spec = spec;
    this.season = season;
    this.staff = staff;
    this.histories = histories;
    this.organisation = organisation;
  }

  /** Returns the bookings quotas from the second full quarter up to the one after as-of. */
  List<Target> targets() {
    FiscalCalendar calendar = FiscalCalendar.calendarYear();
    List<Period> quarters =
        calendar.periods(
            Grain.QUARTER, LocalDate.ofEpochDay(season.observedFrom), spec.asOf().plusMonths(3));
    List<Target> targets = new ArrayList<>();
    for (int q = 1; q < quarters.size(); q++) {
      List<Period> before =
          quarters.subList(Math.max(0, q - 4), q).stream()
              .filter(quarter -> Season.day(quarter.start()) >= season.observedFrom)
              .filter(quarter -> !quarter.lastDay().isAfter(spec.asOf()))
              .toList();
      if (!before.isEmpty()) {
        addQuarter(targets, quarters.get(q), before);
      }
    }
    return targets;
  }

  private void addQuarter(List<Target> targets, Period quarter, List<Period> before) {
    Map<UnitId, Long> units = new LinkedHashMap<>();
    organisation.units().forEach(unit -> units.put(unit, 0L));
    for (History history : histories) {
      long quota = quota(history, quarter, before);
      if (quota > 0) {
        targets.add(sellers(history.seller, target(history.seller.id(), quarter, quota)));
        LocalDate known = quarter.start().isBefore(spec.asOf()) ? quarter.lastDay() : spec.asOf();
        for (UnitId unit : organisation.path(history.seller.id(), known)) {
          units.merge(unit, quota, Long::sum);
        }
      }
    }
    units.forEach(
        (unit, sum) -> {
          if (sum > 0 && !unit.equals(Organisation.UNASSIGNED)) {
            targets.add(target(unit, quarter, Math.round(sum * UNIT_SHARE)));
          }
        });
  }

  /** Account managers have a threshold and a stretch: what customers grow by is easier to tell. */
  private static Target sellers(Seller seller, Target quota) {
    Target.Builder target =
        Target.builder().from(quota).goal(Talks.goal(seller, quota.period().start()));
    if (seller.role().equals(Roles.ACCOUNT_MANAGER)) {
      long asked = quota.amount().unscaledAt(0);
      target
          .threshold(Quantity.of(Math.round(asked * THRESHOLD)))
          .stretch(Quantity.of(Math.round(asked * STRETCH)));
    }
    return target.build();
  }

  private static Target target(PartyId owner, Period quarter, long thousands) {
    return Target.builder()
        .owner(owner)
        .metric(StandardMetrics.BOOKINGS)
        .period(quarter)
        .amount(Quantity.of(thousands * 1_000))
        .basis(new Target.Declared())
        .build();
  }

  /** Returns a seller's quota in thousands; 0 for those who are not there for all of it. */
  private long quota(History history, Period quarter, List<Period> before) {
    Seller seller = history.seller;
    if (Season.day(quarter.lastDay()) >= seller.left()
        || seller.hired() > Season.day(quarter.start()) + 45) {
      return 0;
    }
    List<Period> full =
        before.stream().filter(past -> seller.hired() + 120 <= Season.day(past.start())).toList();
    if (full.isEmpty()) {
      // A newcomer gets a share of what the others of the role do, by how far they are.
      double peers =
          histories.stream()
              .filter(other -> other.seller.role().equals(seller.role()) && other != history)
              .filter(other -> other.seller.hired() < season.origin)
              .mapToLong(other -> bookings(other, before))
              .average()
              .orElse(0);
      double share = seller.ramp(Season.day(quarter.start()));
      return Math.max(1, Math.round(peers / before.size() * share * 0.8 / 1_000));
    }
    return Math.max(1, Math.round(bookings(history, full) * GROWTH / full.size() / 1_000));
  }

  private static long bookings(History history, List<Period> quarters) {
    long sum = 0;
    for (Period quarter : quarters) {
      sum += history.bookings(Season.day(quarter.start()), Season.day(quarter.end()));
    }
    return sum;
  }

  /**
   * Returns what was agreed for each of the last 26 weeks up to the review, and for the week of the
   * review by those who did so on the Friday before.
   */
  List<Commitment> commitments(Events events) {
    List<Commitment> commitments = new ArrayList<>();
    FiscalCalendar calendar = FiscalCalendar.calendarYear();
    int first = Math.max(season.review - 7 * COMMITTED_WEEKS, season.observedFrom);
    for (int monday = Season.monday(first + 6); monday <= season.review; monday += 7) {
      Period week = calendar.period(Grain.WEEK, LocalDate.ofEpochDay(monday));
      boolean next = monday == season.review;
      for (History history : histories) {
        if (!next || early(history.seller)) {
          Commitment.Builder agreed =
              Commitment.builder()
                  .person(history.seller.id())
                  .agreedWith(manager(history.seller, monday))
                  .week(week)
                  .agreedOn(next ? spec.asOf() : week.start());
          commit(history, monday, events, agreed, commitments);
        }
      }
    }
    return commitments;
  }

  /** Tells whether someone agreed on the week of the review before it. */
  private boolean early(Seller seller) {
    return Draws.stream(spec.seed(), Draws.Purpose.NEXT_WEEK, seller.index(), 0).nextDouble()
        < AGREED_EARLY;
  }

  private PersonId manager(Seller seller, int day) {
    return staff.managers.get(staff.team(seller, day));
  }

  private void commit(
      History history,
      int monday,
      Events events,
      Commitment.Builder agreed,
      List<Commitment> commitments) {
    RandomGenerator random =
        Draws.stream(spec.seed(), Draws.Purpose.COMMITMENT, history.seller.index(), monday);
    int many = HOW_MANY.getOrDefault(history.seller.role(), 1);
    for (MetricId metric : AGREED_ON.subList(0, many)) {
      int count = committed(history, metric, monday, events, random);
      if (count > 0) {
        commitments.add(agreed.metric(metric).count(count).build());
      }
    }
  }

  /** The usual number, a little more or less; nobody there agrees on no meeting at all. */
  private int committed(
      History history, MetricId metric, int monday, Events events, RandomGenerator random) {
    Seller seller = history.seller;
    int from = monday - 7 * USUAL_WEEKS;
    int worked = seller.workdays(from, monday);
    int days = seller.workdays(monday, monday + 7);
    if (worked < FEWEST_DAYS || days == 0) {
      return 0;
    }
    double usual = history.done(metric, from, monday) * (double) days / worked;
    int count = (int) Math.round(usual * Draws.between(random, 0.9, 1.2));
    if (monday < season.review && events.keepsCommitments(seller, monday)) {
      count = Math.min(count, history.done(metric, monday, monday + 7));
    }
    return metric.equals(StandardMetrics.MEETINGS) ? Math.max(1, count) : count;
  }
}
