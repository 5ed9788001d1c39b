package dev.guidepost.targets.plan;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.goal.Target;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One week of a plan as seller and manager read it: at most {@value #MOST} lines, one of a kind,
 * named deals before counts.
 *
 * @param weekStart the first day of the week
 * @param rows the lines in reading order; unmodifiable
 */
public record PlanPage(LocalDate weekStart, List<Row> rows) {

  /** The most lines of a week: {@value}. */
  public static final int MOST = 7;

  /**
   * A line of the page.
   *
   * @param kind what kind of thing to do
   * @param text what to do, and by when
   * @param lines what it is made of; unmodifiable
   */
  public record Row(PlanLine.Kind kind, String text, List<PlanLine> lines) {

    /**
     * Creates a line.
     *
     * @param kind what kind of thing to do
     * @param text what to do
     * @param lines what it is made of
     */
    public Row {
      lines = ImmutableList.copyOf(lines);
    }

    /** Returns the kind in a column, and the text. */
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%-8s %s", kind, text);
    }
  }

  /**
   * Creates a page.
   *
   * @param weekStart the first day of the week
   * @param rows the lines
   * @throws IllegalArgumentException if there are more than {@value #MOST}
   */
  public PlanPage {
    rows = ImmutableList.copyOf(rows);
    if (rows.size() > MOST) {
      throw new IllegalArgumentException(
          "lines of a week must be " + MOST + " at most, but were " + rows.size());
    }
  }

  static PlanPage of(Plan plan, LocalDate weekStart) {
    List<PlanLine> week =
        plan.lines().stream().filter(line -> line.weekStart().equals(weekStart)).toList();
    List<Row> rows = new ArrayList<>();
    named(rows, PlanLine.Kind.ADVANCE, of(week, PlanLine.Kind.ADVANCE));
    named(rows, PlanLine.Kind.DECIDE, of(week, PlanLine.Kind.DECIDE));
    create(rows, plan, week);
    of(week, PlanLine.Kind.ACCOUNTS)
        .forEach(line -> row(rows, line, line.subject() + " by " + day(plan, line.by())));
    seed(rows, plan, week, weekStart);
    of(week, PlanLine.Kind.FOCUS).forEach(line -> row(rows, line, line.why()));
    of(week, PlanLine.Kind.MANAGER).forEach(line -> row(rows, line, manager(line)));
    return new PlanPage(weekStart, rows);
  }

  private static List<PlanLine> of(List<PlanLine> week, PlanLine.Kind kind) {
    return week.stream().filter(line -> line.kind() == kind).toList();
  }

  private static void row(List<Row> rows, PlanLine line, String text) {
    rows.add(new Row(line.kind(), text, List.of(line)));
  }

  private static String day(LocalDate day) {
    return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  private static String day(Plan plan, LocalDate day) {
    return day.isBefore(plan.review().plusWeeks(1)) ? day(day) : day.toString();
  }

  private static void named(List<Row> rows, PlanLine.Kind kind, List<PlanLine> lines) {
    if (!lines.isEmpty()) {
      rows.add(
          new Row(kind, kind == PlanLine.Kind.ADVANCE ? advance(lines) : decide(lines), lines));
    }
  }

  /** Each deal with what the buyer does next, and its own day. */
  private static String advance(List<PlanLine> lines) {
    return lines.stream()
        .map(
            line ->
                line.subject()
                    + (line.step().isEmpty() ? "" : ": " + line.step())
                    + ", "
                    + day(line.by()))
        .collect(Collectors.joining(". "));
  }

  /** All deals with the one thing that is to be decided of them. */
  private static String decide(List<PlanLine> lines) {
    int last = lines.size() - 1;
    boolean more = last > 0 && lines.get(last).deal().isEmpty();
    return lines.subList(0, more ? last : last + 1).stream()
            .map(PlanLine::subject)
            .collect(Collectors.joining(", "))
        + (more ? " and " + lines.get(last).subject() : "")
        + ", by "
        + day(lines.get(0).by())
        + "; "
        + lines.get(0).why();
  }

  private static void create(List<Row> rows, Plan plan, List<PlanLine> week) {
    List<PlanLine> create = of(week, PlanLine.Kind.CREATE);
    List<PlanLine> parts = new ArrayList<>(create);
    parts.addAll(of(week, PlanLine.Kind.MEET));
    parts.addAll(of(week, PlanLine.Kind.CALL));
    if (create.isEmpty()) {
      return;
    }
    String origins = create.get(0).step();
    rows.add(
        new Row(
            PlanLine.Kind.CREATE,
            opportunities(create.get(0).count())
                + (origins.isEmpty() ? "" : ": " + origins)
                + activities(week)
                + "; "
                + plan.creation().pace(),
            parts));
  }

  private static String opportunities(long count) {
    return count + (count == 1 ? " opportunity" : " opportunities");
  }

  /** What the opportunities of one's own come from, seeds included. */
  private static String activities(List<PlanLine> week) {
    long meetings = count(week, PlanLine.Kind.MEET);
    long calls = count(week, PlanLine.Kind.CALL);
    return meetings == 0
        ? ""
        : " from "
            + meetings
            + (meetings == 1 ? " meeting" : " meetings")
            + (calls == 0 ? "" : " (" + calls + (calls == 1 ? " call)" : " calls)"));
  }

  private static long count(List<PlanLine> week, PlanLine.Kind kind) {
    return of(week, kind).stream().mapToLong(PlanLine::count).sum();
  }

  private static void seed(List<Row> rows, Plan plan, List<PlanLine> week, LocalDate weekStart) {
    List<PlanLine> seeds = of(week, PlanLine.Kind.SEED);
    boolean alone = of(week, PlanLine.Kind.CREATE).isEmpty();
    String more =
        plan.next().map(next -> next.toString()).orElse("for the next period: do not stop");
    if (!seeds.isEmpty()) {
      rows.add(
          new Row(
              PlanLine.Kind.SEED,
              opportunities(count(week, PlanLine.Kind.SEED))
                  + (alone && !seeds.get(0).step().isEmpty() ? ": " + seeds.get(0).step() : "")
                  + (alone ? activities(week) : "")
                  + "; "
                  + more,
              seeds));
    } else if (plan.next().isPresent()
        && weekStart.equals(plan.review())
        && week.stream().noneMatch(line -> line.step().startsWith(PlanLine.AWAY))) {
      rows.add(new Row(PlanLine.Kind.SEED, more, List.of()));
    }
  }

  private static String manager(PlanLine line) {
    return line.deal().isPresent()
        ? line.step() + " " + line.subject() + " on " + day(line.by())
        : line.why() + (line.step().isEmpty() ? "" : "; " + line.step());
  }

  static String print(Plan plan) {
    StringBuilder text = new StringBuilder();
    text.append(plan.name()).append(", week of ").append(plan.review());
    text.append(plan.chances().map(chances -> ": " + chances).orElse("")).append('\n');
    if (!plan.reason().isEmpty()) {
      return text.append(plan.reason()).append('\n').toString();
    }
    plan.page().rows().forEach(row -> text.append(row).append('\n'));
    boolean assumed = plan.target().stream().anyMatch(set -> set.basis() instanceof Target.Assumed);
    text.append("why      ")
        .append(assumed ? "assumed goal " : "")
        .append(plan.explain())
        .append('\n');
    plan.besides().forEach(goal -> text.append("goal     ").append(goal).append('\n'));
    plan.gap().ifPresent(gap -> text.append("gap      ").append(gap.print()));
    return text.toString();
  }

  /** Returns the lines, each ending in {@code \n}. */
  @Override
  public String toString() {
    return rows.stream().map(row -> row + "\n").collect(Collectors.joining());
  }
}
