package dev.guidepost.core.goal;

import dev.guidepost.core.id.PersonId;
import java.time.LocalDate;
import java.util.Objects;
import org.immutables.value.Value;

/**
 * A target as it is from a day on, and who said so, when and why.
 *
 * @param target the target
 * @param effectiveFrom the first day for which this version holds
 * @param known the day on which it was recorded
 * @param by who set it
 * @param reason why; may be empty for the first version only
 * @param withdrawn whether the target no longer holds from that day on
 */
@Value.Builder
public record TargetVersion(
    Target target,
    LocalDate effectiveFrom,
    LocalDate known,
    PersonId by,
    String reason,
    boolean withdrawn) {

  /**
   * Creates a version; see {@link #builder()}.
   *
   * @param target the target
   * @param effectiveFrom the first day for which it holds
   * @param known the day on which it was recorded
   * @param by who set it
   * @param reason why
   * @param withdrawn whether the target no longer holds from that day on
   * @throws IllegalArgumentException if it would hold only from after the period on
   */
  public TargetVersion {
    Objects.requireNonNull(known, "known");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(reason, "reason");
    if (!effectiveFrom.isBefore(target.period().end())) {
      throw new IllegalArgumentException(
          "version of "
              + target.key()
              + " must hold from a day up to "
              + target.period().lastDay()
              + ", but was from "
              + effectiveFrom);
    }
  }

  /**
   * Returns a version that holds for all of the target's period.
   *
   * @param target the target
   * @param known the day on which it was recorded
   * @param by who set it
   * @param reason why; may be empty for the first version only
   * @return the version
   */
  public static TargetVersion of(Target target, LocalDate known, PersonId by, String reason) {
    return new TargetVersion(target, target.period().start(), known, by, reason, false);
  }

  /** Returns such as {@code "240,000 from 2026-10-01 (dana on 2026-09-20: quota)"}. */
  @Override
  public String toString() {
    return (withdrawn ? "withdrawn" : target.amount().print())
        + " from "
        + effectiveFrom
        + " ("
        + by
        + " on "
        + known
        + (reason.isEmpty() ? "" : ": " + reason)
        + ")";
  }

  /**
   * Returns a builder; target, first day, known day and author must be set.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link TargetVersion}. */
  public static final class Builder extends TargetVersionBuilder {
    Builder() {
      reason("").withdrawn(false);
    }
  }
}
