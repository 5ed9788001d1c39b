package dev.guidepost.examples.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the benchmarks to running; what they come to is for people to read. Once for all JDKs, as
 * the engine and its plans are held to their figures on each by tests of their own.
 */
@Tag("once")
class BenchmarksTest {

  private static final Options TINY = new Options(ImmutableList.of(1_000), 1_000, 0, false);

  @Test
  void everyCaseAgreesOnAFewFactsAndIsWritten(@TempDir Path folder) throws IOException {
    List<Figure> figures = Benchmarks.run(TINY);
    assertEquals(
        Set.of(
            "roll-up",
            "cold, columns to read",
            "sum, count, mean, ratio",
            "point read",
            "re-organisation",
            "late fact",
            "distinct accounts",
            "ingest of columns",
            "ingest of rows",
            "bytes kept per fact",
            "bytes allocated per fact",
            "plans",
            "the chance of one plan",
            "what the goal of one plan takes"),
        figures.stream().map(Figure::contest).collect(Collectors.toSet()));
    Path file = folder.resolve("benchmarks.csv");
    Benchmarks.write(figures, file);
    List<String> lines = Files.readAllLines(file);
    assertEquals(
        "case,candidate,n,threads,ns_per_unit,ratio_to_floor,ratio_to_duckdb", lines.get(0));
    assertEquals(1 + figures.size(), lines.size());
    Pattern line = Pattern.compile("(\"[^\"]+\"|[^,\"]+),(\"[^\"]+\"|[^,\"]+),\\d+,[12],.+,.*,.*");
    lines.stream().skip(1).forEach(each -> assertTrue(line.matcher(each).matches(), each));
  }

  @Test
  void oneWrongCellEndsTheRunAndIsNamed() {
    EngineData data = new EngineData(10, false);
    long[][] cells = new long[data.nodes()][EngineData.METRICS * ByHand.PERIODS];
    long[][] others = ChangeCases.copy(cells);
    others[3][ByHand.cell(2, 12)] = 7;
    Same.require(data, "somebody", cells, ChangeCases.copy(cells));
    Exception thrown =
        assertThrows(
            IllegalStateException.class, () -> Same.require(data, "somebody", cells, others));
    assertEquals(
        "somebody: cell of unit-3, metric-2, 2026-Q1 must be 0, but was 7", thrown.getMessage());
  }

  @Test
  void figuresAreHeldAgainstTheirGoals() {
    Goal twice = Goal.fasterThanDuck(2);
    assertEquals(">= 2.00 x DuckDB", twice.toString());
    assertEquals("met", twice.verdict(2));
    assertEquals("missed: 1.50 x DuckDB", twice.verdict(1.5));
    assertEquals("<= 50.0", Goal.atMost(50).toString());
    assertEquals("missed: 50.1", Goal.atMost(50).verdict(50.1));
    Figure figure =
        new Figure(
            "case, one",
            "somebody",
            10,
            2,
            ImmutableList.of(3.0, 1.0, 2.0, 4.0),
            OptionalDouble.of(5),
            OptionalDouble.empty(),
            ImmutableList.of(twice),
            ImmutableList.of("met"));
    assertEquals("\"case, one\",somebody,10,2,2.500,0.5000,", figure.values());
    assertFalse(figure.missed());
    assertTrue(figure.toString().contains(" 1/2.00 "), figure.toString());
  }
}
