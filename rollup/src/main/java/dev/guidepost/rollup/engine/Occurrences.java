package dev.guidepost.rollup.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where each value of a metric that counts different ones occurs, as often as it does, so that one
 * that went can be told from one that is still there. Belongs to who keeps totals up to date.
 */
final class Occurrences {

  private final Triples base;

  /** The values that changed since, each with all of its occurrences. */
  private final Map<Integer, long[]> changed = new HashMap<>();

  Occurrences(Triples base) {
    this.base = base;
  }

  /** Returns segment and seat of each occurrence of a value, in order. */
  private long[] of(int value) {
    long[] found = changed.get(value);
    if (found != null) {
      return found;
    }
    int from = base.start(value);
    int to = from;
    while (to < base.size() && base.value(to) == value) {
      to++;
    }
    long[] all = new long[to - from];
    for (int i = from; i < to; i++) {
      all[i - from] = key(base.segment(i), base.seat(i));
    }
    return all;
  }

  private static long key(int segment, int seat) {
    return ((long) segment << 32) | seat;
  }

  /** Occurrences that came and went, not yet a part of the others. */
  final class Change {
    private final Map<Integer, Keys> came = new HashMap<>();
    private final Map<Integer, Keys> went = new HashMap<>();
    private final Map<Integer, long[]> next = new HashMap<>();

    void add(int value, int segment, int seat, boolean coming) {
      (coming ? came : went).computeIfAbsent(value, any -> new Keys()).add(key(segment, seat));
    }

    /** Returns how many different values there are now, of how many there were. */
    Different count(Different before, Different.Counter counter) {
      came.keySet().forEach(value -> count(value, counter));
      went.keySet().stream()
          .filter(value -> !came.containsKey(value))
          .forEach(value -> count(value, counter));
      return before.plus(counter);
    }

    private void count(int value, Different.Counter counter) {
      long[] was = of(value);
      long[] is = without(with(was, came.get(value)), went.get(value));
      next.put(value, is);
      counter.next();
      for (long key : was) {
        counter.add((int) (key >>> 32), (int) key, -1);
      }
      counter.next();
      for (long key : is) {
        counter.add((int) (key >>> 32), (int) key, 1);
      }
    }

    /** Makes these a part of the others. */
    void keep() {
      changed.putAll(next);
    }
  }

  private static long[] with(long[] keys, @Nullable Keys more) {
    if (more == null) {
      return keys;
    }
    long[] both = Arrays.copyOf(keys, keys.length + more.size);
    System.arraycopy(more.keys, 0, both, keys.length, more.size);
    Arrays.sort(both);
    return both;
  }

  /** Leaves out each key as often as it is in others, which has all of them. */
  private static long[] without(long[] keys, @Nullable Keys others) {
    if (others == null) {
      return keys;
    }
    Arrays.sort(others.keys, 0, others.size);
    long[] rest = new long[keys.length - others.size];
    int size = 0;
    int at = 0;
    for (long key : keys) {
      if (at < others.size && others.keys[at] == key) {
        at++;
      } else {
        rest[size++] = key;
      }
    }
    return rest;
  }

  /** Some keys, growing. */
  private static final class Keys {
    private long[] keys = new long[2];
    private int size;

    void add(long key) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, 2 * size);
      }
      keys[size++] = key;
    }
  }
}
