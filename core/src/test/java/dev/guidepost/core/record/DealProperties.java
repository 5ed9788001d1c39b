package dev.guidepost.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.credit.DealTeam;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of deals and of what was known of them. */
class DealProperties {

  private static final LocalDate START = RecordArbitraries.START;
  private static final List<PersonId> PEOPLE = RecordArbitraries.PEOPLE;

  @Provide
  Arbitrary<Deal> deals() {
    return RecordArbitraries.deals();
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
      changed.addVisits(new StageVisit("Z", START.plusDays(20), Outcome.LOST, later(next), 10));
    }
    assertEquals(deal.asOf(day), changed.build().asOf(day));
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
}
