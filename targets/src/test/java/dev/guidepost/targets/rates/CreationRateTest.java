package dev.guidepost.targets.rates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.people.Availability;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.HolidayTable;
import dev.guidepost.core.time.Period;
import dev.guidepost.core.time.WorkingDays;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.Firm;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CreationRateTest {

  private static List<Period> weeks(int count) {
    return FiscalCalendar.calendarYear()
        .periods(Grain.WEEK, Firm.START, Firm.START.plusWeeks(count).minusDays(1));
  }

  /** Opens some deals in each of some weeks. */
  private static void opens(Firm firm, PersonId person, int from, int until, int perWeek) {
    for (int week = from; week < until; week++) {
      for (int i = 0; i < perWeek; i++) {
        firm.open("d" + firm.deals.size(), person, Firm.START.plusWeeks(week).plusDays(i % 5));
      }
    }
  }

  private static Map<PersonId, CreationRate> fit(Firm firm, int weekCount, int recent) {
    List<Period> weeks = weeks(weekCount);
    return CreationRate.fit(
        firm.cube(weeks.toArray(new Period[0])),
        Firm.START.plusWeeks(weekCount),
        StandardMetrics.OPPORTUNITIES,
        weeks,
        recent,
        firm.availability(),
        Pooling.TEAMS);
  }

  private static CreationRate of(Map<PersonId, CreationRate> rates, PersonId person) {
    CreationRate rate = rates.get(person);
    assertTrue(rate != null);
    return java.util.Objects.requireNonNull(rate);
  }

  @Test
  void poolsWithTheTeam() {
    Firm firm = new Firm();
    PersonId low = firm.person("low", Firm.EAST);
    PersonId high = firm.person("high", Firm.EAST);
    PersonId mid = firm.person("mid", Firm.EAST);
    opens(firm, low, 0, 12, 2);
    opens(firm, mid, 0, 12, 4);
    opens(firm, high, 0, 12, 6);
    Map<PersonId, CreationRate> rates = fit(firm, 12, 8);
    assertEquals(List.of(low, high, mid), List.copyOf(rates.keySet()));
    assertEquals(16, of(rates, low).count());
    assertEquals(8, of(rates, low).weeks());
    assertTrue(of(rates, low).perWeek() > 2 && of(rates, low).perWeek() < 4);
    assertTrue(of(rates, high).perWeek() < 6 && of(rates, high).perWeek() > 4);
    assertEquals(of(rates, mid).shape() / of(rates, mid).rate(), of(rates, mid).perWeek(), 1e-12);
    assertEquals("4.0 a week (32 in 8.0 weeks), best month 4.0", of(rates, mid).toString());
  }

  /** Twelve weeks of two, then four of six: the shorter the half-life, the nearer to six. */
  @Test
  void recentWeeksWeighMore() {
    Firm firm = new Firm();
    for (String id : List.of("a", "b", "c")) {
      PersonId person = firm.person(id, Firm.EAST);
      opens(firm, person, 0, 12, 2);
      opens(firm, person, 12, 16, 6);
    }
    List<Period> weeks = weeks(16);
    Cube cube = firm.cube(weeks.toArray(new Period[0]));
    double before = 6;
    for (double halfLife : new double[] {1, 4, 16, 1e6}) {
      Map<PersonId, CreationRate> rates =
          CreationRate.fit(
              cube,
              Firm.START.plusWeeks(16),
              StandardMetrics.OPPORTUNITIES,
              weeks,
              8,
              firm.availability(),
              Pooling.TEAMS.fading(HalfLife.ofWeeks(halfLife)));
      double rate = of(rates, PersonId.of("a")).perWeek();
      assertTrue(rate < before, halfLife + ": " + rate);
      assertEquals(32, of(rates, PersonId.of("a")).count(), "what is told are the last 8 weeks");
      before = rate;
    }
    assertEquals(3, before, .1, "all weeks alike");
  }

  @Test
  void countsTheWeeksThatOneWasThere() {
    Firm firm = new Firm();
    PersonId old = firm.person("old", Firm.EAST);
    PersonId away = firm.person("away", Firm.EAST);
    PersonId joiner = firm.undeclared("joiner");
    firm.organisation.member(joiner, Firm.EAST, Firm.START.plusWeeks(10).plusDays(2));
    firm.leave.put(away, List.of(Period.custom(Firm.START.plusWeeks(8), Firm.START.plusWeeks(10))));
    opens(firm, old, 0, 12, 5);
    opens(firm, away, 0, 8, 5);
    opens(firm, away, 10, 12, 5);
    opens(firm, joiner, 10, 12, 5);
    Map<PersonId, CreationRate> rates = fit(firm, 12, 8);
    assertEquals(6, of(rates, away).weeks(), 1e-12);
    assertEquals(1.6, of(rates, joiner).weeks(), 1e-12, "from a Wednesday on");
    assertEquals(10, of(rates, joiner).count());
    assertEquals(5, of(rates, away).perWeek(), .4, "leave does not lower the rate");
  }

  /** METHODS A1.3: exposure is the sum over days of workday and availability. */
  @Test
  void aHolidayIsAFifthOfAWeek() {
    Firm firm = new Firm();
    PersonId ana = firm.person("ana", Firm.EAST);
    opens(firm, ana, 0, 11, 5);
    opens(firm, ana, 11, 12, 3);
    HolidayTable.Builder table =
        HolidayTable.builder()
            .covering(Availability.EVERYWHERE, Firm.START, Firm.START.plusWeeks(12));
    LocalDate thursday = Firm.START.plusWeeks(11).plusDays(3);
    table.holiday(Availability.EVERYWHERE, thursday, "one");
    table.holiday(Availability.EVERYWHERE, thursday.plusDays(1), "two");
    assertEquals(8, of(fit(firm, 12, 8), ana).weeks(), 1e-12);
    firm.workingDays = WorkingDays.mondayToFriday().withHolidays(table.build());
    CreationRate rate = of(fit(firm, 12, 8), ana);
    assertEquals(7.6, rate.weeks(), 1e-12);
    assertEquals(38, rate.count());
    assertEquals(5, rate.perWeek(), 0.05, "as many a full week as ever");
    firm.leave.put(ana, List.of(Period.custom(thursday, thursday.plusDays(2))));
    assertEquals(7.6, of(fit(firm, 12, 8), ana).weeks(), 1e-12, "leave on a holiday costs nothing");
  }

  @Test
  void inheritedDealsAreNotOnesOwnCreation() {
    Firm firm = new Firm();
    for (String id : List.of("a", "b", "c")) {
      opens(firm, firm.person(id, Firm.EAST), 0, 12, 3);
    }
    PersonId heir = firm.undeclared("heir");
    firm.organisation.member(heir, Firm.EAST, Firm.START.plusWeeks(10));
    opens(firm, heir, 0, 10, 9); // opened by somebody who left
    opens(firm, heir, 10, 12, 3);
    PersonId away = firm.person("away", Firm.EAST);
    firm.leave.put(away, List.of(Period.custom(Firm.START, Firm.START.plusWeeks(12))));
    opens(firm, away, 0, 12, 2);
    Map<PersonId, CreationRate> rates = fit(firm, 12, 8);
    assertEquals(6, of(rates, heir).count());
    assertEquals(3, of(rates, heir).perWeek(), .3);
    assertTrue(of(rates, heir).bestMonthPerWeek() <= 3);
    assertEquals(0, of(rates, away).count());
    assertEquals(3, of(rates, away).perWeek(), .3, "the team's");
  }

  @Test
  void findsTheBestFourWeeks() {
    Firm firm = new Firm();
    PersonId person = firm.person("a", Firm.EAST);
    opens(firm, person, 0, 20, 1);
    opens(firm, person, 5, 7, 6); // 7 7 1 1
    opens(firm, person, 10, 14, 3); // 4 4 4 4
    assertEquals(4, of(fit(firm, 20, 4), person).bestMonthPerWeek());
    assertEquals(0, of(fit(firm, 3, 3), person).bestMonthPerWeek(), "no four weeks");
    assertEquals(1, of(fit(firm, 4, 3), person).bestMonthPerWeek());
  }

  @Test
  void givesSomebodyWithoutARecordTheTeamsRate() {
    Firm firm = new Firm();
    for (String id : List.of("a", "b", "c", "d")) {
      opens(firm, firm.person(id, Firm.EAST), 0, 12, 3);
    }
    PersonId later = firm.undeclared("later");
    firm.organisation.member(later, Firm.EAST, Firm.START.plusWeeks(12));
    CreationRate rate = of(fit(firm, 12, 8), later);
    assertEquals(0, rate.weeks());
    assertEquals(3, rate.perWeek(), .1);
  }

  @Test
  void takesTeamsOfOneAndTeamsThatCreateNothing() {
    Firm firm = new Firm();
    PersonId alone = firm.person("alone", Firm.EAST);
    opens(firm, alone, 0, 12, 2);
    assertEquals(2, of(fit(firm, 12, 8), alone).perWeek(), .1);
    Firm idle = new Firm();
    for (String id : List.of("a", "b", "c")) {
      idle.person(id, Firm.EAST);
    }
    idle.open("elsewhere", PersonId.of("stranger"), Firm.START);
    Map<PersonId, CreationRate> rates = fit(idle, 12, 8);
    for (PersonId person : idle.people) {
      assertTrue(of(rates, person).perWeek() > 0 && of(rates, person).perWeek() < .1);
    }
    assertTrue(fit(idle, 4, 99).size() == 3, "fewer weeks than asked for");
    Expect.rejected("recent must be at least 1", () -> fit(idle, 12, 0));
  }
}
