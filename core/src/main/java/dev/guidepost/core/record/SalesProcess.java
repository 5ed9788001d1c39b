package dev.guidepost.core.record;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The stages through which deals go, and what the buyer must have done before a deal leaves one.
 *
 * <p>A process changes: each {@link Version} holds from a day on, until the next one does, and says
 * what became of the stages that it no longer has. Stages that a source recorded under an older
 * version are read as those of the newer one; nothing that was recorded is rewritten.
 *
 * <pre>{@code
 * SalesProcess process = SalesProcess.of("field", LocalDate.of(2026, 1, 1),
 *     Stage.open("Qualify", "names who decides"), Stage.open("Propose", "confirms the budget"),
 *     Stage.won("Won"), Stage.lost("Lost"));
 * Conformance report = process.conformance(deals, today);
 * }</pre>
 *
 * @param name what it is called
 * @param versions its versions, by the day from which each holds, at least one; unmodifiable
 */
public record SalesProcess(String name, List<Version> versions) {

  /**
   * A stage.
   *
   * @param name its name
   * @param outcome what a deal is while it is in it
   * @param exitEvent what the buyer does that can be confirmed, before a deal leaves it for a later
   *     one; empty if and only if a deal in it is closed
   */
  public record Stage(String name, Outcome outcome, String exitEvent) {
    /**
     * Creates a stage.
     *
     * @param name its name
     * @param outcome what a deal is while it is in it
     * @param exitEvent what the buyer does before a deal leaves it
     * @throws IllegalArgumentException if the name is blank, a stage of open deals has no exit
     *     event, or one of closed deals has
     */
    public Stage {
      if (name.isBlank()) {
        throw new IllegalArgumentException("stage must have a name, but it was blank");
      }
      if ((outcome == Outcome.OPEN) == exitEvent.isBlank()) {
        throw new IllegalArgumentException(
            "stage "
                + name
                + (outcome == Outcome.OPEN
                    ? " must have an exit event, but had none"
                    : " must not have an exit event, as it ends the deal, but had: " + exitEvent));
      }
    }

    /**
     * Returns a stage of open deals.
     *
     * @param name its name
     * @param exitEvent what the buyer does before a deal leaves it for a later one
     * @return the stage
     * @throws IllegalArgumentException if either is blank
     */
    public static Stage open(String name, String exitEvent) {
      return new Stage(name, Outcome.OPEN, exitEvent);
    }

    /**
     * Returns a stage of won deals.
     *
     * @param name its name
     * @return the stage
     * @throws IllegalArgumentException if the name is blank
     */
    public static Stage won(String name) {
      return new Stage(name, Outcome.WON, "");
    }

    /**
     * Returns a stage of lost deals.
     *
     * @param name its name
     * @return the stage
     * @throws IllegalArgumentException if the name is blank
     */
    public static Stage lost(String name) {
      return new Stage(name, Outcome.LOST, "");
    }
  }

  /**
   * The process from a day on.
   *
   * @param from the first day on which it holds
   * @param stages its stages, those of open deals in their order; unmodifiable
   * @param became what a stage of the version before became; unmodifiable
   */
  public record Version(LocalDate from, List<Stage> stages, SortedMap<String, String> became) {
    /**
     * Creates a version.
     *
     * @param from the first day on which it holds
     * @param stages its stages, those of open deals in their order
     * @param became what a stage of the version before became
     * @throws IllegalArgumentException if it lacks a stage of open or of won deals, has a name
     *     twice, or says of a stage that it has, or that it became one that it has not
     */
    public Version {
      Objects.requireNonNull(from, "from");
      stages = ImmutableList.copyOf(stages);
      became = ImmutableSortedMap.copyOf(became);
      Set<String> names = new HashSet<>();
      for (Stage stage : stages) {
        if (!names.add(stage.name())) {
          throw new IllegalArgumentException(
              "stages must have different names, but two were " + stage.name());
        }
      }
      for (Outcome needed : List.of(Outcome.OPEN, Outcome.WON)) {
        if (stages.stream().noneMatch(stage -> stage.outcome() == needed)) {
          throw new IllegalArgumentException(
              "process from "
                  + from
                  + " must have a stage of deals that are "
                  + needed
                  + ", but had none");
        }
      }
      became.forEach(
          (before, after) -> {
            if (names.contains(before) || !names.contains(after)) {
              throw new IllegalArgumentException(
                  "a stage that is no more must have become one of the new stages, but "
                      + before
                      + " was said to have become "
                      + after);
            }
          });
    }

    /**
     * Returns a stage.
     *
     * @param name its name
     * @return the stage, or empty if this version has none of that name
     */
    public Optional<Stage> stage(String name) {
      return stages.stream().filter(stage -> stage.name().equals(name)).findFirst();
    }

    /** The place of a stage among those of open deals; all won and lost ones come last. */
    int place(Stage stage) {
      List<Stage> open = open();
      return stage.outcome() == Outcome.OPEN ? open.indexOf(stage) : open.size();
    }

    List<Stage> open() {
      return stages.stream().filter(stage -> stage.outcome() == Outcome.OPEN).toList();
    }
  }

  /**
   * The process as a host keeps it.
   *
   * @param name what it is called
   * @param versions its versions
   */
  public record State(String name, List<VersionState> versions) {
    /**
     * Copies the list.
     *
     * @param name what it is called
     * @param versions its versions
     */
    public State {
      versions = ImmutableList.copyOf(versions);
    }
  }

  /**
   * A version as a host keeps it.
   *
   * @param from the first day on which it holds
   * @param stages its stages
   * @param became what the stages of the version before became
   */
  public record VersionState(LocalDate from, List<StageState> stages, List<BecameState> became) {
    /**
     * Copies the lists.
     *
     * @param from the first day on which it holds
     * @param stages its stages
     * @param became what the stages of the version before became
     */
    public VersionState {
      stages = ImmutableList.copyOf(stages);
      became = ImmutableList.copyOf(became);
    }
  }

  /**
   * A stage as a host keeps it.
   *
   * @param name its name
   * @param outcome such as {@code "OPEN"}
   * @param exitEvent what the buyer does; blank if a deal in it is closed
   */
  public record StageState(String name, String outcome, String exitEvent) {}

  /**
   * What a stage became, as a host keeps it.
   *
   * @param before the stage of the version before
   * @param after the stage of this one
   */
  public record BecameState(String before, String after) {}

  /**
   * Creates a process.
   *
   * @param name what it is called
   * @param versions its versions
   * @throws IllegalArgumentException if the name is blank, there is no version, they are not in
   *     order, the first says what stages became, or a later one does not say what became of a
   *     stage that it no longer has, or makes open deals of closed ones or the reverse
   */
  public SalesProcess {
    versions = ImmutableList.copyOf(versions);
    if (name.isBlank() || versions.isEmpty()) {
      throw new IllegalArgumentException(
          "process must have a name and a version, but was \"" + name + "\", " + versions);
    }
    if (!versions.get(0).became().isEmpty()) {
      throw new IllegalArgumentException(
          "the first version must have no stages before it, but had: " + versions.get(0).became());
    }
    for (int i = 1; i < versions.size(); i++) {
      requireFollows(versions.get(i - 1), versions.get(i));
    }
  }

  private static void requireFollows(Version before, Version after) {
    if (!after.from().isAfter(before.from())) {
      throw new IllegalArgumentException(
          "version must hold from a day after " + before.from() + ", but was from " + after.from());
    }
    for (Stage stage : before.stages()) {
      String name = after.became().getOrDefault(stage.name(), stage.name());
      Optional<Stage> now = after.stage(name);
      if (now.isEmpty() || now.get().outcome() != stage.outcome()) {
        throw new IllegalArgumentException(
            "process from "
                + after.from()
                + " must say which stage of deals that are "
                + stage.outcome()
                + " "
                + stage.name()
                + " became, but "
                + now.map(found -> "that was " + found.name()).orElse("did not"));
      }
    }
  }

  /**
   * Returns a process of one version.
   *
   * @param name what it is called
   * @param from the first day on which it holds
   * @param stages its stages, those of open deals in their order
   * @return the process
   * @throws IllegalArgumentException if the stages do not make a process
   */
  public static SalesProcess of(String name, LocalDate from, Stage... stages) {
    return new SalesProcess(
        name, List.of(new Version(from, Arrays.asList(stages), ImmutableSortedMap.of())));
  }

  /**
   * Returns the process with another version.
   *
   * @param from the first day on which it holds
   * @param became what each stage became that it no longer has
   * @param stages its stages, those of open deals in their order
   * @return the longer process
   * @throws IllegalArgumentException if it does not hold from a later day than all others, or does
   *     not say what became of a stage
   */
  public SalesProcess then(LocalDate from, Map<String, String> became, Stage... stages) {
    List<Version> all = new ArrayList<>(versions);
    all.add(new Version(from, Arrays.asList(stages), ImmutableSortedMap.copyOf(became)));
    return new SalesProcess(name, all);
  }

  /**
   * Returns the version that holds on a day.
   *
   * @param day the day
   * @return the version, or empty before the first one
   */
  public Optional<Version> on(LocalDate day) {
    return versions.stream()
        .filter(version -> !version.from().isAfter(day))
        .reduce((earlier, later) -> later);
  }

  /**
   * Returns the stage that a recorded one is by the version of a day.
   *
   * @param stage the stage's name as it was recorded
   * @param entered the day of which it was recorded
   * @param day the day whose version is asked for, not before the entry
   * @return the stage, or empty if the version of the day of entry has none of that name, or there
   *     was none yet
   */
  public Optional<Stage> stage(String stage, LocalDate entered, LocalDate day) {
    if (on(entered).flatMap(version -> version.stage(stage)).isEmpty()) {
      return Optional.empty();
    }
    String name = stage;
    for (Version version : versions) {
      if (version.from().isAfter(entered) && !version.from().isAfter(day)) {
        name = version.became().getOrDefault(name, name);
      }
    }
    String now = name;
    return on(day).flatMap(version -> version.stage(now));
  }

  /**
   * Reports where deals went other ways than the process: stages left without the buyer's event,
   * skipped, or gone back.
   *
   * <p>Each move is judged by the version that holds on its day; moves before the first version are
   * not judged. An event counts if it happened by the day of the move.
   *
   * @param deals the deals
   * @param known the day at whose end one looks; what was known later does not count
   * @return the report
   */
  public Conformance conformance(Collection<Deal> deals, LocalDate known) {
    return new Conforming(this, known).report(deals);
  }

  /**
   * Returns what a host keeps.
   *
   * @return the state that {@link #of(State)} reads back
   */
  public State state() {
    return new State(
        name,
        versions.stream()
            .map(
                version ->
                    new VersionState(
                        version.from(),
                        version.stages().stream()
                            .map(
                                stage ->
                                    new StageState(
                                        stage.name(), stage.outcome().name(), stage.exitEvent()))
                            .toList(),
                        version.became().entrySet().stream()
                            .map(entry -> new BecameState(entry.getKey(), entry.getValue()))
                            .toList()))
            .toList());
  }

  /**
   * Returns a process from what a host kept.
   *
   * @param state the state
   * @return the process
   * @throws IllegalArgumentException if it is none that {@link #state()} could give
   */
  public static SalesProcess of(State state) {
    List<Version> versions = new ArrayList<>();
    for (VersionState version : state.versions()) {
      ImmutableSortedMap.Builder<String, String> became = ImmutableSortedMap.naturalOrder();
      version.became().forEach(entry -> became.put(entry.before(), entry.after()));
      versions.add(
          new Version(
              version.from(),
              version.stages().stream()
                  .map(s -> new Stage(s.name(), Outcome.parse(s.outcome()), s.exitEvent()))
                  .toList(),
              became.buildOrThrow()));
    }
    return new SalesProcess(state.name(), versions);
  }
}
