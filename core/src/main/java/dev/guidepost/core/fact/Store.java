package dev.guidepost.core.fact;

import dev.guidepost.core.id.PartyId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The columns that a writer fills and its snapshots share; cells once written stay. */
final class Store {

  private static final int NO_ROW = -1;

  /**
   * A batch in the ledger: what became of it, the day it became known, the position after its last
   * fact, the end of what it superseded in {@link #gone}, and the codes of the keys whose rows it
   * left unchanged.
   */
  record Commit(BatchReport report, int known, int end, int goneEnd, KeyCodes unchanged) {
    String id() {
      return report.batch();
    }
  }

  /** What became of the rows staged, and the codes of the keys whose rows were left unchanged. */
  record Outcome(long accepted, long replaced, KeyCodes unchanged) {}

  final Dictionary<PartyId> parties = Dictionary.ofParties();
  final List<Dictionary<String>> values = new ArrayList<>();
  final IntColumn party = new IntColumn();
  final IntColumn what = new IntColumn();
  final LongColumn amount = new LongColumn();
  final IntColumn[] dimensions;

  /** The code of the row's source key plus 1. */
  final SparseInts key = new SparseInts();

  /** The number of batches with which the fact was replaced or withdrawn, counted from 1. */
  final SparseInts superseded = new SparseInts();

  /**
   * Runs of facts superseded, batch after batch: the first position, then the one after the last.
   */
  final IntColumn gone = new IntColumn();

  /** Tells the ledgers of this store from others; it does not hold on to the writer. */
  final Object origin = new Object();

  final KeyTexts keyTexts = new KeyTexts();

  /** Rows with a key but without facts: the key's code, then the number of their batch. */
  final IntColumn empty = new IntColumn();

  final List<Commit> commits = new ArrayList<>();

  private final KeyIndex index = new KeyIndex();

  /** By key where its row starts; {@link #NO_ROW} of one that was only ever withdrawn. */
  private int[] currentRow = new int[4];

  Store(int dimensionCount) {
    dimensions = new IntColumn[dimensionCount];
    for (int i = 0; i < dimensionCount; i++) {
      dimensions[i] = new IntColumn();
      values.add(Dictionary.ofTexts());
    }
  }

  /** Returns how many participants and values of dimensions there are. */
  int valueCount() {
    int count = parties.size();
    for (Dictionary<String> dictionary : values) {
      count += dictionary.size();
    }
    return count;
  }

  /** Ends a batch whose rows were taken. */
  void commit(BatchReport report, KeyCodes unchanged) {
    int known = Math.toIntExact(report.known().toEpochDay());
    commits.add(new Commit(report, known, party.size(), gone.size(), unchanged));
  }

  /** Takes the rows of the next batch; what comes of it counts once the batch is committed. */
  Outcome take(Staging staged) {
    if ((long) party.size() + staged.size > Integer.MAX_VALUE - IntColumn.CHUNK) {
      throw new IllegalStateException(
          "a ledger must hold at most 2^31 facts, but would hold "
              + ((long) party.size() + staged.size));
    }
    if (staged.keyed > 0) {
      keyTexts.reserve(staged.keyed, staged.keyEnd[staged.keyed - 1]);
    }
    return new Taking(staged).all();
  }

  /** Whether a key has a row with facts. */
  boolean stands(String text) {
    byte[] bytes = new byte[KeyTexts.maxBytes(text)];
    int end = KeyTexts.encode(text, bytes, 0);
    int code = index.find(KeyIndex.hash(bytes, 0, end), keyTexts, bytes, 0, end);
    int row = code == KeyIndex.NONE ? NO_ROW : currentRow[code];
    return row != NO_ROW && row < party.size() && key.get(row) == code + 1;
  }

  /** The rows of one batch, coming in. */
  private final class Taking {
    private final Staging staged;
    private final int number = commits.size() + 1;
    private final int[] partyCodes;
    private final int[][] valueCodes;
    private long accepted;
    private long replaced;
    private final KeyCodes.Collector unchanged = new KeyCodes.Collector();

    Taking(Staging staged) {
      this.staged = staged;
      accepted = staged.keyless;
      partyCodes = staged.ledgerParties();
      valueCodes = new int[dimensions.length][];
      for (int i = 0; i < dimensions.length; i++) {
        valueCodes[i] = staged.ledgerValues(i);
      }
    }

    Outcome all() {
      int done = 0;
      for (int row = 0; row < staged.keyed; row++) {
        int from = staged.keyedFrom[row];
        append(done, from, 0);
        done = staged.keyedTo[row];
        keyedRow(row, from, done);
      }
      append(done, staged.size, 0);
      return new Outcome(accepted, replaced, unchanged.all());
    }

    private void keyedRow(int row, int from, int to) {
      int start = staged.keyStart(row);
      int end = staged.keyEnd[row];
      int hash = staged.keyHash[row];
      int code = index.find(hash, keyTexts, staged.keyBytes, start, end);
      if (code == KeyIndex.NONE) {
        code = keyTexts.add(staged.keyBytes, start, end);
        index.add(hash, code);
        if (code == currentRow.length) {
          currentRow = Arrays.copyOf(currentRow, Math.addExact(code, code >> 1));
        }
        currentRow[code] = NO_ROW;
      }
      int before = currentRow[code];
      if (before == NO_ROW && from == to) {
        unchanged.add(code);
        return;
      }
      if (before == NO_ROW) {
        accepted++;
      } else {
        int beforeEnd = before;
        while (beforeEnd < party.size() && key.get(beforeEnd) == code + 1) {
          beforeEnd++;
        }
        if (staged.confirmed.get(row) || same(from, to, before, beforeEnd)) {
          unchanged.add(code);
          return;
        }
        replaced++;
        supersede(before, beforeEnd);
      }
      currentRow[code] = party.size();
      append(from, to, code + 1);
      if (from == to) {
        empty.add(code);
        empty.add(number);
      }
    }

    private void supersede(int from, int to) {
      if (from < to) {
        superseded.fill(from, to, number);
        gone.add(from);
        gone.add(to);
      }
    }

    private void append(int from, int to, int keyCode) {
      if (from == to) {
        return;
      }
      for (int i = from; i < to; i++) {
        int code = staged.party[i];
        if (partyCodes[code] == Dictionary.NONE) {
          partyCodes[code] = parties.code(staged.parties.value(code));
        }
      }
      if (keyCode != 0) {
        key.fill(party.size(), party.size() + to - from, keyCode);
      }
      int left = staged.size - from;
      party.reserve(left);
      party.addAll(staged.party, from, to, partyCodes);
      what.reserve(left);
      what.addAll(staged.what, from, to);
      amount.reserve(left);
      amount.addAll(staged.amount, from, to);
      for (int d = 0; d < dimensions.length; d++) {
        int[] codes = valueCodes[d];
        for (int i = from; i < to; i++) {
          int code = staged.dimensions[d][i];
          if (codes[code] == Dictionary.NONE) {
            codes[code] = values.get(d).code(staged.values.get(d).value(code));
          }
        }
        dimensions[d].reserve(left);
        dimensions[d].addAll(staged.dimensions[d], from, to, codes);
      }
    }

    private boolean same(int from, int to, int before, int beforeEnd) {
      if (to - from != beforeEnd - before) {
        return false;
      }
      for (int i = from, at = before; i < to; i++, at++) {
        if (staged.what[i] != what.get(at)
            || staged.amount[i] != amount.get(at)
            || partyCode(staged.party[i]) != party.get(at)) {
          return false;
        }
        for (int d = 0; d < dimensions.length; d++) {
          if (valueCode(d, staged.dimensions[d][i]) != dimensions[d].get(at)) {
            return false;
          }
        }
      }
      return true;
    }

    private int partyCode(int local) {
      int code = partyCodes[local];
      return code == Dictionary.NONE ? parties.find(staged.parties.value(local)) : code;
    }

    private int valueCode(int dimension, int local) {
      int code = valueCodes[dimension][local];
      return code == Dictionary.NONE
          ? values.get(dimension).find(staged.values.get(dimension).value(local))
          : code;
    }
  }
}
