package dev.guidepost.core.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.GoalId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is given, no fact and no day counts twice, and nothing is passed over. */
class AssignmentProperties {
  private static final List<String> PRODUCTS = List.of("", "GTX", "MG");
  private static final GoalTree TREE =
      GoalTree.of(
          List.of(),
          List.of(
              goal("east").owner(Sample.EAST).build(),
              goal("ana").owner(Sample.ANA).parent(GoalId.of("east")).build(),
              goal("ben").owner(Sample.BEN).parent(GoalId.of("east")).build()));

  private static Goal.Builder goal(String id) {
    return Goal.builder()
        .id(GoalId.of(id))
        .name(id)
        .metric(StandardMetrics.BOOKINGS)
        .effectiveFrom(Sample.day("2026-01-01"));
  }

  @Provide
  Arbitrary<List<Target>> targets() {
    Arbitrary<Period> periods =
        Arbitraries.of("2026-Q4", "2026-10", "2026-11", "2026-W44", "2026-W45", "2027-01")
            .map(Sample::period);
    return Combinators.combine(
            Arbitraries.of(Sample.ANA, Sample.BEN), periods, Arbitraries.of(PRODUCTS))
        .as(AssignmentProperties::target)
        .list()
        .ofMaxSize(8);
  }

  private static Target target(PersonId owner, Period period, String product) {
    Target.Builder target =
        Sample.bookings(owner, 10).period(period).goal(GoalId.of(owner.value()));
    if (!product.isEmpty()) {
      target.putScope(StandardMetrics.PRODUCT, product);
    }
    return target.build();
  }

  /** The days and products of an owner that a target counts. */
  private static Set<List<Object>> cells(Target target) {
    Set<List<Object>> cells = new HashSet<>();
    String product = target.scope().getOrDefault(StandardMetrics.PRODUCT, "");
    for (LocalDate day = target.period().start();
        day.isBefore(target.period().end());
        day = day.plusDays(1)) {
      for (String one : PRODUCTS) {
        if (product.isEmpty() || product.equals(one)) {
          cells.add(List.of(target.owner(), day, one));
        }
      }
    }
    return cells;
  }

  @Property
  void nothingCountsTwiceAndNothingIsPassedOver(@ForAll("targets") List<Target> targets) {
    Target east =
        Sample.bookings(Sample.ANA, 100).owner(Sample.EAST).goal(GoalId.of("east")).build();
    Assignment all = TREE.assignment(Sample.CATALOG, east, targets, 2, RoundingMode.UNNECESSARY);
    List<Target> counted = all.parts().stream().map(part -> part.child().target()).toList();
    Set<List<Object>> cells = new HashSet<>();
    for (Target target : counted) {
      Set<List<Object>> own = cells(target);
      int before = cells.size();
      cells.addAll(own);
      assertEquals(before + own.size(), cells.size(), target::toString);
    }
    List<Target> rest = new ArrayList<>(targets);
    counted.forEach(rest::remove);
    List<Target> leftOut = new ArrayList<>();
    for (Assignment.LeftOut line : all.leftOut()) {
      leftOut.add(line.target());
      boolean outside = line.target().period().equals(Sample.period("2027-01"));
      assertTrue(
          outside || cells(line.target()).stream().anyMatch(cells::contains), line::toString);
    }
    assertEquals(count(rest), count(leftOut));
    assertEquals(Quantity.of(10L * counted.size()), all.assigned());
  }

  private static List<String> count(List<Target> targets) {
    return targets.stream().map(Target::toString).sorted().toList();
  }
}
