package dev.guidepost.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tables read back from lines of text. */
class TextColumnsTest {
  private static final List<String> LINES =
      List.of(
          "                 last week   meet  plan",
          "                 done/agr.   held  as is  status",
          " Ana de la Cruz       5/8     12    45 %  not enough data: new",
          " Bo Li                  -      -   100 %  in control",
          " 3 others: nothing",
          " East               15/18     22          2 of 7 signal");

  @Test
  void findsColumnsAndKeepsWhatStandsTogether() {
    TextColumns table = TextColumns.read(LINES).orElseThrow();
    assertEquals(
        List.of(
            List.of("", "last week", "meet", "plan", ""),
            List.of("", "done/agr.", "held", "as is", "status")),
        table.head());
    assertEquals(
        List.of(
            List.of("Ana de la Cruz", "5/8", "12", "45 %", "not enough data: new"),
            List.of("Bo Li", "-", "-", "100 %", "in control"),
            List.of("3 others: nothing"),
            List.of("East", "15/18", "22", "", "2 of 7 signal")),
        table.body());
  }

  @Test
  void aHeadingOfTwoWordsIsOneColumn() {
    List<String> lines =
        List.of(
            "                 meet  as is  plan  status",
            " Ana                1      -     -  in control",
            " Bo                 2      -     -  watch");
    assertEquals(
        List.of("", "meet", "as is", "plan", "status"),
        TextColumns.read(lines).orElseThrow().head().get(0));
  }

  @Test
  void aTitleMayStandOverSeveralColumns() {
    List<String> lines =
        List.of(
            "              last week done/agreed    proposed",
            "              meetings  opps advances  mtg  opp  status",
            " Ana               7/7   4/3      6/7   18    7  in control",
            " Bo Li             4/5     -        -   10    5  watch");
    TextColumns table = TextColumns.read(lines).orElseThrow();
    assertEquals(
        List.of("", "last week done/agreed", "", "", "proposed", "", ""), table.head().get(0));
    assertEquals(
        List.of("", "meetings", "opps", "advances", "mtg", "opp", "status"), table.head().get(1));
    assertEquals(List.of("Bo Li", "4/5", "-", "-", "10", "5", "watch"), table.body().get(1));
  }

  @Test
  void tellsRowsFromSentences() {
    assertTrue(TextColumns.isRow(LINES.get(3)));
    assertFalse(TextColumns.isRow(" why     240k = 86k won + 102k live"));
    assertFalse(TextColumns.isRow("         likely: 47 %"));
  }

  @Test
  void readsNothingWhereColumnsDoNotLineUp() {
    assertEquals(Optional.empty(), TextColumns.read(LINES.subList(2, 4)));
    assertEquals(Optional.empty(), TextColumns.read(LINES.subList(0, 2)));
    List<String> ragged =
        List.of(LINES.get(0), LINES.get(1), " A name that runs into what is next   1   2   3");
    assertEquals(Optional.empty(), TextColumns.read(ragged));
  }
}
