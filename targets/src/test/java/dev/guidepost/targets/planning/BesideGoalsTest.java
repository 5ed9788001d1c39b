package dev.guidepost.targets.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.PlanVersion;
import dev.guidepost.targets.reach.ServedGoal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BesideGoalsTest {

  private static final PersonId ANA = PersonId.of("ana");

  /** Opportunities count however late they are opened, also those that are seeds. */
  @Test
  void goalsOfOpportunitiesCountEveryWeekOfThePeriod() {
    Firm firm = new Firm();
    firm.seller("ana", Firm.EAST, 2, 3, 1000);
    firm.seller("ben", Firm.EAST, 2, 4, 1000);
    Evidence evidence = firm.evidence();
    long done =
        evidence.today().sum(ANA, StandardMetrics.OPPORTUNITIES, evidence.period()).unscaledAt(0);
    for (long left : new long[] {2, 8, 14, 16}) {
      Target goal =
          Target.builder()
              .owner(ANA)
              .metric(StandardMetrics.OPPORTUNITIES)
              .period(evidence.period())
              .amount(Quantity.of(done + left))
              .basis(new Target.Declared())
              .build();
      Plan plan = Planner.of(evidence, List.of(goal), .8).plan(ANA);
      ServedGoal served = plan.besides().get(0);
      long created =
          plan.version().created().stream().mapToLong(PlanVersion.CreatedWeek::count).sum();
      assertTrue(created >= left, created + " for " + left);
      assertEquals(1, served.chance().orElseThrow(), served.toString());
      assertTrue(served.neededPerWeek().isPresent(), served.toString());
    }
  }
}
