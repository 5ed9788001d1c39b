package dev.guidepost.core.fact;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** Values and their dense codes, in order of first sight; open addressing. */
final class Dictionary<T> {

  static final int NONE = -1;

  private @Nullable Object[] values = new Object[8];
  private int size;
  private int[] table = new int[16];
  private @Nullable T last;
  private int lastCode;

  /** Returns the code of a value, a new one if it has none. */
  int code(T value) {
    if (value == last) {
      return lastCode;
    }
    int slot = slot(value);
    int code = table[slot] - 1;
    if (code == NONE) {
      code = size++;
      if (code == values.length) {
        values = Arrays.copyOf(values, Math.addExact(size, size >> 1));
      }
      values[code] = value;
      table[slot] = size;
      if (size > table.length >> 1) {
        rehash();
      }
    }
    last = value;
    lastCode = code;
    return code;
  }

  /** Returns the code of a value, {@link #NONE} if it has none. */
  int find(T value) {
    return table[slot(value)] - 1;
  }

  int size() {
    return size;
  }

  @SuppressWarnings("unchecked")
  T value(int code) {
    return (T) Objects.requireNonNull(values[code]);
  }

  /** Returns the values there are now, each at its code; it does not change. */
  List<T> frozen() {
    return new Prefix<>(values, size);
  }

  private int slot(Object value) {
    int mask = table.length - 1;
    int slot = (value.hashCode() * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(mask);
    while (table[slot] != 0 && !value.equals(values[table[slot] - 1])) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void rehash() {
    table = new int[Math.multiplyExact(table.length, 2)];
    for (int i = 0; i < size; i++) {
      table[slot(Objects.requireNonNull(values[i]))] = i + 1;
    }
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
