package dev.guidepost.targets.review;

import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.agreement.Commitments;
import dev.guidepost.core.control.Status;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.targets.coverage.Cover;
import dev.guidepost.targets.coverage.CoverageNeed;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.outlook.UnitOutlook;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.PlanLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The section that lists people by name: last week's commitments, what is proposed, and chances.
 */
final class AgreedTable {

  private static final int NAME = 18;
  private static final double FLAT = 3;

  private final ReviewSource source;
  private final Evidence evidence;
  private final String unitName;
  private final List<PersonId> listed;
  private final Map<PersonId, Plan> plans;
  private final List<PersonId> people;
  private final Optional<UnitOutlook> outlook;
  private final Promises promises;
  private final Map<PersonId, Cover> covers = new HashMap<>();

  AgreedTable(
      ReviewSource source,
      String unitName,
      List<PersonId> listed,
      Map<PersonId, Plan> plans,
      List<PersonId> people,
      Optional<UnitOutlook> outlook,
      Promises promises) {
    this.source = source;
    this.evidence = source.evidence();
    this.unitName = unitName;
    this.listed = listed;
    this.plans = plans;
    this.people = people;
    this.outlook = outlook;
    this.promises = promises;
    for (PersonId person : listed) {
      source.planner().cover(person).ifPresent(cover -> covers.put(person, cover));
    }
  }

  WeeklyReview.Section section() {
    List<String> lines = new ArrayList<>();
    lines.add(row("", "last week", "next", "", "", "cover", "", period(), "", ""));
    lines.add(row("", "done/agr.", "meet", "opp", "adv", "now", "need", "as is", "plan", "status"));
    for (PersonId person : listed) {
      lines.add(person(person));
    }
    if (listed.size() < people.size()) {
      lines.add(
          String.format(
              Locale.ROOT,
              " %d others%s: create %d opportunities together",
              people.size() - listed.size(),
              people.stream().allMatch(one -> listed.contains(one) || isUsual(one))
                  ? " without a finding"
                  : "",
              people.stream()
                  .filter(person -> !listed.contains(person))
                  .mapToLong(this::opportunities)
                  .sum()));
    }
    lines.add(unitRow());
    coverage().ifPresent(lines::add);
    if (source.commitments().all().isEmpty()) {
      lines.add(" No commitments in this source: nothing was agreed that could be done");
    }
    if (evidence.conversions().isEmpty()) {
      lines.add(" No activities in this source: the plan stops at opportunities");
    }
    return new WeeklyReview.Section("AGREED, DONE, NEXT  (by name, not ranked)", lines);
  }

  private boolean isUsual(PersonId person) {
    return source.board().of(person).isEmpty();
  }

  private String period() {
    String label = evidence.period().label();
    return label.substring(label.indexOf('-') + 1) + " ";
  }

  private static String row(String name, String... cells) {
    Object[] all = new Object[cells.length + 1];
    all[0] = Text.column(name, NAME);
    System.arraycopy(cells, 0, all, 1, cells.length);
    String row = String.format(Locale.ROOT, " %s %11s  %4s %4s %4s  %5s %5s  %5s %5s  %s", all);
    return Text.clip(row.stripTrailing(), WeeklyReview.WIDTH);
  }

  private Plan plan(PersonId person) {
    return Objects.requireNonNull(plans.get(person));
  }

  private long opportunities(PersonId person) {
    return plan(person).thisWeek(PlanLine.Kind.CREATE) + plan(person).thisWeek(PlanLine.Kind.SEED);
  }

  private String person(PersonId person) {
    Plan plan = plan(person);
    Status status = source.board().status(person);
    String word = status.reason().startsWith("too early") ? status.reason() : status.toString();
    if (!plan.reason().isEmpty()) {
      return row(
          promises.names().of(person), done(person), "-", "-", "-", "-", "-", "-", "-", word);
    }
    return row(
        promises.names().of(person),
        done(person),
        evidence.conversions().isEmpty() ? "-" : "" + plan.thisWeek(PlanLine.Kind.MEET),
        "" + opportunities(person),
        "" + plan.thisWeek(PlanLine.Kind.ADVANCE),
        cover(person, true),
        cover(person, false),
        plan.chances().map(chances -> Text.percent(chances.recentRate())).orElse("-"),
        plan.chances().map(chances -> Text.percent(chances.withPlan())).orElse("-"),
        word);
  }

  private String cover(PersonId person, boolean now) {
    OptionalDouble multiple =
        Optional.ofNullable(covers.get(person))
            .map(cover -> now ? cover.now().multiple() : cover.need().multiple())
            .orElse(OptionalDouble.empty());
    return multiple.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1fx", multiple.getAsDouble());
  }

  private String unitRow() {
    long meet =
        people.stream().mapToLong(person -> plan(person).thisWeek(PlanLine.Kind.MEET)).sum();
    long advance =
        people.stream().mapToLong(person -> plan(person).thisWeek(PlanLine.Kind.ADVANCE)).sum();
    long signalled = people.stream().filter(person -> !source.board().of(person).isEmpty()).count();
    return row(
        unitName,
        keptByAll(),
        evidence.conversions().isEmpty() ? "-" : "" + meet,
        "" + people.stream().mapToLong(this::opportunities).sum(),
        "" + advance,
        "",
        "",
        chance(true),
        chance(false),
        signalled + " of " + people.size() + " signal");
  }

  private String chance(boolean recent) {
    return outlook
        .flatMap(UnitOutlook::chances)
        .map(chances -> Text.percent(recent ? chances.recentRate() : chances.withPlan()))
        .orElse("-");
  }

  /**
   * Done of agreed, where that was one activity; of several, how many were kept, as meetings and
   * calls make no sum, and many calls no meeting.
   */
  private String done(PersonId person) {
    List<Commitment> mine = promises.agreed(person);
    if (mine.isEmpty()) {
      return "-";
    }
    List<Commitments.Result> results = promises.results(person);
    if (mine.size() > 1) {
      return kept(promises.silent(person) ? "-" : "" + kept(results), mine.size());
    }
    return (results.isEmpty() ? "-" : "" + results.get(0).done()) + "/" + mine.get(0).count();
  }

  private static String kept(String kept, long agreed) {
    return "kept " + kept + "/" + agreed;
  }

  private static long kept(List<Commitments.Result> results) {
    return results.stream().filter(Commitments.Result::kept).count();
  }

  /** How many were kept of all, without those of people whose records stopped. */
  private String keptByAll() {
    long agreed =
        people.stream()
            .filter(person -> !promises.silent(person))
            .mapToLong(person -> promises.agreed(person).size())
            .sum();
    return agreed == 0 ? "-" : kept("" + kept(promises.results()), agreed);
  }

  private Optional<CoverageNeed> need(PersonId person) {
    return Optional.ofNullable(covers.get(person))
        .map(Cover::need)
        .filter(need -> need.multiple().isPresent() && need.multiple().getAsDouble() > 0);
  }

  /** Which coverage it is, and what a multiple that is asked of everybody asks of the outermost. */
  private Optional<String> coverage() {
    List<CoverageNeed> needs =
        listed.stream()
            .flatMap(person -> need(person).stream())
            .sorted(
                Comparator.comparingDouble(
                    (CoverageNeed need) -> -need.multiple().orElse(Double.MAX_VALUE)))
            .toList();
    if (needs.isEmpty()) {
      return Optional.empty();
    }
    CoverageNeed most = needs.get(0);
    CoverageNeed least = needs.get(needs.size() - 1);
    String text =
        String.format(
            Locale.ROOT,
            " Cover: %s; need: %.0f %% at own rates. A flat %.0fx asks %s%s",
            most.variant(),
            most.confidence().orElse(0) * 100,
            FLAT,
            most.against(FLAT).asks(),
            most.equals(least) ? "" : ", " + least.against(FLAT).asks());
    String whole = text + against();
    return Optional.of(Text.wrap(whole, WeeklyReview.WIDTH).size() > 2 ? text : whole);
  }

  /** What the unit stands against, and whom its sum leaves out. */
  private String against() {
    String goal =
        outlook
            .flatMap(UnitOutlook::target)
            .map(set -> ". " + unitName + " stands against " + Text.money(set.amount()))
            .orElse("");
    List<String> silent =
        people.stream()
            .filter(promises::silent)
            .filter(person -> !promises.agreed(person).isEmpty())
            .map(promises.names()::of)
            .toList();
    return goal
        + (silent.isEmpty()
            ? ""
            : (goal.isEmpty() ? ". What was kept leaves " : "; what was kept leaves ")
                + String.join(", ", silent)
                + " out");
  }
}
