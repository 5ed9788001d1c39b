package dev.guidepost.examples.company;

import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.people.Roster;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.examples.source.SalesRecords;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes what happened as the records of a source: no more than a source would know. */
final class Export {

  private static final int SKIPPED_LINES = 2;

  private final CompanySpec spec;
  private final Season season;
  private final Events events;
  private final PriceList prices;
  private final List<SalesRecords.Reject> rejects = new ArrayList<>();

  Export(CompanySpec spec, Season season, Events events, PriceList prices) {
    this.spec = spec;
    this.season = season;
    this.events = events;
    this.prices = prices;
  }

  SalesRecords records(
      Organisation organisation,
      List<History> histories,
      Quotas quotas,
      Talks talks,
      Roster roster) {
    List<Deal> deals = new ArrayList<>();
    List<Activity> activities = new ArrayList<>();
    Customers customers =
        new Customers(spec.seed(), histories.stream().map(history -> history.seller).toList());
    for (History history : histories) {
      for (History.Deal deal : history.deals) {
        if (history.recorded(deal)) {
          deals.add(deal(history, deal, customers));
        }
      }
      addActivities(history, activities);
    }
    deals.sort(Comparator.comparing(deal -> deal.opened().orElseThrow()));
    activities.sort(Comparator.comparing(Activity::on));
    List<Target> targets = quotas.targets();
    List<Commitment> commitments = quotas.commitments(events);
    addMalformed(deals, activities);
    long taken = (long) deals.size() + activities.size() + targets.size() + commitments.size();
    return new SalesRecords(
        "Generated company, seed " + spec.seed(),
        spec.asOf(),
        LocalDate.ofEpochDay(season.observedFrom),
        spec.currency(),
        spec.moneyScale(),
        organisation,
        deals,
        activities,
        targets,
        commitments,
        roster.availability(),
        Optional.of(talks.arrangements(roster, targets, commitments)),
        taken + rejects.size(),
        rejects,
        List.of());
  }

  private Deal deal(History history, History.Deal source, Customers customers) {
    DealPath path = source.path();
    List<StageVisit> visits = new ArrayList<>();
    for (int stage = 0; stage <= path.stage; stage++) {
      LocalDate entered = LocalDate.ofEpochDay(path.entered[stage]);
      visits.add(new StageVisit(DealProcess.STAGES[stage], entered, Outcome.OPEN, entered, stage));
    }
    Customers.Sale sale = customers.sale(history.seller, source);
    return Deal.builder()
        .id(history.id(source.number()))
        .owner(history.seller.id())
        .name(Customers.name(source, sale))
        .account(Customers.account(sale.customer()))
        .motion(sale.motion())
        .origin(Customers.origin(history.seller, source))
        .product(PriceList.name(source.product()))
        .stage(DealProcess.STAGES[path.stage])
        .visits(visits)
        .outcome(path.open() ? Outcome.OPEN : path.won ? Outcome.WON : Outcome.LOST)
        .opened(LocalDate.ofEpochDay(path.opened))
        .closed(path.open() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(path.closed)))
        .amount(
            path.won
                ? Optional.of(prices.money(prices.agreed(source.list(), source.discount())))
                : Optional.empty())
        .listAmount(Quantity.of(source.list()))
        .build();
  }

  private void addActivities(History history, List<Activity> activities) {
    Seller seller = history.seller;
    for (History.Calls calls : history.calls) {
      if (recorded(seller, calls.day())) {
        LocalDate on = LocalDate.ofEpochDay(calls.day());
        activities.add(
            Activity.builder()
                .id(Names.numbered("c", seller.index() + 1, 2) + "-" + on)
                .person(seller.id())
                .metric(StandardMetrics.CALLS)
                .on(on)
                .count(calls.count())
                .build());
      }
    }
    for (History.Meeting meeting : history.meetings) {
      if (recorded(seller, meeting.day())) {
        activities.add(
            Activity.builder()
                .id(
                    Names.numbered("m", seller.index() + 1, 2)
                        + Names.numbered("-", meeting.number() + 1, 4))
                .person(seller.id())
                .metric(StandardMetrics.MEETINGS)
                .on(LocalDate.ofEpochDay(meeting.day()))
                .deal(
                    meeting.deal() < 0 ? Optional.empty() : Optional.of(history.id(meeting.deal())))
                .build());
      }
    }
  }

  private boolean recorded(Seller seller, int day) {
    return day >= season.observedFrom && events.entered(seller, day);
  }

  /** Three rows that no import can take: their reasons are those of the records themselves. */
  private void addMalformed(List<Deal> deals, List<Activity> activities) {
    if (deals.isEmpty() || activities.isEmpty()) {
      return;
    }
    Deal sample = deals.get(deals.size() / 3);
    LocalDate opened = sample.opened().orElseThrow();
    LocalDate before = opened.minusDays(12);
    reject(
        "deals.csv",
        deals.size() / 3 + SKIPPED_LINES,
        "closed",
        before.toString(),
        () ->
            Deal.builder()
                .from(sample)
                .outcome(Outcome.LOST)
                .closed(before)
                .amount(Optional.empty())
                .build());
    reject(
        "deals.csv",
        deals.size() / 2 + SKIPPED_LINES,
        "list_amount",
        "-1200",
        () ->
            Deal.builder()
                .from(deals.get(deals.size() / 2))
                .listAmount(Quantity.of(-1_200))
                .build());
    Activity call = activities.get(activities.size() / 2);
    reject(
        "activities.csv",
        activities.size() / 2 + SKIPPED_LINES,
        "count",
        "0",
        () ->
            Activity.builder()
                .id(call.id() + "-x")
                .person(call.person())
                .metric(call.metric())
                .on(call.on())
                .count(0)
                .build());
  }

  private void reject(String file, long line, String column, String value, Supplier<?> row) {
    try {
      throw new IllegalStateException("row must be malformed, but was taken as " + row.get());
    } catch (IllegalArgumentException e) {
      rejects.add(
          new SalesRecords.Reject(file, line, column, value, String.valueOf(e.getMessage())));
    }
  }
}
