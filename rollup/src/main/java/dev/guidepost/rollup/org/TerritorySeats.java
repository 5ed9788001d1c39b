package dev.guidepost.rollup.org;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.TerritoryId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.people.Dated;
import dev.guidepost.core.people.Timeline;
import dev.guidepost.core.territory.Territories;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Territories as seats, and those who hold them as members. */
final class TerritorySeats {

  /** The level of a territory. */
  static final String LEVEL = "territory";

  private TerritorySeats() {}

  static void add(
      Territories territories, Function<TerritoryId, UnitId> parent, OrganisationBuilder builder) {
    Territories.State state = territories.state();
    for (Territories.TerritoryState territory : state.territories()) {
      UnitId unit = UnitId.of(territory.id());
      UnitId above = parent.apply(TerritoryId.of(territory.id()));
      builder.unit(unit, territory.label(), LEVEL, above).seat(unit);
    }
    Map<String, List<Dated<PersonId>>> rows = new TreeMap<>();
    for (Dated.State row : state.holders()) {
      rows.computeIfAbsent(row.subject(), id -> new ArrayList<>()).add(Dated.of(row, PersonId::of));
    }
    Map<PersonId, List<Membership>> stays = new TreeMap<>();
    rows.forEach((territory, holders) -> collect(UnitId.of(territory), holders, stays));
    stays.forEach(
        (person, all) -> {
          all.sort(Comparator.comparing(stay -> stay.from().orElse(LocalDate.MIN)));
          for (int i = 1; i < all.size(); i++) {
            requireApart(person, all.get(i - 1), all.get(i));
          }
          all.forEach(stay -> builder.member(person, stay));
        });
  }

  private static void collect(
      UnitId unit, List<Dated<PersonId>> rows, Map<PersonId, List<Membership>> stays) {
    for (Dated<PersonId> part : Timeline.of(rows).parts()) {
      stays
          .computeIfAbsent(part.value(), id -> new ArrayList<>())
          .add(new Membership(unit, part.from(), part.until()));
    }
  }

  private static void requireApart(PersonId person, Membership stay, Membership next) {
    LocalDate start = next.from().orElse(LocalDate.MIN);
    if (stay.until().map(start::isBefore).orElse(true)) {
      throw new IllegalArgumentException(
          "person must hold one territory at a time to stand in it, but "
              + next.from().map(day -> "on " + day).orElse("from the beginning")
              + " "
              + person
              + " held "
              + stay.unit()
              + " and "
              + next.unit());
    }
  }
}
