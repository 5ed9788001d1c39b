package dev.guidepost.rollup.cube;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.time.Period;

/**
 * One party of a cube.
 *
 * <pre>{@code
 * Node east = cube.at("East");
 * east.in(q3).get(WIN_RATE); // 31.0 % (195 of 630)
 * }</pre>
 */
public final class Node {

  private final Cube cube;
  private final PartyId party;
  private final int code;

  Node(Cube cube, PartyId party, int code) {
    this.cube = cube;
    this.party = party;
    this.code = code;
  }

  int code() {
    return code;
  }

  /**
   * Returns whose measurements these are.
   *
   * @return the person or unit
   */
  public PartyId party() {
    return party;
  }

  /**
   * Returns what people call the party.
   *
   * @return its name in the organisation
   */
  public String name() {
    return cube.organisation().name(party);
  }

  /**
   * Returns the party's measurements over a period.
   *
   * @param period one of the cube's periods
   * @return the cells
   * @throws IllegalArgumentException if the cube does not keep the period
   */
  public Cells in(Period period) {
    return new Cells(this, cube, period);
  }

  /** Returns name and id, such as {@code "East (east)"}. */
  @Override
  public String toString() {
    return name() + " (" + party + ")";
  }
}
