package dev.guidepost.examples.crm;

import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The targets of an export, if it has any. */
final class Targets {

  private static final FiscalCalendar CALENDAR = FiscalCalendar.calendarYear();

  /** What makes a target one of its kind. */
  private record Aim(PartyId owner, MetricId metric, Period period) {}

  private final Mapping mapping;
  private final Organisation organisation;
  private final List<Target> targets = new ArrayList<>();
  private final Set<Aim> aims = new HashSet<>();

  private Targets(Mapping mapping, Organisation organisation) {
    this.mapping = mapping;
    this.organisation = organisation;
  }

  /**
   * Reads the targets.
   *
   * @param files the export
   * @param organisation who can own one
   * @return the targets in the order of the file
   */
  static List<Target> read(CsvFiles files, Organisation organisation) {
    Targets reader = new Targets(files.mapping(), organisation);
    files.read(Key.TARGETS, reader::take);
    return reader.targets;
  }

  private void take(Row row) throws Refusal {
    PartyId owner = row.need(Key.TARGET_OWNER, this::owner);
    Metric metric = row.need(Key.TARGET_METRIC, mapping::metric);
    Period period = period(row);
    boolean ratio = metric.aggregation() instanceof Aggregation.RatioOf;
    Optional<Quantity> amount =
        row.amount(Key.TARGET_AMOUNT, ratio ? Quantity.MAX_SCALE : metric.scale());
    if (amount.isEmpty()) {
      throw row.refusal(Key.TARGET_AMOUNT, "must not be blank");
    }
    if (!aims.add(new Aim(owner, metric.id(), period))) {
      throw row.refusal(
          Key.TARGET_OWNER, "must have one target of a metric in a period, but has another");
    }
    targets.add(
        Target.builder()
            .owner(owner)
            .metric(metric.id())
            .period(period)
            .amount(amount.get())
            .basis(new Target.Declared())
            .build());
  }

  private PartyId owner(String idOrName) {
    List<PartyId> found =
        organisation.find(idOrName).stream()
            .filter(party -> !party.equals(Organisation.UNASSIGNED))
            .toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          found.isEmpty()
              ? "must be the id or name of a person or unit, but is of none"
              : "must be of one person or unit, but is of several; give one of " + found);
    }
    return found.get(0);
  }

  private Period period(Row row) throws Refusal {
    if (mapping.column(Key.TARGET_PERIOD.text()).isPresent()) {
      return row.need(Key.TARGET_PERIOD, CALENDAR::period);
    }
    LocalDate start = row.need(Key.TARGET_START, mapping::date);
    Optional<LocalDate> end = row.end(Key.TARGET_END);
    if (end.isEmpty() || !end.get().isAfter(start)) {
      throw row.refusal(Key.TARGET_END, "must be given and not before the start");
    }
    return period(start, end.get());
  }

  /** Returns the calendar's own period of these days if there is one, so that both are equal. */
  private static Period period(LocalDate start, LocalDate end) {
    for (Grain grain : Grain.values()) {
      if (grain != Grain.CUSTOM) {
        Period period = CALENDAR.period(grain, start);
        if (period.start().equals(start) && period.end().equals(end)) {
          return period;
        }
      }
    }
    return Period.custom(start, end);
  }
}
