package dev.guidepost.targets.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.control.Rule;
import dev.guidepost.core.control.Signal;
import dev.guidepost.core.control.Status;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.evidence.Evidence;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SignalBoardTest {

  static final int WEEKS = 43;

  /** Six people who each open some four deals a week, and win a third. */
  static Firm firm() {
    Firm firm = new Firm();
    for (int i = 0; i < 6; i++) {
      PersonId person = firm.person("p" + i, i % 2 == 0 ? Firm.EAST : Firm.WEST);
      for (int week = 0; week < WEEKS; week++) {
        int more = i == 0 && week % 5 == 0 ? 1 : 0;
        sells(firm, person, week, 3 + (week * 5 + i) % 3 + more);
      }
    }
    return firm;
  }

  static void sells(Firm firm, PersonId person, int week, int count) {
    for (int i = 0; i < count; i++) {
      LocalDate opened = Firm.START.plusWeeks(week).plusDays(i % 5);
      int number = firm.deals.size();
      firm.closed(
          "d" + number, person, opened, opened.plusDays(10 + number * 7L % 80), i == 0, 1000);
    }
  }

  static Firm withMeetings() {
    Firm firm = firm();
    firm.people.forEach(person -> firm.meets(person, 0, WEEKS, 8, 3));
    return firm;
  }

  private static List<PartyId> owners(SignalBoard board) {
    return board.signals().stream().map(Signal::owner).toList();
  }

  @Test
  void isQuietWhereNothingHappens() {
    SignalBoard board = SignalBoard.of(withMeetings().evidence());
    assertEquals(List.of(), board.signals());
    assertEquals(2, board.trees().size());
    assertEquals(12, board.looks(6));
    for (int i = 0; i < 6; i++) {
      assertEquals(Status.Word.IN_CONTROL, board.status(PersonId.of("p" + i)).word());
    }
    assertEquals(Status.Word.IN_CONTROL, board.status(Firm.COMPANY).word());
    double rate = board.falseAlarmsPerLook(5000, new SplittableRandom(1));
    assertTrue(rate > .002 && rate < .03, "" + rate);
    assertEquals(rate, board.falseAlarmsPerLook(5000, new SplittableRandom(1)));
    assertTrue(board.toString().startsWith("0 signals"));
  }

  @Test
  void chartsOnlyWhatIsRecorded() {
    SignalBoard board = SignalBoard.of(firm().evidence());
    assertEquals(1, board.trees().size());
    assertEquals(StandardMetrics.OPPORTUNITIES, board.trees().get(0).metric());
    Firm none = new Firm();
    PersonId ana = none.person("ana", Firm.EAST);
    none.deals.add(
        none.deal("w", ana)
            .outcome(Outcome.WON)
            .closed(Firm.AS_OF.minusDays(9))
            .amount(Quantity.of(10))
            .build());
    SignalBoard empty = SignalBoard.of(none.evidence());
    assertEquals(0, empty.trees().size());
    assertEquals(0, empty.falseAlarmsPerLook(10, new SplittableRandom(1)));
    assertEquals(
        new Status(Status.Word.NOT_ENOUGH_DATA, "no leading metric has records"),
        empty.status(ana));
    assertEquals(Status.Word.NOT_ENOUGH_DATA, empty.status(Firm.COMPANY).word());
  }

  @Test
  void aShortHistoryIsTooEarly() {
    Firm young = new Firm();
    PersonId ana = young.person("ana", Firm.EAST);
    young.person("ben", Firm.EAST);
    for (int week = 30; week < WEEKS; week++) {
      sells(young, ana, week, 3);
    }
    young.closed("quick", ana, Firm.START.plusWeeks(30), Firm.START.plusWeeks(31), true, 10);
    SignalBoard board = SignalBoard.of(young.evidence());
    assertEquals(0, board.falseAlarmsPerLook(10, new SplittableRandom(1)));
    assertEquals(Status.Word.NOT_ENOUGH_DATA, board.status(ana).word());
    assertFalse(board.status(ana).reason().isBlank());
    assertEquals(Status.Word.NOT_ENOUGH_DATA, board.status(Firm.COMPANY).word());
  }

  @Test
  void whatMovesEverybodyIsOneSignal() {
    Firm firm = withMeetings();
    LocalDate from = Firm.START.plusWeeks(WEEKS - 3);
    firm.deals.removeIf(
        deal ->
            !deal.opened().orElseThrow().isBefore(from) && deal.id().value().hashCode() % 4 != 0);
    SignalBoard board = SignalBoard.of(firm.evidence());
    assertEquals(List.of(Firm.COMPANY), owners(board));
    assertEquals(new Status(Status.Word.OUT, "opportunities"), board.status(Firm.COMPANY));
    for (PersonId person : firm.people) {
      assertEquals(Status.Word.IN_CONTROL, board.status(person).word());
      assertEquals(List.of(), board.of(person));
    }
  }

  @Test
  void oneWhoStopsMeetingIsSignalledAlone() {
    Firm firm = withMeetings();
    PersonId slow = firm.people.get(2);
    LocalDate from = Firm.START.plusWeeks(WEEKS - 4);
    firm.activities.removeIf(
        activity ->
            activity.person().equals(slow)
                && activity.metric().equals(StandardMetrics.MEETINGS)
                && !activity.on().isBefore(from));
    SignalBoard board = SignalBoard.of(firm.evidence());
    assertEquals(List.of(slow), owners(board));
    assertEquals(new Status(Status.Word.OUT, "meetings"), board.status(slow));
    assertEquals(1, board.of(slow).size());
  }

  /** Records stop while deals go on: data, not performance, and meetings are not judged. */
  @Test
  void silenceIsData() {
    Firm firm = withMeetings();
    PersonId quiet = firm.people.get(1);
    LocalDate from = Firm.START.plusWeeks(WEEKS - 2);
    firm.activities.removeIf(
        activity -> activity.person().equals(quiet) && !activity.on().isBefore(from));
    SignalBoard board = SignalBoard.of(firm.evidence());
    assertEquals(List.of(quiet), owners(board));
    Signal signal = board.signals().get(0);
    assertEquals(Rule.NO_DATA, signal.rule());
    assertEquals(from, signal.period().start());
    assertEquals(
        new Status(Status.Word.NOT_ENOUGH_DATA, SignalBoard.NO_ACTIVITY), board.status(quiet));
  }

  @Test
  void silenceNeedsARecordBeforeAndDealsThatMove() {
    Firm still = withMeetings();
    PersonId quiet = still.people.get(1);
    LocalDate from = Firm.START.plusWeeks(WEEKS - 2);
    still.activities.removeIf(
        activity -> activity.person().equals(quiet) && !activity.on().isBefore(from));
    still.deals.removeIf(
        deal ->
            deal.owner().equals(quiet)
                && (!deal.opened().orElseThrow().isBefore(from)
                    || !deal.closed().orElseThrow().isBefore(from)));
    assertTrue(Silence.find(still.evidence()).isEmpty(), "nothing moved either");
    still.deals.add(
        still
            .deal("moved", quiet)
            .opened(Firm.START)
            .visits(List.of(new StageVisit("Demo", from.plusDays(3))))
            .build());
    assertEquals(Set.of(quiet), Silence.find(still.evidence()).keySet(), "a stage was entered");
    still.deals.set(
        still.deals.size() - 1,
        still.deal("closed", quiet).closed(from.plusDays(1)).outcome(Outcome.LOST).build());
    assertEquals(Set.of(quiet), Silence.find(still.evidence()).keySet(), "a deal was closed");
    Firm seldom = firm();
    seldom.people.forEach(person -> seldom.meets(person, 0, WEEKS - 2, 1, 3));
    seldom.activities.removeIf(activity -> activity.metric().equals(StandardMetrics.CALLS));
    assertTrue(Silence.find(seldom.evidence()).isEmpty(), "two weeks without are usual");
    Firm young = new Firm();
    young.open("a", young.person("ana", Firm.EAST), Firm.AS_OF.minusDays(20));
    assertTrue(Silence.find(young.evidence()).isEmpty());
  }

  /** Conversion of one person falls from 1 in 3 to nothing, that of all others stays. */
  @Test
  void aFallOfConversionIsFound() {
    Firm firm = firm();
    PersonId dull = firm.people.get(3);
    for (PersonId person : firm.people) {
      boolean drops = person.equals(dull);
      firm.meets(person, 0, WEEKS - 10, 8, 3).meets(person, WEEKS - 10, WEEKS, 8, drops ? 999 : 3);
    }
    Evidence evidence = firm.evidence();
    List<Signal> signals = ConversionCheck.signals(evidence);
    assertEquals(1, signals.size());
    assertEquals(dull, signals.get(0).owner());
    assertEquals(Rule.EXACT_TAIL, signals.get(0).rule());
    assertTrue(signals.get(0).value() < signals.get(0).lower());
    assertTrue(signals.get(0).id().contains("/low/"));
    SignalBoard board = SignalBoard.of(evidence);
    assertEquals(new Status(Status.Word.WATCH, "meeting-conversion"), board.status(dull));
  }

  @Test
  void aRiseOfConversionIsFoundOnTheOtherSide() {
    Firm firm = firm();
    PersonId keen = firm.people.get(3);
    for (PersonId person : firm.people) {
      boolean rises = person.equals(keen);
      firm.meets(person, 0, WEEKS - 10, 8, 4).meets(person, WEEKS - 10, WEEKS, 8, rises ? 1 : 4);
    }
    List<Signal> signals = ConversionCheck.signals(firm.evidence());
    assertTrue(signals.stream().anyMatch(signal -> signal.owner().equals(keen)));
    for (Signal signal : signals) {
      assertEquals(signal.owner().equals(keen), signal.id().contains("/high/"));
    }
  }

  @Test
  void aFallOfEverybodysConversionBlamesNobody() {
    for (int after : new int[] {6, 9, 9999}) {
      Firm firm = firm();
      for (PersonId person : firm.people) {
        firm.meets(person, 0, WEEKS - 10, 8, 3).meets(person, WEEKS - 10, WEEKS, 8, after);
      }
      assertEquals(List.of(), ConversionCheck.signals(firm.evidence()));
    }
    assertEquals(List.of(), ConversionCheck.signals(firm().evidence()));
  }

  @Test
  void countsTheHealthOfTheData() {
    Firm firm = firm();
    PersonId ana = PersonId.of("p0");
    PersonId sells = PersonId.of("twin1");
    firm.organisation.person(sells, "Twin").person(PersonId.of("twin2"), "Twin");
    Set<PersonId> beside = Set.of(PersonId.of("boss"), PersonId.of("head"), sells);
    firm.organisation.person(PersonId.of("boss"), "Boss").person(PersonId.of("head"), "Boss");
    firm.organisation.member(PersonId.of("boss"), Firm.COMPANY);
    firm.organisation.member(PersonId.of("twin2"), Firm.WEST, Firm.AS_OF.plusDays(1));
    firm.open("own", sells, Firm.AS_OF);
    firm.deals.add(firm.deal("undated", ana).build());
    firm.deals.add(firm.deal("listed", ana).listAmount(Quantity.of(5)).build());
    firm.open("stale", ana, Firm.START.minusDays(99));
    firm.deals.add(firm.deal("free", ana).outcome(Outcome.WON).closed(Firm.AS_OF).build());
    firm.open("later", ana, Firm.AS_OF.plusDays(1));
    Evidence evidence = firm.evidence();
    DataHealth health = DataHealth.of(evidence, person -> !beside.contains(person), 4, 5, 6);
    long open = evidence.deals().stream().filter(deal -> deal.outcome() == Outcome.OPEN).count();
    assertEquals(evidence.deals().size(), health.count("deals"));
    assertEquals(7, health.count("sellers with deals"));
    assertEquals(1, health.count("sellers without deals"), "who joins tomorrow");
    assertEquals(1, health.count("sellers in no unit"));
    assertEquals(2, health.count("sellers who share a name"), "not those who sell nothing");
    assertEquals(2, health.count("people who do not sell"), "who owns a deal does");
    assertTrue(health.toString().contains(" deals, 7 of 8 sellers; "), health::toString);
    assertEquals(open, health.count("open deals"));
    assertEquals(2, health.count("open deals without date"));
    assertEquals(open, health.count("open deals without amount"));
    assertEquals(open - 1, health.count("open deals without list price"));
    assertEquals(1, health.count("stale open deals"));
    assertEquals(1, health.count("won deals without amount"));
    assertEquals(4, health.count("quotas"));
    assertEquals(5, health.count("activities"));
    assertEquals(6, health.count("commitments"));
    assertThrows(IllegalArgumentException.class, () -> health.count("nonsense"));
    for (DataHealth.Check check : health.checks()) {
      assertTrue(check.count() <= check.total(), check.toString());
    }
    assertFalse(health.toString().isBlank());
  }

  /** A unit and its only seller have the same records: one signal, for both. */
  @Test
  void aUnitOfOneSignalsAsItsSellerDoes() {
    Firm firm = new Firm();
    PersonId solo = firm.person("solo", Firm.EAST);
    for (int week = 0; week < WEEKS; week++) {
      if (week < WEEKS - 4) {
        sells(firm, solo, week, 6 + (week * 5) % 3);
      }
    }
    for (int i = 0; i < 4; i++) {
      PersonId other = firm.person("w" + i, Firm.WEST);
      for (int week = 0; week < WEEKS; week++) {
        sells(firm, other, week, 3 + (week * 5 + i) % 3);
      }
    }
    SignalBoard board = SignalBoard.of(firm.evidence());
    List<Signal> own =
        board.signals().stream()
            .filter(signal -> Set.of(solo, Firm.EAST).contains(signal.owner()))
            .toList();
    assertEquals(1, own.size(), board::toString);
    assertEquals(own, board.of(solo));
    assertEquals(own, board.of(Firm.EAST));
    assertEquals(List.of(), board.of(Firm.WEST));
    assertFalse(board.status(solo).word() == Status.Word.IN_CONTROL);
    assertEquals(board.status(Firm.EAST), board.status(solo));
  }
}
