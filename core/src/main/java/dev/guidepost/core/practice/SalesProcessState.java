package dev.guidepost.core.practice;

import com.google.common.collect.ImmutableSortedMap;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.style.Words;
import java.util.List;

/**
 * A {@link SalesProcess} as a host keeps it: records, lists and text only.
 *
 * @param name what it is called
 * @param versions its versions
 */
public record SalesProcessState(String name, List<Version> versions) {
  /**
   * Copies the list.
   *
   * @param name what it is called
   * @param versions its versions
   */
  public SalesProcessState {
    versions = Words.kept("versions", versions);
  }

  /**
   * A version as a host keeps it.
   *
   * @param from the first day on which it holds, such as {@code "2026-11-02"}
   * @param stages its stages
   * @param became what the stages of the version before became
   */
  public record Version(String from, List<StageLine> stages, List<Became> became) {
    /**
     * Copies the lists.
     *
     * @param from the first day on which it holds
     * @param stages its stages
     * @param became what the stages of the version before became
     */
    public Version {
      stages = Words.kept("stages", stages);
      became = Words.kept("became", became);
    }
  }

  /**
   * A stage as a host keeps it.
   *
   * @param name its name
   * @param outcome such as {@code "OPEN"}
   * @param exitEvent what the buyer does; blank if a deal in it is closed
   */
  public record StageLine(String name, String outcome, String exitEvent) {}

  /**
   * What a stage became, as a host keeps it.
   *
   * @param before the stage of the version before
   * @param after the stage of this one
   */
  public record Became(String before, String after) {}

  static SalesProcessState write(SalesProcess process) {
    return new SalesProcessState(
        process.name(), process.versions().stream().map(SalesProcessState::write).toList());
  }

  private static Version write(ProcessVersion version) {
    return new Version(
        version.from().toString(),
        version.stages().stream()
            .map(stage -> new StageLine(stage.name(), stage.outcome().name(), stage.exitEvent()))
            .toList(),
        version.became().entrySet().stream()
            .map(entry -> new Became(entry.getKey(), entry.getValue()))
            .toList());
  }

  static ProcessVersion read(Version version) {
    ImmutableSortedMap.Builder<String, String> became = ImmutableSortedMap.naturalOrder();
    version.became().forEach(entry -> became.put(entry.before(), entry.after()));
    return new ProcessVersion(
        Words.day("first day of a version of a process", version.from()),
        version.stages().stream()
            .map(line -> new Stage(line.name(), Outcome.parse(line.outcome()), line.exitEvent()))
            .toList(),
        became.buildOrThrow());
  }
}
