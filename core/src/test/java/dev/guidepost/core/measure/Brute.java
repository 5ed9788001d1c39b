package dev.guidepost.core.measure;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What each metric of {@link Wide} comes to, said in the shortest way over plain rows. */
record Brute(List<Rows.Row> all, List<Rows.Row> sliced, Collection<PartyId> who) {

  static final FiscalCalendar CALENDAR = FiscalCalendar.calendarYear();

  Optional<Fraction> value(String metric, Period p) {
    return switch (metric) {
      case "sales", "costs", "deals" -> Optional.of(sum(metric, p));
      case "last", "first", "average", "least", "most" -> snapshot(metric, p);
      case "mean" -> over(Optional.of(sum(metric, p)), Fraction.of(amounts(metric, p).size()));
      case "smallest" -> amounts(metric, p).stream().min(Fraction::compareTo);
      case "largest" -> amounts(metric, p).stream().max(Fraction::compareTo);
      case "age" -> median(amounts(metric, p).stream().sorted().toList());
      case "size", "weighted" -> over(value("sales", p), sum("deals", p));
      case "cover" -> share(value("last", p), sum("sales", p));
      case "accounts" -> Optional.of(Fraction.of(accounts(p)));
      case "by-account" -> share(value("deals", p), Fraction.of(accounts(p)));
      case "profit" -> Optional.of(sum("sales", p).minus(sum("costs", p)).minus(sum("costs", p)));
      case "margin" -> share(value("profit", p), sum("sales", p));
      case "velocity" ->
          value("size", p)
              .map(size -> size.times(value("profit", p).orElseThrow()))
              .flatMap(
                  top -> value("average", p).flatMap(average -> over(Optional.of(top), average)));
      case "sales-to-date" -> value("sales", since(Grain.YEAR, p));
      case "age-to-date" -> value("age", since(Grain.QUARTER, p));
      case "accounts-to-date" -> value("accounts", since(Grain.MONTH, p));
      case "margin-to-date" -> value("margin", since(Grain.WEEK, p));
      case "pace" -> share(value("sales-to-date", p), sum("sales", p));
      default -> throw new AssertionError(metric);
    };
  }

  private static Period since(Grain grain, Period p) {
    return Period.custom(CALENDAR.period(grain, p.end().minusDays(1)).start(), p.end());
  }

  private static Optional<Fraction> over(Optional<Fraction> top, Fraction below) {
    return below.signum() == 0 ? Optional.empty() : top.map(number -> number.over(below));
  }

  /** Of nothing, or of less, there is no share. */
  private static Optional<Fraction> share(Optional<Fraction> top, Fraction below) {
    return below.signum() < 0 ? Optional.empty() : over(top, below);
  }

  private List<Rows.Row> rows(List<Rows.Row> rows, String metric, Period p) {
    return rows.stream()
        .filter(row -> row.metric().equals(MetricId.of(metric)))
        .filter(row -> p.contains(row.on()) && who.contains(row.party()))
        .toList();
  }

  List<Fraction> amounts(String metric, Period p) {
    return rows(sliced, metric, p).stream().map(row -> Fraction.of(row.amount())).toList();
  }

  private Fraction sum(String metric, Period p) {
    return amounts(metric, p).stream().reduce(Fraction.ZERO, Fraction::plus);
  }

  private long accounts(Period p) {
    return rows(sliced, "sales", p).stream()
        .map(Rows.Row::account)
        .filter(account -> !account.equals(Dimension.NONE))
        .distinct()
        .count();
  }

  private static Optional<Fraction> median(List<Fraction> sorted) {
    int n = sorted.size();
    return n == 0
        ? Optional.empty()
        : Optional.of(sorted.get((n - 1) / 2).plus(sorted.get(n / 2)).over(Fraction.of(2)));
  }

  private Optional<Fraction> snapshot(String metric, Period p) {
    Fraction total = Fraction.ZERO;
    long reported = reported(metric, p);
    for (PartyId party : who) {
      TreeMap<LocalDate, Quantity> whole = byDay(all, party, metric, p);
      TreeMap<LocalDate, Quantity> here = byDay(sliced, party, metric, p);
      if (!whole.isEmpty() && metric.equals("average")) {
        Quantity sum = here.values().stream().reduce(Quantity.ZERO, Quantity::plus);
        total = total.plus(Fraction.of(sum).over(Fraction.of(whole.size())));
      } else if (!whole.isEmpty()) {
        LocalDate day =
            switch (metric) {
              case "last" -> whole.lastKey();
              case "first" -> whole.firstKey();
              case "least" -> extreme(whole, -1);
              default -> extreme(whole, 1);
            };
        total = total.plus(Fraction.of(here.getOrDefault(day, Quantity.ZERO)));
      }
    }
    return reported == 0 ? Optional.empty() : Optional.of(total);
  }

  /** How many have a snapshot at all. */
  long reported(String metric, Period p) {
    return who.stream().filter(party -> !byDay(all, party, metric, p).isEmpty()).count();
  }

  /** How many should have a snapshot, or have one without being asked. */
  long participants(String metric, Period p) {
    return who.stream()
        .filter(party -> party instanceof PersonId || !byDay(all, party, metric, p).isEmpty())
        .count();
  }

  private static LocalDate extreme(TreeMap<LocalDate, Quantity> days, int sign) {
    List<LocalDate> best = new ArrayList<>();
    Quantity most =
        days.values().stream().max((left, right) -> sign * left.compareTo(right)).orElseThrow();
    days.forEach(
        (day, amount) -> {
          if (amount.equals(most)) {
            best.add(day);
          }
        });
    return best.get(0);
  }

  private TreeMap<LocalDate, Quantity> byDay(
      List<Rows.Row> rows, PartyId party, String metric, Period p) {
    TreeMap<LocalDate, Quantity> days = new TreeMap<>();
    rows(rows, metric, p).stream()
        .filter(row -> row.party().equals(party))
        .forEach(row -> days.merge(row.on(), row.amount(), Quantity::plus));
    return days;
  }
}
