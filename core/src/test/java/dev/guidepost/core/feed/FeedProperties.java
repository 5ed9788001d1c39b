package dev.guidepost.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.closing.Closings;
import dev.guidepost.core.credit.CreditRule;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.credit.DealTeam;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.practice.SalesProcess;
import dev.guidepost.core.practice.Stage;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.History;
import dev.guidepost.core.record.RecordArbitraries;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.core.time.FiscalCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Laws of the facts derived from records. */
class FeedProperties {

  private static final LocalDate START = RecordArbitraries.START;
  private static final List<PersonId> PEOPLE = RecordArbitraries.PEOPLE;
  private static final RoleId SDR = RecordArbitraries.SDR;
  private static final CreditRules RULES =
      CreditRules.of(CreditRule.builder().id("r").effectiveFrom(START).share(SDR, "30").build());
  private static final Catalog CATALOG =
      PracticeMetrics.addTo(RecordFactsTest.TEAMWORK, new UnitOfMeasure.Score(1, 5));
  private static final SalesProcess PROCESS =
      SalesProcess.of(
          "p",
          START,
          Stage.open("A", "budget"),
          Stage.open("B", "terms"),
          Stage.won("C"),
          Stage.lost("D"));
  private static final SalesProcess CHANGED =
      PROCESS.then(
          START.plusDays(30),
          Map.of("A", "X", "B", "X"),
          Stage.open("X", "budget"),
          Stage.open("Y", "terms"),
          Stage.won("C"),
          Stage.lost("D"));
  private static final List<Activity> ACTIVITIES =
      List.of(
          Activity.builder()
              .from(Activity.of("a", PEOPLE.get(0), StandardMetrics.CALLS, START.plusDays(7)))
              .recorded(START.plusDays(12))
              .build(),
          Activity.of("b", PEOPLE.get(1), StandardMetrics.MEETINGS, START.plusDays(12)));

  @Provide
  Arbitrary<Deal> deals() {
    return RecordArbitraries.deals();
  }

  private static Deal named(Deal deal, int number) {
    return Deal.builder().from(deal).id(DealId.of("d" + number)).build();
  }

  private static List<Deal> named(List<Deal> deals) {
    List<Deal> named = new ArrayList<>();
    deals.forEach(deal -> named.add(named(deal, named.size())));
    return named;
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

  @Provide
  Arbitrary<RecordFeed> feeds() {
    return Combinators.combine(
            Arbitraries.oneOf(deals(), deals().map(FeedProperties::byRule)).list().ofMaxSize(3),
            RecordArbitraries.activities(),
            RecordArbitraries.rules(),
            RecordArbitraries.closings(),
            Arbitraries.integers().between(0, 20),
            Arbitraries.of(PROCESS, CHANGED).optional())
        .as(
            (deals, activities, rules, closings, from, process) ->
                new RecordFeed(
                    named(deals), activities, rules, closings, START.plusDays(from), process));
  }

  /** The same deal, of which only rules say how it is credited. */
  private static Deal byRule(Deal deal) {
    return Deal.builder()
        .from(deal)
        .credits(History.none())
        .team(DealTeam.NOBODY.with(SDR, PEOPLE.get(2)))
        .build();
  }

  private static List<String> fresh(RecordFeed feed, LocalDate day) {
    LedgerWriter writer = new LedgerWriter(CATALOG);
    assertEquals(List.of(), feed.write(day, writer).rejects());
    return RecordFactsTest.lines(writer.snapshot());
  }

  private static List<String> ageless(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.matches(".* (open-age|stage-open)-days .*"))
        .toList();
  }

  @Property(tries = 300)
  void aLedgerFedDayByDayKnowsWhatWasKnownOnAnyDay(
      @ForAll("feeds") RecordFeed feed, @ForAll @IntRange(max = 70) int days) {
    LedgerWriter whole = new LedgerWriter(CATALOG);
    feed.days().forEach(day -> assertEquals(List.of(), feed.write(day, whole).rejects()));
    LedgerWriter news = new LedgerWriter(CATALOG);
    feed.writeAll(news).forEach(report -> assertEquals(List.of(), report.rejects()));
    for (LocalDate day : feed.days()) {
      List<String> expected = fresh(feed, day);
      assertEquals(expected, RecordFactsTest.lines(whole.snapshot().known(day)), "whole " + day);
      assertEquals(expected, RecordFactsTest.lines(news.snapshot().known(day)), "news " + day);
    }
    LocalDate any = feed.observedFrom().plusDays(days);
    assertEquals(
        ageless(fresh(feed, any)),
        ageless(RecordFactsTest.lines(news.snapshot().known(any))),
        "as of " + any);
  }

  @Property(tries = 200)
  void nightlyNewsComeToTheSame(
      @ForAll("feeds") RecordFeed feed, @ForAll @IntRange(min = 1, max = 30) int step) {
    LedgerWriter writer = new LedgerWriter(CATALOG);
    LocalDate day = feed.observedFrom();
    feed.write(day, writer);
    for (int i = 0; i < 4; i++) {
      feed.writeNews(day, day.plusDays(step), writer);
      day = day.plusDays(step);
      assertEquals(fresh(feed, day), RecordFactsTest.lines(writer.snapshot()));
    }
  }

  @Property(tries = 200)
  void whatIsCorrectedOrWithdrawnLeavesNothing(
      @ForAll("feeds") RecordFeed first,
      @ForAll("feeds") RecordFeed second,
      @ForAll @IntRange(max = 60) int days) {
    LocalDate from = first.observedFrom();
    LocalDate day = from.plusDays(days);
    LedgerWriter writer = new LedgerWriter(CATALOG);
    first.write(day, writer);
    RecordFeed corrected =
        new RecordFeed(
            second.deals(),
            second.activities(),
            second.rules(),
            second.closings(),
            from,
            Optional.of(CHANGED));
    corrected.write(day.plusDays(1), writer);
    Set<DealId> deals = new HashSet<>();
    Set<String> activities = new HashSet<>();
    corrected.deals().forEach(deal -> deals.add(deal.id()));
    corrected.activities().forEach(activity -> activities.add(activity.id()));
    try (Batch batch = writer.batch("gone", day.plusDays(1))) {
      RecordFacts facts = new RecordFacts(day.plusDays(1), from);
      StageFacts stages =
          new StageFacts(CHANGED, day.plusDays(1), from, CreditRules.OWNER, Closings.NONE);
      for (Deal deal : first.deals()) {
        if (!deals.contains(deal.id())) {
          facts.withdraw(deal.id(), batch);
          stages.withdraw(deal.id(), batch);
        }
      }
      for (Activity activity : first.activities()) {
        if (!activities.contains(activity.id())) {
          RecordFacts.withdraw(activity.id(), batch);
        }
      }
      batch.commit();
    }
    assertEquals(fresh(corrected, day.plusDays(1)), RecordFactsTest.lines(writer.snapshot()));
  }

  @Property(tries = 100)
  void theOrderOfRecordsDoesNotMatter(@ForAll("feeds") RecordFeed feed, @ForAll Random random) {
    List<Deal> shuffled = new ArrayList<>(feed.deals());
    List<Activity> activities = new ArrayList<>(feed.activities());
    Collections.shuffle(shuffled, random);
    Collections.shuffle(activities, random);
    assertEquals(
        feed, RecordFeed.builder().from(feed).deals(shuffled).activities(activities).build());
  }

  /** A snapshot taken again, of what the source says now, is that taken once. */
  @Property(tries = 200)
  void aSnapshotTakenAgainIsThatTakenOnce(
      @ForAll @Size(max = 3) List<@From("deals") Deal> before,
      @ForAll @Size(min = 3, max = 3) List<@From("deals") Deal> after,
      @ForAll @IntRange(max = 55) int days) {
    LocalDate day = START.plusDays(days);
    LedgerWriter writer = new LedgerWriter(RecordFactsTest.TEAMWORK);
    for (List<Deal> deals : List.of(named(before), named(after))) {
      try (Batch batch = writer.batch("p", day)) {
        PipelineFacts.of(day, FiscalCalendar.calendarYear()).write(deals, PEOPLE, batch);
        assertEquals(List.of(), batch.commit().rejects());
      }
    }
    assertEquals(pipeline(named(after), day), RecordFactsTest.lines(writer.snapshot()));
  }

  private static Ledger ledger(List<Deal> deals, List<Activity> activities) {
    RecordFeed feed = new RecordFeed(deals, activities, RULES, START);
    LedgerWriter writer = new LedgerWriter(RecordFactsTest.TEAMWORK);
    feed.days().forEach(day -> assertEquals(List.of(), feed.write(day, writer).rejects()));
    return writer.snapshot();
  }

  /** The same deal, its visits and amounts numbered by row and then in another order. */
  private static Deal shuffled(Deal deal, Random random) {
    List<StageVisit> visits = new ArrayList<>(deal.visits());
    List<History.Entry<Quantity>> amounts = new ArrayList<>(deal.amounts().entries());
    Collections.shuffle(visits, random);
    Collections.shuffle(amounts, random);
    return Deal.builder()
        .from(deal)
        .visits(visits)
        .amounts(new History<>(deal.amounts().always(), amounts))
        .build();
  }

  private static Deal numbered(Deal deal) {
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
    return Deal.builder()
        .from(deal)
        .visits(visits)
        .amounts(new History<>(deal.amounts().always(), amounts))
        .build();
  }

  @Property(tries = 100)
  void derivingTwiceOrFromShuffledHistoriesGivesTheSameLedger(
      @ForAll @Size(max = 3) List<@From("deals") Deal> given, @ForAll Random random) {
    List<Deal> deals = new ArrayList<>();
    named(given).forEach(deal -> deals.add(numbered(deal)));
    Ledger ledger = ledger(deals, ACTIVITIES);
    assertEquals(ledger, ledger(deals, ACTIVITIES), "derived twice");
    List<Deal> shuffled = new ArrayList<>();
    deals.forEach(deal -> shuffled.add(shuffled(deal, random)));
    Collections.shuffle(shuffled, random);
    assertEquals(
        ledger, ledger(shuffled, List.of(ACTIVITIES.get(1), ACTIVITIES.get(0))), "shuffled");
  }

  @Property(tries = 200)
  void snapshotsAndReportsNeverUseLaterKnowledge(
      @ForAll @Size(max = 4) List<@From("deals") Deal> given,
      @ForAll @IntRange(max = 55) int days) {
    LocalDate day = START.plusDays(days);
    List<Deal> deals = named(given);
    List<Deal> seen = new ArrayList<>();
    deals.forEach(deal -> deal.asOf(day).ifPresent(seen::add));
    assertEquals(pipeline(seen, day), pipeline(deals, day));
    assertEquals(PROCESS.conformance(seen, day), PROCESS.conformance(deals, day));
    for (Deal deal : seen) {
      assertEquals(
          deal.creditBy(RULES.asOf(day), day),
          named(deals, deal).asOf(day).orElseThrow().creditBy(RULES, day));
    }
  }

  private static Deal named(List<Deal> deals, Deal like) {
    return deals.stream().filter(deal -> deal.id().equals(like.id())).findFirst().orElseThrow();
  }

  private static List<String> pipeline(List<Deal> deals, LocalDate day) {
    LedgerWriter writer = new LedgerWriter(RecordFactsTest.TEAMWORK);
    try (Batch batch = writer.batch("p", day)) {
      PipelineFacts.of(day, FiscalCalendar.calendarYear()).write(deals, PEOPLE, batch);
      assertEquals(List.of(), batch.commit().rejects());
    }
    return RecordFactsTest.lines(writer.snapshot());
  }
}
