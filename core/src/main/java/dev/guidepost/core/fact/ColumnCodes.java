package dev.guidepost.core.fact;

import dev.guidepost.core.metric.Dimension;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Map;

/**
 * The codes that a staging has for the participants, metrics and values of {@link FactColumns}.
 * They are kept with the staging for columns whose arrays are filled again and again, but do not
 * keep those from being freed.
 */
final class ColumnCodes {

  private static final int BAD = -1;

  private final WeakReference<FactColumns> columns;
  private final Staging staging;
  final int[] metrics;
  private final int[] parties;
  private final int[][] values;

  /** Tells whether a value of a dimension can be that of no row. */
  final boolean someBad;

  ColumnCodes(FactColumns columns, LedgerWriter writer, Staging staging) {
    this.columns = new WeakReference<>(columns);
    this.staging = staging;
    metrics = columns.metrics().stream().mapToInt(writer.rules()::code).toArray();
    parties = new int[columns.parties().size()];
    Arrays.fill(parties, Dictionary.NONE);
    values = new int[staging.dimensions.length][];
    boolean bad = false;
    for (Map.Entry<Dimension, FactColumns.Values> entry : columns.dimensions().entrySet()) {
      Dimension dimension = entry.getKey();
      int at = writer.dimensionCode(dimension);
      int[] codes =
          entry.getValue().values.stream().mapToInt(text -> code(dimension, at, text)).toArray();
      bad |= Arrays.stream(codes).anyMatch(code -> code == BAD);
      values[at] = codes;
    }
    someBad = bad;
  }

  private int code(Dimension dimension, int at, String value) {
    if (value.isBlank()) {
      return Staging.NO_VALUE;
    }
    return Reasons.badValue(dimension, value) == null ? staging.valueCode(at, value) : BAD;
  }

  /** Tells whether these are the codes of columns, whose arrays may have been filled again. */
  boolean areOf(FactColumns others) {
    return columns.refersTo(others);
  }

  /** Returns how many participants there are, of which each row has the place of one. */
  int partyCount() {
    return parties.length;
  }

  /** Returns the code of a participant, who is known to the staging from now on. */
  int party(FactColumns of, int place) {
    int code = parties[place];
    if (code == Dictionary.NONE) {
      code = staging.parties.code(of.parties().get(place));
      parties[place] = code;
    }
    return code;
  }

  /** Returns the code of the value at a place, {@link Staging#NO_VALUE} where there is none. */
  int value(int dimension, int place) {
    int[] codes = values[dimension];
    return place < 0 || place >= codes.length ? Staging.NO_VALUE : codes[place];
  }
}
