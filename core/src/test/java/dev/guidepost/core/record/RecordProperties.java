package dev.guidepost.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
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
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of deals and of the facts derived from them. */
class RecordProperties {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  /** Deals with days 0 to 40; a closing may follow undated openings and undated stages. */
  @Provide
  Arbitrary<Deal> deals() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 20).injectNull(.2),
            Arbitraries.integers().between(0, 20),
            Arbitraries.of(Outcome.class),
            Arbitraries.integers().between(0, 40).list().ofMaxSize(4),
            Arbitraries.integers().between(0, 999).injectNull(.2),
            Arbitraries.of("A", "B", "C"))
        .as(
            (opened, cycle, outcome, days, amount, stage) -> {
              List<StageVisit> visits = new ArrayList<>();
              days.stream()
                  .sorted()
                  .forEach(
                      day -> visits.add(new StageVisit("S" + visits.size(), START.plusDays(day))));
              LocalDate open = opened == null ? null : START.plusDays(opened);
              LocalDate closed = START.plusDays((opened == null ? 0 : opened) + (long) cycle);
              return Deal.builder()
                  .id(DealId.of("d"))
                  .owner(PersonId.of("ana"))
                  .stage(visits.isEmpty() ? stage : visits.get(visits.size() - 1).stage())
                  .visits(visits)
                  .outcome(outcome)
                  .opened(Optional.ofNullable(open))
                  .closed(outcome == Outcome.OPEN ? Optional.empty() : Optional.of(closed))
                  .amount(Optional.ofNullable(amount).map(Quantity::of))
                  .build();
            });
  }

  @Property
  void asOfShowsNothingLater(
      @ForAll("deals") Deal deal, @ForAll @IntRange(min = -1, max = 45) int days) {
    LocalDate day = START.plusDays(days);
    deal.asOf(day)
        .ifPresent(
            seen -> {
              assertTrue(seen.opened().map(opened -> !opened.isAfter(day)).orElse(true));
              assertTrue(seen.closed().map(closed -> !closed.isAfter(day)).orElse(true));
              assertTrue(seen.visits().stream().noneMatch(visit -> visit.entered().isAfter(day)));
              if (!seen.equals(deal)) {
                assertEquals(
                    seen.visits().isEmpty()
                        ? Deal.UNKNOWN_STAGE
                        : seen.visits().get(seen.visits().size() - 1).stage(),
                    seen.stage());
              }
            });
  }

  @Property
  void whatComesLaterMakesNoDifference(
      @ForAll("deals") Deal deal,
      @ForAll @IntRange(min = -1, max = 45) int days,
      @ForAll @IntRange(min = 1, max = 9) int delay) {
    LocalDate day = START.plusDays(days);
    if (deal.closed().map(closed -> closed.isAfter(day)).orElse(false)) {
      // Closed even later, with another outcome, amount and stage.
      Deal other =
          new Deal(
              deal.id(),
              deal.owner(),
              deal.name(),
              deal.account(),
              deal.product(),
              "Other",
              deal.visits(),
              deal.outcome() == Outcome.WON ? Outcome.LOST : Outcome.WON,
              deal.opened(),
              deal.closed().map(closed -> closed.plusDays(delay)),
              Optional.of(Quantity.of(12345)),
              deal.listAmount());
      assertEquals(deal.asOf(day), other.asOf(day));
    }
  }

  @Property
  void asOfOfAsOfIsAsOfTheEarlier(
      @ForAll("deals") Deal deal,
      @ForAll @IntRange(min = -1, max = 45) int first,
      @ForAll @IntRange(min = -1, max = 45) int second) {
    Optional<Deal> both =
        deal.asOf(START.plusDays(Math.max(first, second)))
            .flatMap(seen -> seen.asOf(START.plusDays(Math.min(first, second))));
    assertEquals(deal.asOf(START.plusDays(Math.min(first, second))), both);
    assertEquals(Optional.of(deal), deal.asOf(START.plusDays(99)));
  }

  @Property(tries = 200)
  void factsDoNotDependOnTheOrder(
      @ForAll("deals") Deal a,
      @ForAll("deals") Deal b,
      @ForAll("deals") Deal c,
      @ForAll @IntRange(max = 45) int days,
      @ForAll Random random) {
    List<Deal> deals = new ArrayList<>();
    for (Deal deal : List.of(a, b, c)) {
      deals.add(
          new Deal(
              DealId.of("d" + deals.size()),
              deal.owner(),
              deal.name(),
              deal.account(),
              deal.product(),
              deal.stage(),
              deal.visits(),
              deal.outcome(),
              deal.opened(),
              deal.closed(),
              deal.amount(),
              deal.listAmount()));
    }
    LocalDate asOf = START.plusDays(days);
    List<String> facts = RecordFactsTest.facts(asOf, START, deals);
    Collections.shuffle(deals, random);
    assertEquals(facts, RecordFactsTest.facts(asOf, START, deals));
    List<Deal> seen = new ArrayList<>();
    deals.forEach(deal -> deal.asOf(asOf).ifPresent(seen::add));
    assertEquals(facts, RecordFactsTest.facts(asOf, START, seen));
    for (String fact : facts) {
      assertTrue(fact.substring(0, 10).compareTo(asOf.toString()) <= 0, fact);
    }
  }
}
