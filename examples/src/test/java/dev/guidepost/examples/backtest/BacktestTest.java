package dev.guidepost.examples.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.examples.company.CompanySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The table of the README is that of the command. */
class BacktestTest {

  private static final Path ROOT = Path.of("..");

  private static Figures kept() {
    try {
      return Figures.read(Files.readString(ROOT.resolve(Backtest.FIGURES)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void theReadmeShowsTheFigures() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    assertEquals(Backtest.rewritten(readme, kept()), readme);
    assertEquals(kept().write(), Files.readString(ROOT.resolve(Backtest.FIGURES)));
  }

  /** A small part of the run, which must come out as it did when the figures were written. */
  @Test
  void theFiguresAreThoseOfTheCode() {
    Figures kept = kept();
    long seed = Long.parseLong(kept.setting("seed"));
    Subject subject = Subject.generated(CompanySpec.Mode.OBEYING, seed);
    Subject.Look look = subject.looks().get(4);
    List<PartyRow> parties = new ArrayList<>();
    List<DealRow> deals = new ArrayList<>();
    String line =
        Backtest.look(new Sighting(subject, look.asOf(), false, seed), look, parties, deals);
    int split = line.indexOf(';');
    assertEquals(
        kept.checks().get(line.substring(0, split)),
        line.substring(split + 1),
        "the code forecasts otherwise than when the README was written; run the backtest again");
    Map<String, Figure> figures = Figures.empty().figures();
    Measured.add(new Results(parties, deals), figures);
    Figure covered =
        Objects.requireNonNull(
            figures.get(Group.OBEYING + "|person|" + Measure.WINS + "|covers 80"));
    assertTrue(covered.value() > 0.5 && covered.value() < 1, covered.toString());
  }

  @Test
  void everyGoalIsToldGoodOrBad() {
    String goals = new Report(kept()).goals();
    for (Aim aim : Aim.all()) {
      assertTrue(goals.contains(aim.what()), aim.what());
    }
    Figure half = new Figure(0.5, 0.1, 0.3, 0.7, 10, 2);
    Aim aim = Aim.all().get(0);
    assertEquals("77.0 % to 83.0 %", aim.goal());
    assertEquals("missed", aim.verdict(half));
    assertEquals("met", aim.verdict(new Figure(0.8, 0.1, 0.3, 0.9, 10, 2)));
    assertEquals("not measured", aim.verdict(Figures.empty().figure("none")));
    assertEquals("within 3.0 %", Aim.all().get(1).goal());
    assertEquals(">= 0.450", Aim.all().get(4).goal());
  }

  @Test
  void theReportSaysWhatIsKnown() {
    String text = new Report(kept()).print();
    assertTrue(text.contains("last quarter repeated is hard to beat on totals"), text);
    assertTrue(text.contains("Nothing was tuned on the quarters that are scored"), text);
    assertTrue(text.contains("500 open deals without a day of opening"), text);
    String goals = new Report(kept()).goals();
    assertTrue(goals.lines().allMatch(line -> line.length() <= 130), goals);
  }

  @Test
  void theConstantLeavesItsOwnQuarterOut() {
    List<DealRow> deals = new ArrayList<>();
    for (int quarter = 0; quarter < 3; quarter++) {
      for (int i = 0; i < 10; i++) {
        deals.add(
            new DealRow(
                Group.REAL,
                "Q" + quarter,
                "c",
                LocalDate.of(2026, 1, 31),
                Subject.Kind.REST,
                5,
                i < 2 * quarter,
                Map.of(Forecaster.GUIDEPOST, 0.5)));
      }
    }
    List<Double> constants =
        new Results(List.of(), deals)
            .deals().stream()
                .map(row -> row.chances().getOrDefault(Forecaster.CONSTANT, -1.0))
                .distinct()
                .toList();
    assertEquals(0.3, constants.get(0), 1e-12);
    assertEquals(0.2, constants.get(1), 1e-12);
    assertEquals(0.1, constants.get(2), 1e-12);
  }

  @Test
  void aReadmeWithoutMarksIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Backtest.rewritten("no marks", kept()));
    assertThrows(IllegalArgumentException.class, () -> Figures.read("what;is;this"));
  }
}
