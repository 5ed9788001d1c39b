package dev.guidepost.rollup.cube;

import static dev.guidepost.core.metric.StandardMetrics.AVERAGE_DEAL_SIZE;
import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.CLOSED;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static dev.guidepost.core.metric.StandardMetrics.WIN_RATE;
import static dev.guidepost.core.metric.StandardMetrics.WON_CYCLE_DAYS;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A small random company: a tree that changes, people who come, move and leave, and facts. */
final class Scenario {

  static final Catalog CATALOG = StandardMetrics.catalog("USD", 2);
  static final List<MetricId> METRICS =
      List.of(BOOKINGS, WINS, CLOSED, WIN_RATE, AVERAGE_DEAL_SIZE, WON_CYCLE_DAYS);
  static final LocalDate START = LocalDate.of(2026, 1, 1);
  static final LocalDate FIRST_KNOWN = LocalDate.of(2026, 7, 1);
  static final LocalDate THEN_KNOWN = LocalDate.of(2026, 7, 2);

  /** One fact in a row of its own. */
  record Row(String key, PartyId party, LocalDate on, MetricId metric, Quantity amount) {}

  final Organisation organisation;
  final List<Row> rows;
  final List<Row> corrections = new ArrayList<>();
  final List<Period> periods;
  final LocalDate organisedOn;
  private final Random random;

  Scenario(long seed) {
    random = new Random(seed);
    organisation = organisation();
    organisedOn = day();
    periods =
        IntStream.rangeClosed(0, random.nextInt(4))
            .mapToObj(i -> day())
            .map(day -> Period.custom(day, day.plusDays(1 + random.nextInt(70))))
            .toList();
    List<PartyId> parties = new ArrayList<>(organisation.people());
    parties.addAll(organisation.units());
    parties.addAll(List.of(PersonId.of("stranger"), UnitId.of("nowhere")));
    rows =
        IntStream.range(0, random.nextInt(60))
            .mapToObj(i -> row("row " + i, parties.get(random.nextInt(parties.size()))))
            .toList();
    for (Row row : rows) {
      if (random.nextInt(4) == 0) {
        corrections.add(row(row.key(), parties.get(random.nextInt(parties.size()))));
      }
    }
  }

  private LocalDate day() {
    return START.plusDays(random.nextInt(120));
  }

  private Row row(String key, PartyId party) {
    List<MetricId> takesFacts = METRICS.stream().filter(id -> !id.equals(WIN_RATE)).toList();
    MetricId metric = takesFacts.get(random.nextInt(takesFacts.size()));
    Quantity amount =
        metric.equals(BOOKINGS) || metric.equals(AVERAGE_DEAL_SIZE)
            ? Quantity.ofUnscaled(random.nextInt(20_000) - 5_000, 2)
            : Quantity.of(random.nextInt(9));
    return new Row(key, party, day(), metric, amount);
  }

  /** Returns another organisation: with a few changes, or nothing in common but some ids. */
  static Organisation other(Organisation organisation, Random chance) {
    if (chance.nextInt(4) == 0) {
      return new Scenario(chance.nextLong()).organisation;
    }
    Organisation changed = organisation;
    for (int i = chance.nextInt(5); i > 0; i--) {
      try {
        changed = change(changed, chance);
      } catch (IllegalArgumentException e) {
        // Then not this one.
      }
    }
    return changed;
  }

  private static Organisation change(Organisation organisation, Random chance) {
    List<UnitId> units = organisation.units();
    List<PersonId> people = organisation.people();
    UnitId unit = units.get(chance.nextInt(units.size()));
    LocalDate from = START.plusDays(chance.nextInt(120));
    Organisation.Builder builder = organisation.toBuilder();
    return switch (chance.nextInt(5)) {
      case 0 -> builder.unit(UnitId.of("new unit " + units.size()), "New", "level", unit).build();
      case 1 ->
          builder
              .person(PersonId.of(chance.nextBoolean() ? "new " + people.size() : "stranger"), "Bo")
              .build();
      case 2 -> builder.reparent(units.get(chance.nextInt(units.size())), unit, from).build();
      default ->
          people.isEmpty()
              ? organisation
              : builder.member(people.get(chance.nextInt(people.size())), unit, from).build();
    };
  }

  private Organisation organisation() {
    List<Consumer<Organisation.Builder>> steps = new ArrayList<>();
    List<UnitId> units = new ArrayList<>(List.of(UnitId.of("root")));
    for (int i = 0; i < random.nextInt(8); i++) {
      UnitId unit = UnitId.of("unit" + i);
      UnitId parent = units.get(random.nextInt(units.size()));
      steps.add(builder -> builder.unit(unit, "Unit", "level", parent));
      units.add(unit);
    }
    for (int i = 0; i < random.nextInt(6); i++) {
      UnitId unit = units.get(random.nextInt(units.size()));
      UnitId parent = units.get(random.nextInt(units.size()));
      LocalDate from = day();
      tryStep(steps, builder -> builder.reparent(unit, parent, from));
    }
    for (int i = 0; i < random.nextInt(7); i++) {
      PersonId person = PersonId.of("person" + i);
      steps.add(builder -> builder.person(person, "Ana"));
      for (int j = random.nextInt(4); j > 0; j--) {
        UnitId unit = units.get(random.nextInt(units.size()));
        LocalDate from = day();
        LocalDate until = from.plusDays(1 + random.nextInt(60));
        int kind = random.nextInt(3);
        tryStep(
            steps,
            builder -> {
              if (kind == 0) {
                builder.member(person, unit);
              } else if (kind == 1) {
                builder.member(person, unit, from);
              } else {
                builder.member(person, unit, from, until);
              }
            });
      }
    }
    return build(steps);
  }

  /** Adds a step unless the organisation refuses it. */
  private static void tryStep(
      List<Consumer<Organisation.Builder>> steps, Consumer<Organisation.Builder> step) {
    steps.add(step);
    try {
      build(steps);
    } catch (IllegalArgumentException e) {
      steps.remove(steps.size() - 1);
    }
  }

  private static Organisation build(List<Consumer<Organisation.Builder>> steps) {
    Organisation.Builder builder = Organisation.builder(UnitId.of("root"), "Root");
    steps.forEach(step -> step.accept(builder));
    return builder.build();
  }

  Ledger ledger(List<Row> first, List<Row> then) {
    LedgerWriter writer = new LedgerWriter(CATALOG);
    write(writer.batch("first", FIRST_KNOWN), first);
    write(writer.batch("then", THEN_KNOWN), then);
    return writer.snapshot();
  }

  static void write(Batch batch, List<Row> rows) {
    for (Row row : rows) {
      batch.row(row.key()).by(row.party()).on(row.on()).put(row.metric(), row.amount());
    }
    if (!batch.commit().rejects().isEmpty()) {
      throw new AssertionError("rows must be right");
    }
  }

  /** The roll-up of some rows, without corrections. */
  Rollup rollup(List<Row> some) {
    return Rollup.of(ledger(some, List.of())).over(organisation).periods(periods);
  }
}
