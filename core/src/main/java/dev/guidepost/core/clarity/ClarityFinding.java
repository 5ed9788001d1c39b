package dev.guidepost.core.clarity;

import dev.guidepost.core.id.PartyId;
import java.util.Objects;

/**
 * Something that makes goals hard to follow.
 *
 * @param rule the rule that found it
 * @param party whose goals they are
 * @param what what was found
 * @param remedy what to do about it
 */
public record ClarityFinding(ClarityRule rule, PartyId party, String what, String remedy) {

  /**
   * Creates a finding.
   *
   * @param rule the rule that found it
   * @param party whose goals they are
   * @param what what was found
   * @param remedy what to do about it
   */
  public ClarityFinding {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(party, "party");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(remedy, "remedy");
  }

  /** Returns who, which rule, what and what to do, on one line. */
  @Override
  public String toString() {
    return party + ": " + what + " -> " + remedy + " [" + rule + "]";
  }
}
