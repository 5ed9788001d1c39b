package dev.guidepost.core.fact;

/**
 * Finds the codes of source keys by their text: eight bytes a slot (hash and code), one to three
 * slots a key. Kept by writers only.
 */
final class KeyIndex {

  static final int NONE = -1;

  private long[] table = new long[16];
  private int size;

  /**
   * Returns the hash that all who ask must use, of all bits of the text: texts that {@link
   * String#hashCode()} does not tell apart do not slow each other down.
   */
  static int hash(byte[] bytes, int from, int to) {
    long hash = 0xcbf29ce484222325L; // FNV-1a, then mixed
    for (int i = from; i < to; i++) {
      hash = (hash ^ bytes[i]) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 32);
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
