package dev.guidepost.core.practice;

import dev.guidepost.core.practice.Conformance.Finding;
import dev.guidepost.core.practice.Conformance.Kind;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Follows deals through a process. */
final class Conforming {

  private static final class Count {
    private int left;
    private int withEvent;
    private int skipped;
    private int reversed;
  }

  private final SalesProcess process;
  private final LocalDate known;
  private final Map<String, Count> counts = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private int untold;

  /** The stages of open deals that the deal that is followed has entered so far, and when. */
  private final List<Named> entered = new ArrayList<>();

  /** The stages that were found to be skipped by that deal, and when. */
  private final List<Named> skipped = new ArrayList<>();

  /** A stage by the name that it had on a day. */
  private record Named(String stage, LocalDate on) {}

  Conforming(SalesProcess process, LocalDate known) {
    this.process = process;
    this.known = known;
    process.on(known).stream()
        .flatMap(version -> version.open().stream())
        .forEach(stage -> counts.put(stage.name(), new Count()));
  }

  Conformance report(Collection<Deal> deals) {
    for (Deal deal : deals) {
      deal.asOf(known).ifPresent(this::follow);
    }
    findings.sort(
        Comparator.comparing(Finding::on)
            .thenComparing(finding -> finding.deal().value())
            .thenComparing(Finding::kind));
    List<Conformance.Line> lines = new ArrayList<>();
    counts.forEach(
        (stage, count) ->
            lines.add(
                new Conformance.Line(
                    stage, Ratio.of(count.withEvent, count.left), count.skipped, count.reversed)));
    return new Conformance(known, lines, findings, untold);
  }

  private void follow(Deal deal) {
    List<StageVisit> visits = deal.visits();
    Optional<StageVisit> before = Optional.empty();
    entered.clear();
    skipped.clear();
    boolean told = told(deal);
    if (!told) {
      before = Optional.of(visits.get(0));
      untold += process.on(visits.get(0).entered()).isPresent() ? 1 : 0;
      visits = visits.subList(1, visits.size());
    }
    for (StageVisit visit : visits) {
      Optional<ProcessVersion> version = process.on(visit.entered());
      if (version.isPresent()) {
        Optional<Stage> stage = version.get().stage(visit.stage());
        if (stage.isEmpty()) {
          find(Kind.UNKNOWN_STAGE, deal, visit.stage(), visit, "no stage " + visit.stage());
          continue;
        }
        Optional<Stage> left =
            before.flatMap(
                last ->
                    process
                        .stage(last.stage(), last.entered(), visit.entered())
                        .map(found -> as(version.get(), found, last.outcome())));
        if (before.isEmpty() || left.isPresent()) {
          Stage to = as(version.get(), stage.get(), visit.outcome());
          move(deal, version.get(), left, to, visit);
          if (told) {
            skip(deal, version.get(), to, visit);
          }
        }
      }
      before = Optional.of(visit);
      if (visit.outcome() == Outcome.OPEN) {
        entered.add(new Named(visit.stage(), visit.entered()));
      }
    }
  }

  /** Whether anything is known of a deal before its closing, if it was not closed at once. */
  private static boolean told(Deal deal) {
    if (deal.visits().isEmpty() || deal.visits().get(0).outcome() == Outcome.OPEN) {
      return true;
    }
    return deal.opened().equals(Optional.of(deal.visits().get(0).entered()));
  }

  /** A deal that a source has as closed in a stage of open ones is in one of closed deals. */
  private static Stage as(ProcessVersion version, Stage stage, Outcome outcome) {
    return outcome == Outcome.OPEN || stage.outcome() != Outcome.OPEN
        ? stage
        : version.stages().stream()
            .filter(closed -> closed.outcome() == outcome)
            .findFirst()
            .orElse(stage);
  }

  private void move(
      Deal deal, ProcessVersion version, Optional<Stage> left, Stage to, StageVisit visit) {
    int from = left.map(version::place).orElse(-1);
    int place = version.place(to);
    boolean wasClosed = left.filter(stage -> stage.outcome() != Outcome.OPEN).isPresent();
    if (left.isPresent() && left.get().equals(to)) {
      return;
    }
    if (wasClosed && left.orElseThrow().outcome() == to.outcome()) {
      return;
    }
    if (wasClosed || place < from) {
      if (!now(left.orElseThrow(), visit).equals(now(to, visit))) {
        count(to, visit, count -> count.reversed++);
      }
      find(
          Kind.REVERSED,
          deal,
          to.name(),
          visit,
          "back from " + left.orElseThrow().name() + " to " + to.name());
      return;
    }
    if (to.outcome() != Outcome.LOST) {
      left.ifPresent(stage -> leave(deal, stage, to, visit));
    }
  }

  /** Finds the stages before one that is entered which lie beyond all that were entered before. */
  private void skip(Deal deal, ProcessVersion version, Stage to, StageVisit visit) {
    if (to.outcome() == Outcome.LOST) {
      return;
    }
    int reached =
        entered.stream()
            .flatMap(named -> process.stage(named.stage(), named.on(), visit.entered()).stream())
            .mapToInt(version::place)
            .max()
            .orElse(-1);
    List<Stage> beyond = version.open();
    for (int place = reached + 1; place < version.place(to); place++) {
      Stage missed = beyond.get(place);
      if (holds(skipped, missed, visit.entered())) {
        continue;
      }
      skipped.add(new Named(missed.name(), visit.entered()));
      countSkipped(missed, to, visit);
      find(
          Kind.SKIPPED,
          deal,
          missed.name(),
          visit,
          missed.name() + " skipped on the way to " + to.name());
    }
  }

  private boolean holds(List<Named> all, Stage stage, LocalDate day) {
    return all.stream()
        .anyMatch(
            named -> process.stage(named.stage(), named.on(), day).equals(Optional.of(stage)));
  }

  /**
   * Counts a skipped stage, once for a deal, unless the deal was in what it has become: of two
   * stages that are one now it is enough to have entered one.
   */
  private void countSkipped(Stage missed, Stage to, StageVisit visit) {
    Optional<Stage> now = now(missed, visit);
    long before =
        skipped.stream()
            .filter(named -> process.stage(named.stage(), named.on(), known).equals(now))
            .count();
    boolean was = now.isPresent() && holds(entered, now.get(), known);
    if (before == 1 && !was && !now.equals(now(to, visit))) {
      count(missed, visit, count -> count.skipped++);
    }
  }

  /** What a stage is by the version of the day as of which one looks. */
  private Optional<Stage> now(Stage stage, StageVisit visit) {
    return process.stage(stage.name(), visit.entered(), known);
  }

  private void leave(Deal deal, Stage stage, Stage to, StageVisit visit) {
    boolean confirmed =
        deal.events().stream()
            .anyMatch(
                event ->
                    event.event().equals(stage.exitEvent())
                        && !event.on().isAfter(visit.entered()));
    if (!now(stage, visit).equals(now(to, visit))) {
      count(
          stage,
          visit,
          count -> {
            count.left++;
            count.withEvent += confirmed ? 1 : 0;
          });
    }
    if (!confirmed) {
      find(
          Kind.WITHOUT_EVENT,
          deal,
          stage.name(),
          visit,
          stage.name() + " left without \"" + stage.exitEvent() + "\"");
    }
  }

  /** Counts at what the stage is now. */
  private void count(Stage stage, StageVisit visit, Consumer<Count> change) {
    now(stage, visit).map(found -> counts.get(found.name())).ifPresent(change);
  }

  private void find(Kind kind, Deal deal, String stage, StageVisit visit, String note) {
    findings.add(new Finding(kind, deal.id(), deal.owner(), stage, visit.entered(), note));
  }
}
