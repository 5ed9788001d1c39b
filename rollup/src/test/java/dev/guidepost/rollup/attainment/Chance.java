package dev.guidepost.rollup.attainment;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.goal.TargetBook;
import dev.guidepost.core.goal.TargetVersion;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A small company by chance: who come, move and leave, facts, and targets of all kinds. */
final class Chance {

  static final LocalDate START = LocalDate.of(2026, 1, 1);

  /** One fact. */
  record Row(PartyId owner, LocalDate on, Quantity amount) {}

  final Random random;
  final Organisation organisation;
  final List<Row> rows = new ArrayList<>();
  final List<Target> targets;
  final Period period = Period.custom(START.plusDays(10), START.plusDays(50));
  final LocalDate known = START.plusDays(200);

  Chance(long seed) {
    random = new Random(seed);
    organisation = organisation();
    List<PartyId> parties = new ArrayList<>(organisation.people());
    parties.addAll(organisation.units());
    parties.addAll(List.of(PersonId.of("stranger"), UnitId.of("nowhere")));
    for (int i = random.nextInt(40); i > 0; i--) {
      Quantity amount = Quantity.ofUnscaled(random.nextInt(20_000) - 3_000, 2);
      rows.add(new Row(parties.get(random.nextInt(parties.size())), day(), amount));
    }
    Map<Target.Key, Target> all = new HashMap<>();
    for (int i = random.nextInt(14); i > 0; i--) {
      Target target =
          Target.builder()
              .owner(parties.get(random.nextInt(parties.size())))
              .metric(BOOKINGS)
              .period(random.nextInt(3) == 0 ? period : window())
              .amount(Quantity.of(1 + random.nextInt(200)))
              .build();
      all.put(target.key(), target);
    }
    targets = all.values().stream().sorted((a, b) -> a.key().compareTo(b.key())).toList();
  }

  private LocalDate day() {
    return START.plusDays(random.nextInt(60));
  }

  private Period window() {
    LocalDate from = START.plusDays(10L * random.nextInt(6));
    return Period.custom(from, from.plusDays(10L * (1 + random.nextInt(3))));
  }

  private Organisation organisation() {
    Organisation.Builder builder = Organisation.builder(UnitId.of("root"), "Root");
    List<UnitId> units = new ArrayList<>(List.of(UnitId.of("root")));
    for (int i = random.nextInt(5); i > 0; i--) {
      UnitId unit = UnitId.of("unit" + i);
      builder.unit(unit, "Unit", "level", units.get(random.nextInt(units.size())));
      if (random.nextInt(3) == 0) { // never below itself: only those before it
        builder.reparent(unit, units.get(random.nextInt(units.size())), day());
      }
      units.add(unit);
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      PersonId person = PersonId.of("person" + i);
      builder.person(person, "Ana");
      LocalDate from = START.minusDays(5);
      for (int j = random.nextInt(4); j > 0; j--) {
        LocalDate joins = from.plusDays(1 + random.nextInt(20));
        LocalDate leaves = joins.plusDays(1 + random.nextInt(25));
        builder.member(person, units.get(random.nextInt(units.size())), joins, leaves);
        from = leaves.plusDays(random.nextInt(2) * 6L - 1);
      }
    }
    return builder.build();
  }

  Ledger ledger() {
    LedgerWriter writer = new LedgerWriter(Acme.CATALOG);
    write(writer, "first", known, rows);
    return writer.snapshot();
  }

  static void write(LedgerWriter writer, String id, LocalDate day, List<Row> rows) {
    try (Batch batch = writer.batch(id, day)) {
      int i = 0;
      for (Row row : rows) {
        batch.row(id + i++).by(row.owner()).on(row.on()).put(BOOKINGS, row.amount());
      }
      batch.commit();
    }
  }

  TargetBook book() {
    return TargetBook.EMPTY.with(
        targets.stream()
            .map(target -> TargetVersion.of(target, START, PersonId.of("boss"), "quota"))
            .toList());
  }
}
