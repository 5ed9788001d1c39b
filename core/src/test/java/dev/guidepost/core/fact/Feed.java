package dev.guidepost.core.fact;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the tests of this package share. */
final class Feed {

  static final Catalog CATALOG = StandardMetrics.catalog("USD", 2);
  static final PersonId ANA = PersonId.of("ana");
  static final PersonId BOB = PersonId.of("bob");
  static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);
  static final LocalDate MAY_2 = LocalDate.of(2026, 5, 2);
  static final LocalDate MAY_3 = LocalDate.of(2026, 5, 3);

  private Feed() {}

  /** One row of bookings of Ana on May 1. */
  static BatchReport book(
      LedgerWriter writer, String batch, LocalDate known, String key, String amount) {
    try (Batch rows = writer.batch(batch, known)) {
      rows.row(key).by(ANA).on(MAY_1).put(BOOKINGS, Quantity.parse(amount));
      return rows.commit();
    }
  }

  /** The facts a view includes, in order. */
  static List<Fact> facts(Ledger ledger) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < ledger.size(); i++) {
      if (ledger.includes(i)) {
        facts.add(ledger.fact(i));
      }
    }
    return facts;
  }

  /** The amounts a view includes, in order. */
  static List<String> amounts(Ledger ledger) {
    return facts(ledger).stream().map(fact -> fact.amount().toString()).toList();
  }
}
