package dev.guidepost.core.fact;

import java.util.Arrays;

/** A growing column of longs, in chunks as those of {@link IntColumn}. */
final class LongColumn {

  private static final long[] EMPTY = {};

  private long[][] chunks;
  private int size;

  LongColumn() {
    this(new long[][] {EMPTY}, 0);
  }

  private LongColumn(long[][] chunks, int size) {
    this.chunks = chunks;
    this.size = size;
  }

  long get(int position) {
    return chunks[position >>> IntColumn.SHIFT][position & IntColumn.MASK];
  }

  /** Copies a run of cells that lie in one chunk. */
  void copy(int from, int count, long[] into) {
    System.arraycopy(chunks[from >>> IntColumn.SHIFT], from & IntColumn.MASK, into, 0, count);
  }

  /** Returns a column of what is here now, which does not change when this one grows. */
  LongColumn frozen() {
    return new LongColumn(Arrays.copyOf(chunks, Math.max(1, IntColumn.chunks(size))), size);
  }

  void add(long value) {
    room(1)[size & IntColumn.MASK] = value;
    size++;
  }

  /** Appends a run of values. */
  void addAll(long[] values, int from, int to) {
    for (int at = from; at < to; ) {
      long[] chunk = room(to - at);
      int offset = size & IntColumn.MASK;
      int count = Math.min(to - at, IntColumn.CHUNK - offset);
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

  private long[] room(int more) {
    int at = size >>> IntColumn.SHIFT;
    if (at == chunks.length) {
      chunks = Arrays.copyOf(chunks, at + 1 + (at >> 1));
    }
    long[] chunk = chunks[at] == null ? EMPTY : chunks[at];
    int needed = (int) Math.min(IntColumn.CHUNK, (size & IntColumn.MASK) + (long) more);
    if (chunk.length < needed) {
      chunk = Arrays.copyOf(chunk, IntColumn.grown(needed, chunk.length));
      chunks[at] = chunk;
    }
    return chunk;
  }
}
