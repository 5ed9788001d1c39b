package dev.guidepost.core.practice;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.guidepost.core.record.Outcome;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A {@linkplain SalesProcess process} as it holds from a day on.
 *
 * @param from the first day on which it holds
 * @param stages its stages, those of open deals in their order; unmodifiable
 * @param became what a stage of the version before became; unmodifiable
 */
public record ProcessVersion(LocalDate from, List<Stage> stages, SortedMap<String, String> became) {
  /**
   * Creates a version.
   *
   * @param from the first day on which it holds
   * @param stages its stages, those of open deals in their order
   * @param became what a stage of the version before became
   * @throws IllegalArgumentException if it lacks a stage of open or of won deals, has a name twice,
   *     or says of a stage that it has, or that it became one that it has not
   */
  public ProcessVersion {
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
