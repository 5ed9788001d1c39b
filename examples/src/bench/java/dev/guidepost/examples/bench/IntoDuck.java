package dev.guidepost.examples.bench;

import dev.guidepost.examples.bench.IngestData.Block;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** A table of DuckDB in memory, filled by its appender. */
final class IntoDuck implements Ingest, AutoCloseable {

  private final DuckDBConnection connection;
  private final DuckDBAppender appender;
  private final boolean codes;

  IntoDuck(boolean codes) {
    this.codes = codes;
    try {
      connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            codes
                ? "create table facts (person int, metric int, day int, amount bigint)"
                : "create table facts (person varchar, metric varchar, day date, amount"
                    + " decimal(18,2))");
      }
      appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "facts");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void take(Block block) {
    try {
      for (int i = 0; i < IngestData.BLOCK; i++) {
        appender.beginRow();
        if (codes) {
          appender.append(block.party[i]);
          appender.append(block.metric[i]);
          appender.append(block.day[i]);
          appender.append(block.amount[i]);
        } else {
          appender.append(block.people[i]);
          appender.append(IngestData.METRICS.get(block.metric[i]).value());
          appender.append(block.days[i]);
          appender.append(block.amounts[i]);
        }
        appender.endRow();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void end() {
    try {
      appender.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads the sums and lets go of the table. */
  @Override
  public long[] sums() {
    long[] sums = new long[IngestData.METRICS.size()];
    String amount = codes ? "sum(amount)" : "sum(amount) * 100";
    String metric = codes ? "metric" : "substr(metric, 8)::int";
    try (connection;
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select " + metric + ", (" + amount + ")::bigint from facts group by all")) {
      while (rows.next()) {
        sums[rows.getInt(1)] = rows.getLong(2);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return sums;
  }

  /** Returns how many bytes it says it holds in memory. */
  long bytes() {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(Duck.BYTES)) {
      return rows.next() ? rows.getLong(1) : 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
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
