package dev.guidepost.core.record;

import dev.guidepost.core.closing.Closing;
import dev.guidepost.core.closing.Closings;
import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.credit.CreditRule;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.credit.DealTeam;
import dev.guidepost.core.credit.Motion;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Records that jqwik makes up. */
public final class RecordArbitraries {

  /** The day from which on their days count. */
  public static final LocalDate START = LocalDate.of(2026, 1, 1);

  /** Who is in them. */
  public static final List<PersonId> PEOPLE =
      List.of(PersonId.of("ana"), PersonId.of("ben"), PersonId.of("cleo"));

  /** The role of those in their teams. */
  public static final RoleId SDR = RoleId.of("sdr");

  private RecordArbitraries() {}

  private static Arbitrary<LocalDate> days(int from, int to) {
    return Arbitraries.integers().between(from, to).map(START::plusDays);
  }

  private static <T> Arbitrary<History<T>> histories(Arbitrary<T> values) {
    Arbitrary<History.Entry<T>> entries =
        Combinators.combine(
                days(0, 50),
                Arbitraries.integers().between(0, 12),
                Arbitraries.integers().between(0, 2),
                values.optional())
            .as(
                (from, delay, row, value) ->
                    new History.Entry<>(from, from.plusDays(Math.max(0, delay - 6)), row, value));
    return Combinators.combine(values.optional(), entries.list().ofMaxSize(3)).as(History::new);
  }

  private static Arbitrary<StageVisit> visits() {
    return Combinators.combine(
            Arbitraries.of("A", "B", "C"),
            days(20, 40),
            Arbitraries.of(Outcome.class),
            Arbitraries.integers().between(0, 9),
            Arbitraries.integers().between(0, 2))
        .as(
            (stage, entered, outcome, delay, row) ->
                new StageVisit(stage, entered, outcome, entered.plusDays(delay), row));
  }

  /** Visits whose rows tell them apart. */
  private static Arbitrary<List<StageVisit>> ways() {
    return visits().list().ofMaxSize(4).map(RecordArbitraries::numbered);
  }

  private static List<StageVisit> numbered(List<StageVisit> visits) {
    List<StageVisit> numbered = new ArrayList<>();
    for (StageVisit visit : visits) {
      numbered.add(
          new StageVisit(
              visit.stage(), visit.entered(), visit.outcome(), visit.known(), numbered.size()));
    }
    return numbered;
  }

  /** Visits that are on record for some days; their rows are apart from those of {@link #ways}. */
  private static Arbitrary<List<Withdrawal>> withdrawals() {
    return Combinators.combine(visits(), Arbitraries.integers().between(0, 9))
        .as(
            (visit, days) ->
                new Withdrawal(
                    new StageVisit(
                        visit.stage(), visit.entered(), visit.outcome(), visit.known(), 9),
                    visit.known().plusDays(days)))
        .list()
        .ofMaxSize(1);
  }

  private static Arbitrary<History<PersonId>> owners() {
    return Combinators.combine(
            Arbitraries.of(PEOPLE),
            Arbitraries.of(PEOPLE).optional(),
            days(0, 50),
            Arbitraries.integers().between(0, 9))
        .as(
            (first, second, day, delay) -> {
              History<PersonId> owner = History.of(first);
              return second
                  .map(next -> owner.corrected(day, day.plusDays(delay), next))
                  .orElse(owner);
            });
  }

  /** Rules of credit of the role, noted and in effect on some days. */
  public static Arbitrary<CreditRules> rules() {
    return Combinators.combine(
            days(0, 20), days(0, 60).optional(), Arbitraries.integers().between(1, 100))
        .as(
            (from, noted, percent) ->
                CreditRule.builder()
                    .id("r")
                    .effectiveFrom(from)
                    .noted(noted)
                    .share(SDR, String.valueOf(percent)))
        .list()
        .ofMaxSize(3)
        .map(
            builders -> {
              List<CreditRule> rules = new ArrayList<>();
              builders.forEach(builder -> rules.add(builder.id("r" + rules.size()).build()));
              return new CreditRules(rules);
            });
  }

  /** January closed on some day after it, or nothing. */
  public static Arbitrary<Closings> closings() {
    Period january = FiscalCalendar.calendarYear().period("2026-01");
    return Arbitraries.oneOf(
        Arbitraries.just(Closings.NONE),
        days(31, 60).map(day -> Closings.NONE.with(new Closing(january, day, PEOPLE.get(0)))));
  }

  /** Meetings and calls, some about a deal d0 to d2, told of later not to have taken place. */
  public static Arbitrary<List<Activity>> activities() {
    return Combinators.combine(
            Arbitraries.of(PEOPLE),
            Arbitraries.of(StandardMetrics.MEETINGS, StandardMetrics.CALLS),
            days(0, 40),
            Arbitraries.integers().between(0, 9),
            Arbitraries.of("d0", "d1", "d2").optional(),
            histories(Arbitraries.of(ActivityOutcome.class)))
        .as(
            (person, metric, on, delay, deal, outcomes) ->
                Activity.builder()
                    .person(person)
                    .metric(metric)
                    .on(on)
                    .recorded(on.plusDays(delay))
                    .deal(deal.map(DealId::of))
                    .outcomes(outcomes))
        .list()
        .ofMaxSize(4)
        .map(
            builders -> {
              List<Activity> activities = new ArrayList<>();
              builders.forEach(
                  builder -> activities.add(builder.id("a" + activities.size()).build()));
              return activities;
            });
  }

  /** Even shares of some people, with or without overlay. */
  public static Arbitrary<Credit> credits() {
    return Combinators.combine(
            Arbitraries.of(PEOPLE).set().ofMinSize(1),
            Arbitraries.of(PEOPLE).set(),
            Arbitraries.integers().between(1, 100))
        .as(
            (sharing, helping, percent) -> {
              Credit.Builder builder = Credit.builder();
              Credit.evenly(sharing).shares().forEach(builder::share);
              helping.forEach(who -> builder.overlay(who, String.valueOf(percent)));
              return builder.build();
            });
  }

  /** Deals with days 0 to 50: reopened, won and lost again, recorded late, handed over. */
  public static Arbitrary<Deal> deals() {
    Arbitrary<Deal.Builder> first =
        Combinators.combine(
                days(0, 20).optional(),
                days(0, 30).optional(),
                ways(),
                owners(),
                histories(Arbitraries.longs().between(0, 999).map(Quantity::of)),
                histories(days(0, 90)),
                histories(credits()),
                Arbitraries.of(Motion.class).optional())
            .as(
                (opened, recorded, visits, owners, amounts, closes, credits, motion) ->
                    Deal.builder()
                        .id(DealId.of("d"))
                        .opened(opened)
                        .recorded(recorded)
                        .visits(visits)
                        .owners(owners)
                        .amounts(amounts)
                        .expectedCloses(closes)
                        .credits(credits)
                        .motion(motion));
    return Combinators.combine(
            first,
            Arbitraries.of("A", "B").optional(),
            histories(Arbitraries.of(PEOPLE).map(who -> DealTeam.NOBODY.with(SDR, who))),
            days(0, 30)
                .map(day -> new BuyerEvent("budget", day, day.plusDays(3)))
                .list()
                .ofMaxSize(2),
            withdrawals())
        .as(
            (builder, stage, teams, events, withdrawals) -> {
              Deal deal = builder.teams(teams).events(events).withdrawals(withdrawals).build();
              return stage.isPresent() && deal.outcome() == Outcome.OPEN
                  ? Deal.builder().from(deal).undatedStage(stage).build()
                  : deal;
            });
  }
}
