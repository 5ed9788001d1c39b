package dev.guidepost.core.record;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.primitives.Ints;
import dev.guidepost.core.closing.Closings;
import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.credit.CreditCase;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.credit.DealTeam;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold of the parts of a deal, and how it looked. */
final class DealRules {

  private DealRules() {}

  /** Returns the visits that were not taken back, in order; the same one given twice is one. */
  static ImmutableList<StageVisit> standing(
      DealId id, List<StageVisit> visits, List<Withdrawal> withdrawals) {
    Set<StageVisit> withdrawn = new HashSet<>();
    withdrawals.forEach(withdrawal -> withdrawn.add(withdrawal.visit()));
    ImmutableList<StageVisit> standing =
        visits.stream()
            .filter(visit -> !withdrawn.contains(visit))
            .distinct()
            .sorted(StageVisit.ORDER)
            .collect(ImmutableList.toImmutableList());
    requireDistinctRows(
        id, Stream.concat(standing.stream(), withdrawn.stream()).sorted(StageVisit.ORDER).toList());
    return standing;
  }

  private static void requireDistinctRows(DealId id, List<StageVisit> all) {
    for (int i = 1; i < all.size(); i++) {
      if (StageVisit.ORDER.compare(all.get(i - 1), all.get(i)) == 0) {
        throw new IllegalArgumentException(
            "visits of deal "
                + id
                + " on one day must have different rows, but "
                + Stream.of(all.get(i - 1), all.get(i))
                    .map(StageVisit::stage)
                    .sorted()
                    .collect(Collectors.joining(" and "))
                + " on "
                + all.get(i).entered()
                + " had the same");
      }
    }
  }

  static void check(
      DealId id,
      Optional<LocalDate> opened,
      Optional<String> undatedStage,
      List<StageVisit> visits,
      List<Withdrawal> withdrawals) {
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
    Stream.concat(visits.stream(), withdrawals.stream().map(Withdrawal::visit))
        .forEach(visit -> requireOrder(id, opened, visit));
  }

  static void checkOwners(
      DealId id,
      Optional<LocalDate> opened,
      Optional<LocalDate> recorded,
      History<PersonId> owners) {
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

  private static void requireOrder(DealId id, Optional<LocalDate> opened, StageVisit visit) {
    if (visit.outcome() != Outcome.OPEN) {
      requireOrder(id, opened, visit.entered());
    } else if (opened.isPresent() && visit.entered().isBefore(opened.get())) {
      throw new IllegalArgumentException(
          "deal "
              + id
              + " must not enter stage "
              + visit.stage()
              + " before it opens on "
              + opened.get()
              + ", but did on "
              + visit.entered());
    }
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

  /** The day of the first of the last visits with the same outcome, unless that is open. */
  static Optional<LocalDate> closed(List<StageVisit> visits) {
    int first = visits.size() - 1;
    if (first < 0 || visits.get(first).outcome() == Outcome.OPEN) {
      return Optional.empty();
    }
    Outcome outcome = visits.get(first).outcome();
    while (first > 0 && visits.get(first - 1).outcome() == outcome) {
      first--;
    }
    return Optional.of(visits.get(first).entered());
  }

  static String label(Deal deal) {
    return deal.name()
        .filter(text -> !text.isBlank())
        .or(() -> deal.account().map(AccountId::value))
        .or(
            () ->
                deal.product().filter(text -> !text.isBlank()).map(sold -> sold + " " + deal.id()))
        .orElse(deal.id().value());
  }

  static OptionalInt age(Optional<LocalDate> opened, LocalDate day) {
    return opened.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(Ints.saturatedCast(ChronoUnit.DAYS.between(opened.get(), day)));
  }

  /** What held on a day; before anything is dated, what held when the deal came on record. */
  static <T> Optional<T> heldOn(Deal deal, History<T> history, LocalDate day) {
    return history.at(history.reaches(day) ? day : deal.onRecord().orElse(day));
  }

  static Credit credit(
      Deal deal, LocalDate on, CreditRules rules, Closings closings, LocalDate asOf) {
    return rules
        .asOf(closings.knownFor(on, asOf))
        .creditOf(
            new CreditCase(
                deal.ownerOn(on),
                heldOn(deal, deal.teams(), on).orElse(DealTeam.NOBODY),
                deal.motion(),
                deal.origin()),
            on);
  }

  static Optional<Deal> asOf(Deal deal, LocalDate day) {
    if (deal.onRecord().filter(first -> first.isAfter(day)).isPresent()) {
      return Optional.empty();
    }
    if (!changedAfter(deal, day)) {
      return Optional.of(deal);
    }
    List<StageVisit> seen =
        Stream.concat(
                deal.visits().stream(),
                deal.withdrawals().stream()
                    .filter(withdrawal -> withdrawal.known().isAfter(day))
                    .map(Withdrawal::visit))
            .filter(visit -> !visit.known().isAfter(day))
            .toList();
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
            movedAfter(deal, day) ? Optional.empty() : deal.undatedStage(),
            seen,
            deal.withdrawals().stream().filter(taken -> !taken.known().isAfter(day)).toList(),
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

  /** Asked of all deals for each day that is looked at, and so without streams. */
  private static boolean changedAfter(Deal deal, LocalDate day) {
    for (BuyerEvent event : deal.events()) {
      if (event.known().isAfter(day)) {
        return true;
      }
    }
    return movedAfter(deal, day)
        || deal.owners().changesAfter(day)
        || deal.amounts().changesAfter(day)
        || deal.expectedCloses().changesAfter(day)
        || deal.terms().changesAfter(day)
        || deal.nextSteps().changesAfter(day)
        || deal.teams().changesAfter(day)
        || deal.credits().changesAfter(day);
  }

  private static boolean movedAfter(Deal deal, LocalDate day) {
    for (StageVisit visit : deal.visits()) {
      if (visit.known().isAfter(day)) {
        return true;
      }
    }
    for (Withdrawal taken : deal.withdrawals()) {
      if (taken.known().isAfter(day)) {
        return true;
      }
    }
    return false;
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
    deal.withdrawals().forEach(taken -> days.add(taken.visit().known()).add(taken.known()));
    deal.events().forEach(event -> days.add(event.known()));
    histories(deal).forEach(history -> days.addAll(history.days()));
    Optional<LocalDate> first = deal.onRecord();
    first.ifPresent(days::add);
    ImmutableSortedSet<LocalDate> all = days.build();
    return first.isPresent() ? all.tailSet(first.get()) : all;
  }
}
