package dev.guidepost.examples.backtest;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.people.Availability;
import dev.guidepost.core.people.Roster;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import dev.guidepost.examples.company.CompanySpec;
import dev.guidepost.examples.company.GeneratedCompany;
import dev.guidepost.examples.crm.CrmExport;
import dev.guidepost.examples.source.Arrangements;
import dev.guidepost.examples.source.SalesRecords;
import dev.guidepost.rollup.org.Organisation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A company with all its later records, and the days on which it is looked at.
 *
 * @param title what it is called
 * @param group what kind of company it is
 * @param deals its deals to the end, without what a prediction must not see; those without a day of
 *     opening are left out
 * @param undated how many deals have no day of opening, and so cannot be said to have been there
 * @param organisation who belonged where to the end
 * @param availability who works when; holidays and leave count as known ahead
 * @param roster who has which role, where that is known
 * @param observedFrom the first day on which closings were recorded
 * @param currency the currency
 * @param moneyScale the decimals of amounts
 * @param looks the days and periods
 */
record Subject(
    String title,
    Group group,
    ImmutableList<Deal> deals,
    int undated,
    Organisation organisation,
    Availability availability,
    Optional<Roster> roster,
    LocalDate observedFrom,
    String currency,
    int moneyScale,
    ImmutableList<Look> looks) {

  /** The end of the records of generated companies. */
  private static final LocalDate END = LocalDate.of(2026, 9, 30);

  private static final int MONTHS = 24;
  private static final List<LocalDate> SEEN =
      List.of(
          LocalDate.of(2025, 7, 31),
          LocalDate.of(2025, 11, 30),
          LocalDate.of(2026, 3, 31),
          LocalDate.of(2026, 5, 31));
  private static final LocalDate LAST_REST = LocalDate.of(2017, 11, 30);
  private static final LocalDate LAST_NEXT = LocalDate.of(2017, 9, 30);
  private static final String OPEN_STAGE = "Engaging";

  /** Which days are forecast. */
  enum Kind {
    /** Those of the quarter that are left. */
    REST,
    /** Those of the next quarter. */
    NEXT
  }

  /**
   * A day on which one looks, and what one asks then.
   *
   * @param asOf the last day known
   * @param kind which days are asked for
   * @param period the quarter
   */
  record Look(LocalDate asOf, Kind kind, Period period) {

    /** Returns the days that are forecast. */
    Period days() {
      LocalDate next = asOf.plusDays(1);
      return next.isAfter(period.start()) ? Period.custom(next, period.end()) : period;
    }
  }

  private static List<Look> looks(LocalDate asOf, boolean rest, boolean next) {
    FiscalCalendar calendar = FiscalCalendar.calendarYear();
    Period quarter = calendar.period(Grain.QUARTER, asOf);
    List<Look> looks = new ArrayList<>();
    if (rest && !asOf.equals(quarter.lastDay())) {
      looks.add(new Look(asOf, Kind.REST, quarter));
    }
    if (next) {
      looks.add(new Look(asOf, Kind.NEXT, calendar.period(Grain.QUARTER, quarter.end())));
    }
    return looks;
  }

  /**
   * Generates a company of two years, seen on four days of its second year; nothing is planted.
   *
   * @param mode whether it obeys what models of selling assume
   * @param seed where its randomness starts
   * @return the company
   */
  static Subject generated(CompanySpec.Mode mode, long seed) {
    SalesRecords records =
        GeneratedCompany.generate(
                CompanySpec.of(seed)
                    .withMode(mode)
                    .withMonths(MONTHS)
                    .withAsOf(END)
                    .withPlanted(Set.of()))
            .records();
    ImmutableList.Builder<Look> looks = ImmutableList.builder();
    SEEN.forEach(day -> looks.addAll(looks(day, true, true)));
    return new Subject(
        mode.name().toLowerCase(java.util.Locale.ROOT) + " " + seed,
        mode == CompanySpec.Mode.OBEYING ? Group.OBEYING : Group.BREAKING,
        ImmutableList.copyOf(records.deals()),
        0,
        records.organisation(),
        records.availability(),
        records.arrangements().map(Arrangements::roster),
        records.observedFrom(),
        records.currency(),
        records.moneyScale(),
        looks.build());
  }

  /**
   * Reads the sample of a CRM, seen at the end of each month.
   *
   * @param folder the folder of the export
   * @param mapping its mapping
   * @return the company
   */
  static Subject crm(Path folder, Path mapping) {
    SalesRecords records = CrmExport.read(folder, mapping, Optional.empty());
    List<Deal> dated = records.deals().stream().filter(deal -> deal.opened().isPresent()).toList();
    ImmutableList.Builder<Look> looks = ImmutableList.builder();
    LocalDate first = records.observedFrom().withDayOfMonth(1).plusMonths(1).minusDays(1);
    for (LocalDate day = first;
        !day.isAfter(LAST_REST);
        day = day.plusDays(1).plusMonths(1).minusDays(1)) {
      looks.addAll(looks(day, true, !day.isAfter(LAST_NEXT)));
    }
    return new Subject(
        "CRM sales opportunities",
        Group.REAL,
        dated.stream().map(Subject::blind).collect(ImmutableList.toImmutableList()),
        records.deals().size() - dated.size(),
        records.organisation(),
        records.availability(),
        records.arrangements().map(Arrangements::roster),
        records.observedFrom(),
        records.currency(),
        records.moneyScale(),
        looks.build());
  }

  /**
   * Returns a deal without what tells how it will end: the account, which is blank on deals that
   * stay open to the end of the export, and the stage in which it ends. Its amount is known from
   * closing on.
   */
  static Deal blind(Deal deal) {
    LocalDate opened = deal.opened().orElseThrow();
    return Deal.builder()
        .id(deal.id())
        .owner(deal.owner())
        .product(deal.product())
        .listAmount(deal.listAmount())
        .opened(opened)
        .visits(List.of(new StageVisit(OPEN_STAGE, opened, Outcome.OPEN, opened, 0)))
        .stage(deal.outcome() == Outcome.OPEN ? OPEN_STAGE : deal.stage())
        .outcome(deal.outcome())
        .closed(deal.closed())
        .amount(deal.outcome() == Outcome.WON ? deal.amount() : Optional.<Quantity>empty())
        .build();
  }

  /** Returns the organisation as it was known at the end of a day. */
  Organisation knownOn(LocalDate asOf) {
    return Organisation.of(organisation.state().knownOn(asOf));
  }
}
