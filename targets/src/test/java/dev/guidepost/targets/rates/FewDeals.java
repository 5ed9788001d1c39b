package dev.guidepost.targets.rates;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.feed.RecordFacts;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import dev.guidepost.targets.evidence.Evidence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A company of one team whose deals are written down one by one. */
public final class FewDeals {

  /** The company. */
  public static final UnitId COMPANY = UnitId.of("company");

  /** Its only team. */
  public static final UnitId TEAM = UnitId.of("team");

  /** The first day on which a deal is opened. */
  public static final LocalDate START = LocalDate.of(2026, 1, 1);

  /** The last day of the records. */
  public static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

  /** All days of the records. */
  public static final Period ALL = Period.custom(START, AS_OF.plusDays(1));

  private final List<PersonId> people = new ArrayList<>();
  private final List<Deal> deals = new ArrayList<>();
  private final Organisation.Builder organisation =
      Organisation.builder(COMPANY, "Company").unit(TEAM, "Team", "team", COMPANY);

  /** Creates a company without deals. */
  public FewDeals() {}

  /** Adds a member of the team with deals opened on the first day and closed after 30 days. */
  public PersonId seller(String id, int won, int lost, int open) {
    PersonId person = stranger(id, won, lost, open);
    organisation.person(person, id).member(person, TEAM);
    people.add(person);
    return person;
  }

  /** Adds deals of somebody whom the organisation does not know. */
  public PersonId stranger(String id, int won, int lost, int open) {
    PersonId person = PersonId.of(id);
    for (int i = 0; i < won + lost + open; i++) {
      Outcome outcome = i < won ? Outcome.WON : i < won + lost ? Outcome.LOST : Outcome.OPEN;
      deal(person, Optional.of(START), outcome, 100);
    }
    return person;
  }

  /** Adds an open deal. */
  public void open(PersonId owner, Optional<LocalDate> opened, long listAmount) {
    deal(owner, opened, Outcome.OPEN, listAmount);
  }

  private void deal(PersonId owner, Optional<LocalDate> opened, Outcome outcome, long list) {
    Deal.Builder deal =
        Deal.builder()
            .id(DealId.of("d" + deals.size()))
            .owner(owner)
            .stage(outcome.name())
            .outcome(outcome)
            .opened(opened);
    if (list > 0) {
      deal.listAmount(Quantity.of(list));
    }
    if (outcome != Outcome.OPEN) {
      deal.closed(START.plusDays(30));
    }
    if (outcome == Outcome.WON) {
      deal.amount(Quantity.of(90));
    }
    deals.add(deal.build());
  }

  /** Returns the members of the team. */
  public List<PersonId> people() {
    return people;
  }

  /** Returns the facts of all deals, rolled up over all days. */
  public Cube cube() {
    return Rollup.of(ledger()).over(organisation.build()).periods(List.of(ALL)).build();
  }

  /** Returns what the deals say. */
  public Evidence evidence() {
    return Evidence.of(ledger(), deals, new RecordFacts(AS_OF, START))
        .over(organisation.build())
        .fit();
  }

  private Ledger ledger() {
    LedgerWriter writer = new LedgerWriter(StandardMetrics.catalog("USD", 0));
    RecordFacts facts = new RecordFacts(AS_OF, START);
    try (Batch batch = writer.batch("deals", AS_OF)) {
      deals.forEach(deal -> facts.write(deal, batch));
      batch.commit();
    }
    return writer.snapshot();
  }
}
