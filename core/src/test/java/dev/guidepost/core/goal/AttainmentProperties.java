package dev.guidepost.core.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Quantity;
import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Attainment rises with a better actual amount, everywhere. */
class AttainmentProperties {
  private static final Direction BAND = Direction.within(Quantity.of(-20), Quantity.of(30));

  @Provide
  Arbitrary<Direction> directions() {
    return Arbitraries.of(Direction.HIGHER_IS_BETTER, Direction.LOWER_IS_BETTER, BAND);
  }

  /** How far from good, 0 for as good as can be; the larger the worse. */
  private static long badness(Direction direction, long actual) {
    if (direction instanceof Direction.Higher) {
      return -actual;
    }
    return direction instanceof Direction.Lower
        ? actual
        : Math.max(0, Math.max(-20 - actual, actual - 30));
  }

  @Property
  void isMonotoneInTheActualInTheRightDirection(
      @ForAll("directions") Direction direction,
      @ForAll @LongRange(min = -100, max = 100) long target,
      @ForAll @LongRange(min = -300, max = 300) long one,
      @ForAll @LongRange(min = -300, max = 300) long other,
      @ForAll @IntRange(min = 0, max = 20) int apart) {
    Metric metric = Sample.with(direction);
    boolean band = direction.equals(BAND);
    long sign = direction instanceof Direction.Lower ? -1 : 1;
    Target.Builder builder =
        Target.builder()
            .owner(Sample.ANA)
            .metric(metric.id())
            .period(Sample.Q4)
            .amount(Quantity.of(target));
    if (!band) {
      builder
          .threshold(Quantity.of(target - sign * apart))
          .stretch(Quantity.of(target + sign * apart));
    }
    Target set = band && (target < -20 || target > 30) ? Sample.visits("4") : builder.build();
    Attainment first = Attainment.of(metric, set, Quantity.of(one));
    Attainment second = Attainment.of(metric, set, Quantity.of(other));
    int better = Long.compare(badness(direction, other), badness(direction, one));
    int levels = first.level().orElseThrow().compareTo(second.level().orElseThrow());
    assertTrue(levels * better >= 0, () -> first + " and " + second);
    if (first.score() instanceof Score.Known a && second.score() instanceof Score.Known b) {
      BigDecimal share = a.ratio().value(9).orElseThrow();
      assertEquals(better, share.compareTo(b.ratio().value(9).orElseThrow()));
      assertEquals(first.reached(), share.compareTo(BigDecimal.ONE) >= 0);
    } else {
      assertEquals(0, set.amount().signum());
    }
    assertEquals(
        Optional.of(first.reached()), first.advance().map(distance -> distance.signum() >= 0));
  }
}
