package dev.guidepost.targets.planning;

import dev.guidepost.core.practice.ProcessVersion;
import dev.guidepost.core.practice.SalesProcess;
import dev.guidepost.core.practice.Stage;
import dev.guidepost.core.record.BuyerEvent;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.NextStep;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to happen next with a deal: what was noted for it, else what the buyer does before it
 * leaves its stage, else nothing that is known.
 *
 * @param process the sales process, if there is one
 * @param review the day of the review
 */
record BuyerSteps(Optional<SalesProcess> process, LocalDate review) {

  String of(Deal deal) {
    Optional<NextStep> noted = deal.nextStep();
    if (noted.isPresent() && !noted.get().overdueOn(review)) {
      return noted.get().what();
    }
    String overdue = noted.map(step -> step.what() + ", due since " + step.due()).orElse("");
    return process.flatMap(given -> buyers(given, deal)).orElse(overdue);
  }

  /** The day noted for the next step, if it is one of a week. */
  Optional<LocalDate> due(Deal deal, Period week) {
    return deal.nextStep().map(NextStep::due).filter(week::contains);
  }

  /** The first thing that the buyer has not yet done, of this stage or a later one. */
  private Optional<String> buyers(SalesProcess given, Deal deal) {
    Optional<ProcessVersion> version = given.on(review);
    Optional<Stage> stage = stage(given, deal);
    if (version.isEmpty() || stage.isEmpty()) {
      return Optional.empty();
    }
    Set<String> done = deal.events().stream().map(BuyerEvent::event).collect(Collectors.toSet());
    return version.get().stages().stream()
        .dropWhile(one -> !one.equals(stage.get()))
        .filter(one -> one.outcome() == Outcome.OPEN && !done.contains(one.exitEvent()))
        .map(one -> "buyer " + one.exitEvent())
        .findFirst();
  }

  private Optional<Stage> stage(SalesProcess given, Deal deal) {
    if (deal.undatedStage().isPresent()) {
      return given.on(review).flatMap(version -> version.stage(deal.stage()));
    }
    List<StageVisit> visits = deal.visits();
    return visits.isEmpty()
        ? Optional.empty()
        : given.stage(deal.stage(), visits.get(visits.size() - 1).entered(), review);
  }
}
