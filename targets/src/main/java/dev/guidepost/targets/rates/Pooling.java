package dev.guidepost.targets.rates;

import java.util.Objects;

/**
 * How a person's rate is learned: with whose record, and how much older records count.
 *
 * <pre>{@code
 * Pooling.TEAMS.with(Peers.byRole(roster, monday)).fading(HalfLife.ofWeeks(26));
 * }</pre>
 *
 * @param alone true if everybody's own record alone counts, to show what pooling is worth
 * @param peers who does the same job as whom
 * @param halfLife by how much recent records weigh more
 */
public record Pooling(boolean alone, Peers peers, HalfLife halfLife) {

  /** With the team, all records alike. */
  public static final Pooling TEAMS = new Pooling(false, Peers.TEAMS, HalfLife.NONE);

  /** Everybody's own record alone, all records alike. */
  public static final Pooling NONE = new Pooling(true, Peers.TEAMS, HalfLife.NONE);

  /**
   * Creates a way to learn rates.
   *
   * @param alone true if everybody's own record alone counts
   * @param peers who does the same job as whom
   * @param halfLife by how much recent records weigh more
   */
  public Pooling {
    Objects.requireNonNull(peers, "peers");
    Objects.requireNonNull(halfLife, "half-life");
  }

  /**
   * Returns the same with other peers.
   *
   * @param others who does the same job as whom
   * @return the way to learn rates
   */
  public Pooling with(Peers others) {
    return new Pooling(alone, others, halfLife);
  }

  /**
   * Returns the same with another half-life.
   *
   * @param other by how much recent records weigh more
   * @return the way to learn rates
   */
  public Pooling fading(HalfLife other) {
    return new Pooling(alone, peers, other);
  }
}
