package dev.guidepost.rollup.org;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class OrganisationProperties {

  private static final UnitId ROOT = UnitId.of("root");
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final PersonId ANA = PersonId.of("ana");

  private static Organisation.Builder units(int count) {
    Organisation.Builder builder = Organisation.builder(ROOT, "Root").person(ANA, "Ana");
    for (int i = 0; i < count; i++) {
      builder.unit(UnitId.of("u" + i), "U", "team", ROOT);
    }
    return builder;
  }

  @Property(tries = 200)
  void moves(@ForAll Random random) {
    TreeMap<LocalDate, UnitId> moves = new TreeMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      moves.put(START.plusDays(random.nextInt(50)), UnitId.of("u" + random.nextInt(3)));
    }
    Organisation.Builder builder = units(3);
    new ArrayList<>(moves.descendingMap().entrySet())
        .forEach(move -> builder.member(ANA, move.getValue(), move.getKey()));
    Organisation organisation = builder.build();
    assertEquals(new ArrayList<>(moves.keySet()), organisation.changes());
    for (int i = -1; i <= 50; i++) {
      LocalDate day = START.plusDays(i);
      Optional<UnitId> expected =
          Optional.ofNullable(moves.floorEntry(day)).map(Map.Entry::getValue);
      assertEquals(expected, organisation.unitOf(ANA, day));
      assertEquals(
          expected,
          organisation.memberships(ANA).stream()
              .filter(stay -> stay.contains(day))
              .map(Membership::unit)
              .findFirst());
      assertTrue(organisation.members(expected.orElse(Organisation.UNASSIGNED), day).contains(ANA));
    }
  }

  @Property(tries = 200)
  void comesBackFromItsStateAndFromItsBuilder(@ForAll Random random) {
    Organisation.Builder builder = units(5).person(PersonId.of("ben"), "Ana");
    for (int i = random.nextInt(5); i > 0; i--) {
      LocalDate day = START.plusDays(i * 7L + random.nextInt(7));
      if (random.nextBoolean()) {
        builder.reparent(UnitId.of("u" + i), UnitId.of("u0"), day);
      }
      builder.member(random.nextBoolean() ? ANA : PersonId.of("ben"), UnitId.of("u" + i), day);
    }
    Organisation organisation = builder.build();
    Organisation restored = Organisation.of(organisation.state());
    assertEquals(organisation, restored);
    assertEquals(organisation.hashCode(), restored.hashCode());
    assertEquals(organisation.state(), restored.state());
    assertEquals(organisation, organisation.toBuilder().build());
    for (LocalDate day = START; day.isBefore(START.plusDays(50)); day = day.plusDays(1)) {
      for (UnitId unit : organisation.units()) {
        assertEquals(organisation.path(unit, day), restored.path(unit, day));
        assertEquals(organisation.members(unit, day), restored.members(unit, day));
      }
    }
    for (PersonId person : organisation.people()) {
      for (Membership stay : organisation.memberships(person)) { // taken back and given again
        LocalDate from = stay.from().orElseThrow();
        Organisation.Builder again = organisation.toBuilder().removeStay(person, from);
        stay.until()
            .ifPresentOrElse(
                until -> again.member(person, stay.unit(), from, until),
                () -> again.member(person, stay.unit(), from));
        assertEquals(organisation, again.build());
      }
    }
    LocalDate later = START.plusDays(60);
    Organisation planned =
        organisation.toBuilder().reparent(UnitId.of("u1"), UnitId.of("u4"), later).build();
    assertNotEquals(organisation, planned);
    assertEquals(Optional.of(UnitId.of("u4")), planned.parent(UnitId.of("u1"), later));
    assertEquals(
        organisation.path(UnitId.of("u1"), later.minusDays(1)),
        planned.path(UnitId.of("u1"), later.minusDays(1)));
  }

  @Property(tries = 200)
  void itIsATreeOnEveryDayOrRefused(@ForAll Random random) {
    Organisation.Builder builder = units(5);
    List<TreeMap<LocalDate, UnitId>> parents = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      parents.add(new TreeMap<>(Map.of(LocalDate.MIN, ROOT)));
      for (int j = random.nextInt(3); j > 0; j--) {
        LocalDate day = START.plusDays(random.nextInt(20));
        UnitId parent = UnitId.of("u" + random.nextInt(5));
        if (parents.get(i).putIfAbsent(day, parent) == null) {
          builder.reparent(UnitId.of("u" + i), parent, day);
        }
      }
    }
    Optional<Organisation> organisation = built(builder);
    boolean tree = true;
    for (int i = -1; i <= 20; i++) {
      LocalDate day = START.plusDays(i);
      for (int unit = 0; unit < 5; unit++) {
        Set<UnitId> up = new HashSet<>();
        UnitId at = UnitId.of("u" + unit);
        while (tree && !at.equals(ROOT)) {
          tree = up.add(at);
          at = parents.get(Integer.parseInt(at.value().substring(1))).floorEntry(day).getValue();
        }
        UnitId expected = parents.get(unit).floorEntry(day).getValue();
        UnitId child = UnitId.of("u" + unit);
        organisation.ifPresent(
            org -> {
              assertEquals(Optional.of(expected), org.parent(child, day));
              assertTrue(org.subunits(expected, day).contains(child));
            });
      }
    }
    assertEquals(tree, organisation.isPresent());
  }

  @Property(tries = 200)
  void aSeatIsHeldVacantOrNotThere(@ForAll Random random) {
    List<PersonId> people = List.of(ANA, PersonId.of("ben"), PersonId.of("cem"));
    Organisation.Builder builder = units(3);
    people.subList(1, 3).forEach(person -> builder.person(person, "P"));
    for (int i = 0; i < 3; i++) {
      LocalDate opened = START.plusDays(random.nextInt(20));
      builder.seat(UnitId.of("u" + i), opened);
      if (random.nextBoolean()) {
        builder.close(UnitId.of("u" + i), opened.plusDays(1 + random.nextInt(40)));
      }
    }
    Organisation organisation = builder.build();
    for (int i = random.nextInt(12); i > 0; i--) {
      PersonId person = people.get(random.nextInt(3));
      LocalDate from = START.plusDays(random.nextInt(50));
      UnitId unit = UnitId.of("u" + random.nextInt(3));
      boolean ends = random.nextBoolean();
      LocalDate until = from.plusDays(1 + random.nextInt(20));
      boolean leaves = random.nextInt(4) == 0;
      Organisation.Builder next = organisation.toBuilder();
      if (leaves) {
        next.leave(person, from);
      } else if (ends) {
        next.member(person, unit, from, until);
      } else {
        next.member(person, unit, from);
      }
      try {
        organisation = next.build();
      } catch (IllegalArgumentException e) {
        assertTrue(e.getMessage().contains(" must "), e.getMessage()); // says why
      }
    }
    assertEquals(organisation, Organisation.of(organisation.state()));
    for (LocalDate day = START; day.isBefore(START.plusDays(70)); day = day.plusDays(1)) {
      for (Seat seat : organisation.seats()) {
        List<PersonId> members = organisation.members(seat.unit(), day);
        assertEquals(members, seat.holder(day).map(List::of).orElse(List.of()));
        assertTrue(members.isEmpty() || seat.contains(day));
        Optional<Vacancy> vacancy =
            organisation.vacancies(day).stream()
                .filter(each -> each.seat().equals(seat.unit()))
                .findFirst();
        assertEquals(seat.contains(day) && members.isEmpty(), vacancy.isPresent());
        if (vacancy.isPresent()) {
          LocalDate first = vacancy.get().since().orElseThrow();
          LocalDate end = vacancy.get().until().orElse(START.plusDays(90));
          assertTrue(!first.isAfter(day) && end.isAfter(day));
          assertEquals(vacancy, seat.vacancy(ROOT, first));
          assertEquals(vacancy, seat.vacancy(ROOT, end.minusDays(1)));
          assertTrue(seat.vacancy(ROOT, first.minusDays(1)).isEmpty());
          assertTrue(vacancy.get().until().isEmpty() || seat.vacancy(ROOT, end).isEmpty());
        }
      }
    }
  }

  private static Optional<Organisation> built(Organisation.Builder builder) {
    try {
      return Optional.of(builder.build());
    } catch (IllegalArgumentException e) {
      assertTrue(e.getMessage().contains("there is a cycle: "), e.getMessage());
      return Optional.empty();
    }
  }
}
