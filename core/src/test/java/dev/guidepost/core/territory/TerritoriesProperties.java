package dev.guidepost.core.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Fact;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.TerritoryId;
import dev.guidepost.core.measure.Measuring;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.people.Dated;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Laws of territories: nothing is lost or counted twice, order and the future do not matter. */
class TerritoriesProperties {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 40;
  private static final int ACCOUNTS = 6;

  /** A row of any kind, and the first day on which it says something. */
  private record Row(boolean moves, LocalDate from, Consumer<Given> add) {}

  private record Given(Accounts.Builder accounts, List<Consumer<Territories.Builder>> rows) {}

  private static LocalDate day(int n) {
    return START.plusDays(n);
  }

  private static AccountId account(int n) {
    return AccountId.of("a" + n);
  }

  private static <V> Dated<V> dated(V value, int from, int length) {
    return length > 20
        ? Dated.from(value, day(from))
        : Dated.between(value, day(from), day(from + length));
  }

  @Provide
  Arbitrary<List<Row>> rows() {
    Arbitrary<Integer> from = Arbitraries.integers().between(0, DAYS);
    Arbitrary<Integer> length = Arbitraries.integers().between(1, 40);
    Arbitrary<AccountId> account =
        Arbitraries.integers().between(0, ACCOUNTS - 1).map(TerritoriesProperties::account);
    Arbitrary<TerritoryId> territory = Arbitraries.of("t1", "t2", "t3").map(TerritoryId::of);
    Arbitrary<PersonId> person = Arbitraries.of("p1", "p2").map(PersonId::of);
    Arbitrary<Row> parent =
        Combinators.combine(account, account, from, length)
            .as(
                (child, above, f, n) ->
                    new Row(false, day(f), g -> g.accounts().parent(child, dated(above, f, n))));
    Arbitrary<Row> move =
        Combinators.combine(account, territory, from, length)
            .as(
                (a, t, f, n) ->
                    new Row(true, day(f), g -> g.rows().add(b -> b.account(a, dated(t, f, n)))));
    Arbitrary<Row> holder =
        Combinators.combine(territory, person, from, length)
            .as(
                (t, p, f, n) ->
                    new Row(true, day(f), g -> g.rows().add(b -> b.holder(t, dated(p, f, n)))));
    Arbitrary<Row> potential =
        Combinators.combine(
                account,
                Arbitraries.integers().between(0, 500),
                from,
                Arbitraries.of(true, false),
                Arbitraries.integers().between(0, 9))
            .as(
                (a, amount, f, group, late) ->
                    new Row(
                        false,
                        day(f),
                        g ->
                            g.rows()
                                .add(
                                    b ->
                                        b.potential(
                                            new Potential(
                                                a,
                                                Quantity.of(amount),
                                                "survey",
                                                day(f),
                                                group,
                                                Optional.empty(),
                                                day(f + late))))));
    return Arbitraries.oneOf(parent, move, move, holder, potential, potential).list().ofMaxSize(16);
  }

  private static Territories territories(List<Row> rows) {
    Given given = new Given(Accounts.builder(), new ArrayList<>());
    for (int i = 0; i < ACCOUNTS; i++) {
      given.accounts().account(account(i), "Account");
    }
    rows.forEach(row -> row.add().accept(given));
    Territories.Builder builder = Territories.builder(given.accounts().build(), "USD");
    given.rows().forEach(add -> add.accept(builder));
    return builder.build();
  }

  private static Purchases purchases(int day) {
    Purchases.Builder builder = Purchases.builder(day(day), "USD");
    for (int i = 0; i < ACCOUNTS; i++) {
      builder.booked(account(i), START, Quantity.of(37L * i - 20));
    }
    return builder.build();
  }

  private static BigDecimal sum(
      List<TerritoryProfile> profiles, Function<TerritoryProfile, Quantity> part) {
    return profiles.stream()
        .map(part)
        .map(Quantity::toBigDecimal)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Property(tries = 300)
  void sumsDoNotDependOnWhoHasWhat(
      @ForAll("rows") List<Row> rows, @ForAll @IntRange(min = 0, max = DAYS) int day) {
    List<TerritoryProfile> profiles = territories(rows).profiles(purchases(day));
    List<TerritoryProfile> nobody =
        territories(rows.stream().filter(row -> !row.moves()).toList()).profiles(purchases(day));
    for (Function<TerritoryProfile, Quantity> part :
        List.<Function<TerritoryProfile, Quantity>>of(
            TerritoryProfile::potential,
            TerritoryProfile::won,
            TerritoryProfile::whiteSpace,
            TerritoryProfile::size,
            TerritoryProfile::installedBase)) {
      assertEquals(sum(nobody, part), sum(profiles, part));
    }
    List<AccountId> all =
        profiles.stream()
            .flatMap(profile -> profile.lines().stream())
            .map(line -> line.account().id())
            .sorted()
            .toList();
    assertEquals(ACCOUNTS, all.size());
    assertEquals(all.stream().distinct().toList(), all);
  }

  /**
   * Top down, by the definition: a group is what it is estimated at, or more if its members are.
   */
  private static BigDecimal group(Territories territories, AccountId account, LocalDate day) {
    BigDecimal below =
        territories.accounts().children(account, day).stream()
            .map(child -> group(territories, child, day))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal inside = below;
    for (Potential own : territories.estimates(account, day)) { // that for it alone comes first
      BigDecimal amount = own.amount().toBigDecimal();
      inside = own.group() ? inside.max(amount) : inside.add(amount);
    }
    return inside;
  }

  @Property(tries = 300)
  void nothingIsCountedTwiceInAGroup(
      @ForAll("rows") List<Row> rows, @ForAll @IntRange(min = 0, max = DAYS) int n) {
    Territories territories = territories(rows);
    BigDecimal expected = BigDecimal.ZERO;
    for (AccountId account : territories.accounts().ids()) {
      if (territories.accounts().parent(account, day(n)).isEmpty()) {
        expected = expected.add(group(territories, account, day(n)));
      }
    }
    assertEquals(expected, sum(territories.profiles(purchases(n)), TerritoryProfile::potential));
  }

  @Property(tries = 200)
  void rowsMayComeInAnyOrder(@ForAll("rows") List<Row> rows, @ForAll Random random) {
    List<Row> shuffled = new ArrayList<>(rows);
    shuffled.addAll(rows);
    Collections.shuffle(shuffled, random);
    Territories one = territories(rows);
    Territories other = territories(shuffled);
    assertEquals(one, other);
    assertEquals(one.findings(), other.findings());
    assertEquals(one.accounts().findings(), other.accounts().findings());
  }

  @Property(tries = 200)
  void aDayIsReadWithoutRowsThatBeginLater(
      @ForAll("rows") List<Row> rows, @ForAll @IntRange(min = 0, max = DAYS) int n) {
    List<Row> begun = rows.stream().filter(row -> !row.from().isAfter(day(n))).toList();
    List<TerritoryProfile> known = profilesOf(territories(begun), n);
    assertEquals(known, profilesOf(territories(rows), n));
  }

  /** Without territories of which nothing is said until then. */
  private static List<TerritoryProfile> profilesOf(Territories territories, int day) {
    return territories.profiles(purchases(day)).stream()
        .filter(profile -> !profile.lines().isEmpty() || profile.holder().isPresent())
        .toList();
  }

  @Property(tries = 200)
  void comesBackFromItsState(@ForAll("rows") List<Row> rows) {
    Territories territories = territories(rows);
    Accounts accounts = Accounts.of(territories.accounts().state());
    assertEquals(territories.accounts(), accounts);
    assertEquals(territories, Territories.of(territories.state(), accounts));
  }

  @Property(tries = 200)
  void oneProfileIsThatOfAll(
      @ForAll("rows") List<Row> rows, @ForAll @IntRange(min = 0, max = DAYS) int n) {
    Territories territories = territories(rows);
    for (TerritoryProfile profile : territories.profiles(purchases(n))) {
      assertEquals(profile, territories.profile(profile.id(), purchases(n)));
    }
  }

  /** The law: as known on a day never uses later knowledge. */
  @Property(tries = 200)
  void whatBecameKnownLaterDoesNotCount(
      @ForAll("rows") List<Row> rows, @ForAll @IntRange(min = 0, max = DAYS) int n) {
    Territories territories = territories(rows);
    Territories.State state = territories.state();
    Territories then =
        Territories.of(
            new Territories.State(
                state.currency(),
                state.territories(),
                state.holders(),
                state.accounts(),
                state.potentials().stream()
                    .filter(own -> !LocalDate.parse(own.known()).isAfter(day(n)))
                    .toList(),
                state.leads()),
            territories.accounts());
    assertEquals(then, territories.known(day(n)));
    assertEquals(
        facts(written(List.of(then), List.of(n)), day(n)),
        facts(written(List.of(territories), List.of(n)), day(n)));
  }

  /** Writes territories, corrected from one to the next, each as of its day. */
  private static Ledger written(List<Territories> corrected, List<Integer> days) {
    LedgerWriter writer = new LedgerWriter(StandardMetrics.fullCatalog("USD", 0));
    for (int i = 0; i < corrected.size(); i++) {
      LocalDate day = day(days.get(i));
      try (Batch batch = writer.batch("territories " + day, day)) {
        new AccountFacts(day).write(corrected.get(i), purchases(days.get(i)), batch);
        assertTrue(batch.commit().rejects().isEmpty());
      }
    }
    return writer.snapshot();
  }

  @Property(tries = 200)
  void whatWasWrittenBeforeACorrectionIsNotCountedAgain(
      @ForAll("rows") List<Row> one,
      @ForAll("rows") List<Row> two,
      @ForAll("rows") List<Row> three,
      @ForAll @Size(3) List<@IntRange(min = 0, max = DAYS) Integer> days) {
    List<Integer> order = days.stream().sorted().toList();
    List<Territories> corrected = List.of(territories(one), territories(two), territories(three));
    Ledger all = written(corrected, order);
    Ledger last = written(corrected.subList(2, 3), order.subList(2, 3));
    Period period = Period.custom(START, day(order.get(2) + 1));
    for (MetricId metric :
        List.of(
            StandardMetrics.TERRITORY_ACCOUNTS,
            StandardMetrics.TERRITORY_POTENTIAL,
            StandardMetrics.POTENTIAL_WON)) {
      assertEquals(measured(last, metric, period), measured(all, metric, period));
      assertEquals(total(last, metric, day(order.get(2))), total(all, metric, day(order.get(2))));
    }
  }

  private static Optional<BigDecimal> measured(Ledger ledger, MetricId metric, Period period) {
    return Measuring.of(ledger, FiscalCalendar.calendarYear())
        .measure(metric, ledger.parties(), period)
        .value(2);
  }

  @Property(tries = 100)
  void factsOfTwoDaysCountEachAccountOnce(@ForAll("rows") List<Row> rows) {
    Territories territories = territories(rows);
    LedgerWriter writer = new LedgerWriter(StandardMetrics.fullCatalog("USD", 0));
    for (int n : new int[] {DAYS / 2, DAYS}) {
      for (int twice = 0; twice < 2; twice++) {
        try (Batch batch = writer.batch("b" + n, day(n))) {
          new AccountFacts(day(n)).write(territories, purchases(n), batch);
          assertTrue(batch.commit().rejects().isEmpty());
        }
      }
      List<TerritoryProfile> profiles = territories.known(day(n)).profiles(purchases(n));
      Ledger ledger = writer.snapshot();
      assertEquals(
          BigDecimal.valueOf(ACCOUNTS),
          total(ledger, StandardMetrics.TERRITORY_ACCOUNTS, day(n)),
          "those that nobody looks after too");
      assertEquals(
          sum(profiles, TerritoryProfile::potential),
          total(ledger, StandardMetrics.TERRITORY_POTENTIAL, day(n)));
      assertEquals(
          sum(profiles, TerritoryProfile::won),
          total(ledger, StandardMetrics.POTENTIAL_WON, day(n)));
      Set<PartyId> whose =
          facts(ledger, day(n)).stream().map(Fact::party).collect(Collectors.toSet());
      assertTrue(whose.containsAll(territories.holdersUntil(day(n))), "0 is a fact too");
    }
  }

  private static List<Fact> facts(Ledger ledger, LocalDate day) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < ledger.size(); i++) {
      if (ledger.includes(i) && ledger.fact(i).on().equals(day)) {
        facts.add(ledger.fact(i));
      }
    }
    return facts;
  }

  private static BigDecimal total(Ledger ledger, MetricId metric, LocalDate day) {
    return facts(ledger, day).stream()
        .filter(fact -> fact.metric().equals(metric))
        .map(fact -> fact.amount().toBigDecimal())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
