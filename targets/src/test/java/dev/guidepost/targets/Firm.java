package dev.guidepost.targets;

import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.feed.RecordFacts;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.people.Availability;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.core.time.WorkingDays;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.planning.Goals;
import dev.guidepost.targets.planning.Planner;
import dev.guidepost.targets.rates.HalfLife;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A small company made by hand: people, deals and activities, and what they lead to. */
public final class Firm {

  public static final UnitId COMPANY = UnitId.of("company");
  public static final UnitId EAST = UnitId.of("east");
  public static final UnitId WEST = UnitId.of("west");

  /** A Monday. */
  public static final LocalDate START = LocalDate.of(2025, 1, 6);

  /** The Friday of week 43 from the start, so that the review is Monday, 3 November 2025. */
  public static final LocalDate AS_OF = LocalDate.of(2025, 10, 31);

  /** Ages at closing of the deals that {@link #seller} makes, in turn. */
  private static final int[] CYCLES = {20, 45, 30, 60, 12, 75, 38, 90, 25, 52};

  public final List<PersonId> people = new ArrayList<>();
  public final List<Deal> deals = new ArrayList<>();
  public final List<Activity> activities = new ArrayList<>();
  private final List<Activity> leading = new ArrayList<>();
  public final Map<PersonId, List<Period>> leave = new HashMap<>();
  public final Organisation.Builder organisation =
      Organisation.builder(COMPANY, "Company")
          .unit(EAST, "East", "team", COMPANY)
          .unit(WEST, "West", "team", COMPANY);
  public WorkingDays workingDays = WorkingDays.mondayToFriday();
  public LocalDate asOf = AS_OF;
  public LocalDate observedFrom = START;
  public FiscalCalendar calendar = FiscalCalendar.calendarYear();
  public CreditRules rules = CreditRules.OWNER;

  /** What else is known of every deal that is made from now on, such as its team. */
  public UnaryOperator<Deal.Builder> terms = UnaryOperator.identity();

  /** Declares a member of a team from the beginning on. */
  public PersonId person(String id, UnitId team) {
    PersonId person = undeclared(id);
    organisation.member(person, team);
    return person;
  }

  /** Declares a person who stands nowhere yet. */
  public PersonId undeclared(String id) {
    PersonId person = PersonId.of(id);
    organisation.person(person, "Sam " + id);
    people.add(person);
    return person;
  }

  /** A person who opens some deals a week and wins every so manyth. */
  public PersonId seller(String id, UnitId team, int perWeek, int everyNth, long size) {
    PersonId person = person(id, team);
    sells(person, 0, 43, perWeek, everyNth, size);
    return person;
  }

  /** Opens deals in weeks from one up to, but not including, another. */
  public Firm sells(PersonId person, int from, int until, int perWeek, int everyNth, long size) {
    int count = 0;
    for (int week = from; week < until; week++) {
      for (int i = 0; i < perWeek; i++) {
        int cycle = CYCLES[(count + week) % CYCLES.length];
        LocalDate opened = START.plusWeeks(week).plusDays((i + week) % 5);
        boolean won = count % everyNth == 0;
        closed(person + "-" + week + "-" + i, person, opened, opened.plusDays(cycle), won, size);
        count++;
      }
    }
    return this;
  }

  public Deal.Builder deal(String id, PersonId owner) {
    return terms.apply(
        Deal.builder().id(DealId.of(id)).owner(owner).stage("Proposal").outcome(Outcome.OPEN));
  }

  public Firm open(String id, PersonId owner, LocalDate opened) {
    deals.add(deal(id, owner).opened(opened).build());
    return this;
  }

  public Firm closed(
      String id, PersonId owner, LocalDate opened, LocalDate closed, boolean won, long amount) {
    Deal.Builder deal =
        deal(id, owner)
            .opened(opened)
            .closed(closed)
            .account(AccountId.of("Account " + id))
            .outcome(won ? Outcome.WON : Outcome.LOST);
    deals.add((won ? deal.amount(Quantity.of(amount)) : deal).build());
    return this;
  }

  public Firm did(MetricId metric, PersonId person, LocalDate on, int count, boolean converted) {
    Activity activity =
        Activity.builder()
            .id("a" + activities.size())
            .person(person)
            .metric(metric)
            .on(on)
            .count(count)
            .build();
    activities.add(activity);
    if (converted) {
      leading.add(activity);
    }
    return this;
  }

  /** Holds meetings every week of some, of which every so manyth leads to an opportunity. */
  public Firm meets(PersonId person, int from, int until, int perWeek, int everyNth) {
    int count = 0;
    for (int week = from; week < until; week++) {
      int held = perWeek + (week * 7 % 3) - 1;
      for (int i = 0; i < held; i++) {
        did(
            StandardMetrics.MEETINGS,
            person,
            START.plusWeeks(week).plusDays(i % 5),
            1,
            count++ % everyNth == 0);
      }
      did(StandardMetrics.CALLS, person, START.plusWeeks(week), 3 * perWeek, false);
    }
    return this;
  }

  public Firm shuffled(long seed) {
    Collections.shuffle(deals, new Random(seed));
    Collections.shuffle(activities, new Random(seed));
    return this;
  }

  public Ledger ledger() {
    LedgerWriter writer = new LedgerWriter(StandardMetrics.catalog("USD", 2));
    RecordFacts facts = new RecordFacts(asOf, observedFrom, rules);
    try (Batch batch = writer.batch("all", asOf)) {
      facts.writeAll(deals, activities, batch);
      Set<String> done = activities.stream().map(Activity::id).collect(Collectors.toSet());
      for (Activity meeting : leading) { // to deals of which no more is told here
        if (done.contains(meeting.id())) {
          batch
              .row("deal of " + meeting.id())
              .by(meeting.person())
              .on(meeting.on())
              .put(StandardMetrics.MEETINGS_CONVERTED, 1);
        }
      }
      if (!batch.commit().rejects().isEmpty()) {
        throw new AssertionError("rows must be right");
      }
    }
    return writer.snapshot();
  }

  public Cube cube(Period... periods) {
    return Rollup.of(ledger())
        .over(organisation.build())
        .organisedOn(asOf)
        .periods(List.of(periods))
        .build();
  }

  public Evidence evidence() {
    return evidence(HalfLife.NONE);
  }

  public Evidence evidence(HalfLife halfLife) {
    return Evidence.of(ledger(), deals, new RecordFacts(asOf, observedFrom, rules))
        .halfLife(halfLife)
        .over(organisation.build())
        .by(calendar)
        .availability(availability())
        .fit();
  }

  public Availability availability() {
    return Availability.builder().workingDays(workingDays).leave(leave).build();
  }

  public static Target target(Evidence evidence, PartyId owner, long amount) {
    return Target.builder()
        .owner(owner)
        .metric(StandardMetrics.BOOKINGS)
        .period(evidence.period())
        .amount(Quantity.of(amount))
        .basis(new Target.Declared())
        .build();
  }

  public Planner planner(double confidence, Target... targets) {
    Evidence evidence = evidence();
    return Planner.of(evidence, Goals.of(evidence, List.of(targets)), confidence);
  }
}
