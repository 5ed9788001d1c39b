package dev.guidepost.examples.company;

import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.agreement.Agreement;
import dev.guidepost.core.agreement.Agreements;
import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.agreement.Miss;
import dev.guidepost.core.agreement.Overrides;
import dev.guidepost.core.agreement.Terms;
import dev.guidepost.core.feed.PracticeMetrics;
import dev.guidepost.core.goal.Goal;
import dev.guidepost.core.goal.GoalTree;
import dev.guidepost.core.goal.Strategy;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.goal.TargetBook;
import dev.guidepost.core.goal.TargetVersion;
import dev.guidepost.core.id.GoalId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.PriorityId;
import dev.guidepost.core.id.StrategyId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.people.Roster;
import dev.guidepost.core.practice.SalesProcess;
import dev.guidepost.core.practice.Stage;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.examples.source.Arrangements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What sellers and their managers said to each other: most targets are agreed on, some after a
 * counter-offer, some wait for an answer, and on a few nobody said a word.
 */
final class Talks {

  private static final PriorityId NEW = PriorityId.of("new");
  private static final PriorityId KEEP = PriorityId.of("keep");
  private static final GoalId WIN = GoalId.of("win-new");
  private static final GoalId GROW = GoalId.of("grow-customers");
  private static final int AHEAD = 10;
  private static final int EXPLAINED_WEEKS = 8;
  private static final double SILENT = 0.06;
  private static final double PROPOSED = 0.14;
  private static final double COUNTERED = 0.24;
  private static final double HAGGLED = 0.45;
  private static final double METRICS_AGREED = 0.85;
  private static final double EXPLAINED = 0.7;
  private static final int OVERRIDDEN = 2;
  private static final double EXPECTED = 0.8;
  private static final String WHY = "as usual and 2 %";

  private final CompanySpec spec;
  private final Season season;
  private final Staff staff;
  private final Events events;
  private final Map<PersonId, History> histories = new HashMap<>();

  Talks(CompanySpec spec, Season season, Staff staff, Events events, List<History> histories) {
    this.spec = spec;
    this.season = season;
    this.staff = staff;
    this.events = events;
    histories.forEach(history -> this.histories.put(history.seller.id(), history));
  }

  private History history(PersonId person) {
    return Objects.requireNonNull(histories.get(person), person::toString);
  }

  /** Returns the goal that a seller's targets serve; a newcomer's were linked to none yet. */
  static Optional<GoalId> goal(Seller seller, LocalDate start) {
    if (seller.ramp(Season.day(start)) < 1) {
      return Optional.empty();
    }
    return Optional.of(seller.role().equals(Roles.ACCOUNT_MANAGER) ? GROW : WIN);
  }

  private GoalTree goals() {
    Strategy strategy =
        new Strategy(
            StrategyId.of("grow"),
            "Grow in the mid-market",
            List.of(
                new Strategy.Priority(NEW, "Win new accounts", Quantity.of(2)),
                new Strategy.Priority(KEEP, "Grow with those we have", Quantity.of(1))));
    return GoalTree.of(
        List.of(strategy),
        List.of(goal(WIN, "New business", NEW), goal(GROW, "Growth with customers", KEEP)));
  }

  private Goal goal(GoalId id, String name, PriorityId priority) {
    return Goal.builder()
        .id(id)
        .name(name)
        .owner(Staff.COMPANY)
        .metric(StandardMetrics.BOOKINGS)
        .priority(priority)
        .effectiveFrom(LocalDate.ofEpochDay(season.observedFrom))
        .build();
  }

  Arrangements arrangements(Roster roster, List<Target> targets, List<Commitment> commitments) {
    Portfolios portfolios = new Portfolios(spec, season, staff.sellers);
    TargetBook book = TargetBook.EMPTY;
    Agreements agreements = Agreements.NONE;
    for (Target target : targets) {
      if (target.owner() instanceof PersonId person && target.period().end().isAfter(spec.asOf())) {
        Talk talk = new Talk(history(person).seller, target);
        book = book.with(TargetVersion.of(target, talk.on, talk.manager, "quota"));
        for (Agreement trail : talk.trails()) {
          agreements = agreements.with(trail);
        }
      }
    }
    return new Arrangements(
        roster,
        goals(),
        book,
        agreements,
        overrides(targets),
        misses(commitments),
        ImmutableMap.of(
            StandardMetrics.MEETINGS,
            Quantity.of(2),
            StandardMetrics.OPPORTUNITIES,
            Quantity.parse("0.5"),
            PracticeMetrics.ADVANCES,
            Quantity.parse("0.5")),
        portfolios.territories(),
        portfolios.surveys(),
        process());
  }

  private static SalesProcess process() {
    return SalesProcess.of(
        "generated",
        LocalDate.of(2020, 1, 1),
        Stage.open(DealProcess.STAGES[0], "names the need"),
        Stage.open(DealProcess.STAGES[1], "tries it"),
        Stage.open(DealProcess.STAGES[2], "confirms the budget"),
        Stage.open(DealProcess.STAGES[3], "names a date"),
        Stage.won("Won"),
        Stage.lost("Lost"));
  }

  /** Some managers know of a deal of their team what no record tells. */
  private Overrides overrides(List<Target> targets) {
    Overrides overrides = Overrides.NONE;
    for (int team = 0; team < spec.teams(); team += OVERRIDDEN) {
      for (Target target : targets) {
        if (target.owner().equals(staff.team(team)) && target.period().contains(spec.asOf())) {
          Overrides.Subject forecast =
              new Overrides.Subject(
                  Overrides.Figure.FORECAST,
                  target.owner(),
                  target.metric(),
                  target.period(),
                  target.scope());
          long share = Math.round(target.amount().unscaledAt(0) * EXPECTED / 1_000) * 1_000;
          overrides =
              overrides.with(
                  new Overrides.Entry(
                      forecast,
                      Optional.of(Quantity.of(share)),
                      staff.managers.get(team),
                      "two customers sign in January",
                      spec.asOf()));
        }
      }
    }
    return overrides;
  }

  /** What was said about one target. */
  private final class Talk {

    private final Seller seller;
    private final Target target;
    private final LocalDate on;
    private final PersonId manager;
    private final RandomGenerator random;

    private Talk(Seller seller, Target target) {
      this.seller = seller;
      this.target = target;
      LocalDate usual = target.period().start().minusDays(AHEAD);
      on = usual.isBefore(spec.asOf()) ? usual : spec.asOf();
      manager = staff.managers.get(staff.team(seller, Season.day(on)));
      random =
          Draws.stream(
              spec.seed(),
              Draws.Purpose.TALK,
              seller.index(),
              target.period().start().toEpochDay());
    }

    private List<Agreement> trails() {
      List<Agreement> trails = new ArrayList<>();
      boolean ahead = target.period().start().isAfter(spec.asOf());
      amount(ahead).ifPresent(trails::add);
      if (!ahead && random.nextDouble() < METRICS_AGREED) {
        Terms metrics =
            new Terms.Metrics(
                seller.id(),
                target.period(),
                Set.of(StandardMetrics.MEETINGS, StandardMetrics.MEETING_CONVERSION));
        trails.add(
            Agreement.propose(seller.id(), manager, on, metrics, "what I can act on")
                .agree(manager, later(1)));
      }
      return trails;
    }

    /** Of quarters ahead no more than first proposals are made, and those to few. */
    private Optional<Agreement> amount(boolean ahead) {
      double said = random.nextDouble();
      long asked = target.amount().unscaledAt(0);
      long tenth = Math.max(1, Math.round(asked / 10_000.0)) * 1_000;
      if (ahead) {
        return said < PROPOSED ? Optional.of(offer(asked)) : Optional.empty();
      }
      if (said < SILENT) {
        return Optional.empty();
      }
      if (said < PROPOSED) {
        return Optional.of(offer(asked));
      }
      if (said < COUNTERED) {
        return Optional.of(
            offer(asked)
                .counter(seller.id(), later(2), terms(asked - tenth), "two large accounts left"));
      }
      if (said < HAGGLED) {
        return Optional.of(
            offer(asked + tenth)
                .counter(seller.id(), later(2), terms(asked), "as the others")
                .agree(manager, later(3)));
      }
      return Optional.of(offer(asked).agree(seller.id(), later(1 + random.nextInt(4))));
    }

    private LocalDate later(int days) {
      LocalDate day = on.plusDays(days);
      return day.isBefore(spec.asOf()) ? day : spec.asOf();
    }

    private Agreement offer(long amount) {
      return Agreement.propose(manager, seller.id(), on, terms(amount), WHY);
    }

    private Terms terms(long amount) {
      return new Terms.Amount(Target.builder().from(target).amount(Quantity.of(amount)).build());
    }
  }

  /** Returns the reasons given for the last 8 weeks, each on the Monday after. */
  private List<Miss> misses(List<Commitment> commitments) {
    List<Miss> misses = new ArrayList<>();
    for (Commitment commitment : commitments) {
      History history = history(commitment.person());
      int from = Season.day(commitment.week().start());
      int until = Season.day(commitment.week().end());
      boolean recent = until <= season.review && from >= season.review - 7 * EXPLAINED_WEEKS;
      boolean meetings = commitment.metric().equals(StandardMetrics.MEETINGS);
      if (recent
          && (!meetings || events.entered(history.seller, from))
          && history.done(commitment.metric(), from, until) < commitment.count()) {
        int key = from + Quotas.AGREED_ON.indexOf(commitment.metric());
        RandomGenerator random =
            Draws.stream(spec.seed(), Draws.Purpose.MISS, history.seller.index(), key);
        if (random.nextDouble() < EXPLAINED) {
          misses.add(miss(commitment, history.seller, random));
        }
      }
    }
    return misses;
  }

  private Miss miss(Commitment commitment, Seller seller, RandomGenerator random) {
    int from = Season.day(commitment.week().start());
    boolean away = false;
    for (int day = from; day < from + 7; day++) {
      away |= season.workday(day) && !seller.works(day);
    }
    Miss.Builder miss =
        Miss.builder()
            .person(commitment.person())
            .metric(commitment.metric())
            .week(commitment.week())
            .on(commitment.week().end());
    if (away) {
      return miss.reason(Miss.Reason.LEAVE).build();
    }
    return switch (random.nextInt(5)) {
      case 0 -> miss.reason(Miss.Reason.TIME).words("a tender").build();
      case 1 -> miss.reason(Miss.Reason.TARGETING).build();
      case 2 -> miss.reason(Miss.Reason.SKILL).build();
      case 3 -> miss.reason(Miss.Reason.WORDS).words("two buyers put it off").build();
      default -> miss.reason(Miss.Reason.LEADS).build();
    };
  }
}
