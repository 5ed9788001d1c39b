package dev.guidepost.examples.crm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.examples.source.SalesRecords;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An export of another shape, by its mapping alone. */
class SecondShapeTest {
  private static final FiscalCalendar CALENDAR = FiscalCalendar.calendarYear();

  private final SalesRecords records =
      CrmExport.read(Exports.SECOND, Exports.SECOND_MAPPING, Optional.empty());
  private final Organisation organisation = records.organisation();

  @Test
  void takesEveryRecord() {
    assertEquals("", Exports.rejects(records));
    assertEquals(7 + 2 + 8 + 5 + 5 + 2, records.offered());
    assertEquals("EUR", records.currency());
    assertEquals(2, records.moneyScale());
    assertEquals("Vertrieb Nord und Süd", records.title());
    assertEquals("Beispiel GmbH", organisation.name(organisation.root()));
  }

  @Test
  void keepsPeopleOfOneNameApart() {
    assertEquals("Anna Schmidt", organisation.name(PersonId.of("P-101")));
    assertEquals("Anna Schmidt", organisation.name(PersonId.of("P-102")));
    assertEquals(Optional.of(UnitId.of("team:Küste")), unit("P-101", 2026, 3, 1));
    assertEquals(Optional.of(UnitId.of("team:Alpen")), unit("P-102", 2026, 3, 1));
  }

  @Test
  void followsAMoverALeaverAndAJoiner() {
    assertEquals(Optional.of(UnitId.of("team:Küste")), unit("P-103", 2026, 3, 31));
    assertEquals(Optional.of(UnitId.of("team:Alpen")), unit("P-103", 2026, 4, 1));
    assertEquals(Optional.of(UnitId.of("team:Küste")), unit("P-104", 2026, 4, 30));
    assertEquals(Optional.empty(), unit("P-104", 2026, 5, 1));
    assertEquals(Optional.empty(), unit("P-105", 2026, 2, 14));
    assertEquals(Optional.of(UnitId.of("team:Hanse")), unit("P-105", 2026, 2, 15));
    assertEquals(Optional.of(UnitId.of("region:Nord")), unit("P-900", 2026, 2, 15));
  }

  @Test
  void leavesAnOwnerNobodyKnowsUnassigned() {
    PersonId unknown = PersonId.of("P-777");
    assertEquals("P-777", organisation.name(unknown));
    assertEquals(List.of(), organisation.memberships(unknown));
  }

  @Test
  void readsDeals() {
    assertEquals(8, records.deals().size());
    Deal won = records.deals().get(0);
    assertEquals(Quantity.parse("12345.5"), won.amount().orElseThrow());
    assertEquals(Quantity.of(1_250), won.listAmount().orElseThrow());
    assertEquals(Optional.empty(), won.opened());
    assertEquals(Optional.of(LocalDate.of(2026, 1, 20)), won.closed());
    assertEquals(
        List.of(
            new StageVisit("Angebot", LocalDate.of(2026, 1, 5)),
            new StageVisit("Auftrag", LocalDate.of(2026, 1, 20), Outcome.WON)),
        won.visits());
    Deal lost = records.deals().get(1);
    assertEquals(Optional.of("Nachkauf;\r\nzweite Lieferung"), lost.name());
    assertEquals(Optional.empty(), lost.amount());
    assertEquals(Optional.of(Quantity.parse("89.9")), lost.listAmount());
    Deal open = records.deals().get(5);
    assertEquals(Outcome.OPEN, open.outcome());
    assertEquals(Optional.empty(), open.closed());
    assertEquals(Optional.of(Quantity.of(40_000)), open.amount());
    assertEquals(Optional.empty(), open.listAmount());
  }

  @Test
  void observesFromTheFirstDayWithoutDaysOfOpening() {
    assertEquals(LocalDate.of(2026, 1, 5), records.observedFrom());
    assertEquals(LocalDate.of(2026, 5, 5), records.asOf());
  }

  @Test
  void readsActivities() {
    assertEquals(5, records.activities().size());
    assertEquals(
        Activity.builder()
            .id("1")
            .person(PersonId.of("P-101"))
            .metric(StandardMetrics.MEETINGS)
            .on(LocalDate.of(2026, 1, 12))
            .deal(DealId.of("C-1"))
            .build(),
        records.activities().get(0));
    assertEquals(8, records.activities().get(1).count());
    assertEquals(StandardMetrics.MEETINGS, records.activities().get(2).metric());
  }

  @Test
  void readsTargets() {
    List<Target> targets = records.targets();
    assertEquals(5, targets.size());
    assertEquals(PersonId.of("P-101"), targets.get(0).owner());
    assertEquals(CALENDAR.period("2026-Q1"), targets.get(0).period());
    assertEquals(UnitId.of("team:Alpen"), targets.get(1).owner());
    assertEquals(CALENDAR.period("2026-H1"), targets.get(2).period());
    assertEquals(StandardMetrics.MEETINGS, targets.get(3).metric());
    assertEquals(
        Period.custom(LocalDate.of(2026, 2, 16), LocalDate.of(2026, 5, 16)),
        targets.get(3).period());
    assertEquals(UnitId.of("company"), targets.get(4).owner());
    assertEquals(CALENDAR.period("2026"), targets.get(4).period());
    assertEquals(Quantity.of(250_000), targets.get(4).amount());
  }

  @Test
  void readsCommitments() {
    Commitment first = records.commitments().get(0);
    assertEquals(PersonId.of("P-900"), first.agreedWith());
    assertEquals(CALENDAR.period("2026-W19"), first.week());
    assertEquals(3, first.count());
    assertEquals(StandardMetrics.CALLS, records.commitments().get(1).metric());
  }

  private Optional<UnitId> unit(String person, int year, int month, int day) {
    return organisation.unitOf(PersonId.of(person), LocalDate.of(year, month, day));
  }
}
