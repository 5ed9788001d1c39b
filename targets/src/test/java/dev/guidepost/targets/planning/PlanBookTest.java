package dev.guidepost.targets.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.PlanBook;
import dev.guidepost.targets.plan.PlanBookState;
import dev.guidepost.targets.plan.PlanDiff;
import dev.guidepost.targets.plan.PlanVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanBookTest {

  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final PersonId DANA = PersonId.of("dana");

  private static Plan plan(LocalDate asOf, PersonId person) {
    Firm firm = new Firm();
    firm.seller("ana", Firm.EAST, 2, 3, 1000);
    firm.seller("ben", Firm.EAST, 2, 4, 1000);
    firm.deals.add(
        firm.deal("dated", ANA)
            .opened(Firm.AS_OF.minusDays(9))
            .expectedClose(Firm.AS_OF.plusDays(30))
            .nextStep("demo", Firm.AS_OF.plusDays(4))
            .build());
    firm.asOf = asOf;
    Evidence evidence = firm.evidence();
    return Planner.of(evidence, Goals.of(evidence, List.of(Firm.target(evidence, ANA, 14_000))), .8)
        .plan(person);
  }

  private static final Period Q4 = FiscalCalendar.calendarYear().period("2025-Q4");

  private static PlanBook.Entry entry(LocalDate asOf, PersonId person, LocalDate on) {
    return new PlanBook.Entry(plan(asOf, person).version(), DANA, on);
  }

  @Test
  void keepsEveryAgreedPlanByTheDayItWasKnown() {
    LocalDate monday = Firm.AS_OF.plusDays(3);
    PlanBook book =
        PlanBook.EMPTY
            .with(entry(Firm.AS_OF, ANA, monday))
            .with(entry(Firm.AS_OF, BEN, monday))
            .with(entry(Firm.AS_OF.plusWeeks(1), ANA, monday.plusWeeks(1)));
    assertEquals(Optional.empty(), book.agreed(ANA, Q4, monday.minusDays(1)));
    assertEquals(
        plan(Firm.AS_OF, ANA).version(), book.agreed(ANA, Q4, monday.plusDays(6)).orElseThrow());
    PlanVersion last = book.agreed(ANA, Q4, monday.plusDays(7)).orElseThrow();
    assertEquals(Firm.AS_OF.plusWeeks(1).plusDays(3), last.review());
    assertEquals(2, book.history(ANA).size());
    Period after = FiscalCalendar.calendarYear().next(Q4);
    assertEquals(Optional.empty(), book.agreed(ANA, after, monday.plusWeeks(1)), "starts anew");
    assertEquals(1, book.asOf(monday).history(ANA).size());
    assertEquals("3 agreed plans of 2 people", book.toString());
    PlanDiff diff = last.diff(book.agreed(ANA, Q4, monday).orElseThrow());
    assertEquals(
        plan(Firm.AS_OF.plusWeeks(1), ANA).diff(plan(Firm.AS_OF, ANA)).toString(), diff.toString());
    assertTrue(diff.why().parts().stream().anyMatch(part -> part.label().equals("weeks gone")));
  }

  @Test
  void readsBackWhatItWrote() {
    LocalDate monday = Firm.AS_OF.plusDays(3);
    PlanBook book =
        PlanBook.EMPTY.with(entry(Firm.AS_OF, ANA, monday)).with(entry(Firm.AS_OF, BEN, monday));
    PlanBook again = PlanBook.of(book.state());
    assertEquals(book, again);
    assertEquals(book.hashCode(), again.hashCode());
    assertEquals(book.state(), again.state());
    assertNotEquals(PlanBook.EMPTY, again);
    PlanBookState.EntryState state = book.state().plans().get(0);
    assertEquals(3, state.chances().size());
    assertTrue(state.deals().stream().anyMatch(deal -> !deal.expectedClose().isEmpty()));
    List<Double> two = new ArrayList<>(state.chances()).subList(0, 2);
    PlanBookState.EntryState broken =
        new PlanBookState.EntryState(
            state.person(),
            state.agreedWith(),
            state.agreedOn(),
            state.review(),
            state.period(),
            state.target(),
            state.won(),
            state.live(),
            state.created(),
            state.deals(),
            state.lines(),
            two);
    Expect.rejected(
        "chances of a plan of ana must be three or none",
        () -> PlanBook.of(new PlanBookState(List.of(broken))));
  }

  @Test
  void refusesWhatWouldRewrite() {
    LocalDate monday = Firm.AS_OF.plusDays(3);
    PlanBook book = PlanBook.EMPTY.with(entry(Firm.AS_OF, ANA, monday));
    Expect.rejected(
        "plans of ana must be agreed in order", () -> book.with(entry(Firm.AS_OF, ANA, monday)));
    Expect.rejected(
        "plans of ana must be agreed in order",
        () -> book.with(entry(Firm.AS_OF.minusWeeks(1), ANA, monday.plusDays(1))));
    Expect.rejected(
        "plan must be agreed with somebody else",
        () -> new PlanBook.Entry(plan(Firm.AS_OF, ANA).version(), ANA, monday));
  }
}
