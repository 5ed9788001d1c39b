package dev.guidepost.targets.rates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.people.Roster;
import dev.guidepost.core.people.StandardRoles;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.Firm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PeersTest {

  private static final PersonId ANA = PersonId.of("ana");

  @Test
  void areThoseOfTheSameRoleOnTheDay() {
    PersonId ben = PersonId.of("ben");
    PersonId cai = PersonId.of("cai");
    Roster.Builder roster =
        Roster.builder().role(StandardRoles.inside()).role(StandardRoles.field());
    roster.person(ANA, "Ana").person(ben, "Ben").person(cai, "Cai");
    roster.employed(ANA).employed(ben).employed(cai);
    roster.inRole(ANA, StandardRoles.inside().id());
    roster.inRole(ben, StandardRoles.field().id(), Firm.AS_OF);
    Peers before = Peers.byRole(roster.build(), Firm.START);
    Peers later = Peers.byRole(roster.build(), Firm.AS_OF);
    assertEquals(List.of(ANA), List.copyOf(before.groups().keySet()));
    assertEquals(StandardRoles.inside().label(), before.of(ANA).orElseThrow());
    assertEquals(StandardRoles.field().label(), later.of(ben).orElseThrow());
    assertTrue(later.of(cai).isEmpty());
    Expect.rejected("group of ana must not be blank", () -> new Peers(Map.of(ANA, " ")));
  }

  /** Half of each team sells from the desk, half at the customer's. */
  @Test
  void drawTowardsTheirOwnKind() {
    Trials trials = new Trials().unit("east", "company").unit("west", "company");
    Map<PersonId, String> kinds = new HashMap<>();
    for (int i = 0; i < 8; i++) {
      String team = i % 4 < 2 ? "east" : "west";
      trials.person("p" + i, team, i % 2 == 0 ? 12 : 4, 20);
      kinds.put(PersonId.of("p" + i), i % 2 == 0 ? "desk" : "field");
    }
    trials.person("new", "east", 0, 0);
    kinds.put(PersonId.of("new"), "field");
    trials.person("odd", "west", 8, 20);
    Cube cube = trials.cube();
    Pooling byKind = Pooling.TEAMS.with(new Peers(kinds));
    PersonalRates teams = PersonalRates.fit(cube, StandardMetrics.WIN_YIELD, Trials.YEAR, .8);
    PersonalRates peers =
        PersonalRates.fit(cube, StandardMetrics.WIN_YIELD, Trials.YEAR, .8, byKind);
    PersonalRate newcomer = peers.of(PersonId.of("new")).orElseThrow();
    assertEquals(.2, newcomer.mean(), .05);
    assertEquals(.4, teams.of(PersonId.of("new")).orElseThrow().mean(), .05);
    assertTrue(newcomer.toString().endsWith("0 of 0 own; 0 % own record, 100 % field"));
    PersonalRate desk = peers.of(PersonId.of("p0")).orElseThrow();
    assertTrue(desk.mean() > teams.of(PersonId.of("p0")).orElseThrow().mean());
    assertTrue(peers.of(PersonId.of("odd")).orElseThrow().toString().endsWith("% west"));
    assertEquals(
        teams.of(Trials.ROOT).orElseThrow().toString(),
        peers.of(Trials.ROOT).orElseThrow().toString());
    assertEquals(teams.toString(), peers.toString());
  }

  @Test
  void createAsMuchAsTheirOwnKind() {
    Firm firm = new Firm();
    Map<PersonId, String> kinds = new HashMap<>();
    for (int i = 0; i < 6; i++) {
      PersonId person = firm.person("p" + i, i < 3 ? Firm.EAST : Firm.WEST);
      kinds.put(person, i % 2 == 0 ? "desk" : "field");
      for (int week = 0; week < 12; week++) {
        for (int k = 0; k < (i % 2 == 0 ? 5 : 2); k++) {
          firm.open("d" + firm.deals.size(), person, Firm.START.plusWeeks(week).plusDays(k));
        }
      }
    }
    List<Period> weeks =
        FiscalCalendar.calendarYear()
            .periods(Grain.WEEK, Firm.START, Firm.START.plusWeeks(12).minusDays(1));
    Cube cube = firm.cube(weeks.toArray(new Period[0]));
    double[] off = new double[2];
    List<Pooling> ways = List.of(Pooling.TEAMS, Pooling.TEAMS.with(new Peers(kinds)), Pooling.NONE);
    for (int way = 0; way < 2; way++) {
      Map<PersonId, CreationRate> rates =
          CreationRate.fit(
              cube,
              Firm.START.plusWeeks(12),
              StandardMetrics.OPPORTUNITIES,
              weeks,
              8,
              firm.availability(),
              ways.get(way));
      for (int i = 1; i < 6; i += 2) {
        off[way] += Objects.requireNonNull(rates.get(firm.people.get(i))).perWeek() - 2;
      }
    }
    assertTrue(off[0] > .3 && Math.abs(off[1]) < off[0] / 3, off[0] + " and " + off[1]);
  }
}
