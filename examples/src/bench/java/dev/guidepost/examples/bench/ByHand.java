package dev.guidepost.examples.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * The same roll-up written by hand for just this data: known metrics, months, one tree without a
 * date, nobody who moves, plain arrays of codes. What a library should come near.
 */
final class ByHand {

  static final int MONTHS = 12;
  static final int PERIODS = MONTHS + 4 + 1;
  static final int[] MONTH_OF_DAY = new int[EngineData.DAYS];

  static {
    for (int day = 0; day < EngineData.DAYS; day++) {
      MONTH_OF_DAY[day] = IngestData.FIRST.plusDays(day).getMonthValue() - 1;
    }
  }

  private final EngineData data;
  private final long[] amount;
  private final ExecutorService helper;

  /** The facts in the order of people: where each person's end, and 12 bytes of each. */
  private int[] ends = {};

  private int[] what = {};
  private long[] amounts = {};

  ByHand(EngineData data, ExecutorService helper) {
    this(data, data.amount, helper);
  }

  /** Creates one that adds up other numbers of the facts than their amounts. */
  ByHand(EngineData data, long[] amount, ExecutorService helper) {
    this.data = data;
    this.amount = amount;
    this.helper = helper;
  }

  /** Reads all columns, and nothing else. */
  long scan(int threads) {
    return inParts(threads, this::scan).stream().mapToLong(Long::longValue).sum();
  }

  private long scan(int part, int parts) {
    long sum = 0;
    for (int i = from(part, parts); i < from(part + 1, parts); i++) {
      sum += amount[i] + data.party[i] + data.metric[i] + data.day[i];
    }
    return sum;
  }

  private int from(int part, int parts) {
    return (int) ((long) data.size() * part / parts);
  }

  /** Rolls up the columns as they are; with two threads each has its own rows of people. */
  long[][] unordered(int threads) {
    List<long[][]> parts = inParts(threads, this::unordered);
    long[][] people = parts.get(0);
    for (long[][] more : parts.subList(1, parts.size())) {
      for (int person = 0; person < people.length; person++) {
        add(people[person], more[person]);
      }
    }
    return up(people);
  }

  private long[][] unordered(int part, int parts) {
    long[][] people = new long[EngineData.PEOPLE][EngineData.METRICS * PERIODS];
    for (int i = from(part, parts), to = from(part + 1, parts); i < to; i++) {
      long[] row = people[data.party[i]];
      int cell = data.metric[i] * PERIODS + MONTH_OF_DAY[data.day[i]];
      row[cell] = Math.addExact(row[cell], amount[i]);
    }
    return people;
  }

  void group() {
    int[] next = new int[EngineData.PEOPLE + 1];
    for (int person : data.party) {
      next[person + 1]++;
    }
    for (int person = 0; person < EngineData.PEOPLE; person++) {
      next[person + 1] += next[person];
    }
    ends = Arrays.copyOfRange(next, 1, next.length);
    what = new int[data.size()];
    amounts = new long[data.size()];
    for (int i = 0; i < data.size(); i++) {
      int at = next[data.party[i]]++;
      what[at] = data.metric[i] << 9 | data.day[i];
      amounts[at] = amount[i];
    }
  }

  /** Rolls up the facts in the order of people; each thread takes some people. */
  long[][] grouped(int threads) {
    long[][] people = new long[EngineData.PEOPLE][];
    inParts(
        threads,
        (part, parts) -> {
          int from = EngineData.PEOPLE * part / parts;
          int to = EngineData.PEOPLE * (part + 1) / parts;
          for (int person = from; person < to; person++) {
            people[person] = person(person);
          }
          return part;
        });
    return up(people);
  }

  private long[] person(int person) {
    long[] row = new long[EngineData.METRICS * PERIODS];
    for (int i = person == 0 ? 0 : ends[person - 1]; i < ends[person]; i++) {
      int cell = (what[i] >>> 9) * PERIODS + MONTH_OF_DAY[what[i] & 511];
      row[cell] = Math.addExact(row[cell], amounts[i]);
    }
    return row;
  }

  /** Makes quarters and the year, then adds people to teams and units to those above them. */
  private long[][] up(long[][] people) {
    int units = data.parents.length;
    long[][] all = new long[units + people.length][];
    System.arraycopy(people, 0, all, units, people.length);
    for (int unit = 0; unit < units; unit++) {
      all[unit] = new long[EngineData.METRICS * PERIODS];
    }
    for (int person = 0; person < people.length; person++) {
      derive(people[person]);
      add(all[data.teams[person]], people[person]);
    }
    for (int unit = units - 1; unit > 0; unit--) {
      add(all[data.parents[unit]], all[unit]);
    }
    return all;
  }

  /** Makes the quarters and the year of months. */
  private static void derive(long[] row) {
    for (int start = 0; start < row.length; start += PERIODS) {
      for (int month = 0; month < MONTHS; month++) {
        int quarter = start + MONTHS + month / 3;
        row[quarter] = Math.addExact(row[quarter], row[start + month]);
        int year = start + PERIODS - 1;
        row[year] = Math.addExact(row[year], row[start + month]);
      }
    }
  }

  private static void add(long[] above, long[] below) {
    for (int i = 0; i < above.length; i++) {
      above[i] = Math.addExact(above[i], below[i]);
    }
  }

  private interface Part<T> {
    T of(int part, int parts);
  }

  /** Has one part done by the helper, if there are two, and the other one here. */
  private <T> List<T> inParts(int parts, Part<T> part) {
    if (parts == 1) {
      return List.of(part.of(0, 1));
    }
    Callable<T> second = () -> part.of(1, 2);
    Future<T> other = helper.submit(second);
    T first = part.of(0, 2);
    try {
      return List.of(first, other.get());
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns where the cell of a month, a quarter (12 on) or the year (16) of a metric stands. */
  static int cell(int metric, int period) {
    return metric * PERIODS + period;
  }

  /** Adds one fact to all three periods of all nodes above its person. */
  void addLate(long[][] cells, int person, int metric, int day, long amount) {
    int start = metric * PERIODS;
    int month = MONTH_OF_DAY[day];
    for (int node = data.parents.length + person; node >= 0; node = data.parent(node)) {
      long[] row = cells[node];
      row[start + month] = Math.addExact(row[start + month], amount);
      int quarter = start + MONTHS + month / 3;
      row[quarter] = Math.addExact(row[quarter], amount);
      int year = start + PERIODS - 1;
      row[year] = Math.addExact(row[year], amount);
    }
  }

  /**
   * Moves a unit's facts since a day from the nodes above it to those above another one.
   *
   * @param sign 1 to move them there, -1 to move them back
   */
  long[][] move(long[][] cells, int unit, int to, int since, int sign) {
    long[] moved = new long[EngineData.METRICS * PERIODS];
    for (int person = 0; person < EngineData.PEOPLE; person++) {
      if (isBelow(data.teams[person], unit)) {
        for (int i = person == 0 ? 0 : ends[person - 1]; i < ends[person]; i++) {
          if ((what[i] & 511) >= since) {
            int cell = (what[i] >>> 9) * PERIODS + MONTH_OF_DAY[what[i] & 511];
            moved[cell] = Math.addExact(moved[cell], sign * amounts[i]);
          }
        }
      }
    }
    derive(moved);
    for (int node = to; node >= 0; node = data.parent(node)) {
      add(cells[node], moved);
    }
    for (int i = 0; i < moved.length; i++) {
      moved[i] = Math.negateExact(moved[i]);
    }
    for (int node = data.parents[unit]; node >= 0; node = data.parent(node)) {
      add(cells[node], moved);
    }
    return cells;
  }

  private boolean isBelow(int node, int unit) {
    return node == unit || (node > unit && isBelow(data.parents[node], unit));
  }
}
