package dev.guidepost.targets.review;

import dev.guidepost.core.clarity.ClarityFinding;
import dev.guidepost.core.clarity.ClarityReport;
import dev.guidepost.core.control.Signal;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.LivePipeline;
import dev.guidepost.targets.outlook.UnitOutlook;
import dev.guidepost.targets.plan.Plan;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the sections of a review. */
final class ReviewWriter {

  private static final int MANY = 9;
  private static final int NO_BOUND = 1_000_000;
  private static final int LEAST_TALK = 4;
  private static final int LEAST_RESULTS = 8;

  private final ReviewSource source;
  private final boolean inFull;
  private final Evidence evidence;
  private final Organisation organisation;
  private final UnitId unit;
  private final List<PersonId> people;
  private final Map<PersonId, Plan> plans = new HashMap<>();
  private final Optional<UnitOutlook> outlook;
  private final Promises promises;
  private final PipelineSection pipeline;
  private final WeeklyReview.Section table;

  ReviewWriter(ReviewSource source, UnitId unit, boolean inFull) {
    this.inFull = inFull;
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
            outlook,
            LivePipeline.join(
                people.stream()
                    .map(person -> java.util.Objects.requireNonNull(plans.get(person)).pipeline())
                    .toList()));
    this.table =
        new AgreedTable(source, unit, listed(), plans, people, outlook, promises).section();
  }

  WeeklyReview write() {
    Optional<Plan> focus = focus();
    int most = inFull ? NO_BOUND : WeeklyReview.LINES;
    WeeklyReview.Section health =
        new WeeklyReview.Section(
            "",
            source.health().stream()
                .map(line -> inFull ? line : Text.clause(line, WeeklyReview.WIDTH))
                .toList());
    List<WeeklyReview.Section> middle = new ArrayList<>();
    middle.add(pipeline.section());
    focus.ifPresent(plan -> middle.add(new PlanSection(evidence, plan).section()));
    List<Owed> owed = promises.owed();
    List<ClarityFinding> unclear = unclear();
    WeeklyReview.Section shortest = agreed(owed, unclear, 0);
    int doubt =
        outlook
            .flatMap(ResultsSection::doubt)
            .map(line -> Text.wrap(line, WeeklyReview.WIDTH).size())
            .orElse(0);
    int least = lines(List.of(shortest)) + 1 + LEAST_TALK + 1 + LEAST_RESULTS + doubt;
    least += 1 + health.lines().size();
    if (lines(middle) + least > most) {
      middle.set(0, clipped(middle.get(0)));
      int left = most - least - lines(middle.subList(0, 1)) - 1;
      focus.ifPresent(plan -> middle.set(1, new PlanSection(evidence, plan).brief(left)));
    }
    int room = most - 1 - health.lines().size() - lines(middle) - 1 - LEAST_TALK;
    WeeklyReview.Section results =
        new ResultsSection(
                source,
                unit,
                people,
                promises.names(),
                pipeline.isShort() || findings().stream().anyMatch(ReviewWriter::isLow),
                outlook)
            .section(room - lines(List.of(shortest)) - 1);
    room -= lines(List.of(results));
    WeeklyReview.Section agreed = agreed(owed, unclear, room);
    room -= lines(List.of(agreed));
    List<WeeklyReview.Section> sections = new ArrayList<>(List.of(health));
    sections.add(talkAbout(LEAST_TALK + Math.max(0, room)));
    sections.add(agreed);
    sections.addAll(middle);
    sections.add(results);
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

  /** The section with every line that was broken cut instead. */
  private static WeeklyReview.Section clipped(WeeklyReview.Section section) {
    List<String> whole = new ArrayList<>();
    for (String line : section.lines()) {
      if (line.startsWith(Text.INDENT) && !whole.isEmpty()) {
        whole.add(whole.remove(whole.size() - 1) + " " + line.strip());
      } else {
        whole.add(line);
      }
    }
    return new WeeklyReview.Section(
        section.title(), whole.stream().map(line -> Text.clip(line, WeeklyReview.WIDTH)).toList());
  }

  private static int lines(List<WeeklyReview.Section> sections) {
    return sections.stream().mapToInt(section -> 1 + section.lines().size()).sum();
  }

  /** The table by name, who owes what and what is hard to follow; as many names as have room. */
  private WeeklyReview.Section agreed(List<Owed> owed, List<ClarityFinding> unclear, int room) {
    WeeklyReview.Section whole = table;
    for (int named = PromiseLines.NAMED; named >= 0; named--) {
      PromiseLines promised = new PromiseLines(promises.names(), Math.max(1, named));
      List<String> told = new ArrayList<>(promised.missed(promises.results()));
      told.addAll(promised.uncounted(promises.uncounted()));
      told.addAll(promised.owed(owed));
      if (source.clarity().isPresent()) {
        told.addAll(promised.clarity(unclear, unchecked()));
      }
      List<String> all = new ArrayList<>(table.lines());
      all.addAll(named > 0 ? told : PromiseLines.brief(told));
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

  /** Up to nine people all of them; above that those with a finding, nine if room is short. */
  private List<PersonId> listed() {
    return people.size() <= MANY
        ? people
        : people.stream()
            .filter(person -> !source.board().of(person).isEmpty())
            .limit(inFull ? people.size() : MANY)
            .toList();
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
    List<Signal> found = findings();
    boolean brief = room <= 2 * found.size();
    List<String> mine = new ArrayList<>();
    Map<PartyId, List<Signal>> byOwner = new LinkedHashMap<>();
    found.forEach(
        signal -> byOwner.computeIfAbsent(signal.owner(), owner -> new ArrayList<>()).add(signal));
    for (List<Signal> signals : byOwner.values()) {
      if (!brief) {
        signals.forEach(signal -> mine.add(" " + signal.message() + edge(signal)));
      } else {
        String also = also(signals) + edge(signals.get(0));
        mine.add(
            Text.clip(" " + signals.get(0).message(), WeeklyReview.WIDTH - also.length()) + also);
      }
    }
    long units =
        brief
            ? byOwner.keySet().stream().filter(owner -> owner instanceof UnitId).count()
            : found.stream().filter(signal -> signal.owner() instanceof UnitId).count();
    pipeline.finding(organisation.name(unit)).ifPresent(finding -> mine.add((int) units, finding));
    for (PersonId person : people) {
      int streak = promises.streak(person);
      if (streak >= Brief.STREAK) {
        mine.add(
            " "
                + promises.names().of(person)
                + ": WELL DONE: everything agreed was kept "
                + streak
                + " weeks running");
      }
    }
    int shown = 0;
    int used = 0;
    for (String line : mine) {
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
    return signal.owner().equals(organisation.root()) && isLow(signal)
        ? "; is the data whole?"
        : "";
  }

  /** Signals of the unit, its people, and the units above and below. */
  private List<Signal> findings() {
    List<Signal> mine = new ArrayList<>();
    for (boolean units : new boolean[] {true, false}) {
      source.board().signals().stream()
          .filter(signal -> concerns(signal.owner()))
          .filter(signal -> signal.owner() instanceof UnitId == units)
          .forEach(mine::add);
    }
    return mine;
  }

  /** What else signals for the same owner, in few words. */
  private static String also(List<Signal> signals) {
    return signals.size() == 1
        ? ""
        : "; "
            + signals.stream()
                .skip(1)
                .map(signal -> signal.metric().value())
                .distinct()
                .collect(Collectors.joining(", "))
            + " too";
  }

  static boolean isLow(Signal signal) {
    return signal.value() < (signal.lower() + signal.upper()) / 2;
  }

  private boolean concerns(PartyId owner) {
    return owner instanceof PersonId person
        ? people.contains(person)
        : organisation.path(unit, evidence.review()).contains(owner)
            || (owner instanceof UnitId below
                && organisation.path(below, evidence.review()).contains(unit));
  }
}
