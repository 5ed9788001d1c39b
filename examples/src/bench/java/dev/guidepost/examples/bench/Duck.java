package dev.guidepost.examples.bench;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/**
 * The data in DuckDB, in memory, on two threads: {@code facts}, {@code tree} with each node's
 * parent, {@code closure} with each person's nodes above, {@code paths} with these by level.
 */
final class Duck implements AutoCloseable {

  /** Asks how many bytes it holds in memory. */
  static final String BYTES = "select sum(memory_usage_bytes)::bigint from duckdb_memory()";

  /** How many columns there are of one cell a row: node, metric, period and number. */
  private static final int WIDTH = 4;

  private final EngineData data;
  private final DuckDBConnection connection;

  /** What is asked again and again, by its words. */
  private final Map<String, DuckDBPreparedStatement> prepared = new HashMap<>();

  /** Work that talks to a database. */
  interface Talk<T> {
    T with(DuckDBConnection connection) throws SQLException;
  }

  private Duck(EngineData data) {
    this.data = data;
    try {
      connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    execute("set threads = 2");
  }

  /** Loads the facts alone, row by row, by the appender. */
  static Duck ofFacts(EngineData data) {
    Duck duck = new Duck(data);
    boolean accounts = data.account.length > 0;
    duck.execute(
        "create table facts (person int, metric int, day int, amount bigint"
            + (accounts ? ", account int)" : ")"));
    duck.talk(
        connection -> {
          try (DuckDBAppender appender =
              connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "facts")) {
            for (int i = 0; i < data.size(); i++) {
              appender.beginRow();
              appender.append(data.party[i]);
              appender.append(data.metric[i]);
              appender.append(data.day[i]);
              appender.append(data.amount[i]);
              if (accounts) {
                appender.append(data.account[i]);
              }
              appender.endRow();
            }
          }
          return true;
        });
    return duck;
  }

  /** Loads the facts and the tree. */
  static Duck of(EngineData data) {
    Duck duck = ofFacts(data);
    duck.plant();
    return duck;
  }

  /** Makes the tables that say who is above whom. */
  Duck plant() {
    StringBuilder tree = new StringBuilder("insert into tree values ");
    for (int node = 0; node < data.nodes(); node++) {
      tree.append(node == 0 ? "" : ", ").append("(" + node + ", " + data.parent(node) + ")");
    }
    execute("create table tree (node int, parent int)");
    execute(tree.toString());
    int units = data.parents.length;
    execute(
        "create table paths as select n5.node - "
            + units
            + " as person, n5.node as n5, n5.parent as n4, n4.parent as n3, n3.parent as n2,"
            + " n2.parent as n1, n1.parent as n0 from tree n5 join tree n4 on n4.node = n5.parent"
            + " join tree n3 on n3.node = n4.parent join tree n2 on n2.node = n3.parent join tree"
            + " n1 on n1.node = n2.parent where n5.node >= "
            + units);
    execute(
        "create table closure as select n5 as node, unnest([n5, n4, n3, n2, n1, n0]) as above from"
            + " paths");
    return this;
  }

  <T> T talk(Talk<T> talk) {
    try {
      return talk.with(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void execute(String words) {
    talk(
        open -> {
          try (Statement statement = open.createStatement()) {
            return statement.execute(words);
          }
        });
  }

  /** Returns the one number that a query gives, prepared once. */
  long number(String query, int... given) {
    return talk(
        open -> {
          DuckDBPreparedStatement statement = prepared(query, given);
          try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
          }
        });
  }

  /** Changes rows, prepared once, and returns how many. */
  int change(String words, int... given) {
    return talk(open -> prepared(words, given).executeUpdate());
  }

  private DuckDBPreparedStatement prepared(String words, int... given) throws SQLException {
    DuckDBPreparedStatement statement = prepared.get(words);
    if (statement == null) {
      statement = connection.prepare(words);
      prepared.put(words, statement);
    }
    for (int i = 0; i < given.length; i++) {
      statement.setInt(i + 1, given[i]);
    }
    return statement;
  }

  /**
   * Asks for all cells, and fetches them chunk by chunk, which is the fastest way of the driver.
   *
   * @param query as {@link DuckQueries} has them
   * @param numbers how many numbers a cell has
   * @return the first number of all cells, then the second
   */
  long[][][] cells(String query, int numbers) {
    long[][][] cells = new long[numbers][data.nodes()][EngineData.METRICS * ByHand.PERIODS];
    return talk(
        open -> {
          try (DuckDBPreparedStatement statement = open.prepare(query);
              DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
              if (result.columnCount() == WIDTH) {
                narrow(result.chunk(), cells[0]);
              }
              for (int i = 0; i < numbers && result.columnCount() > WIDTH; i++) {
                wide(result.chunk(), cells[i], 2 + i * ByHand.PERIODS);
              }
            }
          }
          return cells;
        });
  }

  private static void narrow(DuckDBDataChunkReader chunk, long[][] cells) {
    DuckDBReadableVector node = chunk.vector(0);
    DuckDBReadableVector metric = chunk.vector(1);
    DuckDBReadableVector period = chunk.vector(2);
    DuckDBReadableVector number = chunk.vector(3);
    for (long row = 0; row < chunk.rowCount(); row++) {
      cells[node.getInt(row)][ByHand.cell(metric.getInt(row), period.getInt(row))] =
          number.getLong(row);
    }
  }

  private static void wide(DuckDBDataChunkReader chunk, long[][] cells, int column) {
    DuckDBReadableVector node = chunk.vector(0);
    DuckDBReadableVector metric = chunk.vector(1);
    for (int period = 0; period < ByHand.PERIODS; period++) {
      DuckDBReadableVector number = chunk.vector(column + period);
      for (long row = 0; row < chunk.rowCount(); row++) {
        cells[node.getInt(row)][ByHand.cell(metric.getInt(row), period)] = number.getLong(row);
      }
    }
  }

  /** Returns how many bytes it says it holds in memory. */
  long bytes() {
    return number(BYTES);
  }

  @Override
  public void close() {
    talk(
        open -> {
          for (DuckDBPreparedStatement statement : prepared.values()) {
            statement.close();
          }
          open.close();
          return true;
        });
  }
}
