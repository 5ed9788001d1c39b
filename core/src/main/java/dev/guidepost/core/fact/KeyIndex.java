package dev.guidepost.core.fact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the codes of source keys by their text: eight bytes a slot (hash and code), one to three
 * slots a key. Kept by writers only.
 */
final class KeyIndex {

  static final int NONE = -1;

  private static final long MIX = 0x9E3779B97F4A7C15L; // 2^64 divided by the golden ratio, odd
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private long[] table = new long[16];
  private int size;

  /**
   * Returns the hash that all who ask must use, of all bits of the text: texts that {@link
   * String#hashCode()} does not tell apart do not slow each other down.
   */
  static int hash(byte[] bytes, int from, int to) {
    long hash = (to - from) * MIX;
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      hash = mixed(hash ^ (long) WORDS.get(bytes, at));
    }
    long rest = 0;
    for (; at < to; at++) {
      rest = (rest << 8) | (bytes[at] & 0xFF);
    }
    return (int) (mixed(hash ^ rest) >>> 32);
  }

  /** Returns a word of which each bit depends on many of another one. */
  static long mixed(long word) {
    long product = word * MIX;
    return product ^ (product >>> 32);
  }

  /** Returns the code of a text, or {@link #NONE}. */
  int find(int hash, KeyTexts texts, byte[] bytes, int from, int to) {
    int mask = table.length - 1;
    for (int slot = hash & mask; table[slot] != 0; slot = (slot + 1) & mask) {
      if ((int) (table[slot] >>> 32) == hash) {
        int code = (int) table[slot] - 1;
        if (texts.matches(code, bytes, from, to)) {
          return code;
        }
      }
    }
    return NONE;
  }

  /** Adds the code of a text that has none yet. */
  void add(int hash, int code) {
    if (++size > table.length - (table.length >> 2)) {
      long[] before = table;
      table = new long[Math.multiplyExact(before.length, 2)];
      for (long entry : before) {
        if (entry != 0) {
          place(entry);
        }
      }
    }
    place(((long) hash << 32) | (code + 1));
  }

  private void place(long entry) {
    int mask = table.length - 1;
    int slot = (int) (entry >>> 32) & mask;
    while (table[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    table[slot] = entry;
  }
}
