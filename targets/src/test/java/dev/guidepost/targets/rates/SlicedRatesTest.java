package dev.guidepost.targets.rates;

import static dev.guidepost.core.metric.StandardMetrics.COHORT_WINS;
import static dev.guidepost.core.metric.StandardMetrics.OPPORTUNITIES;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static dev.guidepost.core.metric.StandardMetrics.WIN_YIELD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlicedRatesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 5, 5);
  private static final PersonId ANA = PersonId.of("ana");

  private final LedgerWriter writer = new LedgerWriter(StandardMetrics.catalog("USD", 2));

  private Rollup rollup(Object[]... rows) {
    try (Batch batch = writer.batch("all", DAY)) {
      for (Object[] row : rows) {
        Batch.Row one = batch.row("r " + row[0] + " " + row[1]).by(ANA).on((LocalDate) row[1]);
        if (!row[0].equals("")) {
          one.dim(PRODUCT, (String) row[0]);
        }
        one.put(OPPORTUNITIES, (int) row[3]).put(COHORT_WINS, (int) row[2]);
      }
      assertTrue(batch.commit().rejects().isEmpty());
    }
    return Rollup.of(writer.snapshot())
        .over(
            Organisation.builder(Trials.ROOT, "Company")
                .person(ANA, "Ana")
                .member(ANA, Trials.ROOT)
                .build())
        .organisedOn(DAY);
  }

  @Test
  void slicesAddUpToTheWhole() {
    Rollup rollup =
        rollup(
            new Object[] {"desk", DAY, 40, 60},
            new Object[] {"chair", DAY, 10, 60},
            new Object[] {"", DAY, 3, 7});
    SlicedRates rates = SlicedRates.fit(rollup, PRODUCT, WIN_YIELD, Trials.YEAR, .8, Pooling.TEAMS);
    assertEquals(List.of("chair", "desk"), rates.values());
    assertEquals(7, rates.without(ANA));
    long trials = 0;
    for (String value : rates.values()) {
      trials += rates.of(value).orElseThrow().of(ANA).orElseThrow().estimate().trials();
    }
    assertEquals(127, trials + rates.without(ANA));
    assertTrue(rates.pValue(ANA).orElseThrow() < .001);
    String text = rates.print(ANA);
    assertTrue(text.startsWith("chair  17 % ["), text);
    assertTrue(text.endsWith("\n7 more without product\ndiffer beyond chance (p < .001)\n"), text);
    assertTrue(rates.of("table").isEmpty());
    assertEquals(
        "win-yield by product over 2026-01-01..2026-12-31: [chair, desk]", rates.toString());
  }

  @Test
  void chanceAloneIsNoDifference() {
    Rollup rollup = rollup(new Object[] {"desk", DAY, 12, 40}, new Object[] {"chair", DAY, 9, 30});
    SlicedRates rates = SlicedRates.fit(rollup, PRODUCT, WIN_YIELD, Trials.YEAR, .8, Pooling.TEAMS);
    assertTrue(rates.print(ANA).endsWith("no difference beyond chance (p > .99)\n"));
    SlicedRates one =
        SlicedRates.fit(
            rollup.viewing(facts -> facts.where(PRODUCT, "desk")),
            PRODUCT,
            WIN_YIELD,
            Trials.YEAR,
            .8,
            Pooling.TEAMS);
    assertTrue(one.print(ANA).endsWith("not enough data to compare\n"));
  }

  /** Half a year ago nothing was won, of late all: the shorter the half-life, the higher. */
  @Test
  void recentCohortsWeighMore() {
    Rollup rollup =
        rollup(
            new Object[] {"desk", DAY.minusWeeks(16), 0, 30}, new Object[] {"desk", DAY, 30, 30});
    Period window = Period.custom(DAY.minusWeeks(18), DAY.plusDays(1));
    double before = 1;
    for (double weeks : new double[] {2, 8, 1e9}) {
      HalfLife halfLife = HalfLife.ofWeeks(weeks);
      Cube cube =
          rollup
              .periods(
                  java.util.stream.Stream.concat(
                          halfLife.pieces(window).stream(), java.util.stream.Stream.of(window))
                      .toList())
              .build();
      PersonalRates rates =
          PersonalRates.fit(cube, WIN_YIELD, window, .8, Pooling.TEAMS.fading(halfLife));
      PersonalRate ana = rates.of(ANA).orElseThrow();
      assertTrue(ana.mean() < before, weeks + ": " + ana);
      assertEquals(60, ana.estimate().trials(), "what is told is the whole record");
      before = ana.mean();
    }
    assertEquals(.5, before, .01);
  }
}
