package dev.guidepost.core.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.DayFunction;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTest {

  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
  private static final Catalog CATALOG = StandardMetrics.fullCatalog("USD", 2);

  private static Role.Builder hunter() {
    return Role.builder()
        .id(RoleId.of("hunter"))
        .label("Hunter")
        .addMetrics(
            MetricWeight.percent(StandardMetrics.MEETINGS, 40),
            MetricWeight.parse("bookings 60 %"));
  }

  private static String refusal(Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }

  @Test
  void weighsItsMetrics() {
    Role hunter = hunter().build();
    assertEquals(Fraction.parse("2/5"), hunter.weight(StandardMetrics.MEETINGS));
    assertEquals(Fraction.ZERO, hunter.weight(StandardMetrics.WINS));
    assertEquals("Hunter (hunter): meetings 40 %, bookings 60 %", hunter.toString());
    assertEquals("100 = meetings 40 + bookings 60", hunter.explain().toString());
    assertEquals(hunter, Role.of(hunter.state()));
    assertEquals(Ramp.NONE, hunter.ramp());
  }

  @Test
  void thirdsAddUp() {
    Role role =
        hunter()
            .metrics(
                MetricWeight.equally(
                    List.of(
                        StandardMetrics.WINS, StandardMetrics.MEETINGS, StandardMetrics.BOOKINGS)))
            .build();
    assertEquals("Hunter (hunter): wins 1/3, meetings 1/3, bookings 1/3", role.toString());
    assertEquals(Quantity.of(100), role.explain().total());
    assertEquals("not measured", hunter().metrics(List.of()).build().toString().substring(17));
    assertEquals(List.of(), hunter().metrics(List.of()).build().explain().parts());
  }

  @Test
  void refusesWhatMakesNoRole() {
    assertEquals(
        "weights of role hunter must add up to 1, but gave 110 %: meetings 40 %, bookings 60 %,"
            + " wins 10 %",
        refusal(() -> hunter().addMetrics(MetricWeight.parse("wins 10 %")).build()));
    assertEquals(
        "metric of role hunter must be named once, but bookings was twice",
        refusal(() -> hunter().addMetrics(MetricWeight.parse("bookings 1/7")).build()));
    assertEquals(
        "label of role hunter must not be blank", refusal(() -> hunter().label(" ").build()));
    assertEquals(
        "hours a week of role hunter must be above 0 and at most 168, but were 0",
        refusal(() -> hunter().hoursPerWeek(Quantity.ZERO).build()));
    assertEquals(
        "hours a week of role hunter must be above 0 and at most 168, but were 169",
        refusal(() -> hunter().hoursPerWeek(Quantity.of(169)).build()));
    assertEquals(
        "weight of wins must be above 0 and at most 1, but was 0",
        refusal(() -> MetricWeight.percent(StandardMetrics.WINS, 0)));
    assertEquals(
        "weight of wins must be above 0 and at most 1, but was 101/100",
        refusal(() -> MetricWeight.percent(StandardMetrics.WINS, 101)));
    BigInteger many = BigInteger.TEN.pow(12).add(BigInteger.ONE);
    assertEquals(
        "weight of wins must have a denominator of 12 digits at most, but was 1/1000000000001",
        refusal(() -> new MetricWeight(StandardMetrics.WINS, new Fraction(BigInteger.ONE, many))));
  }

  @Test
  void weightsOfSoManyPartsThatNobodyCanAddThemAreRefused() {
    List<MetricWeight> weights =
        IntStream.range(0, 2_000)
            .mapToObj(
                i ->
                    new MetricWeight(
                        MetricId.of("m" + i),
                        new Fraction(
                            BigInteger.ONE,
                            BigInteger.TEN.pow(11).add(BigInteger.valueOf(i * 7_919L)))))
            .toList();
    assertEquals(
        "weights must add up, but fraction must have at most",
        refusal(() -> hunter().metrics(weights).build()).substring(0, 51));
  }

  @Test
  void isMeasuredByACatalog() {
    assertEquals(List.of(), hunter().build().problems(CATALOG, DAY));
    assertEquals(hunter().build(), hunter().build().requireIn(CATALOG, DAY));
    Metric meetings = CATALOG.metric(StandardMetrics.MEETINGS);
    Catalog narrow =
        Catalog.of(
            List.of(
                Metric.builder()
                    .from(meetings)
                    .quality(java.util.Optional.empty())
                    .roles(Set.of(RoleId.of("farmer")))
                    .build(),
                Metric.builder()
                    .from(CATALOG.metric(StandardMetrics.BOOKINGS))
                    .effectiveFrom(DAY.plusDays(1))
                    .build()),
            List.of());
    assertEquals(
        List.of(
            "meetings must be meant for hunter, but is for [farmer]",
            "bookings must be in effect on 2026-07-01, but is not"),
        hunter().build().problems(narrow, DAY));
    assertEquals(
        "role hunter: wins must be in the catalog, but is not",
        refusal(
            () ->
                hunter()
                    .metrics(List.of(MetricWeight.parse("wins 1")))
                    .build()
                    .requireIn(narrow, DAY)));
  }

  @Test
  void templatesAreMeasuredByTheFullCatalog() {
    assertEquals(4, StandardRoles.all().size());
    for (Role role : StandardRoles.all()) {
      assertEquals(List.of(), role.problems(CATALOG, DAY), role.toString());
      assertEquals(role, Role.of(role.state()));
      assertEquals(.25, role.ramp().share(0));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wins 40 %", "wins 1/3", "win-rate 12.5 %", "wins 100 %", "wins 1/7"})
  void weightsAreTheirText(String text) {
    assertEquals(text, MetricWeight.parse(text).toString());
  }

  @Test
  void refusesOtherTexts() {
    assertEquals(
        "weight must look like \"meetings 40 %\" or \"meetings 1/3\", but was \"wins\"",
        refusal(() -> MetricWeight.parse("wins")));
    assertThrows(IllegalArgumentException.class, () -> MetricWeight.parse("wins x %"));
    assertEquals(
        "ramp must look like \"0.25 at 0, 1 at 182 calendar days, linear\", but was \"fast\"",
        refusal(() -> Ramp.parse("fast")));
    assertThrows(IllegalArgumentException.class, () -> Ramp.parse("x calendar days, linear"));
    assertEquals(
        "ramp must start at day 0, but had points [1 at 5]",
        refusal(() -> Ramp.parse("1 at 5 calendar days, linear")));
    assertEquals(
        "ramp must start at day 0, but had points []",
        refusal(() -> new Ramp(Ramp.Clock.CALENDAR_DAYS, Ramp.Shape.LINEAR, List.of())));
    assertEquals(
        "ramp must rise from point to point, but had 0.5 at 0, then 0.4 at 9",
        refusal(() -> Ramp.parse("0.5 at 0, 0.4 at 9 calendar days, linear")));
    assertEquals(
        "ramp must rise from point to point, but had 0.5 at 0, then 1 at 0",
        refusal(() -> Ramp.parse("0.5 at 0, 1 at 0 calendar days, linear")));
    assertEquals(
        "ramp must end at a share of 1, but had [0.5 at 0]",
        refusal(() -> Ramp.parse("0.5 at 0 calendar days, linear")));
    assertEquals(
        "share must be 0 to 1, but was 1.5",
        refusal(() -> new Ramp.Point(0, Quantity.parse("1.5"))));
    assertEquals(
        "share must be 0 to 1, but was -1", refusal(() -> new Ramp.Point(0, Quantity.of(-1))));
    assertEquals(
        "days must be 0 to 999,999, but were -1",
        refusal(() -> new Ramp.Point(-1, Quantity.of(1))));
    assertThrows(IllegalArgumentException.class, () -> new Ramp.Point(1_000_000, Quantity.of(1)));
    assertThrows(IllegalArgumentException.class, () -> Ramp.NONE.share(-1));
  }

  @Test
  void rampsByCalendarDaysOrDaysWorked() {
    Ramp linear = Ramp.parse("0.25 at 0, 1 at 182 calendar days, linear");
    assertEquals(.25, linear.share(0));
    assertEquals(.625, linear.share(91));
    assertEquals(1, linear.share(182));
    assertEquals(1, linear.share(9_999));
    assertEquals(182, linear.length());
    LocalDate monday = LocalDate.of(2026, 6, 1);
    DayFunction weekdays =
        day ->
            day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY
                ? 0
                : 1;
    DayFunction steps =
        Ramp.parse("0.5 at 0, 0.75 at 5, 1 at 10 days worked, in steps").from(monday, weekdays);
    assertEquals(0, steps.on(monday.minusDays(1)));
    assertEquals(.5, steps.on(monday));
    assertEquals(.5, steps.on(monday.plusDays(4)), "Friday is the fifth day, after four");
    assertEquals(.75, steps.on(monday.plusDays(5)), "five days are worked by Saturday");
    assertEquals(.75, steps.on(monday.plusDays(11)));
    assertEquals(1, steps.on(monday.plusDays(14)));
    assertEquals(1, Ramp.NONE.from(monday, weekdays).on(monday));
  }

  @Property(tries = 200)
  void rampsNeverFallAndAreTheirText(
      @ForAll @IntRange(min = 0, max = 100) int first,
      @ForAll @IntRange(min = 0, max = 100) int second,
      @ForAll @IntRange(min = 1, max = 60) int after,
      @ForAll @IntRange(min = 1, max = 60) int further,
      @ForAll boolean linear,
      @ForAll boolean worked) {
    Ramp ramp =
        new Ramp(
            worked ? Ramp.Clock.DAYS_WORKED : Ramp.Clock.CALENDAR_DAYS,
            linear ? Ramp.Shape.LINEAR : Ramp.Shape.STEPS,
            List.of(
                new Ramp.Point(0, Quantity.ofUnscaled(Math.min(first, second), 2)),
                new Ramp.Point(after, Quantity.ofUnscaled(Math.max(first, second), 2)),
                new Ramp.Point(after + further, Quantity.of(1))));
    assertEquals(ramp, Ramp.parse(ramp.toString()));
    double last = 0;
    for (int day = 0; day < after + further + 5; day++) {
      double share = ramp.share(day);
      assertEquals(true, share >= last && share <= 1, "day " + day);
      last = share;
    }
    assertEquals(1, last);
  }

  @Property(tries = 200)
  void weightsOfAnyPartsAddUpToOne(@ForAll @IntRange(min = 1, max = 40) int parts) {
    List<MetricWeight> weights =
        MetricWeight.equally(
            IntStream.range(0, parts).mapToObj(i -> MetricId.of("m" + i)).toList());
    Role role = hunter().metrics(weights).build();
    assertEquals(role, Role.of(role.state()));
    assertEquals(Quantity.of(100), role.explain().total());
  }
}
