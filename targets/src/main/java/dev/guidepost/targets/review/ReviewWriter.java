package dev.guidepost.targets.review;

import dev.guidepost.core.clarity.ClarityFinding;
import dev.guidepost.core.clarity.ClarityReport;
import dev.guidepost.core.control.Signal;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Bridge;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.org.Organisation;
import dev.guidepost.targets.funnel.LivePipeline;
import dev.guidepost.targets.plan.Evidence;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.UnitOutlook;
import dev.guidepost.targets.rates.Difference;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the sections of a review. */
final class ReviewWriter {

  private static final int MANY = 9;
  private static final int LEAST_TALK = 3;

  private final ReviewSource source;
  private final Evidence evidence;
  private final Organisation organisation;
  private final UnitId unit;
  private final List<PersonId> people;
  private final Map<PersonId, Plan> plans = new HashMap<>();
  private final Optional<UnitOutlook> outlook;
  private final Promises promises;
  private final PipelineSection pipeline;

  ReviewWriter(ReviewSource source, UnitId unit) {
    this.source = source;
    this.evidence = source.evidence();
    this.organisation = evidence.organisation();
    this.unit = unit;
    if (!organisation.units().contains(unit)) {
      throw new IllegalArgumentException("unit must be one of the organisation, but was " + unit);
    }
    this.people =
        evidence.people().stream()
            .filter(person -> organisation.path(person, evidence.review()).contains(unit))
            .sorted(
                Comparator.comparing((PersonId person) -> organisation.name(person))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    people.forEach(person -> plans.put(person, source.planner().plan(person)));
    this.outlook = source.planner().outlook(unit);
    this.promises = new Promises(source, unit, people);
    this.pipeline =
        new PipelineSection(
            source,
            unit,
            LivePipeline.join(
                people.stream()
                    .map(person -> java.util.Objects.requireNonNull(plans.get(person)).pipeline())
                    .toList()));
  }

  WeeklyReview write() {
    Optional<Plan> focus = focus();
    WeeklyReview.Section health = new WeeklyReview.Section("", source.health());
    List<WeeklyReview.Section> after = new ArrayList<>();
    after.add(pipeline.section());
    focus.ifPresent(plan -> after.add(new PlanSection(evidence, plan).section()));
    after.add(results());
    List<Owed> owed = promises.owed();
    List<ClarityFinding> unclear = unclear();
    int used = 2 + health.lines().size() + lines(after);
    WeeklyReview.Section agreed = agreed(owed, unclear, WeeklyReview.LINES - LEAST_TALK - used);
    used += lines(List.of(agreed));
    List<WeeklyReview.Section> sections = new ArrayList<>(List.of(health));
    sections.add(talkAbout(Math.max(LEAST_TALK, WeeklyReview.LINES - used)));
    sections.add(agreed);
    sections.addAll(after);
    Period period = evidence.period();
    String heading =
        String.format(
            Locale.ROOT,
            "GUIDEPOST weekly review   %s, %d sellers   %s %s, day %d of %d in %s",
            organisation.name(unit),
            people.size(),
            evidence.review().getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH),
            evidence.review(),
            ChronoUnit.DAYS.between(period.start(), evidence.review()) + 1,
            period.days(),
            period.label());
    return new WeeklyReview(unit, heading, sections, focus, promises.results(), owed, unclear);
  }

  private static int lines(List<WeeklyReview.Section> sections) {
    return sections.stream().mapToInt(section -> 1 + section.lines().size()).sum();
  }

  /** The table by name, who owes what and what is hard to follow; as many names as have room. */
  private WeeklyReview.Section agreed(List<Owed> owed, List<ClarityFinding> unclear, int room) {
    WeeklyReview.Section table =
        new AgreedTable(source, organisation.name(unit), listed(), plans, people, outlook, promises)
            .section();
    WeeklyReview.Section whole = table;
    for (int named = PromiseLines.NAMED; named > 0; named--) {
      PromiseLines promised = new PromiseLines(promises.names(), named);
      List<String> all = new ArrayList<>(table.lines());
      all.addAll(promised.missed(promises.results()));
      all.addAll(promised.uncounted(promises.uncounted()));
      all.addAll(promised.owed(owed));
      if (source.clarity().isPresent()) {
        all.addAll(promised.clarity(unclear, unchecked()));
      }
      whole = new WeeklyReview.Section(table.title(), all);
      if (lines(List.of(whole)) <= room) {
        break;
      }
    }
    return whole;
  }

  private List<ClarityFinding> unclear() {
    return source.clarity().stream()
        .flatMap(report -> report.findings().stream())
        .filter(finding -> promises.within(finding.party()))
        .toList();
  }

  /** What could not be checked for the unit, units below and its people, or for anybody. */
  private List<ClarityReport.Unchecked> unchecked() {
    List<ClarityReport.Unchecked> mine = new ArrayList<>();
    source.clarity().stream()
        .flatMap(report -> report.unchecked().stream())
        .forEach(
            gap -> {
              Set<PartyId> parties =
                  gap.parties().stream().filter(promises::within).collect(Collectors.toSet());
              if (gap.parties().isEmpty() || !parties.isEmpty()) {
                mine.add(new ClarityReport.Unchecked(gap.rule(), gap.why(), parties));
              }
            });
    return mine;
  }

  /** Up to nine people all of them; above that those with a finding. */
  private List<PersonId> listed() {
    return people.size() <= MANY
        ? people
        : people.stream().filter(person -> !source.board().of(person).isEmpty()).toList();
  }

  /** One with a finding first, else whose goal is least likely. */
  private Optional<Plan> focus() {
    return people.stream()
        .map(person -> java.util.Objects.requireNonNull(plans.get(person)))
        .filter(plan -> plan.reason().isEmpty() && !plan.lines().isEmpty())
        .min(
            Comparator.comparing((Plan plan) -> source.board().of(plan.person()).isEmpty())
                .thenComparing(
                    plan -> plan.chances().map(chances -> chances.recentRate()).orElse(2.0))
                .thenComparing(Plan::person));
  }

  /** As many findings as there is room for: the company's own first, then by owner. */
  private WeeklyReview.Section talkAbout(int room) {
    List<String> lines = new ArrayList<>();
    List<Signal> mine =
        source.board().signals().stream().filter(signal -> concerns(signal.owner())).toList();
    int shown = 0;
    int used = 0;
    for (Signal signal : mine) {
      String line = " " + signal.message() + edge(signal);
      int rest = mine.size() - shown - 1 > 0 ? 1 : 0;
      used += Text.wrap(line, WeeklyReview.WIDTH).size();
      if (used + rest > room) {
        break;
      }
      lines.add(line);
      shown++;
    }
    if (shown < mine.size()) {
      lines.add(" and " + (mine.size() - shown) + " more findings");
    }
    if (mine.isEmpty()) {
      lines.add(" Nothing unusual: no chart of this unit, its people or the units above signals");
    }
    int looks = source.board().looks(people.size());
    double weekly = looks * source.falseAlarmsPerLook();
    String title =
        "TALK ABOUT  (owner told first; "
            + people.size()
            + " sellers x "
            + source.board().trees().size()
            + " leading metrics"
            + (weekly > 0
                ? String.format(
                    Locale.ROOT, ": 1 false alarm in about %.0f weeks)", Math.max(1, 1 / weekly))
                : ")");
    return new WeeklyReview.Section(title, lines);
  }

  /** A fall of the whole company in the last weeks may be an export that was cut off. */
  private String edge(Signal signal) {
    return signal.owner().equals(organisation.root())
            && signal.value() < (signal.lower() + signal.upper()) / 2
        ? "; check first that the data is whole"
        : "";
  }

  private boolean concerns(PartyId owner) {
    return owner instanceof PersonId person
        ? people.contains(person)
        : organisation.path(unit, evidence.review()).contains(owner)
            || (owner instanceof UnitId below
                && organisation.path(below, evidence.review()).contains(unit));
  }

  private WeeklyReview.Section results() {
    List<String> lines = new ArrayList<>();
    Cube cube = evidence.today();
    outlook.ifPresent(
        result ->
            lines.add(
                " "
                    + result.period().label()
                    + "  "
                    + Text.money(result.won())
                    + " won + "
                    + Text.money(result.live())
                    + " live + "
                    + Text.money(result.toCreate())
                    + " to create = "
                    + Text.money(result.total())
                    + " ["
                    + Text.money(result.low())
                    + ", "
                    + Text.money(result.high())
                    + "]"
                    + goal(result)));
    outlook
        .flatMap(result -> Attained.overridden(source, result, promises.names()))
        .ifPresent(lines::add);
    new Attained(source, unit, people).line().ifPresent(lines::add);
    Period last = evidence.lastFullPeriod();
    if (cube.periods().contains(last)) {
      lines.add(
          " "
              + last.label()
              + "  "
              + cube.measurement(unit, StandardMetrics.BOOKINGS, last)
              + ", "
              + cube.measurement(unit, StandardMetrics.WINS, last)
              + " won; win rate "
              + cube.measurement(unit, StandardMetrics.WIN_RATE, last)
              + " of closed");
    }
    bridge().ifPresent(lines::add);
    lines.add(" " + difference());
    lines.add(" " + companyLine());
    String statement = source.planner().goals().statement(unit);
    if (!statement.isEmpty()) {
      lines.add(" " + statement);
    }
    return new WeeklyReview.Section("OUTLOOK, THEN RESULTS", lines);
  }

  /** Bookings as they were and under today's organisation, where the two differ. */
  private Optional<String> bridge() {
    Bridge bridge =
        Bridge.between(
            evidence.asItWas(), evidence.today(), StandardMetrics.BOOKINGS, evidence.allDays());
    Bridge.Line line = bridge.line(unit);
    return line.left().equals(line.right())
        ? Optional.empty()
        : Optional.of(
            " Booked in all: "
                + Text.money(line.left())
                + " as it was + "
                + Text.money(line.movedIn())
                + " moved in - "
                + Text.money(line.movedOut())
                + " moved out = "
                + Text.money(line.right())
                + " as organised today");
  }

  private static String goal(UnitOutlook result) {
    if (result.target().isEmpty() || result.chances().isEmpty()) {
      return "";
    }
    Target target = result.target().get();
    return "; "
        + (target.basis() instanceof Target.Assumed ? "assumed goal " : "goal ")
        + Text.money(target.amount());
  }

  private String difference() {
    if (evidence.cohort().isEmpty()) {
      return "Win yield: not enough data (no complete cohort: days of opening are needed)";
    }
    Period cohort = evidence.cohort().get();
    return "Win yield "
        + evidence.today().measurement(unit, StandardMetrics.WIN_YIELD, cohort)
        + "; "
        + Difference.between(evidence.today(), StandardMetrics.WIN_YIELD, cohort, people);
  }

  private String companyLine() {
    long signalled =
        evidence.people().stream().filter(person -> !source.board().of(person).isEmpty()).count();
    double byChance = source.board().looks(evidence.people().size()) * source.falseAlarmsPerLook();
    List<Signal> own = source.board().of(organisation.root());
    return String.format(
        Locale.ROOT,
        "%s: %d of %d sellers signal, %.1f a week by chance%s",
        organisation.name(organisation.root()),
        signalled,
        evidence.people().size(),
        byChance,
        own.isEmpty() ? "" : "; what moves everybody is 1 signal, not " + evidence.people().size());
  }
}
