package dev.guidepost.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.BatchReport;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.DealSamples;
import dev.guidepost.core.record.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The facts of each kind of record, one by one. */
class RecordFactsTest {

  private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
  private static final LocalDate AS_OF = LocalDate.of(2026, 6, 1);
  private static final Catalog CATALOG = StandardMetrics.catalog("USD", 2);
  static final Catalog TEAMWORK = TeamworkMetrics.addTo(StandardMetrics.fullCatalog("USD", 2));

  /** The facts of some deals, as "metric day amount", sorted. */
  static List<String> facts(LocalDate asOf, LocalDate from, List<Deal> deals) {
    LedgerWriter writer = new LedgerWriter(CATALOG);
    RecordFacts facts = new RecordFacts(asOf, from);
    try (Batch batch = writer.batch("deals", asOf)) {
      deals.forEach(deal -> facts.write(deal, batch));
      assertEquals(List.of(), batch.commit().rejects());
    }
    return lines(writer.snapshot());
  }

  private static Activity did(
      String id, MetricId metric, LocalDate on, int count, Optional<DealId> deal) {
    return Activity.builder()
        .id(id)
        .person(PersonId.of("ana"))
        .metric(metric)
        .on(on)
        .count(count)
        .deal(deal)
        .build();
  }

  static List<String> lines(Ledger ledger) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < ledger.size(); i++) {
      if (ledger.includes(i)) {
        lines.add(ledger.fact(i).toString());
      }
    }
    Collections.sort(lines);
    return lines;
  }

  private static List<String> of(String subject, String... facts) {
    List<String> lines = new ArrayList<>();
    for (String fact : facts) {
      lines.add(fact.replaceFirst(" ", " ana ") + " " + subject);
    }
    Collections.sort(lines);
    return lines;
  }

  private static List<String> openOf(String age, String... facts) {
    List<String> lines = new ArrayList<>(of("{product=(none)} (deal d1)", facts));
    lines.addAll(of("{product=(none)} (open deal d1)", age));
    Collections.sort(lines);
    return lines;
  }

  @Test
  void aWonDeal() {
    assertEquals(
        of(
            "{product=chair} (deal d1)",
            "2026-05-10 closed 1",
            "2026-05-10 wins 1",
            "2026-05-10 bookings 500",
            "2026-05-10 average-deal-size 500",
            "2026-05-10 won-cycle-days 9",
            "2026-05-01 opportunities 1",
            "2026-05-01 cohort-wins 1",
            "2026-05-01 entry-age-days 0"),
        facts(AS_OF, FROM, List.of(DealSamples.won().product("chair").build())));
  }

  @Test
  void aWonDealWithoutAnAmountBooksNothing() {
    assertEquals(
        of(
            "{product=(none)} (deal d1)",
            "2026-05-10 closed 1",
            "2026-05-10 wins 1",
            "2026-05-10 won-cycle-days 9",
            "2026-05-01 opportunities 1",
            "2026-05-01 cohort-wins 1",
            "2026-05-01 entry-age-days 0"),
        facts(AS_OF, FROM, List.of(DealSamples.won().amount(Optional.empty()).build())));
  }

  @Test
  void aLostDeal() {
    assertEquals(
        of(
            "{product=(none)} (deal d1)",
            "2026-05-10 closed 1",
            "2026-05-10 losses 1",
            "2026-05-10 lost-cycle-days 9",
            "2026-05-01 opportunities 1",
            "2026-05-01 cohort-losses 1",
            "2026-05-01 entry-age-days 0"),
        facts(AS_OF, FROM, List.of(DealSamples.won().outcome(Outcome.LOST).build())));
  }

  @Test
  void anOpenDeal() {
    assertEquals(
        openOf(
            "2026-05-01 open-age-days 31",
            "2026-05-01 opportunities 1",
            "2026-05-01 entry-age-days 4"),
        facts(AS_OF, LocalDate.of(2026, 5, 5), List.of(DealSamples.open().build())));
  }

  @Test
  void anUndatedDeal() {
    Deal won = DealSamples.won().opened(Optional.empty()).build();
    assertEquals(
        of(
            "{product=(none)} (deal d1)",
            "2026-05-10 closed 1",
            "2026-05-10 wins 1",
            "2026-05-10 bookings 500",
            "2026-05-10 average-deal-size 500"),
        facts(AS_OF, FROM, List.of(won)));
    assertEquals(List.of(), facts(LocalDate.of(2026, 5, 9), FROM, List.of(won)));
    assertEquals(
        List.of(),
        facts(AS_OF, FROM, List.of(DealSamples.open().opened(Optional.empty()).build())));
  }

  @Test
  void aDealThatClosedLaterIsOpen() {
    assertEquals(
        openOf(
            "2026-05-01 open-age-days 8",
            "2026-05-01 opportunities 1",
            "2026-05-01 entry-age-days 0"),
        facts(LocalDate.of(2026, 5, 9), FROM, List.of(DealSamples.won().build())));
    assertEquals(
        List.of(), facts(LocalDate.of(2026, 4, 30), FROM, List.of(DealSamples.won().build())));
  }

  @Test
  void aDealThatDoesNotFitIsRejectedWithItsKey() {
    LedgerWriter writer = new LedgerWriter(CATALOG);
    try (Batch batch = writer.batch("deals", AS_OF)) {
      new RecordFacts(AS_OF, FROM)
          .write(DealSamples.won().amount(Quantity.parse("0.001")).build(), batch);
      assertEquals(
          List.of(
              new BatchReport.Reject(
                  "deal d1", "bookings: amount must have at most 2 decimals, but was 0.001")),
          batch.commit().rejects());
    }
  }

  @Test
  void activities() {
    LedgerWriter writer = new LedgerWriter(TEAMWORK);
    RecordFacts facts = new RecordFacts(AS_OF, FROM);
    Optional<DealId> deal = Optional.of(DealId.of("d1"));
    try (Batch batch = writer.batch("activities", AS_OF)) {
      facts.write(did("1", StandardMetrics.CALLS, FROM, 3, deal), batch);
      facts.write(did("2", StandardMetrics.MEETINGS, AS_OF, 2, deal), batch);
      facts.write(did("4", StandardMetrics.CALLS, AS_OF.plusDays(1), 1, deal), batch);
      facts.write(did("5", MetricId.of("unknown"), AS_OF, 1, deal), batch);
      facts.write(did("6", StandardMetrics.BOOKINGS, AS_OF, 5000, deal), batch);
      facts.write(did("7", StandardMetrics.WIN_RATE, AS_OF, 1, deal), batch);
      facts.write(did("8", StandardMetrics.WINS, AS_OF, 1, deal), batch);
      facts.write(did("9", StandardMetrics.JOINT_CALLS, AS_OF, 1, deal), batch);
      BatchReport report = batch.commit();
      assertEquals(7, report.offered());
      String none = "metric must be a count of activities that adds up, but was ";
      assertEquals(
          List.of(
              new BatchReport.Reject(
                  "activity 5", "metric must be in the catalog, but was unknown"),
              new BatchReport.Reject("activity 6", none + "bookings"),
              new BatchReport.Reject("activity 7", none + "win-rate"),
              new BatchReport.Reject("activity 8", none + "wins"),
              new BatchReport.Reject(
                  "activity 9",
                  "metric must not be one that is derived from meetings and calls, but was"
                      + " joint-calls")),
          report.rejects());
    }
    assertEquals(
        List.of("2026-04-01 ana calls 3 (activity 1)", "2026-06-01 ana meetings 2 (activity 2)"),
        lines(writer.snapshot()).stream().map(line -> line.replaceAll(" [{].*[}]", "")).toList());
  }

  @Test
  void observationStartsByTheDayAsOf() {
    assertEquals(AS_OF, new RecordFacts(AS_OF, AS_OF).observedFrom());
    assertEquals(
        "observation must not start after the as-of day 2026-06-01, but did on 2026-06-02",
        assertThrows(
                IllegalArgumentException.class, () -> new RecordFacts(AS_OF, AS_OF.plusDays(1)))
            .getMessage());
  }
}
