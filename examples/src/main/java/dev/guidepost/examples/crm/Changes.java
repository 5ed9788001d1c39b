package dev.guidepost.examples.crm;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.History;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The changes of deals over time, if an export has them: rows in any order, each with what stood
 * after the change.
 */
final class Changes {

  /** What stood after a change. */
  private record Change(
      Row row,
      LocalDateTime at,
      String stage,
      Outcome outcome,
      Optional<Quantity> amount,
      Optional<LocalDate> expected) {

    LocalDate day() {
      return at.toLocalDate();
    }
  }

  private final Mapping mapping;
  private final Map<DealId, List<Change>> changes = new HashMap<>();

  private Changes(Mapping mapping) {
    this.mapping = mapping;
  }

  /**
   * Reads the changes.
   *
   * @param files the export
   * @return the changes; none if the mapping names no file of them
   */
  static Changes read(CsvFiles files) {
    Changes reader = new Changes(files.mapping());
    files.read(Key.HISTORY, reader::take);
    reader
        .changes
        .values()
        .forEach(
            rows ->
                rows.sort(
                    Comparator.comparing(Change::at).thenComparing(change -> change.row().line())));
    return reader;
  }

  private void take(Row row) throws Refusal {
    DealId deal = row.need(Key.HISTORY_DEAL, DealId::of);
    changes
        .computeIfAbsent(deal, id -> new ArrayList<>())
        .add(
            new Change(
                row,
                row.need(Key.HISTORY_CHANGED, mapping::time),
                row.need(Key.HISTORY_STAGE, text -> text),
                row.need(Key.HISTORY_STAGE, mapping::outcome),
                row.amount(Key.HISTORY_AMOUNT, mapping.moneyScale()),
                row.date(Key.HISTORY_EXPECTED)));
  }

  /** Returns the day of the first change of a deal. */
  Optional<LocalDate> first(DealId deal) {
    return changes.getOrDefault(deal, List.of()).stream().findFirst().map(Change::day);
  }

  /** Returns the stage after the last change of a deal. */
  Optional<String> lastStage(DealId deal) {
    return changes.getOrDefault(deal, List.of()).stream()
        .reduce((earlier, later) -> later)
        .map(Change::stage);
  }

  /** Gives a deal its history; the rows of a day stand by their time and place in the file. */
  void tell(DealId id, Deal.Builder deal) {
    List<Change> rows = changes.getOrDefault(id, List.of());
    List<StageVisit> visits = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Change change = rows.get(i);
      if (i == 0 || !change.stage().equals(rows.get(i - 1).stage())) {
        visits.add(new StageVisit(change.stage(), change.day(), change.outcome(), change.day(), i));
      }
    }
    deal.visits(visits)
        .amounts(history(rows, Change::amount))
        .expectedCloses(history(rows, Change::expected));
  }

  private static <T> History<T> history(List<Change> rows, Function<Change, Optional<T>> value) {
    List<History.Entry<T>> entries = new ArrayList<>();
    Optional<T> before = Optional.empty();
    for (int i = 0; i < rows.size(); i++) {
      Optional<T> after = value.apply(rows.get(i));
      if (!after.equals(before)) {
        entries.add(new History.Entry<>(rows.get(i).day(), i, after));
      }
      before = after;
    }
    return new History<>(Optional.empty(), entries);
  }

  /** Rejects the changes of deals that were not taken. */
  void rejectOthers(Set<DealId> taken, Tally tally) {
    List<Row> others = new ArrayList<>();
    changes.forEach(
        (deal, rows) -> {
          if (!taken.contains(deal)) {
            rows.forEach(change -> others.add(change.row()));
          }
        });
    others.sort(Comparator.comparing(Row::line));
    for (Row row : others) {
      tally.reject(
          row.file(), row.line(), row.refusal(Key.HISTORY_DEAL, "must be a deal that was taken"));
    }
  }
}
