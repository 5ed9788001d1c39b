package dev.guidepost.examples.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The roll-up in the words of DuckDB, over the tables of {@link Duck}: people are nodes after the
 * units, on level 5.
 *
 * <p>What is returned has a node, a metric, and either a period (a month, a quarter from 12 on, 16
 * for the year) and its number, or 17 numbers in a row.
 */
final class DuckQueries {

  private static final int LEVELS = 5;
  private static final String MONTH = "(month(date '2026-01-01' + day) - 1)::int";

  private static final String PERIODS =
      "select node, metric, coalesce(period, 12 + quarter, 16) as period, ";

  private static final String SETS =
      " group by grouping sets ((node, metric, period), (node, metric, quarter), (node, metric))";

  /** Makes the table that some ways ask instead of that of the facts. */
  static final String DECIMALS =
      "create table decimals as select person, metric, day, (amount * 0.01)::decimal(18,2) as money"
          + " from facts";

  private DuckQueries() {}

  /** Whether a way asks that table. */
  static boolean asksDecimals(String query) {
    return query.contains(" decimals ");
  }

  /**
   * Returns the ways to ask for all sums, by their names.
   *
   * @param units how many units stand before people
   */
  static Map<String, String> sums(int units) {
    String leaf = leaf(units);
    Map<String, String> ways = new LinkedHashMap<>();
    ways.put("months as columns, cascade by level", wide(units, "", "parent", List.of("amount")));
    ways.put("cents, cascade by level and period", cascade(leaf));
    ways.put("decimal(18,2), cascade", decimals(cascade(leaf)));
    ways.put("packed leaf key, cascade", cascade(packed(units)));
    ways.put("leaf-month, closure, grouping sets", closure(leaf));
    ways.put("grouping sets over level columns", levels());
    return ways;
  }

  private static String leaf(int units) {
    return "select person + "
        + units
        + " as node, metric, "
        + MONTH
        + " as period, sum(amount)::bigint as s from facts group by all";
  }

  private static String packed(int units) {
    return "select key // 144 + "
        + units
        + " as node, key // 12 % 12 as metric, key % 12 as period, s from (select (person * 12 +"
        + " metric) * 12 + "
        + MONTH
        + " as key, sum(amount)::bigint as s from facts group by all)";
  }

  private static String decimals(String cents) {
    return "select node, metric, period, (s * 100)::bigint from ("
        + cents
            .replace("facts", "decimals")
            .replace("sum(amount)", "sum(money)")
            .replace("::bigint", "::decimal(18,2)")
        + ")";
  }

  /** Sums level by level, then quarters of months and years of quarters. */
  private static String cascade(String leaf) {
    String query = "with l5 as materialized (" + leaf + ")";
    for (int level = LEVELS - 1; level >= 0; level--) {
      query +=
          ", l%d as materialized (select parent as node, metric, period, sum(s)::bigint as s"
                  .formatted(level)
              + " from l%d join tree using (node) group by all)".formatted(level + 1);
    }
    return query
        + ", months as materialized ("
        + every()
        + "), quarters as materialized (select node, metric, 12 + period // 3 as period,"
        + " sum(s)::bigint as s from months group by all), years as (select node, metric, 16 as"
        + " period, sum(s)::bigint as s from quarters group by all) select * from months union all"
        + " select * from quarters union all select * from years";
  }

  private static String every() {
    return IntStream.rangeClosed(0, LEVELS)
        .mapToObj(level -> "select * from l" + level)
        .collect(Collectors.joining(" union all "));
  }

  /**
   * Sums months beside each other, level by level; quarters and years are added on each row.
   *
   * @param apart a column that keeps facts of one person apart, with its expression, if any
   * @param parent which node is above another one
   * @param summed what is summed of facts
   */
  private static String wide(int units, String apart, String parent, List<String> summed) {
    String query =
        "with l5 as materialized (select person + %d as node, metric".formatted(units)
            + (apart.isEmpty() ? "" : ", apart")
            + columns(summed, "(sum(%3$s) filter (period = %2$d))::bigint as m%1$d_%2$d")
            + " from (select *, "
            + MONTH
            + " as period"
            + apart
            + " from facts) group by all";
    for (int level = LEVELS - 1; level >= 0; level--) {
      query +=
          "), l%d as materialized (select %s as node, metric".formatted(level, parent)
              + (apart.isEmpty() ? "" : ", apart")
              + columns(summed, "sum(m%1$d_%2$d)::bigint as m%1$d_%2$d")
              + " from l%d join tree using (node) group by all".formatted(level + 1);
    }
    String cells =
        apart.isEmpty()
            ? columns(summed, "coalesce(m%1$d_%2$d, 0) as m%1$d_%2$d")
            : columns(summed, "coalesce(sum(m%1$d_%2$d), 0)::bigint as m%1$d_%2$d");
    return query
        + ") select node, metric"
        + IntStream.range(0, summed.size())
            .mapToObj(DuckQueries::periods)
            .collect(Collectors.joining())
        + " from (select node, metric"
        + cells
        + " from ("
        + every()
        + (apart.isEmpty() ? "))" : ") group by all)");
  }

  /** Returns an expression for each month of each number: its number, the month, what is summed. */
  private static String columns(List<String> summed, String expression) {
    return IntStream.range(0, summed.size() * ByHand.MONTHS)
        .mapToObj(
            i ->
                ", "
                    + expression.formatted(
                        i / ByHand.MONTHS, i % ByHand.MONTHS, summed.get(i / ByHand.MONTHS)))
        .collect(Collectors.joining());
  }

  /** Returns the months, quarters and the year of a number. */
  private static String periods(int number) {
    String month = "m" + number + "_";
    String months =
        IntStream.range(0, ByHand.MONTHS)
            .mapToObj(i -> month + i)
            .collect(Collectors.joining(", "));
    String quarters =
        IntStream.range(0, 4)
            .mapToObj(
                q -> month + 3 * q + " + " + month + (3 * q + 1) + " + " + month + (3 * q + 2))
            .collect(Collectors.joining(", "));
    return ", " + months + ", " + quarters + ", " + months.replace(",", " +");
  }

  /** Returns the query for all sums, one cell a row. */
  static String rows(int units) {
    return cascade(leaf(units));
  }

  /** Returns the query for sums and counts. */
  static String sumsAndCounts(int units) {
    return wide(units, "", "parent", List.of("amount", "1"));
  }

  /** Returns the query for sums where one unit has another parent from a day on. */
  static String reorganised(int units, int unit, int to, int since) {
    return wide(
        units,
        ", (day >= " + since + ")::int as apart",
        "case when node = " + unit + " and apart = 1 then " + to + " else parent end",
        List.of("amount"));
  }

  private static String closure(String leaf) {
    return PERIODS
        + "sum(s)::bigint from (select above as node, metric, period, period // 3 as quarter, s"
        + " from ("
        + leaf
        + ") leaf join closure using (node))"
        + SETS;
  }

  /** Groups the facts once for each level and kind of period, all in one query. */
  private static String levels() {
    String nodes = nodes(level -> "n" + level);
    return "select coalesce("
        + nodes
        + "), metric, coalesce(period, 12 + quarter, 16), sum(amount)::bigint from (select metric,"
        + " amount, "
        + MONTH
        + " as period, period // 3 as quarter, "
        + nodes
        + " from facts join paths using (person)) group by grouping sets ("
        + nodes("(n%1$d, metric, period), (n%1$d, metric, quarter), (n%1$d, metric)"::formatted)
        + ")";
  }

  private static String nodes(IntFunction<String> text) {
    return IntStream.rangeClosed(0, LEVELS).mapToObj(text).collect(Collectors.joining(", "));
  }

  /** Returns the ways to ask for all numbers of different accounts, by their names. */
  static Map<String, String> different(int units) {
    String occurs =
        "select person + "
            + units
            + " as node, metric, "
            + MONTH
            + " as period, account from facts";
    Map<String, String> ways = new LinkedHashMap<>();
    ways.put(
        "COUNT(DISTINCT)",
        PERIODS
            + "count(distinct account) from (select above as node, metric, period, period // 3 as"
            + " quarter, account from ("
            + occurs
            + ") join closure using (node))"
            + SETS);
    ways.put("distinct level by level", levelByLevel(occurs));
    return ways;
  }

  /** Keeps different rows of each level, of months (m), of quarters of these, and of the year. */
  private static String levelByLevel(String occurs) {
    String query =
        ("with m5 as materialized (select distinct * from (%s)), q5 as materialized (select"
                + " distinct node, metric, 12 + period // 3 as period, account from m5), y5 as"
                + " materialized (select distinct node, metric, 16 as period, account from q5)")
            .formatted(occurs);
    for (String grain : List.of("m", "q", "y")) {
      for (int level = LEVELS - 1; level >= 0; level--) {
        query +=
            ", %s%d as materialized (select distinct parent as node, metric, period, account from"
                    .formatted(grain, level)
                + " %s%d join tree using (node))".formatted(grain, level + 1);
      }
    }
    return query
        + IntStream.rangeClosed(0, 3 * LEVELS + 2)
            .mapToObj(i -> "mqy".charAt(i % 3) + String.valueOf(i / 3))
            .map(rows -> "select node, metric, period, count(*) from " + rows + " group by all")
            .collect(Collectors.joining(" union all ", " ", ""));
  }
}
