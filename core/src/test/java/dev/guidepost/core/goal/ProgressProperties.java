package dev.guidepost.core.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PlaceId;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.WorkingDays;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Who is exactly on course is never behind, whichever way is better. */
class ProgressProperties {
  private static final Exposure WORKDAYS =
      Exposure.of("workday", WorkingDays.mondayToFriday().at(PlaceId.of("us")));

  @Provide
  Arbitrary<Course> courses() {
    return Arbitraries.of(
        Course.straightLine(),
        Course.curve(
            new Course.Point(Sample.day("2026-10-31"), Sample.amount("0.22")),
            new Course.Point(Sample.day("2026-11-30"), Sample.amount("0.5"))));
  }

  private static Direction direction(int kind, long amount, long below, long above) {
    return switch (kind) {
      case 0 -> Direction.HIGHER_IS_BETTER;
      case 1 -> Direction.LOWER_IS_BETTER;
      default -> Direction.within(Quantity.of(amount - below), Quantity.of(amount + above));
    };
  }

  @Property
  void exactlyOnCourseIsNeverBehind(
      @ForAll("courses") Course course,
      @ForAll @IntRange(min = 0, max = 2) int kind,
      @ForAll @LongRange(min = -300, max = 300) long amount,
      @ForAll @LongRange(min = 0, max = 400) long below,
      @ForAll @LongRange(min = 0, max = 400) long above,
      @ForAll @IntRange(min = 0, max = 95) int days,
      @ForAll @LongRange(min = 1, max = 1_000) long more) {
    Metric metric = Sample.with(direction(kind, amount, below, above));
    Target target =
        Target.builder().from(Sample.visits(Long.toString(amount))).course(course).build();
    LocalDate day = Sample.Q4.start().plusDays(days);
    Quantity due =
        Progress.of(metric, target, Quantity.ZERO, day, WORKDAYS).expected().orElseThrow();
    Progress exact = Progress.of(metric, target, due, day, WORKDAYS);
    assertEquals(Optional.of(true), exact.onCourse(), exact::toString);
    assertTrue(exact.toString().startsWith("on course: "), exact::toString);
    assertEquals(Optional.of(Quantity.ZERO), exact.ahead());
    if (exact.score() instanceof Score.Known known) {
      assertEquals(known.ratio().numerator(), known.ratio().denominator());
    } else {
      assertEquals(0, due.signum());
    }
    // Further to the worse side, the score never rises; past the whole band it is below 100 %.
    for (long sign : new long[] {-1, 1}) {
      boolean worse = kind == 2 || (kind == 0) == (sign < 0);
      Quantity off = due.plus(Quantity.of(sign * more));
      Quantity further = off.plus(Quantity.of(sign * more));
      Progress one = Progress.of(metric, target, off, day, WORKDAYS);
      Progress other = Progress.of(metric, target, further, day, WORKDAYS);
      int order =
          one.ahead().orElseThrow().compareTo(other.ahead().orElseThrow()) * (worse ? 1 : -1);
      assertTrue(order >= 0, () -> one + " and " + other);
      if (one.score() instanceof Score.Known known) {
        Ratio ratio = known.ratio();
        assertEquals(
            one.onCourse().orElseThrow(), ratio.numerator().compareTo(ratio.denominator()) >= 0);
      }
    }
  }

  /** On the last day the score of the way is the attainment, for a band as for all else. */
  @Property
  void endsAsTheAttainment(
      @ForAll("courses") Course course,
      @ForAll @IntRange(min = 0, max = 2) int kind,
      @ForAll @LongRange(min = -300, max = 300) long amount,
      @ForAll @LongRange(min = -900, max = 900) long actual) {
    Metric metric = Sample.with(direction(kind, amount, 20, 30));
    Target target =
        Target.builder().from(Sample.visits(Long.toString(amount))).course(course).build();
    if (kind == 2 && amount == 0) {
      return; // its band is moved by nothing
    }
    assertEquals(
        Attainment.of(metric, target, Quantity.of(actual)).score(),
        Progress.of(metric, target, Quantity.of(actual), Sample.Q4.lastDay(), WORKDAYS).score());
  }
}
