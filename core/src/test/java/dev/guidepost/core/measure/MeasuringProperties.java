package dev.guidepost.core.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.fact.Fact;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Kept;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Every aggregation equals its definition over random facts, and what is kept merges. */
class MeasuringProperties {

  private static List<PartyId> some(Random random) {
    List<PartyId> who = new ArrayList<>(Rows.PARTIES);
    Collections.shuffle(who, random);
    return who.subList(0, random.nextInt(who.size() + 1));
  }

  private static void assertAll(
      Ledger ledger, List<Rows.Row> all, List<Rows.Row> sliced, Collection<PartyId> who, Period p) {
    Measuring measuring = Measuring.of(ledger, Brute.CALENDAR);
    Brute brute = new Brute(all, sliced, who);
    for (Metric metric : Wide.CATALOG.metrics()) {
      String id = metric.id().value();
      Measurement measured = measuring.measure(metric.id(), who, p);
      assertEquals(metric, measured.metric());
      assertEquals(brute.value(id, p), measured.exact(), id);
      if (metric.aggregation() instanceof Aggregation.Snapshot) {
        Ratio reported = Ratio.of(brute.reported(id, p), brute.participants(id, p));
        assertEquals(Optional.of(reported), measured.reported());
      }
      assertEquals(measuring.explain(metric.id(), who, p).total(), measured.explain().total());
      assertSplit(ledger, metric, who, p);
    }
  }

  /** What is split in one pass is what a pass for each participant, and one for all, would find. */
  private static void assertSplit(Ledger ledger, Metric metric, Collection<PartyId> who, Period p) {
    Measuring measuring = Measuring.of(ledger, Brute.CALENDAR);
    FactSplit split = new FactSplit(ledger, new Unsliced(ledger), who);
    assertEquals(Set.copyOf(who), split.parties());
    for (PartyId party : who) {
      assertEquals(
          measuring.measure(metric.id(), List.of(party), p),
          measuring.measure(metric.id(), p, (kept, days) -> split.of(party, kept, days)));
    }
    assertEquals(
        measuring.measure(metric.id(), who, p), measuring.measure(metric.id(), p, split::whole));
    if (metric.aggregation().kept() != Kept.NOTHING) {
      assertEquals(
          measuring.partial(metric.id(), p, Scope.of(ledger, who)), split.whole(metric, p));
    }
  }

  /** Snapshots of many places, in one pass, are those of a pass for each. */
  @Property(tries = 100)
  void snapshotsOfManyPlacesAreThoseOfEach(@ForAll long seed) {
    Rows rows = new Rows(seed);
    Random random = new Random(seed);
    Ledger whole = rows.ledger();
    Ledger ledger = random.nextBoolean() ? whole : whole.where(Wide.ACCOUNT, "account1");
    Measuring measuring = Measuring.of(ledger, Brute.CALENDAR);
    Period p = rows.period();
    Set<PartyId> standing = Set.copyOf(some(random));
    for (Metric metric : Wide.CATALOG.metrics()) {
      if (metric.aggregation().kept() != Kept.SNAPSHOTS) {
        assertThrows(
            IllegalArgumentException.class,
            () -> measuring.snapshots(metric.id(), p, position -> 0));
        continue;
      }
      PlacedSnapshots placed = measuring.snapshots(metric.id(), p, position -> position % 3);
      assertTrue(Set.of(0, 1, 2).containsAll(placed.places()));
      for (Set<Integer> places : List.of(Set.of(0), Set.of(1, 2), Set.of(0, 1, 2, 3))) {
        Scope scope = new Scope(position -> places.contains(position % 3), standing);
        assertEquals(measuring.partial(metric.id(), p, scope), placed.at(places, standing));
      }
    }
  }

  @Property(tries = 100)
  void equalTheirDefinition(@ForAll long seed) {
    Rows rows = new Rows(seed);
    Random random = new Random(seed);
    Ledger ledger = rows.ledger();
    for (int i = 0; i < 3; i++) {
      List<PartyId> who = some(random);
      Period p = rows.period();
      assertAll(ledger, rows.corrected(), rows.corrected(), who, p);
      assertAll(ledger.known(Rows.FIRST_KNOWN), rows.first, rows.first, who, p);
      String account = random.nextBoolean() ? "account1" : "(none)";
      List<Rows.Row> slice =
          rows.corrected().stream().filter(row -> row.account().equals(account)).toList();
      assertAll(ledger.where(Wide.ACCOUNT, account), rows.corrected(), slice, who, p);
    }
  }

  @Property(tries = 100)
  void factsAreThoseThatMakeIt(@ForAll long seed) {
    Rows rows = new Rows(seed);
    List<PartyId> who = some(new Random(seed));
    Period p = rows.period();
    Ledger ledger = rows.ledger();
    Measuring measuring = Measuring.of(ledger, Brute.CALENDAR);
    for (Metric metric : Wide.CATALOG.metrics()) {
      List<Fact> facts = measuring.facts(metric.id(), who, p);
      List<Rows.Row> only =
          facts.stream()
              .map(
                  fact ->
                      new Rows.Row(
                          fact.sourceKey().orElseThrow(),
                          fact.party(),
                          fact.on(),
                          fact.metric(),
                          fact.amount(),
                          fact.dimensions().get(Wide.ACCOUNT)))
              .toList();
      Measurement whole = measuring.measure(metric.id(), who, p);
      Optional<Fraction> again =
          Measuring.of(Rows.ledger(only, List.of()), Brute.CALENDAR)
              .measure(metric.id(), who, p)
              .exact();
      boolean none = whole.exact().filter(value -> value.signum() != 0).isEmpty();
      assertTrue(none || whole.exact().equals(again), () -> metric + " of " + facts);
      facts.forEach(fact -> assertTrue(Wide.CATALOG.sources(metric.id()).contains(fact.metric())));
    }
  }

  @Property(tries = 100)
  void partsMergeToTheWholeInAnyOrder(@ForAll long seed) {
    Rows rows = new Rows(seed);
    Random random = new Random(seed);
    List<PartyId> who = some(random);
    Period p = rows.period();
    List<List<Rows.Row>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    int salt = random.nextInt();
    rows.first.forEach( // all of a participant's day in one part, as a snapshot is of a whole day
        row -> parts.get(Math.floorMod(Objects.hash(salt, row.party(), row.on()), 3)).add(row));
    for (Metric metric : Wide.CATALOG.metrics()) {
      if (metric.aggregation().kept() != Kept.NOTHING) {
        Partial whole = partial(rows.first, metric, who, p);
        Partial a = partial(parts.get(0), metric, who, p);
        Partial b = partial(parts.get(1), metric, who, p);
        Partial c = partial(parts.get(2), metric, who, p);
        assertEquals(whole, a.merge(b).merge(c));
        assertEquals(whole, a.merge(b.merge(c)));
        assertEquals(whole, c.merge(a).merge(b));
        assertEquals(whole, whole.merge(partial(List.of(), metric, who, p)));
      }
    }
  }

  /**
   * Of one ledger, what is kept of two places or of two stretches of days merges to that of both.
   */
  @Property(tries = 100)
  void placesAndDaysMergeToTheWhole(@ForAll long seed) {
    Rows rows = new Rows(seed);
    Random random = new Random(seed);
    Ledger ledger = rows.ledger();
    Measuring measuring = Measuring.of(ledger, Brute.CALENDAR);
    Period p = rows.period();
    LocalDate middle = p.start().plusDays(random.nextInt(p.days()));
    boolean atStart = middle.equals(p.start());
    int bit = random.nextInt(7);
    Scope one = new Scope(position -> (position >> bit) % 2 == 0, Set.of(Rows.PARTIES.get(0)));
    Scope other =
        new Scope(position -> (position >> bit) % 2 != 0, Set.copyOf(Rows.PARTIES.subList(1, 4)));
    Scope both = new Scope(position -> true, Set.copyOf(Rows.PARTIES));
    for (Metric metric : Wide.CATALOG.metrics()) {
      if (metric.aggregation().kept() != Kept.NOTHING) {
        Partial whole = measuring.partial(metric.id(), p, both);
        assertEquals(
            whole,
            measuring.partial(metric.id(), p, one).merge(measuring.partial(metric.id(), p, other)));
        if (!atStart) {
          Period before = Period.custom(p.start(), middle);
          Period after = Period.custom(middle, p.end());
          assertEquals(
              whole,
              measuring
                  .partial(metric.id(), before, both)
                  .merge(measuring.partial(metric.id(), after, both)));
        }
      }
    }
  }

  private static Partial partial(List<Rows.Row> rows, Metric metric, List<PartyId> who, Period p) {
    Ledger ledger = Rows.ledger(rows, List.of());
    return Measuring.of(ledger, Brute.CALENDAR).partial(metric.id(), p, Scope.of(ledger, who));
  }

  @Property(tries = 100)
  void whatAddsUpAddsUpOverPeople(@ForAll long seed) {
    Rows rows = new Rows(seed);
    Period p = rows.period();
    Measuring measuring = Measuring.of(rows.ledger(), Brute.CALENDAR);
    for (String id : List.of("sales", "last", "first", "average", "least", "most", "profit")) {
      Fraction sum = Fraction.ZERO;
      for (PartyId party : Rows.PARTIES) {
        sum =
            sum.plus(
                measuring
                    .measure(MetricId.of(id), List.of(party), p)
                    .exact()
                    .orElse(Fraction.ZERO));
      }
      Measurement whole = measuring.measure(MetricId.of(id), Rows.PARTIES, p);
      assertEquals(sum, whole.exact().orElse(Fraction.ZERO), id);
    }
  }
}
