package dev.guidepost.core.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is found of a deal's way, against a count by hand. */
class ConformanceProperties {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final LocalDate LATER = DAY.plusDays(50);
  private static final List<String> OPEN = List.of("A", "B", "C");
  private static final SalesProcess PROCESS =
      SalesProcess.of(
          "p",
          DAY,
          Stage.open("A", "a"),
          Stage.open("B", "b"),
          Stage.open("C", "c"),
          Stage.won("Won"),
          Stage.lost("Lost"));
  private static final SalesProcess MERGED =
      PROCESS.then(
          LATER,
          Map.of("A", "X", "B", "X"),
          Stage.open("X", "x"),
          Stage.open("C", "c"),
          Stage.won("Won"),
          Stage.lost("Lost"));

  @Provide
  Arbitrary<List<String>> ways() {
    return Arbitraries.of("A", "B", "C", "Won", "Lost").list().ofMaxSize(7);
  }

  private static Deal deal(List<String> way) {
    List<StageVisit> visits = new ArrayList<>();
    for (String stage : way) {
      Outcome outcome =
          stage.equals("Won") ? Outcome.WON : stage.equals("Lost") ? Outcome.LOST : Outcome.OPEN;
      visits.add(new StageVisit(stage, DAY.plusDays(visits.size()), outcome));
    }
    return Deal.builder()
        .id(DealId.of("d"))
        .owner(PersonId.of("ana"))
        .opened(DAY)
        .visits(visits)
        .build();
  }

  private static int place(String stage) {
    return OPEN.contains(stage) ? OPEN.indexOf(stage) : OPEN.size();
  }

  private static int skipped(List<String> way, String stage) {
    for (String visit : way) {
      if (visit.equals(stage)) {
        return 0;
      }
      if (visit.equals("Won") || (place(visit) > place(stage) && !visit.equals("Lost"))) {
        return 1;
      }
    }
    return 0;
  }

  private static int left(List<String> way, String stage) {
    int left = 0;
    for (int i = 1; i < way.size(); i++) {
      boolean on = place(way.get(i)) > place(stage) && !way.get(i).equals("Lost");
      left += way.get(i - 1).equals(stage) && on ? 1 : 0;
    }
    return left;
  }

  private static int cameBack(List<String> way, String stage) {
    int back = 0;
    for (int i = 1; i < way.size(); i++) {
      back += way.get(i).equals(stage) && place(way.get(i - 1)) > place(stage) ? 1 : 0;
    }
    return back;
  }

  @Property
  void stagesAreCountedAsByHand(@ForAll("ways") List<String> way) {
    Conformance report = PROCESS.conformance(List.of(deal(way)), LATER.plusDays(9));
    List<Conformance.Line> expected = new ArrayList<>();
    for (String stage : OPEN) {
      expected.add(
          new Conformance.Line(
              stage, Ratio.of(0, left(way, stage)), skipped(way, stage), cameBack(way, stage)));
    }
    assertEquals(expected, report.stages());
    for (Conformance.Line line : report.stages()) {
      assertEquals(
          line.skipped(),
          report.of(Conformance.Kind.SKIPPED).stream()
              .filter(finding -> finding.stage().equals(line.stage()))
              .count());
    }
  }

  /** Read by a version in which two stages are one, a way counts as that through the one. */
  @Property
  void mergedStagesAreCountedAsOne(@ForAll("ways") List<String> way) {
    Conformance report = MERGED.conformance(List.of(deal(way)), LATER.plusDays(9));
    List<String> merged = new ArrayList<>();
    way.forEach(stage -> merged.add(stage.equals("A") ? "B" : stage));
    assertEquals(
        List.of(
            new Conformance.Line(
                "X", Ratio.of(0, left(merged, "B")), skipped(merged, "B"), cameBack(merged, "B")),
            new Conformance.Line(
                "C", Ratio.of(0, left(way, "C")), skipped(way, "C"), cameBack(way, "C"))),
        report.stages());
  }

  @Example
  void theReportedWays() {
    assertEquals(0, skippedAll(List.of("A", "B", "C", "A", "Won")), "all were entered");
    assertEquals(1, skippedAll(List.of("A", "Lost", "C", "Won")), "B never was");
  }

  private static int skippedAll(List<String> way) {
    return PROCESS.conformance(List.of(deal(way)), LATER).of(Conformance.Kind.SKIPPED).size();
  }
}
