package dev.guidepost.examples.state;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.BatchReport;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.PlaceId;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.id.TerritoryId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.OverTime;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.people.Availability;
import dev.guidepost.core.people.Dated;
import dev.guidepost.core.people.MetricWeight;
import dev.guidepost.core.people.Ramp;
import dev.guidepost.core.people.Role;
import dev.guidepost.core.people.Roster;
import dev.guidepost.core.quantity.ExchangeRates;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.RateKind;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.territory.Accounts;
import dev.guidepost.core.territory.Potential;
import dev.guidepost.core.territory.Territories;
import dev.guidepost.core.time.HolidayTable;
import dev.guidepost.core.time.Holidays;
import dev.guidepost.core.time.Period;
import dev.guidepost.core.time.WorkingDays;
import dev.guidepost.rollup.org.Organisation;
import dev.guidepost.rollup.org.OrganisationState;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that a host keeps between runs.
 *
 * @param name what it is called
 * @param value one of it, with each of its parts
 * @param type the type of its state
 * @param state gives its state
 * @param of makes it of a state
 */
public record Kept<T, S>(
    String name, T value, Class<S> type, Function<T, S> state, Function<S, T> of) {

  /** Returns all that a host keeps as a state; scalars are kept as their text. */
  public static List<Kept<?, ?>> all() {
    return Stream.of(
            List.of(
                catalog(),
                report(),
                rates(),
                holidays(),
                workingDays(),
                availability(),
                role(),
                roster(),
                accounts(),
                territories(),
                organisation()),
            KeptRecords.all(),
            KeptGoals.all())
        .flatMap(List::stream)
        .toList();
  }

  /** A metric with every part set, those it needs, and one of each kind of aggregation. */
  private static Kept<?, ?> catalog() {
    Catalog standard = StandardMetrics.catalog("USD", 2);
    Catalog catalog =
        Catalog.of(
            List.of(
                standard.metric(StandardMetrics.WINS),
                standard.metric(StandardMetrics.CLOSED),
                standard.metric(StandardMetrics.WIN_RATE),
                metric("rounds", new Aggregation.Sum()),
                metric("pipeline-rounds", new Aggregation.Snapshot(OverTime.LAST)),
                metric("round-size", new Aggregation.Mean()),
                metric("longest-round", new Aggregation.Max()),
                metric("round-days", new Aggregation.Distribution()),
                metric("products", Aggregation.parse("distinct product of rounds")),
                metric("all-rounds", Aggregation.parse("= rounds + 2 * (rounds - 1)")),
                metric("rounds-this-year", Aggregation.parse("year to date of rounds")),
                full()),
            List.of(StandardMetrics.PRODUCT, Dimension.of("Stage 2")));
    return new Kept<>("catalog", catalog, Catalog.State.class, Catalog::state, Catalog::of);
  }

  private static Metric metric(String id, Aggregation aggregation) {
    return Metric.builder()
        .id(MetricId.of(id))
        .name("Rounds of talks")
        .definition("\"Talks\" held, on the day.")
        .aggregation(aggregation)
        .unit(new UnitOfMeasure.Count("rounds"))
        .metricClass(MetricClass.ACTIVITY)
        .timing(Timing.LEADING)
        .build();
  }

  private static Metric full() {
    return Metric.builder()
        .id(MetricId.of("margin-of-talks"))
        .name("Margin")
        .definition("Money left of a round, on the day.")
        .aggregation(new Aggregation.Sum())
        .scale(4)
        .unit(new UnitOfMeasure.Money("USD"))
        .metricClass(MetricClass.OBJECTIVE)
        .managed(true)
        .timing(Timing.leading(45))
        .direction(Direction.within(Quantity.parse("-2.5"), Quantity.of(10)))
        .roles(Set.of(RoleId.of("seller"), RoleId.of("partner manager")))
        .quality(StandardMetrics.WIN_RATE)
        .effectiveFrom(LocalDate.of(2026, 1, 1))
        .effectiveUntil(LocalDate.of(2027, 1, 1))
        .build();
  }

  private static Kept<?, ?> report() {
    LedgerWriter writer = new LedgerWriter(StandardMetrics.catalog("USD", 2));
    LocalDate day = LocalDate.of(2026, 10, 1);
    try (Batch batch = writer.batch("crm \"nightly\"", day)) {
      batch.row("d1").by(PersonId.of("ana")).on(day).put(StandardMetrics.WINS, 1);
      batch.row("d2").on(day).put(StandardMetrics.WINS, 1);
      BatchReport report = batch.commit();
      return new Kept<>(
          "batch-report", report, BatchReport.State.class, BatchReport::state, BatchReport::of);
    }
  }

  private static Kept<?, ?> rates() {
    ExchangeRates rates =
        ExchangeRates.against("USD")
            .quote("1 USD = 1.39 AUD from 2026-01-01 booking")
            .quote("1 USD = 1.42 AUD from 2026-02-01 booking")
            .quote("1 EUR = 1.0825 USD from 2026-01-01 plan")
            .quote("1 JPY = 0.00662 USD from 2026-01-01 average")
            .quote("1 USD = 100 HUF from 2026-01-01 plan")
            .staleAfterDays(RateKind.BOOKING, 31)
            .build();
    return new Kept<>(
        "rates", rates, ExchangeRates.State.class, ExchangeRates::state, ExchangeRates::of);
  }

  private static Kept<?, ?> holidays() {
    PlaceId us = PlaceId.of("us");
    PlaceId bavaria = PlaceId.of("de-BY");
    HolidayTable table =
        HolidayTable.builder()
            .covering(us, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1))
            .holiday(us, LocalDate.of(2026, 7, 3), "Independence Day (observed)")
            .holiday(us, LocalDate.of(2026, 12, 25), "Christmas \"Day\"")
            .covering(bavaria, LocalDate.of(2026, 1, 1), LocalDate.of(2028, 1, 1))
            .holiday(bavaria, LocalDate.of(2026, 1, 6), "Heilige Drei K\u00f6nige")
            .build();
    return new Kept<>(
        "holidays", table, HolidayTable.State.class, HolidayTable::state, HolidayTable::of);
  }

  private static Kept<?, ?> workingDays() {
    WorkingDays days =
        WorkingDays.mondayToFriday()
            .withWeekdays(PlaceId.of("il"), Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY));
    return new Kept<>(
        "working-days",
        days,
        WorkingDays.State.class,
        WorkingDays::state,
        state -> WorkingDays.of(state, Holidays.NONE));
  }

  private static Kept<?, ?> availability() {
    Availability availability =
        Availability.builder()
            .workingDays(
                WorkingDays.mondayToFriday()
                    .withWeekdays(PlaceId.of("il"), Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY)))
            .place(PlaceId.of("us"))
            .place(PersonId.of("noa"), PlaceId.of("il"))
            .place(PersonId.of("noa"), PlaceId.of("us"), LocalDate.of(2026, 7, 1))
            .leave(
                PersonId.of("ana"),
                Period.custom(LocalDate.of(2026, 5, 4), LocalDate.of(2026, 5, 9)))
            .build();
    return new Kept<>(
        "availability",
        availability,
        Availability.State.class,
        Availability::state,
        state -> Availability.of(state, Holidays.NONE));
  }

  private static Role hunter() {
    return Role.builder()
        .id(RoleId.of("hunter"))
        .label("Hunter \"new\"")
        .addMetrics(
            MetricWeight.percent(StandardMetrics.WINS, 25),
            MetricWeight.parse("meetings 5/12"),
            MetricWeight.parse("bookings 1/3"))
        .ramp(Ramp.parse("0.25 at 0, 0.5 at 30, 1 at 90 days worked, in steps"))
        .hoursPerWeek(Quantity.parse("37.5"))
        .build();
  }

  private static Kept<?, ?> role() {
    return new Kept<>("role", hunter(), Role.State.class, Role::state, Role::of);
  }

  private static Kept<?, ?> roster() {
    PersonId ana = PersonId.of("ana");
    PersonId ben = PersonId.of("ben");
    LocalDate may1 = LocalDate.of(2026, 5, 1);
    Roster roster =
        Roster.builder()
            .role(hunter())
            .role(Role.builder().from(hunter()).ramp(Ramp.NONE).build(), may1)
            .person(ana, "Ana Brandt")
            .employed(ana, may1.minusYears(2), may1.minusYears(1))
            .employed(ana, may1)
            .inRole(ana, hunter().id())
            .inRole(ana, RoleId.of("farmer"), may1.plusMonths(3))
            .employed(ben)
            .build();
    return new Kept<>(
        "roster",
        roster,
        Roster.State.class,
        Roster::state,
        state -> Roster.of(state, Holidays.NONE));
  }

  private static Accounts someAccounts() {
    return Accounts.builder()
        .account(AccountId.of("acme"), "Acme")
        .account(AccountId.of("acme-uk"), "Acme \"UK\"")
        .parent(AccountId.of("acme-uk"), Dated.from(AccountId.of("acme"), LocalDate.of(2026, 3, 1)))
        .parent(AccountId.of("acme"), Dated.always(AccountId.of("holding")))
        .segment(AccountId.of("acme"), Dated.always("mid market"))
        .build();
  }

  private static Kept<?, ?> accounts() {
    return new Kept<>(
        "accounts", someAccounts(), Accounts.State.class, Accounts::state, Accounts::of);
  }

  private static Kept<?, ?> territories() {
    TerritoryId east = TerritoryId.of("east");
    TerritoryId west = TerritoryId.of("west");
    AccountId acme = AccountId.of("acme");
    LocalDate may1 = LocalDate.of(2026, 5, 1);
    Territories territories =
        Territories.builder(someAccounts(), "USD")
            .territory(east, "East \"1\"")
            .holder(east, Dated.always(PersonId.of("ana")))
            .holder(east, Dated.between(PersonId.of("ben"), may1, may1.plusMonths(2)))
            .account(acme, Dated.always(east))
            .account(acme, Dated.from(west, may1))
            .potential(Potential.ofGroup(acme, Quantity.parse("500000.5"), "survey", may1))
            .potential(
                Potential.of(AccountId.of("acme-uk"), Quantity.of(7), "plan of \"Q2\"", may1))
            .leads(east, Dated.always(Quantity.parse("4.5")))
            .build();
    return new Kept<>(
        "territories",
        territories,
        Territories.State.class,
        Territories::state,
        state -> Territories.of(state, someAccounts()));
  }

  /** Returns the state of the value. */
  public S kept() {
    return state.apply(value);
  }

  private static Kept<?, ?> organisation() {
    UnitId acme = UnitId.of("acme");
    UnitId east = UnitId.of("east");
    UnitId west = UnitId.of("west");
    LocalDate may = LocalDate.of(2026, 5, 1);
    Organisation organisation =
        Organisation.builder(acme, "Acme")
            .unit(east, "East \"1\"", "region", acme)
            .unit(west, "West", "team", acme)
            .reparent(west, east, may)
            .seat(west, may)
            .close(west, may.plusYears(1))
            .person(PersonId.of("ana"), "Ana")
            .person(PersonId.of("ben"), "Ana")
            .member(PersonId.of("ana"), east)
            .member(PersonId.of("ben"), east, may)
            .member(PersonId.of("ana"), west, may, may.plusMonths(2))
            .build();
    return new Kept<>(
        "organisation",
        organisation,
        OrganisationState.class,
        Organisation::state,
        Organisation::of);
  }
}
