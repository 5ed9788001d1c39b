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
 * for the year) and its numbers, or 17 numbers in a row.
 */
final class DuckQueries {

  private static final int LEVELS = 5;
  private static final String MONTH = "(month(date '2026-01-01' + day) - 1)::int";

  private DuckQueries() {}

  /**
   * Returns the ways to ask for all sums, by their names.
   *
   * @param units how many units stand before people
   */
  static Map<String, String> sums(int units) {
    Map<String, String> ways = new LinkedHashMap<>();
    ways.put("cents, cascade by level and period", cascade(leaf(units, "amount"), List.of("s")));
    ways.put("decimal(18,2), cascade", cascade(decimals(units), List.of("s")));
    ways.put("packed leaf key, cascade", cascade(packed(units), List.of("s")));
    ways.put("months as columns, cascade by level", wide(units));
    ways.put("leaf-month, closure, grouping sets", closure(units));
    ways.put("grouping sets over level columns", levels());
    return ways;
  }

  /** Returns the query for sums and counts. */
  static String sumsAndCounts(int units) {
    return cascade(
        leaf(units, "amount").replace(" as s ", " as s, count(*) as c "), List.of("s", "c"));
  }

  private static String leaf(int units, String amount) {
    return "select person + "
        + units
        + " as node, metric, "
        + MONTH
        + " as period, sum("
        + amount
        + ")::bigint as s from facts group by all";
  }

  private static String packed(int units) {
    return "select key // 144 + "
        + units
        + " as node, key // 12 % 12 as metric, key % 12 as period, s from (select (person * 12 +"
        + " metric) * 12 + "
        + MONTH
        + " as key, sum(amount)::bigint as s from facts group by all)";
  }

  private static String decimals(int units) {
    return leaf(units, "money").replace("::bigint", "::decimal(18,2)").replace("facts", "decimals");
  }

  /** Sums level by level, then quarters of months and years of quarters. */
  private static String cascade(String leaf, List<String> numbers) {
    String type = leaf.contains("decimal") ? "decimal(18,2)" : "bigint";
    String sums =
        numbers.stream()
            .map(each -> "sum(" + each + ")::" + type + " as " + each)
            .collect(Collectors.joining(", "));
    String query = "with l5 as materialized (" + leaf + ")";
    for (int level = LEVELS - 1; level >= 0; level--) {
      query +=
          ", l"
              + level
              + " as materialized (select parent as node, metric, period, "
              + sums
              + " from l"
              + (level + 1)
              + " join tree using (node) group by all)";
    }
    String cents =
        numbers.stream()
            .map(each -> type.equals("bigint") ? each : "(" + each + " * 100)::bigint as " + each)
            .collect(Collectors.joining(", "));
    return query
        + ", months as materialized ("
        + every()
        + ")"
        + quarters(sums, cents);
  }

  /** Sums quarters of months, and years of quarters. */
  private static String quarters(String sums, String cents) {
    return ", quarters as materialized (select node, metric, 12 + period // 3 as period, "
        + sums
        + " from months group by all), years as (select node, metric, 16 as period, "
        + sums
        + " from quarters group by all) select node, metric, period, "
        + cents
        + " from (select * from months union all select * from quarters union all select * from"
        + " years)";
  }

  private static String every() {
    return IntStream.rangeClosed(0, LEVELS)
        .mapToObj(level -> "select * from l" + level)
        .collect(Collectors.joining(" union all "));
  }

  /** Sums months beside each other, level by level; quarters and years are added on each row. */
  private static String wide(int units) {
    String leaf =
        columns("(sum(amount) filter (period = %d))::bigint")
            + " from (select *, "
            + MONTH
            + " as period from facts) group by all";
    String query = "with l5 as materialized (select person + " + units + " as node, metric" + leaf;
    for (int level = LEVELS - 1; level >= 0; level--) {
      query +=
          "), l"
              + level
              + " as materialized (select parent as node, metric"
              + columns("sum(m%1$d)::bigint")
              + " from l"
              + (level + 1)
              + " join tree using (node) group by all";
    }
    String quarters =
        IntStream.range(0, 4)
            .mapToObj(q -> "m" + 3 * q + " + m" + (3 * q + 1) + " + m" + (3 * q + 2))
            .collect(Collectors.joining(", "));
    return query
        + ") select *, "
        + quarters
        + ", "
        + quarters.replace(",", " +")
        + " from (select node, metric"
        + columns("coalesce(m%1$d, 0)")
        + " from ("
        + every()
        + "))";
  }

  private static String columns(String expression) {
    return IntStream.range(0, ByHand.MONTHS)
        .mapToObj(month -> ", " + expression.formatted(month) + " as m" + month)
        .collect(Collectors.joining());
  }

  private static final String PERIODS =
      "select node, metric, coalesce(period, 12 + quarter, 16) as period, ";

  private static final String SETS =
      " group by grouping sets ((node, metric, period), (node, metric, quarter), (node, metric))";

  private static String closure(int units) {
    return PERIODS
        + "sum(s)::bigint from (select above as node, metric, period, period // 3 as quarter, s from ("
        + leaf(units, "amount")
        + ") leaf join closure using (node))"
        + SETS;
  }

  /** Groups the facts once for each level and kind of period, all in one query. */
  private static String levels() {
    String nodes = nodes(level -> "n" + level);
    String sets = nodes(l -> "(n%1$d, metric, period), (n%1$d, metric, quarter), (n%1$d, metric)".formatted(l));
    return "select coalesce("
        + nodes
        + "), metric, coalesce(period, 12 + quarter, 16), sum(amount)::bigint from (select metric,"
        + " amount, "
        + MONTH
        + " as period, period // 3 as quarter, "
        + nodes
        + " from facts join paths using (person)) group by grouping sets ("
        + sets
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
    String plain =
        PERIODS
            + "count(distinct account) from (select above as node, metric, period, period // 3 as"
            + " quarter, account from ("
            + occurs
            + ") join closure using (node))"
            + SETS;
    String query = "with m5 as materialized (select distinct * from (" + occurs + "))";
    String counts = "";
    Map<String, String> grains = new LinkedHashMap<>();
    grains.put("m", "");
    grains.put("q", "12 + period // 3");
    grains.put("y", "16");
    String finer = "m";
    for (Map.Entry<String, String> grain : grains.entrySet()) {
      String name = grain.getKey();
      if (!name.equals("m")) {
        query +=
            ", %s5 as materialized (select distinct node, metric, %s as period, account from %s5)"
                .formatted(name, grain.getValue(), finer);
      }
      finer = name;
      for (int level = LEVELS; level >= 0; level--) {
        if (level < LEVELS) {
          query +=
              ", %s%d as materialized (select distinct parent as node, metric, period, account from"
                  .formatted(name, level)
                  + " %s%d join tree using (node))".formatted(name, level + 1);
        }
        counts +=
            (counts.isEmpty() ? "" : " union all ")
                + "select node, metric, period, count(*) from %s%d group by all"
                    .formatted(name, level);
      }
    }
    Map<String, String> ways = new LinkedHashMap<>();
    ways.put("COUNT(DISTINCT)", plain);
    ways.put("distinct level by level", query + " " + counts);
    return ways;
  }

  /** Returns the query for sums where one unit has another parent from a day on. */
  static String reorganised(int units, int unit, int to, int since) {
    String leaf =
        "select person + %d as node, metric, %s as period, (day >= %d)::int as after,".formatted(units, MONTH, since)
            + " sum(amount)::bigint as s from facts group by all";
    String query = "with l5 as materialized (" + leaf + ")";
    for (int level = LEVELS - 1; level >= 0; level--) {
      query +=
          ", l%d as materialized (select case when node = %d and after = 1 then %d else parent end as"
                  .formatted(level, unit, to)
              + " node, metric, period, after, sum(s)::bigint as s from l%d join tree using (node)"
                  .formatted(level + 1)
              + " group by all)";
    }
    return query
        + ", months as materialized (select node, metric, period, sum(s)::bigint as s from ("
        + every()
        + ") group by all)"
        + quarters("sum(s)::bigint as s", "s");
  }
}
