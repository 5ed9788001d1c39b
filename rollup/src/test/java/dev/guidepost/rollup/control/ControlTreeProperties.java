package dev.guidepost.rollup.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.control.Signal;
import dev.guidepost.core.control.Status;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws of control up the tree. */
class ControlTreeProperties {

  private static final int WEEKS = 32;

  private static Weekly company(int people) {
    Weekly company = new Weekly(WEEKS);
    for (int i = 0; i < people; i++) {
      company.person("p" + i, i % 2 == 0 ? Weekly.EAST : Weekly.WEST);
    }
    return company;
  }

  @Property(tries = 30)
  void aCommonFactorNeverSignalsAPerson(
      @ForAll @IntRange(min = 2, max = 9) int people,
      @ForAll @IntRange(min = 0, max = 4) int factor,
      @ForAll @IntRange(min = 1, max = 4) int weeks) {
    ControlTree plain = company(people).tree();
    ControlTree moved = company(people).times(WEEKS - weeks, WEEKS, factor).tree();
    List<PartyId> before = plain.signals().stream().map(Signal::owner).toList();
    if (factor <= 1) {
      for (Signal signal : moved.signals()) {
        assertTrue(
            signal.owner().equals(Weekly.COMPANY) || before.contains(signal.owner()),
            signal.toString());
      }
    }
  }

  @Property(tries = 30)
  void leaveOfAnybodySignalsNobodyNew(
      @ForAll @IntRange(min = 3, max = 9) int people,
      @ForAll @IntRange(min = 0, max = 8) int who,
      @ForAll @IntRange(min = 0, max = WEEKS - 1) int from,
      @ForAll @IntRange(min = 1, max = 4) int length) {
    Weekly company = company(people);
    PersonId away = company.people.get(who % people);
    ControlTree tree = company.leave(away, from, Math.min(WEEKS, from + length)).tree();
    for (Signal signal : tree.signals()) {
      assertEquals(Weekly.COMPANY, signal.owner(), signal.toString());
    }
  }

  @Property(tries = 20)
  void statusFollowsTheSignals(
      @ForAll @IntRange(min = 2, max = 9) int people,
      @ForAll @IntRange(min = 0, max = 8) int who,
      @ForAll @IntRange(min = 0, max = 40) int count) {
    Weekly company = company(people);
    PersonId person = company.people.get(who % people);
    ControlTree tree = company.set(person, WEEKS - 2, WEEKS, count).tree();
    List<PartyId> owners = tree.signals().stream().map(Signal::owner).toList();
    assertEquals(owners.size(), new HashSet<>(owners).size());
    tree.charts()
        .keySet()
        .forEach(
            party -> {
              Status.Word word = tree.status(party).word();
              assertEquals(
                  owners.contains(party), word == Status.Word.OUT || word == Status.Word.WATCH);
            });
  }
}
