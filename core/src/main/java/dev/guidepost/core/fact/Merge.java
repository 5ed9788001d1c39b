package dev.guidepost.core.fact;

import com.google.common.collect.Sets;
import dev.guidepost.core.fact.Facts.EmptyRow;
import dev.guidepost.core.metric.Catalog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two ledgers becoming one: the batches of both written again, in the order of their known days.
 *
 * <p>Within a day the order of two batches matters only if both fed one source key. A key may be
 * fed by batches of one side that the other lacks, not by such batches of both; so each key has the
 * order of one of the sides, and batches are taken in an order that keeps all of these.
 */
final class Merge {

  /** Names a batch in both ledgers: its id, and how often that was committed before. */
  private record Name(String id, int occurrence) implements Comparable<Name> {
    private static final Comparator<Name> ORDER =
        Comparator.comparing(Name::id).thenComparing(Name::occurrence);

    @Override
    public int compareTo(Name other) {
      return ORDER.compare(this, other);
    }
  }

  /** A key that a batch fed: the key's code, common to both sides, and the batch's place. */
  private record Feed(int key, int batch) {}

  /** One of the ledgers. */
  private static final class Side {
    private final Facts facts;
    private final List<Name> names = new ArrayList<>();
    private final Map<Name, Integer> places = new HashMap<>();
    private final List<EmptyRow> empties;
    private final Rewriting rows;

    Side(Facts.Known known) {
      facts = known.facts();
      empties = known.empties();
      rows = new Rewriting(known, facts.catalog);
      Map<String, Integer> seen = new HashMap<>();
      for (int i = 0; i < known.batches(); i++) {
        String id = facts.commits.get(i).id();
        Name name = new Name(id, seen.merge(id, 1, Integer::sum));
        names.add(name);
        places.put(name, i);
      }
    }

    boolean has(Name name) {
      return places.containsKey(name);
    }

    int place(Name name) {
      return places.getOrDefault(name, -1);
    }

    Store.Commit commit(Name name) {
      return facts.commits.get(place(name));
    }

    /** Returns which keys each batch fed, batch after batch. */
    List<Feed> feeds(int[] keys) {
      List<Feed> feeds = new ArrayList<>();
      for (int batch = 0; batch < names.size(); batch++) {
        int before = 0;
        for (int i = facts.start(batch); i < facts.commits.get(batch).end(); i++) {
          int key = facts.key.get(i);
          if (key != 0 && key != before) {
            feeds.add(new Feed(keys[key - 1], batch));
          }
          before = key;
        }
      }
      empties.forEach(row -> feeds.add(new Feed(keys[row.key()], row.batch())));
      for (int batch = 0; batch < names.size(); batch++) {
        int place = batch;
        facts.commits.get(batch).unchanged().stream()
            .forEach(key -> feeds.add(new Feed(keys[key], place)));
      }
      feeds.sort(Comparator.comparingInt(Feed::batch));
      return feeds;
    }

    List<String> unchangedKeys(Name name) {
      return facts.unchangedKeys(commit(name));
    }

    /** Returns the texts of the keys that a batch withdrew or left without facts, sorted. */
    List<String> emptyKeys(Name name) {
      int place = place(name);
      return empties.stream()
          .filter(row -> row.batch() == place)
          .map(row -> facts.keyTexts.text(row.key()))
          .sorted()
          .toList();
    }

    Match.Part part(Name name) {
      int place = place(name);
      int end = facts.commits.get(place).end();
      return new Match.Part(facts.amount, facts.start(place), end, i -> true, i -> 0);
    }
  }

  private final Catalog catalog;
  private final Side left;
  private final Side right;
  private final int[] leftKeys;
  private final int[] rightKeys;

  /**
   * Prepares a merge.
   *
   * @throws IllegalArgumentException if the two cannot be merged
   */
  Merge(Facts.Known left, Facts.Known right) {
    catalog = left.facts().catalog;
    Rewriting.requireSame(catalog, right.facts().catalog);
    this.left = new Side(left);
    this.right = new Side(right);
    Match match = new Match(left.facts(), right.facts());
    leftKeys = new int[left.facts().keyTexts.size()];
    Arrays.setAll(leftKeys, code -> code);
    rightKeys = match.keys();
    for (int i = 0; i < rightKeys.length; i++) {
      rightKeys[i] = rightKeys[i] == Dictionary.NONE ? leftKeys.length + i : rightKeys[i];
    }
    for (Name name : this.left.names) {
      if (this.right.has(name)) {
        requireSame(name, match);
      }
    }
  }

  private void requireSame(Name name, Match match) {
    if (!left.commit(name).report().equals(right.commit(name).report())
        || !match.same(left.part(name), right.part(name))) {
      throw new IllegalArgumentException(
          "batch \""
              + name.id()
              + "\" must have the same content in both ledgers, but has "
              + left.commit(name).report()
              + " and "
              + right.commit(name).report());
    }
    requireSame(name, "without facts", left.emptyKeys(name), right.emptyKeys(name));
    requireSame(name, "unchanged", left.unchangedKeys(name), right.unchangedKeys(name));
  }

  private static void requireSame(Name name, String how, List<String> keys, List<String> others) {
    if (!keys.equals(others)) {
      Set<String> different = Sets.symmetricDifference(new HashSet<>(keys), new HashSet<>(others));
      throw new IllegalArgumentException(
          "batch \""
              + name.id()
              + "\" must have the same content in both ledgers, but left the row of source key \""
              + Collections.min(different)
              + "\" "
              + how
              + " in one only");
    }
  }

  /** Returns the merged facts. */
  Facts merged() {
    Store store = new Store(catalog.dimensions().size());
    for (Name name : order()) {
      Side side = left.has(name) ? left : right;
      side.rows.write(side.place(name), store);
    }
    return new Facts(catalog, store);
  }

  /** Returns all batches in the order in which they are to be taken. */
  private List<Name> order() {
    Map<Name, Set<Name>> after = new HashMap<>();
    addOrder(left, left.feeds(leftKeys), after);
    List<Feed> rightFeeds = right.feeds(rightKeys);
    addOrder(right, rightFeeds, after);
    requireToldOrder(rightFeeds);
    Map<Name, Integer> open = new HashMap<>();
    after.values().forEach(set -> set.forEach(name -> open.merge(name, 1, Integer::sum)));
    Comparator<Name> byDay = Comparator.comparingInt(this::known);
    TreeSet<Name> ready = new TreeSet<>(byDay.thenComparing(Name.ORDER));
    Set<Name> all = new HashSet<>(left.names);
    all.addAll(right.names);
    all.stream().filter(name -> !open.containsKey(name)).forEach(ready::add);
    List<Name> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      Name next = ready.first();
      ready.remove(next);
      order.add(next);
      for (Name later : after.getOrDefault(next, Set.of())) {
        if (open.merge(later, -1, Integer::sum) == 0) {
          ready.add(later);
        }
      }
    }
    if (order.size() < all.size()) {
      all.removeAll(new HashSet<>(order));
      throw new IllegalArgumentException(
          "batches that fed the same source keys must have one order, but "
              + new TreeSet<>(all).stream().map(name -> "\"" + name.id() + "\"").toList()
              + " of one day have another in each ledger");
    }
    return order;
  }

  private int known(Name name) {
    return (left.has(name) ? left : right).commit(name).known();
  }

  /** Adds for each batch those that fed one of its keys next. */
  private static void addOrder(Side side, List<Feed> feeds, Map<Name, Set<Name>> after) {
    for (Name name : side.names) {
      if (name.occurrence() > 1) {
        add(new Name(name.id(), name.occurrence() - 1), name, after);
      }
    }
    Map<Integer, Integer> last = new HashMap<>();
    for (Feed feed : feeds) {
      Integer before = last.put(feed.key(), feed.batch());
      if (before != null && before != feed.batch()) {
        add(side.names.get(before), side.names.get(feed.batch()), after);
      }
    }
  }

  private static void add(Name first, Name next, Map<Name, Set<Name>> after) {
    after.computeIfAbsent(first, name -> new HashSet<>()).add(next);
  }

  /** Refuses a key that each side has from a batch that the other lacks. */
  private void requireToldOrder(List<Feed> rightFeeds) {
    Map<Integer, Name> leftOnly = new HashMap<>();
    for (Feed feed : left.feeds(leftKeys)) {
      Name name = left.names.get(feed.batch());
      if (!right.has(name)) {
        leftOnly.put(feed.key(), name);
      }
    }
    for (Feed feed : rightFeeds) {
      Name name = right.names.get(feed.batch());
      Name other = leftOnly.get(feed.key());
      if (other != null && !left.has(name)) {
        throw new IllegalArgumentException(
            "source key \""
                + left.facts.keyTexts.text(feed.key())
                + "\" must be fed by the batches of one ledger, but was by \""
                + other.id()
                + "\" of "
                + LocalDate.ofEpochDay(known(other))
                + " and by \""
                + name.id()
                + "\" of "
                + LocalDate.ofEpochDay(known(name)));
      }
    }
  }
}
