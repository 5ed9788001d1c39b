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
 * Values and their dense codes, in order of first sight; open addressing over their texts, so that
 * a look-up goes through no more objects than it must.
 */
abstract class Dictionary<T> {

  static final int NONE = -1;

  private @Nullable Object[] values = new Object[8];
  private int size;
  private @Nullable String[] slots = new String[16];
  private int[] codes = new int[16];

  /** A dictionary of people and units. */
  static Dictionary<PartyId> ofParties() {
    return new Dictionary<>() {
      @Override
      int code(PartyId party) {
        return code(party, party.value(), party instanceof UnitId ? 1 : 0);
      }

      @Override
      int find(PartyId party) {
        return find(party.value(), party instanceof UnitId ? 1 : 0);
      }
    };
  }

  /** A dictionary of texts. */
  static Dictionary<String> ofTexts() {
    return new Dictionary<>() {
      @Override
      int code(String text) {
        return code(text, text, 0);
      }

      @Override
      int find(String text) {
        return find(text, 0);
      }
    };
  }

  /** Returns the code of a value, a new one if it has none. */
  abstract int code(T value);

  /** Returns the code of a value, {@link #NONE} if it has none. */
  abstract int find(T value);

  /** Returns the code of a value by its text and its kind, 0 or 1. */
  final int code(T value, String text, int kind) {
    int slot = slot(text, kind);
    if (slots[slot] != null) {
      return codes[slot] >> 1;
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.multiplyExact(size, 2));
    }
    values[size] = value;
    slots[slot] = text;
    codes[slot] = (size << 1) | kind;
    size++;
    if (size > slots.length >> 1) {
      rehash();
    }
    return size - 1;
  }

  final int find(String text, int kind) {
    int slot = slot(text, kind);
    return slots[slot] == null ? NONE : codes[slot] >> 1;
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

  private int slot(String text, int kind) {
    int mask = slots.length - 1;
    int slot = (text.hashCode() * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(mask);
    while (slots[slot] != null && !(text.equals(slots[slot]) && (codes[slot] & 1) == kind)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void rehash() {
    @Nullable String[] texts = slots;
    int[] before = codes;
    slots = new String[Math.multiplyExact(texts.length, 2)];
    codes = new int[slots.length];
    for (int i = 0; i < texts.length; i++) {
      String text = texts[i];
      if (text != null) {
        int slot = slot(text, before[i] & 1);
        slots[slot] = text;
        codes[slot] = before[i];
      }
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
