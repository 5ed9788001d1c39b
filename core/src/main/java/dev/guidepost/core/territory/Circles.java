package dev.guidepost.core.territory;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Maps;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.people.Dated;
import dev.guidepost.core.people.Finding;
import dev.guidepost.core.people.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The days on which accounts belong to themselves, over others or not. */
final class Circles {

  private final ImmutableListMultimap<AccountId, Dated<String>> days;

  private Circles(ImmutableListMultimap<AccountId, Dated<String>> days) {
    this.days = days;
  }

  /** A circle lasts from the day on which the last of its links begins: each such day is tried. */
  static Circles of(Map<AccountId, Timeline<AccountId>> parents) {
    ImmutableSetMultimap.Builder<AccountId, Dated<String>> found = ImmutableSetMultimap.builder();
    Map<LocalDate, Set<AccountId>> ending = new HashMap<>();
    parents.forEach(
        (account, history) -> {
          for (Dated<AccountId> link : history.parts()) {
            LocalDate day = link.from().orElse(LocalDate.MIN);
            circle(account, link, parents, ending.computeIfAbsent(day, any -> new HashSet<>()))
                .ifPresent(links -> links.forEach((id, days) -> found.put(id, days)));
          }
        });
    return new Circles(ImmutableListMultimap.copyOf(found.build()));
  }

  /**
   * Returns the circle that a link closes on its first day.
   *
   * @param ending the accounts from which the way up is known to end on that day; those met on a
   *     way that ends are added, so that long ways are gone once
   */
  private static Optional<Map<AccountId, Dated<String>>> circle(
      AccountId account,
      Dated<AccountId> link,
      Map<AccountId, Timeline<AccountId>> parents,
      Set<AccountId> ending) {
    LocalDate day = link.from().orElse(LocalDate.MIN);
    List<AccountId> path = new ArrayList<>(List.of(account));
    Set<AccountId> seen = new HashSet<>(path);
    Optional<LocalDate> until = link.until();
    AccountId at = link.value();
    while (!at.equals(account)) {
      Timeline<AccountId> history = parents.get(at);
      Optional<Dated<AccountId>> up =
          history == null || ending.contains(at) ? Optional.empty() : history.part(day);
      if (up.isEmpty()) {
        ending.addAll(path);
        return Optional.empty();
      }
      if (!seen.add(at)) {
        return Optional.empty();
      }
      path.add(at);
      until = earlier(until, up.get().until());
      at = up.get().value();
    }
    String text = "belongs to itself, in a circle of " + path.size();
    Dated<String> days = new Dated<>(text, link.from(), until);
    return Optional.of(Maps.toMap(path, id -> days));
  }

  private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
    return one.isEmpty() || (other.isPresent() && other.get().isBefore(one.get())) ? other : one;
  }

  boolean hold(AccountId account, LocalDate day) {
    return days.get(account).stream().anyMatch(circle -> circle.contains(day));
  }

  List<Finding> findings(AccountId account) {
    return days.get(account).stream()
        .sorted(Comparator.comparing(circle -> circle.from().orElse(LocalDate.MIN)))
        .map(circle -> new Finding(account.value(), circle.value(), circle.from(), circle.until()))
        .toList();
  }
}
