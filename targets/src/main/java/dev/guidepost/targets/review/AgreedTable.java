package dev.guidepost.targets.review;

import dev.guidepost.core.control.Status;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.targets.coverage.Cover;
import dev.guidepost.targets.coverage.Coverage;
import dev.guidepost.targets.coverage.CoverageNeed;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.outlook.Chances;
import dev.guidepost.targets.outlook.UnitOutlook;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.PlanLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The section that lists people by name: last week's commitments, what is proposed, and chances.
 */
final class AgreedTable {

  private static final double FLAT = 3;

  /** The most lines on coverage. */
  private static final int LINES = 2;

  /** From how many columns on the whole title has room. */
  private static final int WHOLE_TITLE = 3;

  /** How many cells are of a plan. */
  private static final int UNPLANNED = 7;

  private final ReviewSource source;
  private final Evidence evidence;
  private final String unitName;
  private final List<PersonId> listed;
  private final Map<PersonId, Plan> plans;
  private final List<PersonId> people;
  private final Optional<UnitOutlook> outlook;
  private final Promises promises;
  private final DoneColumns done;
  private final Map<PersonId, Cover> covers = new HashMap<>();
  private final Optional<Cover> unitCover;

  AgreedTable(
      ReviewSource source,
      UnitId unit,
      List<PersonId> listed,
      Map<PersonId, Plan> plans,
      List<PersonId> people,
      Optional<UnitOutlook> outlook,
      Promises promises) {
    this.source = source;
    this.evidence = source.evidence();
    this.unitName = evidence.organisation().name(unit);
    this.listed = listed;
    this.plans = plans;
    this.people = people;
    this.outlook = outlook;
    this.promises = promises;
    this.done = new DoneColumns(promises, people, evidence.today().ledger().catalog());
    this.unitCover = source.planner().cover(unit);
    for (PersonId person : listed) {
      source.planner().cover(person).ifPresent(cover -> covers.put(person, cover));
    }
  }

  WeeklyReview.Section section() {
    Columns table = new Columns();
    List<MetricId> agreed = done.shown();
    table.group(
        agreed.size() < WHOLE_TITLE ? "done/agreed" : "last week done/agreed",
        " ",
        agreed.stream().map(DoneColumns::label).toList());
    table.group("proposed now", " ", List.of("mtg", "opp", "adv"));
    table.group("live cover", "  ", List.of("now", "need"));
    table.group(period() + " likely", "  ", List.of("as is", "plan"));
    listed.forEach(person -> person(table, person));
    if (listed.size() < people.size()) {
      table.line(
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
    unitRow(table);
    List<String> lines = new ArrayList<>(table.lines("leading status"));
    coverage().ifPresent(lines::add);
    if (source.commitments().all().isEmpty()) {
      lines.add(" No commitments in this source: nothing was agreed that could be done");
    }
    if (evidence.conversions().isEmpty()) {
      lines.add(" No activities in this source: the plan stops at opportunities");
    }
    return new WeeklyReview.Section(title(), lines);
  }

  /** The title; it says which metrics agreed on have no column. */
  private String title() {
    List<String> more = done.leftOut().stream().map(MetricId::value).toList();
    return "AGREED, DONE, NEXT  (by name, not ranked"
        + (more.isEmpty() ? "" : "; agreed too, without a column: " + String.join(", ", more))
        + ")";
  }

  private boolean isUsual(PersonId person) {
    return source.board().of(person).isEmpty();
  }

  private String period() {
    String label = evidence.period().label();
    return label.substring(label.indexOf('-') + 1);
  }

  private Plan plan(PersonId person) {
    return Objects.requireNonNull(plans.get(person));
  }

  private long opportunities(PersonId person) {
    return plan(person).thisWeek(PlanLine.Kind.CREATE) + plan(person).thisWeek(PlanLine.Kind.SEED);
  }

  private void person(Columns table, PersonId person) {
    Plan plan = plan(person);
    Status status = source.board().status(person);
    String word = status.reason().startsWith("too early") ? status.reason() : status.toString();
    List<String> cells = new ArrayList<>();
    done.shown().forEach(metric -> cells.add(done.of(person, metric)));
    if (plan.reason().isEmpty()) {
      cells.add(evidence.conversions().isEmpty() ? "-" : "" + plan.thisWeek(PlanLine.Kind.MEET));
      cells.add("" + opportunities(person));
      cells.add("" + plan.thisWeek(PlanLine.Kind.ADVANCE));
      Optional<Cover> cover = Optional.ofNullable(covers.get(person));
      cells.add(multiple(cover.map(Cover::now).map(Coverage::multiple)));
      cells.add(multiple(cover.map(Cover::need).map(CoverageNeed::multiple)));
      cells.add(plan.chances().map(chances -> Text.percent(chances.recentRate())).orElse("-"));
      cells.add(plan.chances().map(chances -> Text.percent(chances.withPlan())).orElse("-"));
    } else {
      cells.addAll(Collections.nCopies(UNPLANNED, "-"));
    }
    table.row(promises.names().of(person), cells, word);
  }

  private static String multiple(Optional<OptionalDouble> multiple) {
    OptionalDouble known = multiple.orElse(OptionalDouble.empty());
    return known.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1fx", known.getAsDouble());
  }

  private void unitRow(Columns table) {
    long meet =
        people.stream().mapToLong(person -> plan(person).thisWeek(PlanLine.Kind.MEET)).sum();
    long advance =
        people.stream().mapToLong(person -> plan(person).thisWeek(PlanLine.Kind.ADVANCE)).sum();
    long signalled = people.stream().filter(person -> !isUsual(person)).count();
    List<String> cells = new ArrayList<>();
    done.shown().forEach(metric -> cells.add(done.ofAll(metric)));
    cells.add(evidence.conversions().isEmpty() ? "-" : "" + meet);
    cells.add("" + people.stream().mapToLong(this::opportunities).sum());
    cells.add("" + advance);
    cells.add(multiple(unitCover.map(Cover::now).map(Coverage::multiple)));
    cells.add(multiple(unitCover.map(Cover::need).map(CoverageNeed::multiple)));
    cells.add(chance(Chances::recentRate));
    cells.add(chance(Chances::withPlan));
    table.row(unitName, cells, signalled + " of " + people.size() + " signal");
  }

  private String chance(ToDoubleFunction<Chances> which) {
    return outlook
        .flatMap(UnitOutlook::chances)
        .map(chances -> Text.percent(which.applyAsDouble(chances)))
        .orElse("-");
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
    for (String more : List.of(leftOut(), against(), notCovered())) {
      String whole = more.isEmpty() ? text : text + ". " + more;
      text = Text.wrap(whole, WeeklyReview.WIDTH).size() > LINES ? text : whole;
    }
    return Optional.of(text);
  }

  /** Whom the sums of the unit leave out. */
  private String leftOut() {
    List<String> unknown = done.unknown().stream().map(promises.names()::of).toList();
    return unknown.isEmpty()
        ? ""
        : "What " + unitName + " did leaves out activities of " + String.join(", ", unknown);
  }

  /** What the unit stands against. */
  private String against() {
    return outlook
        .flatMap(UnitOutlook::target)
        .map(set -> unitName + " stands against " + Text.money(set.amount()))
        .orElse("");
  }

  /** Why nothing is said of what the unit needs. */
  private String notCovered() {
    if (unitCover.isPresent()) {
      return unitCover.get().need().multiple().isPresent()
          ? ""
          : "No multiple is enough for " + unitName;
    }
    return outlook.flatMap(UnitOutlook::target).isEmpty() ? unitName + " has no goal to cover" : "";
  }
}
