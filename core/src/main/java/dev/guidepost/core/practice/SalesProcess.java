package dev.guidepost.core.practice;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.style.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stages through which deals go, and what the buyer must have done before a deal leaves one.
 *
 * <p>A process changes: each {@linkplain ProcessVersion version} holds from a day on, until the
 * next one does, and says what became of the stages that it no longer has. Stages that a source
 * recorded under an older version are read as those of the newer one; nothing that was recorded is
 * rewritten.
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
public record SalesProcess(String name, List<ProcessVersion> versions) {

  /**
   * Creates a process.
   *
   * @param name what it is called
   * @param versions its versions
   * @throws IllegalArgumentException if the name is blank, there is no version, they are not in
   *     order, the first says what stages became, or a later one does not say what became of a
   *     stage that it no longer has, says it of one that was none, or makes open deals of closed
   *     ones or the reverse
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

  private static void requireFollows(ProcessVersion before, ProcessVersion after) {
    if (!after.from().isAfter(before.from())) {
      throw new IllegalArgumentException(
          "version must hold from a day after " + before.from() + ", but was from " + after.from());
    }
    for (String named : after.became().keySet()) {
      if (before.stage(named).isEmpty()) {
        throw new IllegalArgumentException(
            "process from "
                + after.from()
                + " must say what became of stages before it, "
                + before.stages().stream().map(Stage::name).toList()
                + ", but said it of "
                + named);
      }
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
        name, List.of(new ProcessVersion(from, Arrays.asList(stages), ImmutableSortedMap.of())));
  }

  /**
   * Returns the process with another version.
   *
   * @param from the first day on which it holds
   * @param became what each stage became that it no longer has
   * @param stages its stages, those of open deals in their order
   * @return the longer process
   * @throws IllegalArgumentException if it does not hold from a later day than all others, does not
   *     say what became of a stage, or says it of one that the version before does not have
   */
  public SalesProcess then(LocalDate from, Map<String, String> became, Stage... stages) {
    List<ProcessVersion> all = new ArrayList<>(versions);
    all.add(new ProcessVersion(from, Arrays.asList(stages), ImmutableSortedMap.copyOf(became)));
    return new SalesProcess(name, all);
  }

  /**
   * Returns the version that holds on a day.
   *
   * @param day the day
   * @return the version, or empty before the first one
   */
  public Optional<ProcessVersion> on(LocalDate day) {
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
    for (ProcessVersion version : versions) {
      if (version.from().isAfter(entered) && !version.from().isAfter(day)) {
        name = version.became().getOrDefault(name, name);
      }
    }
    String now = name;
    return on(day).flatMap(version -> version.stage(now));
  }

  /**
   * Returns how long a deal was at each stage of open deals as its furthest one, as far as its
   * record is dated. Older names are read as what they became on the day.
   *
   * <p>Stages before the first one recorded were skipped if the deal entered that one on the day on
   * which it was opened; else nothing is known of them. A won deal skipped the stages after its
   * last. Of a deal that stands further than its last visit, as its undated stage says, the last
   * stay is left out, as nothing says when it ended.
   *
   * @param deal the deal
   * @param day the day at whose end one looks; what was known later does not count
   * @return the stays in the order of the stages; none for a deal that is not on record by then,
   *     has no dated visit to a stage of the process, or before the first version; unmodifiable
   */
  public List<StageStay> stays(Deal deal, LocalDate day) {
    return deal.asOf(day).map(seen -> new Staying(this, day).of(seen)).orElse(List.of());
  }

  /**
   * Reports where deals went other ways than the process: stages left without the buyer's event,
   * skipped, or gone back.
   *
   * <p>Each move is judged by the version that holds on its day; moves before the first version are
   * not judged. An event counts if it happened by the day of the move. A deal that is on record as
   * won or lost in a stage of open deals counts as moved to the first stage of that outcome.
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
   * @return the state that {@link #of(SalesProcessState)} reads back
   */
  public SalesProcessState state() {
    return SalesProcessState.write(this);
  }

  /**
   * Returns a process from what a host kept.
   *
   * @param state the state
   * @return the process
   * @throws IllegalArgumentException if it is none that {@link #state()} could give
   */
  public static SalesProcess of(SalesProcessState state) {
    Words.requireWhole(state);
    return new SalesProcess(
        state.name(), state.versions().stream().map(SalesProcessState::read).toList());
  }
}
