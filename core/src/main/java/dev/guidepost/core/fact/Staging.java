package dev.guidepost.core.fact;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way into a ledger, in columns: facts with codes of the staging's own, and of the
 * rows with a key where each starts and ends. Facts in between belong to rows without one.
 */
final class Staging {

  /** The local code of {@link Dimension#NONE}. */
  static final int NO_VALUE = 0;

  private static final int SMALL = 1 << 17;

  final Dictionary<PartyId> parties = Dictionary.ofParties();
  final List<Dictionary<String>> values = new ArrayList<>();

  /** By local code that of the ledger, {@link Dictionary#NONE} where not known yet. */
  private int[] ledgerParty = {};

  private final int[][] ledgerValue;
  private @Nullable ColumnCodes columnCodes;
  int size;
  int[] party = new int[16];
  int[] what = new int[16];
  long[] amount = new long[16];
  final int[][] dimensions;

  int keyed;
  int[] keyedFrom = new int[4];
  int[] keyedTo = new int[4];
  int[] keyHash = new int[4];
  int[] keyEnd = new int[4];
  byte[] keyBytes = new byte[64];
  private int[] keyTable = new int[16];
  long keyless;

  /** The rows with a key that only say that what stands was delivered again. */
  final BitSet confirmed = new BitSet();

  private int rowStart;

  Staging(int dimensionCount) {
    dimensions = new int[dimensionCount][16];
    ledgerValue = new int[dimensionCount][];
    Arrays.fill(ledgerValue, new int[] {});
    for (int i = 0; i < dimensionCount; i++) {
      Dictionary<String> dictionary = Dictionary.ofTexts();
      dictionary.code(Dimension.NONE);
      values.add(dictionary);
    }
  }

  /** Adds a fact to the row that is open. */
  void add(int partyCode, int packed, long unscaled) {
    if (size == party.length) {
      grow(size + 1);
    }
    party[size] = partyCode;
    what[size] = packed;
    amount[size++] = unscaled;
  }

  /** Makes room for so many facts. */
  void reserve(int more) {
    int needed = Math.addExact(size, more);
    if (needed > party.length) {
      grow(needed);
    }
  }

  private void grow(int needed) {
    int length = Math.max(needed, Math.multiplyExact(size, 2));
    party = Arrays.copyOf(party, length);
    what = Arrays.copyOf(what, length);
    amount = Arrays.copyOf(amount, length);
    for (int i = 0; i < dimensions.length; i++) {
      dimensions[i] = Arrays.copyOf(dimensions[i], length);
    }
  }

  /**
   * Makes this fit for another batch, unless it has become large; what values and participants it
   * knows it keeps, so that they need not be found anew.
   *
   * @param most the most values and participants worth to be kept
   */
  boolean clear(int most) {
    int known = parties.size();
    for (Dictionary<String> dictionary : values) {
      known += dictionary.size();
    }
    if (party.length > SMALL || keyBytes.length > SMALL * 16 || known > most) {
      return false;
    }
    size = 0;
    rowStart = 0;
    keyless = 0;
    confirmed.clear();
    if (keyed > 0) {
      keyed = 0;
      Arrays.fill(keyTable, 0);
    }
    return true;
  }

  int valueCode(int dimension, String value) {
    return values.get(dimension).code(value);
  }

  /** Returns the codes that participants have in the ledger, to be filled by it. */
  int[] ledgerParties() {
    ledgerParty = known(ledgerParty, parties.size());
    return ledgerParty;
  }

  /** Returns the codes that the values of a dimension have in the ledger, to be filled by it. */
  int[] ledgerValues(int dimension) {
    ledgerValue[dimension] = known(ledgerValue[dimension], values.get(dimension).size());
    return ledgerValue[dimension];
  }

  private static int[] known(int[] before, int size) {
    if (size <= before.length) {
      return before;
    }
    int[] codes =
        Arrays.copyOf(before, Math.max(size, Math.addExact(before.length, before.length >> 1)));
    Arrays.fill(codes, before.length, codes.length, Dictionary.NONE);
    return codes;
  }

  /** Returns the codes that columns have here, the same for the same columns. */
  ColumnCodes codes(FactColumns columns, LedgerWriter writer) {
    ColumnCodes codes = columnCodes;
    if (codes == null || !codes.areOf(columns)) {
      codes = new ColumnCodes(columns, writer, this);
      columnCodes = codes;
    }
    return codes;
  }

  /** Returns how many facts the open row has. */
  int rowSize() {
    return size - rowStart;
  }

  /** Drops the open row. */
  void dropRow() {
    size = rowStart;
  }

  /** Gives all facts of the open row a value in a dimension. */
  void fillRow(int dimension, int code) {
    Arrays.fill(dimensions[dimension], rowStart, size, code);
  }

  /** Gives the fact added last a value in a dimension. */
  void setValue(int dimension, int code) {
    dimensions[dimension][size - 1] = code;
  }

  /**
   * Gives the facts of the open row that have no currency yet that of the row; of a row without
   * one, money that of its metric, and what is no money that of all the row's money, if it is one.
   */
  void fillCurrency(int dimension, int rowCode, FactRules rules) {
    int[] codes = dimensions[dimension];
    int money = NO_VALUE;
    boolean one = true;
    boolean others = false;
    for (int i = rowStart; i < size; i++) {
      int code = codes[i];
      if (code == NO_VALUE) {
        String own = rowCode == NO_VALUE ? rules.currency(FactRules.metric(what[i])) : null;
        code = own == null ? rowCode : valueCode(dimension, own);
        codes[i] = code;
        others |= code == NO_VALUE;
      }
      one &= code == NO_VALUE || money == NO_VALUE || code == money;
      money = code == NO_VALUE ? money : code;
    }
    for (int i = rowStart; others && one && i < size; i++) {
      codes[i] = money;
    }
  }

  /** Ends the open row as one without a key. */
  void endRow() {
    keyless++;
    rowStart = size;
  }

  /** Ends the open row, unless a row with its key is here already. */
  boolean endRow(String key) {
    int start = keyed == 0 ? 0 : keyEnd[keyed - 1];
    int most = Math.addExact(start, KeyTexts.maxBytes(key));
    if (most > keyBytes.length) {
      keyBytes = Arrays.copyOf(keyBytes, Math.max(most, Math.addExact(start, start >> 1)));
    }
    int end = KeyTexts.encode(key, keyBytes, start);
    int hash = KeyIndex.hash(keyBytes, start, end);
    int slot = slot(hash, start, end);
    if (keyTable[slot] != 0) {
      return false;
    }
    keyTable[slot] = keyed + 1;
    if (keyed == keyedFrom.length) {
      int length = Math.addExact(keyed, keyed >> 1);
      keyedFrom = Arrays.copyOf(keyedFrom, length);
      keyedTo = Arrays.copyOf(keyedTo, length);
      keyHash = Arrays.copyOf(keyHash, length);
      keyEnd = Arrays.copyOf(keyEnd, length);
    }
    keyedFrom[keyed] = rowStart;
    keyedTo[keyed] = size;
    keyHash[keyed] = hash;
    keyEnd[keyed++] = end;
    rowStart = size;
    if (keyed > keyTable.length >> 1) {
      keyTable = new int[Math.multiplyExact(keyTable.length, 2)];
      for (int i = 0; i < keyed; i++) {
        keyTable[slot(keyHash[i], keyStart(i), keyEnd[i])] = i + 1;
      }
    }
    return true;
  }

  /** Adds a row that leaves unchanged what its key has. */
  void confirm(String key) {
    if (endRow(key)) {
      confirmed.set(keyed - 1);
    }
  }

  int keyStart(int row) {
    return row == 0 ? 0 : keyEnd[row - 1];
  }

  private int slot(int hash, int from, int to) {
    int mask = keyTable.length - 1;
    int slot = hash & mask;
    while (keyTable[slot] != 0 && !isKey(keyTable[slot] - 1, hash, from, to)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean isKey(int row, int hash, int from, int to) {
    return keyHash[row] == hash
        && Arrays.equals(keyBytes, keyStart(row), keyEnd[row], keyBytes, from, to);
  }
}
