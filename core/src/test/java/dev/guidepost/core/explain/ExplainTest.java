package dev.guidepost.core.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.explain.Explanation.Part;
import dev.guidepost.core.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Estimates, explanations and tables as people read them. */
class ExplainTest {

  private static final List<Part> PARTS =
      List.of(
          new Part("won", Quantity.of(1086), ""),
          new Part("live", Quantity.parse("2.5"), "24 deals"));

  @Test
  void estimateShowsItsEvidence() {
    assertEquals(
        "35 % [28 %, 41 %] 80 %, 17 of 45 own, 52 % own record",
        new Estimate(.35, .28, .41, .8, 17, 45, .52).toString());
    assertEquals(
        "0 % [0 %, 100 %] 100 %, 0 of 1,234 own, 0 % own record",
        new Estimate(-0.0, -0.0, 1, 1, 0, 1234, -0.0).toString());
    assertEquals(new Estimate(0, 0, 1, 1, 0, 0, 0), new Estimate(-0.0, -0.0, 1, 1, 0, 0, -0.0));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        -1e-300,
        -1,
        1.0000000000000002,
        Double.NaN,
        Double.NEGATIVE_INFINITY,
        Double.MAX_VALUE
      })
  void estimateRefusesWhatIsNoShare(double bad) {
    for (int i = 0; i < 5; i++) {
      double[] x = {.5, .5, .5, .5, .5};
      x[i] = bad;
      String what = List.of("value", "low", "high", "level", "own share").get(i);
      assertEquals(
          what + " must be 0 to 1, but was " + bad,
          assertThrows(
                  IllegalArgumentException.class,
                  () -> new Estimate(x[0], x[1], x[2], x[3], 0, 0, x[4]))
              .getMessage());
    }
  }

  @Test
  void estimateRefusesWhatCannotBe() {
    assertEquals(
        "low must not exceed high, but was 0.6 against 0.5",
        assertThrows(IllegalArgumentException.class, () -> new Estimate(.5, .6, .5, .8, 0, 0, 0))
            .getMessage());
    assertEquals(
        "events must be 0 to the trials, but was 2 of 1",
        assertThrows(IllegalArgumentException.class, () -> new Estimate(.5, .4, .6, .8, 2, 1, 0))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Estimate(.5, .4, .6, .8, -1, 1, 0));
  }

  @Test
  void explanationAddsUp() {
    Explanation why = Explanation.of("2026-Q4", PARTS);
    assertEquals(Quantity.parse("1088.5"), why.total());
    assertEquals("1,088.5 = won 1,086 + live 2.5", why.toString());
    assertEquals("0", Explanation.of("nothing", List.of()).toString());
    Explanation ratio = Explanation.of("2026-Q4", PARTS, "50 % (of 376)");
    assertEquals("50 % (of 376): " + why, ratio.toString());
    assertTrue(ratio.print().endsWith("  50 % (of 376)\n"), ratio.print());
    assertEquals(
        "parts of \"2026-Q4\" must add up to 1088, but gave 1088.5",
        assertThrows(
                IllegalArgumentException.class,
                () -> new Explanation("2026-Q4", Quantity.of(1088), PARTS))
            .getMessage());
  }

  @Test
  void explanationPrintsATable() {
    assertEquals(
        """
        2026-Q4   amount  note
        won        1,086
        live         2.5  24 deals
        total    1,088.5
        """,
        Explanation.of("2026-Q4", PARTS).print());
    assertEquals(" >50   amount  note\ntotal       0\n", Explanation.of(">50", List.of()).print());
  }

  @Test
  void explanationAddsInAnyOrder() {
    Part most = new Part("a", Quantity.of(Long.MAX_VALUE), "");
    Part one = new Part("b", Quantity.of(1), "");
    Part less = new Part("c", Quantity.of(-1), "");
    assertEquals(most.amount(), Explanation.of("x", List.of(most, one, less)).total());
    assertThrows(ArithmeticException.class, () -> Explanation.of("x", List.of(most, one)));
  }

  @Test
  void explanationKeepsItsParts() {
    List<Part> parts = new ArrayList<>(PARTS);
    Explanation why = Explanation.of("x", parts);
    parts.clear();
    assertEquals(PARTS, why.parts());
    assertThrows(UnsupportedOperationException.class, () -> why.parts().clear());
    assertThrows(NullPointerException.class, () -> new Part(null, Quantity.ZERO, ""));
    assertThrows(NullPointerException.class, () -> new Part("", null, ""));
    assertThrows(NullPointerException.class, () -> new Part("", Quantity.ZERO, null));
    assertThrows(NullPointerException.class, () -> Explanation.of(null, PARTS));
  }

  @Test
  void tableAlignsItsColumns() {
    TextTable.Builder builder = TextTable.builder("name", ">n").row("Zo\u00eb \ud83d\ude00", "1");
    TextTable first = builder.build();
    builder.row("a\r\nb\tc\u0000", "12345");
    assertEquals("name   n\nZo\u00eb \ud83d\ude00  1\n", first.toString());
    assertEquals(
        "name         n\nZo\u00eb \ud83d\ude00        1\na  b c   12345\n",
        builder.build().toString());
  }

  @Test
  void tableRefusesRaggedRows() {
    TextTable.Builder builder = TextTable.builder("a", "b");
    assertEquals(
        "row must have 2 cells, but had 1",
        assertThrows(IllegalArgumentException.class, () -> builder.row("x")).getMessage());
    assertThrows(IllegalArgumentException.class, () -> builder.row("x", "y", "z"));
    assertThrows(NullPointerException.class, () -> builder.row("x", null));
    assertEquals("a  b\n", builder.build().toString());
  }
}
