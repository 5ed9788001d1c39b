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

  private Optional<Change> last(DealId deal) {
    return changes.getOrDefault(deal, List.of()).stream().reduce((earlier, later) -> later);
  }

  /** Returns the stage after the last change of a deal. */
  Optional<String> lastStage(DealId deal) {
    return last(deal).map(Change::stage);
  }

  /** Notes what the row of a deal says otherwise than its last change; the change holds. */
  void compare(DealId deal, Row row, Tally tally) {
    Change last = last(deal).orElseThrow();
    compare(
        Key.DEAL_AMOUNT,
        Key.HISTORY_AMOUNT,
        row,
        () -> row.amount(Key.DEAL_AMOUNT, mapping.moneyScale()).filter(own -> own.signum() > 0),
        last.amount().filter(own -> own.signum() > 0),
        tally);
    compare(
        Key.DEAL_EXPECTED,
        Key.HISTORY_EXPECTED,
        row,
        () -> row.date(Key.DEAL_EXPECTED),
        last.expected(),
        tally);
    if (last.outcome() != Outcome.OPEN) {
      compare(
          Key.DEAL_CLOSED,
          Key.HISTORY_CHANGED,
          row,
          () -> row.date(Key.DEAL_CLOSED),
          Optional.of(entered(deal, last)),
          tally);
    }
  }

  /** The day on which a deal came to the stage of its last change. */
  private LocalDate entered(DealId deal, Change last) {
    LocalDate day = last.day();
    List<Change> rows = changes.getOrDefault(deal, List.of());
    for (int i = rows.size() - 1; i >= 0 && rows.get(i).stage().equals(last.stage()); i--) {
      day = rows.get(i).day();
    }
    return day;
  }

  /** Reads a value that a row may not have. */
  private interface Reading<T> {
    Optional<T> read() throws Refusal;
  }

  private <T> void compare(
      Key own, Key changed, Row row, Reading<T> reading, Optional<T> holds, Tally tally) {
    if (mapping.value(own).isEmpty() || mapping.value(changed).isEmpty()) {
      return;
    }
    Refusal why = row.refusal(own, "must be " + said(holds) + ", as its last change says");
    try {
      if (reading.read().equals(holds)) {
        return;
      }
    } catch (Refusal unread) {
      why = unread;
    }
    tally.note(row.file(), row.line(), why);
  }

  private static String said(Optional<?> value) {
    return value.map(Object::toString).orElse("blank");
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
