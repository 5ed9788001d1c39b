package dev.guidepost.rollup.control;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.people.Availability;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import dev.guidepost.core.time.WorkingDays;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small company, two teams in one region and one beside it, with counts by person and week. */
final class Weekly {

  static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
  static final UnitId COMPANY = UnitId.of("company");
  static final UnitId REGION = UnitId.of("north");
  static final UnitId EAST = UnitId.of("east");
  static final UnitId WEST = UnitId.of("west");

  /** Around 8 a week, with a spread that chance alone explains. */
  private static final int[] PATTERN = {8, 6, 9, 7, 10, 8, 5, 9, 11, 7, 8, 6, 10};

  final List<PersonId> people = new ArrayList<>();
  final List<Period> weeks;
  final LocalDate review;
  private final Map<PersonId, long[]> counts = new LinkedHashMap<>();
  private final Map<PersonId, List<Period>> leave = new HashMap<>();
  private final Organisation.Builder organisation =
      Organisation.builder(COMPANY, "Company")
          .unit(REGION, "North", "region", COMPANY)
          .unit(EAST, "East", "team", REGION)
          .unit(WEST, "West", "team", COMPANY);

  WorkingDays workingDays = WorkingDays.mondayToFriday();

  Weekly(int weekCount) {
    review = FIRST.plusWeeks(weekCount);
    weeks = FiscalCalendar.calendarYear().periods(Grain.WEEK, FIRST, review.minusDays(1));
  }

  static Period week(int index) {
    return Period.custom(FIRST.plusWeeks(index), FIRST.plusWeeks(index + 1L));
  }

  /** Adds somebody with usual counts, always there. */
  PersonId person(String id, UnitId team) {
    PersonId person = add(id);
    organisation.member(person, team);
    return person;
  }

  PersonId joiner(String id, UnitId team, int week) {
    PersonId person = add(id);
    organisation.member(person, team, FIRST.plusWeeks(week));
    set(person, 0, week, 0);
    return person;
  }

  PersonId leaver(String id, UnitId team, int week) {
    PersonId person = add(id);
    organisation.member(person, team, FIRST.minusYears(1), FIRST.plusWeeks(week));
    set(person, week, weeks.size(), 0);
    return person;
  }

  PersonId mover(String id, UnitId from, UnitId to, int week) {
    PersonId person = add(id);
    organisation.member(person, from).member(person, to, FIRST.plusWeeks(week));
    return person;
  }

  private PersonId add(String id) {
    PersonId person = PersonId.of(id);
    organisation.person(person, "Sam Doe");
    long[] own = new long[weeks.size()];
    for (int i = 0; i < own.length; i++) {
      own[i] = PATTERN[(i + 5 * people.size()) % PATTERN.length];
    }
    counts.put(person, own);
    people.add(person);
    return person;
  }

  /** Sets the counts of weeks from one up to, but not including, another. */
  Weekly set(PersonId person, int from, int until, long count) {
    for (int i = from; i < until; i++) {
      counts.get(person)[i] = count;
    }
    return this;
  }

  /** Multiplies everybody's counts of some weeks. */
  Weekly times(int from, int until, double factor) {
    for (long[] own : counts.values()) {
      for (int i = from; i < until; i++) {
        own[i] = Math.round(own[i] * factor);
      }
    }
    return this;
  }

  /** Leave, with nothing counted meanwhile. */
  Weekly leave(PersonId person, int from, int until) {
    leave
        .computeIfAbsent(person, key -> new ArrayList<>())
        .add(Period.custom(FIRST.plusWeeks(from), FIRST.plusWeeks(until)));
    return set(person, from, until, 0);
  }

  ControlTree tree() {
    return tree(weeks, review);
  }

  ControlTree tree(List<Period> given, LocalDate on) {
    LedgerWriter writer = new LedgerWriter(StandardMetrics.catalog("USD", 2));
    try (Batch batch = writer.batch("all", review)) {
      counts.forEach(
          (person, own) -> {
            for (int i = 0; i < own.length; i++) {
              if (own[i] > 0) {
                batch
                    .row(person + " " + i)
                    .by(person)
                    .on(FIRST.plusWeeks(i).plusDays(i % 5))
                    .put(StandardMetrics.MEETINGS, own[i]);
              }
            }
          });
      batch.commit();
    }
    Cube cube =
        Rollup.of(writer.snapshot())
            .over(organisation.build())
            .organisedOn(on)
            .periods(weeks)
            .build();
    Availability availability =
        Availability.builder().workingDays(workingDays).leave(leave).build();
    return ControlTree.of(cube, StandardMetrics.MEETINGS, given, on, availability);
  }
}
