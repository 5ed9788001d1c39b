package dev.guidepost.core.record;

import com.google.common.collect.ImmutableSortedSet;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** What must hold of the parts of a deal, and how it stands by a source without a history. */
final class DealRules {

  private DealRules() {}

  static void check(
      DealId id,
      Optional<LocalDate> opened,
      Optional<LocalDate> recorded,
      Optional<String> undatedStage,
      List<StageVisit> visits,
      History<PersonId> owners) {
    if (undatedStage.isPresent()) {
      if (undatedStage.get().isBlank()) {
        throw new IllegalArgumentException("stage of deal " + id + " must not be blank");
      }
      if (!visits.isEmpty() && visits.get(visits.size() - 1).outcome() != Outcome.OPEN) {
        throw new IllegalArgumentException(
            "stage of deal "
                + id
                + " must have a day, as the deal is closed, but was undated: "
                + undatedStage.get());
      }
    }
    for (StageVisit visit : visits) {
      if (visit.outcome() != Outcome.OPEN) {
        requireOrder(id, opened, visit.entered());
      }
    }
    Optional<LocalDate> first =
        Stream.concat(opened.stream(), recorded.stream()).max(LocalDate::compareTo);
    if (!owned(owners, first)) {
      throw new IllegalArgumentException(
          "deal "
              + id
              + " must have an owner from the day on which it is on record"
              + first.map(day -> ", " + day).orElse("")
              + ", but had: "
              + owners);
    }
  }

  private static boolean owned(History<PersonId> owners, Optional<LocalDate> first) {
    return (first.isEmpty() ? owners.always() : owners.on(first.get())).isPresent()
        && owners.entries().stream().allMatch(entry -> entry.value().isPresent());
  }

  private static void requireOrder(DealId id, Optional<LocalDate> opened, LocalDate closed) {
    if (opened.isPresent() && closed.isBefore(opened.get())) {
      throw new IllegalArgumentException(
          "deal "
              + id
              + " must not close before it opens on "
              + opened.get()
              + ", but closed on "
              + closed);
    }
  }

  static void checkAmounts(DealId id, Stream<Quantity> amounts) {
    amounts
        .filter(amount -> amount.signum() < 0)
        .findFirst()
        .ifPresent(
            amount -> {
              throw new IllegalArgumentException(
                  "amounts of deal " + id + " must not be negative, but one was " + amount);
            });
  }

  static Optional<Deal> asOf(Deal deal, LocalDate day) {
    if (deal.onRecord().filter(first -> first.isAfter(day)).isPresent()) {
      return Optional.empty();
    }
    if (!changedAfter(deal, day)) {
      return Optional.of(deal);
    }
    List<StageVisit> seen =
        deal.visits().stream().filter(visit -> !visit.known().isAfter(day)).toList();
    return Optional.of(
        new Deal(
            deal.id(),
            deal.name(),
            deal.account(),
            deal.product(),
            deal.motion(),
            deal.origin(),
            deal.opened(),
            deal.recorded(),
            seen.size() == deal.visits().size() ? deal.undatedStage() : Optional.empty(),
            seen,
            deal.events().stream().filter(event -> !event.known().isAfter(day)).toList(),
            deal.owners().asOf(day),
            deal.amounts().asOf(day),
            deal.listAmount(),
            deal.cost(),
            deal.expectedCloses().asOf(day),
            deal.terms().asOf(day),
            deal.nextSteps().asOf(day),
            deal.teams().asOf(day),
            deal.credits().asOf(day)));
  }

  private static boolean changedAfter(Deal deal, LocalDate day) {
    return deal.visits().stream().anyMatch(visit -> visit.known().isAfter(day))
        || deal.events().stream().anyMatch(event -> event.known().isAfter(day))
        || histories(deal).anyMatch(history -> history.asOf(day) != history);
  }

  private static Stream<History<?>> histories(Deal deal) {
    return Stream.of(
        deal.owners(),
        deal.amounts(),
        deal.expectedCloses(),
        deal.terms(),
        deal.nextSteps(),
        deal.teams(),
        deal.credits());
  }

  static SortedSet<LocalDate> knownDays(Deal deal) {
    ImmutableSortedSet.Builder<LocalDate> days = ImmutableSortedSet.naturalOrder();
    deal.visits().forEach(visit -> days.add(visit.known()));
    deal.events().forEach(event -> days.add(event.known()));
    histories(deal).forEach(history -> days.addAll(history.days()));
    Optional<LocalDate> first = deal.onRecord();
    first.ifPresent(days::add);
    ImmutableSortedSet<LocalDate> all = days.build();
    return first.isPresent() ? all.tailSet(first.get()) : all;
  }

  /** How a deal stands, by a source that keeps no history of it. */
  static final class Standing {
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
      requireOrder(deal.id(), deal.opened(), day);
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
        int row = visits.stream().mapToInt(StageVisit::row).max().orElse(0);
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
}
