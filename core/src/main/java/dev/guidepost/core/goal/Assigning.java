package dev.guidepost.core.goal;

import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Chooses which targets count for the one above, each fact and day once, and adds them up. */
final class Assigning {

  /** The wider first, so that a whole counts and not its parts; of the same width by their keys. */
  private static final Comparator<Entry> WIDER_FIRST =
      Comparator.comparing((Entry entry) -> -entry.target().period().days())
          .thenComparing(entry -> entry.target().scope().size())
          .thenComparing(entry -> entry.target().key());

  /** A target that was given, and how it is converted or why it is left out. */
  private record Entry(Target target, Optional<Link> link, String reason) {}

  private final Catalog catalog;
  private final Target parent;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<Target.Key> seen = new HashSet<>();
  private final Map<MetricId, List<Target>> counted = new HashMap<>();

  Assigning(Catalog catalog, Target parent) {
    this.catalog = catalog;
    this.parent = parent;
    if (Additivity.of(catalog, parent.metric()) == Additivity.NONE) {
      throw new IllegalArgumentException(unadded(parent));
    }
  }

  /** Leaves out a target. */
  void leave(Target target, String reason) {
    entries.add(new Entry(target, Optional.empty(), reason));
  }

  /** Takes a target, unless it does not fit. */
  void take(Target target, Link link) {
    Optional<String> reason =
        seen.add(target.key())
            ? misfit(target, link)
            : Optional.of("targets must be given once, but " + target.key() + " was twice");
    reason.ifPresentOrElse(
        why -> leave(target, why), () -> entries.add(new Entry(target, Optional.of(link), "")));
  }

  private Optional<String> misfit(Target target, Link link) {
    Period whole = parent.period();
    if (target.key().equals(parent.key())) {
      return Optional.of(
          "targets must serve another, but " + target.key() + " was to serve itself");
    }
    if (!link.to().equals(parent.metric())) {
      return Optional.of(
          "link of "
              + target.key()
              + " must lead to "
              + parent.metric()
              + ", but was \""
              + link
              + "\"");
    }
    if (catalog.find(target.metric()).isEmpty()) {
      return Optional.of("metric of " + target.key() + " must be in the catalog, but is not");
    }
    Additivity adds = adds(target);
    if (adds == Additivity.NONE) {
      return Optional.of(unadded(target));
    }
    if (!inside(target.period())) {
      return Optional.of(
          "period of " + target.key() + " must lie in " + whole + ", but was " + target.period());
    }
    if (adds == Additivity.PEOPLE && !sameDays(target.period())) {
      return Optional.of(
          "period of "
              + target.key()
              + " must be "
              + whole.label()
              + ", as "
              + target.metric()
              + " does not add up over time, but was "
              + target.period());
    }
    return wrongScope(target);
  }

  private Additivity adds(Target target) {
    Additivity one = Additivity.of(catalog, target.metric());
    Additivity other = Additivity.of(catalog, parent.metric());
    return one.compareTo(other) <= 0 ? one : other;
  }

  private String unadded(Target target) {
    return "metric of "
        + target.key()
        + " must add up over people to be assigned, but is \""
        + catalog.metric(target.metric()).aggregation()
        + "\"";
  }

  private boolean inside(Period period) {
    return !period.start().isBefore(parent.period().start())
        && !period.end().isAfter(parent.period().end());
  }

  private boolean sameDays(Period period) {
    return inside(period) && period.days() == parent.period().days();
  }

  /** Of the same metric, all facts must be the parent's; of another, some. */
  private Optional<String> wrongScope(Target target) {
    boolean fits =
        target.metric().equals(parent.metric())
            ? target.scope().entrySet().containsAll(parent.scope().entrySet())
            : meet(target, parent);
    return fits
        ? Optional.empty()
        : Optional.of(
            "scope of "
                + target.key()
                + " must lie in that of "
                + parent.key()
                + ", but was "
                + target.scope());
  }

  /** Whether a fact can be in both scopes. */
  private static boolean meet(Target one, Target other) {
    for (Map.Entry<Dimension, String> part : one.scope().entrySet()) {
      if (!part.getValue().equals(other.scope().getOrDefault(part.getKey(), part.getValue()))) {
        return false;
      }
    }
    return true;
  }

  /** Returns what those that count come to, and all others with the reason, as they were given. */
  Assignment result(int decimals, RoundingMode rounding) {
    Map<Target.Key, String> doubled = doubled();
    List<Assignment.Part> parts = new ArrayList<>();
    List<Assignment.LeftOut> leftOut = new ArrayList<>();
    for (Entry entry : entries) {
      Target target = entry.target();
      if (entry.link().isEmpty()) {
        leftOut.add(new Assignment.LeftOut(target, entry.reason()));
      } else if (doubled.containsKey(target.key())) {
        leftOut.add(new Assignment.LeftOut(target, doubled.getOrDefault(target.key(), "")));
      } else {
        parts.add(part(target, entry.link().get(), decimals, rounding));
      }
    }
    return new Assignment(parent, parts, leftOut);
  }

  private Map<Target.Key, String> doubled() {
    Map<Target.Key, String> doubled = new HashMap<>();
    List<Entry> wider = new ArrayList<>(entries);
    wider.removeIf(entry -> entry.link().isEmpty());
    wider.sort(WIDER_FIRST);
    for (Entry entry : wider) {
      Target target = entry.target();
      List<Target> others = counted.computeIfAbsent(target.metric(), absent -> new ArrayList<>());
      Optional<Target> same =
          others.stream().filter(other -> sharesDays(target, other)).findFirst();
      if (same.isPresent()) {
        doubled.put(
            target.key(),
            "facts must count once, but "
                + target.key()
                + " shares days and facts with "
                + same.get().key()
                + ", which counts");
      } else {
        others.add(target);
      }
    }
    return doubled;
  }

  private boolean sharesDays(Target one, Target other) {
    return one.period().start().isBefore(other.period().end())
        && other.period().start().isBefore(one.period().end())
        && sharesFacts(one, other);
  }

  /** Whether facts count for both; those of all others count for the parent's owner too. */
  private boolean sharesFacts(Target one, Target other) {
    boolean owns =
        one.metric().equals(parent.metric())
            && (one.owner().equals(parent.owner()) || other.owner().equals(parent.owner()));
    return (owns || one.owner().equals(other.owner())) && meet(one, other);
  }

  private Assignment.Part part(Target target, Link link, int decimals, RoundingMode rounding) {
    boolean alone =
        counted.getOrDefault(target.metric(), List.of()).stream()
            .noneMatch(other -> !other.equals(target) && sharesFacts(target, other));
    boolean repeated =
        alone
            && link.repeat()
                .filter(
                    repeat ->
                        repeat.part() == target.period().grain()
                            && repeat.whole() == parent.period().grain())
                .isPresent();
    return new Assignment.Part(
        new Assignment.Child(target, link),
        repeated,
        rounded(link, repeated, target.amount(), decimals, rounding),
        target.stretch().map(most -> rounded(link, repeated, most, decimals, rounding)));
  }

  private static Quantity rounded(
      Link link, boolean repeated, Quantity amount, int decimals, RoundingMode rounding) {
    BigDecimal exact = repeated ? link.repeated(amount) : link.of(amount);
    return Quantity.of(exact.setScale(decimals, rounding));
  }
}
