package dev.guidepost.core.record;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a deal stands, by a source that keeps no history of it. */
final class DealStanding {
  Optional<String> stage = Optional.empty();
  Optional<Outcome> outcome = Optional.empty();
  Optional<LocalDate> closed = Optional.empty();
  Optional<History<Quantity>> amount = Optional.empty();

  /** Returns the deal with how it stands, if anything was said of that. */
  Deal complete(Deal deal) {
    Deal standing = deal;
    if (outcome.isPresent() || closed.isPresent()) {
      requireDay(deal.id());
      standing =
          outcome.get() == Outcome.OPEN
              ? open(deal)
              : closed(deal, outcome.get(), closed.orElseThrow());
    } else if (stage.isPresent()) {
      standing = open(deal);
    }
    if (amount.isPresent()) {
      standing = replace(standing, standing.undatedStage(), standing.visits(), worth(standing));
    }
    return standing;
  }

  private void requireDay(DealId id) {
    if (outcome.isEmpty() || (outcome.get() == Outcome.OPEN) != closed.isEmpty()) {
      throw new IllegalArgumentException(
          "deal "
              + id
              + " must have a day of closing if and only if it is closed, but was "
              + outcome.orElse(Outcome.OPEN)
              + closed.map(day -> " with " + day).orElse(" without"));
    }
  }

  private Deal open(Deal deal) {
    if (deal.outcome() != Outcome.OPEN) {
      throw new IllegalArgumentException(
          "deal "
              + deal.id()
              + " must be closed, as its last visit has it, but was said to be OPEN: "
              + deal.visits().get(deal.visits().size() - 1));
    }
    Optional<String> undated =
        stage.filter(
            said ->
                deal.visits().isEmpty()
                    || !deal.visits().get(deal.visits().size() - 1).stage().equals(said));
    return replace(
        deal, stage.isPresent() ? undated : deal.undatedStage(), deal.visits(), deal.amounts());
  }

  private Deal closed(Deal deal, Outcome how, LocalDate day) {
    DealRules.requireOrder(deal.id(), deal.opened(), day);
    String last = stage.orElse(deal.stage());
    List<StageVisit> visits = new ArrayList<>(deal.visits());
    boolean told =
        visits.stream()
            .anyMatch(
                visit ->
                    visit.entered().equals(day)
                        && visit.outcome() == how
                        && visit.stage().equals(last));
    if (!told) {
      visits.removeIf(
          visit ->
              visit.entered().equals(day)
                  && visit.outcome() == Outcome.OPEN
                  && visit.stage().equals(last));
      boolean another =
          visits.stream()
              .anyMatch(visit -> visit.entered().equals(day) && visit.outcome() != Outcome.OPEN);
      int row = visits.stream().mapToInt(StageVisit::row).max().orElse(0) + (another ? 1 : 0);
      LocalDate known =
          visits.stream()
              .filter(visit -> visit.entered().equals(day))
              .map(StageVisit::known)
              .max(LocalDate::compareTo)
              .orElse(day);
      visits.add(new StageVisit(last, day, how, known, row));
    }
    Deal closed = replace(deal, Optional.empty(), visits, deal.amounts());
    if (closed.outcome() != how || !closed.closed().equals(Optional.of(day))) {
      throw new IllegalArgumentException(
          "visits of deal "
              + deal.id()
              + " must end with its closing on "
              + day
              + ", but were "
              + deal.visits());
    }
    return closed;
  }

  /** The amount of a closed deal was known when that closed. */
  private History<Quantity> worth(Deal deal) {
    History<Quantity> given = amount.orElseThrow();
    return deal.outcome() == Outcome.OPEN || given.always().isEmpty()
        ? given
        : History.<Quantity>none()
            .with(deal.visits().get(deal.visits().size() - 1).known(), given.always().get());
  }

  private static Deal replace(
      Deal deal,
      Optional<String> undatedStage,
      List<StageVisit> visits,
      History<Quantity> amounts) {
    return new Deal(
        deal.id(),
        deal.name(),
        deal.account(),
        deal.product(),
        deal.motion(),
        deal.origin(),
        deal.opened(),
        deal.recorded(),
        undatedStage,
        visits,
        deal.withdrawals(),
        deal.events(),
        deal.owners(),
        amounts,
        deal.listAmount(),
        deal.cost(),
        deal.expectedCloses(),
        deal.terms(),
        deal.nextSteps(),
        deal.teams(),
        deal.credits());
  }
}
