package dev.guidepost.examples.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All cells kept in tables of DuckDB: {@code kept} with an index of its key, {@code plain} without,
 * in order of the key.
 */
final class DuckCells {

  private static final int ROW = EngineData.METRICS * ByHand.PERIODS;
  private static final int TOUCHED = 18;

  final Duck duck;

  private final EngineData data;
  private final int[] firstPerson;
  private final int[] lastPerson;

  DuckCells(Duck duck, EngineData data) {
    this.duck = duck;
    this.data = data;
    duck.execute("create table kept (cell int primary key, s bigint)");
    duck.execute(
        ("insert into kept select cell::int, coalesce(s, 0) from range(%d) cells (cell) left join"
                + " (select node * %d + metric * %d + period as cell, s from (%s)) using (cell)"
                + " order by cell")
            .formatted(
                data.nodes() * ROW, ROW, ByHand.PERIODS, DuckQueries.rows(data.parents.length)));
    duck.execute("create table plain as select * from kept order by cell");
    firstPerson = new int[data.nodes()];
    lastPerson = new int[data.nodes()];
    for (int person = EngineData.PEOPLE - 1; person >= 0; person--) {
      for (int node = data.parents.length + person; node >= 0; node = data.parent(node)) {
        firstPerson[node] = person;
        lastPerson[node] = Math.max(lastPerson[node], person);
      }
    }
  }

  private static int cell(int node, int metric, int period) {
    return node * ROW + ByHand.cell(metric, period);
  }

  /** Reads a row by its key. */
  long read(int node, int metric, int period) {
    return duck.number("select s from kept where cell = ?", cell(node, metric, period));
  }

  /** Adds up facts: the people below a node follow each other, as do the days of a period. */
  long sum(int node, int metric, int period) {
    int from = 0;
    while (!within(from, period)) {
      from++;
    }
    int to = from;
    while (to < EngineData.DAYS && within(to, period)) {
      to++;
    }
    return duck.number(
        "select coalesce(sum(amount), 0)::bigint from facts where person between ? and ? and metric"
            + " = ? and day >= ? and day < ?",
        firstPerson[node],
        lastPerson[node],
        metric,
        from,
        to);
  }

  private static boolean within(int day, int period) {
    int month = ByHand.MONTH_OF_DAY[day];
    return period < ByHand.MONTHS
        ? month == period
        : period == ByHand.PERIODS - 1 || month / 3 == period - ByHand.MONTHS;
  }

  /** Adds an amount to the rows of all nodes above a person, in all three periods. */
  int add(String table, int person, int metric, int day, int amount) {
    int[] given = new int[1 + TOUCHED];
    given[0] = amount;
    int month = ByHand.MONTH_OF_DAY[day];
    int at = 1;
    for (int node = data.parents.length + person; node >= 0; node = data.parent(node)) {
      given[at++] = cell(node, metric, month);
      given[at++] = cell(node, metric, ByHand.MONTHS + month / 3);
      given[at++] = cell(node, metric, ByHand.PERIODS - 1);
    }
    String places = IntStream.range(0, TOUCHED).mapToObj(i -> "?").collect(Collectors.joining(","));
    return duck.change("update " + table + " set s = s + ? where cell in (" + places + ")", given);
  }

  /**
   * Moves what a unit's people have since a day from one unit to another, which have one parent.
   */
  int move(int unit, int from, int to, int since, int sign) {
    return duck.change(
        ("update kept set s = kept.s + difference.s from (with months as materialized (select"
                + " metric, (month(date '2026-01-01' + day) - 1)::int as period, sum(amount)::bigint"
                + " as s from facts where person between ? and ? and day >= ? group by all), periods"
                + " as (select * from months union all select metric, 12 + period // 3, sum(s)::bigint"
                + " from months group by all union all select metric, 16, sum(s)::bigint from months"
                + " group by all) select node * %d + metric * %d + period as cell, sign * ? * s as s"
                + " from periods, (values (%d, -1), (%d, 1)) way (node, sign)) difference where"
                + " kept.cell = difference.cell")
            .formatted(ROW, ByHand.PERIODS, from, to),
        firstPerson[unit],
        lastPerson[unit],
        since,
        sign);
  }

  /** Returns all cells of the indexed table. */
  long[][] cells() {
    return cells("kept");
  }

  long[][] cells(String table) {
    return duck.cells(
            "select cell // %1$d, cell %% %1$d // %2$d, cell %% %2$d, s from %3$s"
                .formatted(ROW, ByHand.PERIODS, table),
            1)[0];
  }
}
