package dev.guidepost.core.fact;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.UnitId;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Values and their dense codes, in order of first sight.
 *
 * <p>Most of what taking a row in costs is to find its participant among many, and most of that is
 * to wait for memory. So a short text lies in the table itself, as three words and one of its
 * length and code: a look-up reads one place, however many values there are.
 */
abstract class Dictionary<T> {

  static final int NONE = -1;

  private static final int SHORT = 3 * Long.BYTES;
  private static final int CELL = 4;
  private static final long TAG = 0xFFFF_FFFFL;

  /** The tag of a text that is longer, or not of single bytes: its value must be asked. */
  private static final long LONG = 1L << 10;

  private @Nullable Object[] values = new Object[8];
  private int size;
  private long[] table = new long[16 * CELL];

  // The text looked for.
  private long first;
  private long second;
  private long third;
  private long tag;
  private int units;

  /** A dictionary of people and units. */
  static Dictionary<PartyId> ofParties() {
    return new Dictionary<>() {
      @Override
      String text(PartyId party) {
        return party.value();
      }

      @Override
      int kind(PartyId party) {
        return party instanceof UnitId ? 1 : 0;
      }
    };
  }

  /** A dictionary of texts. */
  static Dictionary<String> ofTexts() {
    return new Dictionary<>() {
      @Override
      String text(String text) {
        return text;
      }

      @Override
      int kind(String text) {
        return 0;
      }
    };
  }

  /** Returns the text that a value has. */
  abstract String text(T value);

  /** Returns what tells values of one text apart, 0 or 1. */
  abstract int kind(T value);

  /** Returns the code of a value, a new one if it has none. */
  final int code(T value) {
    int cell = cell(value);
    return table[cell + 3] == 0 ? add(value, cell) : code(cell);
  }

  /** Returns the code of a value, {@link #NONE} if it has none. */
  final int find(T value) {
    int cell = cell(value);
    return table[cell + 3] == 0 ? NONE : code(cell);
  }

  final int size() {
    return size;
  }

  @SuppressWarnings("unchecked")
  final T value(int code) {
    return (T) Objects.requireNonNull(values[code]);
  }

  /** Returns the values there are now, each at its code; it does not change. */
  final List<T> frozen() {
    return new Prefix<>(values, size);
  }

  private int code(int cell) {
    return (int) (table[cell + 3] >>> 32) - 1;
  }

  private int add(T value, int cell) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.multiplyExact(size, 2));
    }
    values[size++] = value;
    table[cell] = first;
    table[cell + 1] = second;
    table[cell + 2] = third;
    table[cell + 3] = ((long) size << 32) | tag;
    if (size > table.length / CELL / 4 * 3) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    long[] before = table;
    table = new long[Math.multiplyExact(before.length, 2)];
    for (int from = 0; from < before.length; from += CELL) {
      if (before[from + 3] != 0) {
        int cell = start(before[from], before[from + 1], before[from + 2], before[from + 3] & TAG);
        while (table[cell + 3] != 0) {
          cell = next(cell);
        }
        System.arraycopy(before, from, table, cell, CELL);
      }
    }
  }

  /** Returns where a value is, or would be. */
  private int cell(T value) {
    String text = text(value);
    if (!packed(text, kind(value))) {
      hashed(text, kind(value));
    }
    int cell = start(first, second, third, tag);
    while (table[cell + 3] != 0 && !isAt(cell, text)) {
      cell = next(cell);
    }
    return cell;
  }

  private boolean isAt(int cell, String text) {
    return table[cell] == first
        && table[cell + 1] == second
        && table[cell + 2] == third
        && (table[cell + 3] & TAG) == tag
        && (tag < LONG || text.equals(text(value(code(cell)))));
  }

  private int start(long one, long two, long three, long tagged) {
    long hash = KeyIndex.mixed(KeyIndex.mixed(one ^ tagged) ^ two);
    if (three != 0) {
      hash = KeyIndex.mixed(hash ^ three);
    }
    return ((int) (hash >>> 32) & (table.length / CELL - 1)) * CELL;
  }

  private int next(int cell) {
    return (cell + CELL) & (table.length - 1);
  }

  /** Puts a text into words, if it is short and each of its characters is a byte. */
  private boolean packed(String text, int kind) {
    int length = text.length();
    if (length > SHORT) {
      return false;
    }
    units = 0;
    first = word(text, 0, length);
    second = length <= Long.BYTES ? 0 : word(text, Long.BYTES, length);
    third = length <= 2 * Long.BYTES ? 0 : word(text, 2 * Long.BYTES, length);
    tag = ((long) length << 1) | kind;
    return units <= 0xFF;
  }

  private long word(String text, int from, int length) {
    long word = 0;
    int all = 0;
    for (int i = from, to = Math.min(from + Long.BYTES, length); i < to; i++) {
      char unit = text.charAt(i);
      all |= unit;
      word = (word << Byte.SIZE) | unit;
    }
    units |= all;
    return word;
  }

  /** Puts what tells most texts apart into words. */
  private void hashed(String text, int kind) {
    long hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = KeyIndex.mixed(hash ^ text.charAt(i));
    }
    first = hash;
    second = text.length();
    third = 0;
    tag = LONG | kind;
  }

  /** The first values of an array that only ever grows. */
  private static final class Prefix<T> extends AbstractList<T> implements RandomAccess {
    private final @Nullable Object[] values;
    private final int size;

    Prefix(@Nullable Object[] values, int size) {
      this.values = values;
      this.size = size;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T get(int index) {
      return (T) Objects.requireNonNull(values[Objects.checkIndex(index, size)]);
    }

    @Override
    public int size() {
      return size;
    }
  }
}
