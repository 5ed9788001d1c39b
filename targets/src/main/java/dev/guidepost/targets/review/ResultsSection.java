package dev.guidepost.targets.review;

import dev.guidepost.core.control.Signal;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Bridge;
import dev.guidepost.rollup.org.Organisation;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.outlook.TrackRecord;
import dev.guidepost.targets.outlook.UnitOutlook;
import dev.guidepost.targets.planning.Hindsight;
import dev.guidepost.targets.rates.CreationRate;
import dev.guidepost.targets.rates.Difference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** What will come of the period, what stands beside that, and only then what came of it so far. */
final class ResultsSection {

  private static final int WEEK = 7;
  private static final int KINDS = 3;

  private final ReviewSource source;
  private final Evidence evidence;
  private final Organisation organisation;
  private final UnitId unit;
  private final List<PersonId> people;
  private final Names names;
  private final boolean leadingIsLow;

  /** A line, and how soon it is left out where there is no room: 0 never. */
  private record Line(int dispensable, String text) {}

  private final List<Line> lines = new ArrayList<>();

  ResultsSection(
      ReviewSource source,
      UnitId unit,
      List<PersonId> people,
      Names names,
      boolean leadingIsLow,
      Optional<UnitOutlook> outlook) {
    this.source = source;
    this.evidence = source.evidence();
    this.organisation = evidence.organisation();
    this.unit = unit;
    this.people = people;
    this.names = names;
    this.leadingIsLow = leadingIsLow;
    outlook.ifPresentOrElse(
        this::outlook,
        () -> add(0, "Outlook: not enough data: no won deal has a day of opening and an amount"));
    new Attained(source, unit, people).line().ifPresent(line -> lines.add(new Line(4, line)));
    restated().ifPresent(line -> add(4, line));
    add(0, difference());
    add(0, company());
    String statement = source.planner().goals().statement(unit);
    if (!statement.isEmpty()) {
      add(0, statement);
    }
  }

  private void add(int dispensable, String text) {
    lines.add(new Line(dispensable, " " + text));
  }

  private void outlook(UnitOutlook result) {
    String first =
        String.format(
            Locale.ROOT,
            "%s  %s won + %s live + %s to create = %s [%s, %s]%s",
            result.period().label(),
            Text.money(result.won()),
            Text.money(result.live()),
            Text.money(result.toCreate()),
            Text.money(result.total()),
            Text.money(result.low()),
            Text.money(result.high()),
            goal(result));
    add(0, first.length() <= widest() ? first : first.replaceFirst(", its people's .*", ""));
    Attained.overridden(source, result, names).ifPresent(line -> lines.add(new Line(2, line)));
    add(0, beside(result));
    source.hindsight().ifPresent(this::since);
    result
        .next()
        .ifPresent(next -> add(0, Text.clip(next.period().label() + "  " + next, widest())));
    result.pace().ifPresent(pace -> add(0, pace(result, pace)));
    doubt(result).ifPresent(text -> lines.add(new Line(0, text)));
  }

  /** All that makes an outlook doubtful: one warning in full, of several what each is about. */
  static Optional<String> doubt(UnitOutlook result) {
    List<String> warnings = result.warnings();
    return warnings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            " Doubtful: "
                + (warnings.size() == 1
                    ? warnings.get(0)
                    : warnings.stream()
                        .map(warning -> warning.replaceFirst(": .*", ""))
                        .collect(Collectors.joining("; "))));
  }

  private static int widest() {
    return WeeklyReview.WIDTH - 1;
  }

  /** The other two numbers, last quarter repeated, and by how much both were off in days left. */
  private String beside(UnitOutlook result) {
    String text =
        String.format(
            Locale.ROOT,
            "Nothing new %s, plans %s, last quarter %s",
            Text.money(result.nothingNew()),
            Text.money(result.withPlan()),
            result.repeated().map(Text::money).orElse("not observed"));
    if (source.hindsight().isEmpty()) {
      return text + "; past errors not looked at";
    }
    TrackRecord record = source.hindsight().get().record(unit);
    StringJoiner errors = new StringJoiner(", ", text + "; days left ", "");
    record.errorOfRepeated().ifPresent(off -> errors.add("off " + Text.percent(off)));
    record
        .error()
        .ifPresentOrElse(
            off ->
                errors.add(
                    String.format(
                        Locale.ROOT,
                        "outlooks %.0f %%, 80 %% in %d/%d",
                        off * 100,
                        record.held(Evidence.LEVEL),
                        record.entries().size())),
            () -> errors.add("no outlook is over yet"));
    String line = errors.toString();
    return line.length() <= widest() ? line : line.replace("80 % in", "held");
  }

  /** Why the outlook is not what it was a week ago. */
  private void since(Hindsight hindsight) {
    LocalDate before = evidence.asOf().minusDays(WEEK);
    if (hindsight.reaches(before)) {
      add(
          1,
          Text.clip(
              "Since " + before + "  " + hindsight.since(before, unit).summarize(KINDS), widest()));
    }
  }

  private String goal(UnitOutlook result) {
    if (result.target().isEmpty()) {
      return "";
    }
    Target target = result.target().get();
    Quantity sum = Quantity.ZERO;
    for (PersonId person : people) {
      sum = sum.plus(source.planner().goals().of(person).map(Target::amount).orElse(Quantity.ZERO));
    }
    boolean assumed = target.basis() instanceof Target.Assumed;
    return (assumed ? "; assumed goal " : "; goal ")
        + Text.money(target.amount())
        + (assumed || sum.signum() == 0 || sum.equals(target.amount())
            ? ""
            : ", its people's " + Text.money(sum));
  }

  private String pace(UnitOutlook result, UnitOutlook.Pace pace) {
    double won = result.won().toDouble();
    String word =
        won < pace.low().toDouble()
            ? "behind"
            : won > pace.high().toDouble()
                ? "ahead"
                : won < pace.expected().toDouble() ? "a little behind" : "a little ahead";
    boolean ahead = won >= pace.expected().toDouble();
    return String.format(
        Locale.ROOT,
        "Won %s, expected by %s %s [%s, %s]: %s%s",
        Text.money(result.won()),
        evidence.asOf(),
        Text.money(pace.expected()),
        Text.money(pace.low()),
        Text.money(pace.high()),
        word,
        ahead && leadingIsLow ? "; sections 1 and 3: not for long" : "");
  }

  /** Bookings as they were and under today's organisation, where the two differ. */
  private Optional<String> restated() {
    Bridge bridge =
        Bridge.between(
            evidence.asItWas(),
            evidence.today(),
            StandardMetrics.BOOKINGS,
            evidence.windows().allDays());
    Bridge.Line line = bridge.line(unit);
    return line.left().equals(line.right())
        ? Optional.empty()
        : Optional.of(
            "Booked in all: "
                + Text.money(line.left())
                + " as it was + "
                + Text.money(line.movedIn())
                + " moved in - "
                + Text.money(line.movedOut())
                + " moved out = "
                + Text.money(line.right())
                + " as organised today");
  }

  private String difference() {
    if (evidence.cohort().isEmpty()) {
      return "Win yield: not enough data (no complete cohort: days of opening are needed)";
    }
    Period cohort = evidence.cohort().get();
    String text =
        "Win yield "
            + evidence.today().measurement(unit, StandardMetrics.WIN_YIELD, cohort)
            + "; "
            + Difference.between(evidence.today(), StandardMetrics.WIN_YIELD, cohort, people);
    return text.length() <= widest() ? text : text.replaceFirst(" \\([\\d,]+ of [\\d,]+\\);", ";");
  }

  private String company() {
    List<PersonId> sellers =
        evidence.people().stream()
            .filter(person -> evidence.creation(person).filter(CreationRate::creates).isPresent())
            .toList();
    long signalled =
        sellers.stream().filter(person -> !source.board().of(person).isEmpty()).count();
    double byChance = source.board().looks(sellers.size()) * source.falseAlarmsPerLook();
    List<Signal> own = source.board().of(organisation.root());
    return String.format(
        Locale.ROOT,
        "%s: %d of %d %s%s%s",
        organisation.name(organisation.root()),
        signalled,
        sellers.size(),
        sellers.size() == 1 ? "seller signals" : "sellers signal",
        byChance > 0 ? String.format(Locale.ROOT, ", %.1f a week by chance", byChance) : "",
        own.isEmpty() || sellers.size() == 1
            ? ""
            : "; what moves everybody is 1 signal, not " + sellers.size());
  }

  /**
   * Returns the section; lines that can be spared are left out until it has so many, and else those
   * that are too long are cut.
   */
  WeeklyReview.Section section(int room) {
    List<Line> kept = new ArrayList<>(lines);
    for (int spare = 4; spare > 0 && size(kept) > room; spare--) {
      for (int i = kept.size() - 1; i >= 0 && size(kept) > room; i--) {
        if (kept.get(i).dispensable() == spare) {
          kept.remove(i);
        }
      }
    }
    boolean cut = size(kept) > room;
    return new WeeklyReview.Section(
        "OUTLOOK, THEN RESULTS",
        kept.stream()
            .map(line -> cut ? Text.clip(line.text(), WeeklyReview.WIDTH) : line.text())
            .toList());
  }

  private static int size(List<Line> kept) {
    return kept.stream().mapToInt(line -> Text.wrap(line.text(), WeeklyReview.WIDTH).size()).sum();
  }
}
