package dev.guidepost.core.territory;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.people.Dated;
import dev.guidepost.core.people.Finding;
import dev.guidepost.core.people.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Estimates of what accounts could buy: of those about the same thing, the latest counts. */
final class Estimates {

  private static final Comparator<Potential> ORDER =
      Comparator.comparing(Subject::of)
          .thenComparing(Potential::on)
          .thenComparing(Potential::known)
          .thenComparing(Potential::amount)
          .thenComparing(Potential::source);

  /** What an estimate is about. */
  private record Subject(AccountId account, boolean group, Optional<String> product)
      implements Comparable<Subject> {

    private static final Comparator<Subject> ORDER =
        Comparator.comparing(Subject::account)
            .thenComparing(Subject::group)
            .thenComparing(subject -> subject.product().orElse(""));

    static Subject of(Potential estimate) {
      return new Subject(estimate.account(), estimate.group(), estimate.product());
    }

    @Override
    public int compareTo(Subject other) {
      return ORDER.compare(this, other);
    }

    String text() {
      return "potential"
          + (group ? " with those below" : "")
          + product.map(only -> " of " + only).orElse("");
    }
  }

  private final ImmutableSortedSet<Potential> all;
  private final ImmutableListMultimap<Subject, Potential> bySubject;
  private final ImmutableSortedMap<Subject, Timeline<Potential>> histories;
  private final ImmutableListMultimap<AccountId, Subject> subjects;

  Estimates(Collection<Potential> given) {
    all = ImmutableSortedSet.copyOf(ORDER, given);
    ImmutableListMultimap.Builder<Subject, Potential> grouped = ImmutableListMultimap.builder();
    all.forEach(estimate -> grouped.put(Subject.of(estimate), estimate));
    bySubject = grouped.build();
    ImmutableSortedMap.Builder<Subject, Timeline<Potential>> latest =
        ImmutableSortedMap.naturalOrder();
    ImmutableListMultimap.Builder<AccountId, Subject> own = ImmutableListMultimap.builder();
    bySubject
        .asMap()
        .forEach(
            (subject, estimates) -> {
              latest.put(subject, history(estimates));
              own.put(subject.account(), subject);
            });
    histories = latest.build();
    subjects = own.build();
  }

  /** Of estimates of one day only those that became known last: the others were corrected. */
  private static Timeline<Potential> history(Collection<Potential> ordered) {
    Map<LocalDate, LocalDate> lastKnown = new TreeMap<>();
    ordered.forEach(estimate -> lastKnown.put(estimate.on(), estimate.known()));
    return Timeline.of(
        ordered.stream()
            .filter(estimate -> estimate.known().equals(lastKnown.get(estimate.on())))
            .map(estimate -> Dated.from(estimate, estimate.on()))
            .toList());
  }

  /** The estimates that were on record at the end of a day. */
  Estimates known(LocalDate day) {
    return new Estimates(all.stream().filter(own -> !own.known().isAfter(day)).toList());
  }

  Collection<Potential> all() {
    return all;
  }

  Collection<AccountId> accounts() {
    return subjects.keySet();
  }

  /** The estimate that counts on a day. */
  Optional<Potential> at(
      AccountId account, boolean group, Optional<String> product, LocalDate day) {
    Timeline<Potential> history = histories.get(new Subject(account, group, product));
    return history == null ? Optional.empty() : history.at(day);
  }

  /** All estimates for an account that count on a day: for it alone first, and of all products. */
  List<Potential> at(AccountId account, LocalDate day) {
    return subjects.get(account).stream()
        .flatMap(subject -> at(account, subject.group(), subject.product(), day).stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** The estimates in whose place another one counts, the latest first. */
  List<Potential> superseded(Potential counting, LocalDate day) {
    List<Potential> earlier = new ArrayList<>();
    for (Potential own : bySubject.get(Subject.of(counting))) {
      if (!own.equals(counting) && !own.on().isAfter(day)) {
        earlier.add(0, own);
      }
    }
    return earlier;
  }

  /** The days on which estimates about the same thing contradict each other. */
  List<Finding> clashes() {
    ImmutableList.Builder<Finding> clashes = ImmutableList.builder();
    histories.forEach(
        (subject, history) ->
            clashes.addAll(Finding.clashes(subject.account(), subject.text(), history)));
    return clashes.build();
  }

  /** Accounts with an estimate that are not among those known. */
  List<Finding> strangers(Accounts accounts) {
    ImmutableList.Builder<Finding> strangers = ImmutableList.builder();
    for (AccountId account : subjects.keySet()) {
      if (!accounts.ids().contains(account)) {
        strangers.add(
            new Finding(
                account.value(),
                "has an estimate, but is not among the accounts",
                subjects.get(account).stream()
                    .map(subject -> bySubject.get(subject).get(0).on())
                    .min(Comparator.naturalOrder()),
                Optional.empty()));
      }
    }
    return strangers.build();
  }
}
