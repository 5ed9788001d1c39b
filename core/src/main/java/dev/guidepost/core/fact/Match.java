package dev.guidepost.core.fact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/** Tells whether facts of two ledgers are the same, whatever their codes and their order. */
final class Match {

  private final Facts left;
  private final Facts right;
  private final int[] parties;
  private final int[][] values;
  private final int[] keys;

  /** Some facts of one side: a run of positions, those of it that count, and a note on each. */
  record Part(LongColumn amount, int from, int to, IntPredicate counts, IntToLongFunction note) {}

  Match(Facts left, Facts right) {
    this.left = left;
    this.right = right;
    parties = codes(left.parties, right.parties);
    values = new int[left.dimensions.length][];
    for (int i = 0; i < values.length; i++) {
      values[i] = codes(left.values.get(i), right.values.get(i));
    }
    keys = codes(left.keyTexts.all(), right.keyTexts.all());
  }

  /** Returns the place of each value in another list, -1 where it is not there. */
  private static <T> int[] codes(List<T> there, List<T> mine) {
    Map<T, Integer> places = new HashMap<>();
    for (int i = 0; i < there.size(); i++) {
      places.put(there.get(i), i);
    }
    return mine.stream().mapToInt(value -> places.getOrDefault(value, Dictionary.NONE)).toArray();
  }

  /** Returns the code on the left of each key on the right, -1 where it is not there. */
  int[] keys() {
    return keys;
  }

  /** Tells whether both parts hold the same facts, each as often. */
  boolean same(Part leftPart, Part rightPart) {
    Counts counts = new Counts(leftPart.to() - leftPart.from());
    long[] fact = new long[5 + values.length];
    long balance = 0;
    for (int i = leftPart.from(); i < leftPart.to(); i++) {
      if (leftPart.counts().test(i)) {
        readLeft(leftPart, i, fact);
        counts.add(fact);
        balance++;
      }
    }
    for (int i = rightPart.from(); i < rightPart.to(); i++) {
      if (rightPart.counts().test(i)) {
        if (!readRight(rightPart, i, fact) || !counts.remove(fact)) {
          return false;
        }
        balance--;
      }
    }
    return balance == 0;
  }

  private void readLeft(Part part, int position, long[] fact) {
    read(left, part, position, fact);
    fact[0] = left.party.get(position);
    fact[1] = left.key.get(position);
    for (int d = 0; d < values.length; d++) {
      fact[5 + d] = left.dimensions[d].get(position);
    }
  }

  /** Reads a fact in the codes of the left, if that has them all. */
  private boolean readRight(Part part, int position, long[] fact) {
    read(right, part, position, fact);
    int key = right.key.get(position);
    fact[0] = parties[right.party.get(position)];
    fact[1] = key == 0 ? 0 : keys[key - 1] + 1L;
    boolean there = fact[0] >= 0 && (key == 0 || fact[1] > 0);
    for (int d = 0; d < values.length; d++) {
      fact[5 + d] = values[d][right.dimensions[d].get(position)];
      there &= fact[5 + d] >= 0;
    }
    return there;
  }

  private static void read(Facts facts, Part part, int position, long[] fact) {
    fact[2] = facts.what.get(position);
    fact[3] = part.amount().get(position);
    fact[4] = part.note().applyAsLong(position);
  }

  /** How often each fact is there; open addressing. */
  private static final class Counts {
    private final int[] table;
    private final long[][] facts;
    private final int[] counts;
    private int size;

    Counts(int most) {
      table = new int[Integer.highestOneBit(Math.max(8, most)) << 1];
      facts = new long[most][];
      counts = new int[most];
    }

    void add(long[] fact) {
      int slot = slot(fact);
      if (table[slot] == 0) {
        facts[size] = fact.clone();
        table[slot] = ++size;
      }
      counts[table[slot] - 1]++;
    }

    boolean remove(long[] fact) {
      int at = table[slot(fact)] - 1;
      return at >= 0 && --counts[at] >= 0;
    }

    private int slot(long[] fact) {
      long hash = 0;
      for (long part : fact) {
        hash = (hash + part) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 32;
      }
      int mask = table.length - 1;
      int slot = (int) hash & mask;
      while (table[slot] != 0 && !Arrays.equals(facts[table[slot] - 1], fact)) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }
  }
}
