package dev.guidepost.core.clarity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.guidepost.core.id.PartyId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a clarity review found, and what it could not check.
 *
 * @param day the day it looked at
 * @param findings what it found, by owner and rule; unmodifiable
 * @param unchecked what could not be checked, for whom and why, by rule; unmodifiable
 */
public record ClarityReport(
    LocalDate day, List<ClarityFinding> findings, List<Unchecked> unchecked) {

  /**
   * Something that could not be checked.
   *
   * @param rule the rule
   * @param why what is missing for it
   * @param parties for whom it could not be checked; empty if for anybody; unmodifiable, in order
   */
  public record Unchecked(ClarityRule rule, String why, Set<PartyId> parties) {

    /**
     * Creates what could not be checked.
     *
     * @param rule the rule
     * @param why what is missing for it
     * @param parties for whom it could not be checked; empty if for anybody
     */
    public Unchecked {
      Objects.requireNonNull(rule, "rule");
      Objects.requireNonNull(why, "why");
      parties = ImmutableSortedSet.copyOf(parties);
    }

    /** Returns such as {@code "over-capacity: nobody said how many hours there are (ana, ben)"}. */
    @Override
    public String toString() {
      return rule
          + ": "
          + why
          + (parties.isEmpty()
              ? ""
              : parties.stream().map(PartyId::value).collect(Collectors.joining(", ", " (", ")")));
    }
  }

  /**
   * Creates a report.
   *
   * @param day the day it looked at
   * @param findings what it found
   * @param unchecked what could not be checked
   */
  public ClarityReport {
    Objects.requireNonNull(day, "day");
    findings = ImmutableList.copyOf(findings);
    unchecked = ImmutableList.copyOf(unchecked);
  }

  /**
   * Tells whether nothing was found.
   *
   * @return true if there is no finding
   */
  public boolean clear() {
    return findings.isEmpty();
  }

  /**
   * Returns the findings of one person or unit.
   *
   * @param party the person or unit
   * @return the findings; unmodifiable
   */
  public List<ClarityFinding> of(PartyId party) {
    return findings.stream()
        .filter(finding -> finding.party().equals(party))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the findings of one rule.
   *
   * @param rule the rule
   * @return the findings; unmodifiable
   */
  public List<ClarityFinding> of(ClarityRule rule) {
    return findings.stream()
        .filter(finding -> finding.rule() == rule)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns a line for each finding, then one for each thing that could not be checked.
   *
   * @return the lines, each ending in {@code \n}
   */
  public String print() {
    StringBuilder text = new StringBuilder();
    findings.forEach(finding -> text.append(finding).append('\n'));
    unchecked.forEach(reason -> text.append("not checked: ").append(reason).append('\n'));
    return text.toString();
  }

  /** Returns such as {@code "findings on 2026-11-02: 6, of 2 owners"}, and what was not checked. */
  @Override
  public String toString() {
    long owners = findings.stream().map(ClarityFinding::party).distinct().count();
    return "findings on "
        + day
        + ": "
        + findings.size()
        + (owners > 1 ? ", of " + owners + " owners" : "")
        + (unchecked.isEmpty()
            ? ""
            : unchecked.stream()
                .map(Unchecked::toString)
                .collect(Collectors.joining("; ", "; not checked: ", "")));
  }
}
