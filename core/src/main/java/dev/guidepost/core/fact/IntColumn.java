package dev.guidepost.core.fact;

import java.util.Arrays;

/**
 * A growing column of ints, in chunks: growth copies at most the last chunk, and only that one has
 * slack. A frozen copy shares the chunks; cells below its size never change.
 */
final class IntColumn {

  static final int SHIFT = 13;
  static final int CHUNK = 1 << SHIFT;
  static final int MASK = CHUNK - 1;

  private static final int[] EMPTY = {};

  private int[][] chunks;
  private int size;

  IntColumn() {
    this(new int[][] {EMPTY}, 0);
  }

  private IntColumn(int[][] chunks, int size) {
    this.chunks = chunks;
    this.size = size;
  }

  /** Returns how many chunks hold a number of cells. */
  static int chunks(int cells) {
    return (cells >>> SHIFT) + ((cells & MASK) == 0 ? 0 : 1);
  }

  /** Returns the length a last chunk gets when it must hold one number of cells and has another. */
  static int grown(int needed, int length) {
    return Math.min(CHUNK, Math.max(needed, length + (length >> 3) + 4));
  }

  int size() {
    return size;
  }

  int get(int position) {
    return chunks[position >>> SHIFT][position & MASK];
  }

  /** Copies a run of cells that lie in one chunk. */
  void copy(int from, int count, int[] into) {
    System.arraycopy(chunks[from >>> SHIFT], from & MASK, into, 0, count);
  }

  /** Returns a column of what is here now, which does not change when this one grows. */
  IntColumn frozen() {
    return new IntColumn(Arrays.copyOf(chunks, Math.max(1, chunks(size))), size);
  }

  void add(int value) {
    room(1)[size & MASK] = value;
    size++;
  }

  /** Appends a run of codes, each translated by a map. */
  void addAll(int[] codes, int from, int to, int[] map) {
    for (int at = from; at < to; ) {
      int[] chunk = room(to - at);
      int offset = size & MASK;
      int end = at + Math.min(to - at, CHUNK - offset);
      for (int i = at; i < end; i++) {
        chunk[offset + i - at] = map[codes[i]];
      }
      size += end - at;
      at = end;
    }
  }

  /** Appends a run of values. */
  void addAll(int[] values, int from, int to) {
    for (int at = from; at < to; ) {
      int[] chunk = room(to - at);
      int offset = size & MASK;
      int count = Math.min(to - at, CHUNK - offset);
      System.arraycopy(values, at, chunk, offset, count);
      size += count;
      at += count;
    }
  }

  /** Makes room for so many more cells, within the last chunk or a new one. */
  void reserve(int more) {
    if (more > 0) {
      room(more);
    }
  }

  private int[] room(int more) {
    int at = size >>> SHIFT;
    if (at == chunks.length) {
      chunks = Arrays.copyOf(chunks, at + 1 + (at >> 1));
    }
    int[] chunk = chunks[at] == null ? EMPTY : chunks[at];
    int needed = (int) Math.min(CHUNK, (size & MASK) + (long) more);
    if (chunk.length < needed) {
      chunk = Arrays.copyOf(chunk, grown(needed, chunk.length));
      chunks[at] = chunk;
    }
    return chunk;
  }
}
