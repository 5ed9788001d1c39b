package dev.guidepost.rollup.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.History;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.core.record.Withdrawal;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever happens to deals, the changes add up, at every place and from day to day. */
class ChangeReportProperties {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final Period PERIOD = Period.custom(START.plusDays(20), START.plusDays(50));
  private static final int SCALE = 0; // so that parts are rounded
  private static final UnitId ROOT = UnitId.of("root");

  private static LocalDate day(Random random) {
    return START.plusDays(random.nextInt(70));
  }

  private static PersonId person(Random random) {
    return PersonId.of("p" + random.nextInt(4)); // one of whom the organisation does not know
  }

  private static Organisation organisation(Random random) {
    Organisation.Builder builder = Organisation.builder(ROOT, "Root");
    for (int i = 0; i < 3; i++) {
      builder.unit(UnitId.of("u" + i), "U", "team", ROOT).person(PersonId.of("p" + i), "P");
    }
    builder.reparent(UnitId.of("u2"), UnitId.of("u" + random.nextInt(2)), day(random));
    for (int i = 0; i < 3; i++) {
      UnitId first = UnitId.of("u" + random.nextInt(3));
      builder.member(PersonId.of("p" + i), random.nextInt(4) == 0 ? ROOT : first);
      builder.member(PersonId.of("p" + i), UnitId.of("u" + random.nextInt(3)), day(random));
    }
    return builder.build();
  }

  private static Deal deal(int number, Random random) {
    LocalDate opened = day(random);
    History<Quantity> amounts =
        random.nextBoolean() ? History.none() : History.of(Quantity.of(random.nextInt(9)));
    History<LocalDate> closes = random.nextBoolean() ? History.none() : History.of(day(random));
    History<PersonId> owners = History.of(person(random));
    List<StageVisit> visits = new ArrayList<>();
    List<Withdrawal> withdrawals = new ArrayList<>();
    for (int i = 1; i <= random.nextInt(5); i++) {
      LocalDate known = opened.plusDays(1 + random.nextInt(50));
      switch (random.nextInt(5)) {
        case 0 -> amounts = amounts.with(known, i, Quantity.of(random.nextInt(9)));
        case 1 -> closes = closes.with(known, i, day(random));
        case 2 -> owners = owners.with(known, i, person(random));
        case 3 -> closes = closes.without(known.plusDays(60));
        default -> {
          StageVisit visit =
              new StageVisit(
                  "s" + i,
                  known.plusDays(i),
                  List.of(Outcome.values()).get(random.nextInt(3)),
                  known.plusDays(i),
                  i);
          visits.add(visit);
          if (random.nextInt(3) == 0) {
            withdrawals.add(new Withdrawal(visit, visit.known().plusDays(random.nextInt(20))));
          }
        }
      }
    }
    return Deal.builder()
        .id(DealId.of("d" + number))
        .opened(opened)
        .amounts(amounts)
        .expectedCloses(closes)
        .owners(owners)
        .visits(visits)
        .withdrawals(withdrawals)
        .credits(random.nextInt(3) == 0 ? History.of(credit(random)) : History.none())
        .build();
  }

  private static Credit credit(Random random) {
    int first = 1 + random.nextInt(49);
    int second = 1 + random.nextInt(49);
    return Credit.builder()
        .share(PersonId.of("p0"), Integer.toString(first))
        .share(PersonId.of("p1"), Integer.toString(second))
        .share(PersonId.of("p3"), Integer.toString(100 - first - second))
        .build();
  }

  private static boolean counts(Deal deal) {
    return switch (deal.outcome()) {
      case WON -> PERIOD.contains(deal.closed().orElseThrow());
      case LOST -> false;
      case OPEN -> deal.expectedClose().map(PERIOD::contains).orElse(false);
    };
  }

  private static Quantity outlook(
      List<Deal> deals, Organisation organisation, UnitId unit, LocalDate day) {
    Quantity sum = Quantity.ZERO;
    for (Deal ever : deals) {
      Optional<Deal> deal = ever.asOf(day);
      if (deal.filter(ChangeReportProperties::counts).isPresent()) {
        Quantity amount = deal.get().amount().orElse(Quantity.ZERO);
        boolean won = deal.get().outcome() == Outcome.WON;
        LocalDate placed = won ? deal.get().closed().orElseThrow() : day;
        for (var part :
            deal.get().creditBy(CreditRules.OWNER, day).divide(amount, SCALE).entrySet()) {
          PartyId who = part.getKey();
          boolean here =
              organisation
                  .path(organisation.contains(who) ? who : Organisation.UNASSIGNED, placed)
                  .contains(unit);
          sum = here ? sum.plus(part.getValue()) : sum;
        }
      }
    }
    return sum;
  }

  @Property(tries = 300)
  void changesLeadFromOneOutlookToTheOther(@ForAll Random random) {
    Organisation organisation = organisation(random);
    List<Deal> deals = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      deals.add(deal(i, random));
    }
    LocalDate from = day(random);
    LocalDate to = from.plusDays(random.nextInt(30));
    ChangeReport.Deals all =
        ChangeReport.of(
                deals, StandardMetrics.catalog("USD", SCALE).metric(StandardMetrics.BOOKINGS))
            .over(organisation);
    ChangeReport report = all.between(from, to, PERIOD);
    List<UnitId> units = new ArrayList<>(organisation.units());
    units.add(Organisation.UNASSIGNED);
    for (UnitId unit : units) {
      OutlookChange change = report.at(unit);
      assertEquals(outlook(deals, organisation, unit, from), change.before());
      assertEquals(outlook(deals, organisation, unit, to), change.after());
      assertEquals(change.after(), change.explain().total());
      assertEquals(List.of(), all.between(to, to, PERIOD).at(unit).changes());
      assertEquals(change.after(), all.between(to, to.plusDays(9), PERIOD).at(unit).before());
    }
    assertEquals(List.of(), report.at(ROOT).of(ChangeKind.MOVED));
    Quantity people = report.at(Organisation.UNASSIGNED).difference();
    for (PersonId person : organisation.people()) {
      people = people.plus(report.at(person).difference());
    }
    assertEquals(report.at(ROOT).difference(), people);
  }

  /** Whatever else happened, each win and each that was taken back is listed, and as such only. */
  @Property(tries = 300)
  void winsAreListedByOneRule(@ForAll Random random) {
    Organisation organisation = organisation(random);
    List<Deal> deals = new ArrayList<>();
    for (int i = 12; i > 0; i--) {
      deals.add(deal(i, random));
    }
    LocalDate from = day(random);
    LocalDate to = from.plusDays(random.nextInt(30));
    ChangeReport report =
        ChangeReport.of(
                deals, StandardMetrics.catalog("USD", SCALE).metric(StandardMetrics.BOOKINGS))
            .over(organisation)
            .between(from, to, PERIOD);
    Set<DealId> won = new TreeSet<>();
    Set<DealId> takenBack = new TreeSet<>();
    Map<DealId, Integer> worth = new TreeMap<>();
    for (Deal ever : deals) {
      Optional<Deal> was = ever.asOf(from);
      Optional<Deal> is = ever.asOf(to);
      boolean wasWon = was.filter(deal -> deal.outcome() == Outcome.WON).isPresent();
      boolean isWon = is.filter(deal -> deal.outcome() == Outcome.WON).isPresent();
      boolean here =
          was.filter(ChangeReportProperties::counts).isPresent()
              || is.filter(ChangeReportProperties::counts).isPresent();
      if (here && isWon && !wasWon) {
        won.add(ever.id());
      }
      if (here && wasWon && !isWon) {
        takenBack.add(ever.id());
      }
      was.ifPresent(
          deal ->
              worth.put(
                  ever.id(),
                  is.orElseThrow()
                      .amount()
                      .orElse(Quantity.ZERO)
                      .compareTo(deal.amount().orElse(Quantity.ZERO))));
    }
    OutlookChange all = report.at(ROOT);
    assertEquals(List.copyOf(won), deals(all.of(ChangeKind.WON)));
    assertEquals(List.copyOf(takenBack), deals(all.of(ChangeKind.TAKEN_BACK)));
    assertEquals(Quantity.ZERO, all.effect(ChangeKind.WON));
    for (Change change : all.changes()) {
      boolean byDay =
          List.of(
                  ChangeKind.PUSHED,
                  ChangeKind.PULLED_IN,
                  ChangeKind.DATED,
                  ChangeKind.UNDATED,
                  ChangeKind.LATE,
                  ChangeKind.CREATED)
              .contains(change.kind());
      assertFalse(byDay && takenBack.contains(change.deal()), change.toString());
    }
    List<PartyId> nodes = new ArrayList<>(organisation.people());
    nodes.addAll(organisation.units());
    for (PartyId node : nodes) {
      OutlookChange here = report.at(node);
      here.of(ChangeKind.MORE).forEach(change -> assertEquals(1, worth.get(change.deal())));
      here.of(ChangeKind.LESS).forEach(change -> assertEquals(-1, worth.get(change.deal())));
    }
  }

  private static List<DealId> deals(List<Change> changes) {
    return changes.stream().map(Change::deal).sorted().toList();
  }
}
