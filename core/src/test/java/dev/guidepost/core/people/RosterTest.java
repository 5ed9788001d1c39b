package dev.guidepost.core.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.PlaceId;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.HolidayTable;
import dev.guidepost.core.time.Holidays;
import dev.guidepost.core.time.Period;
import dev.guidepost.core.time.WorkingDays;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RosterTest {

  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final PlaceId US = PlaceId.of("US");
  private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
  private static final Role HUNTER =
      Role.builder()
          .id(RoleId.of("hunter"))
          .label("Hunter")
          .ramp(Ramp.parse("0.5 at 0, 1 at 10 days worked, in steps"))
          .hoursPerWeek(Quantity.of(40))
          .build();
  private static final Role FARMER =
      Role.builder()
          .id(RoleId.of("farmer"))
          .label("Farmer")
          .ramp(Ramp.parse("0 at 0, 1 at 14 calendar days, linear"))
          .build();

  private static Roster.Builder hunters(PersonId... people) {
    Roster.Builder builder = Roster.builder().role(HUNTER).role(FARMER);
    for (PersonId person : people) {
      builder.inRole(person, HUNTER.id());
    }
    return builder;
  }

  private static Period days(int from, int until) {
    return Period.custom(MONDAY.plusDays(from), MONDAY.plusDays(until));
  }

  /**
   * METHODS C8: hired 17 February, a quota of 90,000 for a quarter of 61 working days, 31 of them
   * left, is 45,737.70; the federal holidays of the quarter as observed.
   */
  @Test
  void proratesByTheDaysOfSomebodyHired() {
    LocalDate newYear = LocalDate.of(2026, 1, 1);
    LocalDate hired = LocalDate.of(2026, 2, 17);
    HolidayTable holidays =
        HolidayTable.builder()
            .covering(US, newYear, newYear.plusYears(1))
            .holiday(US, newYear, "New Year's Day")
            .holiday(US, LocalDate.of(2026, 1, 19), "Martin Luther King Jr. Day")
            .holiday(US, LocalDate.of(2026, 2, 16), "Washington's Birthday")
            .build();
    Availability availability =
        Availability.builder()
            .workingDays(WorkingDays.mondayToFriday().withHolidays(holidays))
            .place(US)
            .build();
    Roster roster =
        Roster.builder().availability(availability).employed(ANA, hired).employed(BEN).build();
    Period q1 = FiscalCalendar.calendarYear().period("2026-Q1");
    assertEquals(61, roster.presence(BEN).over(q1));
    assertEquals(31, roster.presence(ANA).over(q1));
    assertEquals(
        Quantity.parse("45737.70"),
        roster
            .presence(BEN)
            .prorate(
                Quantity.of(90_000),
                q1,
                Period.custom(hired, q1.end()),
                2,
                RoundingMode.HALF_EVEN));
  }

  @Test
  void leaversComeBackAndRampAgain() {
    Roster roster =
        hunters(ANA)
            .employed(ANA, MONDAY.plusDays(28))
            .employed(ANA, MONDAY, MONDAY.plusDays(21))
            .person(ANA, "Ana Brandt")
            .build();
    Person ana = roster.person(ANA);
    assertFalse(ana.employed(MONDAY.minusDays(1)));
    assertTrue(ana.employed(MONDAY));
    assertFalse(ana.employed(MONDAY.plusDays(21)));
    assertEquals(Optional.of(MONDAY), ana.hired(MONDAY.plusDays(3)));
    assertEquals(OptionalLong.of(3), ana.tenure(MONDAY.plusDays(3)));
    assertEquals(OptionalLong.empty(), ana.tenure(MONDAY.plusDays(22)));
    assertEquals(Optional.empty(), ana.started(MONDAY.plusDays(22)));
    assertEquals(Optional.empty(), ana.role(MONDAY.plusDays(22)));
    assertEquals(Optional.of(MONDAY.plusDays(28)), ana.started(MONDAY.plusDays(30)));
    assertEquals(5 * .5 + 5 * .5 + 5, roster.exposure(ANA).over(days(0, 28)));
    assertEquals(2.5, roster.exposure(ANA).over(days(28, 35)));
    assertEquals(List.of(ana), roster.joined(days(0, 1)));
    assertEquals(List.of(), roster.joined(days(1, 28)));
    assertEquals(List.of(ana), roster.left(days(20, 21)));
    assertEquals(List.of(), roster.left(days(21, 60)));
    assertEquals(List.of(), roster.employed(MONDAY.plusDays(25)));
    assertEquals(List.of(ana), roster.employed(MONDAY.plusDays(28)));
    assertEquals(List.of(), roster.findings());
    assertEquals("[workday, leave, employed, ramp]", roster.exposure(ANA).names().toString());
  }

  @Test
  void aNewRoleIsRampedAnewAndLeaveStopsTheClock() {
    Roster roster =
        hunters(ANA)
            .availability(Availability.builder().leave(ANA, days(2, 7)).build())
            .employed(ANA, MONDAY)
            .inRole(ANA, FARMER.id(), MONDAY.plusDays(35))
            .build();
    assertEquals(.5, roster.exposure(ANA).on(MONDAY.plusDays(14)), "7 days worked");
    assertEquals(.5, roster.exposure(ANA).on(MONDAY.plusDays(16)));
    assertEquals(1, roster.exposure(ANA).on(MONDAY.plusDays(17)), "10 days worked");
    assertEquals(0, roster.exposure(ANA).on(MONDAY.plusDays(35)));
    assertEquals(.5, roster.exposure(ANA).on(MONDAY.plusDays(42)));
    assertEquals(Optional.of(FARMER), roster.role(ANA, MONDAY.plusDays(42)));
    assertEquals(Optional.of(HUNTER), roster.role(ANA, MONDAY.plusDays(34)));
  }

  @Test
  void whoseStartIsNotKnownIsAtFullProductivity() {
    Roster roster = hunters(ANA).employed(ANA).employed(BEN, MONDAY).build();
    assertEquals(1, roster.exposure(ANA).on(MONDAY));
    assertEquals(1, roster.exposure(BEN).on(MONDAY), "no role is known");
    assertEquals(OptionalLong.empty(), roster.person(ANA).tenure(MONDAY));
    assertEquals(
        "[ben: is employed without a role [2026-06-01, ...)]", roster.findings().toString());
  }

  @Test
  void aRoleIsDefinedAnewWithoutChangingThePast() {
    Role later = Role.builder().from(HUNTER).ramp(Ramp.NONE).build();
    Roster roster = hunters(ANA).role(later, MONDAY.plusDays(1)).employed(ANA, MONDAY).build();
    assertEquals(.5, roster.exposure(ANA).on(MONDAY));
    assertEquals(1, roster.exposure(ANA).on(MONDAY.plusDays(1)));
    assertEquals(Optional.of(later), roster.role(ANA, MONDAY.plusDays(1)));
  }

  @Test
  void saysWhatCannotBeRight() {
    LocalDate july = LocalDate.of(2026, 7, 1);
    Roster roster =
        hunters()
            .role(FARMER, july)
            .role(Role.builder().from(FARMER).label("Gardener").build(), july)
            .employed(ANA, MONDAY, MONDAY.plusDays(60))
            .inRole(ANA, HUNTER.id(), MONDAY.plusDays(7))
            .inRole(ANA, FARMER.id(), MONDAY.plusDays(7))
            .inRole(ANA, RoleId.of("unknown"), MONDAY.plusDays(14))
            .employed(BEN)
            .inRole(BEN, Dated.between(FARMER.id(), MONDAY, july.plusDays(9)))
            .build();
    assertEquals(
        List.of(
            "farmer: definition is claimed to be Farmer (farmer): not measured and Gardener"
                + " (farmer): not measured [2026-07-01, ...)",
            "ana: role is claimed to be farmer and hunter [2026-06-08, 2026-06-15)",
            "ana: ramp is the slowest of farmer and hunter on each day [2026-06-08, 2026-06-15)",
            "ana: is employed without a role [2026-06-01, 2026-06-08)",
            "ana: role unknown is not defined [2026-06-15, 2026-07-31)",
            "ben: is employed without a role [..., 2026-06-01)",
            "ben: role farmer is not defined [2026-07-01, 2026-07-10)",
            "ben: is employed without a role [2026-07-10, ...)"),
        roster.findings().stream().map(Finding::toString).toList());
    assertEquals(Optional.empty(), roster.role(ANA, MONDAY.plusDays(8)));
    assertEquals(Optional.empty(), roster.role(ANA, MONDAY.plusDays(20)));
    assertEquals(Optional.empty(), roster.role(BEN, july));
  }

  @Test
  void hoursAreThoseOfTheRoleAndThePlace() {
    PlaceId ae = PlaceId.of("AE");
    Availability availability =
        Availability.builder()
            .workingDays(
                WorkingDays.mondayToFriday()
                    .withWeekdays(ae, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY)))
            .place(BEN, ae)
            .leave(ANA, days(0, 1))
            .build();
    Roster roster =
        hunters(ANA, BEN)
            .availability(availability)
            .employed(ANA)
            .employed(BEN)
            .inRole(BEN, FARMER.id(), MONDAY.plusDays(7))
            .build();
    assertEquals(Optional.of(Quantity.of(32)), roster.hours(ANA, days(0, 7)));
    assertEquals(Optional.of(Quantity.of(40)), roster.hours(BEN, days(0, 7)));
    assertEquals(Optional.empty(), roster.hours(BEN, days(0, 8)), "a farmer's are not known");
    assertEquals(availability, roster.availability());
  }

  @Test
  void namesAreLabels() {
    PersonId other = PersonId.of("ana-2");
    Roster roster =
        Roster.builder()
            .person(other, "Ana Brandt")
            .person(ANA, "Ana Brandt")
            .person(ANA, "Ana Brandt")
            .inRole(BEN, HUNTER.id())
            .build();
    assertEquals("[Ana Brandt (ana), Ana Brandt (ana-2)]", roster.named("Ana Brandt").toString());
    assertEquals("ben (ben)", roster.person(BEN).toString());
    assertEquals(Optional.empty(), roster.find(PersonId.of("cem")));
    assertEquals(
        "3 people, 0 roles; works on [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY]; leave of 0"
            + " people",
        roster.toString());
    assertEquals(
        "person must be one of the 3 declared, but was cem",
        assertThrows(IllegalArgumentException.class, () -> roster.exposure(PersonId.of("cem")))
            .getMessage());
    Roster.Builder builder = Roster.builder().person(ANA, "Ana");
    assertEquals(
        "person must have one name, but ana has Ana and Anna",
        assertThrows(IllegalArgumentException.class, () -> builder.person(ANA, "Anna"))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> builder.person(BEN, " "));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Person(ANA, "", Timeline.of(List.of()), Timeline.of(List.of())));
  }

  @Test
  void comesBackFromItsState() {
    Roster roster =
        hunters(ANA)
            .role(FARMER, MONDAY)
            .person(ANA, "Ana Brandt")
            .employed(ANA, MONDAY, MONDAY.plusDays(3))
            .employed(BEN)
            .build();
    Roster back = Roster.of(roster.state(), Holidays.NONE);
    assertEquals(roster.state(), back.state());
    assertEquals(roster.people(), back.people());
    assertEquals(roster.findings(), back.findings());
    Roster.State state = roster.state();
    Roster.State wrong =
        new Roster.State(
            state.availability(),
            state.roles(),
            state.people(),
            List.of(new Dated.State("ana", "ben", "", "")),
            state.inRole());
    assertEquals(
        "employment of ana must be their own, but was of ben",
        assertThrows(IllegalArgumentException.class, () -> Roster.of(wrong, Holidays.NONE))
            .getMessage());
  }

  private static Roster.Builder contradicted(Role one, Role other) {
    return Roster.builder()
        .role(one)
        .role(other)
        .employed(ANA, MONDAY.minusDays(7))
        .inRole(ANA, one.id(), MONDAY)
        .inRole(ANA, other.id(), MONDAY);
  }

  private static Role like(Role role, String id) {
    return Role.builder().from(role).id(RoleId.of(id)).build();
  }

  /** That nobody knows which role it is makes no full hand of a newcomer. */
  @Test
  void whoIsClaimedForTwoRolesGrowsIntoThemToo() {
    Role farmerToo = like(FARMER, "farmer-too");
    double sure =
        hunters()
            .employed(ANA, MONDAY)
            .inRole(ANA, FARMER.id())
            .build()
            .exposure(ANA)
            .over(days(0, 7));
    Roster agreed = contradicted(FARMER, farmerToo).build();
    assertEquals(sure, agreed.exposure(ANA).over(days(0, 7)), 1e-12);
    assertEquals(
        1, agreed.findings().stream().filter(f -> f.problem().contains("claimed")).count());
    assertEquals(0, agreed.findings().stream().filter(f -> f.problem().contains("ramp")).count());
    Roster cautious = contradicted(FARMER, HUNTER).build();
    assertEquals(sure, cautious.exposure(ANA).over(days(0, 7)), 1e-12, "0 to 0.5 is below 0.5");
    assertEquals(
        List.of(
            "ana: role is claimed to be farmer and hunter [2026-06-01, ...)",
            "ana: ramp is the slowest of farmer and hunter on each day [2026-06-01, ...)"),
        cautious.findings().stream().map(Finding::toString).limit(2).toList());
  }

  /** A week in which another role was claimed as well does not start the ramp again. */
  @Test
  void aContradictionDoesNotBeginARoleAnew() {
    Roster roster =
        hunters()
            .employed(ANA, MONDAY)
            .inRole(ANA, Dated.between(FARMER.id(), MONDAY, MONDAY.plusDays(90)))
            .inRole(ANA, Dated.between(HUNTER.id(), MONDAY.plusDays(7), MONDAY.plusDays(14)))
            .build();
    assertEquals(Optional.of(MONDAY), roster.person(ANA).started(MONDAY.plusDays(20)));
    assertEquals(1, roster.exposure(ANA).on(MONDAY.plusDays(15)));
    assertEquals(0.5, roster.exposure(ANA).on(MONDAY.plusDays(7)), 1e-12, "7 of 14 days");
  }

  @Test
  void equalsOneOfTheSameRows() {
    HolidayTable holidays = HolidayTable.builder().build();
    Availability there =
        Availability.builder()
            .workingDays(WorkingDays.mondayToFriday().withHolidays(holidays))
            .build();
    Roster roster = contradicted(FARMER, HUNTER).person(BEN, "Ben").availability(there).build();
    Roster back = Roster.of(roster.state(), holidays);
    assertEquals(roster, back);
    assertEquals(roster.hashCode(), back.hashCode());
    assertNotEquals(roster, contradicted(FARMER, HUNTER).person(BEN, "Ben").build());
    assertNotEquals(back, contradicted(FARMER, HUNTER).availability(there).build());
    Roster.Builder others = contradicted(FARMER, like(FARMER, "f")).person(BEN, "Ben");
    assertNotEquals(back, others.availability(there).build());
    assertFalse(roster.equals((Object) "roster"));
  }
}
