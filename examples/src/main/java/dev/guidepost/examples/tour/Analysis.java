package dev.guidepost.examples.tour;

import static java.util.stream.Collectors.toSet;

import dev.guidepost.core.agreement.Agreements;
import dev.guidepost.core.agreement.Commitments;
import dev.guidepost.core.agreement.Miss;
import dev.guidepost.core.agreement.Overrides;
import dev.guidepost.core.clarity.ClarityReport;
import dev.guidepost.core.clarity.ClarityReview;
import dev.guidepost.core.clarity.ClaritySheet;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.feed.PracticeMetrics;
import dev.guidepost.core.feed.RecordFacts;
import dev.guidepost.core.feed.StageFacts;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.measure.Measuring;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.people.MetricWeight;
import dev.guidepost.core.people.Person;
import dev.guidepost.core.people.Roster;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.examples.crm.ImportException;
import dev.guidepost.examples.source.Arrangements;
import dev.guidepost.examples.source.SalesRecords;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.org.Organisation;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.planning.Goals;
import dev.guidepost.targets.planning.Hindsight;
import dev.guidepost.targets.planning.Planner;
import dev.guidepost.targets.rates.Peers;
import dev.guidepost.targets.review.DataHealth;
import dev.guidepost.targets.review.ReviewSource;
import dev.guidepost.targets.review.SignalBoard;
import dev.guidepost.targets.review.Stages;
import dev.guidepost.targets.review.WeeklyReview;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Everything the library makes of a company's records.
 *
 * @param records the records
 * @param ledger the facts derived from them
 * @param evidence what they say
 * @param planner plans and goals
 * @param board all signals
 * @param health what the data is worth
 * @param falseAlarmsPerLook how likely a chart without a problem signals in one week
 * @param stages the stages of the process, if the source names one, with what is known of them
 * @param hindsight what the records said on past days
 */
public record Analysis(
    SalesRecords records,
    Ledger ledger,
    Evidence evidence,
    Planner planner,
    SignalBoard board,
    DataHealth health,
    double falseAlarmsPerLook,
    Optional<Stages> stages,
    Hindsight hindsight) {

  /** The chance of reaching a goal that plans aim at: {@value}. */
  public static final double CONFIDENCE = 0.80;

  private static final int SIMULATED_CHARTS = 20_000;

  /**
   * Analyses records.
   *
   * @param records the records
   * @return what the library makes of them
   * @throws ImportException if there is no fact up to the as-of day
   */
  public static Analysis of(SalesRecords records) {
    Ledger ledger = ledger(records);
    if (ledger.count() == 0) {
      throw new ImportException(
          "the source must have a deal or activity with a day up to "
              + records.asOf()
              + ", but has none");
    }
    Evidence evidence =
        Evidence.of(ledger, records.deals(), facts(records))
            .over(records.organisation())
            .availability(records.availability())
            .peers(
                records
                    .arrangements()
                    .map(known -> Peers.byRole(known.roster(), records.asOf()))
                    .orElse(Peers.TEAMS))
            .fit();
    Planner planner = Planner.of(evidence, Goals.of(evidence, records.targets()), CONFIDENCE);
    SignalBoard board = SignalBoard.of(evidence);
    return new Analysis(
        records,
        ledger,
        evidence,
        planner,
        board,
        DataHealth.of(
            evidence,
            person -> sells(records, person),
            records.targets().size(),
            records.activities().size(),
            records.commitments().size()),
        board.falseAlarmsPerLook(SIMULATED_CHARTS, new SplittableRandom(1)),
        records.arrangements().map(given -> StageData.of(records, given.process(), evidence)),
        Hindsight.of(evidence));
  }

  /** Who has a role without metrics, as managers do here, is measured by what others do. */
  private static boolean sells(SalesRecords records, PersonId person) {
    return records
        .arrangements()
        .flatMap(known -> known.roster().role(person, records.asOf()))
        .map(role -> !role.metrics().isEmpty())
        .orElse(true);
  }

  private static RecordFacts facts(SalesRecords records) {
    return new RecordFacts(records.asOf(), records.observedFrom());
  }

  /** The facts; of a process also which deals went on when, as people agree on that by week. */
  private static Ledger ledger(SalesRecords records) {
    Optional<StageFacts> stages =
        records.arrangements().map(known -> StageData.facts(records, known.process()));
    Catalog catalog = StandardMetrics.catalog(records.currency(), records.moneyScale());
    LedgerWriter writer =
        new LedgerWriter(
            stages.isEmpty()
                ? catalog
                : catalog.with(StageData.catalog(records).metric(PracticeMetrics.ADVANCES)));
    try (Batch batch = writer.batch(records.title(), records.asOf())) {
      facts(records).writeAll(records.deals(), records.activities(), batch);
      stages.ifPresent(facts -> records.deals().forEach(deal -> facts.write(deal, batch)));
      batch.commit();
    }
    return writer.snapshot();
  }

  /**
   * Returns the unit whose review is shown unless one is asked for: the lowest unit whose people
   * and itself have most signals, ties by id.
   *
   * @return the unit
   */
  public UnitId defaultUnit() {
    Organisation organisation = records.organisation();
    return organisation.units().stream()
        .filter(unit -> !organisation.members(unit, evidence.review()).isEmpty())
        .min(Comparator.comparingLong((UnitId unit) -> -signals(unit)).thenComparing(UnitId::value))
        .orElse(organisation.root());
  }

  private long signals(UnitId unit) {
    Organisation organisation = records.organisation();
    return board.signals().stream()
        .filter(
            signal ->
                signal.owner().equals(unit)
                    || (signal.owner() instanceof PersonId person
                        && organisation.members(unit, evidence.review()).contains(person)))
        .count();
  }

  /**
   * Returns the unit of an id or name.
   *
   * @param idOrName what was asked for
   * @return the unit
   * @throws ImportException if there is none, or several of that name, saying which there are
   */
  public UnitId unit(String idOrName) {
    return one(
        "tour.unit must be the id or name of one unit",
        idOrName,
        UnitId.class,
        records.organisation().units());
  }

  /**
   * Returns the person of an id or name.
   *
   * @param idOrName what was asked for
   * @return the person
   * @throws ImportException if there is none, or several of that name, saying which there are
   */
  public PersonId person(String idOrName) {
    return one(
        "person must be the id or name of one person",
        idOrName,
        PersonId.class,
        records.organisation().people());
  }

  private <T extends PartyId> T one(
      String rule, String idOrName, Class<T> kind, Collection<T> all) {
    List<T> found = new ArrayList<>();
    for (PartyId party : records.organisation().find(idOrName)) {
      if (kind.isInstance(party) && all.contains(party)) {
        found.add(kind.cast(party));
      }
    }
    if (found.size() != 1) {
      throw new ImportException(
          rule
              + ", but \""
              + idOrName
              + "\" is that of "
              + (found.isEmpty() ? "none of " + all : found));
    }
    return found.get(0);
  }

  /**
   * What was booked, with what stands behind it.
   *
   * @param amount the bookings
   * @param wins how many deals were won
   * @param rejected how many of all records were rejected on reading, and so could be missing
   */
  public record Booked(Measurement amount, long wins, long rejected) {

    /** Returns all of it, such as {@code "10,005,534 USD (4,238 won deals; 0 rejected)"}. */
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s (%,d won deals; %,d rejected)", amount, wins, rejected);
    }
  }

  /**
   * Returns what a person or unit booked.
   *
   * @param party the person or unit, as it was organised then
   * @param period a period that the evidence keeps
   * @return the bookings
   */
  public Booked booked(PartyId party, Period period) {
    Cube cube = evidence.asItWas();
    return new Booked(
        cube.measurement(party, StandardMetrics.BOOKINGS, period),
        cube.sum(party, StandardMetrics.WINS, period).unscaledAt(0),
        records.rejects().size());
  }

  /**
   * Writes the review of a unit.
   *
   * @param unit the unit
   * @return the review
   */
  public WeeklyReview review(UnitId unit) {
    return WeeklyReview.of(source(), unit);
  }

  /**
   * Writes the review of a unit in as many lines as it takes.
   *
   * @param unit the unit
   * @return the review
   */
  public WeeklyReview reviewInFull(UnitId unit) {
    return WeeklyReview.inFull(source(), unit);
  }

  /**
   * Returns what reviews are written from.
   *
   * @return evidence, plans, signals, commitments and the health of the data
   */
  public ReviewSource source() {
    return ReviewSource.builder()
        .evidence(evidence)
        .planner(planner)
        .board(board)
        .commitments(commitments())
        .agreements(records.arrangements().map(Arrangements::agreements).orElse(Agreements.NONE))
        .overrides(records.arrangements().map(Arrangements::overrides).orElse(Overrides.NONE))
        .clarity(records.arrangements().map(this::clarity))
        .stages(stages)
        .hindsight(hindsight)
        .health(healthLines())
        .falseAlarmsPerLook(falseAlarmsPerLook)
        .build();
  }

  private Commitments commitments() {
    Measuring measuring = Measuring.of(ledger, FiscalCalendar.calendarYear());
    Commitments all = Commitments.of(records.commitments());
    for (Miss miss : records.arrangements().map(Arrangements::misses).orElse(List.of())) {
      long done =
          measuring
              .measure(miss.metric(), List.of(miss.person()), miss.week())
              .value(0)
              .map(BigDecimal::longValueExact)
              .orElse(0L);
      all = all.explained(miss, done);
    }
    return all;
  }

  private ClarityReport clarity(Arrangements arrangements) {
    Roster roster = arrangements.roster();
    ClaritySheet.Builder sheet =
        ClaritySheet.builder()
            .catalog(
                StandardMetrics.fullCatalog(records.currency(), records.moneyScale())
                    .with(StageData.catalog(records).metric(PracticeMetrics.ADVANCES)))
            .goals(arrangements.goals())
            .targets(arrangements.targets())
            .agreements(arrangements.agreements())
            .commitments(commitments())
            .effort(arrangements.effort())
            .hours(roster::hours);
    for (Person person : roster.people()) {
      roster
          .role(person.id(), evidence.review())
          .ifPresent(
              role ->
                  sheet.putFollowed(
                      person.id(),
                      role.metrics().stream().map(MetricWeight::metric).collect(toSet())));
    }
    return ClarityReview.withDefaults().review(sheet.build(), evidence.review());
  }

  private List<String> healthLines() {
    return List.of(
        records.title()
            + String.format(
                Locale.ROOT,
                ": %,d records offered = %,d accepted + %,d rejected; to %s",
                records.offered(),
                records.accepted(),
                records.rejects().size(),
                records.asOf()),
        health.toString());
  }

  /** Returns what was analysed on one line. */
  @Override
  public String toString() {
    return records + "; " + board.signals().size() + " signals";
  }
}
