package dev.guidepost.core.fact;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The texts of source keys by code, as bytes one after the other: what a key costs beside its text
 * is four bytes.
 *
 * <p>Each UTF-16 unit takes one to three bytes, so that any text comes back as it was.
 */
final class KeyTexts {

  private static final int SHIFT = 16;
  private static final int CHUNK = 1 << SHIFT;
  private static final int MASK = CHUNK - 1;
  private static final long MOST = 1L << 32;

  private final IntColumn ends;
  private byte[][] chunks;
  private long length;

  KeyTexts() {
    this(new IntColumn(), new byte[][] {}, 0);
  }

  private KeyTexts(IntColumn ends, byte[][] chunks, long length) {
    this.ends = ends;
    this.chunks = chunks;
    this.length = length;
  }

  /** Returns the most bytes that a text may take. */
  static int maxBytes(String text) {
    return Math.multiplyExact(text.length(), 3);
  }

  /** Writes a text into a buffer that has the room, and returns the end. */
  static int encode(String text, byte[] into, int from) {
    int end = from;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit < 0x80) {
        into[end++] = (byte) unit;
      } else if (unit < 0x800) {
        into[end++] = (byte) (0xC0 | (unit >> 6));
        into[end++] = (byte) (0x80 | (unit & 0x3F));
      } else {
        into[end++] = (byte) (0xE0 | (unit >> 12));
        into[end++] = (byte) (0x80 | ((unit >> 6) & 0x3F));
        into[end++] = (byte) (0x80 | (unit & 0x3F));
      }
    }
    return end;
  }

  int size() {
    return ends.size();
  }

  KeyTexts frozen() {
    return new KeyTexts(ends.frozen(), chunks.clone(), length);
  }

  /** Refuses more keys than can be told apart, and makes room for the rest. */
  void reserve(int keys, int bytes) {
    if (length + bytes >= MOST) {
      throw new IllegalStateException(
          "source keys of a ledger must fit 4 GiB, but do not: " + size() + " keys");
    }
    ends.reserve(keys);
  }

  /** Adds a text for which there is room, and returns its code. */
  int add(byte[] bytes, int from, int to) {
    for (int at = from; at < to; ) {
      byte[] chunk = room(to - at);
      int offset = (int) (length & MASK);
      int count = Math.min(to - at, CHUNK - offset);
      System.arraycopy(bytes, at, chunk, offset, count);
      length += count;
      at += count;
    }
    ends.add((int) length);
    return ends.size() - 1;
  }

  private byte[] room(int more) {
    int at = (int) (length >>> SHIFT);
    if (at == chunks.length) {
      chunks = Arrays.copyOf(chunks, at + 1);
      chunks[at] = new byte[] {};
    }
    int needed = (int) Math.min(CHUNK, (length & MASK) + more);
    if (chunks[at].length < needed) {
      chunks[at] = Arrays.copyOf(chunks[at], Math.min(CHUNK, 2 * needed));
    }
    return chunks[at];
  }

  /** Tells whether the text of a code is made of these bytes. */
  boolean matches(int code, byte[] bytes, int from, int to) {
    long start = start(code);
    if (end(code) - start != to - from) {
      return false;
    }
    int offset = (int) (start & MASK);
    if (offset + to - from <= CHUNK) {
      byte[] chunk = chunks[(int) (start >>> SHIFT)];
      return Arrays.equals(chunk, offset, offset + to - from, bytes, from, to);
    }
    for (int i = from; i < to; i++) {
      if (at(start + i - from) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns the texts there are now, each at its code. */
  List<String> all() {
    return IntStream.range(0, size()).mapToObj(this::text).toList();
  }

  String text(int code) {
    StringBuilder text = new StringBuilder();
    for (long i = start(code), end = end(code); i < end; ) {
      int first = at(i++);
      if (first >= 0) {
        text.append((char) first);
      } else if ((first & 0x20) == 0) {
        text.append((char) (((first & 0x1F) << 6) | (at(i++) & 0x3F)));
      } else {
        int high = ((first & 0x0F) << 12) | ((at(i++) & 0x3F) << 6);
        text.append((char) (high | (at(i++) & 0x3F)));
      }
    }
    return text.toString();
  }

  private byte at(long place) {
    return chunks[(int) (place >>> SHIFT)][(int) (place & MASK)];
  }

  private long start(int code) {
    return code == 0 ? 0 : end(code - 1);
  }

  private long end(int code) {
    return Integer.toUnsignedLong(ends.get(code));
  }
}
