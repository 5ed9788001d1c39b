package dev.guidepost.targets.review;

import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.agreement.Commitments;
import dev.guidepost.core.clarity.ClarityFinding;
import dev.guidepost.core.clarity.ClarityReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The lines on why something was missed, who owes what, and what is hard to follow: each with a
 * word in front, and none where there is nothing to say.
 *
 * @param names what people are called
 * @param named how many of a kind are named at most; the others are counted
 */
record PromiseLines(Names names, int named) {

  /** How many of a kind are named where there is room. */
  static final int NAMED = 6;

  private static final int BRIEF = 1;
  private static final String MORE = "; and more";

  /** The first line of the first word in front, cut where it ends; the others are named. */
  static List<String> brief(List<String> told) {
    ListMultimap<String, String> byWord = LinkedListMultimap.create();
    told.forEach(line -> byWord.put(line.substring(1, line.indexOf(':')), line));
    List<String> lines = new ArrayList<>();
    StringJoiner others = new StringJoiner(", ");
    for (String word : byWord.keySet()) {
      List<String> all = byWord.get(word);
      if (lines.size() < BRIEF) {
        String more = all.size() > 1 ? MORE : "";
        lines.add(Text.clip(all.get(0), WeeklyReview.WIDTH - more.length()) + more);
      } else {
        others.add(word.toLowerCase(Locale.ROOT));
      }
    }
    if (others.length() > 0) {
      lines.add(" In the full review: " + others);
    }
    return lines;
  }

  /** What was missed last week and why, as told. */
  List<String> missed(List<Commitments.Result> results) {
    List<String> told = new ArrayList<>();
    for (Commitments.Result result : results) {
      Commitment commitment = result.commitment();
      if (!result.kept() && result.miss().isPresent()) {
        told.add(names.of(commitment.person()) + " " + commitment.metric() + " " + result);
      }
    }
    return told.isEmpty() ? List.of() : List.of(" Missed: " + some(told));
  }

  /** What was agreed for last week and cannot be counted. */
  List<String> uncounted(List<Commitment> commitments) {
    return commitments.isEmpty()
        ? List.of()
        : List.of(
            " Not counted: "
                + some(
                    commitments.stream()
                        .map(
                            commitment ->
                                names.of(commitment.person())
                                    + " "
                                    + commitment.count()
                                    + " "
                                    + commitment.metric())
                        .toList()));
  }

  /** Who owes what, answers first. */
  List<String> owed(List<Owed> owed) {
    List<String> answers = new ArrayList<>();
    Map<String, String> reasons = new LinkedHashMap<>();
    Map<String, String> work = new LinkedHashMap<>();
    for (Owed one : owed) {
      String who = names.of(one.who());
      switch (one.kind()) {
        case ANSWER ->
            answers.add(
                who + " to " + names.of(one.to()) + " since " + one.since() + " on " + one.what());
        case REASON -> reasons.merge(who, one.what(), (a, b) -> a + ", " + b);
        case WORK ->
            work.merge(
                who + ", with " + names.of(one.to()) + ":", one.what(), (a, b) -> a + ", " + b);
      }
    }
    List<String> lines = new ArrayList<>(each("Answer owed", answers));
    if (!reasons.isEmpty()) {
      lines.add(" Reason owed: " + some(joined(reasons)));
    }
    if (!work.isEmpty()) {
      lines.add(" This week: " + some(joined(work)));
    }
    return lines;
  }

  /** What is hard to follow, and what could not be checked, of those it concerns. */
  List<String> clarity(List<ClarityFinding> findings, List<ClarityReport.Unchecked> unchecked) {
    List<String> lines =
        new ArrayList<>(
            each(
                "Unclear",
                findings.stream()
                    .map(
                        finding ->
                            names.of(finding.party())
                                + ": "
                                + finding.what()
                                + " -> "
                                + finding.remedy()
                                + " ["
                                + finding.rule()
                                + "]")
                    .toList()));
    if (findings.isEmpty()) {
      lines.add(" Unclear: nothing found that makes goals hard to follow");
    }
    if (!unchecked.isEmpty()) {
      lines.add(" Not checked: " + some(unchecked.stream().map(this::why).toList()));
    }
    return lines;
  }

  private String why(ClarityReport.Unchecked unchecked) {
    List<String> whose = unchecked.parties().stream().map(names::of).toList();
    return unchecked.rule()
        + ": "
        + unchecked.why()
        + (whose.isEmpty()
            ? ""
            : " ("
                + String.join(", ", whose.subList(0, Math.min(named, whose.size())))
                + (whose.size() > named ? " and " + (whose.size() - named) + " more" : "")
                + ")");
  }

  private List<String> each(String word, List<String> all) {
    List<String> lines = new ArrayList<>();
    all.stream().limit(named).forEach(text -> lines.add(" " + word + ": " + text));
    if (all.size() > named) {
      lines.add(" " + word + ": and " + (all.size() - named) + " more");
    }
    return lines;
  }

  private static List<String> joined(Map<String, String> byPerson) {
    List<String> all = new ArrayList<>();
    byPerson.forEach((who, what) -> all.add(who + " " + what));
    return all;
  }

  private String some(List<String> all) {
    StringJoiner text = new StringJoiner("; ");
    all.stream().limit(named).forEach(text::add);
    if (all.size() > named) {
      text.add("and " + (all.size() - named) + " more");
    }
    return text.toString();
  }
}
