package dev.guidepost.core.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of what held when, against reading each day by itself. */
class TimelineProperties {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 30;

  @Provide
  Arbitrary<List<Dated<String>>> rows() {
    Arbitrary<Optional<LocalDate>> from =
        Arbitraries.integers().between(0, DAYS).map(START::plusDays).optional(.8);
    Arbitrary<Integer> length = Arbitraries.integers().between(1, 12);
    return Combinators.combine(
            Arbitraries.of("a", "b", "c"), from, length, Arbitraries.of(true, false))
        .as(
            (value, first, days, open) ->
                new Dated<>(
                    value,
                    first,
                    open ? Optional.empty() : Optional.of(first.orElse(START).plusDays(days))))
        .list()
        .ofMaxSize(8);
  }

  /** What the rows say of one day, as the rule for open rows is worded. */
  private static Set<String> claims(List<Dated<String>> rows, LocalDate day) {
    return rows.stream()
        .filter(row -> row.contains(day))
        .filter(
            row -> {
              OptionalLong next =
                  rows.stream().mapToLong(Dated::first).filter(first -> first > row.first()).min();
              return row.until().isPresent()
                  || next.isEmpty()
                  || day.toEpochDay() < next.getAsLong();
            })
        .map(Dated::value)
        .collect(Collectors.toSet());
  }

  @Property
  void readsEachDayAsTheRowsSay(@ForAll("rows") List<Dated<String>> rows) {
    Timeline<String> history = Timeline.of(rows);
    for (LocalDate day = START.minusDays(2); day.isBefore(START.plusDays(DAYS + 15)); ) {
      Set<String> claims = claims(rows, day);
      assertEquals(
          claims.size() == 1 ? Optional.of(claims.iterator().next()) : Optional.empty(),
          history.at(day));
      LocalDate on = day;
      assertEquals(
          claims.size() > 1,
          history.clashes().stream()
              .anyMatch(clash -> clash.contains(on) && Set.copyOf(clash.value()).equals(claims)));
      day = day.plusDays(1);
    }
  }

  @Property
  void orderAndRepeatsDoNotMatter(@ForAll("rows") List<Dated<String>> rows, @ForAll Random random) {
    List<Dated<String>> shuffled = new ArrayList<>(rows);
    shuffled.addAll(rows);
    Collections.shuffle(shuffled, random);
    assertEquals(Timeline.of(rows), Timeline.of(shuffled));
    assertEquals(Timeline.of(rows).parts(), Timeline.of(shuffled).parts());
    assertEquals(Timeline.of(rows), Timeline.of(Timeline.of(rows).rows()));
  }

  @Property
  void aDayIsReadWithoutRowsThatBeginLater(@ForAll("rows") List<Dated<String>> rows) {
    for (int i = 0; i < DAYS; i++) {
      LocalDate day = START.plusDays(i);
      List<Dated<String>> begun =
          rows.stream().filter(row -> row.first() <= day.toEpochDay()).toList();
      assertEquals(Timeline.of(rows).at(day), Timeline.of(begun).at(day));
    }
  }

  @Property
  void partsAreInOrderAndDoNotOverlap(@ForAll("rows") List<Dated<String>> rows) {
    List<Dated<String>> parts = Timeline.of(rows).parts();
    for (int i = 1; i < parts.size(); i++) {
      Dated<String> before = parts.get(i - 1);
      Dated<String> next = parts.get(i);
      assertTrue(before.end() <= next.first());
      assertTrue(before.end() < next.first() || !before.value().equals(next.value()));
    }
  }

  @Property
  void rowsComeBackFromTheirState(@ForAll("rows") List<Dated<String>> rows) {
    for (Dated<String> row : rows) {
      assertEquals(row, Dated.of(row.state("x"), text -> text));
    }
  }
}
