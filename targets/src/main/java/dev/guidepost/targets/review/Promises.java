package dev.guidepost.targets.review;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.guidepost.core.agreement.Agreement;
import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.agreement.Commitments;
import dev.guidepost.core.agreement.Terms;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.measure.Measuring;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.targets.evidence.Evidence;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What the people of a unit promised each other: kept or not, and what is still owed, as known on
 * the day of the review.
 */
final class Promises {

  private static final int DAYS = 7;

  private final ReviewSource source;
  private final Evidence evidence;
  private final UnitId unit;
  private final List<PersonId> people;
  private final Names names;
  private final Commitments commitments;
  private final ImmutableListMultimap<PersonId, Commitment> lastWeek;

  Promises(ReviewSource source, UnitId unit, List<PersonId> people) {
    this.source = source;
    this.evidence = source.evidence();
    this.unit = unit;
    this.people = people;
    this.names = new Names(evidence.organisation(), people);
    this.commitments = source.commitments().asOf(evidence.review());
    this.lastWeek =
        commitments.all().stream()
            .filter(commitment -> lastWeek(commitment.week()))
            .collect(ImmutableListMultimap.toImmutableListMultimap(Commitment::person, one -> one));
  }

  /**
   * Whether a week is the one before the review, on whatever day of the week it starts, and what
   * was done in it is known.
   */
  private boolean lastWeek(Period week) {
    LocalDate review = evidence.review();
    LocalDate next = evidence.asOf().plusDays(1);
    return !week.end().isAfter(review)
        && week.end().isAfter(review.minusDays(DAYS))
        && !week.start().isBefore(evidence.windows().allDays().start())
        && (!week.end().isAfter(next)
            || evidence
                    .availability()
                    .workingDays()
                    .count(evidence.availability().place(), next, week.end())
                == 0);
  }

  /** What a person committed to for the last week. */
  List<Commitment> agreed(PersonId person) {
    return lastWeek.get(person);
  }

  /** What people committed to for the last week and cannot be counted. */
  List<Commitment> uncounted() {
    return people.stream()
        .flatMap(person -> agreed(person).stream())
        .filter(commitment -> !counted(commitment))
        .collect(ImmutableList.toImmutableList());
  }

  /** A result, a rate or a snapshot is not done, and what the catalog lacks nobody knows. */
  boolean counted(Commitment commitment) {
    return evidence
        .today()
        .ledger()
        .catalog()
        .find(commitment.metric())
        .filter(metric -> metric.metricClass() != MetricClass.RESULT)
        .map(Metric::aggregation)
        .filter(how -> how instanceof Aggregation.Sum || how instanceof Aggregation.Distinct)
        .isPresent();
  }

  boolean silent(PersonId person) {
    return source.board().status(person).reason().equals(SignalBoard.NO_ACTIVITY);
  }

  /** An activity of somebody whose records stopped: nobody knows; of deals there are records. */
  boolean unknown(Commitment commitment) {
    return evidence
            .today()
            .ledger()
            .catalog()
            .find(commitment.metric())
            .filter(metric -> metric.metricClass() == MetricClass.ACTIVITY)
            .isPresent()
        && silent(commitment.person());
  }

  /** What became of a person's last week, as far as anybody knows. */
  List<Commitments.Result> results(PersonId person) {
    return agreed(person).stream()
        .filter(this::counted)
        .filter(commitment -> !unknown(commitment))
        .map(commitment -> commitments.result(commitment, done(commitment)))
        .toList();
  }

  /** In how many weeks in a row, up to the last, a person kept all that was agreed and counts. */
  int streak(PersonId person) {
    NavigableMap<LocalDate, Boolean> kept = new TreeMap<>(Comparator.reverseOrder());
    for (Commitment commitment : commitments.all()) {
      if (commitment.person().equals(person)
          && counted(commitment)
          && !commitment.week().end().isAfter(evidence.review())
          && !commitment.week().start().isBefore(evidence.windows().allDays().start())) {
        boolean met = commitments.result(commitment, done(commitment)).kept();
        kept.merge(commitment.week().start(), met, Boolean::logicalAnd);
      }
    }
    int weeks = 0;
    for (Map.Entry<LocalDate, Boolean> week : kept.entrySet()) {
      LocalDate expected = evidence.review().minusWeeks(weeks + 1L);
      if (!week.getValue() || !week.getKey().equals(expected)) {
        break;
      }
      weeks++;
    }
    return weeks;
  }

  /** How many were done, in whole numbers; a week that the cube does not keep is counted anew. */
  private long done(Commitment commitment) {
    Cube cube = evidence.today();
    Measurement measured =
        cube.periods().contains(commitment.week())
            ? cube.measurement(commitment.person(), commitment.metric(), commitment.week())
            : Measuring.of(cube.ledger(), FiscalCalendar.calendarYear())
                .measure(commitment.metric(), List.of(commitment.person()), commitment.week());
    return measured
        .exact()
        .map(value -> Math.max(0, value.round(0, RoundingMode.DOWN).longValueExact()))
        .orElse(0L);
  }

  /** What became of everybody's last week, by name. */
  List<Commitments.Result> results() {
    return people.stream()
        .flatMap(person -> results(person).stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** Answers, reasons and work that are owed on the day of the review. */
  List<Owed> owed() {
    List<Owed> owed = new ArrayList<>();
    for (Agreement trail : source.agreements().asOf(evidence.review()).all()) {
      if (concerns(trail)) {
        trail.waitingFor().ifPresent(who -> owed.add(answer(trail, who)));
      }
    }
    for (Commitments.Result result : results()) {
      if (!result.kept() && result.miss().isEmpty()) {
        Commitment missed = result.commitment();
        owed.add(
            new Owed(
                missed.person(),
                Owed.Kind.REASON,
                missed.agreedWith(),
                result + " " + missed.metric(),
                missed.week().end()));
      }
    }
    for (Commitment commitment : commitments.current(evidence.review())) {
      if (people.contains(commitment.person())) {
        owed.add(
            new Owed(
                commitment.person(),
                Owed.Kind.WORK,
                commitment.agreedWith(),
                commitment.count() + " " + commitment.metric(),
                commitment.agreedOn()));
      }
    }
    Collections.sort(owed);
    return ImmutableList.copyOf(owed);
  }

  private Owed answer(Agreement trail, PersonId who) {
    Agreement.Step last = trail.steps().get(trail.steps().size() - 1);
    return new Owed(
        who,
        Owed.Kind.ANSWER,
        last.by(),
        subject(trail, who) + ": " + trail.terms() + " (" + last.why() + ")",
        last.on());
  }

  private String subject(Agreement trail, PersonId who) {
    Terms.Subject subject = trail.terms().subject();
    String what = "metrics";
    if (subject instanceof Terms.OfTarget target) {
      Target.Key key = target.key();
      what = key.metric() + (key.scope().isEmpty() ? "" : " " + key.scope());
    } else if (subject instanceof Terms.OfWeek) {
      what = "week";
    }
    PartyId owner = subject.owner();
    return what
        + " "
        + subject.period().label()
        + (owner.equals(who) ? "" : " of " + names.of(owner));
  }

  private boolean concerns(Agreement trail) {
    return people.contains(trail.one())
        || people.contains(trail.other())
        || within(trail.terms().subject().owner());
  }

  /** Whether a party is one of the people, the unit, or a unit below it. */
  boolean within(PartyId party) {
    if (party instanceof PersonId person) {
      return people.contains(person);
    }
    return evidence.organisation().contains(party)
        && evidence.organisation().path((UnitId) party, evidence.review()).contains(unit);
  }

  Names names() {
    return names;
  }
}
