package dev.guidepost.targets.review;

import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.agreement.Commitments;
import dev.guidepost.core.clarity.ClarityFinding;
import dev.guidepost.core.clarity.ClarityReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** The sections on who owes what, and on what is hard to follow. */
final class PromiseSections {

  /** How many answers, reasons, people at work and findings are named; the others are counted. */
  static final int NAMED = 6;

  private final Names names;

  PromiseSections(Names names) {
    this.names = names;
  }

  /** What was missed last week and why, as told; empty if nobody told. */
  Optional<String> missed(List<Commitments.Result> results) {
    List<String> told = new ArrayList<>();
    for (Commitments.Result result : results) {
      Commitment commitment = result.commitment();
      if (!result.kept() && result.miss().isPresent()) {
        told.add(names.of(commitment.person()) + " " + commitment.metric() + " " + result);
      }
    }
    return told.isEmpty() ? Optional.empty() : Optional.of(" Missed: " + some(told, "; "));
  }

  /** Empty if nothing is owed. */
  Optional<WeeklyReview.Section> owed(List<Owed> owed) {
    List<String> lines = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    Map<String, String> reasons = new LinkedHashMap<>();
    Map<String, String> work = new LinkedHashMap<>();
    for (Owed one : owed) {
      String who = names.of(one.who());
      switch (one.kind()) {
        case ANSWER ->
            answers.add(
                " Answer: "
                    + who
                    + " to "
                    + names.of(one.to())
                    + " since "
                    + one.since()
                    + " on "
                    + one.what());
        case REASON -> reasons.merge(who, one.what(), (a, b) -> a + ", " + b);
        case WORK ->
            work.merge(
                who + ", with " + names.of(one.to()) + ":", one.what(), (a, b) -> a + ", " + b);
      }
    }
    answers.stream().limit(NAMED).forEach(lines::add);
    if (answers.size() > NAMED) {
      lines.add(" and " + (answers.size() - NAMED) + " more answers");
    }
    if (!reasons.isEmpty()) {
      lines.add(" Reason why not all: " + some(joined(reasons), "; "));
    }
    if (!work.isEmpty()) {
      lines.add(" This week: " + some(joined(work), "; "));
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new WeeklyReview.Section("WHO OWES WHAT  (oldest first)", lines));
  }

  private static List<String> joined(Map<String, String> byPerson) {
    List<String> all = new ArrayList<>();
    byPerson.forEach((who, what) -> all.add(who + " " + what));
    return all;
  }

  private static String some(List<String> all, String between) {
    StringJoiner text = new StringJoiner(between);
    all.stream().limit(NAMED).forEach(text::add);
    if (all.size() > NAMED) {
      text.add("and " + (all.size() - NAMED) + " more");
    }
    return text.toString();
  }

  /** What the report says of those given. */
  WeeklyReview.Section clarity(ClarityReport report, List<ClarityFinding> findings) {
    List<String> lines = new ArrayList<>();
    for (ClarityFinding finding : findings.subList(0, Math.min(NAMED, findings.size()))) {
      lines.add(
          " "
              + names.of(finding.party())
              + ": "
              + finding.what()
              + " -> "
              + finding.todo()
              + " ["
              + finding.rule()
              + "]");
    }
    if (findings.size() > NAMED) {
      lines.add(" and " + (findings.size() - NAMED) + " more findings");
    }
    if (findings.isEmpty()) {
      lines.add(" Nothing found that makes goals hard to follow");
    }
    if (!report.unchecked().isEmpty()) {
      lines.add(" Not checked: " + some(report.unchecked(), "; "));
    }
    return new WeeklyReview.Section("CLARITY  (can people follow what is asked of them?)", lines);
  }
}
