package dev.guidepost.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.credit.CreditRule;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.practice.SalesProcess;
import dev.guidepost.core.practice.Stage;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.History;
import dev.guidepost.core.record.RecordArbitraries;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.core.time.FiscalCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
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

  @Property(tries = 100)
  void aLedgerFedDayByDayKnowsWhatWasKnown(
      @ForAll @Size(max = 3) List<@From("deals") Deal> given,
      @ForAll @IntRange(max = 60) int days,
      @ForAll Random random) {
    List<Deal> deals = named(given);
    RecordFeed feed = new RecordFeed(deals, ACTIVITIES, RULES, START);
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
    assertEquals(feed, new RecordFeed(shuffled, ACTIVITIES, RULES, START));
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
    SalesProcess process =
        SalesProcess.of(
            "p",
            START,
            Stage.open("A", "budget"),
            Stage.open("B", "terms"),
            Stage.won("C"),
            Stage.lost("D"));
    assertEquals(process.conformance(seen, day), process.conformance(deals, day));
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
