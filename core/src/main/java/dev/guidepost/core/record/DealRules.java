package dev.guidepost.core.record;

import com.google.common.collect.ImmutableSortedSet;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** What must hold of the parts of a deal, and how it looked. */
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

  static void requireOrder(DealId id, Optional<LocalDate> opened, LocalDate closed) {
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
        || histories(deal).anyMatch(history -> history.changesAfter(day));
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
}
