package dev.guidepost.rollup.variance;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random company of two quarters: people who come, move and leave, one of a name with another,
 * strangers, units with facts of their own; deals with and without wins, credit notes, corrections.
 */
final class Company {

  private static final List<String> PRODUCTS = List.of("chair", "desk", "lamp");

  final Organisation organisation;
  final Cube asItWas;
  final Cube organised;
  private final Random random;

  /** Creates a company; the tree stays as it is unless it is to change. */
  Company(long seed, boolean treeChanges) {
    random = new Random(seed);
    organisation = organisation(treeChanges);
    Sales sales = new Sales();
    List<PartyId> parties = new ArrayList<>(organisation.people());
    parties.add(PersonId.of("stranger"));
    parties.add(UnitId.of("unit1"));
    parties.add(UnitId.of("nowhere"));
    for (PartyId party : parties) {
      for (Period period : List.of(Sales.Q2, Sales.Q3)) {
        for (int i = random.nextInt(4); i > 0; i--) {
          int closed = random.nextInt(7);
          int wins = random.nextInt(8) == 0 ? random.nextInt(3) : random.nextInt(closed + 1);
          long cents = wins == 0 ? 0 : random.nextInt(90_000);
          if (random.nextInt(10) == 0) {
            cents = random.nextInt(20_000) - 10_000L;
          }
          sales.row(
              party,
              period.start().plusDays(random.nextInt(period.days())),
              PRODUCTS.get(random.nextInt(PRODUCTS.size())),
              closed,
              wins,
              Quantity.ofUnscaled(cents, 2).toString());
        }
      }
    }
    Rollup rollup =
        Rollup.of(sales.ledger()).over(organisation).periods(List.of(Sales.Q2, Sales.Q3));
    asItWas = rollup.build();
    organised = rollup.organisedOn(day()).build();
  }

  private LocalDate day() {
    return Sales.Q2.start().plusDays(random.nextInt(180));
  }

  private Organisation organisation(boolean treeChanges) {
    List<UnitId> units = new ArrayList<>(List.of(UnitId.of("root")));
    Organisation.Builder builder = Organisation.builder(units.get(0), "Root");
    for (int i = 1; i <= 4; i++) {
      UnitId unit = UnitId.of("unit" + i);
      builder.unit(unit, "Unit", "team", units.get(random.nextInt(units.size())));
      units.add(unit);
    }
    if (treeChanges) {
      builder.reparent(UnitId.of("unit4"), units.get(random.nextInt(4)), day());
    }
    for (int i = 0; i < 5; i++) {
      PersonId person = PersonId.of("person" + i);
      builder.person(person, "Ana");
      UnitId first = units.get(random.nextInt(units.size()));
      switch (random.nextInt(6)) {
        case 0 -> builder.member(person, first, day());
        case 1 -> builder.member(person, first, LocalDate.of(2020, 1, 1), day());
        case 2 -> {
          builder.member(person, first);
          builder.member(person, units.get(random.nextInt(units.size())), day());
        }
        case 3 -> {}
        default -> builder.member(person, first);
      }
    }
    return builder.build();
  }
}
