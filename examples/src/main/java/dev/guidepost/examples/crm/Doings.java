package dev.guidepost.examples.crm;

import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.agreement.Commitments;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.ActivityOutcome;
import dev.guidepost.core.record.History;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people did and what they agreed to do, if an export has it. */
final class Doings {

  private static final FiscalCalendar WEEKS = FiscalCalendar.calendarYear();

  /** What is agreed as one. */
  private record Agreed(PersonId person, Period week) {}

  private Doings() {}

  /**
   * Reads the activities.
   *
   * @param files the export
   * @param people takes note of who did something
   * @return the activities in the order of the file
   */
  static List<Activity> activities(CsvFiles files, People people) {
    List<Activity> activities = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Mapping mapping = files.mapping();
    files.read(
        Key.ACTIVITIES,
        row -> {
          String id = row.text(Key.ACTIVITY_ID).orElse(row.file() + ":" + row.line());
          PersonId person = row.need(Key.ACTIVITY_PERSON, PersonId::of);
          MetricId metric = row.need(Key.ACTIVITY_KIND, mapping::kind).id();
          LocalDate on = row.need(Key.ACTIVITY_DATE, mapping::date);
          int count = row.count(Key.ACTIVITY_COUNT).orElse(1);
          var deal = row.as(Key.ACTIVITY_DEAL, DealId::of);
          var coach = row.as(Key.ACTIVITY_COACH, PersonId::of);
          if (coach.equals(Optional.of(person))) {
            throw row.refusal(Key.ACTIVITY_COACH, "must be somebody else than who led it");
          }
          var outcome = row.as(Key.ACTIVITY_OUTCOME, ActivityOutcome::parse);
          if (!ids.add(id)) {
            throw row.refusal(Key.ACTIVITY_ID, "must be unique, but stands here again");
          }
          activities.add(
              Activity.builder()
                  .id(id)
                  .person(people.mention(person))
                  .metric(metric)
                  .on(on)
                  .count(count)
                  .deal(deal)
                  .coaches(coach.map(people::mention).stream().toList())
                  .outcomes(outcome.map(History::of).orElseGet(History::none))
                  .build());
        });
    return activities;
  }

  /**
   * Reads the commitments.
   *
   * @param files the export
   * @param people takes note of who agreed
   * @return the commitments in the order of the file
   */
  static List<Commitment> commitments(CsvFiles files, People people) {
    List<Commitment> commitments = new ArrayList<>();
    Map<Agreed, List<Commitment>> weeks = new HashMap<>();
    Mapping mapping = files.mapping();
    files.read(
        Key.COMMITMENTS,
        row -> {
          PersonId person = row.need(Key.COMMITMENT_PERSON, PersonId::of);
          PersonId with = row.need(Key.COMMITMENT_WITH, PersonId::of);
          if (with.equals(person)) {
            throw row.refusal(Key.COMMITMENT_WITH, "must be somebody else");
          }
          Metric committed = row.need(Key.COMMITMENT_METRIC, mapping::metric);
          if (!(committed.aggregation() instanceof Aggregation.Sum)
              || !(committed.unit() instanceof UnitOfMeasure.Count)) {
            throw row.refusal(Key.COMMITMENT_METRIC, "must be a metric that is counted");
          }
          MetricId metric = committed.id();
          Period week = WEEKS.period(Grain.WEEK, row.need(Key.COMMITMENT_WEEK, mapping::date));
          var count = row.count(Key.COMMITMENT_COUNT);
          if (count.isEmpty()) {
            throw row.refusal(Key.COMMITMENT_COUNT, "must not be blank");
          }
          LocalDate agreedOn = row.need(Key.COMMITMENT_AGREED, mapping::date);
          if (!agreedOn.isBefore(week.end())) {
            throw row.refusal(Key.COMMITMENT_AGREED, "must not be after " + week.lastDay());
          }
          List<Commitment> before =
              weeks.computeIfAbsent(new Agreed(person, week), key -> new ArrayList<>());
          requireOne(row, before, metric, with, agreedOn);
          Commitment commitment =
              Commitment.builder()
                  .person(people.mention(person))
                  .agreedWith(people.mention(with))
                  .metric(metric)
                  .week(week)
                  .count(count.get())
                  .agreedOn(agreedOn)
                  .build();
          before.add(commitment);
          commitments.add(commitment);
        });
    return commitments;
  }

  /** A week is agreed once, with one person and on one day, for a few metrics. */
  private static void requireOne(
      Row row, List<Commitment> before, MetricId metric, PersonId with, LocalDate agreedOn)
      throws Refusal {
    for (Commitment other : before) {
      if (other.metric().equals(metric)) {
        throw row.refusal(
            Key.COMMITMENT_PERSON, "must commit to a metric once a week, but does again");
      }
      if (!other.agreedWith().equals(with)) {
        throw row.refusal(
            Key.COMMITMENT_WITH,
            "must agree on a week with one, but did with " + other.agreedWith());
      }
      if (!other.agreedOn().equals(agreedOn)) {
        throw row.refusal(
            Key.COMMITMENT_AGREED, "must agree on a week once, but did on " + other.agreedOn());
      }
    }
    if (before.size() >= Commitments.MOST) {
      throw row.refusal(
          Key.COMMITMENT_PERSON,
          "must commit to at most " + Commitments.MOST + " metrics a week, but does to more");
    }
  }
}
