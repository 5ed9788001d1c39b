package dev.guidepost.core.closing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Fact;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.goal.Sample;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The figure at closing and the late lines make today's figure, whatever is done to rows. */
class ClosingProperties {
  private static final Period Q3 = Sample.period("2026-Q3");

  /** A row that is written, or withdrawn if there is no amount. */
  record Step(int key, int day, Optional<Integer> amount, int wins) {}

  @Provide
  Arbitrary<List<List<Step>>> batches() {
    Arbitrary<Step> step =
        Combinators.combine(
                Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(-20, 110),
                Arbitraries.of(10, 20, -5).optional(),
                Arbitraries.integers().between(0, 1))
            .as(Step::new);
    return step.list().ofMaxSize(5).list().ofMaxSize(8);
  }

  private static Quantity sum(Ledger ledger, MetricId metric) {
    return IntStream.range(0, ledger.size())
        .filter(ledger::includes)
        .mapToObj(ledger::fact)
        .filter(fact -> fact.metric().equals(metric))
        .map(Fact::amount)
        .reduce(Quantity.ZERO, Quantity::plus);
  }

  @Property
  void closingFigureAndLateLinesMakeTodaysFigure(@ForAll("batches") List<List<Step>> batches) {
    LedgerWriter writer = new LedgerWriter(Sample.CATALOG);
    LocalDate known = Q3.end();
    for (List<Step> steps : batches) {
      known = known.plusDays(2);
      try (Batch batch = writer.batch("batch " + known, known)) {
        for (Step step : steps) {
          if (step.amount().isEmpty()) {
            batch.withdraw("d" + step.key());
          } else {
            batch
                .row("d" + step.key())
                .by(Sample.ANA)
                .on(Q3.start().plusDays(step.day()))
                .put(StandardMetrics.BOOKINGS, step.amount().get())
                .put(StandardMetrics.WINS, step.wins());
          }
        }
        batch.commit();
      }
    }
    Closing closing = new Closing(Q3, Q3.end().plusDays(7), Sample.DANA);
    Ledger today = writer.snapshot();
    List<Closing.Late> late = closing.late(today);
    for (MetricId metric : List.of(StandardMetrics.BOOKINGS, StandardMetrics.WINS)) {
      Quantity lines =
          late.stream()
              .filter(line -> line.fact().metric().equals(metric))
              .map(Closing.Late::change)
              .reduce(Quantity.ZERO, Quantity::plus);
      assertEquals(
          sum(today.in(Q3), metric), sum(today.known(closing.on()).in(Q3), metric).plus(lines));
    }
    for (Closing.Late one : late) {
      for (Closing.Late other : late) {
        if (one.gone() && !other.gone()) { // no line takes back what another brings
          assertNotEquals(said(one.fact()), said(other.fact()));
        }
      }
    }
  }

  private static List<Object> said(Fact fact) {
    return List.of(
        fact.party(), fact.metric(), fact.on(), fact.amount(), fact.dimensions(), fact.sourceKey());
  }
}
