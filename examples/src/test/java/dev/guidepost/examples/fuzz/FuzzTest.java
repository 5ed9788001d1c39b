package dev.guidepost.examples.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A short run of each target, and that a run finds what is there to be found. */
class FuzzTest {
  private static final long INPUTS = 250;

  @TestFactory
  Stream<DynamicTest> findsNothing() {
    return Targets.all().stream()
        .map(
            target ->
                DynamicTest.dynamicTest(
                    target.name(),
                    () -> {
                      FuzzRun run = run(target, 1);
                      assertTrue(run.finding().isEmpty(), run.print());
                      assertTrue(run.taken() > target.valid().size(), run.print());
                    }));
  }

  @Test
  void findsAPlantedMistakeAndItsSmallestInput() {
    FuzzTarget planted =
        FuzzTarget.scalar(
            "planted",
            text -> {
              if (text.contains("xy")) {
                throw new IllegalStateException("planted");
              }
              return text;
            },
            "axbycz");
    FuzzRun run = run(planted, 7);
    assertEquals("xy", run.finding().orElseThrow().input());
    assertTrue(run.print().contains("FINDING, seed 7, input "), run.print());
    assertTrue(run.print().contains("\"xy\"\njava.lang.IllegalStateException: planted"));
  }

  @Test
  void findsWhatIsRefusedWithoutAWord() {
    FuzzTarget silent =
        FuzzTarget.scalar(
            "silent",
            text -> {
              if (text.isEmpty()) {
                throw new IllegalArgumentException();
              }
              return text;
            },
            "a");
    assertEquals("", run(silent, 1).finding().orElseThrow().input());
  }

  @Test
  void triesTheSameInputsForOneSeed() {
    List<List<String>> inputs = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < inputs.size(); i++) {
      List<String> seen = inputs.get(i);
      FuzzTarget target =
          new FuzzTarget("seen", List.of("2026-Q4", "1,000.5"), input -> seen.add(input));
      FuzzRun run = FuzzRun.of(target, i == 2 ? 5 : 4, n -> n < INPUTS, (name, input) -> {});
      assertTrue(run.finding().isEmpty());
    }
    assertEquals(inputs.get(0), inputs.get(1));
    assertFalse(inputs.get(0).equals(inputs.get(2)));
    assertTrue(inputs.get(0).stream().distinct().count() > INPUTS / 2);
  }

  @Test
  void quotesAsJavaDoes() {
    assertEquals("\"a\\\"\\\\\\u000a\\u00e9\"", Finding.quoted("a\"\\\n\u00e9"));
  }

  private static FuzzRun run(FuzzTarget target, long seed) {
    long inputs = target.name().equals("planted") ? 100_000 : INPUTS;
    return FuzzRun.of(target, seed, tried -> tried < inputs, (name, input) -> {});
  }
}
