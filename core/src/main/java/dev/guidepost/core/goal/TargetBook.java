package dev.guidepost.core.goal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.guidepost.core.closing.Closing;
import dev.guidepost.core.closing.Closings;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.style.Words;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All targets with all their versions. Nothing in it is rewritten: a change is a version more, in
 * effect from a day and known from a day. Immutable.
 *
 * <pre>{@code
 * TargetBook book = TargetBook.EMPTY
 *     .with(TargetVersion.of(quota, september20, dana, "quota"))
 *     .with(TargetVersion.builder().target(lower).effectiveFrom(november1).known(october28).by(dana)
 *         .reason("two accounts moved to Ben").build());
 * book.find(quota.key(), october31);              // as before
 * book.find(quota.key(), november1);              // the lower one
 * book.asOf(october15).find(quota.key(), november1); // as before: nobody knew
 * }</pre>
 */
public final class TargetBook {

  /** No targets. */
  public static final TargetBook EMPTY = new TargetBook(ImmutableSortedMap.of(), Closings.NONE);

  private final ImmutableSortedMap<Target.Key, ImmutableList<TargetVersion>> versions;
  private final Closings closings;

  private TargetBook(Map<Target.Key, ImmutableList<TargetVersion>> versions, Closings closings) {
    this.versions = ImmutableSortedMap.copyOf(versions);
    this.closings = closings;
  }

  /**
   * Returns a book in which closed periods can no longer be changed.
   *
   * @param closed the closings
   * @return a book with the same versions
   * @throws IllegalArgumentException if a version was recorded after the closing of what it changes
   */
  public TargetBook with(Closings closed) {
    for (List<TargetVersion> list : versions.values()) {
      for (int i = 0; i < list.size(); i++) {
        requireOpen(list.get(i), list.subList(0, i), closed);
      }
    }
    return new TargetBook(versions, closed);
  }

  /**
   * Returns this book with one version more.
   *
   * <p>What holds on a day of a closed period stays as it was at the closing. A version governs the
   * days of the target's period from its first on up to the first of a version that starts later;
   * none of them may lie in a period that was closed before the version was recorded. So a year's
   * target can be changed for the days to come while its first quarters are closed, and not from a
   * day before them on.
   *
   * @param version the version
   * @return the larger book
   * @throws IllegalArgumentException if it was recorded before another version of the target, gives
   *     no reason though there is one, or would change what was closed by then: a target of a
   *     closed period, or what holds on a closed day
   */
  public TargetBook with(TargetVersion version) {
    return with(List.of(version));
  }

  /**
   * Returns this book with more versions, at the cost of one copy.
   *
   * @param more the versions, those of one target in the order in which they were recorded
   * @return the larger book
   * @throws IllegalArgumentException as {@link #with(TargetVersion)} does
   */
  public TargetBook with(Collection<TargetVersion> more) {
    Map<Target.Key, List<TargetVersion>> grown = new HashMap<>();
    for (TargetVersion version : more) {
      Target.Key key = version.target().key();
      List<TargetVersion> before =
          grown.computeIfAbsent(key, absent -> new ArrayList<>(history(absent)));
      requireNext(key, before, version);
      requireOpen(version, before, closings);
      before.add(version);
    }
    Map<Target.Key, ImmutableList<TargetVersion>> all = new TreeMap<>(versions);
    grown.forEach((key, list) -> all.put(key, ImmutableList.copyOf(list)));
    return new TargetBook(all, closings);
  }

  private static void requireNext(
      Target.Key key, List<TargetVersion> before, TargetVersion version) {
    if (!before.isEmpty()) {
      TargetVersion last = before.get(before.size() - 1);
      if (version.known().isBefore(last.known())) {
        throw new IllegalArgumentException(
            "versions of "
                + key
                + " must be recorded in order, but one of "
                + version.known()
                + " came after one of "
                + last.known());
      }
      if (version.reason().isBlank()) {
        throw new IllegalArgumentException(
            "change of " + key + " must have a reason, but has none: " + version);
      }
    } else if (version.withdrawn()) {
      throw new IllegalArgumentException(
          "target must be there to be withdrawn, but there is none of " + key);
    }
  }

  private static void requireOpen(
      TargetVersion version, List<TargetVersion> before, Closings closings) {
    Period period = version.target().period();
    String what = "target " + version.target().key();
    closings.requireOpen(what, period, version.known());
    LocalDate from = version.effectiveFrom();
    LocalDate until = period.end();
    for (TargetVersion other : before) {
      if (other.effectiveFrom().isAfter(from) && other.effectiveFrom().isBefore(until)) {
        until = other.effectiveFrom();
      }
    }
    for (Closing closing : closings.all()) {
      LocalDate first = latest(from, latest(period.start(), closing.period().start()));
      if (first.isBefore(until) && first.isBefore(closing.period().end())) {
        closings.requireOpen(what + " on " + first, closing.period(), version.known());
      }
    }
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /**
   * Returns this book with a target that no longer holds.
   *
   * @param key which target
   * @param from the day from which on it no longer holds
   * @param known the day on which that was recorded
   * @param by who said so
   * @param reason why
   * @return the book
   * @throws IllegalArgumentException if there is no such target, it does not hold on that day, such
   *     as after it was withdrawn, or as {@link #with(TargetVersion)} does
   */
  public TargetBook withdraw(
      Target.Key key, LocalDate from, LocalDate known, PersonId by, String reason) {
    List<TargetVersion> before = history(key);
    if (before.isEmpty()) {
      throw new IllegalArgumentException(
          "target must be there to be withdrawn, but there is none of " + key);
    }
    if (find(key, from).isEmpty()) {
      throw new IllegalArgumentException(
          "target must hold to be withdrawn, but " + key + " does not on " + from);
    }
    Target last = before.get(before.size() - 1).target();
    return with(new TargetVersion(last, from, known, by, reason, true));
  }

  /**
   * Returns what had been recorded by the end of a day.
   *
   * @param known the day
   * @return a book of the versions known by then
   */
  public TargetBook asOf(LocalDate known) {
    Map<Target.Key, ImmutableList<TargetVersion>> fewer = new TreeMap<>();
    versions.forEach(
        (key, list) -> {
          ImmutableList<TargetVersion> then =
              list.stream()
                  .filter(version -> !version.known().isAfter(known))
                  .collect(ImmutableList.toImmutableList());
          if (!then.isEmpty()) {
            fewer.put(key, then);
          }
        });
    return new TargetBook(fewer, closings);
  }

  /**
   * Returns the target in effect on a day: the version that starts last by then, and of several
   * that start on one day the one recorded last.
   *
   * @param key which target
   * @param day the day; before the period, its first day is meant
   * @return the target; empty if there is none, or it was withdrawn
   */
  public Optional<Target> find(Target.Key key, LocalDate day) {
    LocalDate on = day.isBefore(key.period().start()) ? key.period().start() : day;
    return history(key).stream()
        .filter(version -> !version.effectiveFrom().isAfter(on))
        .reduce((one, other) -> other.effectiveFrom().isBefore(one.effectiveFrom()) ? one : other)
        .filter(version -> !version.withdrawn())
        .map(TargetVersion::target);
  }

  /**
   * Returns all targets that are or were there.
   *
   * @return what stays the same of each, also of those withdrawn, in order; unmodifiable
   */
  public List<Target.Key> keys() {
    return versions.keySet().asList();
  }

  /**
   * Returns the targets of all periods as they are on a day.
   *
   * @param day the day; for a period that has not begun, its first day is meant
   * @return the targets in order of keys; unmodifiable
   */
  public List<Target> targets(LocalDate day) {
    List<Target> found = new ArrayList<>();
    versions.keySet().forEach(key -> find(key, day).ifPresent(found::add));
    return ImmutableList.copyOf(found);
  }

  /**
   * Returns the targets of the periods that hold a day.
   *
   * @param day the day
   * @return the targets in effect, in order of keys; unmodifiable
   */
  public List<Target> current(LocalDate day) {
    return targets(day).stream()
        .filter(target -> target.period().contains(day))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns all versions of a target.
   *
   * @param key which target
   * @return the versions in the order in which they were recorded; empty if there is none;
   *     unmodifiable
   */
  public List<TargetVersion> history(Target.Key key) {
    return versions.getOrDefault(key, ImmutableList.of());
  }

  /**
   * A version that contradicts the definition of its metric.
   *
   * @param version the version
   * @param reason what must hold of it, and what does
   */
  public record Misfit(TargetVersion version, String reason) {

    /**
     * Creates a finding.
     *
     * @param version the version
     * @param reason what must hold of it, and what does
     */
    public Misfit {
      Objects.requireNonNull(version, "version");
      Objects.requireNonNull(reason, "reason");
    }

    /** Returns the reason, which names the target. */
    @Override
    public String toString() {
      return reason;
    }
  }

  /**
   * Returns what the definitions of the metrics contradict, which a target on its own cannot know:
   * a threshold on the better side of the amount, a course that the metric cannot take, a metric or
   * a dimension that is not there. Withdrawals are passed over.
   *
   * @param catalog the definitions
   * @return the versions that do not fit, in order of keys; empty if all do; unmodifiable
   */
  public List<Misfit> misfits(Catalog catalog) {
    ImmutableList.Builder<Misfit> found = ImmutableList.builder();
    for (List<TargetVersion> list : versions.values()) {
      for (TargetVersion version : list) {
        if (!version.withdrawn()) {
          misfit(version, catalog).ifPresent(why -> found.add(new Misfit(version, why)));
        }
      }
    }
    return found.build();
  }

  private static Optional<String> misfit(TargetVersion version, Catalog catalog) {
    Target target = version.target();
    Optional<Metric> metric = catalog.find(target.metric());
    if (metric.isEmpty()) {
      return Optional.of("metric of " + target.key() + " must be in the catalog, but is not");
    }
    for (Dimension dimension : target.scope().keySet()) {
      if (!catalog.dimensions().contains(dimension)) {
        return Optional.of(
            "scope of "
                + target.key()
                + " must be by dimensions of the catalog, but was by "
                + dimension);
      }
    }
    try {
      target.requireFit(metric.get());
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Returns the book that a host kept.
   *
   * @param state as {@link #state()} gives it
   * @param closings the periods that were closed
   * @return the book
   * @throws IllegalArgumentException if a part of it is none, or as {@link #with(TargetVersion)}
   *     does
   */
  public static TargetBook of(TargetBookState state, Closings closings) {
    Words.requireWhole(state);
    return EMPTY
        .with(closings)
        .with(state.versions().stream().map(TargetBookState.VersionState::read).toList());
  }

  /**
   * Returns what a host keeps; closings are kept on their own.
   *
   * @return the state, which {@link #of(TargetBookState, Closings)} reads back to an equal book
   */
  public TargetBookState state() {
    return new TargetBookState(
        versions.values().stream()
            .flatMap(List::stream)
            .map(TargetBookState.VersionState::of)
            .toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TargetBook that
        && versions.equals(that.versions)
        && closings.equals(that.closings);
  }

  @Override
  public int hashCode() {
    return 31 * versions.hashCode() + closings.hashCode();
  }

  /** Returns how many targets and versions there are. */
  @Override
  public String toString() {
    int all = versions.values().stream().mapToInt(List::size).sum();
    return versions.size() + " targets, " + all + " versions";
  }
}
