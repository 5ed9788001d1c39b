package dev.guidepost.core.record;

import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.credit.DealTeam;
import dev.guidepost.core.credit.Motion;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
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
        Combinators.combine(days(0, 50), Arbitraries.integers().between(0, 2), values.optional())
            .as(History.Entry::new);
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

  private static Arbitrary<History<PersonId>> owners() {
    return Combinators.combine(
            Arbitraries.of(PEOPLE), Arbitraries.of(PEOPLE).optional(), days(0, 50))
        .as(
            (first, second, day) -> {
              History<PersonId> owner = History.of(first);
              return second.map(next -> owner.with(day, next)).orElse(owner);
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
                visits().list().ofMaxSize(4),
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
                .ofMaxSize(2))
        .as(
            (builder, stage, teams, events) -> {
              Deal deal = builder.teams(teams).events(events).build();
              return stage.isPresent() && deal.outcome() == Outcome.OPEN
                  ? Deal.builder().from(deal).undatedStage(stage).build()
                  : deal;
            });
  }
}
