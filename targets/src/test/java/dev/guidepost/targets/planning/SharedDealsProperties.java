package dev.guidepost.targets.planning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.credit.CreditRule;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.credit.DealTeam;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.outlook.Forecast;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws of random companies in which deals are shared. */
class SharedDealsProperties {

  private static final RoleId SDR = RoleId.of("sdr");
  private static final RoleId SPECIALIST = RoleId.of("specialist");
  private static final CreditRules RULES =
      CreditRules.of(
          CreditRule.builder()
              .id("2025")
              .effectiveFrom(LocalDate.of(2025, 1, 1))
              .share(SDR, "20")
              .overlay(SPECIALIST, "25")
              .build(),
          CreditRule.builder()
              .id("2025-12")
              .effectiveFrom(LocalDate.of(2025, 12, 1))
              .noted(LocalDate.of(2025, 10, 1))
              .share(SDR, "33")
              .build());
  private static final double CERTAIN = 1e15;

  /** Five sellers, of whom one has left. */
  private static Firm company(Random random, boolean units) {
    Firm firm = new Firm();
    firm.rules = RULES;
    List<PersonId> people = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      people.add(firm.person("p" + i, i < 2 ? Firm.EAST : Firm.WEST));
    }
    PersonId gone = firm.undeclared("gone");
    firm.organisation.member(gone, Firm.EAST, Firm.START, Firm.AS_OF.minusDays(30));
    people.add(gone);
    firm.terms = deal -> shared(deal, random, people, units);
    for (PersonId person : people) {
      firm.sells(person, 10 + random.nextInt(10), 42, 1, 2 + random.nextInt(2), amount(random));
    }
    firm.deals.removeIf(deal -> deal.closed().filter(day -> day.isAfter(Firm.AS_OF)).isPresent());
    for (int i = 0; i < 9; i++) {
      LocalDate opened = Firm.AS_OF.minusDays(5 + random.nextInt(30));
      Deal.Builder deal = firm.deal("x" + i, people.get(random.nextInt(5))).opened(opened);
      deal.expectedClose(Firm.AS_OF.plusDays(3 + random.nextInt(55)));
      firm.deals.add(deal.amount(Quantity.of(amount(random))).build());
    }
    return firm;
  }

  private static long amount(Random random) {
    return 500L + random.nextInt(9_500);
  }

  private static Deal.Builder shared(
      Deal.Builder deal, Random random, List<PersonId> people, boolean units) {
    PersonId one = people.get(random.nextInt(5));
    PersonId other = people.get(random.nextInt(5));
    switch (random.nextInt(4)) {
      case 0 -> {
        PartyId with = units ? Firm.EAST : one;
        deal.credit(
            with.equals(other)
                ? Credit.to(one)
                : Credit.builder().share(with, "30").share(other, "70").build());
      }
      case 1, 2 -> deal.team(DealTeam.NOBODY.with(SDR, one).with(SPECIALIST, other));
      default -> deal.team(DealTeam.NOBODY);
    }
    return deal;
  }

  private static Forecasts forecasts(Evidence evidence) {
    return Planner.of(evidence, Goals.of(evidence, List.of()), 0.80).forecasts(evidence.period());
  }

  private static Forecast live(Forecasts forecasts, PartyId party) {
    return forecasts.nothingNew(party).orElseThrow();
  }

  @Property(tries = 20)
  void partsAddUp(@ForAll long seed) {
    Evidence evidence = company(new Random(seed), false).evidence();
    Forecasts forecasts = forecasts(evidence);
    for (UnitId unit : List.of(Firm.COMPANY, Firm.EAST, Firm.WEST)) {
      double bookings = 0;
      double wins = 0;
      double recent = 0;
      Quantity expected = Quantity.ZERO;
      for (PersonId person : evidence.people()) {
        if (forecasts.isOf(unit, person)) {
          bookings += live(forecasts, person).bookings().mean();
          wins += live(forecasts, person).wins().mean();
          recent += forecasts.atRecentRate(person).orElseThrow().bookings().mean();
          expected = expected.plus(forecasts.expected(person).live());
        }
      }
      assertEquals(bookings, live(forecasts, unit).bookings().mean(), 1e-6);
      assertEquals(wins, live(forecasts, unit).wins().mean(), 1e-9);
      assertEquals(recent, forecasts.atRecentRate(unit).orElseThrow().bookings().mean(), 1e-6);
      double whole = forecasts.expected(unit).live().toDouble();
      assertEquals(expected.toDouble(), whole, evidence.people().size());
    }
  }

  /** If every deal that may be won is, on the day it is expected, that is what is booked. */
  @Property(tries = 20)
  void whatIsCertainIsBooked(@ForAll long seed, @ForAll boolean units) {
    Firm firm = company(new Random(seed), units);
    Evidence evidence = firm.evidence();
    Forecasts forecasts = forecasts(evidence);
    Cube before = firm.cube(evidence.period());
    Set<DealId> possible =
        forecasts.pipeline(Firm.COMPANY).deals().stream()
            .filter(deal -> deal.chance() > 1e-6)
            .map(deal -> deal.deal().id())
            .collect(Collectors.toSet());
    firm.deals.replaceAll(deal -> possible.contains(deal.id()) ? won(deal) : deal);
    firm.asOf = evidence.period().lastDay();
    Cube after = firm.cube(evidence.period());
    List<PartyId> parties = new ArrayList<>(evidence.people());
    parties.addAll(List.of(Firm.EAST, Firm.WEST, Firm.COMPANY));
    for (PartyId party : parties) {
      Quantity leavers =
          party.equals(Firm.COMPANY)
              ? sum(forecasts.leftOut(party).deals(), possible)
              : Quantity.ZERO;
      Quantity booked =
          after
              .sum(party, StandardMetrics.BOOKINGS, evidence.period())
              .minus(before.sum(party, StandardMetrics.BOOKINGS, evidence.period()));
      Grid grid = new Grid(1_000, 1_000);
      Forecasts.Counted counted = forecasts.counted(party);
      double certain = 0;
      double wins = 0;
      for (PersonForecast person : counted.people()) {
        certain += person.live(grid, CERTAIN).mean();
        wins += person.wins(false, CERTAIN).mean();
      }
      for (LiveDeals other : counted.others()) {
        certain += other.amounts(grid, CERTAIN).mean();
        wins += other.wins(new Grid(1, 100), CERTAIN).mean();
      }
      assertEquals(booked.minus(leavers).toDouble(), certain, 1e-3, party + " of " + seed);
      if (!party.equals(Firm.COMPANY)) {
        double won =
            after
                .sum(party, StandardMetrics.WINS, evidence.period())
                .minus(before.sum(party, StandardMetrics.WINS, evidence.period()))
                .toDouble();
        assertEquals(won, wins, 1e-6, party + " of " + seed);
      }
    }
  }

  private static Quantity sum(List<DealOutlook> deals, Set<DealId> possible) {
    Quantity sum = Quantity.ZERO;
    for (DealOutlook deal : deals) {
      sum = possible.contains(deal.deal().id()) ? sum.plus(deal.ifWon()) : sum;
    }
    return sum;
  }

  private static Deal won(Deal deal) {
    return Deal.builder()
        .id(deal.id())
        .owners(deal.owners())
        .opened(deal.opened())
        .teams(deal.teams())
        .credits(deal.credits())
        .stage("Won")
        .outcome(Outcome.WON)
        .closed(deal.expectedClose())
        .amount(deal.amount())
        .build();
  }

  /** All values of the owners' yields, and all outcomes of their deals, one by one. */
  @Property(tries = 20)
  void aUnitCountsADealOnce(@ForAll long seed, @ForAll boolean units) {
    Firm firm = company(new Random(seed), units);
    Evidence evidence = firm.evidence();
    Forecasts forecasts = forecasts(evidence);
    for (UnitId unit : List.of(Firm.EAST, Firm.COMPANY)) {
      Set<PartyId> here =
          evidence.people().stream()
              .filter(person -> forecasts.isOf(unit, person))
              .collect(Collectors.toSet());
      here.add(Firm.EAST);
      double[] bookings = new double[2];
      double[] wins = new double[2];
      Map<PersonId, List<Deal>> byOwner =
          evidence.deals().stream()
              .filter(deal -> deal.outcome() == Outcome.OPEN)
              .collect(Collectors.groupingBy(Deal::owner));
      byOwner.forEach(
          (owner, deals) -> {
            LiveDeals judged = new LiveDeals(evidence, owner, evidence.period(), deals, Map.of());
            outcomes(judged, here, true, bookings);
            outcomes(judged, here, false, wins);
          });
      Forecast forecast = live(forecasts, unit);
      assertEquals(wins[0], mean(forecast.wins()), 1e-9);
      assertEquals(wins[1], variance(forecast.wins()), 1e-9);
      double deviation = Math.sqrt(bookings[1]);
      AmountForecast fine = AmountForecast.nothing(new Grid(25, 4_000));
      for (PersonForecast person : forecasts.counted(unit).people()) {
        fine = fine.plus(person.live(fine.grid()));
      }
      for (LiveDeals other : forecasts.counted(unit).others()) {
        fine = fine.plus(other.amounts(fine.grid(), 1));
      }
      assertEquals(bookings[0], mean(fine), 1e-6);
      assertEquals(deviation, Math.sqrt(variance(fine)), 0.002 * deviation + 25);
      assertEquals(bookings[0], forecast.bookings().mean(), 1e-6);
    }
  }

  /** Adds mean and variance of what the deals of one owner bring to some. */
  private static void outcomes(
      LiveDeals judged, Set<PartyId> here, boolean amounts, double[] moments) {
    double mean = 0;
    double squares = 0;
    int bands = judged.bands().size();
    for (var band : judged.bands()) {
      List<DealOutlook> live = band.in(DealOutlook.State.LIVE);
      for (int won = 0; won < 1 << live.size(); won++) {
        double chance = 1.0 / bands;
        double sum = 0;
        for (int i = 0; i < live.size(); i++) {
          boolean is = (won >> i & 1) == 1;
          chance *= is ? live.get(i).chance() : 1 - live.get(i).chance();
          sum += is ? part(live.get(i).deal(), here, amounts) : 0;
        }
        mean += chance * sum;
        squares += chance * sum * sum;
      }
    }
    moments[0] += mean;
    moments[1] += squares - mean * mean;
  }

  private static double part(Deal deal, Set<PartyId> here, boolean amounts) {
    return deal
        .creditOn(
            deal.expectedClose().orElseThrow(),
            RULES,
            dev.guidepost.core.closing.Closings.NONE,
            Firm.AS_OF)
        .divide(deal.amount().orElseThrow(), 2)
        .entrySet()
        .stream()
        .filter(part -> here.contains(part.getKey()))
        .mapToDouble(part -> amounts ? part.getValue().toDouble() : 1)
        .sum();
  }

  private static double mean(AmountForecast forecast) {
    return moment(forecast, 1);
  }

  private static double variance(AmountForecast forecast) {
    return moment(forecast, 2) - mean(forecast) * mean(forecast);
  }

  private static double moment(AmountForecast forecast, int power) {
    double[] cumulative = forecast.cumulative();
    double sum = 0;
    for (int i = 1; i < cumulative.length; i++) {
      sum += (cumulative[i] - cumulative[i - 1]) * Math.pow(i * forecast.grid().step(), power);
    }
    return sum;
  }

  /** Rules that nobody's role is in, and credit that says the same, change nothing. */
  @Property(tries = 8)
  void creditOfTheOwnerAloneChangesNothing(@ForAll long seed) {
    Firm plain = alone(seed, Optional.empty());
    Firm ruled = alone(seed, Optional.empty());
    ruled.rules = RULES;
    Firm agreed = alone(seed, Optional.of(PersonId.of("p0")));
    Forecasts expected = forecasts(plain.evidence());
    for (Firm firm : List.of(ruled, agreed)) {
      Forecasts same = forecasts(firm.evidence());
      for (PartyId party : List.of(Firm.COMPANY, Firm.EAST, PersonId.of("p0"))) {
        Forecast one = expected.atRecentRate(party).orElseThrow();
        Forecast two = same.atRecentRate(party).orElseThrow();
        assertEquals(one.bookings().grid(), two.bookings().grid());
        assertArrayEquals(one.bookings().cumulative(), two.bookings().cumulative());
        assertArrayEquals(one.wins().cumulative(), two.wins().cumulative());
        assertEquals(expected.expected(party), same.expected(party));
        assertEquals(expected.pipeline(party).toString(), same.pipeline(party).toString());
        assertTrue(same.counted(party).others().isEmpty());
      }
    }
  }

  private static Firm alone(long seed, Optional<PersonId> agreed) {
    Random random = new Random(seed);
    Firm firm = new Firm();
    for (int i = 0; i < 3; i++) {
      PersonId person = firm.person("p" + i, i < 2 ? Firm.EAST : Firm.WEST);
      firm.terms =
          deal -> agreed.filter(person::equals).map(is -> deal.credit(Credit.to(is))).orElse(deal);
      firm.sells(person, 20, 43, 2, 3, amount(random));
      for (int d = 0; d < 3; d++) {
        firm.open("x" + i + d, person, Firm.AS_OF.minusDays(1 + random.nextInt(90)));
      }
    }
    return firm;
  }
}
