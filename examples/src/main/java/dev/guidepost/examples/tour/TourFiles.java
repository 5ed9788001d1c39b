package dev.guidepost.examples.tour;

import dev.guidepost.core.control.Signal;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.time.Period;
import dev.guidepost.examples.report.SafeCsv;
import dev.guidepost.examples.source.SalesRecords;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.PlanLine;
import dev.guidepost.targets.rates.PersonalRate;
import dev.guidepost.targets.review.DataHealth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes the tables of the tour, one CSV file each. */
final class TourFiles {

  private static final long TEN_WINS = 10;
  private static final double NINETY = 0.90;

  private final Analysis analysis;
  private final Path directory;

  TourFiles(Analysis analysis, Path directory) {
    this.analysis = analysis;
    this.directory = directory;
  }

  void write() throws IOException {
    RollupTables tables = new RollupTables(analysis);
    SafeCsv.write(directory.resolve("rollup.csv"), RollupTables.ROLLUP, tables.rollup());
    SafeCsv.write(directory.resolve("slices.csv"), RollupTables.SLICES, tables.slices());
    people();
    plan();
    signals();
    rejects();
    notes();
    health();
    SafeCsv.write(
        directory.resolve("territories.csv"),
        TerritoryTable.COLUMNS,
        new TerritoryTable(analysis).rows());
  }

  private void people() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (PersonId person : analysis.records().organisation().people()) {
      rows.add(person(person));
    }
    SafeCsv.write(
        directory.resolve("people.csv"),
        List.of(
            "person_id",
            "person",
            "opened",
            "won",
            "lost",
            "undecided",
            "win_yield",
            "low80",
            "high80",
            "own_share",
            "opps_per_win_10_90"),
        rows);
  }

  private List<String> person(PersonId person) {
    Evidence evidence = analysis.evidence();
    List<String> row = new ArrayList<>();
    row.add(person.value());
    row.add(analysis.records().organisation().name(person));
    if (evidence.cohort().isEmpty()) {
      row.addAll(List.of("", "", "", "", "", "", "", "", ""));
      return row;
    }
    Period cohort = evidence.cohort().get();
    Cube cube = evidence.today();
    long opened = cube.sum(person, StandardMetrics.OPPORTUNITIES, cohort).unscaledAt(0);
    long won = cube.sum(person, StandardMetrics.COHORT_WINS, cohort).unscaledAt(0);
    long lost = cube.sum(person, StandardMetrics.COHORT_LOSSES, cohort).unscaledAt(0);
    row.addAll(List.of("" + opened, "" + won, "" + lost, "" + (opened - won - lost)));
    Optional<PersonalRate> rate = evidence.yields().flatMap(rates -> rates.of(person));
    if (rate.isEmpty()) {
      row.addAll(List.of("", "", "", "", ""));
      return row;
    }
    OptionalLong needed = rate.get().trialsFor(TEN_WINS, NINETY);
    row.addAll(
        List.of(
            six(rate.get().estimate().value()),
            six(rate.get().estimate().low()),
            six(rate.get().estimate().high()),
            six(rate.get().estimate().ownShare()),
            needed.isEmpty()
                ? ""
                : String.format(Locale.ROOT, "%.1f", (double) needed.getAsLong() / TEN_WINS)));
    return row;
  }

  private static String six(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  private void plan() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (PersonId person : analysis.evidence().people()) {
      Plan plan = analysis.planner().plan(person);
      for (PlanLine line : plan.lines()) {
        rows.add(
            List.of(
                person.value(),
                plan.name(),
                line.weekStart().toString(),
                line.kind().toString(),
                line.subject(),
                "" + line.count(),
                line.by().toString(),
                line.why(),
                line.evidence()));
      }
    }
    SafeCsv.write(
        directory.resolve("plan.csv"),
        List.of(
            "person_id",
            "person",
            "week_start",
            "kind",
            "subject",
            "count",
            "by",
            "why",
            "evidence"),
        rows);
  }

  private void signals() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (Signal signal : analysis.board().signals()) {
      rows.add(
          List.of(
              signal.id(),
              signal.owner().value(),
              signal.metric().value(),
              signal.rule().toString(),
              signal.period().label(),
              number(signal.value()),
              number(signal.lower()),
              number(signal.upper()),
              signal.message()));
    }
    SafeCsv.write(
        directory.resolve("signals.csv"),
        List.of("id", "owner", "metric", "rule", "period", "value", "lower", "upper", "message"),
        rows);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.3f", value);
  }

  private void rejects() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (SalesRecords.Reject reject : analysis.records().rejects()) {
      rows.add(
          List.of(
              reject.file(), "" + reject.line(), reject.column(), reject.value(), reject.reason()));
    }
    SafeCsv.write(
        directory.resolve("rejects.csv"),
        List.of("file", "line", "column", "value", "reason"),
        rows);
  }

  private void notes() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (SalesRecords.Note note : analysis.records().notes()) {
      rows.add(List.of(note.file(), "" + note.line(), note.column(), note.value(), note.reason()));
    }
    SafeCsv.write(
        directory.resolve("notes.csv"), List.of("file", "line", "column", "value", "reason"), rows);
  }

  private void health() throws IOException {
    SalesRecords records = analysis.records();
    List<List<String>> rows = new ArrayList<>();
    String offered = "" + records.offered();
    rows.add(List.of("offered", offered, offered, ""));
    rows.add(List.of("accepted", "" + records.accepted(), offered, ""));
    rows.add(
        List.of(
            "rejected",
            "" + records.rejects().size(),
            offered,
            records.rejects().stream()
                .findFirst()
                .map(reject -> reject.file() + ":" + reject.line())
                .orElse("")));
    rows.add(
        List.of(
            "noted",
            "" + records.notes().size(),
            offered,
            records.notes().stream()
                .findFirst()
                .map(note -> note.file() + ":" + note.line())
                .orElse("")));
    for (DataHealth.Check check : analysis.health().checks()) {
      rows.add(List.of(check.name(), "" + check.count(), "" + check.total(), check.example()));
    }
    SafeCsv.write(
        directory.resolve("health.csv"), List.of("check", "count", "total", "example"), rows);
  }
}
