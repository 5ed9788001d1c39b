package dev.guidepost.examples.crm;

import dev.guidepost.core.credit.Motion;
import dev.guidepost.core.credit.Origin;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.History;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.examples.source.SalesRecords.Reject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The deals of an export, with the prices of its list of products. */
final class Deals {

  private final Mapping mapping;
  private final People people;
  private final Changes changes;
  private final Tally tally;
  private final Map<String, Quantity> prices = new HashMap<>();
  private final Map<DealId, Deal> deals = new LinkedHashMap<>();
  private final Map<DealId, Long> lines = new HashMap<>();

  private Deals(Mapping mapping, People people, Changes changes, Tally tally) {
    this.mapping = mapping;
    this.people = people;
    this.changes = changes;
    this.tally = tally;
  }

  /**
   * Reads the products and the changes of deals, if there are any, and the deals.
   *
   * @param files the export
   * @param people takes note of owners
   * @return the deals in the order of the file
   * @throws ImportException if there is no deal, or none that can be taken
   */
  static List<Deal> read(CsvFiles files, People people) {
    Deals reader = new Deals(files.mapping(), people, Changes.read(files), files.tally());
    files.read(Key.PRODUCTS, reader::takeProduct);
    int before = files.tally().rejects().size();
    long offered = files.read(Key.DEALS, reader::takeDeal);
    String file = files.mapping().need(Key.DEALS);
    if (offered == 0) {
      throw new ImportException(file + " must have deals, but has a header only");
    }
    if (reader.deals.isEmpty()) {
      Reject first = files.tally().rejects().get(before);
      throw new ImportException(
          file
              + " must have deals that can be taken, but of "
              + offered
              + " none can; the first, in line "
              + first.line()
              + (first.column().isEmpty()
                  ? ", "
                  : ", has \"" + first.value() + "\" in " + first.column() + ", which ")
              + first.reason());
    }
    reader.changes.rejectOthers(reader.deals.keySet(), files.tally());
    return List.copyOf(reader.deals.values());
  }

  private void takeProduct(Row row) throws Refusal {
    String product = row.need(Key.PRODUCT_ID, text -> text);
    Optional<Quantity> price = row.amount(Key.PRODUCT_PRICE, mapping.moneyScale());
    if (price.isEmpty()) {
      throw row.refusal(Key.PRODUCT_PRICE, "must not be blank");
    }
    if (prices.putIfAbsent(product, price.get()) != null) {
      throw row.refusal(Key.PRODUCT_ID, "must have one price, but stands here again");
    }
  }

  private void takeDeal(Row row) throws Refusal {
    DealId id = row.need(Key.DEAL_ID, DealId::of);
    Long before = lines.get(id);
    if (before != null) {
      throw row.refusal(Key.DEAL_ID, "must be unique, but line " + before + " has it too");
    }
    PersonId owner = owner(row);
    Optional<String> product = row.text(Key.DEAL_PRODUCT);
    Deal.Builder deal =
        Deal.builder()
            .id(id)
            .owner(owner)
            .name(row.text(Key.DEAL_NAME))
            .account(row.as(Key.DEAL_ACCOUNT, AccountId::of))
            .product(product)
            .motion(row.as(Key.DEAL_MOTION, Motion::parse))
            .origin(row.as(Key.DEAL_ORIGIN, Origin::parse))
            .listAmount(product.map(prices::get));
    if (changes.first(id).isPresent()) {
      tellChanges(row, id, deal);
    } else {
      tellStanding(row, deal);
    }
    deals.put(id, deal.build());
    lines.put(id, row.line());
    people.mention(owner);
  }

  private PersonId owner(Row row) throws Refusal {
    Optional<String> everybodys = mapping.value(Key.DEALS_OWNED_BY);
    return everybodys.isPresent()
        ? PersonId.of(everybodys.get())
        : row.need(Key.DEAL_OWNER, PersonId::of);
  }

  /** Tells a deal of which the changes are known. */
  private void tellChanges(Row row, DealId id, Deal.Builder deal) throws Refusal {
    String stage = row.need(Key.DEAL_STAGE, text -> text);
    String last = changes.lastStage(id).orElseThrow();
    if (!stage.equals(last)) {
      throw row.refusal(Key.DEAL_STAGE, "must be the stage of its last change, " + last);
    }
    LocalDate first = changes.first(id).orElseThrow();
    LocalDate opened = row.date(Key.DEAL_OPENED).orElse(first);
    if (opened.isAfter(first)) {
      throw row.refusal(Key.DEAL_OPENED, "must not be after its first change, on " + first);
    }
    changes.tell(id, deal.opened(opened));
    changes.compare(id, row, tally);
  }

  /** Tells a deal of which only is known how it stands. */
  private void tellStanding(Row row, Deal.Builder deal) throws Refusal {
    Outcome outcome = row.need(Key.DEAL_STAGE, mapping::outcome);
    Optional<LocalDate> opened = row.date(Key.DEAL_OPENED);
    Optional<LocalDate> closed = closed(row, outcome, opened);
    Optional<Quantity> amount =
        row.amount(Key.DEAL_AMOUNT, mapping.moneyScale())
            .filter(given -> outcome == Outcome.WON || given.signum() > 0);
    deal.stage(row.need(Key.DEAL_STAGE, text -> text))
        .visits(visits(row, opened, closed))
        .outcome(outcome)
        .opened(opened)
        .closed(closed)
        .amount(amount)
        .expectedCloses(row.date(Key.DEAL_EXPECTED).map(History::of).orElseGet(History::none));
  }

  /** Returns the day of closing; on an open deal it is only expected, so it is checked and left. */
  private static Optional<LocalDate> closed(Row row, Outcome outcome, Optional<LocalDate> opened)
      throws Refusal {
    Optional<LocalDate> closed = row.date(Key.DEAL_CLOSED);
    if (outcome == Outcome.OPEN) {
      return Optional.empty();
    }
    if (closed.isEmpty()) {
      throw row.refusal(Key.DEAL_CLOSED, "must not be blank, as the deal is closed");
    }
    if (opened.isPresent() && closed.get().isBefore(opened.get())) {
      throw row.refusal(
          Key.DEAL_CLOSED, "must not be before the deal was opened, on " + opened.get());
    }
    return closed;
  }

  /** Returns the visits; of those of one day the mapping says which came first. */
  private List<StageVisit> visits(
      Row source, Optional<LocalDate> opened, Optional<LocalDate> closed) throws Refusal {
    List<StageVisit> visits = new ArrayList<>();
    for (String stage : mapping.datedStages()) {
      String key = Key.STAGE_ENTERED.of(stage);
      Optional<LocalDate> entered = source.date(key);
      if (entered.isPresent() && closed.isPresent() && entered.get().isAfter(closed.get())) {
        throw source.refusal(key, "must not be after the deal was closed, on " + closed.get());
      }
      if (entered.isPresent() && opened.isPresent() && entered.get().isBefore(opened.get())) {
        throw source.refusal(key, "must not be before the deal was opened, on " + opened.get());
      }
      if (entered.isPresent()) {
        LocalDate day = entered.get();
        int row = (int) visits.stream().filter(visit -> visit.entered().equals(day)).count();
        visits.add(new StageVisit(stage, day, Outcome.OPEN, day, row));
      }
    }
    visits.sort(Comparator.comparing(StageVisit::entered).thenComparing(StageVisit::row));
    return visits;
  }
}
