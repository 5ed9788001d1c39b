package dev.guidepost.examples.company;

import java.util.Arrays;

/** What the record of a deal shows of its course. Days are epoch days. */
final class DealPath {

  final int opened;

  /** The day of entry by stage; {@link Integer#MAX_VALUE} where it was not entered. */
  final int[] entered = new int[DealProcess.STAGES.length];

  int stage;
  int closed = Integer.MAX_VALUE;
  boolean won;

  DealPath(int opened) {
    this.opened = opened;
    Arrays.fill(entered, Integer.MAX_VALUE);
    entered[0] = opened;
  }

  void enter(int day) {
    stage++;
    entered[stage] = day;
  }

  void close(int day, boolean isWon) {
    closed = day;
    won = isWon;
  }

  /** Returns how often it went on, or was won, from a day up to, but not including, another. */
  int advances(int from, int until) {
    int count = won && closed >= from && closed < until ? 1 : 0;
    for (int next = 1; next <= stage; next++) {
      count += entered[next] >= from && entered[next] < until ? 1 : 0;
    }
    return count;
  }

  boolean open() {
    return closed == Integer.MAX_VALUE;
  }
}
