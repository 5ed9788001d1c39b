package dev.guidepost.examples.crm;

import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.people.Availability;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.examples.source.SalesRecords;
import dev.guidepost.rollup.org.Organisation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reads an export of a CRM, a folder of CSV files, by a mapping.
 *
 * <p>Records are taken as they are. In particular, deals stay whole where they close after the
 * as-of day; {@link Deal#asOf(LocalDate)} gives what was known by then.
 *
 * <pre>{@code
 * SalesRecords records = CrmExport.read(folder, mapping, Optional.empty());
 * records.rejects().forEach(System.out::println);
 * }</pre>
 */
public final class CrmExport {

  /** A later day in an export is a slip of the pen, and makes no as-of day. */
  private static final int LAST_YEAR = 2199;

  private CrmExport() {}

  /**
   * Returns the records of an export.
   *
   * <p>Without an as-of day, it is the latest day that occurs in deals and activities. Closings
   * count as observed from the first closing on if deals have both days of opening and of closing:
   * an export that starts mid-life has deals opened earlier, but nothing of those that closed
   * before; a win that was taken back was a closing too. Else they are observed from the earliest
   * day that occurs.
   *
   * <p>Someone who owns deals or did something but is not in the file of people is a person of the
   * organisation without membership.
   *
   * @param directory the folder of the export
   * @param mapping the mapping file
   * @param asOf the last day to look at, if not the latest there is
   * @return the records, with those that were rejected
   * @throws ImportException if a file or column is missing, the encoding is another, the mapping
   *     has a mistake, no deal can be taken, or no record has a day up to the as-of day
   */
  public static SalesRecords read(Path directory, Path mapping, Optional<LocalDate> asOf) {
    CsvFiles files = new CsvFiles(directory, Mapping.read(mapping));
    People people = People.read(files);
    List<Deal> deals = Deals.read(files, people);
    List<Activity> activities = Doings.activities(files, people);
    List<Commitment> commitments = Doings.commitments(files, people);
    Organisation organisation = people.organisation();
    List<LocalDate> dates = dates(deals, activities);
    if (dates.isEmpty()) {
      throw new ImportException("deals or activities must have dates, but none has");
    }
    LocalDate until = asOf.orElse(Collections.max(dates));
    if (until.getYear() > LAST_YEAR) {
      throw new ImportException(
          "the as-of day must not be after "
              + LAST_YEAR
              + ", but the latest day in the export is "
              + until
              + "; correct it, or give the as-of day");
    }
    LocalDate observedFrom = firstClosing(deals).orElse(Collections.min(dates));
    if (observedFrom.isAfter(until)) {
      throw new ImportException(
          "the as-of day must not be before closings are observed, from "
              + observedFrom
              + ", but was "
              + until);
    }
    return new SalesRecords(
        files.mapping().value(Key.TITLE).orElse("Export " + directory.getFileName()),
        until,
        observedFrom,
        files.mapping().need(Key.CURRENCY),
        files.mapping().moneyScale(),
        organisation,
        deals,
        activities,
        Targets.read(files, organisation),
        commitments,
        Availability.ALWAYS,
        Optional.empty(),
        files.tally().offered(),
        files.tally().rejects(),
        files.tally().notes());
  }

  private static List<LocalDate> dates(List<Deal> deals, List<Activity> activities) {
    List<LocalDate> dates = new ArrayList<>();
    for (Deal deal : deals) {
      deal.opened().ifPresent(dates::add);
      deal.closed().ifPresent(dates::add);
      deal.visits().stream().map(StageVisit::entered).forEach(dates::add);
    }
    activities.stream().map(Activity::on).forEach(dates::add);
    return dates;
  }

  /** Returns the first day of closing, if deals have days of opening as well. */
  private static Optional<LocalDate> firstClosing(List<Deal> deals) {
    return deals.stream().anyMatch(deal -> deal.opened().isPresent())
        ? deals.stream()
            .flatMap(deal -> deal.visits().stream())
            .filter(visit -> visit.outcome() != Outcome.OPEN)
            .map(StageVisit::entered)
            .min(LocalDate::compareTo)
        : Optional.empty();
  }
}
