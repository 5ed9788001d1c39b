package dev.guidepost.core.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.PlaceId;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.HolidayTable;
import dev.guidepost.core.time.Period;
import dev.guidepost.core.time.WorkingDays;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of who gives what: days tile, order does not matter, the future is not read. */
class RosterProperties {

  private static final PersonId ANA = PersonId.of("ana");
  private static final LocalDate START = LocalDate.of(2026, 3, 2);
  private static final int DAYS = 60;
  private static final PlaceId HERE = PlaceId.of("here");
  private static final PlaceId THERE = PlaceId.of("there");
  private static final HolidayTable HOLIDAYS =
      HolidayTable.builder()
          .covering(HERE, START.minusYears(1), START.plusYears(1))
          .covering(THERE, START.minusYears(1), START.plusYears(1))
          .holiday(HERE, START.plusDays(9), "here")
          .holiday(THERE, START.plusDays(10), "there")
          .build();
  private static final Role SLOW =
      Role.builder()
          .id(RoleId.of("slow"))
          .label("Slow")
          .ramp(Ramp.parse("0.1 at 0, 1 at 21 days worked, linear"))
          .build();
  private static final Role FAST =
      Role.builder()
          .id(RoleId.of("fast"))
          .label("Fast")
          .ramp(Ramp.parse("0.5 at 0, 1 at 7 calendar days, in steps"))
          .build();

  /** A row of any kind, and the first day on which it says something. */
  private record Row(LocalDate from, Consumer<Given> add) {}

  /** The builders a row may go to. */
  private record Given(Availability.Builder availability, Roster.Builder roster) {}

  private static LocalDate day(int n) {
    return START.plusDays(n);
  }

  @Provide
  Arbitrary<List<Row>> rows() {
    Arbitrary<Integer> from = Arbitraries.integers().between(0, DAYS);
    Arbitrary<Integer> length = Arbitraries.integers().between(1, 40);
    Arbitrary<Row> stay =
        Combinators.combine(from, length)
            .as((f, n) -> new Row(day(f), g -> g.roster().employed(ANA, day(f), day(f + n))));
    Arbitrary<Row> open = from.map(f -> new Row(day(f), g -> g.roster().employed(ANA, day(f))));
    Arbitrary<Row> role =
        Combinators.combine(from, Arbitraries.of(SLOW, FAST))
            .as((f, r) -> new Row(day(f), g -> g.roster().inRole(ANA, r.id(), day(f))));
    Arbitrary<Row> leave =
        Combinators.combine(from, length)
            .as(
                (f, n) ->
                    new Row(
                        day(f),
                        g -> g.availability().leave(ANA, Period.custom(day(f), day(f + n)))));
    Arbitrary<Row> place =
        from.map(
            f ->
                new Row(
                    day(f), g -> g.availability().place(ANA, f % 2 == 0 ? HERE : THERE, day(f))));
    return Arbitraries.oneOf(stay, open, role, leave, place).list().ofMaxSize(9);
  }

  private static Roster roster(List<Row> rows) {
    Given given =
        new Given(
            Availability.builder()
                .workingDays(
                    WorkingDays.mondayToFriday()
                        .withHolidays(HOLIDAYS)
                        .withWeekdays(THERE, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY)))
                .place(HERE),
            Roster.builder().person(ANA, "Ana").role(SLOW).role(FAST));
    rows.forEach(row -> row.add().accept(given));
    return given.roster().availability(given.availability().build()).build();
  }

  @Property(tries = 300)
  void exposuresTileOverDays(
      @ForAll("rows") List<Row> rows, @ForAll @IntRange(min = 1, max = DAYS - 1) int cut) {
    Exposure exposure = roster(rows).exposure(ANA);
    Period whole = Period.custom(day(0), day(DAYS));
    BigDecimal parts =
        exposure
            .weight(Period.custom(day(0), day(cut)))
            .add(exposure.weight(Period.custom(day(cut), day(DAYS))));
    assertEquals(0, exposure.weight(whole).compareTo(parts));
  }

  @Property(tries = 200)
  void nobodyGivesMoreThanTheDaysThere(@ForAll("rows") List<Row> rows) {
    Roster roster = roster(rows);
    Availability availability = roster.availability();
    for (int i = 0; i < DAYS; i++) {
      LocalDate day = day(i);
      double there = roster.presence(ANA).on(day);
      double ramped = roster.exposure(ANA).on(day);
      boolean works =
          roster.person(ANA).employed(day)
              && !availability.onLeave(ANA, day)
              && availability.workingDays().isWorkday(availability.place(ANA, day), day);
      assertEquals(works ? 1 : 0, there);
      assertTrue(ramped >= 0 && ramped <= there);
      assertTrue(there == 0 || ramped > 0);
    }
  }

  @Property(tries = 200)
  void rowsMayComeInAnyOrder(@ForAll("rows") List<Row> rows, @ForAll Random random) {
    List<Row> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    assertEquals(roster(rows).state(), roster(shuffled).state());
    assertEquals(roster(rows).findings(), roster(shuffled).findings());
  }

  @Property(tries = 200)
  void aDayIsReadWithoutRowsThatBeginLater(
      @ForAll("rows") List<Row> rows, @ForAll @IntRange(min = 0, max = DAYS) int n) {
    Roster all = roster(rows);
    Roster then = roster(rows.stream().filter(row -> !row.from().isAfter(day(n))).toList());
    for (int i = 0; i <= n; i++) {
      assertEquals(all.exposure(ANA).on(day(i)), then.exposure(ANA).on(day(i)));
      assertEquals(all.role(ANA, day(i)), then.role(ANA, day(i)));
      assertEquals(all.person(ANA).started(day(i)), then.person(ANA).started(day(i)));
    }
  }

  @Property(tries = 200)
  void comesBackFromItsState(@ForAll("rows") List<Row> rows) {
    Roster roster = roster(rows);
    Roster back = Roster.of(roster.state(), HOLIDAYS);
    assertEquals(roster.state(), back.state());
    Period whole = Period.custom(day(0), day(DAYS));
    assertEquals(roster.exposure(ANA).weight(whole), back.exposure(ANA).weight(whole));
  }
}
