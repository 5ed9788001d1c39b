package dev.guidepost.core.fact;

import java.util.Arrays;

/**
 * Ints by position, 0 where none was set, in chunks that are made when something in them is set.
 *
 * <p>A frozen copy shares the chunks that are there; what is set in them later shows in it too, so
 * that readers must be able to tell what came after them.
 */
final class SparseInts {

  private int[][] chunks;

  SparseInts() {
    this(new int[][] {});
  }

  private SparseInts(int[][] chunks) {
    this.chunks = chunks;
  }

  int get(int position) {
    int at = position >>> IntColumn.SHIFT;
    if (at >= chunks.length) {
      return 0;
    }
    int[] chunk = chunks[at];
    int offset = position & IntColumn.MASK;
    return chunk == null || offset >= chunk.length ? 0 : chunk[offset];
  }

  /** Tells whether something may have been set in the chunk of a position. */
  boolean anyIn(int position) {
    int at = position >>> IntColumn.SHIFT;
    return at < chunks.length && chunks[at] != null;
  }

  SparseInts frozen() {
    return new SparseInts(chunks.clone());
  }

  /** Sets the values of a run of positions. */
  void fill(int from, int to, int value) {
    for (int at = from; at < to; ) {
      int end = Math.min(to, (at | IntColumn.MASK) + 1);
      int offset = at & IntColumn.MASK;
      Arrays.fill(chunk(at, end - at), offset, offset + end - at, value);
      at = end;
    }
  }

  private int[] chunk(int position, int count) {
    int at = position >>> IntColumn.SHIFT;
    if (at >= chunks.length) {
      chunks = Arrays.copyOf(chunks, at + 1 + (at >> 1));
    }
    int[] chunk = chunks[at] == null ? new int[] {} : chunks[at];
    int needed = (position & IntColumn.MASK) + count;
    if (chunk.length < needed) {
      chunk = Arrays.copyOf(chunk, Math.min(IntColumn.CHUNK, 2 * needed));
      chunks[at] = chunk;
    }
    return chunk;
  }
}
