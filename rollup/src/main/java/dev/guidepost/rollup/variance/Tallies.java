package dev.guidepost.rollup.variance;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Amounts by column of every node, and of every part right below it, added up as they come. */
final class Tallies {

  /** The columns before those of lines: what the result came to before and after. */
  static final int BEFORE = 0;

  static final int AFTER = 1;

  /** The column of the first line. */
  static final int LINES = 2;

  private final int columns;
  private final Map<PartyId, BigInteger[]> byNode = new HashMap<>();
  private final Map<PartyId, Map<PartyId, BigInteger[]>> byPart = new HashMap<>();

  Tallies(int columns) {
    this.columns = columns;
  }

  /**
   * Adds an amount to all units of a path and, for a person, to the person.
   *
   * @param path the units in which it counts, the root first
   * @param party whose it is: the last part; a unit's own is a part of the unit itself
   */
  void add(List<UnitId> path, PartyId party, int column, BigInteger amount) {
    if (amount.signum() == 0) {
      return;
    }
    for (int i = 0; i < path.size(); i++) {
      PartyId part = i + 1 < path.size() ? path.get(i + 1) : party;
      Map<PartyId, BigInteger[]> parts =
          byPart.computeIfAbsent(path.get(i), any -> new HashMap<>());
      add(byNode, path.get(i), column, amount);
      add(parts, part, column, amount);
    }
    if (party instanceof PersonId) {
      add(byNode, party, column, amount);
    }
  }

  private void add(Map<PartyId, BigInteger[]> sums, PartyId key, int column, BigInteger amount) {
    BigInteger[] row = sums.computeIfAbsent(key, any -> zeros());
    row[column] = row[column].add(amount);
  }

  private BigInteger[] zeros() {
    BigInteger[] zeros = new BigInteger[columns];
    Arrays.fill(zeros, BigInteger.ZERO);
    return zeros;
  }

  /** Returns the columns of a node, zeros if it has nothing. */
  List<BigInteger> of(PartyId node) {
    return List.of(byNode.getOrDefault(node, zeros()));
  }

  /** Returns the columns of the parts right below a node. */
  Map<PartyId, List<BigInteger>> parts(PartyId node) {
    Map<PartyId, List<BigInteger>> parts = new HashMap<>();
    byPart.getOrDefault(node, Map.of()).forEach((part, row) -> parts.put(part, List.of(row)));
    return parts;
  }
}
