package dev.guidepost.core.clarity;

import dev.guidepost.core.id.PartyId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the checks of a review note down, until it becomes a report. */
final class Notes {

  private final List<ClarityFinding> findings = new ArrayList<>();
  private final Map<ClarityRule, Map<String, Set<PartyId>>> unchecked =
      new EnumMap<>(ClarityRule.class);

  void found(ClarityRule rule, PartyId party, String what, String remedy) {
    findings.add(new ClarityFinding(rule, party, what, remedy));
  }

  /** Notes what could not be checked for one person or unit. */
  void unchecked(ClarityRule rule, PartyId party, String why) {
    why(rule, why).add(party);
  }

  /** Notes what could not be checked for anybody. */
  void unchecked(ClarityRule rule, String why) {
    why(rule, why).clear();
  }

  private Set<PartyId> why(ClarityRule rule, String why) {
    return unchecked
        .computeIfAbsent(rule, key -> new TreeMap<>())
        .computeIfAbsent(why, key -> new TreeSet<>());
  }

  ClarityReport report(LocalDate day) {
    findings.sort(Comparator.comparing(ClarityFinding::party).thenComparing(ClarityFinding::rule));
    List<ClarityReport.Unchecked> gaps = new ArrayList<>();
    unchecked.forEach(
        (rule, reasons) ->
            reasons.forEach(
                (why, parties) -> gaps.add(new ClarityReport.Unchecked(rule, why, parties))));
    return new ClarityReport(day, findings, gaps);
  }
}
