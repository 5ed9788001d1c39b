package dev.guidepost.core.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

  @Test
  void aRowWithoutAnEndLastsUntilALaterOneBegins() {
    Timeline<String> roles = Timeline.of(List.of(Dated.from("field", MAY), Dated.always("inside")));
    assertEquals("[inside [..., 2026-05-01), field [2026-05-01, ...)]", roles.toString());
    assertEquals(Optional.of("inside"), roles.at(LocalDate.MIN));
    assertEquals(Optional.of("inside"), roles.at(MAY.minusDays(1)));
    assertEquals(Optional.of("field"), roles.at(MAY));
    assertEquals(Optional.of("field"), roles.at(LocalDate.MAX));
    assertEquals(List.of(), roles.clashes());
  }

  @Test
  void itDoesNotComeBackAfterOneWithAnEnd() {
    Timeline<String> roles =
        Timeline.of(List.of(Dated.always("inside"), Dated.between("field", MAY, JUNE)));
    assertEquals("[inside [..., 2026-05-01), field [2026-05-01, 2026-06-01)]", roles.toString());
    assertEquals(Optional.empty(), roles.at(JUNE));
    assertEquals(Optional.empty(), roles.part(JUNE));
  }

  @Test
  void rowsThatMeetWithTheSameValueAreOnePart() {
    Timeline<String> stays =
        Timeline.of(
            List.of(
                Dated.between("ana", MAY, JUNE),
                Dated.from("ana", JUNE),
                Dated.between("ana", MAY.plusDays(3), JULY)));
    assertEquals("[ana [2026-05-01, ...)]", stays.toString());
    assertEquals(3, stays.rows().size());
  }

  @Test
  void daysThatSeveralValuesClaimHaveNone() {
    Timeline<String> places =
        Timeline.of(
            List.of(
                Dated.between("west", MAY, JULY),
                Dated.between("east", JUNE, JULY.plusDays(9)),
                Dated.between("east", JUNE, JULY.plusDays(9))));
    assertEquals(
        "[west [2026-05-01, 2026-06-01), east [2026-07-01, 2026-07-10)]", places.toString());
    assertEquals(List.of(Dated.between(List.of("east", "west"), JUNE, JULY)), places.clashes());
    assertEquals(Optional.empty(), places.at(JUNE));
    assertEquals(
        "[acme: territory is claimed to be east and west [2026-06-01, 2026-07-01)]",
        Finding.clashes("acme", "territory", places).toString());
  }

  @Test
  void twoFromOneDayClashUntilALaterOne() {
    Timeline<String> places =
        Timeline.of(List.of(Dated.always("west"), Dated.always("east"), Dated.from("north", MAY)));
    assertEquals("[north [2026-05-01, ...)]", places.toString());
    assertEquals(
        "[a: b is claimed to be east and west [..., 2026-05-01)]",
        Finding.clashes("a", "b", places).toString());
    Timeline<String> forEver = Timeline.of(List.of(Dated.always("west"), Dated.always("east")));
    assertEquals("[[east, west] [..., ...)]", forEver.clashes().toString());
  }

  /** Rows within rows: all that hold a day are told, and each ends in its turn. */
  @Test
  void nestedRowsClash() {
    int many = 300;
    List<Dated<Integer>> rows = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      rows.add(Dated.between(i, MAY.plusDays(i), MAY.plusDays(2 * many - i)));
    }
    Timeline<Integer> nested = Timeline.of(rows);
    assertEquals(2, nested.parts().size());
    assertEquals(2 * many - 3, nested.clashes().size());
    for (int day = 1; day < 2 * many - 1; day++) {
      int holding = Math.min(day + 1, 2 * many - day);
      assertEquals(holding, nested.clash(MAY.plusDays(day)).orElseThrow().value().size());
    }
    assertEquals(Optional.empty(), nested.clash(MAY));
    assertEquals(Optional.empty(), nested.clash(MAY.minusDays(1)));
  }

  @Test
  void isEmptyWithoutRows() {
    Timeline<String> none = Timeline.of(List.of());
    assertEquals(Optional.empty(), none.at(MAY));
    assertEquals("[]", none.toString());
    assertEquals(none, Timeline.<String>of(List.of()));
    assertEquals(none.hashCode(), Timeline.<String>of(List.of()).hashCode());
    assertNotEquals(none, Timeline.of(List.of(Dated.always("a"))));
    assertFalse(none.equals((Object) "[]"));
  }

  @Test
  void rowsAreKeptAsText() {
    Dated<String> row = Dated.between("inside", MAY, JUNE);
    assertTrue(row.contains(MAY));
    assertFalse(row.contains(JUNE));
    assertFalse(row.contains(MAY.minusDays(1)));
    assertEquals(new Dated.State("ana", "inside", "2026-05-01", "2026-06-01"), row.state("ana"));
    assertEquals(row, Dated.of(row.state("ana"), text -> text));
    Dated<String> always = Dated.always("inside");
    assertEquals(always, Dated.of(always.state("ana"), text -> text));
    assertEquals(
        "inside must end after it starts, but was [2026-06-01, 2026-06-01)",
        assertThrows(IllegalArgumentException.class, () -> Dated.between("inside", JUNE, JUNE))
            .getMessage());
    assertEquals(
        "day of ana must look like \"2026-11-02\", but was \"May 1\"",
        assertThrows(
                IllegalArgumentException.class,
                () -> Dated.of(new Dated.State("ana", "x", "May 1", ""), text -> text))
            .getMessage());
  }
}
