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
    if (!told(deal)) {
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
        }
      }
      before = Optional.of(visit);
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
      count(to, visit, count -> count.reversed++);
      find(
          Kind.REVERSED,
          deal,
          to.name(),
          visit,
          "back from " + left.orElseThrow().name() + " to " + to.name());
      return;
    }
    if (to.outcome() == Outcome.LOST) {
      return;
    }
    for (Stage skipped : version.open().subList(from + 1, place)) {
      count(skipped, visit, count -> count.skipped++);
      find(
          Kind.SKIPPED,
          deal,
          skipped.name(),
          visit,
          skipped.name() + " skipped on the way to " + to.name());
    }
    left.ifPresent(stage -> leave(deal, stage, visit));
  }

  private void leave(Deal deal, Stage stage, StageVisit visit) {
    boolean confirmed =
        deal.events().stream()
            .anyMatch(
                event ->
                    event.event().equals(stage.exitEvent())
                        && !event.on().isAfter(visit.entered()));
    count(
        stage,
        visit,
        count -> {
          count.left++;
          count.withEvent += confirmed ? 1 : 0;
        });
    if (!confirmed) {
      find(
          Kind.WITHOUT_EVENT,
          deal,
          stage.name(),
          visit,
          stage.name() + " left without \"" + stage.exitEvent() + "\"");
    }
  }

  /** Counts at what the stage is by the version of the day as of which one looks. */
  private void count(Stage stage, StageVisit visit, Consumer<Count> change) {
    process
        .stage(stage.name(), visit.entered(), known)
        .map(now -> counts.get(now.name()))
        .ifPresent(change);
  }

  private void find(Kind kind, Deal deal, String stage, StageVisit visit, String note) {
    findings.add(new Finding(kind, deal.id(), deal.owner(), stage, visit.entered(), note));
  }
}
