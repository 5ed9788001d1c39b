package dev.guidepost.examples.bench;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * One case: candidates that do the same to the same data, and take turns.
 *
 * <p>First the whole result of each is compared, which also warms it up. Then they take turns until
 * the time is over; each has an equal part of it, so that those that are fast have more rounds, and
 * none has fewer than three, or one if there is no time at all.
 */
final class Contest {

  /** What the names of candidates start with that are the library, and that are DuckDB. */
  static final String LIBRARY = "library";

  static final String DUCK = "DuckDB";

  private static final int LEAST_ROUNDS = 3;
  private static final int MOST_ROUNDS = 41;
  private static final int WARM_RUNS = 40;
  private static final double WARM_SECONDS = 1;
  private static final double SLOW_SECONDS = 8;

  private final String name;
  private final int size;
  private final double seconds;
  private final Options options;
  private final List<Candidate> candidates = new ArrayList<>();
  private String floor = "";

  /** One who takes part. */
  private static final class Candidate {
    private final String name;
    private final int threads;
    private final DoubleSupplier round;
    private final Runnable check;
    private final ImmutableList<Goal> goals;
    private final List<Double> rounds = new ArrayList<>();
    private double spent;
    private boolean warm;

    Candidate(
        String name, int threads, DoubleSupplier round, Runnable check, ImmutableList<Goal> goals) {
      this.name = name;
      this.threads = threads;
      this.round = round;
      this.check = check;
      this.goals = goals;
    }

    void play(boolean counts) {
      long start = System.nanoTime();
      double figure = round.getAsDouble();
      if (counts) {
        rounds.add(figure);
      }
      spent += (System.nanoTime() - start) / 1e9;
    }

    /** Compares, and plays without counting for some time; who is slow was warmed by comparing. */
    void warmUp(double seconds) {
      long start = System.nanoTime();
      check.run();
      boolean slow = (System.nanoTime() - start) / 1e9 > SLOW_SECONDS;
      for (int i = 0; i < WARM_RUNS && !warm && !slow && spent < seconds; i++) {
        play(false);
      }
      spent = 0;
    }

    boolean plays(double share) {
      int played = rounds.size();
      int least = share == 0 ? 1 : LEAST_ROUNDS;
      return played < least || (played < MOST_ROUNDS && spent + spent / played <= share);
    }

    double median() {
      return Figure.quantile(rounds, 0.5);
    }
  }

  /**
   * Creates a case without candidates.
   *
   * @param name what it is called
   * @param size how many facts there are
   * @param share which part of all the time it takes
   */
  Contest(String name, int size, double share, Options options) {
    this.name = name;
    this.size = size;
    this.seconds = share * options.seconds();
    this.options = options;
  }

  /** Names the candidate that others are divided by. */
  Contest floor(String candidate) {
    floor = candidate;
    return this;
  }

  /**
   * Adds a candidate that is timed as a whole.
   *
   * @param units by how many its time is divided
   * @param work does it
   * @param check compares the result, outside of the time measured
   */
  <T> void add(
      String candidate,
      int threads,
      long units,
      Supplier<T> work,
      Consumer<T> check,
      Goal... goals) {
    addTimed(
        candidate,
        threads,
        () -> {
          long start = System.nanoTime();
          T made = work.get();
          long nanos = System.nanoTime() - start;
          if (made == null) {
            throw new IllegalStateException(candidate + " must make something, but did not");
          }
          return nanos / (double) units;
        },
        () -> check.accept(work.get()),
        goals);
  }

  /** Adds a candidate that measures itself. */
  void addTimed(
      String candidate, int threads, DoubleSupplier round, Runnable check, Goal... goals) {
    // Goals are of large sizes; of few facts most of the time is that of the cells.
    ImmutableList<Goal> held =
        size < Options.ENOUGH ? ImmutableList.of() : ImmutableList.copyOf(goals);
    candidates.add(new Candidate(candidate, threads, round, check, held));
  }

  /** Adds a candidate whose figure is bytes: it has nothing to warm up. */
  void addWeighed(String candidate, int threads, DoubleSupplier round, Goal... goals) {
    addTimed(candidate, threads, round, () -> {}, goals);
    candidates.get(candidates.size() - 1).warm = true;
  }

  /** Compares, measures, and returns the figures. */
  List<Figure> run() {
    long start = System.nanoTime();
    double share = seconds / candidates.size();
    candidates.forEach(candidate -> candidate.warmUp(Math.min(WARM_SECONDS, share / 4)));
    for (boolean goesOn = true; goesOn; ) {
      goesOn = false;
      for (Candidate candidate : candidates) {
        if (candidate.plays(share)) {
          candidate.play(true);
          goesOn = true;
        }
      }
    }
    List<Figure> figures = candidates.stream().map(this::figure).toList();
    System.out.printf(
        Locale.ROOT,
        "%n%s, %,d facts: %.0f s with comparing%n",
        name,
        size,
        (System.nanoTime() - start) / 1e9);
    figures.forEach(System.out::print);
    profile(figures);
    return figures;
  }

  private Figure figure(Candidate candidate) {
    List<String> verdicts = new ArrayList<>();
    for (Goal goal : candidate.goals) {
      verdicts.add(goal.verdict(times(candidate, goal)));
    }
    return new Figure(
        name,
        candidate.name,
        size,
        candidate.threads,
        ImmutableList.copyOf(candidate.rounds),
        floor(candidate.threads),
        median(DUCK, 0),
        candidate.goals,
        ImmutableList.copyOf(verdicts));
  }

  /** Returns how many times a candidate is what a goal holds it against. */
  private double times(Candidate candidate, Goal goal) {
    double own = candidate.median();
    return switch (goal.kind()) {
      case AMOUNT -> own;
      case FLOOR -> own / floor(candidate.threads).orElseThrow();
      case DUCK -> median(goal.other().isEmpty() ? DUCK : goal.other(), 0).orElseThrow() / own;
      case OTHER -> own / median(goal.other(), candidate.threads).orElseThrow();
    };
  }

  /** Returns the floor on as many threads, or, where none has as many, on any. */
  private OptionalDouble floor(int threads) {
    OptionalDouble same = median(floor, threads);
    return same.isPresent() ? same : median(floor, 0);
  }

  /** Returns the least median of those with a name, or whose name starts so, on some threads. */
  private OptionalDouble median(String start, int threads) {
    return candidates.stream()
        .filter(candidate -> !start.isEmpty() && candidate.name.startsWith(start))
        .filter(candidate -> threads == 0 || candidate.threads == threads)
        .mapToDouble(Candidate::median)
        .min();
  }

  /** Says where the time of those goes that missed a goal. */
  private void profile(List<Figure> figures) {
    for (int i = 0; i < figures.size() && options.profile(); i++) {
      if (figures.get(i).missed() && figures.get(i).candidate().startsWith(LIBRARY)) {
        System.out.println("hottest of " + figures.get(i).candidate());
        Profile.of(candidates.get(i).round).forEach(System.out::println);
      }
    }
  }

  @Override
  public String toString() {
    return name + Arrays.toString(candidates.stream().map(each -> each.name).toArray());
  }
}
