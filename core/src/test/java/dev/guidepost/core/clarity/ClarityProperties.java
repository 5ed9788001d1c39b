package dev.guidepost.core.clarity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.agreement.Agreement;
import dev.guidepost.core.agreement.Agreements;
import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.agreement.Commitments;
import dev.guidepost.core.agreement.Miss;
import dev.guidepost.core.agreement.Terms;
import dev.guidepost.core.goal.Goal;
import dev.guidepost.core.goal.GoalTree;
import dev.guidepost.core.goal.Sample;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.goal.TargetBook;
import dev.guidepost.core.goal.TargetVersion;
import dev.guidepost.core.id.GoalId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What was recorded after a day has no part in the review of that day. */
class ClarityProperties {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 4);
  private static final Period WEEK = Sample.period("2026-W45");
  private static final Catalog CATALOG = StandardMetrics.fullCatalog("USD", 2);
  private static final List<MetricId> METRICS =
      List.of(
          StandardMetrics.BOOKINGS,
          StandardMetrics.WINS,
          StandardMetrics.MEETINGS,
          StandardMetrics.CALLS);

  /** What somebody says on a day. */
  record Said(int what, int away, PersonId person, int metric, long amount) {
    LocalDate on() {
      return TODAY.plusDays(away);
    }

    MetricId of() {
      return METRICS.get(metric);
    }
  }

  /** All that is said, as far as it is legal. */
  private static final class Book {
    private TargetBook targets = TargetBook.EMPTY;
    private Agreements agreements = Agreements.NONE;
    private Commitments commitments = Commitments.NONE;
    private GoalTree goals = GoalTree.EMPTY;

    private void hear(Said said) {
      try {
        take(said);
      } catch (IllegalArgumentException refused) {
        // Not everything that is drawn can be said; what is refused leaves no trace.
      }
    }

    private void take(Said said) {
      Target target =
          Sample.bookings(said.person(), said.amount())
              .metric(said.of())
              .goal(GoalId.of("of-" + said.person()))
              .build();
      Terms metrics = new Terms.Metrics(said.person(), Sample.Q4, Set.copyOf(METRICS));
      Terms amount = new Terms.Amount(target);
      switch (said.what()) {
        case 0 ->
            targets =
                targets.with(TargetVersion.of(target, said.on(), Sample.DANA, "as last year"));
        case 1 ->
            targets =
                targets.withdraw(target.key(), TODAY.minusDays(20), said.on(), Sample.DANA, "no");
        case 2 -> offer(said, metrics);
        case 3 -> offer(said, amount);
        case 4 -> answer(said, metrics);
        case 5 -> answer(said, amount);
        case 6 ->
            commitments =
                commitments.with(
                    new Commitment(
                        said.person(),
                        Sample.DANA,
                        said.of(),
                        WEEK,
                        1 + (int) said.amount(),
                        said.on()));
        case 7 ->
            commitments =
                commitments.explained(
                    new Miss(said.person(), said.of(), WEEK, Miss.Reason.TIME, "", said.on()), 0);
        default ->
            goals =
                goals.with(
                    Goal.builder()
                        .id(GoalId.of("of-" + said.person()))
                        .name("Goal")
                        .owner(said.person())
                        .metric(said.of())
                        .effectiveFrom(said.on())
                        .build());
      }
    }

    private void offer(Said said, Terms terms) {
      agreements =
          agreements.with(
              Agreement.propose(Sample.DANA, said.person(), said.on(), terms, "as last year"));
    }

    private void answer(Said said, Terms terms) {
      Optional<Agreement> trail = agreements.find(terms.subject());
      if (trail.isPresent()) {
        agreements =
            agreements.with(
                trail.get().agreed().isPresent()
                    ? trail.get().withdraw(said.person(), said.on(), "no more")
                    : trail.get().agree(said.person(), said.on()));
      }
    }

    private ClaritySheet sheet() {
      return ClaritySheet.builder()
          .catalog(CATALOG)
          .goals(goals)
          .targets(targets)
          .agreements(agreements)
          .commitments(commitments)
          .putEffort(StandardMetrics.MEETINGS, Quantity.of(2))
          .hours((person, week) -> Optional.of(Quantity.of(1)))
          .build();
    }
  }

  @Provide
  Arbitrary<Said> said() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 8),
            Arbitraries.integers().between(-12, 12),
            Arbitraries.of(Sample.ANA, Sample.BEN),
            Arbitraries.integers().between(0, METRICS.size() - 1),
            Arbitraries.longs().between(1, 3))
        .as(Said::new);
  }

  @Property
  void whatBecomesKnownLaterChangesNoReview(@ForAll @Size(max = 40) List<@From("said") Said> all) {
    Book then = new Book();
    Book later = new Book();
    all.stream()
        .sorted(Comparator.comparing(Said::on))
        .forEach(
            said -> {
              later.hear(said);
              if (!said.on().isAfter(TODAY)) {
                then.hear(said);
              }
            });
    ClarityReview review = ClarityReview.withDefaults();
    ClarityReport expected = review.review(then.sheet(), TODAY);
    assertEquals(expected, review.review(later.sheet(), TODAY));
    for (PersonId person : List.of(Sample.ANA, Sample.BEN)) {
      assertEquals(expected.of(person), review.review(later.sheet(), TODAY, person).findings());
    }
  }
}
