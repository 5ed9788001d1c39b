package dev.guidepost.rollup.cube;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.feed.RecordFacts;
import dev.guidepost.core.feed.TeamworkMetrics;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Credit conserves at every node of random organisations, and a deal is one deal. */
class CreditProperties {

  private final List<Deal> deals = new ArrayList<>();

  /** Rows of what each participant is to have: the metric, and the deal as the key. */
  private final List<Scenario.Row> parts = new ArrayList<>();

  private static Credit credit(Random random, List<PartyId> parties) {
    Set<PartyId> sharing = new HashSet<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      sharing.add(parties.get(random.nextInt(parties.size())));
    }
    Credit.Builder builder = Credit.builder();
    Credit.evenly(sharing).shares().forEach(builder::share);
    if (random.nextBoolean()) {
      String percent = String.valueOf(1 + random.nextInt(100));
      builder.overlay(parties.get(random.nextInt(parties.size())), percent);
    }
    return builder.build();
  }

  private void deal(Random random, List<PartyId> parties, int number) {
    LocalDate closed = Scenario.START.plusDays(random.nextInt(120));
    Quantity amount = Quantity.ofUnscaled(random.nextInt(100_000), 2);
    Credit credit = credit(random, parties);
    Deal deal =
        Deal.builder()
            .id(DealId.of("d" + number))
            .owner(PersonId.of("person0"))
            .stage("Won")
            .outcome(Outcome.WON)
            .opened(Scenario.START)
            .closed(closed)
            .amount(amount)
            .credit(credit)
            .build();
    deals.add(deal);
    credit
        .divide(amount, 2)
        .forEach(
            (party, part) -> {
              BigDecimal exact =
                  amount
                      .toBigDecimal()
                      .divide(BigDecimal.valueOf(credit.shares().size()), 9, RoundingMode.HALF_UP);
              assertTrue(
                  part.toBigDecimal().subtract(exact).abs().compareTo(new BigDecimal("0.01")) < 0);
              parts.add(new Scenario.Row("d" + number, party, closed, BOOKINGS, part));
              parts.add(new Scenario.Row("d" + number, party, closed, WINS, Quantity.of(1)));
            });
    credit
        .overlay(amount, 2, RoundingMode.HALF_EVEN)
        .forEach(
            (party, part) ->
                parts.add(
                    new Scenario.Row(
                        "d" + number, party, closed, TeamworkMetrics.OVERLAY_BOOKINGS, part)));
  }

  @Property(tries = 150)
  void creditConservesAtEveryNode(@ForAll long seed) {
    deals.clear();
    parts.clear();
    Scenario scenario = new Scenario(seed);
    Random random = new Random(seed);
    List<PartyId> parties = new ArrayList<>(scenario.organisation.people());
    parties.addAll(scenario.organisation.units());
    parties.addAll(List.of(PersonId.of("stranger"), UnitId.of("nowhere")));
    for (int i = random.nextInt(20); i >= 0; i--) {
      deal(random, parties, i);
    }
    Cube cube = Rollup.of(ledger()).over(scenario.organisation).periods(scenario.periods).build();
    Model model = new Model(scenario.organisation, Optional.empty(), parts);
    for (Period period : cube.periods()) {
      Quantity sold =
          deals.stream()
              .filter(deal -> period.contains(deal.closed().orElseThrow()))
              .map(deal -> deal.amount().orElseThrow())
              .reduce(Quantity.ZERO, Quantity::plus);
      assertEquals(sold, cube.sum(UnitId.of("root"), BOOKINGS, period), "all that was sold");
      for (PartyId node : cube.nodes()) {
        for (MetricId metric : List.of(BOOKINGS, WINS, TeamworkMetrics.OVERLAY_BOOKINGS)) {
          assertEquals(
              Model.sum(model.facts(node, metric, period)), cube.sum(node, metric, period));
        }
        assertEquals(
            different(model, node, period),
            ((Measurement.Distinct) cube.measurement(node, TeamworkMetrics.DEALS_WON, period))
                .count(),
            "each deal once");
      }
    }
  }

  private Ledger ledger() {
    LedgerWriter writer = new LedgerWriter(TeamworkMetrics.addTo(Scenario.CATALOG));
    RecordFacts facts = new RecordFacts(Scenario.FIRST_KNOWN, Scenario.START);
    try (Batch batch = writer.batch("deals", Scenario.FIRST_KNOWN)) {
      deals.forEach(deal -> facts.write(deal, batch));
      assertEquals(List.of(), batch.commit().rejects());
    }
    return writer.snapshot();
  }

  private static long different(Model model, PartyId node, Period period) {
    return model.rows().stream()
        .filter(row -> row.metric().equals(WINS) && period.contains(row.on()))
        .filter(row -> node.equals(row.party()) || model.path(row).contains(node))
        .map(Scenario.Row::key)
        .distinct()
        .count();
  }
}
