package dev.guidepost.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.credit.CreditRule;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.credit.DealTeam;
import dev.guidepost.core.credit.Motion;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.BuyerEvent;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.History;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Laws of deals, of what was known of them, and of the facts derived from them. */
class RecordProperties {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final List<PersonId> PEOPLE =
      List.of(PersonId.of("ana"), PersonId.of("ben"), PersonId.of("cleo"));
  private static final RoleId SDR = RoleId.of("sdr");

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

  private static Arbitrary<Credit> credits() {
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
  @Provide
  Arbitrary<Deal> deals() {
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

  private static Deal named(Deal deal, int number) {
    return Deal.builder().from(deal).id(DealId.of("d" + number)).build();
  }

  private static List<Deal> named(List<Deal> deals) {
    List<Deal> named = new ArrayList<>();
    deals.forEach(deal -> named.add(named(deal, named.size())));
    return named;
  }

  @Property
  void asOfShowsNothingLater(
      @ForAll("deals") Deal deal, @ForAll @IntRange(min = -1, max = 55) int days) {
    LocalDate day = START.plusDays(days);
    deal.asOf(day)
        .ifPresent(
            seen -> {
              assertTrue(seen.onRecord().map(first -> !first.isAfter(day)).orElse(true));
              assertTrue(seen.closed().map(closed -> !closed.isAfter(day)).orElse(true));
              assertTrue(seen.visits().stream().noneMatch(visit -> visit.known().isAfter(day)));
              assertTrue(seen.knownDays().stream().noneMatch(known -> known.isAfter(day)));
              if (seen.visits().size() < deal.visits().size()) {
                assertEquals(
                    seen.visits().isEmpty()
                        ? Deal.UNKNOWN_STAGE
                        : seen.visits().get(seen.visits().size() - 1).stage(),
                    seen.stage());
              }
            });
  }

  @Property
  void whatIsKnownLaterMakesNoDifference(
      @ForAll("deals") Deal deal,
      @ForAll("deals") Deal other,
      @ForAll @IntRange(min = 0, max = 55) int days) {
    LocalDate day = START.plusDays(days);
    LocalDate next = day.plusDays(1);
    Deal.Builder changed =
        Deal.builder()
            .from(deal)
            .owners(deal.owners().with(next, PEOPLE.get(2)))
            .amounts(deal.amounts().with(next, Quantity.of(12_345)))
            .expectedCloses(deal.expectedCloses().without(next))
            .teams(deal.teams().with(next, DealTeam.NOBODY))
            .credits(deal.credits().with(next, Credit.to(PEOPLE.get(2))))
            .addEvents(new BuyerEvent("late", START, next));
    if (deal.undatedStage().isEmpty()) {
      changed.addVisits(new StageVisit("Z", START.plusDays(20), Outcome.LOST, later(next), 0));
    }
    assertEquals(deal.asOf(day), changed.build().asOf(day));
    assertEquals(
        RecordFactsTest.facts(day, START, deal.asOf(day).stream().toList()),
        RecordFactsTest.facts(day, START, List.of(changed.build())));
    assertEquals(other.asOf(START.plusDays(99)), Optional.of(other));
  }

  private static LocalDate later(LocalDate day) {
    LocalDate entered = START.plusDays(20);
    return day.isBefore(entered) ? entered : day;
  }

  @Property
  void asOfOfAsOfIsAsOfTheEarlier(
      @ForAll("deals") Deal deal,
      @ForAll @IntRange(min = -1, max = 55) int first,
      @ForAll @IntRange(min = -1, max = 55) int second) {
    Optional<Deal> both =
        deal.asOf(START.plusDays(Math.max(first, second)))
            .flatMap(seen -> seen.asOf(START.plusDays(Math.min(first, second))));
    assertEquals(deal.asOf(START.plusDays(Math.min(first, second))), both);
  }

  @Property
  void nothingChangesBetweenTheDaysOnWhichSomethingBecameKnown(
      @ForAll("deals") Deal deal, @ForAll @IntRange(min = 0, max = 55) int days) {
    LocalDate day = START.plusDays(days);
    if (!deal.knownDays().contains(day)) {
      assertEquals(deal.asOf(day.minusDays(1)), deal.asOf(day));
    }
  }

  @Property
  void statesComeBackEqual(@ForAll("deals") Deal deal) {
    assertEquals(deal, Deal.of(deal.state()));
  }

  @Property
  void theOrderOfAHistoryDoesNotMatter(@ForAll("deals") Deal deal, @ForAll Random random) {
    List<StageVisit> visits = new ArrayList<>();
    for (StageVisit visit : deal.visits()) {
      visits.add(
          new StageVisit(
              visit.stage(), visit.entered(), visit.outcome(), visit.known(), visits.size()));
    }
    List<History.Entry<Quantity>> amounts = new ArrayList<>();
    for (History.Entry<Quantity> entry : deal.amounts().entries()) {
      amounts.add(new History.Entry<>(entry.known(), amounts.size(), entry.value()));
    }
    Deal.Builder inOrder = Deal.builder().from(deal);
    Deal numbered =
        inOrder
            .visits(List.copyOf(visits))
            .amounts(new History<>(deal.amounts().always(), List.copyOf(amounts)))
            .build();
    Collections.shuffle(visits, random);
    Collections.shuffle(amounts, random);
    Deal shuffled =
        Deal.builder()
            .from(deal)
            .visits(visits)
            .amounts(new History<>(deal.amounts().always(), amounts))
            .build();
    assertEquals(numbered, shuffled);
  }

  @Property(tries = 200)
  void factsDoNotDependOnTheOrder(
      @ForAll @Size(max = 4) List<@From("deals") Deal> given,
      @ForAll @IntRange(max = 55) int days,
      @ForAll Random random) {
    List<Deal> deals = named(given);
    LocalDate asOf = START.plusDays(days);
    List<String> facts = RecordFactsTest.facts(asOf, START, deals);
    assertEquals(facts, RecordFactsTest.facts(asOf, START, deals), "derived twice");
    Collections.shuffle(deals, random);
    assertEquals(facts, RecordFactsTest.facts(asOf, START, deals));
    List<Deal> seen = new ArrayList<>();
    deals.forEach(deal -> deal.asOf(asOf).ifPresent(seen::add));
    assertEquals(facts, RecordFactsTest.facts(asOf, START, seen));
    for (String fact : facts) {
      assertTrue(fact.substring(0, 10).compareTo(asOf.toString()) <= 0, fact);
    }
  }

  @Property(tries = 100)
  void aLedgerFedDayByDayKnowsWhatWasKnown(
      @ForAll @Size(max = 3) List<@From("deals") Deal> given,
      @ForAll @IntRange(max = 60) int days,
      @ForAll Random random) {
    List<Deal> deals = named(given);
    CreditRules rules =
        CreditRules.of(CreditRule.builder().id("r").effectiveFrom(START).share(SDR, "30").build());
    List<Activity> activities =
        List.of(
            Activity.builder()
                .from(Activity.of("a", PEOPLE.get(0), StandardMetrics.CALLS, START.plusDays(7)))
                .recorded(START.plusDays(12))
                .build());
    RecordFeed feed = new RecordFeed(deals, activities, rules, START);
    LedgerWriter writer = new LedgerWriter(RecordFactsTest.TEAMWORK);
    LocalDate last = START.plusDays(days);
    for (LocalDate day : feed.days()) {
      if (!day.isAfter(last)) {
        assertEquals(List.of(), feed.write(day, writer).rejects());
      }
    }
    for (LocalDate day : feed.days()) {
      if (!day.isAfter(last)) {
        LedgerWriter fresh = new LedgerWriter(RecordFactsTest.TEAMWORK);
        feed.write(day, fresh);
        assertEquals(
            RecordFactsTest.lines(fresh.snapshot()),
            RecordFactsTest.lines(writer.snapshot().known(day)));
      }
    }
    List<Deal> shuffled = new ArrayList<>(deals);
    Collections.shuffle(shuffled, random);
    assertEquals(feed, new RecordFeed(shuffled, activities, rules, START));
  }

  @Property
  void creditAddsUpToTheLastUnit(
      @ForAll("shares") Credit credit, @ForAll long amount, @ForAll @IntRange(max = 9) int scale) {
    Quantity total = Quantity.ofUnscaled(amount, scale);
    Quantity sum =
        credit.divide(total, scale).values().stream().reduce(Quantity.ZERO, Quantity::plus);
    assertEquals(total, sum);
    assertEquals(credit.shares().keySet(), credit.divide(total, scale).keySet());
    assertEquals(credit, Credit.of(credit.state()));
  }

  @Provide
  Arbitrary<Credit> shares() {
    return credits();
  }
}
