package dev.guidepost.targets.review;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.agreement.Agreement;
import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.agreement.Commitments;
import dev.guidepost.core.agreement.Terms;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.plan.Evidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What the people of a unit promised each other: kept or not, and what is still owed. */
final class Promises {

  private final ReviewSource source;
  private final Evidence evidence;
  private final UnitId unit;
  private final List<PersonId> people;
  private final Names names;

  Promises(ReviewSource source, UnitId unit, List<PersonId> people) {
    this.source = source;
    this.evidence = source.evidence();
    this.unit = unit;
    this.people = people;
    this.names = new Names(evidence.organisation(), people);
  }

  /** The week before the review. */
  private Optional<Period> lastWeek() {
    List<Period> weeks = evidence.weeks();
    return weeks.isEmpty() || !weeks.get(weeks.size() - 1).end().equals(evidence.review())
        ? Optional.empty()
        : Optional.of(weeks.get(weeks.size() - 1));
  }

  /** What a person committed to for the last week and can be counted. */
  List<Commitment> agreed(PersonId person) {
    return lastWeek().stream()
        .flatMap(week -> source.commitments().of(person, week).stream())
        .filter(this::counted)
        .toList();
  }

  /** What is not counted in whole numbers cannot be done in whole numbers. */
  private boolean counted(Commitment commitment) {
    return evidence
        .today()
        .ledger()
        .catalog()
        .find(commitment.metric())
        .filter(metric -> metric.aggregation() instanceof Aggregation.Sum && metric.scale() == 0)
        .isPresent();
  }

  boolean silent(PersonId person) {
    return source.board().status(person).reason().equals(SignalBoard.NO_ACTIVITY);
  }

  /** What became of a person's last week; nothing where records stopped, as nobody knows. */
  List<Commitments.Result> results(PersonId person) {
    return silent(person)
        ? List.of()
        : agreed(person).stream()
            .map(commitment -> source.commitments().result(commitment, done(commitment)))
            .toList();
  }

  private long done(Commitment commitment) {
    long sum =
        evidence
            .today()
            .sum(commitment.person(), commitment.metric(), commitment.week())
            .unscaledAt(0);
    return Math.max(0, sum);
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
    for (Commitment commitment : source.commitments().current(evidence.review())) {
      if (people.contains(commitment.person())
          && !commitment.agreedOn().isAfter(evidence.review())) {
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
    PartyId owner = owner(subject);
    return what
        + " "
        + subject.period().label()
        + (owner.equals(who) ? "" : " of " + names.of(owner));
  }

  private static PartyId owner(Terms.Subject subject) {
    if (subject instanceof Terms.OfTarget target) {
      return target.key().owner();
    }
    return subject instanceof Terms.OfMetrics metrics
        ? metrics.party()
        : ((Terms.OfWeek) subject).person();
  }

  private boolean concerns(Agreement trail) {
    return people.contains(trail.one())
        || people.contains(trail.other())
        || within(owner(trail.terms().subject()));
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
