package dev.guidepost.examples.calibration;

import dev.guidepost.core.control.ControlChart;
import dev.guidepost.core.control.Rule;
import dev.guidepost.core.control.Signal;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.stat.FalseAlarms;
import dev.guidepost.core.time.Period;
import dev.guidepost.examples.company.CompanySpec;
import dev.guidepost.examples.company.Creation;
import dev.guidepost.examples.company.Future;
import dev.guidepost.examples.company.Futures;
import dev.guidepost.examples.company.GeneratedCompany;
import dev.guidepost.examples.company.Planted;
import dev.guidepost.examples.tour.Analysis;
import dev.guidepost.rollup.control.ControlTree;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.outlook.Chances;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.PlanLine;
import dev.guidepost.targets.rates.PersonalRate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One generated company, held against its truth. */
final class Trial {

  /** From so many days of records on, the season of the quarter is learned. */
  private static final int SEASON_DAYS = 270;

  private final GeneratedCompany company;
  private final Analysis analysis;
  private final Evidence evidence;
  private final int futures;
  private final long seed;

  Trial(CompanySpec spec, int futures) {
    this.company = GeneratedCompany.generate(spec);
    this.analysis = Analysis.of(company.records());
    this.evidence = analysis.evidence();
    this.futures = futures;
    this.seed = spec.seed();
  }

  void count(Tally tally) {
    yields(tally);
    if (futures > 0) {
      plans(tally);
    }
    signals(tally);
  }

  private void yields(Tally tally) {
    if (evidence.cohort().isEmpty() || evidence.curve().isEmpty()) {
      return;
    }
    Period cohort = evidence.cohort().get();
    for (PersonId person : company.truth().sellers()) {
      Optional<PersonalRate> rate = evidence.yields().flatMap(rates -> rates.of(person));
      if (rate.isPresent()) {
        int age = evidence.curve().get().staleAge();
        long own = rate.get().estimate().trials();
        double truth =
            own == 0
                ? company.truth().chanceToWinWithin(person, age)
                : company.truth().chanceToWinWithin(person, cohort, age);
        tally.interval(
            own,
            rate.get().mean(),
            rate.get().estimate().low(),
            rate.get().estimate().high(),
            truth);
      }
    }
  }

  private void plans(Tally tally) {
    Map<PersonId, Plan> plans = new LinkedHashMap<>();
    Map<PersonId, Map<LocalDate, Integer>> weekly = new HashMap<>();
    for (PersonId person : company.truth().sellers()) {
      if (evidence.creation(person).isPresent()) {
        Plan plan = analysis.planner().plan(person);
        plans.put(person, plan);
        weekly.put(person, created(plan));
      }
    }
    Map<PersonId, Reached> reached = simulate(plans, new Creation.Plan(weekly), tally, tally);
    Map<PersonId, Reached> without = simulate(plans, new Creation.Nothing(), null, tally);
    newDeals(plans, reached, without, tally);
    plans.forEach(
        (person, plan) -> {
          Reached planned = reached.get(person);
          Reached nothing = without.get(person);
          if (plan.chances().isPresent() && planned != null && nothing != null) {
            Chances chances = plan.chances().get();
            tally.plan(
                chances.nothingNew(),
                (double) nothing.times / futures,
                chances.withPlan(),
                (double) planned.times / futures);
          }
        });
  }

  private Map<LocalDate, Integer> created(Plan plan) {
    Map<LocalDate, Integer> weeks = new HashMap<>();
    for (PlanLine line : plan.lines()) {
      boolean counts = line.kind() == PlanLine.Kind.CREATE || line.kind() == PlanLine.Kind.SEED;
      if (counts && line.weekStart().isBefore(evidence.period().end())) {
        weeks.merge(line.weekStart(), Math.toIntExact(line.count()), Integer::sum);
      }
    }
    return weeks;
  }

  /** How often a person reached the goal, and what was booked on average. */
  private static final class Reached {
    private int times;
    private double bookings;
  }

  /** Holds what plans expect of new deals, over all who have a goal, against what they bring. */
  private void newDeals(
      Map<PersonId, Plan> plans,
      Map<PersonId, Reached> reached,
      Map<PersonId, Reached> without,
      Tally tally) {
    double forecast = 0;
    double truth = 0;
    for (Map.Entry<PersonId, Plan> plan : plans.entrySet()) {
      Reached planned = reached.get(plan.getKey());
      Reached nothing = without.get(plan.getKey());
      if (plan.getValue().why().isPresent() && planned != null && nothing != null) {
        for (Explanation.Part part : plan.getValue().why().get().parts()) {
          forecast += part.label().equals("to create") ? part.amount().toDouble() : 0;
        }
        truth += planned.bookings - nothing.bookings;
      }
    }
    if (truth > 0) {
      boolean season =
          ChronoUnit.DAYS.between(company.records().observedFrom(), company.records().asOf())
              >= SEASON_DAYS;
      tally.created(season, forecast, truth);
    }
  }

  /** How often each person reaches the goal; with a tally also how often the company does. */
  private Map<PersonId, Reached> simulate(
      Map<PersonId, Plan> plans, Creation creation, @Nullable Tally tally, Tally nothing) {
    Futures drawn = company.futures(evidence.period().lastDay(), creation);
    SplittableRandom random = new SplittableRandom(seed);
    Map<PersonId, Reached> reached = new HashMap<>();
    Optional<Target> goal = analysis.planner().goals().of(evidence.organisation().root());
    int company = 0;
    double sum = 0;
    for (int i = 0; i < futures; i++) {
      Future future = drawn.draw(random);
      plans.forEach(
          (person, plan) -> {
            if (plan.target().isPresent() && future.bookings().containsKey(person)) {
              Quantity total = won(person).plus(future.bookings().get(person));
              Reached own = reached.computeIfAbsent(person, key -> new Reached());
              own.times += total.compareTo(plan.target().get().amount()) >= 0 ? 1 : 0;
              own.bookings += future.bookings().get(person).toDouble() / futures;
            }
          });
      sum += future.totalBookings().toDouble() / futures;
      if (goal.isPresent()) {
        Quantity total = won(evidence.organisation().root()).plus(future.totalBookings());
        company += total.compareTo(goal.get().amount()) >= 0 ? 1 : 0;
      }
    }
    if (creation instanceof Creation.Nothing) {
      double truth = sum;
      analysis
          .planner()
          .outlook(evidence.organisation().root())
          .ifPresent(outlook -> nothing.expected(outlook.live().toDouble(), truth));
    }
    if (tally != null && goal.isPresent()) {
      double truth = (double) company / futures;
      analysis
          .planner()
          .outlook(evidence.organisation().root())
          .flatMap(outlook -> outlook.chances())
          .ifPresent(chances -> tally.company(chances.withPlan(), truth));
    }
    return reached;
  }

  private Quantity won(PartyId party) {
    return evidence.today().sum(party, StandardMetrics.BOOKINGS, evidence.period());
  }

  private void signals(Tally tally) {
    Set<PartyId> owners = new HashSet<>();
    List<Signal> signals = analysis.board().signals();
    for (Planted planted : company.truth().planted()) {
      owners.add(planted.owner());
      if (planted.kind() != Planted.Kind.WELL_DONE) {
        tally.planted(
            planted.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            signals.stream()
                .anyMatch(
                    signal ->
                        signal.owner().equals(planted.owner())
                            && planted.moves().contains(signal.metric())));
      }
    }
    for (ControlTree tree : analysis.board().trees()) {
      double rate =
          FalseAlarms.simulate(
                  tree.baseline(), ControlTree.LOOK_WEEKS, 4_000, new SplittableRandom(seed))
              .runShare();
      tree.charts()
          .forEach(
              (party, chart) -> {
                if (party instanceof PersonId
                    && !owners.contains(party)
                    && chart instanceof ControlChart charted) {
                  tally.chart(charted.violation().isPresent(), rate);
                }
              });
    }
    for (PersonId person : evidence.people()) {
      if (!owners.contains(person) && evidence.conversions().isPresent()) {
        tally.conversion(
            signals.stream()
                .anyMatch(
                    signal -> signal.owner().equals(person) && signal.rule() == Rule.EXACT_TAIL));
      }
    }
  }
}
