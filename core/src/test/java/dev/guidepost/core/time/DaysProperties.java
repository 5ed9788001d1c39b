package dev.guidepost.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.id.PlaceId;
import dev.guidepost.core.quantity.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Laws of working days, exposures and zones. */
class DaysProperties {

  private static final PlaceId HERE = PlaceId.of("here");
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final int LENGTH = 400;
  private static final Period COVERED = Period.custom(START, START.plusDays(LENGTH));

  private static WorkingDays days(Set<Integer> holidays) {
    HolidayTable.Builder table =
        HolidayTable.builder().covering(HERE, COVERED.start(), COVERED.end());
    holidays.forEach(day -> table.holiday(HERE, START.plusDays(day), "holiday"));
    return WorkingDays.mondayToFriday().withHolidays(table.build());
  }

  @Provide
  Arbitrary<Set<Integer>> holidays() {
    return Arbitraries.integers().between(0, LENGTH - 1).set().ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<Double>> values() {
    return Arbitraries.oneOf(
            Arbitraries.of(0., 1., .5, .1, 1.2, 1 / 3.), Arbitraries.doubles().between(0, 5))
        .list()
        .ofSize(10);
  }

  @Property(tries = 200)
  void countsAddUp(
      @ForAll("holidays") Set<Integer> holidays,
      @ForAll @IntRange(max = LENGTH) int a,
      @ForAll @IntRange(max = LENGTH) int b,
      @ForAll @IntRange(max = LENGTH) int c) {
    WorkingDays days = days(holidays);
    TreeSet<Integer> sorted = new TreeSet<>(Set.of(0, LENGTH));
    sorted.addAll(List.of(a, b, c));
    int sum = 0;
    int from = 0;
    for (int cut : sorted) {
      sum += days.count(HERE, START.plusDays(from), START.plusDays(cut));
      from = cut;
    }
    assertEquals(days.count(HERE, COVERED), sum);
    assertEquals(sum, Exposure.of("workday", days.at(HERE)).over(COVERED));
  }

  /** A step of n passes n working days and ends on one; steps add up, and lead back. */
  @Property(tries = 200)
  void stepsPassAsManyWorkdays(
      @ForAll("holidays") Set<Integer> holidays,
      @ForAll @IntRange(min = 150, max = 250) int from,
      @ForAll @IntRange(min = 1, max = 40) int n,
      @ForAll @IntRange(min = 1, max = 40) int more) {
    WorkingDays days = days(holidays);
    LocalDate day = START.plusDays(from);
    LocalDate after = days.plus(HERE, day, n);
    assertTrue(days.isWorkday(HERE, after));
    assertEquals(n, days.count(HERE, day.plusDays(1), after.plusDays(1)));
    assertEquals(days.plus(HERE, day, n + more), days.plus(HERE, after, more));
    LocalDate before = days.plus(HERE, day, -n);
    assertEquals(n, days.count(HERE, before, day));
    assertEquals(after, days.plus(HERE, days.plus(HERE, after, more), -more));
  }

  @Property(tries = 200)
  void exposuresAddUpExactlyAndExplainThemselves(
      @ForAll("values") List<Double> ramp,
      @ForAll("values") List<Double> season,
      @ForAll @IntRange(min = 1, max = 59) int cut) {
    Exposure exposure =
        Exposure.of("ramp", day -> ramp.get(day.getDayOfYear() % 10))
            .times("season", day -> season.get(day.getDayOfYear() / 7 % 10));
    Period whole = Period.custom(START, START.plusDays(60));
    Period first = Period.custom(START, START.plusDays(cut));
    Period rest = Period.custom(START.plusDays(cut), whole.end());
    BigDecimal sum = exposure.weight(first).add(exposure.weight(rest));
    assertEquals(0, exposure.weight(whole).compareTo(sum));
    double plain = 0;
    for (int i = 0; i < 60; i++) {
      LocalDate day = START.plusDays(i);
      plain += ramp.get(day.getDayOfYear() % 10) * season.get(day.getDayOfYear() / 7 % 10);
    }
    assertEquals(plain, exposure.over(whole), 1e-12 * Math.max(1, plain));
    Explanation why = exposure.explain(whole); // its parts add up, or it would not exist
    assertEquals(
        exposure.weight(whole).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros(),
        why.total().toBigDecimal().stripTrailingZeros());
  }

  @Property(tries = 200)
  void prorationsOfPartsAddUpWithinTheirRounding(
      @ForAll("values") @Size(10) List<Double> values,
      @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long cents) {
    Exposure exposure = Exposure.of("season", day -> 1 + values.get(day.getDayOfYear() % 10));
    Quantity total = Quantity.ofUnscaled(cents, 2);
    FiscalCalendar calendar = FiscalCalendar.calendarYear();
    Period year = calendar.period("2026");
    Quantity sum = Quantity.ZERO;
    double shares = 0;
    for (Period month : calendar.within(year, Grain.MONTH)) {
      sum = sum.plus(exposure.prorate(total, year, month, 2, RoundingMode.HALF_EVEN));
      shares += exposure.share(year, month);
    }
    assertTrue(Math.abs(sum.minus(total).unscaledAt(2)) <= 6); // 12 halves of a cent
    assertEquals(1, shares, 1e-12);
    assertEquals(total, exposure.prorate(total, year, year, 2, RoundingMode.UNNECESSARY));
  }

  @Provide
  Arbitrary<String> zones() {
    return Arbitraries.of(new TreeSet<>(ZoneId.getAvailableZoneIds()));
  }

  @Property(tries = 500)
  void everyInstantIsInTheDayItFallsOn(
      @ForAll("zones") String id, @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
    BusinessZone zone = BusinessZone.of(id);
    Instant instant = Instant.ofEpochSecond(second);
    LocalDate day = zone.dayOf(instant);
    assertTrue(!instant.isBefore(zone.startOf(day)) && instant.isBefore(zone.endOf(day)));
    assertEquals(zone.endOf(day), zone.startOf(day.plusDays(1)));
    assertEquals(zone, BusinessZone.parse(zone.toString()));
  }
}
