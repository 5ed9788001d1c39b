package dev.guidepost.core.fact;

import dev.guidepost.core.id.PartyId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The growing columns of a ledger, owned by its writer. Cells below a snapshot's size never change,
 * but for {@code superseded}, which a snapshot therefore copies.
 */
final class Columns {

  /** The superseded day of a row that is current. */
  static final int CURRENT = Integer.MAX_VALUE;

  final Dictionary<PartyId> parties = new Dictionary<>();
  final Dictionary<String> keys = new Dictionary<>();
  final List<Dictionary<String>> dimensionValues = new ArrayList<>();
  int size;
  int[] party = new int[16];
  int[] metric = new int[16];
  int[] day = new int[16];
  long[] amount = new long[16];
  int[] known = new int[16];
  int[] superseded = new int[16];
  int[] key = new int[16];
  final int[][] dimensions;

  Columns(int dimensionCount) {
    dimensions = new int[dimensionCount][16];
    for (int i = 0; i < dimensionCount; i++) {
      dimensionValues.add(new Dictionary<>());
    }
  }

  void append(
      int factParty, int factMetric, int factDay, long factAmount, int knownDay, int rowKey) {
    if (size == party.length) {
      grow();
    }
    party[size] = factParty;
    metric[size] = factMetric;
    day[size] = factDay;
    amount[size] = factAmount;
    known[size] = knownDay;
    superseded[size] = CURRENT;
    key[size] = rowKey;
    size++;
  }

  private void grow() {
    int length = Math.addExact(size, Math.max(16, size >> 1));
    party = Arrays.copyOf(party, length);
    metric = Arrays.copyOf(metric, length);
    day = Arrays.copyOf(day, length);
    amount = Arrays.copyOf(amount, length);
    known = Arrays.copyOf(known, length);
    superseded = Arrays.copyOf(superseded, length);
    key = Arrays.copyOf(key, length);
    for (int i = 0; i < dimensions.length; i++) {
      dimensions[i] = Arrays.copyOf(dimensions[i], length);
    }
  }

  /** Values and their dense codes, in order of first sight. */
  static final class Dictionary<T> {

    private final Map<T, Integer> codes = new HashMap<>();
    private final List<T> values = new ArrayList<>();

    int code(T value) {
      Integer code = codes.get(value);
      if (code == null) {
        code = values.size();
        codes.put(value, code);
        values.add(value);
      }
      return code;
    }

    List<T> values() {
      return values;
    }
  }
}
