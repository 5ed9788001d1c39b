package dev.guidepost.examples.state;

import dev.guidepost.core.agreement.Agreement;
import dev.guidepost.core.agreement.Agreements;
import dev.guidepost.core.agreement.AgreementsState;
import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.agreement.Commitments;
import dev.guidepost.core.agreement.CommitmentsState;
import dev.guidepost.core.agreement.Miss;
import dev.guidepost.core.agreement.Overrides;
import dev.guidepost.core.agreement.Terms;
import dev.guidepost.core.closing.Closing;
import dev.guidepost.core.closing.Closings;
import dev.guidepost.core.goal.Course;
import dev.guidepost.core.goal.Goal;
import dev.guidepost.core.goal.GoalTree;
import dev.guidepost.core.goal.GoalTreeState;
import dev.guidepost.core.goal.Link;
import dev.guidepost.core.goal.Strategy;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.goal.TargetBook;
import dev.guidepost.core.goal.TargetBookState;
import dev.guidepost.core.goal.TargetVersion;
import dev.guidepost.core.id.GoalId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.PriorityId;
import dev.guidepost.core.id.StrategyId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a host keeps of goals and of what people said to each other about them. */
final class KeptGoals {
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId DANA = PersonId.of("dana");
  private static final UnitId EAST = UnitId.of("east");
  private static final Period Q4 = period("2026-Q4");
  private static final Period WEEK = period("2026-W45");
  private static final LocalDate SEPTEMBER_20 = LocalDate.of(2026, 9, 20);
  private static final GoalId MORE = GoalId.of("east-new");
  private static final Closings CLOSINGS =
      Closings.NONE
          .with(new Closing(period("2026-08"), LocalDate.of(2026, 9, 3), DANA))
          .with(new Closing(period("2026-Q3"), LocalDate.of(2026, 10, 5), DANA));

  private KeptGoals() {}

  private static Period period(String label) {
    return FiscalCalendar.calendarYear().period(label);
  }

  static List<Kept<?, ?>> all() {
    return List.of(goals(), targets(), closings(), agreements(), commitments(), overrides());
  }

  private static Kept<?, ?> goals() {
    Strategy grow =
        new Strategy(
            StrategyId.of("grow"),
            "Grow in the \"mid-market\"",
            List.of(
                new Strategy.Priority(PriorityId.of("new"), "New accounts", Quantity.parse("2.5")),
                new Strategy.Priority(PriorityId.of("keep"), "Keep them", Quantity.of(1))));
    LocalDate first = LocalDate.of(2026, 1, 1);
    Goal more =
        Goal.builder()
            .id(MORE)
            .name("New business")
            .owner(EAST)
            .metric(StandardMetrics.BOOKINGS)
            .priority(PriorityId.of("new"))
            .effectiveFrom(first)
            .build();
    Goal meet =
        Goal.builder()
            .id(GoalId.of("ana-meet"))
            .name("Meet buyers")
            .owner(ANA)
            .metric(StandardMetrics.MEETINGS)
            .parent(MORE)
            .link(
                Link.of(StandardMetrics.MEETINGS, StandardMetrics.BOOKINGS)
                    .times("win yield", Quantity.parse("0.35"))
                    .times("deal size", Quantity.of(12_000))
                    .overTime("months in a quarter", Grain.MONTH, Grain.QUARTER, Quantity.of(3)))
            .effectiveFrom(first)
            .build();
    GoalTree tree =
        GoalTree.of(List.of(grow), List.of(more, meet))
            .retire(meet.id(), LocalDate.of(2026, 12, 1));
    return new Kept<>("goals", tree, GoalTreeState.class, GoalTree::state, GoalTree::of);
  }

  private static Target.Builder target() {
    return Target.builder()
        .owner(ANA)
        .metric(StandardMetrics.BOOKINGS)
        .period(Q4)
        .amount(Quantity.of(240_000));
  }

  private static Target full() {
    return target()
        .putScope(StandardMetrics.PRODUCT, "GTX \"Plus\"")
        .threshold(Quantity.of(180_000))
        .stretch(Quantity.parse("280000.5"))
        .direction(Direction.HIGHER_IS_BETTER)
        .weight(Quantity.parse("0.6"))
        .course(
            Course.milestones(
                new Course.Point(LocalDate.of(2026, 10, 31), Quantity.of(40_000)),
                new Course.Point(LocalDate.of(2026, 11, 30), Quantity.of(110_000))))
        .goal(MORE)
        .basis(new Target.Derived("the split of 300,000 by potential"))
        .build();
  }

  private static Kept<?, ?> targets() {
    Target full = full();
    Target lower =
        Target.builder().from(full).amount(Quantity.of(220_000)).course(Optional.empty()).build();
    TargetBook book =
        TargetBook.EMPTY
            .with(CLOSINGS)
            .with(TargetVersion.of(full, SEPTEMBER_20, DANA, "quota"))
            .with(
                TargetVersion.builder()
                    .target(lower)
                    .effectiveFrom(LocalDate.of(2026, 11, 1))
                    .known(LocalDate.of(2026, 10, 28))
                    .by(DANA)
                    .reason("two accounts moved to Ben")
                    .build())
            .with(
                TargetVersion.of(
                    target()
                        .owner(EAST)
                        .course(
                            Course.curve(
                                new Course.Point(
                                    LocalDate.of(2026, 11, 15), Quantity.parse("0.3"))))
                        .build(),
                    SEPTEMBER_20,
                    DANA,
                    ""))
            .with(
                TargetVersion.of(
                    target()
                        .metric(StandardMetrics.COVERAGE_OF_QUOTA)
                        .amount(Quantity.of(4))
                        .direction(Direction.within(Quantity.of(3), Quantity.of(5)))
                        .basis(new Target.Assumed("as last year"))
                        .build(),
                    SEPTEMBER_20,
                    DANA,
                    ""))
            .with(
                TargetVersion.of(
                    target().metric(StandardMetrics.MEETINGS).course(Course.straightLine()).build(),
                    SEPTEMBER_20,
                    DANA,
                    ""))
            .withdraw(
                target().metric(StandardMetrics.MEETINGS).build().key(),
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 10, 30),
                DANA,
                "meetings are agreed by week");
    return new Kept<>(
        "targets",
        book,
        TargetBookState.class,
        TargetBook::state,
        state -> TargetBook.of(state, CLOSINGS));
  }

  private static Kept<?, ?> closings() {
    return new Kept<>("closings", CLOSINGS, Closings.State.class, Closings::state, Closings::of);
  }

  private static Kept<?, ?> agreements() {
    Target.Key key = full().key();
    Agreement amount =
        Agreement.propose(DANA, ANA, SEPTEMBER_20, new Terms.Amount(full()), "+ 8 %")
            .counter(
                ANA,
                SEPTEMBER_20.plusDays(2),
                new Terms.Amount(key, Quantity.parse("240000.5")),
                "two accounts moved to \"Ben\"");
    Agreement metrics =
        Agreement.propose(
                ANA,
                DANA,
                SEPTEMBER_20,
                new Terms.Metrics(
                    EAST, Q4, Set.of(StandardMetrics.MEETINGS, StandardMetrics.WIN_YIELD)),
                "what we can act on")
            .withdraw(ANA, SEPTEMBER_20.plusDays(1), "not now");
    Agreement week =
        Agreement.propose(
                ANA,
                DANA,
                WEEK.start(),
                new Terms.Week(
                    ANA, WEEK, Map.of(StandardMetrics.MEETINGS, 6, StandardMetrics.CALLS, 30)),
                "new accounts")
            .agree(DANA, WEEK.start());
    Agreements all =
        Agreements.NONE
            .with(CLOSINGS)
            .with(amount.agree(DANA, SEPTEMBER_20.plusDays(3)))
            .with(metrics)
            .with(week);
    return new Kept<>(
        "agreements",
        all,
        AgreementsState.class,
        Agreements::state,
        state -> Agreements.of(state, CLOSINGS));
  }

  private static Kept<?, ?> commitments() {
    Commitments all =
        Commitments.of(
                List.of(
                    new Commitment(ANA, DANA, StandardMetrics.MEETINGS, WEEK, 6, WEEK.start()),
                    new Commitment(ANA, DANA, StandardMetrics.CALLS, WEEK, 30, WEEK.start())))
            .explained(
                new Miss(
                    ANA,
                    StandardMetrics.MEETINGS,
                    WEEK,
                    Miss.Reason.TIME,
                    "a \"tender\"",
                    WEEK.end()),
                4);
    return new Kept<>(
        "commitments", all, CommitmentsState.class, Commitments::state, Commitments::of);
  }

  private static Kept<?, ?> overrides() {
    Overrides.Subject forecast =
        new Overrides.Subject(Overrides.Figure.FORECAST, EAST, StandardMetrics.BOOKINGS, Q4);
    Overrides.Subject rate =
        new Overrides.Subject(
            Overrides.Figure.RATE,
            ANA,
            StandardMetrics.WIN_YIELD,
            Q4,
            Map.of(StandardMetrics.PRODUCT, "GTX, \"new\""));
    Overrides all =
        Overrides.NONE
            .with(CLOSINGS)
            .with(
                new Overrides.Entry(
                    forecast,
                    Optional.of(Quantity.of(1_250_000)),
                    DANA,
                    "Kelso signs in January",
                    LocalDate.of(2026, 11, 2)))
            .with(
                new Overrides.Entry(
                    rate,
                    Optional.of(Quantity.parse("-0.25")),
                    ANA,
                    "a new \"product\"",
                    LocalDate.of(2026, 11, 3)))
            .with(
                new Overrides.Entry(
                    forecast, Optional.empty(), DANA, "it slipped", LocalDate.of(2026, 11, 9)));
    return new Kept<>(
        "overrides",
        all,
        Overrides.State.class,
        Overrides::state,
        state -> Overrides.of(state, CLOSINGS));
  }
}
