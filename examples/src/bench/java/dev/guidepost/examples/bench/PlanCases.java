package dev.guidepost.examples.bench;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.examples.company.CompanySpec;
import dev.guidepost.examples.company.GeneratedCompany;
import dev.guidepost.examples.source.SalesRecords;
import dev.guidepost.examples.tour.Analysis;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.outlook.Chances;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.planning.Goals;
import dev.guidepost.targets.planning.PlanPaths;
import dev.guidepost.targets.planning.Planner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Plans, with intervals of money: stages off, as plans are by age; season, own sizes, peers and
 * five bands of the person's true yield on; no common shock. Three things are measured: the chance
 * of one plan and the search for what its goal takes, both also played out by chance with {@value
 * #PATHS} paths an attempt, and whole plans, with the search, intervals, lines and all options to
 * close the gap.
 */
final class PlanCases {

  private static final int PATHS = 10_000;
  private static final int MANY_PATHS = 2_000_000;
  private static final int MOST_PLANS = 10_000;
  private static final String ONE = "library, one plan";
  private static final String COMPUTED = "library";
  private static final String PLAYED = "10,000 paths an attempt";

  private final Options options;
  private final ExecutorService helper;
  private final Evidence evidence;
  private final Goals goals;
  private final List<PersonId> people = new ArrayList<>();

  PlanCases(ExecutorService helper, Options options) {
    this.options = options;
    this.helper = helper;
    SalesRecords records = GeneratedCompany.generate(CompanySpec.of(42)).records();
    Analysis analysis = Analysis.of(records);
    evidence = analysis.evidence();
    goals = analysis.planner().goals();
    for (PersonId person : evidence.people()) {
      Plan plan = analysis.planner().plan(person);
      if (plan.chances().map(Chances::withPlan).filter(PlanCases::open).isPresent()) {
        people.add(person);
      }
    }
  }

  /** Neither sure nor hopeless, so that errors can be seen. */
  private static boolean open(double chance) {
    return chance > .2 && chance < .8;
  }

  List<Figure> run() {
    PersonId person = people.get(0);
    Planner planner = planner();
    Plan plan = planner.plan(person);
    PlanPaths paths = new PlanPaths(evidence, planner, plan, Analysis.CONFIDENCE);
    double chance = plan.chances().orElseThrow().withPlan();
    int many = options.seconds() == 0 ? MANY_PATHS / 20 : MANY_PATHS;
    double truth = paths.chance(many, new SplittableRandom(1));
    double byPaths = paths.chance(PATHS, new SplittableRandom(2));
    double error = Math.sqrt(truth * (1 - truth) / PATHS);
    System.out.printf(
        Locale.ROOT,
        "%nplans: chance %.4f, by %,d paths %.4f; the library is off by %.4f, %,d paths by %.4f"
            + " and usually by %.4f%n",
        chance,
        many,
        truth,
        Math.abs(chance - truth),
        PATHS,
        Math.abs(byPaths - truth),
        error);
    // What many paths come to is itself off by a little.
    double doubt = 3 * Math.sqrt(truth * (1 - truth) / many);
    if (Math.abs(chance - truth) > error + doubt) {
      throw new IllegalStateException(
          "a plan must be off by less than "
              + PATHS
              + " paths are, but was by "
              + (chance - truth));
    }
    List<Figure> figures = new ArrayList<>();
    Goal hundred = Goal.of(PLAYED, .01);
    Contest value = contest("the chance of one plan").floor(PLAYED);
    value.add(
        COMPUTED, 1, 1, paths::chance, made -> require(Math.abs(made - chance) < 1e-9), hundred);
    value.add(
        PLAYED,
        1,
        1,
        () -> paths.chance(PATHS, new SplittableRandom(3)),
        made -> require(Math.abs(made - chance) < 6 * error));
    figures.addAll(value.run());
    double needed = paths.need().perWeek().orElseThrow();
    Contest search = contest("what the goal of one plan takes").floor(PLAYED);
    search.add(
        COMPUTED,
        1,
        1,
        () -> paths.need().perWeek().orElseThrow(),
        made -> require(made == needed),
        hundred);
    search.add(
        PLAYED,
        1,
        1,
        () -> paths.need(PATHS, 3).perWeek().orElseThrow(),
        made -> require(Math.abs(made - needed) < .05 * needed));
    figures.addAll(search.run());
    Contest contest = contest("plans").floor(ONE);
    contest.add(
        ONE,
        1,
        1,
        () -> planner().plan(person),
        made -> require(made.chances().orElseThrow().withPlan() == chance));
    int plans = options.seconds() == 0 ? people.size() : MOST_PLANS;
    for (int threads : new int[] {1, 2}) {
      contest.add(
          "library, " + String.format(Locale.ROOT, "%,d plans", plans),
          threads,
          plans,
          () -> all(plans, threads),
          made -> require(made == plans));
    }
    figures.addAll(contest.run());
    return figures;
  }

  private Contest contest(String name) {
    return new Contest(name, Options.ENOUGH, 0.03, options);
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("a plan must come out the same each time, but did not");
    }
  }

  private Planner planner() {
    return Planner.of(evidence, goals, Analysis.CONFIDENCE);
  }

  /** Plans for everybody, each time anew, until there are enough plans. */
  private Integer all(int plans, int threads) {
    int share = plans / threads;
    List<Future<Integer>> others = new ArrayList<>();
    for (int thread = 1; thread < threads; thread++) {
      others.add(helper.submit(() -> some(share)));
    }
    int made = some(plans - share * (threads - 1));
    for (Future<Integer> other : others) {
      try {
        made += other.get();
      } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
        throw new IllegalStateException("plans must be made, but were not", e);
      }
    }
    return made;
  }

  private int some(int plans) {
    int made = 0;
    while (made < plans) {
      Planner planner = planner();
      for (int i = 0; i < people.size() && made < plans; i++) {
        made += planner.plan(people.get(i)).lines().isEmpty() ? 0 : 1;
      }
    }
    return made;
  }
}
