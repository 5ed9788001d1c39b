package dev.guidepost.core.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.goal.Sample;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Random walks over weeks: what is illegal is refused, and no week touches another. */
class CommitmentsProperties {
  private static final List<Period> WEEKS =
      List.of(Sample.period("2026-W45"), Sample.period("2026-W46"));
  private static final List<MetricId> METRICS =
      List.of(
          StandardMetrics.CALLS,
          StandardMetrics.MEETINGS,
          StandardMetrics.OPPORTUNITIES,
          StandardMetrics.WINS);

  record Move(boolean agrees, PersonId person, int metric, int week, int day, int number) {}

  @Provide
  Arbitrary<Move> moves() {
    return Combinators.combine(
            Arbitraries.of(true, true, false),
            Arbitraries.of(Sample.ANA, Sample.BEN),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 1),
            Arbitraries.integers().between(0, 16),
            Arbitraries.integers().between(-1, 4))
        .as(Move::new);
  }

  @Property
  void rejectsEveryIllegalStepAndPilesNothingUp(
      @ForAll @Size(max = 40) List<@From("moves") Move> walk) {
    Commitments all = Commitments.NONE;
    List<Commitment> agreed = new ArrayList<>();
    Set<List<Object>> told = new HashSet<>();
    for (Move move : walk) {
      Period week = WEEKS.get(move.week());
      MetricId metric = METRICS.get(move.metric());
      LocalDate day = WEEKS.get(0).start().plusDays(move.day());
      List<Commitment> mine =
          agreed.stream()
              .filter(one -> one.person().equals(move.person()) && one.week().equals(week))
              .toList();
      Commitments before = all;
      if (move.agrees()) {
        boolean legal =
            move.number() >= 1
                && day.isBefore(week.end())
                && mine.size() < 3
                && mine.stream()
                    .allMatch(one -> one.agreedOn().equals(day) && !one.metric().equals(metric));
        if (legal) {
          Commitment commitment =
              new Commitment(move.person(), Sample.DANA, metric, week, move.number(), day);
          all = before.with(commitment);
          agreed.add(commitment);
        } else {
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  before.with(
                      new Commitment(
                          move.person(), Sample.DANA, metric, week, move.number(), day)));
        }
      } else {
        List<Object> key = List.of(move.person(), metric, week);
        boolean legal =
            !day.isBefore(week.end())
                && move.number() >= 0
                && !told.contains(key)
                && mine.stream()
                    .anyMatch(one -> one.metric().equals(metric) && one.count() > move.number());
        if (legal) {
          all = before.explained(miss(move.person(), metric, week, day), move.number());
          told.add(key);
        } else {
          assertThrows(
              IllegalArgumentException.class,
              () -> before.explained(miss(move.person(), metric, week, day), move.number()));
        }
      }
    }
    assertEquals(all, Commitments.of(all.state()));
    // What is asked of a week is what was agreed for it, whatever became of the week before.
    for (PersonId person : List.of(Sample.ANA, Sample.BEN)) {
      for (Period week : WEEKS) {
        List<Commitment> mine =
            agreed.stream()
                .filter(one -> one.person().equals(person) && one.week().equals(week))
                .toList();
        assertEquals(mine, all.of(person, week));
        assertEquals(
            mine.stream().map(one -> "0/" + one.count()).toList(),
            all.results(person, week, one -> 0).stream()
                .map(result -> result.done() + "/" + result.commitment().count())
                .toList());
      }
    }
  }

  /** Whatever day weeks start on, and in whatever order they come. */
  @Property
  void atMostThreeOnAnyDay(@ForAll @Size(max = 40) List<@From("moves") Move> walk) {
    Commitments all = Commitments.NONE;
    LocalDate start = WEEKS.get(0).start();
    for (Move move : walk) {
      LocalDate first = start.plusDays(move.day());
      Period week = new Period(Grain.WEEK, first, first.plusDays(7), "from " + first);
      Commitment commitment =
          new Commitment(move.person(), Sample.DANA, METRICS.get(move.metric()), week, 1, start);
      try {
        all = all.with(commitment);
      } catch (IllegalArgumentException refused) {
        assertTrue(refused.getMessage().contains(" must "), refused.getMessage());
      }
    }
    for (int day = 0; day < 24; day++) {
      LocalDate on = start.plusDays(day);
      for (PersonId person : List.of(Sample.ANA, Sample.BEN)) {
        long carried = all.current(on).stream().filter(one -> one.person().equals(person)).count();
        assertTrue(carried <= 3, carried + " of " + person + " on " + on);
      }
    }
    assertEquals(all, Commitments.of(all.state()));
  }

  private static Miss miss(PersonId person, MetricId metric, Period week, LocalDate day) {
    return new Miss(person, metric, week, Miss.Reason.LEADS, "", day);
  }
}
