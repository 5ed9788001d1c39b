package dev.guidepost.examples.crm;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The people of an export and where each stood when. */
final class People {

  /** One stay of a person: from the first day up to, but not including, {@code until}. */
  private record Stay(
      long line, List<String> path, Optional<LocalDate> from, Optional<LocalDate> until) {

    LocalDate start() {
      return from.orElse(Formats.EARLIEST);
    }

    /** Tells whether both cannot be; a stay without an end ends where a later one starts. */
    boolean conflicts(Stay other) {
      return start().equals(other.start()) || reachesInto(other) || other.reachesInto(this);
    }

    private boolean reachesInto(Stay later) {
      return start().isBefore(later.start())
          && until.map(end -> end.isAfter(later.start())).orElse(false);
    }
  }

  private final Mapping mapping;
  private final UnitTree units;
  private final Map<PersonId, String> names = new LinkedHashMap<>();
  private final Map<PersonId, List<Stay>> stays = new LinkedHashMap<>();

  private People(Mapping mapping) {
    this.mapping = mapping;
    units = new UnitTree(mapping.levels());
  }

  /**
   * Reads the file of people, if there is one.
   *
   * @param files the export
   * @return the people
   */
  static People read(CsvFiles files) {
    People people = new People(files.mapping());
    files.read(Key.PEOPLE, people::take);
    return people;
  }

  private void take(Row row) throws Refusal {
    PersonId person = row.need(Key.PERSON_ID, PersonId::of);
    List<String> path = path(row);
    Optional<LocalDate> from = row.date(Key.PERSON_FROM);
    Optional<LocalDate> until = row.end(Key.PERSON_UNTIL);
    Stay stay = new Stay(row.line(), path, from, until);
    if (until.isPresent() && !until.get().isAfter(stay.start())) {
      throw row.refusal(Key.PERSON_UNTIL, "must not end before it starts");
    }
    List<Stay> before = stays.getOrDefault(person, List.of());
    for (Stay other : before) {
      if (stay.conflicts(other)) {
        throw row.refusal(
            Key.PERSON_ID, "must be in one unit on a day, but line " + other.line() + " overlaps");
      }
    }
    names.put(person, row.text(Key.PERSON_NAME).orElse(person.value()));
    stays.computeIfAbsent(person, id -> new ArrayList<>()).add(stay);
    units.add(path);
  }

  private List<String> path(Row row) throws Refusal {
    List<String> path = new ArrayList<>();
    boolean ended = false;
    for (String level : mapping.levels()) {
      String key = Key.LEVEL.of(level);
      Optional<String> name = row.text(key);
      if (name.isPresent() && ended) {
        throw row.refusal(key, "must be blank, as the unit above it is");
      }
      ended = name.isEmpty();
      if (name.isPresent()) {
        path.add(name.get());
        try {
          units.longId(path);
        } catch (IllegalArgumentException e) {
          throw row.refusal(key, String.valueOf(e.getMessage()));
        }
      }
    }
    return path;
  }

  /** Takes note of a person whom another file names; without a record they are in no unit. */
  PersonId mention(PersonId person) {
    names.putIfAbsent(person, person.value());
    return person;
  }

  /**
   * Returns the organisation.
   *
   * @return the organisation; whoever has no unit in the file of people is in none, unless the
   *     mapping has no levels of units and the whole company is one
   * @throws ImportException if the units do not form a tree
   */
  Organisation organisation() {
    Organisation.Builder builder =
        Organisation.builder(UnitTree.ROOT, mapping.need(Key.COMPANY_NAME));
    Map<List<String>, UnitId> ids = units.declare(builder);
    names.forEach(builder::person);
    stays.forEach(
        (person, ofOne) -> {
          for (Stay stay : ofOne) {
            if (!stay.path().isEmpty() || mapping.levels().isEmpty()) {
              join(builder, person, ids.getOrDefault(stay.path(), UnitTree.ROOT), stay);
            }
          }
        });
    return builder.build();
  }

  private static void join(Organisation.Builder builder, PersonId person, UnitId unit, Stay stay) {
    if (stay.until().isPresent()) {
      builder.member(person, unit, stay.start(), stay.until().get());
    } else if (stay.from().isPresent()) {
      builder.member(person, unit, stay.from().get());
    } else {
      builder.member(person, unit);
    }
  }
}
