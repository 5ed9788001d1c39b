package dev.guidepost.targets.plan;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.plan.PlanVersion.CreatedWeek;
import dev.guidepost.targets.plan.PlanVersion.PlannedDeal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What changed between two versions of a plan, and why: the change of what is expected beyond the
 * goal, part by part, and the lines that came, went or changed.
 *
 * @param before the earlier version
 * @param now the later version
 * @param why the parts, which add up to the change of what is expected with the plan, less the
 *     change of the goal
 * @param lines the lines that differ, from the later review on; unmodifiable
 */
public record PlanDiff(
    PlanVersion before, PlanVersion now, Explanation why, List<LineChange> lines) {

  /** Why a deal's part of the goal changed; in the order in which changes are told. */
  private enum Cause {
    WON("won"),
    LOST("lost"),
    WON_OUTSIDE("won before the period"),
    LOST_OUTSIDE("lost before the period"),
    SLIPPED("slipped"),
    MOVED("moved on"),
    OLDER("older"),
    GONE("to others"),
    NEW("new deals");

    private final String label;

    Cause(String label) {
      this.label = label;
    }
  }

  /**
   * A line that came, went or changed.
   *
   * @param before the line as it was; empty if it is new
   * @param now the line as it is; empty if it is no more
   */
  public record LineChange(Optional<PlanLine> before, Optional<PlanLine> now) {

    /** The line as it is, or as it was. */
    private PlanLine any() {
      return now.or(() -> before).orElseThrow();
    }

    /** Returns both on one line. */
    @Override
    public String toString() {
      return now.isEmpty()
          ? "- " + before.map(LineChange::text).orElse("")
          : (before.isEmpty() ? "+ " : "~ " + before.map(LineChange::text).orElse("") + " -> ")
              + now.map(LineChange::text).orElse("");
    }

    private static String text(PlanLine line) {
      return line.kind()
          + " "
          + (line.kind().counted() ? line.count() + " " : "")
          + line.subject()
          + (line.step().isEmpty() ? "" : " (" + line.step() + ")")
          + (line.deal().isPresent() ? "" : ", week of " + line.weekStart());
    }
  }

  /**
   * Creates differences; see {@link PlanVersion#diff}.
   *
   * @param before the earlier version
   * @param now the later version
   * @param why the parts of the change
   * @param lines the lines that differ
   */
  public PlanDiff {
    lines = ImmutableList.copyOf(lines);
  }

  static PlanDiff between(PlanVersion before, PlanVersion now) {
    if (!before.person().equals(now.person()) || !before.period().equals(now.period())) {
      throw new IllegalArgumentException(
          "earlier plan must be of "
              + now.person()
              + " for "
              + now.period().label()
              + ", but was of "
              + before.person()
              + " for "
              + before.period().label());
    }
    if (before.review().isAfter(now.review())) {
      throw new IllegalArgumentException(
          "earlier plan must not be after " + now.review() + ", but was of " + before.review());
    }
    List<Explanation.Part> parts = new ArrayList<>();
    Quantity deals = deals(before, now, parts);
    // What credit, late facts and rates change beside the deals themselves.
    Quantity rest =
        now.won().plus(now.live()).minus(before.won()).minus(before.live()).minus(deals);
    part(parts, "rates", rest, "yield, cycle times, sizes and bookings of no deal here");
    Quantity gone = Quantity.ZERO;
    long missed = 0;
    for (CreatedWeek week : before.created()) {
      if (week.weekStart().isBefore(now.review())) {
        gone = gone.minus(week.expected());
        missed += week.count();
      }
    }
    part(parts, "weeks gone", gone, missed + " opportunities were planned in them");
    part(
        parts,
        "to create",
        now.toCreate().minus(before.toCreate()).minus(gone),
        "in the weeks to come");
    Quantity target = goal(before).minus(goal(now));
    part(parts, "goal", target, goal(before).print() + " -> " + goal(now).print());
    return new PlanDiff(
        before, now, Explanation.of(now.period().label(), parts), changes(before, now));
  }

  private static Quantity goal(PlanVersion version) {
    return version.target().orElse(Quantity.ZERO);
  }

  private static void part(
      List<Explanation.Part> parts, String label, Quantity amount, String note) {
    if (amount.signum() != 0) {
      parts.add(new Explanation.Part(label, amount, note));
    }
  }

  /** By cause, what deals changed, each deal once. */
  private static Quantity deals(PlanVersion before, PlanVersion now, List<Explanation.Part> parts) {
    Map<Cause, Quantity> sums = new EnumMap<>(Cause.class);
    Map<Cause, List<String>> labels = new EnumMap<>(Cause.class);
    Map<Object, PlannedDeal> later = new LinkedHashMap<>();
    now.deals().forEach(deal -> later.put(deal.deal(), deal));
    Quantity all = Quantity.ZERO;
    for (PlannedDeal was : before.deals()) {
      Optional<PlannedDeal> is = Optional.ofNullable(later.remove(was.deal()));
      Quantity change = is.map(PlannedDeal::expected).orElse(Quantity.ZERO).minus(was.expected());
      Cause cause = is.map(deal -> cause(was, deal, now.period())).orElse(Cause.GONE);
      all = all.plus(change);
      add(sums, labels, cause, change, was.label());
    }
    for (PlannedDeal is : later.values()) {
      Cause cause = is.outcome() == Outcome.WON ? Cause.WON : Cause.NEW;
      all = all.plus(is.expected());
      add(sums, labels, cause, is.expected(), is.label());
    }
    sums.forEach(
        (cause, sum) -> {
          List<String> names = labels.getOrDefault(cause, List.of());
          String note =
              names.size()
                  + (names.size() == 1 ? " deal: " : " deals: ")
                  + names.stream().limit(3).collect(Collectors.joining(", "))
                  + (names.size() > 3 ? ", ..." : "");
          part(parts, cause.label, sum, note);
        });
    return all;
  }

  private static void add(
      Map<Cause, Quantity> sums,
      Map<Cause, List<String>> labels,
      Cause cause,
      Quantity change,
      String label) {
    if (change.signum() != 0) {
      sums.merge(cause, change, Quantity::plus);
      labels.computeIfAbsent(cause, key -> new ArrayList<>()).add(label);
    }
  }

  private static Cause cause(PlannedDeal was, PlannedDeal is, Period period) {
    boolean inside = is.expectedClose().filter(period::contains).isPresent();
    if (is.outcome() == Outcome.WON) {
      return inside ? Cause.WON : Cause.WON_OUTSIDE;
    }
    if (is.outcome() == Outcome.LOST) {
      return inside ? Cause.LOST : Cause.LOST_OUTSIDE;
    }
    if (was.expectedClose().isPresent()
        && is.expectedClose().filter(was.expectedClose().get()::isBefore).isPresent()) {
      return Cause.SLIPPED;
    }
    return was.outcome() != Outcome.OPEN
            || !was.stage().equals(is.stage())
            || !was.amount().equals(is.amount())
        ? Cause.MOVED
        : Cause.OLDER;
  }

  private static List<LineChange> changes(PlanVersion before, PlanVersion now) {
    Map<List<Object>, PlanLine> earlier = lines(before, now.review());
    Map<List<Object>, PlanLine> later = lines(now, now.review());
    List<LineChange> changes = new ArrayList<>();
    earlier.forEach(
        (key, line) -> {
          Optional<PlanLine> is = Optional.ofNullable(later.get(key));
          if (is.isEmpty() || !same(line, is.get())) {
            changes.add(new LineChange(Optional.of(line), is));
          }
        });
    later.forEach(
        (key, line) -> {
          if (!earlier.containsKey(key)) {
            changes.add(new LineChange(Optional.empty(), Optional.of(line)));
          }
        });
    return changes;
  }

  private static boolean same(PlanLine was, PlanLine is) {
    return was.count() == is.count() && was.step().equals(is.step());
  }

  /** What is the same line: of a count the week, of a deal the deal in whichever week it is. */
  private static Map<List<Object>, PlanLine> lines(PlanVersion version, LocalDate from) {
    Map<List<Object>, PlanLine> lines = new LinkedHashMap<>();
    for (PlanLine line : version.lines()) {
      boolean counted = line.kind().counted();
      if (counted && !line.weekStart().isBefore(from)) {
        lines.put(List.of(line.kind(), line.weekStart()), line);
      } else if (!counted) {
        lines.put(
            List.of(line.kind(), line.deal().map(Object::toString).orElse(line.subject())), line);
      }
    }
    return lines;
  }

  /**
   * Returns the change with its parts, the lines of this week and of deals that differ, and of each
   * kind the sums of the weeks after; {@link #lines()} has these week by week.
   *
   * @return a table and lines below it, each ending in {@code \n}
   */
  public String print() {
    StringBuilder text = new StringBuilder(why.print());
    Set<PlanLine.Kind> later = EnumSet.noneOf(PlanLine.Kind.class);
    LocalDate next = now.review().plusWeeks(1);
    for (LineChange line : lines) {
      if (line.any().kind().counted() && !line.any().weekStart().isBefore(next)) {
        later.add(line.any().kind());
      } else {
        text.append(line).append('\n');
      }
    }
    later.forEach(kind -> text.append(sums(kind, next)));
    return text.toString();
  }

  /** What is asked of a kind in all weeks after this one; nothing if only the weeks differ. */
  private String sums(PlanLine.Kind kind, LocalDate next) {
    long was = sum(before, kind, next);
    long is = sum(now, kind, next);
    LocalDate last =
        Stream.concat(before.lines().stream(), now.lines().stream())
            .filter(line -> line.kind() == kind)
            .map(PlanLine::by)
            .max(Comparator.naturalOrder())
            .orElse(next);
    return was == is
        ? ""
        : String.format(
            Locale.ROOT, "~ %s: %,d -> %,d from %s until %s\n", kind, was, is, next, last);
  }

  private static long sum(PlanVersion version, PlanLine.Kind kind, LocalDate from) {
    return version.lines().stream()
        .filter(line -> line.kind() == kind && !line.weekStart().isBefore(from))
        .mapToLong(PlanLine::count)
        .sum();
  }

  /** Returns the change with its parts, and how many lines differ, on one line. */
  @Override
  public String toString() {
    return (why.total().signum() > 0 ? "+" : "")
        + why
        + "; "
        + lines.size()
        + (lines.size() == 1 ? " line differs" : " lines differ");
  }
}
