package dev.guidepost.rollup.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.rollup.org.Organisation;
import java.util.List;
import java.util.Objects;

/**
 * All for whom there are sums, as dense codes: the root is 0, then units, unassigned, and people.
 */
public final class Nodes {

  /** The code of no node. */
  public static final int NONE = -1;

  private final Organisation organisation;
  private final ImmutableList<PartyId> all;
  private final ImmutableMap<PartyId, Integer> codes;
  private final int unassigned;

  Nodes(Organisation organisation) {
    this.organisation = organisation;
    unassigned = organisation.units().size();
    all =
        ImmutableList.<PartyId>builder()
            .addAll(organisation.units())
            .add(Organisation.UNASSIGNED)
            .addAll(organisation.people())
            .build();
    ImmutableMap.Builder<PartyId, Integer> places = ImmutableMap.builderWithExpectedSize(size());
    for (int i = 0; i < size(); i++) {
      places.put(all.get(i), i);
    }
    codes = places.buildOrThrow();
  }

  private Nodes(Organisation organisation, Nodes same) {
    this.organisation = organisation;
    unassigned = same.unassigned;
    all = same.all;
    codes = same.codes;
  }

  /** Returns the nodes of another organisation. */
  Nodes over(Organisation other) {
    return other.units().equals(organisation.units())
            && other.people().equals(organisation.people())
        ? new Nodes(other, this)
        : new Nodes(other);
  }

  /** Returns by node its code among others, {@link #NONE} if it is none of them. */
  @SuppressWarnings("ReferenceEquality") // nodes of one list share it; equal ones need not be told
  int[] codes(Nodes others) {
    boolean same = all.equals(others.all);
    int[] theirs = new int[size()];
    for (int i = 0; i < theirs.length; i++) {
      theirs[i] = same ? i : others.codeOrNone(all.get(i));
    }
    return theirs;
  }

  /**
   * Returns all nodes.
   *
   * @return the nodes, each at its code; unmodifiable
   */
  public List<PartyId> all() {
    return all;
  }

  Organisation organisation() {
    return organisation;
  }

  /** Returns the number of nodes. */
  int size() {
    return all.size();
  }

  /** Returns how many nodes are units, unassigned included; they come first. */
  int units() {
    return unassigned + 1;
  }

  /** Returns the code of the line of what belongs to nobody. */
  int unassigned() {
    return unassigned;
  }

  /** Returns the code of a party that is a node. */
  int code(PartyId party) {
    return Objects.requireNonNull(codes.get(party));
  }

  /** Returns the code of a party, {@link #NONE} of one that is no node. */
  int codeOrNone(PartyId party) {
    return codes.getOrDefault(party, NONE);
  }
}
