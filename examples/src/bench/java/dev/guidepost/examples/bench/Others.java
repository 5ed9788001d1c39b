package dev.guidepost.examples.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The roll-up in other ways that are at hand: streams of records, and H2 in memory. */
final class Others {

  private Others() {}

  /** A fact, as an object. */
  record Fact(int person, int metric, int day, long amount) {}

  /** Which cell. */
  record Key(int node, int metric, int period) {}

  /** Returns the facts as objects. */
  static List<Fact> facts(EngineData data) {
    List<Fact> facts = new ArrayList<>(data.size());
    for (int i = 0; i < data.size(); i++) {
      facts.add(new Fact(data.party[i], data.metric[i], data.day[i], data.amount[i]));
    }
    return facts;
  }

  /** Groups by person, metric and month first, then brings these to all nodes and periods. */
  static Map<Key, Long> stream(EngineData data, List<Fact> facts) {
    int units = data.parents.length;
    Map<Key, Long> leaves =
        facts.stream()
            .collect(
                Collectors.groupingBy(
                    fact ->
                        new Key(
                            units + fact.person(), fact.metric(), ByHand.MONTH_OF_DAY[fact.day()]),
                    Collectors.summingLong(Fact::amount)));
    Map<Key, Long> all = new HashMap<>(leaves);
    leaves.forEach(
        (key, sum) ->
            Stream.iterate(key.node(), node -> node >= 0, data::parent)
                .flatMap(node -> periods(node, key))
                .filter(cell -> !cell.equals(key))
                .forEach(cell -> all.merge(cell, sum, Math::addExact)));
    return all;
  }

  private static Stream<Key> periods(int node, Key leaf) {
    return Stream.of(
        new Key(node, leaf.metric(), leaf.period()),
        new Key(node, leaf.metric(), ByHand.MONTHS + leaf.period() / 3),
        new Key(node, leaf.metric(), ByHand.PERIODS - 1));
  }

  static long[][] cells(EngineData data, Map<Key, Long> sums) {
    long[][] cells = new long[data.nodes()][EngineData.METRICS * ByHand.PERIODS];
    sums.forEach((key, sum) -> cells[key.node()][ByHand.cell(key.metric(), key.period())] = sum);
    return cells;
  }

  /** The data in H2: groups leaves first, then level by level and period by period. */
  static final class H2 implements AutoCloseable {

    private static final int BATCH = 10_000;

    private final EngineData data;
    private final Connection connection;

    H2(EngineData data) {
      this.data = data;
      try {
        connection = DriverManager.getConnection("jdbc:h2:mem:");
        load();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private void load() throws SQLException {
      execute("create table facts (person int, metric int, on_day int, amount bigint)");
      execute("create table months (on_day int primary key, in_month int)");
      execute("create table tree (node int primary key, parent int)");
      insert(
          "facts values (?, ?, ?, ?)",
          data.size(),
          i -> new long[] {data.party[i], data.metric[i], data.day[i], data.amount[i]});
      insert(
          "months values (?, ?)",
          EngineData.DAYS,
          day -> new long[] {day, ByHand.MONTH_OF_DAY[day]});
      insert("tree values (?, ?)", data.nodes(), node -> new long[] {node, data.parent(node)});
    }

    private interface Row {
      long[] of(int number);
    }

    private void insert(String words, int rows, Row row) throws SQLException {
      try (PreparedStatement insert = connection.prepareStatement("insert into " + words)) {
        for (int i = 0; i < rows; i++) {
          long[] values = row.of(i);
          for (int column = 0; column < values.length; column++) {
            insert.setLong(column + 1, values[column]);
          }
          insert.addBatch();
          if ((i + 1) % BATCH == 0 || i + 1 == rows) {
            insert.executeBatch();
          }
        }
      }
    }

    private void execute(String words) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(words);
      }
    }

    long[][] rollup() {
      long[][] cells = new long[data.nodes()][EngineData.METRICS * ByHand.PERIODS];
      try {
        String from =
            "select person + "
                + data.parents.length
                + " as node, metric, in_month as period, sum(amount) as s from facts natural join"
                + " months group by person, metric, in_month";
        for (int level = 5; level >= 0; level--) {
          execute("create local temporary table level" + level + " as " + from);
          fetch("select * from level" + level, cells);
          fetch(coarser("12 + period / 3", level), cells);
          fetch(coarser("16", level), cells);
          from =
              "select parent as node, metric, period, sum(s) as s from level"
                  + level
                  + " natural join tree group by parent, metric, period";
        }
        for (int level = 0; level <= 5; level++) {
          execute("drop table level" + level);
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return cells;
    }

    private static String coarser(String period, int level) {
      return "select node, metric, p, sum(s) from (select node, metric, "
          + period
          + " as p, s from level"
          + level
          + ") group by node, metric, p";
    }

    private void fetch(String query, long[][] cells) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          cells[rows.getInt(1)][ByHand.cell(rows.getInt(2), rows.getInt(3))] = rows.getLong(4);
        }
      }
    }

    @Override
    public void close() {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
